"""What every exhibit promises, asked of all: marks with sentences, the same numbers on screen and in files, both languages."""

import re

import pytest
import tiny

from svodka.analysis.selection import ALL, Selection
from svodka.charts import style as styles
from svodka.exhibits import claims, filters, investment, overview, safe
from svodka.exhibits.catalogue import MAKERS, exhibit
from svodka.exhibits.exhibit import Asked
from svodka.frames.store import Corpus
from svodka.wording import words

KEYS = sorted(MAKERS)
RU, EN = words("ru"), words("en")
NOTHING = Selection(voices=("nobody",))


def asked(corpus, selection=ALL, language="ru", narrow=False, dark=False) -> Asked:
    say = words(language)
    return Asked(corpus, selection, say, (styles.dark if dark else styles.light)(say, narrow))


@pytest.fixture(scope="module")
def small():
    return tiny.corpus()


def ids(shown) -> list[str]:
    """The ids that the marks of a figure carry."""
    drawn = shown.draw().to_dict()["data"] if shown.draw else []
    carried = [mark[0] for trace in drawn for mark in (trace.get("customdata") if trace.get("customdata") is not None else []) if mark]
    return list(dict.fromkeys(carried))


@pytest.mark.parametrize("key", KEYS)
def test_every_mark_of_the_picture_has_its_sentences(key, seeds):
    shown = exhibit(key, asked(seeds))
    for mark in ids(shown)[:25]:
        behind = shown.behind(mark, 3)
        assert behind is not None, mark
        assert behind.title
        if mark:
            assert len(behind.found.rows) <= 3
    assert shown.behind("no such mark", 3) is None
    assert shown.behind("no|such mark", 3) is None


@pytest.mark.parametrize("key", KEYS)
def test_marks_are_listed_and_lead_to_text(key, seeds):
    shown = exhibit(key, asked(seeds))
    assert shown.marks or not ids(shown)
    for mark in list(shown.marks)[:5]:
        behind = shown.behind(mark, 2)
        assert behind.found.sentences > 0, mark
        assert behind.found.rows["text"].str.len().min() > 0


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_words(key, language, seeds):
    shown = exhibit(key, asked(seeds, language=language))
    assert shown.key == key
    assert shown.title
    told = " ".join([shown.title, shown.finding, shown.subtitle, shown.remark, shown.nothing, *(one.text for one in shown.told)])
    assert not re.search(r"[{}]|\bnan\b|None|<NA>", told)
    if language == "en":
        assert not re.search(r"[а-яё]", re.sub(r"«[^»]*»|“[^”]*”", "", shown.title))


@pytest.mark.parametrize("key", KEYS)
def test_the_sheet_has_the_rows_of_the_picture(key, seeds):
    shown = exhibit(key, asked(seeds))
    if shown.sheet is None:
        assert shown.draw is None
        return
    sheet = shown.sheet()
    assert len(sheet.ids) == len(sheet.categories) == len(sheet.said) == len(set(sheet.ids))
    assert all(len(series.values) == len(sheet.ids) for series in sheet.series)
    assert all(isinstance(name, str) and name for name in sheet.categories)
    assert all(shown.behind(mark, 1) is not None for mark in sheet.ids)


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "phone"])
@pytest.mark.parametrize("key", KEYS)
def test_nothing_selected_says_so_and_breaks_nothing(key, narrow, small):
    shown = exhibit(key, asked(small, NOTHING, narrow=narrow))
    assert shown.title
    assert not shown.finding
    assert not shown.marks
    assert not ids(shown)
    assert not shown.told
    if shown.sheet:
        assert shown.sheet().ids == ()


@pytest.mark.parametrize("key", KEYS)
def test_the_same_exhibit_is_made_once(key, small):
    assert exhibit(key, asked(small)) is exhibit(key, asked(small))
    assert exhibit(key, asked(small)) is not exhibit(key, asked(small, dark=True))


def test_an_amount_stands_for_all_that_restate_it(small):
    shown = investment.amounts(asked(small))
    assert shown.behind("m2", 5).found.places == 2  # 3 trn yen, this is about 20 bn dollars


def test_a_group_shows_the_sentences_of_all_its_amounts(small):
    groups = investment.groups(asked(small), "status")
    assert groups.behind("signed", 5).found.rows["article_id"].to_list() == ["news"]
    assert groups.behind("", 5).found.sentences == 2  # neither the vague billions nor the price have a status


@pytest.mark.parametrize(("language", "start"), [("ru", "Самая крупная сумма"), ("en", "The largest amount")])
def test_headline_of_investment(small, language, start):
    now = asked(small, language=language)
    title, lead = investment.headline(investment.amounts(now), now)
    assert title.startswith(start)
    assert "20" in title
    assert lead


def test_headlines_of_nothing_say_what_to_do(small):
    now = asked(small, NOTHING)
    assert investment.headline(investment.amounts(now), now)[1] == RU("empty.do")
    assert claims.headline(claims.ledger(now), now)[1] == RU("empty.do")
    assert overview.headline(overview.findings(now), now)[0] == RU("overview.title.none")


def test_safe_sentence_of_one_voice_names_it(small):
    now = asked(small)
    shown = overview.named(now)
    told = safe.of_mark(shown, "coal", shown.behind("coal", 5), now)
    assert "Автор" in told
    several = safe.of_mark(shown, "uranium", shown.behind("uranium", 5), now)
    assert "3\u00a0упоминания у 2\u00a0голосов" in several


def test_safe_sentence_of_an_amount_is_that_of_its_claim(seeds):
    now = asked(seeds)
    single = seeds.query("SELECT claim_id FROM claims WHERE sources = 1 AND low IS NOT NULL LIMIT 1")["claim_id"].iloc[0]
    assert safe.of_mark(investment.amounts(now), single, None, now).startswith("Источник один")


def test_safe_sentence_refuses_where_there_is_nothing(small):
    now = asked(small, NOTHING)
    assert safe.of_exhibit(overview.findings(now), now) == RU("safe.nothing")


def test_filters_are_named_in_the_language(small):
    chosen = Selection(roles=("expert",), themes=("energy",), articles=("gone",))
    assert filters.named(asked(small, chosen)) == ["Статьи: gone", "Роли: эксперты", "Темы: энергетика"]
    assert filters.named(asked(small, chosen, "en"))[-1] == "Themes: energy"


def test_filters_tell_namesakes_apart():
    tables = tiny.tables()
    names = ["Редакция"] * len(tables["voices"])
    twins = tables["voices"].set_column(1, tables["voices"].schema.field("name"), [names])
    offered = filters.labels(Corpus.of(tables | {"voices": twins}, stamp="twins"), "ru")["voices"]
    assert len(set(offered.values())) == len(offered) == len(names)
    assert offered["author"] == "Редакция (author)"
