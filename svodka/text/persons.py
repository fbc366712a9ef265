"""Find people named in a text and give each its canonical name, «Имя Фамилия» in the nominative."""

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import NamedTuple

from svodka.text import name_forms
from svodka.text.speech_cues import is_speech_verb
from svodka.text.grammemes import readings as grammemes
from svodka.text.morphology import analyzer
from svodka.text.roles import is_role, role_cases

PARTICLES = "фон|дер|де|ван|бен|бин|ибн|аль|эль|да|ди|дель|ле|ла|оглы|оглу|кызы|гызы|улы|уулу|заде"
WORD = r"(?:[дО]['’])?[А-ЯЁ][а-яё]+(?:[-‑](?:[А-ЯЁ]?[а-яё]+))*|[А-ЯЁ]{2,}(?:[-‑][А-ЯЁ]{2,})*|(?:аль|эль|ан|ас|аш)-[А-ЯЁ][а-яё]+"
INITIALS = r"[А-ЯЁ][а-я]?\.(?:[-‑ \u00a0]?[А-ЯЁ]\.)*"
RUN = re.compile(rf"\b(?:{INITIALS}|{WORD})(?:(?:[ \u00a0]|(?<=\.))(?:{INITIALS}|{WORD}|(?:{PARTICLES})\b))*")
PART = re.compile(rf"{INITIALS}|{WORD}|[а-яё]+")
PREPOSITIONS = {
    "с": ("ablt", "gent"), "со": ("ablt", "gent"), "у": ("gent",), "от": ("gent",), "для": ("gent",), "из": ("gent",), "до": ("gent",),
    "без": ("gent",), "против": ("gent",), "кроме": ("gent",), "после": ("gent",), "к": ("datv",), "ко": ("datv",), "о": ("loct",),
    "об": ("loct",), "обо": ("loct",), "при": ("loct",), "в": ("loct", "accs"), "на": ("accs", "loct"), "за": ("accs", "ablt"),
    "над": ("ablt",), "под": ("ablt",), "перед": ("ablt",), "между": ("ablt",), "про": ("accs",), "через": ("accs",), "по": ("datv", "loct"),
    "согласно": ("datv",), "благодаря": ("datv",), "вопреки": ("datv",),
}  # fmt: skip
ADJECTIVAL = ("ский", "ская", "ской", "ского", "скому", "скую", "ским", "ском", "ское", "ские", "ских", "скими")
FAMILIAL = ("ов", "ев", "ёв", "ин", "ова", "ева", "ёва", "ина", "ову", "еву", "ину", "овым", "евым", "иным", "овой", "евой", "иной")
BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)[ \u00a0]$")


NEIGHBOURS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\s\w]")
AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")


class Person(NamedTuple):
    """A person named at a place; `surname` says how the text may name them again; subject: the form can be a nominative."""

    start: int
    stop: int
    name: str
    surname: str
    gender: str
    subject: bool


class _Found(NamedTuple):
    """A stretch read as a name: its parts by slot, and the cases that its surroundings allow."""

    start: int
    stop: int
    parts: tuple[tuple[str, str], ...]
    cases: tuple[str, ...]


class _Reading(NamedTuple):
    name: str
    surname: str
    case: str
    gender: str
    score: float


@lru_cache(maxsize=200_000)
def _traits(word: str) -> frozenset[str]:
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


def _can_follow(word: str, place: bool = False) -> bool:
    """Whether a capitalised word behind a given name may be the surname: «Эммануэль Макрон», not «Марк Также»; a place only if allowed."""
    traits = _traits(word)
    if word.isupper() and len(word) < 4:
        return False
    if traits & {"surname", "family", "given"}:
        return "role" not in traits
    return not traits & {"function", "role"} and (place or "place" not in traits)


