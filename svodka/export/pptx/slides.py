"""A briefing as a deck for PowerPoint and LibreOffice: native charts and tables, evidence in the notes, sources at the end."""

from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, NamedTuple

from pptx import Presentation

from svodka.analysis.evidence import Quote
from svodka.briefing.citing import FINGERPRINT, cited, footer, listed
from svodka.briefing.slides import Deck, Slide, screens
from svodka.charts import style as styles
from svodka.charts.style import shortened
from svodka.exhibits.exhibit import Exhibit
from svodka.export.archive import timeless
from svodka.export.characters import address
from svodka.export.pptx import bodies, notes
from svodka.export.pptx.bodies import Drawn
from svodka.export.pptx.lettering import Type, cut, fitted, height
from svodka.export.pptx.template import (
    BODY,
    FOOTER,
    GROUNDS,
    LAYOUTS,
    NOTE,
    NUMBER,
    PATH,
    SECOND_BODY,
    SECOND_SUBTITLE,
    SECOND_TITLE,
    SUBTITLE,
)  # fmt: skip
from svodka.export.pptx.text import LOCALES, Run, box, described, foot, plain, write
from svodka.wording import Words

# Sentences under a claim, and slides that one table may take.
CARRYING, PAGES = 3, 3
CARRIED, PLACE, GAP = (16, 15, 14, 13, 12), Type(11), 4
# Letters of a title that leave room for the number of its page.
PAGED = 110
TITLE = 0


class Making(NamedTuple):
    """The presentation as far as it is made, and what it is made from."""

    show: Any
    deck: Deck
    picture: Callable[[Exhibit], bytes | None] | None

    def slide(self, layout: str) -> Any:
        """A new slide of a layout, its placeholders empty."""
        return self.show.slides.add_slide(next(one for one in self.show.slide_layouts if one.name == layout))


def deck(deck: Deck, picture: Callable[[Exhibit], bytes | None] | None = None) -> bytes:
    """The briefing as a file: a title, a slide an item (two items where one stands beside the other), and the sources.

    `picture` makes a PNG of an exhibit that no office program draws; where it gives None or raises PictureError, the slide has a table.
    """
    making = Making(Presentation(PATH), deck, picture)
    _title(making)
    for group in screens(deck):
        if len(group) == 2:
            _pair(making, *group)
        else:
            _kind(group[0])(making, group[0])
    _sources(making)
    properties, moment = making.show.core_properties, datetime(deck.day.year, deck.day.month, deck.day.day)
    properties.title, properties.language = plain(deck.name), LOCALES[deck.words.language]
    properties.created = properties.modified = moment
    out = BytesIO()
    making.show.save(out)
    return timeless(out.getvalue())


def _kind(one: Slide) -> Callable[[Making, Slide], None]:
    if one.gone or (one.kind in ("chart", "table") and one.exhibit is None):
        return _gone
    return {"section": _section, "quote": _quote, "chart": _chart, "table": _table}.get(one.kind, _claim)


def _title(making: Making) -> None:
    words, slide = making.deck.words, making.slide("title")
    _say(slide, "title", TITLE, making.deck.name, making)
    about = {"day": words.day(making.deck.day), "articles": len(making.deck.sources), "stamp": making.deck.stamp[:FINGERPRINT]}
    _fill(slide, SUBTITLE, [[Run(words("book.about", **about))]], None, making)
    _end(slide, making, _about(making))


def _section(making: Making, one: Slide) -> None:
    slide = making.slide("section")
    _say(slide, "section", TITLE, one.title, making)
    _end(slide, making, _about(making), one)


def _chart(making: Making, one: Slide) -> None:
    slide = making.slide("chart")
    _say(slide, "chart", TITLE, one.title, making)
    _say(slide, "chart", SUBTITLE, one.subtitle, making)
    _say(slide, "chart", NOTE, bodies.put(slide, _hole(slide, BODY), one, _drawn(making)), making)
    _end(slide, making, footer(one, making.deck), one)


