"""Find whose words a cue attributes: the subject of «заявил», the genitive after «по словам», «в министерстве» of «сообщили»."""

import re
from typing import NamedTuple

from svodka.text import noun_phrases
from svodka.text.morphology import read
from svodka.text.roles import Role, is_role, role
from svodka.text.speech_cues import Cue
from svodka.text.stretch import Stretch

PRONOUNS = {"он": "m", "она": "f", "они": ""}
CLAUSE_WORDS = frozenset({"что", "чтобы", "который", "которая", "которое", "которые", "которого", "которой", "которых", "если", "когда", "поскольку", "хотя", "пока"})
DOMAIN = re.compile(r"[\w-]+\.[a-zа-я]{2,5}\b")
MARKS = "«»\"“”„ "
DASHES = "—–-―"
MANY = 5  # people that may speak as one
REACH = 30  # tokens between a verb and its subject, a long apposition included


class Speaker(NamedTuple):
    """Who speaks, as far as the sentence tells: a name, else a role («министр») or a gender («он») to be resolved by the text before."""

    name: str | None
    start: int
    stop: int
    role: str | None = None
    gender: str | None = None
    pronoun: bool = False
    person: bool = False

    @property
    def rank(self) -> int:
        """Of two subjects of one verb the lower is meant: a person before an institution, a bare office last."""
        return 0 if self.person or self.pronoun else 1 if self.name else 2


def of_cue(stretch: Stretch, cue: Cue, low: int, high: int) -> Speaker | None:
    """The speaker of a cue, looked for among the tokens from low to high; None where nobody in particular is named."""
    if cue.kind != "verb":
        return _of_phrase(stretch, cue, high)
    after_first = _behind(stretch, cue, high)
    before = _before(stretch, cue, low)
    opening = all(stretch.tokens[index].kind == "sign" or read(stretch.words[index]).pos in ("ADVB", "PRCL", "CONJ", "PREP") for index in range(low, cue.first))
    ordered = (after_first, before) if opening or before is None else (before, after_first)
    return min((speaker for speaker in ordered if speaker is not None), key=lambda speaker: speaker.rank, default=None)


def _of_phrase(stretch: Stretch, cue: Cue, high: int) -> Speaker | None:
    """«по словам министра Ивана Петрова», «по его словам», «по данным агентства», «со ссылкой на «Ведомости»»."""
    first, last = stretch.tokens[cue.first], stretch.tokens[cue.last]
    if cue.owner is not None:
        return Speaker(None, first.start, last.stop, gender=cue.owner, pronoun=True)
    index = cue.last + 1
    case = next(iter(cue.government))
    for place in range(index, min(high, index + REACH)):
        token = stretch.tokens[place]
        if place in stretch.people:
            return _joined(stretch, place, high)
        if stretch.is_verb(place) or stretch.words[place] in CLAUSE_WORDS or token.form in ".!?;:()" or token.form in DASHES:
            break
        if token.form == "," and not _role_soon(stretch, place, high):
            break
    return _institution(stretch, index, high, {case, "gent"}) or _role(stretch, index, high, {case})


def _before(stretch: Stretch, cue: Cue, low: int) -> Speaker | None:
    """The subject left of the verb: «Иван Петров, директор завода, отметил», «МИД сообщил», «он добавил»."""
    commas, quoted = 0, False
    for place in range(cue.first - 1, max(low, cue.first - REACH) - 1, -1):
        token, word = stretch.tokens[place], stretch.words[place]
        if place in stretch.people:
            speaker = _joined_before(stretch, place, low)
            if _fits(stretch, cue, place, speaker):
                return speaker
            continue
        if place in stretch.named:
            continue
        if word in PRONOUNS and commas == 0:
            return Speaker(None, token.start, token.stop, gender=PRONOUNS[word], pronoun=True)
        if stretch.is_verb(place) or word in CLAUSE_WORDS or token.form in ";:!?":
            break
        if token.form in DASHES and stretch.text[token.start - 1 : token.start].isspace():
            break
        if token.form == ",":
            commas += 1
            if commas > 4:
                break
        elif token.form in "«\"“„»”":
            speaker = _organisation_ending(stretch, place, low) if commas == 0 and not quoted else None
            if speaker:
                return speaker
            quoted = not quoted
        elif commas % 2 == 0 and not quoted and token.kind == "word":
            stranger = _stranger(stretch, place, place + 1) if place == cue.first - 1 and not cue.plural else None
            speaker = _organisation_ending(stretch, place, low) or _bare_role(stretch, place, cue) or stranger
            if speaker:
                return speaker
    return None


