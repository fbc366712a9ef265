"""Find what stands in quotation marks: nested, of mixed kinds, over several paragraphs."""

import re
from typing import NamedTuple

MARK = re.compile(r"[«»„“”\"]|\n")
PARAGRAPHS = 6  # a quotation longer than that is a lost closing mark


class Quotation(NamedTuple):
    """`text[start:stop]` with its marks, `text[inner_start:inner_stop]` without."""

    start: int
    stop: int
    inner_start: int
    inner_stop: int


def _opens(text: str, place: int, depth: int) -> bool:
    """Whether a straight or an ambiguous mark opens: nothing but a space, a bracket or a dash before it, a word behind it."""
    before = text[place - 1 : place]
    after = text[place + 1 : place + 2]
    if depth == 0 and not after.isspace() and not before.isalnum():
        return bool(after)
    return (
        (not before or before.isspace() or before in "([{—–-«„/")
        and not after.isspace()
        and after not in ("", ".", ",", "!", "?", ")", ";", ":")
    )


def find(text: str) -> list[Quotation]:
    """The outermost quotations, left to right; an opening mark that is never closed counts for nothing.

    >>> [text[q.inner_start:q.inner_stop] for text in ['«Завод «Искра» ждёт», — сказал он.'] for q in find(text)]
    ['Завод «Искра» ждёт']
    """
    found: list[Quotation] = []
    begin, depth, last_close, lines = -1, 0, -1, 0
    for match in MARK.finditer(text):
        mark, place = match.group(), match.start()
        if mark == "\n":
            if depth and last_close > begin and not text[last_close + 1 : place].strip(" .,;:!?…)"):
                # «…компании «Заря» — the one mark closes both
                found.append(Quotation(begin, last_close + 1, begin + 1, last_close))
                begin, depth = -1, 0
            lines += 1
            if depth and lines >= PARAGRAPHS:
                begin, depth = -1, 0
            continue
        opening = mark in "«„" or (mark in '"“' and _opens(text, place, depth))
        if opening:
            if depth == 0:
                begin, lines = place, 0
            elif text[place - 1] == "\n" or not text[text.rfind("\n", 0, place) + 1 : place].strip():
                continue  # every paragraph of a long quotation may open with a mark of its own
            depth += 1
        elif depth:
            depth -= 1
            last_close = place
            if depth == 0:
                found.append(Quotation(begin, place + 1, begin + 1, place))
                begin = -1
    if depth and last_close > begin >= 0:
        found.append(Quotation(begin, last_close + 1, begin + 1, last_close))
    return found
