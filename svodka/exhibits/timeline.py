"""Dates named: all of them on one axis, and what lies ahead as a list, each date with its sentences."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from svodka.analysis import evidence
from svodka.analysis import timeline as analysis
from svodka.charts import sheet as sheets
from svodka.charts import timeline as charts
from svodka.charts.calendar import label
from svodka.charts.sheet import Sheet
from svodka.charts.style import shortened
from svodka.exhibits.exhibit import ROWS, Asked, Behind, Exhibit, Told
from svodka.wording import Words, capital

# Dates that can be told apart on an axis: on a laptop, on a phone.
WIDE, NARROW = 40, 24
FEWEST = 3
# Of the dates of which nothing says whether they are past, so many of the latest may lie ahead.
LATEST = 3
LONGEST = 220


def timeline(asked: Asked) -> Exhibit:
    """The dates that have a calendar, past, present and planned; on a large corpus by year, the most named ones."""
    corpus, selection, words, style = asked
    dates = analysis.dates(corpus, selection)
    published = analysis.published(corpus, selection)
    most = NARROW if style.narrow else WIDE
    yearly = int(dates["from"].notna().sum()) > most
    rows = analysis.dates(corpus, selection, yearly=True) if yearly else dates
    rows = rows[rows["from"].notna()]
    drawn = rows.sort_values(["mentions", "from"], ascending=[False, True], kind="stable").head(most).sort_index()
    places = dict(zip(rows["id"], rows["places"], strict=True)) | _far(drawn)
    names = {date["id"]: label(date, words) for date in rows.to_dict("records")}

    def sentences(mark: str, limit: int) -> Behind | None:
        if mark not in places:
            return None
        side, _, year = mark.partition("|")
        name = names.get(mark) or words(f"timeline.{side}.name", year=year)
        return _behind(asked, name, places[mark], limit)

    return Exhibit(
        key="map.timeline",
        title=words("timeline.card"),
        subtitle=_subtitle(rows, len(drawn), yearly, words),
        table=_table(dates, words),
        draw=lambda: charts.timeline(drawn, style, published.last),
        marks=list(drawn.sort_values("mentions", ascending=False, kind="stable")["id"]),
        behind=sentences,
        finding=_most_named(rows, words),
        remark=_remark(dates, published, words),
        nothing=words("timeline.nothing", n=int(dates["mentions"].sum())) if len(dates) else "",
        sheet=lambda: _rows(drawn, names, asked),
    )


def _rows(drawn: pd.DataFrame, names: Mapping[str, str], asked: Asked) -> Sheet:
    """The dates on the axis with their mentions and tenses."""
    words = asked.words
    said = [words("timeline.said", n=int(date.mentions), tense=words(f"tense.{date.tense}")) for date in drawn.itertuples()]
    titles = [capital(names[id_]) for id_ in drawn["id"]]
    return sheets.picture(drawn["id"], titles, drawn["mentions"], said, words("column.mentions"), asked.style)


def ahead(asked: Asked) -> Exhibit:
    """What lies ahead, the nearest first, each date with the sentence that names it; then dates of which nobody knows whether they do."""
    corpus, selection, words, _ = asked
    dates = analysis.dates(corpus, selection)
    planned = dates[dates["tense"] == "planned"].sort_values(["to", "from"], na_position="last", kind="stable")
    open_ = dates[(dates["tense"] == "unknown") & dates["to"].notna()].sort_values(["to", "from"], ascending=False, kind="stable")
    listed = pd.concat([planned, open_.head(LATEST)]).head(ROWS)
    places = dict(zip(listed["id"], listed["places"], strict=True))
    names = {date["id"]: label(date, words) for date in listed.to_dict("records")}
    quotes = {quote["place"]: quote for quote in analysis.quotes(corpus, [spots[0] for spots in places.values()]).to_dict("records")}
    unknown = set(listed["id"][listed["tense"] == "unknown"])

    def sentences(mark: str, limit: int) -> Behind | None:
        return _behind(asked, names[mark], places[mark], limit) if mark in places else None

    def told(mark: str) -> Told:
        quote = quotes[places[mark][0]]
        key = "ahead.unknown" if mark in unknown else "ahead.planned"
        more = f" {words('ahead.more', n=len(places[mark]) - 1)}" if len(places[mark]) > 1 else ""
        return Told(
            mark,
            words(key, date=capital(names[mark]), quote=_around(quote["text"], quote["start"]), short=quote["short"], more=more),
            int(quote["rank"]),
        )

    return Exhibit(
        key="map.ahead",
        title=words("ahead.card"),
        subtitle=words("ahead.subtitle", n=int(planned["mentions"].sum())) + (f" {words('ahead.open')}" if unknown else ""),
        table=_table(listed, words),
        draw=None,
        marks=list(places),
        behind=sentences,
        finding=_furthest(planned, words),
        nothing=words("ahead.nothing"),
        told=[told(mark) for mark in places],
    )


def _table(dates: pd.DataFrame, words: Words) -> pd.DataFrame:
    """The answer, with every date and its tense in words."""
    return dates.assign(
        date=[capital(label(date, words)) for date in dates.to_dict("records")],
        when=[words(f"tense.{tense}") for tense in dates["tense"]],
    )


def _behind(asked: Asked, name: str, places: Iterable[str], limit: int) -> Behind:
    found = evidence.of_dates(asked.corpus, asked.selection, analysis.spots(places), limit=limit)
    return Behind(found, asked.words("evidence.named", label=capital(name)), name=name)


def _around(text: str, at: int) -> str:
    """The sentence, or as much of it before and behind the date as can be read at a glance."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    start = max(0, min(at - LONGEST // 2, len(text) - LONGEST))
    tail = text[start:]
    return f"…{shortened(tail.partition(' ')[2] or tail, LONGEST)}" if start else shortened(text, LONGEST)


