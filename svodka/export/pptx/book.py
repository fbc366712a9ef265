"""The data sheet inside a native chart: the numbers it draws, the words of its labels, and columns that follow from the numbers."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import NamedTuple

import xlsxwriter

from svodka.charts.sheet import Sheet
from svodka.wording import Words

# The name that the references of python-pptx carry.
SHEET = "Sheet1"
# Of the longest bar, the stub that says «and more» on a linear scale; a logarithmic one has it as long as doubling is. Air behind its tip.
STUB, AIR = 0.08, 1.2
# Where the label of an interval begins: a little behind its end.
BEHIND = 1.03


class Column(NamedTuple):
    """One column of the data sheet.

    - `colour`: of its series; None where the series is only there to carry labels or the ends of intervals;
    - `formula`: what a value follows from, with `{row}` for the number of its row; empty where the values stand for themselves.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str | None = None
    formula: str = ""


class Book(NamedTuple):
    """What is in the data sheet: `series` are drawn, in this order from column B on; `rest` follow them; `labels` come last."""

    names: tuple[str, ...]
    series: tuple[Column, ...]
    rest: tuple[Column, ...] = ()
    labels: tuple[str, ...] = ()
    total: bool = False
    number: str = "General"

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns of numbers."""
        return (*self.series, *self.rest)

    def reference(self, index: int) -> str:
        """The cells of the column of numbers with this place, 0 for column B; that of the labels follows the last."""
        letter = _letter(index + 1)
        return f"{SHEET}!${letter}$2:${letter}${len(self.names) + 1}"


def of(sheet: Sheet, words: Words) -> Book:
    """The data sheet of a chart.

    - ranges: the possible end, drawn first and pale, and the sure beginning over it; where no end is stated, a stub says that it goes on;
    - dots: the value between its bounds; stacked: the parts; their total carries the label; mirrored: the left side below zero.
    """
    return {"ranges": _ranges, "dots": _dots, "stacked": _stacked, "mirrored": _mirrored}.get(sheet.kind, _plain)(sheet, words)


def floor_of(sheet: Sheet) -> float:
    """Where a logarithmic axis begins: the power of ten below the smallest number."""
    smallest = min((value for series in sheet.series for value in series.values if value and value > 0), default=1.0)
    power = 1.0
    while power >= smallest:
        power /= 10
    while power * 10 < smallest:
        power *= 10
    return power


def written(book: Book, words: Words, day: date) -> bytes:
    """The data sheet as a file: numbers as numbers, text as text, formulas for what follows from other cells."""
    file = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, options) as made:
        made.set_properties({"created": datetime(day.year, day.month, day.day)})
        head = made.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        number = made.add_format({"num_format": book.number})
        sheet = made.add_worksheet(SHEET)
        sheet.set_column(0, 0, 40)
        sheet.set_column(1, len(book.columns) + 1, 18)
        for row, name in enumerate(book.names, start=1):
            sheet.write_string(row, 0, name)
        for index, column in enumerate(book.columns, start=1):
            sheet.write_string(0, index, column.name, head)
            for row, value in enumerate(column.values, start=1):
                if column.formula:
                    sheet.write_formula(row, index, column.formula.format(row=row + 1), number, "" if value is None else value)
                elif value is not None:
                    sheet.write_number(row, index, value, number)
        last = len(book.columns) + 1
        if book.labels:
            sheet.write_string(0, last, words("pptx.sheet.total" if book.total else "pptx.sheet.label"), head)
        for row, label in enumerate(book.labels, start=1):
            if book.total:
                parts = f"B{row + 1}:{_letter(len(book.series) - 1)}{row + 1}"
                total = sum(column.values[row - 1] or 0 for column in book.series)
                sheet.write_formula(row, last, f"=SUM({parts})", number, total)
            else:
                sheet.write_string(row, last, label)
    return file.getvalue()


def _plain(sheet: Sheet, words: Words) -> Book:
    series = tuple(Column(one.name, one.values, one.colour) for one in sheet.series)
    return Book(sheet.categories, series, labels=sheet.said if sheet.kind == "bars" else (), number=sheet.number)


def _stacked(sheet: Sheet, words: Words) -> Book:
    series = [Column(one.name, one.values, one.colour) for one in sheet.series]
    carrier = Column(words("pptx.sheet.carrier"), (0.0,) * len(sheet.ids))
    return Book(sheet.categories, (*series, carrier), labels=sheet.said, total=True, number=sheet.number)


def _mirrored(sheet: Sheet, words: Words) -> Book:
    left, right = sheet.series
    below = tuple(None if value is None else -value for value in left.values)
    number = f"{sheet.number};{sheet.number}"
    return Book(sheet.categories, (Column(left.name, below, left.colour), Column(right.name, right.values, right.colour)), number=number)


def _ranges(sheet: Sheet, words: Words) -> Book:
    low, high = sheet.series
    start = floor_of(sheet) if sheet.logarithmic else 0.0
    longest = max((value for series in sheet.series for value in series.values if value), default=1.0)
    stub = "C{row}" if sheet.logarithmic else repr(longest * STUB)
    known = list(zip(low.values, high.values, strict=True))
    beyond = tuple((sure if sheet.logarithmic else longest * STUB) if sure and most is None else None for sure, most in known)
    ends = tuple(max(start, most or 0, (sure or 0) + AIR * (more or 0)) for (sure, most), more in zip(known, beyond, strict=True))
    carried = f"=MAX({start!r},B{{row}},SUM(C{{row}},{AIR}*N(E{{row}})))"
    goes_on = f'=IF(AND(B{{row}}="",C{{row}}<>""),{stub},"")'
    series = (
        Column(high.name, high.values, high.colour),
        Column(low.name, low.values, low.colour),
        Column(words("pptx.sheet.carrier"), ends, None, carried),
    )
    return Book(sheet.categories, series, (Column(words("pptx.sheet.open"), beyond, None, goes_on),), sheet.said, number=sheet.number)


def _dots(sheet: Sheet, words: Words) -> Book:
    low, value, high = sheet.series
    known = list(zip(low.values, value.values, high.values, strict=True))
    series = (
        Column(low.name, low.values),
        Column(value.name, value.values, value.colour),
        Column(high.name, high.values),
        Column(words("pptx.sheet.carrier"), tuple(_most(row) for row in known), None, f"=MAX(0,B{{row}}:D{{row}})*{BEHIND}"),
    )
    whiskers = (
        Column(words("pptx.sheet.minus"), _gaps((at, to) for to, at, _ in known), None, '=IF(B{row}="","",C{row}-B{row})'),
        Column(words("pptx.sheet.plus"), _gaps((to, at) for _, at, to in known), None, '=IF(D{row}="","",D{row}-C{row})'),
    )
    return Book(sheet.categories, series, whiskers, sheet.said, number=sheet.number)


def _most(row: Sequence[float | None]) -> float:
    return BEHIND * max(0.0, *(value for value in row if value is not None))


def _gaps(pairs: Iterable[tuple[float | None, float | None]]) -> tuple[float | None, ...]:
    return tuple(None if more is None or less is None else more - less for more, less in pairs)


def _letter(index: int) -> str:
    """The letter of a column, 0 for A."""
    return xlsxwriter.utility.xl_col_to_name(index)
