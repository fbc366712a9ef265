"""A briefing as a workbook: the data of every item, what is asserted and stated, the sentences behind the numbers, the sources.

Sheets in their order: contents; one for each chart or table; claims; quantities; evidence; sources; filters and method. Each has its title,
what is counted and the way back to the contents above a frozen header, which stands in the row `HEAD` (from 0).
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import NamedTuple

import pandas as pd
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from svodka.analysis.evidence import Quote
from svodka.briefing.citing import FINGERPRINT
from svodka.briefing.slides import Deck, Ground, Slide
from svodka.export import cells
from svodka.export.cells import Pens
from svodka.export.characters import cut, legal
from svodka.export.table import labelled
from svodka.export.xlsx import amounts, charts
from svodka.frames.store import Corpus

HEAD = 3
# Rows of one sheet: more would take longer to write than anybody waits, and the sheet says so.
MOST = 10_000
# What a sheet's name may not hold, and its length.
FORBIDDEN = str.maketrans("[]:*?/\\'", "        ", "\n\t\r")
NAME = 31
DEFINED = ("mention", "rate", "sum", "dollars", "claim", "more")


class Book(NamedTuple):
    """The workbook being written: its file, formats, the deck, and the name of the sheet of each item that has one, by number."""

    file: Workbook
    pens: Pens
    deck: Deck
    names: dict[int, str]


class Cited(NamedTuple):
    """A row of the evidence: the number of the item, the mark and one of its sentences."""

    number: int
    slide: Slide
    ground: Ground
    quote: Quote


def workbook(deck: Deck, corpus: Corpus) -> bytes:
    """The workbook; the same deck gives the same bytes."""
    file = BytesIO()
    with cells.opened(file) as made:
        made.set_properties({"title": legal(deck.name), "created": datetime(*deck.day.timetuple()[:3], tzinfo=UTC)})
        book = Book(made, cells.pens(made), deck, _names(deck))
        cited = [
            Cited(number, slide, ground, quote)
            for number, slide in enumerate(deck.slides, start=1)
            for ground in slide.grounds
            for quote in ground.quotes
        ]
        _contents(book, cited)
        for number in book.names:
            _data(book, number)
        words = deck.words
        _sheet(book, words("book.claims"), amounts.claims(deck, corpus))
        _sheet(book, words("book.quantities"), amounts.quantities(deck, corpus))
        _evidence(book, cited)
        _sources(book)
        _method(book)
    return file.getvalue()


def _names(deck: Deck) -> dict[int, str]:
    """«2 Кто какие темы поднимает»: legal, of 31 letters at most, unique by the number."""
    shown = {number: slide for number, slide in enumerate(deck.slides, start=1) if slide.kind in ("chart", "table") and slide.exhibit}
    return {
        number: cut(" ".join(legal(f"{number} {slide.exhibit.title}").translate(FORBIDDEN).split()), NAME)
        for number, slide in shown.items()
    }


def _contents(book: Book, cited: list[Cited]) -> None:
    """Every item with the way to its data or its evidence, then the other sheets."""
    deck, words = book.deck, book.deck.words
    about = words("book.about", day=words.day(deck.day), articles=len(deck.sources), stamp=deck.stamp[:FINGERPRINT])
    listed = [
        {
            "book.number": number,
            "book.kind": words(f"book.kind.{slide.kind}"),
            "book.shown": slide.title,
            "book.counted": slide.gone or slide.subtitle,
            "book.sentences": len(slide.quotes) if slide.kind != "section" else None,
            "book.changed": "\n".join(slide.changed),
            "book.note": slide.item.note,
        }
        for number, slide in enumerate(deck.slides, start=1)
    ]
    columns = ("number", "kind", "shown", "counted", "sentences", "changed", "note")
    frame = pd.DataFrame(listed, columns=[f"book.{name}" for name in columns]).rename(columns=words)
    sheet = _opened(book, words("book.contents"), deck.name, about)
    cells.table(sheet, HEAD, frame, book.pens)
    first = {number: row for row, number in reversed([*enumerate((one.number for one in cited), start=HEAD + 2)])}
    for number, slide in enumerate(deck.slides, start=1):
        if number in book.names:
            cells.inner(sheet, HEAD + number, 2, slide.title, book.names[number], "A1", book.pens.link)
        elif number in first:
            cells.inner(sheet, HEAD + number, 2, slide.title, words("book.evidence"), f"A{first[number]}", book.pens.link)
    for row, name in enumerate(("claims", "quantities", "evidence", "sources", "method"), start=HEAD + len(frame) + 2):
        cells.inner(sheet, row, 2, words(f"book.{name}"), words(f"book.{name}"), "A1", book.pens.link)


def _data(book: Book, number: int) -> None:
    """All rows of an item's answer; beside them the chart, which draws the numbers at its right."""
    slide = book.deck.slides[number - 1]
    frame = labelled(slide.exhibit.table, book.deck.words)
    sheet = _sheet(book, book.names[number], frame, slide.title, slide.subtitle)
    if slide.exhibit.sheet:
        charts.beside(book.file, sheet, slide.exhibit.sheet(), HEAD, len(frame.columns) + 1, slide, book.deck.words, book.pens)


