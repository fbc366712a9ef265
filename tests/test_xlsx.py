"""The workbook of a briefing, read back and compared with the deck."""

import time
from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest

from svodka.analysis import claims as asserted
from svodka.analysis.selection import ALL, Selection
from svodka.briefing import slides
from svodka.briefing.item import Briefing, Item
from svodka.briefing.slides import Source
from svodka.charts.sheet import Series, Sheet
from svodka.export import cells, xlsx
from svodka.export.table import labelled
from svodka.export.xlsx import sheets
from svodka.wording import words

DAY = date(2026, 11, 26)
HEAD = sheets.HEAD + 1  # openpyxl counts from 1
HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    '=HYPERLINK("http://a.b")',
    "a\x00b\x1f",
    "x" * 40_000,
    "]]><a>&amp;",
    "_x0041_",
    "🌍" * 20_000,
]
NARROW = Selection(resources=("uranium",))
ITEMS = (
    Item("1", "section", title="Деньги"),
    Item("2", "chart", "investment.amounts", note="=сначала это"),
    Item("3", "chart", "overview.coverage"),
    Item("4", "table", "claims.ledger", selection=NARROW),
    Item("5", "chart", "overview.resources"),
    Item("6", "claim", "overview.resources", mark="uranium"),
)


@pytest.fixture(scope="module", params=["ru", "en"])
def deck(request, seeds):
    return slides.deck(seeds, Briefing("b", "Япония: деньги", ITEMS), words(request.param), DAY)


@pytest.fixture(scope="module")
def book(deck, seeds):
    return _read(xlsx.workbook(deck, seeds))


def _read(made: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(made))


def _table(sheet, width: int) -> list[list]:
    """The header and the rows below it, up to the first empty one."""
    found = []
    for row in sheet.iter_rows(min_row=HEAD, max_col=width):
        values = [cell.value for cell in row]
        if found and not any(value is not None for value in values):
            break
        found.append(values)
    return found


def _data(deck, book):
    """Each item that has a sheet of data, with its sheet."""
    names = sheets._names(deck)
    return [(deck.slides[number - 1], book[name]) for number, name in names.items()]


def test_every_row_and_number_of_an_answer_is_there(deck, book):
    compared = 0
    for slide, sheet in _data(deck, book):
        frame = labelled(slide.exhibit.table, deck.words)
        head, *rows = _table(sheet, len(frame.columns))
        assert head == list(frame.columns)
        assert len(rows) == len(frame)
        for written, expected in zip(rows, frame.itertuples(index=False), strict=True):
            for cell, value in zip(written, expected, strict=True):
                assert cell == (None if pd.isna(value) else pytest.approx(value, rel=1e-14) if isinstance(value, float) else value)
                compared += 1
    assert compared > 300


def test_numbers_are_numbers_and_the_filters_of_an_item_hold(deck, book):
    (_, amounts), (_, coverage), (ledger, claims), _ = _data(deck, book)
    numeric = {cell.number_format for row in amounts.iter_rows(min_row=HEAD + 1) for cell in row if cell.data_type == "n" and cell.value}
    assert "#,##0" in numeric
    assert {cell.number_format for row in coverage.iter_rows(min_row=HEAD + 1) for cell in row if isinstance(cell.value, float)} >= {"0.00"}
    assert 0 < claims.max_row - HEAD == len(ledger.exhibit.table) < amounts.max_row - HEAD


def test_every_table_has_a_frozen_header_a_filter_widths_and_a_way_back(deck, book):
    for sheet in book.worksheets:
        assert sheet.freeze_panes == f"A{HEAD + 1}"
        assert sheet.auto_filter.ref.startswith(f"A{HEAD}:")
        assert max(column.width for column in sheet.column_dimensions.values()) > 10
        assert all(cell.font.bold for cell in sheet[HEAD] if cell.value)
    for sheet in book.worksheets[1:]:
        assert sheet.cell(HEAD - 1, 1).hyperlink.location == f"'{deck.words('book.contents')}'!A1"


