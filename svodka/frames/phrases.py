"""Phrases: the noun phrases of two and three words that recur in the articles, each at every place where it stands.

Candidates are neighbours by part of speech (Justeson and Katz 1995) that agree grammatically (noun_terms.py). They are kept when they
recur, hold together more than chance (log-likelihood, Dunning 1993) and stand by themselves and not only within a longer phrase (the
C-value of Frantzi, Ananiadou and Mima 2000). Whole columns are counted at once; the answer does not depend on how the articles came.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.special import rel_entr

from svodka.frames.neighbours import EITHER, Ints, Marks, Neighbours, shapes
from svodka.frames.schema import PHRASES
from svodka.text.noun_terms import listed, noun_term

LENGTHS = (3, 2)
# A phrase stands at so many places, or at one fewer in two articles.
PLACES = 3
# The chi-square of one degree of freedom at p = 0.001.
TOGETHER = 10.83
# The share of its places that a phrase must keep when the mean of those of the longer phrases around it is taken off.
ALONE = 1 / 3


class Found(NamedTuple):
    """Phrases of one length: where each begins among the words, its number, the number of its spelling, how surely it is plural."""

    length: int
    first: Ints
    phrase: Ints
    spelling: Ints
    plural: NDArray[np.float64]

    def where(self, kept: Marks) -> "Found":
        """The places kept, the phrases numbered anew."""
        return Found(self.length, self.first[kept], numbered([self.phrase[kept]]), self.spelling[kept], self.plural[kept])

    def heads(self) -> Ints:
        """One place of each phrase, by its number."""
        return self.first[np.unique(self.phrase, return_index=True)[1]]


def table(neighbours: Neighbours) -> pa.Table:
    """The table `phrases`, sorted by place."""
    words, forms = neighbours.columns(), neighbours.forms.listed()
    longer: Found | None = None
    parts = []
    for length in LENGTHS:
        found = _together(_recurring(_candidates(words, forms, length), words), words, neighbours.totals)
        found = found if longer is None else _alone(found, longer, words)
        parts.append(_rows(found, words, neighbours))
        longer = found
    return pa.concat_tables(parts).sort_by([("order", "ascending"), ("start", "ascending"), ("stop", "ascending")]).drop_columns("order")


def numbered(columns: Sequence[Ints]) -> Ints:
    """One number for each different row of some columns, rows of equal numbers sorted alike."""
    numbers = np.unique(columns[0], return_inverse=True)[1]
    for column in columns[1:]:
        numbers = np.unique(numbers * (int(column.max(initial=0)) + 1) + column, return_inverse=True)[1]
    return numbers


def _candidates(words: Mapping[str, Ints], forms: Sequence[str], length: int) -> Found:
    """Neighbours that are a noun phrase, of those whose lemmas stand together more than once."""
    followed = np.append(words["linked"][1:], 0)
    first = np.arange(max(len(followed) - length + 1, 0))
    for step in range(1, length):
        first = first[followed[first + step - 1] == 1]
    # «развитие Среднего [коридора]»: what may be an adjective ends a phrase only where nothing follows
    first = first[(words["kind"][first + length - 1] != EITHER) | (followed[first + length - 1] == 0)]
    shape = sum(words["kind"][first + step] * 8**step for step in range(length))
    patterns = {sum(kind * 8**step for step, kind in enumerate(kinds)): read for kinds, read in shapes().items() if len(kinds) == length}
    fits = np.isin(shape, list(patterns))
    first, shape = first[fits], shape[fits]
    phrase = numbered([words["lemma"][first + step] for step in range(length)])
    again = np.bincount(phrase)[phrase] > 1
    first, shape, phrase = first[again], shape[again], phrase[again]
    spelling = numbered([shape, *(words["form"][first + step] for step in range(length))])
    examples = np.unique(spelling, return_index=True)[1]
    read = [noun_term(_spelled(words, forms, first[at], length), patterns[shape[at]]) for at in examples.tolist()]
    agree = np.array([term is not None for term in read], bool)[spelling]
    plural = np.array([term.plural if term else 0.0 for term in read], float)[spelling]
    return Found(length, first, phrase, spelling, plural).where(agree)


def _spelled(words: Mapping[str, Ints], forms: Sequence[str], first: int, length: int) -> tuple[str, ...]:
    return tuple(forms[form].lower() for form in words["form"][first : first + length])


def _recurring(found: Found, words: Mapping[str, Ints]) -> Found:
    places = np.bincount(found.phrase)
    pairs = np.unique(numbered([found.phrase, words["article"][found.first]]), return_index=True)[1]
    articles = np.bincount(found.phrase[pairs], minlength=len(places))
    return found.where(((places >= PLACES) | ((places == PLACES - 1) & (articles > 1)))[found.phrase])


def _together(found: Found, words: Mapping[str, Ints], totals: Ints) -> Found:
    """The phrases whose parts, split at the weakest place, keep together more than chance."""
    heads, places = found.heads(), np.bincount(found.phrase)
    linked = np.flatnonzero(words["linked"])
    lemma, size = words["lemma"], int(totals.sum())
    pairs, counts = np.unique(lemma[linked - 1] * len(totals) + lemma[linked], return_counts=True)

    def often(first: int, stop: int) -> Ints:
        """How often the words of each phrase from one place to another stand beside each other."""
        if stop - first == 1:
            return totals[lemma[heads + first]]
        return counts[np.searchsorted(pairs, lemma[heads + first] * len(totals) + lemma[heads + first + 1])]

    strength = [_likelihood(places, often(0, cut), often(cut, found.length), size) for cut in range(1, found.length)]
    return found.where((np.min(strength, axis=0) >= TOGETHER)[found.phrase])


def _likelihood(both: Ints, left: Ints, right: Ints, size: int) -> NDArray[np.float64]:
    """Dunning's log-likelihood of two parts that meet `both` times in a text of so many words; 0 where they meet less than by chance."""
    observed = np.array([both, left - both, right - both, np.maximum(size - left - right + both, 0)], float)
    rows, columns = (left, size - left), (right, size - right)
    expected = np.array([rows[0] * columns[0], rows[0] * columns[1], rows[1] * columns[0], rows[1] * columns[1]], float) / size
    return np.where(observed[0] > expected[0], 2 * rel_entr(observed, expected).sum(axis=0), 0.0)


