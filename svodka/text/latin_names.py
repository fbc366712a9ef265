"""Find people whose names a Russian text writes in Latin letters: «Elon Musk», «Скотт Хоровитц (Scott Horowitz)»."""

import re
from typing import NamedTuple

from svodka.text.name_context import is_title
from svodka.text.name_forms import dictionary

WORD = r"[A-ZÀ-Þ][a-zß-ÿ]+(?:['’-][A-ZÀ-Þ]?[a-zß-ÿ]+)*|(?:Mc|Mac|O['’]|el-|al-)[A-Z][a-z]+"
RUN = re.compile(rf"\b(?:{WORD})(?: (?:{WORD}|[A-Z]\.|van|von|der|de|la|bin))+")
BRACKETED = re.compile(rf" \(({WORD})((?: (?:{WORD}|[A-Z]\.|van|von|der|de|la|bin))+)\)")
SINGLE = re.compile(rf"\b(?:{WORD})\b")
LATIN = re.compile(r"[A-Z][a-z]")


class Latin(NamedTuple):
    """A person named in Latin letters: the name as it stands, the surname, the gender."""

    start: int
    stop: int
    name: str
    surname: str
    gender: str


def find(text: str) -> list[Latin]:
    """The people whose given name is known, and their bare surnames after that, left to right.

    >>> [one.name for one in find("Elon Musk промолчал. Позже Musk ответил газете Jordan Times Weekly.")]
    ['Elon Musk', 'Elon Musk']
    """
    if not LATIN.search(text):
        return []
    found = [person for run in RUN.finditer(text) if (person := _whole(text, run))]
    known = {person.surname: person for person in reversed(found)}
    taken = [(person.start, person.stop) for person in found]
    if known:
        for word in SINGLE.finditer(text):
            person = known.get(word.group())
            free = not any(start < word.end() and word.start() < stop for start, stop in taken)
            if person and free and person.start < word.start() and not _beside_latin(text, word.start(), word.end()):
                found.append(person._replace(start=word.start(), stop=word.end()))
    return sorted(found)


def spelt_again(text: str, stop: int) -> tuple[int, int] | None:
    """Where the name that ends at a place is repeated in Latin letters in brackets right behind it."""
    match = BRACKETED.match(text, stop)
    return (match.start(1), match.end(2)) if match else None


def _whole(text: str, run: re.Match[str]) -> Latin | None:
    """A given name and a surname; more capitals behind them make it something else: «Adam Smith Institute»."""
    words = run.group().split()
    gender = dictionary()["latin given"].get(words[0].lower())
    more = [word for word in words[1:] if word[0].isupper() and not word.endswith(".")]
    middle = all(word.lower() in dictionary()["latin given"] for word in more[:-1])
    if gender is None or not more or not middle or words[-1] != more[-1] or is_title(text, run.start(), run.end()):
        return None
    return Latin(run.start(), run.end(), run.group(), words[-1], gender)


def _beside_latin(text: str, start: int, stop: int) -> bool:
    """Whether a word is part of a longer name in Latin letters: «Musk Foundation»."""
    return bool(re.match(r" [A-Z]", text[stop : stop + 2]) or re.search(r"[A-Za-z&] $", text[max(0, start - 2) : start]))
