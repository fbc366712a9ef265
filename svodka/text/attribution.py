"""What direct and indirect speech have in common: pieces of text, a cue, a speaker not yet resolved."""

import re
from typing import NamedTuple

from svodka.text.sentences import Span
from svodka.text.speaker import Speaker
from svodka.text.speech_cues import Cue
from svodka.text.stretch import Stretch

EDGE = re.compile(r"^[\s—–―,.;:-]+|[\s,;:.—–―-]+$")


class Attribution(NamedTuple):
    """Pieces of text said by one speaker; speaker None means the last one named, gender then is the verb's."""

    pieces: tuple[Span, ...]
    cue_start: int
    cue_stop: int
    speaker: Speaker | None
    kind: str
    certain: bool = True
    gender: str | None = None


def attribution(stretch: Stretch, pieces: list[Span], cue: Cue, speaker: Speaker | None, kind: str, certain: bool = True) -> Attribution:
    """An attribution by a cue of the stretch."""
    start, stop = stretch.tokens[cue.first].start, stretch.tokens[cue.last].stop
    return Attribution(worded(stretch.text, pieces), start, stop, speaker, kind, certain, cue.gender)


def worded(text: str, pieces: list[Span]) -> tuple[Span, ...]:
    """The pieces trimmed, those without a letter or a digit left out."""
    trim = [trimmed(text, piece) for piece in pieces]
    return tuple(piece for piece in trim if any(map(str.isalnum, text[piece.start : piece.stop])))


def trimmed(text: str, piece: Span) -> Span:
    """The piece without white space, dashes and commas at its edges; the marks that end a sentence go too, but «?» and «!» stay."""
    inner = text[piece.start : piece.stop]
    left = EDGE.match(inner)
    start = piece.start + (left.end() if left and left.start() == 0 and left.end() < len(inner) else 0)
    right = re.search(r"[\s,;:.—–―-]+$", text[start : piece.stop])
    return Span(start, start + right.start() if right else piece.stop)
