"""Every form of a lexicon term, word by word: the lexicon is inflected, the text never is."""

import re
from functools import cache
from typing import NamedTuple

from svodka.text.morphology import analyzer
from svodka.text.tokens import tokenize

HYPHENS = str.maketrans({"‑": "-", "‐": "-", "–": "-", "—": "-", "−": "-", "’": "'", "ё": "е"})
QUOTES = frozenset("«»„“”\"'’‘")
ANY, CAPITAL, EXACT = 0, 1, 2  # what letter case of the text a term word asks for
INFLECTED = ("NOUN", "ADJF", "PRTF", "NPRO", "NUMR", "INFN")


class Word(NamedTuple):
    """One word of a term: its possible forms (keys), the letter case asked for, and whether it must touch the token before it."""

    forms: frozenset[str]
    case: int
    glued: bool = False


def key(form: str) -> str:
    """What a token is looked up by: lower case, ё as е, every hyphen and dash as «-».

    >>> key("Касым‑Жомарт"), key("Шёлковый")
    ('касым-жомарт', 'шелковый')
    """
    return form.lower().translate(HYPHENS)


def case(form: str) -> int:
    """The strictest demand a token can meet: a word all in capitals meets any, a capitalised one all but EXACT.

    >>> case("РЗМ"), case("Япония"), case("японский")
    (2, 1, 0)
    """
    if form.isupper():
        return EXACT
    return CAPITAL if form[0].isupper() else ANY


def words(term: str, gender: str = "") -> list[Word]:
    """The words of a term as it is written in the lexicon, each with all its forms.

    A word in its dictionary form is inflected, so is a plural in the nominative before any noun («водные ресурсы»); whatever stands
    in another case («добыча урана»), in capitals («РЗМ») or before «!» stays. A capitalised noun keeps its number: «Индий» is no India.
    The gender, m or f, is that of a person.

    >>> [sorted(word.forms)[:3] for word in words("добыча урана")]
    [['добыч', 'добыча', 'добычам'], ['урана']]
    """
    tokens = [token for token in tokenize(term) if token.form not in QUOTES]
    found: list[Word] = []
    headed = False
    for index, token in enumerate(tokens):
        if token.form == "!":
            found[-1] = found[-1]._replace(forms=frozenset((key(tokens[index - 1].form),)))
            continue
        linked = index + 2 == len(tokens) and tokens[index + 1].form == "-"  # «нефте-»
        forms, noun = (frozenset((key(token.form),)), False) if linked else _inflected(token.form, gender, not headed)
        headed = headed or noun
        touches = index > 0 and tokens[index - 1].stop == token.start
        glued = touches and (token.kind == "number" or tokens[index - 1].kind == "number")
        found.append(Word(forms, case(token.form), glued))
    return found


def variants(term: str) -> list[str]:
    """A term with dashes, as written and as one hyphened word: «Решт – Астара» is «Решт-Астара» too.

    >>> variants("Решт – Астара")
    ['Решт – Астара', 'Решт-Астара']
    """
    joined = re.sub(r"\s*[–—]\s*", "-", term)
    return [term] if joined == term else [term, joined]


def linking(forms: frozenset[str]) -> str | None:
    """The form in which an adjective opens a compound, given all its forms: российский → российско.

    >>> linking(frozenset({"российский", "российского"}))
    'российско'
    """
    for form in forms:
        if form.endswith(("ский", "цкий")):
            return form[:-2] + "о"
    return None