def test_every_link_leads_to_a_cell_that_is_there(book):
    links = [cell.hyperlink for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    inner = [link.location for link in links if not link.target]
    assert len(inner) > 40
    for location in inner:
        name, _, cell = location.rpartition("!")
        assert book[name.strip("'")][cell].value is not None
    assert all(link.target.startswith("http") for link in links if link.target)


def test_contents_list_every_item(deck, book):
    sheet = book[deck.words("book.contents")]
    rows = _table(sheet, 7)[1:]
    assert [row[0] for row in rows] == list(range(1, 7))
    assert [row[2] for row in rows] == [slide.title for slide in deck.slides]
    assert [row[4] for row in rows] == [None if slide.kind == "section" else len(slide.quotes) for slide in deck.slides]
    names = {sheet.cell(HEAD + number, 3).hyperlink.location.rpartition("!")[0].strip("'") for number in range(2, 7)}
    assert names == {*sheets._names(deck).values(), deck.words("book.evidence")}


def test_evidence_holds_every_sentence_with_its_place(deck, book):
    rows = _table(book[deck.words("book.evidence")], 12)[1:]
    expected = [
        [number, ground.name, ground.said or None, quote.text, quote.voice, quote.article, quote.passage, ground.sentences]
        for number, slide in enumerate(deck.slides, start=1)
        for ground in slide.grounds
        for quote in ground.quotes
    ]
    assert [[row[0], *row[2:6], row[7], row[10], row[11]] for row in rows] == expected
    assert len(rows) > 20


def test_quantities_as_said_and_as_numbers(deck, book, seeds):
    say = deck.words
    head, *rows = _table(book[say("book.quantities")], 26)
    column = {name: at for at, name in enumerate(head) if name}
    found = [(row[column[say("column.text")]], row[column[say("column.low")]] or 0, row[column[say("column.unit")]]) for row in rows]
    known = seeds.query(
        "SELECT text, coalesce(low, 0) AS low, replace(unit, 'XXX', $unknown) AS unit "
        "FROM quantities JOIN voices USING (voice_id) WHERE role <> 'interviewer'",
        {"unknown": say("unknown")},
    )
    assert sorted(found) == sorted(known.itertuples(index=False, name=None))
    assert rows[0][column[say("book.quantity")]] == say("kind.money")
    assert all(row[column[say("column.text")]] in row[column[say("book.sentence")]] for row in rows)


def test_claims_are_those_that_any_item_keeps(deck, book, seeds):
    rows = _table(book[deck.words("book.claims")], 23)[1:]
    assert len(rows) == len(asserted.claims(seeds, ALL))
    only = xlsx.workbook(slides.deck(seeds, Briefing("b", "б", ITEMS[3:4]), deck.words, DAY), seeds)
    assert len(_table(_read(only)[deck.words("book.claims")], 23)) - 1 == len(asserted.claims(seeds, NARROW)) < len(rows)


def test_sources_and_method(deck, book):
    rows = _table(book[deck.words("book.sources")], 7)[1:]
    assert [row[1] for row in rows] == [source.title for source in deck.sources]
    assert [row[6] for row in rows] == [source.sha256 for source in deck.sources]
    told = [cell.value for row in book[deck.words("book.method")].iter_rows() for cell in row]
    assert deck.stamp in told
    assert datetime(2026, 11, 26) in told
    assert any(isinstance(value, str) and "уран" in value.lower() for value in told) or deck.words.language == "en"


def test_charts_draw_the_numbers_beside_them(deck, seeds):
    made = xlsx.workbook(deck, seeds)
    with ZipFile(BytesIO(made)) as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
        drawings = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/drawings/drawing")]
    assert len(charts) == 2  # themes by voice, and resources; amounts with open ends are no bars
    assert all('descr="' in drawing for drawing in drawings)
    sheets = [slide.exhibit.sheet() for slide in deck.slides if slide.kind == "chart" and slide.exhibit.sheet().kind in ("bars", "stacked")]
    for chart, sheet in zip(charts, sheets, strict=True):
        assert chart.count("<c:ser>") == len(sheet.series)
    book, (slide, sheet) = _read(made), _data(deck, _read(made))[-1]
    shown = slide.exhibit.sheet()
    at = next(cell.column for cell in book[sheet.title][HEAD] if cell.value == deck.words("book.row"))
    block = [[sheet.cell(HEAD + 1 + row, at + column).value for column in range(3)] for row in range(len(shown.ids))]
    assert block == [list(row) for row in zip(shown.categories, shown.series[0].values, shown.said, strict=True)]


@pytest.mark.parametrize(("kind", "tag"), [("lines", "c:lineChart"), ("bars", "c:barChart"), ("ranges", None), ("picture", None)])
def test_a_chart_is_native_where_a_spreadsheet_has_its_kind(deck, seeds, kind, tag):
    slide = deck.slides[2]
    drawn = Sheet(kind, ("a", "b"), ("=1+1", "2025"), ("1", "—"), (Series("=2+2", (1.0, None), "#1f5a7a"),))
    made = xlsx.workbook(deck._replace(slides=(slide._replace(exhibit=slide.exhibit._replace(sheet=lambda: drawn)),)), seeds)
    with ZipFile(BytesIO(made)) as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/charts/chart")]
    assert [tag in chart for chart in charts] == ([True] if tag else [])
    assert not any("2+2</c:f>" in chart for chart in charts)


def test_a_sheet_that_is_cut_says_so(deck, seeds, monkeypatch):
    monkeypatch.setattr(sheets, "MOST", 3)
    book = _read(xlsx.workbook(deck, seeds))
    name = sheets._names(deck)[3]
    assert len(_table(book[name], 2)) == 1 + 3
    assert deck.words("book.capped", shown=3, total=len(deck.slides[2].exhibit.table)) in book[name]["A2"].value


def test_hostile_text_stays_text(deck, seeds):
    quote = deck.slides[1].quotes[0]
    ill = [deck.slides[1]._replace(title=text, subtitle=text, item=ITEMS[1]._replace(note=text), changed=(text,)) for text in HOSTILE]
    grounds = tuple(
        ground._replace(name=text, quotes=(quote._replace(text=text, title=text, voice=text, outlet=text),))
        for text, ground in zip(HOSTILE, deck.slides[1].grounds * 9, strict=False)
    )
    shown = deck.slides[1].exhibit
    named = [ill[0]._replace(exhibit=shown._replace(title=text)) for text in (*HOSTILE, "'", "[a]:*?/\\'b", "History", "")]
    sources = tuple(source._replace(title="=1", url="javascript:alert(1)", file="+1") for source in deck.sources)
    made = xlsx.workbook(deck._replace(name="=1\x00", slides=(*ill, *named, ill[0]._replace(grounds=grounds)), sources=sources), seeds)
    book = _read(made)
    written = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not [cell for cell in written if cell.data_type in ("f", "e")]
    assert not [cell.hyperlink for cell in written if cell.hyperlink and cell.hyperlink.target]
    assert all(len(name.encode("utf-16-le")) <= 62 and not set(name) & set("[]:*?/\\'") for name in book.sheetnames)
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)
    texts = {cell.value for cell in book[deck.words("book.evidence")]["E"]}
    assert {"=1+1", "@SUM(A1)", "\t=1", "ab", "]]><a>&amp;", "_x0041_", "x" * cells.CELL_LIMIT} <= texts
    with ZipFile(BytesIO(made)) as parts:
        assert not [name for name in parts.namelist() if b"<f>" in parts.read(name) and name.startswith("xl/worksheets")]


