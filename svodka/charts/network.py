"""A network of what is named together: concepts as discs, pairs as lines, each pair with its number to be clicked."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from svodka.charts.matrix import told, wrapped
from svodka.charts.plan import NUMBER, Box, Plan, planned
from svodka.charts.style import Style, figure, mixed, plain

# The shape of a kind, and the voice of the palette whose colour it has: that of its highlight in the Reader.
SHAPES = {"theme": ("square", "■", 3), "resource": ("diamond", "◆", 4), "place": ("circle", "●", 0)}
# Pixels: the room that a card surely has, letters of 13 pixels, discs, lines.
WIDE, NARROW = (535, 580), (310, 480)
LETTER, LINE = 7.0, 16
DIGIT, RIM = 5.0, 7
SMALLEST, LARGEST = 12, 38
THIN, THICK, CLASSES = 1.2, 7.0, 4
# Letters of a line of a name.
LETTERS = 17
KEY = 26


class Node(NamedTuple):
    """A concept: how it is called, of which kind it is, in how many passages it is named."""

    id: str
    label: str
    kind: str
    passages: int


def network(pairs: pd.DataFrame, style: Style) -> go.Figure:
    """Concepts sized by passages, pairs by passages with both; `pairs` is an answer of analysis.themes.network.

    A disc carries its concept, the number on a line «first|second». Pairs that are not surely more than expected are drawn pale.
    """
    width, height = NARROW if style.narrow else WIDE
    drawn = figure(style, height + KEY)
    drawn.layout.margin.update(t=0, b=0)
    drawn.layout.xaxis.update(range=[0, width], visible=False)
    drawn.layout.yaxis.update(range=[0, height + KEY], visible=False)
    if pairs.empty:
        return drawn
    nodes = nodes_of(pairs, style)
    sizes = _sizes(nodes)
    edges = tuple(zip(pairs["first"], pairs["second"], strict=True))
    numbers = tuple(size_of(count) for count in pairs["observed"])
    plan = planned(tuple((node.id, box(node, sizes[node.id])) for node in nodes), edges, numbers, width, height)
    drawn.add_traces([*_lines(pairs, plan, style), _discs(nodes, sizes, plan, style), _numbers(pairs, plan, style)])
    drawn.add_trace(_key(nodes, height, style))
    return drawn


def nodes_of(pairs: pd.DataFrame, style: Style) -> list[Node]:
    """The concepts of the pairs, those named in most passages first."""
    found = {
        row[side]: Node(row[side], row[f"{side}_{style.words.language}"], row[f"{side}_kind"], int(row[f"{side}_passages"]))
        for row in pairs.to_dict("records")
        for side in ("first", "second")
    }
    return sorted(found.values(), key=lambda node: (-node.passages, node.id))


def box(node: Node, size: float) -> Box:
    """The room a concept takes: its disc, and its name below."""
    lines = wrapped(node.label, LETTERS)
    return Box(max(size, LETTER * max(map(len, lines))) / 2 + 3, size / 2 + 2, size / 2 + LINE * len(lines) + 4)


def size_of(count: int) -> float:
    """How wide the disc of a number is."""
    return max(NUMBER, RIM + DIGIT * len(str(count)))


def _sizes(nodes: Sequence[Node]) -> dict[str, float]:
    most = max(node.passages for node in nodes)
    return {node.id: max(SMALLEST, LARGEST * (node.passages / most) ** 0.5) for node in nodes}


def _lines(pairs: pd.DataFrame, plan: Plan, style: Style) -> list[go.Scatter]:
    """The lines, in a few classes of width."""
    most = pairs["observed"].max()
    classes = (pairs["observed"] / most * CLASSES).map(ceil)
    drawn = []
    for (step, sure), group in pairs.groupby([classes, pairs["sure"]]):
        ends = [(plan.nodes[first], plan.nodes[second]) for first, second in zip(group["first"], group["second"], strict=True)]
        drawn.append(
            go.Scatter(
                x=[x for (x, _), (to_x, _) in ends for x in (x, to_x, None)],
                y=[y for (_, y), (_, to_y) in ends for y in (y, to_y, None)],
                mode="lines",
                line={
                    "width": THIN + (THICK - THIN) * (step - 1) / (CLASSES - 1),
                    "color": mixed(style.neutral, style.paper, 0.55 if sure else 0.3),
                },
                hoverinfo="skip",
                cliponaxis=False,
            )
        )
    return drawn


def _numbers(pairs: pd.DataFrame, plan: Plan, style: Style) -> go.Scatter:
    words = style.words
    places = [plan.numbers[pair] for pair in zip(pairs["first"], pairs["second"], strict=True)]
    return go.Scatter(
        x=[x for x, _ in places],
        y=[y for _, y in places],
        mode="markers+text",
        text=[str(count) for count in pairs["observed"]],
        textfont={"size": [11 if count < 100 else 10 for count in pairs["observed"]], "color": style.ink},
        marker={
            "size": [size_of(count) for count in pairs["observed"]],
            "color": style.paper,
            "opacity": 1,
            "line": {"width": 1, "color": style.neutral},
        },
        customdata=[[f"{first}|{second}"] for first, second in zip(pairs["first"], pairs["second"], strict=True)],
        hovertext=[told(pair, words) for pair in pairs.to_dict("records")],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}, "textfont": {"color": style.ink}},
    )


def _discs(nodes: Sequence[Node], sizes: Mapping[str, float], plan: Plan, style: Style) -> go.Scatter:
    colours = [style.voices[SHAPES[node.kind][2]] for node in nodes]
    halo = ",".join([f"0 0 3px {style.paper}"] * 3)
    return go.Scatter(
        x=[plan.nodes[node.id][0] for node in nodes],
        y=[plan.nodes[node.id][1] for node in nodes],
        mode="markers+text",
        text=["<br>".join(map(plain, wrapped(node.label, LETTERS))) for node in nodes],
        textposition="bottom center",
        textfont={"size": 13, "color": style.ink, "shadow": halo},
        marker={
            "symbol": [SHAPES[node.kind][0] for node in nodes],
            "size": [sizes[node.id] for node in nodes],
            "color": [mixed(colour, style.paper, 0.35) for colour in colours],
            "opacity": 1,
            "line": {"width": 1.5, "color": colours},
        },
        customdata=[[node.id] for node in nodes],
        hovertext=[f"<b>{plain(node.label)}</b><br>{style.words('network.hover.concept', passages=node.passages)}" for node in nodes],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}, "textfont": {"color": style.ink}},
    )


def _key(nodes: Sequence[Node], height: float, style: Style) -> go.Scatter:
    """What the shapes mean, in a line above."""
    kinds = {node.kind for node in nodes}
    signs = [
        f"<span style='color:{style.voices[colour]}'>{sign}</span> {style.words(f'kinds.{kind}')}"
        for kind, (_, sign, colour) in SHAPES.items()
        if kind in kinds
    ]
    told = "   ".join([*signs, style.words("network.key")])
    return go.Scatter(
        x=[0],
        y=[height + KEY / 2],
        mode="text",
        text=[told],
        textposition="middle right",
        textfont={"size": 12, "color": style.muted},
        hoverinfo="skip",
        cliponaxis=False,
        unselected={"textfont": {"color": style.muted}},
    )
