"""An exhibit: what a page, a talk and a file show of an answer, each in its own way."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from svodka.analysis.evidence import Evidence
from svodka.analysis.selection import Selection
from svodka.charts.sheet import Sheet
from svodka.charts.style import Style
from svodka.frames.store import Corpus
from svodka.wording import Words

# Rows of a chart: more would be no picture any more; the table and the files hold them all.
ROWS = 20


class Asked(NamedTuple):
    """The corpus, what the filters keep of it, and how to say and draw it."""

    corpus: Corpus
    selection: Selection
    words: Words
    style: Style


class Behind(NamedTuple):
    """The sentences behind a mark, their title, a hint where nothing was picked, and the name of what they tell of."""

    found: Evidence
    title: str
    hint: str = ""
    name: str = ""


class Told(NamedTuple):
    """One sentence of an exhibit that speaks instead of drawing: its mark, its text, and the rank of the voice it is about, if of one."""

    mark: str
    text: str
    rank: int | None = None


class Exhibit(NamedTuple):
    """One chart, or list of sentences, with its words, its data and what stands behind its marks.

    - `key`: «page.what», and `options` the switches it was made with: together with a selection they make it again;
    - `title`: what the card is called; `finding`: what it shows, a sentence made from the answer, empty where the basis is too thin;
      `subtitle`: how much of what was counted how; `remark`: how to read it and what is left out; `nothing`: why there is nothing to draw;
    - `table`: the answer as the analysis gives it, ids included; `voices`: the rows that name the voices of a legend, if it needs one;
    - `draw`: the figure, its marks with their id first in `customdata`; no traces where there is nothing to draw; None where `told`,
      the sentences, stand instead;
    - `marks`: the ids of the marks, the most important first;
    - `behind(mark, limit)`: at most so many sentences behind a mark; None for an id that the exhibit has not;
    - `sheet`: the numbers of the chart for office programs, and each mark's value in words; a list of sentences has none;
    - `safe(mark)`: what may be said aloud of a mark, where the exhibit knows better than safe.py.
    """

    key: str
    title: str
    subtitle: str
    table: pd.DataFrame
    draw: Callable[[], go.Figure] | None
    marks: Sequence[str]
    behind: Callable[[str, int], Behind | None]
    finding: str = ""
    remark: str = ""
    nothing: str = ""
    voices: pd.DataFrame | None = None
    told: Sequence[Told] = ()
    sheet: Callable[[], Sheet] | None = None
    safe: Callable[[str], str] | None = None
    options: Mapping[str, str] = {}


def capped(said: str, total: int, words: Words) -> str:
    """A subtitle, and that the chart shows only the first rows where it does."""
    return f"{said} · {words('card.capped', shown=ROWS, total=total)}" if total > ROWS else said
