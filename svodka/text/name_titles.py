"""Put the name of an organisation or a place into the nominative: «Банком развития» → «Банк развития», «ОАО «Порт»» → «Порт»."""

import re
from functools import lru_cache
from itertools import pairwise

from svodka.text import name_forms
from svodka.text.grammemes import is_known
from svodka.text.morphology import analyzer
from svodka.text.noun_phrases import ADJECTIVES, adjective_cases, adjective_nominative
from svodka.text.roles import role
from svodka.text.tokens import tokenize

QUOTED = re.compile(r"(?P<before>[^«»\"“”„]*)[«\"“„](?P<title>.+?)[»\"“”]*$", re.DOTALL)
MARKS = re.compile(r"[«»\"“”„]")
DECLINED = re.compile(r"([А-ЯЁ]{2,})-?(?:[ауе]|ом|ой)$")  # «МИДа», «НАТО-ой»
SECOND = {"loc2": "loct", "gen2": "gent", "acc2": "accs", "gen1": "gent", "loc1": "loct"}
NAMED = frozenset({"Geox", "Orgn", "Abbr"})


@lru_cache(maxsize=100_000)
def readings(written: str, cases: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The nominatives a name may stand for, the likeliest first; `cases` are those that the word before asks for.

    What stands in quotation marks behind a noun is the name and is not declined: «холдинга «Алтын Групп»».

    >>> readings("Азиатским банком развития"), readings("холдинга «Северная верфь»"), readings("МИДа")
    (('Азиатский банк развития',), ('Северная верфь',), ('МИД',))
    """
    quoted = QUOTED.match(written)
    if quoted and quoted["before"].strip():
        return (_clean(quoted["title"]),)
    bare = _clean(written)
    tokens = tokenize(bare)
    head = 0
    while head + 1 < len(tokens) and adjective_cases(tokens[head].form) and tokens[head + 1].kind == "word":
        head += 1
    abbreviation = DECLINED.match(tokens[head].form) if tokens else None
    if abbreviation:
        return (bare[: tokens[head].start] + abbreviation[1] + bare[tokens[head].stop :],)
    if not tokens or tokens[head].form[-1].isupper() or tokens[head].form[0].isascii():
        return (bare,)
    before = [token.form for token in tokens[:head]]
    gaps = [bare[one.stop : other.start] for one, other in pairwise(tokens[: head + 1])]
    found = []
    for noun, case, gender, number in _nouns(tokens[head].form, cases):
        if any(case not in adjective_cases(form) for form in before):
            continue
        adjectives = [
            _like(form, adjective_nominative(form.lower(), case, gender, number)) + gap for form, gap in zip(before, gaps, strict=True)
        ]
        found.append("".join(adjectives) + noun + bare[tokens[head].stop :])
    return tuple(dict.fromkeys(found)) or (bare,)


def _clean(title: str) -> str:
    return " ".join(MARKS.sub("", title).split())


@lru_cache(maxsize=100_000)
def _nouns(form: str, cases: tuple[str, ...]) -> list[tuple[str, str, str, str]]:
    """(nominative, case, gender, number) of a noun or an adjective that stands for one: singulars, asked cases, names first."""
    institution = role(form)
    found = []
    for place, parse in enumerate(analyzer().parse(form)):
        tag = parse.tag
        nominative = parse.inflect({"nomn"}) if tag.case and tag.POS in {"NOUN", *ADJECTIVES} else None
        if nominative:
            case = SECOND.get(tag.case, str(tag.case))
            body = institution is not None and nominative.word == institution.word  # «Банка» is банк, not банка
            name = NAMED.isdisjoint(tag.grammemes) != form[0].isupper()  # «Северному порту» is no Порту
            strange = not is_known(form)
            plural = tag.number == "plur" and "Pltm" not in tag and (strange or "Geox" not in tag)  # but «Филиппины»
            guess = strange and "Fixd" in tag
            short = strange * len(nominative.word)  # «в Ньюпорте»: rather Ньюпорт than Ньюпорта
            order = (not body, plural, bool(cases) and case not in cases, guess, not name, short, place)
            found.append((order, (_like(form, nominative.word), case, str(tag.gender or "masc"), str(tag.number))))
    nouns = [reading for _, reading in sorted(found)]
    if cases and not is_known(form) and not any(case in cases for _, case, _, _ in nouns):
        return _strange(form, cases) + nouns
    return nouns


def _strange(form: str, cases: tuple[str, ...]) -> list[tuple[str, str, str, str]]:
    """An unknown word in one of the asked cases, declined as names of people are: «из Уппсалы»."""
    ways = [way for way in name_forms.readings(form, "surname") if way.case in cases]
    ways.sort(key=lambda way: (-way.weight, way.nominative))
    return [(_like(form, way.nominative.lower()), way.case, "femn" if way.gender == "f" else "masc", "sing") for way in ways]


def _like(form: str, word: str) -> str:
    """The word with the capitals of the form it came from, and its «е»: «ВымпелКома» → «ВымпелКом»."""
    same = 0
    while same < min(len(form), len(word)) and form[same].lower() in (word[same], word[same].replace("ё", "е")):
        same += 1
    return form[:same] + word[same:]
