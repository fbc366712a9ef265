"""The tree of concepts: what lies below what, and which of them charts speak of."""

from collections.abc import Iterable
from functools import lru_cache

from svodka.frames.store import Corpus

CONCEPTS = "SELECT concept, kind, parent, iso, generic FROM concepts ORDER BY concept"


class Tree:
    """The concepts of a corpus; a concept lies below its ancestors of the same kind: a city below its country, a company not."""

    def __init__(self, corpus: Corpus):
        rows = corpus.query(CONCEPTS)
        self.kinds = dict(zip(rows["concept"], rows["kind"], strict=True))
        self._parents = {child: parent for child, parent in zip(rows["concept"], rows["parent"], strict=True) if isinstance(parent, str)}
        self.generic = frozenset(rows["concept"][rows["generic"]])
        self._countries = frozenset(rows["concept"][rows["iso"].notna()])
        self._above = {concept: self._climb(concept) for concept in self.kinds}
        self.shown = frozenset(filter(self._is_shown, self.kinds))

    def above(self, concept: str) -> tuple[str, ...]:
        """The concept and its ancestors, upwards."""
        return self._above[concept]

    def below(self, concepts: Iterable[str]) -> list[str]:
        """The given concepts and all that lie below any of them; unknown ones are passed over."""
        sought = set(concepts)
        return [concept for concept, line in self._above.items() if not sought.isdisjoint(line)]

    def _climb(self, concept: str) -> tuple[str, ...]:
        line, parent = [concept], self._parents.get(concept)
        while parent in self.kinds and self.kinds[parent] == self.kinds[concept] and parent not in line:
            line.append(parent)
            parent = self._parents.get(parent)
        return tuple(line)

    def _is_shown(self, concept: str) -> bool:
        """Countries among the places; else the topmost, a generic one not counted as a top."""
        if self.kinds[concept] == "place":
            return concept in self._countries and self._countries.isdisjoint(self.above(concept)[1:])
        return self.generic.issuperset(self.above(concept)[1:])


@lru_cache(maxsize=4)
def tree(corpus: Corpus) -> Tree:
    """The tree of a corpus, read once."""
    return Tree(corpus)
