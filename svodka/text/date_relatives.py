"""Rules for what is counted from the day of the article, and for seasons; without that day they stay open."""

from datetime import timedelta

from svodka.text import periods
from svodka.text.date_grammar import Found, Piece, Rule, rule, year
from svodka.text.grammemes import readings
from svodka.text.periods import Period


@rule("(?P<season>S) (?: (?P<one>YYYY) [-/] (?: (?P<two>YYYY) | (?P<short>SHORT) ) (?: OFYEARS | OFYEAR )? )")
def winter_of_two_years(found: Found) -> list[Piece]:
    # зимой 2021–2022 годов
    first = found.number("one")
    last = found.number("two") or first // 100 * 100 + found.number("short")
    if last != first + 1:
        return []
    return found.whole("months", periods.months(first, found.number("season"), 3))


@rule(rf"(?P<season>S) {year()}")
def season_of_a_year(found: Found) -> list[Piece]:
    # летом 2022 года; зима 2022 года — её начало или конец, не сказано
    first = found.number("season")
    return found.dated("months", "", lambda number: periods.years(number, number) if first == 12 else periods.months(number, first, 3))


@rule("(?P<this>THIS) (?P<season>S)")
def this_season(found: Found) -> list[Piece]:
    # прошлой весной
    first = found.number("season")
    return found.dated("months", "", lambda number: periods.years(number, number) if first == 12 else periods.months(number, first, 3))


@rule("(?P<this>THIS) OFYEAR | (?<=PREPOSITION) SAME")
def this_year(found: Found) -> list[Piece]:
    # в прошлом году; в т. г.
    return found.dated("year", "", lambda number: periods.years(number, number))


@rule("(?P<this>THIS) (?P<unit>PERIOD)")
def this_period(found: Found) -> list[Piece]:
    # в этом месяце; на прошлой неделе; в следующем десятилетии
    unit, later, today = found.match.string[found.at("unit")], found.number("this"), found.reference
    grain = {"E": "month", "Q": "quarter", "H": "half", "W": "days", "J": "decade"}[unit]
    if not today:
        return found.whole(grain, None)
    if unit == "W":
        return found.whole(grain, periods.week(today, later))
    if unit == "J":
        return found.whole(grain, periods.decade(today.year // 10 * 10 + later * 10))
    size = {"E": 1, "Q": 3, "H": 6}[unit]
    first = periods.month(today.year, (today.month - 1) // size * size + 1, later * size).begin
    return found.whole(grain, periods.months(first.year, first.month, size))


@rule("(?P<way>SPAN|THIS) (?P<count>COUNT) (?P<more> (?:-COUNT)+ )? (?P<unit>UNIT)")
def next_years(found: Found) -> list[Piece]:
    # ближайших пяти лет; за последние 10 лет; в ближайшие два-три года; но «эти три года» — не дата
    way, unit = found.number("way"), found.match.string[found.at("unit")]
    return span(found, way, None if found.at("more") is not None else found.number("count"), unit) if way else []


@rule("(?P<way>SPAN) n? (?P<unit>LONG)")
def last_years(found: Found) -> list[Piece]:
    # в последние годы — сколько их, не сказано; за последний год; но «в последний день визита» — не дата
    unit = found.match.string[found.at("unit")]
    one = unit != "L" and any("sing" in tags for tags in readings(found.form("unit")))
    return span(found, found.number("way"), 1 if one else None, unit)


def span(found: Found, way: int, count: int | None, unit: str) -> list[Piece]:
    """So many units back from the reference, or onwards."""
    grain = {"L": "years", "G": "years", "P": "years", "J": "years", "E": "months", "W": "days", "D": "days"}[unit]
    today = found.reference
    if not today or not count:
        return found.whole(grain, None)
    if grain == "days":
        other = today + timedelta(days=way * count * (7 if unit == "W" else 1))
    else:
        other = periods.shifted(today, way * count * {"J": 120, "E": 1}.get(unit, 12))
    return found.whole(grain, Period(*sorted((today, other))))


RULES: tuple[Rule, ...] = (
    winter_of_two_years,
    season_of_a_year,
    this_season,
    this_year,
    this_period,
    next_years,
    last_years,
)
