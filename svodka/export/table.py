"""A table as a file: CSV that Excel opens with the right letters, XLSX with numbers as numbers and text as text."""

from io import BytesIO

import pandas as pd

from svodka.export import cells
from svodka.export.cells import FORMULA_SIGNS
from svodka.wording import LANGUAGES, Words

# Columns of codes, and the message that writes a code out.
CODES = {
    "role": "role.{}.one",
    "status": "status.{}",
    "measure": "measure.{}",
    "kind": "kind.{}",
    "verdict": "verdict.{}",
    "shape": "form.{}",
}
# Money whose currency the article does not state.
NO_CURRENCY = "XXX"
# Where it was said and by whom stands after what was said.
LAST = frozenset({"voice", "role", "outlet", "title", "passage", "rate_note"})


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
        values = frame[column]
        if name in CODES:
            values = values.map(lambda code, form=CODES[name]: words(form.format(code)) if isinstance(code, str) else None)
        elif name == "unit":
            values = values.replace(NO_CURRENCY, words("unknown"))
        kept[words(f"column.{name}")] = values
    return pd.DataFrame(kept, index=frame.index)


def csv(frame: pd.DataFrame) -> bytes:
    """UTF-8 with BOM; text that a spreadsheet would take for a formula gets an apostrophe before it."""
    safe = frame.map(lambda cell: f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_SIGNS) else cell)
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def xlsx(frame: pd.DataFrame, title: str, remarks: list[str]) -> bytes:
    """One sheet with a frozen, filterable header, and one that says where the figures come from."""
    file = BytesIO()
    with cells.opened(file) as book:
        pen = cells.pens(book)
        cells.table(book.add_worksheet("1"), 0, frame, pen)
        about = book.add_worksheet("2")
        about.set_column(0, 0, 100)
        for row, remark in enumerate([title, *remarks]):
            cells.cell(about, row, 0, remark, pen)
    return file.getvalue()
