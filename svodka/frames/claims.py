"""Claims: what the articles assert about money, each with the quantities that assert it.

Matching proposes by what two statements share (likeness.py) and never merges what differs in a stated field. The answer does not depend
on the order of the articles.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import pyarrow as pa

from svodka.frames.likeness import DOLLARS, Interval, Link, Statement, anchors, differing, link, meet
from svodka.frames.origins import origins
from svodka.frames.schema import CLAIM_QUANTITIES, CLAIMS
from svodka.frames.statements import Said
from svodka.frames.verdicts import slot, verdicts

# Of two wordings the one that promises less is repeated.
CAUTION = ("vague", "range", "more", "at_least", "up_to", "less", "about", "exact")
STATED = ("measure", "status", "payer", "recipient", "resource", "place", "rhythm", "period_from", "period_to")
AMOUNT = ("unit", "low", "high", "shape", "scale", "usd_low", "usd_high")


class Group(NamedTuple):
    """Statements of one claim, what they state together and the numbers that suit them all."""

    members: list[Statement]
    fields: dict[str, str]
    intervals: dict[str, Interval]


def tables(said: Said) -> dict[str, pa.Table]:
    """The tables `claims` and `claim_quantities` of all statements, sorted by claim."""
    groups = grouped(said.statements)
    rows = [_row(group, said) for group in groups]
    judged = verdicts(rows, [{member.article_id for member in group.members} for group in groups], [group.fields for group in groups])
    listed = [tuple((row | {"verdict": verdict})[column] for column in CLAIMS.columns) for row, verdict in zip(rows, judged, strict=True)]
    pairs = [(row["claim_id"], id_) for row, group in zip(rows, groups, strict=True) for member in group.members for id_ in member.ids]
    return {"claims": CLAIMS.table(listed), "claim_quantities": CLAIM_QUANTITIES.table(pairs)}


def grouped(statements: Iterable[Statement]) -> list[Group]:
    """The statements by what they assert: the best founded links first, and none that would join what differs."""
    known = {statement.id: statement for statement in statements}
    groups = {id_: Group([one], dict(one.fields), dict(one.intervals)) for id_, one in known.items()}
    for found in sorted(_clear(links(known.values()), known), key=lambda found: (-found.shared, not found.same, found.first, found.second)):
        one, other = groups[found.first], groups[found.second]
        if one is other or differing(one.fields, other.fields) or (common := meet(one.intervals, other.intervals)) is None:
            continue
        large, small = (one, other) if len(one.members) >= len(other.members) else (other, one)
        large.members.extend(small.members)
        large.fields.update(small.fields)
        large.intervals.update(common)
        groups |= dict.fromkeys((member.id for member in small.members), large)
    distinct = {id(group): group for group in groups.values()}.values()
    return sorted(
        (group._replace(members=sorted(group.members, key=lambda one: one.id)) for group in distinct), key=lambda group: group.members[0].id
    )


def links(statements: Iterable[Statement]) -> list[Link]:
    """Every link, once; only statements with something in common and numbers within reach of each other are compared.

    Of statements linked to each other that state the same, the last stands for all when more come.
    """
    blocks: dict[tuple[str, str], list[tuple[Interval, Statement]]] = defaultdict(list)
    for statement in statements:
        for measure, interval in statement.intervals.items():
            if measure in statement.numbers or measure == DOLLARS:
                for anchor in anchors(statement):
                    blocks[measure, anchor].append((interval, statement))
    return sorted({made for (measure, _), block in blocks.items() for made in _swept(block, measure == DOLLARS)})


def _swept(block: list[tuple[Interval, Statement]], crossing: bool) -> Iterable[Link]:
    """Links within a block; `crossing` from one currency to another only."""
    near: dict[Any, list[tuple[float, Statement]]] = {}
    for (low, high), one in sorted(block, key=lambda item: (item[0], item[1].id)):
        alike = (frozenset(one.numbers), frozenset(one.fields.items()), frozenset(one.numbers.items()))
        linked = set()
        for known, others in list(near.items()):
            others[:] = [item for item in others if item[0] >= low]
            if not others:
                del near[known]
            for _, other in others if not crossing or alike[0].isdisjoint(known[0]) else ():
                if made := link(one, other):
                    linked.add(other.id)
                    yield made
        near[alike] = [item for item in near.get(alike, []) if item[1].id not in linked] + [(high, one)]


def _clear(found: Iterable[Link], known: Mapping[str, Statement]) -> Iterable[Link]:
    """Links but the weak ones of a statement that could as well belong to either of two claims that differ: it stays apart."""
    options: dict[tuple[str, str], set[str]] = defaultdict(set)
    weak = [made for made in found if made.shared < 2]
    for made in weak:
        for one, other in ((known[made.first], known[made.second]), (known[made.second], known[made.first])):
            for field in other.fields.keys() - one.fields.keys():
                options[one.id, field].add(other.fields[field])
    unclear = {id_ for (id_, _), values in options.items() if len(values) > 1}
    return (made for made in found if made.shared > 1 or unclear.isdisjoint((made.first, made.second)))


def _row(group: Group, said: Said) -> dict[str, Any]:
    """A claim as its best described statement has it; what that one does not state is taken from the others."""
    rows = [said.rows[member.id] for member in group.members]
    rows.sort(key=lambda row: (-sum(row[name] is not None for name in STATED), row["status"] is None, CAUTION.index(row["shape"])))
    told = {name: next((row[name] for row in rows if row[name] is not None), None) for name in STATED}
    amount = {name: rows[0][name] for name in AMOUNT}
    return {
        "claim_id": group.members[0].id,
        "kind": rows[0]["kind"],
        **told,
        **amount,
        "slot": slot(told | amount, group.fields),
        "mentions": len(group.members),
        "voices": len({member.voice_id for member in group.members}),
        "sources": origins([(member.article_id, member.voice_id, said.sentences[member.id]) for member in group.members]),
    }
