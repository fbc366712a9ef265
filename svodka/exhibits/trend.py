"""Themes and resources over the time of publication."""

import pandas as pd

from svodka.analysis import trend
from svodka.charts import trend as charts
from svodka.exhibits.exhibit import Asked, Behind, Exhibit
from svodka.wording import Words, capital

PARTS = ("first", "second", "third")
FEWEST = 3


def of_kind(asked: Asked, key: str, kind: str, part: str) -> Exhibit:
    """The concepts of a kind, six lines at a time by how often they are named; why there are none where dates are wanting."""
    corpus, selection, words, style = asked
    span = trend.span(corpus, selection)
    counts = trend.mentions(corpus, selection, kind, span.grain)
    drawable = span.dated > 1 and span.first != span.last
    begin = PARTS.index(part) * charts.LINES
    shown = counts[counts["concept"].isin(counts["concept"].unique()[begin : begin + charts.LINES])] if drawable else counts.head(0)
    labels = dict(zip(counts["concept"], counts[f"label_{words.language}"], strict=True))

    def sentences(mark: str, limit: int) -> Behind | None:
        concept, _, period = mark.partition("|")
        when = counts.loc[(counts["concept"] == concept) & (counts["period"] == period), "since"]
        if when.empty:
            return None
        found = trend.behind(corpus, selection, concept, period, span.grain, limit)
        name = f"{labels[concept]}, {charts.period(when.iloc[0], span.grain, words)}"
        return Behind(found, words("evidence.named", label=capital(name)), name=name)

    peaks = shown.sort_values(["mentions", "rate"], ascending=False, kind="stable").drop_duplicates("concept")
    return Exhibit(
        key=key,
        title=words(f"{key}.card"),
        subtitle=words("trend.subtitle", grain=words(f"trend.grain.{span.grain}"), dated=span.dated) if drawable else "",
        table=counts,
        draw=lambda: charts.trend(shown, style, span.grain),
        marks=[f"{concept}|{period}" for concept, period in zip(peaks["concept"], peaks["period"], strict=True)],
        behind=sentences,
        finding=_finding(shown, span.grain, words),
        remark=" ".join([words("trend.remark"), *([words("trend.undated", n=span.undated)] if span.undated else [])]),
        nothing="" if drawable else _nothing(span, words),
        sheet=lambda: charts.sheet(shown, style, span.grain),
    )


def _nothing(span: trend.Span, words: Words) -> str:
    if span.dated > 1:
        return words("trend.nothing.one_day")
    return words("trend.nothing.undated", dated=span.dated, articles=span.dated + span.undated)


def _finding(shown: pd.DataFrame, grain: str, words: Words) -> str:
    """When the concept named most often was named at its highest rate; nothing where that rests on too few mentions."""
    if shown.empty or shown["since"].nunique() < 2:
        return ""
    first = shown[shown["concept"] == shown["concept"].iloc[0]]
    top = first.loc[first["rate"].idxmax()].to_dict()
    if top["mentions"] < FEWEST:
        return ""
    return words("trend.finding", label=words.label(top), when=_when(top["since"], grain, words), rate=top["rate"], n=int(top["mentions"]))


def _when(since: pd.Timestamp, grain: str, words: Words) -> str:
    """«в декабре 2025 года»."""
    parts = {
        "day": {"day": words.day(since)},
        "month": {"month": words("trend.months.in").split("|")[since.month - 1], "year": str(since.year)},
        "quarter": {"quarter": since.quarter, "year": str(since.year)},
        "year": {"year": str(since.year)},
    }[grain]
    return words(f"trend.when.{grain}", **parts)
