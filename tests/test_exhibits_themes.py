"""Themes and resources as exhibits: every mark opens its sentences, every finding is a true sentence, nothing is said of nothing."""

import re

import pytest
import tiny

from svodka.analysis.selection import ALL, Selection
from svodka.charts import style
from svodka.exhibits import resources, themes, trend
from svodka.exhibits.exhibit import Asked
from svodka.wording import words

MAKERS = themes.MAKERS | resources.MAKERS
MADE = [
    ("themes.by_voice", {"measure": "rate"}),
    *[("themes.together", {"kind": kind}) for kind in ("place", "resource", "theme")],
    *[("themes.network", {"kinds": kinds}) for kinds in themes.KINDS],
    ("themes.trend", {}),
    ("resources.by_voice", {"measure": "rate", "generic": "all"}),
    ("resources.company", {}),
    ("resources.company", {"concept": "uranium"}),
    ("resources.by_country", {"generic": "all"}),
    ("resources.trend", {"part": "second"}),
]


def asked(corpus, language: str = "ru", selection: Selection = ALL, narrow: bool = False) -> Asked:
    """A question about a corpus."""
    return Asked(corpus, selection, words(language), style.light(words(language), narrow))


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


def ids(figure) -> set[str]:
    return {data[0] for trace in figure.data if trace.customdata for data in trace.customdata}


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "phone"])
@pytest.mark.parametrize(("key", "options"), MADE)
def test_every_mark_opens_sentences(seeds, key, options, narrow):
    shown = MAKERS[key](asked(seeds, narrow=narrow), **options)
    drawn = ids(shown.draw())
    gaps = set()
    if key == "themes.by_voice":
        silent = shown.table[shown.table["mentions"] == 0]
        gaps = {f"{row.concept}|{row.voice_id}" for row in silent.itertuples()}
    for mark in [*sorted(drawn)[:12], *shown.marks[:6]]:
        behind = shown.behind(mark, 3)
        assert behind.found.rows.empty == (mark in gaps), mark
        assert behind.name


@pytest.mark.parametrize(("key", "options"), MADE)
@pytest.mark.parametrize("mark", ["", "nothing", "nothing|nobody", "uranium|nobody|x", "|", "energy|1999-13"])
def test_unknown_marks_open_nothing(corpus, key, options, mark):
    assert MAKERS[key](asked(corpus), **options).behind(mark, 3) is None


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize(("key", "options"), MADE)
def test_nothing_is_said_of_nothing(corpus, key, options, language):
    shown = MAKERS[key](asked(corpus, language, Selection(voices=("nobody",))), **options)
    assert shown.finding == ""
    assert not shown.marks
    assert not shown.draw().data


@pytest.mark.parametrize(("key", "options", "language", "finding"), [
    ("themes.by_voice", {}, "ru", "Чаще всего говорят о теме «транспорт»"),
    ("resources.by_voice", {}, "en", "Named most often: uranium"),
    ("resources.company", {"concept": "kz"}, "ru", ""),  # «kz» is no resource, and beside uranium nothing is named three times
    ("themes.network", {}, "ru", ""),  # two paragraphs are no basis
    ("themes.trend", {}, "ru", ""),  # nor are two mentions
])  # fmt: skip
def test_finding(corpus, key, options, language, finding):
    assert MAKERS[key](asked(corpus, language), **options).finding == finding


def test_finding_of_pairs():
    said = ["нефть газ"] * 3 + ["вода"] * 20
    corpus = tiny.spoken({"нефть": ["oil"], "газ": ["gas"]}, one=said, other=said)
    shown = themes.network(asked(corpus))
    assert plain(shown.finding) == "Чаще ожидаемого рядом названы «gas» и «oil»: 6 абзацев, ожидалось 0,8"
    assert plain(themes.network(asked(corpus, "en")).finding) == (
        "Named together more than expected: “gas” and “oil”, 6 paragraphs where 0.8 would be expected"
    )


@pytest.mark.parametrize(("selection", "why"), [
    (Selection(articles=("interview", "column")), "Дата публикации известна у 1 из 2 статей"),
    (Selection(articles=("interview",)), "Дата публикации известна у 0 из 1 статьи"),
])  # fmt: skip
def test_a_trend_without_dates_says_why(corpus, selection, why):
    shown = themes.course(asked(corpus, selection=selection))
    assert plain(shown.nothing).startswith(why)
    assert not shown.draw().data


def test_a_trend_counts_what_has_no_date(corpus):
    shown = themes.course(asked(corpus))
    assert "Без даты и потому не учтено: 1 статья." in plain(shown.remark)
    assert plain(shown.subtitle) == "упоминаний на 1 000 слов, по дням; 2 статьи с датой публикации"
    assert shown.marks[0] == "transport|2025-12-20"


def test_parts_of_a_trend_hold_every_concept_once(corpus):
    parts = [ids(trend.of_kind(asked(corpus), "themes.trend", "theme", part).draw()) for part in trend.PARTS]
    assert sum(len([id_ for id_ in part if "|" not in id_]) for part in parts) == 2
    assert not parts[1]


def test_company_follows_the_chosen_resource(corpus):
    shown = resources.company(asked(corpus), concept="hydrogen")
    assert "водород" in shown.title
    assert list(shown.marks) == ["hydrogen|energy"]
    assert resources.company(asked(corpus), concept="<b>").title == resources.company(asked(corpus), concept="uranium").title


def plain(text: str) -> str:
    return re.sub("\u00a0", " ", text)
