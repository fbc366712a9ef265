"""A number on its way to a quantity: what is known of it so far."""

from decimal import Decimal
from typing import NamedTuple

from svodka.text.numerals import Numeral
from svodka.text.phrases import normal
from svodka.text.tokens import Token
from svodka.text.units import Unit

FIRST_YEAR, LAST_YEAR = 1000, 2199


class Draft(NamedTuple):
    """A number and its unit, None while it has none of its own.

    `first` and `last` are tokens, `last` excluded; `numeral` is the number as it was read; `ready` says that no word
    before it may change the shape; `signed` that the currency stands before the number («$5»).
    """

    first: int
    last: int
    low: Decimal | None
    high: Decimal | None
    scale: Decimal | None
    shape: str
    unit: Unit | None
    numeral: Numeral
    ready: bool = False
    signed: bool = False

    @property
    def year_like(self) -> bool:
        """Whether it is a whole number of four digits between 1000 and 2199, said without a scale."""
        numeral = self.numeral
        plain = numeral.kind == "digits" and numeral.scale is None and numeral.last - numeral.first == 1
        return plain and FIRST_YEAR <= self.low <= LAST_YEAR and self.low == self.low.to_integral_value()


def word_before(tokens: list[Token], draft: Draft) -> str:
    """The word before an amount, folded; empty at the start of the text."""
    return normal(tokens[draft.first - 1].form) if draft.first else ""
