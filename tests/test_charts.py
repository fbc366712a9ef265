"""Figures inspected: what is drawn, where, in which colour, and which id every mark carries."""

import itertools

import pandas as pd
import pytest
import tiny

from svodka.analysis import authors, investment, overview, resources, themes
from svodka.analysis.selection import Selection
from svodka.charts import authors as author_charts
from svodka.charts import investment as money_charts
from svodka.charts import resources as resource_charts
from svodka.charts import style
from svodka.charts import themes as theme_charts
from svodka.charts.matrix import Cell, Head, matrix
from svodka.charts.scale import scale
from svodka.wording import words

ALL = Selection()
LIGHT = style.light(words("ru"))


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


def ids(trace) -> list[str]:
    return [data[0] for data in trace.customdata]


def targets(figure):
    """The unseen bars that make a row one target for the click."""
    return next(trace for trace in figure.data if trace.name == "touch")


def texts(figure) -> list[str]:
    return [text for trace in figure.data if trace.type == "scatter" and trace.mode == "text" for text in trace.text]


def test_every_amount_is_one_row_and_carries_its_id(corpus):
    amounts = investment.amounts(corpus, ALL)
    drawn = money_charts.amounts(amounts, LIGHT)
    assert ids(targets(drawn)) == list(amounts["quantity_id"])


def test_an_open_amount_has_one_edge_and_a_shade_to_the_open_side(corpus):
    amounts = investment.amounts(corpus, ALL)
    for shape, known, open_to_right in (("more", "usd_low", True), ("up_to", "usd_high", False)):
        one = amounts[amounts["shape"] == shape].head(1)
        drawn = money_charts.amounts(one, LIGHT)
        edge = scale([float(one[known].iloc[0])], True).at(float(one[known].iloc[0]))
        assert [line.x0 for line in drawn.layout.shapes if line.type == "line"] == [edge]
        shade = next(trace for trace in drawn.data if trace.fill == "toself")
        assert (min(shade.x) == edge) == open_to_right
        strong = next(colour for at, colour in shade.fillgradient.colorscale if at == (0 if open_to_right else 1))
        assert strong.endswith(",0.5)")


def test_an_amount_without_a_number_is_a_dotted_line(corpus):
    amounts = investment.amounts(corpus, ALL)
    vague = amounts[amounts["reason"] == "vague"].head(1)
    drawn = money_charts.amounts(vague, LIGHT)
    assert [line.line.dash for line in drawn.layout.shapes] == ["dot"]


def test_a_restated_amount_says_both(corpus):
    amounts = investment.amounts(corpus, ALL).to_dict("records")
    restated = next(amount for amount in amounts if amount["restated"])
    assert money_charts.stated(restated, LIGHT).replace("\u00a0", " ") == "до 3 трлн иен ≈ 20 млрд $"


def test_no_chart_adds_amounts_up(corpus):
    groups = investment.by(corpus, ALL, "status")
    drawn = money_charts.groups(groups, LIGHT, "status")
    bars = next(trace for trace in drawn.data if trace.type == "bar" and trace.name != "touch")
    assert list(bars.x) == list(groups["amounts"])


def test_resources_are_stacked_by_voice_and_coloured_by_rank(corpus):
    counts = resources.by_voice(corpus, ALL)
    drawn = resource_charts.by_voice(counts, LIGHT)
    parts = next(trace for trace in drawn.data if trace.type == "bar")
    assert sum(parts.x) == counts["mentions"].sum()
    ranks = {f"{row.concept}|{row.voice_id}": row.rank for row in counts.itertuples()}
    assert list(parts.marker.color) == [LIGHT.voice(int(ranks[id_])) for id_ in ids(parts)]
    spans = sorted((y, base, base + x) for y, base, x in zip(parts.y, parts.base, parts.x, strict=True))
    assert all(one[0] != two[0] or one[2] == two[1] for one, two in itertools.pairwise(spans))


def test_a_theme_nobody_raises_is_an_empty_ring(corpus):
    grid = overview.coverage(corpus, ALL)
    grid.loc[grid.index[0], "mentions"] = 0  # the tiny corpus has no gap among the voices that raise anything
    drawn = theme_charts.by_voice(grid, LIGHT)
    mentions = {f"{row.concept}|{row.voice_id}": row.mentions for row in grid.itertuples()}
    (discs,) = drawn.data
    assert any(not mentions[id_] for id_ in ids(discs))
    for id_, text, colour in zip(ids(discs), discs.text, discs.marker.color, strict=True):
        assert (text == "") == (mentions[id_] == 0) == (colour == LIGHT.paper)


def test_area_of_a_disc_is_its_size():
    cells = [Cell("a", "x", 4.0, "4", ""), Cell("b", "x", 1.0, "1", "")]
    (discs,) = matrix(LIGHT, [Head("a", "А"), Head("b", "Б")], [Head("x", "Х")], cells).data
    assert discs.marker.size[0] ** 2 == pytest.approx(4 * discs.marker.size[1] ** 2, rel=0.3)


@pytest.mark.parametrize("kind", ["place", "resource", "theme"])
def test_pairs_carry_both_ids(corpus, kind):
    pairs = themes.cooccurrence(corpus, ALL, tuple({"theme": 0, kind: 0}))
    drawn = theme_charts.together(pairs, LIGHT, kind)
    both = {frozenset((row.first, row.second)) for row in pairs.itertuples()}
    for trace in drawn.data:
        assert {frozenset(id_.split("|")) for id_ in ids(trace)} <= both


def test_grey_where_no_difference_is_seen(corpus):
    profile = authors.profile(corpus, ALL, ["expert"])
    drawn = author_charts.profile(profile, LIGHT, "#1f5a7a")
    dots = next(trace for trace in drawn.data if trace.type == "scatter" and trace.mode == "markers")
    assert list(dots.marker.color) == ["#1f5a7a" if distinct else LIGHT.neutral for distinct in profile["distinct"]]


def test_text_of_articles_is_no_markup():
    row = resource_charts.totals(
        pd.DataFrame({"concept": ["x"], "label_ru": ["<a href='http://a.b'>уран</a>"], "label_en": ["x"], "mentions": [1], "voices": [1]}),
        LIGHT,
    )
    assert all("<a" not in text for text in texts(row))


@pytest.mark.parametrize("logarithmic", [True, False])
@pytest.mark.parametrize("values", [[1e6], [214e6, 20e9], [1, 1e13], []])
def test_scale_holds_every_value_and_a_few_ticks(values, logarithmic):
    axis = scale(values, logarithmic)
    assert all(axis.low <= axis.at(value) <= axis.high for value in values)
    if values:
        places, labels = axis.ticks(words("ru"))
        assert 1 <= len(places) <= 6
        assert len(set(labels)) == len(labels)
        assert all(axis.low <= place <= axis.high for place in places)


@pytest.mark.parametrize("shade", [style.light, style.dark])
def test_colours_of_voices_are_readable_on_their_paper(shade):
    """A contrast of 3 to 1 at least, as for graphics in the accessibility guidelines."""
    look = shade(words("ru"))
    for colour in look.voices:
        light, dark = sorted((luminance(colour), luminance(look.paper)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_empty_answers_draw_nothing(corpus):
    nothing = Selection(voices=("nobody",))
    for drawn in (
        money_charts.amounts(investment.amounts(corpus, nothing), LIGHT),
        resource_charts.by_voice(resources.by_voice(corpus, nothing), LIGHT),
        theme_charts.by_voice(overview.coverage(corpus, nothing), LIGHT),
    ):
        assert not drawn.data
