"""Every exhibit by its key: what pages show, a briefing keeps and an export writes."""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from svodka.analysis.selection import Selection
from svodka.charts.style import Style
from svodka.exhibits import authors, claims, investment, map, overview, resources, search, themes, words
from svodka.exhibits.exhibit import Asked, Exhibit
from svodka.frames.store import Corpus
from svodka.wording import Words

PAGES = (overview, map, investment, resources, claims, authors, themes, words, search)
MAKERS: Mapping[str, Callable[..., Exhibit]] = {key: make for page in PAGES for key, make in page.MAKERS.items()}
# Exhibits kept for the next visit: a click that picks a mark draws the same charts again.
MOST = 256


def exhibit(key: str, asked: Asked, **options: str) -> Exhibit:
    """The exhibit «page.what» made with these switches; those not given stand at their first choice."""
    return _made(key, asked.corpus, asked.selection, asked.words, asked.style, tuple(sorted(options.items())))


@lru_cache(maxsize=MOST)
def _made(key: str, corpus: Corpus, selection: Selection, words: Words, style: Style, options: tuple[tuple[str, str], ...]) -> Exhibit:
    made = MAKERS[key](Asked(corpus, selection, words, style), **dict(options))
    return made._replace(draw=made.draw and cache(made.draw), options=dict(options))
