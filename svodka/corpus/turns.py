"""Cut an article into turns: stretches of one voice, quotations inside them apart."""

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import NamedTuple

from svodka.corpus import lines as layout
from svodka.corpus.article import Turn
from svodka.corpus.genre import Reading
from svodka.corpus.interview import Part
from svodka.corpus.lines import Line
from svodka.text import function_words
from svodka.text.indirect_speech import TOPICS
from svodka.text.roles import role
from svodka.text.sentences import Span, sentences
from svodka.text.speech import Speech
from svodka.text.speech_cues import is_source

MARKS = tuple('«»"“”„')
BEHIND = re.compile(r"[….!?]*[»\"”“]*(?:[.…](?=\s|$))?")  # what closes a quotation, the full stop of its sentence included
HEARD = ("question", "answer")  # where only words in quotation marks are somebody else's


class Who(NamedTuple):
    """The ids of the voices that an article has by its layout."""

    editorial: str
    interviewer: str
    speaker: str
    labels: dict[str, str]


class Host(NamedTuple):
    """A turn before quotations are cut out of it; spoken says that it is somebody's speech and not written text."""

    start: int
    stop: int
    voice_id: str
    kind: str
    certain: bool
    spoken: bool


def hosts(text: str, reading: Reading, who: Who) -> list[Host]:
    """The turns that the layout gives, left to right."""
    written = reading.genre in ("column", "report", "news")
    title_by = who.speaker if written and reading.speakers else who.editorial
    found = [Host(line.start, line.stop, title_by, "heading", True, False) for line in reading.headings]
    if reading.parts is not None:
        for part in reading.parts:
            voice_id, kind, certain = _heard(part, reading, who)
            if part.begins or not found:
                found.append(Host(part.line.start, part.line.stop, voice_id, kind, certain, part.kind in HEARD))
            else:
                found[-1] = found[-1]._replace(stop=part.line.stop)
        return found
    for number, line in enumerate(reading.lines):
        if number < reading.lead:
            host = Host(line.start, line.stop, who.editorial, "lead", True, False)
        elif _is_chapter(text, reading.lines, number):
            host = Host(line.start, line.stop, who.editorial if reading.genre == "monologue" else title_by, "heading", True, False)
        else:
            host = Host(line.start, line.stop, who.speaker, "body", reading.certain, reading.genre == "monologue")
        if found and host.kind != "heading" and (found[-1].kind, found[-1].voice_id) == (host.kind, host.voice_id):
            host = found.pop()._replace(stop=host.stop)
        found.append(host)
    return found


def _heard(part: Part, reading: Reading, who: Who) -> tuple[str, str, bool]:
    """Voice, kind and certainty of one part of an interview."""
    if part.kind == "question":
        return who.labels.get(part.speaker or "", who.interviewer), "question", True
    if part.kind == "answer":
        labelled = who.labels.get(part.speaker or "")
        return labelled or who.speaker, "answer", reading.certain and (labelled is not None or len(reading.speakers) < 2)
    return who.editorial, {"afterword": "body"}.get(part.kind, part.kind), True


def _is_chapter(text: str, found: list[Line], number: int) -> bool:
    """Whether a line is the heading of a chapter: short, without a final mark, before a paragraph that is none."""
    if number + 1 >= len(found) or not layout.is_heading(text, found[number]) or layout.is_heading(text, found[number + 1]):
        return False
    before = text[found[number - 1].start : found[number - 1].stop] if number else ""
    return not before.endswith((":", ";"))


def turns(text: str, laid: list[Host], speech: list[Speech], ids: dict[str, str]) -> list[Turn]:
    """The turns with quotations cut out; `ids` maps the names of those who may be quoted to voices.

    In written text direct speech and, where a verb or «по словам» attributes it, the whole sentence of indirect speech is a
    turn of its own. In somebody's answer only words in quotation marks are: what the expert retells stays the expert's.
    """
    starts = [host.start for host in laid]
    cut: list[list[Turn]] = [[] for _ in laid]
    for said in sorted(speech, key=lambda said: (said.kind != "direct", said.start)):
        number = bisect_right(starts, said.start) - 1
        host = laid[number]
        voice_id = ids.get(said.voice)
        if voice_id is None or voice_id == host.voice_id or said.stop > host.stop or host.kind == "heading":
            continue
        span = _quoted(text, said, host, speech)
        if span is not None:
            _insert(cut[number], Turn(span.start, span.stop, voice_id, "quote", said.cue_start, said.cue_stop, said.certain))
    return [turn for host, quotes in zip(laid, cut, strict=True) for turn in _split(text, host, quotes)]


