"""The articles and voices that evidence is cut from, read once and kept while they are asked for."""

from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from svodka.frames.store import Corpus

ARTICLE = "SELECT title, outlet, published, genre, text FROM articles WHERE article_id = $id"
SENTENCES = "SELECT start, stop, turn FROM sentences WHERE article_id = $id ORDER BY sentence"
TURNS = "SELECT start, turn, kind FROM turns WHERE article_id = $id ORDER BY start"
PASSAGES = "SELECT count(*) AS n FROM passages WHERE article_id = $id"
VOICES = "SELECT voice_id, name, short, role, rank, affiliation FROM voices"
# Articles kept; a page of evidence cites a handful.
MOST = 512


class Sentence(NamedTuple):
    """Where a sentence stands, and in which turn."""

    start: int
    stop: int
    turn: int


class Article(NamedTuple):
    """One article as far as a quotation of it needs it; sentences in their order, turns by where they start."""

    title: str | None
    outlet: str | None
    published: pd.Timestamp | None
    genre: str
    text: str
    passages: int
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    turns: tuple[tuple[int, str], ...]

    def turn(self, at: int) -> tuple[int, str]:
        """The number and kind of the turn that holds an offset."""
        return self.turns[bisect_right(self.starts, at) - 1]

    def neighbour(self, sentence: int, step: int) -> str | None:
        """The text of the sentence so many further on, if it belongs to the same turn."""
        at = sentence + step
        if not 0 <= at < len(self.sentences) or self.sentences[at].turn != self.sentences[sentence].turn:
            return None
        return self.text[self.sentences[at].start : self.sentences[at].stop]


class Voice(NamedTuple):
    """Who says it; the fields stand in the order of the columns of evidence."""

    name: str
    short: str
    role: str
    rank: int
    affiliation: str | None


@lru_cache(maxsize=MOST)
def article(corpus: Corpus, article_id: str) -> Article:
    """An article of a corpus, which must have it."""
    known = {"id": article_id}
    about = corpus.query(ARTICLE, known).iloc[0]
    turns = corpus.query(TURNS, known)
    title, outlet = (about[name] if isinstance(about[name], str) else None for name in ("title", "outlet"))
    return Article(
        title,
        outlet,
        None if pd.isna(about["published"]) else about["published"],
        about["genre"],
        about["text"],
        int(corpus.query(PASSAGES, known)["n"].iloc[0]),
        tuple(Sentence(*map(int, row)) for row in corpus.query(SENTENCES, known).itertuples(index=False, name=None)),
        tuple(map(int, turns["start"])),
        tuple(zip(map(int, turns["turn"]), turns["kind"], strict=True)),
    )


@lru_cache(maxsize=4)
def voices(corpus: Corpus) -> Mapping[str, Voice]:
    """All voices of a corpus by id."""
    rows = corpus.query(VOICES).itertuples(index=False, name=None)
    return {
        voice_id: Voice(name, short, role, int(rank), affiliation if isinstance(affiliation, str) else None)
        for voice_id, name, short, role, rank, affiliation in rows
    }
