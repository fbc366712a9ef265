"""Give every part of an article its voice: authors, experts, journalist, editors and those quoted."""

from collections.abc import Mapping
from typing import NamedTuple

from svodka.corpus import voices
from svodka.corpus.article import Voice
from svodka.corpus.genre import Reading, names
from svodka.corpus.introductions import Introduction, introduce
from svodka.corpus.metadata import Known
from svodka.corpus.turns import Who, is_named
from svodka.text.persons import Person
from svodka.text.speech import Speech

MENTIONS = 6  # of one person: an introduction comes early
Credits = Mapping[str, tuple[str, ...]]


class Cast(NamedTuple):
    """The ids that the layout asks for, every voice by id, and the ids of those who may be quoted by name."""

    who: Who
    voices: dict[str, Voice]
    quoted: dict[str, str]


def authors(credits: Credits, known: Known) -> tuple[str, ...]:
    """The authors that articles.csv or the byline names."""
    given = tuple(voice.name for voice in known.voices if voice.role == "author")
    return given or _credited(credits, "authors")


def experts(known: Known) -> tuple[str, ...]:
    """The experts that articles.csv names."""
    return tuple(voice.name for voice in known.voices if voice.role == "expert")


def cast(article_id: str, text: str, reading: Reading, people: list[Person], said: list[Speech], credits: Credits, known: Known) -> Cast:
    """The voices of an article by its reading; what articles.csv says of a voice goes before what the text tells."""
    outlet = known.outlet or next(iter(credits.get("outlet", ())), None)
    found: dict[str, Voice] = {}

    def heard(voice: Voice) -> str:
        found[voice.voice_id] = voice
        return voice.voice_id

    quoted = {}
    for name in dict.fromkeys(speech.voice for speech in said if is_named(speech.voice)):
        quoted[name] = heard(_spoken_of(name, "quoted", text, people))
    editorial = heard(voices.editorial(article_id, outlet))
    asker = _interviewer(reading, credits, known)
    interviewer = heard(voices.person(asker, "interviewer") if asker else voices.interviewer(article_id, outlet))
    labels = {}
    for part in reading.parts or ():
        if part.speaker and part.speaker not in labels:
            labels[part.speaker] = heard(_spoken_of(part.speaker, "interviewer" if part.kind == "question" else "expert", text, people))
    speaker = next(iter(reading.speakers), None)
    oral = reading.genre in ("interview", "monologue")
    if speaker is None:
        speaks = heard(voices.unnamed_expert(article_id)) if oral else editorial
    else:
        speaks = heard(_spoken_of(speaker, "expert" if oral else "author", text, people, next(iter(credits.get("post", ())), None)))
    for named in known.voices:
        voice_id = voices.slug(named.name.replace(" и ", " "))
        voice = found.get(voice_id, voices.person(named.name, named.role))
        found[voice_id] = voice._replace(
            role=named.role, affiliation=named.affiliation or voice.affiliation, country=named.country or voice.country
        )
    return Cast(Who(editorial, interviewer, speaks, labels), found, quoted)


def _credited(credits: Credits, key: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for credit in credits.get(key, ()) for name in names(credit)))


def _interviewer(reading: Reading, credits: Credits, known: Known) -> str | None:
    """Who asks: named in articles.csv, in «Беседовала …», or in the byline of an interview."""
    given = [voice.name for voice in known.voices if voice.role == "interviewer"]
    credited = [name for key in ("interviewers", "staff", "authors") for name in _credited(credits, key)]
    return next((name for name in given + credited if name not in reading.speakers), None) if reading.genre == "interview" else None


def _spoken_of(name: str, role: str, text: str, people: list[Person], post: str | None = None) -> Voice:
    """A person with what the text says of them, the fullest introduction first; a name of nobody is an institution's."""
    parts = name.replace(" и ", ", ").split(", ")
    introductions = [introduce(text, person, people) for person in [person for person in people if person.name == parts[0]][:MENTIONS]]
    if not introductions and role == "quoted" and not all(part in {person.name for person in people} for part in parts):
        return voices.institution(name)
    best = max(
        introductions,
        key=lambda said: (said.affiliation is not None, said.country is not None),
        default=Introduction(None, None, frozenset()),
    )
    country = best.country or next((said.country for said in introductions if said.country), None)
    return voices.person(name, role, post or best.affiliation, country)
