"""What a number counts or measures: `data/units.csv` and the names of money, looked up after a number."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from svodka.knowledge import DATA, Row, rows
from svodka.text import currencies
from svodka.text.currencies import ONE
from svodka.text.morphology import analyzer
from svodka.text.phrases import Phrases, inflected, words
from svodka.text.tokens import Token

COLUMNS = ("unit", "kind", "words", "forms", "adjective", "label_en")
# date and clock turn a number into none: «19 декабря», «8 вечера»
KINDS = frozenset({"money", "percent", "count", "measure", "duration", "ratio", "date", "clock"})


class Unit(NamedTuple):
    """A unit: its kind, the name a quantity carries, how much of it one is (0.01 for a cent), a noun that currencies share."""

    kind: str
    name: str
    size: Decimal = ONE
    noun: str | None = None


TIMES = Unit("ratio", "раз")


def after(tokens: list[Token], place: int) -> tuple[Unit, int] | None:
    """The unit whose name begins at this token, and the place after it.

    >>> from svodka.text.tokens import tokenize
    >>> after(tokenize("кв. км лесов"), 0)
    (Unit(kind='measure', name='квадратный километр', size=Decimal('1'), noun=None), 3)
    """
    return _names().after(tokens, place)


def before(tokens: list[Token], place: int) -> tuple[Unit, int] | None:
    """The unit whose name ends before this token («лет пять»), and the place of its first token."""
    return _names().before(tokens, place)


def money(name: currencies.Name) -> Unit:
    """A name of money as a unit."""
    return Unit("money", name.code, name.size, name.noun)


@cache
def labels() -> dict[str, str]:
    """The English name of every unit of measure: {"километр": "kilometre", …}."""
    return {row["unit"]: row["label_en"] for row in _rows()}


@cache
def adjectives() -> dict[str, Unit]:
    """Forms of «километровый», «летний» with their units."""
    return {form: Unit(row["kind"], row["unit"]) for row in _rows() for name in row.listed("adjective") for (form,) in inflected(name)}


@cache
def halves() -> dict[str, Unit]:
    """Units of one word in the form that «пол» takes, the genitive singular: «полгода», «полкилометра»."""
    return {
        parse.inflect({"gent", "sing"}).word: Unit(row["kind"], row["unit"])
        for row in _rows()
        if row["kind"] in ("duration", "measure", "percent")
        for name in row.listed("words")
        for parse in analyzer().parse(name)[:1]
        if " " not in name and parse.inflect({"gent", "sing"})
    }


@cache
def _rows() -> tuple[Row, ...]:
    return tuple(rows(DATA / "units.csv", COLUMNS))


@cache
def _names() -> Phrases[Unit]:
    table: Phrases[Unit] = Phrases()
    for row in _rows():
        if row["kind"] not in KINDS:
            raise row.error(f"kind «{row['kind']}» must be one of {', '.join(sorted(KINDS))}")
        unit = Unit(row["kind"], row["unit"])
        for phrase in (*map(words, row.listed("forms")), *(form for name in row.listed("words") for form in inflected(name))):
            table.add(phrase, unit)
    for phrase, name in currencies.names().items():
        table.add(phrase, money(name))
    return table
