"""What holds of the dates of any text: spans inside it, in order, apart; days in order; no crash on any input."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from svodka.text.dates import find

GRAINS = {"day", "days", "month", "months", "quarter", "half", "year", "years", "decade", "century"}
WORDS = """1 9 12 19 20 31 45 90 00 988 2004 2025 2030 9999 24.01.2017 27.05.99 12.2024 мая май янв. год года году г. гг. годы лет с
    по до в к на и - – — / , . ( ) XX XIX-XX века в. квартал кв. полугодие половина начало конец первый второй девяностые х е й го последние
    ближайшие этом прошлом следующего сегодня летом зимой тысяча две пять месяцев неделе январь-март тонн % рублей версии до н. э. Q3 H1"""
PARTS = st.sampled_from([*WORDS.split(), "\n"])
TEXTS = st.lists(PARTS, max_size=14).map(" ".join) | st.lists(PARTS, max_size=8).map("".join) | st.text(max_size=40)
MONTHS = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"]


@settings(deadline=None)  # the first example loads the dictionary
@given(TEXTS, st.none() | st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_spans_and_days_are_in_order(text, reference):
    found = find(text, None, reference)
    for one in found:
        assert 0 <= one.start < one.stop <= len(text)
        assert text[one.start : one.stop] == text[one.start : one.stop].strip()
        assert one.grain in GRAINS
        assert (one.begin is None) == (one.end is None)
        assert one.begin is None or one.begin <= one.end
    assert all(one.stop <= two.start for one, two in pairwise(found))


@settings(deadline=None)  # the first example loads the dictionary
@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)), st.none() | st.dates())
def test_a_full_date_is_read_back_however_it_is_written(day, reference):
    for text in (f"{day:%d.%m.%Y}", f"{day}", f"{day:%d/%m/%Y}", f"{day.day} {MONTHS[day.month - 1]} {day.year} года"):
        (one,) = find(f"Это было {text} утром", None, reference)
        assert (one.begin, one.end, one.grain) == (day, day, "day")


@settings(deadline=None)  # the first example loads the dictionary
@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(1, 300))
def test_a_span_of_days_keeps_both_ends(day, length):
    last = day + timedelta(days=length)
    (one,) = find(f"с {day.day} {MONTHS[day.month - 1]} {day.year} года по {last.day} {MONTHS[last.month - 1]} {last.year} года")
    assert (one.begin, one.end, one.grain) == (day, last, "days")


@settings(deadline=None)  # the first example loads the dictionary
@given(st.integers(1000, 2199))
def test_a_year_is_a_year_and_so_many_tonnes_are_none(number):
    (one,) = find(f"в {number} году")
    assert (one.begin.year, one.end.year, one.grain) == (number, number, "year")
    assert find(f"за {number} тонн") == []
