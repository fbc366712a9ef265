"""Whether neighbouring words are one noun phrase, and how a dictionary would list it: «цепочками поставок» → «цепочки поставок».

The words come with a pattern, a letter each: A is an adjective or participle, N a noun, D an adverb. The first noun is the head, what
stands before it agrees with it, what follows is in the genitive.
"""

from functools import lru_cache
from typing import NamedTuple

from svodka.text.morphology import analyzer
from svodka.text.noun_phrases import ADJECTIVES

PATTERNS = ("AN", "NN", "AAN", "DAN", "ANN", "NAN", "NNN")
CASES = {"gen2": "gent", "loc2": "loct", "acc2": "accs"}
PLURAL = "plur"


class Reading(NamedTuple):
    """One way to read a noun or an adjective; a plural has no gender."""

    case: str
    number: str
    gender: str


@lru_cache(maxsize=200_000)
def readings(form: str, noun: bool) -> tuple[Reading, ...]:
    """The ways to read a form as a noun, or else as an adjective, the likeliest first.

    >>> readings("сил", True)
    (Reading(case='gent', number='plur', gender=''),)
    """
    wanted = ("NOUN",) if noun else ADJECTIVES
    tags = (parse.tag for parse in analyzer().parse(form) if parse.tag.POS in wanted)
    return tuple(
        dict.fromkeys(
            Reading(
                CASES.get(str(tag.case), str(tag.case)), str(tag.number), "" if tag.number == PLURAL or not tag.gender else str(tag.gender)
            )
            for tag in tags
        )
    )


# A noun with such an ending may be an adjective that the dictionary also lists as a noun: «Среднего [коридора]», «рабочей [группы]».
ENDINGS = (
    "ого",
    "его",
    "ому",
    "ему",
    "ая",
    "яя",
    "ое",
    "ее",
    "ые",
    "ие",
    "ых",
    "их",
    "ыми",
    "ими",
    "ую",
    "юю",
    "ый",
    "ий",
    "ой",
    "ей",
    "ым",
    "им",
)


@lru_cache(maxsize=200_000)
def adjective(form: str) -> str | None:
    """The lemma of the adjective that a noun may be as well; None where it may not.

    >>> adjective("среднего"), adjective("развитие")
    ('средний', None)
    """
    if not form.endswith(ENDINGS) or not analyzer().word_is_known(form):
        return None
    return next((parse.normal_form for parse in analyzer().parse(form) if parse.tag.POS == "ADJF"), None)


class Term(NamedTuple):
    """A noun phrase: its pattern, and the ways to read its head, the likeliest first."""

    pattern: str
    heads: tuple[Reading, ...]

    @property
    def plural(self) -> float:
        """How surely it is a plural, from 0 to 1: «цепочки поставок» may be one chain or many, the likelier reading tips the scale."""
        if len({head.number == PLURAL for head in self.heads}) == 1:
            return float(self.heads[0].number == PLURAL)
        return 0.6 if self.heads[0].number == PLURAL else 0.4


def noun_term(forms: tuple[str, ...], patterns: tuple[str, ...]) -> Term | None:
    """Words in small letters as a noun phrase of one of the patterns, the first that fits; None where none does.

    >>> noun_term(("мягкой", "силы"), ("AN",)), noun_term(("мягкий", "силы"), ("AN",))
    (Term(pattern='AN', heads=(Reading(case='gent', number='sing', gender='femn'),)), None)
    """
    for pattern in patterns:
        head = pattern.index("N")
        if _genitive(forms[head + 1 :], pattern[head + 1 :]) and (heads := _agreeing(forms[: head + 1], pattern[: head + 1])):
            return Term(pattern, heads)
    return None


def _agreeing(forms: tuple[str, ...], pattern: str) -> tuple[Reading, ...]:
    known = readings(forms[-1], True)
    for form, letter in zip(forms, pattern, strict=True):
        if letter == "A":
            fitting = readings(form, False)
            known = tuple(reading for reading in known if reading in fitting)
    return known


def _genitive(forms: tuple[str, ...], pattern: str) -> bool:
    """Whether all the words are genitives, adjectives in agreement with the noun that follows them."""
    first = 0
    for place, letter in enumerate(pattern):
        if letter == "N":
            known = _agreeing(forms[first : place + 1], pattern[first : place + 1])
            if not any(reading.case == "gent" for reading in known):
                return False
            first = place + 1
    return True


def listed(forms: tuple[str, ...], patterns: tuple[str, ...], number: str) -> tuple[str, ...]:
    """The words of a noun phrase with the head and what agrees with it in the nominative, the genitives as they stand.

    The head stays in the given number where it can be read so, else in its own.

    >>> listed(("мягкую", "силу"), ("AN",), "sing"), listed(("цепочки", "поставок"), ("NN",), "plur")
    (('мягкая', 'сила'), ('цепочки', 'поставок'))
    """
    term = noun_term(forms, patterns)
    if term is None:
        return forms
    head = next((reading for reading in term.heads if reading.number == number), term.heads[0])
    place = term.pattern.index("N")
    noun, gender = _noun(forms[place], head)
    before = [
        _adjective(form, head.number, gender) if letter == "A" else form for form, letter in zip(forms[:place], term.pattern, strict=False)
    ]
    return (*before, noun, *forms[place + 1 :])


@lru_cache(maxsize=50_000)
def _noun(form: str, reading: Reading) -> tuple[str, str]:
    """The nominative of a noun in the number that it is read in, and its gender."""
    for parse in analyzer().parse(form):
        tag = parse.tag
        if tag.POS == "NOUN" and tag.number == reading.number and CASES.get(str(tag.case), str(tag.case)) == reading.case:
            nominative = parse.inflect({"nomn", reading.number})
            if nominative:
                return nominative.word, str(tag.gender or "masc")
    return form, reading.gender or "masc"


@lru_cache(maxsize=50_000)
def _adjective(form: str, number: str, gender: str) -> str:
    """The nominative of an adjective before a noun of that number and gender."""
    wanted = {"nomn", PLURAL} if number == PLURAL else {"nomn", number, gender}
    for parse in analyzer().parse(form):
        if parse.tag.POS in ADJECTIVES and (nominative := parse.inflect(wanted)):
            return nominative.word
    return form
