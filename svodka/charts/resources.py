"""How often what is named, and by whom."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from svodka.charts import sheet as sheets
from svodka.charts.matrix import paired
from svodka.charts.rows import THICK, Row, bars, position, rows, touch
from svodka.charts.sheet import Sheet
from svodka.charts.style import Style, plain

# Rows and columns of the table of resources and countries, on a laptop and on a phone.
DOWN, WIDE, NARROW = 16, 8, 4


def by_voice(counts: pd.DataFrame, style: Style, measure: str = "mentions", most: int = 20) -> go.Figure:
    """Bars per concept, a part a voice in the voice's colour, the most named on top; every part carries «concept|voice_id».

    `counts` is an answer like that of analysis.resources.by_voice; `measure` is its column mentions or rate: rates stand side by side in
    one row, from the highest, since they do not add up.
    """
    order = counts.groupby("concept", sort=False)[measure].sum().sort_values(ascending=False, kind="stable")
    if measure == "mentions":
        order = counts.drop_duplicates("concept").set_index("concept")["total"].sort_values(ascending=False, kind="stable")
    order = order.head(most)
    counts = counts[counts["concept"].isin(order.index)]
    labels = counts.drop_duplicates("concept").set_index("concept")[f"label_{style.words.language}"]
    named = [Row(concept, labels[concept], value=_value(counts[counts["concept"] == concept], style, measure)) for concept in order.index]
    drawn = rows(style, named)
    y = {concept: position(index) for index, concept in enumerate(order.index)}
    starts = dict.fromkeys(order.index, 0.0)
    xs, bases, ys, colours, ids, hovers = [], [], [], [], [], []
    for part in counts.sort_values(["rank", "concept"]).itertuples():
        size = float(getattr(part, measure))
        if not size:
            continue
        xs.append(size)
        bases.append(starts[part.concept])
        ys.append(y[part.concept])
        colours.append(style.voice(int(part.rank)))
        ids.append([f"{part.concept}|{part.voice_id}"])
        hovers.append(
            style.words("resources.hover", voice=plain(part.short), mentions=part.mentions, rate=part.rate, passages=part.passages)
        )
        starts[part.concept] += size
    if xs:
        drawn.add_trace(_parts(xs, bases, ys, colours, ids, hovers, style))
    drawn.layout.xaxis.update(range=[0, max([*starts.values(), 1e-9]) * 1.001])
    return drawn


def _value(parts: pd.DataFrame, style: Style, measure: str) -> str:
    if measure == "rate":
        top = parts.sort_values(["rate", "rank"], ascending=[False, True]).iloc[0]
        return style.words("resources.rate", voice=top["short"], rate=top["rate"])
    return style.words.number(int(parts["total"].iloc[0]))


def _parts(
    xs: Sequence[float], bases: Sequence[float], ys: Sequence[float], colours: Sequence[str], ids: list, hovers: Sequence[str], style: Style
) -> go.Bar:
    return go.Bar(
        orientation="h",
        x=xs,
        base=bases,
        y=ys,
        width=THICK * 1.35,
        marker={"color": colours, "line": {"color": style.paper, "width": 1.5}},
        customdata=ids,
        text=hovers,
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def totals(counts: pd.DataFrame, style: Style) -> go.Figure:
    """One bar a concept; every bar carries the concept."""
    values = [style.words("resources.total", mentions=row["mentions"], voices=row["voices"]) for row in counts.to_dict("records")]
    return _plain_bars(list(counts["concept"]), list(counts[f"label_{style.words.language}"]), list(counts["mentions"]), values, style)


def company(named: pd.DataFrame, style: Style) -> go.Figure:
    """One bar for whatever is named in the same paragraphs; every bar carries «concept|other»."""
    return _plain_bars(*_company(named, style), style)


def company_sheet(named: pd.DataFrame, style: Style) -> Sheet:
    """The same as bars."""
    ids, names, sizes, said = _company(named, style)
    return sheets.bars(ids, names, sizes, said, style.words("column.passages"), style)


def _company(named: pd.DataFrame, style: Style) -> tuple[list[str], list[str], list[int], list[str]]:
    ids = [f"{row.concept}|{row.other}" for row in named.itertuples()]
    values = [style.words("resources.passages", n=int(count)) for count in named["passages"]]
    return ids, list(named[f"other_{style.words.language}"]), list(named["passages"]), values


def by_country(pairs: pd.DataFrame, style: Style) -> go.Figure:
    """Discs of resource by country: paragraphs that name both; every disc carries «resource|country»."""
    return paired(pairs, style, DOWN, columns(style))


def columns(style: Style) -> int:
    """How many countries there is room for."""
    return NARROW if style.narrow else WIDE


def _plain_bars(ids: Sequence[str], labels: Sequence[str], sizes: Sequence[int], values: Sequence[str], style: Style) -> go.Figure:
    named = [Row(*row) for row in zip(ids, labels, [""] * len(ids), values, strict=True)]
    drawn = rows(style, named)
    most = float(max(sizes, default=1))
    drawn.layout.xaxis.update(range=[0, most])
    bars(drawn, [float(size) for size in sizes], style.accent)
    touch(drawn, named, (0.0, most), [f"{plain(row.label)}: {row.value}" for row in named])
    return drawn
