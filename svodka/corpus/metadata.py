"""What is known of the articles from outside: `articles.csv` beside them, which may be absent."""

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import NamedTuple

from svodka.corpus.article import GENRES, ROLES
from svodka.knowledge import Row, rows

FILE = "articles.csv"
COLUMNS = ("article_id", "title", "outlet", "url", "published", "published_note", "genre", "voices")


class Named(NamedTuple):
    """A voice as articles.csv gives it; what is None is left to detection."""

    name: str
    role: str
    affiliation: str | None
    country: str | None


class Known(NamedTuple):
    """What articles.csv says of one article; None where it says nothing."""

    title: str | None
    outlet: str | None
    url: str | None
    published: date | None
    published_note: str | None
    genre: str | None
    voices: tuple[Named, ...]


NOTHING = Known(None, None, None, None, None, None, ())


def read(folder: Path, articles: Collection[str]) -> dict[str, Known]:
    """The rows of a folder's articles.csv by article id; empty when there is no such file.

    Raises KnowledgeError with file and line for an article that is not there, a second row for one, a bad date, genre or voice.
    """
    path = folder / FILE
    if not path.is_file():
        return {}
    found: dict[str, Known] = {}
    for row in rows(path, COLUMNS):
        article_id = row["article_id"]
        if article_id not in articles:
            raise row.error(f"there is no article «{article_id}» in {folder.name}; article_id is a file's name without its ending")
        if article_id in found:
            raise row.error(f"a second row for «{article_id}»; join the two")
        if row["genre"] and row["genre"] not in GENRES:
            raise row.error(f"«{row['genre']}» is no genre; known: {', '.join(GENRES)}")
        found[article_id] = Known(
            row["title"] or None,
            row["outlet"] or None,
            row["url"] or None,
            _day(row),
            row["published_note"] or None,
            row["genre"] or None,
            tuple(_named(row, cell) for cell in row.listed("voices")),
        )
    return found


def _day(row: Row) -> date | None:
    """The day of publication, which articles.csv writes as 2025-12-19."""
    if not row["published"]:
        return None
    try:
        return date.fromisoformat(row["published"])
    except ValueError as error:
        raise row.error(f"«{row['published']}» is no date; write it as 2025-12-19, or leave it empty") from error


def _named(row: Row, cell: str) -> Named:
    """One voice, «Имя Фамилия|role|affiliation|country»; what stands behind the role may be left out."""
    name, role, affiliation, country, *rest = [part.strip() for part in cell.split("|")] + [""] * 3
    if not name or any(rest):
        raise row.error(f"«{cell}» is no voice; write «Имя Фамилия|role|affiliation|country»")
    if role not in ROLES:
        raise row.error(f"«{role}» is no role; known: {', '.join(ROLES)}")
    if country and not (len(country) == 2 and country.isupper()):
        raise row.error(f"«{country}» is no country code; write two capital letters, as KZ")
    return Named(name, role, affiliation or None, country or None)
