"""What direct and indirect speech have in common: pieces of text, a cue, a speaker not yet resolved."""

import re
from typing import NamedTuple

from svodka.text.speech_cues import Cue
from svodka.text.sentences import Span
from svodka.text.speakers import Speaker, Stretch

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
    """An attribution by a cue of the stretch; pieces without a letter are dropped."""
    kept = tuple(piece for piece in (trimmed(stretch.text, piece) for piece in pieces) if any(map(str.isalnum, stretch.text[piece.start : piece.stop])))
    return Attribution(kept, stretch.tokens[cue.first].start, stretch.tokens[cue.last].stop, speaker, kind, certain, cue.gender)


def trimmed(text: str, piece: Span) -> Span:
    """The piece without white space, dashes and commas at its edges; the marks that end a sentence go too, but «?» and «!» stay."""
    inner = text[piece.start : piece.stop]
    left = EDGE.match(inner)
    start = piece.start + (left.end() if left and left.start() == 0 and left.end() < len(inner) else 0)
    right = re.search(r"[\s,;:.—–―-]+$", text[start : piece.stop])
    return Span(start, start + right.start() if right else piece.stop)
