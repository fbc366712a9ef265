"""Numbers written in digits, in any usual grouping: «1 599 059,38», «20.000», «6,000.00», «3,7»."""

import re
from decimal import Decimal
from typing import NamedTuple

from svodka.text import numberwords
from svodka.text.gaps import touch
from svodka.text.tokens import Token

HYPHENS = "-‑"
LONGEST = 26  # characters; a longer row of digits is an account
# A space between groups may be plain, no-break, thin, narrow or a figure space; Swiss prices use an apostrophe.
GAP = "[ \u00a0\u2009\u202f\u2007'’]"
NUMBER = re.compile(rf"(?P<whole>\d{{1,3}}(?:{GAP}\d{{3}})+(?!\d)|\d+)(?P<rest>(?:[.,]\d+)*)")
# «1 599 059, 38 евро»: a slip of the keyboard, taken for one number only after a long one.
SPACED_CENTS = re.compile(r",\s(\d\d)(?=\s[^\W\d])")


class Digits(NamedTuple):
    """A number in digits that ends at `stop`; `other` is the second reading of «15,000», which is 15 or 15 000."""

    stop: int
    value: Decimal
    other: Decimal | None


def read(text: str, start: int) -> Digits | None:
    """The number whose digits begin here; None for what only looks like one: «24.01.2017», «10.0.0.1».

    >>> read("1 599 059,38 евро", 0).value, read("20.000 руб.", 0).value, read("3,7 млрд", 0).value
    (Decimal('1599059.38'), Decimal('20000'), Decimal('3.7'))
    """
    match = NUMBER.match(text, start)
    if len(match[0]) > LONGEST:
        return None
    groups = re.split(GAP, match["whole"])
    rest = re.findall(r"([.,])(\d+)", match["rest"])
    whole = "".join(groups)
    if not rest:
        cents = SPACED_CENTS.match(text, match.end()) if len(groups) > 2 else None
        return Digits(cents.end(), Decimal(f"{whole}.{cents[1]}"), None) if cents else Digits(match.end(), Decimal(whole), None)
    if len(rest) == 1:
        return _single(match.end(), whole, *rest[0], grouped=len(groups) > 1)
    *between, (last_mark, last) = rest
    marks, lengths = {mark for mark, _ in between}, {len(group) for _, group in between}
    if len(groups) > 1 or len(whole) > 3 or len(marks) > 1 or lengths != {3}:
        return None
    whole += "".join(group for _, group in between)
    if last_mark not in marks:
        return Digits(match.end(), Decimal(f"{whole}.{last}"), None)
    return Digits(match.end(), Decimal(whole + last), None) if len(last) == 3 else None


def _single(stop: int, whole: str, mark: str, after: str, grouped: bool) -> Digits:
    """One mark: a fraction, unless three digits stand after it («20.000»); «15,000» groups too, «15,250» is left open."""
    fraction = Decimal(f"{whole}.{after}")
    if grouped or len(after) != 3 or len(whole) > 3 or whole.startswith("0"):
        return Digits(stop, fraction, None)
    together = Decimal(whole + after)
    return Digits(stop, together, fraction) if mark == "." or after == "000" else Digits(stop, fraction, together)


def free(tokens: list[Token], place: int) -> bool:
    """Whether the digits at this token are a number of their own.

    They are not in «14:30», «3:1», «№ 7», «24/7», «С5+1», «Ту-154», «250-12-34», «10,5-10-7».
    """
    return not (_bound_left(tokens, place) or _bound_right(tokens, place) or _chained(tokens, place))


def _bound_left(tokens: list[Token], place: int) -> bool:
    if not touch(tokens, place):
        return place > 0 and tokens[place - 1].form in "№#"
    mark = tokens[place - 1].form
    if mark in "№#@_\\" or not touch(tokens, place - 1):
        return mark in "№#@_\\"
    before = tokens[place - 2]
    if before.kind == "number":
        return mark in ":/+"
    return before.kind == "word" and (mark == "+" or (mark in HYPHENS and not numberwords.multiplies(before.form)))  # млрд-1,5 млрд


def _bound_right(tokens: list[Token], place: int) -> bool:
    return touch(tokens, place + 1) and touch(tokens, place + 2) and tokens[place + 1].form in ":/+" and tokens[place + 2].kind == "number"


def _chained(tokens: list[Token], place: int) -> bool:
    """Three numbers and more with hyphens between them: a telephone or an account."""
    left, right = _hyphenated(tokens, place), _hyphenated(tokens, place + 2)
    return (left and right) or (left and _hyphenated(tokens, place - 2)) or (right and _hyphenated(tokens, place + 4))


def _hyphenated(tokens: list[Token], place: int) -> bool:
    """Whether a number is tied to the one before it: «250-12»."""
    return (
        place > 1
        and touch(tokens, place)
        and touch(tokens, place - 1)
        and tokens[place - 1].form in HYPHENS
        and tokens[place].kind == tokens[place - 2].kind == "number"
    )
