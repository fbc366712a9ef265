"""Find people named in a text and give each its canonical name, «Имя Фамилия» in the nominative."""

import re
from collections import Counter, defaultdict
from functools import cache, lru_cache
from typing import NamedTuple

from svodka.text import function_words, latin_names, name_forms, name_patterns
from svodka.text.name_context import acts, cases_before, is_of_a_place, is_title, likely_case, opens_sentence, role_before, speaks
from svodka.text.name_patterns import has_surname, traits_of
from svodka.text.name_readings import Found, Reading, chosen, read

WORD = r"(?:[дО]['’])?[А-ЯЁ][а-яё]+(?:[-‑](?:[А-ЯЁ]?[а-яё]+))*|[А-ЯЁ]{2,}(?:[-‑][А-ЯЁ]{2,})*|(?:аль|эль|ан|ас|аш)-[А-ЯЁ][а-яё]+"
INITIALS = r"(?:[А-ЯЁ]|Дж|Вл|Ст|Хр)\.(?:[-‑ \u00a0]?[А-ЯЁ]\.)*"
PARTICLE = re.compile(r"\b([А-ЯЁа-яё]{2,3})[ \u00a0]$")
PART = re.compile(rf"{INITIALS}|{WORD}|[а-яё]+")


@cache
def _run() -> re.Pattern[str]:
    """Capitalised words and initials in a row, with the particles of names between them."""
    particles = "|".join(sorted(function_words.words("name particle")))
    return re.compile(rf"\b(?:{INITIALS}|{WORD})(?:(?:[ \u00a0]|(?<=\.))(?:{INITIALS}|{WORD}|(?:{particles})\b))*")


QUOTES = '«"“„'
NOBODY = frozenset({"function", "role"})
Named = tuple[int, str, str]  # where somebody is fully named, the name, the gender


class Person(NamedTuple):
    """A person named at a place; `surname` says how the text may name them again; subject: the form can be a nominative."""

    start: int
    stop: int
    name: str
    surname: str
    gender: str
    subject: bool


def find(text: str) -> list[Person]:
    """The people named, left to right; a surname alone, a name with patronymic, initials get the full name the text gives elsewhere.

    >>> [person.name for person in find("О визите говорили с Рустамом Каримовым. Каримова спросили о ценах.")]
    ['Рустам Каримов', 'Рустам Каримов']
    """
    named, alone = _candidates(text)
    readings = [read(found.parts, found.cases, found.likely) for found in named]
    votes: Counter[str] = Counter()
    for ways in readings:
        for name in {reading.name for reading in ways}:
            votes[name] += max(2.0 ** (2 * reading.score) for reading in ways if reading.name == name)
    people = [chosen(found, ways, votes) for found, ways in zip(named, readings, strict=True)]
    return sorted(_with_latin(text, _resolved(people, alone, text)))


def _with_latin(text: str, people: list[Person]) -> list[Person]:
    """Those named in Latin letters too; one in brackets behind a name is the same person."""
    again = [(span, person) for person in people if (span := latin_names.spelt_again(text, person.stop))]
    same = [person._replace(start=span[0], stop=span[1], subject=False) for span, person in again]
    taken = {person.start for person in same}
    others = [Person(*one, True) for one in latin_names.find(text) if one.start not in taken]
    return people + same + others


def _candidates(text: str) -> tuple[list[Found], list[Found]]:
    """Stretches read as whole names, and single words that may be a surname or a given name."""
    named: list[Found] = []
    alone: list[Found] = []
    for run in _run().finditer(text):
        if " " not in run.group() and "." not in run.group() and "\u00a0" not in run.group():
            _alone(text, run.group(), run.start(), True, alone)
            continue
        if is_title(text, run.start(), run.end()):
            continue
        parts = [(match.group(), run.start() + match.start(), run.start() + match.end()) for match in PART.finditer(run.group())]
        words = [word for word, _, _ in parts]
        index = 0
        while index < len(words):
            found = _whole(text, words, parts, index) if index + 1 < len(words) and _is_capital(words[index]) else None
            if found is None:
                _alone(text, words[index], parts[index][1], index == 0, alone)
                index += 1
                continue
            named.append(found)
            index += len(found.parts)
    return named, alone


def _is_capital(word: str) -> bool:
    return word[0].isupper() or name_patterns.has_article(word) or "-" in word or "’" in word or "'" in word


def _whole(text: str, words: list[str], parts: list[tuple[str, int, int]], index: int) -> Found | None:
    """The whole name that begins with a word of a run, None when the words spell none."""
    start = parts[index][1]
    opening = index == 0 and opens_sentence(text, start)
    cases, role = cases_before(text, start)
    if not cases and not opening:
        cases = role_before(text, start)
        role = bool(cases)
    if role and name_patterns.namesake_of_place(words, index, cases):
        return Found(start, parts[index + 1][2], (("given", words[index]), ("surname", words[index + 1])), cases, "")
    role = role or ("unknown" in traits_of(words[index]) and speaks(text, start, parts[index + 1][2]))
    slots = name_patterns.slots(words, index, opening, role)
    if not slots:
        return None
    stop = parts[index + len(slots) - 1][2]
    return Found(start, stop, slots, cases, "" if cases else likely_case(text, start, stop))


