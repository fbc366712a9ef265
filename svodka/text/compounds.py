"""Numbers grown together with their unit: «тридцатилетний», «пятипроцентный», «полгода», «20-процентный», «400-миллионный долларовый»."""

from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from svodka.text import currencies, numberwords, units
from svodka.text.digits import HYPHENS
from svodka.text.gaps import touch
from svodka.text.morphology import read
from svodka.text.phrases import normal
from svodka.text.tokens import Token
from svodka.text.units import Unit

HALF = Decimal("0.5")


class Fused(NamedTuple):
    """A word that is a number with its unit, or with its scale only («двухмиллиардный»)."""

    value: Decimal
    unit: Unit | None


@lru_cache(maxsize=200_000)
def fused(form: str) -> Fused | None:
    """The number and unit of a fused word.

    >>> fused("тридцатилетней").unit.name, fused("полгода").value
    ('год', Decimal('0.5'))
    """
    folded = normal(form)
    for prefix in ("пол", "пол-", "полу"):
        rest = folded.removeprefix(prefix)
        if folded.startswith(prefix) and rest in units.halves() and rest[:-1] in read(folded).lemma:  # «полудня» is noon
            return Fused(HALF, units.halves()[rest])
    parts = _prefixed(folded)
    if parts is None:
        return None
    value, rest = parts
    if rest in units.adjectives():
        return Fused(value, units.adjectives()[rest])
    scale = numberwords.adjectives().get(rest)
    return Fused(value * scale, None) if scale else None


def hyphenated(tokens: list[Token], place: int) -> tuple[Decimal, Unit, int] | None:
    """What follows digits after a hyphen: the factor, the unit, the place after it («-летний», «-миллионный долларовый»).

    «100-долларовая купюра» is no amount of money: it takes a scale.
    """
    if not (touch(tokens, place) and touch(tokens, place + 1) and tokens[place].form in HYPHENS):
        return None
    word = normal(tokens[place + 1].form)
    if word in units.adjectives():
        return Decimal(1), units.adjectives()[word], place + 2
    short = units.after(tokens, place + 1)
    if short and short[0].kind == "measure" and len(word) > 1:  # 152-мм снаряды, but 2024-м
        return Decimal(1), *short
    scale = scaled(tokens, place)
    money = priced(tokens, place + 2) if scale else None
    return (scale, money, place + 3) if money else None


def scaled(tokens: list[Token], place: int) -> Decimal | None:
    """What a hyphenated scale multiplies by: «-миллиардный», «-млрд»."""
    if not (touch(tokens, place) and touch(tokens, place + 1) and tokens[place].form in HYPHENS):
        return None
    word = numberwords.read(tokens[place + 1].form)
    return word.low if word and word.role == "scale" else numberwords.adjectives().get(normal(tokens[place + 1].form))


def priced(tokens: list[Token], place: int) -> Unit | None:
    """The currency of an adjective: «долларовый»."""
    code = currencies.adjectives().get(normal(tokens[place].form)) if place < len(tokens) else None
    return Unit("money", code) if code else None


def _prefixed(form: str) -> tuple[Decimal, str] | None:
    """The number a word begins with, and its rest: «двадцатипятилетний» → 25, «летний»."""
    value, known = None, numberwords.prefixes()
    while True:
        stop = next((stop for stop in range(min(len(form), _longest()), 1, -1) if form[:stop] in known), 0)
        if not stop:
            return None if value is None else (value, form)
        value = (value or 0) + known[form[:stop]]
        form = form[stop:]


@cache
def _longest() -> int:
    return max(map(len, numberwords.prefixes()))
