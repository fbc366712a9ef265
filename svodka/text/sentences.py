"""Split a text into paragraphs and sentences, each with its place.

A rule is a function named after the case it settles; it answers END, GOES_ON or nothing, and the first
answer holds. Where all are silent, a mark followed by a space ends the sentence.
"""

import re
from functools import cache
from typing import NamedTuple

from svodka.knowledge import DATA, rows
from svodka.text.grammemes import is_name
from svodka.text.morphology import read

END, GOES_ON = True, False

LINE = re.compile(r"[^\n\r\u2028\u2029]+")
# A footnote mark belongs to the sentence it hangs on: «… в 2015 году.[3] Затем …».
MARK = re.compile(r"[.!?…]+(?:[»”’)\]\"']|\[\d+\])*")
AHEAD = re.compile(r"(?P<space>\s*)(?P<opening>[«“„(\[\"'—–\-•]*\s*)(?P<word>[^\W_]*)")
TWO_WORDS = re.compile(r"([^\W\d_]+)\.[\s-]*([^\W\d_]+)$")
LIST_MARKER = re.compile(r"[(—–\-•\s]*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,6}|[^\W\d_])$")
REST_OF_DATE = re.compile(r"\s\d{2}\.\d{2}")
ROMAN = re.compile(r"[IVXLC]+$")
AFTER_NUMBER = re.compile(r"\d(?:[-–]?[^\W\d_]{1,2})?\s*(?:[^\W\d_]{2,4}\.?\s*)?$")
CLAUSE_EDGE = re.compile(r"[,;:(«\"](?!\d)")
WORD = re.compile(r"[^\W\d_]+")
KINDS = ("inside", "head", "name", "last", "tail", "unit", "both", "count", "year")


class Span(NamedTuple):
    """A stretch of text without white space at its ends."""

    start: int
    stop: int


class Abbreviation(NamedTuple):
    """What an abbreviation is to the words beside it, and capitalised words that never open a sentence after it.

    inside — never the last word («т. е.»); head — stands before what it belongs to («ул. Абая»); name — a first name;
    last — closes a list («и др.»); tail — after what it belongs to («долл. США»); both — tail after a number, else head
    («2025 г.», «г. Алматы»); unit — tail after a number, else no abbreviation («5 мин.»); count — before a number
    («рис. 3»); year — tail after a Roman number («XX в.»).
    """

    kind: str
    followed_by: frozenset[str]


@cache
def abbreviations() -> dict[str, Abbreviation]:
    """The abbreviations of data/abbreviations.csv by lower-case spelling without the last full stop."""
    found = {}
    for row in rows(DATA / "abbreviations.csv", ("abbreviation", "kind", "followed_by", "example")):
        if row["kind"] not in KINDS:
            raise row.error(f"unknown kind «{row['kind']}»; known: {', '.join(KINDS)}")
        found[row["abbreviation"]] = Abbreviation(row["kind"], frozenset(row.listed("followed_by")))
    return found


class Bound:
    """A place where a sentence may end: the marks, what is before them and what comes after."""

    def __init__(self, text: str, begin: int, match: re.Match):
        self.text = text
        self.begin = begin
        self.at = match.start()
        self.stop = match.end()
        self.mark = match.group()
        ahead = AHEAD.match(text, self.stop)
        self.space, self.opening, self.next = ahead.groups()
        self.next_stop = ahead.end()
        start = self.at
        while start > begin and text[start - 1].isalnum():
            start -= 1
        self.word = text[start : self.at]
        self.word_start = start

    @property
    def so_far(self) -> str:
        """The sentence before the marks."""
        return self.text[self.begin : self.at]

    @property
    def dotted(self) -> bool:
        """One full stop: the only mark an abbreviation carries."""
        return self.mark == "."

    @property
    def after_number(self) -> bool:
        """«2025 г.», «1990-х гг.», «5 тыс. т.», «19ч.»: a number stands before the last word."""
        before = self.text[max(self.begin, self.word_start - 12) : self.word_start]
        return self.word[:1].isdigit() or AFTER_NUMBER.search(before) is not None

    @property
    def after_roman(self) -> bool:
        """«XX в.»: a Roman number stands before the last word."""
        before = WORD.findall(self.text, max(self.begin, self.word_start - 9), self.word_start)
        return bool(before) and ROMAN.match(before[-1]) is not None


def nothing_yet(bound: Bound) -> bool | None:
    # … И вот он пришёл.
    return None if any(sign.isalnum() for sign in bound.so_far) else GOES_ON


def no_space(bound: Bound) -> bool | None:
    # 3.5; Example.Asia; но «транзитного узла.Почему Япония …» — два предложения
    if bound.space:
        return None
    glued = bound.dotted and len(bound.word) > 2 and bound.word.islower() and bound.next[:1].isupper() and not bound.opening
    russian = bound.word[-1:] > "Ѐ" and bound.next[:1] > "Ѐ"
    return None if glued and russian else GOES_ON


def lower_case_next(bound: Bound) -> bool | None:
    # «Стой! — крикнул он.»; «и т. д. и т. п.»
    return GOES_ON if bound.next[:1].islower() else None


def mark_next(bound: Bound) -> bool | None:
    # «Как . . . не может быть»; «Wow! , сказал он»
    after = bound.text[bound.next_stop : bound.next_stop + 1]
    return GOES_ON if not bound.next and not bound.opening and after in set(".!?…,;:»)") else None


