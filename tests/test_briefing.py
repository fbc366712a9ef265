"""Briefings: what is kept, what comes back, what is said when the corpus has changed."""

import sqlite3
from datetime import date

import pytest
import tiny

from svodka.analysis.selection import ALL, Selection
from svodka.briefing import slides
from svodka.briefing.item import Briefing, Item, Shot, added, changed, difference, item, moved, record, removed
from svodka.briefing.store import Store
from svodka.charts import style as styles
from svodka.errors import BriefingError
from svodka.exhibits import catalogue
from svodka.frames.schema import TABLES
from svodka.frames.store import Corpus
from svodka.wording import words

RU, EN = words("ru"), words("en")
DAY = date(2026, 1, 31)
CHART = Item("a", "chart", "overview.resources", selection=Selection(roles=("expert", "author")), stamp="given")


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


@pytest.fixture
def store(tmp_path):
    return Store(tmp_path / "new" / "briefings.sqlite")


def three() -> Briefing:
    return Briefing("x", "Доклад", tuple(Item(id_, "section", title=id_) for id_ in "abc"))


def order(briefing: Briefing) -> str:
    return "".join(kept.item_id for kept in briefing.items)


@pytest.mark.parametrize(("id_", "by", "expected"), [
    ("a", 1, "bac"), ("c", -1, "acb"), ("a", 9, "bca"), ("c", -9, "cab"), ("b", 0, "abc"),
])  # fmt: skip
def test_an_item_moves_as_far_as_there_is_room(id_, by, expected):
    assert order(moved(three(), id_, by)) == expected


def test_removing_and_changing_leave_the_others_alone():
    assert order(removed(three(), "b")) == "ac"
    again = changed(three(), "b", title="новый", note="сказать")
    assert [kept.title for kept in again.items] == ["a", "новый", "c"]


def test_an_item_survives_being_kept():
    kept = Item("1", "chart", "investment.amounts", {"scale": "log"}, Selection(themes=("energy",)), "m1", "Т", "З",
                Shot("en", "t", "", (("m1", "n", "$3bn"),)), "stamp", "2026-01-01T00:00:00", True)  # fmt: skip
    assert item(record(kept)) == kept


def test_what_another_version_kept_is_passed_over():
    kept = record(CHART) | {"new_field": 1, "selection": {"themes": ["energy"], "moods": ["gloomy"]}, "shot": {"rows": []}}
    assert item(kept).selection == Selection(themes=("energy",))
    assert item({"item_id": "1", "kind": "section"}) == Item("1", "section")


def test_store_keeps_changes_and_takes_them_back(store):
    made = store.create("Первый", "2026-01-01")
    for id_ in "ab":
        store.change(made.briefing_id, lambda found, id_=id_: added(found, Item(id_, "section")), "2026-01-02")
    again = Store(store.path)
    assert order(again.read(made.briefing_id)) == "ab"
    assert again.listed()[0][1:3] == ("Первый", 2)
    assert again.undo(made.briefing_id, "2026-01-03")
    assert order(again.read(made.briefing_id)) == "a"
    assert again.undo(made.briefing_id, "2026-01-03")
    assert not again.undo(made.briefing_id, "2026-01-03")


def test_a_step_that_changes_nothing_is_no_step(store):
    made = store.create("Первый", "2026-01-01")
    store.change(made.briefing_id, lambda found: found, "2026-01-02")
    assert store.steps(made.briefing_id) == 0


def test_several_briefings_and_the_way_back_from_removal(store):
    first, second = store.create("Первый", "2026-01-01"), store.create("Второй", "2026-01-02")
    assert [listed.name for listed in store.listed()] == ["Второй", "Первый"]
    store.remove(second.briefing_id)
    assert store.read(second.briefing_id) is None
    assert [listed.briefing_id for listed in store.listed()] == [first.briefing_id]
    store.remove(second.briefing_id, removed=False)
    assert store.read(second.briefing_id).name == "Второй"


def test_a_failed_step_leaves_the_briefing_as_it_was(store):
    made = store.create("Первый", "2026-01-01")
    with pytest.raises(ZeroDivisionError):
        store.change(made.briefing_id, lambda found: added(found, Item("a", str(1 / 0))), "2026-01-02")
    assert store.read(made.briefing_id).items == ()


