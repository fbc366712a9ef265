"""Which words and phrases are used, and which voice stresses them."""

import pytest
import tiny
from tiny import rows

from svodka.analysis import evidence, words
from svodka.analysis.selection import Selection

ALL = Selection()
NONE = Selection(articles=("unknown",))
PLAIN = "да но на по "  # form words: they fill the text and are no content
CASES = [(measure, items) for measure in ("frequency", "distinctiveness") for items in ("words", "phrases")]


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


def said():
    """«мягкая сила» is said by the first voice sixteen times and once by the second, «рынок» by both alike, «порт» twice by the second."""
    spoken = tiny.spoken(
        {},
        first=["мягкая сила рынок " + PLAIN * 3] * 16,
        second=["рынок " + PLAIN * 3] * 16 + ["мягкая сила порт порт " + PLAIN * 5],
    )
    spoken.query(
        """INSERT INTO phrases
        SELECT article_id, start, start + length('мягкая сила'), 'мягкий сила', 'мягкая сила', voice_id, passage, sentence
        FROM words WHERE form = 'мягкая'"""
    )
    return spoken


@pytest.fixture(scope="module")
def loud():
    return said()


def test_frequencies(corpus, monkeypatch):
    monkeypatch.setattr(words, "stopwords", lambda: ("млрд", "долларов"))
    found = words.frequencies(corpus, ALL, limit=3)
    assert rows(found, "lemma", "n", "articles") == [("порт", 4, 2), ("водород", 3, 2), ("казахстан", 3, 3)]
    assert list(found["rate"]) == pytest.approx([4000 / 85, 3000 / 85, 3000 / 85])
    assert words.frequencies(corpus, NONE).empty


def test_the_most_frequent_come_first(loud):
    found = words.stressed(loud, ALL)
    assert rows(found, "item", "n", "articles") == [("рынок", 32, 2), ("мягкая", 17, 2), ("сила", 17, 2), ("порт", 2, 1)]
    assert rows(words.stressed(loud, ALL, limit=1), "item") == [("рынок",)]
    assert rows(words.stressed(loud, ALL, items="phrases"), "item", "word", "n", "articles") == [("мягкий сила", "мягкая сила", 17, 2)]


@pytest.mark.parametrize(("items", "item"), [("words", "сила"), ("phrases", "мягкий сила")])
def test_the_voice_that_stresses_it(loud, items, item):
    found = words.stressed(loud, ALL, items=items).set_index("item")
    assert tuple(found.loc[item, ["voice_id", "voice", "own", "distinct"]]) == ("first", "first", 16, True)
    assert found.loc[item, "lo"] > 0 < found.loc[item, "z"]


def test_said_twice_is_too_little_to_be_sure_of(loud):
    found = words.stressed(loud, ALL).set_index("item")
    assert tuple(found.loc["порт", ["voice_id", "own", "distinct"]]) == ("second", 2, False)


def test_by_distinctiveness_what_nobody_stresses_is_left_out(loud):
    found = words.stressed(loud, ALL, "distinctiveness")
    assert rows(found, "item")[:2] == [("мягкая",), ("сила",)]
    assert found["z"].is_monotonic_decreasing
    assert found["voice_id"].notna().all()
    assert len(words.stressed(loud, ALL, "distinctiveness", "phrases")) == 1


@pytest.mark.parametrize(("measure", "items"), CASES)
def test_one_voice_alone_stresses_nothing(loud, measure, items):
    found = words.stressed(loud, Selection(voices=("first",)), measure, items)
    assert not found["distinct"].any()
    assert found.empty == (measure == "distinctiveness")


@pytest.mark.parametrize(("measure", "items"), CASES)
def test_columns_are_the_same_and_an_empty_selection_has_them_too(loud, measure, items):
    found, nothing = (words.stressed(loud, selection, measure, items) for selection in (ALL, NONE))
    assert nothing.empty
    assert list(found) == list(nothing) == words.STRESSED


def test_editors_are_credited_where_their_role_is_asked_for():
    edited = said()
    edited.query("UPDATE voices SET role = 'editorial'")
    assert words.stressed(edited, ALL)["voice_id"].isna().all()
    assert words.stressed(edited, Selection(roles=("editorial",)))["distinct"].any()


def test_stop_words_do_not_count(loud, monkeypatch):
    monkeypatch.setattr(words, "stopwords", lambda: ("рынок",))
    assert "рынок" not in set(words.stressed(loud, ALL)["item"])


def test_of_phrases(loud):
    found = evidence.of_phrases(loud, ALL, "мягкий сила", ["first"])
    assert (found.places, found.sentences, found.articles) == (16, 16, 1)
    assert {row.text[slice(*mark)] for row in found.rows.itertuples() for mark in row.marks} == {"мягкая сила"}
    assert evidence.of_phrases(loud, NONE, "мягкий сила").rows.empty


@pytest.mark.parametrize("items", ["words", "phrases"])
def test_a_word_leads_to_as_many_places_as_it_counts(seeds, items):
    of = evidence.of_words if items == "words" else evidence.of_phrases
    for row in words.stressed(seeds, ALL, items=items, limit=5).itertuples():
        found = of(seeds, ALL, row.item, limit=500)
        assert (found.places, found.articles) == (row.n, row.articles)
