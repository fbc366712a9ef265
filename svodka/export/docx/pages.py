"""A briefing as a memo: findings, small tables, quotations with numbered sources, and the analyst's notes apart from the text.

Every number of a table says in which paragraph of which source it stands; a source is a number in square brackets that leads to the list at
the end.
"""

from collections.abc import Mapping, Sequence
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

import pandas as pd
from docx.document import Document
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from svodka.analysis.evidence import Quote
from svodka.briefing.citing import FINGERPRINT, cited, listed
from svodka.briefing.slides import Deck, Ground, Slide
from svodka.charts.style import light
from svodka.exhibits.exhibit import ROWS
from svodka.export.archive import timeless
from svodka.export.characters import address, legal
from svodka.export.docx import parts
from svodka.export.docx.styles import LANGUAGES, TEXT_WIDTH, paper
from svodka.export.table import labelled
from svodka.wording import NBSP, Words

# Marks of a chart that are quoted below its table, places told of a mark, and columns of a table that an upright page has room for.
QUOTED, PLACES, COLUMNS = 3, 6, 4
# Shares of the text's width: the name, the value in words, where it is said; and for values of few letters.
SHARES, SHORT, LETTERS = (0.36, 0.32, 0.32), (0.38, 0.2, 0.42), 16
# The language of the articles.
ARTICLES = LANGUAGES["ru"]


class Memo(NamedTuple):
    """The memo being written: its file, the deck, and the number of each source by its article."""

    file: Document
    deck: Deck
    numbers: Mapping[str, int]


def memo(deck: Deck) -> bytes:
    """The memo as DOCX, A4; the same deck gives the same bytes."""
    made = Memo(paper(deck), deck, {source.article_id: number for number, source in enumerate(deck.sources, start=1)})
    words = deck.words
    _say(made, deck.name, "Title")
    _say(made, words("book.about", day=words.day(deck.day), articles=len(deck.sources), stamp=deck.stamp[:FINGERPRINT]), "Subtitle")
    if not deck.slides:
        _say(made, words("briefing.empty.title"))
    level = 1
    for slide in deck.slides:
        _say(made, slide.title, "Heading 1" if slide.kind == "section" else f"Heading {level}")
        level = 2 if slide.kind == "section" else level
        _item(made, slide)
    _sources(made)
    _notes(made)
    file = BytesIO()
    made.file.save(file)
    return timeless(file.getvalue())


def _item(made: Memo, slide: Slide) -> None:
    """What stands under the heading of an item, by its kind."""
    words = made.deck.words
    if slide.kind == "section":
        return
    if slide.gone:
        _say(made, slide.gone, "Caption")
        return
    about = [slide.subtitle, words("memo.filters", filters="; ".join(slide.filters)) if slide.filters else ""]
    for line in filter(None, about):
        _say(made, line, "Caption").paragraph_format.keep_with_next = True
    if slide.kind == "quote":
        _quotations(made, [("", quote) for quote in slide.quotes])
    elif slide.kind == "claim":
        _claim(made, slide)
    else:
        _chart(made, slide)


def _claim(made: Memo, slide: Slide) -> None:
    """What may be said aloud, large, and the sentences that carry it."""
    words = made.deck.words
    _say(made, words("claims.safe.card"), "Caption").paragraph_format.keep_with_next = True
    _say(made, slide.text, "Intense Quote")
    if len(slide.grounds) > 1:  # of a whole chart, which has many marks
        _quotations(made, _first(slide.grounds))
        return
    for ground in slide.grounds:
        _quotations(made, [("", quote) for quote in ground.quotes])
        if ground.sentences > len(ground.quotes):
            _say(made, words("memo.more", n=ground.sentences - len(ground.quotes)), "Caption")


def _chart(made: Memo, slide: Slide) -> None:
    """The rows of a chart in words, how to read them, and the first sentence behind each of the first marks."""
    exhibit, words = slide.exhibit, made.deck.words
    sheet = exhibit.sheet() if exhibit.sheet else None
    grounds = {ground.mark: ground for ground in slide.grounds}
    if sheet:
        rows = zip(sheet.ids, sheet.categories, sheet.said, strict=True)
        head = [words("memo.name"), words("book.value"), words("memo.where")]
        shares = SHORT if max(map(len, sheet.said), default=0) <= LETTERS else SHARES
        _table(made, slide, head, [[name, said, grounds.get(mark)] for mark, name, said in rows], shares)
    elif exhibit.told:
        for told in exhibit.told:
            line = _say(made, told.text, "List Bullet")
            line.add_run(" ")
            _places(made, line, grounds.get(told.mark))
    else:
        frame = labelled(exhibit.table, words).iloc[:, :COLUMNS]
        cells = [[_written(cell, words) for cell in row] for row in frame.itertuples(index=False)]
        _table(made, slide, list(frame.columns), cells, [1 / max(1, len(frame.columns))] * len(frame.columns))
    if slide.remark:
        _below(_say(made, slide.remark, "Caption"))
    first = _first(slide.grounds)
    _quotations(made, [("", quote) for _, quote in first] if exhibit.told else first)


