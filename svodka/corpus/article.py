"""What an article is once read: clean text, the voices in it and the turns they take."""

from datetime import date
from typing import NamedTuple

GENRES = ("interview", "monologue", "column", "report", "news")
ROLES = ("author", "expert", "interviewer", "editorial", "quoted")
KINDS = ("lead", "question", "answer", "body", "quote", "heading")


class Voice(NamedTuple):
    """A person or an institution that speaks; short is the surname, or the name where there is none; unknown is None."""

    voice_id: str
    name: str
    short: str
    role: str
    affiliation: str | None
    country: str | None


class Turn(NamedTuple):
    """A stretch of the cleaned text by one voice; the cue is that of a quote; certain is False where attribution is a guess."""

    start: int
    stop: int
    voice_id: str
    kind: str
    cue_start: int | None
    cue_stop: int | None
    certain: bool


class Article(NamedTuple):
    """One article; turns cover its text without overlap, with nothing but white space between them."""

    article_id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: date | None
    published_note: str | None
    genre: str
    text: str
    sha256: str
    file: str
    voices: tuple[Voice, ...]
    turns: tuple[Turn, ...]
