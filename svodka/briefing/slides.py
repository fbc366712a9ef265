"""From what is kept to what is shown: every item made again from the corpus as it is now, with its evidence and what has changed."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from svodka import wording
from svodka.analysis import evidence, overview
from svodka.analysis.evidence import Quote
from svodka.briefing.item import Briefing, Item, Shot, difference
from svodka.charts import style as styles
from svodka.exhibits import filters, safe
from svodka.exhibits.catalogue import MAKERS, exhibit
from svodka.exhibits.exhibit import Asked, Behind, Exhibit
from svodka.frames.store import Corpus
from svodka.wording import Words

# Sentences cited for one mark.
CITED = 20


class Ground(NamedTuple):
    """What stands behind one mark: its id, name and value in words, the first sentences, and how many there are in all."""

    mark: str
    name: str
    said: str
    quotes: tuple[Quote, ...]
    sentences: int


class Slide(NamedTuple):
    """One item as it is shown and written.

    - `title`: the analyst's own, else the finding; `subtitle`: what is counted, on how many texts, voices and which period;
    - `text`: a quotation, or what may be said aloud; `exhibit` of a chart or table; `grounds`: the evidence, a mark each;
    - `filters`: those that were set, in words; `changed`: what is otherwise than when it was picked; `gone`: why nothing can be shown.
    """

    item: Item
    kind: str
    title: str
    subtitle: str = ""
    text: str = ""
    remark: str = ""
    exhibit: Exhibit | None = None
    grounds: tuple[Ground, ...] = ()
    filters: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    gone: str = ""

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All sentences cited, each once."""
        return tuple({(quote.article_id, quote.start): quote for ground in self.grounds for quote in ground.quotes}.values())


class Source(NamedTuple):
    """An article that is cited."""

    article_id: str
    title: str
    outlet: str | None
    url: str | None
    published: pd.Timestamp | None
    published_note: str | None
    file: str
    sha256: str


class Deck(NamedTuple):
    """A whole briefing, ready to be shown or written in one language: its slides, the articles cited, the build and the day it was made."""

    name: str
    slides: tuple[Slide, ...]
    sources: tuple[Source, ...]
    words: Words
    style: styles.Style
    stamp: str
    day: date


SOURCES = """
SELECT article_id, coalesce(title, article_id) AS title, outlet, url, published, published_note, file, sha256
FROM articles WHERE article_id IN $ids ORDER BY published NULLS LAST, article_id
"""
PERIOD = """
SELECT min(published) AS first, max(published) AS last FROM articles WHERE len($ids) = 0 OR article_id IN $ids
"""
PLACED = """
SELECT start FROM sentences JOIN articles USING (article_id)
WHERE article_id = $article AND text[sentences.start + 1:sentences.stop] = $said ORDER BY start LIMIT 1
"""


def deck(corpus: Corpus, briefing: Briefing, words: Words, day: date, dark: bool = False) -> Deck:
    """The briefing from the corpus as it is now, in a language; an item that cannot be shown any more says so in its place."""
    style = (styles.dark if dark else styles.light)(words)
    slides = tuple(slide(corpus, item, words, style) for item in briefing.items)
    cited = sorted({quote.article_id for one in slides for quote in one.quotes})
    return Deck(briefing.name, slides, _sources(corpus, cited), words, style, corpus.stamp, day)


def screens(deck: Deck) -> list[tuple[Slide, ...]]:
    """The slides as they are shown: two together where the second is to stand beside the first."""
    found: list[tuple[Slide, ...]] = []
    for one in deck.slides:
        if one.item.beside and found and len(found[-1]) == 1 and "section" not in (one.kind, found[-1][0].kind):
            found[-1] += (one,)
        else:
            found.append((one,))
    return found


def slide(corpus: Corpus, item: Item, words: Words, style: styles.Style) -> Slide:
    """One item as it stands now."""
    asked = Asked(corpus, item.selection, words, style)
    if item.kind == "section":
        return Slide(item, "section", item.title)
    if item.kind == "quote":
        return _quotation(item, asked)
    if item.key not in MAKERS:
        return _gone(item, words)
    shown = exhibit(item.key, asked, **item.options)
    made = _claim(item, shown, asked) if item.kind == "claim" else _chart(item, shown, asked)
    return made._replace(filters=tuple(filters.named(asked)))


def shot(corpus: Corpus, item: Item) -> Shot:
    """What an item says now, in the language in which it was picked."""
    words = wording.words(item.shot.language)
    return _shot(slide(corpus, item, words, styles.light(words)), words.language)


