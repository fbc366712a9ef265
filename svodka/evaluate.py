"""Score what `extract` finds against a file made by hand: precision, recall, F1 and the share of values right.

A found thing is right when it overlaps one of the same kind (for a mention: of the same concept) in the gold file; each is
matched once, the pairs that share most of their characters first. Of the matched ones a value is right when every field that
the gold file states agrees. Sections that a gold row leaves out are not scored on that row.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from math import isclose, sqrt
from pathlib import Path
from typing import Any, NamedTuple

from svodka import jsonl
from svodka.errors import SvodkaError

Item = Mapping[str, Any]

# Section → the field that must agree for a match, the fields that make up the value.
SECTIONS: dict[str, tuple[str | None, tuple[str, ...]]] = {
    "quantities": ("kind", ("low", "high", "shape", "unit")),
    "mentions": ("concept", ()),
    "dates": (None, ("from", "to", "grain")),
    "names": ("kind", ("name",)),
    "speech": (None, ("voice", "cue")),
}
BY_KIND = ("quantities", "names")
Z95 = 1.959964


class Interval(NamedTuple):
    """A share with its 95 % bounds; all None when it is a share of nothing."""

    share: float | None
    low: float | None
    high: float | None


class Score(NamedTuple):
    """Counts of one section or kind: in the gold file, found, matched, matched with a value to check, with the value right."""

    what: str
    gold: int
    found: int
    matched: int
    valued: int
    right: int

    @property
    def precision(self) -> Interval:
        """The share of what was found that is in the gold file."""
        return wilson(self.matched, self.found)

    @property
    def recall(self) -> Interval:
        """The share of the gold file that was found."""
        return wilson(self.matched, self.gold)

    @property
    def f1(self) -> Interval:
        """The harmonic mean of both.

        Its bounds come from the share of matches in everything gold or found (Jaccard's J), which is a true proportion,
        through F1 = 2J / (1 + J), which only grows with it.
        """
        return Interval(*(share and 2 * share / (1 + share) for share in wilson(self.matched, self.gold + self.found - self.matched)))

    @property
    def values(self) -> Interval:
        """The share of matches whose value is right."""
        return wilson(self.right, self.valued)


def wilson(part: int, whole: int) -> Interval:
    """A share and its Wilson interval at 95 %.

    >>> [round(number, 3) for number in wilson(8, 10)]
    [0.8, 0.49, 0.943]
    """
    if not whole:
        return Interval(None, None, None)
    share, square = part / whole, Z95**2
    middle = share + square / (2 * whole)
    reach = Z95 * sqrt(share * (1 - share) / whole + square / (4 * whole**2))
    bounds = ((middle - reach) / (1 + square / whole), (middle + reach) / (1 + square / whole))
    return Interval(share, max(bounds[0], 0.0), min(bounds[1], 1.0))


def read(path: Path) -> list[Item]:
    """The rows of a file of JSON lines.

    Raises SvodkaError naming file and line when a row lacks its id or a found thing its place and kind.
    """
    found = []
    try:
        with path.open("rb") as file:
            for number, row in jsonl.objects(file):
                if isinstance(row, jsonl.LineError):
                    raise SvodkaError(f"{path.name}, {row}")
                _check(row, f"{path.name}, line {number}")
                found.append(row)
    except OSError as error:
        raise SvodkaError(f"{path} cannot be read: {error.strerror}") from error
    return found


def _check(row: Item, where: str) -> None:
    if not isinstance(row.get("id"), (str, int)):
        raise SvodkaError(f"{where}: «id» is missing")
    if not isinstance(row.get("text", ""), str):
        raise SvodkaError(f"{where}: «text» is no string")
    for section, (field, _) in SECTIONS.items():
        if not isinstance(row.get(section, []), list):
            raise SvodkaError(f"{where}: «{section}» is no list")
        for item in row.get(section, []):
            places = [item.get("start"), item.get("stop")] if isinstance(item, dict) else []
            if [type(place) for place in places] != [int, int] or (field and not isinstance(item.get(field), str)):
                needed = ", ".join(filter(None, ("start", "stop", field)))
                raise SvodkaError(f"{where}: each of «{section}» needs {needed}")


def evaluate(gold: Iterable[Item], predict: Callable[[Item], Item]) -> list[Score]:
    """Scores by section, and by kind where a section has kinds, in a fixed order; `predict` answers a gold row."""
    totals: dict[tuple[str, str], list[int]] = {}
    for row in gold:
        predicted = predict(row)
        for section in SECTIONS:
            if section in row:
                for key, counts in _counts(section, row[section], predicted.get(section, [])):
                    totals[key] = [a + b for a, b in zip(totals.get(key, [0] * 5), counts, strict=True)]
    order = list(SECTIONS)
    keys = sorted(totals, key=lambda key: (order.index(key[0]), key[1]))
    return [Score(", ".join(filter(None, key)), *totals[key]) for key in keys]


def _counts(section: str, gold: list[Item], found: list[Item]) -> Iterator[tuple[tuple[str, str], tuple[int, ...]]]:
    """(section, kind) → counts in the order of Score; the kind is empty for the section as a whole."""
    field, fields = SECTIONS[section]
    pairs = list(_matches(gold, found, field))
    kinds = sorted({item[field] for item in (*gold, *found)}) if section in BY_KIND else []
    for kind in ("", *kinds):
        in_gold = [item for item in gold if not kind or item[field] == kind]
        in_found = [item for item in found if not kind or item[field] == kind]
        matched = [(a, b) for a, b in pairs if not kind or a[field] == kind]
        valued = [(a, b) for a, b in matched if any(name in a for name in fields)]
        right = sum(all(_same(a[name], b.get(name)) for name in fields if name in a) for a, b in valued)
        yield (section, kind), (len(in_gold), len(in_found), len(matched), len(valued), right)


def _matches(gold: list[Item], found: list[Item], field: str | None) -> Iterator[tuple[Item, Item]]:
    candidates = sorted(
        (-overlap, a, b)
        for a, ours in enumerate(gold)
        for b, theirs in enumerate(found)
        if (overlap := min(ours["stop"], theirs["stop"]) - max(ours["start"], theirs["start"])) > 0
        and (field is None or ours[field] == theirs[field])
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    for _, a, b in candidates:
        if a not in taken_gold and b not in taken_found:
            taken_gold.add(a)
            taken_found.add(b)
            yield gold[a], found[b]


def _same(ours: Any, theirs: Any) -> bool:
    if isinstance(ours, (int, float)) and isinstance(theirs, (int, float)):
        return isclose(ours, theirs, rel_tol=1e-9)
    return ours == theirs


def report(scores: Iterable[Score]) -> str:
    """A Markdown table of the scores, shares in percent with their 95 % bounds."""
    lines = ["| what | gold | found | matched | precision | recall | F1 | values right |", "|---|---:|---:|---:|---:|---:|---:|---:|"]
    for score in scores:
        shares = (score.precision, score.recall, score.f1, score.values)
        lines.append(f"| {score.what} | {score.gold} | {score.found} | {score.matched} | {' | '.join(map(_percent, shares))} |")
    return "\n".join(lines)


def _percent(interval: Interval) -> str:
    if interval.share is None:
        return "—"
    return f"{interval.share:.1%} [{interval.low:.1%}–{interval.high:.1%}]"
