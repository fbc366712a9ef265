"""The page Search and the way from a line of it into the Reader."""

import re
from html import unescape
from io import BytesIO
from urllib.parse import parse_qs

import openpyxl
import pandas as pd
import pytest
import tiny
from streamlit.testing.v1 import AppTest
from test_pages import opened, said

from svodka.analysis import queries
from svodka.analysis import search as analysis
from svodka.analysis.selection import Selection
from svodka.charts import style
from svodka.exhibits import search
from svodka.exhibits.exhibit import Asked
from svodka.export import table as files
from svodka.views import search as view
from svodka.wording import words

ALL = Selection()
RU, EN = words("ru"), words("en")
HIT = {
    "article_id": "a", "title": "Статья", "outlet": None, "start": 7, "passage": 2, "rank": 1, "short": "Голос",
    "before": "до ", "keyword": "слово", "after": " после",
}  # fmt: skip


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


def asked(corpus, language: str = "ru") -> Asked:
    return Asked(corpus, ALL, words(language), style.light(words(language)))


def html(app: AppTest) -> str:
    return " ".join(element.proto.body for element in app.get("html"))


def addresses(app: AppTest) -> list[dict[str, list[str]]]:
    """Where the lines lead."""
    return [parse_qs(unescape(address)) for address in re.findall(r'<a class="sv-go" [^>]*href="reader\?([^"]+)"', html(app))]


def test_exhibit_of_one_query_has_a_bar_a_voice(corpus):
    shown = search.by_voice(asked(corpus), typed="Казахстан")
    assert list(shown.marks) == ["author|author", "expert|expert", "ministry|ministry"]
    assert shown.finding == "Чаще всех «Казахстан» встречается у голоса Автор: 2 из 4\xa0мест"
    assert shown.behind("author|author", 20).found.places == 2
    assert shown.behind("author|nobody", 20) is None
    assert {row[0] for row in shown.draw().data[-1].customdata} == set(shown.marks)


def test_exhibit_of_several_queries_has_a_bar_a_query(corpus):
    shown = search.by_voice(asked(corpus), typed="порт; Казахстан")
    assert set(shown.marks) == {"0|expert", "0|author", "1|author", "1|expert", "1|ministry"}
    assert shown.behind("1|ministry", 20).found.rows["voice_id"].tolist() == ["ministry"]
    assert shown.behind("7|ministry", 20) is None
    assert not shown.finding


@pytest.mark.parametrize("typed", ["", "пароход", "(", "порт"])
def test_exhibit_of_little_says_no_finding(corpus, typed):
    shown = search.by_voice(asked(corpus), typed=typed)
    assert not shown.finding
    assert bool(shown.draw().data) == bool(shown.marks)


@pytest.mark.parametrize(("typed", "language", "title", "lead"), [
    ("", "ru", "Где и кем это сказано", "Слово во всех"),
    ("Казахстан", "ru", "«Казахстан»: 4\xa0места у 3\xa0голосов", "4\xa0абзаца, 3\xa0статьи. Чаще всех — Автор: 2."),
    ("Казахстан", "en", "“Казахстан”: 4\xa0places, 3\xa0voices", "4\xa0paragraphs, 3\xa0articles. Most often Автор: 2."),
    ("рудник", "ru", "«рудник»: 1\xa0место у 1\xa0голоса", "1\xa0абзац, 1\xa0статья. Это говорит только Эксперт."),
    ("пароход", "ru", "«пароход»: ничего не найдено", "Попробуйте"),
    ("рудник; порт", "ru", "Чаще других встречается «порт»: 4\xa0места", "«порт» — 4\xa0места, 2\xa0голоса; «рудник» — 1\xa0место, 1"),
])  # fmt: skip
def test_headline(corpus, typed, language, title, lead):
    told = search.headline(asked(corpus, language), typed, "lemma")
    assert told[0] == title
    assert told[1].startswith(lead)


