"""The corpus in one screen, what the filters offer, and one article read."""

import pandas as pd
import pytest
import tiny
from tiny import rows

from svodka.analysis import investment, options, overview, reading, resources
from svodka.analysis.selection import Selection


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


NONE = Selection(articles=("unknown",))


def test_counts(corpus):
    assert overview.counts(corpus) == {"articles": 3, "voices": 3, "words": 85, "passages": 10, "mentions": 24, "amounts": 5}
    assert overview.counts(corpus, Selection(roles=("interviewer",))) == {
        "articles": 1, "voices": 1, "words": 9, "passages": 2, "mentions": 3, "amounts": 0,
    }  # fmt: skip
    assert set(overview.counts(corpus, NONE).values()) == {0}


def test_coverage_shows_the_holes(corpus):
    assert rows(overview.coverage(corpus, Selection()), "concept", "voice_id", "mentions", "passages", "total", "raised_by") == [
        ("transport", "expert", 2, 1, 4, 2), ("transport", "author", 2, 1, 4, 2), ("transport", "ministry", 0, 0, 4, 2),
        ("energy", "expert", 1, 1, 2, 2), ("energy", "author", 1, 1, 2, 2), ("energy", "ministry", 0, 0, 2, 2),
    ]  # fmt: skip


def test_coverage_of_the_most_talkative(corpus):
    found = overview.coverage(corpus, Selection(), limit=1)
    assert rows(found, "concept", "voice_id", "mentions", "total", "raised_by") == [
        ("transport", "author", 2, 4, 2), ("energy", "author", 1, 2, 2),
    ]  # fmt: skip


def facts(corpus, selection):
    answers = (ask(corpus, selection) for ask in (overview.counts, overview.coverage, resources.totals, investment.amounts))
    return overview.facts(*answers)


def test_tops(corpus):
    assert list(overview.largest(investment.amounts(corpus, Selection()), 2)["quantity_id"]) == ["m2", "m6"]
    assert list(overview.most_named(resources.totals(corpus, Selection()), 2)["concept"]) == ["uranium", "hydrogen"]


def test_facts(corpus):
    found = facts(corpus, Selection())
    assert rows(found[found["fact"] == "top_resource"], "concept", "n", "voices", "of", "articles") == [("uranium", 3, 2, 3, 2)]
    assert rows(found[found["fact"] == "largest_amount"], "quantity_id", "status", "value", "n") == [
        ("m2", "pledged", 20e9, 1), ("m6", "signed", 4e9, 1), ("m1", "allocated", 3e9, 1),
    ]  # fmt: skip
    assert rows(found[found["fact"] == "shared_theme"], "concept", "n", "voices", "of") == [("transport", 4, 2, 3)]
    assert set(found["fact"]) == {"top_resource", "largest_amount", "shared_theme"}  # the rest has too thin a basis
    assert facts(corpus, NONE).empty


def test_facts_about_voices(corpus):
    # three voices of 1 000 words: «a» alone raises water, and energy ten times as often as the others; trade too rarely, sport in one place
    mentions = {("a", "water"): 6, ("a", "energy"): 30, ("b", "energy"): 3, ("c", "energy"): 3, ("a", "trade"): 2, ("a", "sport"): 9}
    grid = [
        {"voice_id": voice, "voice": voice, "short": voice, "rank": rank, "concept": concept, "label_ru": concept, "label_en": concept,
         "mentions": mentions.get((voice, concept), 0), "words": 1_000, "rate": mentions.get((voice, concept), 0),
         "passages": 1 if concept == "sport" else min(3, mentions.get((voice, concept), 0)),
         "total": sum(n for (_, named), n in mentions.items() if named == concept),
         "raised_by": sum(named == concept for _, named in mentions)}
        for concept in ("energy", "sport", "water", "trade") for rank, voice in enumerate("abc")
    ]  # fmt: skip
    empty = Selection(articles=("unknown",))
    found = overview.facts(
        {"voices": 3, "words": 3_000}, pd.DataFrame(grid), resources.totals(corpus, empty), investment.amounts(corpus, empty)
    )
    assert rows(found, "fact", "concept", "voice_id", "n") == [
        ("shared_theme", "energy", None, 36),
        ("lone_theme", "water", "a", 6),
        ("stressed_theme", "energy", "a", 30),
    ]


@pytest.mark.parametrize(("offer", "expected"), [
    (options.articles, [("column", 42), ("news", 15), ("interview", 37)]),
    (options.voices, [("author", 53), ("expert", 28), ("reporter", 9), ("ministry", 4)]),
    (options.roles, [("author", 1), ("expert", 1), ("interviewer", 1), ("quoted", 1)]),
    (options.themes, [("energy", 2), ("transport", 2)]),
    (options.resources, [("hydrogen", 2), ("oil", 2), ("raw_materials", 2), ("uranium", 2), ("coal", 1), ("green_hydrogen", 1)]),
    (options.countries, [("jp", 4), ("kz", 4)]),
])  # fmt: skip
def test_options(corpus, offer, expected):
    assert rows(offer(corpus), "id", "n") == expected


def test_reading(corpus):
    found = reading.article(corpus, "column")
    assert found.article["title"] == "Колонка"
    assert found.article["outlet"] is None
    assert rows(found.stretches[found.stretches["passage"] == 3], "turn_kind", "voice_id", "text") == [
        ("body", "author", "Министерство напоминает: "), ("quote", "ministry", "«Казахстан продаёт уран Японии»."),
        ("body", "author", " Так было не всегда."),
    ]  # fmt: skip
    assert rows(found.segments, "kind", "id", "text", "passage")[1:4] == [
        ("place", "kz", "Казахстану", 2), ("money", "m2", "до 3 трлн иен", 2), ("money", "m3", "порядка 20 млрд долларов", 2),
    ]  # fmt: skip
    assert [found.passage(at) for at in (0, 15, 16, 150, 10_000)] == [1, 1, 2, 3, 5]
    assert reading.article(corpus, "unknown") is None
