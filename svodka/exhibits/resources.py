"""Resources: who names which, beside what, with which countries, and when."""

import pandas as pd

from svodka.analysis import resources as analysis
from svodka.charts import resources as charts
from svodka.charts import sheet as sheets
from svodka.exhibits import behind, together, trend
from svodka.exhibits.exhibit import ROWS, Asked, Behind, Exhibit, capped
from svodka.wording import Words, inline

FEWEST = 3


def by_voice(asked: Asked, measure: str = "mentions", generic: str = "named") -> Exhibit:
    """Resources by voice, mentions or rates; with `generic` «all» words like «сырьё» count too."""
    words = asked.words
    counts = analysis.by_voice(asked.corpus, asked.selection, generic=generic == "all")
    concepts = list(counts["concept"].unique())

    return Exhibit(
        key="resources.by_voice",
        title=words("resources.card"),
        subtitle=capped(words(f"resources.subtitle.{measure}", n=int(counts["mentions"].sum())), len(concepts), words),
        table=counts,
        draw=lambda: charts.by_voice(counts, asked.style, measure, ROWS),
        marks=concepts,
        behind=behind.by_voice(asked, counts),
        finding=_most_named(counts, words),
        voices=counts,
        sheet=lambda: sheets.stacked(counts[counts["concept"].isin(concepts[:ROWS])], asked.style, measure),
    )


def company(asked: Asked, concept: str = "") -> Exhibit:
    """What is named in the paragraphs of a resource; of the one named most where the concept is no resource named."""
    corpus, selection, words, style = asked
    totals = analysis.totals(corpus, selection, generic=True)
    labels = dict(zip(totals["concept"], totals[f"label_{words.language}"], strict=True))
    chosen = concept if concept in labels else next(iter(labels), "")
    named = analysis.named_with(corpus, selection, [chosen] if chosen else [])
    others = dict(zip(named["other"], named[f"other_{words.language}"], strict=True))

    def sentences(mark: str, limit: int) -> Behind | None:
        first, _, second = mark.partition("|")
        if first != chosen or second not in others:
            return None
        return behind.of_together(asked, first, second, f"{labels[first]} + {others[second]}", limit)

    return Exhibit(
        key="resources.company",
        title=words("resources.with.card", label=labels.get(chosen, "—")),
        subtitle=capped(words("resources.with.subtitle"), len(named), words),
        table=named,
        draw=lambda: charts.company(named.head(ROWS), style),
        marks=[f"{chosen}|{other}" for other in others],
        behind=sentences,
        finding=_closest(named, labels.get(chosen, ""), words),
        nothing=words("resources.with.nothing", label=labels[chosen]) if chosen else "",
        sheet=lambda: charts.company_sheet(named.head(ROWS), style),
    )


def by_country(asked: Asked, generic: str = "named") -> Exhibit:
    """Resources by the countries named in the same paragraphs."""
    words = asked.words
    pairs = analysis.by_country(asked.corpus, asked.selection, generic == "all")
    return Exhibit(
        key="resources.by_country",
        title=words("resources.by_country.card"),
        subtitle=words("together.subtitle"),
        table=pairs,
        draw=lambda: charts.by_country(pairs, asked.style),
        marks=together.marks(pairs),
        behind=together.sentences(asked, pairs),
        finding=together.finding(pairs, words),
        remark=together.remark(charts.columns(asked.style), pairs["second"].nunique(), words),
        sheet=lambda: together.rows(asked, pairs),
    )


def course(asked: Asked, part: str = "first") -> Exhibit:
    """Resources over the time of publication."""
    return trend.of_kind(asked, "resources.trend", "resource", part)


def headline(asked: Asked, generic: str = "named") -> tuple[str, str]:
    """The resource named most as the title; how often, by how many, where, as the lead."""
    words = asked.words
    totals = analysis.totals(asked.corpus, asked.selection, generic=generic == "all")
    tops = totals[totals["top"]]
    if tops.empty:
        return words("resources.title.none"), words("empty.do")
    top = tops.iloc[0].to_dict()
    counts = {name: int(top[name]) for name in ("mentions", "voices", "passages")}
    return words("resources.title", label=inline(words.label(top))), words("resources.lead", concepts=len(tops), **counts)


def _most_named(counts: pd.DataFrame, words: Words) -> str:
    if counts.empty or counts["total"].iloc[0] < FEWEST:
        return ""
    return words("resources.title", label=inline(words.label(counts.iloc[0].to_dict())))


def _closest(named: pd.DataFrame, label: str, words: Words) -> str:
    """What is named most often beside the resource."""
    if named.empty or named["passages"].iloc[0] < FEWEST:
        return ""
    top = named.iloc[0].to_dict()
    return words("resources.with.finding", label=label, other=top[f"other_{words.language}"], n=int(top["passages"]))


MAKERS = {
    "resources.by_voice": by_voice,
    "resources.company": company,
    "resources.by_country": by_country,
    "resources.trend": course,
}
