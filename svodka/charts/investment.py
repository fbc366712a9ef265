"""Amounts of money on one axis: a dot is a number, a shaded edge is open, a dotted line is a number not given."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from svodka.charts import sheet as sheets
from svodka.charts.rows import THICK, Row, bars, position, rows, touch
from svodka.charts.scale import Scale, scale
from svodka.charts.sheet import Series, Sheet, numbers
from svodka.charts.style import Style, faded, plain, shortened
from svodka.wording import capital, inline


def parties(amount: Any, style: Style) -> str:
    """Payer → recipient and the resource, as far as the sentence of an amount says; nothing when it says none of them."""
    language = style.words.language
    payer, recipient, place, resource = (_said(amount[f"{field}_{language}"]) for field in ("payer", "recipient", "place", "resource"))
    between = " → ".join(name for name in (payer, recipient or place) if name)
    return ", ".join(name for name in (between, inline(resource)) if name)


def label(amount: Any, style: Style) -> str:
    """What an amount is called: its parties, else what it measures."""
    measure = f"measure.{amount['measure']}" if _said(amount["measure"]) else "investment.unnamed"
    return parties(amount, style) or capital(style.words(measure))


def remark(amount: Any, style: Style) -> str:
    """Its status and measure, as far as stated and not in the label; that no party is named; how many articles tell it, when several."""
    named = parties(amount, style)
    told = [style.words(f"status.{amount['status']}")] if _said(amount["status"]) else []
    told += [style.words(f"measure.{amount['measure']}")] if _said(amount["measure"]) and named else []
    told += [] if named else [style.words("investment.parties.none")]
    articles = [style.words("investment.articles", n=int(amount["told"]))] if amount["told"] > 1 else []
    return " · ".join([", ".join(told), *articles])


def stated(amount: Any, style: Style) -> str:
    """The amount as its author gave it and, when it is not in dollars, in dollars: «до 3 трлн иен ≈ 20 млрд $»."""
    words = style.words
    said = words.amount(amount["low"], amount["high"], amount["shape"], amount["unit"], amount["scale"])
    if not _said(amount["usd_by"]) or amount["usd_by"] == "own":
        return said
    low, high = amount["usd_low"], amount["usd_high"]
    dollars = [words.money(value, "USD") for value in dict.fromkeys((low, high)) if value == value and value is not None]
    return f"{said} ≈ {' – '.join(dollars)}"


def amounts(
    listed: pd.DataFrame, style: Style, logarithmic: bool = True, note: Callable[[dict[str, Any], Style], str] = remark
) -> go.Figure:
    """One row an amount, largest first, in the colour of its voice; `listed` is the answer of analysis.investment.amounts.

    Amounts with a `reason` of vague are drawn as dotted lines; those without a rate keep their row, and the mark says so.
    """
    records = listed.to_dict("records")
    values = [value for record in records for value in (record["usd_low"], record["usd_high"]) if value == value and value is not None]
    axis = scale(values, logarithmic)
    named = [
        Row(record["quantity_id"], label(record, style), note(record, style), _value(record, style), style.voice(record["rank"]))
        for record in records
    ]
    drawn = rows(style, named, axis=bool(values))
    places, ticks = axis.ticks(style.words) if values else ([], [])
    drawn.layout.xaxis.update(
        range=[axis.low, axis.high], tickvals=places, ticktext=ticks, showgrid=True, gridcolor=style.line, griddash="dot"
    )
    for index, record in enumerate(records):
        _mark(drawn, index, record, axis, style.voice(record["rank"]))
    hover = [f"«{plain(shortened(record['text'], 80))}» — {plain(record['short'])}" for record in records]
    touch(drawn, named, (axis.low, axis.high), hover)
    return drawn


def sheet(listed: pd.DataFrame, style: Style, logarithmic: bool = True) -> Sheet:
    """The same as ranges in dollars: of each amount what is surely meant and what is meant at most."""
    words = style.words
    return Sheet(
        "ranges",
        tuple(listed["quantity_id"]),
        tuple(label(record, style) for record in listed.to_dict("records")),
        tuple(stated(record, style) for record in listed.to_dict("records")),
        (
            Series(words("sheet.at_least"), numbers(listed["usd_low"]), style.accent),
            Series(words("sheet.at_most"), numbers(listed["usd_high"]), style.neutral),
        ),
        "#,##0",
        logarithmic,
    )


def _value(amount: Any, style: Style) -> str:
    """What stands at the right edge: as stated, and in dollars where there is room."""
    return stated(amount | {"usd_by": "own"} if style.narrow else amount, style)


def _said(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _mark(drawn: go.Figure, index: int, record: dict[str, Any], axis: Scale, colour: str) -> None:
    y = position(index)
    low, high = (None if value is None or value != value else axis.at(value) for value in (record["usd_low"], record["usd_high"]))
    if low is None and high is None:
        _line(drawn, axis.low, axis.high, y, colour)
    elif low is None:
        _edge(drawn, high, axis.low, y, colour)
    elif high is None:
        _edge(drawn, low, axis.high, y, colour)
    elif low == high:
        if record["shape"] == "about":
            drawn.add_trace(_dot(low, y, faded(colour, 0.22), 26))
        drawn.add_trace(_dot(low, y, colour, 13))
    else:
        _box(drawn, low, high, y, faded(colour, 0.45))
        for edge in (low, high):
            _box(drawn, edge - _thin(axis), edge + _thin(axis), y, colour)


def _thin(axis: Scale) -> float:
    return (axis.high - axis.low) * 0.0022


def _dot(x: float, y: float, colour: str, size: int) -> go.Scatter:
    return go.Scatter(x=[x], y=[y], mode="markers", marker={"color": colour, "size": size, "line_width": 0}, hoverinfo="skip")


def _line(drawn: go.Figure, low: float, high: float, y: float, colour: str) -> None:
    drawn.add_shape(type="line", x0=low, x1=high, y0=y, y1=y, line={"color": colour, "width": 2, "dash": "dot"}, layer="below")


def _box(drawn: go.Figure, low: float, high: float, y: float, colour: str) -> None:
    drawn.add_shape(type="rect", x0=low, x1=high, y0=y - THICK / 2, y1=y + THICK / 2, line_width=0, fillcolor=colour, layer="below")


def _edge(drawn: go.Figure, edge: float, end: float, y: float, colour: str) -> None:
    """A hard edge at the number and a shade that fades towards the open side."""
    near, far = (edge, end) if edge < end else (end, edge)
    strong, weak = faded(colour, 0.5), faded(colour, 0.0)
    shades = [[0, strong], [1, weak]] if edge < end else [[0, weak], [1, strong]]
    drawn.add_trace(
        go.Scatter(
            x=[near, far, far, near],
            y=[y - THICK / 3, y - THICK / 3, y + THICK / 3, y + THICK / 3],
            mode="lines",
            line_width=0,
            fill="toself",
            fillgradient={"type": "horizontal", "colorscale": shades},
            hoverinfo="skip",
        )
    )
    drawn.add_shape(type="line", x0=edge, x1=edge, y0=y - THICK / 1.6, y1=y + THICK / 1.6, line={"color": colour, "width": 4})


def groups(counted: pd.DataFrame, style: Style, field: str) -> go.Figure:
    """One row per value of a field: a short bar for how many amounts state it, and the largest of them in words; ids are the keys."""
    listed = _grouped(counted, style, field)
    drawn = rows(style, listed)
    most = float(counted["amounts"].max()) if len(counted) else 1.0
    drawn.layout.xaxis.update(range=[0, most])
    bars(drawn, [float(count) for count in counted["amounts"]], [style.accent if row.id else style.neutral for row in listed])
    touch(drawn, listed, (0.0, most))
    return drawn


def groups_sheet(counted: pd.DataFrame, style: Style, field: str) -> Sheet:
    """The same as bars."""
    listed = _grouped(counted, style, field)
    ids, names, said = zip(*((row.id, row.label, row.value) for row in listed), strict=True) if listed else ((), (), ())
    return sheets.bars(ids, names, list(counted["amounts"]), said, style.words("column.amounts"), style)


def group_name(group: Any, style: Style, field: str) -> str:
    """What a group of amounts is called: the label of a concept, the word for a code, «не указано»."""
    words = style.words
    if not isinstance(group["key"], str):
        return words("unknown")
    label = words.label(group)
    return label if isinstance(label, str) else words(f"{field}.{group['key']}")


def _grouped(counted: pd.DataFrame, style: Style, field: str) -> list[Row]:
    words, listed = style.words, []
    for group in counted.to_dict("records"):
        known = isinstance(group["key"], str)
        label = group_name(group, style, field)
        value = words("investment.by.count", n=int(group["amounts"]))
        if group["largest"] == group["largest"] and group["largest"] is not None:
            value = words("investment.by.value", n=int(group["amounts"]), largest=words.money(group["largest"], "USD"))
        listed.append(Row(group["key"] if known else "", label, value=value, strong=known))
    return listed