def _shot(made: Slide, language: str) -> Shot:
    """Values of a chart, row by row, else the text."""
    if made.kind in ("chart", "table") and made.exhibit and made.exhibit.sheet:
        sheet = made.exhibit.sheet()
        return Shot(language, made.title, "", tuple(zip(sheet.ids, sheet.categories, sheet.said, strict=True)))
    return Shot(language, made.title, made.text)


def _chart(item: Item, shown: Exhibit, asked: Asked) -> Slide:
    words = asked.words
    sheet = shown.sheet() if shown.sheet else None
    named = zip(sheet.ids, sheet.categories, sheet.said, strict=True) if sheet else ((told.mark, told.text, "") for told in shown.told)
    grounds = tuple(ground for mark, name, said in named if (ground := _ground(shown, mark, name, said, CITED)))
    title = item.title or shown.finding or shown.title
    about = [shown.title if title != shown.title else "", shown.subtitle, basis(asked)]
    made = Slide(item, item.kind, title, " · ".join(part for part in about if part), "", shown.remark, shown, grounds)
    if not grounds and item.shot.rows:
        return made._replace(gone=words("briefing.empty"), changed=_changed(item, made, asked))
    return made._replace(changed=_changed(item, made, asked))


def _claim(item: Item, shown: Exhibit, asked: Asked) -> Slide:
    """What may be said aloud of a mark, or of the chart as a whole, with the sentences that carry it."""
    behind = shown.behind(item.mark, CITED) if item.mark else None
    if item.mark and behind is None:
        return _gone(item, asked.words)
    if behind is None:
        text, grounds, title = safe.of_exhibit(shown, asked), _chart(item, shown, asked).grounds, shown.title
    else:
        text, title = safe.of_mark(shown, item.mark, behind, asked), behind.name or behind.title
        grounds = (of_behind(behind, item.mark, title, ""),)
    made = Slide(item, "claim", item.title or title, basis(asked), text, "", shown, grounds)
    return made._replace(changed=_changed(item, made, asked))


def _quotation(item: Item, asked: Asked) -> Slide:
    """A sentence, found again by its words, wherever it stands now."""
    article_id = item.mark.rpartition(":")[0]
    found = asked.corpus.query(PLACED, {"article": article_id, "said": item.shot.text})
    if found.empty:
        return _gone(item, asked.words)
    quoted = evidence.of_sentence(asked.corpus, article_id, int(found["start"].iloc[0])).quotes[0]
    marks = tuple(tuple(int(edge) for edge in span.split("-")) for span in item.options.get("marks", "").split() if span)
    quote = quoted._replace(marks=marks)
    return Slide(item, "quote", item.title or quote.voice, "", quote.text, grounds=(Ground(item.mark, quote.voice, "", (quote,), 1),))


def _gone(item: Item, words: Words) -> Slide:
    title = item.title or item.shot.title
    return Slide(item, item.kind, title, text=item.shot.text, gone=words("briefing.gone"), changed=(words("briefing.gone"),))


def _changed(item: Item, made: Slide, asked: Asked) -> tuple[str, ...]:
    if item.stamp == asked.corpus.stamp:
        return ()
    language = item.shot.language
    now = _shot(made, language) if asked.words.language == language else shot(asked.corpus, item._replace(stamp=asked.corpus.stamp))
    return tuple(difference(item.shot, now, asked.words))


def basis(asked: Asked) -> str:
    """On what it rests: «5 статей · 7 голосов · 19.12.2025 – 14.01.2026»; the period where it is known."""
    words, counts = asked.words, overview.counts(asked.corpus, asked.selection)
    period = asked.corpus.query(PERIOD, {"ids": list(asked.selection.articles)}).iloc[0]
    days = dict.fromkeys(words.day(period[end]) for end in ("first", "last") if not pd.isna(period[end]))
    return " · ".join(
        [words("briefing.basis", articles=counts["articles"], voices=counts["voices"]), *([" – ".join(days)] if days else [])]
    )


def _ground(shown: Exhibit, mark: str, name: str, said: str, limit: int) -> Ground | None:
    behind = shown.behind(mark, limit)
    return of_behind(behind, mark, name, said) if behind and behind.found.sentences else None


def of_behind(behind: Behind, mark: str, name: str, said: str) -> Ground:
    """The sentences behind a mark as what stands behind it."""
    return Ground(mark, name, said, behind.found.quotes, behind.found.sentences)


def _sources(corpus: Corpus, ids: Sequence[str]) -> tuple[Source, ...]:
    rows = corpus.query(SOURCES, {"ids": list(ids)}).astype(object)
    return tuple(Source(**row) for row in rows.where(rows.notna(), None).to_dict("records"))