def _slots(words: list[str], index: int, opening: bool, role: bool) -> tuple[tuple[str, str], ...]:
    """How the words from index on spell a name: (slot, word) for each taken; empty when they do not.

    opening: the first word's capital may be that of a sentence; role: a word like «министр» stands before.
    """
    word = words[index]
    following = words[index + 1 : index + 4]
    if word.endswith("."):
        if following and not following[0].endswith(".") and _can_follow(following[0]) and not following[0].isupper():
            return ("initials", word), ("surname", following[0])
        return ()
    traits = _traits(word)
    if not following:
        return ()
    first = following[0]
    if traits >= {"given", "place"} and first[0].isupper() and name_forms.is_given(first):
        return ()  # премьер-министр Израиля Биньямин Нетаньяху
    if "given" in traits and not ("role" in traits and not opening):
        if not first.endswith(".") and name_forms.is_patronymic(first):
            tail = (("surname", following[1]),) if len(following) > 1 and not following[1].endswith(".") and _can_follow(following[1]) else ()
            return ("given", word), ("patronymic", first), *tail
        if first[0].islower():
            return _with_particles(words, index)
        if len(following) > 1 and first[0].isupper() and name_forms.is_given(first) and following[1][0].isupper():
            if "surname" not in _traits(first) and not following[1].endswith(".") and _can_follow(following[1]) and "." not in first:
                return ("given", word), ("given", first), ("surname", following[1])
        if "family" in traits and "surname" not in _traits(first) and not name_forms.is_given(first):
            return ("family", word), ("given", first)
        if not first.endswith(".") and _can_follow(first, place="common" not in traits):  # Ольга Рейн, but «Слава Украине»
            return ("given", word), ("surname", first)
    if "family" in traits and not (opening and "function" in traits) and first[0].isupper() and not first.endswith("."):
        if not _traits(first) & {"common", "place", "role"} or name_forms.is_given(first):
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
    if strange and "surname" in _traits(first) and not _traits(first) & {"place", "function", "role"} and not first.isupper():
        return ("given", word), ("surname", first)
    if role and not word.isupper() and not first.isupper() and _can_follow(first):
        if strange or ("common" not in traits and "place" not in traits):
            return ("given", word), ("surname", first)
    return ()


def _with_particles(words: list[str], index: int) -> tuple[tuple[str, str], ...]:
    """«Урсула фон дер Ляйен»: given name, particles, surname."""
    stop = index + 1
    while stop < len(words) and words[stop][0].islower():
        stop += 1
    if stop < len(words) and not words[stop].endswith("."):
        return ("given", words[index]), *(("particle", word) for word in words[index + 1 : stop]), ("surname", words[stop])
    return ()


def _cases(text: str, start: int) -> tuple[tuple[str, ...], bool]:
    """The cases that the word before a name asks for, and whether that word is a role («министром» → ablt, True)."""
    before = BEFORE.search(text, max(0, start - 40), start)
    if before is None:
        return (), False
    word = before.group(1).lower()
    if word in PREPOSITIONS:
        return PREPOSITIONS[word], False
    cases = role_cases(word)
    return cases, bool(cases)


def _role_before(text: str, start: int) -> tuple[str, ...]:
    """The cases of a role a few words before, with no sign between: «премьер-министра Японии Санаэ»."""
    words = NEIGHBOURS.findall(text, max(0, start - 90), start)[-7:]
    for word in reversed(words):
        if not word[0].isalpha() and word not in "«»\"+&":
            return ()
        if is_role(word):
            return role_cases(word)
    return ()


def _speaks(text: str, start: int, stop: int) -> bool:
    """Whether a verb of speech stands right before or right behind a stretch."""
    before = BEFORE.search(text, max(0, start - 40), start)
    after = AFTER.match(text, stop)
    return bool(before and is_speech_verb(before.group(1))) or bool(after and is_speech_verb(after.group(1)))


