"""A table of discs: what stands in the rows by what stands in the columns; an empty place is a gap to be seen."""

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from svodka.charts.style import Style, faded, figure, plain

ROW = 38
HEAD = 46
LARGEST = 34
LABELS = 0.3


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
    drawn.update_layout(margin={"l": 0, "r": 0, "t": HEAD, "b": 0})
    drawn.update_xaxes(range=[-0.5, len(across) - 0.5], domain=[LABELS, 1], showticklabels=False)
    drawn.update_yaxes(range=[0.5 - len(down), 0.5])
    for index, head in enumerate(down):
        drawn.add_annotation(x=0, xref="paper", xanchor="left", y=-index, yref="y", showarrow=False, text=plain(head.label), font_size=13.5)
        drawn.add_shape(type="line", x0=0, x1=1, xref="paper", y0=-index - 0.5, y1=-index - 0.5, line={"color": style.line, "width": 1}, layer="below")
    for index, head in enumerate(across):
        name = "<br>".join(plain(part) for part in head.label.replace(", ", ",\n").split("\n"))
        drawn.add_annotation(
            x=index, y=1, yref="paper", yanchor="bottom", showarrow=False, text=f"<b>{name}</b>", font={"size": 12, "color": head.colour or style.ink}
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
