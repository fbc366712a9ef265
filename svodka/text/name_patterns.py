"""Recognise how capitalised words spell a person's name: given name, patronymic, surname, initials, in their orders."""

from functools import lru_cache

from svodka.text import name_forms
from svodka.text.grammemes import readings as grammemes
from svodka.text.morphology import analyzer
from svodka.text.roles import is_role

FAMILIAL = ("ов", "ев", "ёв", "ин", "ова", "ева", "ёва", "ина", "ову", "еву", "ину", "овым", "евым", "иным", "овой", "евой", "иной")
ADJECTIVAL = ("ский", "ская", "ской", "ского", "скому", "скую", "ским", "ском", "ское", "ские", "ских", "скими")

Slots = tuple[tuple[str, str], ...]  # («given» | «surname» | …, the word that fills it)


@lru_cache(maxsize=200_000)
def traits_of(word: str) -> frozenset[str]:
    """What a capitalised word may be: given, patronymic, surname (by suffix or dictionary), common, place, family (an East Asian one)."""
    traits = set()
    lowered = word.lower()
    known = analyzer().word_is_known(lowered)
    tags = grammemes(lowered)
    if name_forms.is_given(word):
        traits.add("given")
    if name_forms.is_patronymic(word):
        traits.add("patronymic")
    if known and any(not tag & {"Name", "Surn", "Patr", "Geox", "Orgn", "Abbr", "Trad"} for tag in tags):
        traits.add("common")
    if any("Geox" in tag or "Orgn" in tag for tag in tags[:3]) and known:
        traits.add("place")
    if any("Surn" in tag for tag in tags) and (known or any(form.weight >= -0.3 for form in name_forms.readings(word, "surname"))):
        traits.add("surname")
    elif not known and any(form.weight >= -0.31 for form in name_forms.readings(word, "surname")):
        traits.add("surname")
    if lowered in name_forms.dictionary()["family first"]:
        traits.add("family")
    if not known:
        traits.add("unknown")
    if any(tag & {"PREP", "CONJ", "PRCL", "NPRO", "ADVB", "INTJ", "PRED", "INFN", "GRND"} for tag in tags[:2]) and known:
        traits.add("function")
    if is_role(word):
        traits.add("role")
    return frozenset(traits)


def can_follow(word: str, place: bool = False) -> bool:
    """Whether a capitalised word behind a given name may be the surname: «Эммануэль Макрон», not «Марк Также»; a place only if allowed."""
    traits = traits_of(word)
    if word.isupper() and len(word) < 4:
        return False
    if traits & {"surname", "family", "given"}:
        return "role" not in traits
    return not traits & {"function", "role"} and (place or "place" not in traits)