def _read(found: _Found) -> list[_Reading]:
    """The ways to put a name into the nominative, all parts in one case and gender, the likeliest first."""
    readings = []
    for case in name_forms.CASES:
        for gender in ("m", "f"):
            words, score = [], 0.0
            for slot, word in found.parts:
                if slot in ("initials", "particle"):
                    words.append((slot, word))
                    continue
                kind = "given" if slot == "family" else slot
                forms = [form for form in name_forms.readings(word, kind) if form.case == case and form.gender in (gender, "mf")]
                if slot == "family" or (slot == "given" and not forms):
                    forms = forms or [name_forms.NameForm(name_forms.titled(word), case, gender, -0.8)]
                if not forms:
                    break
                best = max(forms, key=lambda form: (form.weight, form.nominative))
                words.append((slot, name_forms.titled(word) if slot == "family" else best.nominative))
                score += best.weight
            else:
                if found.cases:
                    score += 1.5 if case in found.cases else -1.5
                elif case == "nomn":
                    score += 0.5
                score += 0.05 if gender == "m" else 0.0
                readings.append(_assembled(words, case, gender, score))
    if not readings:
        readings.append(_assembled([(slot, name_forms.titled(word)) for slot, word in found.parts], "nomn", "m", 0.0))
    return sorted(readings, key=lambda reading: (-reading.score, reading.name))


def _assembled(words: list[tuple[str, str]], case: str, gender: str, score: float) -> _Reading:
    """The canonical order: given name, particles, surname; a patronymic is left out where a surname is known."""
    by_slot = defaultdict(list)
    for slot, word in words:
        by_slot[slot].append(word)
    surname = " ".join(by_slot["particle"] + by_slot["surname"])
    if by_slot["family"]:
        return _Reading(" ".join(by_slot["family"] + by_slot["given"]), by_slot["family"][0], case, gender, score)
    given = by_slot["given"] or by_slot["initials"]
    rest = [surname] if surname else by_slot["patronymic"]
    return _Reading(" ".join(given + rest), surname, case, gender, score)


def find(text: str) -> list[Person]:
    """The people named, left to right; a surname alone, a name with patronymic, initials get the full name the text gives elsewhere.

    >>> [person.name for person in find("О визите говорили с Орханом Йолчуевым. Йолчуева спросили о ценах.")]
    ['Орхан Йолчуев', 'Орхан Йолчуев']
    """
    named, alone = _candidates(text)
    votes: Counter[str] = Counter()
    read = [(found, _read(found)) for found in named]
    for _, readings in read:
        for name in {reading.name for reading in readings}:
            votes[name] += max(2.0 ** (2 * reading.score) for reading in readings if reading.name == name)
    people = [_chosen(found, readings, votes) for found, readings in read]
    return sorted(_resolved(people, alone, text))


def _chosen(found: _Found, readings: list[_Reading], votes: Counter[str]) -> tuple[_Found, _Reading, bool]:
    """The reading that the whole text speaks for among those not much worse than the best one here."""
    near = [reading for reading in readings if reading.score > readings[0].score - 1.6]
    best = max(near, key=lambda reading: (votes[reading.name], reading.score, reading.name))
    subject = any(reading.case == "nomn" and reading.name == best.name and reading.score > readings[0].score - 2.2 for reading in near)
    return found, best, subject


def _candidates(text: str) -> tuple[list[_Found], list[_Found]]:
    """Stretches read as whole names, and single words that may be a surname or a given name."""
    named, alone = [], []
    for run in RUN.finditer(text):
        parts = [(match.group(), run.start() + match.start(), run.start() + match.end()) for match in PART.finditer(run.group())]
        words = [word for word, _, _ in parts]
        index = 0
        while index < len(words):
            start = parts[index][1]
            opening = index == 0 and (start == 0 or text[start - 1] == "\n" or text[max(0, start - 2) : start].strip(" \u00a0—–-«\"“(") in ("", ".", "!", "?", "…"))
            slots: tuple[tuple[str, str], ...] = ()
            cases: tuple[str, ...] = ()
            if len(words) > index + 1 and not (words[index][0].islower() and "-" not in words[index]):
                cases, role = _cases(text, start)
                if not cases and not opening:
                    cases = _role_before(text, start)
                    role = bool(cases)
                role = role or ("unknown" in _traits(words[index]) and _speaks(text, start, parts[index + 1][2]))
                slots = _slots(words, index, opening, role)
            if slots:
                stop = parts[index + len(slots) - 1][2]
                if not _is_title(text, start, stop):
                    named.append(_Found(start, stop, slots, cases))
                index += len(slots)
                continue
            traits = _traits(words[index]) if not words[index].endswith(".") and words[index][0].isupper() else None
            if traits is not None and not traits & {"function", "role"} and not (words[index].isupper() and len(words[index]) < 4) and not _is_title(text, start, parts[index][2]):
                alone.append(_Found(start, parts[index][2], (("surname", words[index]),), ("nomn",) if opening else ()))
            index += 1
    return named, alone


