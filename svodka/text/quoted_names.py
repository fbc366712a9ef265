"""Find organisations by the noun before a title in quotation marks: «холдинг «Алтын Групп»», «газета «Вечерний порт»»."""

import re

from svodka.text.name_model import Tagged
from svodka.text.roles import role

TITLED = re.compile(r"(?P<noun>[^\W\d_]+)[ \u00a0][«\"“„](?P<title>[A-ZА-ЯЁ\d][^«»\"“”„\n]{0,60}?)[»\"”“]")
SUGGESTIONS = frozenset({"institution", "medium"})


def find(text: str) -> list[Tagged]:
    """The titles, left to right, without their marks.

    >>> text = "Заявил холдинг «Алтын Групп», а книга «Порт» молчит"
    >>> [text[found.start:found.stop] for found in find(text)]
    ['Алтын Групп']
    """
    return [Tagged(*place.span("title"), "ORG") for place in TITLED.finditer(text) if _is_institution(place["noun"])]


def _is_institution(noun: str) -> bool:
    found = role(noun)
    return found is not None and found.suggests in SUGGESTIONS
