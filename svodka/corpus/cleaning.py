"""Take out of a text what a page adds to an article: credits, counters, syndication and copyright lines; nothing else."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from svodka.knowledge import DATA, rows
from svodka.text import persons

INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]|(?<=[а-яёА-ЯЁ])\u0301")
LINE_END = re.compile("\r\n?|[\u2028\u2029\u0085\x0b\x0c]")
SPACES = re.compile(r"[ \t]{2,}")
LONGEST = 400  # characters: no rule is meant for a longer line
COUNTERS = ("share_counter", "view_counter")
COUNTER = re.compile(r"[\d\s\u00a0.,+KКkк]{1,9}")
WORD = r"[А-ЯЁ][А-ЯЁа-яё’'-]*[а-яёА-ЯЁ]"
FULL = rf"(?:{WORD}|[А-ЯЁ]\.)(?:[ \u00a0]?(?:{WORD}|[А-ЯЁ]\.|(?:фон|де|аль|оглы|кызы)(?=\s))){{1,3}}"
MACROS = {
    "{names}": rf"(?-i:{FULL}(?:,\s*{FULL})*(?:,?\s+(?:и|&)\s+{FULL})?)",
    "{credit}": r"(?:[^.!?\n]|\.(?=\S)|(?-i:(?<=\b[А-ЯЁA-Z]))\.){2,80}",
}
TOP = 3  # lines under the title where a bare name is the author's


class Cleaned(NamedTuple):
    """The article's own text, a paragraph a line, and what the lines taken out said: authors, staff, interviewers, outlet, post, date."""

    text: str
    credits: dict[str, tuple[str, ...]]


class Rule(NamedTuple):
    """One line of `data/boilerplate.csv`: a whole line that matches the pattern goes."""

    kind: str
    pattern: re.Pattern[str]
    example: str


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order of the file; `{names}` in a pattern stands for one or more people, `{credit}` for the rest of a credit."""
    found = []
    for row in rows(DATA / "boilerplate.csv", ("kind", "pattern", "example")):
        pattern = row["pattern"]
        for macro, expansion in MACROS.items():
            pattern = pattern.replace(macro, expansion)
        try:
            rule = Rule(row["kind"], re.compile(pattern, re.IGNORECASE), row["example"])
        except re.error as error:
            raise row.error(f"the pattern is no regular expression ({error})") from error
        if not rule.pattern.fullmatch(rule.example):
            raise row.error("the pattern does not match its own example")
        found.append(rule)
    return tuple(found)


def normalised(text: str) -> list[str]:
    """The lines that hold something: composed letters, no invisible signs, no stress marks, single spaces; non-breaking ones stay.

    >>> normalised("Пори\u0306  откры\u0301т \\r\\n\\r\\nв мае\u00ad")
    ['Порй открыт', 'в мае']
    """
    text = SPACES.sub(" ", INVISIBLE.sub("", unicodedata.normalize("NFC", LINE_END.sub("\n", text))))
    return [line for line in map(str.strip, text.split("\n")) if line]


def clean(text: str) -> Cleaned:
    """A text without what the page added to it.

    >>> clean("Порт открыт\\n\\nФото: пресс-служба порта\\nСуда пришли.").text
    'Порт открыт\\nСуда пришли.'
    """
    kept: list[str] = []
    credits: dict[str, list[str]] = {}
    counting = False
    for line in normalised(text):
        if counting and COUNTER.fullmatch(line):
            continue
        rule, match = _matching(line)
        counting = rule is not None and rule.kind in COUNTERS
        if rule is None:
            kept.append(line)
            continue
        for key, value in match.groupdict().items():
            if value:
                credits.setdefault(key, []).append(value.strip(" ."))
    if "authors" not in credits:
        _take_signature(kept, credits)
    return Cleaned("\n".join(kept), {key: tuple(values) for key, values in credits.items()})


def _matching(line: str) -> tuple[Rule | None, re.Match[str] | None]:
    """The first rule that takes a line, with its match."""
    if len(line) <= LONGEST:
        for rule in rules():
            match = rule.pattern.fullmatch(line)
            if match:
                return rule, match
    return None, None


def _take_signature(lines: list[str], credits: dict[str, list[str]]) -> None:
    """A line that is nothing but a full name, under the title or at the very end, is the author's."""
    for place in [*range(1, min(TOP, len(lines) - 2)), len(lines) - 1]:
        if place < 1 or len(lines[place]) > 60 or not re.fullmatch(MACROS["{names}"], lines[place]):
            continue
        people = persons.find(lines[place])
        if people and people[0].start == 0 and people[-1].stop == len(lines[place]) and all(" " in person.name for person in people):
            credits["authors"] = [lines.pop(place)]
            return
