"""Measure the server-side time of each page's re-run: the whole script, answers, figures and messages to the browser."""

import os
import statistics
import time
from pathlib import Path
from typing import NamedTuple

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parent.parent
PAGES = ["overview", "investment", "resources", "claims", "authors", "themes", "reader", "method"]
RUNS = 15


class Rerun(NamedTuple):
    """Seconds of the re-runs of a page after its first: the median and the slowest."""

    page: str
    median: float
    slowest: float


def reruns(source: Path, tables: Path) -> list[Rerun]:
    """Every page opened once, then run again as after a click that changes nothing in the filters."""
    os.environ |= {"SVODKA_SOURCE": str(source), "SVODKA_TABLES": str(tables)}
    return [_rerun(page) for page in PAGES]


def _rerun(page: str) -> Rerun:
    app = AppTest.from_file(str(ROOT / "svodka/views/main.py"), default_timeout=300).run()
    if page != "overview":
        app.switch_page(str(ROOT / f"pages/{page}.py")).run()
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        app.run()
        seconds.append(time.perf_counter() - start)
        if app.exception:
            raise RuntimeError(f"page {page}: {app.exception[0].message}")
    return Rerun(page, statistics.median(seconds), max(seconds))
