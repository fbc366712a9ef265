"""Which rows a selection keeps."""

import pytest
import tiny
from tiny import rows

from svodka.analysis.selection import NAMED, Selection, answer, named
from svodka.analysis.tree import Tree
from svodka.frames.schema import TABLES
from svodka.frames.store import Corpus


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


RICH = [("column", 3, "author"), ("column", 3, "ministry"), ("interview", 2, "expert")]
KEPT = "kept AS (SELECT article_id, passage + 1 AS passage, voice_id FROM kept_passages) FROM kept ORDER BY article_id, passage, voice_id"
ALL = [
    *[("column", passage, "author") for passage in (1, 2, 3)], ("column", 3, "ministry"), ("column", 4, "author"), ("column", 5, "author"),
    *[("interview", passage, "expert") for passage in (2, 3, 5)], ("news", 1, "author"), ("news", 2, "author"),
]  # fmt: skip


@pytest.mark.parametrize(("selection", "expected"), [
    (Selection(), ALL),  # the journalist's questions, passages 1 and 4 of the interview, never count
    (Selection(roles=("interviewer",)), [("interview", 1, "reporter"), ("interview", 4, "reporter")]),
    (Selection(roles=("expert", "quoted")), [row for row in ALL if row[2] in ("expert", "ministry")]),
    (Selection(articles=("news", "interview")), [row for row in ALL if row[0] in ("news", "interview")]),
    (Selection(voices=("ministry",)), [("column", 3, "ministry")]),
    (Selection(voices=("reporter",)), []),
    (Selection(voices=("reporter",), roles=("interviewer",)), [("interview", 1, "reporter"), ("interview", 4, "reporter")]),
    (Selection(themes=("energy",)), [("column", 4, "author"), ("interview", 5, "expert")]),
    (Selection(resources=("hydrogen",)), [("column", 4, "author"), ("interview", 5, "expert")]),  # green hydrogen is hydrogen
    (Selection(resources=("green_hydrogen",)), [("interview", 5, "expert")]),
    (Selection(countries=("jp",)), [row for row in ALL if row[:2] in (("column", 2), ("column", 3), ("column", 5), ("news", 1))]),
    (Selection(resources=("oil", "uranium")), [*RICH, ("news", 2, "author")]),
    (Selection(resources=("oil", "uranium"), countries=("kz",)), RICH),
    (Selection(resources=("oil", "uranium"), countries=("kz",), articles=("column",), voices=("ministry",)), [("column", 3, "ministry")]),
    (Selection(themes=("finance",)), []),
    (Selection(articles=("'; DROP TABLE voices; --",)), []),
])  # fmt: skip
def test_kept_passages(corpus, selection, expected):
    assert rows(answer(corpus, selection, KEPT), "article_id", "passage", "voice_id") == expected


@pytest.mark.parametrize(("selection", "expected"), [
    (Selection(), {"author": 53, "expert": 28, "ministry": 4}),
    (Selection(countries=("jp",)), {"author": 35, "ministry": 4}),
    (Selection(voices=("ministry", "expert")), {"expert": 28, "ministry": 4}),
    (Selection(articles=("interview",), roles=("interviewer", "expert")), {"expert": 28, "reporter": 9}),
])  # fmt: skip
def test_spoken_words(corpus, selection, expected):
    assert dict(rows(answer(corpus, selection, "said AS (FROM spoken) FROM said"), "voice_id", "words")) == expected


@pytest.mark.parametrize(("asked", "expected"), [
    ({"kinds": ["resource"]}, {"uranium": 3, "hydrogen": 2, "oil": 2, "coal": 1}),
    ({"kinds": ["resource"], "generic": True}, {"uranium": 3, "hydrogen": 2, "oil": 2, "raw_materials": 2, "coal": 1}),
    ({"kinds": ["resource"], "deep": True}, {"uranium": 3, "hydrogen": 2, "oil": 2, "coal": 1, "green_hydrogen": 1}),
    ({"kinds": ["resource", "place"], "concepts": ["green_hydrogen", "jp"], "only": True}, {"green_hydrogen": 1, "jp": 4}),
    ({"kinds": ["theme"], "concepts": ["tokyo"]}, {"transport": 4, "energy": 2}),
    ({"kinds": ["place"]}, {"kz": 4, "jp": 4}),  # Tokyo is Japan, a bank of Japan is not; Central Asia is no country
    ({"kinds": []}, {}),
])  # fmt: skip
def test_named(corpus, asked, expected):
    counted = "counted AS (SELECT concept, sum(mentions) AS n FROM named GROUP BY concept) FROM counted"
    assert dict(rows(answer(corpus, Selection(), NAMED, counted, **named(corpus, **asked)), "concept", "n")) == expected


def test_unknown_text_is_none(corpus):
    outlets = answer(corpus, Selection(), "a AS (FROM articles) SELECT outlet FROM a ORDER BY article_id")["outlet"]
    assert list(outlets) == [None, "Вестник", "Вестник"]


def test_tree_survives_a_circle():
    concepts = [
        ("a", "theme", "b", "a", "a", None, False),
        ("b", "theme", "a", "b", "b", None, False),
        ("c", "theme", "gone", "c", "c", None, False),
    ]
    grown = Tree(Corpus.of({"concepts": TABLES["concepts"].table(concepts)}))
    assert grown.above("a") == ("a", "b")
    assert grown.below(["a", "unknown"]) == ["a", "b"]
    assert grown.shown == {"c"}
