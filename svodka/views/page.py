"""What every page asks first."""

import streamlit as st

from svodka.exhibits.exhibit import Asked
from svodka.views import filters, frame, tables


def ask() -> Asked:
    """What is to be shown and how."""
    return Asked(tables.corpus(), filters.selection(), frame.words(), frame.style())


def columns(left: float = 0.6) -> tuple[st.delta_generator.DeltaGenerator, st.delta_generator.DeltaGenerator]:
    """The two columns of a page: charts, and the evidence beside them; `left` is the share of the first."""
    first, second = st.columns([left, 1 - left], gap="medium")
    return first, second


def whole(key: str) -> int:
    """A whole number that the link of a page carries; -1 when it carries none or nonsense."""
    asked = str(st.session_state.get(key) or "")
    return int(asked) if asked.isdecimal() and len(asked) < 12 else -1