def _alone(text: str, word: str, start: int, first: bool, alone: list[Found]) -> None:
    """Note a single word that may be somebody's surname or given name."""
    if word[-1] == "." or not _is_capital(word) or not traits_of(word).isdisjoint(NOBODY) or (len(word) < 4 and word.isupper()):
        return
    stop = start + len(word)
    if not is_title(text, start, stop):
        alone.append(Found(start, stop, (("surname", word),), (), "nomn" if first and opens_sentence(text, start) else ""))


def _resolved(people: list[tuple[Found, Reading, bool]], alone: list[Found], text: str) -> list[Person]:
    """Full names as read, and every shorter mention under the full name it stands for."""
    fuller = _fullest(people)
    by_surname: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    by_given: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for found, reading, _ in people:
        slots = dict(found.parts)
        if "given" in slots and reading.surname:
            name = fuller.get(reading.name, reading.name)
            for surname in {reading.surname.lower(), reading.surname.lower().rpartition(" ")[2]}:
                by_surname[surname].append((found.start, name, reading.gender))
            by_given[name.split()[0].lower()].append((found.start, name, reading.gender))
    result = []
    for found, reading, subject in people:
        slots = dict(found.parts)
        reading = reading._replace(name=fuller.get(reading.name, reading.name))
        name, gender = reading.name, reading.gender
        if "initials" in slots:
            forms = {form.nominative.lower() for form in name_forms.readings(slots["surname"], "surname")}
            same = [entry for form in sorted(forms) for entry in by_surname.get(form, ()) if entry[1][0] == slots["initials"][0]]
            name, gender = _nearest(same, found.start) or (name, gender)
        elif not reading.surname:
            name, gender = _nearest(by_given[reading.name.split()[0].lower()], found.start) or (name, gender)
        result.append(Person(found.start, found.stop, name, reading.surname, gender, subject))
    for found in alone:
        single = _single(found, by_surname, by_given, text)
        if single:
            result.append(single)
    return result


def _fullest(people: list[tuple[Found, Reading, bool]]) -> dict[str, str]:
    """A shorter spelling of a name → the longest one with the same first and last word: Реджеп Эрдоган → Реджеп Тайип Эрдоган."""
    longest: dict[tuple[str, str], str] = {}
    for _, reading, _ in people:
        ends = reading.name.split()[0], reading.name.split()[-1]
        longest[ends] = max(longest.get(ends, ""), reading.name, key=len)
    return {reading.name: longest[reading.name.split()[0], reading.name.split()[-1]] for _, reading, _ in people}


def _nearest(entries: list[tuple[int, str, str]], place: int) -> tuple[str, str] | None:
    """Of the people so named the one named last before the place, else first after it."""
    if not entries:
        return None
    before = [entry for entry in entries if entry[0] <= place]
    _, name, gender = before[-1] if before else entries[0]
    return name, gender


@lru_cache(maxsize=200_000)
def _nominatives(word: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """What a word may be in the nominative, in lower case, as a surname and as a given name."""
    return tuple((slot, frozenset(form.nominative.lower() for form in name_forms.readings(word, slot))) for slot in ("surname", "given"))


def _single(found: Found, by_surname: dict, by_given: dict, text: str) -> Person | None:
    """One word as a person: the surname or given name of someone fully named, or a surname nobody could take for anything else."""
    word = found.parts[0][1]
    for (slot, nominatives), entries in zip(_nominatives(word), (by_surname, by_given), strict=True):
        if nominatives.isdisjoint(entries):
            continue
        cases = cases_before(text, found.start)[0] or tuple(filter(None, (found.likely,)))
        forms = sorted(name_forms.readings(word, slot), key=lambda form: (form.case not in cases, -form.weight, form.nominative))
        for form in forms:
            fitting = [entry for entry in entries.get(form.nominative.lower(), ()) if form.gender in (entry[2], "mf")]
            resolved = _nearest(fitting, found.start)
            if resolved:
                subject = any(other.case == "nomn" and other.nominative == form.nominative for other in forms)
                start = _with_particles(text, found.start, resolved[0])
                return Person(start, found.stop, resolved[0], form.nominative, resolved[1], subject and (not cases or "nomn" in cases))
    if (is_of_a_place(text, found.start) and not role_before(text, found.start)) or name_patterns.has_article(word):
        return None
    plain = name_patterns.is_plain_surname(word)
    if not plain and not name_patterns.can_be_surname(word):
        return None
    cases, role = cases_before(text, found.start)
    if not plain and not role:
        return None
    opening = found.likely == "nomn"
    if not role and ((opening and "given" in traits_of(word)) or name_patterns.is_adjectival(word)):
        return None
    many = "genitive" in traits_of(word) and not has_surname(word) and (opening or text[found.start - 1] in QUOTES)
    if many and not role and not acts(text, found.stop):
        return None  # «Космонавтов встретили», «Заводов не хватает»
    best, *others = read(found.parts, cases, found.likely)
    subject = any(reading.case == "nomn" and reading.name == best.name for reading in (best, *others)) and (not cases or "nomn" in cases)
    return Person(found.start, found.stop, best.name, best.name, best.gender, subject)


def _with_particles(text: str, start: int, name: str) -> int:
    """Where «Ле Пен» begins when «Пен» is found: over the particles that the full name has too."""
    known = name.lower().split()
    while (particle := PARTICLE.search(text, max(0, start - 6), start)) and particle[1].lower() in known[1:-1]:
        start = particle.start(1)
    return start
