"""Themes: who raises which, what is named together in one paragraph, and when."""

import pandas as pd

from svodka.analysis import overview
from svodka.analysis import themes as analysis
from svodka.charts import network as drawn
from svodka.charts import sheet as sheets
from svodka.charts import themes as charts
from svodka.exhibits import behind, together, trend
from svodka.exhibits.exhibit import Asked, Exhibit, capped
from svodka.wording import Words, inline

KINDS = {
    "all": analysis.NETWORK_KINDS,
    "theme_resource": ("theme", "resource"),
    "resource_place": ("resource", "place"),
    "theme_place": ("theme", "place"),
}
# Concepts and pairs that can be told apart: on a laptop, on a phone.
WIDE, NARROW = (26, 36), (11, 13)
FEWEST = 3


def by_voice(asked: Asked, measure: str = "mentions") -> Exhibit:
    """Themes by voice, mentions or rates; holes are to be seen."""
    words = asked.words
    grid = overview.coverage(asked.corpus, asked.selection)
    concepts = list(grid["concept"].unique())

    return Exhibit(
        key="themes.by_voice",
        title=words("themes.card"),
        subtitle=capped(words(f"themes.subtitle.{measure}", n=int(grid["mentions"].sum())), len(concepts), words),
        table=grid,
        draw=lambda: charts.by_voice(grid, asked.style, measure),
        marks=concepts,
        behind=behind.by_voice(asked, grid),
        finding=_most_raised(grid, words),
        remark=words("themes.remark"),
        sheet=lambda: sheets.stacked(grid, asked.style, measure),
    )


def beside(asked: Asked, kind: str = "place") -> Exhibit:
    """Themes by countries, resources or other themes: paragraphs that name both."""
    words = asked.words
    pairs = analysis.cooccurrence(asked.corpus, asked.selection, tuple({"theme": 0, kind: 0}))
    sides = charts.sides(pairs, kind)
    columns, total = charts.columns(asked.style), sides["second"].nunique()
    return Exhibit(
        key="themes.together",
        title=words("themes.together.card"),
        subtitle=words("together.subtitle"),
        table=sides,
        draw=lambda: charts.together(pairs, asked.style, kind),
        marks=together.marks(sides),
        behind=together.sentences(asked, sides),
        finding=together.finding(sides, words),
        remark=together.remark(columns, total, words),
        sheet=lambda: together.rows(asked, sides),
    )


def network(asked: Asked, kinds: str = "all") -> Exhibit:
    """Themes, resources and countries that are surely named together more often than expected, as a network."""
    words = asked.words
    pairs = analysis.network(asked.corpus, asked.selection, KINDS[kinds])
    shown = analysis.core(pairs, *(NARROW if asked.style.narrow else WIDE))
    left = len(pairs) - len(shown)
    return Exhibit(
        key="themes.network",
        title=words("network.card"),
        subtitle=words("network.subtitle" if pairs["sure"].any() else "network.subtitle.weak", n=len(pairs)),
        table=pairs,
        draw=lambda: drawn.network(shown, asked.style),
        marks=together.marks(shown),
        behind=together.sentences(asked, pairs),
        finding=together.finding(pairs, words),
        remark=" ".join([words("network.remark"), *([words("network.left", n=left)] if left else [])]),
        nothing=words("network.nothing"),
        sheet=lambda: together.rows(asked, shown),
    )


def course(asked: Asked, part: str = "first") -> Exhibit:
    """Themes over the time of publication."""
    return trend.of_kind(asked, "themes.trend", "theme", part)


def headline(shown: Exhibit, asked: Asked) -> tuple[str, str]:
    """The theme raised most as the title; by how many voices, and which themes are raised by one voice alone, as the lead."""
    grid, words = shown.table, asked.words
    if grid.empty:
        return words("themes.title.none"), words("empty.do")
    heads = grid.drop_duplicates("concept")
    top = heads.iloc[0].to_dict()
    lone = [inline(words.label(theme)) for theme in heads[heads["raised_by"] == 1].to_dict("records")]
    lead = words("themes.lead", mentions=int(top["total"]), voices=int(top["raised_by"]), of=grid["voice_id"].nunique())
    return _title(grid, words), f"{lead} {words('themes.lone', names=', '.join(lone))}" if lone else lead


def _most_raised(grid: pd.DataFrame, words: Words) -> str:
    return _title(grid, words) if len(grid) and grid["total"].iloc[0] >= FEWEST else ""


def _title(grid: pd.DataFrame, words: Words) -> str:
    return words("themes.title", label=inline(words.label(grid.iloc[0].to_dict())))


MAKERS = {"themes.by_voice": by_voice, "themes.together": beside, "themes.network": network, "themes.trend": course}
