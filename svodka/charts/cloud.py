"""A word cloud whose words can be clicked: laid out by packing.py, drawn by Plotly as text."""

from collections.abc import Sequence
from math import sqrt

import pandas as pd
import plotly.graph_objects as go

from svodka.charts.packing import Word, packed
from svodka.charts.style import FONT, Style, faded, figure, plain
from svodka.charts.words import colours, hovers

# Pixels: text does not shrink with its chart, so the cloud is laid out for the narrowest card of its kind of screen.
WIDE, NARROW, BESIDE = (480, 300), (300, 340), (340, 400)
LARGEST, SMALLEST = {WIDE: 54, NARROW: 40, BESIDE: 40}, 12


def words(frequencies: pd.DataFrame, style: Style, colour: str) -> go.Figure:
    """Words whose area shows their frequency, the same layout for the same frequencies; every word carries its lemma as its id.

    `frequencies` is the answer of analysis.words.frequencies: `lemma, word, n`.
    """
    ids, written, times = (list(frequencies[name]) for name in ("lemma", "word", "n"))
    hover = [style.words("words.hover", word=plain(word), n=int(n)) for word, n in zip(written, times, strict=True)]
    return _cloud(ids, written, [sqrt(n) for n in times], [colour] * len(ids), hover, style, NARROW if style.narrow else WIDE)


def stressed(listed: pd.DataFrame, style: Style, measure: str = "frequency") -> go.Figure:
    """Words or phrases sized by frequency or distinctiveness, in the colour of the voice that surely stresses each, else in grey.

    `listed` is the answer of analysis.words.stressed; the ids are its items. It fills a card of any width from its own on: the words move
    apart and do not grow.
    """
    sizes = [sqrt(n) for n in listed["n"]] if measure == "frequency" else list(listed["z"])
    size = NARROW if style.narrow else BESIDE
    drawn = _cloud(
        list(listed["item"]), list(listed["word"]), sizes, colours(listed, style, style.muted), hovers(listed, style), style, size
    )
    drawn.layout.xaxis.update(scaleanchor=None, constrain=None)
    return drawn


def _cloud(
    ids: Sequence[str],
    written: Sequence[str],
    sizes: Sequence[float],
    inks: Sequence[str],
    hover: Sequence[str],
    style: Style,
    size: tuple[int, int],
) -> go.Figure:
    width, height = size
    drawn = figure(style, height)
    drawn.layout.margin.update(l=0, r=0, t=0, b=0)
    drawn.layout.xaxis.update(range=[0, width], showticklabels=False, scaleanchor="y", constrain="range")
    drawn.layout.yaxis.update(range=[-height, 0])
    if not ids:
        return drawn
    known: dict[str, int] = {}
    for at in sorted(range(len(ids)), key=lambda at: (-sizes[at], written[at], ids[at])):
        known.setdefault(written[at], at)  # of two words written alike the first
    placed = packed(tuple((word, float(sizes[at])) for word, at in known.items()), size, LARGEST[size], SMALLEST)
    shown = [known[word.text] for word in placed]
    drawn.add_trace(
        go.Scatter(
            x=[word.x for word in placed],
            y=[-word.y for word in placed],
            mode="text",
            text=[f"<b>{plain(word.text)}</b>" for word in placed],
            textposition="middle center",
            textfont={"family": FONT, "size": [word.points for word in placed], "color": [inks[at] for at in shown]},
            customdata=[[ids[at]] for at in shown],
            hoverinfo="skip",
            cliponaxis=False,
            selected={"textfont": {"color": style.ink}},  # with it the others keep their colours
        )
    )
    _touch(drawn, placed, [ids[at] for at in shown], [hover[at] for at in shown], style)
    return drawn


def _touch(drawn: go.Figure, placed: Sequence[Word], ids: Sequence[str], hover: Sequence[str], style: Style) -> None:
    """Make every word a target as large as it is: text alone hears a click near its middle only."""
    drawn.add_trace(
        go.Bar(
            x=[word.x for word in placed],
            width=[word.width for word in placed],
            base=[-word.bottom for word in placed],
            y=[word.bottom - word.top for word in placed],
            customdata=[[id_] for id_ in ids],
            marker={"color": "rgba(0,0,0,0)", "line_width": 0},
            text=list(hover),
            textposition="none",
            hovertemplate="%{text}<extra></extra>",
            selected={"marker": {"color": faded(style.accent, 0.16), "opacity": 1}},
            unselected={"marker": {"opacity": 1}},
            name="touch",
        )
    )
