"""The voices that an exhibit is about, or those that they are compared with: one voice, co-authors, all experts."""

from typing import NamedTuple

import pandas as pd

from svodka.analysis import authors
from svodka.exhibits.exhibit import Asked
from svodka.exhibits.naming import first
from svodka.wording import capital

# Names in a title and below it; of more voices the rest is a number.
NAMES, FULL_NAMES = 2, 4


class Group(NamedTuple):
    """One voice or several that are looked at together.

    `name` for titles («Ким, Цой и ещё 2», «Эксперты» when these are all of them), `inline` for the middle of a sentence, `full` with
    who they are; `words` they say in the selection; a single voice has its colour.
    """

    ids: tuple[str, ...]
    name: str
    inline: str
    full: str
    words: int
    colour: str


def group(asked: Asked, voices: str) -> Group:
    """The voices with these ids, joined by commas; those that say nothing in the selection add nothing to it."""
    return _group(asked, tuple(voices.split(",")), _listed(asked))


def others(asked: Asked, voices: str, against: str) -> Group:
    """The voices to compare with: the given ones, else all other selected ones, else all other."""
    if against:
        return group(asked, against)
    listed, own = _listed(asked), voices.split(",")
    kept = [voice for voice in asked.selection.voices if voice not in own]
    ids = tuple(kept or (voice for voice in listed["voice_id"] if voice not in own))
    name = asked.words("authors.rest")
    return _group(asked, ids, listed)._replace(name=capital(name), inline=name, full=capital(name), colour=asked.style.neutral)


def heard(asked: Asked, who: Group) -> Asked:
    """The same question about these voices alone."""
    return asked._replace(selection=asked.selection._replace(voices=who.ids))


def _listed(asked: Asked) -> pd.DataFrame:
    """All voices of the roles asked for: a comparison may reach beyond the chosen ones."""
    return authors.voices(asked.corpus, asked.selection._replace(voices=()))


def _group(asked: Asked, ids: tuple[str, ...], listed: pd.DataFrame) -> Group:
    rows = listed[listed["voice_id"].isin(ids)]
    colour = asked.style.voice(int(rows["rank"].iloc[0])) if len(ids) == 1 and len(rows) else asked.style.accent
    name = _name(asked, rows, listed)
    return Group(ids, capital(name), name, _full(asked, rows), int(rows["words"].sum()), colour)


def _name(asked: Asked, rows: pd.DataFrame, listed: pd.DataFrame) -> str:
    words, shorts = asked.words, list(rows["short"])
    roles = set(rows["role"])
    if len(rows) > 1 and len(roles) == 1 and len(rows) == (listed["role"] == next(iter(roles))).sum():
        return words(f"role.{roles.pop()}")
    return first(shorts, words, NAMES) or words("authors.nobody")


def _full(asked: Asked, rows: pd.DataFrame) -> str:
    """«Анна Ким, экономист»; of several only the names."""
    if len(rows) != 1:
        return first(list(rows["voice"]), asked.words, FULL_NAMES) or asked.words("authors.nobody")
    row = rows.iloc[0]
    who = row["affiliation"] if isinstance(row["affiliation"], str) else asked.words(f"role.{row['role']}.one")
    return f"{row['voice']}, {who}"
