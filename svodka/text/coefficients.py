"""The number that stands before a scale: «двести пятьдесят», «2,5», «две целых и пять десятых», «три с половиной»."""

from decimal import Decimal
from typing import NamedTuple

from svodka.text import digits, numberwords
from svodka.text.gaps import joined, touch
from svodka.text.numberwords import NumberWord
from svodka.text.phrases import normal
from svodka.text.tokens import Token

RANK = {"hundred": 3, "ten": 2, "teen": 2, "digit": 1}
SINGLE = frozenset({"half", "collective"})
OBLIQUE = frozenset({"gent", "datv", "ablt", "loct"})
# 10-ти, 10-и, 7-ми, 2-мя, 13-ю, 24-х
CARDINAL_ENDINGS = {ending: OBLIQUE for ending in ("ти", "и", "ми")} | {ending: frozenset({"ablt"}) for ending in ("мя", "ю")}
PAUCAL_ENDING = {"х": frozenset({"gent", "loct", "accs"})}
DENOMINATOR_ENDINGS = ("ых", "ая", "ой", "ую")


class Coefficient(NamedTuple):
    """A number without its scale; `last` is the token after it; the other fields are those of a Numeral."""

    last: int
    low: Decimal
    high: Decimal
    kind: str
    cases: frozenset[str]
    other: Decimal | None = None


def read(text: str, tokens: list[Token], place: int) -> Coefficient | None:
    """The coefficient that begins at this token."""
    if not place < len(tokens):
        return None
    found = _in_digits(text, tokens, place) if tokens[place].kind == "number" else _in_words(text, tokens, place)
    return found and (_with_parts(text, tokens, found) or _with_half(tokens, found) or found)


def _in_digits(text: str, tokens: list[Token], place: int) -> Coefficient | None:
    number = digits.read(text, tokens[place].start)
    if number is None or not digits.free(tokens, place):
        return None
    last = place + 1
    while last < len(tokens) and tokens[last].start < number.stop:
        last += 1
    if not digits.free(tokens, last - 1):
        return None
    plain = Coefficient(last, number.value, number.value, "digits", frozenset(), number.other)
    if not (touch(tokens, last) and touch(tokens, last + 1) and tokens[last].form in digits.HYPHENS and tokens[last + 1].kind == "word"):
        return plain
    ending = normal(tokens[last + 1].form)
    cases = CARDINAL_ENDINGS.get(ending) or (1 < number.value % 10 < 5 and PAUCAL_ENDING.get(ending))
    return plain._replace(last=last + 2, cases=cases) if cases else plain._replace(kind="compound")


def _in_words(text: str, tokens: list[Token], place: int) -> Coefficient | None:
    word = numberwords.read(tokens[place].form)
    if word is None or word.role not in RANK.keys() | SINGLE:
        return None
    low, high, floor = word.low, word.high, _floor(word)
    place += 1
    while joined(text, tokens, place):
        following = numberwords.read(tokens[place].form)
        if following is None or RANK.get(following.role, 9) >= floor:
            break
        low, high = high + following.low, high + following.high
        floor, word = _floor(following), following
        place += 1
    kind = "collective" if word.role == "collective" else "words"
    return Coefficient(place, low, high, kind, word.cases)


def _floor(word: NumberWord) -> int:
    """What follows must rank below this: after «двадцать» a digit, after «двенадцать» nothing, after «сто» both."""
    if word.role in ("teen", "digit") or word.role in SINGLE or word.low != word.high:
        return 0
    return RANK[word.role]


def _with_parts(text: str, tokens: list[Token], whole: Coefficient) -> Coefficient | None:
    """«две целых и пять десятых», «пять десятых», «две трети»."""
    place = whole.last
    if not joined(text, tokens, place) or whole.kind == "compound":
        return None
    word = numberwords.read(tokens[place].form)
    if word and word.role == "fraction":
        if whole.low in (1, 2, 3) and whole.low == whole.high and whole.low * word.low < 1:
            return whole._replace(last=place + 1, low=whole.low * word.low, high=whole.low * word.low, kind="fraction")
        return None
    if word and word.role == "whole":
        place += 2 if place + 1 < len(tokens) and tokens[place + 1].form == "и" else 1
        part = read(text, tokens, place)
        return part and part.kind == "fraction" and part._replace(low=whole.low + part.low, high=whole.low + part.high, kind="words") or None
    below = numberwords.ordinal(tokens[place].form) if whole.kind == "words" else None
    if below is None or below < 4 or whole.high >= below or not tokens[place].form.endswith(DENOMINATOR_ENDINGS):
        return None
    return whole._replace(last=place + 1, low=whole.low / below, high=whole.high / below, kind="fraction")


def _with_half(tokens: list[Token], whole: Coefficient) -> Coefficient | None:
    """«два с половиной», «3 с четвертью»."""
    place = whole.last
    if place + 1 >= len(tokens) or tokens[place].form != "с" or whole.kind == "compound":
        return None
    word = numberwords.read(tokens[place + 1].form)
    if word is None or word.role != "fraction" or "ablt" not in word.cases:
        return None
    return whole._replace(last=place + 2, low=whole.low + word.low, high=whole.high + word.low)
