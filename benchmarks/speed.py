"""Measure how fast tables are built and pages answer; write docs/benchmarks.md.

    python benchmarks/speed.py [--articles 2000]

One core, warm: every stage runs twice over a corpus and the second run counts, so that dictionaries are loaded and each word
form has been analysed before, as in any corpus but a tiny one. Processor time, so that what else runs on the machine does not count.
"""

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus import generate

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from exports import ITEMS, exports  # noqa: E402

from pages import reruns  # noqa: E402
from svodka.corpus import library  # noqa: E402
from svodka.frames.build import build, lexicon  # noqa: E402
from svodka.text import dates, name_model, persons, quantities, speech  # noqa: E402
from svodka.text.morphology import read  # noqa: E402
from svodka.text.sentences import sentences  # noqa: E402
from svodka.text.tokens import tokenize  # noqa: E402

FLOOR = 40_000  # words a second, everything but models


class Timing(NamedTuple):
    """How long a stage took over a corpus of so many words."""

    stage: str
    seconds: float
    words: int


def timed(work: Callable[[], object]) -> float:
    """Processor seconds of the second of two runs."""
    work()
    start = time.process_time()
    work()
    return time.process_time() - start


def stages(source: Path) -> list[Timing]:
    """The stages of the build one by one, then the whole of it, over a folder of articles."""
    known = library.known(source)
    paths = library.paths(source)
    articles = [library.load(path, known) for path in paths]
    texts = [(article.text, tokenize(article.text), article.published) for article in articles]
    people = [persons.find(text) for text, _, _ in texts]
    forms = [token.form for _, tokens, _ in texts for token in tokens if token.kind == "word"]
    with tempfile.TemporaryDirectory() as folder:
        work: dict[str, Callable[[], object]] = {
            "read, clean, voices and turns": lambda: [library.load(path, known) for path in paths],
            "of that, persons": lambda: [persons.find(text) for text, _, _ in texts],
            "of that, who says what": lambda: [speech.find(text, found) for (text, _, _), found in zip(texts, people, strict=True)],
            "tokens": lambda: [tokenize(text) for text, _, _ in texts],
            "sentences": lambda: [sentences(text) for text, _, _ in texts],
            "lemmas and parts of speech": lambda: [read(form) for form in forms],
            "lexicon": lambda: [lexicon().find(text, tokens) for text, tokens, _ in texts],
            "quantities": lambda: [quantities.find(text, tokens) for text, tokens, _ in texts],
            "dates": lambda: [dates.find(text, tokens, published) for text, tokens, published in texts],
            "**the whole build**, tables written": lambda: build(source, Path(folder) / "tables", model=False),
            "names by the model, when it is on": lambda: [name_model.find(text, tokens) for text, tokens, _ in texts],
        }
        return [Timing(stage, timed(run), len(forms)) for stage, run in work.items()]


def build_section(source: Path, title: str) -> list[str]:
    """Words a second of the build by stage, as a Markdown section."""
    timings = stages(source)
    lines = [f"### {title}: {timings[0].words:,} words", "", "| stage | seconds | words a second |", "|---|---:|---:|"]
    return [*lines, *(f"| {stage} | {seconds:.2f} | {words / seconds:,.0f} |" for stage, seconds, words in timings), ""]


def page_section(source: Path, title: str, limit: int) -> list[str]:
    """Milliseconds of the re-run of each page, as a Markdown section; the tables are built for it."""
    with tempfile.TemporaryDirectory() as folder:
        build(source, Path(folder) / "tables", model=False)
        measured = reruns(source, Path(folder) / "tables")
    head = "| page | median, ms | slowest, ms | with another filter, median, ms |"
    lines = [f"### {title}: at most {limit} ms in the median", "", head, "|---|---:|---:|---:|"]
    return [*lines, *(f"| {row.page} | {' | '.join(f'{seconds * 1000:.0f}' for seconds in row[1:])} |" for row in measured), ""]


def export_section() -> list[str]:
    """Seconds and megabytes of a briefing of many items in every format, as a Markdown section."""
    with tempfile.TemporaryDirectory() as folder:
        build(ROOT / "seeds", Path(folder) / "tables", model=False)
        measured = exports(Path(folder) / "tables")
    lines = [
        f"A briefing of {ITEMS} charts, each with filters of its own, over the five articles.",
        "",
        "| file | seconds | MB |",
        "|---|---:|---:|",
    ]
    return ["## Exports", "", *lines, *(f"| {kind} | {seconds:.2f} | {size:.2f} |" for kind, seconds, size in measured), ""]


def machine() -> str:
    """The machine in one line, without its name."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    return f"{model}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def document(sections: Iterable[Sequence[str]]) -> str:
    """The text of docs/benchmarks.md."""
    head = ["# Speed", "", f"Measured by `python benchmarks/speed.py` on {machine()}.", ""]
    return "\n".join([*head, *(line for section in sections for line in section)]).rstrip() + "\n"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Measure the build and the pages; write docs/benchmarks.md.")
    parser.add_argument("--articles", type=int, default=2000, help="size of the made corpus (default: 2000)")
    chosen = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "made"
        generate(made, chosen.articles)
        sections = [
            ["## Build", "", f"Processor time on one core, warm. The floor is {FLOOR:,} words a second for the whole build.", ""],
            build_section(ROOT / "seeds", "Five articles"),
            build_section(made, f"{chosen.articles:,} articles made of their paragraphs"),
            ["## Pages", "", "Wall-clock time of a page's whole re-run on the server, pinned to one core.", ""],
            page_section(ROOT / "seeds", "Five articles", 150),
            page_section(made, f"{chosen.articles:,} articles made of their paragraphs", 500),
            export_section(),
        ]
        (ROOT / "docs" / "benchmarks.md").write_text(document(sections), encoding="utf-8")


if __name__ == "__main__":
    main()
