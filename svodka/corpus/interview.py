"""Tell questions from answers, however an interview is laid out: dashes, labels, bold lines, bare questions."""

import re
from collections import Counter
from functools import cache
from typing import NamedTuple

from svodka.corpus import lines as layout
from svodka.corpus.alternation import alternation
from svodka.corpus.lines import Line
from svodka.text import persons
from svodka.text.morphology import read
from svodka.text.name_forms import titled
from svodka.text.persons import Person
from svodka.text.roles import role

LIST_END = re.compile(r"[:;]$")
INITIALS = re.compile(r"([А-ЯЁ])\.\s?([А-ЯЁ])\.?$")
REMARK = re.compile(r"[,!?…]\s*[—–-]\s+[а-яё]+(?:л|ла|ет|ит|ют|ят)\b")
# «…», — сказал он; эксперт отметил, что
REPORTED = re.compile(r"[»”\"][,.]?\s*[—–-]|[а-яё]+(?:л|ла|ет|ит),\s+что\b|\bпо (?:его|её|ее) словам|\bпо словам\b", re.IGNORECASE)
LONGEST_QUESTION = 600  # characters of a question that nothing marks


class Part(NamedTuple):
    """What one line is in an interview: lead, question, answer, heading or afterword.

    begins says that a turn begins with the line; speaker is the person a label names, None where there is no such label.
    """

    line: Line
    kind: str
    begins: bool
    speaker: str | None


def parts(text: str, found: list[Line], people: list[Person]) -> list[Part] | None:
    """The lines of an interview with their kinds; None for a text that is no interview.

    Layouts are tried from the most explicit to the least: labels, dashes, bold questions, bare questions.
    """
    for reading in (_by_labels, _by_dashes, _by_bold, _by_bare_questions):
        sides = reading(text, found, people)
        if sides is not None and _holds(text, found, sides):
            return _with_surroundings(text, found, sides)
    return None


Side = tuple[str, str | None] | None  # («question» or «answer», the speaker if the label tells); None: no turn begins here


def _holds(text: str, found: list[Line], sides: list[Side]) -> bool:
    """Whether there are questions and answers, and the questions ask."""
    begins = [place for place, side in enumerate(sides) if side is not None]
    ends = [*begins[1:], len(found)][: len(begins)]
    questions = asking = answers = 0
    for begin, end in zip(begins, ends, strict=True):
        if sides[begin][0] == "answer":
            answers += 1
            continue
        questions += 1
        asking += "?" in text[found[begin].start : found[end - 1].stop] or layout.resemblance(text, found[begin]) > 0
    return answers > (0 if questions else 1) and 2 * asking >= questions


def _with_surroundings(text: str, found: list[Line], sides: list[Side]) -> list[Part]:
    """Every line with its kind: the lead before the first turn, continuations, headings between turns, an afterword."""
    result: list[Part] = []
    kind, speaker = "lead", None
    for place, (line, side) in enumerate(zip(found, sides, strict=True)):
        if side is not None:
            kind, speaker = side
        elif kind in ("question", "answer") and _is_afterword(text, line):
            kind, speaker = "afterword", None
        elif kind == "answer" and place + 1 < len(found) and layout.is_heading(text, line) and _between(text, sides, found, place):
            result.append(Part(line, "heading", True, None))
            continue
        begins = side is not None or not result or result[-1].kind != kind
        result.append(Part(line, kind, begins, speaker))
    return result


@cache
def _afterword() -> re.Pattern[str]:
    cues = sorted(layout.cues()["afterword"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, cues))})(?!\w)[\s:,.—–-]", re.IGNORECASE)


def _is_afterword(text: str, line: Line) -> bool:
    """«Справка: …», «Напомним, …» behind the last answer."""
    return _afterword().match(text, line.start, line.stop) is not None


def _between(text: str, sides: list[Side], found: list[Line], place: int) -> bool:
    """Whether a short line stands right before a turn, or before a paragraph of its own chapter, and is no item of a list."""
    before = text[found[place - 1].start : found[place - 1].stop]
    return not LIST_END.search(before) and (sides[place + 1] is not None or not layout.is_heading(text, found[place + 1]))


