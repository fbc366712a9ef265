"""Tables on slides: the columns and rows there is room for, in pages."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from svodka.charts.sheet import Sheet
from svodka.export import table
from svodka.export.pptx.lettering import Type, cut, height, width
from svodka.export.pptx.text import Box, Run, plain, write
from svodka.wording import Words

MOST_ROWS, MOST_LINES = 14, 3
HEAD, CELL = Type(11, bold=True), Type(12)
# Points: inside a cell beside and above its text; the widest a column of text grows.
SIDE, ABOVE, WIDEST = 6, 3, 230
# The table style without lines and colours: the cells bring their own.
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
# Kinds whose rows have a number for every series, as a table with a column a series.
GRIDS = ("stacked", "lines", "mirrored")
# Columns of codes, which say nothing in a meeting.
CODES = ["concept"]


class Grid(NamedTuple):
    """A table in words: the names of the columns, the rows, which columns hold numbers, their widths in points, and what was left out."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[bool, ...]
    widths: tuple[float, ...] = ()
    columns_left: int = 0
    rows_left: int = 0


def of_table(answer: pd.DataFrame, words: Words) -> Grid:
    """An answer as the interface labels it; columns without a value are left out."""
    kept = table.labelled(answer.drop(columns=CODES, errors="ignore"), words).dropna(axis="columns", how="all")
    numeric = tuple(pd.api.types.is_numeric_dtype(kept[name]) for name in kept.columns)
    rows = tuple(tuple(_cell(cell, words) for cell in row) for row in kept.itertuples(index=False, name=None))
    return Grid(tuple(map(str, kept.columns)), rows, numeric)


def of_sheet(sheet: Sheet, words: Words) -> Grid:
    """The rows of a chart: each with its value in words, or with a number for every series."""
    named = [plain(name) for name in sheet.categories]
    if sheet.kind in GRIDS:
        cells = zip(named, *(map(_number(words), one.values) for one in sheet.series), strict=True)
        return Grid(
            (words("column.label"), *(plain(one.name) for one in sheet.series)), tuple(cells), (False, *(True for _ in sheet.series))
        )
    return Grid((words("column.label"), words("book.value")), tuple(zip(named, map(plain, sheet.said), strict=True)), (False, False))


def pages(grid: Grid, room: tuple[float, float], most: int) -> list[Grid]:
    """The table in at most so many pages, each as high as the room; the last says how many rows are left."""
    if not grid.rows or not grid.head:
        return []
    fitting = _columns(grid, room[0])
    made, rows = [], list(fitting.rows)
    while rows and len(made) < most:
        taken, free = 0, room[1] - _row_height(fitting.head, HEAD, fitting.widths)
        while taken < min(len(rows), MOST_ROWS) and (free := free - _row_height(rows[taken], CELL, fitting.widths)) >= 0:
            taken += 1
        taken = max(1, taken)
        made.append(fitting._replace(rows=tuple(rows[:taken])))
        rows = rows[taken:]
    return [*made[:-1], made[-1]._replace(rows_left=len(rows))]


def put(slide: Any, at: Box, grid: Grid, words: Words) -> Any:
    """The table on a slide: its frame."""
    frame = slide.shapes.add_table(len(grid.rows) + 1, len(grid.head), at.left, at.top, at.width, at.height)
    drawn = frame.table
    drawn._tbl.tblPr.find(qn("a:tableStyleId")).text = NO_STYLE
    drawn.horz_banding = False
    for column, wide in zip(drawn.columns, grid.widths, strict=True):
        column.width = Pt(wide)
    listed = [(grid.head, HEAD), *((row, CELL) for row in grid.rows)]
    for row, (cells, of) in zip(drawn.rows, listed, strict=True):
        row.height = Pt(_row_height(cells, of, grid.widths))
        for cell, text, numeric in zip(row.cells, cells, grid.numeric, strict=True):
            _fill(cell, text, of, numeric, words)
    frame.width, frame.height = Pt(sum(grid.widths)), sum(row.height for row in drawn.rows)
    return frame


def _fill(cell: Any, text: str, of: Type, numeric: bool, words: Words) -> None:
    cell.margin_left = cell.margin_right = Pt(SIDE)
    cell.margin_top = cell.margin_bottom = Pt(ABOVE)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    write(cell.text_frame, [[Run(text, of.bold, of.bold)]], of, words)
    if numeric:
        cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT
    ink = '<a:solidFill><a:schemeClr val="{}"/></a:solidFill>'
    line = f'<a:lnB {nsdecls("a")} w="{12700 if of.bold else 6350}">{ink.format("tx2" if of.bold else "bg2")}</a:lnB>'
    cell._tc.get_or_add_tcPr().append(parse_xml(line))


def _columns(grid: Grid, room: float) -> Grid:
    """The first columns that fit side by side, their texts cut to three lines; what is left of the room goes to the text."""
    natural = [_natural(grid, index) for index in range(len(grid.head))]
    count = max(1, next((count for count in range(len(natural)) if sum(natural[: count + 1]) > room), len(natural)))
    spare = room - sum(natural[:count])
    text = [index for index in range(count) if not grid.numeric[index]]
    widths = tuple(
        min(room, natural[index] + (min(spare / len(text), WIDEST) if index in text and spare > 0 else 0)) for index in range(count)
    )

    def cells(row: Sequence[str], of: Type) -> tuple[str, ...]:
        return tuple(cut(text, of, wide - 2 * SIDE, MOST_LINES) for text, wide in zip(row, widths, strict=False))

    return Grid(cells(grid.head, HEAD), tuple(cells(row, CELL) for row in grid.rows), grid.numeric[:count], widths, len(grid.head) - count)


def _natural(grid: Grid, index: int) -> float:
    """As wide as its longest text, within bounds; a heading may break between words."""
    text = max((width(row[index], CELL) for row in grid.rows), default=0.0)
    heading = max(width(grid.head[index], HEAD) * 0.6, *(width(word, HEAD) for word in grid.head[index].split(" ")))
    return max(heading, min(text, WIDEST)) + 2 * SIDE + 2


def _row_height(cells: Sequence[str], of: Type, widths: Sequence[float]) -> float:
    return max(height(text, of, wide - 2 * SIDE) for text, wide in zip(cells, widths, strict=True)) + 2 * ABOVE


def _cell(value: Any, words: Words) -> str:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, list | tuple) or (hasattr(value, "tolist") and not pd.api.types.is_scalar(value)):
        return plain(", ".join(str(one) for one in value))
    if pd.isna(value):
        return "—"
    if isinstance(value, pd.Timestamp):
        return words.day(value)
    return _number(words)(value) if pd.api.types.is_number(value) else plain(str(value))


def _number(words: Words) -> Any:
    def written(value: float | None) -> str:
        return "—" if value is None else words.scaled(value) if abs(value) >= 1e6 else words.number(value)

    return written
