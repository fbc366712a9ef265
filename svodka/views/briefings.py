"""The briefing at hand: which one it is, and how things get into it."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

import streamlit as st

from svodka.analysis.evidence import Quote
from svodka.briefing import slides
from svodka.briefing.item import Briefing, Item, Shot, added
from svodka.briefing.store import Store
from svodka.errors import BriefingError, SvodkaError
from svodka.exhibits.exhibit import Exhibit
from svodka.knowledge import ROOT
from svodka.views import filters, frame, tables

CURRENT = "briefing.id"
NOTICE = "_briefing.notice"


def store() -> Store:
    """The file of the briefings: SVODKA_BRIEFINGS, else `briefings/briefings.sqlite`."""
    return Store(Path(os.environ.get("SVODKA_BRIEFINGS", ROOT / "briefings/briefings.sqlite")))


def current() -> Briefing | None:
    """The briefing that is chosen or asked for by the link, else the one changed last; None when there is none."""
    asked = st.session_state.get(CURRENT)
    found = store().read(asked) if asked else None
    if found is None and (listed := store().listed()):
        found = store().read(listed[0].briefing_id)
    if found is not None:
        st.session_state[CURRENT] = found.briefing_id
    return found


def now() -> str:
    """The time as it is kept."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def change(step: Callable[[Briefing], Briefing]) -> None:
    """Change the briefing at hand; a new one is begun when there is none. For callbacks: what goes wrong is told on the next run."""
    with told():
        found = current() or store().create(frame.words()("briefing.first"), now())
        st.session_state[CURRENT] = found.briefing_id
        store().change(found.briefing_id, step, now())


@contextmanager
def told() -> Iterator[None]:
    """Keep what goes wrong in a callback for the next run, which tells it."""
    try:
        yield
    except SvodkaError as error:
        st.session_state[NOTICE] = str(error)


def new_id() -> str:
    """An id for an item."""
    return token_hex(4)


def pick(shown: Exhibit, kind: str, mark: str = "") -> None:
    """Put an exhibit, its table or what may be said aloud of a mark into the briefing, with the filters as they stand."""
    _add(Item(new_id(), kind, shown.key, dict(shown.options), filters.selection(), mark))


def pick_quote(quote: Quote) -> None:
    """Put a sentence of the evidence into the briefing."""
    marks = " ".join(f"{start}-{stop}" for start, stop in quote.marks)
    shot = Shot(frame.language(), quote.voice, quote.text)
    _add(Item(new_id(), "quote", options={"marks": marks}, mark=f"{quote.article_id}:{quote.start}", shot=shot))


def _add(item: Item) -> None:
    corpus = tables.corpus()
    kept = item._replace(stamp=corpus.stamp, picked=now())
    if item.kind != "quote":
        kept = kept._replace(shot=slides.shot(corpus, kept._replace(shot=Shot(frame.language()))))
    change(lambda briefing: added(briefing, kept))
    if NOTICE not in st.session_state:
        found = current()
        st.session_state[NOTICE] = frame.words()("briefing.added", name=found.name, n=len(found.items))


def notice() -> None:
    """Say what the last callback did, or why it could not."""
    if said := st.session_state.pop(NOTICE, None):
        st.toast(said, icon=":material/bookmark_added:")


def count() -> int:
    """How many items the briefing at hand has; 0 when briefings cannot be read."""
    try:
        found = current()
    except BriefingError:
        return 0
    return len(found.items) if found else 0
