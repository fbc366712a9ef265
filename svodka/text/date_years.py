"""Rules for years, parts of years, decades and centuries, the more telling before the less."""

from svodka.text import periods
from svodka.text.date_grammar import Found, Piece, Rule, rule, year
from svodka.text.date_words import FIRST_YEAR, LAST_YEAR
from svodka.text.periods import Period

HALVES = {1: "begin", 2: "end"}
# A bare number is a year only in this span; a round hundred («до 2000») is likelier an amount.
BARE_FIRST, BARE_LAST, LONGEST = 1900, 2100, 150


def part_of(found: Found, grain: str, period: Period | None, half_grain: str) -> list[Piece]:
    """The period, or the part of it that is named before: «начало», «вторая половина»."""
    part = found.word("part") or HALVES.get(found.number("half"), "")
    if found.at("half") is not None and not part:
        return []
    if not part:
        return found.whole(grain, period)
    return found.whole(half_grain, period.part(part) if period else None)


@rule(rf"(?: (?P<order>ORDER) (?:[-и,] (?P<last>ORDER))? Q {year()}? | (?P<sign>ORDER) k\.? {year('s')} )")
def quarter(found: Found) -> list[Piece]:
    # I квартал 2024 года; в третьем квартале; 3 кв. 2024 г.; второй и третий кварталы
    tag, first = ("s", found.number("sign")) if found.at("sign") is not None else ("", found.number("order"))
    last = found.number("last") or first
    if not 1 <= first <= last <= 4:
        return []
    grain = "quarter" if first == last else "months"
    return found.dated(grain, tag, lambda number: periods.months(number, first * 3 - 2, (last - first + 1) * 3))


@rule("(?: q (?P<order>1) | (?P<ahead>1) q ) (?P<year>YYYY)")
def quarter_by_letter(found: Found) -> list[Piece]:
    # Q3 2024
    order = found.number("order") or found.number("ahead")
    return found.dated("quarter", "", lambda number: periods.months(number, order * 3 - 2, 3)) if order <= 4 else []


@rule(rf"(?: (?P<order>ORDER) H {year()}? | (?P<half>ORDER) HALFOF {year('h')} )")
def half(found: Found) -> list[Piece]:
    # первое полугодие 2025 года; вторая половина прошлого года
    tag, order = ("h", found.number("half")) if found.at("half") is not None else ("", found.number("order"))
    if order not in HALVES:
        return []
    return found.dated("half", tag, lambda number: periods.years(number, number).part(HALVES[order]))


@rule("h (?P<order>1) (?P<year>YYYY)")
def half_by_letter(found: Found) -> list[Piece]:
    # H1 2025
    part = HALVES.get(found.number("order"))
    return found.dated("half", "", lambda number: periods.years(number, number).part(part)) if part else []


@rule(rf"(?P<part>PART) {year()} (?! [-и]? TENS? ENDINGS)")
def part_of_a_year(found: Found) -> list[Piece]:
    # конец 2025 года; в начале прошлого года
    return found.dated("half", "", lambda number: periods.years(number, number).part(found.word("part")))


@rule("(?<=PREPOSITION) (?P<part>PART) G")
def part_of_this_year(found: Found) -> list[Piece]:
    # к концу года
    return found.dated("half", "", lambda number: periods.years(number, number).part(found.word("part")))


@rule(
    r"""(?: (?P<part>PART) | (?P<half>ORDER) HALFOF )?
    (?: (?P<one>YYYY|TENS) ENDINGS? [-и] )? (?P<two>YYYY|TENS) ENDINGS
    (?P<years>OFYEARS)? (?: (?P<century>R) CENTURY | (?P<this>THIS) C )?"""
)
def decade(found: Found) -> list[Piece]:
    # 2010-е; 1920–1930-е годы; начало 90-х; 20-е годы XX века
    cued = any(found.at(group) is not None for group in ("part", "half", "years", "century", "this")) or before(found, "вскдопнз")
    first, last = (decade_year(found, group) for group in ("one", "two"))
    if found.at("one") is None:
        first = last
    bare = len(found.form("two")) < 4
    if (bare and not cued) or any(found.at(group) is not None and found.number(group) % 10 for group in ("one", "two")):
        return []
    period = periods.decade(first).to(periods.decade(last)) if first is not None and last is not None else None
    return part_of(found, "decade" if first == last else "years", period, "years")