def dash_after_quote(bound: Bound) -> bool | None:
    # «Что дальше?» — Иван молчит.
    return GOES_ON if bound.mark[-1] in '»”"' and bound.opening[:1] in {"—", "–", "-"} else None


def aside(bound: Bound) -> bool | None:
    # Депутат (он же юрист!) Ахметов; но «(Смех в зале.) Затем …»
    inside = ")" in bound.mark and bound.text.rfind("(", bound.begin, bound.at) > bound.begin
    return GOES_ON if inside else None


def list_marker(bound: Bound) -> bool | None:
    # 1. Энергетика; 2.1. Уран; IV. Итоги
    return GOES_ON if bound.dotted and LIST_MARKER.match(bound.text, bound.begin, bound.at) else None


def spaced_date(bound: Bound) -> bool | None:
    # 27. 05.99
    return GOES_ON if bound.dotted and bound.word.isdigit() and REST_OF_DATE.match(bound.text, bound.stop) else None


def initial(bound: Bound) -> bool | None:
    # А. С. Пушкин; Ж.-П. Сартр; но «витамин С. Он полезен», «при Петре I. Россия»
    if not bound.dotted or len(bound.word) != 1 or not bound.word.isupper():
        return None
    if bound.word in "IVX" and not bound.next.isascii():
        return END
    return END if opens_sentence(bound) else GOES_ON


def abbreviation(bound: Bound) -> bool | None:
    # ул. Абая; 5 млн. Затем; в 2025 г. Казахстан
    if not bound.dotted:
        return None
    known = None
    pair = TWO_WORDS.search(bound.text, max(bound.begin, bound.at - 12), bound.at)
    if pair:
        known = abbreviations().get(f"{pair[1]}.{pair[2]}".lower())
    known = known or abbreviations().get(bound.word.lower())
    if known is None:
        return None
    if known.kind == "inside" or bound.next in known.followed_by:
        return GOES_ON
    if known.kind == "count":
        return GOES_ON if bound.next.isdigit() else None
    if known.kind == "last":
        return END
    stands_after = {"tail": True, "both": bound.after_number, "unit": bound.after_number, "year": bound.after_roman}.get(known.kind, False)
    if stands_after:
        return GOES_ON if bound.next.isdigit() or unfinished(bound) else END
    if known.kind in {"head", "name", "both"}:
        return END if opens_sentence(bound) else GOES_ON
    return None


def opens_sentence(bound: Bound) -> bool:
    """«Он», «В», «Это» after an abbreviation open a sentence, unless they are initials («им. В. Терешковой»)."""
    initial = len(bound.next) == 1 and bound.text[bound.next_stop : bound.next_stop + 1] in {".", "-"}
    return not initial and read(bound.next).pos in {"PREP", "CONJ", "NPRO", "PRCL"} and bound.next[1:].lower() == bound.next[1:]


def unfinished(bound: Bound) -> bool:
    """What stands before has no predicate yet: «В 2025 г. Казахстан», «сообщил, что в 2025 г. Астана»; a dash is one."""
    so_far = bound.so_far
    if has_predicate(clause := CLAUSE_EDGE.split(so_far)[-1]):
        return False
    first = WORD.search(clause)
    subordinate = bool(first) and clause != so_far and read(first.group()).pos == "CONJ"
    return subordinate or is_name(bound.next) or not has_predicate(so_far)


def has_predicate(words: str) -> bool:
    """Whether a finite verb, a short form («построен», «равен») or a dash is among the words."""
    return "—" in words or " – " in words or any(read(word).pos in {"VERB", "PRTS", "ADJS", "PRED"} for word in WORD.findall(words))


RULES = (
    nothing_yet,
    no_space,
    lower_case_next,
    mark_next,
    dash_after_quote,
    aside,
    list_marker,
    spaced_date,
    initial,
    abbreviation,
)


def ends(bound: Bound) -> bool:
    """Whether the sentence ends here."""
    for rule in RULES:
        answer = rule(bound)
        if answer is not None:
            return answer
    return END


def paragraphs(text: str) -> list[Span]:
    """The lines that hold anything, trimmed.

    >>> paragraphs("Первый.\\n\\n  Второй. ")
    [Span(start=0, stop=7), Span(start=11, stop=18)]
    """
    return [span for line in LINE.finditer(text) if (span := trimmed(text, line.start(), line.end())).start < span.stop]


def sentences(text: str) -> list[Span]:
    """The sentences, left to right, trimmed; none reaches over the end of a line.

    >>> [text[s.start:s.stop] for text in ["В 2025 г. Казахстан ввёз 5 тыс. т. Вывез — 3."] for s in sentences(text)]
    ['В 2025 г. Казахстан ввёз 5 тыс. т.', 'Вывез — 3.']
    """
    found = []
    for start, stop in paragraphs(text):
        begin = start
        for match in MARK.finditer(text, start, stop):
            if match.end() < stop and ends(Bound(text, begin, match)):
                found.append(Span(begin, match.end()))
                begin = AHEAD.match(text, match.end()).end("space")
        found.append(Span(begin, stop))
    return found


def trimmed(text: str, start: int, stop: int) -> Span:
    """The stretch without white space at its ends."""
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and text[stop - 1].isspace():
        stop -= 1
    return Span(start, stop)
