"""The scores of extraction against a gold file."""

import json
from pathlib import Path

import pytest

from svodka import cli
from svodka.errors import SvodkaError
from svodka.evaluate import Interval, evaluate, read, report, wilson


def spot(start, stop, **fields):
    return {"start": start, "stop": stop} | fields


def money(start, stop, low, **fields):
    return spot(start, stop, kind="money", low=low, **fields)


def score(gold, found, what=None):
    scores = {score.what: score for score in evaluate([{"id": 1} | gold], lambda row: found)}
    return scores[what or next(iter(scores))]


def counts(score):
    return score.gold, score.found, score.matched, score.valued, score.right


# Newcombe (1998), method 3
@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_published(part, whole, low, high):
    assert wilson(part, whole) == (pytest.approx(part / whole), pytest.approx(low, abs=5e-5), pytest.approx(high, abs=5e-5))


def test_share_of_nothing():
    assert wilson(0, 0) == Interval(None, None, None)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([money(10, 20, 5.0)], (1, 1, 1, 1, 1)),
        ([money(12, 25, 5)], (1, 1, 1, 1, 1)),  # overlaps; 5 is 5.0
        ([money(12, 25, 6)], (1, 1, 1, 1, 0)),
        ([money(20, 25, 5)], (1, 1, 0, 0, 0)),  # only touches
        ([spot(10, 20, kind="percent", low=5)], (1, 1, 0, 0, 0)),
        ([], (1, 0, 0, 0, 0)),
        ([money(10, 12, 5), money(13, 20, 5)], (1, 2, 1, 1, 1)),  # one is matched once
    ],
)
def test_counts(found, expected):
    assert counts(score({"quantities": [money(10, 20, 5.0)]}, {"quantities": found})) == expected


def test_best_overlap_is_matched_first():
    gold = {"quantities": [money(0, 10, 1), money(10, 20, 2)]}
    found = {"quantities": [money(5, 20, 2), money(0, 6, 1)]}
    assert counts(score(gold, found)) == (2, 2, 2, 2, 2)


def test_only_what_the_gold_file_states_is_a_value():
    gold = {"quantities": [money(0, 9, None, unit="USD"), spot(10, 19, kind="money")]}
    found = {"quantities": [money(0, 9, None, high=7, unit="USD"), money(10, 19, 3, unit="EUR")]}
    assert counts(score(gold, found)) == (2, 2, 2, 1, 1)


def test_kinds_have_rows_of_their_own():
    gold = {"quantities": [money(0, 9, 1), spot(10, 19, kind="percent", low=1)]}
    found = {"quantities": [money(0, 9, 1), money(30, 39, 1)]}
    assert counts(score(gold, found, "quantities, money")) == (1, 2, 1, 1, 1)
    assert counts(score(gold, found, "quantities, percent")) == (1, 0, 0, 0, 0)


def test_mention_of_another_concept_is_wrong():
    gold = {"mentions": [spot(0, 12, concept="oil"), spot(0, 12, concept="natural_gas")]}  # «нефтегазовых»
    found = {"mentions": [spot(0, 12, concept="natural_gas"), spot(0, 12, concept="coal")]}
    assert counts(score(gold, found)) == (2, 2, 1, 0, 0)


def test_sections_left_out_are_not_scored():
    assert [score.what for score in evaluate([{"id": 1, "dates": []}], lambda row: {"names": [spot(0, 1, kind="PER")]})] == ["dates"]


def test_rows_are_summed():
    rows = [{"id": number, "speech": [spot(0, 9, voice="Анна Ким")]} for number in range(4)]
    (total,) = evaluate(rows, lambda row: {"speech": [spot(0, 9, voice="Анна Ким" if row["id"] else None)]})
    assert counts(total) == (4, 4, 4, 4, 3)
    assert total.values.share == 0.75


def test_f1_lies_within_its_bounds_and_agrees_with_its_formula():
    gold = {"dates": [spot(10 * n, 10 * n + 5) for n in range(8)]}
    found = {"dates": [spot(10 * n, 10 * n + 5) for n in range(2, 12)]}
    dates = score(gold, found)
    precision, recall = 6 / 10, 6 / 8
    assert dates.f1.share == pytest.approx(2 * precision * recall / (precision + recall))
    assert dates.f1.low < dates.f1.share < dates.f1.high


def test_report_shows_counts_and_bounds():
    table = report(evaluate([{"id": 1, "dates": [spot(0, 4)], "speech": []}], lambda row: {"dates": [spot(0, 4)]}))
    assert table.splitlines()[2:] == [
        "| dates | 1 | 1 | 1 | 100.0% [20.7%–100.0%] | 100.0% [20.7%–100.0%] | 100.0% [34.2%–100.0%] | — |",
        "| speech | 0 | 0 | 0 | — | — | — | — |",
    ]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{", "gold.jsonl, line 2: is not JSON"),
        ("[]", "gold.jsonl, line 2: is not an object"),
        ('{"text": "а"}', "gold.jsonl, line 2: «id» is missing"),
        ('{"id": 1, "text": 5}', "gold.jsonl, line 2: «text» is no string"),
        ('{"id": 1, "dates": [{"start": 1}]}', "gold.jsonl, line 2: each of «dates» needs start, stop"),
        ('{"id": 1, "dates": 5}', "gold.jsonl, line 2: «dates» is no list"),
        ('{"id": 1, "mentions": [{"start": 1, "stop": 2}]}', "gold.jsonl, line 2: each of «mentions» needs start, stop, concept"),
    ],
)
def test_wrong_gold_line_is_named(tmp_path, line, complaint):
    path = tmp_path / "gold.jsonl"
    path.write_text(f'{{"id": 0}}\n{line}\n', encoding="utf-8")
    with pytest.raises(SvodkaError, match=complaint):
        read(path)


def test_missing_gold_file(tmp_path):
    with pytest.raises(SvodkaError, match="cannot be read"):
        read(tmp_path / "gold.jsonl")


def gold(path: Path, **sections) -> Path:
    path.write_text(json.dumps({"id": 1} | sections, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_evaluate(tmp_path, capsys):
    text = "Казахстан вложил 3,7 млрд долларов."
    assert cli.main(["evaluate", str(gold(tmp_path / "gold.jsonl", text=text, quantities=[money(17, 34, 3.7e9, unit="USD")]))]) == 0
    assert "| quantities, money | 1 | 1 | 1 | 100.0%" in capsys.readouterr().out


def test_evaluate_what_another_program_found(tmp_path, capsys):
    dates = [{"start": 0, "stop": 4}]
    found = gold(tmp_path / "found.jsonl", dates=[])
    assert cli.main(["evaluate", str(gold(tmp_path / "gold.jsonl", dates=dates)), "--predicted", str(found)]) == 0
    assert "| dates | 1 | 0 | 0 |" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "predicted", "complaint"),
    [
        ('{"id": 1, "dates": []}', None, "the line with the id 1 has no text"),
        ('{"id": 1, "dates": []}', '{"id": 2}', "has no line with the id 1"),
        ("{", None, "gold.jsonl, line 1: is not JSON"),
    ],
)
def test_evaluate_without_what_it_needs(tmp_path, capsys, content, predicted, complaint):
    (tmp_path / "gold.jsonl").write_text(content, encoding="utf-8")
    arguments = ["evaluate", str(tmp_path / "gold.jsonl")]
    if predicted:
        (tmp_path / "found.jsonl").write_text(predicted, encoding="utf-8")
        arguments += ["--predicted", str(tmp_path / "found.jsonl")]
    assert cli.main(arguments) == 1
    assert complaint in capsys.readouterr().err
