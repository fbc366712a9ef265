"""What is found in one text as it was given: the door for other programs and for measuring."""

from functools import cache
from math import isfinite
from typing import Any

from svodka.text import dates, name_model, persons, quantities, speech
from svodka.text.lexicon import Lexicon
from svodka.text.names import Namer
from svodka.text.tokens import tokenize

Found = dict[str, list[dict[str, Any]]]


def extract(text: str, model: bool | None = None) -> Found:
    """Quantities, mentions, dates, names and speech of a text, each with its place in it; days are ISO strings, unknown is None.

    With `model` names are also found by the model for names, by default where it is installed.
    """
    model = name_model.is_available() if model is None else model
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
        "names": [
            {"start": found.start, "stop": found.stop, "kind": found.kind, "name": found.name}
            for found in namer(model).find(text, tokens, mentions, people)
        ],
        "speech": [
            {"start": found.start, "stop": found.stop, "voice": found.voice, "cue": text[found.cue_start : found.cue_stop]}
            for found in speech.find(text, people)
        ],
    }


@cache
def lexicon() -> Lexicon:
    """The lexicon of the project, loaded once a process."""
    return Lexicon.load()


@cache
def namer(model: bool) -> Namer:
    """What finds names, with the model or without it."""
    return Namer(lexicon(), name_model.find if model else None)


def _number(value: float | None) -> float | None:
    """A number that JSON can hold: four hundred digits on end are infinite."""
    return value if value is not None and isfinite(value) else None
