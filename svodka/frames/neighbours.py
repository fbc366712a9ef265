"""The words that may be part of a phrase, gathered from the tables of batch after batch of articles."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import product

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from svodka.text.noun_terms import PATTERNS, adjective
from svodka.text.stopwords import stopwords

Ints = NDArray[np.int64]
Marks = NDArray[np.bool_]

# What a word can be in a phrase; EITHER a noun or an adjective. People and stop words are nothing, but for an adjective after its adverb
# («критически важные минералы»); a place goes with its own adjective alone («Красное море»).
NOTHING, ADVERB, ADJECTIVE, NOUN, EITHER, STOP_ADJECTIVE, PLACE_ADJECTIVE, PLACE = range(8)
KINDS = {"ADVB": ADVERB, "ADJF": ADJECTIVE, "PRTF": ADJECTIVE, "NOUN": NOUN}
LETTERS = {"D": (ADVERB,), "A": (ADJECTIVE, EITHER), "N": (NOUN, EITHER)}
SPACES = np.array([ord(sign) for sign in " \t\u00a0\u202f"], np.uint32)


def shapes() -> dict[tuple[int, ...], tuple[str, ...]]:
    """Sequences of kinds → the patterns by which they can be read, the one with more adjectives first."""
    found: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for pattern in sorted(PATTERNS, key=lambda pattern: -pattern.count("A")):
        for kinds in product(*(LETTERS[letter] for letter in pattern)):
            found[kinds].append(pattern)
    return {kinds: tuple(patterns) for kinds, patterns in found.items()} | {
        (ADVERB, STOP_ADJECTIVE, NOUN): ("DAN",),
        (PLACE_ADJECTIVE, PLACE): ("AN",),
    }


# A place in a batch as one number: article, then character.
WIDE = 2**40


class Ids:
    """Numbers for strings, in the order of their first appearance."""

    def __init__(self) -> None:
        self._known: dict[str, int] = {}

    def one(self, value: str) -> int:
        """The number of a string."""
        return self._known.setdefault(value, len(self._known))

    def of(self, column: pa.ChunkedArray) -> Ints:
        """The numbers of the strings of a column."""
        coded = column.combine_chunks().dictionary_encode()
        return np.array([self.one(value) for value in coded.dictionary.to_pylist()], np.int64)[coded.indices.to_numpy()]

    def listed(self) -> list[str]:
        """The strings in the order of their numbers."""
        return list(self._known)


class Neighbours:
    """Words that stand beside each other and may be parts of one phrase; 44 bytes each, less than half of all words."""

    FIELDS = ("linked", "form", "lemma", "kind", "opens", "article", "start", "stop", "voice", "passage", "sentence")

    def __init__(self) -> None:
        self.forms, self.lemmas, self.articles, self.voices = Ids(), Ids(), Ids(), Ids()
        # How often each lemma stands in the articles, by its number.
        self.totals = np.zeros(0, np.int64)
        self._batches: list[NDArray[np.int32]] = [np.zeros((len(self.FIELDS), 0), np.int32)]

    def add(self, tables: Mapping[str, pa.Table]) -> None:
        """Take the words of one more batch of articles."""
        words = tables["words"]
        if not words.num_rows:
            return
        found = {name: words[name].to_numpy() for name in ("start", "stop", "passage", "sentence")}
        found |= {"form": self.forms.of(words["form"]), "lemma": self.lemmas.of(words["lemma"])}
        found |= {"article": self.articles.of(words["article_id"]), "voice": self.voices.of(words["voice_id"])}
        found["kind"] = self._kinds(words, found, tables["names"])
        found |= self._either(words, found)
        counted = np.bincount(found["lemma"], minlength=len(self.totals))
        counted[: len(self.totals)] += self.totals
        self.totals = counted
        found["opens"] = np.append(True, (np.diff(found["article"]) != 0) | (np.diff(found["sentence"]) != 0))
        fits = found["kind"] != NOTHING
        beside = (np.diff(found["passage"]) == 0) & self._spaced(found, tables["articles"])[1:]
        found["linked"] = np.append(False, fits[1:] & fits[:-1] & ~found["opens"][1:] & beside)
        kept = found["linked"] | np.append(found["linked"][1:], False)
        self._batches.append(np.stack([found[name][kept].astype(np.int32) for name in self.FIELDS]))

    def columns(self) -> dict[str, Ints]:
        """The words gathered in the order of the articles, each `linked` to the one before it or not, `opens` a sentence or not."""
        joined = np.concatenate(self._batches, axis=1)
        return dict(zip(self.FIELDS, joined.astype(np.int64), strict=True))

    def _kinds(self, words: pa.Table, found: Mapping[str, Ints], names: pa.Table) -> Ints:
        coded = words["pos"].combine_chunks().dictionary_encode()
        kinds = np.array([KINDS.get(pos, NOTHING) for pos in coded.dictionary.to_pylist()])[coded.indices.to_numpy()]
        stopped = pc.is_in(words["lemma"], pa.array(stopwords())).to_numpy()
        kinds = np.where(stopped, np.where(kinds == ADJECTIVE, STOP_ADJECTIVE, NOTHING), kinds)
        named = self._named(found, names)
        kinds[named["PER"]] = NOTHING
        kinds[named["LOC"] & (kinds == NOUN)] = PLACE
        kinds[named["LOC"] & (kinds == ADJECTIVE)] = PLACE_ADJECTIVE
        return kinds

    def _either(self, words: pa.Table, found: Mapping[str, Ints]) -> dict[str, Ints]:
        """Kinds and lemmas once more: nouns that may be adjectives are filed as these."""
        nouns = np.flatnonzero((found["kind"] == NOUN) | (found["kind"] == PLACE))
        coded = words["form"].combine_chunks().take(pa.array(nouns)).dictionary_encode()
        known = [adjective(form.lower()) for form in coded.dictionary.to_pylist()]
        numbers = np.array([-1 if lemma is None else self.lemmas.one(lemma) for lemma in known], np.int64)[coded.indices.to_numpy()]
        kinds, lemmas = found["kind"].copy(), found["lemma"].copy()
        changed = nouns[numbers >= 0]
        kinds[changed] = np.where(kinds[changed] == NOUN, EITHER, PLACE_ADJECTIVE)
        lemmas[changed] = numbers[numbers >= 0]
        return {"kind": kinds, "lemma": lemmas}

    def _named(self, found: Mapping[str, Ints], names: pa.Table) -> dict[str, Marks]:
        """The words inside names of people and inside names of places."""
        places = found["article"] * WIDE + found["start"]
        inside = {}
        for kind in ("PER", "LOC"):
            spans = names.filter(pc.equal(names["kind"], kind))
            if not spans.num_rows:
                inside[kind] = np.zeros(len(places), bool)
                continue
            article = self.articles.of(spans["article_id"]) * WIDE
            before = np.searchsorted(article + spans["start"].to_numpy(), places, side="right") - 1
            inside[kind] = (before >= 0) & (places < (article + spans["stop"].to_numpy())[before])
        return inside

    def _spaced(self, found: Mapping[str, Ints], articles: pa.Table) -> Marks:
        """The words with one space and nothing else between them and the word before."""
        spaced = np.append(False, found["start"][1:] - found["stop"][:-1] == 1)
        numbers = self.articles.of(articles["article_id"])
        for number, text in zip(numbers, articles["text"].to_pylist(), strict=True):
            of_article = np.flatnonzero(spaced & (found["article"] == number))
            signs = np.frombuffer(text.encode("utf-32-le"), np.uint32)
            spaced[of_article] = np.isin(signs[found["start"][of_article] - 1], SPACES)
        return spaced
