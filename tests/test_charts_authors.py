"""What the exhibits about authors draw and say: ids, colours, counts as text, sentences in both languages."""

import pytest
import tiny

from svodka.analysis import authors as analysis
from svodka.analysis.selection import Selection
from svodka.charts import authors, mirror, style
from svodka.exhibits import authors as exhibits
from svodka.exhibits import emphasis
from svodka.exhibits.exhibit import Asked
from svodka.exhibits.group import group, others
from svodka.wording import NBSP, words

ALL = Selection()
LIGHT, PHONE, DARK = style.light(words("ru")), style.light(words("ru"), narrow=True), style.dark(words("en"))
COLOUR = "#1f5a7a"
PLAIN = "да но на по "  # form words: they fill the text and are no content
LEFT, RIGHT = mirror.Side("first", "Первая", "#111111"), mirror.Side("second,third", "Две других", "#222222")


@pytest.fixture(scope="module")
def loud():
    return tiny.spoken(
        {"нефть": ["oil"], "ветер": ["wind"]},
        first=["нефть рынок " + PLAIN * 3] * 12 + [PLAIN * 5] * 8,
        second=["ветер рынок " + PLAIN * 3] * 12 + [PLAIN * 5] * 8,
        third=[PLAIN * 5 + " рынок ветер"] * 20,
        brief=["рынок ветер"],
    )


@pytest.fixture
def asked(loud):
    return Asked(loud, ALL, words("ru"), LIGHT)


def ids(trace) -> list[str]:
    return [data[0] for data in trace.customdata]


def touch(figure):
    return next(trace for trace in figure.data if trace.name == "touch")


def texts(figure) -> list[str]:
    return [text for trace in figure.data if trace.type == "scatter" and trace.mode == "text" for text in trace.text]


