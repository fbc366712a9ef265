"""What every page asks first."""

from typing import NamedTuple

import streamlit as st

from svodka.analysis.selection import Selection
from svodka.charts.style import Style
from svodka.frames.store import Corpus
from svodka.views import filters, frame, tables
from svodka.wording import Words


class Asked(NamedTuple):
    """The corpus, what the filters keep of it, and how to say and draw it."""

    corpus: Corpus
    selection: Selection
    words: Words
    style: Style


def ask() -> Asked:
    """What is to be shown and how."""
    return Asked(tables.corpus(), filters.selection(), frame.words(), frame.style())


def columns() -> tuple[st.delta_generator.DeltaGenerator, st.delta_generator.DeltaGenerator]:
    """The two columns of a page: charts, and the evidence beside them."""
    left, right = st.columns([0.6, 0.4], gap="medium")
    return left, right


def whole(key: str) -> int:
    """A whole number that the link of a page carries; -1 when it carries none or nonsense."""
    asked = str(st.session_state.get(key) or "")
    return int(asked) if asked.isdecimal() and len(asked) < 12 else -1