def _is_title(text: str, start: int, stop: int) -> bool:
    """Whether the words fill a pair of quotation marks, as the name of a ship or a shop does."""
    return start > 0 and text[start - 1] in '«"“„' and text[stop : stop + 1] in ("»", '"', "”", "“")


def _resolved(people: list[tuple[_Found, _Reading, bool]], alone: list[_Found], text: str) -> list[Person]:
    """Full names as read, and every shorter mention under the full name it stands for."""
    by_surname: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    by_given: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for found, reading, _ in people:
        slots = dict(found.parts)
        if "given" in slots and reading.surname:
            by_surname[reading.surname.lower()].append((found.start, reading.name, reading.gender))
            given = reading.name.split()[0]
            by_given[given.lower()].append((found.start, reading.name, reading.gender))
    result = []
    for found, reading, subject in people:
        slots = dict(found.parts)
        name, gender = reading.name, reading.gender
        if "initials" in slots:
            same = [entry for entry in by_surname[reading.surname.lower()] if entry[1][0] == slots["initials"][0]]
            name, gender = _nearest(same, found.start) or (name, gender)
        elif not reading.surname:
            name, gender = _nearest(by_given[reading.name.split()[0].lower()], found.start) or (name, gender)
        result.append(Person(found.start, found.stop, name, reading.surname, gender, subject))
    for found in alone:
        single = _single(found, by_surname, by_given, text)
        if single:
            result.append(single)
    return result


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


@lru_cache(maxsize=200_000)
def _is_plain_surname(word: str) -> bool:
    """Whether a word alone can only be a surname: «Лужкова», not «Транскаспийского»."""
    traits = _traits(word)
    sure = word.endswith(FAMILIAL) and any("Surn" in tag for tag in grammemes(word.lower()))  # Путин, though «путин» is a form of путина
    return "surname" in traits and not word.isupper() and not traits & {"function", "place", "role"} and ("common" not in traits or sure)


def _single(found: _Found, by_surname: dict, by_given: dict, text: str) -> Person | None:
    """One word as a person: the surname or given name of someone fully named, or a surname nobody could take for anything else."""
    word = found.parts[0][1]
    for (slot, nominatives), entries in zip(_nominatives(word), (by_surname, by_given), strict=True):
        if nominatives.isdisjoint(entries):
            continue
        cases = found.cases or _cases(text, found.start)[0]
        forms = sorted(name_forms.readings(word, slot), key=lambda form: (form.case not in cases, -form.weight, form.nominative))
        for form in forms:
            fitting = [entry for entry in entries.get(form.nominative.lower(), ()) if form.gender in (entry[2], "mf")]
            resolved = _nearest(fitting, found.start)
            if resolved:
                subject = any(other.case == "nomn" and other.nominative == form.nominative for other in forms)
                return Person(found.start, found.stop, resolved[0], form.nominative, resolved[1], subject and (not cases or "nomn" in cases))
    if not _is_plain_surname(word):
        return None
    found = found._replace(cases=found.cases or _cases(text, found.start)[0])
    if ("given" in _traits(word) and "nomn" in found.cases) or (word.endswith(ADJECTIVAL) and not (found.cases or analyzer().word_is_known(word.lower()))):
        return None
    best, *others = _read(found)
    subject = any(reading.case == "nomn" and reading.name == best.name for reading in (best, *others)) and (not found.cases or "nomn" in found.cases)
    return Person(found.start, found.stop, best.name, best.name, best.gender, subject)
