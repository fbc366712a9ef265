"""The map and the axis of time: what stands where, under which name, with which id."""

from itertools import pairwise
from math import hypot

import pandas as pd
import pytest

from svodka import wording
from svodka.analysis.geography import Point
from svodka.charts import map as maps
from svodka.charts import style as styles
from svodka.charts import timeline
from svodka.charts.calendar import label
from svodka.charts.window import Place, window

RU, EN = styles.light(wording.words("ru")), styles.light(wording.words("en"))
PHONE = styles.dark(wording.words("ru"), narrow=True)
ROUTES = pd.DataFrame(columns=["concept", "label_ru", "label_en", "mentions", "passages", "articles", "voices", "path"])
KAZAKHSTAN, JAPAN, CHINA, USA, FIJI = (48.1, 67.3), (36.6, 138.6), (35.2, 103.5), (39.5, -98.5), (-17.8, 178.0)


def countries(*named: tuple[str, tuple[float, float], int, str]) -> pd.DataFrame:
    """What analysis.geography.countries gives: name, place, mentions and voice; the rank is the voice's last letter."""
    found = pd.DataFrame(
        [(name, name, name, *place, mentions, voice, voice, int(voice[-1])) for name, place, mentions, voice in named],
        columns=["concept", "label_ru", "label_en", "lat", "lon", "mentions", "voice_id", "short", "rank"],
    )
    return found.assign(total=found.groupby("concept")["mentions"].transform("sum"))


def route(name: str, *path: tuple[float, float]) -> pd.DataFrame:
    return pd.DataFrame([(name, name, name, 2, 2, 1, 1, [Point(*at) for at in path])], columns=ROUTES.columns)


def discs(drawn):
    """Id → latitude, longitude, size, label and fill of the marks that can be picked."""
    return {
        ids[0]: (lat, lon, size, text, fill)
        for trace in drawn.data
        if trace.customdata is not None
        for ids, lat, lon, size, text, fill in zip(
            trace.customdata,
            trace.lat,
            trace.lon,
            trace.marker.size,
            trace.text,
            trace.marker.color if isinstance(trace.marker.color, tuple) else [trace.marker.color] * len(trace.lat),
            strict=True,
        )
    }


def test_area_is_the_number_of_mentions():
    drawn = discs(maps.places(countries(("a", KAZAKHSTAN, 100, "v1"), ("b", JAPAN, 25, "v2")), ROUTES, RU))
    assert drawn["a"][2] / drawn["b"][2] == pytest.approx(2)
    assert (drawn["a"][3], drawn["b"][3]) == ("a", "b")


def test_one_voice_gives_its_colour():
    of_one = maps.places(countries(("a", KAZAKHSTAN, 1, "v3"), ("b", JAPAN, 1, "v3")), ROUTES, RU).data[-1]
    of_two = maps.places(countries(("a", KAZAKHSTAN, 1, "v3"), ("b", JAPAN, 1, "v2")), ROUTES, RU).data[-1]
    assert of_one.marker.line.color == RU.voice(3)
    assert of_two.marker.line.color == RU.accent


def test_few_far_mentions_stand_hollow_at_the_edge():
    drawn = maps.places(countries(("a", KAZAKHSTAN, 50, "v1"), ("b", JAPAN, 49, "v1"), ("far", USA, 1, "v1")), ROUTES, RU)
    lat, lon, _, text, fill = discs(drawn)["far"]
    assert fill == RU.paper
    assert text.strip("←→↓↑ ") == "far" != text
    assert (lat, lon) != USA
    west, east = drawn.layout.geo.lonaxis.range
    assert east - west < 130
    assert west < lon < east


def test_many_far_mentions_widen_the_map():
    drawn = maps.places(countries(("a", KAZAKHSTAN, 50, "v1"), ("b", JAPAN, 49, "v1"), ("far", USA, 30, "v1")), ROUTES, RU)
    assert discs(drawn)["far"][:2] == USA
    west, east = drawn.layout.geo.lonaxis.range
    assert east - west > 150


