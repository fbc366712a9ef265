"""Lines over the time of publication, each with its name at its end."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from svodka.charts.matrix import wrapped
from svodka.charts.sheet import Series, Sheet
from svodka.charts.style import Style, figure, plain
from svodka.wording import Words

LINES = 6
HEIGHT = 330
TICKS, FEW_TICKS = 6, 3
# From so many points on a line they are small.
CROWD = 25
# The part of the width that the names take, letters of a line of a name, and the height of one line in pixels.
NAMES, NARROW_NAMES = 0.30, 0.36
LETTERS, NARROW_LETTERS = 22, 14
LINE = 17
STEPS = {"day": "D", "month": "MS", "quarter": "QS", "year": "YS"}


def trend(counts: pd.DataFrame, style: Style, grain: str) -> go.Figure:
    """One line a concept, its mentions per 1 000 words in every period that has articles; a point carries «concept|period».

    `counts` is an answer of analysis.trend.mentions for a few concepts.
    """
    drawn = figure(style, HEIGHT)
    if counts.empty:
        return drawn
    concepts = list(counts.drop_duplicates("concept")["concept"])[:LINES]
    first, last, top = counts["since"].min(), counts["since"].max(), max(float(counts["rate"].max()), 1e-9)
    names = NARROW_NAMES if style.narrow else NAMES
    room = (last - first) * (names / (1 - names))
    drawn.layout.margin.update(l=4, r=4, t=8, b=28)
    drawn.layout.xaxis.update(
        range=[first - (last - first) * (0.1 if style.narrow else 0.04), last + room], **_ticks(first, last, grain, style)
    )
    drawn.layout.yaxis.update(
        range=[-0.03 * top, 1.06 * top], showgrid=True, gridcolor=style.line, showticklabels=True, nticks=5, automargin=True
    )
    for at, concept in enumerate(concepts):
        drawn.add_trace(_line(counts[counts["concept"] == concept], style.voices[at], style, grain))
    drawn.add_trace(_names(counts, concepts, room, top, style))
    return drawn


def sheet(counts: pd.DataFrame, style: Style, grain: str) -> Sheet:
    """The same lines: a row a period, whose id is the point named most in it, a series a concept."""
    words, concepts = style.words, list(counts["concept"].unique())[:LINES]
    known = counts[counts["concept"].isin(concepts)]
    rates = {(row.concept, row.period): float(row.rate) for row in known.itertuples()}
    tops = known.sort_values(["since", "mentions"], ascending=[True, False], kind="stable").drop_duplicates("period")
    labels = dict(zip(known["concept"], known[f"label_{words.language}"], strict=True))
    return Sheet(
        "lines",
        tuple(f"{top.concept}|{top.period}" for top in tops.itertuples()),
        tuple(period(top.since, grain, words) for top in tops.itertuples()),
        tuple(words("trend.said", label=labels[top.concept], n=int(top.mentions)) for top in tops.itertuples()),
        tuple(
            Series(labels[concept], tuple(rates.get((concept, at)) for at in tops["period"]), style.voices[number])
            for number, concept in enumerate(concepts)
        ),
        "0.0",
    )


def _line(points: pd.DataFrame, colour: str, style: Style, grain: str) -> go.Scatter:
    words = style.words
    hovers = [
        f"<b>{plain(words.label(point))}, {period(point['since'], grain, words)}</b><br>"
        + words("trend.hover", n=point["mentions"], rate=point["rate"], articles=point["articles"])
        for point in points.to_dict("records")
    ]
    few = len(points) < CROWD
    return go.Scatter(
        x=list(points["since"]),
        y=list(points["rate"]),
        mode="lines+markers",
        line={"color": colour, "width": 2},
        marker={"size": 9 if few else 5, "color": colour, "opacity": 1, "line": {"width": 1.5 if few else 0, "color": style.paper}},
        customdata=[[f"{concept}|{period}"] for concept, period in zip(points["concept"], points["period"], strict=True)],
        hovertext=hovers,
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _names(counts: pd.DataFrame, concepts: Sequence[str], room: pd.Timedelta, top: float, style: Style) -> go.Scatter:
    """The names at the ends of their lines, moved apart where the ends are close."""
    words = style.words
    ends = counts.sort_values("since", kind="stable").drop_duplicates("concept", keep="last").set_index("concept").loc[concepts]
    labels = [wrapped(label, NARROW_LETTERS if style.narrow else LETTERS) for label in ends[f"label_{words.language}"]]
    pixel = 1.09 * top / (HEIGHT - 36)
    heights = spread(list(ends["rate"]), [LINE * len(lines) * pixel for lines in labels], 0.0, 1.06 * top)
    return go.Scatter(
        x=[counts["since"].max() + room * 0.05] * len(concepts),
        y=heights,
        mode="text",
        text=[
            "<br>".join(f"<span style='color:{style.voices[at]}'><b>{plain(line)}</b></span>" for line in lines)
            for at, lines in enumerate(labels)
        ],
        textposition="middle right",
        textfont={"size": 13},
        customdata=[[concept] for concept in concepts],
        hoverinfo="skip",
        cliponaxis=False,
        unselected={"textfont": {"color": style.ink}},
    )


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Middles as near to the wanted as they can be without overlapping, kept above `low` and below `high` where there is room.

    >>> spread([5, 5, 0], [2, 2, 2], 0, 10)
    [5.0, 7.0, 1.0]
    """
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    places, floor = [0.0] * len(wanted), low
    for index in order:
        places[index] = max(float(wanted[index]), floor + sizes[index] / 2)
        floor = places[index] + sizes[index] / 2
    ceiling = high
    for index in reversed(order):
        places[index] = min(places[index], ceiling - sizes[index] / 2)
        ceiling = places[index] - sizes[index] / 2
    return places


def period(since: pd.Timestamp, grain: str, words: Words) -> str:
    """A period as a tick or a tooltip calls it: «19.12.2025», «дек 2025», «4 кв. 2025», «2025»."""
    if grain == "day":
        return words.day(since)
    if grain == "month":
        return f"{words('trend.months').split('|')[since.month - 1]} {since.year}"
    return words("trend.tick.quarter", quarter=since.quarter, year=str(since.year)) if grain == "quarter" else str(since.year)


def _ticks(first: pd.Timestamp, last: pd.Timestamp, grain: str, style: Style) -> dict[str, Any]:
    """A few periods of the calendar between the first and the last."""
    calendar = pd.date_range(first, last, freq=STEPS[grain])
    every = -(-len(calendar) // (FEW_TICKS if style.narrow else TICKS))
    return {
        "ticklabeloverflow": "allow",
        "tickvals": list(calendar[::every]),
        "ticktext": [period(since, grain, style.words) for since in calendar[::every]],
    }