def _by_labels(text: str, found: list[Line], people: list[Person]) -> list[Side] | None:
    """«Вопрос: …», «Корр.: …», «Пётр Цой: …», «П.Ц.: …»; a dashed line among them may be a question without a label."""
    counts = Counter(line.label for line in found if line.label is not None)
    titled = {line.label for line in found if line.titled}
    known = {label: _speaker_of(label, people, count) for label, count in counts.items()}
    known = {label: whom for label, whom in known.items() if whom or label not in titled}
    known = {label: whom for label, whom in known.items() if whom is not None}
    if known:  # beside «Ольга Рейн:» a label that comes back is a speaker's too, «Голос порта:»
        known |= {
            label: "" for label, count in counts.items() if count > 1 and label not in known.keys() | titled and len(label.split()) <= 4
        }
    labelled = [line for line in found if line.label in known]
    if len(labelled) < 2:
        return None
    asks = {label: _asking(text, [line for line in labelled if line.label == label]) for label in known}
    side_of = _sides(known, asks)
    if len(known) == 1 and "answer" in side_of.values() and sum(line.label in known for line in found) < 2:
        return None
    sides: list[Side] = []
    for line in found:
        if line.label in known:
            side = side_of[line.label]
            sides.append((side, known[line.label] or None))
        elif any(sides) or line.dashed or layout.ends_as_question(text, line):
            unlabelled = (
                (line.dashed or line.bold or len(known) == 1)
                and layout.resemblance(text, line) > 1.5
                and len(text[line.start : line.stop]) < LONGEST_QUESTION
            )
            sides.append(("question", None) if unlabelled and "question" not in side_of.values() else None)
        else:
            sides.append(None)
    return sides


def _speaker_of(label: str, people: list[Person], count: int) -> str | None:
    """Whom a label means: a full name, an empty text for one nobody can name («Вопрос»), None when it is no label of a speaker."""
    lowered = label.lower()
    cues = layout.cues()
    if lowered in cues["question"] | cues["answer"] or lowered.rstrip(".") in cues["question"]:
        return ""
    initials = INITIALS.fullmatch(label)
    if initials:
        matching = {person.name for person in people if _initials(person.name) in (initials.groups(), initials.groups()[::-1])}
        return matching.pop() if len(matching) == 1 else ("" if count > 1 else None)
    name = titled(label) if label.isupper() else label
    for found in persons.find(name):
        if found.start == 0 and found.stop == len(name):
            same = {person.name for person in people if person.name.split()[-1] == found.name.split()[-1]}
            short = "." in found.name or " " not in found.name
            return same.pop() if len(same) == 1 and short else found.name
    named = {person.name for person in people if name in person.name.split()}
    if len(named) == 1:
        return named.pop()
    if count > 1 and (label[0].isascii() or label.isupper() or "." in label or _is_office(label)):
        return ""
    return None


def _is_office(label: str) -> bool:
    found = role(label.split()[0])
    return found is not None and found.suggests in ("journalist", "expert", "official")


def _initials(name: str) -> tuple[str, ...]:
    return tuple(part[0] for part in name.split()[:2])


def _asking(text: str, labelled: list[Line]) -> float:
    """The share of a label's lines that ask."""
    return sum(layout.ends_as_question(text, line) or layout.resemblance(text, line) > 1 for line in labelled) / len(labelled)


def _sides(known: dict[str, str | None], asks: dict[str, float]) -> dict[str, str]:
    """Label → question or answer: by the word itself, else by how often it asks compared with the others."""
    cues = layout.cues()
    sides = {}
    for label, share in asks.items():
        lowered = label.lower()
        if lowered in cues["answer"]:
            sides[label] = "answer"
        elif (
            lowered in cues["question"]
            or lowered.rstrip(".") in cues["question"]
            or (role(label.split()[0]) and role(label.split()[0]).suggests == "journalist")
        ):
            sides[label] = "question"
        else:
            others = [other for name, other in asks.items() if name != label]
            sides[label] = "question" if share >= 0.5 and (not others or share >= max(others)) else "answer"
    if len(sides) > 1 and "answer" not in sides.values():
        sides[min(asks, key=lambda label: (asks[label], label))] = "answer"
    return sides


