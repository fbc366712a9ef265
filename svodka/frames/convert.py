"""Turn stated money into dollars at a rate that is named, or leave it as it stands.

A rate comes from the European Central Bank's reference rates (shipped with CurrencyConverter), from `data/pegged.csv`, or
from the article itself where it states the same money twice («до 3 трлн иен — порядка $20 млрд»). Without any of them, and
for an article without a date, there is no conversion.

`rate_note` says where dollars come from, as steps joined by «; »:

    article                     the article states the equivalent
    ecb 2025-12-19 JPY 0.006    a reference rate: its day, the currency, dollars for one unit
    peg XOF 655.957 EUR         a pegged currency: units of it for one unit of its anchor
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

from currency_converter import CurrencyConverter, RateNotFoundError

from svodka.knowledge import DATA, Row, rows
from svodka.text.quantities import Quantity

# The bank is silent at most five days on end (Easter, Christmas); a longer gap means the rate was discontinued.
SILENCE = timedelta(days=7)
ARTICLE = "article"


class Rate(NamedTuple):
    """Dollars for one unit of a currency, and where that is from."""

    dollars: float
    note: str


class Peg(NamedTuple):
    """A currency held at `units` for one unit of its anchor, both days included; no last day means still in force."""

    units: float
    anchor: str
    first: date
    last: date | None


class Dollars(NamedTuple):
    """A quantity in dollars: bounds as in the quantity itself, all None where it is not converted."""

    low: float | None
    high: float | None
    note: str | None


UNKNOWN = Dollars(None, None, None)


class Rates:
    """Rates by currency and day."""

    def __init__(self, pegs: Mapping[str, Sequence[Peg]], bank: CurrencyConverter):
        self._pegs = pegs
        self._bank = bank

    def on(self, currency: str, day: date) -> Rate | None:
        """The rate in force on a day; None where none is known."""
        return self._published(currency, day) or self._pegged(currency, day)

    def _published(self, currency: str, day: date) -> Rate | None:
        if currency not in self._bank.currencies:
            return None
        for back in range(SILENCE.days + 1):
            quoted = day - timedelta(days=back)
            try:
                dollars = self._bank.convert(1, currency, "USD", quoted)
            except RateNotFoundError:
                continue
            return Rate(dollars, f"ecb {quoted} {currency} {dollars:.6g}")
        return None

    def _pegged(self, currency: str, day: date) -> Rate | None:
        for peg in self._pegs.get(currency, ()):
            if peg.first <= day and (peg.last is None or day <= peg.last):
                note = f"peg {currency} {peg.units:.10g} {peg.anchor}"
                if peg.anchor == "USD":
                    return Rate(1 / peg.units, note)
                anchor = self._published(peg.anchor, day)
                return anchor and Rate(anchor.dollars / peg.units, f"{note}; {anchor.note}")
        return None


@cache
def known_rates() -> Rates:
    """The rates shipped with the project, loaded once a process."""
    return Rates(pegs(DATA / "pegged.csv"), CurrencyConverter())


def pegs(path: Path) -> dict[str, list[Peg]]:
    """Pegs by currency; KnowledgeError names the line of a bad number or date and of periods that overlap."""
    found: dict[str, list[Peg]] = {}
    for row in rows(path, ("currency", "units", "anchor", "from", "to", "note")):
        peg = _peg(row)
        earlier = found.setdefault(row["currency"], [])
        if earlier and (earlier[-1].last is None or earlier[-1].last >= peg.first):
            raise row.error(f"the period of {row['currency']} begins before the one above it ends")
        earlier.append(peg)
    return found


def _peg(row: Row) -> Peg:
    try:
        peg = Peg(
            units=float(row["units"]),
            anchor=row["anchor"],
            first=date.fromisoformat(row["from"]),
            last=date.fromisoformat(row["to"]) if row["to"] else None,
        )
    except ValueError as error:
        raise row.error(f"{error}; units are a number, dates are like 2015-01-31") from error
    if not peg.units > 0:
        raise row.error("units must be above zero")
    return peg


def dollars(quantities: Sequence[Quantity], published: date | None, rates: Rates) -> list[Dollars]:
    """Every quantity of an article in dollars, in the same order.

    Of an amount stated in several currencies the dollars stated win, then any that has a rate; open ends stay open.
    """
    converted = [_at_rate(quantity, published, rates) for quantity in quantities]
    for group in _restatements(quantities):
        source = _spokesman(group, quantities, converted)
        if source is None:
            continue
        for index in group:
            stated_in_dollars = quantities[index].unit == "USD"
            if not stated_in_dollars and (quantities[source].unit == "USD" or converted[index].note is None):
                converted[index] = _equivalent(quantities[index], converted[source])
    return converted


def _at_rate(quantity: Quantity, published: date | None, rates: Rates) -> Dollars:
    if quantity.kind != "money" or (quantity.low is None and quantity.high is None):
        return UNKNOWN
    if quantity.unit == "USD":
        return Dollars(quantity.low, quantity.high, None)
    rate = published and rates.on(quantity.unit, published)
    if not rate:
        return UNKNOWN
    return Dollars(_times(quantity.low, rate.dollars), _times(quantity.high, rate.dollars), rate.note)


def _times(amount: float | None, rate: float) -> float | None:
    return None if amount is None else amount * rate


def _restatements(quantities: Sequence[Quantity]) -> Iterable[list[int]]:
    """Indices of amounts that restate one another, each group in the order of the text."""
    groups: dict[int, list[int]] = {}
    for index, quantity in enumerate(quantities):
        if quantity.kind != "money":
            continue
        first = index
        while quantities[first].same_as is not None and quantities[first].same_as < first:
            first = quantities[first].same_as
        groups.setdefault(first, []).append(index)
    return [group for group in groups.values() if len(group) > 1]


def _spokesman(group: list[int], quantities: Sequence[Quantity], converted: Sequence[Dollars]) -> int | None:
    known = [index for index in group if converted[index] != UNKNOWN]
    return min(known, key=lambda index: (quantities[index].unit != "USD", index), default=None)


def _equivalent(quantity: Quantity, source: Dollars) -> Dollars:
    note = ARTICLE if source.note is None else f"{ARTICLE}; {source.note}"
    if quantity.low is None and quantity.high is None:  # «миллиарды тенге, то есть 20 млн долларов»
        return Dollars(source.low, source.high, note)
    low = None if quantity.low is None else source.low
    high = None if quantity.high is None else source.high
    return Dollars(low, high, note if (low, high) != (None, None) else None)
