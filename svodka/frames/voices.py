"""One row a voice over all articles, whatever part it plays in each."""

from collections.abc import Iterable
from typing import NamedTuple

import pyarrow as pa

from svodka.corpus.article import Voice
from svodka.frames.schema import VOICES

# Who writes one article and is quoted in another is an author.
PRECEDENCE = ("author", "expert", "interviewer", "editorial", "quoted")
# The rank is the colour of a voice: those who have something to say come before those who ask and introduce.
SPEAKERS = frozenset({"author", "expert", "quoted"})


class Spoken(NamedTuple):
    """A voice and the number of words it has."""

    voice: Voice
    words: int


class Chorus:
    """Voices gathered from article after article; the first article that knows a fact settles it."""

    def __init__(self) -> None:
        self._spoken: dict[str, Spoken] = {}

    def add(self, spoken: Iterable[Spoken]) -> None:
        """Merge the voices of one more batch."""
        for voice, words in spoken:
            known = self._spoken.get(voice.voice_id)
            self._spoken[voice.voice_id] = Spoken(_merged(known.voice, voice), known.words + words) if known else Spoken(voice, words)

    def table(self) -> pa.Table:
        """The rows of the table `voices`: speakers before editors and interviewers, and those with most words first."""
        ranked = sorted(self._spoken.values(), key=lambda spoken: (spoken.voice.role not in SPEAKERS, -spoken.words, spoken.voice.voice_id))
        return VOICES.table(
            [
                (voice.voice_id, voice.name, voice.short, voice.role, voice.affiliation, voice.country, words, rank)
                for rank, (voice, words) in enumerate(ranked, start=1)
            ]
        )


def _merged(known: Voice, other: Voice) -> Voice:
    return known._replace(
        role=min(known.role, other.role, key=PRECEDENCE.index),
        affiliation=known.affiliation or other.affiliation,
        country=known.country or other.country,
    )
