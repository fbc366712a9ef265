"""Who says what was searched for, in a card so narrow that a hover has to be broken into lines."""

import pandas as pd
import plotly.graph_objects as go

from svodka.charts import resources
from svodka.charts.style import Style


def by_voice(counts: pd.DataFrame, style: Style, most: int = 20) -> go.Figure:
    """The bars of charts.resources.by_voice; every part carries «concept|voice_id»."""
    drawn = resources.by_voice(counts, style, most=most)
    for bars in drawn.select_traces({"type": "bar"}):
        bars.text = [text.replace("; ", "<br>") for text in bars.text]
    return drawn
