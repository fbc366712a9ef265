"""What was searched for: who says it and how often."""

from collections.abc import Sequence

import pandas as pd

from svodka.analysis import queries, search
from svodka.charts import search as charts
from svodka.charts import sheet as sheets
from svodka.exhibits.exhibit import ROWS, Asked, Behind, Exhibit, capped
from svodka.wording import Words, capital

# Fewer places say nothing about who says it most.
ENOUGH = 3


def by_voice(asked: Asked, typed: str = "", mode: str = "lemma") -> Exhibit:
    """One query: a bar a voice; several: a bar a query, a part a voice. Marks are «voice_id|voice_id», or «query|voice_id» with the query
    counted from 0."""
    words = asked.words
    found = queries.asked(asked.corpus, typed, mode).queries
    texts = [query.text for query in found]
    counted = search.counts(asked.corpus, asked.selection, found)
    rows = counted.by_voice
    table = rows.assign(query=[texts[number] for number in rows["query"]])
    parts = _parts(rows, texts)

    def sentences(mark: str, limit: int) -> Behind | None:
        number, voices = picked(asked, found, mark)
        if number is None:
            return None
        name = words("search.quoted", text=texts[number])
        sought = search.sentences(asked.corpus, asked.selection, [found[number]], voices, limit)
        return Behind(sought, words("evidence.named", label=name), name=name)

    return Exhibit(
        key="search.by_voice",
        title=words("search.card"),
        subtitle=capped(words("search.subtitle", n=int(counted.totals["hits"].sum())), parts["concept"].nunique(), words),
        table=table,
        draw=lambda: charts.by_voice(parts, asked.style, most=ROWS),
        marks=list(parts["concept"] + "|" + parts["voice_id"]),
        behind=sentences,
        finding=_finding(counted, texts, words),
        remark=words("search.remark") if len(rows) > 1 else "",
        nothing=words("search.nothing"),
        voices=rows if len(found) > 1 else None,
        sheet=lambda: sheets.stacked(parts, asked.style),
    )


def picked(asked: Asked, found: Sequence[queries.Query], mark: str | None) -> tuple[int | None, list[str]]:
    """The number of the query and the voices (all, where none is named) of a mark; None for no mark or one that the answer has not."""
    if mark is None:
        return None, []
    rows = search.counts(asked.corpus, asked.selection, found).by_voice
    left, _, voice = mark.partition("|")
    number = 0 if len(found) == 1 else int(left) if left.isdecimal() and int(left) < len(found) else None
    known = number is not None and (not voice or voice in set(rows.loc[rows["query"] == number, "voice_id"]))
    return (number, [voice] if voice else []) if known else (None, [])


def headline(asked: Asked, typed: str, mode: str) -> tuple[str, str]:
    """What was found as the title, on how much it rests as the lead; what may be searched for when nothing was asked."""
    words = asked.words
    found = queries.asked(asked.corpus, typed, mode).queries
    if not found:
        return words("search.title.none"), words("search.lead.none")
    totals, rows = search.counts(asked.corpus, asked.selection, found)
    texts = [words("search.quoted", text=query.text) for query in found]
    if not totals["hits"].sum():
        return words("search.title.nothing", text=", ".join(texts)), words("search.lead.nothing")
    if len(found) > 1:
        order = totals.sort_values(["hits", "query"], ascending=[False, True])
        told = "; ".join(words("search.lead.query", text=texts[row.query], hits=row.hits, voices=row.voices) for row in order.itertuples())
        return words("search.title.several", text=texts[order["query"].iloc[0]], hits=int(order["hits"].iloc[0])), capital(f"{told}.")
    total = {name: int(totals[name].iloc[0]) for name in ("hits", "passages", "articles", "voices")}
    lead = words("search.lead.one" if len(rows) == 1 else "search.lead", name=rows["short"].iloc[0], n=int(rows["hits"].iloc[0]), **total)
    return words("search.title", text=texts[0], **total), lead


def _parts(rows: pd.DataFrame, texts: list[str]) -> pd.DataFrame:
    """The rows as the bars of charts.resources: of one query a bar a voice, of several a bar a query."""
    counts = rows.rename(columns={"hits": "mentions"})
    if len(texts) == 1:
        return counts.assign(concept=rows["voice_id"], label_ru=rows["short"], label_en=rows["short"], total=rows["hits"])
    label = pd.Series([texts[number] for number in rows["query"]], index=rows.index, dtype="object")
    totals = rows.groupby("query")["hits"].transform("sum")
    return counts.assign(concept=rows["query"].astype(str), label_ru=label, label_en=label, total=totals)


def _finding(counted: search.Counts, texts: list[str], words: Words) -> str:
    hits, first = int(counted.totals["hits"].sum()), counted.by_voice.head(2)
    if len(texts) != 1 or hits < ENOUGH or len(first) < 2 or first["hits"].nunique() < 2:
        return ""
    text = words("search.quoted", text=texts[0])
    return words("search.finding", text=text, name=first["short"].iloc[0], n=int(first["hits"].iloc[0]), hits=hits)


MAKERS = {"search.by_voice": by_voice}