def _alone(found: Found, longer: Found, words: Mapping[str, Ints]) -> Found:
    """The phrases that are more than a part of longer ones."""
    lemma = words["lemma"]
    wide = int(lemma.max(initial=0)) + 1
    around, heads = longer.heads(), found.heads()
    inner = np.concatenate([lemma[around + step] * wide + lemma[around + step + 1] for step in range(longer.length - 1)])
    known, at = np.unique(inner, return_inverse=True)
    mean = np.bincount(at, np.tile(np.bincount(longer.phrase), longer.length - 1)) / np.bincount(at)
    keys = lemma[heads] * wide + lemma[heads + 1]
    slot = np.minimum(np.searchsorted(known, keys), len(known) - 1)
    taken = np.where(known[slot] == keys, mean[slot], 0.0) if len(known) else np.zeros(len(keys))
    places = np.bincount(found.phrase)
    return found.where((places - taken >= ALONE * places)[found.phrase])


def _rows(found: Found, words: Mapping[str, Ints], neighbours: Neighbours) -> pa.Table:
    """The rows of the table and the order of their articles."""
    forms, lemmas = neighbours.forms.listed(), neighbours.lemmas.listed()
    first, last = found.first, found.first + found.length - 1
    ids = [" ".join(lemmas[words["lemma"][head + step]] for step in range(found.length)) for head in found.heads().tolist()]
    cells = {
        "article_id": pa.array(neighbours.articles.listed(), pa.string()).take(pa.array(words["article"][first])),
        "start": pa.array(words["start"][first]),
        "stop": pa.array(words["stop"][last]),
        "phrase": pa.array(ids, pa.string()).take(pa.array(found.phrase)),
        "label": pa.array(_labels(found, words, forms), pa.string()).take(pa.array(found.phrase)),
        "voice_id": pa.array(neighbours.voices.listed(), pa.string()).take(pa.array(words["voice"][first])),
        "passage": pa.array(words["passage"][first]),
        "sentence": pa.array(words["sentence"][first]),
    }
    table = pa.Table.from_arrays([cells[name] for name in PHRASES.columns], schema=PHRASES.arrow)
    return table.append_column("order", pa.array(words["article"][first]))


def _labels(found: Found, words: Mapping[str, Ints], forms: Sequence[str]) -> list[str]:
    """Each phrase as a dictionary would list it: in the number and the capitals that it mostly has."""
    places = np.bincount(found.phrase)
    plural = 2 * np.bincount(found.phrase, found.plural) > places
    usual = np.flatnonzero(np.where(plural[found.phrase], found.plural > 0, found.plural < 1))
    spellings, at, times = np.unique(found.spelling[usual], return_index=True, return_counts=True)
    examples = usual[at]
    best = examples[np.lexsort((spellings, -times, found.phrase[examples]))]
    best = best[np.unique(found.phrase[best], return_index=True)[1]]
    large, shouted = (_mostly(found, words, np.array([test(form) for form in forms], bool)) for test in (_is_large, _is_shouted))
    labels, patterns = [], shapes()
    for phrase, place in enumerate(found.first[best].tolist()):
        spelled = _spelled(words, forms, place, found.length)
        written = listed(
            spelled, patterns[tuple(words["kind"][place : place + found.length].tolist())], "plur" if plural[phrase] else "sing"
        )
        labels.append(" ".join(map(_cased, written, large[phrase].tolist(), shouted[phrase].tolist())))
    return labels


def _mostly(found: Found, words: Mapping[str, Ints], marked: Marks) -> Marks:
    """Whether most forms of each word of each phrase are marked, phrases × words; what opens a sentence says nothing."""
    shares = []
    for step in range(found.length):
        counted = 1 - words["opens"][found.first + step]
        total = np.bincount(found.phrase, counted)
        shares.append(2 * np.bincount(found.phrase, counted * marked[words["form"][found.first + step]]) > total)
    return np.stack(shares, axis=1)


def _is_large(form: str) -> bool:
    return form[:1].isupper()


def _is_shouted(form: str) -> bool:
    return form[1:2].isupper()  # «МИДа» too


def _cased(word: str, large: bool, shouted: bool) -> str:
    """«центральноазиатский» with its capital; «Азиатско-Тихоокеанский» has two."""
    if shouted:
        return word.upper()
    return "-".join(part.capitalize() for part in word.split("-")) if large else word
