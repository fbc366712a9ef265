"""Attribute quotations and dialogue to the one who is said to speak."""

import re
from bisect import bisect_left, bisect_right

from svodka.text import speech_cues
from svodka.text.attribution import Attribution, attribution, worded
from svodka.text.morphology import read
from svodka.text.quotations import Quotation
from svodka.text.sentences import Span
from svodka.text.speaker import Speaker
from svodka.text.speakers import DASHES, of_cue, of_verb
from svodka.text.speech_cues import Cue
from svodka.text.stretch import Stretch

LABEL = re.compile(r":\s*[—–-]?\s*[«\"“„]")
AFTER = re.compile(rf"[\s,.!?…]*[{DASHES}]\s*|\s*,\s*(?:как\s+)?")
BETWEEN = re.compile(rf"[\s,.:;]*(?:[{DASHES}]\s*)?$")
DASHED = re.compile(rf"[,.!?…»]\s*[{DASHES}]\s+")
OPENING_DASH = re.compile(rf"[{DASHES}]\s*(?=[^\W\d_]|[«\"“„])")
BACKWARDS = re.compile(
    r"(?:Об этом|О том же|С таким заявлением|Так(?:ое мнение|ую точку зрения|ую оценку|[ои]е заявлени[ея])|"
    r"Так(?=\s+[а-яё]+(?:л|ла|ет|ит)\b))\b"
)
REMARK = re.compile(rf"[,!?…]?\s+[{DASHES}]\s+")
SOON = 4  # words between a dash and its cue: «— в свою очередь отметил»


def find(stretch: Stretch, quoted: list[Quotation]) -> list[Attribution]:
    """The direct speech of a paragraph: its quotations, its dialogue, a sentence whose marks were lost."""
    own = overlapping(quoted, stretch)
    found: list[Attribution] = []
    for place, quotation in enumerate(own):
        previous = own[place - 1].stop if place else stretch.start
        said = (
            _interrupted(stretch, max(quotation.inner_start, stretch.start), min(quotation.inner_stop, stretch.stop))
            or _attributed_after(stretch, quotation)
            or _attributed_before(stretch, quotation, previous)
            or _continued(stretch, quotation, found)
            or _told_backwards(stretch, quotation)
        )
        if said:
            found.append(said)
    if not own and OPENING_DASH.match(stretch.text, stretch.start):
        said = _interrupted(stretch, OPENING_DASH.match(stretch.text, stretch.start).end(), stretch.stop)
        return [said] if said else []
    return found + _unquoted(stretch, own)


def overlapping(quoted: list[Quotation], stretch: Stretch) -> list[Quotation]:
    """The quotations of which some part lies in the stretch."""
    return quoted[bisect_right(quoted, stretch.start, key=lambda quotation: quotation.stop) : bisect_left(quoted, (stretch.stop,))]


def _inner(quotation: Quotation) -> Span:
    return Span(quotation.inner_start, quotation.inner_stop)


def _first_cue(stretch: Stretch, low: int, high: int, reach: int) -> Cue | None:
    """The first cue among tokens low…high that can introduce direct speech and stands within reach of low."""
    near = stretch.cues_between(low, min(high, low + reach + 1))
    return next((cue for cue in near if cue.kind != "verb" or ("quote" in cue.government and not cue.gerund)), None)


def _attributed_after(stretch: Stretch, quotation: Quotation) -> Attribution | None:
    """«…», — сказал X; «…», сообщает Reuters."""
    link = AFTER.match(stretch.text, quotation.stop)
    if link is None or link.end() >= stretch.stop:
        return None
    comma = not any(dash in link.group() for dash in DASHES)
    low, high = stretch.index(link.end()), stretch.index(stretch.sentence(link.end()).stop)
    cue = _first_cue(stretch, low, high, 1 if comma else 14)
    if cue is None or (quotation.start > stretch.start and comma and not _opens(stretch, quotation)):
        return None
    speaker = of_cue(stretch, cue, low, high)
    return attribution(stretch, [_inner(quotation)], cue, speaker, "direct") if speaker else None


def _opens(stretch: Stretch, quotation: Quotation) -> bool:
    """Whether a quotation opens its sentence, so that it is no title or word in inverted commas inside it."""
    return not stretch.text[stretch.last_begun(quotation.start).start : quotation.start].strip()


def _attributed_before(stretch: Stretch, quotation: Quotation, previous: int) -> Attribution | None:
    """X заявил: «…»; X: «…»; «…», — отметил X и добавил: «…»."""
    if quotation.start < stretch.start:
        return None
    begin = max(previous, stretch.last_begun(quotation.start).start)
    region = stretch.text[begin : quotation.start].rstrip(f" \u00a0{DASHES}")
    if not region.endswith(":"):
        return None
    low, high = stretch.index(begin), stretch.index(quotation.start)
    sentence_low = stretch.index(stretch.last_begun(begin).start)
    for cue in reversed(stretch.cues_between(low, high)):
        if cue.kind == "verb" and "quote" not in cue.government:
            continue
        speaker = of_cue(stretch, cue, low, high) or (of_cue(stretch, cue, sentence_low, high) if sentence_low < low else None)
        if speaker is None and cue.kind == "verb" and not cue.plural:
            return attribution(stretch, [_inner(quotation)], cue, None, "direct", certain=False)
        if speaker:
            # «обозначил дистанцию, давая понять соседям: «…»»: what the colon follows is not the cue
            other = any(read(word).pos in ("VERB", "INFN") for word in stretch.words[cue.last + 1 : high])
            return attribution(stretch, [_inner(quotation)], cue, speaker, "direct", certain=not other and "meant" not in cue.government)
    return _named(stretch, quotation, low, high) or _labelled(stretch, low, region, begin, quotation)


