"""The numbers of a chart as an office program draws and edits them: rows with their values, no pixels."""

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from svodka.charts.style import Style


class Series(NamedTuple):
    """One column of numbers: its name, a value a row (None where there is none), and its colour as `#rrggbb`."""

    name: str
    values: tuple[float | None, ...]
    colour: str


class Sheet(NamedTuple):
    """The data of one chart.

    - `kind`: bars (one series), stacked (parts of a whole, a series each), ranges (two series: the sure low and the possible high of
      each row), dots (three: low bound, value, high bound), lines (a series a line, the rows are points of time), mirrored (two series
      that look away from each other), picture (no native chart; the series are what is known of each row);
    - `ids` of the rows, the ids of the marks; `categories`: their names; `said`: the value of each row in words;
    - `number`: a spreadsheet's number format; `logarithmic`: the scale of the value axis.
    """

    kind: str
    ids: tuple[str, ...]
    categories: tuple[str, ...]
    said: tuple[str, ...]
    series: tuple[Series, ...]
    number: str = "General"
    logarithmic: bool = False


def bars(ids: Sequence[str], names: Sequence[str], values: Sequence[float], said: Sequence[str], title: str, style: Style) -> Sheet:
    """One bar a row; `title` names what is counted."""
    return Sheet("bars", tuple(ids), tuple(names), tuple(said), (Series(title, numbers(values), style.accent),))


def picture(ids: Sequence[str], names: Sequence[str], values: Sequence[float], said: Sequence[str], title: str, style: Style) -> Sheet:
    """The rows behind a picture that no office program draws."""
    return bars(ids, names, values, said, title, style)._replace(kind="picture")


def stacked(counts: pd.DataFrame, style: Style, measure: str = "mentions") -> Sheet:
    """A row a concept and a series a voice, from an answer that has `concept, label_…, voice_id, short, rank` and the measure.

    Rates do not add up: of them there is no native chart.
    """
    concepts = counts.drop_duplicates("concept")
    cells = {(row.concept, row.voice_id): float(getattr(row, measure)) for row in counts.itertuples()}
    voices = counts.drop_duplicates("voice_id").sort_values("rank")
    ids = tuple(concepts["concept"])
    totals = counts.groupby("concept")[measure].sum()
    return Sheet(
        "stacked" if measure == "mentions" else "picture",
        ids,
        tuple(concepts[f"label_{style.words.language}"]),
        tuple(style.words.number(float(totals[concept])) for concept in ids),
        tuple(
            Series(voice.short, tuple(cells.get((concept, voice.voice_id)) for concept in ids), style.voice(int(voice.rank)))
            for voice in voices.itertuples()
        ),
        "0" if measure == "mentions" else "0.0",
    )


def numbers(values: Sequence[float]) -> tuple[float | None, ...]:
    """Floats; what is not a number is None."""
    return tuple(None if value is None or value != value else float(value) for value in values)
