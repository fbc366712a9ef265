"""What is named together in one passage."""

from collections.abc import Sequence

import pandas as pd

from svodka.analysis.selection import NAMED, Selection, answer, named
from svodka.frames.store import Corpus

PAIRS = """
size AS (
    SELECT count(DISTINCT (article_id, passage)) AS total FROM kept_passages
),
sides AS MATERIALIZED (
    SELECT article_id, passage, concept, sum(mentions) AS mentions FROM named GROUP BY article_id, passage, concept
),
singles AS (
    SELECT concept, kind, label_ru, label_en, passages, mentions
    FROM (SELECT concept, count(*) AS passages, sum(mentions) AS mentions FROM sides GROUP BY concept) JOIN concepts USING (concept)
),
placed AS MATERIALIZED (
    SELECT DISTINCT article_id, start, ancestor AS concept FROM kept_mentions JOIN charted USING (concept)
),
same_words AS (
    SELECT one.concept AS first, other.concept AS second, count(*) AS mentions
    FROM placed AS one JOIN placed AS other USING (article_id, start)
    WHERE one.concept < other.concept
    GROUP BY one.concept, other.concept
),
pairs AS (
    SELECT one.concept AS first, other.concept AS second, count(*) AS observed, count(DISTINCT article_id) AS articles
    FROM sides AS one JOIN sides AS other USING (article_id, passage)
    WHERE one.concept < other.concept
    GROUP BY one.concept, other.concept
)
SELECT
    first, one.kind AS first_kind, one.label_ru AS first_ru, one.label_en AS first_en, one.passages AS first_passages,
    second, other.kind AS second_kind, other.label_ru AS second_ru, other.label_en AS second_en, other.passages AS second_passages,
    observed, articles, total
FROM pairs
JOIN singles AS one ON one.concept = first
JOIN singles AS other ON other.concept = second
LEFT JOIN same_words USING (first, second)
CROSS JOIN size
WHERE observed >= $least AND coalesce(same_words.mentions, 0) < least(one.mentions, other.mentions)
ORDER BY observed DESC, first, second
"""


def pairs(corpus: Corpus, selection: Selection, kinds: Sequence[str], concepts: Sequence[str] = (), least: int = 1) -> pd.DataFrame:
    """One row per two concepts named in the same passage, at least `least` times: the shown ones of the kinds and the given ones.

    The most frequent come first; a pair is left out where one is never named but by the words of the other: «водород» names
    hydrogen and the hydrogen economy. Columns: `first, first_kind, first_ru, first_en, first_passages, second, …, observed, articles,
    total` (passages).
    """
    return answer(corpus, selection, NAMED, PAIRS, least=least, **named(kinds, concepts))
