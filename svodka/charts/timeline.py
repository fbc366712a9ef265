"""Dates on one axis of time: a bar is a span, a dot a year or less; what is past is grey, what is planned has the accent."""

from math import floor
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from svodka.charts.calendar import label
from svodka.charts.style import Style, figure, mixed, plain, shortened
from svodka.wording import NBSP

LANE, AXIS, TOP = 27, 26, 22
WIDTH, NARROW = 545.0, 316.0
AIR = NBSP * 3
LETTER, GAP, DOT, THICK, LONGEST = 6.7, 14.0, 11.0, 0.34, 34
# At most this share of all mentions goes behind an edge of the axis, where that shortens it to this much.
BEHIND, SHORTER = 0.15, 0.6
DAY = pd.Timedelta(days=1)


class Mark(NamedTuple):
    """One date as drawn: its id, label and tooltip, the ends of its bar in years, how it is coloured."""

    id: str
    label: str
    hover: str
    begin: float
    end: float
    tense: str


class Span(NamedTuple):
    """What the axis shows, in years, and the dates that lie wholly before and behind it."""

    low: float
    high: float
    before: pd.DataFrame
    after: pd.DataFrame


def span(dates: pd.DataFrame) -> Span:
    """The years of the axis: all, or without the few far ones that would squeeze the rest; `dates` have a calendar."""
    begins, ends = dates["from"].map(_year), (dates["to"] + DAY).map(_year)
    before, after = pd.Series(False, index=dates.index), pd.Series(False, index=dates.index)
    for _ in range(2):  # the far future can hide that the past is far, and the other way round
        shown = ~before & ~after
        before |= ends <= _first(begins[shown], ends[shown], dates["mentions"][shown])
        shown = ~before & ~after
        after |= begins >= -_first(-ends[shown], -begins[shown], dates["mentions"][shown])
    shown = ~before & ~after
    low, high = begins[shown].min(), ends[shown].max()
    air = max(1.0, (high - low) * 0.04)
    return Span(low - air, high + air, dates[before], dates[after])


def _first(begins: pd.Series, ends: pd.Series, mentions: pd.Series) -> float:
    """The round year at which the axis begins: its first one, or the next by which it is much shorter, if few dates lie before."""
    low, high = begins.min(), ends.max()
    year = floor(low / 10) * 10 + 10
    while high - year > SHORTER * (high - low):
        year += 10
    beyond = mentions[ends <= year].sum()
    return year if 0 < beyond <= BEHIND * mentions.sum() else low


def timeline(dates: pd.DataFrame, style: Style, published: pd.Timestamp | None = None) -> go.Figure:
    """The dates of analysis.timeline in lanes, each with its id; those without a calendar are left out.

    Far ones stand together at an edge, as «before|1990» and «after|2060». `published`: the day of the newest article.
    """
    known = dates[dates["from"].notna()]
    if known.empty:
        return figure(style, LANE)
    axis = span(known)
    inner = known.drop(index=[*axis.before.index, *axis.after.index])
    marks = [_mark(date, axis, style) for date in inner.to_dict("records")]
    marks = _far(axis.before, axis, style, "before") + marks + _far(axis.after, axis, style, "after")
    width = NARROW if style.narrow else WIDTH
    placed = _lanes(marks, axis, width)
    lanes = max(lane for _, lane, _ in placed) + 1
    drawn = figure(style, LANE * lanes + AXIS + TOP)
    drawn.layout.margin.update(l=0, r=0, t=TOP if published else 4, b=AXIS)
    drawn.layout.yaxis.update(range=[0.5 - lanes, 0.6])
    drawn.layout.xaxis.update(range=[axis.low, axis.high], showgrid=True, gridcolor=style.line, griddash="dot", **_ticks(axis, width))
    if published and axis.low < _year(published) < axis.high:
        drawn.add_trace(_published(published, axis, lanes, style))
    _draw(drawn, placed, style)
    return drawn


def _year(day: pd.Timestamp) -> float:
    return day.year + (day.day_of_year - 1) / (366 if day.is_leap_year else 365)


def _mark(date: dict[str, Any], axis: Span, style: Style) -> Mark:
    words = style.words
    name = label(date, words)
    hover = words(
        "timeline.hover",
        label=plain(name),
        tense=words(f"tense.{date['tense']}"),
        mentions=int(date["mentions"]),
        voices=int(date["voices"]),
    )
    counted = f"{name}{NBSP}· {words.number(int(date['mentions']))}" if date["mentions"] > 1 else name
    begin, end = max(_year(date["from"]), axis.low), min(_year(date["to"] + DAY), axis.high)
    return Mark(date["id"], plain(shortened(counted, LONGEST)), hover, begin, end, date["tense"])


def _far(dates: pd.DataFrame, axis: Span, style: Style, side: str) -> list[Mark]:
    """One mark at the edge for all dates beyond it."""
    if dates.empty:
        return []
    words, count = style.words, int(dates["mentions"].sum())
    year = str(edge(dates, side))
    name = words(f"timeline.{side}", year=year, n=count)
    hover = words(
        f"timeline.{side}.hover", year=year, names=", ".join(plain(label(date, words)) for date in dates.head(6).to_dict("records"))
    )
    inset = (axis.high - axis.low) * 0.012
    at = axis.low + inset if side == "before" else axis.high - inset
    tenses = set(dates["tense"])
    return [Mark(f"{side}|{year}", name, hover, at, at, tenses.pop() if len(tenses) == 1 else "unknown")]