def test_every_fault_has_a_sentence():
    for reason in {*queries.FAULTS.values(), "pattern", "many", "wordless", "edge", "empty", "concept", "concept.near"}:
        for say in (RU, EN):
            assert "уран(" in say(f"search.error.{reason}", query="уран(", at="(")


def test_a_line_is_a_link_and_its_text_is_data():
    hostile = HIT | {"before": "<img src=x> ", "keyword": "<b>", "after": ' "onload', "title": '"><script>', "short": "<i>"}
    told = view.concordance(pd.DataFrame([hostile]), {"lang": ["ru"], "q": '"><x'}, style.light(RU))
    assert not re.search(r"<(img|script|x)\b", told)
    assert "&lt;img src=x&gt;" in told
    (address,) = re.findall(r'href="reader\?([^"]+)"', told)
    assert parse_qs(unescape(address)) == {"lang": ["ru"], "q": ['"><x'], "read": ["a"], "at": ["7"]}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("mode", list(queries.MODES))
def test_examples_come_from_the_corpus_and_find_something(mode, language, corpus):
    listed = view.examples(asked(corpus, language), mode)
    assert listed
    for example in listed:
        assert search.by_voice(asked(corpus), typed=example, mode=mode).marks


def test_page_with_nothing_typed_offers_examples(built, monkeypatch):
    app = opened("search", built, monkeypatch, lang="ru")
    assert not app.exception
    example = next(button for button in app.button if button.key == "search.example.0")
    example.click().run()
    assert not app.exception
    assert "мест" in said(app)
    assert addresses(app)


def test_every_line_leads_to_its_place(built, monkeypatch, seeds):
    app = opened("search", built, monkeypatch, lang="ru", **{"search.query": "цифровизация", "filter.themes": ["digital"]})
    assert not app.exception
    listed = addresses(app)
    assert listed
    for address in listed:
        assert address["q"] == ["цифровизация"]
        assert address["theme"] == ["digital"]
        text = seeds.query("SELECT text FROM articles WHERE article_id = $id", {"id": address["read"][0]})["text"].iloc[0]
        assert text[int(address["at"][0]) :].casefold().startswith("цифровизаци")


def test_a_picked_bar_narrows_the_lines(built, monkeypatch):
    whole = opened("search", built, monkeypatch, lang="ru", **{"search.query": "уран"})
    voice = "ilgar-velizade"
    picked = opened("search", built, monkeypatch, lang="ru", **{"search.query": "уран", "search.pick": f"by_voice:{voice}|{voice}"})
    assert 0 < len(addresses(picked)) < len(addresses(whole))
    next(button for button in picked.button if button.key == "search.all").click().run()
    assert addresses(picked) == addresses(whole)


def test_a_bad_query_is_explained_beside_the_good_ones(built, monkeypatch):
    app = opened("search", built, monkeypatch, lang="ru", **{"search.query": r"(<b>;\bуран\w*", "search.mode": "pattern"})
    assert not app.exception
    assert "Запрос «(&lt;b&gt;» не выполнен: не закрыта скобка." in html(app)
    assert addresses(app)


def test_a_word_that_names_a_concept_offers_it(built, monkeypatch):
    app = opened("search", built, monkeypatch, lang="ru", **{"search.query": "средний коридор"})
    few = len(addresses(app))
    next(button for button in app.button if button.key == "search.concept").click().run()
    assert not app.exception
    assert app.session_state["search.mode"] == "concept"
    assert len(addresses(app)) > few


def test_files_hold_all_lines(corpus):
    sought = queries.asked(corpus, "порт; уран").queries
    shown = view.listed(analysis.hits(corpus, ALL, sought, limit=None), sought, RU)
    assert list(shown["Найдено"]) == ["уран", "Порт", "порт", "уран", "Порт", "порт"]
    assert list(shown["Запрос"]) == ["уран", "порт", "порт", "уран", "порт", "порт"]
    assert {"Слева", "Справа", "Голос", "Роль", "Абзац", "Дата"} <= set(shown)
    assert files.csv(shown).startswith(b"\xef\xbb\xbf")
    sheet = openpyxl.load_workbook(BytesIO(files.xlsx(shown, "Все места", [])))["1"]
    assert sheet.max_row == len(shown) + 1


