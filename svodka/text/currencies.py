"""Currencies as a text names them: signs, codes, abbreviations, words in any case, coins; `data/currencies.csv`.

Columns: `words` are found in every case, `forms` (codes, abbreviations, irregular forms) as they stand, `signs` on either
side of the number; a coin is 1/`divisor`; `thousands` name a thousand («т. р.»); `countries` tell which of several
currencies a bare noun means («5 млрд крон» of Norway). `fixed`: always, when the noun never means another; named, when
another must be named in full in the text («кипрских фунтов»).
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from svodka.knowledge import DATA, Row, rows
from svodka.text.phrases import Phrases, inflected, normal, words
from svodka.text.tokens import Token

COLUMNS = (
    *("code", "label_ru", "label_en", "signs", "forms", "words", "adjective"),
    *("coins", "coin_forms", "divisor", "thousands", "countries", "fixed"),
)
UNKNOWN = "XXX"
ONE = Decimal(1)


class Currency(NamedTuple):
    """A currency by its ISO 4217 code; XXX is money whose currency is not stated."""

    code: str
    label_ru: str
    label_en: str


class Name(NamedTuple):
    """What a name of money stands for: the currency, how much of it (0.01 for a cent, 1000 for «т. р.»), and the noun
    when the name is a bare noun that several currencies share («крона», «фунт»)."""

    code: str
    size: Decimal = ONE
    noun: str | None = None


@cache
def known() -> dict[str, Currency]:
    """All currencies by code.

    >>> known()["KZT"].label_en
    'Kazakhstani tenge'
    """
    return {row["code"]: Currency(row["code"], row["label_ru"], row["label_en"]) for row in _rows()}


@cache
def names() -> Phrases[Name]:
    """Whatever may stand after a number."""
    table: Phrases[Name] = Phrases()
    shared = _shared()
    for row in _rows():
        code = row["code"]
        for form in (*row.listed("signs"), *row.listed("forms")):
            table.add(words(form), Name(code, noun=form if form in shared else None))
        for name in row.listed("words"):
            for phrase in inflected(name):
                table.add(phrase, Name(code, noun=name if name in shared else None))
    for row in _rows():
        for phrase in (*map(words, row.listed("coin_forms")), *(form for coin in row.listed("coins") for form in inflected(coin))):
            table.add(phrase, Name(row["code"], ONE / _divisor(row)))
        for form in row.listed("thousands"):
            table.add(words(form), Name(row["code"], Decimal(1000)))
    return table


def before(tokens: list[Token], place: int) -> tuple[Name, int] | None:
    """The sign or code that stands before the number at this token («$», «USD»), and where it begins."""
    return _signs().before(tokens, place)


def of_country(tokens: list[Token], place: int) -> str | None:
    """The currency that «американской валюте» at this token means; None where it is not said or several are meant."""
    found = _countries().after(tokens, place)
    if found is None or found[1] >= len(tokens) or tokens[found[1]].form != "валюте" or len(found[0]) != 1:
        return None
    return next(iter(found[0]))


@cache
def adjectives() -> dict[str, str]:
    """Forms of «долларовый», «рублёвый» with their currencies."""
    return {form: row["code"] for row in _rows() if row["adjective"] for (form,) in inflected(row["adjective"])}


def settle(noun: str, default: str, named: Iterable[str], tokens: list[Token]) -> str:
    """The currency of a bare noun that several share: the one the text names in full, else the one whose country it names.

    >>> from svodka.text.tokens import tokenize
    >>> settle("крона", "XXX", [], tokenize("Норвегия выделит 5 млрд крон"))
    'NOK'
    """
    candidates = _shared()[noun]
    full = [code for code in named if code in candidates]
    if full:
        return full[-1]
    if noun in _fixed("named"):
        return default
    countries = (_countries().after(tokens, place) for place in range(len(tokens)))
    codes = {code for found in countries if found for code in found[0] & candidates}
    return default if len(codes) != 1 else codes.pop()


@cache
def _rows() -> tuple[Row, ...]:
    found = tuple(rows(DATA / "currencies.csv", COLUMNS))
    for row in found:
        if row["fixed"] not in ("", "always", "named"):
            raise row.error(f"fixed «{row['fixed']}» must be always, named or empty")
    return found


def _divisor(row: Row) -> int:
    if not row["divisor"].isdecimal():
        raise row.error(f"divisor «{row['divisor']}» is no whole number")
    return int(row["divisor"])


@cache
def _signs() -> Phrases[Name]:
    table: Phrases[Name] = Phrases()
    for row in _rows():
        for sign in (*row.listed("signs"), *(form for form in row.listed("forms") if form.isascii() and form.isupper())):
            table.add(words(sign), Name(row["code"]))
    return table


@cache
def _shared() -> dict[str, frozenset[str]]:
    """Bare nouns that more than one currency is called by, with the codes; not the dollar and the rouble: theirs is settled."""
    owners: dict[str, set[str]] = {}
    for row in _rows():
        for name in row.listed("words"):
            for noun in name.split():
                owners.setdefault(noun, set()).add(row["code"])
    single = {name for row in _rows() for name in (*row.listed("words"), *row.listed("forms")) if " " not in name}
    return {noun: frozenset(codes - {UNKNOWN}) for noun, codes in owners.items() if len(codes) > 1 and noun in single - _fixed("always")}


@cache
def _fixed(how: str) -> frozenset[str]:
    """Names that always mean their currency, or that another must take over by being named in full."""
    return frozenset(name for row in _rows() if row["fixed"] == how for name in row.listed("words"))


@cache
def _countries() -> Phrases[frozenset[str]]:
    owners: dict[tuple[str, ...], set[str]] = {}
    for row in _rows():
        for country in row.listed("countries"):
            for phrase in inflected(country):
                owners.setdefault(phrase, set()).add(row["code"])
    table: Phrases[frozenset[str]] = Phrases()
    for phrase, codes in owners.items():
        table.add(tuple(word if word.isupper() else normal(word) for word in phrase), frozenset(codes))
    return table
