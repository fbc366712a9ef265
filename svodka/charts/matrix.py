"""A table of discs: what stands in the rows by what stands in the columns; an empty place is a gap to be seen."""

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from svodka.charts.style import Style, faded, figure, plain

ROW = 38
HEAD, LEVEL = 70, 34
LARGEST = 34
LABELS, LABELS_NARROW = 0.3, 0.38
LETTERS = 13
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
    drawn.update_layout(margin={"l": 0, "r": EDGE, "t": HEAD, "b": 0})
    left, letters = (LABELS_NARROW, LETTERS) if style.narrow else (LABELS, 40)
    drawn.update_xaxes(range=[-0.5, len(across) - 0.5], domain=[left, 1], showticklabels=False)
    drawn.update_yaxes(range=[0.5 - len(down), 0.5])
    for index, head in enumerate(down):
        drawn.add_annotation(
            x=0,
            xref="paper",
            xanchor="left",
            y=-index,
            yref="y",
            showarrow=False,
            align="left",
            font_size=13,
            text="<br>".join(plain(line) for line in wrapped(head.label, letters)),
        )
        drawn.add_shape(
            type="line", x0=0, x1=1, xref="paper", y0=-index - 0.5, y1=-index - 0.5, line={"color": style.line, "width": 1}, layer="below"
        )
    for index, head in enumerate(across):
        _name_column(drawn, style, index, head)
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
                "size": [max(LARGEST * (cell.size / largest) ** 0.5, 9) if cell.size else 7 for cell in cells],
                "color": [faded(colours[cell.column], 0.28) if cell.size else "rgba(0,0,0,0)" for cell in cells],
                "line": {"width": 1.5, "color": [colours[cell.column] if cell.size else style.line for cell in cells]},
            },
            customdata=[[f"{cell.row}|{cell.column}"] for cell in cells],
            hovertext=[cell.hover for cell in cells],
            hovertemplate="%{hovertext}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}, "textfont": {"color": style.ink}},
        )
    )
    return drawn


def _name_column(drawn: go.Figure, style: Style, index: int, head: Head) -> None:
    """The name above a column; every second one stands a level higher, so that neighbours have the width of two."""
    raised = index % 2 * LEVEL
    name = "<br>".join(plain(line) for line in wrapped(head.label, LETTERS))
    drawn.add_annotation(
        x=index, y=1, yref="paper", yanchor="bottom", yshift=raised, showarrow=False, text=f"<b>{name}</b>",
        font={"size": 12, "color": head.colour or style.ink},
    )  # fmt: skip


def wrapped(label: str, letters: int) -> list[str]:
    """The label in lines of about so many letters, broken between words.

    >>> wrapped("Курбанов, Гусейнов", 12)
    ['Курбанов,', 'Гусейнов']
    """
    lines: list[str] = []
    for word in label.split():
        if lines and len(lines[-1]) + len(word) < letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
