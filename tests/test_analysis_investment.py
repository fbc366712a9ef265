"""Amounts of money: folded, valued, never added."""

import math

import pytest
import tiny
from tiny import rows

from svodka.analysis import investment
from svodka.analysis.selection import Selection
from svodka.frames.schema import TABLES
from svodka.frames.store import Corpus


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


def test_amounts(corpus):
    found = investment.amounts(corpus, Selection())
    assert rows(found, "quantity_id", "voice_id", "usd_by", "reason", "passage") == [
        ("m2", "author", "stated", None, 2),
        ("m6", "author", "own", None, 1),
        ("m1", "expert", "own", None, 2),
        ("m4", "author", None, "vague", 4),
        ("m5", "author", None, "no_rate", 5),
    ]
    assert list(found["restated"]) == [["порядка 20 млрд долларов"], [], [], [], []]
    assert list(found["restated_ids"]) == [["m3"], [], [], [], []]
    assert rows(found, "payer_ru", "recipient_en", "resource_ru")[:3] == [
        ("Япония", "Kazakhstan", None), ("Япония", "Kazakhstan", None), (None, "Kazakhstan", "уран"),
    ]  # fmt: skip


@pytest.mark.parametrize(("quantity_id", "low", "high"), [
    ("m2", math.nan, 20e9),  # «до 3 трлн иен, порядка 20 млрд долларов» stays «до»
    ("m1", 3e9, math.nan),
    ("m6", 4e9, 4e9),
    ("m4", math.nan, math.nan),
])  # fmt: skip
def test_dollars(corpus, quantity_id, low, high):
    found = investment.amounts(corpus, Selection()).set_index("quantity_id").loc[quantity_id]
    assert [found["usd_low"], found["usd_high"]] == pytest.approx([low, high], nan_ok=True)


def test_a_restatement_counts_alone_when_its_first_is_not_selected():
    quantities = TABLES["quantities"]
    shared = {
        "article_id": "a",
        "start": 0,
        "stop": 1,
        "text": "",
        "passage": 0,
        "sentence": 0,
        "kind": "money",
        "shape": "exact",
        "low": 1.0,
        "high": 1.0,
    }
    given = [
        shared | {"quantity_id": "first", "voice_id": "x", "unit": "EUR"},
        shared | {"quantity_id": "second", "voice_id": "y", "unit": "USD", "same_as": "first"},
    ]
    voices = [(voice, voice, voice, "author", None, None, 1, 1) for voice in "xy"]
    two = Corpus.of({
        "quantities": quantities.table([tuple(row.get(column) for column in quantities.columns) for row in given]),
        "voices": TABLES["voices"].table(voices),
        "articles": TABLES["articles"].table([("a", None, None, None, None, None, "column", 2, "", "", "")]),
    })  # fmt: skip
    assert list(investment.amounts(two, Selection())["quantity_id"]) == ["first"]
    assert list(investment.amounts(two, Selection(voices=("y",)))["quantity_id"]) == ["second"]


@pytest.mark.parametrize(("field", "expected"), [
    ("status", [("pledged", 1, 20e9), ("signed", 1, 4e9), ("allocated", 1, 3e9), (None, 2, None)]),
    ("payer", [("jp", 2, 20e9), (None, 3, 3e9)]),
    ("resource", [("uranium", 1, 3e9), ("coal", 1, None), (None, 3, 20e9)]),
    ("measure", [("investment", 2, 20e9), ("price", 1, None), (None, 2, 4e9)]),
    ("voice", [("author", 4, 20e9), ("expert", 1, 3e9)]),
])  # fmt: skip
def test_by(corpus, field, expected):
    found = investment.by(corpus, Selection(), field)
    assert [(key, n, None if math.isnan(largest) else largest) for key, n, largest in rows(found, "key", "amounts", "largest")] == expected
    assert sum(map(len, found["ids"])) == 5


def test_left_out(corpus):
    assert rows(investment.left_out(corpus, Selection()), "reason", "amounts", "ids") == [("no_rate", 1, ["m5"]), ("vague", 1, ["m4"])]


def test_nothing_selected(corpus):
    none = Selection(articles=("unknown",))
    full = investment.amounts(corpus, Selection())
    assert investment.amounts(corpus, none).empty
    assert list(investment.amounts(corpus, none)) == list(full)
    assert investment.by(corpus, none, "status").empty
    assert investment.left_out(corpus, none).empty
