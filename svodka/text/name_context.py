"""What the words around a name tell of it: the case it stands in, a role before it, a verb of speech beside it."""

import re

from svodka.text.function_words import governed, words
from svodka.text.grammemes import readings
from svodka.text.morphology import read
from svodka.text.roles import is_role, role, role_cases
from svodka.text.speech_cues import is_speech_verb

NEIGHBOURS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|[^\s\w]")
AFTER = re.compile(r"[ \u00a0]([^\W\d_]+)")


def word_before(text: str, start: int) -> str:
    """The word right before a place, one space between, in lower case; an empty text when there is none."""
    if text[start - 1 : start] not in (" ", "\u00a0"):
        return ""
    begin = start - 1
    while begin and (text[begin - 1].isalpha() or (text[begin - 1] == "-" and begin < start - 1)):
        begin -= 1
    return text[begin : start - 1].lower()


def is_of_a_place(text: str, start: int) -> bool:
    """Whether a word like «остров», «улица» stands right before a name."""
    return word_before(text, start) in words("place word")


def opens_sentence(text: str, start: int) -> bool:
    """Whether a word stands at the beginning of a line or a sentence, so that its capital means little."""
    before = start - 1
    while before >= 0 and text[before] in ' \u00a0—–-«"“(':
        before -= 1
    return before < 0 or text[before] in "\n.!?…"


def cases_before(text: str, start: int) -> tuple[tuple[str, ...], bool]:
    """The cases that the word before a name asks for, and whether that word is one person's role («министром» → ablt, True)."""
    word = word_before(text, start)
    if not word:
        return (), False
    if governed(word):
        return governed(word), False
    cases = role_cases(word)
    return cases, bool(cases) and not role(word).plural


def role_before(text: str, start: int) -> tuple[str, ...]:
    """The cases of a role a few words before, with no sign between: «премьер-министра Японии Рютаро»."""
    before = NEIGHBOURS.findall(text, max(0, start - 90), start)[-7:]
    nearest = role(before[-1]) if before else None
    if nearest and nearest.suggests == "institution":  # «капитан клуба Норт Энд»
        return ()
    for word in reversed(before):
        if not word[0].isalpha() and word not in '«»"+&':
            return ()
        if is_role(word):
            return role_cases(word)
    return ()


def speaks(text: str, start: int, stop: int) -> bool:
    """Whether a verb of speech stands right before or right behind a stretch."""
    after = AFTER.match(text, stop)
    return is_speech_verb(word_before(text, start)) or bool(after and is_speech_verb(after.group(1)))


def acts(text: str, stop: int) -> bool:
    """Whether a comma, a dash or a verb in the singular stands right behind a word, as behind a subject."""
    after = AFTER.match(text, stop)
    verb = after and read(after.group(1)).pos == "VERB" and "sing" in readings(after.group(1))[0]
    return bool(verb) or text[stop : stop + 1] == "," or text[stop : stop + 2] in (" —", " –", " (")


def likely_case(text: str, start: int, stop: int) -> str:
    """The case that neither a preposition nor a role asks for but that is likely: nomn beside a verb's singular, gent behind a noun."""
    after = AFTER.match(text, stop)
    if after and "sing" in readings(after.group(1))[0] and read(after.group(1)).pos == "VERB":
        return "nomn"
    word = word_before(text, start)
    if not word:
        return "nomn"
    return "gent" if read(word).pos == "NOUN" else ""


def is_title(text: str, start: int, stop: int) -> bool:
    """Whether the words fill a pair of quotation marks, as the name of a ship or a shop does."""
    return start > 0 and text[start - 1] in '«"“„' and text[stop : stop + 1] in ("»", '"', "”", "“")