def _table(making: Making, one: Slide) -> None:
    words = making.deck.words
    room = next(hole for hole in LAYOUTS["table"] if hole.index == BODY)
    pages = bodies.pages(one, words, (room.width * 72, room.height * 72), PAGES)
    if not pages:
        _chart(making, one)
    for number, page in enumerate(pages, start=1):
        slide = making.slide("table")
        _say(slide, "table", TITLE, _paged(one.title, number, len(pages), words), making)
        _say(slide, "table", SUBTITLE, one.subtitle, making)
        _say(slide, "table", NOTE, bodies.page(slide, _hole(slide, BODY), page, one.title, words), making)
        _end(slide, making, footer(one, making.deck), one)


def _quote(making: Making, one: Slide) -> None:
    slide, words, quote = making.slide("quote"), making.deck.words, one.quotes[0]
    _say(slide, "quote", TITLE, one.title, making)
    of = _type("quote", BODY)
    text, marks, shown = bodies.window(quote.text, quote.marks, of, _sizes(of), box(_hole(slide, BODY)).points)
    _fill(slide, BODY, [bodies.marked(text, marks)], shown, making)
    urls = {source.article_id: source.url for source in making.deck.sources}
    place = fitted(plain(cited(quote, words)), _type("quote", SUBTITLE), (14, 12), box(_hole(slide, SUBTITLE)).points)
    _fill(slide, SUBTITLE, [[Run(place.text, link=urls.get(quote.article_id))]], place.type, making)
    _end(slide, making, footer(one, making.deck), one)


def _claim(making: Making, one: Slide) -> None:
    slide, words = making.slide("claim"), making.deck.words
    for index, text in ((TITLE, one.title), (SUBTITLE, f"{words('claims.safe.card')} · {one.subtitle}".strip(" ·")), (BODY, one.text)):
        _say(slide, "claim", index, text, making)
    quotes = one.quotes[:CARRYING]
    paragraphs = _carrying(quotes, box(_hole(slide, GROUNDS)).points, words)
    _fill(slide, GROUNDS, paragraphs, None, making, gap=GAP)
    more = sum(ground.sentences for ground in one.grounds) - len(quotes)
    _say(slide, "claim", NOTE, words("pptx.more_sentences", n=more) if quotes and more > 0 else "", making)
    _end(slide, making, footer(one, making.deck), one)


def _carrying(quotes: Sequence[Quote], room: tuple[float, float], words: Words) -> list[list[Run]]:
    """Sentences with their places, in the largest type in which all fit; in the smallest each is cut to its share."""
    wide, high = room
    told = [(plain(words("quoted", text=quote.text)), cut(plain(cited(quote, words)), PLACE, wide, 2)) for quote in quotes]
    free = high - sum(height(place, PLACE, wide) + 2 * GAP for _, place in told)
    types = [Type(size, serif=True) for size in CARRIED]
    of = next((of for of in types if sum(height(text, of, wide) for text, _ in told) <= free), types[-1])
    share = free if of != types[-1] else free / max(1, len(told))
    return [
        [run]
        for text, place in told
        for run in (
            Run(fitted(text, of, (of.size,), (wide, share)).text, serif=True, size=of.size),
            Run(place, muted=True, size=PLACE.size),
        )
    ]


def _gone(making: Making, one: Slide) -> None:
    slide = making.slide("claim")
    told = (one.title, one.subtitle, one.gone or making.deck.words("briefing.empty"), one.text)
    for index, text in zip((TITLE, SUBTITLE, BODY, GROUNDS), told, strict=True):
        _say(slide, "claim", index, text, making)
    _end(slide, making, footer(one, making.deck), one)


def _pair(making: Making, left: Slide, right: Slide) -> None:
    slide = making.slide("two charts")
    told = []
    for one, title, subtitle, body in ((left, TITLE, SUBTITLE, BODY), (right, SECOND_TITLE, SECOND_SUBTITLE, SECOND_BODY)):
        _say(slide, "two charts", title, one.title, making)
        _say(slide, "two charts", subtitle, one.subtitle, making)
        told.append(bodies.put(slide, _hole(slide, body), one, _drawn(making)))
    _say(slide, "two charts", NOTE, " ".join(dict.fromkeys(note for note in told if note)), making)
    together = left._replace(filters=tuple(dict.fromkeys([*left.filters, *right.filters])))
    _end(slide, making, footer(together, making.deck), left, right)


