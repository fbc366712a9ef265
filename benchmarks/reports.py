"""Scores, shares and faults as Markdown."""

from collections.abc import Iterable, Sequence

from benchmarks.faults import Fault
from benchmarks.gold import Share
from svodka.evaluate import Interval, Score, wilson

COUNTS = ("annotated", "found", "right", "P", "R", "F1")


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table: the first column left, the others right."""
    lines = [header, ["---", *["---:"] * (len(header) - 1)], *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines) + "\n"


def scores(found: Sequence[tuple[str, Score]], values: str) -> str:
    """Named scores; `values` heads the column of the matches whose every value is right, which is there when any has one."""
    valued = any(score.valued for _, score in found)
    header = ("what", *COUNTS, values) if valued else ("what", *COUNTS)
    return table(header, ([name, *_numbers(score)][: len(header)] for name, score in found))


def _numbers(score: Score) -> list[object]:
    rates = map(percent, (score.precision, score.recall, score.f1))
    return [score.gold, score.found, score.matched, *rates, f"{score.right} of {score.valued}" if score.valued else "—"]


def shares(found: Iterable[Share]) -> str:
    """Shares with their counts."""
    return table(("what", "right", "of", "share"), ([*share, percent(wilson(share.right, share.of))] for share in found))


def percent(interval: Interval) -> str:
    """A share in percent with its bounds.

    >>> percent(wilson(8, 10))
    '80.0 % [49.0–94.3]'
    """
    if interval.share is None:
        return "—"
    share, low, high = (f"{bound * 100:.1f}" for bound in interval)
    return f"{share} % [{low}–{high}]"


def faults(found: Iterable[Fault]) -> str:
    """A list of faults, each with its words in bold and its sentence."""
    return "".join(f"- {_line(fault)}\n" for fault in found)


def _line(fault: Fault) -> str:
    detail = f" ({fault.detail})" if fault.detail else ""
    return f"{fault.article}, {fault.section}, {fault.what}: **{fault.words}**{detail} — {fault.sentence}"
