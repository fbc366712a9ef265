"""Measure the server-side time of each page's re-run: the whole script, answers, figures and messages to the browser.

A click that picks a mark runs a page again with the same filters; another filter makes every answer and figure of it anew.
"""

import os
import statistics
import time
from pathlib import Path
from typing import NamedTuple

from streamlit.testing.v1 import AppTest

from svodka.analysis import options
from svodka.frames.store import Corpus

ROOT = Path(__file__).resolve().parent.parent
PAGES = [
    "overview", "map", "investment", "resources", "claims", "authors", "themes", "words", "briefing", "search", "reader", "method"
]  # fmt: skip
ASKED = {"search": {"search.query": "экономика"}}
RUNS = 15


class Rerun(NamedTuple):
    """Seconds of the re-runs of a page after its first: the median and the slowest, and the median with another filter every time."""

    page: str
    median: float
    slowest: float
    filtered: float


def reruns(source: Path, tables: Path) -> list[Rerun]:
    """Every page opened once, then run again and again."""
    os.environ |= {"SVODKA_SOURCE": str(source), "SVODKA_TABLES": str(tables), "SVODKA_BRIEFINGS": str(tables / "briefings.sqlite")}
    voices = options.voices(Corpus.open(tables))["id"].to_list()
    return [_rerun(page, voices) for page in PAGES]


def _rerun(page: str, voices: list[str]) -> Rerun:
    app = AppTest.from_file(str(ROOT / "svodka/views/main.py"), default_timeout=300)
    for key, value in ASKED.get(page, {}).items():
        app.session_state[key] = value
    app.run()
    if page != "overview":
        app.switch_page(str(ROOT / f"pages/{page}.py")).run()
    again, filtered = [], []
    for _ in range(RUNS):
        again.append(_timed(app, page))
    for number in range(RUNS):
        # All voices but one: another filter every time, and nearly as much to count as without.
        app.session_state["filter.voices"] = [voice for at, voice in enumerate(voices[:60]) if at != number % len(voices)]
        filtered.append(_timed(app, page))
    return Rerun(page, statistics.median(again), max(again), statistics.median(filtered))


def _timed(app: AppTest, page: str) -> float:
    start = time.perf_counter()
    app.run()
    seconds = time.perf_counter() - start
    if app.exception:
        raise RuntimeError(f"page {page}: {app.exception[0].message}")
    return seconds
