"""Small switches of a page, remembered across pages and kept in its link."""

from typing import NamedTuple

import pandas as pd
import streamlit as st

from svodka.views import frame, show
from svodka.views.markup import literal


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


# More names than this in a line are a list to choose from.
IN_LINE = 8
SPEAKERS = ("author", "expert", "quoted")
FIRST = (*SPEAKERS, "editorial", "interviewer")


class Voice(NamedTuple):
    """The voice a page is about."""

    id: str
    name: str
    short: str
    role: str
    rank: int
    words: int
    affiliation: str


def voice(key: str, voices: pd.DataFrame) -> Voice:
    """One of the voices of `analysis.authors.voices`, authors and experts first; with none to choose from the page ends with the reason.

    Editors and journalists are offered when a filter asks for their role.
    """
    offered = voices if st.session_state.get("filter.roles") else voices[voices["role"].isin(SPEAKERS)]
    order = offered.assign(at=offered["role"].map(FIRST.index)).sort_values(["at", "rank"], kind="stable")
    if order.empty:
        say = frame.words()
        show.headline(say("authors.title.none"))
        show.empty(say("empty.chart"), say("empty.do"))
        st.stop()
    shorts = dict(zip(order["voice_id"], order["short"], strict=True))
    if st.session_state.get(key) not in shorts:
        st.session_state[key] = next(iter(shorts))
    say, ids = frame.words(), list(shorts)
    shared = {"key": key, "persist_state": "session", "label_visibility": "collapsed"}
    if len(ids) <= IN_LINE:
        chosen = st.segmented_control(say(key), ids, format_func=lambda id_: literal(shorts[id_]), required=True, wrap=True, **shared)
    else:
        chosen = st.selectbox(say(key), ids, format_func=shorts.get, **shared)
    row = order[order["voice_id"] == chosen].iloc[0]
    affiliation = row["affiliation"] if isinstance(row["affiliation"], str) else ""
    return Voice(chosen, row["voice"], row["short"], row["role"], int(row["rank"]), int(row["words"]), affiliation)
