"""What a date is called: the span of the calendar it stands for, in words of the language."""

from typing import Any

import pandas as pd

from svodka.wording import Words, inline

ORDINALS = {1: "st", 2: "nd", 3: "rd"}
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


def label(date: dict[str, Any], words: Words) -> str:
    """A date in words: «2030 год», «III квартал 2025 года», «до 2030 года»; without a calendar as it was said, in quotation marks."""
    if pd.isna(date["from"]):
        return words("date.said", text=inline(date["text"]))
    if isinstance(date["bound"], str):
        said = date["text"] if words.language == "ru" and date["text"] else _span(date, words)
        return words(f"date.{date['bound']}", date=said)
    return _span(date, words)


def _span(date: dict[str, Any], words: Words) -> str:
    """The calendar of a date in the nominative."""
    begin, end, grain = date["from"], date["to"], date["grain"]
    values = {"year": str(begin.year), "last": str(end.year)}
    if grain in ("day", "days") or (grain != "month" and begin.year == end.year and begin.month == end.month):
        return _days(begin, end, words)
    if grain == "quarter":
        return words("date.quarter", number=ROMAN[begin.quarter] if words.language == "ru" else str(begin.quarter), year=values["year"])
    if grain == "half":
        return words(f"date.half.{1 if begin.month < 7 else 2}", **values)
    if grain == "decade":
        return words("date.decade", **values)
    if grain == "century":
        number = begin.year // 100 + 1
        return words("date.century", number="X" * (number // 10) + ROMAN[number % 10] if words.language == "ru" else _ordinal(number))
    if grain in ("month", "months") or (begin.year == end.year and (begin.month, end.month) != (1, 12)):
        return _months(begin, end, words)
    return words("date.year" if begin.year == end.year else "date.years", **values)


def _days(begin: pd.Timestamp, end: pd.Timestamp, words: Words) -> str:
    def month(day: pd.Timestamp) -> str:
        return words(f"month.{day.month}.of")

    last = words("date.day", day=str(end.day), month=month(end), year=str(end.year))
    if begin == end:
        return last
    if (begin.year, begin.month) == (end.year, end.month):
        return words("date.day", day=f"{begin.day}–{end.day}", month=month(end), year=str(end.year))
    return f"{words('date.day', day=str(begin.day), month=month(begin), year=str(begin.year))} – {last}"


def _months(begin: pd.Timestamp, end: pd.Timestamp, words: Words) -> str:
    last = words("date.month", month=words(f"month.{end.month}"), year=str(end.year))
    if (begin.year, begin.month) == (end.year, end.month):
        return last
    if begin.year == end.year:
        return words("date.month", month=f"{words(f'month.{begin.month}')}–{words(f'month.{end.month}')}", year=str(end.year))
    return f"{words('date.month', month=words(f'month.{begin.month}'), year=str(begin.year))} – {last}"


def _ordinal(number: int) -> str:
    """«20th», «21st».

    >>> [_ordinal(number) for number in (11, 19, 21)]
    ['11th', '19th', '21st']
    """
    return f"{number}{'th' if number // 10 == 1 else ORDINALS.get(number % 10, 'th')}"