@pytest.mark.parametrize(
    ("url", "is_link"), [("https://example.org/a?b=1&c=«д»", True), ("ftp://example.org", False), ("=1", False), (None, False)]
)
def test_only_addresses_of_the_web_are_links(deck, seeds, url, is_link):
    source = Source("a", "Название", None, url, None, None, "a.txt", "0" * 64)
    made = xlsx.workbook(deck._replace(slides=(), sources=(source,)), seeds)
    cell = _read(made)[deck.words("book.sources")].cell(HEAD + 1, 5)
    assert cell.value == url
    assert bool(cell.hyperlink) == is_link


def test_an_empty_briefing_is_a_workbook_too(seeds):
    made = slides.deck(seeds, Briefing("b", ""), words("ru"), DAY)
    book = _read(xlsx.workbook(made, seeds))
    assert book.sheetnames == ["Содержание", "Утверждения", "Суммы и величины", "Доказательства", "Источники", "Фильтры и метод"]


def test_forty_items_in_three_seconds_and_always_the_same_bytes(seeds):
    items = [item._replace(item_id=f"{turn}.{item.item_id}") for turn in range(8) for item in ITEMS[1:]]
    made = slides.deck(seeds, Briefing("b", "Сорок", tuple(items)), words("ru"), DAY)
    start = time.process_time()
    first = xlsx.workbook(made, seeds)
    assert time.process_time() - start < 3
    assert len(_read(first).sheetnames) == 6 + 32
    assert xlsx.workbook(made, seeds) == first