def test_labels_do_not_overlap():
    """Forty countries in one corner: the larger ones have names, no two names one place."""
    crowd = countries(*((f"страна {n:02d}", (40 + n % 7 * 1.5, 60 + n // 7 * 2.0), 41 - n, "v1") for n in range(40)))
    drawn = maps.places(crowd, ROUTES, RU)
    texts = [text for *_, text, _ in discs(drawn).values()]
    assert texts[0]
    assert 3 < sum(map(bool, texts)) < 40


@pytest.mark.parametrize("style", [RU, EN, PHONE])
def test_a_route_is_a_line_and_a_mark_on_it(style):
    drawn = maps.places(countries(("a", KAZAKHSTAN, 9, "v1")), route("corridor", CHINA, KAZAKHSTAN, (40.3, 47.7)), style)
    line = next(trace for trace in drawn.data if trace.mode == "lines")
    assert list(line.lon) == [103.5, 67.3, 47.7, None]
    lat, lon, *_ = discs(drawn)["corridor"]
    assert 47.7 <= lon <= 103.5
    assert 35 <= lat <= 52  # a great circle passes north of the straight line


def test_nothing_to_draw():
    assert not maps.places(countries(), ROUTES, RU).data
    assert not maps.places(countries(("a", (float("nan"), float("nan")), 3, "v1")), route("nowhere"), RU).data


def test_names_of_users_are_no_markup():
    drawn = maps.places(countries(("<b>x</b>", KAZAKHSTAN, 9, "v1")), ROUTES, RU)
    assert drawn.data[-1].text[0] == "&lt;b&gt;x&lt;/b&gt;"
    assert "<b>" not in drawn.data[-1].hovertext[0]


@pytest.mark.parametrize(("places", "sides"), [
    ([KAZAKHSTAN, JAPAN], (50, 155)), ([FIJI, (-13.8, -172.2)], (150, 215)), ([USA, JAPAN], (120, 280)), ([KAZAKHSTAN], (45, 95)),
])  # fmt: skip
def test_window(places, sides):
    """The window holds all places, across the date line where that is nearer, and is not closer than a region."""
    seen = window([Place(*place, 1.0) for place in places], 600, (300, 450))
    assert sides[0] <= seen.west < seen.east <= sides[1]
    assert 300 <= seen.height <= 450
    for place in places:
        assert seen.within(*place)
        x, y = seen.at(*place)
        assert 0 < x < 600
        assert 0 < y < seen.height
        back = seen.place(x, y)
        assert hypot(back[0] - place[0], (back[1] - place[1] + 180) % 360 - 180) < 1e-6


def dates(*named: tuple[str, str, str, int], tense: str = "past") -> pd.DataFrame:
    """What analysis.timeline.dates gives: first day, last day, grain and mentions."""
    found = pd.DataFrame(named, columns=["from", "to", "grain", "mentions"])
    spans = {side: pd.to_datetime(found[side]).astype("datetime64[us]") for side in ("from", "to")}
    return found.assign(**spans, id=[f"d{n}" for n in range(len(found))], bound=None, tense=tense, text="сказано", voices=1)


@pytest.mark.parametrize(("begin", "end", "grain", "bound", "russian", "english"), [
    ("2030-01-01", "2030-12-31", "year", None, "2030 год", "2030"),
    ("2030-01-01", "2030-12-31", "year", "before", "до сказано", "until 2030"),
    ("2010-01-01", "2019-12-31", "decade", None, "2010-е годы", "2010s"),
    ("2024-01-01", "2025-12-31", "years", None, "2024–2025 годы", "2024–2025"),
    ("2025-12-01", "2025-12-31", "month", None, "декабрь 2025 года", "December 2025"),
    ("2025-01-01", "2025-09-30", "months", None, "январь–сентябрь 2025 года", "January–September 2025"),
    ("2021-12-01", "2022-02-28", "months", None, "декабрь 2021 года – февраль 2022 года", "December 2021 – February 2022"),
    ("2025-07-01", "2025-09-30", "quarter", None, "III квартал 2025 года", "Q3 2025"),
    ("2025-07-01", "2025-12-31", "half", None, "вторая половина 2025 года", "second half of 2025"),
    ("2025-12-19", "2025-12-19", "day", None, "19 декабря 2025 года", "19 December 2025"),
    ("2025-12-19", "2025-12-20", "days", None, "19–20 декабря 2025 года", "19–20 December 2025"),
    ("2025-04-28", "2025-05-03", "days", None, "28 апреля 2025 года – 3 мая 2025 года", "28 April 2025 – 3 May 2025"),
    ("1901-01-01", "2000-12-31", "century", None, "XX век", "20th century"),
    ("2001-01-01", "2100-12-31", "century", None, "XXI век", "21st century"),
    (None, None, "years", None, "«сказано»", "“сказано”"),
    (None, None, "years", "before", "«сказано»", "“сказано”"),
])  # fmt: skip
def test_a_date_in_words(begin, end, grain, bound, russian, english):
    date = dates((begin, end, grain, 1)).assign(bound=bound).to_dict("records")[0]
    assert label(date, RU.words).replace("\u00a0", " ") == russian
    assert label(date, EN.words).replace("\u00a0", " ") == english


NOW = [(f"{year}-01-01", f"{year}-12-31", "year", 2) for year in range(2015, 2031)]


@pytest.mark.parametrize(("far", "before", "after"), [
    ([], 0, 0),
    ([("1924-01-01", "1924-12-31", "year", 1)], 1, 0),
    ([("1924-01-01", "1924-12-31", "year", 1), ("2100-01-01", "2100-12-31", "year", 1)], 1, 1),
    ([("1924-01-01", "1924-12-31", "year", 30)], 0, 0),  # too much of what is said to be put aside
    ([("2010-01-01", "2010-12-31", "year", 1)], 0, 0),  # nothing to be won
])  # fmt: skip
def test_far_years_do_not_squeeze_the_others(far, before, after):
    axis = timeline.span(dates(*NOW, *far))
    assert (len(axis.before), len(axis.after)) == (before, after)
    assert axis.low < 2015 < 2030 < axis.high


def ids(drawn) -> set[str]:
    return {one[0] for trace in drawn.data if trace.customdata is not None for one in trace.customdata}


@pytest.mark.parametrize("style", [RU, EN, PHONE])
def test_every_date_has_a_mark_and_a_label_with_its_id(style):
    found = dates(*NOW, ("2010-01-01", "2019-12-31", "decade", 1), ("1924-01-01", "1924-12-31", "year", 1), (None, None, "years", 3))
    drawn = timeline.timeline(found, style, pd.Timestamp(2025, 12, 19))
    assert ids(drawn) == {*found["id"][:17], "before|1930"}
    assert ids(drawn) == {one[0] for trace in drawn.data if trace.type == "scatter" and trace.mode == "text" for one in trace.customdata}


def test_marks_and_labels_of_a_lane_do_not_overlap():
    found = dates(*NOW, *((f"{year}-01-01", f"{year + 4}-12-31", "years", 1) for year in range(2012, 2026, 2)))
    axis = timeline.span(found)
    marks = [timeline._mark(date, axis, RU) for date in found.to_dict("records")]
    per_year = timeline.WIDTH / (axis.high - axis.low)
    lanes: dict[int, list[tuple[float, float]]] = {}
    for mark, lane, side in timeline._lanes(marks, axis, timeline.WIDTH):
        left, right = (mark.begin - axis.low) * per_year, (mark.end - axis.low) * per_year
        text = len(mark.label) * timeline.LETTER
        lanes.setdefault(lane, []).append((left, right + text) if side == "right" else (left - text, right))
    for taken in lanes.values():
        taken.sort()
        assert all(one[1] <= other[0] for one, other in pairwise(taken))


def test_past_is_grey_and_planned_has_the_accent():
    colours = {tense: timeline.colour(tense, RU)[0] for tense in ("past", "planned", "current", "unknown")}
    assert colours["planned"] == RU.accent
    assert len(set(colours.values())) == 4


def test_the_day_of_publication_is_marked_where_it_lies_on_the_axis():
    marked = timeline.timeline(dates(*NOW), RU, pd.Timestamp(2025, 12, 19))
    assert marked.data[0].text[0] == "новейшая статья: 19.12.2025"
    assert len(timeline.timeline(dates(*NOW), RU, pd.Timestamp(1999, 1, 1)).data) == len(marked.data) - 1


def test_no_dates():
    assert not timeline.timeline(dates(), RU).data
    assert not timeline.timeline(dates((None, None, "years", 1)), RU).data
