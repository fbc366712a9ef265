"""The number that stands before a scale: «двести пятьдесят», «2,5», «две целых и пять десятых», «три с половиной»."""

from decimal import Decimal
from typing import NamedTuple

from svodka.text import digits, numberwords
from svodka.text.gaps import joined, touch
from svodka.text.numberwords import NumberWord
from svodka.text.phrases import normal
from svodka.text.tokens import Token

RANK = {"hundred": 3, "ten": 2, "teen": 2, "digit": 1}
SLASHES = "/⁄"
SMALLEST_PART = 10  # tenths
SINGLE = frozenset({"half", "collective"})
OBLIQUE = frozenset({"gent", "datv", "ablt", "loct"})
# 10-ти, 10-и, 7-ми, 2-мя, 13-ю; after two to four: 24-х, 2-ух
CARDINAL_ENDINGS = dict.fromkeys(("ти", "и", "ми"), OBLIQUE) | dict.fromkeys(("мя", "ю"), frozenset({"ablt"}))
PAUCAL_ENDINGS = dict.fromkeys(("х", "ух", "ех"), frozenset({"gent", "loct", "accs"}))
# две пятых, одна пятая; две третьих, одна третья
DENOMINATOR_ENDINGS = {False: ("ых", "ьих"), True: ("ая", "ой", "ую", "ья", "ьей", "ью")}


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
    return found and (_whole_and_part(text, tokens, found) or _part(text, tokens, found) or _with_half(tokens, found) or found)


def _in_digits(text: str, tokens: list[Token], place: int) -> Coefficient | None:
    if slashed := _slashed(tokens, place):
        return slashed
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
    cases = CARDINAL_ENDINGS.get(ending) or (1 < int(number.value) % 10 < 5 and PAUCAL_ENDINGS.get(ending))
    return plain._replace(last=last + 2, cases=cases) if cases else plain._replace(kind="compound")


def _slashed(tokens: list[Token], place: int) -> Coefficient | None:
    """«2/3 голосов»: a proper fraction of small numbers before a word; «24/7» and «1/2025» are none."""
    parts = tokens[place : place + 3]
    if len(parts) < 3 or parts[1].form not in SLASHES or not (touch(tokens, place + 1) and touch(tokens, place + 2)):
        return None
    above, below = parts[0].form, parts[2].form
    if not (above.isdecimal() and below.isdecimal() and 0 < int(above) < int(below) <= SMALLEST_PART):
        return None
    after = tokens[place + 3] if place + 3 < len(tokens) else None
    if after is None or after.kind != "word" or touch(tokens, place + 3) or (touch(tokens, place) and tokens[place - 1].form not in "(«"):
        return None
    share = Decimal(above) / Decimal(below)
    return Coefficient(place + 3, share, share, "fraction", frozenset())


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


def _whole_and_part(text: str, tokens: list[Token], whole: Coefficient) -> Coefficient | None:
    """«две целых и пять десятых»."""
    place = whole.last
    word = numberwords.read(tokens[place].form) if joined(text, tokens, place) else None
    if word is None or word.role != "whole":
        return None
    place += 2 if place + 1 < len(tokens) and tokens[place + 1].form == "и" else 1
    above = _in_words(text, tokens, place) if place < len(tokens) else None
    part = above and _part(text, tokens, above)
    return part and part._replace(low=whole.low + part.low, high=whole.high + part.high, kind="words")


def _part(text: str, tokens: list[Token], above: Coefficient) -> Coefficient | None:
    """«пять десятых», «две трети»: the number above the line is read, what is below it comes next."""
    place = above.last
    if not joined(text, tokens, place) or above.kind != "words":
        return None
    form = tokens[place].form
    word = numberwords.read(form)
    if word and word.role == "fraction":
        share = above.high * word.low
    else:
        below = numberwords.ordinal(form) if form.endswith(DENOMINATOR_ENDINGS[above.high == 1]) else None
        share = above.high / below if below else None
    if share is None or share >= 1 or above.low != above.high:
        return None
    return above._replace(last=place + 1, low=share, high=share, kind="fraction")


def _with_half(tokens: list[Token], whole: Coefficient) -> Coefficient | None:
    """«два с половиной», «3 с четвертью»."""
    place = whole.last
    if place + 1 >= len(tokens) or tokens[place].form != "с" or whole.kind == "compound":
        return None
    word = numberwords.read(tokens[place + 1].form)
    if word is None or word.role != "fraction" or "ablt" not in word.cases:
        return None
    return whole._replace(last=place + 2, low=whole.low + word.low, high=whole.high + word.low)
