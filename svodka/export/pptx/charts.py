"""Native charts: what office programs draw from a data sheet, and redraw when a number in it is changed."""

from datetime import date
from math import ceil, floor, log10
from typing import Any, NamedTuple

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from svodka.charts.sheet import Sheet
from svodka.charts.style import Style, mixed
from svodka.exhibits.exhibit import ROWS
from svodka.export.pptx import book as books
from svodka.export.pptx import labels
from svodka.export.pptx.book import Book
from svodka.export.pptx.lettering import Type, cut, width
from svodka.export.pptx.text import Box, box, plain, rgb
from svodka.wording import NBSP, SCALES

TYPES = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "ranges": XL_CHART_TYPE.BAR_CLUSTERED,
    "dots": XL_CHART_TYPE.BAR_CLUSTERED,
    "mirrored": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked": XL_CHART_TYPE.BAR_STACKED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}
LEGENDS = ("stacked", "lines", "ranges", "mirrored")
# Parts of the width of a chart that names, labels and an entry of the legend may take.
NAMES, LABELS, SERIES = 0.38, 0.36, 0.3
# A bar is pale where whiskers are drawn over it.
UNDER_WHISKERS = 0.55


class Sizes(NamedTuple):
    """Type sizes of a chart, by how many rows it has and how wide it is."""

    names: float
    labels: float
    legend: float
    wide: bool


def drawable(sheet: Sheet) -> bool:
    """Can office programs draw it?"""
    return sheet.kind in TYPES and bool(sheet.ids) and bool(sheet.series)


def put(holder: Any, sheet: Sheet, style: Style, day: date) -> Any:
    """The chart in the place of a placeholder for charts: its first rows, the first on top. The frame that holds it."""
    place = box(holder)
    sizes = _sizes(sheet, place)
    shown = _fitting(sheet, place, sizes, style)
    book = books.of(shown, style.words)
    data = CategoryChartData(number_format=book.number)
    data.categories = book.names
    for column in book.series:
        data.add_series(column.name, column.values)
    frame = holder.insert_chart(TYPES[sheet.kind], data)
    chart = frame.chart
    chart.part.chart_workbook.update_from_xlsx_blob(books.written(book, style.words, day))
    chart.has_title = False
    chart.font.size, chart.font.color.rgb = Pt(sizes.names), rgb(style.ink)
    _series(chart, shown, book, sizes, style)
    _axes(chart, shown, sizes, style)
    _legend(chart, shown, book, sizes, style)
    _layout(chart, shown, book, sizes, place)
    return frame


def _sizes(sheet: Sheet, place: Box) -> Sizes:
    """Type as large as the rows leave room for."""
    row = place.points[1] / (len(sheet.ids[:ROWS]) + 1)
    wide = place.points[0] > 600
    names = max(9.0, min(16.0 if wide else 11.0, floor(row * 0.65)))
    return Sizes(names, max(9.0, names - 1), 12.0 if wide else 10.0, wide)


def _fitting(sheet: Sheet, place: Box, sizes: Sizes, style: Style) -> Sheet:
    """The first rows, their names and labels cut to what there is room for; the colours of many voices told apart."""
    rows = slice(0, ROWS)
    wide = place.points[0]
    room, lines = (
        (wide / len(sheet.ids[rows]) * 0.8, 1) if sheet.kind == "lines" else (wide * NAMES * 0.94, 2 if len(sheet.ids) <= 8 else 1)
    )
    names = tuple(cut(plain(name), Type(sizes.names), room, lines) for name in sheet.categories[rows])
    said = tuple(cut(plain(text), Type(sizes.labels), wide * LABELS * 0.94, 1) for text in sheet.said[rows])
    series = [one._replace(name=cut(plain(one.name), Type(sizes.legend), wide * SERIES), values=one.values[rows]) for one in sheet.series]
    for number, one in enumerate(series):
        same = sum(before.colour == one.colour for before in sheet.series[:number]) if sheet.kind in ("stacked", "lines") else 0
        strength = UNDER_WHISKERS if sheet.kind == "dots" else max(0.3, 0.72**same)
        series[number] = one._replace(colour=mixed(one.colour, style.paper, strength))
    return sheet._replace(ids=sheet.ids[rows], categories=names, said=said, series=tuple(series))


def _series(chart: Any, sheet: Sheet, book: Book, sizes: Sizes, style: Style) -> None:
    plot = chart.plots[0]
    if sheet.kind != "lines":
        plot.gap_width = 55 if len(sheet.ids) > 4 else 90
        plot.overlap = 100
    longest = max((sum(column.values[row] or 0 for column in book.series) for row in range(len(book.names))), default=0)
    for index, (one, column) in enumerate(zip(plot.series, book.series, strict=True)):
        last = index == len(book.series) - 1
        if sheet.kind == "lines":
            _line(one, column.colour, sizes)
        else:
            _bar(one, column.colour, style)
        if last and book.labels:
            labels.words(one, book, "inBase" if sheet.kind == "stacked" else "outEnd", sizes.labels, style)
        elif sheet.kind == "stacked":
            labels.parts(one, column, longest, sizes.labels, style)
        elif sheet.kind == "mirrored":
            labels.values(one, book.number, sizes.labels, style, XL_LABEL_POSITION.OUTSIDE_END)
    if sheet.kind == "dots":
        labels.whiskers(plot.series[1], book, style.ink, plus=5, minus=4)
    if sheet.kind == "ranges" and any(book.rest[0].values):
        labels.whiskers(plot.series[1], book, book.series[1].colour, plus=3)


