"""Which themes are raised by whom, and what is named together."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from svodka.analysis import resources, statistics, together
from svodka.analysis.selection import Selection
from svodka.frames.store import Corpus


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
    pairs = together.pairs(corpus, selection, kinds, (), kinds, least)
    expected = pairs["first_passages"] * pairs["second_passages"] / pairs["total"]
    lo, hi = (pairs["total"] * share for share in statistics.wilson(pairs["observed"], pairs["total"]))
    return pairs.assign(expected=expected, lo=lo, hi=hi, distinct=np.array((expected < lo) | (expected > hi), bool))