def _evidence(book: Book, cited: list[Cited]) -> None:
    """A row a sentence that is cited for a mark, with the ways to its item's data and to its article's source."""
    words = book.deck.words
    rows = {article.article_id: row for row, article in enumerate(book.deck.sources, start=HEAD + 2)}
    frame = pd.DataFrame(
        {
            words("book.number"): [one.number for one in cited],
            words("book.shown"): [one.slide.title for one in cited],
            words("book.mark"): [one.ground.name for one in cited],
            words("book.value"): [one.ground.said for one in cited],
            words("book.sentence"): [one.quote.text for one in cited],
            words("column.voice"): [one.quote.voice for one in cited],
            words("column.role"): [words(f"role.{one.quote.role}.one") for one in cited],
            words("book.article"): [one.quote.article for one in cited],
            words("column.outlet"): [one.quote.outlet for one in cited],
            words("column.published"): [one.quote.published for one in cited],
            words("column.passage"): [one.quote.passage for one in cited],
            words("book.sentences.all"): [one.ground.sentences for one in cited],
        }
    )
    sheet = _sheet(book, words("book.evidence"), frame)
    for row, one in enumerate(cited[:MOST], start=HEAD + 1):
        to, at = (book.names[one.number], "A1") if one.number in book.names else (words("book.contents"), f"A{HEAD + 1 + one.number}")
        cells.inner(sheet, row, 1, one.slide.title, to, at, book.pens.link)
        cells.inner(sheet, row, 7, one.quote.article, words("book.sources"), f"A{rows[one.quote.article_id]}", book.pens.link)


def _sources(book: Book) -> None:
    """A row an article that is cited, its address a link where it is one of the web."""
    words, sources = book.deck.words, book.deck.sources
    frame = pd.DataFrame(
        {
            words("book.number"): range(1, len(sources) + 1),
            words("book.article"): [source.title for source in sources],
            words("column.outlet"): [source.outlet for source in sources],
            words("column.published"): [
                source.published if source.published is not None else source.published_note or words("cite.undated") for source in sources
            ],
            words("book.url"): [source.url for source in sources],
            words("book.file"): [source.file for source in sources],
            words("book.fingerprint"): [source.sha256 for source in sources],
        }
    )
    sheet = _sheet(book, words("book.sources"), frame)
    for row, source in enumerate(sources, start=HEAD + 1):
        cells.outer(sheet, row, 4, source.url, book.pens)


def _method(book: Book) -> None:
    """The filters of each item, then the build and the day, then what the words of the workbook mean."""
    deck, words, pen = book.deck, book.deck.words, book.pens
    shown = [(number, slide) for number, slide in enumerate(deck.slides, start=1) if slide.kind != "section"]
    frame = pd.DataFrame(
        {
            words("book.number"): [number for number, _ in shown],
            words("book.shown"): [slide.title for _, slide in shown],
            words("filters.title"): ["\n".join(slide.filters) or words("provenance.none") for _, slide in shown],
        }
    )
    sheet = _sheet(book, words("book.method"), frame)
    sheet.set_column(1, 1, cells.WIDEST)
    sheet.set_column(2, 2, 2 * cells.WIDEST)
    at = HEAD + len(frame) + 2
    for row, (key, value) in enumerate((("book.stamp", deck.stamp), ("book.day", deck.day)), start=at):
        cells.cell(sheet, row, 1, words(key), pen)
        cells.cell(sheet, row, 2, value, pen)
    for column, key in enumerate(("book.term", "book.meaning"), start=1):
        cells.string(sheet, at + 3, column, words(key), pen.head)
    for row, name in enumerate(DEFINED, start=at + 4):
        cells.cell(sheet, row, 1, words(f"book.define.{name}"), pen)
        cells.cell(sheet, row, 2, words(f"book.define.{name}.text"), pen)


def _sheet(book: Book, name: str, frame: pd.DataFrame, title: str = "", subtitle: str = "") -> Worksheet:
    """A sheet with a table of at most `MOST` rows; that there are more is said in its second row."""
    capped = book.deck.words("book.capped", shown=MOST, total=len(frame)) if len(frame) > MOST else ""
    sheet = _opened(book, name, title or name, " · ".join(part for part in (subtitle, capped) if part))
    cells.table(sheet, HEAD, frame.head(MOST), book.pens)
    cells.inner(sheet, HEAD - 1, 0, book.deck.words("book.back"), book.deck.words("book.contents"), "A1", book.pens.back)
    return sheet


def _opened(book: Book, name: str, title: str, subtitle: str) -> Worksheet:
    """An empty sheet with its title and what is counted."""
    sheet = book.file.add_worksheet(name)
    sheet.hide_gridlines(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD)
    cells.string(sheet, 0, 0, title, book.pens.title)
    cells.string(sheet, 1, 0, subtitle, book.pens.muted)
    return sheet