@rule(
    r"""(?: (?P<part>PART) | (?P<half>ORDER) HALFOF )?
    (?: (?P<one>Z) [-и] )? (?P<two>Z) (?P<years>OFYEARS)? (?: (?P<century>R) CENTURY | (?P<this>THIS) C )?"""
)
def decade_by_name(found: Found) -> list[Piece]:
    # восьмидесятые; в конце девяностых; двадцатые годы прошлого века; но «шесть десятых»
    if found.at("years") is None and (found.number("two") < 50 and not (found.at("part") is not None and found.number("two") == 0)):
        return []
    last = decade_year(found, "two")
    first = decade_year(found, "one") if found.at("one") is not None else last
    period = periods.decade(first).to(periods.decade(last)) if first is not None and last is not None else None
    return part_of(found, "decade" if first == last else "years", period, "years")


def decade_year(found: Found, group: str) -> int | None:
    """The first year of a decade: «2010-е», «90-е» of the century named or else of the last; 20-е–40-е are unclear."""
    number = found.number(group)
    if number is None or number >= 100:
        return number
    if found.at("century") is not None:
        return found.number("century") * 100 - 100 + number
    if found.at("this") is not None:
        return (found.reference.year // 100 + found.number("this")) * 100 + number if found.reference else None
    if number >= 50:
        return 1900 + number
    return 2000 + number if number <= 10 else None


@rule(
    r"""(?: (?P<part>PART) | (?P<half>ORDER) HALFOF )?
    (?: (?P<one>R|[12t]) ENDING? [-и] )? (?: (?P<two>R|[12t]) ENDING? | (?P<tens>N)? (?P<name>O) ) CENTURY (?P<bc>BC)?"""
)
def century(found: Found) -> list[Piece]:
    # XXI век; XIX–XX вв.; в двадцатом веке; середина XIX века; III век до н. э.
    last = found.number("two") or (found.number("tens") or 0) + (found.number("name") or 0)
    first = found.number("one") or last
    if not 1 <= first <= last <= 22:
        return []
    period = None if found.at("bc") is not None else periods.century(first).to(periods.century(last))
    return part_of(found, "century" if first == last else "years", period, "years")


@rule("(?: (?P<part>PART) | (?P<half>ORDER) HALFOF )? (?P<this>THIS) C")
def this_century(found: Found) -> list[Piece]:
    # в начале прошлого века
    number = (found.reference.year - 1) // 100 + 1 + found.number("this") if found.reference else None
    return part_of(found, "century", periods.century(number) if number else None, "years")


@rule(r"(?P<since>SINCE|м)? (?P<one>YYYY) ENDING? OFYEAR? (?: TO | (?<=.)и ) (?P<two>YYYY) ENDING? (?P<years>OFYEARS|OFYEAR)?")
def years(found: Found) -> list[Piece]:
    # с 2015 по 2020 год; 2024–2025 гг.; между 2015 и 2020 годами; 2015–2020
    first, last = found.number("one"), found.number("two")
    since, joint = found.form("since"), found.tokens[found.at("two") - 1].form
    if last <= first or (joint == "и") != (since == "между") or (joint in {"по", "до"} and not since):
        return []
    if not since and found.at("years") is None and not (BARE_FIRST <= first < last <= BARE_LAST and last - first <= LONGEST):
        return []
    return found.whole("years", periods.years(first, last))


@rule("(?P<year>YYYY) [-/] (?P<short>SHORT) (?: OFYEARS | OFYEAR )")
def years_in_short(found: Found) -> list[Piece]:
    # в 2019/20 году; 2028–30 гг.
    first = found.number("year")
    last = first // 100 * 100 + found.number("short")
    return found.whole("years", periods.years(first, last)) if last > first else []


@rule("(?P<one>YYYY) / (?P<two>YYYY) OFYEAR?")
def years_with_a_slash(found: Found) -> list[Piece]:
    # 2023/2024 учебный год
    first, last = found.number("one"), found.number("two")
    return found.whole("years", periods.years(first, last)) if last == first + 1 else []


@rule("YYYY ENDING? (?:, YYYY ENDING?)* (?: AND | ,(?=Y[Pp]) ) (?P<last>YYYY) ENDING? (?P<years>OFYEARS|OFYEAR)?")
def several_years(found: Found) -> list[Piece]:
    # в 2010, 2015 и 2020 годах → три даты; 2022, 2023 гг.
    if found.at("years") is None and not (before(found, "вкнсдоплз") and found.number("last") % 100):
        return []
    numbers = [index for index in range(found.match.start(), found.at("last") + 1) if found.tokens[index].kind == "number"]
    stops = [*[index + 1 for index in numbers[:-1]], found.match.end()]
    return [
        Piece(index, stop, "year", periods.years(found.number_at(index), found.number_at(index)))
        for index, stop in zip(numbers, stops, strict=True)
    ]


@rule("(?: THIS ,? )? (?P<year>YYYY) ENDING? (?: OFYEAR | OFYEARS ) (?P<bc>BC)?")
def year_named(found: Found) -> list[Piece]:
    # 2015 год; 2014 г.; в этом, 2025-м году
    number = found.number("year")
    return found.whole("year", None if found.at("bc") is not None else periods.years(number, number))


@rule("(?P<year>3|[126t9]) ENDING? G BC")
def year_before_christ(found: Found) -> list[Piece]:
    # в 480 году до н. э.
    return found.whole("year", None)


@rule("(?<=[вкдспон]) (?P<year>3) ENDING? G")
def year_of_three_digits(found: Found) -> list[Piece]:
    # в 988 году
    return found.dated("year", "", lambda number: periods.years(number, number))


@rule("(?P<short>SHORT) (?P<ending>ENDING)? (?P<word>G)")
def year_of_two_digits(found: Found) -> list[Piece]:
    # в 98-м году; в границах 67-го года; в 45 году; но «в 91 год» — возраст, «на 5-й год» — счёт
    if found.at("ending") is None and not (before(found, "вкдспон") and found.form("word") == "году"):
        return []
    if found.number("short") <= 31 and not before(found, "в"):
        return []
    return found.dated("year", "", lambda number: periods.years(number, number))


@rule("(?P<words>N* O) G")
def year_in_words(found: Found) -> list[Piece]:
    # в две тысячи двадцатом году
    number = found.year_in_words("words")
    return found.whole("year", periods.years(number, number)) if FIRST_YEAR <= number <= LAST_YEAR else []


@rule("(?P<year>YYYY) (?P<ending>ENDING)? (?! [-/]?Y | [пд][_36] ) (?P<closed>(?=\\)))? (?P<alone>(?=[-,.]|$))?")
def bare_year(found: Found) -> list[Piece]:
    # в 2004; к 2030-му; по итогам 2024; (2019); 2009-й — год чтения; но «до 2000», «2025», «2000-й покупатель», «с 1990 до 2500» — не годы
    number = found.number("year")
    if found.at("ending") is not None and found.at("alone") is not None and BARE_FIRST <= number <= BARE_LAST:
        return found.whole("year", periods.years(number, number))
    if found.at("closed") is not None and before(found, "(,"):
        return found.whole("year", periods.years(number, number)) if BARE_FIRST <= number <= BARE_LAST else []
    if before(found, "в") and 1700 <= number <= BARE_LAST:
        return found.whole("year", periods.years(number, number))
    if before(found, "кдспнлзw") and BARE_FIRST <= number <= BARE_LAST and number % 100:
        return found.whole("year", periods.years(number, number))
    return []


def before(found: Found, signs: str) -> bool:
    """Whether the sign before the match is one of these."""
    start = found.match.start()
    return start > 0 and found.match.string[start - 1] in signs


RULES: tuple[Rule, ...] = (
    quarter,
    quarter_by_letter,
    half,
    half_by_letter,
    decade,
    decade_by_name,
    century,
    this_century,
    part_of_a_year,
    part_of_this_year,
    years,
    years_in_short,
    years_with_a_slash,
    several_years,
    year_named,
    year_before_christ,
    year_of_three_digits,
    year_of_two_digits,
    year_in_words,
    bare_year,
)
