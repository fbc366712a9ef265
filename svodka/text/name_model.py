"""Tag people, organisations and places by slovnet's model for news; its files lie inside the package natasha, nothing is fetched."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from svodka.text.tokens import Token, tokenize

PACKAGES = ("natasha", "navec", "slovnet")
WEIGHTS = "data/model/slovnet_ner_news_v1.tar"
EMBEDDING = "data/emb/navec_news_v1_1B_250K_300d_100q.tar"
# Tokens the model reads at once: it looks some words to each side, so a piece ends where a sentence may, and somewhere it must end.
PIECE, LONGEST = 200, 400
ENDS = frozenset(".!?…")
PART = re.compile(r"[«\"“„\w](?:[^\n()•]*[^\s()•.,;:!?…])?")
PERSON = re.compile(r"\w(?:[^\n()•,]*[^\s()•.,;:!?…])?")
OPENING, CLOSING = frozenset("«“„"), frozenset("»”")


class Tagged(NamedTuple):
    """What the model takes for a name; kind is PER, ORG or LOC."""

    start: int
    stop: int
    kind: str


def is_available() -> bool:
    """Whether the packages and the files of the model are there; without them names are those the lexicon and the grammar know."""
    return all(find_spec(package) for package in PACKAGES) and all(path.is_file() for path in _files())


def find(text: str, tokens: list[Token] | None = None) -> list[Tagged]:
    """The names the model sees, left to right, never overlapping, none over the end of a line or the edge of a bracket.

    >>> find("Вчера в Осло приехала Анна Шмидт")
    [Tagged(start=8, stop=12, kind='LOC'), Tagged(start=22, stop=32, kind='PER')]
    """
    pieces = list(_pieces(tokenize(text) if tokens is None else tokens))
    infer = load().infer
    tags = infer.decoder(infer.process(infer.encoder([token.form for token in piece] for piece in pieces)))
    return [part for piece, of_piece in zip(pieces, tags, strict=True) for found in _spans(piece, of_piece) for part in _parts(text, found)]


@cache
def load() -> Any:
    """The model, loaded once a process: half a second and 200 MB."""
    from navec import Navec
    from slovnet import NER

    weights, embedding = _files()
    return NER.load(weights).navec(Navec.load(embedding))


def _files() -> tuple[Path, Path]:
    (folder,) = find_spec("natasha").submodule_search_locations
    return Path(folder) / WEIGHTS, Path(folder) / EMBEDDING


def _pieces(tokens: list[Token]) -> Iterator[list[Token]]:
    first = 0
    for place, token in enumerate(tokens, 1):
        length = place - first
        if length == LONGEST or (length >= PIECE and token.form in ENDS) or place == len(tokens):
            yield tokens[first:place]
            first = place


def _spans(tokens: list[Token], tags: list[str]) -> Iterator[Tagged]:
    """B-PER opens a name, I-PER goes on with it, O is outside."""
    opening = [place for place, tag in enumerate(tags) if tag[0] == "B"]
    for first, following in pairwise([*opening, len(tags)]):
        last = first
        while last + 1 < following and tags[last + 1][0] == "I":
            last += 1
        yield Tagged(tokens[first].start, tokens[last].stop, tags[first][2:])


def _parts(text: str, found: Tagged) -> Iterator[Tagged]:
    """«Союз портов (СП)» is two names, the second stands in brackets, as are two people with a comma between them."""
    for part in (PERSON if found.kind == "PER" else PART).finditer(text, found.start, found.stop):
        start, stop = part.span()
        inside = part.group()
        if inside[0] in OPENING and not any(mark in CLOSING for mark in inside[1:]) and text[stop : stop + 1] not in CLOSING:
            start, inside = start + 1, inside[1:]
        elif sum(mark in OPENING for mark in inside) > sum(mark in CLOSING for mark in inside):
            stop += text[stop : stop + 1] in CLOSING
        if any(letter.isupper() or letter.isdigit() for letter in inside) and any(map(str.isalpha, inside)):
            yield Tagged(start, stop, found.kind)
