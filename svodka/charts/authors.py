"""What a voice stresses against the others, and the words it uses."""

import pandas as pd
import plotly.graph_objects as go

from svodka.charts.rows import LOW_ROW, THICK, Row, bars, position, rows, touch
from svodka.charts.style import Style, faded, plain

# Log-odds beyond this (20 times as often) are cut: the interval of a rare word would flatten all others.
FURTHEST = 3.0


def profile(compared: pd.DataFrame, style: Style, colour: str) -> go.Figure:
    """One row per item: a dot at the weighted log-odds, a bar for its 95 % interval, grey where it holds 0; ids are the items.

    `compared` is the answer of analysis.authors.profile.
    """
    words = style.words
    records = compared.to_dict("records")
    listed = [
        Row(
            record["item"],
            words.label(record),
            value=words("authors.value", n=int(record["mentions"]), rate=record["rate"], other=record["other_rate"]),
            strong=bool(record["distinct"]),
        )
        for record in records
    ]
    drawn = rows(style, listed, axis=True)
    known = [bound for record in records for bound in (record["lo"], record["hi"]) if bound == bound]
    low, high = max(min([*known, -0.5]), -FURTHEST) - 0.1, min(max([*known, 0.5]), FURTHEST) + 0.1
    drawn.update_xaxes(range=[low, high], tickvals=[low, 0, high], ticktext=["", words("authors.even"), ""])
    drawn.add_annotation(x=low, y=0, yref="paper", yshift=-14, text=words("authors.less"), xanchor="left", **_caption(style))
    drawn.add_annotation(x=high, y=0, yref="paper", yshift=-14, text=words("authors.more"), xanchor="right", **_caption(style))
    drawn.add_shape(type="line", x0=0, x1=0, y0=0.3 - len(listed), y1=0.1, line={"color": style.muted, "width": 1}, layer="below")
    for index, record in enumerate(records):
        if record["delta"] == record["delta"]:
            _interval(drawn, index, record, (low, high), colour if record["distinct"] else style.neutral)
    hover = [
        words("authors.hover", label=plain(words.label(record)), passages=int(record["passages"]), length=int(record["length"]))
        for record in records
    ]
    touch(drawn, listed, (low, high), hover)
    return drawn


def _caption(style: Style) -> dict:
    return {"showarrow": False, "yanchor": "middle", "font": {"size": 12, "color": style.muted}}


def _interval(drawn: go.Figure, index: int, record: dict, ends: tuple[float, float], colour: str) -> None:
    y = position(index)
    low, high, middle = (min(max(record[name], ends[0]), ends[1]) for name in ("lo", "hi", "delta"))
    drawn.add_shape(
        type="rect", x0=low, x1=high, y0=y - THICK / 5, y1=y + THICK / 5, line_width=0, fillcolor=faded(colour, 0.35), layer="below"
    )
    drawn.add_trace(go.Scatter(x=[middle], y=[y], mode="markers", marker={"color": colour, "size": 12}, hoverinfo="skip"))


def words_used(frequencies: pd.DataFrame, style: Style, colour: str) -> go.Figure:
    """One bar a word, the most frequent on top; ids are the lemmas."""
    listed = [
        Row(record["lemma"], record["lemma"], value=style.words("words.value", n=int(record["n"]), rate=record["rate"]), strong=False)
        for record in frequencies.to_dict("records")
    ]
    drawn = rows(style, listed, height=LOW_ROW)
    most = float(frequencies["n"].max()) if len(frequencies) else 1.0
    drawn.update_xaxes(range=[0, most])
    bars(drawn, [float(n) for n in frequencies["n"]], colour)
    touch(drawn, listed, (0.0, most))
    return drawn
