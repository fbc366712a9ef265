"""Themes by voice, and what is named together in one paragraph."""

import pandas as pd
import plotly.graph_objects as go

from svodka.charts.matrix import Cell, Head, matrix, paired
from svodka.charts.style import Style, plain

# Columns that fit with their names whole, on a laptop and on a phone.
WIDE, NARROW = 7, 4
DOWN = 14


def columns(style: Style) -> int:
    """How many columns there is room for."""
    return NARROW if style.narrow else WIDE


def by_voice(grid: pd.DataFrame, style: Style, measure: str = "mentions") -> go.Figure:
    """Discs of theme by voice, gaps as rings; `grid` is the answer of analysis.overview.coverage, `measure` mentions or rate."""
    words = style.words
    speaking = grid[grid["mentions"] > 0]
    voices = speaking.drop_duplicates("voice_id").sort_values("rank").head(columns(style))
    themes = grid.drop_duplicates("concept").head(DOWN)
    shown = grid[grid["voice_id"].isin(voices["voice_id"]) & grid["concept"].isin(themes["concept"])]
    cells = [
        Cell(
            cell["concept"],
            cell["voice_id"],
            float(cell[measure]),
            words.number(cell[measure]),
            words("resources.hover", voice=plain(cell["short"]), mentions=cell["mentions"], rate=cell["rate"], passages=cell["passages"]),
        )
        for cell in shown.to_dict("records")
    ]
    down = [Head(theme["concept"], words.label(theme)) for theme in themes.to_dict("records")]
    across = [Head(voice["voice_id"], voice["short"], style.voice(int(voice["rank"]))) for voice in voices.to_dict("records")]
    return matrix(style, down, across, cells)


def together(pairs: pd.DataFrame, style: Style, kind: str) -> go.Figure:
    """Discs of theme by country, resource or theme: paragraphs that name both; `pairs` is an answer of analysis.themes.cooccurrence."""
    return paired(sides(pairs, kind), style, DOWN, columns(style))


def sides(pairs: pd.DataFrame, kind: str) -> pd.DataFrame:
    """The pairs of a theme with something of a kind, the theme first; two themes stand both ways round."""
    both = pd.concat([pairs, _mirrored(pairs)], ignore_index=True)
    return both[(both["first_kind"] == "theme") & (both["second_kind"] == kind)]


def _mirrored(pairs: pd.DataFrame) -> pd.DataFrame:
    """The same pairs with their two sides exchanged."""
    sides = {
        name: name.replace("first", "second") if name.startswith("first") else name.replace("second", "first") for name in pairs.columns
    }
    return pairs.rename(columns=sides)
