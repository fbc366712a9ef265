"""Find whose words a text reports: direct speech in its marks or dashes, and indirect speech with its cue.

Direct: «…», — сказал X; X: «…»; «…» — отмечает X — «…»; a quotation that fills paragraphs; — …, — говорит X. — …;
«…». Об этом заявил X. Indirect: X заявил, что …; X напоминает о …; по словам X, …; …, считает X.
"""

from typing import NamedTuple

from svodka.text import direct_speech, indirect_speech, persons, quotations
from svodka.text.attribution import Attribution
from svodka.text.memory import Memory
from svodka.text.persons import Person
from svodka.text.sentences import Span, paragraphs
from svodka.text.speech_cues import WORD, triggers
from svodka.text.stretch import Stretch


class Speech(NamedTuple):
    """Words of somebody: `text[start:stop]` says them without their marks, the cue («заявил», «по словам») attributes them.

    voice is the full name the text gives the speaker, else the institution or the office («министр энергетики»). certain is
    False where a pronoun, an office or a missing subject leaves a choice; name_start, name_stop is what names the speaker.
    """

    start: int
    stop: int
    voice: str
    cue_start: int
    cue_stop: int
    kind: str
    certain: bool
    name_start: int
    name_stop: int


def find(text: str, people: list[Person] | None = None) -> list[Speech]:
    """The reported words, left to right.

    >>> text = "«Мы готовы», — сказал Пётр Цой. По словам Цоя, спрос вырос."
    >>> [(text[s.start:s.stop], s.voice, s.kind) for s in find(text)]
    [('Мы готовы', 'Пётр Цой', 'direct'), ('спрос вырос', 'Пётр Цой', 'indirect')]
    """
    if people is None:
        people = persons.find(text)
    memory = Memory(text, people)
    quoted = quotations.find(text)
    found: list[Speech] = []
    for line in _telling(text):
        for attribution in _of_paragraph(Stretch(text, line.start, line.stop, people), quoted):
            found.extend(_resolved(attribution, memory))
    return sorted(set(found))


def _telling(text: str) -> list[Span]:
    """The paragraphs with a word that may attribute speech, or with a colon before a quotation."""
    words = triggers()
    return [
        line
        for line in paragraphs(text)
        if not words.isdisjoint(WORD.findall(text[line.start : line.stop].lower()))
        or direct_speech.LABEL.search(text, line.start, line.stop)
    ]


def _of_paragraph(stretch: Stretch, quoted: list[quotations.Quotation]) -> list[Attribution]:
    """What one paragraph attributes, in the order of its cues."""
    direct = direct_speech.find(stretch, quoted)
    return sorted(direct + indirect_speech.find(stretch, quoted, direct), key=lambda attribution: attribution.cue_start)


def _resolved(attribution: Attribution, memory: Memory) -> list[Speech]:
    """An attribution as speech, with the speaker's name as far as the text before gives it."""
    place = attribution.cue_start
    if attribution.speaker is None:
        voice = memory.silent(attribution.gender, place)
        if voice is None:
            return []
        certain, start, stop = False, attribution.cue_start, attribution.cue_stop
    else:
        resolved = memory.resolve(attribution.speaker, place)
        if resolved is None:
            return []
        voice, certain = resolved
        start, stop = attribution.speaker.start, attribution.speaker.stop
    return [
        Speech(
            piece.start,
            piece.stop,
            voice,
            attribution.cue_start,
            attribution.cue_stop,
            attribution.kind,
            certain and attribution.certain,
            start,
            stop,
        )
        for piece in attribution.pieces
    ]
