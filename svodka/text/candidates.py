"""Rival readings of the same words, and which of them stand."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from svodka.text.homographs import is_ordinary
from svodka.text.terms import ANY
from svodka.text.tokens import Token
from svodka.text.trie import Leaf

# Of two kinds that claim exactly the same words the first wins.
ORDER = {kind: place for place, kind in enumerate(("route", "organisation", "person", "place", "resource", "theme"))}


class Candidate(NamedTuple):
    """Characters start..stop, tokens first..last, read as the leaf says."""

    start: int
    stop: int
    first: int
    last: int
    leaf: Leaf


def undenied(candidates: list[Candidate]) -> list[Candidate]:
    """Without denials and without what they deny: «углекислый газ» is no gas, though «баллон природного газа» is one."""
    denials: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.leaf.denial:
            denials[candidate.leaf.concept].append(candidate)
    if not denials:
        return candidates
    return [
        candidate
        for candidate in candidates
        if not candidate.leaf.denial and not any(_defeats(denial, candidate) for denial in denials.get(candidate.leaf.concept, ()))
    ]


def undoubted(text: str, tokens: list[Token], candidates: list[Candidate]) -> list[Candidate]:
    """Without names that are likelier ordinary words here, unless the text names the same elsewhere beyond doubt.

    «Газу не хватает» is no Gaza in a text without Gaza; surnames are trusted.
    """
    doubted = {
        candidate
        for candidate in candidates
        if candidate.leaf.case != ANY
        and candidate.leaf.kind != "person"
        and not candidate.leaf.quoted
        and candidate.first == candidate.last
        and " " not in candidate.leaf.written  # «Северной (и Южной Кореи)»
        and is_ordinary(text, tokens, candidate.first, candidate.leaf.written)
    }
    if not doubted:
        return candidates
    certain = {candidate.leaf.concept for candidate in candidates if candidate not in doubted}
    return [candidate for candidate in candidates if candidate not in doubted or candidate.leaf.concept in certain]


def longest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Of those that overlap the longest stand, left to right; two of one kind on exactly the same words both do («нефтегазовый»)."""
    kept: list[Candidate] = []
    cluster: list[Candidate] = []
    reach = -1
    for candidate in sorted(candidates, key=lambda it: it[:2]):
        if candidate.start >= reach:
            kept += _settled(cluster)
            cluster = []
        cluster.append(candidate)
        reach = max(reach, candidate.stop)
    return kept + _settled(cluster)


def _settled(cluster: list[Candidate]) -> list[Candidate]:
    if len(cluster) < 2:
        return cluster
    kept: dict[tuple[int, int, str], Candidate] = {}
    for candidate in sorted(cluster, key=_rank):
        rivals = [it for it in kept.values() if it.start < candidate.stop and candidate.start < it.stop]
        same = all((it.start, it.stop, it.leaf.kind) == (candidate.start, candidate.stop, candidate.leaf.kind) for it in rivals)
        if same:
            kept.setdefault((candidate.start, candidate.stop, candidate.leaf.concept), candidate)
    return sorted(kept.values(), key=lambda it: (it.start, it.stop, it.leaf.concept))


def _rank(candidate: Candidate) -> tuple[int, int, int, str, bool]:
    leaf = candidate.leaf
    return candidate.start - candidate.stop, ORDER[leaf.kind], candidate.start, leaf.concept, leaf.metonym


def _defeats(denial: Candidate, candidate: Candidate) -> bool:
    overlap = denial.start < candidate.stop and candidate.start < denial.stop
    return overlap and denial.stop - denial.start >= candidate.stop - candidate.start
