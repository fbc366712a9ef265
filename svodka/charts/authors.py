"""What voices stress against the others, and the words they use."""

from math import isnan

import pandas as pd
import plotly.graph_objects as go

from svodka.charts import sheet as sheets
from svodka.charts.rows import AXIS, LOW_ROW, THICK, Row, bars, position, rows, touch
from svodka.charts.sheet import Series, Sheet
from svodka.charts.style import Style, faded, plain
from svodka.wording import NBSP

# Log-odds beyond this (20 times as often) are cut: the interval of a rare word would flatten all others.
FURTHEST = 3.0
# No side of the axis is shorter than this share of the other: «как у всех» needs room beside «реже» and «чаще».
BALANCE = 0.6
# Air beyond the last mark; half the stroke of no difference.
EDGE, STROKE = 0.1, 0.24


def profile(compared: pd.DataFrame, style: Style, colour: str) -> go.Figure:
    """One row per item: a dot at the weighted log-odds, a bar for its 95 % interval, grey where it holds 0; ids are the items.

    What lies beyond the axis is a triangle at its end. With nobody to compare with, bars of mentions stand instead.
    `compared` is the answer of analysis.authors.profile.
    """
    records = compared.to_dict("records")
    if all(isnan(record["delta"]) for record in records):
        return _alone(records, style, colour)
    words = style.words
    listed = [_row(record, style, _against(record, style), bool(record["distinct"])) for record in records]
    drawn = rows(style, listed, axis=True, height=LOW_ROW)
    ends = _ends(records)
    drawn.layout.xaxis.update(range=list(ends), showticklabels=False)
    _axis(drawn, len(listed), ends, style)
    colours = [colour if record["distinct"] else style.neutral for record in records]
    _intervals(drawn, records, ends, colours)
    hover = [
        words(
            "authors.hover",
            label=plain(words.label(record)),
            passages=int(record["passages"]),
            length=int(record["length"]),
            mentions=int(record["other_mentions"]),
            voices=int(record["other_voices"]),
        )
        for record in records
    ]
    touch(drawn, listed, ends, hover)
    return drawn


def sheet(compared: pd.DataFrame, style: Style, name: str, colour: str) -> Sheet:
    """The same as dots with whiskers; without others the mentions as bars. `name` is whose numbers they are."""
    words, records = style.words, compared.to_dict("records")
    ids, labels = list(compared["item"]), [words.label(record) for record in records]
    if compared["delta"].isna().all():
        said = [counts(record["mentions"], record["rate"], style) for record in records]
        return sheets.bars(ids, labels, list(compared["mentions"]), said, name, style)
    series = (
        Series(words("column.lo"), sheets.numbers(compared["lo"]), style.neutral),
        Series(name, sheets.numbers(compared["delta"]), colour),
        Series(words("column.hi"), sheets.numbers(compared["hi"]), style.neutral),
    )
    return Sheet("dots", tuple(ids), tuple(labels), tuple(_against(record, style) for record in records), series, "0.0")


def words_sheet(frequencies: pd.DataFrame, style: Style) -> Sheet:
    """The words as bars of how often they are said."""
    said = [style.words("words.value", n=int(n), rate=rate) for n, rate in zip(frequencies["n"], frequencies["rate"], strict=True)]
    return sheets.bars(list(frequencies["lemma"]), list(frequencies["word"]), list(frequencies["n"]), said, style.words("column.n"), style)


def spread(record: dict, style: Style) -> str:
    """«в 7 из 19 абзацев»: in how many of its paragraphs a voice names an item; nothing where it does not."""
    passages, length = int(record["passages"]), int(record["length"])
    return style.words("authors.spread", passages=passages, length=length).replace(" ", NBSP) if passages else ""


def counts(mentions: float, rate: float, style: Style) -> str:
    """«9 · 9,1»: mentions and how many that is in a thousand words, always with one decimal."""
    return f"{style.words.number(mentions)} · {thousandth(rate, style)}"


def thousandth(rate: float, style: Style) -> str:
    """A rate with one decimal, so that 8 and 8,1 stand in one column."""
    written = f"{rate:.1f}"
    return written.replace(".", ",") if style.words.language == "ru" else written