def test_errors_say_what_is_wrong(store, tmp_path):
    with pytest.raises(BriefingError, match="no briefing nobody"):
        store.change("nobody", lambda found: found, "2026-01-01")
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"this is no database at all, only a file of that name" * 40)
    with pytest.raises(BriefingError, match=r"broken\.sqlite"):
        Store(broken).listed()
    store.create("x", "2026-01-01")
    assert sqlite3.connect(store.path).execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.parametrize(("before", "after", "told"), [
    ((), (), []),
    ((("u", "Уран", "8"),), (("u", "Уран", "8"),), []),
    ((("u", "Уран", "8"),), (("u", "Уран", "9"),), ["Уран: было «8», стало «9»"]),
    ((("u", "Уран", "8"),), (("o", "Нефть", "1"),), ["Появилось: Нефть (1)", "Больше нет: Уран (8)"]),
])  # fmt: skip
def test_difference(before, after, told):
    assert difference(Shot("ru", rows=before), Shot("ru", rows=after), RU) == told


def test_a_long_difference_is_cut_and_says_so():
    rows = tuple((str(n), str(n), "1") for n in range(10))
    told = difference(Shot("ru", rows=rows), Shot("ru"), RU, most=3)
    assert len(told) == 4
    assert "7" in told[-1]


@pytest.mark.parametrize("say", [RU, EN])
def test_a_chart_comes_with_the_sentences_of_every_mark(corpus, say):
    made = slides.slide(corpus, CHART, say, styles.light(say))
    sheet = made.exhibit.sheet()
    assert [ground.mark for ground in made.grounds] == list(sheet.ids)
    uranium = next(ground for ground in made.grounds if ground.mark == "uranium")
    assert uranium.sentences == 2
    assert all(quote.text[start:stop].lower().startswith("уран") for quote in uranium.quotes for start, stop in quote.marks)
    assert made.filters
    assert not made.changed


def test_the_own_title_stands_over_the_finding(corpus):
    found = slides.slide(corpus, CHART._replace(title="Что в недрах"), RU, styles.light(RU))
    assert found.title == "Что в недрах"


def test_a_quotation_is_found_again_by_its_words(corpus):
    text = corpus.query("SELECT text FROM articles WHERE article_id = 'news'")["text"].iloc[0]
    said = text.split("\n")[1].split(". ")[0] + "."
    kept = Item("q", "quote", mark="news:99999", options={"marks": "0-4"}, shot=Shot("ru", "Автор", said))
    made = slides.slide(corpus, kept, RU, styles.light(RU))
    assert not made.gone
    assert made.quotes[0].text == said
    assert made.quotes[0].marks == ((0, 4),)
    lost = slides.slide(corpus, kept._replace(shot=Shot("ru", "Автор", "Этого нет.")), RU, styles.light(RU))
    assert lost.gone
    assert lost.text == "Этого нет."


def test_another_corpus_shows_the_difference(corpus):
    kept = CHART._replace(selection=ALL)
    kept = kept._replace(shot=slides.shot(corpus, kept))
    assert {id_: said for id_, _, said in kept.shot.rows}["uranium"].startswith("3")
    tables = tiny.tables()
    fewer = tables["mentions"].filter([concept != "uranium" for concept in tables["mentions"]["concept"].to_pylist()])
    later = Corpus.of(tables | {"mentions": fewer}, stamp="later")
    made = slides.slide(later, kept, RU, styles.light(RU))
    assert any("Больше нет: уран" in line for line in made.changed)
    english = slides.slide(later, kept, EN, styles.light(EN))
    assert any("No longer there" in line for line in english.changed)


def test_an_exhibit_that_no_longer_exists_keeps_its_place(corpus):
    made = slides.slide(corpus, Item("o", "chart", "old.chart", shot=Shot("ru", "Старый график")), RU, styles.light(RU))
    assert made.gone
    assert made.title == "Старый график"


def test_an_empty_corpus_makes_a_deck_all_the_same():
    empty = Corpus.of({name: table.table([]) for name, table in TABLES.items()})
    items = tuple(Item(key, "chart", key) for key in catalogue.MAKERS)
    deck = slides.deck(empty, Briefing("x", "Пусто", items), RU, DAY)
    assert len(deck.slides) == len(items)
    assert deck.sources == ()


def test_two_charts_stand_together_only_where_asked(corpus):
    def titled(*kept: Item) -> list[int]:
        deck = slides.deck(corpus, Briefing("x", "Д", kept), RU, DAY)
        return [len(screen) for screen in slides.screens(deck)]

    beside = CHART._replace(item_id="b", beside=True)
    assert titled(CHART, beside, CHART) == [2, 1]
    assert titled(beside, beside, beside) == [2, 1]
    assert titled(Item("s", "section", beside=False), beside) == [1, 1]
