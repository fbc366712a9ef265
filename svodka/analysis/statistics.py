"""Statistics of emphasis on arrays: how often, how much more than elsewhere, how evenly, and how sure one can be.

`y` counts occurrences, `n` words; 1 stands for the target, 2 for the reference, which never contains the target.
Arguments are numbers or arrays that broadcast together. Formulae and their sources stand in docs/method.md.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import xlogy
from scipy.stats import beta, norm

Array = NDArray[np.float64]

VIRTUAL_WORDS = 100
DRAWS = 2_000
FEWEST_BLOCKS = 10
MOST_BLOCKS = 500
SEED = 20_080_101


class LogOdds(NamedTuple):
    """Weighted log-odds: the difference, its interval, its distance from 0 in standard errors."""

    delta: Array
    lo: Array
    hi: Array
    z: Array


class Interval(NamedTuple):
    """The bounds of an interval."""

    lo: Array
    hi: Array


class Dispersion(NamedTuple):
    """Gries' deviation of proportions: 0 is perfectly even, near 1 all in one part; `dpnorm` reaches 1 in any partition."""

    dp: Array
    dpnorm: Array


def rate(y: ArrayLike, n: ArrayLike, per: float = 1_000) -> Array:
    """Occurrences per 1 000 words; nan where there are no words."""
    y, n = np.asarray(y, float), np.asarray(n, float)
    return np.divide(per * y, n, out=np.full(np.broadcast(y, n).shape, np.nan), where=n > 0)


def prior(y: ArrayLike, n: ArrayLike, size: float = VIRTUAL_WORDS) -> Array:
    """Virtual occurrences of each item among `size` virtual words that look like the whole corpus."""
    return rate(y, n, size)


def log_odds(
    y1: ArrayLike, n1: ArrayLike, y2: ArrayLike, n2: ArrayLike, a: ArrayLike, a0: float = VIRTUAL_WORDS, level: float = 0.95
) -> LogOdds:
    """Weighted log-odds with an informative Dirichlet prior: `a` virtual occurrences of the item among `a0` virtual words.

    The variance has two terms, as in Monroe, Colaresi and Quinn (2008). An item that is nowhere, prior included, gives nan.
    """
    y1, n1, y2, n2, a = (np.asarray(x, float) for x in (y1, n1, y2, n2, a))
    with np.errstate(divide="ignore", invalid="ignore"):
        delta = np.log((y1 + a) / (n1 + a0 - y1 - a)) - np.log((y2 + a) / (n2 + a0 - y2 - a))
        sigma = np.sqrt(1 / (y1 + a) + 1 / (y2 + a))
        z = delta / sigma
    half = norm.isf((1 - level) / 2) * sigma
    return LogOdds(delta, delta - half, delta + half, z)


def log_ratio(y1: ArrayLike, n1: ArrayLike, y2: ArrayLike, n2: ArrayLike) -> Array:
    """Binary logarithm of the ratio of rates, every count and size raised by ½: 1 is twice as often, −1 half as often."""
    y1, n1, y2, n2 = (np.asarray(x, float) + 0.5 for x in (y1, n1, y2, n2))
    return np.log2(y1 / n1) - np.log2(y2 / n2)


def log_ratio_interval(y1: ArrayLike, n1: ArrayLike, y2: ArrayLike, n2: ArrayLike, level: float = 0.95, items: int = 1) -> Interval:
    """Exact bounds of the logarithm of the ratio of rates (Clopper and Pearson), held for all of `items` at once."""
    y1, n1, y2, n2 = (np.asarray(x, float) for x in (y1, n1, y2, n2))
    tail = (1 - level) / items / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        low = np.where(y1 > 0, beta.ppf(tail, y1, y2 + 1), 0.0)
        high = np.where(y2 > 0, beta.isf(tail, y1 + 1, y2), 1.0)
        return Interval(*(np.log2(n2 / n1 * share / (1 - share)) for share in (low, high)))


