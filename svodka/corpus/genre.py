"""What kind of text an article is, and who speaks in it by and large."""

import re
from bisect import bisect_left
from typing import NamedTuple

from svodka.corpus import interview
from svodka.corpus import lines as layout
from svodka.corpus.interview import Part
from svodka.corpus.introductions import introduce
from svodka.corpus.lines import Line
from svodka.text import persons
from svodka.text.morphology import read
from svodka.text.persons import Person
from svodka.text.speaker import joint
from svodka.text.speech import Speech

NAMED = 12  # people of one line that are looked at
OPENING = 3  # lines in which the speaker of a monologue is introduced
NEWS = 450  # words; a longer text without an author is a report
CITED = 3  # people quoted word for word that make an author's text a report
TITLE = 200  # characters


class Reading(NamedTuple):
    """How an article is to be read: the genre, headings at the top, and the lines or parts of the rest.

    speakers are the authors of a column or a report, the one who speaks in a monologue, those who answer in an interview.
    lead is the number of lines behind the headings that introduce the text. certain is False when the speakers are a guess.
    """

    genre: str
    headings: list[Line]
    lines: list[Line]
    parts: list[Part] | None
    speakers: tuple[str, ...]
    lead: int
    certain: bool


def read_as(
    text: str, people: list[Person], speech: list[Speech], authors: tuple[str, ...], experts: tuple[str, ...], genre: str | None
) -> Reading:
    """The reading of a clean text; a genre, authors and experts that are given are kept, whatever the text looks like."""
    found = layout.read(text)
    headings = _headings(text, found)
    rest = found[len(headings) :]
    parts = interview.parts(text, rest, people) if genre in (None, "interview") else None
    if parts is not None:
        speakers, certain = ((joint(list(experts)),), True) if experts else _interviewees(text, headings, parts, people, authors)
        return Reading("interview", headings, rest, parts, speakers, 0, certain)
    if genre in (None, "monologue") and not authors:
        speaker, lead = _monologist(text, rest, people, speech)
        if experts and (speaker or genre):
            speaker, lead = joint(list(experts)), lead or _standfirst(text, rest, people, experts)
        if speaker or genre:
            return Reading("monologue", headings, rest, None, (speaker,) if speaker else (), lead, bool(speaker))
    cited = {said.voice for said in speech if said.kind == "direct" and said.voice not in authors}
    if genre is None:
        if authors:
            genre = "column" if len(authors) == 1 and len(cited) < CITED else "report"
        else:
            genre = "news" if len(text.split()) < NEWS else "report"
    return Reading(genre, headings, rest, None, (joint(list(authors)),) if authors else (), _standfirst(text, rest, people, authors), True)


def _headings(text: str, found: list[Line]) -> list[Line]:
    """Title and subtitle: short first lines that end like no sentence, before a body."""
    headings: list[Line] = []
    for line in found[: max(0, len(found) - 1)]:
        content = text[line.start : line.stop]
        if line.dashed or len(content) > TITLE or content.rstrip('»")”')[-1:] in (".", ";", ",", ":", "…") or len(headings) == 2:
            break
        if headings and (line.label is not None or "?" in content or not layout.is_heading(text, line)):
            break
        headings.append(line)
    return headings if len(headings) < len(found) else []


def _talk(text: str, line: Line) -> bool:
    """Whether a line tells of a conversation: «мы поговорили с», «в интервью»."""
    words = layout.cues()["talk"]
    return any(read(word).lemma in words for word in layout.WORD.findall(text[line.start : line.stop]))


def _within(people: list[Person], line: Line) -> list[Person]:
    return people[bisect_left(people, (line.start,)) : bisect_left(people, (line.stop,))][:NAMED]


def _interviewees(
    text: str, headings: list[Line], parts: list[Part], people: list[Person], authors: tuple[str, ...]
) -> tuple[tuple[str, ...], bool]:
    """Who answers: named by labels, else introduced in the lead, addressed in a question, named in the title."""
    labelled = tuple(dict.fromkeys(part.speaker for part in parts if part.kind == "answer" and part.speaker))
    if labelled:
        return labelled, True
    scores: dict[str, float] = {}
    lead = [part.line for part in parts if part.kind == "lead"]
    for number, line in enumerate(lead):
        talk = _talk(text, line)
        for person in _within(people, line):
            introduction = introduce(text, person, people)
            score = 2.0 * talk + 2.0 * bool(introduction.suggests & {"expert", "official", "group"}) + 0.3 * number + 1e-5 * person.start
            scores[person.name] = max(scores.get(person.name, 0.0), score)
    for line in headings:
        for person in _within(people, line)[:1]:
            if re.match(r"\s*[:—–]", text[person.stop : line.stop]):
                scores[person.name] = scores.get(person.name, 0.0) + 3.0
    for part in parts:
        for person in _within(people, part.line)[:1] if part.kind == "question" else []:
            if person.start - part.line.body < 3 and text[person.stop : person.stop + 1] == ",":
                scores[person.name] = scores.get(person.name, 0.0) + 3.0
    for author in authors:
        scores.pop(author, None)
    if not scores or max(scores.values()) < 2.0:
        return (), False
    best = max(scores, key=lambda name: (scores[name], name))
    for line in lead:
        for person, other in zip(_within(people, line), _within(people, line)[1:], strict=False):
            if best in (person.name, other.name) and text[person.stop : other.start] in (" и ", " и с "):
                return (joint([person.name, other.name]),), False
    return (best,), True


def _monologist(text: str, found: list[Line], people: list[Person], speech: list[Speech]) -> tuple[str | None, int]:
    """Who is introduced in the first lines («Об этом … заявил политолог X») and then speaks alone, never named again."""
    for number, line in enumerate(found[:OPENING]):
        rest = found[number + 1 :]
        if len(rest) < 2 or not _is_alone(speech, rest):
            continue
        for person in _within(people, line):
            attributed = any(said.voice == person.name and line.start <= said.cue_start < line.stop for said in speech)
            talk = _talk(text, line)
            labelled = person.start == line.start and text[line.stop - 1] == ":"
            if not attributed and not labelled and not (talk and (text[line.stop - 1] == ":" or rest[0].dashed)):
                continue
            suggests = introduce(text, person, people).suggests
            named_again = any(other.name == person.name and other.start >= rest[0].start for other in people)
            if not named_again and (labelled or "expert" in suggests or (suggests and talk)):
                return person.name, number + 1
    return None, 0


def _is_alone(speech: list[Speech], rest: list[Line]) -> bool:
    """Whether lines are one person's words: hardly anybody is quoted in them, so that no reporter can be at work."""
    return 4 * sum(said.start >= rest[0].start for said in speech) <= len(rest)


def _standfirst(text: str, found: list[Line], people: list[Person], authors: tuple[str, ...]) -> int:
    """How many lines at the top speak of the authors as of others: «Эксперты Анна Ли и Пётр Цой отмечают …»."""
    for number, line in enumerate(found[:OPENING]):
        if number + 1 < len(found) and layout.is_heading(text, line):
            return 0
        if any(person.name in authors for person in _within(people, line)):
            return number + 1
    return 0


def names(credit: str) -> tuple[str, ...]:
    """The people of a byline in the nominative: «Анна ЛИ и Пётр Цой» → two names."""
    found = tuple(dict.fromkeys(person.name for person in persons.find(credit)))
    return found or (credit,)