def test_reader_highlights_the_query_and_goes_from_find_to_find(built, monkeypatch, seeds):
    state = {"reader.article": "velizade", "reader.query": "Япония; уран", "lang": "ru"}
    app = opened("reader", built, monkeypatch, **state)
    assert not app.exception
    marks = re.findall(r'<mark class="kind-query[^"]*"[^>]*>([^<]+)</mark>', html(app))
    assert {mark[:4].casefold() for mark in marks} == {"япон", "уран"}
    assert f"{len(marks)}\xa0мест" in said(app)
    for number in (1, 2):
        next(button for button in app.button if button.key == "reader.next").click().run()
        assert not app.exception
        assert f"{number} из {len(marks)}" in said(app)
        assert len(re.findall(r'class="kind-query current"', html(app))) == 1
    next(button for button in app.button if button.key == "reader.previous").click().run()
    assert f"1 из {len(marks)}" in said(app)
    next(button for button in app.button if button.key == "reader.forget").click().run()
    assert '<mark class="kind-query' not in html(app)


@pytest.mark.parametrize(("address", "marked"), [
    ({"read": "velizade", "at": "10"}, False),  # from the drawer of another page
    ({"read": "velizade", "q": "уран"}, True),  # by word forms, whatever way the search before it went
])  # fmt: skip
def test_a_link_does_not_bring_back_a_former_query(address, marked, built, monkeypatch):
    app = opened(
        "reader", built, monkeypatch, lang="ru", **{"reader.article": "velizade", "reader.query": "Уран", "reader.mode": "concept"}
    )
    app.query_params.clear()
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    assert ('<mark class="kind-query' in html(app)) == marked
    assert app.session_state["reader.mode"] == "lemma"


def test_reader_goes_through_what_is_highlighted_and_through_the_articles(built, monkeypatch):
    app = opened("reader", built, monkeypatch, lang="ru")
    first = app.session_state["reader.article"]
    assert next(button for button in app.button if button.key == "reader.before").disabled
    next(button for button in app.button if button.key == "reader.next").click().run()
    assert "1 из " in said(app)
    assert 'id="sv-at"' in html(app)
    next(button for button in app.button if button.key == "reader.after").click().run()
    assert not app.exception
    assert app.session_state["reader.article"] != first
    assert 'id="sv-at"' not in html(app)


def test_every_paragraph_of_the_reader_has_its_link(built, monkeypatch, seeds):
    app = opened("reader", built, monkeypatch, lang="en", **{"reader.article": "kasenov", "filter.voices": ["farkhad-kasenov"]})
    starts = seeds.query("SELECT start FROM passages WHERE article_id = 'kasenov' ORDER BY start")["start"]
    links = [parse_qs(unescape(link)) for link in re.findall(r'<a class="sv-go sv-number"[^>]*href="reader\?([^"]+)"', html(app))]
    assert [int(link["at"][0]) for link in links] == list(starts)
    assert all(link["read"] == ["kasenov"] and link["voice"] == ["farkhad-kasenov"] and link["lang"] == ["en"] for link in links)


@pytest.mark.parametrize(
    "state", [{"reader.query": "(", "reader.mode": "pattern"}, {"reader.query": "уран", "reader.mode": "<b>"}, {"reader.at": "99999999"}]
)
def test_nonsense_in_the_link_of_the_reader(built, monkeypatch, state):
    assert not opened("reader", built, monkeypatch, lang="ru", **state).exception


@pytest.mark.parametrize(
    "state", [{"search.mode": "<b>"}, {"search.sort": "x", "search.width": "y"}, {"search.pick": "by_voice:9|x"}, {"search.query": ";;"}]
)
def test_nonsense_in_the_link_of_the_search(built, monkeypatch, state):
    assert not opened("search", built, monkeypatch, lang="ru", **{"search.query": "уран"} | state).exception
