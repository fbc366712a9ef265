"""Names in brackets behind a name are other names of the same: «Союз портов (СП)», «Фольксваген (Volkswagen)»."""

import re

from svodka.text.brackets import abbreviates
from svodka.text.named import Name, overlapping

BEHIND = re.compile(r"[»\"”]?\s?\((?:далее\s?[-–—]?\s?)?[«\"“]?(?P<alias>[^()«»\"“”,;\n]{2,60}?)[»\"”]?\)")
LATIN = re.compile(r"[A-Z][\w.&’'-]*(?: (?:[A-Z][\w.&’'-]*|of|the|for|and|de|of the))*", re.ASCII)
WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def with_aliases(text: str, names: list[Name]) -> list[Name]:
    """The names, other ones under the full name; abbreviations and Latin names of organisations also where they were overlooked."""
    full: dict[str, Name] = {}
    for name in names:
        alias = introduced(text, name)
        if alias:
            full.setdefault(alias, name)
    named = [_resolved(name, full.get(text[name.start : name.stop])) for name in names]
    for name in named:
        written = text[name.start : name.stop]
        if name.kind == "ORG" and len(written) > 2 and (written.isupper() or LATIN.fullmatch(written)):
            full.setdefault(written, name)
    return sorted(named + _overlooked(text, full, named))


def _resolved(name: Name, full: Name | None) -> Name:
    return name._replace(name=full.name, concept=full.concept) if full and full.kind == name.kind else name


def introduced(text: str, name: Name) -> str | None:
    """The other name in brackets behind one: Latin words, or for an organisation its abbreviation."""
    behind = BEHIND.match(text, name.stop)
    if not behind:
        return None
    alias, written = behind["alias"], text[name.start : name.stop]
    if LATIN.fullmatch(alias) and not written.isascii():
        return alias
    return alias if name.kind == "ORG" and alias.isupper() and abbreviates(alias, WORDS.findall(written)) else None


def _overlooked(text: str, full: dict[str, Name], names: list[Name]) -> list[Name]:
    """Where one of the names stands and nothing is named yet, the longer before the shorter."""
    if not full:
        return []
    longest = sorted(full, key=lambda written: (-len(written), written))
    places = re.finditer(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])", text)
    return [
        full[place.group()]._replace(start=place.start(), stop=place.end()) for place in places if not overlapping(names, *place.span())
    ]
