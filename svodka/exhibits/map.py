"""Where and when: the countries and routes named, who names them, and the dates."""

from collections.abc import Callable, Sequence

import pandas as pd

from svodka.analysis import geography, resources
from svodka.charts import map as charts
from svodka.charts import resources as bars
from svodka.charts import sheet as sheets
from svodka.charts.sheet import Sheet
from svodka.exhibits import behind, timeline
from svodka.exhibits.exhibit import ROWS, Asked, Behind, Exhibit, capped
from svodka.wording import Words

FEWEST = 3
# So many voices can stand in a legend.
VOICES, OTHERS = 16, "others"


def countries(asked: Asked) -> Exhibit:
    """The countries and routes named, on a map."""
    corpus, selection, words, style = asked
    counts, routes = geography.countries(corpus, selection), geography.routes(corpus, selection)
    labels = _labels(counts, words) | _labels(routes, words)

    def sentences(mark: str, limit: int) -> Behind | None:
        return behind.of_concept(asked, mark, labels[mark], limit) if mark in labels else None

    return Exhibit(
        key="map.countries",
        title=words("map.card"),
        subtitle=words("map.subtitle", countries=counts["concept"].nunique(), routes=len(routes)),
        table=counts,
        draw=lambda: charts.places(counts, routes, style),
        marks=list(labels),
        behind=sentences,
        finding=_finding(counts, "map.finding", words),
        remark=words("map.remark"),
        sheet=lambda: _rows(counts.drop_duplicates("concept"), routes, asked),
    )


def by_voice(asked: Asked) -> Exhibit:
    """Which voice names which country."""
    counts = geography.countries(asked.corpus, asked.selection)
    lone = counts.groupby("concept")["voice_id"].nunique().eq(1).sum()
    finding = asked.words("map.by_voice.finding", n=counts["concept"].nunique(), lone=int(lone)) if len(counts) else ""
    return _bars(asked, counts, "map.by_voice", finding)


def routes(asked: Asked) -> Exhibit:
    """Which voice names which route."""
    counts = resources.by_voice(asked.corpus, asked.selection, kind="route")
    return _bars(asked, counts, "map.routes", _finding(counts, "map.routes.finding", asked.words))


def headline(shown: Exhibit, others: Sequence[Exhibit], asked: Asked) -> tuple[str, str]:
    """The country named most as the title; what the other exhibits find, as the lead."""
    words = asked.words
    lead = " ".join(f"{other.finding}." for other in others if other.finding)
    if shown.table.empty:
        return words("map.title.none"), lead or words("empty.do")
    return shown.finding or words("map.menu"), lead or shown.subtitle


def _bars(asked: Asked, counts: pd.DataFrame, key: str, finding: str) -> Exhibit:
    words, labels = asked.words, _labels(counts, asked.words)
    parts = _gathered(counts, asked)
    of = {voice: [voice] for voice in parts["voice_id"]} | {OTHERS: list(set(counts["voice_id"]) - set(parts["voice_id"]))}

    def sentences(mark: str, limit: int) -> Behind | None:
        concept, part, voice = mark.partition("|")
        known = concept in labels and (not part or voice in of)
        return behind.of_concept(asked, concept, labels[concept], limit, of[voice] if part else []) if known else None

    return Exhibit(
        key=key,
        title=words(f"{key}.card"),
        subtitle=capped(words("map.by_voice.subtitle", n=int(counts["mentions"].sum())), len(labels), words),
        table=counts,
        draw=lambda: bars.by_voice(parts, asked.style, "mentions", ROWS),
        marks=list(labels),
        behind=sentences,
        finding=finding,
        nothing=words(f"{key}.nothing"),
        voices=parts,
        sheet=lambda: sheets.stacked(parts[parts["concept"].isin(list(labels)[:ROWS])], asked.style),
    )


def _rows(counts: pd.DataFrame, routes: pd.DataFrame, asked: Asked) -> Sheet:
    """The countries and the routes with their mentions."""
    named = pd.concat([counts.rename(columns={"mentions": "own", "total": "mentions"}), routes])[
        ["concept", "label_ru", "label_en", "mentions"]
    ]
    said = [asked.words("map.said", n=int(n)) for n in named["mentions"]]
    names = named[f"label_{asked.words.language}"]
    return sheets.picture(named["concept"], names, named["mentions"], said, asked.words("column.mentions"), asked.style)


def _gathered(counts: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """The counts; of very many voices those without a colour of their own are one part, «остальные»."""
    if counts["voice_id"].nunique() <= VOICES:
        return counts
    hues = len(asked.style.voices)
    one = ["concept", "label_ru", "label_en", "total"]
    rest = counts[counts["rank"] > hues].groupby(one, sort=False, as_index=False)[["mentions", "words", "passages"]].sum()
    name = asked.words("map.others")
    rest = rest.assign(rate=1000 * rest["mentions"] / rest["words"], voice_id=OTHERS, voice=name, short=name, rank=hues + 1)
    return pd.concat([counts[counts["rank"] <= hues], rest], ignore_index=True)


def _labels(listed: pd.DataFrame, words: Words) -> dict[str, str]:
    return dict(zip(listed["concept"], listed[f"label_{words.language}"], strict=True))


def _finding(counts: pd.DataFrame, key: str, words: Words) -> str:
    """What is named most, by how many; nothing where it is named too seldom to say."""
    if counts.empty or counts["total"].iloc[0] < FEWEST:
        return ""
    top = counts[counts["concept"] == counts["concept"].iloc[0]]
    return words(key, label=words.label(top.iloc[0].to_dict()), n=int(top["total"].iloc[0]), voices=top["voice_id"].nunique())


MAKERS: dict[str, Callable[..., Exhibit]] = {
    "map.countries": countries,
    "map.by_voice": by_voice,
    "map.routes": routes,
    "map.timeline": timeline.timeline,
    "map.ahead": timeline.ahead,
}