def edge(dates: pd.DataFrame, side: str) -> int:
    """The round year before which (or from which) all these far dates lie."""
    return -(-(dates["to"].max().year + 1) // 10) * 10 if side == "before" else dates["from"].min().year // 10 * 10


def _lanes(marks: list[Mark], axis: Span, width: float) -> list[tuple[Mark, int, str]]:
    """Every mark with its lane and the side of its label, so that nothing overlaps: bars and labels take the room they need."""
    per_year = width / (axis.high - axis.low)
    free: list[float] = []
    placed = []
    for mark in sorted(marks, key=lambda one: (one.begin, one.end, one.id)):
        left, right = (mark.begin - axis.low) * per_year, (mark.end - axis.low) * per_year
        if right - left < DOT:
            left, right = (left + right - DOT) / 2, (left + right + DOT) / 2
        text = len(mark.label) * LETTER + GAP
        side = "right" if right + text <= width or left - text < 0 else "left"
        start, stop = (left, right + text) if side == "right" else (left - text, right)
        lane = next((number for number, taken in enumerate(free) if taken <= start), len(free))
        free[lane : lane + 1] = [stop + GAP]
        placed.append((mark, lane, side))
    return placed


def _ticks(axis: Span, width: float) -> dict[str, Any]:
    """Round years, so many as there is room for."""
    most = width / 62
    step = next((step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500) if (axis.high - axis.low) / step <= most), 1000)
    years = [year for year in range(int(axis.low) // step * step, int(axis.high) + 1, step) if axis.low <= year <= axis.high]
    return {"tickvals": years, "ticktext": [str(year) for year in years]}


def colour(tense: str, style: Style) -> tuple[str, str]:
    """The fill and the edge of a date of this tense."""
    if tense == "planned":
        return style.accent, style.accent
    if tense == "current":
        return mixed(style.accent, style.paper, 0.45), style.accent
    if tense == "past":
        return mixed(style.neutral, style.paper, 0.7), mixed(style.neutral, style.paper, 0.7)
    return style.paper, style.neutral


def _draw(drawn: go.Figure, placed: list[tuple[Mark, int, str]], style: Style) -> None:
    """Bars, dots and labels, a trace of each; the whole of a mark and its label carries its id."""
    wide = [(mark, lane) for mark, lane, _ in placed if mark.end - mark.begin > 1.01]
    narrow = [(mark, lane) for mark, lane, _ in placed if mark.end - mark.begin <= 1.01]
    shared = {
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }
    if wide:
        drawn.add_trace(
            go.Bar(
                orientation="h",
                base=[mark.begin for mark, _ in wide],
                x=[mark.end - mark.begin for mark, _ in wide],
                y=[-lane for _, lane in wide],
                width=THICK,
                marker={
                    "color": [colour(mark.tense, style)[0] for mark, _ in wide],
                    "line": {"color": [colour(mark.tense, style)[1] for mark, _ in wide], "width": 1.3},
                },
                customdata=[[mark.id] for mark, _ in wide],
                hovertext=[mark.hover for mark, _ in wide],
                textposition="none",
                **shared,
            )
        )
    if narrow:
        drawn.add_trace(
            go.Scatter(
                x=[(mark.begin + mark.end) / 2 for mark, _ in narrow],
                y=[-lane for _, lane in narrow],
                mode="markers",
                marker={
                    "size": DOT,
                    "color": [colour(mark.tense, style)[0] for mark, _ in narrow],
                    "line": {"color": [colour(mark.tense, style)[1] for mark, _ in narrow], "width": 1.3},
                    "opacity": 1,
                },
                customdata=[[mark.id] for mark, _ in narrow],
                hovertext=[mark.hover for mark, _ in narrow],
                cliponaxis=False,
                **shared,
            )
        )
    for ink in (style.ink, style.accent):
        written = [(mark, lane, side) for mark, lane, side in placed if (ink == style.accent) == (mark.tense == "planned")]
        if written:
            drawn.add_trace(_texts(written, ink))


def _texts(written: list[tuple[Mark, int, str]], ink: str) -> go.Scatter:
    """The labels of one colour: when a mark is picked, a trace keeps one colour for the others."""
    return go.Scatter(
        x=[_beside(mark, side) for mark, _, side in written],
        y=[-lane for _, lane, _ in written],
        mode="text",
        text=[f"{AIR}{mark.label}" if side == "right" else f"{mark.label}{AIR}" for mark, _, side in written],
        textposition=[f"middle {side}" for _, _, side in written],
        textfont={"size": 13, "color": ink},
        customdata=[[mark.id] for mark, _, _ in written],
        hovertext=[mark.hover for mark, _, _ in written],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
        unselected={"textfont": {"color": ink}},
    )


def _beside(mark: Mark, side: str) -> float:
    if mark.end - mark.begin <= 1.01:
        return (mark.begin + mark.end) / 2
    return mark.end if side == "right" else mark.begin


def _published(day: pd.Timestamp, axis: Span, lanes: int, style: Style) -> go.Scatter:
    """A line where the newest article was published, with its name on top."""
    at = _year(day)
    name = style.words("timeline.published", day=style.words.day(day))
    return go.Scatter(
        x=[at, at],
        y=[0.6, 0.5 - lanes],
        mode="lines+text",
        text=[name, ""],
        textposition="top right" if at < (axis.low + axis.high) / 2 else "top left",
        textfont={"size": 12, "color": style.muted},
        line={"color": style.neutral, "width": 1, "dash": "dash"},
        hoverinfo="skip",
        cliponaxis=False,
    )
