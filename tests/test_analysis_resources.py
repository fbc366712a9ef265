"""Resources and themes counted by voice, in the tree and together."""

import pytest
import tiny
from tiny import rows

from svodka.analysis import resources, themes
from svodka.analysis.selection import Selection


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


def test_by_voice(corpus):
    found = resources.by_voice(corpus, Selection())
    assert rows(found, "concept", "voice_id", "mentions", "words", "passages", "articles", "total") == [
        ("uranium", "expert", 2, 28, 1, 1, 3),
        ("uranium", "ministry", 1, 4, 1, 1, 3),
        ("hydrogen", "expert", 1, 28, 1, 1, 2),
        ("hydrogen", "author", 1, 53, 1, 1, 2),
        ("oil", "expert", 1, 28, 1, 1, 2),
        ("oil", "author", 1, 53, 1, 1, 2),
        ("coal", "author", 1, 53, 1, 1, 1),  # the journalist's «уголь» does not count
    ]
    assert list(found["rate"]) == pytest.approx([1000 * y / n for y, n in rows(found, "mentions", "words")])


@pytest.mark.parametrize(("selection", "asked", "expected"), [
    (Selection(), {"concepts": ["green_hydrogen"]}, [("green_hydrogen", "expert", 1)]),
    (Selection(articles=("interview",)), {"generic": True}, [
        ("uranium", "expert", 2), ("hydrogen", "expert", 1), ("oil", "expert", 1), ("raw_materials", "expert", 1),
    ]),
    (Selection(countries=("kz",)), {}, [("uranium", "expert", 2), ("uranium", "ministry", 1), ("oil", "expert", 1)]),
    (Selection(roles=("interviewer",)), {}, [("coal", "reporter", 1), ("oil", "reporter", 1)]),
    (Selection(articles=("unknown",)), {}, []),
])  # fmt: skip
def test_by_voice_of(corpus, selection, asked, expected):
    assert rows(resources.by_voice(corpus, selection, **asked), "concept", "voice_id", "mentions") == expected


def test_rate_is_of_the_selected_passages(corpus):
    found = resources.by_voice(corpus, Selection(themes=("energy",)))
    assert rows(found, "concept", "voice_id", "words", "rate") == [("hydrogen", "expert", 8, 125.0), ("hydrogen", "author", 8, 125.0)]


def test_totals(corpus):
    found = resources.totals(corpus, Selection(), generic=True)
    assert rows(found, "concept", "parent", "top", "mentions", "passages", "articles", "voices") == [
        ("uranium", None, True, 3, 2, 2, 2),
        ("hydrogen", None, True, 2, 2, 2, 2),
        ("oil", None, True, 2, 2, 2, 2),
        ("raw_materials", None, True, 2, 2, 2, 2),
        ("coal", "raw_materials", True, 1, 1, 1, 1),
        ("green_hydrogen", "hydrogen", False, 1, 1, 1, 1),
    ]
    assert set(found["words"]) == {85}


@pytest.mark.parametrize(("asked", "expected"), [
    ({}, [
        ("coal", "jp", 1), ("hydrogen", "energy", 2), ("oil", "kz", 1), ("oil", "transport", 1), ("uranium", "kz", 2), ("uranium", "jp", 1),
    ]),
    ({"concepts": ["green_hydrogen"]}, [("green_hydrogen", "energy", 1)]),
    ({"concepts": ["kz"], "kinds": ["resource", "place"]}, [("kz", "jp", 3), ("kz", "uranium", 2), ("kz", "oil", 1)]),
    ({"concepts": ["hydrogen"], "kinds": ["resource"]}, []),  # what lies below hydrogen does not keep it company
])  # fmt: skip
def test_named_with(corpus, asked, expected):
    assert rows(resources.named_with(corpus, Selection(), **asked), "concept", "other", "passages") == expected


def test_themes_by_voice(corpus):
    assert rows(themes.by_voice(corpus, Selection()), "concept", "voice_id", "mentions") == [
        ("transport", "expert", 2), ("transport", "author", 2), ("energy", "expert", 1), ("energy", "author", 1),
    ]  # fmt: skip


def test_cooccurrence(corpus):
    found = themes.cooccurrence(corpus, Selection())
    assert rows(found, "first", "second", "observed", "articles", "first_passages", "second_passages")[:3] == [
        ("jp", "kz", 3, 2, 4, 4), ("energy", "hydrogen", 2, 2, 2, 2), ("kz", "uranium", 2, 2, 4, 2),
    ]  # fmt: skip
    assert set(found["total"]) == {10}  # twelve paragraphs less two questions
    assert list(found["expected"])[:3] == pytest.approx([1.6, 0.4, 0.8])
    assert ((found["lo"] < found["observed"]) & (found["observed"] < found["hi"])).all()
    assert rows(found[found["distinct"]], "first", "second") == [("energy", "hydrogen")]
    assert rows(themes.cooccurrence(corpus, Selection(), ["resource"]), "first", "second", "observed") == [("oil", "uranium", 1)]
    assert themes.cooccurrence(corpus, Selection(), least=4).empty


def test_the_same_words_keep_no_company():
    # «водород» names hydrogen and energy; energy is named by «нефть» too, which says nothing about hydrogen
    themes_of = {"водород": ["energy", "hydrogen"], "нефть": ["energy", "oil"], "нефтегаз": ["energy", "gas", "oil"], "газ": ["gas"]}
    found = themes.cooccurrence(tiny.spoken(themes_of, someone=["водород нефть", "нефтегаз", "нефтегаз", "нефть газ", "вода"]), Selection())
    assert rows(found, "first", "second", "observed", "total") == [
        ("energy", "gas", 3, 5), ("gas", "oil", 3, 5), ("hydrogen", "oil", 1, 5),
    ]  # fmt: skip


def test_by_country(corpus):
    found = resources.by_country(corpus, Selection())
    assert rows(found, "first", "second", "observed", "articles", "first_passages", "second_passages", "total") == [
        ("uranium", "kz", 2, 2, 2, 4, 10), ("coal", "jp", 1, 1, 1, 4, 10), ("oil", "kz", 1, 1, 2, 4, 10), ("uranium", "jp", 1, 1, 2, 4, 10),
    ]  # fmt: skip
    assert list(found["expected"]) == pytest.approx([0.8, 0.4, 0.8, 0.8])
    assert (set(found["first_kind"]), set(found["second_kind"])) == ({"resource"}, {"place"})
    assert resources.by_country(corpus, Selection(articles=("unknown",))).empty


def test_by_country_with_generic_words(corpus):
    found = resources.by_country(corpus, Selection(), generic=True)
    assert ("raw_materials", "jp", 1) in rows(found, "first", "second", "observed")  # «уголь» is raw material


@pytest.mark.parametrize(("said", "expected"), [
    (["водород водород водород протон", "энергия"], []),  # three quarters of the mentions of hydrogen are words of energy
    (["водород", "водород протон", "протон энергия"], [("energy", "hydrogen", 3)]),
])  # fmt: skip
def test_hardly_any_words_of_its_own(said, expected):
    themes_of = {"водород": ["energy", "hydrogen"], "протон": ["hydrogen"], "энергия": ["energy"]}
    found = themes.cooccurrence(tiny.spoken(themes_of, someone=[*said, "вода"]), Selection())
    assert rows(found, "first", "second", "observed") == expected
