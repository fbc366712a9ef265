"""Cells of a workbook: numbers as numbers, days as days, and text that stays text whatever it starts with."""

from collections.abc import Mapping
from datetime import date
from numbers import Real
from typing import BinaryIO, NamedTuple

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from svodka.charts.style import light
from svodka.export.characters import address, cut, legal
from svodka.wording import words

CELL_LIMIT = 32_000
# What a spreadsheet would run as a formula when it stands first in a cell that is typed or comes from a CSV file.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
# The first day that a cell can hold; what is older is written as text.
FIRST_DAY = date(1900, 1, 1)
WIDEST, NARROWEST = 60, 10
SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": True}


class Pens(NamedTuple):
    """The formats of a workbook; `literal` marks text that looks like a formula, so that editing does not make it one."""

    head: Format
    text: Format
    literal: Format
    day: Format
    link: Format
    back: Format
    title: Format
    muted: Format
    numbers: Mapping[str, Format]


def opened(file: BinaryIO) -> Workbook:
    """A workbook that makes no formula, link or number of a text by itself."""
    return xlsxwriter.Workbook(file, SAFE)


def pens(book: Workbook) -> Pens:
    """The formats, in the colours of the house."""
    house = light(words("en"))
    top = {"valign": "top", "font_name": "Arial", "font_size": 10}
    text = top | {"text_wrap": True}
    patterns = ("0", "#,##0", "#,##0.0", "0.00", "0.000")
    return Pens(
        head=book.add_format(text | {"bold": True, "bottom": 1, "bottom_color": house.accent, "bg_color": house.wash}),
        text=book.add_format(text),
        literal=book.add_format(text | {"quote_prefix": True}),
        day=book.add_format(top | {"num_format": "dd.mm.yyyy", "align": "left"}),
        link=book.add_format(text | {"font_color": house.accent, "underline": 1}),
        back=book.add_format(top | {"font_color": house.accent}),
        title=book.add_format(top | {"bold": True, "font_size": 14}),
        muted=book.add_format(top | {"font_color": house.muted}),
        numbers={pattern: book.add_format(top | {"num_format": pattern}) for pattern in patterns},
    )


def table(sheet: Worksheet, at: int, frame: pd.DataFrame, pen: Pens) -> None:
    """A frame whose header stands in row `at` (from 0), frozen with what is above it, with a filter and widths that fit."""
    for column, name in enumerate(frame.columns):
        cells = list(frame.iloc[:, column])
        pattern = _pattern(cells)
        string(sheet, at, column, str(name), pen.head)
        sheet.set_column(column, column, _width(str(name), cells, pattern))
        for row, value in enumerate(cells, start=at + 1):
            cell(sheet, row, column, value, pen, pattern)
    sheet.freeze_panes(at + 1, 0)
    if len(frame.columns):
        sheet.autofilter(at, 0, at + max(1, len(frame)), len(frame.columns) - 1)


def cell(sheet: Worksheet, row: int, column: int, value: object, pen: Pens, pattern: str = "0") -> None:
    """One value in the form of its type; nothing for what is not known."""
    if value is None or value is pd.NaT or value != value or value == "":
        return
    if isinstance(value, date):
        if pd.Timestamp(value).date() >= FIRST_DAY:
            sheet.write_datetime(row, column, pd.Timestamp(value).to_pydatetime(), pen.day)
        else:
            string(sheet, row, column, f"{value:%d.%m.}{value.year:04}", pen.text)
    elif pd.api.types.is_bool(value):
        sheet.write_boolean(row, column, bool(value), pen.text)
    elif isinstance(value, Real):
        sheet.write_number(row, column, float(value), pen.numbers[pattern])
    else:
        text = str(value)
        string(sheet, row, column, text, pen.literal if text.startswith(FORMULA_SIGNS) else pen.text)


def string(sheet: Worksheet, row: int, column: int, text: str, form: Format) -> None:
    """A text that is never anything else."""
    sheet.write_string(row, column, cut(legal(text), CELL_LIMIT), form)


def inner(sheet: Worksheet, row: int, column: int, text: str, to: str, at: str, form: Format) -> None:
    """A text that leads to a cell (`A1`) of another sheet of the workbook."""
    quoted = to.replace("'", "''")
    sheet.write_url(row, column, f"internal:'{quoted}'!{at}", form, cut(legal(text), CELL_LIMIT))


def outer(sheet: Worksheet, row: int, column: int, url: str | None, pen: Pens) -> None:
    """An address of the web as a link, any other as text."""
    if address(url):
        sheet.write_url(row, column, url, pen.link, cut(legal(url), CELL_LIMIT))
    else:
        cell(sheet, row, column, url, pen)


def _pattern(cells: list) -> str:
    """The format for the numbers of a column: whole ones without a point, long ones in groups, small ones with more digits."""
    sizes = [abs(float(value)) for value in cells if isinstance(value, Real) and not pd.isna(value)]
    most = max(sizes, default=0)
    if all(size.is_integer() for size in sizes):
        return "#,##0" if most >= 10_000 else "0"
    return "#,##0.0" if most >= 100 else "0.00" if most >= 1 else "0.000"


def _width(name: str, cells: list, pattern: str) -> int:
    """Letters of the longest value and of the longest word of the header, which has the button of the filter beside it."""
    longest = max((len(_written(value, pattern)) for value in cells), default=0)
    header = max(map(len, name.split()), default=0) + 4
    return min(WIDEST, max(NARROWEST, header, longest + 2))


def _written(value: object, pattern: str) -> str:
    if isinstance(value, date):
        return "00.00.0000"
    if isinstance(value, Real):
        return f"{value:,.2f}" if "#" in pattern else f"{value:.3f}"
    return "" if value is None else str(value)
