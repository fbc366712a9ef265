"""The money axis: dollars on a logarithmic or a linear scale, with ticks that a reader would choose."""

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import NamedTuple

from svodka.wording import Words

STEPS = (1, 2, 5)


class Scale(NamedTuple):
    """From dollars to the x axis, and the ends of the axis on it."""

    logarithmic: bool
    low: float
    high: float

    def at(self, dollars: float) -> float:
        """Where an amount stands on the axis."""
        return log10(dollars) if self.logarithmic else dollars

    def ticks(self, words: Words, most: int = 5) -> tuple[list[float], list[str]]:
        """Positions and labels of at most so many ticks."""
        if self.logarithmic:
            values = [10.0**power for power in range(ceil(self.low), floor(self.high) + 1)]
            if len(values) < 3:
                values = [
                    step * 10.0**power
                    for power in range(floor(self.low), floor(self.high) + 1)
                    for step in STEPS
                    if self.low <= log10(step * 10.0**power) <= self.high
                ]
            room = (self.high - self.low) * 0.05
            values = [value for value in values if self.low + room < log10(value) < self.high - room][:: max(1, ceil(len(values) / most))]
        else:
            rough = self.high / (most - 1)
            power = 10.0 ** floor(log10(rough))
            step = next(factor * power for factor in (*STEPS, 10) if factor * power >= rough)
            values = [step * count for count in range(floor(self.high / step) + 1)]
        return [self.at(value) if value else 0.0 for value in values], [words.money(value, "USD") for value in values]


def scale(values: Sequence[float], logarithmic: bool) -> Scale:
    """The scale that shows all these dollars with some air at both ends."""
    positive = [value for value in values if value > 0]
    if not positive:
        return Scale(logarithmic, 0.0, 1.0)
    if not logarithmic:
        return Scale(False, 0.0, max(positive) * 1.15)
    low, high = log10(min(positive)), log10(max(positive))
    air = max(0.35, (high - low) * 0.12)
    return Scale(True, low - air, high + air)
