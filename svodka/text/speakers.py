"""Find whose words a cue attributes: the subject of «заявил», the genitive after «по словам», «в министерстве» of «сообщили»."""

from svodka.text import function_words, grammemes, institutions, noun_phrases
from svodka.text.morphology import read
from svodka.text.roles import Role, is_role, role
from svodka.text.speaker import Speaker, joint
from svodka.text.speech_cues import Cue
from svodka.text.stretch import Stretch

PRONOUNS = {"он": "m", "она": "f", "они": ""}
DASHES = "—–-―"
MANY = 5  # people that may speak as one
REACH = 30  # tokens between a verb and its subject, a long apposition included


def of_cue(stretch: Stretch, cue: Cue, low: int, high: int) -> Speaker | None:
    """The speaker of a cue, looked for among the tokens from low to high; None where nobody in particular is named."""
    if cue.kind != "verb":
        return _of_phrase(stretch, cue, high)
    if "документ" in cue.government:
        return _of_document(stretch, cue, low, high)
    if cue.gerund:
        return of_verb(stretch, _verb_before(stretch, cue.first, low), low, high)
    after_first = _behind(stretch, cue, high)
    before = _before(stretch, cue, low) or (institutions.inside(stretch, cue, low) if cue.plural else None)
    opening = cue.first - low < REACH and all(
        stretch.tokens[index].kind == "sign" or read(stretch.words[index]).pos in ("ADVB", "PRCL", "CONJ", "PREP")
        for index in range(low, cue.first)
    )
    ordered = (after_first, before) if opening or before is None else (before, after_first)
    found = min((speaker for speaker in ordered if speaker and _agree(speaker, cue)), key=lambda speaker: speaker.rank, default=None)
    before = stretch.words[max(low, cue.first - 2) : cue.first]
    where = len(before) == 2 and read(before[0]).pos == "PREP" and "который" in grammemes.lemmas(before[1])
    if found is None and (before[-1:] in (["и"], ["а"]) or where):  # «провёл встречу, на которой заявил»
        return _of_verb_alike(stretch, cue, low)
    return found


def of_verb(stretch: Stretch, place: int | None, low: int, high: int) -> Speaker | None:
    """The subject of a finite verb that need not be one of speech: «выступила на форуме, отметив»."""
    if place is None:
        return None
    tags = grammemes.readings(stretch.words[place])[0]
    gender = next((short for short, tag in (("m", "masc"), ("f", "femn"), ("n", "neut")) if tag in tags), None)
    return of_cue(stretch, Cue(place, place, "verb", frozenset(), "plur" in tags, gender, None), low, high)


def _verb_before(stretch: Stretch, place: int, low: int) -> int | None:
    """The finite verb of the clause that a gerund goes with: the nearest before it that no «который» has."""
    for index in range(place - 1, low - 1, -1):
        if stretch.is_verb(index):
            clause = next((before for before in range(index, low - 1, -1) if stretch.tokens[before].form == ","), low)
            if clause == low or function_words.words("clause").isdisjoint(stretch.words[clause + 1 : clause + 3]):
                return index
    return None


def _of_verb_alike(stretch: Stretch, cue: Cue, low: int) -> Speaker | None:
    """«Анна Ли поблагодарила врачей и сказала»: the subject of the verb of the same number and gender before."""
    place = _verb_before(stretch, cue.first, low)
    tags = grammemes.readings(stretch.words[place])[0] if place is not None else ()
    gender = next((short for short, tag in (("m", "masc"), ("f", "femn"), ("n", "neut")) if tag in tags), None)
    alike = place is not None and (("plur" in tags) == cue.plural) and gender == cue.gender and place > low
    return _before(stretch, cue._replace(first=place, last=place), low) if alike else None


def _agree(speaker: Speaker, cue: Cue) -> bool:
    return None in (speaker.agrees, cue.gender) or speaker.agrees == cue.gender


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
        if (
            stretch.is_verb(place)
            or stretch.words[place] in function_words.words("clause")
            or token.form in ".!?;:()"
            or token.form in DASHES
        ):
            break
        if token.form == "," and not _role_soon(stretch, place, high):
            break
    return institutions.beginning_at(stretch, index, high, {case, "gent"}) or _role(stretch, index, high, {case})


