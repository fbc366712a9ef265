"""When two statements of money may assert the same thing: what each states, how far its number reaches, what speaks for both."""

from collections.abc import Mapping
from math import floor, inf, log10
from typing import NamedTuple

# «около 9 млрд» reaches a tenth to both sides; «свыше 3,7 млрд» is said of no more than a tenth above, or another number would be named.
ABOUT = 0.10
# «3 трлн» is three give or take half of a half, not of a whole: a lone digit is no licence for a sixth.
LONE = 0.05
# A plan is no fact, an estimate neither. What is allocated has been given.
COURSES = {
    "announced": "plan",
    "pledged": "plan",
    "signed": "plan",
    "allocated": "fact",
    "invested": "fact",
    "disbursed": "fact",
    "estimated": "estimate",
}
# Fields that must agree as far as stated, in the order in which a difference is told; «status» is compared by its course.
COMPARED = ("payer", "recipient", "place", "resource", "measure", "status", "rhythm")
PARTIES = ("payer", "recipient", "place")
SHARED = (*PARTIES, "resource")
PERIOD = "period"
DOLLARS = "~USD"

Interval = tuple[float, float]


class Statement(NamedTuple):
    """One amount of money as one voice states it at one place; what restates it in other words is part of it.

    `fields`: what it states of COMPARED (places rolled up to countries, the status to its course). `intervals`: how far it reaches, by
    currency, in converted dollars (DOLLARS) and in time (PERIOD, days). `numbers`: its number by currency. `context`: countries,
    organisations and resources its paragraph names; `main`: the two countries or organisations that its article names most.
    """

    id: str
    article_id: str
    voice_id: str
    ids: tuple[str, ...]
    fields: Mapping[str, str]
    intervals: Mapping[str, Interval]
    numbers: Mapping[str, Interval]
    context: frozenset[str]
    main: tuple[str, ...]


class Link(NamedTuple):
    """That two statements may be one claim: how many parties and resources both state, and whether they give the same number."""

    shared: int
    same: bool
    first: str
    second: str


def rounding(value: float) -> float:
    """Half of the last digit that is said of a number.

    >>> rounding(3.7e9), rounding(214e6), rounding(3e12)
    (50000000.0, 500000.0, 150000000000.0)
    """
    if value <= 0:
        return 0.0
    scale = 1000.0 ** floor(log10(value) / 3 + 1e-9)
    digits = len(f"{value / scale:.6g}".partition(".")[2])
    return min(0.5 * scale / 10**digits, LONE * value)


def significant(value: float) -> bool:
    """Whether a number has two significant digits or more: round numbers are the same by chance.

    >>> significant(3.7e9), significant(4e10), significant(1.0)
    (True, False, False)
    """
    return value > 0 and len(f"{value:.6g}".partition("e")[0].replace(".", "").strip("0")) > 1


def reach(low: float | None, high: float | None, shape: str) -> Interval | None:
    """From where to where the number may lie if another writer gives it; None when no number is given."""
    if low is None and high is None:
        return None
    near = low if low is not None else high * (1 - ABOUT)
    far = high if high is not None else low * (1 + ABOUT)
    if shape == "about":
        return near * (1 - ABOUT), far * (1 + ABOUT)
    return near - rounding(near), far + rounding(far)


def truth(low: float | None, high: float | None, shape: str) -> Interval:
    """From where to where the number lies if the statement is true: «свыше» has no end above."""
    near, far = reach(low, high, shape) or (-inf, inf)
    return near if low is not None else -inf, far if high is not None else inf


def number(low: float | None, high: float | None) -> Interval | None:
    """The number that is named, whatever stands before it; two for a range."""
    if low is None and high is None:
        return None
    return (low if low is not None else high, high if high is not None else low)


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The fields that both state and state differently."""
    return [field for field in COMPARED if field in one and field in other and one[field] != other[field]]


def meet(one: Mapping[str, Interval], other: Mapping[str, Interval]) -> dict[str, Interval] | None:
    """The intervals both leave possible, by what is measured; None where they exclude each other or have no common measure.

    Converted dollars are asked only where no currency is common: the rates of two days differ.
    """
    currencies = one.keys() & other.keys() - {PERIOD, DOLLARS}
    asked = currencies | (one.keys() & other.keys() & ({PERIOD} if currencies else {PERIOD, DOLLARS}))
    if not asked - {PERIOD}:
        return None
    common = {**one, **other}
    for measure in asked:
        common[measure] = max(one[measure][0], other[measure][0]), min(one[measure][1], other[measure][1])
        if common[measure][0] > common[measure][1]:
            return None
    return common


def same_number(one: Mapping[str, Interval], other: Mapping[str, Interval]) -> bool:
    """Whether both name the same number in a currency common to them, to the coarser rounding of the two."""
    return any(
        all(abs(left - right) <= max(rounding(left), rounding(right)) for left, right in zip(one[unit], other[unit], strict=True))
        for unit in one.keys() & other.keys()
    )


def link(one: Statement, other: Statement) -> Link | None:
    """What speaks for two statements being one claim; None where a field differs, the numbers do, or too little is common.

    - A price is compared with prices, and what comes every year with what comes every year.
    - A party or resource stated by one alone must be named around the other.
    - With both sides of the payment in common, numbers may differ within their reach.
    - With less they must be the same and the articles about the same two; with nothing in common the number must be no round one either.
    """
    if differing(one.fields, other.fields) or _lone(one, other) or meet(one.intervals, other.intervals) is None:
        return None
    if not (_known(one, other) and _known(other, one)):
        return None
    common = one.fields.keys() & other.fields.keys()
    shared = len(common.intersection(SHARED))
    same = same_number(one.numbers, other.numbers)
    if "payer" not in common or common.isdisjoint({"recipient", "place"}):
        special = all(significant(value) for side in (one, other) for pair in side.numbers.values() for value in pair)
        if not same or len(one.main) < 2 or one.main != other.main or not (shared or special):
            return None
    return Link(shared, same, *sorted((one.id, other.id)))


def _lone(one: Statement, other: Statement) -> bool:
    """Whether one is a price or returns every year and the other does not say so."""
    return any(
        (one.fields.get(field) in values) != (other.fields.get(field) in values)
        for field, values in (("measure", {"price"}), ("rhythm", {"annual", "monthly"}))
    )


def _known(one: Statement, other: Statement) -> bool:
    """Whether the parties and the resource that one states and the other does not are named around the other."""
    return all(one.fields[field] in other.context for field in SHARED if field in one.fields and field not in other.fields)


def anchors(statement: Statement) -> list[str]:
    """What `link` asks two statements to have in common: both sides of the payment, or the two that the article is about."""
    fields = statement.fields
    found = [f"{fields['payer']}>{name}={fields[name]}" for name in ("recipient", "place") if "payer" in fields and name in fields]
    return [*found, "+".join(statement.main)] if len(statement.main) > 1 else found
