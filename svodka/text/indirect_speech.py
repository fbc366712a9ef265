"""Attribute what is told in other words: X заявил, что …; как отмечает X, …; по словам X, …; …, считает X."""

from bisect import bisect_right

from svodka.text import function_words, speech_cues
from svodka.text.attribution import Attribution, attribution
from svodka.text.direct_speech import BACKWARDS, overlapping
from svodka.text.morphology import read
from svodka.text.noun_phrases import adjective_cases, noun_cases
from svodka.text.quotations import Quotation
from svodka.text.sentences import Span
from svodka.text.speaker import Speaker
from svodka.text.speakers import of_cue
from svodka.text.speech_cues import Cue
from svodka.text.stretch import Stretch

TOPICS = frozenset({"о", "об", "обо"})


def find(stretch: Stretch, quoted: list[Quotation], direct: list[Attribution]) -> list[Attribution]:
    """The indirect speech of a paragraph, outside quotations and apart from the cues of its direct speech."""
    used = {said.cue_start: said.speaker for said in direct}
    own = overlapping(quoted, stretch)
    found: list[Attribution] = []
    for number, span in enumerate(stretch.sentences):
        inside = stretch.cues_between(stretch.index(span.start), stretch.index(span.stop))
        last: Speaker | None = None
        for place, cue in enumerate(inside):
            start = stretch.tokens[cue.first].start
            if _is_quoted(own, start):
                continue
            if start in used:
                last = used[start]
                continue
            stop = stretch.index(_limit(stretch, inside[place + 1 : place + 9], span))
            said = _told(stretch, cue, span, stop, last, stretch.sentences[number - 1] if number else None)
            if said:
                last = said.speaker
                found.append(said)
    return [said for said in found if not _told_twice(stretch, said, found)]


def _told_twice(stretch: Stretch, said: Attribution, found: list[Attribution]) -> bool:
    """«Агентство сообщает со ссылкой на министерство, что …»: the words are those of the verb."""
    if not stretch.text.startswith("с", said.cue_start) or not stretch.text[said.cue_start : said.cue_stop].endswith("на"):
        return False
    return any(
        other is not said and one.start < piece.stop and piece.start < one.stop
        for other in found
        for one in other.pieces
        for piece in said.pieces
    )


def _is_quoted(own: list[Quotation], place: int) -> bool:
    """Whether a place lies inside a quotation."""
    number = bisect_right(own, place, key=lambda quotation: quotation.start) - 1
    return number >= 0 and place < own[number].stop


def _limit(stretch: Stretch, later: list[Cue], span: Span) -> int:
    """Where the words of a cue end: before the clause of the next verb that goes on with «что» or «о», else with the sentence."""
    for cue in later:
        goes_on = [stretch.words[index] for index in range(cue.last + 1, min(cue.last + 3, len(stretch.words)))]
        told = goes_on[:2] == [",", "что"] or (goes_on[:1] and goes_on[0] in TOPICS)
        if cue.kind == "verb" and (told or (cue.gerund and not cue.government.isdisjoint({"accs", "gerund"}))):
            for index in range(cue.first, max(0, cue.first - 40), -1):
                if stretch.tokens[index].form in ",;":
                    return stretch.tokens[index].start
                if stretch.words[index] in ("и", "а", "но"):
                    return stretch.tokens[index - (stretch.tokens[index - 1].form == ",")].start
    return span.stop


def _told(stretch: Stretch, cue: Cue, span: Span, high: int, last: Speaker | None, previous: Span | None) -> Attribution | None:
    """One cue as indirect speech; the subject of the verb before serves a second verb («заявил о …, но отметил, что …»)."""
    low, end = stretch.index(span.start), stretch.index(span.stop)
    speaker = of_cue(stretch, cue, low, end)
    if cue.kind != "verb":
        content = _of_phrase(stretch, cue, speaker, span) if speaker else None
        if content and BACKWARDS.match(stretch.text, span.start):  # «Об этом пишет «Заря» со ссылкой на …»
            content = previous
        return attribution(stretch, [content], cue, speaker, "indirect") if content else None
    if speaker is None and last is not None and not cue.plural and not cue.gerund:
        speaker = last
    if cue.gerund:
        content = _object(stretch, cue, high, low) if speaker else None
        return attribution(stretch, [content], cue, speaker, "indirect") if content else None
    if previous is not None and BACKWARDS.match(stretch.text, span.start) and speaker is not None and not _clause(stretch, cue, high):
        return attribution(stretch, [previous], cue, speaker, "indirect")
    content = _object(stretch, cue, high, low) or (_around(stretch, cue, speaker, span) if speaker else None)
    if content is None:
        return None
    if speaker is None:
        silent = not cue.plural and cue.gender in ("m", "f") and cue.first - low <= 2 and _clause(stretch, cue, high) is not None
        return attribution(stretch, [content], cue, None, "indirect", certain=False) if silent else None
    return attribution(stretch, [content], cue, speaker, "indirect")


def _clause(stretch: Stretch, cue: Cue, high: int) -> Span | None:
    """«…, что спрос вырос»: the clause behind the verb and its subject."""
    commas = 0
    for index in range(cue.last + 1, high - 1):
        form, following = stretch.tokens[index].form, stretch.words[index + 1]
        commas += form == ","
        about = following in TOPICS and stretch.words[index + 2 : index + 3] == ["том"]
        if form == "," and (following == "что" or commas == 1) and (following in function_words.words("content") or about):
            skip = index + 2 if following == "что" else index + 1
            return Span(stretch.tokens[skip].start, stretch.tokens[high - 1].stop) if skip < high else None
        if stretch.is_verb(index) or form in ";:" or (form == "," and index - cue.last > 12):
            return None
    return None