def _far(drawn: pd.DataFrame) -> dict[str, list[str]]:
    """The marks at the edges of the axis → the places of all dates behind them."""
    if drawn.empty:
        return {}
    axis = charts.span(drawn)
    sides = {"before": axis.before, "after": axis.after}
    return {
        f"{side}|{charts.edge(dates, side)}": [place for places in dates["places"] for place in places]
        for side, dates in sides.items()
        if len(dates)
    }


def _subtitle(rows: pd.DataFrame, drawn: int, yearly: bool, words: Words) -> str:
    said = words("timeline.subtitle", n=int(rows["mentions"].sum()))
    parts = [
        said,
        words("timeline.yearly") if yearly else "",
        words("card.capped", shown=drawn, total=len(rows)) if drawn < len(rows) else "",
    ]
    return " · ".join(part for part in parts if part)


def _remark(dates: pd.DataFrame, published: analysis.Published, words: Words) -> str:
    """How to read the marks, whence past and future are told, and what is not on the axis."""
    open_ = dates[dates["from"].isna()]
    parts = [words("timeline.remark")]
    if published.dated < published.articles:
        parts.append(words("timeline.undated", n=published.articles - published.dated, of=published.articles))
    if len(open_):
        named = open_.sort_values(["mentions", "id"], ascending=[False, True]).head(3).to_dict("records")
        parts.append(words("timeline.left", n=int(open_["mentions"].sum()), names=", ".join(label(date, words) for date in named)))
    return " ".join(parts)


def _most_named(rows: pd.DataFrame, words: Words) -> str:
    """The span of time named most, whatever stands before it."""
    if rows.empty:
        return ""
    spans = rows.groupby(["from", "to", "grain"], sort=False)["mentions"].sum().sort_values(ascending=False, kind="stable")
    begin, end, grain = spans.index[0]
    if spans.iloc[0] < FEWEST:
        return ""
    date: dict[str, Any] = {"from": begin, "to": end, "grain": grain, "bound": None}
    return words("timeline.finding", date=label(date, words), n=int(spans.iloc[0]))


def _furthest(planned: pd.DataFrame, words: Words) -> str:
    """How much lies ahead, and what lies furthest."""
    known = planned[planned["to"].notna()]
    if known.empty or planned["mentions"].sum() < FEWEST:
        return ""
    return words("ahead.finding", n=int(planned["mentions"].sum()), date=label(known.iloc[-1].to_dict(), words))