def slots(words: list[str], index: int, opening: bool, role: bool) -> Slots:
    """How the words from index on spell a name: (slot, word) for each taken; empty when they do not.

    opening: the first word's capital may be that of a sentence; role: a word like «министр» stands before.
    """
    word = words[index]
    following = words[index + 1 : index + 4]
    if word.endswith("."):
        if following and not following[0].endswith(".") and can_follow(following[0], place=True) and len(following[0]) > 2:
            return ("initials", word), ("surname", following[0])
        return ()
    traits = traits_of(word)
    if not following:
        return ()
    first = following[0]
    if word.isupper() and not first.isupper():
        return ()  # президент ФИДЕ Илюмжинов
    if traits >= {"given", "place"} and first[0].isupper() and name_forms.is_given(first):
        return ()  # премьер-министр Израиля Биньямин Нетаньяху
    if "given" in traits and not ("role" in traits and not opening):
        if not first.endswith(".") and name_forms.is_patronymic(first):
            tail = (("surname", following[1]),) if len(following) > 1 and not following[1].endswith(".") and can_follow(following[1]) else ()
            return ("given", word), ("patronymic", first), *tail
        if first[0].islower():
            return _with_particles(words, index)
        if len(following) > 1 and first[0].isupper() and "." not in first and following[1][0].isupper() and not following[1].endswith("."):
            middle = name_forms.is_given(first) or "unknown" in traits_of(first)  # Реджеп Тайип Эрдоган
            if middle and "surname" not in traits_of(first) and can_follow(following[1]):
                return ("given", word), ("given", first), ("surname", following[1])
        if "family" in traits and "surname" not in traits_of(first) and not name_forms.is_given(first):
            return ("family", word), ("given", first)
        if not first.endswith(".") and can_follow(first, place="common" not in traits):  # Ольга Рейн, but «Слава Украине»
            return ("given", word), ("surname", first)
    if "family" in traits and not (opening and "function" in traits) and first[0].isupper() and not first.endswith("."):
        if not traits_of(first) & {"common", "place", "role"} or name_forms.is_given(first):
            tail = tuple(("given", other) for other in following[1:2] if other[0].isupper() and len(other) <= 4 and other.istitle())
            return ("family", word), ("given", first), *tail
    if "surname" in traits and not traits & {"function", "place", "role"}:
        if first.endswith("."):
            return ("surname", word), ("initials", first)
        if first[0].isupper() and name_forms.is_given(first) and not ("common" in traits and opening):
            tail = (("patronymic", following[1]),) if len(following) > 1 and name_forms.is_patronymic(following[1]) else ()
            return ("surname", word), ("given", first), *tail
    if first[0].islower() or first.endswith("."):
        return ()
    # Собир Курбанов: the surname tells; Санаэ Такаити: the role before them tells
    strange = "unknown" in traits and "place" not in traits and not word.isupper()
    if strange and "surname" in traits_of(first) and not traits_of(first) & {"place", "function", "role"} and not first.isupper():
        return ("given", word), ("surname", first)
    if role and not word.isupper() and not first.isupper() and can_follow(first):
        if strange or not traits & {"common", "place"}:
            return ("given", word), ("surname", first)
    return ()


def namesake_of_place(words: list[str], index: int, cases: tuple[str, ...]) -> bool:
    """Whether a place's name is a given name, since it agrees with the role before it: «политолог Шалкар Нуров», not «президент Чада Деби»."""
    if len(words) < index + 2 or "place" not in traits_of(words[index]) or words[index + 1].endswith("."):
        return False
    agreed = {case for case in cases if case not in ("gent", "accs")}
    return "surname" in traits_of(words[index + 1]) and any(not agreed.isdisjoint(tags) for tags in grammemes(words[index].lower()))


def _with_particles(words: list[str], index: int) -> Slots:
    """«Урсула фон дер Ляйен»: given name, particles, surname."""
    stop = index + 1
    while stop < len(words) and words[stop][0].islower():
        stop += 1
    if stop < len(words) and not words[stop].endswith("."):
        return ("given", words[index]), *(("particle", word) for word in words[index + 1 : stop]), ("surname", words[stop])
    return ()


@lru_cache(maxsize=200_000)
def is_plain_surname(word: str) -> bool:
    """Whether a word alone can only be a surname: «Лужкова», not «Транскаспийского»."""
    traits = traits_of(word)
    sure = word.endswith(FAMILIAL) and any("Surn" in tag for tag in grammemes(word.lower()))  # Путин, though «путин» is a form of путина
    return "surname" in traits and not word.isupper() and not traits & {"function", "place", "role"} and ("common" not in traits or sure)


@lru_cache(maxsize=200_000)
def can_be_surname(word: str) -> bool:
    """Whether a word behind a role may be a surname: «президент Токаев», «канцлер Мерц», not «президент Республики»."""
    traits = traits_of(word)
    return not word.isupper() and not traits & {"function", "place", "role"} and ("common" not in traits or word.endswith(FAMILIAL))


@lru_cache(maxsize=200_000)
def is_adjectival(word: str) -> bool:
    """Whether an unknown word ends like an adjective, «Транскаспийского», and so is rather no surname."""
    return word.endswith(ADJECTIVAL) and not analyzer().word_is_known(word.lower())
