"""Which themes are raised by whom, and what is named together."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from svodka.analysis import resources, statistics
from svodka.analysis.selection import NAMED, Selection, answer, named
from svodka.frames.store import Corpus

COOCCURRENCE = """
size AS (
    SELECT count(DISTINCT (article_id, passage)) AS total FROM kept_passages
),
sides AS MATERIALIZED (
    SELECT DISTINCT article_id, passage, concept, kind FROM named JOIN concepts USING (concept)
),
singles AS (
    SELECT concept, kind, count(*) AS passages FROM sides GROUP BY concept, kind
),
pairs AS (
    SELECT one.concept AS first, other.concept AS second, count(*) AS observed, count(DISTINCT article_id) AS articles
    FROM sides AS one JOIN sides AS other USING (article_id, passage)
    WHERE one.concept < other.concept
    GROUP BY one.concept, other.concept
)
SELECT
    first, one.kind AS first_kind, one_concept.label_ru AS first_ru, one_concept.label_en AS first_en, one.passages AS first_passages,
    second, other.kind AS second_kind, other_concept.label_ru AS second_ru, other_concept.label_en AS second_en,
    other.passages AS second_passages, observed, articles, total
FROM pairs
JOIN singles AS one ON one.concept = first
JOIN singles AS other ON other.concept = second
JOIN concepts AS one_concept ON one_concept.concept = first
JOIN concepts AS other_concept ON other_concept.concept = second
CROSS JOIN size
WHERE observed >= $least
    AND NOT EXISTS (FROM tree WHERE concept = first AND ancestor = second OR concept = second AND ancestor = first)
ORDER BY observed DESC, first, second
"""


def by_voice(corpus: Corpus, selection: Selection, concepts: Sequence[str] = ()) -> pd.DataFrame:
    """One row per voice and theme it raises, the most raised theme first; the columns are those of `resources.by_voice`."""
    return resources.by_voice(corpus, selection, concepts, kind="theme")


def cooccurrence(
    corpus: Corpus, selection: Selection, kinds: Sequence[str] = ("theme", "resource", "place"), least: int = 1
) -> pd.DataFrame:
    """One row per two concepts named in the same passage, at least `least` times, the most frequent pair first.

    - `observed` passages name both, of `total`; `expected` if they did not depend on each other;
    - `lo, hi`: Wilson's interval of the observed, in passages; `distinct` where the expected lies outside.

    Columns: `first, first_kind, first_ru, first_en, first_passages, second, …, observed, articles, total, expected, lo, hi, distinct`.
    """
    pairs = answer(corpus, selection, NAMED, COOCCURRENCE, least=least, **named(kinds))
    expected = pairs["first_passages"] * pairs["second_passages"] / pairs["total"]
    lo, hi = (pairs["total"] * share for share in statistics.wilson(pairs["observed"], pairs["total"]))
    return pairs.assign(expected=expected, lo=lo, hi=hi, distinct=np.array((expected < lo) | (expected > hi), bool))