def _fits(stretch: Stretch, cue: Cue, place: int, speaker: Speaker) -> bool:
    """Whether a person can be the subject: in the nominative, behind no preposition, of the verb's number and gender."""
    person = stretch.people[place]
    if not person.subject or (place > 0 and read(stretch.words[place - 1]).pos == "PREP"):
        return False
    several = speaker.gender == ""
    return several == cue.plural and (several or cue.gender in (None, person.gender))


def _behind(stretch: Stretch, cue: Cue, high: int) -> Speaker | None:
    """The subject right of the verb: «заявил политолог, руководитель центра Фархад Касенов», «сообщили в Минэнерго», «сказал он»."""
    index = cue.last + 1
    if index >= high:
        return None
    if stretch.words[index] in PRONOUNS:
        token = stretch.tokens[index]
        return Speaker(None, token.start, token.stop, gender=PRONOUNS[stretch.words[index]], pronoun=True)
    if cue.plural and stretch.words[index] in ("в", "во"):
        found = _institution(stretch, index + 1, high, {"loct"})
        if found:
            return found
    for place in range(index, min(high, index + REACH)):
        token, word = stretch.tokens[place], stretch.words[place]
        if place in stretch.people:
            speaker = _joined(stretch, place, high)
            if _fits(stretch, cue, place, speaker):
                return speaker
            continue
        if place in stretch.named:
            continue
        if stretch.is_verb(place) or word in CLAUSE_WORDS or token.form in ".;:!?" or token.form in DASHES and stretch.text[token.start - 1 : token.start].isspace():
            break
        if token.form == "," and not _role_soon(stretch, place, high):
            break
    return _institution(stretch, index, high, {"nomn"}) or _role(stretch, index, high, {"nomn"}) or _stranger(stretch, index, high)


def _role_soon(stretch: Stretch, comma: int, high: int) -> bool:
    """Whether a comma goes on with another office of the same person: «политолог, руководитель центра»."""
    for place in range(comma + 1, min(high, comma + 5)):
        found = role(stretch.words[place])
        if found and is_role(stretch.words[place]):
            return True
        if place in stretch.people or stretch.tokens[place].kind != "word":
            return False
    return False


def _joined(stretch: Stretch, place: int, high: int) -> Speaker:
    """A person and those joined by «и» or a comma: «Собир Курбанов и Эльданиз Гусейнов»."""
    first = stretch.people[place]
    names, stop, after = [first.name], first.stop, stretch.after(first)
    while len(names) < MANY and after + 1 < high and stretch.words[after] in ("и", ",") and after + 1 in stretch.people:
        if stretch.words[after] == "," and not (stretch.after(stretch.people[after + 1]) < high and stretch.words[stretch.after(stretch.people[after + 1])] == "и"):
            break
        person = stretch.people[after + 1]
        names.append(person.name)
        stop, after = person.stop, stretch.after(person)
    if len(names) == 1:
        return Speaker(first.name, first.start, stop, gender=first.gender, person=True)
    return Speaker(joint(names), first.start, stop, gender="", person=True)


def _joined_before(stretch: Stretch, place: int, low: int) -> Speaker:
    """The same, found from its last person."""
    for _ in range(MANY - 1):
        previous = stretch.ends.get(place - 1, -1)
        if previous < low or stretch.words[place - 1] not in ("и", ","):
            break
        place = previous
    return _joined(stretch, place, len(stretch.tokens))


def joint(names: list[str]) -> str:
    """Several people as one voice.

    >>> joint(["Анна Ли", "Пётр Цой", "Иван Ким"])
    'Анна Ли, Пётр Цой и Иван Ким'
    """
    return f"{', '.join(names[:-1])} и {names[-1]}" if len(names) > 1 else names[0]


