"""Networks, trends and tables of pairs inspected: what is drawn, where, and which id every mark carries."""

import itertools
import subprocess
import sys
from math import hypot

import pandas as pd
import pytest
import tiny

from svodka.analysis import resources, themes, trend
from svodka.analysis.selection import Selection
from svodka.charts import matrix, network, plan, style
from svodka.charts import resources as resource_charts
from svodka.charts import trend as trend_charts
from svodka.knowledge import ROOT
from svodka.wording import words

ALL = Selection()
LOOKS = [style.light(words("ru")), style.dark(words("en")), style.light(words("ru"), narrow=True)]
LIGHT = LOOKS[0]


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


def ids(trace) -> list[str]:
    return [data[0] for data in trace.customdata]


def pairs(*lines: tuple[str, str, int]) -> pd.DataFrame:
    """An answer like that of analysis.themes.network, of themes that are called as their ids."""
    named = {name: 10 for line in lines for name in line[:2]}
    rows = [
        {
            "first": first, "first_kind": "theme", "first_ru": first, "first_en": first, "first_passages": named[first],
            "second": second, "second_kind": "place", "second_ru": second, "second_en": second, "second_passages": named[second],
            "observed": observed, "articles": 2, "total": 99, "expected": 1.0, "lo": 1.5, "hi": 9.0, "distinct": True, "sure": observed > 1,
        }
        for first, second, observed in lines
    ]  # fmt: skip
    return pd.DataFrame(rows)


def placed(found: pd.DataFrame, look: style.Style) -> tuple[plan.Plan, dict[str, plan.Box]]:
    """Where the concepts of a network stand and how much room each takes."""
    nodes = network.nodes_of(found, look)
    drawn = network.network(found, look)
    discs = next(trace for trace in drawn.data if trace.customdata and ids(trace) == [node.id for node in nodes])
    numbers = next(trace for trace in drawn.data if trace.customdata and "|" in ids(trace)[0])
    boxes = {node.id: network.box(node, size) for node, size in zip(nodes, discs.marker.size, strict=True)}
    where = dict(zip(ids(discs), zip(discs.x, discs.y, strict=True), strict=True))
    middles = {tuple(id_.split("|")): at for id_, at in zip(ids(numbers), zip(numbers.x, numbers.y, strict=True), strict=True)}
    return plan.Plan(where, middles, 0.0), boxes


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "phone"])
def test_every_concept_and_every_pair_can_be_clicked(corpus, look):
    found = themes.network(corpus, ALL)
    clickable = {id_ for trace in network.network(found, look).data if trace.customdata for id_ in ids(trace)}
    assert clickable == {*found["first"], *found["second"], *(f"{row.first}|{row.second}" for row in found.itertuples())}


@pytest.mark.parametrize("look", LOOKS, ids=["light", "dark", "phone"])
def test_names_do_not_overlap_and_stay_inside(seeds, look):
    width, height = network.NARROW if look.narrow else network.WIDE
    for kinds in (themes.NETWORK_KINDS, ("theme", "resource"), ("resource", "place")):
        found = themes.core(themes.network(seeds, ALL, kinds), *((11, 13) if look.narrow else (26, 36)))
        where, boxes = placed(found, look)
        for one, other in itertools.combinations(boxes, 2):
            assert plan.overlap(where.nodes[one], boxes[one], where.nodes[other], boxes[other]) < 1, (one, other)
        for id_, (x, y) in where.nodes.items():
            assert boxes[id_].half <= x <= width - boxes[id_].half
            assert boxes[id_].down <= y <= height - boxes[id_].up


def test_a_number_stands_on_its_line(corpus):
    where, _ = placed(themes.network(corpus, ALL), LIGHT)
    for (first, second), (x, y) in where.numbers.items():
        (ax, ay), (bx, by) = where.nodes[first], where.nodes[second]
        assert hypot(x - ax, y - ay) + hypot(bx - x, by - y) == pytest.approx(hypot(bx - ax, by - ay), abs=0.5)


def test_the_same_network_on_every_run(corpus):
    found = themes.network(corpus, ALL)
    first = network.network(found, LIGHT).to_json()
    plan.planned.cache_clear()
    assert network.network(found, LIGHT).to_json() == first


