"""Rules for days and months, the more telling before the less."""

import re
from datetime import timedelta

from svodka.text import date_nowadays, periods
from svodka.text.date_grammar import Found, Piece, Rule, day, rule, year
from svodka.text.periods import Period

NOWADAYS = (0, 1)  # «сегодня» and «завтра» may be the present and the future
DATE_PARTS = re.compile(r"\d+")


def numeric(form: str, found: Found) -> Period | None:
    """The day written «24.01.2017», «27.05.99», «2025.12.19»; None when no calendar has it."""
    one, two, three = map(int, DATE_PARTS.findall(form))
    if one > 999:
        return periods.day(one, two, three)
    return periods.day(three if three > 999 else found.full(three), two, one)


@rule("(?P<year>YYYY) (?P<gap>[-/]) (?P<month>DAY) (?P=gap) (?P<day>DAY) (?![-/])")
def iso(found: Found) -> list[Piece]:
    # 2025-12-19
    return found.dated("day", "", lambda number: periods.day(number, found.number("month"), found.number("day")))


@rule("(?P<day>DAY) (?P<gap>[-/]) (?P<month>DAY) (?P=gap) (?P<year>YYYY)")
def slashed(found: Found) -> list[Piece]:
    # 19/12/2025
    return found.dated("day", "", lambda number: periods.day(number, found.number("month"), found.number("day")))


@rule(r"(?<!v) (?<!v\.) (?<![/-]) (?P<one>[Ffib]) (?:TO (?P<two>[Ffi]))? (?:g\.?)?")
def dotted(found: Found) -> list[Piece]:
    # 24.01.2017; 27.05.99; 24.01–27.01.2017
    last = numeric(found.form("two") or found.form("one"), found) if found.form("two") or found.form("one").count(".") == 2 else None
    if last is None:
        return []
    if not found.form("two"):
        return found.whole("day", last)
    first = found.form("one")
    begin = numeric(first if first.count(".") == 2 else f"{first}.{last.begin.year}", found)
    return found.whole("days", begin.to(last)) if begin and begin.to(last) else []


@rule(r"(?P<day>DAY) \. (?P<rest>b)")
def dotted_with_a_space(found: Found) -> list[Piece]:
    # 27. 05.99
    whole = numeric(f"{found.form('day')}.{found.form('rest')}", found)
    return found.whole("day", whole) if whole else []


@rule("(?P<month>r)")
def numeric_month(found: Found) -> list[Piece]:
    # 12.2024
    number, of = map(int, DATE_PARTS.findall(found.form("month")))
    return found.whole("month", periods.month(of, number)) if 1 <= number <= 12 else []


@rule(rf"SINCE? {day('1')} (?P<month1>MONTH) {year('1')}? TO {day('2')} (?P<month2>MONTH) {year('2')}?")
def days_of_two_months(found: Found) -> list[Piece]:
    # с 28 апреля по 3 мая 2025 года; 28 декабря 2025 года – 9 января 2026 года
    last, first = found.year("2"), found.year("1") if found.says_year("1") else found.year("2")
    if last is None or first is None:
        return found.whole("days", None)
    begin = periods.day(first, found.number("month1"), found.day("1"))
    end = periods.day(last, found.number("month2"), found.day("2"))
    return found.whole("days", begin.to(end)) if begin and end and begin.to(end) else []


@rule(rf"(?: SINCE? {day('1')} TO | (?<=с) {day('n')} н ) {day('2')} (?P<month>MONTH) (?:,(?=Y[Gg]))? {year()}?")
def days_of_one_month(found: Found) -> list[Piece]:
    # с 5 по 7 мая; 19–20 декабря 2025 года; в ночь с 20 на 21 июля
    first = found.day("1") or found.day("n")
    if not 0 < first < found.day("2") <= 31:
        return []

    def period(number: int) -> Period | None:
        begin, end = (periods.day(number, found.number("month"), of) for of in (first, found.day("2")))
        return begin.to(end) if begin and end else None

    return found.dated("days", "", period)


@rule(rf"DAY (?:,DAY)* AND (?P<day>DAY) (?P<month>MONTH) {year()}?")
def several_days(found: Found) -> list[Piece]:
    # 5, 12 и 19 мая → три даты
    number, month = found.year(), found.number("month")
    pieces = []
    for index in range(found.match.start(), found.at("day") + 1):
        if found.tokens[index].kind == "number":
            period = periods.day(number, month, found.number_at(index)) if number else None
            stop = found.match.end() if index == found.at("day") else index + 1
            pieces.append(Piece(index, stop, "day", period))
    return pieces


