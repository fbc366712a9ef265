"""Which nominatives a part of a personal name may stand for: «Каримовым» is Каримов, masculine, instrumental."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from svodka.knowledge import DATA, rows
from svodka.text.morphology import analyzer

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
CONSONANT = "[бвгджзклмнпрстфхцчшщ]$"
KNOWN = 1.0
ARTICLE = re.compile(r"^(?:Аль|Эль|Ан|Ас|Аш)-(?=[А-ЯЁ])")
OBLIQUE = re.compile("(?:[оыие]м|ого|[оы]й)$")  # a nominative that looks so is an instrumental misread


class NameForm(NamedTuple):
    """One way to read a part of a name; gender is m, f or mf (either); the heavier the likelier."""

    nominative: str
    case: str
    gender: str
    weight: float


class Paradigm(NamedTuple):
    """How names with such a stem decline: six endings, spelling variants of one separated by «/»."""

    gender: str
    stem: re.Pattern[str]
    endings: tuple[str, ...]
    weight: float


def _paradigm(gender: str, stem: str, endings: str, weight: float) -> Paradigm:
    """Endings in the order of CASES; a single one is an indeclinable name."""
    listed = endings.split() * (6 if " " not in endings else 1)
    return Paradigm(gender, re.compile(stem), tuple(ending.strip("-") for ending in listed), weight)


# Каримов, Каримова; Маковский, Маковская; Шольц, Мерц; Чубай, Шевель; Кисида, Данелия; Петренко, Абэ, Мюллер (она)
SURNAMES = (
    _paradigm("m", "(?:[её]в|ов|ин|ын)$", "- а у а ым е", 0.0),
    _paradigm("f", "(?:[её]в|ов|ин|ын)$", "а ой ой у ой ой", -0.3),
    _paradigm("m", "[сц]к$", "ий ого ому ого им ом", 0.0),
    _paradigm("f", "[сц]к$", "ая ой ой ую ой ой", -0.3),
    _paradigm("m", CONSONANT, "- а у а ом/ем е", -0.4),
    _paradigm("m", "[аеёиоуюя]$", "й я ю я ем е", -0.6),
    _paradigm("m", CONSONANT, "ь я ю я ем е", -0.7),
    _paradigm("mf", CONSONANT, "а ы/и е у ой/ей е", -0.9),
    _paradigm("mf", "(?!и)[а-яё]$", "я и е ю ей е", -1.1),
    _paradigm("mf", "и$", "я и и ю ей и", -1.0),
    _paradigm("mf", "(?:ко|швили|дзе|заде|[лнср]и|лы|оглы|оглу|[ыи]х|аго|ово)$", "-", 0.0),
    _paradigm("mf", "[оэиюё]$", "-", -0.5),
    _paradigm("mf", "[еу]$", "-", -1.0),
    _paradigm("mf", "ы$", "-", -1.4),
    _paradigm("mf", "[аеёиоуыэюя][ая]$", "-", -0.9),
    _paradigm("f", "(?:[бвгджзклмнпрстфхцчшщ][ьй]?|й)$", "-", -0.5),
)
# Рустам, Матвей, Эмиль; Ирина, Мария; Мустафа; Нигяр, Таро, Айгуль
GIVEN = (
    _paradigm("m", CONSONANT, "- а у а ом/ем е", 0.0),
    _paradigm("m", "[аеёиоуюя]$", "й я ю я ем е", -0.1),
    _paradigm("m", CONSONANT, "ь я ю я ем е", -0.4),
    _paradigm("f", CONSONANT, "а ы/и е у ой/ей е", -0.3),
    _paradigm("f", "(?!и)[а-яё]$", "я и е ю ей е", -0.4),
    _paradigm("f", "и$", "я и и ю ей и", -0.3),
    _paradigm("m", CONSONANT, "а ы/и е у ой/ей е", -1.2),
    _paradigm("mf", "[оеэиыуюёа]$", "-", -0.6),
    _paradigm("f", CONSONANT, "-", -1.3),
    _paradigm("f", "ь$", "-", -1.1),
    _paradigm("f", CONSONANT, "ь и и ь ью и", -1.1),
)
PATRONYMICS = (
    _paradigm("m", "[ое]вич$|ьич$|мич$|кич$", "- а у а ем е", 0.0),
    _paradigm("f", "[ое]вн$|ичн$", "а ы е у ой е", 0.0),
)
PARADIGMS = {"given": GIVEN, "surname": SURNAMES, "patronymic": PATRONYMICS}
TAGS = {"given": "Name", "surname": "Surn", "patronymic": "Patr"}


@cache
def dictionary() -> dict[str, dict[str, str]]:
    """The names the morphological dictionary lacks: kind → name in lower case → gender."""
    kinds: dict[str, dict[str, str]] = {"given": {}, "family first": {}, "latin given": {}}
    for row in rows(DATA / "personal_names.csv", ("name", "kind", "gender")):
        if row["kind"] not in kinds or row["gender"] not in ("m", "f", "mf"):
            raise row.error(f"kind is one of {', '.join(kinds)}, gender is m, f or mf")
        kinds[row["kind"]][row["name"].lower()] = row["gender"]
    return kinds


def titled(name: str) -> str:
    """A name with capitals where names have them: «КАРИМОВ» and «каримов» are Каримов, «анна-мария» is Анна-Мария,
    «АЛЬ-НАХАЯН» is аль-Нахаян.
    """
    capital = re.sub(r"(?<![^\W\d_])(?:[^\W\d_](?=[^\W\d_]|$)|о(?=['’]))", lambda letter: letter.group().upper(), name.lower())
    return ARTICLE.sub(lambda article: article.group().lower(), capital)


def _declined(word: str, paradigm: Paradigm) -> list[tuple[str, str]]:
    """(nominative, case) for every ending of the paradigm that the word may end in."""
    found = []
    for case, endings in zip(CASES, paradigm.endings, strict=True):
        for ending in endings.split("/"):
            stem = word[: len(word) - len(ending)]
            if word.endswith(ending) and len(stem) > 1 and paradigm.stem.search(stem):
                found.append((stem + paradigm.endings[0], case))
    return found


def _listed(word: str, slot: str) -> dict[tuple[str, str, str], float]:
    """What the dictionary itself says the word is in this slot."""
    found: dict[tuple[str, str, str], float] = {}
    parses = analyzer().parse(word)
    for parse in parses:
        tag = parse.tag
        if not parse.is_known or TAGS[slot] not in tag or tag.number == "plur" or tag.case not in CASES:
            continue
        nominative = parse.inflect({"nomn", "sing"} | ({tag.gender} if tag.gender in ("masc", "femn") else set()))
        gender = {"masc": "m", "femn": "f"}.get(tag.gender, "mf") if "ms-f" not in tag else "mf"
        key = (nominative.word if nominative else parse.normal_form, tag.case, gender)
        rarity = 0.4 * (1 - parse.score / parses[0].score) + 0.3 * ("Fixd" in tag)  # Пётр before Петра, Анна before Анне
        found[key] = max(found.get(key, 0.0), KNOWN - rarity)
    return found


@lru_cache(maxsize=200_000)
def readings(word: str, slot: str) -> tuple[NameForm, ...]:
    """The readings of one word as a given name, a surname or a patronymic; of a hyphenated one only the last part declines.

    >>> max(readings("Рустамом", "given"), key=lambda form: form.weight)
    NameForm(nominative='Рустам', case='ablt', gender='m', weight=1.0)
    """
    lowered = word.lower()
    head, hyphen, last = lowered.rpartition("-")
    weights = _listed(lowered, slot)
    known = dictionary()["given"] if slot == "given" else {}
    for paradigm in PARADIGMS[slot]:
        for nominative, case in _declined(last, paradigm):
            whole = head + hyphen + nominative
            weight, gender = paradigm.weight, paradigm.gender
            if whole in known and (known[whole] == gender or "mf" in (known[whole], gender)):
                weight, gender = weight + KNOWN, known[whole] if gender == "mf" else gender
            elif OBLIQUE.search(whole):
                weight -= 0.6
            key = (whole, case, gender)
            weights[key] = max(weights.get(key, -9.0), weight)
    if slot == "surname" and hyphen:
        weights |= _both_parts(head, last)
    return tuple(NameForm(titled(name), case, gender, weight) for (name, case, gender), weight in weights.items())


def _both_parts(head: str, last: str) -> dict[tuple[str, str, str], float]:
    """A double surname declines twice: «Салтыковым-Щедриным»."""
    found = {}
    for first in readings(head, "surname"):
        for second in readings(last, "surname"):
            if first.case == second.case and first.gender == second.gender:
                key = (f"{first.nominative}-{second.nominative}".lower(), first.case, first.gender)
                found[key] = (first.weight + second.weight) / 2 + 0.1
    return found


@lru_cache(maxsize=200_000)
def is_given(word: str) -> bool:
    """Whether the word is a given name in some case, by the dictionary or by `data/personal_names.csv`.

    >>> is_given("Ириной"), is_given("Анне-Марии"), is_given("Токио")
    (True, True, False)
    """
    known = dictionary()["given"]
    if _listed(word.lower(), "given"):
        return True
    if any(form.weight >= -0.3 and form.nominative.lower() in known for form in readings(word, "given")):
        return True
    head, hyphen, last = word.rpartition("-")
    return bool(hyphen) and len(last) > 2 and is_given(head) and is_given(last)


@lru_cache(maxsize=200_000)
def is_patronymic(word: str) -> bool:
    """Whether the word is a patronymic in some case.

    >>> is_patronymic("Сергеевичем"), is_patronymic("Москвич")
    (True, False)
    """
    lowered = word.lower()
    if _listed(lowered, "patronymic"):
        return True
    listed_surname = bool(_listed(lowered, "surname"))
    return not listed_surname and any(parse.tag.case in CASES and "Patr" in parse.tag for parse in analyzer().parse(lowered)[:2])
