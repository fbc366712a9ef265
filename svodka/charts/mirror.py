"""Two voices side by side: a row an item, its bars growing from the middle to either side."""

from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from svodka.charts.authors import counts
from svodka.charts.rows import LABEL_AT, LOW_ROW, THICK, position
from svodka.charts.sheet import Series, Sheet, numbers
from svodka.charts.style import Style, figure, plain, shortened

HEAD = 30
# Share of the width that stays free in the middle, and the letters that the name of an item may take there.
GAP = 0.012
WIDE, NARROW = 40, 22
NAME_WIDE, NAME_NARROW = 36, 18


class Side(NamedTuple):
    """One of the two: what its marks carry behind the item, its name and its colour."""

    id: str
    name: str
    colour: str


def pair(compared: pd.DataFrame, style: Style, left: Side, right: Side) -> go.Figure:
    """Rates per 1 000 words of the target on the left, of the others on the right; the name is bold where the difference is sure.

    `compared` is the answer of analysis.authors.profile. Ids are «item|side id»: each half of a row opens its own sentences.
    """
    records = compared.to_dict("records")
    drawn = figure(style, LOW_ROW * max(1, len(records)) + HEAD)
    if not records:
        return drawn
    most = max(max(record["rate"], record["other_rate"]) for record in records) or 1.0
    drawn.layout.xaxis.update(range=[-1, 1], showticklabels=False)
    drawn.layout.yaxis.update(range=[0.5 - len(records), 0.55 + HEAD / LOW_ROW])
    drawn.layout.margin.b = 4
    sides = [(left, -1, "mentions", "rate"), (right, 1, "other_mentions", "other_rate")]
    _bars(drawn, [[record[rate] / most for record in records] for *_, rate in sides], [left.colour, right.colour])
    for side, sign, mentions, rate in sides:
        texts = [counts(record[mentions], record[rate], style) for record in records]
        _write(drawn, sign, texts, side, style)
    _names(drawn, records, style)
    _touch(drawn, records, (left, right), style)
    return drawn


def sheet(compared: pd.DataFrame, style: Style, left: Side, right: Side) -> Sheet:
    """The same as two series of rates that look away from each other; a row is the mark of its left half."""
    records = compared.to_dict("records")
    both = [(counts(one["mentions"], one["rate"], style), counts(one["other_mentions"], one["other_rate"], style)) for one in records]
    return Sheet(
        "mirrored",
        tuple(f"{record['item']}|{left.id}" for record in records),
        tuple(style.words.label(record) for record in records),
        tuple(" — ".join(pair) for pair in both),
        (
            Series(left.name, numbers(compared["rate"]), left.colour),
            Series(right.name, numbers(compared["other_rate"]), right.colour),
        ),
        "0.0",
    )


def _bars(drawn: go.Figure, lengths: list[list[float]], colours: list[str]) -> None:
    """Both halves of all rows in one trace."""
    rows = len(lengths[0])
    drawn.add_trace(
        go.Bar(
            orientation="h",
            base=[-GAP] * rows + [GAP] * rows,
            x=[-(1 - GAP) * length for length in lengths[0]] + [(1 - GAP) * length for length in lengths[1]],
            y=[position(index) for index in range(rows)] * 2,
            width=THICK,
            marker={"color": [colours[0]] * rows + [colours[1]] * rows, "line_width": 0},
            hoverinfo="skip",
            unselected={"marker": {"opacity": 1}},
        )
    )


def _write(drawn: go.Figure, sign: int, texts: list[str], side: Side, style: Style) -> None:
    """The name of a side on top and its counts below, at its edge."""
    name = plain(shortened(side.name, NAME_NARROW if style.narrow else NAME_WIDE))
    drawn.add_trace(
        go.Scatter(
            x=[sign] * (len(texts) + 1),
            y=[LABEL_AT + HEAD / LOW_ROW, *(LABEL_AT - index for index in range(len(texts)))],
            mode="text",
            text=[f"<b>{name}</b>", *texts],
            textposition="middle right" if sign < 0 else "middle left",
            textfont={"size": [14, *[13] * len(texts)], "color": [side.colour, *[style.muted] * len(texts)]},
            hoverinfo="skip",
            cliponaxis=False,
            unselected={"textfont": {"color": None}},
        )
    )


def _names(drawn: go.Figure, records: list[dict], style: Style) -> None:
    """What each row is about, in the middle; grey where no difference is to be seen."""
    names = [plain(shortened(style.words.label(record), NARROW if style.narrow else WIDE)) for record in records]
    drawn.add_trace(
        go.Scatter(
            x=[0] * len(records),
            y=[LABEL_AT - index for index in range(len(records))],
            mode="text",
            text=[f"<b>{name}</b>" if record["distinct"] else name for name, record in zip(names, records, strict=True)],
            textposition="middle center",
            textfont={"size": 14, "color": [style.ink if record["distinct"] else style.muted for record in records]},
            hoverinfo="skip",
            unselected={"textfont": {"color": None}},
        )
    )


def _touch(drawn: go.Figure, records: list[dict], sides: tuple[Side, Side], style: Style) -> None:
    """Make each half of a row one large target that carries its own id."""
    halves = [(record, side, sign) for side, sign in zip(sides, (-1, 1), strict=True) for record in records]
    hover = [style.words("authors.pair.hover", label=plain(style.words.label(record)), name=plain(side.name)) for record, side, _ in halves]
    drawn.add_trace(
        go.Bar(
            orientation="h",
            base=[0] * len(halves),
            x=[sign for *_, sign in halves],
            y=[0.08 - index for index in range(len(records))] * 2,
            width=0.92,
            marker={"color": "rgba(0,0,0,0)", "line_width": 0},
            customdata=[[f"{record['item']}|{side.id}"] for record, side, _ in halves],
            text=hover,
            textposition="none",
            hovertemplate="%{text}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
            name="touch",
        )
    )
