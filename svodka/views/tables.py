"""The tables behind the screens: opened once a server, built first when they are missing or stale."""

import os
from functools import lru_cache
from pathlib import Path

import streamlit as st

from svodka.errors import SvodkaError, TablesError
from svodka.frames import build, stamp
from svodka.frames.manifest import manifest
from svodka.frames.store import Corpus
from svodka.knowledge import ROOT
from svodka.views import frame, parts


def source() -> Path:
    """The folder of articles: SVODKA_SOURCE, else `seeds`."""
    return Path(os.environ.get("SVODKA_SOURCE", ROOT / "seeds"))


def folder() -> Path:
    """The folder of tables: SVODKA_TABLES, else `data/tables`."""
    return Path(os.environ.get("SVODKA_TABLES", ROOT / "data/tables"))


def corpus() -> Corpus:
    """The corpus of this server; on the first visit after a start, missing or stale tables are built behind a progress bar.

    A build that fails leaves the former tables, which are then shown with the reason above them; with none to show the page ends there.
    Tables that were built again while the server runs are opened anew.
    """
    say = frame.words()
    try:
        _renew(str(source()), str(folder()))
    except SvodkaError as error:
        parts.note(say("build.failed", reason=str(error)))
    try:
        return opened()
    except TablesError:
        parts.empty(say("build.nothing"), say("build.nothing.do"))
        st.stop()


@st.cache_resource(max_entries=2, show_spinner=False)
def _renew(articles: str, tables: str) -> None:
    """Once a server: look whether the tables are stale, and build them when they are."""
    if stamp.is_stale(Path(articles), Path(tables)):
        _build(Path(articles), Path(tables))


def opened() -> Corpus:
    """The tables as they were built last. Raises TablesError when there are none."""
    return _opened(folder(), manifest(folder())["stamp"])


@lru_cache(maxsize=2)
def _opened(tables: Path, stamp: str) -> Corpus:
    return Corpus.open(tables)


def _build(articles: Path, tables: Path) -> None:
    say = frame.words()
    place = st.empty()
    with place.container():
        bar = st.progress(0.0, say("build.start"))
        build.build(
            articles,
            tables,
            progress=lambda done, total, name: bar.progress(done / max(total, 1), say("build.progress", done=done, total=total)),
        )
    place.empty()