def dots(figure):
    return next(trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers")


def test_a_row_says_counts_rates_and_in_how_many_paragraphs(loud):
    drawn = authors.profile(analysis.profile(loud, ALL, ["first"]), LIGHT, COLOUR)
    said = [text.replace(NBSP, " ") for text in texts(drawn)]
    assert "12 · 36,6 против 0,0" in said  # of 12 · 14 + 8 · 20 = 328 words
    assert any("в 12 из 20 абзацев" in text for text in said)
    assert ids(touch(drawn)) == ["oil", "wind"]


def test_what_lies_beyond_the_axis_is_a_triangle_at_its_end(loud):
    compared = analysis.profile(loud, ALL, ["first"])
    drawn = dots(authors.profile(compared.assign(delta=[9.0, -0.5], lo=[1.0, -2.0], hi=[20.0, 1.0]), LIGHT, COLOUR))
    assert list(drawn.marker.symbol) == ["triangle-right", "circle"]
    assert drawn.x[0] == authors.FURTHEST


def test_intervals_are_cut_at_the_axis_and_hold_their_dots(loud):
    drawn = authors.profile(analysis.profile(loud, ALL, ["first"]), LIGHT, COLOUR)
    low, high = drawn.layout.xaxis.range
    bar = next(trace for trace in drawn.data if trace.type == "bar" and trace.name != "touch")
    for left, width, dot in zip(bar.base, bar.x, dots(drawn).x, strict=True):
        assert low <= left <= dot <= left + width <= high


def test_with_nobody_to_compare_with_mentions_are_bars(loud):
    drawn = authors.profile(analysis.profile(loud, Selection(articles=("first",)), ["first"]), LIGHT, COLOUR)
    bar = next(trace for trace in drawn.data if trace.type == "bar" and trace.name != "touch")
    assert list(bar.x) == [12.0]
    assert not any("против" in text for text in texts(drawn))


@pytest.mark.parametrize("look", [LIGHT, PHONE, DARK])
def test_each_half_of_a_pair_has_its_own_id_and_colour(loud, look):
    compared = analysis.profile(loud, ALL, ["first"], ["second", "third"])
    drawn = mirror.pair(compared, look, LEFT, RIGHT)
    assert ids(touch(drawn)) == ["oil|first", "wind|first", "oil|second,third", "wind|second,third"]
    bar = next(trace for trace in drawn.data if trace.type == "bar" and trace.name != "touch")
    assert list(bar.marker.color) == ["#111111"] * 2 + ["#222222"] * 2
    assert all(length <= 0 for length in bar.x[:2])
    assert all(length >= 0 for length in bar.x[2:])
    longest = max(abs(base + length) for base, length in zip(bar.base, bar.x, strict=True))
    assert longest == pytest.approx(1)


def test_lengths_of_a_pair_are_rates_and_counts_stand_as_text(loud):
    compared = analysis.profile(loud, ALL, ["first"], ["second"])
    drawn = mirror.pair(compared, LIGHT, LEFT, RIGHT)
    assert {"12 · 36,6", "0 · 0,0", "<b>Первая</b>", "<b>Две других</b>"} <= set(texts(drawn))
    halves = touch(drawn)
    assert {x > 0 for x, id_ in zip(halves.x, ids(halves), strict=True) if id_.endswith("|first")} == {False}


def test_names_of_voices_are_no_markup(loud):
    drawn = mirror.pair(analysis.profile(loud, ALL, ["first"]), LIGHT, LEFT._replace(name="<i>x</i>"), RIGHT)
    assert not any("<i>" in text for text in texts(drawn))


def test_a_pair_of_nothing_draws_nothing(loud):
    assert not mirror.pair(analysis.profile(loud, Selection(articles=("unknown",)), ["first"]), LIGHT, LEFT, RIGHT).data


def test_finding_says_what_is_more_and_what_is_less(asked):
    assert emphasis.profile(asked, "first").finding == "First чаще, чем остальные: oil; реже: wind"
    assert emphasis.pair(asked, "first", "third").finding == "First чаще, чем third: oil; реже: wind"
    english = asked._replace(words=words("en"))
    assert emphasis.profile(english, "first").finding == "First more than the others: oil; less: wind"


def test_no_finding_where_too_little_is_said(asked):
    assert emphasis.profile(asked, "brief").finding == ""
    assert emphasis.pair(asked, "first", "brief").finding == ""
    assert "слишком мало слов" in headline(asked, "brief")[0]
    assert headline(asked, "first", "brief")[0].startswith("Brief: слишком мало слов")


def headline(asked: Asked, voices: str, against: str = "", kind: str = "theme") -> tuple[str, str]:
    options = {"voices": voices, "against": against, "kind": kind}
    return emphasis.headline(emphasis.profile(asked, **options)._replace(options=options), asked)


def test_headline(asked):
    title, lead = headline(asked, "first")
    assert title == "First: oil"
    assert lead.replace(NBSP, " ") == "first, автор · 328 слов в 1 статье. Чаще: oil. Реже: wind."
    assert headline(asked, "first", "third")[0] == "First: oil; Third: wind"
    alone = asked._replace(selection=Selection(articles=("first",)))
    assert headline(alone, "first")[0] == "First: сравнить не с кем"


def test_a_row_opens_the_sentences_of_the_voice_or_else_of_the_others(asked):
    shown = emphasis.profile(asked, "first")
    own, passed = shown.behind("oil", 5), shown.behind("wind", 5)
    assert set(own.found.rows["voice_id"]) == {"first"}
    assert "first" not in set(passed.found.rows["voice_id"])
    assert passed.title == "Wind: что говорят остальные"
    assert shown.behind("nothing", 5) is None
    assert set(shown.marks) == {"oil", "wind"}


def test_each_half_of_a_pair_opens_its_own_sentences(asked):
    shown = emphasis.pair(asked, "first", "second")
    assert set(shown.behind("wind|second", 5).found.rows["voice_id"]) == {"second"}
    assert shown.behind("wind|first", 5).found.sentences == 0
    assert shown.behind("wind|third", 5) is None
    everyone = emphasis.pair(asked, "first")
    assert {"oil|first", "wind|"} == set(everyone.marks)
    assert set(everyone.behind("wind|", 40).found.rows["voice_id"]) == {"second", "third", "brief"}


@pytest.mark.parametrize("kind", emphasis.KINDS)
def test_marks_open_something(asked, kind):
    shown = [
        emphasis.profile(asked, "first,second", kind=kind),
        emphasis.pair(asked, "first", "second", kind=kind),
        emphasis.silent(asked, "first", kind=kind),
    ]
    assert all(one.behind(mark, 3).found.sentences for one in shown for mark in one.marks)


@pytest.mark.parametrize("make", [exhibits.cloud, exhibits.bars])
def test_words_open_their_sentences(asked, make):
    shown = make(asked, "first")
    assert shown.marks == ["нефть", "рынок"]
    assert shown.behind("рынок", 3).found.places == 12
    assert shown.finding == "First: чаще всего «нефть» и «рынок»"


def test_silence_is_told_where_it_was_to_be_expected(asked):
    told = emphasis.silent(asked, "first").told
    assert [one.mark for one in told] == ["wind"]
    assert "ожидалось" in told[0].text
    thin = emphasis.silent(asked, "brief").told
    assert thin[-1].text.startswith("Мало текста, чтобы судить: oil")


def test_table_carries_size_and_evenness(asked):
    table = emphasis.profile(asked, "first", kind="word").table
    assert {"log_ratio", "lrc", "g2", "dp", "dpnorm", "rate_lo", "rate_hi", "passages", "length"} <= set(table)
    few = emphasis.profile(asked._replace(corpus=tiny.corpus()), "author", kind="place")
    assert few.table["rate_lo"].isna().all()
    assert "Абзацев меньше десяти" in few.remark


def test_amounts_and_claims_are_those_of_the_voice():
    corpus = tiny.corpus()
    asked = Asked(corpus, ALL, words("ru"), LIGHT)
    assert set(exhibits.amounts(asked, "author").table["voice_id"]) == {"author"}
    assert set(exhibits.amounts(asked, "author,expert").table["voice_id"]) == {"author", "expert"}
    assert exhibits.amounts(asked, "ministry").table.empty
    assert not exhibits.amounts(asked, "ministry").draw().data
    assert exhibits.ledger(asked, "author").key == "authors.claims"


def test_groups(asked):
    assert group(asked, "first").colour == LIGHT.voice(0)
    both = group(asked, "first,second")
    assert (both.name, both.colour, both.words) == ("First и second", LIGHT.accent, 656)
    everyone = group(asked, "first,second,third,brief")
    assert (everyone.name, everyone.inline) == ("Авторы", "авторы")
    assert others(asked, "first", "").ids == ("second", "third", "brief")
    assert others(asked, "first", "second").name == "Second"
    filtered = asked._replace(selection=Selection(voices=("first", "third")))
    assert others(filtered, "first", "").ids == ("third",)
    assert group(asked, "nobody").words == 0


def test_voices_that_say_nothing_are_said_to(asked):
    shown = emphasis.profile(asked, "nobody")
    assert shown.nothing.startswith("В выбранном эти голоса ничего не говорят")
    assert not emphasis.pair(asked, "first", "nobody").draw().data


def test_rows_drawn_come_from_both_ends():
    fillers = [f"слово{n}" for n in range(20)]
    corpus = tiny.spoken(
        {word: [word] for word in [*fillers, "много", "мало"]},
        first=[" ".join(fillers * 4)] * 4 + [" ".join(["много"] * 9)] + ["мало"],
        second=[" ".join(fillers), " ".join(["мало"] * 9)],
    )
    shown = emphasis.profile(Asked(corpus, ALL, words("ru"), LIGHT), "first")
    drawn = ids(touch(shown.draw()))
    assert len(drawn) == emphasis.MOST < len(shown.table)
    order = list(shown.table["item"])
    assert drawn == sorted(drawn, key=order.index)
    assert {order[0], order[-1]} <= set(drawn)
    assert "на графике 14 из 22" in shown.subtitle


def test_sheets_hold_what_is_drawn(asked):
    dots = emphasis.profile(asked, "first").sheet()
    assert (dots.kind, dots.ids) == ("dots", ("oil", "wind"))
    low, middle, high = (series.values for series in dots.series)
    assert all(one < two < three for one, two, three in zip(low, middle, high, strict=True))
    mirrored = emphasis.pair(asked, "first", "second").sheet()
    assert (mirrored.kind, [series.name for series in mirrored.series]) == ("mirrored", ["First", "Second"])
    assert set(mirrored.ids) <= {"oil|first", "wind|first"}
    alone = emphasis.profile(asked._replace(selection=Selection(articles=("first",))), "first").sheet()
    assert (alone.kind, alone.series[0].values) == ("bars", (12.0,))
    assert exhibits.bars(asked, "first").sheet().series[0].values == (12.0, 12.0)


def test_coloured_but_seldom_said_is_no_headline():
    corpus = tiny.spoken(
        {"нефть": ["oil"]}, first=["нефть " + PLAIN * 10] * 2 + [PLAIN * 10] * 2, second=[PLAIN * 10] * 60 + ["нефть " + PLAIN * 10]
    )
    asked = Asked(corpus, ALL, words("ru"), LIGHT)
    assert emphasis.profile(asked, "first").table["distinct"].all()
    title, lead = headline(asked, "first")
    assert title == "First: слишком мало упоминаний для вывода"
    assert "меньше 3 раз" in lead


def test_phrases_of_the_five_articles(seeds):
    asked = Asked(seeds, ALL, words("ru"), LIGHT)
    voice = seeds.query("SELECT voice_id FROM phrases GROUP BY voice_id ORDER BY count(*) DESC, voice_id LIMIT 1")["voice_id"][0]
    shown = emphasis.profile(asked, voice, kind="phrase")
    counted = seeds.query("SELECT phrase, count(*) AS n FROM phrases WHERE voice_id = $voice GROUP BY phrase", {"voice": voice})
    times = dict(zip(counted["phrase"], counted["n"], strict=True))
    assert all(row.mentions == times.get(row.item, 0) for row in shown.table.itertuples())
    assert shown.table["mentions"].sum() > 0
    for mark in shown.marks[:3]:
        told = shown.behind(mark, 50).found
        named = times.get(mark, 0)
        assert told.places == named if named else voice not in set(told.rows["voice_id"])
