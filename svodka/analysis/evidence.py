"""The sentences behind an answer: who says it, where, with the words marked that were counted."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from svodka.analysis import texts
from svodka.analysis.selection import ALL, Selection, answer
from svodka.analysis.tree import tree
from svodka.frames.store import Corpus

PAGE = 20


class Quote(NamedTuple):
    """One sentence with its place and its voice.

    `start, stop` are offsets of the article, `marks` of the sentence, `passage` counts from 1 among the `passages` of the article;
    `before, after` are the neighbour sentences of the same turn. What is not known is None.
    """

    article_id: str
    title: str | None
    outlet: str | None
    published: pd.Timestamp | None
    genre: str
    voice_id: str
    voice: str
    short: str
    role: str
    rank: int
    affiliation: str | None
    turn: int
    turn_kind: str
    passage: int
    passages: int
    sentence: int
    start: int
    stop: int
    text: str
    marks: tuple[tuple[int, int], ...]
    before: str | None
    after: str | None

    @property
    def article(self) -> str:
        """The title of the article, its id where it has none."""
        return self.title or self.article_id


class Evidence(NamedTuple):
    """One page of sentences by article and place, and how much there is on all pages: sentences, places, paragraphs, articles, voices."""

    quotes: tuple[Quote, ...]
    sentences: int
    places: int
    passages: int
    articles: int
    voices: int

    @property
    def rows(self) -> pd.DataFrame:
        """The page as a table, a row a sentence."""
        return pd.DataFrame(self.quotes, columns=Quote._fields, dtype="object").astype(TYPES)


# Text stays object: what is not known is None.
TYPES = dict.fromkeys(("rank", "turn", "passage", "passages", "sentence", "start", "stop"), "int64") | {"published": "datetime64[us]"}

MENTIONS = """
found AS MATERIALIZED (
    SELECT article_id, sentence, passage, start, stop, voice_id FROM kept_mentions
    WHERE ($anything OR concept IN $concepts) AND (len($spoken_by) = 0 OR voice_id IN $spoken_by)
)"""

TOGETHER = """
either AS (
    SELECT *, concept IN $first AS is_first, concept IN $second AS is_second FROM kept_mentions
    WHERE concept IN $first OR concept IN $second
),
found AS MATERIALIZED (
    SELECT article_id, sentence, passage, start, stop, voice_id FROM either
    WHERE (article_id, passage) IN (SELECT article_id, passage FROM either GROUP BY ALL HAVING bool_or(is_first) AND bool_or(is_second))
)"""

QUANTITIES = """
found AS MATERIALIZED (
    SELECT article_id, sentence, passage, start, stop, voice_id FROM quantities
    WHERE quantity_id IN $ids OR same_as IN $ids
)"""

DATES = """
found AS MATERIALIZED (
    SELECT article_id, sentence, passage, start, stop, voice_id
    FROM kept_dates SEMI JOIN (SELECT unnest($ids) AS article_id, unnest($starts) AS start) USING (article_id, start)
)"""

WORDS = """
found AS MATERIALIZED (
    SELECT article_id, sentence, passage, start, stop, voice_id FROM kept_words
    WHERE lemma = $lemma AND (len($spoken_by) = 0 OR voice_id IN $spoken_by)
)"""

SENTENCE = """
found AS MATERIALIZED (
    SELECT article_id, sentence, passage, start, stop, voice_id FROM sentences WHERE article_id = $article AND start = $start
)"""

PHRASES = """
found AS MATERIALIZED (
    SELECT phrases.article_id, phrases.sentence, phrases.passage, phrases.start, phrases.stop, phrases.voice_id
    FROM phrases SEMI JOIN kept_words USING (article_id, start)
    WHERE phrase = $phrase AND (len($spoken_by) = 0 OR phrases.voice_id IN $spoken_by)
)"""

ASKED = """
asked AS (
    SELECT unnest($ids) AS article_id, unnest($numbers) AS sentence
)"""

TERMS = """
found AS MATERIALIZED (
    SELECT article_id, sentence, passage, start, stop, voice_id
    FROM kept_words SEMI JOIN asked USING (article_id, sentence)
    WHERE lemma IN $lemmas
)"""

# Marks are gathered for one page of sentences, after all have been counted.
ROWS = """
grouped AS MATERIALIZED (
    SELECT article_id, sentence, any_value(passage) AS passage FROM found GROUP BY article_id, sentence
),
counts AS (
    SELECT
        count(*) AS n_sentences, (SELECT count(DISTINCT hash(article_id, start)) FROM found) AS n_places,
        count(DISTINCT hash(article_id, passage)) AS n_passages, count(DISTINCT article_id) AS n_articles,
        (SELECT count(DISTINCT voice_id) FROM found) AS n_voices
    FROM grouped
),
page AS MATERIALIZED (
    SELECT * FROM grouped ORDER BY article_id, sentence LIMIT $limit OFFSET $offset
),
marked AS (
    SELECT article_id, sentence, any_value(passage) AS passage, list(DISTINCT (start, stop) ORDER BY (start, stop)) AS marks,
        arg_min(voice_id, start) AS voice_id
    FROM found SEMI JOIN page USING (article_id, sentence)
    GROUP BY article_id, sentence
)
SELECT counts.*, marked.* FROM counts LEFT JOIN marked ON true ORDER BY article_id, sentence
"""


def of_mentions(
    corpus: Corpus,
    selection: Selection,
    concepts: Sequence[str] = (),
    voices: Sequence[str] = (),
    limit: int = PAGE,
    offset: int = 0,
) -> Evidence:
    """Sentences that name any of the concepts or anything below them; none given means any concept, any voice."""
    return page(
        corpus, selection, limit, offset, MENTIONS, anything=not concepts, concepts=tree(corpus).below(concepts), spoken_by=list(voices)
    )


def of_together(corpus: Corpus, selection: Selection, first: str, second: str, limit: int = PAGE, offset: int = 0) -> Evidence:
    """Sentences that name either of two concepts, in the passages that name both."""
    return page(corpus, selection, limit, offset, TOGETHER, first=tree(corpus).below([first]), second=tree(corpus).below([second]))


def of_quantities(corpus: Corpus, ids: Sequence[str], limit: int = PAGE, offset: int = 0) -> Evidence:
    """Sentences that state the given quantities; what restates them is marked as well."""
    return page(corpus, ALL, limit, offset, QUANTITIES, ids=list(ids))


def of_dates(corpus: Corpus, selection: Selection, places: Sequence[tuple[str, int]], limit: int = PAGE, offset: int = 0) -> Evidence:
    """Sentences that name the dates which begin at the given places, each an article and an offset."""
    ids, starts = [article_id for article_id, _ in places], [start for _, start in places]
    return page(corpus, selection, limit, offset, DATES, ids=ids, starts=starts)


def of_words(corpus: Corpus, selection: Selection, lemma: str, voices: Sequence[str] = (), limit: int = PAGE, offset: int = 0) -> Evidence:
    """Sentences with a word of the given lemma; no voice given means any voice."""
    return page(corpus, selection, limit, offset, WORDS, lemma=lemma, spoken_by=list(voices))


def of_sentence(corpus: Corpus, article_id: str, start: int) -> Evidence:
    """The sentence that starts at a place, marked whole."""
    return page(corpus, ALL, 1, 0, SENTENCE, article=article_id, start=start)


def of_phrases(
    corpus: Corpus, selection: Selection, phrase: str, voices: Sequence[str] = (), limit: int = PAGE, offset: int = 0
) -> Evidence:
    """Sentences with the phrase of the given id, every word of it marked; no voice given means any voice."""
    return page(corpus, selection, limit, offset, PHRASES, phrase=phrase, spoken_by=list(voices))


def of_terms(
    corpus: Corpus, selection: Selection, sentences: Sequence[tuple[str, int]], lemmas: Sequence[str], limit: int = PAGE, offset: int = 0
) -> Evidence:
    """Those of the given sentences that have words of the given lemmas, these words marked."""
    return page(corpus, selection, limit, offset, ASKED, TERMS, lemmas=list(lemmas), **_numbered(sentences))


def _numbered(sentences: Sequence[tuple[str, int]]) -> dict[str, list]:
    return {"ids": [article_id for article_id, _ in sentences], "numbers": [number for _, number in sentences]}


def page(corpus: Corpus, selection: Selection, limit: int, offset: int, *found: str, **parameters: Any) -> Evidence:
    """Sentences around the places of `found`: the last step of the SQL, with `article_id, sentence, passage, start, stop, voice_id`."""
    # One row when the page is empty: the counts alone.
    rows = answer(corpus, selection, *found, ROWS, limit=limit, offset=offset, **parameters)
    counts = rows.iloc[0, :5].astype(int)
    columns = (rows[name] for name in ("article_id", "sentence", "passage", "marks", "voice_id"))
    places = [place for place in zip(*columns, strict=True) if isinstance(place[0], str)]
    return Evidence(tuple(_quoted(corpus, *place) for place in places), *counts)


def _quoted(corpus: Corpus, article_id: str, sentence: float, passage: float, spans: Iterable[tuple[int, int]], voice_id: str) -> Quote:
    """The sentence cut from its article with its neighbours, marks counted from its start."""
    article, speaker, number = texts.article(corpus, article_id), texts.voices(corpus)[voice_id], int(sentence)
    this, places = article.sentences[number], [tuple(span) for span in spans]
    marks = tuple((int(start - this.start), int(stop - this.start)) for start, stop in places if start < stop)
    return Quote(
        article_id, article.title, article.outlet, article.published, article.genre, voice_id, *speaker, *article.turn(places[0][0]),
        int(passage) + 1, article.passages, number, this.start, this.stop, article.text[this.start : this.stop], marks,
        article.neighbour(number, -1), article.neighbour(number, 1),
    )  # fmt: skip