def _insert(quotes: list[Turn], quote: Turn) -> None:
    """Put a quote in its place unless an earlier one takes some of its text."""
    place = bisect_left(quotes, quote.start, key=lambda turn: turn.start)
    if (place == 0 or quotes[place - 1].stop <= quote.start) and (place == len(quotes) or quote.stop <= quotes[place].start):
        quotes.insert(place, quote)


def _quoted(text: str, said: Speech, host: Host, speech: list[Speech]) -> Span | None:
    """The stretch that a reported speech takes in a turn; None when it stays part of it."""
    if said.kind == "direct":
        if host.spoken and not said.certain:
            return None
        start = said.start - (text[said.start - 1 : said.start] in MARKS and said.start > host.start)
        return Span(start, BEHIND.match(text, said.stop, host.stop).end())
    first = text[said.start : said.stop].split()[0].lower()
    announced = host.kind == "lead" and (
        first in TOPICS or first in function_words.words("content")
    )  # «рассказал о сроках и деньгах» of an interview to come
    if host.spoken or announced or is_source(text[said.cue_start : said.cue_stop]):
        return None
    sentence = _sentence(text, said.start)
    beside = speech[bisect_left(speech, (sentence.start,)) : bisect_left(speech, (sentence.stop,))]
    if (
        any(other.voice != said.voice for other in beside)
        or not sentence.start <= said.cue_start < sentence.stop
        or sentence.stop > host.stop
    ):
        return Span(said.start, min(said.stop + (text[said.stop : said.stop + 1] in tuple(".!?…")), host.stop))
    return sentence


def _sentence(text: str, place: int) -> Span:
    """The sentence around a place."""
    begin, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    spans = _sentences(text[begin : end if end >= 0 else len(text)])
    found = spans[min(bisect_right(spans, place - begin, key=lambda span: span.stop), len(spans) - 1)]
    return Span(begin + found.start, begin + found.stop)


@lru_cache(maxsize=64)
def _sentences(paragraph: str) -> tuple[Span, ...]:
    """The sentences of a paragraph; several quotes of one ask in turn."""
    return tuple(sentences(paragraph))


def _split(text: str, host: Host, quotes: list[Turn]) -> list[Turn]:
    """A turn in pieces around its quotes; what holds no word between them goes with the quote before, else with the one behind."""
    pieces: list[Turn] = []
    place, pending = host.start, host.start
    for quote in [*quotes, None]:
        stop = quote.start if quote else host.stop
        span = _stripped(text, place, stop)
        wordless = not any(map(str.isalnum, text[span.start : span.stop]))
        if not wordless or (quote is None and not pieces):
            pieces.append(Turn(_stripped(text, pending, span.stop).start, span.stop, host.voice_id, host.kind, None, None, host.certain))
            pending = stop
        elif pieces and span.start < span.stop:
            pieces[-1] = pieces[-1]._replace(stop=span.stop)
            pending = stop
        if quote:
            pieces.append(quote._replace(start=_stripped(text, pending, quote.stop).start if pending < quote.start else quote.start))
            place = pending = quote.stop
    return pieces


def _stripped(text: str, start: int, stop: int) -> Span:
    """The stretch without white space at its ends."""
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop)


def is_named(voice: str) -> bool:
    """Whether a voice is somebody in particular: a name or an institution, not «министр» or «собеседник»."""
    first = role(voice.split()[0])
    return (
        voice[0].isupper()
        or (first is not None and first.suggests == "institution")
        or any(role(w) and role(w).suggests == "institution" for w in voice.split()[:3])
    )
