"""The record of a name found in a text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple, TypeVar

START, STOP = attrgetter("start"), attrgetter("stop")

Span = TypeVar("Span", bound=NamedTuple)


class Name(NamedTuple):
    """A name at a place; kind is PER, ORG or LOC, `name` the canonical one, `concept` that of the lexicon where it has one."""

    start: int
    stop: int
    kind: str
    name: str
    concept: str | None


def overlapping(spans: Sequence[Span], start: int, stop: int) -> Sequence[Span]:
    """Of spans sorted by place that never overlap those that share a character with a stretch."""
    return spans[bisect_right(spans, start, key=STOP) : bisect_left(spans, stop, key=START)]
