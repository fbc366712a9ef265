"""Whatever the text is, the amounts found lie inside it, in order, without overlap, and their bounds are in order."""

import math
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from svodka.text import numerals, quantities
from svodka.text.tokens import tokenize

KINDS = {"money", "percent", "count", "measure", "duration", "ratio"}
WORDS = """
5 40 2025 3,7 1 200 000 15,250 20.000 0 99999999999999999999999999 10-15 2-3 два-три С5+1 14:30 № п. статья
один два пять сорок двести тысяча тысяч тысячи миллион миллионов млн млрд трлн десяток сотни несколько пара полтора
половина треть четверть трети целых десятых минус вдвое полмиллиарда полгода тридцатилетний -летний -процентный
рублей рубль долларов США $ € ₸ USD долл. руб. коп. копеек центов тенге крон фунтов % процентов п.п. раза раз
км кв. м тонн лет года год часов минут декабря утра человек стран соглашений новых АЭС БПЛА вложения
около порядка свыше более чем не менее до от с на в между и или , . ( ) - – — … « » + ~ вырос снизил ставку
по курсу что составляет лишним
"""
PIECES = [*WORDS.split(), "\n", "\n\n", "\u00a0"]
PHRASES = st.lists(st.sampled_from(PIECES), max_size=40)
TEXTS = st.one_of(st.text(max_size=200), PHRASES.map(" ".join), PHRASES.map("".join))


def check(text: str) -> None:
    stop = 0
    found = quantities.find(text)
    for place, quantity in enumerate(found):
        assert stop <= quantity.start < quantity.stop <= len(text)
        stop = quantity.stop
        assert not text[quantity.start].isspace()
        assert not text[quantity.stop - 1].isspace()
        assert quantity.kind in KINDS
        assert quantity.same_as is None or (quantity.same_as < place and found[quantity.same_as].kind == "money" == quantity.kind)
        check_bounds(quantity)


def check_bounds(quantity: quantities.Quantity) -> None:
    low, high = quantity.low, quantity.high
    assert all(bound is None or math.isfinite(bound) for bound in (low, high))
    expected = {
        "vague": (None, None),
        "more": (low, None),
        "at_least": (low, None),
        "less": (None, high),
        "up_to": (None, high),
    }.get(quantity.shape, (low, high))
    assert (low, high) == expected
    if quantity.shape in ("exact", "about"):
        assert low == high is not None
    if quantity.shape == "range":
        assert low < high


@settings(max_examples=400, deadline=timedelta(seconds=2))
@given(TEXTS)
def test_any_text(text):
    check(text)


@settings(max_examples=200, deadline=timedelta(seconds=2))
@given(TEXTS)
def test_tokens_given_or_not(text):
    assert quantities.find(text, tokenize(text)) == quantities.find(text)


@settings(max_examples=200)
@given(st.integers(min_value=1, max_value=10**15), st.sampled_from([" ", "\u00a0", "\u2009", "\u202f"]))
def test_groups_of_three(number, space):
    assert numerals.parse(f"{number:,}".replace(",", space)) == number


def test_long_rows_are_read_in_time():
    for piece in ("1-", "1(", "пять (", "одна целая ", "тысяча ", "10 000 ", "два-три ", "$", "5 млн ", "или 5 "):
        check(piece * 3000)