@cache
def _inflected(form: str, gender: str, may_be_plural: bool) -> tuple[frozenset[str], bool]:
    """All keys of a word, and whether it is a noun that heads what follows."""
    lowered = key(form)
    as_written = frozenset((lowered,)), False
    proper = case(form) == CAPITAL
    if not re.search(r"[а-я]", lowered) or (case(form) == EXACT and len(form) > 1) or (gender and not proper):
        return as_written
    readings = [parse for parse in analyzer().parse(form.lower()) if parse.tag.POS in INFLECTED]
    if proper and gender:
        return _of_person(lowered, readings, gender), True
    nominative = [parse for parse in readings if parse.tag.case in ("nomn", None)]
    found = [(parse, parse.tag.number if proper else None) for parse in nominative if _is_dictionary_form(parse, lowered)]
    if not found and may_be_plural:
        found = [(parse, "plur") for parse in nominative if parse.tag.number == "plur" and parse.is_known]
    forms = {key(it.word) for parse, number in found for it in parse.lexeme if _belongs(it.tag, parse.tag, number)}
    if proper and not any(parse.is_known for parse, _ in found):  # by analogy with «бобёр» Лахор would be «в Лахре»
        forms |= declension(lowered, "m")
    return (frozenset(forms | {lowered}), any(parse.tag.POS == "NOUN" for parse, _ in found)) if found else as_written


def _is_dictionary_form(parse, lowered: str) -> bool:
    """The form a dictionary gives, of an adjective the feminine and neuter too: «ветровая (станция)»."""
    return key(parse.normal_form) == lowered or (parse.tag.POS in ("ADJF", "PRTF") and parse.tag.number == "sing")


@cache  # tags are few: about 5 000 in the dictionary
def _belongs(tag, of, number: str | None) -> bool:
    """Whether a form of the lexeme names the same: any form of a verb, of an adjective the long ones («угольнее» names nothing)."""
    if of.POS == "INFN":
        return True
    same = tag.POS == of.POS and "Supr" not in tag and tag.voice == of.voice and tag.tense == of.tense
    return same and (number is None or tag.number == number or (of.POS == "ADJF" and number == "sing"))


def _of_person(lowered: str, readings: list, gender: str) -> frozenset[str]:
    """The forms of a name or surname; of one that no dictionary has, by its ending."""
    sex = {"m": "masc", "f": "femn"}[gender]
    names = [
        parse
        for parse in readings
        if key(parse.normal_form) == lowered and parse.is_known and not {"Name", "Surn", "Patr"}.isdisjoint(parse.tag.grammemes)
    ]
    known = {key(it.word) for parse in names for it in parse.lexeme if it.tag.gender == sex and it.tag.number == "sing"}
    return frozenset(known | {lowered} if known else declension(lowered, gender))


def declension(name: str, gender: str) -> set[str]:
    """The forms of a foreign or rare name, told by its ending and the gender of its bearer.

    >>> sorted(declension("аскаров", "m"))
    ['аскаров', 'аскарова', 'аскарове', 'аскаровом', 'аскарову', 'аскаровым']
    >>> declension("меркель", "f")
    {'меркель'}
    """
    for endings, genders, cut, added in DECLENSIONS:
        if gender in genders and name.endswith(endings):
            stem = name[: len(name) - cut]
            return {name} | {stem + ending for ending in added}
    return {name}


# endings of the name, genders, letters cut off, what is put in their place; the first line that fits decides
DECLENSIONS = (
    (("ов", "ев", "ин", "ын"), "m", 0, ("а", "у", "ым", "ом", "е")),
    (("ова", "ева", "ина", "ына"), "f", 1, ("ой", "у")),
    (("ская", "цкая"), "f", 2, ("ой", "ую")),
    (("ский", "цкий"), "m", 2, ("ого", "ому", "им", "ом")),
    (("ий",), "m", 1, ("я", "ю", "ем", "и")),
    (("й",), "m", 1, ("я", "ю", "ем", "е")),
    (("ь",), "m", 1, ("я", "ю", "ем", "е")),
    (("ж", "ш", "ч", "щ", "ц"), "m", 0, ("а", "у", "ем", "е")),
    (("б", "в", "г", "д", "з", "к", "л", "м", "н", "п", "р", "с", "т", "ф", "х"), "m", 0, ("а", "у", "ом", "е")),
    (("га", "ка", "ха", "жа", "ша", "ча"), "mf", 1, ("и", "е", "у", "ой")),
    (("а",), "mf", 1, ("ы", "е", "у", "ой")),
    (("ия",), "mf", 1, ("и", "ю", "ей")),
    (("я",), "mf", 1, ("и", "е", "ю", "ей")),
)
