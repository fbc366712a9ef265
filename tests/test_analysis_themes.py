"""Pairs that are named together more often than expected, and the core of their network."""

import pandas as pd
import pytest
import tiny
from tiny import rows

from svodka.analysis import themes, together
from svodka.analysis.selection import Selection

ALL = Selection()


def counted(observed: int, first: int, second: int, total: int) -> dict:
    """The comparison of one pair with these counts of passages."""
    pairs = pd.DataFrame({"first_passages": [first], "second_passages": [second], "observed": [observed], "total": [total]})
    return together.compared(pairs).iloc[0].to_dict()


@pytest.mark.parametrize(("observed", "first", "second", "total", "expected", "sure", "distinct"), [
    (8, 10, 10, 100, 1.0, True, True),
    (1, 1, 1, 100, 0.01, False, True),  # one passage is an event, not a habit
    (2, 14, 14, 100, 1.96, False, False),
    (1, 50, 50, 100, 25.0, False, True),  # surely less
])  # fmt: skip
def test_compared(observed, first, second, total, expected, sure, distinct):
    found = counted(observed, first, second, total)
    assert found["expected"] == pytest.approx(expected)
    assert (found["sure"], found["distinct"]) == (sure, distinct)


def test_a_network_holds_the_sure_pairs_the_surest_first():
    # «а» and «б» always go together, «в» and «г» in two of three paragraphs, «д» with anything once
    said = ["а б"] * 4 + ["в г", "в г", "в", "д а", "д в"] + ["вода"] * 21
    found = themes.network(tiny.spoken({letter: [letter] for letter in "абвгд"}, someone=said), ALL)
    assert rows(found, "first", "second", "observed", "total") == [("а", "б", 4, 30), ("в", "г", 2, 30)]
    assert list(found["surplus"]) == pytest.approx(list(found["lo"] - found["expected"]))
    assert found["sure"].all()


def test_a_network_without_a_sure_pair_holds_the_nearest():
    said = ["а б", "а б", "а", "б", "а"]
    found = themes.network(tiny.spoken({letter: [letter] for letter in "аб"}, someone=said), ALL)
    assert rows(found, "first", "second", "sure") == [("а", "б", False)]
    assert found["surplus"].iloc[0] <= 0


def test_a_network_of_nothing():
    corpus = tiny.corpus()
    assert themes.network(corpus, Selection(voices=("nobody",))).empty
    assert themes.core(themes.network(corpus, Selection(voices=("nobody",))), 5, 5).empty


def test_a_network_keeps_to_its_kinds():
    found = themes.network(tiny.corpus(), ALL, ("resource", "theme"))
    assert {*found["first_kind"], *found["second_kind"]} <= {"resource", "theme"}
    assert rows(found, "first", "second", "sure") == [("energy", "hydrogen", True)]


@pytest.mark.parametrize(("nodes", "edges", "expected"), [
    (9, 9, ["аб", "вг", "бв", "гд"]),
    (9, 2, ["аб", "вг"]),
    (4, 9, ["аб", "вг", "бв"]),  # «д» would be the fifth
    (3, 9, ["аб", "бв"]),  # what does not fit is passed over for what does
    (1, 9, []),
])  # fmt: skip
def test_core(nodes, edges, expected):
    network = pd.DataFrame([tuple(pair) for pair in ("аб", "вг", "бв", "гд")], columns=["first", "second"])
    assert ["".join(pair) for pair in rows(themes.core(network, nodes, edges), "first", "second")] == expected
