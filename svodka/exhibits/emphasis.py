"""What voices stress against others and pass over: profiles with intervals, mirrored pairs, silence in sentences."""

import pandas as pd

from svodka.analysis import authors, dispersion, evidence, overview, statistics
from svodka.charts import authors as charts
from svodka.charts import mirror
from svodka.exhibits import behind
from svodka.exhibits.exhibit import Asked, Behind, Exhibit, Told
from svodka.exhibits.group import Group, group, heard, others
from svodka.exhibits.naming import first, joined, named
from svodka.wording import Words, capital

KINDS = ("theme", "resource", "place", "word", "phrase")
# What is said and stands for itself, not for a concept.
SAYINGS = {"word": authors.words, "phrase": authors.phrases}
# Rows of a comparison: what differs most fits on a screen; so many of them from the top and from the bottom.
MOST, ENDS = 14, 4
# Mentions, or mentions to be expected, before a difference is worth a sentence.
FEWEST = authors.EXPECTED
# Names in a title and in a sentence, sentences in a card.
TITLED, NAMES, SENTENCES = 2, 4, 4


def profile(asked: Asked, voices: str = "", against: str = "", kind: str = "theme") -> Exhibit:
    """What voices (ids joined by commas) stress against all others or these: log-odds with intervals, the most distinctive on top."""
    words = asked.words
    who, rest = group(asked, voices), others(asked, voices, against)
    compared = _spread(asked, _compared(asked, who, against, kind), who, kind)
    shown = _furthest(compared)
    sizes = words("authors.sizes", n=who.words, other=rest.words) if rest.words else words("authors.sizes.alone", n=who.words)
    method = words("authors.subtitle" if rest.words else "authors.subtitle.alone")
    return Exhibit(
        key="authors.profile",
        title=words(f"authors.card.{kind}" if rest.words else f"authors.kind.{kind}"),
        subtitle=_capped(f"{sizes} · {method}", shown, compared, words),
        table=compared,
        draw=lambda: charts.profile(shown, asked.style, who.colour),
        marks=[mark for mark, _ in _sides(compared)],
        behind=lambda mark, limit: _sentences(asked, compared, kind, mark, who, rest, limit),
        finding=_finding(compared, who, rest, kind, words),
        remark=_remark(asked, who, compared, "authors.remark" if rest.words else "authors.remark.alone"),
        nothing=words("authors.unnamed" if who.words else "authors.nothing"),
        sheet=lambda: charts.sheet(shown, asked.style, who.name, who.colour),
    )


def pair(asked: Asked, voices: str = "", against: str = "", kind: str = "theme") -> Exhibit:
    """Voices beside other voices, or beside all others, as mirrored bars; a mark is «item|voices», «item|» for all others."""
    words = asked.words
    who, rest = group(asked, voices), others(asked, voices, against)
    compared = _spread(asked, _compared(asked, who, against, kind), who, kind)
    shown = _furthest(compared)
    left, right = mirror.Side(",".join(who.ids), who.name, who.colour), mirror.Side(against, rest.name, _other_colour(asked, who, rest))

    def sentences(mark: str, limit: int) -> Behind | None:
        item, _, side = mark.partition("|")
        named = {left.id: who, right.id: rest}
        return _sentences(asked, compared, kind, item, named[side], named[side], limit) if side in named else None

    return Exhibit(
        key="authors.pair",
        title=words(f"authors.pair.{kind}"),
        subtitle=_capped(words("authors.pair.subtitle", n=who.words, other=rest.words), shown, compared, words),
        table=compared,
        draw=lambda: mirror.pair(shown if who.words and rest.words else shown.head(0), asked.style, left, right),
        marks=[f"{mark}|{left.id if said else right.id}" for mark, said in _sides(compared)],
        behind=sentences,
        finding=_finding(compared, who, rest, kind, words),
        remark=_remark(asked, who, compared, "authors.pair.remark"),
        nothing=words("authors.unnamed" if who.words and rest.words else "authors.nothing"),
        sheet=lambda: mirror.sheet(shown, asked.style, left, right),
    )


