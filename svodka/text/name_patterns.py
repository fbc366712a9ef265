"""Recognise how capitalised words spell a person's name: given name, patronymic, surname, initials, in their orders."""

from functools import lru_cache
from typing import NamedTuple

from svodka.text import function_words, name_forms
from svodka.text.grammemes import readings as grammemes
from svodka.text.morphology import analyzer
from svodka.text.roles import is_role

FAMILIAL = ("ов", "ев", "ёв", "ин", "ова", "ева", "ёва", "ина", "ову", "еву", "ину", "овым", "евым", "иным", "овой", "евой", "иной")
FAMILIES = ("овых", "евых", "ёвых", "иных", "ыных")
ADJECTIVAL = ("ский", "ская", "ской", "ского", "скому", "скую", "ским", "ском", "ское", "ские", "ских", "скими")

Slots = tuple[tuple[str, str], ...]  # («given» | «surname» | …, the word that fills it)


@lru_cache(maxsize=200_000)
def traits_of(word: str) -> frozenset[str]:
    """What a capitalised word may be: given, patronymic, surname (by suffix or dictionary), family (an East Asian one), role, place,
    common (an ordinary word), genitive (one only in «заводов», «лужков»), function (a preposition, …), unknown (to the dictionary).
    """
    traits = set()
    lowered = word.lower()
    known = analyzer().word_is_known(lowered)
    tags = grammemes(lowered)
    if name_forms.is_given(word):
        traits.add("given")
    if name_forms.is_patronymic(word):
        traits.add("patronymic")
    plain = [tag for tag in tags if not tag & {"Name", "Surn", "Patr", "Geox", "Orgn", "Abbr", "Trad"}]
    if known and plain:
        traits.add("genitive" if lowered.endswith(("ов", "ев")) and all("plur" in tag for tag in plain) else "common")
    if any("Geox" in tag or "Orgn" in tag for tag in tags[:3]) and known:
        traits.add("place")
    if (any("Surn" in tag for tag in tags) and (known or any(form.weight >= -0.3 for form in name_forms.readings(word, "surname")))) or (
        (not known or "genitive" in traits) and any(form.weight >= -0.31 for form in name_forms.readings(word, "surname"))
    ):
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


@lru_cache(maxsize=200_000)
def can_follow(word: str, place: bool = False) -> bool:
    """Whether a word behind a given name may be the surname: «Эммануэль Макрон», not «Марк Также»; a place only if allowed."""
    traits = traits_of(word)
    if not (word[0].isupper() or has_article(word)) or word.endswith(".") or (word.isupper() and len(word) < 4):
        return False
    if traits & {"surname", "family", "given"}:
        return "role" not in traits
    return not traits & {"function", "role"} and (place or "place" not in traits)


def has_article(word: str) -> bool:
    """Whether a word has the Arabic article of a surname: «аль-Багдади»."""
    head, hyphen, last = word.partition("-")
    return bool(hyphen) and head.lower() in function_words.words("name particle") and last[:1].isupper()


class Run(NamedTuple):
    """Capitalised words in a row, from one of them on.

    opening: the first capital may be that of a sentence; role: a word like «министр» stands before.
    """

    word: str
    first: str
    second: str
    rest: tuple[str, ...]
    opening: bool
    role: bool

    @property
    def traits(self) -> frozenset[str]:
        """What the first word may be."""
        return traits_of(self.word)


def slots(words: list[str], index: int, opening: bool, role: bool) -> Slots:
    """How the words from index on spell a name: (slot, word) for each taken; empty when they do not."""
    following = (*words[index + 1 :], "", "")
    run = Run(words[index], following[0], following[1], following[:-2], opening, role)
    if not run.first or analyzer().word_is_known(f"{run.word}-{run.first}".lower()):  # Коста Рика
        return ()
    for rule in RULES:
        found = rule(run)
        if found is not None:
            return found
    return ()


def initials_and_surname(run: Run) -> Slots | None:
    """«П. С. Иванов»."""
    if not run.word.endswith("."):
        return None
    return (("initials", run.word), ("surname", run.first)) if len(run.first) > 2 and can_follow(run.first, place=True) else ()


def abbreviation(run: Run) -> Slots | None:
    """«президент ФИДЕ Илюмжинов»: no name begins with an abbreviation."""
    return () if run.word.isupper() and not run.first.isupper() else None


def place_before_a_name(run: Run) -> Slots | None:
    """«премьер-министр Израиля Биньямин Нетаньяху»: the place's name is no given name here."""
    return () if run.traits >= {"given", "place"} and run.first[0].isupper() and name_forms.is_given(run.first) else None


def given_and_patronymic(run: Run) -> Slots | None:
    """«Пётр Сергеевич Иванов», «Пётр Сергеевич»."""
    if not _begins_with_given(run) or run.first.endswith(".") or not name_forms.is_patronymic(run.first):
        return None
    surname = (("surname", run.second),) if run.second and can_follow(run.second) else ()
    return ("given", run.word), ("patronymic", run.first), *surname


def given_particles_surname(run: Run) -> Slots | None:
    """«Людвиг ван Бетховен», «Марин Ле Пен»."""
    particles = function_words.words("name particle")
    lower = run.first[0].islower() and not has_article(run.first)
    capital = run.first.istitle() and run.first.lower() in particles and run.second[:1].isupper()
    if not _begins_with_given(run) or not (lower or capital):
        return None
    stop = next((place for place, word in enumerate(run.rest) if word.lower() not in particles and not word[0].islower()), len(run.rest))
    if stop == len(run.rest) or run.rest[stop].endswith("."):
        return ()
    return ("given", run.word), *(("particle", word) for word in run.rest[:stop]), ("surname", run.rest[stop])