def _before(stretch: Stretch, cue: Cue, low: int) -> Speaker | None:
    """The subject left of the verb: «Иван Петров, директор завода, отметил», «МИД сообщил», «он добавил»."""
    commas, quoted, skipped = 0, False, cue.first
    for place in range(cue.first - 1, max(low, cue.first - REACH) - 1, -1):
        if place >= skipped < cue.first:
            continue
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
        if stretch.is_verb(place) or word in function_words.words("clause") or token.form in ";:!?":
            if commas % 2 and not quoted and (comma := _relative(stretch, place, low)):
                skipped = comma
                commas += 1
                continue
            break
        if token.form in DASHES and stretch.text[token.start - 1 : token.start].isspace():
            break
        if token.form == ",":
            commas += 1
            if commas > 4:
                break
        elif token.form in '«"“„»”':
            speaker = institutions.ending_at(stretch, place, low) if commas == 0 and not quoted else None
            if speaker:
                return speaker
            quoted = not quoted
        elif commas % 2 == 0 and not quoted and token.kind == "word":
            stranger = institutions.stranger(stretch, place, place + 1) if place == cue.first - 1 and not cue.plural else None
            speaker = institutions.ending_at(stretch, place, low) or _bare_role(stretch, place, cue) or stranger
            if speaker:
                return speaker
    return None


def _relative(stretch: Stretch, place: int, low: int) -> int | None:
    """The comma that begins «, который возглавляет порт,» around a verb or the pronoun; None where there is no such clause."""
    for index in range(place, max(low, place - REACH), -1):
        if stretch.tokens[index].form == ",":
            opened = any("который" in grammemes.lemmas(word) for word in stretch.words[index + 1 : index + 3])
            return index if opened and index > low else None
    return None


def _of_document(stretch: Stretch, cue: Cue, low: int, high: int) -> Speaker | None:
    """Whose paper it stands in: «говорится в сообщении Минэнерго», «в докладе Всемирного банка отмечается»."""
    for places in (range(cue.last + 1, min(high, cue.last + 6)), range(cue.first - 1, max(low, cue.first - 9) - 1, -1)):
        for place in places:
            found = role(stretch.words[place])
            if found is not None and found.suggests == "medium":
                return (
                    _joined(stretch, place + 1, high)
                    if place + 1 in stretch.people
                    else institutions.beginning_at(stretch, place + 1, high, {"gent"})
                )
    return None


def _fits(stretch: Stretch, cue: Cue, place: int, speaker: Speaker) -> bool:
    """Whether a person can be the subject: in the nominative, behind no preposition, of the verb's number and gender."""
    person = stretch.people[place]
    if not person.subject or (place > 0 and read(stretch.words[place - 1]).pos == "PREP"):
        return False
    several = speaker.gender == ""
    return several == cue.plural and (several or cue.gender in (None, person.gender))


def _behind(stretch: Stretch, cue: Cue, high: int) -> Speaker | None:
    """The subject right of the verb: «заявил политолог, руководитель центра Рустам Каримов», «сообщили в Минэнерго», «сказал он»."""
    index = cue.last + 1
    if index >= high:
        return None
    if stretch.words[index] in PRONOUNS:
        token = stretch.tokens[index]
        return Speaker(None, token.start, token.stop, gender=PRONOUNS[stretch.words[index]], pronoun=True)
    if cue.plural and stretch.words[index] in ("в", "во"):
        found = institutions.beginning_at(stretch, index + 1, high, {"loct"})
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
        if (
            stretch.is_verb(place)
            or word in function_words.words("clause")
            or token.form in ".;:!?"
            or (token.form in DASHES and stretch.text[token.start - 1 : token.start].isspace())
        ):
            break
        if token.form == "," and not _role_soon(stretch, place, high):
            break
    return (
        institutions.beginning_at(stretch, index, high, {"nomn"})
        or _role(stretch, index, high, {"nomn"})
        or institutions.stranger(stretch, index, high)
    )


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
    """A person and those joined by «и» or a comma: «Анна Ли и Пётр Цой»."""
    first = stretch.people[place]
    names, stop, after = [first.name], first.stop, stretch.after(first)
    while len(names) < MANY and after + 1 < high and stretch.words[after] in ("и", ",") and after + 1 in stretch.people:
        if stretch.words[after] == "," and not (
            stretch.after(stretch.people[after + 1]) < high and stretch.words[stretch.after(stretch.people[after + 1])] == "и"
        ):
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


def _bare_role(stretch: Stretch, place: int, cue: Cue) -> Speaker | None:
    """«министр энергетики отметил»: a role in the nominative without a name."""
    found = role(stretch.words[place])
    if found is None or not is_role(stretch.words[place]) or "nomn" not in found.cases or found.plural != cue.plural:
        return None
    if place and stretch.words[place - 1] in function_words.words("comparison"):
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
