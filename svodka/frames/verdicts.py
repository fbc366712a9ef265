"""What can be said of a claim beside the others: confirmed, disputed, incomparable or single. Nothing here rates truth."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain, takewhile
from typing import Any

from svodka.frames.likeness import COMPARED, PARTIES, number, significant, truth

# A slot is known when all of these are stated: then two numbers for it contradict each other.
SLOT = ("payer", "place", "measure", "status")
CONFIRMING = 2

Row = Mapping[str, Any]
Stated = Mapping[str, str]


def verdicts(rows: Sequence[Row], articles: Sequence[set[str]], fields: Sequence[Stated]) -> list[str]:
    """A verdict a claim, of its row, the articles that carry it and what it states (likeness.COMPARED).

    - disputed: another article gives a number for the same slot that excludes this one;
    - confirmed: two independent sources or more;
    - incomparable: another claim has the same number and differs in a stated field;
    - single: one source.
    """
    disputed = _disputed(rows, articles)
    alike = _alike(rows, fields)
    return [
        "disputed" if at in disputed else "confirmed" if row["sources"] >= CONFIRMING else "incomparable" if at in alike else "single"
        for at, row in enumerate(rows)
    ]


def slot(row: Row, stated: Stated) -> str | None:
    """What a claim gives a number for, written as one key; None where the claim does not say enough or gives no number."""
    if not all(name in stated for name in SLOT) or number(row["low"], row["high"]) is None:
        return None
    period = [row[end].date().isoformat() if row[end] else "" for end in ("period_from", "period_to")]
    return "|".join([*(stated.get(name, "") for name in COMPARED), *period, row["unit"]])


def _disputed(rows: Sequence[Row], articles: Sequence[set[str]]) -> set[int]:
    """Claims whose slot holds, in another article, a number that excludes theirs."""
    slots: dict[str, list[tuple[float, float, int]]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row["slot"]:
            slots[row["slot"]].append((*truth(row["low"], row["high"], row["shape"]), at))
    found = set()
    for rivals in slots.values():
        lowest, highest = sorted(rivals, key=lambda item: item[1]), sorted(rivals, key=lambda item: -item[0])
        for low, high, at in rivals:
            below = (other for _, far, other in takewhile(lambda item, low=low: item[1] < low, lowest))
            above = (other for near, _, other in takewhile(lambda item, high=high: item[0] > high, highest))
            if any(articles[at].isdisjoint(articles[other]) for other in chain(below, above)):
                found.add(at)
    return found


def _alike(rows: Sequence[Row], fields: Sequence[Stated]) -> set[int]:
    """Claims with the number of another claim that states a field otherwise; a round number is alike with a party in common only."""
    groups: dict[tuple, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        told = number(row["low"], row["high"])
        if told is None:
            continue
        if all(map(significant, told)):
            groups[row["unit"], told].append(at)
        else:
            for party in {(name, fields[at][name]) for name in PARTIES if name in fields[at]}:
                groups[row["unit"], told, party].append(at)
    found = set()
    for group in groups.values():
        for name in COMPARED:
            if len({fields[at][name] for at in group if name in fields[at]}) > 1:
                found.update(at for at in group if name in fields[at])
    return found
