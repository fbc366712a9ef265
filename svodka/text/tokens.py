"""Split a text into words, numbers and signs, each with its place."""

import re
from typing import NamedTuple


class Token(NamedTuple):
    """One token; `text[start:stop] == form`, and kind is one of word, number, sign."""

    start: int
    stop: int
    form: str
    kind: str


# A word keeps its inner hyphens and apostrophes («Касым-Жомарт», «д'Эсте») but not the digits before a
# hyphen («2-й» is 2, -, й): what a digit touches is for the grammars of numbers and dates to say.
WORD = r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*"
# Digits grouped by spaces are several tokens; a decimal or grouped number without spaces is one.
NUMBER = r"\d+(?:[.,]\d+)*"
TOKEN = re.compile(rf"(?P<word>{WORD})|(?P<number>{NUMBER})|(?P<sign>[^\w\s]|_)")


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, left to right; white space is between them.

    >>> [token.form for token in tokenize("свыше $3,7 млрд — по-японски")]
    ['свыше', '$', '3,7', 'млрд', '—', 'по-японски']
    """
    return [Token(match.start(), match.end(), match.group(), match.lastgroup) for match in TOKEN.finditer(text)]
