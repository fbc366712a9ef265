"""What is named together in one passage."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from svodka.analysis import statistics
from svodka.analysis.selection import NAMED, Selection, answer, named
from svodka.analysis.tree import tree
from svodka.frames.store import Corpus

# A pair met once is an event, not a habit.
FEWEST = 2
# A concept whose mentions are by this share the words of another is no company of it.
OWN = 0.75
# Places and concepts are numbers here: a join of a million pairs compares no text.
PAIRS = """
numbered AS MATERIALIZED (
    SELECT charted.concept, ancestor, dense_rank() OVER (ORDER BY ancestor) AS number, ancestor IN $sought AS sought FROM charted
),
found AS MATERIALIZED (
    SELECT hash(article_id) AS article, hash(article_id, passage) AS place, hash(article_id, start) AS spot, number, sought
    FROM kept_mentions JOIN numbered USING (concept)
    WHERE kind IN $kinds
),
sides AS MATERIALIZED (
    SELECT place, number, any_value(article) AS article, any_value(sought) AS sought, count(*) AS mentions FROM found GROUP BY place, number
),
singles AS (
    SELECT number, count(*) AS passages, sum(mentions) AS mentions FROM sides GROUP BY number
),
labelled AS (
    SELECT number, passages, mentions, concepts.*
    FROM singles JOIN (SELECT DISTINCT number, ancestor FROM numbered) USING (number) JOIN concepts ON concepts.concept = ancestor
),
pairs AS (
    SELECT one.number AS one, other.number AS other, count(*) AS observed, count(DISTINCT one.article) AS articles
    FROM sides AS one JOIN sides AS other USING (place)
    WHERE one.sought AND one.number <> other.number AND (one.number < other.number OR NOT other.sought)
    GROUP BY one.number, other.number
),
same_words AS (
    SELECT one.number AS one, other.number AS other, count(*) AS mentions
    FROM found AS one JOIN found AS other USING (spot)
    WHERE one.sought AND one.number <> other.number
    GROUP BY one.number, other.number
)
SELECT
    a.concept AS first, a.kind AS first_kind, a.label_ru AS first_ru, a.label_en AS first_en, a.passages AS first_passages,
    b.concept AS second, b.kind AS second_kind, b.label_ru AS second_ru, b.label_en AS second_en, b.passages AS second_passages,
    observed, articles, (SELECT count(DISTINCT hash(article_id, passage)) FROM kept_passages) AS total
FROM pairs
LEFT JOIN same_words USING (one, other)
JOIN labelled AS a ON a.number = one
JOIN labelled AS b ON b.number = other
WHERE observed >= $least AND coalesce(same_words.mentions, 0) < $own * least(a.mentions, b.mentions)
ORDER BY observed DESC, first, second
"""


def pairs(
    corpus: Corpus,
    selection: Selection,
    kinds: Sequence[str],
    concepts: Sequence[str],
    sought_kinds: Sequence[str],
    least: int = 1,
    generic: bool = False,
) -> pd.DataFrame:
    """One row per two concepts named in the same passage, at least `least` times, the most frequent pair first.

    The first is a given concept or a shown one of `sought_kinds`, the second any of these or a shown one of `kinds`; generic ones count
    only with `generic`. A pair is left out where one is named by hardly any words but those of the other: «водород» names hydrogen and
    the hydrogen economy.
    Columns: `first, first_kind, first_ru, first_en, first_passages, second, …, observed, articles, total` (passages).
    """
    asked = named(corpus, kinds, concepts, generic=generic)
    sought = [above for above in sorted(set(asked["ancestors"])) if above in concepts or tree(corpus).kinds[above] in sought_kinds]
    return answer(corpus, selection, NAMED, PAIRS, sought=sought, least=least, own=OWN, **asked)


def compared(pairs: pd.DataFrame) -> pd.DataFrame:
    """Pairs beside what would be expected of two concepts that do not depend on each other.

    - `expected` passages with both;
    - `lo, hi`: Wilson's interval of the observed, in passages; `distinct` where the expected lies outside;
    - `sure`: more than expected, the interval says, and in more than one passage.

    Columns: those of `pairs`, `expected, lo, hi, distinct, sure`.
    """
    expected = pairs["first_passages"] * pairs["second_passages"] / pairs["total"]
    lo, hi = (pairs["total"] * share for share in statistics.wilson(pairs["observed"], pairs["total"]))
    above, below = np.array(expected < lo, bool), np.array(expected > hi, bool)
    return pairs.assign(expected=expected, lo=lo, hi=hi, distinct=above | below, sure=above & (pairs["observed"] >= FEWEST))
