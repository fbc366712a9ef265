"""Small switches of a page, remembered across pages and kept in its link."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from svodka.analysis import authors, options
from svodka.exhibits.exhibit import Asked
from svodka.views import frame
from svodka.views.markup import literal

# More names than this in a line are a list to choose from.
IN_LINE = 10
SPEAKERS = ("author", "expert", "quoted")
ROLES = (*SPEAKERS, "editorial", "interviewer")
GROUP = "role:"


def choice(key: str, options: list[str], named: str = "") -> str:
    """One of a few: the first stands when none is chosen or the link asks for an unknown one.

    `key` is «page.what»; the options are called by the messages «key.option», or «named.option».
    """
    say = frame.words()
    if st.session_state.get(key) not in options:
        st.session_state[key] = options[0]
    return st.segmented_control(
        say(key),
        options,
        format_func=lambda option: say(f"{named or key}.{option}"),
        key=key,
        required=True,
        persist_state="session",
        label_visibility="collapsed",
        wrap=True,
    )


class Compared(NamedTuple):
    """The question with the roles that count, the voices it is about and those to compare them with: ids joined by commas, none for all."""

    asked: Asked
    voices: str
    against: str


def compared(page: str, asked: Asked) -> Compared:
    """Whom a page is about: one voice, one with others, or all of a role; and whom they are compared with.

    Where a filter asks for roles these count, else those switched on here: at first all that speak for themselves.
    """
    first, second = st.container(key=f"{page}-who"), st.container(key=f"{page}-with")
    also, against, roles = second.columns([0.22, 0.24, 0.54], vertical_alignment="center", gap="small")
    with roles:
        chosen = _roles(f"{page}.roles", asked)
    asked = asked._replace(selection=asked.selection._replace(roles=chosen))
    listed = _ordered(authors.voices(asked.corpus, asked.selection))
    if listed.empty:
        return Compared(asked, "", "")
    with first:
        ids = _voice(f"{page}.voice", listed)
    everyone = _ordered(authors.voices(asked.corpus, asked.selection._replace(voices=())))
    with also:
        ids = [*ids, *_also(f"{page}.also", listed[~listed["voice_id"].isin(ids)])]
    with against:
        rivals = _against(f"{page}.other", everyone[~everyone["voice_id"].isin(ids)])
    return Compared(asked, ",".join(ids), ",".join(rivals))


def _keep(key: str, value: str | list[str]) -> None:
    """Set the value of a widget again: one whose options have changed would forget it."""
    st.session_state[key] = value


def _ordered(voices: pd.DataFrame) -> pd.DataFrame:
    return voices.assign(at=voices["role"].map(ROLES.index)).sort_values(["at", "rank"], kind="stable", ignore_index=True)


def _roles(key: str, asked: Asked) -> tuple[str, ...]:
    if asked.selection.roles:
        return asked.selection.roles
    say, known = frame.words(), set(options.roles(asked.corpus)["id"])
    offered = [role for role in ROLES if role in known]
    kept = [role for role in offered if role in (st.session_state.get(key) or ())]
    _keep(key, kept or [role for role in offered if role in SPEAKERS] or offered)
    chosen = st.pills(
        say(key),
        offered,
        selection_mode="multi",
        format_func=lambda role: say(f"role.{role}"),
        key=key,
        persist_state="session",
        label_visibility="collapsed",
        wrap=True,
    )
    return tuple(role for role in offered if role in chosen)


def _groups(listed: pd.DataFrame) -> list[str]:
    """The roles of which there are several voices, and others besides them."""
    sizes = listed["role"].value_counts(sort=False)
    return [f"{GROUP}{role}" for role, size in sizes.items() if 1 < size < len(listed)]


def _members(chosen: str, listed: pd.DataFrame) -> list[str]:
    kept = listed["role"] == chosen.removeprefix(GROUP) if chosen.startswith(GROUP) else listed["voice_id"] == chosen
    return list(listed["voice_id"][kept])


def _named(listed: pd.DataFrame) -> dict[str, str]:
    """What voices and groups are called."""
    return dict(zip(listed["voice_id"], listed["short"], strict=True)) | {
        group: frame.words()(f"role.{group.removeprefix(GROUP)}") for group in _groups(listed)
    }


def _voice(key: str, listed: pd.DataFrame) -> list[str]:
    say, names = frame.words(), _named(listed)
    asked = st.session_state.get(key)
    _keep(key, asked if asked in names else next(iter(names)))
    shared = {"key": key, "persist_state": "session", "label_visibility": "collapsed"}
    if len(names) <= IN_LINE:
        chosen = st.segmented_control(
            say(key), list(names), format_func=lambda id_: literal(names[id_]), required=True, wrap=True, **shared
        )
    else:
        chosen = st.selectbox(say(key), list(names), format_func=names.get, **shared)
    return _members(chosen, listed)


def _also(key: str, listed: pd.DataFrame) -> list[str]:
    say, names = frame.words(), dict(zip(listed["voice_id"], listed["short"], strict=True))
    _keep(key, [id_ for id_ in st.session_state.get(key) or () if id_ in names])
    return st.multiselect(
        say(key),
        list(names),
        format_func=names.get,
        key=key,
        placeholder=say(key),
        persist_state="session",
        label_visibility="collapsed",
        select_all=False,
    )


def _against(key: str, listed: pd.DataFrame) -> list[str]:
    """The voices of the choice; none when all others are to be compared with."""
    say, names = frame.words(), {"": ""} | _named(listed)
    asked = st.session_state.get(key)
    _keep(key, asked if asked in names else "")
    chosen = st.selectbox(
        say(key),
        list(names),
        format_func=lambda id_: say("authors.other.one", name=names[id_]) if id_ else say("authors.other.all"),
        key=key,
        persist_state="session",
        label_visibility="collapsed",
    )
    return _members(chosen, listed) if chosen else []
