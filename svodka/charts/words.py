"""Words and phrases as bars, in the colours of the voices that stress them."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from svodka.charts import sheet as sheets
from svodka.charts.rows import LOW_ROW, Row, bars, rows, touch
from svodka.charts.sheet import Sheet
from svodka.charts.style import Style, plain, shortened

# Letters of a name at the right edge of a row, which is half a card wide.
NAME = 18


def stressed(listed: pd.DataFrame, style: Style, measure: str = "frequency") -> go.Figure:
    """One bar a word or phrase of analysis.words.stressed, in its order: times, or how far it sets its voice apart; ids: items."""
    named = [Row(record["item"], record["word"], value=said(record, style), strong=False) for record in listed.to_dict("records")]
    drawn = rows(style._replace(narrow=True), named, height=LOW_ROW)
    lengths = [float(length) for length in listed["n" if measure == "frequency" else "z"]]
    most = max(lengths, default=1.0)
    drawn.layout.xaxis.update(range=[0, most])
    bars(drawn, lengths, colours(listed, style, style.neutral))
    touch(drawn, named, (0.0, most), hovers(listed, style))
    return drawn


def sheet(listed: pd.DataFrame, style: Style, measure: str = "frequency") -> Sheet:
    """The same as bars."""
    told = [said(record, style) for record in listed.to_dict("records")]
    column, title = ("n", "column.n") if measure == "frequency" else ("z", "column.z")
    return sheets.bars(list(listed["item"]), list(listed["word"]), list(listed[column]), told, style.words(title), style)


def colours(listed: pd.DataFrame, style: Style, otherwise: str) -> list[str]:
    """The colour of the voice that surely stresses each word, another one where none does."""
    return [style.voice(int(row.rank)) if row.distinct else otherwise for row in listed.itertuples()]


def hovers(listed: pd.DataFrame, style: Style) -> list[str]:
    """What the tooltip of each word says."""
    return [_hover(record, style) for record in listed.to_dict("records")]


def said(record: dict[str, Any], style: Style) -> str:
    """How often, and how many of these by the voice that surely stresses it: «12 · Иванов 9»."""
    if not record["distinct"]:
        return style.words.number(int(record["n"]))
    return style.words("words.value.voice", n=int(record["n"]), voice=shortened(record["voice"], NAME), own=int(record["own"]))


def _hover(record: dict[str, Any], style: Style) -> str:
    words = style.words
    counted = {"word": plain(record["word"]), "n": int(record["n"]), "articles": int(record["articles"])}
    if not record["distinct"]:
        return words("words.hover.even", **counted)
    return words("words.hover.voice", voice=plain(record["voice"]), own=int(record["own"]), **counted)
