"""One article for the Reader: its paragraphs, their voices, and everything found in them, with places."""

from typing import Any, NamedTuple

import pandas as pd

from svodka.analysis.selection import ALL, answer
from svodka.frames.store import Corpus

ARTICLE = """
found AS (
    SELECT article_id, title, outlet, url, published, published_note, genre, words, text FROM articles WHERE article_id = $article
)
FROM found
"""

STRETCHES = """
stretches AS (
    SELECT
        passages.passage + 1 AS passage, greatest(passages.start, turns.start) AS start, least(passages.stop, turns.stop) AS stop,
        turns.turn, turns.kind AS turn_kind, turns.voice_id, cue_start, cue_stop, certain
    FROM passages JOIN turns USING (article_id)
    WHERE article_id = $article AND passages.start < turns.stop AND turns.start < passages.stop
)
SELECT
    passage, start, lead(start, 1, stop) OVER (PARTITION BY passage ORDER BY start) AS stop, turn, turn_kind,
    voice_id, name AS voice, short, role, rank, cue_start, cue_stop, certain
FROM stretches JOIN voices USING (voice_id)
ORDER BY start
"""

SEGMENTS = """
found AS (
    SELECT start, stop, kind, concept AS id, passage, sentence FROM mentions WHERE article_id = $article
    UNION ALL
    SELECT start, stop, kind, quantity_id, passage, sentence FROM quantities WHERE article_id = $article
    UNION ALL
    SELECT start, stop, 'date', NULL, passage, sentence FROM dates WHERE article_id = $article
)
SELECT start, stop, found.kind, id, label_ru, label_en, passage + 1 AS passage, sentence
FROM found LEFT JOIN concepts ON concept = id
ORDER BY start, stop DESC, found.kind, id
"""


class Reading(NamedTuple):
    """One article, read.

    - `article`: article_id, title, outlet, url, published, published_note, genre, words, text;
    - `stretches`, one row a paragraph and turn, so that a quotation stands apart from the words around it, the
      space between two with the first: passage (from 1), start, stop, turn, turn_kind, voice_id,
      voice, short, role, rank, cue_start, cue_stop, certain, text;
    - `segments`, one row a thing found, by place, the longer first: start, stop, kind (of a concept or quantity, or date), id (of a concept
      or quantity), label_ru, label_en, passage (from 1), sentence, text; they may overlap.
    """

    article: dict[str, Any]
    stretches: pd.DataFrame
    segments: pd.DataFrame

    def passage(self, at: int) -> int:
        """The number of the paragraph that holds an offset, or the last that starts before it: where to scroll."""
        before = int(self.stretches["start"].searchsorted(at, side="right"))
        return int(self.stretches["passage"].iloc[before - 1]) if before else 1


def article(corpus: Corpus, article_id: str) -> Reading | None:
    """The article with what was found in it, or None when the corpus has no such article."""
    found = answer(corpus, ALL, ARTICLE, article=article_id).to_dict("records")
    if not found:
        return None
    text = found[0]["text"]
    parts = (answer(corpus, ALL, sql, article=article_id) for sql in (STRETCHES, SEGMENTS))
    return Reading(
        found[0], *(part.assign(text=[text[start:stop] for start, stop in zip(part["start"], part["stop"], strict=True)]) for part in parts)
    )


def sentence_at(corpus: Corpus, article_id: str, at: int) -> tuple[int, int] | None:
    """The `start, stop` of the sentence that holds an offset of an article, or None when none does."""
    found = corpus.query(
        "SELECT start, stop FROM sentences WHERE article_id = $article AND start <= $at AND $at < stop", {"article": article_id, "at": at}
    )
    return None if found.empty else (int(found["start"].iloc[0]), int(found["stop"].iloc[0]))


def in_sight(places: pd.DataFrame) -> list[int]:
    """The starts of those places (`start, stop`) that no earlier or longer one covers in part, in order: what can be highlighted."""
    starts, covered = [], 0
    for start, stop in places.sort_values(["start", "stop"], ascending=[True, False])[["start", "stop"]].itertuples(index=False):
        if start >= covered:
            starts.append(int(start))
            covered = stop
    return starts
