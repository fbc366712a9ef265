"""The ledger: rows of claims as they are asked for, counted over all articles; disagreements and look-alikes in pairs."""

import pytest
from tiny import rows

from svodka.analysis import claims, investment
from svodka.analysis.selection import ALL, Selection
from svodka.frames.schema import TABLES
from svodka.frames.store import Corpus

CONCEPTS = [("jp", "place", None, "Япония", "Japan", "JP", False), ("osaka", "place", "jp", "Осака", "Osaka", None, False)]
# claim_id, verdict, amount in dollars (low, high), what is stated, articles that carry it, each with a quantity
LEDGER = [
    ("a:1", "confirmed", (4.4e9, None), {"status": "signed", "place": "jp"}, "ab"),
    ("c:1", "incomparable", (4.4e9, 4.4e9), {"status": "disbursed", "place": "osaka"}, "c"),
    ("d:1", "disputed", (2e9, 2e9), {"slot": "x", "place": "jp"}, "d"),
    ("e:1", "disputed", (5e9, 5e9), {"slot": "x", "place": "jp"}, "ef"),
    ("d:2", "single", (None, None), {"shape": "vague", "scale": 1e9}, "d"),
    ("f:2", "single", (2e9, 2e9), {"payer": "jp"}, "f"),
]


def filled(table, **values):
    """A row of a table with what its types allow where nothing is given."""
    nothing = {"str": "", "int64": 0, "float64": 0.0, "bool": False}
    return tuple(values.get(name, nothing.get(kind)) for name, kind in TABLES[table].columns.items())


@pytest.fixture(scope="module")
def corpus():
    found = {name: [] for name in ("claims", "claim_quantities", "quantities", "sentences", "turns", "passages")}
    for claim_id, verdict, (low, high), stated, articles in LEDGER:
        shape = "exact" if high else "more"
        amount = {"kind": "money", "unit": "USD", "low": low, "high": high, "usd_low": low, "usd_high": high, "shape": shape} | stated
        counts = {"mentions": len(articles), "voices": len(articles), "sources": len(articles), "verdict": verdict}
        found["claims"].append(filled("claims", claim_id=claim_id, **amount, **counts))
        for article in articles:
            id_ = f"{article}:{claim_id[-1]}"
            found["claim_quantities"].append((claim_id, id_))
            exact = amount | ({"shape": "exact", "high": low} if article == "a" else {})
            quantity = exact | {"quantity_id": id_, "article_id": article, "voice_id": article, "stop": 4, "text": f"так в {id_}"}
            found["quantities"].append(filled("quantities", **quantity))
    for article in "abcdef":
        place = {"article_id": article, "stop": 40, "voice_id": article}
        for table in ("sentences", "turns", "passages"):
            found[table].append(filled(table, **place, kind="body"))
    found["articles"] = [filled("articles", article_id=article, text="Так говорят все, кто об этом знает.") for article in "abcdef"]
    found["voices"] = [(id_, id_.upper(), id_.upper(), "author", None, None, 5, rank) for rank, id_ in enumerate("abcdef", 1)]
    found["concepts"] = CONCEPTS
    return Corpus.of({name: TABLES[name].table(listed) for name, listed in found.items()})


def test_claims(corpus):
    found = claims.claims(corpus, ALL)
    assert rows(found, "claim_id", "sources", "articles", "verdict", "reason", "short") == [
        ("e:1", 2, 2, "disputed", None, "E; F"),
        ("a:1", 2, 2, "confirmed", None, "A; B"),
        ("c:1", 1, 1, "incomparable", None, "C"),
        ("d:1", 1, 1, "disputed", None, "D"),
        ("f:2", 1, 1, "single", None, "F"),
        ("d:2", 1, 1, "single", "vague", "D"),
    ]
    assert list(found["ids"])[:2] == [["e:1", "f:1"], ["a:1", "b:1"]]
    assert rows(found, "place_ru", "payer_en")[2:5] == [("Осака", None), ("Япония", None), (None, "Japan")]


def test_a_filter_keeps_claims_and_changes_no_backing(corpus):
    found = claims.claims(corpus, Selection(articles=("b",)))
    assert rows(found, "claim_id", "sources", "short") == [("a:1", 2, "A; B")]


def test_disagreements(corpus):
    found = claims.disagreements(corpus, ALL)
    assert rows(found, "lower_id", "claim_id", "gap", "times") == [("d:1", "e:1", 3e9, 2.5)]
    assert len(claims.disagreements(corpus, Selection(articles=("d",)))) == 1
    assert claims.disagreements(corpus, Selection(articles=("a",))).empty


def test_incomparable(corpus):
    """Osaka lies in Japan, so that the status differs first; 2 bn is a round number, and the two have no party in common."""
    expected = [("a:1", "c:1", "status"), ("c:1", "a:1", "status")]
    assert rows(claims.incomparable(corpus, ALL), "first", "claim_id", "field") == expected
    assert rows(claims.incomparable(corpus, Selection(articles=("b",))), "first", "claim_id", "field") == expected[:1]
    assert rows(claims.incomparable(corpus, ALL, ["c:1"]), "first", "claim_id", "field") == expected[1:]


def test_evidence_of(corpus):
    found = claims.evidence_of(corpus, "a:1")
    assert rows(found.rows, "article_id", "marks") == [("a", ((0, 4),)), ("b", ((0, 4),))]


def test_amounts_of_one_claim_are_one_row(corpus):
    """Of two wordings the claim's own stands; with one of them filtered out the other stands for itself."""
    found = investment.amounts(corpus, ALL)
    assert rows(found[found["told"] > 1], "quantity_id", "claim_id", "told", "told_ids") == [
        ("e:1", "e:1", 2, ["e:1", "f:1"]),
        ("b:1", "a:1", 2, ["a:1", "b:1"]),
    ]
    assert rows(investment.amounts(corpus, Selection(articles=("a",))), "quantity_id", "told") == [("a:1", 1)]
    assert investment.by(corpus, ALL, "status")["amounts"].sum() == len(LEDGER)


def test_nothing_selected(corpus):
    nothing = Selection(articles=("unknown",))
    for ask in (claims.claims, claims.disagreements, claims.incomparable):
        assert list(ask(corpus, nothing)) == list(ask(corpus, ALL))
        assert ask(corpus, nothing).empty


def test_the_ledger_of_the_five_articles(seeds):
    listed = claims.claims(seeds, ALL).set_index("claim_id")
    alike = claims.incomparable(seeds, ALL)
    assert listed["mentions"].sum() == seeds.query("SELECT count(*) FROM quantities WHERE kind = 'money' AND same_as IS NULL").iloc[0, 0]
    assert set(alike["field"]) == {"status"}
    assert {listed.loc[first, "low"] for first in alike["first"]} == {3.7e9}
    assert set(listed.index[listed["verdict"] == "incomparable"]) <= set(alike["first"])
    assert investment.amounts(seeds, ALL)["told"].max() == 2
