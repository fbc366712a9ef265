"""The voices of an article: people, institutions, the journalist and the editors, each with a stable id."""

import re

from svodka.corpus.article import Voice
from svodka.text.name_forms import dictionary, is_given

LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "",
            "y",
            "",
            "e",
            "yu",
            "ya",
        ],
        strict=True,
    )
)
SEPARATOR = re.compile(r"[^a-z0-9]+")


def slug(name: str) -> str:
    """A name in Latin letters for ids; ё and е are one, so that one person is one voice.

    >>> slug("Рустам Хайруллаев"), slug("Port.Example"), slug("Щёголев")
    ('rustam-khayrullaev', 'port-example', 'shchegolev')
    """
    return SEPARATOR.sub("-", "".join(LETTERS.get(letter, letter) for letter in name.lower())).strip("-") or "nobody"


def person(name: str, role: str, affiliation: str | None = None, country: str | None = None) -> Voice:
    """One person, or several that speak as one («Анна Ли и Пётр Цой»)."""
    parts = re.split(r", | и ", name)
    short = ", ".join(_surname(part) for part in parts)
    return Voice(slug(" ".join(parts)), name, short, role, affiliation, country)


def _surname(name: str) -> str:
    """What a person is called in short.

    >>> _surname("Людвиг ван Бетховен"), _surname("Го Можо"), _surname("Джон Рональд Толкин")
    ('ван Бетховен', 'Го', 'Толкин')
    """
    words = name.split()
    if words[0].lower() in dictionary()["family first"] and not is_given(words[0]):
        return words[0]
    begin = next((place for place, word in enumerate(words) if word[0].islower()), len(words) - 1)
    return " ".join(words[begin:])


def institution(name: str) -> Voice:
    """A ministry, a company, a news agency that is quoted."""
    return Voice(slug(name), name, name, "quoted", None, None)


def interviewer(article_id: str, outlet: str | None) -> Voice:
    """The journalist nobody names."""
    return _nameless("interviewer", "Журналист", article_id, outlet)


def editorial(article_id: str, outlet: str | None) -> Voice:
    """Those who wrote leads and headings."""
    return _nameless("editorial", "Редакция", article_id, outlet)


def unnamed_expert(article_id: str) -> Voice:
    """Who answers in an interview that does not say who."""
    return Voice(f"expert-{slug(article_id)}", "Собеседник", "Собеседник", "expert", None, None)


def _nameless(role: str, word: str, article_id: str, outlet: str | None) -> Voice:
    name = f"{word} {outlet}" if outlet else word
    return Voice(f"{role}-{slug(outlet or article_id)}", name, name, role, None, None)
