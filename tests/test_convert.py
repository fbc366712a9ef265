"""Money into dollars: named rates, nothing guessed, what the article states wins."""

from datetime import date

import pytest

from svodka.errors import KnowledgeError
from svodka.frames.convert import UNKNOWN, Dollars, dollars, known_rates, pegs
from svodka.knowledge import DATA
from svodka.text.quantities import Quantity

DAY = date(2025, 12, 19)  # a Friday


def money(low, high, unit, shape="exact", same_as=None, kind="money"):
    return Quantity(0, 1, kind, low, high, shape, unit, None, same_as)


def convert(*quantities, published=None):
    return dollars(quantities, published, known_rates())


@pytest.mark.parametrize(
    ("currency", "day", "rate", "note"),
    [
        ("EUR", date(2014, 3, 28), 1.3759, "ecb 2014-03-28 EUR 1.3759"),
        ("EUR", date(2014, 3, 30), 1.3759, "ecb 2014-03-28 EUR 1.3759"),  # a Sunday: Friday's rate
        ("JPY", date(2014, 3, 28), 1.3759 / 140.9, "ecb 2014-03-28 JPY 0.00976508"),
        ("RUB", date(2022, 3, 1), 1.1162 / 117.201, "ecb 2022-03-01 RUB 0.00952381"),
        ("AED", DAY, 1 / 3.6725, "peg AED 3.6725 USD"),
        ("TMT", date(2014, 12, 31), 1 / 2.85, "peg TMT 2.85 USD"),
        ("TMT", date(2015, 1, 1), 1 / 3.5, "peg TMT 3.5 USD"),
        ("XOF", date(2014, 3, 28), 1.3759 / 655.957, "peg XOF 655.957 EUR; ecb 2014-03-28 EUR 1.3759"),
    ],
)
def test_rate(currency, day, rate, note):
    found = known_rates().on(currency, day)
    assert found.dollars == pytest.approx(rate)
    assert found.note == note


@pytest.mark.parametrize(
    ("currency", "day"),
    [
        ("KZT", DAY),  # floats, and the bank does not quote it
        ("UZS", DAY),
        ("RUB", DAY),  # not quoted since March 2022
        ("AZN", date(2016, 1, 15)),  # before the rate was held
        ("BGN", date(2026, 3, 2)),  # after the euro
        ("EUR", date(1998, 12, 31)),  # before the first quotation
        ("EUR", date(2999, 1, 1)),  # after the last one
        ("XXX", DAY),
    ],
)
def test_no_rate(currency, day):
    assert known_rates().on(currency, day) is None


def test_dollars_stay():
    assert convert(money(3.7e9, None, "USD", "more")) == [Dollars(3.7e9, None, None)]


def test_open_ends_stay_open():
    (found,) = convert(money(None, 100, "AED", "up_to"), published=DAY)
    assert found == Dollars(None, pytest.approx(100 / 3.6725), "peg AED 3.6725 USD")


@pytest.mark.parametrize(
    "quantity",
    [
        money(5, 5, "KZT"),
        money(None, None, "EUR", "vague"),  # «миллиарды евро»
        money(5, 5, "%", kind="percent"),
        money(5, 5, "EUR", kind="count"),
    ],
)
def test_not_converted(quantity):
    assert convert(quantity, published=DAY) == [UNKNOWN]


def test_without_a_date_no_rate():
    assert convert(money(5, 5, "EUR"), money(5, 5, "AED")) == [UNKNOWN, UNKNOWN]


def test_stated_equivalent_wins():
    yen, usd = convert(money(None, 3e12, "JPY", "up_to"), money(2e10, 2e10, "USD", "about", same_as=0), published=DAY)
    assert usd == Dollars(2e10, 2e10, None)
    assert yen == Dollars(None, 2e10, "article")  # «до» stays «до»


def test_stated_equivalent_needs_no_date_and_no_order():
    assert convert(money(2e10, 2e10, "USD"), money(9e12, 9e12, "KZT", same_as=0)) == [
        Dollars(2e10, 2e10, None),
        Dollars(2e10, 2e10, "article"),
    ]


def test_equivalent_of_a_vague_amount():
    assert convert(money(None, None, "KZT", "vague"), money(2e7, 2e7, "USD", same_as=0))[0] == Dollars(2e7, 2e7, "article")


def test_equivalent_in_a_currency_that_has_a_rate():
    tenge, dirham = convert(money(9e9, 9e9, "KZT"), money(100, 100, "AED", same_as=0), published=DAY)
    assert tenge == dirham._replace(note="article; peg AED 3.6725 USD")


def test_each_keeps_its_own_rate_where_no_dollars_are_stated():
    euro, dirham = convert(money(10, 10, "EUR"), money(40, 40, "AED", same_as=0), published=DAY)
    assert (euro.note.split()[:2], dirham.note) == (["ecb", "2025-12-19"], "peg AED 3.6725 USD")


def test_three_currencies():
    found = convert(money(9, 9, "KZT"), money(8, 8, "RUB", same_as=0), money(7, 7, "USD", same_as=1))
    assert [dollars.note for dollars in found] == ["article", "article", None]
    assert {dollars.low for dollars in found} == {7}


def test_equivalents_of_other_kinds_are_left_alone():
    assert convert(money(20, 20, "%", kind="percent"), money(5, 5, "доля", kind="count", same_as=0)) == [UNKNOWN, UNKNOWN]


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["AED,три,USD,1997-11-01,,"], "line 2: .*units are a number"),
        (["AED,0,USD,1997-11-01,,"], "line 2: units must be above zero"),
        (["AED,nan,USD,1997-11-01,,"], "line 2: units must be above zero"),
        (["AED,3.6725,USD,01.11.1997,,"], "line 2: .*dates are like"),
        (["TMT,2.85,USD,2009-01-01,2015-06-30,", "TMT,3.5,USD,2015-01-01,,"], "line 3: the period of TMT begins before"),
        (["TMT,2.85,USD,2009-01-01,,", "TMT,3.5,USD,2015-01-01,,"], "line 3: the period of TMT begins before"),
    ],
)
def test_wrong_peg_is_named(tmp_path, lines, complaint):
    path = tmp_path / "pegged.csv"
    path.write_text("\n".join(["currency,units,anchor,from,to,note", *lines]), encoding="utf-8")
    with pytest.raises(KnowledgeError, match=complaint):
        pegs(path)


def test_pegs_of_the_project_hang_on_quoted_currencies():
    for currency, periods in pegs(DATA / "pegged.csv").items():
        for peg in periods:
            assert known_rates().on(peg.anchor, max(peg.first, date(2025, 1, 2))), currency
