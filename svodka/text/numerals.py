"""Numbers in a text, whatever they are written in: «40», «1,2 млн», «двухсот пятидесяти», «12 тысяч 300», «полтора».

Kinds: digits, words, vague (a scale without a number: «миллиарды»), fraction («две трети»), pair («пару»), letter («5M»),
compound (digits before a hyphen and a word: «20-процентный»). Ordinals, times, scores, telephone numbers and types
(«Ту-154») are no numbers here.
"""

from decimal import Decimal
from typing import NamedTuple

from svodka.text import coefficients, numberwords, shapes
from svodka.text.gaps import joined, touch
from svodka.text.numberwords import MULTIPLIERS, NumberWord
from svodka.text.phrases import DOT
from svodka.text.tokens import Token, tokenize

NOMINAL = frozenset({"nomn", "accs"})
PLURAL_ORDINAL = ("ых", "их", "ые", "ие")
MINUS = "-−"
OPENING = "([…"


class Numeral(NamedTuple):
    """One number: its tokens (`last` is the one after it) and its value.

    `low` and `high` are equal unless it is a guess («два-три») and None when it is vague; `scale` is what «тысяч» or «млрд»
    multiply by, None without; `shape` is what the number itself says of its exactness; `cases` are those of its last word
    (none for digits and abbreviations); `other` is the second reading of «15,250».
    """

    first: int
    last: int
    low: Decimal | None
    high: Decimal | None
    scale: Decimal | None
    shape: str
    kind: str
    cases: frozenset[str]
    other: Decimal | None = None


def find(text: str, tokens: list[Token] | None = None) -> list[Numeral]:
    """All numbers of a text, left to right.

    >>> [float(numeral.low) for numeral in find("от двух с половиной до 3,7 млрд")]
    [2.5, 3700000000.0]
    """
    tokens = tokenize(text) if tokens is None else tokens
    seeds = [place for place, token in enumerate(tokens) if token.kind == "number" or numberwords.begins(token.form)]
    found: list[Numeral] = []
    place = 0
    for seed in seeds:
        if seed >= place:
            numeral, place = _at(text, tokens, seed)
            if numeral:
                found.append(_signed(tokens, numeral))
    return found


def parse(text: str) -> float | None:
    """The value of a text that is a number and nothing else, else None.

    >>> parse("минус двадцать пять тысяч тридцать семь"), parse("пять стран")
    (-25037.0, None)
    """
    tokens = tokenize(text)
    numerals = find(text, tokens)
    if len(numerals) != 1 or (numerals[0].first, numerals[0].last) != (0, len(tokens)) or numerals[0].low != numerals[0].high:
        return None
    return None if numerals[0].low is None else float(numerals[0].low)


def _at(text: str, tokens: list[Token], place: int) -> tuple[Numeral | None, int]:
    """The number that begins at this token, and where to look on."""
    total = _sum(text, tokens, place)
    if total is None:
        return None, place + 1
    total = _said_twice(text, tokens, total) or total
    if _ordinal_follows(tokens, total):
        return None, total.last + 1
    return total, total.last


def _sum(text: str, tokens: list[Token], place: int) -> Numeral | None:
    """A term and the smaller ones that are added to it: «1 млрд 250 млн»."""
    total = _term(text, tokens, place)
    more = total
    while more is not None:
        total = more
        exact = total.scale and total.shape == "exact" and total.low == total.high
        more = _next_term(text, tokens, total) if exact else None
    return total


def _next_term(text: str, tokens: list[Token], total: Numeral) -> Numeral | None:
    """«12 тысяч + 300», «1 млрд + 250 млн», «тысяча + двести»: a smaller whole number right after."""
    dotted = total.last < len(tokens) and tokens[total.last].form == DOT and not total.cases
    place = total.last + dotted
    term = _term(text, tokens, place) if joined(text, tokens, place) else None
    if term is None or term.low is None or term.shape != "exact" or term.kind not in ("digits", "words"):
        return None
    step = total.scale
    fits = _whole(total.low) and _whole(term.low) and term.high < step and int(total.low) % int(step) == 0
    if not fits or (dotted and not term.scale):
        return None
    total = total._replace(low=total.low + term.low, high=total.high + term.high)
    return total._replace(last=term.last, scale=term.scale or step, cases=term.cases, kind=term.kind)


def _whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def _said_twice(text: str, tokens: list[Token], total: Numeral) -> Numeral | None:
    """«5 000 (пять тысяч) рублей», «10 (десять) миллионов», «пять (5) лет»: the number again in brackets, before its scale or unit."""
    place = total.last
    again = _sum(text, tokens, place + 1) if place < len(tokens) and tokens[place].form == "(" else None
    if again is None or {again.kind, total.kind} != {"digits", "words"} or again.low != total.low:
        return None
    stop = again.last
    if stop >= len(tokens) or tokens[stop].form != ")":
        return None
    scale, last, cases = _scale(text, tokens, stop + 1)
    factor = scale or Decimal(1)
    return total._replace(last=last, low=total.low * factor, high=total.high * factor, scale=scale or again.scale, cases=cases)


def _term(text: str, tokens: list[Token], place: int) -> Numeral | None:
    """A coefficient with its scale, a scale alone, or a coefficient alone."""
    if place >= len(tokens):
        return None
    word = numberwords.read(tokens[place].form)
    if word and word.role in MULTIPLIERS:
        return _bare(text, tokens, place, word)
    if word and word.role in ("few", "pair", "fraction"):
        return _led(text, tokens, place, word)
    number = coefficients.read(text, tokens, place)
    if number is None:
        return None
    shape, last = "exact", number.last
    infix = shapes.after(tokens, last)
    if infix and _multiplier(tokens, infix[1]):  # два с лишним миллиона
        shape, last = infix
    scale, after, cases = _scale(text, tokens, last)
    if scale is None:
        numeral = Numeral(place, number.last, number.low, number.high, None, "exact", number.kind, number.cases, number.other)
        return _lettered(tokens, numeral)
    low, high = _decimal(number)
    kind = "words" if number.kind == "fraction" else number.kind
    return Numeral(place, after, low * scale, high * scale, scale, shape, kind, cases)


