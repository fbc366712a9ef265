"""Calendar periods as their first and last day."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple


class Period(NamedTuple):
    """Calendar days from `begin` to `end`, both inside."""

    begin: date
    end: date

    def to(self, other: "Period") -> "Period | None":
        """From the first day of this to the last of the other; None when the other ends earlier."""
        return Period(self.begin, other.end) if self.begin <= other.end else None

    def part(self, part: str) -> "Period":
        """The first or last half, or the half around the middle («середина»); months stay whole where there are any."""
        months = (self.end.year - self.begin.year) * 12 + self.end.month - self.begin.month + 1
        if months == 1:
            first, last = {"begin": (1, 15), "middle": (8, 23), "end": (16, self.end.day)}[part]
            return Period(self.begin.replace(day=first), self.end.replace(day=last))
        skipped = {"begin": 0, "middle": months // 4, "end": months // 2}[part]
        first = month(self.begin.year, self.begin.month, skipped)
        return Period(first.begin, month(first.begin.year, first.begin.month, months // 2 - 1).end)


def day(year: int, number: int, of: int) -> Period | None:
    """One day; None when the month has no such day."""
    if 1 <= number <= 12 and 1 <= of <= monthrange(year, number)[1]:
        return Period(date(year, number, of), date(year, number, of))
    return None


def month(year: int, number: int, later: int = 0) -> Period:
    """A month, or the one so many months later."""
    year, number = divmod(year * 12 + number - 1 + later, 12)
    return Period(date(year, number + 1, 1), date(year, number + 1, monthrange(year, number + 1)[1]))


def months(year: int, first: int, count: int) -> Period:
    """So many months beginning with the first."""
    return Period(month(year, first).begin, month(year, first, count - 1).end)


def years(first: int, last: int) -> Period:
    """Whole calendar years, both inside."""
    return Period(date(first, 1, 1), date(last, 12, 31))


def decade(first: int) -> Period:
    """The ten years of «2010-е»."""
    return years(first, first + 9)


def century(number: int) -> Period:
    """The XX century is 1901–2000."""
    return years(number * 100 - 99, number * 100)


def week(day: date, later: int = 0) -> Period:
    """Monday to Sunday of the week of a day, or of the week so many weeks later."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=later)
    return Period(monday, monday + timedelta(days=6))


def shifted(day: date, months: int) -> date:
    """The same day so many months later; the last day of a month that is shorter."""
    there = month(day.year, day.month, months)
    return there.begin.replace(day=min(day.day, there.end.day))
