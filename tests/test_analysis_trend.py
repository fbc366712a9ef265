"""Mentions in the course of publication, counted by hand on dated articles."""

from datetime import datetime

import pandas as pd
import pytest
import tiny
from tiny import rows

from svodka.analysis import trend
from svodka.analysis.selection import Selection
from svodka.frames.schema import TABLES
from svodka.frames.store import Corpus

ALL = Selection()


@pytest.fixture(scope="module")
def corpus():
    """«column» of 1 December and «news» of 20 December 2025; «interview» has no date."""
    return tiny.corpus()


def published(*days: str | None) -> Corpus:
    """A corpus of articles of the one word «нефть», which names the theme energy, published on these days."""
    found = {name: [] for name in ("articles", "words", "passages", "mentions")}
    for number, day in enumerate(days):
        id_, when = f"a{number}", datetime.fromisoformat(day) if day else None
        found["articles"].append((id_, None, None, None, when, None, "column", 1, "нефть", "", ""))
        found["passages"].append((id_, 0, 5, 0, 0, "author", 1))
        found["words"].append((id_, 0, 5, "нефть", "нефть", "NOUN", "author", 0, 0))
        found["mentions"].append((id_, 0, 5, "energy", "theme", False, "author", 0, 0))
    found["voices"] = [("author", "Автор", "Автор", "author", None, None, len(days), 1)]
    found["concepts"] = [("energy", "theme", None, "энергетика", "energy", None, False)]
    return Corpus.of({name: TABLES[name].table(listed) for name, listed in found.items()})


def test_span(corpus):
    found = trend.span(corpus, ALL)
    assert (found.dated, found.undated, found.grain) == (2, 1, "day")
    assert (found.first, found.last) == (pd.Timestamp("2025-12-01"), pd.Timestamp("2025-12-20"))


@pytest.mark.parametrize(("selection", "expected"), [
    (Selection(articles=("interview",)), (0, 1, None)),
    (Selection(voices=("expert",)), (0, 1, None)),  # the expert speaks in the undated interview alone
    (Selection(voices=("ministry",)), (1, 0, pd.Timestamp("2025-12-01"))),
    (Selection(articles=("unknown",)), (0, 0, None)),
])  # fmt: skip
def test_span_of(corpus, selection, expected):
    found = trend.span(corpus, selection)
    assert (found.dated, found.undated, found.first) == expected


@pytest.mark.parametrize(("last", "grain", "periods"), [
    ("2025-01-31", "day", ["2025-01-01", "2025-01-31"]),
    ("2025-03-31", "month", ["2025-01", "2025-03"]),
    ("2029-12-31", "quarter", ["2025-q1", "2029-q4"]),
    ("2049-12-31", "year", ["2025", "2049"]),
])  # fmt: skip
def test_the_grain_follows_from_the_span(last, grain, periods):
    corpus = published("2025-01-01", last, None)
    assert trend.span(corpus, ALL).grain == grain
    assert list(trend.mentions(corpus, ALL, "theme", grain)["period"]) == periods


def test_mentions(corpus):
    found = trend.mentions(corpus, ALL, "theme", "day")
    assert rows(found, "concept", "period", "mentions", "words", "articles", "total") == [
        ("transport", "2025-12-01", 0, 42, 1, 2),  # no mention is a zero where there are words
        ("transport", "2025-12-20", 2, 15, 1, 2),
        ("energy", "2025-12-01", 1, 42, 1, 1),
        ("energy", "2025-12-20", 0, 15, 1, 1),
    ]
    assert list(found["rate"]) == pytest.approx([0, 2000 / 15, 1000 / 42, 0])


def test_mentions_of_a_selection(corpus):
    found = trend.mentions(corpus, Selection(voices=("ministry",)), "resource", "day")
    assert rows(found, "concept", "period", "mentions", "words") == [("uranium", "2025-12-01", 1, 4)]
    assert trend.mentions(corpus, Selection(articles=("interview",)), "theme", "month").empty
    assert set(trend.mentions(corpus, ALL, "resource", "month")["period"]) == {"2025-12"}


@pytest.mark.parametrize(("concept", "period", "grain", "expected"), [
    ("transport", "2025-12-20", "day", [("news", "author")]),
    ("transport", "2025-12-01", "day", []),
    ("hydrogen", "2025-12", "month", [("column", "author")]),  # the green one stands in the undated interview
    ("hydrogen", "1999", "year", []),
])  # fmt: skip
def test_behind(corpus, concept, period, grain, expected):
    found = trend.behind(corpus, ALL, concept, period, grain)
    assert sorted(set(rows(found.rows, "article_id", "voice_id"))) == expected


def test_behind_keeps_the_selection(corpus):
    found = trend.behind(corpus, Selection(articles=("interview",)), "transport", "2025-12-20", "day")
    assert found.sentences == 0
