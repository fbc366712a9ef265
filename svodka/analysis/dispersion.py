"""How evenly voices spread what they name over their paragraphs: whether it is the author or one paragraph."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from svodka.analysis import statistics
from svodka.analysis.selection import NAMED, Selection, answer, named
from svodka.frames.store import Corpus

# A paragraph is a number here, the same in all answers.
PARTS = """
parts AS (
    SELECT article_id, passage, hash(article_id, passage) AS part, count(*) AS words FROM kept_words GROUP BY article_id, passage
)
SELECT part, words FROM parts ORDER BY article_id, passage
"""

CONCEPTS = """
hits AS (
    SELECT hash(article_id, passage) AS part, concept AS item, sum(mentions)::BIGINT AS hits FROM named
    GROUP BY article_id, passage, concept
)
SELECT part, item, hits FROM hits
"""

LEMMAS = """
listed AS (
    SELECT unnest($lemmas::VARCHAR[]) AS lemma
),
hits AS (
    SELECT hash(article_id, passage) AS part, lemma AS item, count(*) AS hits FROM kept_words SEMI JOIN listed USING (lemma)
    GROUP BY article_id, passage, lemma
)
SELECT part, item, hits FROM hits
"""


PHRASES = """
listed AS (
    SELECT unnest($phrases::VARCHAR[]) AS phrase
),
hits AS (
    SELECT hash(article_id, passage) AS part, phrase AS item, count(*) AS hits
    FROM phrases SEMI JOIN listed USING (phrase) SEMI JOIN kept_words USING (article_id, start)
    GROUP BY article_id, passage, phrase
)
SELECT part, item, hits FROM hits
"""


def of_concepts(corpus: Corpus, selection: Selection, target: Sequence[str], kind: str = "theme") -> pd.DataFrame:
    """One row per concept of a kind that the target names, the most named first: in how many of its paragraphs, and how evenly.

    `dp, dpnorm` are 0 when even; `rate_lo, rate_hi` bound the rate when whole paragraphs are drawn anew, nan under ten paragraphs.
    Columns: `item, mentions, words, rate, rate_lo, rate_hi, passages, length, dp, dpnorm`.
    """
    own = selection._replace(voices=tuple(target))
    return _spread(answer(corpus, own, PARTS), answer(corpus, own, NAMED, CONCEPTS, **named(corpus, [kind])))


def of_words(corpus: Corpus, selection: Selection, target: Sequence[str], lemmas: Sequence[str]) -> pd.DataFrame:
    """The same for those of the given lemmas that the target uses."""
    own = selection._replace(voices=tuple(target))
    return _spread(answer(corpus, own, PARTS), answer(corpus, own, LEMMAS, lemmas=list(lemmas)))


def of_phrases(corpus: Corpus, selection: Selection, target: Sequence[str], phrases: Sequence[str]) -> pd.DataFrame:
    """The same for those of the given phrases that the target uses."""
    own = selection._replace(voices=tuple(target))
    return _spread(answer(corpus, own, PARTS), answer(corpus, own, PHRASES, phrases=list(phrases)))


def _spread(parts: pd.DataFrame, hits: pd.DataFrame) -> pd.DataFrame:
    """`parts` (part, words) in the order of the texts, `hits` (part, item, hits) in any."""
    items = hits.groupby("item", sort=True).agg(mentions=("hits", "sum"), passages=("hits", "size"))
    matrix = np.zeros((len(parts), len(items)))
    matrix[pd.Index(parts["part"]).get_indexer(hits["part"]), items.index.get_indexer(hits["item"])] = hits["hits"]
    even, bounds = statistics.dispersion(matrix, parts["words"]), statistics.bootstrap(matrix, parts["words"])
    total = int(parts["words"].sum())
    found = items.reset_index(names="item").assign(
        words=total,
        rate=statistics.rate(items["mentions"].to_numpy(), total),
        rate_lo=bounds.lo,
        rate_hi=bounds.hi,
        length=len(parts),
        dp=even.dp,
        dpnorm=even.dpnorm,
    )
    columns = ["item", "mentions", "words", "rate", "rate_lo", "rate_hi", "passages", "length", "dp", "dpnorm"]
    return found[columns].sort_values(["mentions", "item"], ascending=[False, True], ignore_index=True)