@rule(r"(?P<day>DAY) (?P<month>MONTH) (?P<short>SHORT) (?= [12t90]:[1-9t60] | [,.)]? $)")
def day_of_a_short_year(found: Found) -> list[Piece]:
    # 2 Декабрь 95 11:15; но «9 мая 45 человек …»
    return found.dated("day", "", lambda number: periods.day(number, found.number("month"), found.number("day")))


@rule(rf"{day()} (?P<month>MONTH) (?:,(?=Y[Gg]))? {year()}?")
def day_of_a_month(found: Found) -> list[Piece]:
    # 9 мая 2017 г.; первого апреля; 9-го мая прошлого года
    if not 0 < found.day() <= 31:
        return []
    return found.dated("day", "", lambda number: periods.day(number, found.number("month"), found.day()))


@rule("(?P<month>MONTH) (?P<day>DAY) ,? (?P<year>YYYY)")
def month_first(found: Found) -> list[Piece]:
    # Авг 26, 2015
    return found.dated("day", "", lambda number: periods.day(number, found.number("month"), found.number("day")))


@rule(rf"(?: (?P<part>PART) | (?P<half>ORDER) HALFOF ) (?P<month>M) {year()}?")
def part_of_a_month(found: Found) -> list[Piece]:
    # начало марта 2025 года; вторая половина мая
    part = found.word("part") or {1: "begin", 2: "end"}.get(found.number("half"))
    return found.dated("days", "", lambda number: periods.month(number, found.number("month")).part(part)) if part else []


@rule(rf"SINCE? (?P<month1>M) {year('1')}? TO (?P<month2>M) {year('2')}?")
def months(found: Found) -> list[Piece]:
    # с января по март 2025 года; январь–сентябрь; ноябрь 2024 года – март 2025 года
    last, first = found.year("2"), found.year("1") if found.says_year("1") else found.year("2")
    if last is None or first is None:
        return found.whole("months", None)
    period = periods.month(first, found.number("month1")).to(periods.month(last, found.number("month2")))
    return found.whole("months", period) if period else []


@rule(rf"M (?:,M)* AND (?P<month>M) {year()}?")
def several_months(found: Found) -> list[Piece]:
    # в мае и июне 2024 года → две даты
    number = found.year()
    pieces = []
    for index in range(found.match.start(), found.at("month") + 1, 2):
        period = periods.month(number, found.number_at(index)) if number else None
        pieces.append(Piece(index, found.match.end() if index == found.at("month") else index + 1, "month", period))
    return pieces


@rule("(?P<month>MONTH) t s? OFYEAR")
def month_of_that_year(found: Found) -> list[Piece]:
    # в ноябре того же года: какого, сказано раньше
    return found.whole("month", None)


@rule(rf"(?P<month>MONTH) {year()}")
def month_of_a_year(found: Found) -> list[Piece]:
    # в декабре 2025 года; март следующего года
    return found.dated("month", "", lambda number: periods.month(number, found.number("month")))


@rule("(?<=PREPOSITION) (?P<month>M)")
def month_after_a_preposition(found: Found) -> list[Piece]:
    # к сентябрю; но «к Марте», «март» без года — не дата
    if not found.tokens[found.at("month")].form.islower():
        return []
    return found.dated("month", "", lambda number: periods.month(number, found.number("month")))


@rule(rf"(?P<count>N|1) (?P<unit>E|(?<=N)Q) {year()}")
def first_months(found: Found) -> list[Piece]:
    # за девять месяцев 2025 года; за три квартала 2025 года
    count = found.number("count") * (1 if found.match.string[found.at("unit")] == "E" else 3)
    return found.dated("months", "", lambda number: periods.months(number, 1, count)) if count <= 12 else []


@rule("(?P<day>T)")
def relative_day(found: Found) -> list[Piece]:
    # вчера; но «сегодня спрос велик», «чтобы завтра продавать» — не дни
    if found.number("day") in NOWADAYS and not date_nowadays.is_day(found.tokens, found.at("day")):
        return []
    if not found.reference:
        return found.whole("day", None)
    that = found.reference + timedelta(days=found.number("day"))
    return found.whole("day", Period(that, that))


RULES: tuple[Rule, ...] = (
    iso,
    slashed,
    dotted,
    dotted_with_a_space,
    numeric_month,
    days_of_two_months,
    days_of_one_month,
    several_days,
    day_of_a_short_year,
    day_of_a_month,
    month_first,
    part_of_a_month,
    months,
    several_months,
    month_of_that_year,
    month_of_a_year,
    month_after_a_preposition,
    first_months,
    relative_day,
)
