"""What is found in one text as it was given: the door for other programs and for measuring."""

from functools import cache
from math import isfinite
from typing import Any

from svodka.text import dates, persons, quantities, speech
from svodka.text.lexicon import Lexicon, Mention
from svodka.text.morphology import read
from svodka.text.persons import Person
from svodka.text.tokens import tokenize

NAME_KINDS = {"person": "PER", "organisation": "ORG", "place": "LOC"}

Found = dict[str, list[dict[str, Any]]]


def extract(text: str) -> Found:
    """Quantities, mentions, dates, names and speech of a text, each with its place in it; days are ISO strings, unknown is None."""
    tokens = tokenize(text)
    mentions = lexicon().find(text, tokens)
    people = persons.find(text)
    return {
        "quantities": [
            {
                "start": found.start,
                "stop": found.stop,
                "kind": found.kind,
                "low": _number(found.low),
                "high": _number(found.high),
                "shape": found.shape,
                "unit": found.unit,
            }
            for found in quantities.find(text, tokens)
        ],
        "mentions": [{"start": found.start, "stop": found.stop, "concept": found.concept} for found in mentions],
        "dates": [
            {
                "start": found.start,
                "stop": found.stop,
                "from": found.begin and found.begin.isoformat(),
                "to": found.end and found.end.isoformat(),
                "grain": found.grain,
            }
            for found in dates.find(text, tokens)
        ],
        "names": names(text, mentions, people),
        "speech": [
            {"start": found.start, "stop": found.stop, "voice": found.voice, "cue": text[found.cue_start : found.cue_stop]}
            for found in speech.find(text, people)
        ],
    }


@cache
def lexicon() -> Lexicon:
    """The lexicon of the project, loaded once a process."""
    return Lexicon.load()


def names(text: str, mentions: list[Mention], people: list[Person]) -> list[dict[str, Any]]:
    """Names that the lexicon knows and persons that it does not, never overlapping: the longer stays, of equals the known one."""
    known = [(m.start, m.stop, NAME_KINDS[m.kind], _name(text, m)) for m in mentions if m.kind in NAME_KINDS and _is_name(text, m)]
    others = [(person.start, person.stop, "PER", person.name) for person in people]
    kept: list[tuple[int, int, str, str]] = []
    for found in sorted(known + others, key=lambda name: (name[0], -name[1])):
        if kept and found[0] < kept[-1][1]:
            if found[1] - found[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = found
        else:
            kept.append(found)
    return [dict(zip(("start", "stop", "kind", "name"), name, strict=True)) for name in kept]


def _is_name(text: str, mention: Mention) -> bool:
    """Whether a mention names what it is of: «Япония», not «японцы» nor «Японский банк»."""
    form = text[mention.start : mention.stop]
    return form[0].isupper() and not (mention.kind == "place" and " " not in form and read(form).pos == "ADJF")


def _name(text: str, mention: Mention) -> str:
    """The label of what is named; a metonym is a name of its own: «из Пекина» names Пекин, though it means Китай."""
    if not mention.metonym:
        return lexicon().concepts[mention.concept].label_ru
    form = text[mention.start : mention.stop]
    return form if " " in form else read(form).lemma.title()


def _number(value: float | None) -> float | None:
    """A number that JSON can hold: four hundred digits on end are infinite."""
    return value if value is not None and isfinite(value) else None
