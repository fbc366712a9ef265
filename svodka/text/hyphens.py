"""Names inside a hyphened word that is no term itself: «японо-казахстанский», «США-Китай», «СПГ-терминал»."""

import re
from collections import defaultdict

from svodka.text.terms import EXACT, case, key
from svodka.text.trie import Leaf, Starts, Vocabulary

Part = tuple[int, int, Leaf]
PART = re.compile(r"[^-‑]+")


class Hyphened(dict[str, tuple[Part, ...]]):
    """Form as met in a text → its named parts, each with its place inside the form; filled as forms are met.

    Parts that count are places in any form, abbreviations of any kind, and the linking forms of adjectives («японо-»).
    """

    def __init__(self, starts: Starts):
        super().__init__()
        self._starts = starts
        self._links: dict[str, list[Leaf]] = defaultdict(list)

    def link(self, form: str, leaf: Leaf) -> None:
        """Let a form open a compound."""
        self._links[key(form)].append(leaf)

    def __missing__(self, form: str) -> tuple[Part, ...]:
        if len(self) >= Vocabulary.LIMIT:
            self.clear()
        found = self[form] = tuple(
            (match.start(), match.end(), leaf)
            for match in PART.finditer(form)
            for leaf in self._leaves(match.group(), match.end() == len(form))
        )
        return found

    def _leaves(self, part: str, is_last: bool) -> list[Leaf]:
        whole = [leaf for node in self._starts[part] for leaf in node.leaves]
        named = [leaf for leaf in whole if leaf.kind == "place" or (leaf.case == EXACT and case(part) == EXACT and len(part) > 1)]
        return [leaf for leaf in named if not leaf.denial and not leaf.quoted] + ([] if is_last else self._links.get(key(part), []))
