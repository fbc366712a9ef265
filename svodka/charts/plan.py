"""Where the concepts of a network stand, and where on its lines the numbers."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Point = tuple[float, float]

# A number is as high as this; where on a line it may stand, the first place that is free.
NUMBER = 19
STOPS = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75)
# Air around a disc with its name, as far as there is room; rounds of moving apart, each by a part of what is wanting.
AIR, ROUNDS, STEP = 22, 60, 0.6
# The whole may be turned: tried are so many angles.
TURNS = 4


class Box(NamedTuple):
    """How far a rectangle reaches from its point: to either side, up and down."""

    half: float
    up: float
    down: float


class Plan(NamedTuple):
    """Where everything stands, in pixels from the lower left: concepts by id, numbers by pair; `crowd` is the area that overlaps."""

    nodes: Mapping[str, Point]
    numbers: Mapping[tuple[str, str], Point]
    crowd: float


@lru_cache(maxsize=64)
def planned(
    boxes: tuple[tuple[str, Box], ...], edges: tuple[tuple[str, str], ...], numbers: tuple[float, ...], width: float, height: float
) -> Plan:
    """Concepts that are linked stand close, names do not overlap; the same on every run.

    `boxes`: the room that a concept takes, its disc as high as it reaches up and its name below; `numbers`: the sizes of those on lines.
    """
    ids = [id_ for id_, _ in boxes]
    room = np.array([box for _, box in boxes], float)
    lines = np.array([(ids.index(first), ids.index(second)) for first, second in edges])
    laid, plans = _laid(ids, edges), []
    for turn in range(TURNS):
        at = _fitted(_turned(laid, turn), room, width, height)
        for air in (AIR / 2, 0):
            at = _apart(at, room + air, lines, width, height)
        nodes = {id_: (float(x), float(y)) for id_, (x, y) in zip(ids, np.round(at, 1), strict=True)}
        plans.append(_numbered(nodes, dict(boxes), dict(zip(edges, numbers, strict=True))))
    return min(plans, key=lambda plan: plan.crowd)


def _turned(at: Array, turn: int) -> Array:
    angle = np.pi * turn / TURNS
    return at @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


def _laid(ids: Sequence[str], edges: Iterable[tuple[str, str]]) -> Array:
    """Places in some unit: the distance of two is about the number of lines between them (Kamada and Kawai 1989)."""
    import networkx as nx  # a fifth of a second, for those who look at a network

    graph = nx.Graph()
    graph.add_nodes_from(ids)
    graph.add_edges_from(edges)
    near = {one: dict(found) for one, found in nx.all_pairs_shortest_path_length(graph)}
    apart = 1 + max(max(found.values()) for found in near.values()) / 4
    distances = {one: {other: near[one].get(other, apart) for other in ids} for one in ids}
    places = nx.kamada_kawai_layout(graph, dist=distances, pos=nx.circular_layout(graph))
    return np.array([places[id_] for id_ in ids])


def _fitted(places: Array, room: Array, width: float, height: float) -> Array:
    """The places stretched over the room."""
    reach = np.maximum(np.ptp(places, axis=0), 1e-9)
    return _inside(np.round((places - places.min(axis=0)) / reach, 3) * (width, height), room, width, height)


def _inside(at: Array, room: Array, width: float, height: float) -> Array:
    half, up, down = room.T
    return np.clip(at, np.column_stack([half, down]), np.column_stack([width - half, height - up]))


def _apart(at: Array, room: Array, lines: Array, width: float, height: float) -> Array:
    """The places moved until no two boxes overlap and no line runs through a third disc, within the room."""
    for _ in range(ROUNDS):
        moves = _from_boxes(at, room) + _from_lines(at, room[:, 1], lines)
        if not moves.any():
            break
        at = _inside(at + STEP * moves, room, width, height)
    return at


def _from_boxes(at: Array, room: Array) -> Array:
    """Of two boxes that overlap each gives way by half, on the shorter way."""
    half, up, down = room.T
    off = at[:, None] - at[None, :]
    before = np.where(np.tri(len(at), k=-1, dtype=bool), 1.0, -1.0)
    signs = np.where(off == 0, before[:, :, None], np.sign(off))
    across = half[:, None] + half[None, :] - np.abs(off[:, :, 0])
    top, foot = at[:, 1] + up, at[:, 1] - down
    along = np.minimum(top[:, None], top[None, :]) - np.maximum(foot[:, None], foot[None, :])
    meet = (across > 0) & (along > 0) & ~np.eye(len(at), dtype=bool)
    sideways = meet & (across < along)
    return np.column_stack(
        [
            np.where(sideways, signs[:, :, 0] * (across / 2 + 1), 0).sum(axis=1),
            np.where(meet & ~sideways, signs[:, :, 1] * (along / 2 + 1), 0).sum(axis=1),
        ]
    )


def _from_lines(at: Array, radius: Array, lines: Array) -> Array:
    """A disc gives way sideways to a line between two others."""
    begin, end = at[lines[:, 0]], at[lines[:, 1]]
    long = np.maximum(np.linalg.norm(end - begin, axis=1), 1e-9)
    ahead = (end - begin) / long[:, None]
    aside = np.column_stack([-ahead[:, 1], ahead[:, 0]])
    off = at[None, :] - begin[:, None]
    along, across = np.einsum("enk,ek->en", off, ahead) / long[:, None], np.einsum("enk,ek->en", off, aside)
    wanting = radius[None, :] - np.abs(across)
    own = (np.arange(len(at))[None, :, None] == lines[:, None, :]).any(axis=2)
    hit = (along > 0) & (along < 1) & (wanting > 0) & ~own
    steps = np.where(hit, np.where(across >= 0, 1, -1) * (wanting / 2 + 1), 0)
    return np.einsum("en,ek->nk", steps, aside)


def _numbered(nodes: Mapping[str, Point], room: Mapping[str, Box], sizes: Mapping[tuple[str, str], float]) -> Plan:
    """The plan with every number at the place on its line where it lies least on names, discs and other numbers."""
    taken = [(at, room[id_]) for id_, at in nodes.items()]
    crowd = sum(overlap(*one, *other) for one, other in combinations(taken, 2))
    found = {}
    for (first, second), size in sizes.items():
        own = Box(size / 2, NUMBER / 2, NUMBER / 2)
        (x, y), (to_x, to_y) = nodes[first], nodes[second]
        offered = [(round(x + (to_x - x) * stop, 1), round(y + (to_y - y) * stop, 1)) for stop in STOPS]
        areas = [sum(overlap(at, own, *other) for other in taken) for at in offered]
        crowd += min(areas)
        found[first, second] = offered[areas.index(min(areas))]
        taken.append((found[first, second], own))
    return Plan(nodes, found, crowd)


def overlap(at: Point, box: Box, other: Point, its: Box) -> float:
    """The area that two boxes have in common."""
    across = box.half + its.half - abs(at[0] - other[0])
    along = min(at[1] + box.up, other[1] + its.up) - max(at[1] - box.down, other[1] - its.down)
    return max(across, 0.0) * max(along, 0.0)
