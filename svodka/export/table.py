"""A table as a file: CSV that Excel opens with the right letters, XLSX with numbers as numbers and text as text."""

from io import BytesIO

import pandas as pd
import xlsxwriter

from svodka.wording import LANGUAGES, Words

CELL_LIMIT = 32_000
# Columns of codes, and the message that writes a code out.
CODES = {"role": "role.{}.one", "status": "status.{}", "measure": "measure.{}", "kind": "kind.{}", "verdict": "verdict.{}"}
# Where it was said and by whom stands after what was said.
LAST = frozenset({"voice", "role", "outlet", "title", "passage", "rate_note"})
# What a spreadsheet would run as a formula when it stands first in a cell of a CSV file.
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def labelled(frame: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The columns that have a name in the interface, under that name and in their order; ids and offsets stay behind.

    Of `label_ru, label_en` the one of the language is kept; codes (a role, a status) are written out.
    """
    kept = {}
    for column in sorted(frame.columns, key=LAST.__contains__):
        base, _, language = column.rpartition("_")
        name = base if language in LANGUAGES else column
        other_language = language in LANGUAGES and language != words.language
        if other_language or f"{column}_{words.language}" in frame or not words.has(f"column.{name}"):
            continue
        cells = frame[column]
        if name in CODES:
            cells = cells.map(lambda code, form=CODES[name]: words(form.format(code)) if isinstance(code, str) else None)
        kept[words(f"column.{name}")] = cells
    return pd.DataFrame(kept, index=frame.index)


def csv(frame: pd.DataFrame) -> bytes:
    """UTF-8 with BOM; text that a spreadsheet would take for a formula gets an apostrophe before it."""
    safe = frame.map(lambda cell: f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS) else cell)
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def xlsx(frame: pd.DataFrame, title: str, remarks: list[str]) -> bytes:
    """One sheet with a frozen, filterable header, and one that says where the figures come from."""
    file = BytesIO()
    with xlsxwriter.Workbook(
        file,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "nan_inf_to_errors": True},
    ) as book:
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": "dd.mm.yyyy", "valign": "top", "align": "left"})
        sheet = book.add_worksheet("1")
        for column, name in enumerate(frame.columns):
            sheet.write_string(0, column, str(name), bold)
            longest = frame[name].map(lambda cell: len(str(cell))).max() if len(frame) else 0
            sheet.set_column(column, column, min(60, max(10, len(str(name)), int(longest or 0)) + 2), wrap)
            for row, cell in enumerate(frame[name], start=1):
                _write(sheet, row, column, cell, day)
        sheet.freeze_panes(1, 0)
        if len(frame.columns):
            sheet.autofilter(0, 0, max(1, len(frame)), len(frame.columns) - 1)
        about = book.add_worksheet("2")
        about.set_column(0, 0, 100, wrap)
        for row, remark in enumerate([title, *remarks]):
            about.write_string(row, 0, remark[:CELL_LIMIT])
    return file.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: object, day: xlsxwriter.format.Format) -> None:
    if cell is None or cell != cell or cell is pd.NaT:
        return
    if isinstance(cell, pd.Timestamp):
        sheet.write_datetime(row, column, cell.to_pydatetime(), day)
    elif isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)
    elif isinstance(cell, int | float) or hasattr(cell, "dtype"):
        sheet.write_number(row, column, float(cell))
    else:
        sheet.write_string(row, column, str(cell)[:CELL_LIMIT])
