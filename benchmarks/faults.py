"""What is wrong in what was found, each fault in its sentence."""

from collections.abc import Iterable, Iterator
from math import isclose
from typing import NamedTuple

from benchmarks.gold import overlap
from svodka.evaluate import SECTIONS, Item
from svodka.extract import Found
from svodka.text.sentences import sentences


class Fault(NamedTuple):
    """A thing missed, found wrongly, or found with another value than the gold file states."""

    article: str
    section: str
    what: str
    words: str
    detail: str
    sentence: str


def find(row: Item, found: Found) -> Iterator[Fault]:
    """The faults of one text: what overlaps nothing of its kind on the other side, and values that differ."""
    for section, (key, names) in SECTIONS.items():
        if section not in row:
            continue
        for item in row[section]:
            near = _like(item, found[section], key)
            if not near:
                yield _fault(row, section, "missed", item, item.get(key, ""))
            elif all(_wrong(item, other, names) for other in near):
                yield _fault(row, section, "other value", item, _wrong(item, near[0], names))
        for item in found[section]:
            if not _like(item, row[section], key):
                yield _fault(row, section, "false", item, item.get(key, ""))


def _like(item: Item, others: Iterable[Item], key: str | None) -> list[Item]:
    return [other for other in others if overlap(item, other) > 0 and (key is None or item[key] == other[key])]


def _wrong(gold: Item, found: Item, names: Iterable[str]) -> str:
    """The fields that differ, as «name: found, not gold»."""
    wrong = [name for name in names if name in gold and _differ(gold[name], found.get(name))]
    return ", ".join(f"{name}: {found.get(name)}, not {gold[name]}" for name in wrong)


def _differ(one: object, other: object) -> bool:
    numbers = isinstance(one, (int, float)) and isinstance(other, (int, float))
    return not isclose(one, other, rel_tol=1e-9) if numbers else one != other


def _fault(row: Item, section: str, what: str, item: Item, detail: str) -> Fault:
    text = row["text"]
    around = next((span for span in sentences(text) if span.start <= item["start"] < span.stop), (0, len(text)))
    sentence = " ".join(text[around[0] : around[1]].split())
    return Fault(str(row["id"]), section, what, " ".join(text[item["start"] : item["stop"]].split()), detail, sentence)