def _object(stretch: Stretch, cue: Cue, high: int, low: int) -> Span | None:
    """What the verb governs behind it: «, что …», «о …», «: …», an infinitive after «призвал»."""
    governs = "accs" in cue.government and speech_cues.naming().isdisjoint(stretch.words[low : cue.first])
    governs = governs or ("gerund" in cue.government and cue.gerund and _speaks_before(stretch, cue, low))
    if "что" in cue.government:
        clause = _clause(stretch, cue, high)
        if clause:
            return clause
    for index in range(cue.last + 1, min(high, cue.last + 16)):
        word, form = stretch.words[index], stretch.tokens[index].form
        topic = (word in TOPICS and "о" in cue.government) or (word == "в" and "в" in cue.government)
        thing = governs and index - cue.last <= 2 and index not in stretch.named and "accs" in noun_cases(word) | adjective_cases(word)
        if topic or thing or ("inf" in cue.government and read(word).pos == "INFN"):
            return Span(stretch.tokens[index].start, stretch.tokens[_next_deed(stretch, index, high) - 1].stop)
        if form == ":" and index + 1 < high and stretch.tokens[index + 1].kind == "word":
            return Span(stretch.tokens[index + 1].start, stretch.tokens[high - 1].stop)
        if (
            stretch.is_verb(index)
            or form in ";.—–"
            or (form == "," and index + 1 < high and stretch.words[index + 1] in function_words.words("content"))
        ):
            return None
    return None


def _next_deed(stretch: Stretch, index: int, high: int) -> int:
    """Where what is said ends: «заявил о росте [и поручил …]» goes on with a deed."""
    for place in range(index, high - 1):
        if stretch.tokens[place].form == ",":
            return high
        if stretch.words[place] in ("и", "но", "а") and stretch.is_verb(place + 1):
            return place
    return high


def _speaks_before(stretch: Stretch, cue: Cue, low: int) -> bool:
    """«говорил на съезде, обозначив планы»: the gerund goes with a verb of speech."""
    return any(other.kind == "verb" and not other.gerund for other in stretch.cues_between(low, cue.first))


def _around(stretch: Stretch, cue: Cue, speaker: Speaker, span: Span) -> Span | None:
    """«…, считает X», «…, отмечает X, …», «Как отмечает X, …»."""
    low = stretch.index(span.start)
    behind = speaker.start > stretch.tokens[cue.first].start
    opening = [stretch.words[index] for index in range(low, min(cue.first, low + 12)) if stretch.tokens[index].kind == "word"]
    led = opening[:1] == ["как"] or (opening[1:2] == ["как"] and read(opening[0]).pos in ("CONJ", "PRCL", "ADVB"))
    if led and cue.first - low <= 10:
        return _behind_comma(stretch, max(speaker.stop, stretch.tokens[cue.last].stop), span)
    if not behind:
        return None
    comma = cue.first - 1
    while (
        comma > low
        and stretch.tokens[comma].kind == "word"
        and (stretch.words[comma] == "как" or read(stretch.words[comma]).pos in ("ADVB", "PRCL"))
    ):
        comma -= 1
    if comma <= low or stretch.tokens[comma].form != "," or stretch.words[low] in function_words.words("comparison"):
        return None
    return _without_remark(stretch, comma, speaker.stop, span)


def _without_remark(stretch: Stretch, comma: int, told: int, span: Span) -> Span:
    """The sentence before a remark that ends it, or all of the sentence around one in its middle."""
    begin = stretch.index(told)
    again = False
    for index in range(begin, min(stretch.index(span.stop), begin + 80)):
        again = again or stretch.tokens[index].form == ","
        if again and (stretch.is_verb(index) or read(stretch.words[index]).pos in ("ADJS", "PRTS", "PRED")):
            return span
    return Span(span.start, stretch.tokens[comma].start)


def _behind_comma(stretch: Stretch, told: int, span: Span) -> Span | None:
    """What follows the comma behind the speaker and the office in apposition."""
    for index in range(stretch.index(told), stretch.index(span.stop)):
        if stretch.tokens[index].form in (",", ":", "—", "–") and index + 1 < len(stretch.tokens):
            return Span(stretch.tokens[index + 1].start, span.stop)
    return None


def _of_phrase(stretch: Stretch, cue: Cue, speaker: Speaker, span: Span) -> Span | None:
    """«По словам X, …», «…, по словам X», «…, по словам X, …»; a phrase without commas leaves the whole sentence."""
    low = stretch.index(span.start)
    told = max(speaker.stop, stretch.tokens[cue.last].stop)
    lead = [index for index in range(low, min(cue.first, low + 12)) if stretch.tokens[index].kind == "word"]
    after = stretch.index(told)
    if (
        cue.first - low < 12
        and len(lead) <= 2
        and all(read(stretch.words[index]).pos in ("CONJ", "ADVB", "PRCL", "NPRO") for index in lead)
    ):
        if after < len(stretch.tokens) and stretch.tokens[after].form in (",", ":") and after + 1 < len(stretch.tokens):
            return Span(stretch.tokens[after + 1].start, span.stop)
        return Span(told, span.stop)
    comma = cue.first - 1
    if stretch.tokens[comma].form == ",":
        return _without_remark(stretch, comma, told, span)
    return span
