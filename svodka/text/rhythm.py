"""Whether an amount comes round every year or month, or is what has gathered over years."""

import re
from functools import cache

from svodka.knowledge import DATA, rows
from svodka.text.morphology import read
from svodka.text.sentences import Span

WORD = re.compile(r"\w+")
# «ежегодно город тратит на ремонт дорог 300 млн евро», «5 млрд долларов на закупки в год»
BEFORE, BEHIND = 6, 5


@cache
def _cues() -> dict[tuple[str, ...], str]:
    """Rhythm by the words that tell it: one word in any of its forms, several as they stand («в год» is not «в годы»)."""
    return {tuple(row["words"].split()): row["rhythm"] for row in rows(DATA / "rhythm.csv", ("rhythm", "words", "example"))}


def find(text: str, sentence: Span, start: int, stop: int) -> str | None:
    """annual, monthly or cumulative, as the words around an amount in its sentence say; None where they say none of these.

    >>> said = "Завод платит 5 млн рублей в год."
    >>> find(said, Span(0, len(said)), 13, 25)
    'annual'
    """
    behind = WORD.findall(text[stop : sentence.stop].lower())[:BEHIND]
    before = WORD.findall(text[sentence.start : start].lower())[-BEFORE:]
    for side in (behind, before):
        for words, rhythm in _cues().items():
            known = [read(form).lemma for form in side] if len(words) == 1 else side
            if any(tuple(known[at : at + len(words)]) == words for at in range(len(known))):
                return rhythm
    return None
