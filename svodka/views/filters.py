"""The filters shared by all pages: one button that opens them, a chip for each that is set, one click to clear."""

from collections.abc import Mapping

import streamlit as st

from svodka.analysis.selection import Selection
from svodka.charts.style import shortened
from svodka.exhibits import filters as offered
from svodka.exhibits.filters import KINDS
from svodka.frames.store import Corpus
from svodka.views import frame, parts
from svodka.views.markup import literal


def selection() -> Selection:
    """What the filters keep, as the analysis understands it."""
    return Selection(**{kind: tuple(st.session_state.get(f"filter.{kind}") or ()) for kind in KINDS})


def bar(corpus: Corpus) -> None:
    """The row above every page: the button with the filters behind it, the chips, «clear all»."""
    say = frame.words()
    labels = offered.labels(corpus, say.language)
    dropped = [value for kind in KINDS for value in _drop_unknown(kind, labels[kind])]
    chosen = [(kind, value) for kind in KINDS for value in st.session_state.get(f"filter.{kind}") or ()]
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="filters"):
        with st.popover(say("filters.button", n=len(chosen)) if chosen else say("filters.title"), icon=":material/filter_alt:"):
            st.caption(say("filters.hint"))
            sides = st.columns(2)
            for number, kind in enumerate(KINDS):
                sides[number % 2].multiselect(
                    say(f"filters.{kind}"),
                    list(labels[kind]),
                    format_func=labels[kind].get,
                    key=f"filter.{kind}",
                    placeholder=say(f"filters.{kind}.all"),
                    select_all=False,
                )
        for kind, value in chosen:
            st.button(
                literal(f"{say(f'filters.{kind}.one')}: {shortened(labels[kind][value], 28)}"),
                key=f"chip.{kind}.{value}",
                icon=":material/close:",
                icon_position="right",
                on_click=_remove,
                args=(kind, value),
                help=say("filters.remove"),
            )
        if len(chosen) > 1:
            st.button(say("filters.clear"), key="filters.clear", type="tertiary", on_click=_clear)
    if dropped:
        parts.note(say("filters.dropped", values=", ".join(dropped)))


def _drop_unknown(kind: str, known: Mapping[str, str]) -> list[str]:
    """Forget what an old or mistyped link asks for and this corpus does not have."""
    key = f"filter.{kind}"
    asked = st.session_state.get(key) or []
    if unknown := [value for value in asked if value not in known]:
        st.session_state[key] = [value for value in asked if value in known]
    return unknown


def _remove(kind: str, value: str) -> None:
    key = f"filter.{kind}"
    st.session_state[key] = [kept for kept in st.session_state[key] if kept != value]


def _clear() -> None:
    for kind in KINDS:
        st.session_state[f"filter.{kind}"] = []
