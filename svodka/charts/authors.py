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
    drawn.layout.xaxis.update(range=[low, high], tickvals=[0], ticktext=[words("authors.even")])
    caption = {"xref": "paper", "y": 0, "yref": "paper", "yshift": -14, "showarrow": False, "font": {"size": 12, "color": style.muted}}
    drawn.layout.annotations = [
        {"x": 0, "xanchor": "left", "text": words("authors.less"), **caption},
        {"x": 1, "xanchor": "right", "text": words("authors.more"), **caption},
    ]
    drawn.add_shape(type="line", x0=0, x1=0, y0=0.3 - len(listed), y1=0.1, line={"color": style.muted, "width": 1}, layer="below")
    _intervals(drawn, records, (low, high), [colour if record["distinct"] else style.neutral for record in records])
    hover = [
        words("authors.hover", label=plain(words.label(record)), passages=int(record["passages"]), length=int(record["length"]))
        for record in records
    ]
    touch(drawn, listed, (low, high), hover)
    return drawn


def _intervals(drawn: go.Figure, records: list[dict], ends: tuple[float, float], colours: list[str]) -> None:
    """A pale bar from bound to bound and a dot, cut at the ends of the axis; nothing where there are no others to compare with."""
    known = [(index, *(min(max(record[name], ends[0]), ends[1]) for name in ("lo", "delta", "hi"))) for index, record in enumerate(records)
             if record["delta"] == record["delta"]]  # fmt: skip
    if not known:
        return
    rows_, lows, middles, highs = zip(*known, strict=True)
    drawn.add_trace(
        go.Bar(
            orientation="h",
            base=lows,
            x=[high - low for low, high in zip(lows, highs, strict=True)],
            y=[position(index) for index in rows_],
            width=THICK / 2.5,
            marker={"color": [faded(colours[index], 0.35) for index in rows_], "line_width": 0},
            hoverinfo="skip",
            unselected={"marker": {"opacity": 1}},
        )
    )
    dots = {"color": [colours[index] for index in rows_], "size": 12, "opacity": 1}
    drawn.add_trace(
        go.Scatter(x=middles, y=[position(index) for index in rows_], mode="markers", marker=dots, hoverinfo="skip", cliponaxis=False)
    )


def words_used(frequencies: pd.DataFrame, style: Style, colour: str) -> go.Figure:
    """One bar a word, the most frequent on top; ids are the lemmas."""
    listed = [
        Row(record["lemma"], record["word"], value=style.words("words.value", n=int(record["n"]), rate=record["rate"]), strong=False)
        for record in frequencies.to_dict("records")
    ]
    drawn = rows(style, listed, height=LOW_ROW)
    most = float(frequencies["n"].max()) if len(frequencies) else 1.0
    drawn.layout.xaxis.update(range=[0, most])
    bars(drawn, [float(n) for n in frequencies["n"]], colour)
    touch(drawn, listed, (0.0, most))
    return drawn
