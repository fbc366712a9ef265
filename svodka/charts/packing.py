"""Where the words of a cloud stand: the largest first, each as near to the middle as it fits, none over another.

Nothing is left to chance, so the same words lie the same way on every run and machine.
"""

from functools import cache, lru_cache
from itertools import cycle
from math import ceil
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import ImageFont

TYPEFACE = Path(__file__).with_name("fonts") / "PTSans-Bold.ttf"
# Pixels between words, beside and above each other; pixels of the grid on which they stand.
GAPS, CELL = (7, 4), 3
# The share of the frame that words may cover at best, and how much smaller they become when they do not fit.
FULL, SHRINK = 0.72, 0.92
# The smallest letters in proportion to the largest, while there is room.
FLOOR = 0.4
# Words gather around the middle; long ones leave less room empty when they take turns on two sides.
CENTRES = ((0.5,), (0.27, 0.73))
# Plotly's middle of a line is so much of the letters' height above their feet.
BASELINE = 0.25

# Pixels of the letters that are measured; the others are in proportion.
MEASURED = 100


class Word(NamedTuple):
    """A word in its place: the height of its letters, the middle of its line, and what it covers, in pixels from the upper left corner."""

    text: str
    points: int
    x: float
    y: float
    width: float
    top: float
    bottom: float


class Box(NamedTuple):
    """What a word covers, from where it starts and its letters stand."""

    width: float
    above: float
    below: float


@lru_cache(maxsize=128)
def packed(sizes: tuple[tuple[str, float], ...], frame: tuple[int, int], largest: int, smallest: int) -> tuple[Word, ...]:
    """Different words with their sizes, the largest first → the words within a frame of so many pixels.

    The height of the letters is in proportion to the size, up to `largest` and never under a floor; both are scaled down until all fit,
    the floor not below `smallest` nor the first word below twice that; then those are left out that find no place.
    """
    if not sizes:
        return ()
    texts, scale = [text for text, _ in sizes], 1.0
    while True:
        floor = max(smallest, round(FLOOR * largest * scale))
        points = [max(floor, round(largest * scale * size / sizes[0][1])) for _, size in sizes]
        last = points[0] * SHRINK < 2 * smallest
        if last or _area(texts, points) <= FULL * frame[0] * frame[1]:
            best: tuple[Word, ...] = ()
            for centres in CENTRES:
                best = max(best, _placed(texts, points, frame, centres), key=len)
                if len(best) == len(texts):
                    return best
            if last:
                return best
        scale *= SHRINK


def _area(texts: list[str], points: list[int]) -> float:
    boxes = map(_box, texts, points)
    return sum((box.width + GAPS[0]) * (box.above + box.below + GAPS[1]) for box in boxes)


def _placed(texts: list[str], points: list[int], frame: tuple[int, int], centres: tuple[float, ...]) -> tuple[Word, ...]:
    """The words in their places around the centres in turn, without those that find none."""
    columns, rows = (side // CELL for side in frame)
    taken = np.zeros((rows, columns), np.int32)
    found = []
    for text, height, centre in zip(texts, points, cycle(centres), strict=False):
        box = _box(text, height)
        wide, high = ceil((box.width + GAPS[0]) / CELL), ceil((box.above + box.below + GAPS[1]) / CELL)
        place = _nearest(taken, wide, high, centre)
        if place is None:
            continue
        row, column = place
        taken[row : row + high, column : column + wide] = 1
        left, top = column * CELL + GAPS[0] / 2, row * CELL + GAPS[1] / 2
        middle = top + box.above - BASELINE * height
        found.append(Word(text, height, left + box.width / 2, middle, box.width, top, top + box.above + box.below))
    return tuple(found)


def _nearest(taken: NDArray[np.int32], wide: int, high: int, centre: float) -> tuple[int, int] | None:
    """The upper left cell of the free rectangle of so many cells that is nearest to a centre halfway down, in the frame's proportions."""
    rows, columns = taken.shape
    if wide > columns or high > rows:
        return None
    sums = np.pad(taken, ((1, 0), (1, 0))).cumsum(axis=0).cumsum(axis=1)
    covered = sums[high:, wide:] - sums[:-high, wide:] - sums[high:, :-wide] + sums[:-high, :-wide]
    down = ((np.arange(rows - high + 1) + high / 2) / rows - 0.5) ** 2
    across = ((np.arange(columns - wide + 1) + wide / 2) / columns - centre) ** 2
    away = np.where(covered == 0, down[:, None] + across, np.inf)
    at = int(away.argmin())
    return divmod(at, away.shape[1]) if np.isfinite(away.flat[at]) else None


def _box(text: str, points: int) -> Box:
    width, above, below = _measured(text)
    return Box(width * points, above * points, below * points)


@lru_cache(maxsize=4096)
def _measured(text: str) -> Box:
    """What a word of letters one pixel high covers."""
    left, top, right, bottom = _font().getbbox(text, anchor="ls")
    return Box((right - left) / MEASURED, -top / MEASURED, bottom / MEASURED)


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(TYPEFACE), MEASURED)
