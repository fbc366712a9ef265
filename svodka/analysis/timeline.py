"""When what is told of happens: the dates named, which of them are past and which are planned.

Past and planned are told apart by the words of the date («ближайшие пять лет», «в прошлом году»), else from the day its article was
published, from that of the newest article where it is not known; with no such day at hand it stays unknown. A clock is never asked.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from svodka.analysis.selection import Selection, answer
from svodka.frames.store import Corpus
from svodka.text.date_words import words
from svodka.text.tokens import tokenize

WAYS = {-1: "past", 0: "current", 1: "planned"}
# Signs of words that count from the day of the article: «этот», «ближайшие», «завтра».
RELATIVE = "AaT"

SPELLINGS = """
SELECT DISTINCT text FROM dates ORDER BY text
"""

# «по сравнению с 2024 годом» begins nothing, «с 2024 года» does. A date up to which something is due lies ahead until its last day.
DATED = """
newest AS (
    SELECT max(published) AS day FROM articles
),
told AS (
    SELECT unnest($texts::VARCHAR[]) AS text, unnest($ways::VARCHAR[]) AS way
),
read AS (
    SELECT
        kept_dates.article_id, kept_dates.start, passage, voice_id, kept_dates.text, way, coalesce(published, day) AS reference,
        $yearly AND "from" IS NOT NULL AND year("from") = year("to") AND grain <> 'year' AS rolled,
        CASE WHEN rolled THEN date_trunc('year', "from") ELSE "from" END AS begins,
        CASE WHEN rolled THEN date_trunc('year', "from") + INTERVAL 1 YEAR - INTERVAL 1 DAY ELSE "to" END AS ends,
        CASE WHEN rolled THEN 'year' ELSE grain END AS grain,
        regexp_extract(
            lower(substr(articles.text, greatest(kept_dates.start - 8, 0) + 1, least(kept_dates.start, 8)::BIGINT)),
            '(?:^|[\\s\\x{a0}(«])(до|ко|к|после|со|с)[\\s\\x{a0}]+$', 1
        ) AS preposition,
        CASE
            WHEN rolled THEN NULL
            WHEN preposition = 'до' THEN 'before'
            WHEN preposition IN ('к', 'ко') THEN 'by'
            WHEN preposition = 'после' THEN 'after'
            WHEN preposition IN ('с', 'со') AND NOT regexp_matches(kept_dates.text, '(м|ми)$') THEN 'since'
        END AS bound
    FROM kept_dates JOIN articles USING (article_id) CROSS JOIN newest LEFT JOIN told ON told.text = kept_dates.text
),
dated AS (
    SELECT *, CASE
        WHEN way IN ('past', 'planned') THEN way
        WHEN begins IS NULL OR reference IS NULL THEN coalesce(way, 'unknown')
        WHEN bound IN ('before', 'by') AND ends >= reference THEN 'planned'
        WHEN ends < reference THEN 'past'
        WHEN begins > reference THEN 'planned'
        ELSE 'current'
    END AS tense,
    concat_ws('|', coalesce(strftime(begins, '%Y-%m-%d'), lower(text)), strftime(ends, '%Y-%m-%d'), grain, bound, tense) AS id
    FROM read
)"""

DATES = """
spelled AS (
    SELECT id, text, count(*) AS n FROM dated GROUP BY id, text
),
usual AS (
    SELECT id, arg_max(text, (n, text)) AS text FROM spelled GROUP BY id
),
counted AS (
    SELECT
        id, any_value(begins) AS begins, any_value(ends) AS ends, any_value(grain) AS grain, any_value(bound) AS bound,
        any_value(tense) AS tense, count(*) AS mentions, count(DISTINCT (article_id, passage)) AS passages,
        count(DISTINCT article_id) AS articles, count(DISTINCT voice_id) AS voices,
        list(article_id || ':' || start ORDER BY article_id, start) AS places
    FROM dated GROUP BY id
)
SELECT id, begins AS "from", ends AS "to", grain, bound, tense, text, mentions, passages, articles, voices, places
FROM counted JOIN usual USING (id)
ORDER BY begins NULLS LAST, ends, id
"""

PUBLISHED = """
SELECT min(published) AS first, max(published) AS last, count(*) AS articles, count(published) AS dated
FROM articles WHERE len($articles::VARCHAR[]) = 0 OR article_id IN $articles
"""

QUOTES = """
SELECT
    article_id || ':' || dates.start AS place, substr(articles.text, sentences.start + 1, sentences.stop - sentences.start) AS text,
    dates.start - sentences.start AS start, short, rank
FROM dates
SEMI JOIN (SELECT unnest($ids::VARCHAR[]) AS article_id, unnest($starts::BIGINT[]) AS start) AS asked USING (article_id, start)
JOIN sentences USING (article_id, sentence)
JOIN articles USING (article_id)
JOIN voices ON voices.voice_id = dates.voice_id
ORDER BY article_id, dates.start
"""


class Published(NamedTuple):
    """The first and the last day on which selected articles were published, None when none is known; how many there are, how many dated."""

    first: pd.Timestamp | None
    last: pd.Timestamp | None
    articles: int
    dated: int


@lru_cache(maxsize=20_000)
def direction(text: str) -> str | None:
    """Whether a date says itself that it is past, current or planned, counted from the day of its article.

    >>> [direction(text) for text in ("ближайших пяти лет", "прошлой весной", "этом году", "2030 года")]
    ['planned', 'past', 'current', None]
    """
    known = words()
    ways = [int(known.values[token.form]) for token in tokenize(text) if known.signs.get(token.form, "_") in RELATIVE]
    return WAYS[(ways[0] > 0) - (ways[0] < 0)] if ways else None


def dates(corpus: Corpus, selection: Selection, yearly: bool = False) -> pd.DataFrame:
    """One row per span of time named, bound and tense, the earliest first, those without a calendar («последние годы») last.

    Columns: `id, from, to` (first and last day, null without a calendar), `grain` (as in the table of dates), `bound` (before, by, since,
    after: «до», «к», «с», «после» stand before it; or null), `tense` (past, current, planned, unknown), `text` (how it is mostly put),
    `mentions, passages, articles, voices, places` (of all mentions, «article_id:start» each). `yearly` counts whatever lies within a
    calendar year for that year, whatever stands before it.
    """
    spellings = list(corpus.query(SPELLINGS)["text"])
    ways = [direction(text) for text in spellings]
    return answer(corpus, selection, DATED, DATES, texts=spellings, ways=ways, yearly=yearly)


def published(corpus: Corpus, selection: Selection) -> Published:
    """When the selected articles were published, as far as known."""
    first, last, articles, dated = corpus.query(PUBLISHED, {"articles": list(selection.articles)}).iloc[0]
    return Published(None if pd.isna(first) else first, None if pd.isna(last) else last, int(articles), int(dated))


def quotes(corpus: Corpus, places: Sequence[str]) -> pd.DataFrame:
    """One row per place of a date: the sentence that names it and whose it is.

    Columns: `place, text, start` (of the date in the text), `short, rank` (of the voice).
    """
    asked = spots(places)
    return corpus.query(QUOTES, {"ids": [article_id for article_id, _ in asked], "starts": [start for _, start in asked]})


def spots(places: Iterable[str]) -> list[tuple[str, int]]:
    """The places of a date taken apart, as evidence.of_dates asks for them.

    >>> spots(["column:12"])
    [('column', 12)]
    """
    return [(article_id, int(start)) for article_id, _, start in (place.rpartition(":") for place in places)]
