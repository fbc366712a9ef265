"""Tables as files, read back and compared."""

from io import BytesIO

import openpyxl
import pandas as pd

from svodka.export import cells
from svodka.export import table as files
from svodka.wording import Words, words

WORDS = Words("ru", {"column.name": "Голос", "column.mentions": "Упоминаний"})
FRAME = pd.DataFrame({"voice_id": ["a", "b"], "name": ["=1+1", "Йолчуев"], "mentions": [3, 4]})


def test_labelled_leaves_ids_behind():
    assert list(files.labelled(FRAME, WORDS).columns) == ["Голос", "Упоминаний"]


def test_labelled_writes_codes_out():
    frame = pd.DataFrame({"shape": ["up_to", "exact"], "unit": ["XXX", "USD"]})
    assert files.labelled(frame, words("ru")).to_dict("list") == {"Форма": ["до", "точно"], "Единица": ["не указано", "USD"]}


def test_csv_opens_in_excel_and_runs_nothing():
    made = files.csv(files.labelled(FRAME, WORDS))
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.decode("utf-8-sig") == "Голос,Упоминаний\r\n'=1+1,3\r\nЙолчуев,4\r\n"


def test_xlsx_keeps_numbers_numbers_and_text_text():
    book = openpyxl.load_workbook(BytesIO(files.xlsx(files.labelled(FRAME, WORDS), "Ресурсы", ["пять статей"])))
    sheet, about = book.worksheets
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["Голос", "Упоминаний"], ["=1+1", 3], ["Йолчуев", 4]]
    assert sheet["A2"].data_type == "s"
    assert sheet.freeze_panes == "A2"
    assert [row[0].value for row in about.iter_rows()] == ["Ресурсы", "пять статей"]


def test_xlsx_of_dates_and_gaps():
    frame = pd.DataFrame({"day": [pd.Timestamp("2025-12-19"), pd.NaT], "value": [1.5, None], "text": [None, "x" * 40_000]})
    sheet = openpyxl.load_workbook(BytesIO(files.xlsx(frame, "t", []))).worksheets[0]
    assert sheet["A2"].value == pd.Timestamp("2025-12-19").to_pydatetime()
    assert sheet["B3"].value is None
    assert len(sheet["C3"].value) == cells.CELL_LIMIT


def test_an_empty_table_is_a_file_too():
    empty = files.labelled(FRAME.head(0), WORDS)
    assert files.csv(empty).decode("utf-8-sig") == "Голос,Упоминаний\r\n"
    assert openpyxl.load_workbook(BytesIO(files.xlsx(empty, "t", []))).worksheets[0].max_row == 1