def silent(asked: Asked, voices: str = "", kind: str = "theme") -> Exhibit:
    """What the others raise and these voices do not, in sentences; what they said too little to be judged by, in the last.

    A word unsaid says nothing: themes stand for words and phrases.
    """
    words, kind = asked.words, "theme" if kind in SAYINGS else kind
    who, rest = group(asked, voices), others(asked, voices, "")
    passed = authors.passed_over(_compared(asked, who, "", kind))
    missed, thin = (passed[passed["enough"] == enough].to_dict("records") for enough in (True, False))
    told = [
        Told(
            record["item"],
            words("authors.silent", label=words.label(record), expected=record["expected"], n=int(record["mentions"]),
                  rate=record["other_rate"]),
        )
        for record in missed[:SENTENCES]
    ]  # fmt: skip
    if thin:
        told.append(Told(",".join(record["item"] for record in thin), words("authors.silent.thin", labels=_listed(thin, kind, words))))

    def sentences(mark: str, limit: int) -> Behind | None:
        label = next((one.text for one in told if one.mark == mark), "")
        named = [words.label(record) for record in [*missed, *thin] if record["item"] in mark.split(",")]
        if not label:
            return None
        if len(named) == 1:
            return _sentences(asked, passed, kind, mark, rest, rest, limit)._replace(title=words("authors.others", label=capital(named[0])))
        found = evidence.of_mentions(asked.corpus, heard(asked, rest).selection, mark.split(","), limit=limit)
        return Behind(found, words("authors.others.several"))

    return Exhibit(
        key="authors.silent",
        title=words("authors.silent.card"),
        subtitle="",
        table=passed,
        draw=None,
        marks=[one.mark for one in told],
        behind=sentences,
        finding=told[0].text if missed else "",
        told=told,
    )


def headline(shown: Exhibit, asked: Asked) -> tuple[str, str]:
    """«Имя: что подчёркивает» as the title; who that is, how much they said, what more and what less than the others as the lead."""
    words, options = asked.words, shown.options
    if not options["voices"]:
        return words("authors.title.none"), words("empty.do")
    who, rest = group(asked, options["voices"]), others(asked, options["voices"], options.get("against", ""))
    title, said = _stated(shown, who, rest, words)
    if options.get("against"):
        said = [words("authors.lead.against", name=rest.full.rstrip(".")), *said]
    articles = overview.counts(asked.corpus, heard(asked, who).selection)["articles"]
    size = words("authors.lead.size", words=who.words, articles=articles)
    return title, " ".join([f"{who.full} · {size}.", *said])


def _stated(shown: Exhibit, who: Group, rest: Group, words: Words) -> tuple[str, list[str]]:
    """The title, and what more and what less than the others in sentences; where there is too little to say so, that."""
    kind, compared, paired = shown.options["kind"], shown.table, bool(shown.options.get("against"))
    more, less = _distinct(compared)
    said = [words("authors.lead.more", names=_listed(more, kind, words))] if more else []
    said += [words("authors.lead.less", names=_listed(less, kind, words))] if less else []
    if not who.words or not rest.words:
        return words("authors.title.alone", name=who.name), [words("authors.lead.alone")]
    thin = min(who, rest, key=lambda side: side.words)
    if thin.words < statistics.VIRTUAL_WORDS:
        return words("authors.title.thin", name=thin.name), [words("authors.lead.thin", n=thin.words)]
    if paired and said:
        tops = [(side, named(records[0], kind, words)) for side, records in ((who, more), (rest, less)) if records]
        return "; ".join(words("authors.title", name=side.name, names=top) for side, top in tops), said
    if more:
        return words("authors.title", name=who.name, names=joined([named(record, kind, words) for record in more[:TITLED]], words)), said
    if less:
        return shown.finding, said
    if compared["distinct"].any():
        return words("authors.title.few", name=who.name), [words("authors.lead.few", n=FEWEST)]
    key = "authors.title.pair.even" if paired else "authors.title.even"
    return words(key, name=who.name, other=rest.inline), [words("authors.lead.even")]


def _compared(asked: Asked, who: Group, against: str, kind: str) -> pd.DataFrame:
    rivals = against.split(",") if against else ()
    if kind in SAYINGS:
        return SAYINGS[kind](asked.corpus, asked.selection, who.ids, rivals)
    return authors.profile(asked.corpus, asked.selection, who.ids, rivals, kind)


def _spread(asked: Asked, compared: pd.DataFrame, who: Group, kind: str) -> pd.DataFrame:
    """The comparison with how evenly the voices spread each item over their paragraphs: the columns of analysis.dispersion."""
    if kind == "word":
        spread = dispersion.of_words(asked.corpus, asked.selection, who.ids, list(compared["item"]))
    elif kind == "phrase":
        spread = dispersion.of_phrases(asked.corpus, asked.selection, who.ids, list(compared["item"]))
    else:
        spread = dispersion.of_concepts(asked.corpus, asked.selection, who.ids, kind)
    return compared.merge(spread[["item", "rate_lo", "rate_hi", "dp", "dpnorm"]], on="item", how="left")