def _decimal(number: coefficients.Coefficient) -> tuple[Decimal, Decimal]:
    """Before a scale three digits after the mark are decimals: «3,700 млрд», «3.700 млрд»."""
    if number.other is not None and number.other < number.low:
        return number.other, number.other
    return number.low, number.high


def _multiplier(tokens: list[Token], place: int) -> NumberWord | None:
    word = numberwords.read(tokens[place].form) if place < len(tokens) else None
    return word if word and word.role in MULTIPLIERS else None


def _scale(text: str, tokens: list[Token], place: int) -> tuple[Decimal | None, int, frozenset[str]]:
    """The product of the scales that begin here («тысяч миллиардов»), the place after them and the cases of the last."""
    product, cases = None, frozenset()
    while joined(text, tokens, place) and (word := _multiplier(tokens, place)):
        if product is not None and word.low <= product:
            break
        product = (product or 1) * word.low
        cases = word.cases
        place += 1
    return product, place, cases


def _bare(text: str, tokens: list[Token], place: int, word: NumberWord) -> Numeral | None:
    """A scale without a number: «тысяча» is 1000, «миллионы» and a lost «млрд» are vague, «тысяч пять» is about 5000."""
    scale, last, cases = _scale_from(text, tokens, place, word)
    numeral = Numeral(place, last, None, None, scale, "vague", "vague", cases)
    if word.role == "dozen" and word.cases <= {"datv", "loct"}:  # в десятку крупнейших
        return None
    governed = shapes.before(tokens, place) is not None
    one = "sing" in word.numbers and (governed or "plur" not in word.numbers)
    if "gent" in word.cases:
        guess = coefficients.read(text, tokens, last) if joined(text, tokens, last) else None
        inverted = guess and guess.kind in ("words", "digits") and not _multiplier(tokens, guess.last) and guess.high < scale
        if inverted and (guess.cases & NOMINAL or (guess.kind == "digits" and not one)):
            return Numeral(place, guess.last, guess.low * scale, guess.high * scale, scale, "about", "words", guess.cases)
    if one and not (word.role == "dozen" and word.cases == {"gent"} and not governed):
        return numeral._replace(low=scale, high=scale, shape="exact", kind="words")
    return numeral


def _scale_from(text: str, tokens: list[Token], place: int, word: NumberWord) -> tuple[Decimal, int, frozenset[str]]:
    more, last, cases = _scale(text, tokens, place + 1)
    if more is None or more <= word.low:
        return word.low, place + 1, word.cases
    return word.low * more, last, cases


def _led(text: str, tokens: list[Token], place: int, word: NumberWord) -> Numeral | None:
    """«несколько миллиардов», «пара миллионов», «четверть миллиарда»; «пара» and «треть» may stand alone."""
    scale, last, cases = _scale(text, tokens, place + 1)
    if word.role == "few":
        return Numeral(place, last, None, None, scale, "vague", "vague", cases) if scale else None
    if "sing" not in word.numbers:
        return None
    shape = "about" if word.role == "pair" else "exact"
    if scale:
        return Numeral(place, last, word.low * scale, word.low * scale, scale, shape, "words", cases)
    return Numeral(place, place + 1, word.low, word.low, None, shape, word.role, word.cases)


def _lettered(tokens: list[Token], numeral: Numeral) -> Numeral:
    """«$5B», «€200M»: the letter right after the digits."""
    word = numberwords.read(tokens[numeral.last].form) if touch(tokens, numeral.last) else None
    if numeral.kind != "digits" or word is None or word.role != "letter":
        return numeral
    value = numeral.low * word.low
    return numeral._replace(last=numeral.last + 1, low=value, high=value, scale=word.low, kind="letter", other=None)


def _ordinal_follows(tokens: list[Token], numeral: Numeral) -> bool:
    """«двадцать пятый», «две тысячи двадцать пятого»: the words before were part of an ordinal."""
    if numeral.kind != "words" or numeral.last >= len(tokens) or tokens[numeral.last].form.endswith(PLURAL_ORDINAL):
        return False
    below = numberwords.ordinal(tokens[numeral.last].form)
    last = numberwords.read(tokens[numeral.last - 1].form)
    return below is not None and last is not None and last.role not in ("digit", "teen") and below < last.low


def _signed(tokens: list[Token], numeral: Numeral) -> Numeral:
    """«минус двадцать», «−5 %», «(-3 %)»: a hyphen is a minus when it touches the digits and nothing but a bracket before."""
    place = numeral.first - 1
    if place < 0 or numeral.low is None:
        return numeral
    word = numberwords.read(tokens[place].form)
    apart = not touch(tokens, place) or tokens[place - 1].form in OPENING
    sign = tokens[place].form in MINUS and touch(tokens, numeral.first) and apart and not _after_number(tokens, place)
    if not sign and not (word and word.role == "sign"):
        return numeral
    return numeral._replace(first=place, low=-numeral.high, high=-numeral.low, other=None)


def _after_number(tokens: list[Token], place: int) -> bool:
    return place > 0 and (tokens[place - 1].kind == "number" or numberwords.begins(tokens[place - 1].form))
