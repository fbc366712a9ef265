"""Words around an amount that decide what it is: `data/amount_cues.csv`.

Roles: change (after «вырасти» «до» names what was reached), level (what is given in per cent: «ставка»), restates («по
курсу»: the same money again), label («статья 5»: the number is a name), numbered («2 квартала»: an ordinal in digits),
begins («начало — 19 часов»: a time of day), people («3 млн проживают»: no money).
"""

from functools import cache

from svodka.knowledge import DATA, rows
from svodka.text.phrases import Phrases, inflected, normal
from svodka.text.tokens import Token

ROLES = ("change", "level", "restates", "label", "numbered", "begins", "people")


def has(role: str, form: str) -> bool:
    """Whether this word, in this form, plays the role.

    >>> has("change", "выросла"), has("label", "статьи")
    (True, True)
    """
    return (form,) in _single(role) or (normal(form),) in _single(role)


def restates(tokens: list[Token], place: int) -> int | None:
    """The place after the words that announce the same money again («или», «по курсу»), None where there are none."""
    found = _roles()["restates"].after(tokens, place)
    return found and found[1]


@cache
def _single(role: str) -> frozenset[tuple[str, ...]]:
    return frozenset(phrase for phrase, _ in _roles()[role].items() if len(phrase) == 1)


@cache
def _roles() -> dict[str, Phrases[bool]]:
    roles: dict[str, Phrases[bool]] = {role: Phrases() for role in ROLES}
    for row in rows(DATA / "amount_cues.csv", ("cue", "role")):
        if row["role"] not in roles:
            raise row.error(f"role «{row['role']}» must be one of {', '.join(ROLES)}")
        for phrase in inflected(row["cue"]):
            roles[row["role"]].add(phrase, True)
    return roles
