"""A tree of terms, and the walk of a text along it: whole words, any of their forms, coordinations unfolded."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from svodka.text.grammemes import readings
from svodka.text.terms import QUOTES, Word, case, key
from svodka.text.tokens import Token

CONNECTORS = frozenset({",", "и", "или", "либо", "а", "также", "так", "но", "/"})
CHAIN = 12  # tokens looked through for the noun that several adjectives share


class Leaf(NamedTuple):
    """What a term that ends here says, as it is written in the lexicon; `quoted` asks for quotes around it, `case` is the strictest
    demand of its words."""

    concept: str
    kind: str
    metonym: bool
    denial: bool
    quoted: bool
    case: int
    written: str


class Node:
    """A place in the tree: word → what follows it, and the leaves of the terms that end here."""

    __slots__ = ("children", "leaves")

    def __init__(self) -> None:
        self.children: dict[int, Node] = {}
        self.leaves: list[Leaf] = []


class Hit(NamedTuple):
    """Tokens first..last (inclusive) say what the leaves say."""

    first: int
    last: int
    leaves: list[Leaf]


class Vocabulary(dict[str, tuple[int, ...]]):
    """Form as met in a text → numbers of the term words it can be; filled as forms are met, emptied when it grows too big."""

    LIMIT = 400_000

    def __init__(self) -> None:
        super().__init__()
        self._numbers: dict[Word, int] = {}
        self._by_key: dict[str, list[tuple[int, int]]] = {}
        self.glued: set[int] = set()

    def number(self, word: Word) -> int:
        """The number of a term word, a new one when it is new."""
        found = self._numbers.get(word)
        if found is None:
            found = self._numbers[word] = len(self._numbers)
            for form in word.forms:
                self._by_key.setdefault(form, []).append((found, word.case))
            if word.glued:
                self.glued.add(found)
        return found

    def __missing__(self, form: str) -> tuple[int, ...]:
        if len(self) >= self.LIMIT:
            self.clear()
        met = case(form)
        found = self[form] = tuple(number for number, asked in self._by_key.get(key(form), ()) if asked <= met)
        return found


class Starts(dict[str, tuple[Node, ...]]):
    """Form as met in a text → the nodes of the terms that can begin with it."""

    def __init__(self, vocabulary: Vocabulary, root: Node):
        super().__init__()
        self._vocabulary = vocabulary
        self._root = root

    def __missing__(self, form: str) -> tuple[Node, ...]:
        if len(self) >= Vocabulary.LIMIT:
            self.clear()
        children = self._root.children
        found = self[form] = tuple(children[number] for number in self._vocabulary[form] if number in children)
        return found


class Trie:
    """All terms; `hits` yields every one that stands in a text, the rival ones too."""

    def __init__(self) -> None:
        self._root = Node()
        self._words = Vocabulary()
        self.starts = Starts(self._words, self._root)

    def add(self, words: list[Word], leaf: Leaf) -> None:
        """Put a term into the tree."""
        node = self._root
        for word in words:
            node = node.children.setdefault(self._words.number(word), Node())
        if leaf not in node.leaves:
            node.leaves.append(leaf)

    def hits(self, text: str, tokens: list[Token]) -> Iterator[Hit]:
        """Every term at every place, left to right by first token."""
        starts = self.starts
        for first, token in enumerate(tokens):
            for node in starts[token.form]:
                yield from self._walk(text, tokens, first, node)

    def _walk(self, text: str, tokens: list[Token], first: int, node: Node) -> Iterator[Hit]:
        """Terms from one token on; a shared noun further right closes them all: «зелёном и голубом водороде»."""
        stack = [(node, first, first, self._root)]
        while stack:
            node, place, last, above = stack.pop()
            if node.leaves:
                leaves = [leaf for leaf in node.leaves if not leaf.quoted or _quoted(tokens, first, last)]
                if leaves:
                    yield Hit(*_balanced(tokens, first, last), leaves)
                if above is not self._root:
                    yield from self._sharing(tokens, place, above)
            if node.children:
                follower = place + 1
                if follower < len(tokens) and tokens[follower].form in QUOTES:
                    follower += 1
                if follower < len(tokens):
                    for child in self._children(text, tokens, follower, node):
                        stack.append((child, follower, follower if last == place else last, node))
                    if last == place and tokens[place + 1].form in CONNECTORS:
                        noun = _shared_noun(tokens, place)
                        if noun is not None:
                            for child in self._children(text, tokens, noun, node):
                                stack.append((child, noun, last, node))

    def _children(self, text: str, tokens: list[Token], place: int, node: Node) -> Iterator[Node]:
        """The nodes reached by one more token; a term never crosses a line."""
        for number in self._words[tokens[place].form]:
            child = node.children.get(number)
            if child is None:
                continue
            gap = text[tokens[place - 1].stop : tokens[place].start]
            if "\n" in gap or (gap and number in self._words.glued):
                continue
            yield child

    def _sharing(self, tokens: list[Token], last: int, above: Node) -> Iterator[Hit]:
        """Another resource named by the same head: «энергия солнца и ветра»."""
        if len(above.children) < 2 or last + 2 >= len(tokens) or tokens[last + 1].form not in (",", "и", "или"):
            return
        for number in self._words[tokens[last + 2].form]:
            child = above.children.get(number)
            leaves = [leaf for leaf in child.leaves if leaf.kind == "resource" and not leaf.denial] if child else []
            if leaves:
                yield Hit(last + 2, last + 2, leaves)


def _balanced(tokens: list[Token], first: int, last: int) -> tuple[int, int]:
    """First and last token, with the other quote of a pair that is only half inside: СП «Волна», «зелёный» водород."""
    if last > first and sum(tokens[place].form in QUOTES for place in range(first, last + 1)) % 2:
        if last + 1 < len(tokens) and tokens[last + 1].form in QUOTES:
            return first, last + 1
        if first > 0 and tokens[first - 1].form in QUOTES:
            return first - 1, last
    return first, last


def _quoted(tokens: list[Token], first: int, last: int) -> bool:
    return first > 0 and last + 1 < len(tokens) and tokens[first - 1].form in QUOTES and tokens[last + 1].form in QUOTES


def _shared_noun(tokens: list[Token], place: int) -> int | None:
    """Where the noun stands that an adjective shares with those listed beside it.

    «солнечной, а также ветровой энергетики», «четыре ветровые и две солнечные станции», «Среднего, или Транскаспийского, коридора».
    """
    if not _is_adjective(tokens[place].form):
        return None
    listed = place > 0 and tokens[place - 1].form in CONNECTORS
    for noun in range(place + 1, min(place + CHAIN, len(tokens))):
        token = tokens[noun]
        if token.form in CONNECTORS or token.form in QUOTES or token.kind == "number":
            continue
        if token.kind != "word":
            return None
        if _is_adjective(token.form):
            listed = True
        elif readings(token.form)[0].isdisjoint(("ADVB", "NUMR")):
            return noun if listed else None
    return None


@lru_cache(maxsize=100_000)
def _is_adjective(form: str) -> bool:
    """In any of its readings: «среднего» is of среднее too."""
    return any("ADJF" in found or "PRTF" in found for found in readings(form))