def _table(made: Memo, slide: Slide, head: Sequence[str], rows: Sequence[Sequence[str | Ground | None]], shares: Sequence[float]) -> None:
    """A real table of at most `ROWS` rows, on one page or with its header repeated on the next; how many more there are is said below."""
    words = made.deck.words
    if not rows:
        _say(made, words("briefing.empty"), "Caption")
        return
    written = [head, *rows[:ROWS]]
    table = made.file.add_table(len(written), len(head))
    parts.dressed(table, light(words).line[1:], legal(slide.title), legal(slide.subtitle))
    for number, (row, values) in enumerate(zip(table.rows, written, strict=True), start=1):
        parts.whole(row, is_head=number == 1)
        for cell, value, share in zip(row.cells, values, shares, strict=True):
            cell.width, line = Mm(TEXT_WIDTH * share), cell.paragraphs[0]
            _fill(made, line, value, "Table Head" if number == 1 else "Table Text")
            line.paragraph_format.keep_with_next = number < len(written)
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Mm(TEXT_WIDTH * share)
    if len(rows) > ROWS:
        _below(_say(made, words("memo.rows", n=len(rows) - ROWS), "Caption"))


def _below(line: Paragraph) -> None:
    """A little air between a table and what is said below it."""
    line.paragraph_format.space_before = Mm(2)


def _fill(made: Memo, paragraph: Paragraph, value: str | Ground | None, style: str) -> None:
    paragraph.style = style
    if isinstance(value, Ground):
        _places(made, paragraph, value)
    elif value:
        paragraph.add_run(legal(value))


def _places(made: Memo, paragraph: Paragraph, ground: Ground | None) -> None:
    """«[1] абз. 7, 9; [2] абз. 3; ещё 5»: where the sentences behind a mark stand."""
    words = made.deck.words
    placed = ground.quotes[:PLACES] if ground else ()
    for number, (_, quotes) in enumerate(groupby(placed, key=attrgetter("article_id"))):
        quotes = list(quotes)
        paragraph.add_run("; " if number else "")
        _reference(made, paragraph, quotes[0])
        paragraph.add_run(NBSP + words("memo.place", passages=", ".join(dict.fromkeys(str(quote.passage) for quote in quotes))))
    if ground and ground.sentences > len(placed):
        paragraph.add_run(words("memo.place.more", n=ground.sentences - len(placed)))


def _quotations(made: Memo, quotes: Sequence[tuple[str, Quote]]) -> None:
    """Sentences as block quotations, the counted words bold, each with whose it is, where it stands and, of a mark, its name."""
    for name, quote in quotes:
        said = made.file.add_paragraph(style="Quote")
        for text, is_marked in _pieces(quote):
            said.add_run(legal(text)).bold = is_marked or None
        parts.language(said, ARTICLES)
        source = made.file.add_paragraph(style="Citation")
        source.add_run(legal(" · ".join(filter(None, (name, cited(quote, made.deck.words))))) + " ")
        _reference(made, source, quote)


def _first(grounds: Sequence[Ground]) -> list[tuple[str, Quote]]:
    """The first sentence of each of the first marks, a sentence once."""
    first: dict[tuple[str, int], tuple[str, Quote]] = {}
    for ground in grounds[:QUOTED]:
        quote = ground.quotes[0]
        first.setdefault((quote.article_id, quote.start), (ground.name, quote))
    return list(first.values())


def _pieces(quote: Quote) -> list[tuple[str, bool]]:
    """The sentence in pieces, and whether each is marked; a sentence that is marked whole has no marks."""
    pieces, at = [], 0
    for start, stop in sorted(quote.marks):
        if stop > at and (start, stop) != (0, len(quote.text)):
            pieces += [(quote.text[at:start], False), (quote.text[max(at, start) : stop], True)]
            at = stop
    return [piece for piece in (*pieces, (quote.text[at:], False)) if piece[0]]


def _reference(made: Memo, paragraph: Paragraph, quote: Quote) -> None:
    number = made.numbers[quote.article_id]
    parts.link(paragraph, f"[{number}]", anchor=f"source{number}")


def _sources(made: Memo) -> None:
    """The articles cited, numbered, an address of the web a link."""
    deck = made.deck
    if deck.sources:
        _say(made, deck.words("book.sources"), "Heading 1")
    for number, source in enumerate(deck.sources, start=1):
        line = made.file.add_paragraph(style="Bibliography")
        parts.bookmark(line, f"source{number}", number)
        url = address(source.url)
        before, found, after = legal(listed(source, deck.words)).partition(url or "\0")
        line.add_run(f"[{number}]\t{before}")
        if found:
            parts.link(line, found, url=url)
            line.add_run(after)


def _notes(made: Memo) -> None:
    """What the analyst noted and what has changed since, on a page of its own: for the writer of the memo, not for its reader."""
    words = made.deck.words
    noted = [slide for slide in made.deck.slides if slide.item.note or slide.changed]
    if noted:
        _say(made, words("memo.notes"), "Heading 1").paragraph_format.page_break_before = True
        _say(made, words("memo.notes.hint"), "Caption")
    for slide in noted:
        _say(made, slide.title, "Heading 2")
        if slide.item.note:
            _say(made, slide.item.note)
        if slide.changed:
            _say(made, words("briefing.changed.card"), "Caption").paragraph_format.keep_with_next = True
        for line in slide.changed:
            _say(made, line, "List Bullet")


def _say(made: Memo, text: str, style: str = "Normal") -> Paragraph:
    return made.file.add_paragraph(legal(text), style)


def _written(cell: object, words: Words) -> str:
    """A value of a table in words: numbers and days as the language writes them."""
    if cell is None or cell is pd.NaT or cell != cell:
        return ""
    if isinstance(cell, pd.Timestamp):
        return words.day(cell)
    return words.number(float(cell)) if isinstance(cell, int | float) else str(cell)
