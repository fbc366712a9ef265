"""Measure how long a briefing of many items takes to become each kind of file."""

import time
from datetime import date
from pathlib import Path
from typing import NamedTuple

from svodka.analysis.selection import Selection
from svodka.briefing import slides
from svodka.briefing.item import Briefing, Item
from svodka.exhibits.catalogue import MAKERS
from svodka.export import docx, dossier, pptx, talk, xlsx
from svodka.frames.store import Corpus
from svodka.wording import words

ITEMS = 40


class Export(NamedTuple):
    """Seconds and megabytes of one kind of file."""

    kind: str
    seconds: float
    size: float


def exports(tables: Path) -> list[Export]:
    """Every kind of file, of every exhibit under filters of its own; what all share, the evidence, is a line of its own."""
    corpus = Corpus.open(tables)
    briefing = Briefing("x", "Доклад", tuple(_items(corpus)))
    start = time.perf_counter()
    deck = slides.deck(corpus, briefing, words("ru"), date(2026, 1, 31))
    found = [Export("evidence for all", time.perf_counter() - start, 0.0)]
    makers = {
        "PPTX": lambda: pptx.deck(deck),
        "XLSX": lambda: xlsx.workbook(deck, corpus),
        "DOCX": lambda: docx.memo(deck),
        "HTML dossier": lambda: dossier.page(deck),
        "talk": lambda: talk.page(deck),
    }
    for kind, make in makers.items():
        start = time.perf_counter()
        size = len(make())
        found.append(Export(kind, time.perf_counter() - start, size / 1e6))
    return found


def _items(corpus: Corpus) -> list[Item]:
    articles = corpus.query("SELECT article_id FROM articles ORDER BY article_id LIMIT 8")["article_id"].to_list()
    keys = sorted(MAKERS)
    return [
        Item(str(number), "chart", keys[number % len(keys)], selection=Selection(articles=(articles[number % len(articles)],)))
        for number in range(ITEMS)
    ]