def test_a_line_is_as_wide_as_its_count_and_pale_where_unsure():
    drawn = network.network(pairs(("а", "б", 9), ("в", "г", 3), ("а", "г", 1)), LIGHT)
    lines = [trace for trace in drawn.data if trace.mode == "lines"]
    widths = {trace.line.width for trace in lines}
    assert (min(widths), max(widths)) == (network.THIN, network.THICK)
    assert len({trace.line.color for trace in lines}) == 2
    numbers = next(trace for trace in drawn.data if trace.customdata and "|" in ids(trace)[0])
    assert list(numbers.text) == ["9", "3", "1"]


@pytest.mark.parametrize("lines", [
    [("а", "б", 2)],
    [("а", "б", 2), ("в", "г", 2), ("д", "е", 2)],  # three parts that hang on nothing
    [(one, other, 2) for one, other in itertools.pairwise("абвгдеж")],  # a chain
    [("а", other, 2) for other in "бвгдежзик"],  # a star
    [(one, other, 2) for one, other in itertools.combinations("абвгде", 2)],  # all with all
])  # fmt: skip
def test_any_shape_is_laid_out(lines):
    found = pairs(*lines)
    where, boxes = placed(found, LIGHT)
    assert all(
        plan.overlap(where.nodes[one], boxes[one], where.nodes[other], boxes[other]) < 1 for one, other in itertools.combinations(boxes, 2)
    )


def test_text_of_articles_is_no_markup_in_a_network():
    label = "<a href='http://a.b'>а</a>"
    drawn = network.network(pairs((label, "б", 3)), LIGHT)
    shown = [text for trace in drawn.data for text in [*(trace.text or ()), *(trace.hovertext or ())]]
    assert any("href" in text for text in shown)
    assert not any("<a" in text for text in shown)


def test_the_network_library_waits_for_a_network():
    code = "import sys, svodka.charts.network; sys.exit('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_a_table_of_pairs_is_dark_where_surely_more():
    found = pairs(("а", "б", 9), ("а", "г", 1))
    (discs,) = matrix.paired(found, LIGHT, 9, 9).data
    assert ids(discs) == ["а|б", "а|г"]
    assert len(set(discs.marker.color)) == len(set(discs.marker.line.color)) == 2
    assert discs.hovertext[0].startswith("<b>а + б</b>")


def test_resources_by_country_carry_both_ids_and_leave_the_rest_out(corpus):
    found = resources.by_country(corpus, ALL)
    (discs,) = resource_charts.by_country(found, LIGHT).data
    assert sorted(ids(discs)) == sorted(f"{row.first}|{row.second}" for row in found.itertuples())
    (few,) = matrix.paired(found, LIGHT, 1, 1).data
    assert ids(few) == ["uranium|kz"]


def test_a_trend_has_a_point_for_every_period_and_a_name_at_its_end(corpus):
    counts = trend.mentions(corpus, ALL, "theme", "day")
    drawn = trend_charts.trend(counts, LIGHT, "day")
    lines = [trace for trace in drawn.data if trace.mode == "lines+markers"]
    assert [id_ for trace in lines for id_ in ids(trace)] == [f"{row.concept}|{row.period}" for row in counts.itertuples()]
    names = drawn.data[-1]
    assert ids(names) == ["transport", "energy"]
    assert min(names.x) > counts["since"].max()
    assert len({trace.line.color for trace in lines}) == len(lines)


def test_names_at_the_ends_of_lines_keep_apart():
    places = trend_charts.spread([1, 1, 1.2, 9.9], [1, 1, 2, 1], 0, 10)
    spans = sorted((at - size / 2, at + size / 2) for at, size in zip(places, [1, 1, 2, 1], strict=True))
    assert all(one[1] <= two[0] + 1e-9 for one, two in itertools.pairwise(spans))
    assert spans[-1][1] <= 10
    assert trend_charts.spread([], [], 0, 1) == []


@pytest.mark.parametrize(("grain", "russian", "english"), [
    ("day", "01.10.2025", "01 Oct 2025"),
    ("month", "окт 2025", "Oct 2025"),
    ("quarter", "4 кв. 2025", "Q4 2025"),
    ("year", "2025", "2025"),
])  # fmt: skip
def test_a_period_is_called(grain, russian, english):
    since = pd.Timestamp("2025-10-01")
    assert [trend_charts.period(since, grain, words(language)) for language in ("ru", "en")] == [russian, english]


def test_empty_answers_draw_nothing(corpus):
    nothing = Selection(voices=("nobody",))
    for drawn in (
        network.network(themes.network(corpus, nothing), LIGHT),
        trend_charts.trend(trend.mentions(corpus, nothing, "theme", "month"), LIGHT, "month"),
        resource_charts.by_country(resources.by_country(corpus, nothing), LIGHT),
    ):
        assert not drawn.data
