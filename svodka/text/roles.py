"""Words that introduce a speaker («политолог», «министр», «агентство»): known in every form, with case and number."""

from functools import cache, lru_cache
from typing import NamedTuple

from svodka.knowledge import DATA, rows
from svodka.text.morphology import analyzer

SUGGESTIONS = ("expert", "official", "journalist", "institution", "group", "medium")


class Role(NamedTuple):
    """A role word in one of its forms; suggests says whom it introduces."""

    word: str
    suggests: str
    cases: tuple[str, ...]
    plural: bool


@cache
def _roles() -> dict[str, str]:
    """Role word in lower case → whom it introduces, from `data/roles.csv`."""
    found = {}
    for row in rows(DATA / "roles.csv", ("word", "suggests")):
        if row["suggests"] not in SUGGESTIONS:
            raise row.error(f"suggests is one of {', '.join(SUGGESTIONS)}")
        found[row["word"].lower()] = row["suggests"]
    return found


@lru_cache(maxsize=200_000)
def role(form: str) -> Role | None:
    """The role that a word form stands for, or None.

    >>> role("директором")
    Role(word='директор', suggests='official', cases=('ablt',), plural=False)
    """
    lowered = form.lower()
    roles = _roles()
    single: list[str] = []
    plural: list[str] = []
    word = ""
    parses = analyzer().parse(lowered)
    animate = any("anim" in parse.tag and parse.normal_form in roles for parse in parses)  # посол is no salting
    for parse in parses:
        if animate and "inan" in parse.tag:
            continue
        if parse.tag.POS != "NOUN" or (parse.normal_form not in roles and lowered not in roles):
            continue
        if any(tag in parse.tag for tag in ("Surn", "Name", "Geox")):
            continue
        word = parse.normal_form if parse.normal_form in roles else lowered
        (plural if parse.tag.number == "plur" else single).append(str(parse.tag.case))
    first = parses[0]
    if not word or (first.normal_form not in roles and lowered not in roles and "NOUN" in first.tag):  # «политике» is политика first
        return None
    suggests = roles[lowered] if lowered in roles else roles[word]
    if plural and roles[word] in ("expert", "official", "journalist") and not single and lowered in roles:
        suggests = roles[lowered]
    cases = tuple(dict.fromkeys(single or plural))
    return Role(word, suggests, cases, not single)


@lru_cache(maxsize=200_000)
def is_role(form: str) -> bool:
    """Whether the word names what a person is: «политологом», not «агентством»."""
    found = role(form)
    return found is not None and found.suggests in ("expert", "official", "journalist", "group")


@lru_cache(maxsize=200_000)
def role_cases(form: str) -> tuple[str, ...]:
    """The cases in which a person's role stands, so that the name behind it must agree; none for other words."""
    found = role(form)
    return found.cases if found and is_role(form) else ()
