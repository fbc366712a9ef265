"""The articles of a folder: which files they are, what is known of them, and each one read, cleaned and cut into turns."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from svodka.corpus import metadata, readers
from svodka.corpus.article import Article
from svodka.corpus.casting import authors, cast, experts
from svodka.corpus.cleaning import clean
from svodka.corpus.genre import read_as
from svodka.corpus.metadata import NOTHING, Known
from svodka.corpus.turns import hosts, turns
from svodka.errors import ArticleError
from svodka.text import dates, persons, speech


def paths(folder: Path) -> list[Path]:
    """The article files of a folder, sorted by name."""
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in readers.READERS and not path.name.startswith((".", "~")))


def known(folder: Path) -> dict[str, Known]:
    """What the folder's articles.csv says, by article id; raises KnowledgeError with file and line."""
    return metadata.read(folder, {path.stem for path in paths(folder)})


def load(path: Path, known: Mapping[str, Known]) -> Article:
    """One article; its id is the file's name without the ending.

    Raises ArticleError when the file holds no article that can be read.
    """
    source = readers.read(path)
    return article(path.stem, source.text, known.get(path.stem, NOTHING), source.sha256, path.name)


def article(article_id: str, text: str, known: Known = NOTHING, sha256: str = "", file: str = "") -> Article:
    """An article of a text as received; what `known` says goes before what the text tells.

    Raises ArticleError when cleaning leaves no word.
    """
    text, credits = clean(text)
    if not any(map(str.isalnum, text)):
        raise ArticleError(f"{file or article_id}: holds nothing but credits and counters; put the article's text into it")
    people = persons.find(text)
    said = speech.find(text, people)
    reading = read_as(text, people, said, authors(credits, known), experts(known), known.genre)
    voices = cast(article_id, text, reading, people, said, credits, known)
    taken = tuple(turns(text, hosts(text, reading, voices.who), said, voices.quoted))
    heard = sorted({turn.voice_id for turn in taken})
    return Article(
        article_id,
        known.title or (text[reading.headings[0].start : reading.headings[0].stop] if reading.headings else None),
        known.outlet or next(iter(credits.get("outlet", ())), None),
        known.url,
        known.published or _published(credits.get("date", ())),
        known.published_note,
        reading.genre,
        text,
        sha256,
        file,
        tuple(voices.voices[voice_id] for voice_id in heard),
        taken,
    )


def _published(stated: tuple[str, ...]) -> date | None:
    """The day that lines like «Опубликовано: 19.12.2025» state; None unless it is one.

    >>> _published(("19.12.2025", "19 декабря 2025")), _published(("31.02.2025",))
    (datetime.date(2025, 12, 19), None)
    """
    days = {found.begin for text in stated for found in dates.find(text) if found.grain == "day"}
    return days.pop() if len(days) == 1 else None
