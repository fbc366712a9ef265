"""The words numbers are made of, in every case: what one of them is worth and what it does in a number.

Roles: digit, teen, ten, hundred (they add up), scale (multiplies: «тысяча»), dozen (multiplies and stands alone: «сотня»),
half («полтора»), collective («двое»), pair, fraction («треть»), few («несколько»), whole («целых»), part (of «десятых»),
letter («$5B»), sign («минус»), times («вдвое»).
"""

from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from typing import NamedTuple

from svodka.knowledge import DATA, Row, rows
from svodka.text.morphology import analyzer
from svodka.text.phrases import inflected, normal

COLUMNS = ("word", "value", "role", "forms", "ordinal", "prefix")
MULTIPLIERS = frozenset({"scale", "dozen"})
SMALL = frozenset({"digit", "teen", "ten", "hundred", "collective", "half"})
ROLES = SMALL | MULTIPLIERS | {"pair", "fraction", "few", "whole", "part", "letter", "sign", "times"}
INVARIABLE = frozenset({"letter", "times", "sign", "whole"})
INSIDE = frozenset({"letter", "sign", "whole", "times"})
CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
NUMBERS = frozenset({"sing", "plur"})
HALF = ("полу", "пол")


class NumberWord(NamedTuple):
    """One word of a number. `high` differs from `low` in «два-три»; an abbreviation has neither cases nor numbers."""

    low: Decimal
    high: Decimal
    role: str
    cases: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=200_000)
def read(form: str) -> NumberWord | None:
    """The number word a form is, if it is one.

    >>> read("тремястами").low, read("два-три").high
    (Decimal('300'), Decimal('3'))
    """
    known = _forms()
    if form in known:
        return known[form]
    folded = normal(form)
    if folded in known and len(form) > 1:
        return known[folded]
    if "-" in folded:
        return _pair(folded)
    return _halved(folded)


def begins(form: str) -> bool:
    """Whether a number in words can begin with this form."""
    word = read(form)
    return word is not None and word.role not in INSIDE


def multiplies(form: str) -> bool:
    """Whether a form is a scale or a «десяток», what it counts standing in the genitive plural."""
    word = read(form)
    return word is not None and word.role in MULTIPLIERS


def ordinal(form: str) -> Decimal | None:
    """What an ordinal number is worth, in any form: «пятого» is 5."""
    return _ordinals().get(normal(form))


@cache
def prefixes() -> dict[str, Decimal]:
    """The first parts of fused adjectives: «двадцати» of «двадцатилетний» is 20."""
    return {normal(prefix): _value(row) for row in _rows() for prefix in row.listed("prefix")}


@cache
def adjectives() -> dict[str, Decimal]:
    """Forms of «тысячный», «миллионный» and their like, with what they multiply by."""
    return {form: value for form, value in _ordinals().items() if value >= 1000}


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(rows(DATA / "numerals.csv", COLUMNS))


def _value(row: Row) -> Decimal:
    try:
        return Decimal(row["value"])
    except InvalidOperation as error:
        raise row.error(f"«{row['value']}» is no number") from error


@cache
def _forms() -> dict[str, NumberWord]:
    known: dict[str, NumberWord] = {}
    for row in _rows():
        if row["role"] not in ROLES:
            raise row.error(f"role «{row['role']}» must be one of {', '.join(sorted(ROLES))}")
        if not row["word"]:  # an ordinal alone: «десятитысячный»
            continue
        value = _value(row)
        for form, tags in (*_paradigm(row["word"], row["role"]), *((form, frozenset()) for form in row.listed("forms"))):
            key = form if len(form) == 1 else normal(form)
            word = known.setdefault(key, NumberWord(value, value, row["role"], frozenset(), frozenset()))
            if word.low == value:
                known[key] = word._replace(cases=word.cases | tags & CASES, numbers=word.numbers | tags & NUMBERS)
    return known


def _paradigm(word: str, role: str) -> list[tuple[str, frozenset[str]]]:
    """The forms of a numeral with case and number; «сорок» is no bird, «сто» no service station."""
    parses = [parse for parse in analyzer().parse(word) if normal(parse.normal_form) == normal(word)]
    for wanted in ("NUMR", "Anum", "NOUN"):
        for parse in parses:
            if wanted in parse.tag and role not in INVARIABLE:
                return [(form.word, frozenset(form.tag.grammemes)) for form in parse.lexeme if form.tag.case]
    return [(word, frozenset())]


@cache
def _ordinals() -> dict[str, Decimal]:
    return {form: _value(row) for row in _rows() if row["ordinal"] for (form,) in inflected(row["ordinal"])}


def _pair(form: str) -> NumberWord | None:
    """«два-три», «пяти-шести»: a guess by two neighbours."""
    parts = [_forms().get(part) for part in form.split("-")]
    if len(parts) != 2 or not all(part and part.role in SMALL for part in parts):
        return None
    first, second = parts
    return second._replace(low=first.low, cases=first.cases & second.cases) if first.low < second.low else None


def _halved(form: str) -> NumberWord | None:
    """«полмиллиарда», «полумиллиона»: half of what follows."""
    for prefix in HALF:
        whole = form.startswith(prefix) and _forms().get(form.removeprefix(prefix))
        if whole and whole.role in MULTIPLIERS and "sing" in whole.numbers:
            cases = frozenset({"nomn", "accs"}) if prefix == "пол" else whole.cases
            return NumberWord(whole.low / 2, whole.high / 2, "half", cases, frozenset())
    return None
