"""Find the dates in a text: days, months, quarters, years, decades, centuries, and what is told from the day of the article."""

import re
from datetime import date
from typing import NamedTuple

from svodka.text import date_days, date_relatives, date_years
from svodka.text.date_grammar import Found, Piece
from svodka.text.date_words import separated, signs
from svodka.text.tokens import Token, tokenize


class Date(NamedTuple):
    """One date expression; `begin, end` are its first and last calendar day, None where the text leaves the year open.

    grain: day, days, month, months, quarter, half, year, years, decade, century.
    """

    start: int
    stop: int
    begin: date | None
    end: date | None
    grain: str


RULES = (*date_days.RULES, *date_relatives.RULES, *date_years.RULES)
# Only what a rule can begin with is tried: what is a date by itself, or goes on as a date might.
STARTER = re.compile(r"[YFfirTMZ]|[b12t3690mSAaBORNqh](?=[^_])|[сом](?=[12t0NOMY])|[сz](?=\.g)")
# A line that begins with a figure or a capital is a new one; «в 2015\nгоду» is one date.
NEW_LINE = re.compile(r"\n\s*(?:\n|[^\sа-яё])")


def find(text: str, tokens: list[Token] | None = None, reference: date | None = None) -> list[Date]:
    """The dates of a text, left to right, never overlapping.

    reference is the day the text was published; without it «в этом году» and «1 апреля» have no begin and end.

    >>> find("к 2030 году")
    [Date(start=2, stop=11, begin=datetime.date(2030, 1, 1), end=datetime.date(2030, 12, 31), grain='year')]
    >>> find("за 2025 тонн")
    []
    """
    tokens = separated(tokenize(text) if tokens is None else tokens)
    line = signs(tokens)
    dates, done = [], 0
    for starter in STARTER.finditer(line):
        if starter.start() < done:
            continue
        for piece in pieces(text, line, starter.start(), tokens, reference):
            start, stop = tokens[piece.first].start, tokens[piece.stop - 1].stop
            dates.append(Date(start, stop, *(piece.period or (None, None)), piece.grain))
            done = piece.stop
    return dates


def pieces(text: str, line: str, at: int, tokens: list[Token], reference: date | None) -> list[Piece]:
    """What the first rule that does not refuse finds at a sign."""
    for pattern, read in RULES:
        match = pattern.match(line, at)
        if match and not NEW_LINE.search(text, tokens[at].start, tokens[match.end() - 1].stop):
            found = read(Found(match, tokens, reference))
            if found:
                return found
    return []
