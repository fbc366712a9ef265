"""How a text introduces a person: office and institution in apposition, country by adjective or genitive."""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from svodka.knowledge import DATA, rows
from svodka.text import morphology, noun_phrases
from svodka.text.grammemes import readings as grammemes
from svodka.text.morphology import read
from svodka.text.persons import Person
from svodka.text.roles import is_role, role
from svodka.text.sentences import sentences
from svodka.text.tokens import TOKEN, Token

REACH = 32  # tokens of an introduction
STOPS = frozenset("—–―:;!?")


class Introduction(NamedTuple):
    """What is said of a person next to the name; None where it is not said."""

    affiliation: str | None
    country: str | None
    suggests: frozenset[str]


class _Segment(NamedTuple):
    """One office: its tokens, the index of its head among them and the head's case."""

    tokens: tuple[Token, ...]
    head: int
    case: str


@cache
def _countries() -> tuple[dict[str, str], dict[str, str]]:
    """Adjective in the dictionary form → ISO code; genitive of a country's name → ISO code."""
    adjectives, genitives = {}, {}
    for row in rows(DATA / "demonyms.csv", ("country", "adjective", "iso")):
        if len(row["iso"]) != 2 or not row["iso"].isupper():
            raise row.error("iso is a code of two capital letters")
        if row["adjective"]:
            adjectives[row["adjective"].replace("ё", "е")] = row["iso"]
        if " " not in row["country"]:
            for form in morphology.forms(row["country"].lower()):
                if any("gent" in tags for tags in grammemes(form)):
                    genitives[form] = row["iso"]
            genitives[row["country"].lower()] = row["iso"]
    return adjectives, genitives


def introduce(text: str, person: Person, people: list[Person]) -> Introduction:
    """What the sentence that names a person says the person is; of several joined by «и» the first one's introduction is everybody's.

    >>> text = "Вышел турецкий политолог, директор центра «Заря» Али Демир."
    >>> introduce(text, Person(48, 58, "Али Демир", "Демир", "m", True), [])[:2]
    ('директор центра «Заря»', 'TR')
    """
    place = bisect_left(people, person)
    while place > 0 and text[people[place - 1].stop : person.start] in (" и ", ", "):
        place, person = place - 1, people[place - 1]
    line_start = text.rfind("\n", 0, person.start) + 1
    line_stop = text.find("\n", person.stop)
    line = text[line_start : line_stop if line_stop >= 0 else len(text)]
    start, stop = next(
        ((line_start + span.start, line_start + span.stop) for span in sentences(line) if line_start + span.stop > person.start),
        (line_start, line_start + len(line)),
    )
    if place > 0 and people[place - 1].stop > start:
        start = people[place - 1].stop
    segments = _before(text, min(start, person.start), person) or _behind(text, stop, person)
    suggests = frozenset(found.suggests for found in (role(segment.tokens[segment.head].form) for segment in segments) if found)
    return Introduction(_affiliation(text, segments), _country(segments), suggests)


def _tokens(text: str, start: int, stop: int) -> list[Token]:
    return [Token(match.start(), match.end(), match.group(), match.lastgroup) for match in TOKEN.finditer(text, start, stop)]


def _before(text: str, start: int, person: Person) -> list[_Segment]:
    """The offices left of the name, nearest last: «политолог, директор центра» of «…, директор центра Пётр Цой»."""
    tokens = _tokens(text, start, person.start)
    edge = len(tokens)
    segments: list[_Segment] = []
    if tokens and tokens[-1].form.lower() in (",", "и", "а"):
        return segments
    place = edge - 1
    while place >= max(0, len(tokens) - REACH):
        token = tokens[place]
        pos = read(token.form).pos if token.kind == "word" else ""
        if token.form in STOPS or pos in ("VERB", "INFN", "GRND") or (pos == "CONJ" and token.form.lower() not in ("и", "или")):
            break
        found = role(token.form) if token.kind == "word" else None
        fits = found is not None and is_role(token.form) and (("nomn" in found.cases) if person.subject else found.cases != ("nomn",))
        if fits and _heads(tokens, place, edge, found.cases, segments):
            case = (
                segments[-1].case
                if segments and segments[-1].case in found.cases
                else next((c for c in found.cases if person.subject == (c == "nomn")), found.cases[0])
            )
            begin = place
            while (
                begin
                and noun_phrases.adjective_cases(tokens[begin - 1].form) & {case}
                and tokens[begin - 1].kind == "word"
                and not is_role(tokens[begin - 1].form)
            ):
                begin -= 1
            segments.append(_Segment(tuple(tokens[begin:edge]), place - begin, case))
            if begin == 0 or tokens[begin - 1].form not in (",", "и"):
                break
            edge, place = begin - 1, begin - 2
            continue
        place -= 1
    return segments[::-1]