def _named(stretch: Stretch, quotation: Quotation, low: int, high: int) -> Attribution | None:
    """«Посол нашёл верную формулу: «…»»: a noun for words said, and the subject of the verb before it."""
    words = stretch.words[max(low, high - 4) : high]
    verb = next((place for place in range(high - 1, low - 1, -1) if stretch.is_verb(place)), None)
    if verb is None or speech_cues.nouns().isdisjoint(words) or stretch.words[verb - 1 : verb] == ["не"]:
        return None
    if not stretch.text[quotation.inner_start].isupper():  # «предложил формулу: „хлеб и мир“» names a thing
        return None
    speaker = of_verb(stretch, verb, low, high)
    cue = Cue(verb, verb, "verb", frozenset(), False, None, None)
    return attribution(stretch, [_inner(quotation)], cue, speaker, "direct") if speaker else None


def _labelled(stretch: Stretch, low: int, region: str, begin: int, quotation: Quotation) -> Attribution | None:
    """A name and a colon: «Пётр Цой, геолог: «…»»."""
    person = stretch.people.get(low)
    if person is None or not person.subject or any(stretch.is_verb(place) for place in range(low, stretch.index(quotation.start))):
        return None
    colon = begin + len(region)
    return Attribution(
        worded(stretch.text, [_inner(quotation)]),
        person.start,
        colon,
        Speaker(person.name, person.start, person.stop, gender=person.gender),
        "direct",
    )


def _continued(stretch: Stretch, quotation: Quotation, found: list[Attribution]) -> Attribution | None:
    """The second half of «…» — отмечает X — «…»; without the dash the same speaker is only likely."""
    if not found or found[-1].speaker is None:
        return None
    last = found[-1]
    told = max(last.cue_stop, last.speaker.stop, last.pieces[-1].stop + 1 if last.pieces else 0)
    link = stretch.text[told : quotation.start]
    if told > quotation.start or "\n" in link or not BETWEEN.match(link):
        return None
    sure = any(dash in link for dash in DASHES)
    return last._replace(pieces=worded(stretch.text, [_inner(quotation)]), certain=last.certain and sure)


def _told_backwards(stretch: Stretch, quotation: Quotation) -> Attribution | None:
    """«…». Об этом заявил X."""
    after = stretch.sentence(quotation.stop)
    if after.start < quotation.stop:
        after = stretch.sentence(after.stop)
    if (
        after.start < quotation.stop
        or stretch.text[quotation.stop : after.start].strip(" .!?…\u00a0")
        or not BACKWARDS.match(stretch.text, after.start)
    ):
        return None
    low, high = stretch.index(after.start), stretch.index(after.stop)
    cue = _first_cue(stretch, low, high, 40)
    speaker = of_cue(stretch, cue, low, high) if cue else None
    return attribution(stretch, [_inner(quotation)], cue, speaker, "direct") if cue and speaker else None


def _interrupted(stretch: Stretch, start: int, stop: int) -> Attribution | None:
    """Words broken by a remark: «…, — говорит X. — …», — …, — сказал X."""
    for dash in DASHED.finditer(stretch.text, start, stop):
        low = stretch.index(dash.end())
        end = next((match.start() for match in DASHED.finditer(stretch.text, dash.end(), stop)), stop)
        high = stretch.index(end)
        cue = _first_cue(stretch, low, high, SOON)
        speaker = of_cue(stretch, cue, low, high) if cue else None
        if speaker:
            rest = Span(end + 1, stop) if end < stop else Span(stop, stop)
            return attribution(stretch, [Span(start, dash.start() + (stretch.text[dash.start()] in "!?…")), rest], cue, speaker, "direct")
    return None


def _unquoted(stretch: Stretch, own: list[Quotation]) -> list[Attribution]:
    """A sentence whose quotation marks were lost: «Рынок растёт — заявил X»."""
    found = []
    for span in stretch.sentences:
        for dash in REMARK.finditer(stretch.text, span.start, span.stop):
            if dash.start() == span.start or _quoted_at(own, dash.start()):
                continue
            low, high = stretch.index(dash.end()), stretch.index(span.stop)
            cue = _first_cue(stretch, low, high, 1)
            speaker = of_cue(stretch, cue, low, high) if cue and cue.kind == "verb" else None
            if speaker and speaker.start > stretch.tokens[cue.first].start:
                found.append(attribution(stretch, [Span(span.start, dash.start())], cue, speaker, "direct"))
                break
    return found


def _quoted_at(own: list[Quotation], place: int) -> bool:
    """Whether a place lies inside a quotation or right behind it."""
    number = bisect_left(own, place, key=lambda quotation: quotation.start) - 1
    return number >= 0 and place <= own[number].stop + 1