def two_given_names(run: Run) -> Slots | None:
    """«Реджеп Тайип Эрдоган»."""
    if not _begins_with_given(run) or not run.second or run.first.endswith("."):
        return None
    middle = name_forms.is_given(run.first) or "unknown" in traits_of(run.first)
    if middle and "surname" not in traits_of(run.first) and can_follow(run.second):
        return ("given", run.word), ("given", run.first), ("surname", run.second)
    return None


def given_and_surname(run: Run) -> Slots | None:
    """«Ольга Рейн», but not «Слава Украине»."""
    if not _begins_with_given(run) or not can_follow(run.first, place="common" not in run.traits):
        return None
    if "family" in run.traits and "surname" not in traits_of(run.first) and not name_forms.is_given(run.first):
        return ("family", run.word), ("given", run.first)
    return ("given", run.word), ("surname", run.first)


def family_name_first(run: Run) -> Slots | None:
    """«Дэн Сяопин», «Ким Чен Ын», «Аун Сан Су Чжи»; a sentence may begin with «Но» or «То»."""
    if "family" not in run.traits or (run.opening and "function" in run.traits) or not run.first[0].isupper() or run.first.endswith("."):
        return None
    short = [word for word in run.rest[1:3] if word.istitle() and len(word) <= 4 and not word.endswith(".")]
    if short[1:] and "family" not in traits_of(short[0]) and len(run.first) > 4:
        short = short[:1]
    if traits_of(run.first) & {"common", "place", "role"} and not name_forms.is_given(run.first) and len(short) < 2:
        return None
    return ("family", run.word), ("given", run.first), *(("given", word) for word in short)


def surname_first(run: Run) -> Slots | None:
    """«Иванов П. С.», «Иванов Пётр Сергеевич»."""
    if "surname" not in run.traits or run.traits & {"function", "place", "role"}:
        return None
    if run.first.endswith("."):
        return ("surname", run.word), ("initials", run.first)
    if run.first[0].isupper() and name_forms.is_given(run.first) and not ("common" in run.traits and run.opening):
        patronymic = (("patronymic", run.second),) if run.second and name_forms.is_patronymic(run.second) else ()
        return ("surname", run.word), ("given", run.first), *patronymic
    return None


def stranger_with_surname(run: Run) -> Slots | None:
    """«Жасурбек Каримов»: a word nobody knows before what can only be a surname."""
    telling = "surname" in traits_of(run.first) and not traits_of(run.first) & {"place", "function", "role"} and not run.first.isupper()
    return (("given", run.word), ("surname", run.first)) if _is_strange(run) and telling and run.first[0].isupper() else None


def strangers_with_role(run: Run) -> Slots | None:
    """«премьер-министра Японии Рютаро Хасимото»: two words nobody knows behind a role or beside a verb of speech."""
    if not run.role or run.word.isupper() or run.first.isupper() or not can_follow(run.first):
        return None
    known = run.traits & {"common", "place"} and not _is_strange(run)
    return None if known else (("given", run.word), ("surname", run.first))


RULES = (
    initials_and_surname,
    abbreviation,
    place_before_a_name,
    given_and_patronymic,
    given_particles_surname,
    two_given_names,
    given_and_surname,
    family_name_first,
    surname_first,
    stranger_with_surname,
    strangers_with_role,
)


def _begins_with_given(run: Run) -> bool:
    return "given" in run.traits and ("role" not in run.traits or run.opening)


def _is_strange(run: Run) -> bool:
    return "unknown" in run.traits and "place" not in run.traits and not run.word.isupper()


def namesake_of_place(words: list[str], index: int, cases: tuple[str, ...]) -> bool:
    """Whether a place's name is a given name, agreeing with the role before it: «политолог Шалкар Нуров», not «президент Чада Деби»."""
    if (
        len(words) < index + 2
        or words[index].isupper() > words[index + 1].isupper()
        or "place" not in traits_of(words[index])
        or words[index + 1].endswith(".")
    ):
        return False
    agreed = {case for case in cases if case not in ("gent", "accs")}
    return "surname" in traits_of(words[index + 1]) and any(not agreed.isdisjoint(tags) for tags in grammemes(words[index].lower()))


def has_surname(word: str) -> bool:
    """Whether a surname is among what the dictionary says of a word: Лужков, though «лужков» is a form of лужок."""
    return any("Surn" in tag for tag in grammemes(word.lower()))


@lru_cache(maxsize=200_000)
def is_plain_surname(word: str) -> bool:
    """Whether a word alone can only be a surname: «Лужкова», not «Транскаспийского»."""
    traits = traits_of(word)
    sure = word.endswith(FAMILIAL) and has_surname(word)
    if word.endswith(FAMILIES):  # «Воробьёвых гор» names no one person
        return False
    return "surname" in traits and not word.isupper() and not traits & {"function", "place", "role"} and ("common" not in traits or sure)


@lru_cache(maxsize=200_000)
def can_be_surname(word: str) -> bool:
    """Whether a word behind a role may be a surname: «президент Тураев», «канцлер Мерц», not «президент Республики»."""
    traits = traits_of(word)
    return not word.isupper() and not traits & {"function", "place", "role"} and ("common" not in traits or word.endswith(FAMILIAL))


@lru_cache(maxsize=200_000)
def is_adjectival(word: str) -> bool:
    """Whether an unknown word ends like an adjective, «Транскаспийского», and so is rather no surname."""
    return word.endswith(ADJECTIVAL) and not analyzer().word_is_known(word.lower())
