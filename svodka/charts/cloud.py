"""A word cloud whose words can be clicked: laid out by the wordcloud library, drawn by Plotly as text."""

from functools import lru_cache
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go

from svodka.charts.style import FONT, Style, figure, plain

TYPEFACE = Path(__file__).with_name("fonts") / "PTSans-Bold.ttf"
# Pixels: text does not shrink with its chart, so the cloud is laid out for the narrowest card of its kind of screen.
WIDE, NARROW = (480, 300), (300, 340)
SEED = 7
LARGEST, SMALLEST = {WIDE: 54, NARROW: 40}, 11


def words(frequencies: pd.DataFrame, style: Style, colour: str) -> go.Figure:
    """Words sized by frequency, the same layout for the same frequencies; every word carries its lemma as its id.

    `frequencies` is the answer of analysis.words.frequencies: `lemma, word, n`.
    """
    size = NARROW if style.narrow else WIDE
    width, height = size
    drawn = figure(style, height)
    drawn.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0})
    drawn.update_xaxes(range=[0, width], showticklabels=False, scaleanchor="y", constrain="range")
    drawn.update_yaxes(range=[-height, 0])
    ordered = dict(sorted(zip(frequencies["word"], frequencies["n"], strict=True), key=lambda pair: (-pair[1], pair[0])))
    if not ordered:
        return drawn
    lemmas = dict(zip(frequencies["word"], frequencies["lemma"], strict=True))
    placed = _layout(tuple(ordered.items()), size)
    drawn.add_trace(
        go.Scatter(
            x=[x for _, _, x, _ in placed],
            y=[-y for _, _, _, y in placed],
            mode="text",
            text=[f"<b>{plain(word)}</b>" for word, *_ in placed],
            textposition="middle center",
            textfont={"family": FONT, "size": [points for _, points, *_ in placed], "color": colour},
            customdata=[[lemmas[word]] for word, *_ in placed],
            hovertext=[style.words("words.hover", word=plain(word), n=int(ordered[word])) for word, *_ in placed],
            hovertemplate="%{hovertext}<extra></extra>",
            unselected={"textfont": {"color": colour}},
        )
    )
    return drawn


@lru_cache(maxsize=128)
def _layout(frequencies: tuple[tuple[str, int], ...], size: tuple[int, int]) -> list[tuple[str, int, float, float]]:
    """Words with their height and the place of their middle, in pixels from the upper left corner."""
    from wordcloud import WordCloud  # 0.4 s, mostly matplotlib: only the page that shows a cloud pays

    cloud = WordCloud(
        font_path=str(TYPEFACE),
        width=size[0],
        height=size[1],
        max_words=len(frequencies),
        max_font_size=LARGEST[size],
        min_font_size=SMALLEST,
        prefer_horizontal=1.0,
        relative_scaling=0.5,
        collocations=False,
        normalize_plurals=False,
        random_state=SEED,
        margin=3,
    ).generate_from_frequencies(dict(frequencies))
    return [(word, points, *_middle(word, points, x, y)) for (word, _), points, (y, x), *_ in cloud.layout_]


def _middle(word: str, points: int, x: int, y: int) -> tuple[float, float]:
    """The middle of a word whose upper left corner is given."""
    from PIL import ImageFont

    _, _, width, height = ImageFont.truetype(str(TYPEFACE), points).getbbox(word, anchor="lt")
    return x + width / 2, y + height / 2