def words_used(frequencies: pd.DataFrame, style: Style, colour: str) -> go.Figure:
    """One bar a word, the most frequent on top; ids are the lemmas."""
    listed = [
        Row(record["lemma"], record["word"], value=style.words("words.value", n=int(record["n"]), rate=record["rate"]), strong=False)
        for record in frequencies.to_dict("records")
    ]
    return _bars(listed, [float(n) for n in frequencies["n"]], style, colour)


def _alone(records: list[dict], style: Style, colour: str) -> go.Figure:
    listed = [_row(record, style, counts(record["mentions"], record["rate"], style), True) for record in records]
    return _bars(listed, [float(record["mentions"]) for record in records], style, colour)


def _bars(listed: list[Row], lengths: list[float], style: Style, colour: str) -> go.Figure:
    drawn = rows(style, listed, height=LOW_ROW)
    most = max(lengths, default=1.0)
    drawn.layout.xaxis.update(range=[0, most])
    bars(drawn, lengths, colour)
    touch(drawn, listed, (0.0, most))
    return drawn


def _row(record: dict, style: Style, value: str, strong: bool) -> Row:
    return Row(record["item"], style.words.label(record), note=spread(record, style), value=value, strong=strong)


def _against(record: dict, style: Style) -> str:
    """«9 · 9,1 против 3,1»."""
    own = counts(record["mentions"], record["rate"], style)
    return style.words("authors.value", own=own, other=thousandth(record["other_rate"], style)).replace(" ", NBSP)


def _ends(records: list[dict]) -> tuple[float, float]:
    """The ends of the axis: all intervals as far as they may reach, 0 not too near to either end."""
    known = [bound for record in records for bound in (record["lo"], record["hi"]) if not isnan(bound)]
    low, high = max(min([*known, -0.5]), -FURTHEST), min(max([*known, 0.5]), FURTHEST)
    return min(low, -BALANCE * high) - EDGE, max(high, -BALANCE * low) + EDGE


def _axis(drawn: go.Figure, rows_: int, ends: tuple[float, float], style: Style) -> None:
    """A stroke of no difference at every mark, and below all rows in words what lies on either side of it."""
    low, high = ends
    foot = 0.5 - rows_ - AXIS / LOW_ROW
    drawn.layout.yaxis.update(range=[foot, 0.55])
    drawn.layout.margin.b = 0
    strokes = [(position(index) + STROKE, position(index) - STROKE, None) for index in range(rows_)]
    drawn.add_trace(
        go.Scatter(
            x=[0, 0, None] * rows_,
            y=[at for stroke in strokes for at in stroke],
            mode="lines",
            line={"color": style.muted, "width": 1},
            hoverinfo="skip",
        )
    )
    drawn.add_trace(
        go.Scatter(
            x=[0, -low / (high - low), 1],
            y=[foot + AXIS / LOW_ROW / 2] * 3,
            xaxis="x2",
            mode="text",
            text=[style.words(f"authors.{side}") for side in ("less", "even", "more")],
            textposition=["middle right", "middle center", "middle left"],
            textfont={"size": 12, "color": style.muted},
            hoverinfo="skip",
            cliponaxis=False,
            unselected={"textfont": {"color": style.muted}},
        )
    )


def _intervals(drawn: go.Figure, records: list[dict], ends: tuple[float, float], colours: list[str]) -> None:
    """A pale bar from bound to bound and a dot, cut at the ends of the axis."""
    low, high = ends[0] + EDGE, ends[1] - EDGE
    cut = [[min(max(record[name], low), high) for name in ("lo", "delta", "hi")] for record in records]
    drawn.add_trace(
        go.Bar(
            orientation="h",
            base=[left for left, _, _ in cut],
            x=[right - left for left, _, right in cut],
            y=[position(index) for index in range(len(cut))],
            width=THICK / 2.5,
            marker={"color": [faded(colour, 0.35) for colour in colours], "line_width": 0},
            hoverinfo="skip",
            unselected={"marker": {"opacity": 1}},
        )
    )
    beyond = ["triangle-right" if record["delta"] > high else "triangle-left" if record["delta"] < low else "circle" for record in records]
    drawn.add_trace(
        go.Scatter(
            x=[middle for _, middle, _ in cut],
            y=[position(index) for index in range(len(cut))],
            mode="markers",
            marker={"color": colours, "size": 12, "opacity": 1, "symbol": beyond},
            hoverinfo="skip",
            cliponaxis=False,
        )
    )
