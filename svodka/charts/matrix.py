"""A table of discs: what stands in the rows by what stands in the columns; an empty place is a gap to be seen."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from svodka.charts.style import Style, figure, mixed, plain
from svodka.wording import Words

ROW = 38
HEAD = 76
LARGEST = 34
# Letters of a line of a name: above a column (and beside a row on a phone), beside a row.
LETTERS, WHOLE = 13, 40
# Room for the half of the last name that leans over its column.
EDGE = 26


class Head(NamedTuple):
    """A row or a column: its id, its name and (for a column of a voice) its colour."""

    id: str
    label: str
    colour: str = ""


class Cell(NamedTuple):
    """What two heads have in common: `size` is drawn, `text` is written, `hover` explains; a weak one is not filled."""

    row: str
    column: str
    size: float
    text: str
    hover: str
    strong: bool = True


def matrix(style: Style, down: Sequence[Head], across: Sequence[Head], cells: Sequence[Cell]) -> go.Figure:
    """Discs whose area is the size; a cell without size shows a small ring; every disc carries «row|column»; no cells, no marks."""
    drawn = figure(style, HEAD + ROW * max(1, len(down)))
    drawn.layout.margin.update(l=0, r=EDGE, t=0, b=0)
    drawn.layout.xaxis.update(
        range=[-0.5, len(across) - 0.5],
        side="top",
        tickangle=0,
        tickvals=list(range(len(across))),
        ticktext=[_above(head, index, style) for index, head in enumerate(across)],
        automargin=True,
    )
    drawn.layout.yaxis.update(
        range=[0.5 - len(down), 0.6],
        showticklabels=True,
        tickvals=[-index for index in range(len(down))],
        ticktext=["<br>".join(f"{plain(line)}\u00a0" for line in wrapped(head.label, LETTERS if style.narrow else WHOLE)) for head in down],
        tickfont={"size": 13, "color": style.ink},
        showgrid=True,
        gridcolor=style.line,
        automargin=True,
    )
    if not cells:
        return drawn
    rows, columns = {head.id: -i for i, head in enumerate(down)}, {head.id: i for i, head in enumerate(across)}
    colours = {head.id: head.colour or style.accent for head in across}
    largest = max(cell.size for cell in cells) or 1
    drawn.add_trace(
        go.Scatter(
            x=[columns[cell.column] for cell in cells],
            y=[rows[cell.row] for cell in cells],
            mode="markers+text",
            text=[cell.text if cell.size else "" for cell in cells],
            textfont={"size": 12, "color": style.ink},
            marker={
                "size": [max(LARGEST * (cell.size / largest) ** 0.5, 15) if cell.size else 7 for cell in cells],
                "opacity": 1,
                "color": [_filling(cell, colours[cell.column], style) for cell in cells],
                "line": {"width": 1.5, "color": [_rim(cell, colours[cell.column], style) for cell in cells]},
            },
            customdata=[[f"{cell.row}|{cell.column}"] for cell in cells],
            hovertext=[cell.hover for cell in cells],
            hovertemplate="%{hovertext}<extra></extra>",
            cliponaxis=False,
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}, "textfont": {"color": style.ink}},
        )
    )
    return drawn


def paired(pairs: pd.DataFrame, style: Style, most: int, columns: int) -> go.Figure:
    """Discs of what is named together, the first of a pair in the rows, the second above; surely more than expected is filled.

    `pairs` is an answer of analysis.together.compared; at most so many rows and columns are drawn, those with most passages.
    """
    words = style.words
    down, across = _heads(pairs, "first", words).head(most), _heads(pairs, "second", words).head(columns)
    shown = pairs[pairs["first"].isin(down.index) & pairs["second"].isin(across.index)]
    cells = [
        Cell(
            pair["first"],
            pair["second"],
            float(pair["observed"]),
            words.scaled(int(pair["observed"])),
            told(pair, words),
            pair["sure"],
        )
        for pair in shown.to_dict("records")
    ]
    return matrix(style, [Head(*head) for head in down.items()], [Head(*head) for head in across.items()], cells)


def told(pair: Mapping[str, Any], words: Words) -> str:
    """What a tooltip says of two concepts named together."""
    names = " + ".join(plain(pair[f"{side}_{words.language}"]) for side in ("first", "second"))
    found = words("together.hover", n=pair["observed"], articles=pair["articles"])
    expected = words("together.expected", expected=pair["expected"])
    interval = words("together.interval", lo=pair["lo"], hi=pair["hi"])
    return "<br>".join([f"<b>{names}</b>", found, expected, interval])


def _heads(pairs: pd.DataFrame, side: str, words: Words) -> pd.Series:
    """The labels of one side by concept, those with most passages first."""
    sums = pairs.groupby(side, sort=False)["observed"].sum().sort_values(ascending=False, kind="stable")
    return pairs.drop_duplicates(side).set_index(side)[f"{side}_{words.language}"].reindex(sums.index)


def _filling(cell: Cell, colour: str, style: Style) -> str:
    return mixed(colour, style.paper, 0.3) if cell.size and cell.strong else style.paper


def _rim(cell: Cell, colour: str, style: Style) -> str:
    return mixed(colour, style.paper, 1 if cell.strong else 0.45) if cell.size else style.line


def _above(head: Head, index: int, style: Style) -> str:
    """The name of a column; every second one stands two lines higher, so that neighbours have the width of two."""
    lines = [f"<span style='color:{head.colour or style.ink}'><b>{plain(line)}</b></span>" for line in wrapped(head.label, LETTERS)]
    return "<br>".join(lines + [" ", " "] * (index % 2))


def wrapped(label: str, letters: int) -> list[str]:
    """The label in lines of about so many letters, broken between words.

    >>> wrapped("Сергеева, Алексеев", 12)
    ['Сергеева,', 'Алексеев']
    """
    lines: list[str] = []
    for word in label.split():
        if lines and len(lines[-1]) + len(word) < letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
