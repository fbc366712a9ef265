"""What is read off a sentence, with the span of text it was read from."""

from typing import Generic, NamedTuple, Protocol, TypeVar

Value = TypeVar("Value")


class Placed(Protocol):
    """Whatever stands somewhere in a text."""

    @property
    def start(self) -> int: ...

    @property
    def stop(self) -> int: ...


class Read(NamedTuple, Generic[Value]):
    """A value and the span it was read from: characters of the text, stop excluded."""

    value: Value
    start: int
    stop: int


def read(value: Value | None, first: Placed, last: Placed | None = None) -> Read[Value] | None:
    """The value as read from one word, or from the first to the last of several; None where the words say nothing."""
    return Read(value, first.start, (last or first).stop) if value else None