def _institution(stretch: Stretch, index: int, high: int, cases: set[str]) -> Speaker | None:
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
    if tail.strip(MARKS) and (tail[0] in "«\"“„" or (tail[0].isascii() and tail[0].isupper())):
        return Speaker(tail.strip(MARKS), start, end)
    return Speaker(noun_phrases.nominative(stretch.text, stretch.tokens[begin:stop], head - begin, case), start, end)


def _proper(stretch: Stretch, index: int, high: int, cases: set[str]) -> Speaker | None:
    """A name of an institution without a noun before it: an abbreviation, Latin letters, a title in quotation marks, «Минэнерго»."""
    token = stretch.tokens[index]
    if token.form in "«\"“„":
        closing = next((place for place in range(index + 1, min(high, index + 8)) if stretch.tokens[place].form in "»\"”“"), None)
        if closing is None or closing == index + 1 or not stretch.tokens[index + 1].form[0].isupper():
            return None
        inner = stretch.text[token.stop : stretch.tokens[closing].start]
        first = noun_phrases.adjective_cases(stretch.words[index + 1]) | noun_phrases.noun_cases(stretch.words[index + 1])
        if first and cases.isdisjoint(first):
            return None
        return Speaker(_title(inner, cases), token.start, stretch.tokens[closing].stop)
    if token.kind != "word" or not token.form[0].isupper():
        return None
    domain = DOMAIN.match(stretch.text, token.start)
    if domain:
        return Speaker(domain.group(), *domain.span())
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


def _organisation_ending(stretch: Stretch, place: int, low: int) -> Speaker | None:
    """The institution whose phrase ends at a token left of the verb: «Министерство энергетики Казахстана сообщило»."""
    for first in range(place, max(low, place - 8) - 1, -1):
        if stretch.tokens[first].kind == "sign" and stretch.tokens[first].form not in "«»\"“”„":
            return None
        if first > low and read(stretch.words[first - 1]).pos == "PREP":
            continue
        if noun_phrases.adjective_cases(stretch.words[first - 1] if first > low else "") & {"nomn"}:
            continue
        found = _institution(stretch, first, place + 1, {"nomn"})
        if found and found.stop == stretch.tokens[place].stop:
            return None if first > low and _belongs(stretch.words[first - 1]) else found
    return None


def _belongs(word: str) -> bool:
    """Whether the word before an institution's name makes it somebody's or something's: «глава Минсвязи», «в интервью Reuters», «порталу «Заря»»."""
    before = role(word)
    return before is not None and (is_role(word) or before.suggests == "medium" or "nomn" not in before.cases)


def _bare_role(stretch: Stretch, place: int, cue: Cue) -> Speaker | None:
    """«министр энергетики отметил»: a role in the nominative without a name."""
    found = role(stretch.words[place])
    if found is None or not is_role(stretch.words[place]) or "nomn" not in found.cases or found.plural != cue.plural:
        return None
    return _as_role(stretch, place, noun_phrases.stop_of(stretch.tokens, stretch.words, place, cue.first), found, "nomn")


def _role(stretch: Stretch, index: int, high: int, cases: set[str]) -> Speaker | None:
    """A role without a name right of a cue: «сказал министр энергетики», «по словам посла»."""
    while index < high and noun_phrases.adjective_cases(stretch.words[index]) & cases and role(stretch.words[index]) is None:
        index += 1
    if index >= high:
        return None
    found = role(stretch.words[index])
    if found is None or not is_role(stretch.words[index]) or not set(found.cases) & cases:
        return None
    stop = noun_phrases.stop_of(stretch.tokens, stretch.words, index, high)
    return _as_role(stretch, index, stop, found, next(case for case in found.cases if case in cases))


def _as_role(stretch: Stretch, head: int, stop: int, found: Role, case: str) -> Speaker | None:
    """A role to be resolved by the text before; a group («эксперты») is nobody in particular."""
    if found.plural or found.suggests == "group":
        return None
    phrase = noun_phrases.nominative(stretch.text, stretch.tokens[head:stop], 0, case)
    phrase = phrase[0].lower() + phrase[1:]
    gender = "f" if noun_phrases.noun_nominative(found.word, "nomn")[1] == "femn" else None
    return Speaker(None, stretch.tokens[head].start, stretch.tokens[stop - 1].stop, role=phrase, gender=gender)


def _stranger(stretch: Stretch, index: int, high: int) -> Speaker | None:
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
