"""The form most charts take: a list of rows, each with its name and value on one line and its mark below."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go

from svodka.charts.style import Style, figure, plain, shortened

ROW, LOW_ROW = 46, 36
AXIS = 26
LABEL_AT = 0.30
MARK_AT = -0.14
THICK = 0.26
# Letters that fit on the line of a row: of a card on a laptop and on a phone; a name keeps at least so many.
WIDE, NARROW, SHORTEST = 80, 44, 14


class Row(NamedTuple):
    """One row: the id its marks carry, its name, a grey remark behind it and the value at the right edge."""

    id: str
    label: str
    note: str = ""
    value: str = ""
    colour: str = ""
    strong: bool = True


def position(index: int) -> float:
    """Where the mark of the row stands on the y axis; rows go down, one unit each."""
    return MARK_AT - index


def rows(style: Style, listed: Sequence[Row], axis: bool = False, height: int = ROW) -> go.Figure:
    """The figure with the text of every row in place and nothing drawn yet; the x axis shows only where asked for.

    Where name and value do not fit on one line of a phone, the remark makes room and the name is cut.
    """
    drawn = figure(style, height * max(1, len(listed)) + (AXIS if axis else 8))
    drawn.update_yaxes(range=[0.5 - len(listed), 0.55])
    drawn.update_xaxes(showticklabels=axis)
    drawn.update_layout(margin_b=AXIS if axis else 4)
    room = NARROW if style.narrow else WIDE
    names = [_name(row, room, style) for row in listed]
    if not listed:
        return drawn
    drawn.update_layout(xaxis2={"overlaying": "x", "range": [0, 1], "visible": False, "fixedrange": True})
    _write(drawn, 0, "middle right", listed, names, [style.ink] * len(listed), 14)
    _write(drawn, 1, "middle left", listed, [plain(row.value) for row in listed], [row.colour or style.muted for row in listed], 13)
    return drawn


def _name(row: Row, room: int, style: Style) -> str:
    name = plain(shortened(row.label, max(SHORTEST, room - len(row.value))))
    fits = len(row.label) + len(row.note) + len(row.value) + 2 <= room
    note = f"  <span style='color:{style.muted}'>{plain(row.note)}</span>" if row.note and fits else ""
    return f"<b>{name}</b>{note}" if row.strong else name + note


def _write(drawn: go.Figure, x: int, at: str, listed: Sequence[Row], texts: list[str], colours: list[str], size: int) -> None:
    """One line of text a row; one trace for all of them, since annotations cost a thousand times more."""
    drawn.add_trace(
        go.Scatter(
            x=[x] * len(listed),
            y=[LABEL_AT - index for index in range(len(listed))],
            xaxis="x2",
            mode="text",
            text=texts,
            textposition=at,
            textfont={"size": size, "color": colours},
            customdata=[[row.id] for row in listed],
            hoverinfo="skip",
            cliponaxis=False,
            unselected={"textfont": {"color": None}},
        )
    )


def touch(drawn: go.Figure, listed: Sequence[Row], span: tuple[float, float], hover: Sequence[str] | None = None) -> None:
    """Make every row one large target: an unseen bar over its whole width that carries the row's id."""
    low, high = span
    if not listed:
        return
    drawn.add_trace(
        go.Bar(
            orientation="h",
            base=[low] * len(listed),
            x=[high - low] * len(listed),
            y=[-index + 0.08 for index in range(len(listed))],
            width=[0.92] * len(listed),
            marker={"color": "rgba(0,0,0,0)", "line_width": 0},
            customdata=[[row.id] for row in listed],
            text=list(hover) if hover else [plain(row.label) for row in listed],
            textposition="none",
            hovertemplate="%{text}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
            name="touch",
        )
    )


def bars(
    drawn: go.Figure, lengths: Sequence[float], colours: Sequence[str] | str, base: Sequence[float] | float = 0.0, **more: Any
) -> None:
    """One horizontal bar a row."""
    if not lengths:
        return
    drawn.add_trace(
        go.Bar(
            orientation="h",
            x=list(lengths),
            base=base if isinstance(base, float | int) else list(base),
            y=[position(index) for index in range(len(lengths))],
            width=THICK,
            marker={"color": colours if isinstance(colours, str) else list(colours), "line_width": 0},
            hoverinfo="skip",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
            **more,
        )
    )