def _by_dashes(text: str, found: list[Line], people: list[Person]) -> list[Side] | None:
    """Every turn, every question or every answer begins with a dash; other paragraphs go on."""
    dashed = [place for place, line in enumerate(found) if line.dashed]
    if not dashed or _is_dialogue(text, [found[place] for place in dashed]):
        return None
    asking = [place for place in dashed if layout.ends_as_question(text, found[place])]
    between = [place for place in range(dashed[0], len(found)) if not found[place].dashed]
    if len(asking) >= 2 and len(asking) >= 0.8 * len(dashed) and all(place + 1 in between for place in asking):
        return [
            ("question", None) if place in asking else (("answer", None) if place - 1 in asking else None) for place in range(len(found))
        ]
    before = [place - 1 for place in dashed if place and not found[place - 1].dashed and layout.ends_as_question(text, found[place - 1])]
    if len(before) >= 2 and len(asking) * 5 <= len(dashed) and len(before) * 2 > len(dashed):
        return [
            ("question", None) if place in before else (("answer", None) if place - 1 in before else None) for place in range(len(found))
        ]
    if len(dashed) < 2 or not asking or (len(asking) == 1 and not _is_conversation(text, found)):
        return None
    sides: list[Side] = [None] * len(found)
    for place, kind in zip(dashed, alternation(text, found, dashed), strict=True):
        sides[place] = (kind, None) if kind != "item" else None
    return sides


def _is_conversation(text: str, found: list[Line]) -> bool:
    """Whether some line tells of a conversation or speaks to somebody: «мы поговорили с», «вы», «скажите»."""
    words = [word.lower() for line in found for word in layout.WORD.findall(text[line.start : line.stop])]
    return any(word in layout.cues()["address"] or read(word).lemma in layout.cues()["talk"] for word in words)


def _is_dialogue(text: str, dashed: list[Line]) -> bool:
    """Whether dashes belong to told speech: «— Идём, — сказал он»."""
    return sum(bool(REMARK.search(text, line.start, line.stop)) for line in dashed) * 3 > len(dashed)


def _by_bold(text: str, found: list[Line], people: list[Person]) -> list[Side] | None:
    """Questions set in bold, `**…**`, answers in plain paragraphs."""
    bold = [
        place
        for place, line in enumerate(found)
        if line.bold and (layout.ends_as_question(text, line) or layout.resemblance(text, line) > 0.5)
    ]
    if len(bold) < 2 or any(place + 1 in bold for place in bold[:1]):
        return None
    return [("question", None) if place in bold else (("answer", None) if place - 1 in bold else None) for place in range(len(found))]


def _by_bare_questions(text: str, found: list[Line], people: list[Person]) -> list[Side] | None:
    """Questions and answers in plain paragraphs: short ones that end with a question mark and speak to somebody."""
    asking = [
        place
        for place, line in enumerate(found)
        if place and layout.ends_as_question(text, line) and line.stop - line.start < LONGEST_QUESTION and place + 1 < len(found)
    ]
    talk = any(
        word.lower() in layout.cues()["address"]
        for place in asking
        for word in layout.WORD.findall(text[found[place].start : found[place].stop])
    )
    addressing = sum(layout.resemblance(text, found[place]) > 2.5 for place in asking)
    runs = [place for place in asking if place + 1 not in asking]
    asked = (talk and addressing * 3 >= len(asking)) or _told_as_talk(text, found, asking, people)
    if len(runs) < 2 or not asked:
        return None
    return [("question", None) if place in asking else (("answer", None) if place - 1 in asking else None) for place in range(len(found))]


def _told_as_talk(text: str, found: list[Line], asking: list[int], people: list[Person]) -> bool:
    """Whether a lead announces a talk with somebody and nothing behind it is told of them: «Когда?» and «В мае» speak for themselves."""
    if not asking:
        return False
    first = found[asking[0]].start
    lead = [read(word).lemma for word in layout.WORD.findall(text[:first])]
    named = any(person.start < first for person in people)
    answers = [line for place, line in enumerate(found) if place > asking[0] and place not in asking]
    told = any(REPORTED.search(text, line.start, line.stop) for line in answers)
    return named and not told and any(lemma in layout.cues()["conversation"] for lemma in lead)
