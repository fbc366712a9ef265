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
    SELECT concept, count(*) AS passages, sum(mentions) AS mentions FROM sides GROUP BY concept
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
    first, one_concept.kind AS first_kind, one_concept.label_ru AS first_ru, one_concept.label_en AS first_en, one.passages AS first_passages,
    second, other_concept.kind AS second_kind, other_concept.label_ru AS second_ru, other_concept.label_en AS second_en,
    other.passages AS second_passages, observed, articles, total
FROM pairs
JOIN singles AS one ON one.concept = first
JOIN singles AS other ON other.concept = second
JOIN concepts AS one_concept ON one_concept.concept = first
JOIN concepts AS other_concept ON other_concept.concept = second
LEFT JOIN same_words USING (first, second)
CROSS JOIN size
WHERE observed >= $least AND coalesce(same_words.mentions, 0) < least(one.mentions, other.mentions)
ORDER BY observed DESC, first, second
"""


def pairs(corpus: Corpus, selection: Selection, kinds: Sequence[str], concepts: Sequence[str] = (), least: int = 1) -> pd.DataFrame:
    """One row per two concepts named in the same passage, at least `least` times: the shown ones of the kinds and the given ones.

    A pair is left out where one is never named but by the words of the other: every «водород» is one of hydrogen_energy.
    Columns: `first, first_kind, first_ru, first_en, first_passages, second, …, observed, articles, total` (passages), the most frequent first.
    """
    return answer(corpus, selection, NAMED, PAIRS, least=least, **named(kinds, concepts))