def _bar(series: Any, colour: str | None, style: Style) -> None:
    series.invert_if_negative = False
    if colour is None:
        series.format.fill.background()
        return
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = rgb(colour)
    series.format.line.width = Pt(0.75)
    series.format.line.color.rgb = rgb(style.paper)


def _line(series: Any, colour: str, sizes: Sizes) -> None:
    series.smooth = False
    series.format.line.color.rgb = rgb(colour)
    series.format.line.width = Pt(2.25)
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = rgb(colour)
    series.marker.format.line.fill.background()
    series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 7


def _axes(chart: Any, sheet: Sheet, sizes: Sizes, style: Style) -> None:
    names, values = chart.category_axis, chart.value_axis
    names.tick_labels.font.size = Pt(sizes.names)
    names.major_tick_mark = values.major_tick_mark = XL_TICK_MARK.NONE
    for axis in (names, values):
        axis.format.line.color.rgb = rgb(style.line)
        axis.has_major_gridlines = False
    if sheet.kind == "lines":
        _grid(values, sizes, style)
        values.tick_labels.number_format, values.tick_labels.number_format_is_linked = sheet.number, False
        values.minimum_scale = 0
        return
    names.reverse_order = True
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if sheet.logarithmic:
        values._element.find(qn("c:scaling")).insert(0, parse_xml(f'<c:logBase {nsdecls("c")} val="10"/>'))
        values.minimum_scale = books.floor_of(sheet)
        values.tick_label_position = XL_TICK_LABEL_POSITION.HIGH if sizes.wide else XL_TICK_LABEL_POSITION.NONE
        _grid(values, sizes, style)
        values.tick_labels.number_format, values.tick_labels.number_format_is_linked = _scaled(sheet, style), False
        return
    if all(value is None or value >= 0 for series in sheet.series for value in series.values) and sheet.kind != "mirrored":
        values.minimum_scale = 0
    values.visible = False


def _grid(axis: Any, sizes: Sizes, style: Style) -> None:
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = rgb(style.line)
    axis.major_gridlines.format.line.dash_style = MSO_LINE.ROUND_DOT
    axis.tick_labels.font.size, axis.tick_labels.font.color.rgb = Pt(max(9.0, sizes.labels - 2)), rgb(style.muted)
    axis.tick_labels._element.find(qn("c:txPr")).find(qn("a:bodyPr")).set("rot", "0")
    axis.format.line.fill.background()


def _scaled(sheet: Sheet, style: Style) -> str:
    """A number format that writes the two largest scales of an axis in words: «10 млрд»."""
    top = log10(max((value for series in sheet.series for value in series.values if value), default=1.0))
    gap = "\u00a0" if style.words.language == "ru" else ""
    scales = [power for power in SCALES[style.words.language] if power <= top + 1][:2]
    parts = [f'[>={10**power}]0{"," * (power // 3)}"{gap}{SCALES[style.words.language][power]}"' for power in scales]
    return ";".join([*parts, "#,##0"])


def _legend(chart: Any, sheet: Sheet, book: Book, sizes: Sizes, style: Style) -> None:
    chart.has_legend = sheet.kind in LEGENDS and sum(column.colour is not None for column in book.series) > 1
    if not chart.has_legend:
        return
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    chart.legend.font.size, chart.legend.font.color.rgb = Pt(sizes.legend), rgb(style.muted)
    for one, column in zip(chart.plots[0].series, book.series, strict=True):
        if column.colour is None:
            _unnamed(one)


def _unnamed(series: Any) -> None:
    """No name in the legend. Programs count the entries of a legend from different ends, so that leaving one out would strike another."""
    named = series._element.find(qn("c:tx"))
    named.getparent().replace(named, parse_xml(f"<c:tx {nsdecls('c')}><c:v>{NBSP}</c:v></c:tx>"))


def _layout(chart: Any, sheet: Sheet, book: Book, sizes: Sizes, place: Box) -> None:
    """Where the bars stand in the frame, so that names and labels beside them have their room."""
    wide, high = place.points
    top = _legend_height(book, sizes, wide) / high if chart.has_legend else 0.0
    bottom = (sizes.labels + 8) / high if sheet.logarithmic else 0.01
    if sheet.kind == "lines":
        left, right, bottom = 46 / wide, 0.03, (sizes.names * 1.3 + 10) / high
    else:
        longest = max(min(width(name, Type(sizes.names)), wide * NAMES) for name in book.names)
        left = (longest + 12) / wide
        right = (max((width(label, Type(sizes.labels)) for label in book.labels), default=sizes.labels * 4) + 14) / wide
    plot = chart._chartSpace.chart.plotArea
    for old in plot.findall(qn("c:layout")):
        plot.remove(old)
    edges = {"x": left, "y": top + 0.01, "w": 1 - left - right, "h": 1 - top - bottom - 0.02}
    inner = "".join(f'<c:{edge} val="{value:.4f}"/>' for edge, value in edges.items())
    plot.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
            f"{inner}</c:manualLayout></c:layout>"
        ),
    )


def _legend_height(book: Book, sizes: Sizes, wide: float) -> float:
    """Points that the legend takes: its entries side by side, in as many lines as they need."""
    widest = max(width(column.name, Type(sizes.legend)) for column in book.series) + 3 * sizes.legend
    lines = ceil(len(book.series) / max(1, wide * 0.9 // widest))
    return lines * sizes.legend * 1.5 + 6