def lrc(y1: ArrayLike, n1: ArrayLike, y2: ArrayLike, n2: ArrayLike, level: float = 0.95, items: int = 1) -> Array:
    """The conservative logarithm of the ratio of rates: the bound nearer 0, and 0 where the interval spans it (Evert 2022)."""
    lo, hi = log_ratio_interval(y1, n1, y2, n2, level, items)
    return np.where(lo > 0, lo, np.where(hi < 0, hi, 0.0))


def g2(y1: ArrayLike, n1: ArrayLike, y2: ArrayLike, n2: ArrayLike, cells: int = 4) -> Array:
    """Log-likelihood ratio, negative where the item is rarer in the target; four cells count the other words too, two do not."""
    y1, n1, y2, n2 = (np.asarray(x, float) for x in (y1, n1, y2, n2))
    share = (y1 + y2) / (n1 + n2)
    observed = [(y1, n1 * share), (y2, n2 * share)]
    if cells == 4:
        observed += [(n1 - y1, n1 * (1 - share)), (n2 - y2, n2 * (1 - share))]
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = [xlogy(o, np.where(o > 0, o / e, 1.0)) for o, e in observed]
    return np.sign(y1 - n1 * share) * 2 * sum(terms)


def dispersion(hits: ArrayLike, words: ArrayLike) -> Dispersion:
    """How evenly the hits of each item fall on the parts: `hits` parts × items (or parts alone), `words` the size of each part."""
    hits, words = np.asarray(hits, float), np.asarray(words, float)
    shares = words / words.sum()
    total = hits.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        observed = hits / total
        dp = np.abs(observed - (shares if hits.ndim == 1 else shares[:, None])).sum(axis=0) / 2
        return Dispersion(dp, dp / (1 - shares.min(initial=1)))


def wilson(y: ArrayLike, n: ArrayLike, level: float = 0.95) -> Interval:
    """Wilson's interval for a share of y out of n; nan where n is 0."""
    y, n = np.asarray(y, float), np.asarray(n, float)
    z = norm.isf((1 - level) / 2)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = y / n
        middle = share + z**2 / (2 * n)
        half = z * np.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
        return Interval(*(np.clip((middle + side * half) / (1 + z**2 / n), 0, 1) for side in (-1, 1)))


def newcombe(y1: ArrayLike, n1: ArrayLike, y2: ArrayLike, n2: ArrayLike, level: float = 0.95) -> Interval:
    """Newcombe's interval (method 10) for the difference of two independent shares."""
    p1, p2 = (np.asarray(y, float) / np.asarray(n, float) for y, n in ((y1, n1), (y2, n2)))
    (l1, u1), (l2, u2) = wilson(y1, n1, level), wilson(y2, n2, level)
    return Interval(p1 - p2 - np.hypot(p1 - l1, u2 - p2), p1 - p2 + np.hypot(u1 - p1, p2 - l2))


def bootstrap(hits: ArrayLike, words: ArrayLike, level: float = 0.95, draws: int = DRAWS, seed: int = SEED) -> Interval:
    """Percentile bounds of the rate per 1 000 words when whole blocks are drawn anew: `hits` blocks × items (or blocks alone).

    Fewer than ten blocks are too few to say anything: nan. More than 500 are joined with their neighbours into 500.
    """
    hits, words = np.asarray(hits, float), np.asarray(words, float)
    if len(words) < FEWEST_BLOCKS or not hits.size:
        return Interval(*np.full((2, *hits.shape[1:]), np.nan))
    blocks = min(len(words), MOST_BLOCKS)
    edges = np.arange(blocks) * len(words) // blocks
    hits, words = np.add.reduceat(hits, edges, axis=0), np.add.reduceat(words, edges)
    times = np.random.default_rng(seed).multinomial(blocks, np.full(blocks, 1 / blocks), size=draws)
    drawn = times @ words
    rates = rate(times @ hits, drawn if hits.ndim == 1 else drawn[:, None])
    return Interval(*np.nanquantile(rates, [(1 - level) / 2, (1 + level) / 2], axis=0))
