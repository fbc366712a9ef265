"""The words that are no subject of a text: `data/stopwords.csv`, which an analyst can edit."""

from functools import cache

from svodka.knowledge import DATA, rows

FILE = DATA / "stopwords.csv"


@cache
def stopwords() -> tuple[str, ...]:
    """The lemmas listed, read once a process."""
    return tuple(row["lemma"] for row in rows(FILE, ("lemma", "group")))