def _heads(tokens: list[Token], place: int, edge: int, cases: tuple[str, ...], segments: list[_Segment]) -> bool:
    """Whether a role heads its phrase: it is no genitive in another role's phrase («помощник президента»)."""
    if segments and segments[-1].case not in cases:
        return False
    if place and tokens[place - 1].kind == "word" and "gent" in cases:
        index = place - 1
        while index and noun_phrases.adjective_cases(tokens[index].form) & {"gent"} and not is_role(tokens[index].form):
            index -= 1
        return not (is_role(tokens[index].form) or (noun_phrases.noun_cases(tokens[index].form) and role(tokens[index].form)))
    return True


def _behind(text: str, stop: int, person: Person) -> list[_Segment]:
    """The office right of the name: «Пётр Цой, директор центра, …», «Пётр Цой (директор центра)», «Пётр Цой — директор центра»."""
    tokens = _tokens(text, person.stop, stop)
    if not tokens or tokens[0].form not in (",", "(", "—", "–"):
        return []
    segments: list[_Segment] = []
    place = 1
    while place < len(tokens) and place < REACH:
        begin = place
        while (
            place < len(tokens)
            and tokens[place].kind == "word"
            and noun_phrases.adjective_cases(tokens[place].form)
            and not is_role(tokens[place].form)
        ):
            place += 1
        found = role(tokens[place].form) if place < len(tokens) and tokens[place].kind == "word" else None
        if found is None or not is_role(tokens[place].form):
            break
        end = place + 1
        while (
            end < len(tokens)
            and tokens[end].form not in (",", ")", ".", "—", "–", ":", ";")
            and read(tokens[end].form).pos not in ("VERB", "GRND")
        ):
            end += 1
        case = "nomn" if "nomn" in found.cases else found.cases[0]
        segments.append(_Segment(tuple(tokens[begin:end]), place - begin, case))
        if end >= len(tokens) or tokens[end].form != ",":
            break
        place = end + 1
    return segments


def _affiliation(text: str, segments: list[_Segment]) -> str | None:
    """The offices that name an institution or a field, in the nominative; a bare profession («политолог») is no affiliation."""
    adjectives, _ = _countries()
    phrases = []
    for segment in segments:
        first = 0
        while first < segment.head and read(segment.tokens[first].form).lemma.replace("ё", "е") in adjectives:
            first += 1
        if len(segment.tokens) > segment.head + 1:
            phrase = noun_phrases.nominative(text, list(segment.tokens[first:]), segment.head - first, segment.case)
            phrases.append(phrase[0].lower() + phrase[1:])
    return ", ".join(phrases) or None


def _country(segments: list[_Segment]) -> str | None:
    """The country of the first office that tells one: «казахстанский эксперт», «депутат парламента Грузии», not «эксперт по Японии»."""
    adjectives, genitives = _countries()
    for segment in segments:
        for token in segment.tokens[: segment.head]:
            iso = adjectives.get(read(token.form).lemma.replace("ё", "е"))
            if iso:
                return iso
        for token in segment.tokens[segment.head + 1 :]:
            if read(token.form).pos == "PREP":
                break
            if token.form[0].isupper() and token.form.lower() in genitives:
                return genitives[token.form.lower()]
    return None
