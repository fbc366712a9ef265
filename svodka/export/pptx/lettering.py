"""How much room a text takes on a slide, and the text that fits into a room.

Office programs lay text out themselves, each with the faces it finds. The widths are those of Arial, rounded up, times what the widest
face that may stand in takes more: what fits by this measure fits everywhere.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from svodka.charts.style import shortened

# Letters by their width in tenths of the type size.
WIDTHS = {
    2.6: "ijl'|",
    3.4: "frtI .,;:!()[]„“”-·\u00a0",
    4.4: 'гк"',
    5.2: "взпстухчьэяГcksvxyzJ",
    5.8: "абдеёийлнорцъЗКТУabdeghnopquFLTZ0123456789?«»–$€",
    7.2: "жмыАБВДЕЁИЙЛНПРСХЦЧЬЭЯwABCDEHKNPRSUVXY",
    8.2: "фшщюМОФЪmGMOQ",
    9.4: "ЖШЩЫW%",
}
WIDEST = 10.2
WIDTH = {letter: width / 10 for width, letters in WIDTHS.items() for letter in letters}
SERIF, BOLD = 1.15, 1.08
LEADING = 1.22


class Type(NamedTuple):
    """Size in points, and whether it is bold and has serifs."""

    size: float
    bold: bool = False
    serif: bool = False


class Fitted(NamedTuple):
    """A text as it fits, the type in which it does, and its height in points."""

    text: str
    type: Type
    height: float


def width(text: str, of: Type) -> float:
    """Points from the first letter to the last."""
    return _ems(text) * of.size * (BOLD if of.bold else 1) * (SERIF if of.serif else 1)


def lines(text: str, of: Type, room: float) -> int:
    """How many lines the text takes in a column so wide (in points); a word wider than that is broken."""
    count, used, space = 1, 0.0, width(" ", of)
    for word in text.split(" "):
        length = width(word, of)
        if used and used + space + length > room:
            count, used = count + 1, 0.0
        used += (space if used else 0.0) + length
        if used > room:
            count += int(used // room)
            used %= room
    return count


def height(text: str, of: Type, room: float) -> float:
    """Points from the top of the first line to the bottom of the last."""
    return lines(text, of, room) * of.size * LEADING


def fitted(text: str, of: Type, sizes: Sequence[float], room: tuple[float, float]) -> Fitted:
    """The text in the largest of the sizes, which fall, in which it fits into a room (width, height); else shortened in the smallest."""
    wide, high = room
    for size in sizes:
        tried = of._replace(size=size)
        if height(text, tried, wide) <= high:
            return Fitted(text, tried, height(text, tried, wide))
    kept = cut(text, tried, wide, max(1, int(high // (tried.size * LEADING))))
    return Fitted(kept, tried, height(kept, tried, wide))


def cut(text: str, of: Type, room: float, most: int = 1) -> str:
    """The text, shortened with an ellipsis so that it takes at most so many lines."""
    if lines(text, of, room) <= most:
        return text
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if lines(shortened(text, middle), of, room) <= most else (low, middle - 1)
    return shortened(text, low)


@lru_cache(maxsize=20_000)
def _ems(text: str) -> float:
    return sum(WIDTH.get(letter, WIDEST / 10) for letter in text)
