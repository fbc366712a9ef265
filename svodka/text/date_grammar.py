"""What rules about dates are made of: a pattern over the signs of date_words.py, and what a match of it says."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from svodka.text.date_words import words
from svodka.text.periods import Period
from svodka.text.tokens import Token

# The glossary of patterns; a name stands for one sign, or for a small phrase.
NAMES = {
    "DAY": "[12t]",
    "SHORT": "[126t90]",  # a year of two digits
    "TENS": "[1t60]",
    "YYYY": "Y",
    "MONTH": r"(?:M|m\.?)",
    "OFYEAR": r"(?:y?G|g\.?)",
    "SAME": r"(?:[сz]\.g\.?)",
    "OFYEARS": r"(?:y?P|p\.?)",
    "CENTURY": r"(?:C|c\.|(?<=R)в\.)",
    "ENDING": "(?:-?o)",
    "ENDINGS": "(?:-?x)",
    "TO": "[-пд]",
    "SINCE": "[со]",
    "AND": "и",
    "THIS": "A",
    "SPAN": "a",
    "PART": "B",
    "ORDER": "(?:[OR]|1(?:-?o)?)",
    "HALFOF": "U",
    "PREPOSITION": "[вкдснпзл]",
    "PERIOD": "[EQHWJ]",
    "UNIT": "[LGPEWDJ]",
    "LONG": "[LGPEJ]",
    "COUNT": "(?:N|[126t9])",
    "BC": r"(?:дe\.э\.?)",
}
NAME = re.compile(r"\b[A-Z]{2,}\b")
# A year of two digits is of this century up to so many years after the reference, or up to 2040 without one.
AHEAD, PIVOT = 15, 2040
# Every day that some year has is in a leap year.
LEAP = 2000


def year(tag: str = "") -> str:
    """The pattern of a year after a month, a quarter, …: «2025», «2025-го», «2025 г.», «95 г.», in words, «прошлого года», «с. г.»."""
    return (
        rf"(?:(?:THIS ,?)? (?P<year{tag}>YYYY) ENDING? OFYEAR? | (?P<words{tag}>N+ O) OFYEAR | (?P<this{tag}>THIS) OFYEAR | SAME"
        rf" | (?P<short{tag}>SHORT) OFYEAR)"
    )


def day(tag: str = "") -> str:
    """The pattern of a day: «9», «9-го», «девятого», «двадцать пятого»."""
    return rf"(?:(?P<day{tag}>DAY)(?:-?[ox])?|(?P<tens{tag}>N)?(?P<ordinal{tag}>O))"


class Piece(NamedTuple):
    """One date a rule has found: first token, token after the last, grain, and the period where it is known."""

    first: int
    stop: int
    grain: str
    period: Period | None


class Found(NamedTuple):
    """A match of a rule, with what is needed to understand it."""

    match: re.Match[str]
    tokens: list[Token]
    reference: date | None

    def at(self, group: str) -> int | None:
        """The index of the token where a group begins; None where the group is not in the text."""
        index = self.match.start(group) if group in self.match.re.groupindex else -1
        return index if index >= 0 else None

    def form(self, group: str) -> str:
        """The token where a group begins, in lower case; empty where the group is not in the text."""
        index = self.at(group)
        return "" if index is None else self.tokens[index].form.lower()

    def number(self, group: str) -> int | None:
        """What the first token of a group counts: digits, a Roman number, a numeral, a month."""
        index = self.at(group)
        return None if index is None else self.number_at(index)

    def number_at(self, index: int) -> int:
        """What the token of this index counts."""
        form = self.tokens[index].form
        return int(form) if form.isdigit() else int(float(words().values[form]))

    def word(self, group: str) -> str:
        """The value of a word in data/dates.csv («начале» → begin); empty where the group is not in the text."""
        index = self.at(group)
        return "" if index is None else words().values[self.tokens[index].form]

    def day(self, tag: str = "") -> int:
        """The number of a day matched by the pattern `day`; 0 where the group is not in the text."""
        return self.number(f"day{tag}") or (self.number(f"tens{tag}") or 0) + (self.number(f"ordinal{tag}") or 0)

    def year(self, tag: str = "") -> int | None:
        """The year matched by the pattern `year`; that of the reference where it is relative or not said."""
        number = self.number(f"year{tag}")
        if number is not None:
            return number
        if self.at(f"words{tag}") is not None:
            return self.year_in_words(f"words{tag}")
        short = self.number(f"short{tag}")
        if short is not None:
            return self.full(short)
        return self.reference.year + (self.number(f"this{tag}") or 0) if self.reference else None

    def year_in_words(self, group: str) -> int:
        """«две тысячи двадцатый» → 2020; below 1000 where no thousand is said."""
        total = 0
        for index in range(*self.match.span(group)):
            number = self.number_at(index)
            total = max(total, 1) * number if number == 1000 else total + number
        return total

    def says_year(self, tag: str = "") -> bool:
        """Whether a year is said at all."""
        return any(self.at(f"{group}{tag}") is not None for group in ("year", "words", "short", "this"))

    def full(self, short: int) -> int:
        """A year of two digits in full."""
        return 2000 + short if 2000 + short <= (self.reference.year + AHEAD if self.reference else PIVOT) else 1900 + short

    def whole(self, grain: str, period: Period | None) -> list[Piece]:
        """All that was matched as one date."""
        return [Piece(self.match.start(), self.match.end(), grain, period)]

    def dated(self, grain: str, tag: str, period: Callable[[int], Period | None]) -> list[Piece]:
        """All that was matched as one date in the year of `tag`; a date no calendar has is none."""
        number = self.year(tag)
        found = period(LEAP if number is None else number)
        return self.whole(grain, None if number is None else found) if found else []


class Rule(NamedTuple):
    """A pattern over signs and what it makes of a match; an answer without pieces refuses."""

    pattern: re.Pattern[str]
    read: Callable[[Found], list[Piece]]


def rule(pattern: str) -> Callable[[Callable[[Found], list[Piece]]], Rule]:
    """Turn a function of a match into a rule; names of the glossary in capitals, white space for the eye only."""

    def made(read: Callable[[Found], list[Piece]]) -> Rule:
        return Rule(re.compile(NAME.sub(lambda name: NAMES[name.group()], pattern), re.VERBOSE), read)

    return made
