"""Native charts of a workbook: they draw numbers that stand beside them and change when these are changed."""

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from svodka.briefing.slides import Slide
from svodka.charts.sheet import Sheet
from svodka.export import cells
from svodka.export.cells import Pens
from svodka.export.characters import cut, legal
from svodka.wording import Words

# Kinds that an office program draws without tricks.
TYPES = {
    "bars": {"type": "bar"},
    "stacked": {"type": "bar", "subtype": "stacked"},
    "lines": {"type": "line"},
}
# Pixels; and how many columns of the usual width the chart covers.
WIDTH, BAR, FRAME, COLUMNS = 760, 26, 90, 13
# Letters that the description of a picture may have.
DESCRIPTION = 1_000
FONT = {"name": "Arial", "size": 9}


def beside(book: Workbook, sheet: Worksheet, shown: Sheet, head: int, column: int, slide: Slide, words: Words, pen: Pens) -> None:
    """The chart from a column on, and its numbers right of it: the name of each row, a column a series, the value as said.

    Nothing for a kind of chart that a spreadsheet has not, or one without rows.
    """
    if shown.kind not in TYPES or not shown.ids:
        return
    first = column + COLUMNS
    _numbers(sheet, shown, head, first, words, pen)
    drawn = _chart(book, sheet.name, shown, head, first)
    drawn.set_size({"width": WIDTH, "height": FRAME + BAR * len(shown.ids) if shown.kind != "lines" else WIDTH // 2})
    about = ". ".join(part for part in (slide.title, slide.subtitle) if part)
    # 3: the chart stays as large as it is when a filter hides rows beside it
    sheet.insert_chart(head, column, drawn, {"object_position": 3, "description": cut(legal(about), DESCRIPTION)})


def _numbers(sheet: Worksheet, shown: Sheet, head: int, first: int, words: Words, pen: Pens) -> None:
    last = first + len(shown.series) + 1
    for at, name in enumerate([words("book.row"), *(one.name for one in shown.series), words("book.value")], start=first):
        cells.string(sheet, head, at, name, pen.head)
    sheet.set_column(first, first, 36)
    sheet.set_column(last, last, 36)
    pattern = "0.0" if any(value and value % 1 for one in shown.series for value in one.values) else "0"
    for row, (name, said) in enumerate(zip(shown.categories, shown.said, strict=True), start=head + 1):
        cells.cell(sheet, row, first, name, pen)
        cells.cell(sheet, row, last, said, pen)
        for at, one in enumerate(shown.series, start=first + 1):
            cells.cell(sheet, row, at, one.values[row - head - 1], pen, pattern)


def _chart(book: Workbook, name: str, shown: Sheet, head: int, first: int) -> Chart:
    """Names and numbers by reference to cells, so that no text of an article can stand for a formula."""
    drawn = book.add_chart(TYPES[shown.kind])
    top, bottom = head + 1, head + len(shown.ids)
    lines = shown.kind == "lines"
    for at, one in enumerate(shown.series, start=first + 1):
        paint = {"line": {"color": one.colour, "width": 2}, "marker": {"type": "circle", "size": 5, "fill": {"color": one.colour}}}
        drawn.add_series(
            {
                "name": [name, head, at],
                "categories": [name, top, first, bottom, first],
                "values": [name, top, at, bottom, at],
                **(paint if lines else {"fill": {"color": one.colour}, "border": {"none": True}, "gap": 45}),
                **({"data_labels": {"value": True, "font": FONT}} if shown.kind == "bars" else {}),
            }
        )
    drawn.show_hidden_data()
    drawn.set_title({"none": True})
    drawn.set_legend({"position": "bottom", "font": FONT} if len(shown.series) > 1 else {"none": True})
    quiet = {"num_font": FONT, "line": {"none": True}, "major_tick_mark": "none"}
    if lines:
        drawn.set_x_axis(quiet)
        drawn.set_y_axis(quiet | {"major_gridlines": {"visible": True, "line": {"color": "#e4e0d6"}}, "min": 0})
    else:
        # of a bar chart the categories are the «x» axis; reversed, the longest bar stands on top
        drawn.set_x_axis(quiet | {"reverse": True})
        drawn.set_y_axis(quiet | {"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    return drawn
