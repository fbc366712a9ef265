"""Which themes are raised by whom, and what is named together."""

from collections.abc import Sequence

import pandas as pd

from svodka.analysis import resources, together
from svodka.analysis.selection import Selection
from svodka.frames.store import Corpus

NETWORK_KINDS = ("theme", "resource", "place")
# Pairs of a network that has no sure one.
STRONGEST = 12


def by_voice(corpus: Corpus, selection: Selection, concepts: Sequence[str] = ()) -> pd.DataFrame:
    """One row per voice and theme it raises, the most raised theme first; the columns are those of `resources.by_voice`."""
    return resources.by_voice(corpus, selection, concepts, kind="theme")


def cooccurrence(corpus: Corpus, selection: Selection, kinds: Sequence[str] = NETWORK_KINDS, least: int = 1) -> pd.DataFrame:
    """One row per two concepts of the kinds named in the same passage, at least `least` times, the most frequent pair first.

    The columns are those of `together.compared`.
    """
    return together.compared(together.pairs(corpus, selection, kinds, (), kinds, least))


def network(corpus: Corpus, selection: Selection, kinds: Sequence[str] = NETWORK_KINDS) -> pd.DataFrame:
    """The pairs of `cooccurrence` that are surely named together more often than expected, the surest first.

    `surplus`: passages above the expected, as the lower end of the interval has them. Where no pair is sure the few stand instead that
    come nearest to it, in two passages or more.
    """
    pairs = cooccurrence(corpus, selection, kinds, together.FEWEST)
    ranked = pairs.assign(surplus=pairs["lo"] - pairs["expected"]).sort_values(
        ["surplus", "first", "second"], ascending=[False, True, True], ignore_index=True
    )
    return ranked[ranked["sure"]] if ranked["sure"].any() else ranked.head(STRONGEST)


def core(network: pd.DataFrame, nodes: int, edges: int) -> pd.DataFrame:
    """The first pairs of a network that hold at most so many concepts and so many pairs."""
    kept: list[int] = []
    held: set[str] = set()
    for row in network.itertuples():
        grown = held | {row.first, row.second}
        if len(kept) < edges and len(grown) <= nodes:
            kept.append(row.Index)
            held = grown
    return network.loc[kept].reset_index(drop=True)
