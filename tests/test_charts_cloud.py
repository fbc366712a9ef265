"""The cloud and the bars of words: sizes, colours, ids, and that no word lies over another."""

from itertools import combinations

import pandas as pd
import pytest

from svodka.charts import cloud, packing, style
from svodka.charts import words as charts
from svodka.wording import words

LIGHT = style.light(words("ru"))
LISTED = pd.DataFrame(
    [
        ("уран", "уран", 30, 3.0, 5, "a", "Первая", 1, 20, 4.0, 0.9, True),
        ("мягкий сила", "мягкая сила", 12, 1.2, 3, "b", "Второй", 2, 9, 3.0, 0.5, True),
        ("порт", "порт", 8, 0.8, 2, "a", "Первая", 1, 2, 1.1, -0.4, False),
        ("сша", "<b>США</b>", 5, 0.5, 1, None, None, None, None, None, None, False),
    ],
    columns=["item", "word", "n", "rate", "articles", "voice_id", "voice", "rank", "own", "z", "lo", "distinct"],
)
MEASURES = ["frequency", "distinctiveness"]


def shown(measure):
    return LISTED if measure == "frequency" else LISTED[LISTED["z"].notna()]


def of(trace, name) -> dict[str, object]:
    """What a trace has for each id."""
    values = trace.textfont[name] if name in ("size", "color") else trace[name]
    return dict(zip((data[0] for data in trace.customdata), values, strict=True))


def test_a_cloud_is_the_same_on_every_run_and_sized_by_frequency():
    used = pd.DataFrame({"lemma": ["уран", "сша", "порт"], "word": ["уран", "США", "порт"], "n": [9, 5, 2]})
    first, again = (cloud.words(used, LIGHT, "#1f5a7a") for _ in range(2))
    packing.packed.cache_clear()
    assert first.to_json() == again.to_json() == cloud.words(used, LIGHT, "#1f5a7a").to_json()
    sizes = of(first.data[0], "size")
    assert sizes["уран"] > sizes["сша"] > sizes["порт"]


@pytest.mark.parametrize("look", [style.light, style.dark])
@pytest.mark.parametrize("measure", MEASURES)
def test_words_have_the_colour_of_the_voice_that_surely_stresses_them(look, measure):
    looks = look(words("ru"))
    drawn, _ = cloud.stressed(shown(measure), looks, measure).data
    colours = of(drawn, "color")
    assert (colours["уран"], colours["мягкий сила"], colours["порт"]) == (looks.voice(1), looks.voice(2), looks.muted)
    assert drawn.textfont["size"] == tuple(sorted(drawn.textfont["size"], reverse=True))


def test_text_of_articles_is_no_markup():
    drawn, touch = cloud.stressed(LISTED, LIGHT).data
    assert of(drawn, "text")["сша"] == "<b>&lt;b&gt;США&lt;/b&gt;</b>"
    assert "<b>" not in of(touch, "text")["сша"]


def test_every_word_is_a_target_around_its_middle():
    drawn, touch = cloud.stressed(LISTED, LIGHT).data
    assert drawn.customdata == touch.customdata
    for x, y, left, width, base, height in zip(drawn.x, drawn.y, touch.x, touch.width, touch.base, touch.y, strict=True):
        assert abs(x - left) < width / 2
        assert base < y < base + height


@pytest.mark.parametrize("narrow", [False, True])
def test_nothing_draws_nothing(narrow):
    looks = style.light(words("ru"), narrow)
    assert not cloud.stressed(LISTED.head(0), looks).data
    assert not charts.stressed(LISTED.head(0), looks).data


@pytest.mark.parametrize("measure", MEASURES)
def test_bars_are_the_same_words(measure):
    listed = shown(measure)
    drawn = charts.stressed(listed, LIGHT, measure)
    touch = next(trace for trace in drawn.data if trace.name == "touch")
    bar = next(trace for trace in drawn.data if trace.type == "bar" and trace.name != "touch")
    assert [data[0] for data in touch.customdata] == list(listed["item"])
    assert list(bar.x) == list(listed["n" if measure == "frequency" else "z"])
    assert list(bar.marker.color)[:3] == [LIGHT.voice(1), LIGHT.voice(2), LIGHT.neutral]
    told = next(trace.text for trace in drawn.data if trace.mode == "text" and "30 · Первая 20" in trace.text)
    assert told[:3] == ("30 · Первая 20", "12 · Второй 9", "8")
    assert charts.sheet(listed, LIGHT, measure).said == told


@pytest.mark.parametrize("frame", [(340, 400), (300, 340)])
@pytest.mark.parametrize("long", [False, True])
def test_no_word_lies_over_another_or_over_the_edge(frame, long):
    sizes = tuple((f"{'инфраструктурные проекты' if long else 'слово'} {n}", 60 / (n + 1)) for n in range(40))
    placed = packing.packed(sizes, frame, 40, 11)
    assert len(placed) > 15
    boxes = [(word.x - word.width / 2, word.top, word.x + word.width / 2, word.bottom) for word in placed]
    assert all(left >= 0 and top >= 0 and right <= frame[0] and bottom <= frame[1] for left, top, right, bottom in boxes)
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


def test_a_word_wider_than_the_frame_is_made_smaller_or_left_out():
    assert [word.points for word in packing.packed((("Центральноазиатский регион", 9.0),), (300, 340), 40, 11)] < [40]
    assert packing.packed((("слово " * 30, 9.0),), (300, 340), 40, 11) == ()
