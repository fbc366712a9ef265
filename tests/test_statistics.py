"""Published numbers reproduced, and properties that need no published number (see docs/method.md for the sources)."""

import json
from collections import Counter
from math import log, log2
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from svodka.analysis import statistics

FIXTURES = json.loads((Path(__file__).parent / "fixtures" / "statistics.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", FIXTURES["evert_corpora"]["rows"], ids=lambda row: row["lemma"])
def test_evert(row):
    source = FIXTURES["evert_corpora"]
    counts = row["f1"], source["n1"], row["f2"], source["n2"]
    assert statistics.g2(*counts) == pytest.approx(row["G2"], rel=1e-12)
    assert statistics.log_ratio(*counts) == pytest.approx(row["LogRatio"], abs=1e-12)
    assert statistics.lrc(*counts, level=source["conf"], items=source["family_m"]) == pytest.approx(row["LRC"], abs=1e-9)
    target, reference = statistics.rate(row["f1"], source["n1"], 1e6), statistics.rate(row["f2"], source["n2"], 1e6)
    assert (target + 100) / (reference + 100) == pytest.approx(row["SimpleMaths_lambda100"], rel=1e-12)


@pytest.mark.parametrize("row", FIXTURES["rayson_emma"]["rows"], ids=lambda row: row["word"])
def test_rayson(row):
    n1, n2 = FIXTURES["rayson_emma"]["N1"], FIXTURES["rayson_emma"]["N2"]
    a, b = row["a"], row["b"]
    found = float(statistics.g2(a, n1, b, n2, cells=2))
    assert found == pytest.approx(row["LL"], abs=5e-4)
    assert found - log(n1 + n2) == pytest.approx(row["BIC"], abs=5e-4)
    assert found / ((n1 + n2) * log(min(n1, n2) * (a + b) / (n1 + n2))) == pytest.approx(row["ELL"], abs=5e-7)
    if b:
        ratio = float(statistics.rate(a, n1) / statistics.rate(b, n2))
        assert ratio == pytest.approx(row["RR"], abs=5e-4)
        assert 100 * (ratio - 1) == pytest.approx(row["pct_diff"], rel=1e-5)
        assert log2(ratio) == pytest.approx(row["log_ratio"], abs=5e-6)
        assert ratio * (n2 - b) / n2 / ((n1 - a) / n1) == pytest.approx(row["OR"], abs=5e-3)
    else:
        assert log2(statistics.rate(a, n1) / statistics.rate(0.5, n2)) == pytest.approx(row["log_ratio_with_0_5_for_zero"], abs=5e-6)


@pytest.mark.parametrize("row", FIXTURES["small_counts"]["rows"], ids=lambda row: f"{row['f1']} of {row['N1']}, {row['f2']} of {row['N2']}")
def test_small_counts(row):
    counts = row["f1"], row["N1"], row["f2"], row["N2"]
    assert statistics.g2(*counts) == pytest.approx(row["G2_4cell"], abs=5e-7)
    assert statistics.g2(*counts, cells=2) == pytest.approx(row["G2_2cell"], abs=5e-7)
    assert statistics.log_ratio(*counts) == pytest.approx(row["LogRatio_walter"], abs=5e-7)
    assert statistics.lrc(*counts) == pytest.approx(row["LRC_unadjusted"], abs=5e-7)
    if "LRC_ci" in row:
        assert np.array(statistics.log_ratio_interval(*counts)) == pytest.approx(row["LRC_ci"], abs=5e-7)


QUICK, LAZY = "the quick brown fox jumps over the lazy pig", "the lazy purple pig jumps over the lazier donkey"
VERY = "the lazy purple pig jumps over the " + "very " * 1000 + "sleepy donkey"


@pytest.mark.parametrize(
    ("first", "second", "expected", "special"),
    [
        (QUICK, LAZY, FIXTURES["monroe"]["ex1"]["z"], {}),
        (QUICK, VERY, FIXTURES["monroe"]["ex2_uninformed"]["z"], {}),
        (QUICK, VERY, FIXTURES["monroe"]["ex3_informed"]["z"], {"very": 1 / 1000}),
    ],
    ids=["ex1", "ex2", "ex3"],
)
def test_monroe(first, second, expected, special):
    one, two = Counter(first.split()), Counter(second.split())
    alpha = dict.fromkeys(one | two, 0.05) | special
    for word, z in expected.items():
        counts = one[word], one.total(), two[word], two.total()
        assert statistics.log_odds(*counts, alpha[word], sum(alpha.values())).z == pytest.approx(z, abs=1e-9)


def test_monroe_delta():
    example = FIXTURES["monroe"]["ex1"]
    vocabulary = len(set(QUICK.split()) | set(LAZY.split()))
    assert statistics.log_odds(1, 9, 0, 9, 0.05, 0.05 * vocabulary).delta == pytest.approx(example["computed_delta_quick"], abs=1e-12)


@pytest.mark.parametrize("letter", FIXTURES["gries_toy"]["rows"])
def test_dispersion_of_letters(letter):
    row = FIXTURES["gries_toy"]["rows"][letter]
    found = statistics.dispersion(row["f"], [len(part.split()) for part in FIXTURES["gries_toy"]["parts"]])
    assert found.dp == pytest.approx(row["DP"], abs=5e-3)
    assert found.dpnorm == pytest.approx(row["DPnorm"], abs=5e-4)


def test_dispersion_of_lyne():
    row = FIXTURES["lyne_allemand"]
    found = statistics.dispersion(row["f"], row["sizes"])
    assert found.dp == pytest.approx(row["DP_gries2008"], abs=5e-8)
    assert found.dpnorm == pytest.approx(row["computed_DPnorm_LijffijtGries2012"], abs=5e-7)


def test_wilson():
    y, n, lo, hi = np.array(FIXTURES["wilson"]["rows"]).T
    assert np.array(statistics.wilson(y, n)) == pytest.approx(np.array([lo, hi]), abs=5e-5)


def test_newcombe():
    y1, n1, y2, n2, _, lo, hi = np.array(FIXTURES["newcombe_diff_method10"]["rows"]).T
    assert np.array(statistics.newcombe(y1, n1, y2, n2)) == pytest.approx(np.array([lo, hi]), abs=5e-5)


def test_rate():
    source = FIXTURES["sketch_engine_shard"]
    found = statistics.rate([source["f1"], source["f2"]], [source["N1"], source["N2"]], per=1e6)
    assert found == pytest.approx(source["fpm"], abs=5e-8)
    assert np.isnan(statistics.rate(0, 0))


counts = st.tuples(st.integers(0, 50), st.integers(100, 5_000), st.integers(0, 50), st.integers(100, 5_000)).filter(
    lambda row: row[0] + row[2] > 0
)


@given(counts)
def test_swapped_groups_flip_the_sign(row):
    y1, n1, y2, n2 = row
    a = statistics.prior(y1 + y2, n1 + n2)
    for measure in (statistics.g2, statistics.log_ratio, statistics.lrc, lambda *of: statistics.log_odds(*of, a).delta):
        assert measure(y1, n1, y2, n2) == pytest.approx(-measure(y2, n2, y1, n1), abs=1e-9)


@given(st.integers(1, 50), st.integers(100, 5_000))
def test_equal_rates_give_zero(y, n):
    a = statistics.prior(2 * y, 2 * n)
    for measure in (statistics.g2, statistics.log_ratio, statistics.lrc, lambda *of: statistics.log_odds(*of, a).delta):
        assert measure(y, n, y, n) == pytest.approx(0, abs=1e-9)


@given(counts, st.integers(2, 9))
def test_more_of_the_same(row, times):
    bigger = [times * x for x in row]
    assert statistics.g2(*bigger) == pytest.approx(times * statistics.g2(*row), rel=1e-9, abs=1e-9)
    y1, n1, y2, n2 = row
    if min(y1, y2) > 0:
        plain = log2(y1 / n1) - log2(y2 / n2)
        assert abs(statistics.log_ratio(*(1e6 * np.array(row))) - plain) < 1e-4


@given(counts)
def test_an_overwhelming_prior_leaves_no_difference(row):
    y1, n1, y2, n2 = row
    a = statistics.prior(y1 + y2, n1 + n2, size=1e12)
    assert statistics.log_odds(*row, a, 1e12).z == pytest.approx(0, abs=1e-2)


def test_shared_words_of_a_short_group_are_not_distinctive():
    # 300 words beside 30 000, both at 20 in a thousand: the short one only looks different
    a = statistics.prior(6 + 600, 30_300)
    found = statistics.log_odds(6, 300, 600, 30_000, a)
    assert found.lo < 0 < found.hi
    assert statistics.lrc(6, 300, 600, 30_000) == 0


@pytest.mark.parametrize("sizes", [(300, 30_000), (30_000, 300), (1_000, 1_000)], ids=str)
def test_words_shared_by_groups_of_any_length_seldom_look_distinctive(sizes):
    """Both groups draw their words from one vocabulary, common words and rare ones: what differs between them is chance."""
    chance = np.random.default_rng(7)
    vocabulary = 1 / np.arange(1, 3_001)
    y1, y2 = (chance.multinomial(size, vocabulary / vocabulary.sum()) for size in sizes)
    met = y1 + y2 > 1
    counts = y1[met], sizes[0], y2[met], sizes[1]
    found = statistics.log_odds(*counts, statistics.prior(y1[met] + y2[met], sum(sizes)))
    assert np.mean((found.lo > 0) | (found.hi < 0)) < 0.05
    assert np.count_nonzero(statistics.lrc(*counts, items=met.sum())) == 0
    # the bare ratio of rates names many words of the short group as three times as frequent
    if min(sizes) < max(sizes):
        assert np.mean(np.abs(statistics.log_ratio(*counts)) > np.log2(3)) > 0.15


@given(counts)
def test_difference_of_shares_turns_with_its_groups(row):
    lo, hi = statistics.newcombe(*row)
    back = statistics.newcombe(*row[2:], *row[:2])
    assert (lo, hi) == (pytest.approx(-back.hi), pytest.approx(-back.lo))
    assert -1 <= lo <= hi <= 1


@given(counts)
def test_conservative_bound_is_no_further_than_the_ratio(row):
    y1, n1, y2, n2 = row
    bound = float(statistics.lrc(*row))
    if y1 and y2:
        assert abs(bound) <= abs(log2(y1 / n1) - log2(y2 / n2)) + 1e-9
    assert abs(statistics.lrc(*row, items=20)) <= abs(bound)


def test_everything_in_the_smallest_part_is_as_uneven_as_can_be():
    found = statistics.dispersion([0, 0, 4], [500, 400, 100])
    assert (found.dp, found.dpnorm) == (pytest.approx(0.9), pytest.approx(1))


def test_a_proportional_word_is_dispersed_evenly():
    assert statistics.dispersion([1, 2, 3], [100, 200, 300]).dp == pytest.approx(0)
    assert statistics.dispersion([[1, 0], [2, 0], [3, 6]], [100, 200, 300]).dpnorm == pytest.approx([0, 0.6])


def test_bootstrap_is_stable_and_needs_blocks():
    hits, words = [0, 1, 0, 2, 0, 0, 1, 0, 3, 0, 1, 0], [50] * 12
    lo, hi = statistics.bootstrap(hits, words)
    assert (lo, hi) == statistics.bootstrap(hits, words)
    assert lo < statistics.rate(sum(hits), sum(words)) < hi
    both = statistics.bootstrap(np.array([hits, hits[::-1]]).T, words)
    assert both.lo.shape == (2,)
    assert both.lo[0] == lo
    assert np.isnan(statistics.bootstrap(hits[:9], words[:9])).all()


def test_bootstrap_of_equal_blocks_has_no_width():
    assert statistics.bootstrap([2] * 20, [100] * 20) == (20, 20)