def _sources(making: Making) -> None:
    """Every article that is cited, once, on as many slides as they need; its address is a link."""
    room = next(hole for hole in LAYOUTS["sources"] if hole.index == BODY)
    of, gap = Type(room.size), 6
    pages: list[list[list[Run]]] = []
    free = 0.0
    for number, source in enumerate(making.deck.sources, start=1):
        text = f"{number}. {listed(source, making.deck.words)}"
        needed = height(plain(text), of, room.width * 72) + gap
        if needed > free:
            pages.append([])
            free = room.height * 72
        free -= needed
        pages[-1].append(_linked(text, address(source.url)))
    for page, paragraphs in enumerate(pages, start=1):
        slide = making.slide("sources")
        words = making.deck.words
        _say(slide, "sources", TITLE, _paged(words("book.sources"), page, len(pages), words), making)
        _fill(slide, BODY, paragraphs, None, making, gap=gap)
        _end(slide, making, _about(making))


def _paged(title: str, page: int, pages: int, words: Words) -> str:
    return f"{shortened(title, PAGED)} {words('pptx.page', page=page, pages=pages)}" if pages > 1 else title


def _linked(text: str, url: str | None) -> list[Run]:
    before, found, after = text.rpartition(url) if url else (text, "", "")
    return [Run(part, link=url if part == url else None) for part in (before, found, after) if part]


def _drawn(making: Making) -> Drawn:
    return Drawn(making.deck.words, styles.light(making.deck.words), making.deck.day, making.picture)


def _about(making: Making) -> str:
    """The foot of a slide that shows nothing of the corpus."""
    return making.deck.words("pptx.footer", stamp=making.deck.stamp[:FINGERPRINT], day=making.deck.words.day(making.deck.day))


def _hole(slide: Any, index: int) -> Any:
    return next(hole for hole in slide.placeholders if hole.placeholder_format.idx == index)


def _type(layout: str, index: int) -> Type:
    hole = next(hole for hole in LAYOUTS[layout] if hole.index == index)
    return Type(hole.size, hole.bold, hole.serif)


def _sizes(of: Type) -> list[float]:
    """From the size of the layout down to three fifths of it, never below what can be read."""
    return [size for size in range(int(of.size), 8, -1) if size >= min(of.size, max(10, of.size * 0.6))]


def _say(slide: Any, layout: str, index: int, text: str, making: Making) -> None:
    """A text in a placeholder, as large as it fits."""
    of = _type(layout, index)
    said = fitted(plain(text), of, _sizes(of), box(_hole(slide, index)).points)
    _fill(slide, index, [[Run(said.text)]] if text else [], said.type if said.type != of else None, making)


def _fill(slide: Any, index: int, paragraphs: Sequence[Sequence[Run]], of: Type | None, making: Making, gap: float = 0) -> None:
    hole = _hole(slide, index)
    if paragraphs:
        write(hole.text_frame, paragraphs, of, making.deck.words, gap)
        described(hole, hole.text_frame.text)


def _end(slide: Any, making: Making, said: str, *shown: Slide) -> None:
    """Foot and notes of a slide; placeholders that hold nothing go."""
    for hole in [hole for hole in slide.placeholders if hole.has_text_frame and not hole.text_frame.text]:
        hole._element.getparent().remove(hole._element)
    words, of = making.deck.words, _type("chart", NOTE)._replace(size=9)
    ink = "bg1" if slide.slide_layout.name == "section" else "tx2"
    wide = next(hole for hole in slide.slide_layout.placeholders if hole.placeholder_format.idx == FOOTER)
    foot(slide, fitted(plain(said), of, (9, 8), box(wide).points).text, len(making.show.slides), words, (FOOTER, NUMBER), ink)
    told = [line for one in shown for line in notes.of(one, words)]
    if told:
        write(slide.notes_slide.notes_text_frame, [[Run(line)] for line in told], None, words)
