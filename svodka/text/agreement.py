"""The noun a number counts: «86 тысяч [новых километров]», «двумя [ключевыми соседями]», agreeing with it in case and number."""

from functools import lru_cache
from typing import NamedTuple

from svodka.text import grammemes, numberwords
from svodka.text.coefficients import OBLIQUE
from svodka.text.gaps import joined
from svodka.text.morphology import analyzer
from svodka.text.numerals import NOMINAL, Numeral
from svodka.text.tokens import Token

MODIFIERS = ("ADJF", "PRTF")
NAMES = frozenset({"Name", "Surn", "Patr", "Geox"})
LONGEST = 7  # tokens between a number and its noun
RARE = 0.02  # share of uses below which a reading does not count
MANY = frozenset({("plur", "gent")})
PART = frozenset({("sing", "gent"), ("plur", "gent")})


class Reading(NamedTuple):
    """One way to read a form that may stand beside a number; `name` tells a proper name."""

    pos: str
    number: str
    case: str
    lemma: str
    name: bool


class Noun(NamedTuple):
    """A noun counted: its lemma, its token and the token after it."""

    lemma: str
    place: int
    last: int


@lru_cache(maxsize=200_000)
def readings(form: str) -> tuple[Reading, ...]:
    """The nouns, adjectives, participles and adverbs a form can be; a long abbreviation is a noun («БПЛА»), a short one is not."""
    if form.isupper() and len(form) < 3:
        return ()
    if form.isupper() and form.isalpha() and not form.isascii() and not analyzer().word_is_known(form):
        return tuple(Reading("NOUN", "plur", case, form, False) for case in ("gent", *sorted(OBLIQUE - {"gent"})))
    found = []
    for parse in analyzer().parse(form):
        tag = parse.tag
        pos = str(tag.POS)
        spelled = not {"Abbr", "Fixd"} <= tag.grammemes or form.isupper()
        if pos in ("NOUN", "ADVB", *MODIFIERS) and spelled and (parse.score >= RARE or form.isupper()):
            found.append(Reading(pos, str(tag.number), str(tag.case), _lemma(form, parse), not NAMES.isdisjoint(tag.grammemes)))
    return tuple(found)


def _lemma(form: str, parse) -> str:
    """«АЭС» stays as it is; «задержанных» is «задержанный», not the verb."""
    if "Abbr" in parse.tag and form.isupper():
        return form
    base = parse.inflect({"nomn", "sing", "masc"}) if parse.tag.POS == "PRTF" else None
    return base.word if base else parse.normal_form


def fits(form: str, tokens: list[Token], numeral: Numeral) -> bool:
    """Whether a noun in this form could follow the number: «лет» fits five, «года» fits two."""
    wanted = _wanted(tokens, numeral)
    return any((reading.number, reading.case) in wanted for reading in readings(form) if reading.pos == "NOUN")


def noun(form: str) -> bool:
    """Whether a word can be a noun."""
    return any(reading.pos == "NOUN" for reading in readings(form))


def nominative(form: str) -> bool:
    """Whether a dictionary word can be the nominative singular of a noun."""
    known = analyzer().word_is_known(form)
    return known and any(reading.pos == "NOUN" and (reading.number, reading.case) == ("sing", "nomn") for reading in readings(form))


def modifies(form: str) -> bool:
    """Whether a word can be an adjective or a participle."""
    return any(reading.pos in MODIFIERS for reading in readings(form))


def counted(text: str, tokens: list[Token], numeral: Numeral, place: int) -> Noun | None:
    """The noun that the number counts, when it stands after it and agrees; a participle may do («10 задержанных»)."""
    wanted = _wanted(tokens, numeral)
    modified = None
    for here in range(place, min(place + LONGEST, len(tokens))):
        if not joined(text, tokens, here):
            break
        if tokens[here].form in (",", "и") and here > place and tokens[here - 1].kind == "word":
            continue
        known = readings(tokens[here].form) if tokens[here].kind == "word" else ()
        head = _noun(known, wanted)
        modifier = _modifier(known, wanted)
        if head and not (modifier and _noun_at(text, tokens, here + 1, wanted)):
            return Noun(head.lemma, here, here + 1)
        if modifier and modifier.pos == "PRTF":
            modified = Noun(modifier.lemma, here, here + 1)
        elif not modifier and not any(reading.pos == "ADVB" for reading in known):
            if modified and here == modified.last:
                return _behind_participle(text, tokens, here, known) or modified
            break
    return modified


def _behind_participle(text: str, tokens: list[Token], place: int, known: tuple[Reading, ...]) -> Noun | None:
    """«три заключённых [журналистов]» in spite of its case; «5 млн живущих за границей [итальянцев]» over the participle's own words.

    Behind a preposition only a noun for living beings is taken: «300 живущих в домах отдыха» are not so many rests.
    """
    head = _noun(known, frozenset({("plur", "gent")}))
    if head:
        return Noun(head.lemma, place, place + 1)
    if "PREP" not in grammemes.readings(tokens[place].form)[0]:
        return None
    objects = 0
    for here in range(place + 1, min(place + LONGEST, len(tokens))):
        if not joined(text, tokens, here) or tokens[here].kind != "word":
            return None
        known = readings(tokens[here].form)
        head = _noun(known, frozenset({("plur", "gent")}))
        if objects and head and "anim" in grammemes.readings(tokens[here].form)[0]:
            return Noun(head.lemma, here, here + 1)
        if known and known[0].pos == "NOUN":
            objects += 1
        elif not known or known[0].pos not in MODIFIERS:
            return None
    return None


def _noun(known: tuple[Reading, ...], wanted: frozenset[tuple[str, str]]) -> Reading | None:
    """The noun a form can be in a wanted number and case, proper names left out."""
    fitting = (reading for reading in known if reading.pos == "NOUN" and not reading.name)
    return next((reading for reading in fitting if (reading.number, reading.case) in wanted), None)


def _modifier(known: tuple[Reading, ...], wanted: frozenset[tuple[str, str]]) -> Reading | None:
    """An adjective that may stand before the noun: plural but after one («21 новый завод»), participles first."""
    numbers = {number for number, case in wanted} if ("sing", "nomn") in wanted else {"plur"}
    fitting = [reading for reading in known if reading.pos in MODIFIERS and reading.number in numbers]
    return max(fitting, key=lambda reading: reading.pos == "PRTF", default=None)


def _noun_at(text: str, tokens: list[Token], place: int, wanted: frozenset[tuple[str, str]]) -> bool:
    return joined(text, tokens, place) and tokens[place].kind == "word" and _noun(readings(tokens[place].form), wanted) is not None


def _wanted(tokens: list[Token], numeral: Numeral) -> frozenset[tuple[str, str]]:
    """The number and case of a noun after this number; digits leave the case open."""
    value = numeral.high
    if value is None or numeral.kind in ("pair", "collective") or numberwords.multiplies(tokens[numeral.last - 1].form):
        return MANY
    if numeral.kind == "fraction" or value != value.to_integral_value():
        return PART
    nominal = not numeral.cases or bool(numeral.cases & NOMINAL)
    oblique = numeral.cases & OBLIQUE if numeral.cases else OBLIQUE
    last, teens = int(value) % 10, int(value) % 100 // 10 == 1
    if last == 1 and not teens:
        cases = (NOMINAL if nominal else frozenset()) | oblique
        return frozenset(("sing", case) for case in cases)
    few = last in (2, 3, 4) and not teens
    direct = {("sing" if few else "plur", "gent")} if nominal else set()
    return frozenset(direct | {("plur", case) for case in oblique})
