"""Development sets: phrases with the amount or the day they say, and the news texts of factRuEval with their names."""

from collections.abc import Iterator
from datetime import date
from math import isclose
from pathlib import Path
from typing import NamedTuple

from benchmarks.gold import Find, overlap
from svodka import evaluate
from svodka.evaluate import Item
from svodka.extract import Found
from svodka.text import dates

UNSAID = date(2000, 1, 1)  # the day of a phrase whose set gives none
NAMES = ("PER", "ORG", "LOC", "LOCORG")


class Reading(NamedTuple):
    """A phrase, what it says, and what it was read as; None for that when nothing was found."""

    phrase: Item
    right: bool
    read: object


def names(path: Path) -> list[Item]:
    """The texts of factRuEval with persons, organisations, places, and LOCORG: a country or a town that may act."""
    return [row | {"names": [_span(span) for span in row["spans"] if span["type"] in NAMES]} for row in evaluate.read(path)]


def _span(span: Item) -> Item:
    return {"start": span["start"], "stop": span["end"], "kind": span["type"]}


def settled(row: Item, found: Found) -> Item:
    """The row with each LOCORG taken for what the found name most like it is, for a place where there is none."""
    return row | {"names": [item | {"kind": _kind(item, found["names"])} for item in row["names"]]}


def _kind(item: Item, found: list[Item]) -> str:
    if item["kind"] != "LOCORG":
        return item["kind"]
    near = [(overlap(item, other), other["kind"]) for other in found if other["kind"] in {"LOC", "ORG"} and overlap(item, other) > 0]
    return max(near, default=(0, "LOC"))[1]


def phrases(path: Path, find: Find) -> Iterator[Reading]:
    """Each phrase of a set as it is read."""
    for row in evaluate.read(path):
        yield _date(row) if row["kind"] == "date" else _amount(row, find(row["text"])["quantities"])


def _amount(row: Item, found: list[Item]) -> Reading:
    """Right when the first amount (of money, for money) has the value and the currency."""
    first = next((item for item in found if row["kind"] in {"number", item["kind"]}), None)
    right = first is not None and first["low"] is not None and isclose(first["low"], row["value"])
    return Reading(row, right and first["unit"] == row.get("currency", first["unit"]), first and (first["low"], first["unit"]))


def _date(row: Item) -> Reading:
    """Right when the first date has the year, month and day, as far as they are given, and no finer grain."""
    first = next(iter(dates.find(row["text"], None, date.fromisoformat(row["ref"][:10]) if "ref" in row else UNSAID)), None)
    given = {name: row[name] for name in ("year", "month", "day") if row[name] is not None}
    right = first is not None and first.begin is not None and first.grain == list(given)[-1]
    return Reading(row, right and all(getattr(first.begin, name) == value for name, value in given.items()), first and first[2:])
