"""A table of discs: what stands in the rows by what stands in the columns; an empty place is a gap to be seen."""

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from svodka.charts.style import Style, figure, mixed, plain

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
    """What two heads have in common: `size` is drawn, `text` is written, `hover` explains."""

    row: str
    column: str
    size: float
    text: str
    hover: str


def matrix(style: Style, down: Sequence[Head], across: Sequence[Head], cells: Sequence[Cell]) -> go.Figure:
    """Discs whose area is the size; a cell without size shows a small ring; every disc carries «row|column»; no cells, no marks."""
    drawn = figure(style, HEAD + ROW * max(1, len(down)))
    drawn.update_layout(
        margin={"l": 0, "r": EDGE, "t": 0, "b": 0},
        xaxis={
            "range": [-0.5, len(across) - 0.5],
            "side": "top",
            "tickangle": 0,
            "tickvals": list(range(len(across))),
            "ticktext": [_above(head, index, style) for index, head in enumerate(across)],
            "automargin": True,
        },
        yaxis={
            "range": [0.5 - len(down), 0.6],
            "showticklabels": True,
            "tickvals": [-index for index in range(len(down))],
            "ticktext": ["<br>".join(map(plain, wrapped(head.label, LETTERS if style.narrow else WHOLE))) + " " for head in down],
            "tickfont": {"size": 13, "color": style.ink},
            "showgrid": True,
            "gridcolor": style.line,
            "automargin": True,
        },
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
                "color": [mixed(colours[cell.column], style.paper, 0.28) if cell.size else style.paper for cell in cells],
                "line": {"width": 1.5, "color": [colours[cell.column] if cell.size else style.line for cell in cells]},
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
