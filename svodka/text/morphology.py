"""Lemmas, parts of speech and inflected forms, by pymorphy3; each form is analysed once a process."""

from functools import cache, lru_cache
from typing import NamedTuple

import pymorphy3


class Reading(NamedTuple):
    """What a word form most likely is: its lemma and its part of speech (an OpenCorpora tag: NOUN, ADJF, VERB, …)."""

    lemma: str
    pos: str


@cache
def analyzer() -> pymorphy3.MorphAnalyzer:
    """The one analyser of the process (its dictionary takes a second to load and 50 MB to hold)."""
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=500_000)
def read(form: str) -> Reading:
    """The likeliest reading of a word form, case ignored.

    >>> read("соглашений")
    Reading(lemma='соглашение', pos='NOUN')
    """
    parse = analyzer().parse(form)[0]
    return Reading(parse.normal_form, str(parse.tag.POS or "UNKN"))


def forms(word: str, pos: str | None = None) -> frozenset[str]:
    """Every form of the word whose dictionary form is given, in lower case; the word itself when unknown.

    Of several words with this dictionary form all are inflected, unless a part of speech is asked for.

    >>> sorted(forms("уран"))[:4]
    ['уран', 'урана', 'уранам', 'уранами']
    """
    lowered = word.lower()
    found = {lowered}
    for parse in analyzer().parse(lowered):
        if parse.normal_form == lowered.replace("ё", "е") or parse.normal_form == lowered:
            if pos is None or pos == parse.tag.POS:
                found.update(form.word for form in parse.lexeme)
    return frozenset(found)
