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


NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})
# Longer capitals are a heading that shouts, not an abbreviation.
ABBREVIATION = 6


@lru_cache(maxsize=500_000)
def read(form: str) -> Reading:
    """The likeliest reading of a word form, case ignored.

    >>> read("соглашений")
    Reading(lemma='соглашение', pos='NOUN')
    """
    parse = analyzer().parse(form)[0]
    return Reading(parse.normal_form, str(parse.tag.POS or "UNKN"))


@lru_cache(maxsize=100_000)
def read_name(form: str) -> Reading:
    """The likeliest reading of a form with a capital inside a sentence: a name where it can be one, an abbreviation as it stands.

    >>> read_name("Мирзиёевым").lemma, read("ИИ").lemma, read_name("ИИ").lemma, read_name("Советом").lemma
    ('мирзиёев', 'ия', 'ии', 'совет')
    """
    if form.isupper() and 1 < len(form) <= ABBREVIATION:
        return Reading(form.lower(), "NOUN")
    named = [parse for parse in analyzer().parse(form) if not NAMES.isdisjoint(parse.tag.grammemes)]
    if not analyzer().word_is_known(form):  # a guess at «Мирзиёева» finds a rare given name before the surname
        named.sort(key=lambda parse: "Surn" not in parse.tag)
    return Reading(named[0].normal_form, str(named[0].tag.POS)) if named else read(form)


def forms(word: str, pos: str | None = None) -> frozenset[str]:
    """Every form of the word whose dictionary form is given, in lower case; the word itself when unknown.

    Of several words with this dictionary form all are inflected, unless a part of speech is asked for.

    >>> sorted(forms("уран"))[:4]
    ['уран', 'урана', 'уранам', 'уранами']
    """
    lowered = word.lower()
    found = {lowered}
    for parse in analyzer().parse(lowered):
        if parse.normal_form in (lowered, lowered.replace("ё", "е")) and pos in (None, parse.tag.POS):
            found.update(form.word for form in parse.lexeme)
    return frozenset(found)
