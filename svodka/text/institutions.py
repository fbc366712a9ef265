"""Find the institutions that speak, «министерство энергетики», «Reuters», «Минэнерго», and strangers whose name no dictionary knows."""

import re

from svodka.text import noun_phrases
from svodka.text.grammemes import is_known
from svodka.text.morphology import read
from svodka.text.roles import is_role, role
from svodka.text.speaker import Speaker
from svodka.text.speech_cues import Cue
from svodka.text.stretch import Stretch

DOMAIN = re.compile(r"[\w-]+\.[a-zа-я]{2,5}\b")
MARKS = '«»"“”„ '


def beginning_at(stretch: Stretch, index: int, high: int, cases: set[str]) -> Speaker | None:
    """An institution that begins at a token: «министерство энергетики», «агентство Reuters», «Минэнерго», «МИД», ««Ведомости»»."""
    begin = index
    while index < high and noun_phrases.adjective_cases(stretch.words[index]) & cases and role(stretch.words[index]) is None:
        index += 1
    if index >= high:
        return None
    token, word = stretch.tokens[index], stretch.words[index]
    found = role(word)
    if found and found.suggests == "group":
        return None
    if found and found.suggests == "institution" and (set(found.cases) & cases or word.upper() == token.form):
        stop = noun_phrases.stop_of(stretch.tokens, stretch.words, index, high)
        return _phrase(stretch, begin, index, stop, next((case for case in found.cases if case in cases), found.cases[0]))
    if begin != index or index in stretch.named:
        return None
    return _proper(stretch, index, high, cases)


def _phrase(stretch: Stretch, begin: int, head: int, stop: int, case: str) -> Speaker:
    """An institution's noun phrase in the nominative; of «агентство «Заря»» and «агентства Reuters» the name alone."""
    start, end = stretch.tokens[begin].start, stretch.tokens[stop - 1].stop
    tail = stretch.text[stretch.tokens[head].stop : end].strip()
    if tail.strip(MARKS) and (tail[0] in '«"“„' or (tail[0].isascii() and tail[0].isupper())):
        return Speaker(tail.strip(MARKS), start, end)
    noun, gender, _ = noun_phrases.noun_nominative(stretch.tokens[head].form, case)
    agrees = (
        {"masc": "m", "femn": "f", "neut": "n"}.get(gender) if is_known(noun.lower()) and not noun_phrases.is_organisation(noun) else None
    )
    return Speaker(noun_phrases.nominative(stretch.text, stretch.tokens[begin:stop], head - begin, case), start, end, agrees=agrees)


def _proper(stretch: Stretch, index: int, high: int, cases: set[str]) -> Speaker | None:
    """A name of an institution without a noun before it: an abbreviation, Latin letters, a title in quotation marks, «Минэнерго»."""
    token = stretch.tokens[index]
    if token.form in '«"“„':
        closing = next((place for place in range(index + 1, min(high, index + 8)) if stretch.tokens[place].form in '»"”“'), None)
        if closing is None or closing == index + 1 or not stretch.tokens[index + 1].form[0].isupper():
            return None
        inner = stretch.text[token.stop : stretch.tokens[closing].start]
        first = noun_phrases.adjective_cases(stretch.words[index + 1]) | noun_phrases.noun_cases(stretch.words[index + 1])
        if first and cases.isdisjoint(first):
            return None
        return Speaker(_title(inner, cases), token.start, stretch.tokens[closing].stop)
    domain = DOMAIN.match(stretch.text, token.start)
    if domain:
        return Speaker(domain.group(), *domain.span())
    if token.kind != "word" or not token.form[0].isupper():
        return None
    if token.form[0].isascii():
        stop = index + 1
        while stop < high and stretch.tokens[stop].form[0].isascii() and stretch.tokens[stop].form[0].isupper():
            stop += 1
        return Speaker(stretch.text[token.start : stretch.tokens[stop - 1].stop], token.start, stretch.tokens[stop - 1].stop)
    if token.form.isupper() and len(token.form) > 1:
        stop = noun_phrases.stop_of(stretch.tokens, stretch.words, index, high)
        return Speaker(stretch.text[token.start : stretch.tokens[stop - 1].stop], token.start, stretch.tokens[stop - 1].stop)
    if noun_phrases.is_organisation(stretch.words[index]):
        case = next((case for case in ("nomn", "gent", "loct", "accs", "datv") if case in cases), "nomn")
        stop = noun_phrases.stop_of(stretch.tokens, stretch.words, index, high)
        return _phrase(stretch, index, index, stop, case)
    return None


def _title(inner: str, cases: set[str]) -> str:
    """A one-word title in the nominative: ««Интерфаксу»» → «Интерфакс»; a longer one as it stands."""
    if "nomn" in cases or " " in inner:
        return inner
    for case in sorted(cases):
        nominative = noun_phrases.noun_nominative(inner, case)[0]
        if nominative != inner:
            return nominative
    return inner


def ending_at(stretch: Stretch, place: int, low: int) -> Speaker | None:
    """The institution whose phrase ends at a token left of the verb: «Министерство энергетики Казахстана сообщило»."""
    for first in range(place, max(low, place - 8) - 1, -1):
        if stretch.tokens[first].kind == "sign" and stretch.tokens[first].form not in '«»"“”„':
            return None
        if first > low and (read(stretch.words[first - 1]).pos == "PREP" or _is_latin(stretch, first - 1)):
            continue
        if noun_phrases.adjective_cases(stretch.words[first - 1] if first > low else "") & {"nomn"}:
            continue
        found = beginning_at(stretch, first, place + 1, {"nomn"})
        if found and found.stop == stretch.tokens[place].stop:
            return None if first > low and _belongs(stretch.words[first - 1]) else found
    return None


def _is_latin(stretch: Stretch, place: int) -> bool:
    """Whether a token is a capitalised word in Latin letters, a part of a longer name like «Goldman Sachs»."""
    form = stretch.tokens[place].form
    return form[0].isascii() and form[0].isupper()


def inside(stretch: Stretch, cue: Cue, low: int) -> Speaker | None:
    """«В компании «Залив» заявили»: the institution in which those who speak are."""
    for place in range(cue.first - 2, max(low, cue.first - 12) - 1, -1):
        if stretch.words[place] in ("в", "во"):
            found = beginning_at(stretch, place + 1, cue.first, {"loct"})
            return found if found and found.stop == stretch.tokens[cue.first - 1].stop else None
    return None


def _belongs(word: str) -> bool:
    """Whether the word before makes an institution's name an attribute: «глава Минсвязи», «в интервью Reuters», «порталу «Заря»»."""
    before = role(word)
    return before is not None and (is_role(word) or before.suggests == "medium" or "nomn" not in before.cases)


def stranger(stretch: Stretch, index: int, high: int) -> Speaker | None:
    """Capitalised words nobody knows, right beside the verb: «говорит Гернстермайер», «Марк рассказал»."""
    if index in stretch.named or not _strange(stretch, index):
        return None
    stop = index + 1
    while stop < high and stop not in stretch.named and _strange(stretch, stop):
        stop += 1
    start, end = stretch.tokens[index].start, stretch.tokens[stop - 1].stop
    return Speaker(stretch.text[start:end], start, end)


def _strange(stretch: Stretch, index: int) -> bool:
    """Whether a token is a capitalised word that can be somebody's name in the nominative: «Гернстермайер», «Марк»."""
    token = stretch.tokens[index]
    if token.kind != "word" or not token.form[0].isupper() or (token.form.isupper() and len(token.form) > 1):
        return False
    return noun_phrases.is_strange(token.form)
