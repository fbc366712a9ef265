"""Measure what is found against texts that people read; write docs/accuracy.md.

    python -m benchmarks.accuracy [FOLDER] [--errors]

The five articles have a gold file in tests/gold. FOLDER may hold development sets: phrases.money.jsonl, phrases.number.jsonl,
phrases.date.jsonl, names.factrueval-dev.jsonl; a set that is not there is left out, and so is natasha where it is not installed.
"""

import argparse
import os
import platform
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from benchmarks import devsets, faults, gold, reports, rival
from benchmarks.gold import Find, Share
from svodka.evaluate import Score, evaluate
from svodka.extract import extract
from svodka.knowledge import ROOT

OURS = "Svodka"
PHRASES = ("money", "number", "date")
NAMES = "names.factrueval-dev.jsonl"
INTRODUCTION = """\
A thing found is right when it overlaps one of the same kind (a mention: of the same concept) in the annotation; each counts once.
P, R and F1 are precision, recall and their harmonic mean. Brackets hold intervals at 95 %: Wilson's, for F1 by way of the share of
matches in all that is annotated or found. With few cases they are wide.
"""
ARTICLES = """\
## The five articles

The articles that the project opens with, annotated by reading ([rules](../tests/gold/README.md)). The program was made with them
in view: they show what it gets wrong, not how well it does on other texts. Mentions are those of resources.
"""
FIELDS = "Of what was matched, each value by itself; then what the tables say of money and of who speaks:\n"
SETS = """\
## Phrases

Made by other projects, in view while the program was made. A phrase is right when its first amount, or its first date, has all
values that are given.
"""
NEWS = """\
## Names in news

The development part of factRuEval-2016. Its LOCORG (a country or a town) may be found as a place or as an organisation. Names
inside names («мэрия Москвы») are annotated too, so that a program that never nests them cannot reach a recall of 100 %.
"""
SPEED = f"""\
## Speed

Words a second of processor time on one core, the second of two runs over the texts above. {OURS} finds amounts, dates, mentions,
names and speech in it, natasha money and names.
"""

Tools = dict[str, Find]


class Section(NamedTuple):
    """A part of the document, what is wrong in detail, and the texts that were read for it."""

    parts: list[str]
    errors: list[str]
    texts: list[str]


def five_articles(tools: Tools) -> Section:
    """Scores, values, what natasha finds, and every fault."""
    articles = gold.articles()
    found = {row["id"]: gold.annotated(row["text"]) for row in articles}
    wrong = reports.faults(fault for row in articles for fault in faults.find(row, found[row["id"]]))
    scores = [(score.what, score) for score in evaluate(articles, lambda row: found[row["id"]])]
    parts = [ARTICLES, reports.scores(scores, "all values right")]
    parts += [FIELDS, reports.shares([*gold.fields(articles, gold.annotated), *gold.told(articles)])]
    if len(tools) > 1:
        plain = [rival.plain(row) for row in articles]
        rows = {name: evaluate(plain, lambda row, find=find: rival.plain(find(row["text"]))) for name, find in tools.items()}
        parts += ["Money and names beside natasha:\n", _compared(rows, ("quantities, money", "names, PER", "names, LOC", "names, ORG"))]
    return Section([*parts, "What is wrong:\n", wrong], [wrong], [row["text"] for row in articles])


def phrases(folder: Path, tools: Tools) -> Section:
    """The share of phrases read rightly."""
    shares, errors = [], []
    for kind in PHRASES:
        path = folder / f"phrases.{kind}.jsonl"
        for name, find in tools.items():
            if path.exists() and (name == OURS or kind == "money"):
                readings = list(devsets.phrases(path, find))
                shares.append(Share(f"{kind}: {name}", sum(reading.right for reading in readings), len(readings)))
                errors += [_misread(kind, one) for one in readings if name == OURS and not one.right]
    return Section([SETS, reports.shares(shares)] if shares else [], errors, [])


def _misread(kind: str, reading: devsets.Reading) -> str:
    said = {name: value for name, value in reading.phrase.items() if name in {"value", "currency", "year", "month", "day"}}
    return f"- {kind}, {reading.phrase['id']}: «{reading.phrase['text']}» read as {reading.read}, not {said}"


def news(path: Path, tools: Tools) -> Section:
    """Scores of the names."""
    if not path.exists():
        return Section([], [], [])
    rows, scores, errors = devsets.names(path), {}, []
    for name, find in tools.items():
        found = {row["id"]: rival.plain(find(row["text"])) for row in rows}
        settled = [devsets.settled(row, found[row["id"]]) for row in rows]
        scores[name] = evaluate(settled, lambda row, found=found: found[row["id"]])
        if name == OURS:
            errors = [reports.faults(fault for row in settled for fault in faults.find(row, found[row["id"]]))]
    kinds = ("names", "names, PER", "names, LOC", "names, ORG")
    return Section([NEWS, _compared(scores, kinds)], errors, [row["text"] for row in rows])


def _compared(by_tool: dict[str, list[Score]], kinds: Sequence[str]) -> str:
    """The same kinds by one program and the other, one below the other."""
    rows = [(f"{kind}: {name}", score) for kind in kinds for name, scores in by_tool.items() for score in scores if score.what == kind]
    return reports.scores(rows, "number and currency right")


def speed(texts: Sequence[str], tools: Tools) -> Section:
    """Words a second of each program."""
    words = sum(len(text.split()) for text in texts)
    rows = [[name, f"{words:,}", f"{words / _seconds(find, texts):,.0f}"] for name, find in tools.items()]
    return Section([SPEED, reports.table(("program", "words", "words a second"), rows)], [], [])


def _seconds(find: Find, texts: Sequence[str]) -> float:
    for _ in range(2):
        start = time.process_time()
        for text in texts:
            find(text)
    return time.process_time() - start


def machine() -> str:
    """The processor and the version of Python in one line."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    model = next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())
    return f"{model}, Python {platform.python_version()}"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description="Measure accuracy; write docs/accuracy.md.")
    parser.add_argument("folder", nargs="?", type=Path, help="folder of development sets")
    parser.add_argument("--errors", action="store_true", help="print every error with its sentence")
    chosen = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    tools: Tools = {OURS: extract} | rival.load()
    sections = [five_articles(tools)]
    if chosen.folder:
        sections += [phrases(chosen.folder, tools), news(chosen.folder / NAMES, tools)]
    sections.append(speed([text for section in sections for text in section.texts], tools))
    head = f"# Accuracy\n\nMeasured on {date.today()} by `python -m benchmarks.accuracy` on {machine()}.\n\n{INTRODUCTION}"
    parts = [head, *(part for section in sections for part in section.parts)]
    (ROOT / "docs" / "accuracy.md").write_text("\n".join(parts), encoding="utf-8")
    if chosen.errors:
        print("\n".join(error for section in sections for error in section.errors))


if __name__ == "__main__":
    main()