def _other_colour(asked: Asked, who: Group, rest: Group) -> str:
    """Two groups have the same colour, grey stands for the second then."""
    return asked.style.neutral if rest.colour == who.colour else rest.colour


def _furthest(compared: pd.DataFrame) -> pd.DataFrame:
    """The rows that differ most, in their order, some of either end among them; without others the most named."""
    if compared["z"].isna().all():
        return compared.sort_values(["mentions", "item"], ascending=[False, True], ignore_index=True).head(MOST)
    ends = [*compared.index[:ENDS], *compared.index[-ENDS:]]
    furthest = compared["z"].abs().sort_values(ascending=False, kind="stable").index
    return compared.loc[sorted(list(dict.fromkeys([*ends, *furthest]))[:MOST])]


def _sides(compared: pd.DataFrame) -> list[tuple[str, bool]]:
    """All items, the most distinctive first, and whether the voices themselves name them."""
    order = compared.assign(far=compared["z"].abs().fillna(0)).sort_values(["far", "mentions", "item"], ascending=[False, False, True])
    return [(row.item, row.mentions > 0 and not row.z < 0) for row in order.itertuples()]


def _sentences(asked: Asked, compared: pd.DataFrame, kind: str, item: str, who: Group, rest: Group, limit: int) -> Behind | None:
    """Where the voices name an item; where they do not, what the others say of it."""
    record = next(iter(compared[compared["item"] == item].to_dict("records")), None)
    if record is None:
        return None
    label, own = asked.words.label(record), record["mentions"] > 0 or who is rest
    voices = heard(asked, who if own else rest)
    if kind == "phrase":
        told = evidence.of_phrases(asked.corpus, voices.selection, item, limit=limit)
        found = Behind(told, asked.words("evidence.named", label=capital(label)), name=label)
    else:
        found = behind.of_word(voices, item, label, limit) if kind == "word" else behind.of_concept(voices, item, label, limit)
    return found if own else found._replace(title=asked.words("authors.others", label=capital(label)))


def _distinct(compared: pd.DataFrame) -> tuple[list[dict], list[dict]]:
    """What is surely more and what is surely less, the most distinctive first, as far as enough mentions stand behind it."""
    expected = compared["words"] * compared["other_rate"] / 1_000
    more = compared[compared["distinct"] & (compared["delta"] > 0) & (compared["mentions"] >= FEWEST)]
    less = compared[compared["distinct"] & (compared["delta"] < 0) & (expected >= FEWEST)]
    return more.to_dict("records"), less[::-1].to_dict("records")


def _finding(compared: pd.DataFrame, who: Group, rest: Group, kind: str, words: Words) -> str:
    """What is surely more and what is surely less; nothing where either side has too few words to say so."""
    more, less = (_listed(side, kind, words, TITLED - 1) for side in _distinct(compared))
    if min(who.words, rest.words) < statistics.VIRTUAL_WORDS or not (more or less):
        return ""
    key = "authors.finding.both" if more and less else "authors.finding.more" if more else "authors.finding.less"
    return words(key, name=who.name, than=words("authors.than", name=rest.inline), names=more or less, less=less)


def _remark(asked: Asked, who: Group, compared: pd.DataFrame, key: str) -> str:
    """How to read the marks, whose words count, and where there are too few paragraphs to bound a rate."""
    words = asked.words
    roles = ", ".join(words(f"role.{role}") for role in asked.selection.roles)
    said = [words(key), words("authors.roles.counted", roles=roles) if roles else ""]
    few = len(compared) and compared["length"].max() < statistics.FEWEST_BLOCKS
    return " ".join(part for part in [*said, words("authors.remark.few") if few else "", words("authors.remark.texts")] if part)


def _capped(said: str, shown: pd.DataFrame, compared: pd.DataFrame, words: Words) -> str:
    if len(shown) == len(compared):
        return said
    return f"{said} · {words('authors.capped', shown=len(shown), total=len(compared))}"


def _listed(records: list[dict], kind: str, words: Words, most: int = NAMES) -> str:
    """The first names; of words the comparison knows the ends alone, and not how many more there are."""
    names = [named(record, kind, words) for record in records]
    if kind in SAYINGS and len(names) > most + 1:
        return words("authors.listed.words", names=", ".join(names[:most]))
    return first(names, words, most)
