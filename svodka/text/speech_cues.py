"""Find the words that attribute speech: verbs («заявил», «не исключает») and phrases («по словам», «согласно данным»)."""

import re
from functools import cache
from typing import NamedTuple

from svodka.knowledge import DATA, Row, rows
from svodka.text.morphology import analyzer, forms, read
from svodka.text.tokens import Token

# noun — «нашёл формулу: «…»» says words with any verb; naming — «назвав её другом, он подчеркнул близость» says no more than the name.
KINDS = ("verb", "words", "source", "noun", "naming")
# gerund — an object is what was said only in «обозначив планы»; meant — the words are not a quotation for sure.
GOVERNMENT = frozenset({"quote", "что", "о", "в", "inf", "документ", "gerund", "meant", "gent", "datv", "accs"})
POSSESSIVE = {"его": "m", "её": "f", "ее": "f", "их": ""}
WORD = re.compile(r"[^\W\d_]+")


class Cue(NamedTuple):
    """A cue in a list of tokens: `tokens[first:last + 1]`; a verb's number and gender are its subject's, as far as the form tells.

    owner is the gender of «его», «её» inside the phrase («по его словам»), an empty text for «их», None where there is none.
    """

    first: int
    last: int
    kind: str
    government: frozenset[str]
    plural: bool
    gender: str | None
    owner: str | None
    gerund: bool = False


class _Verb(NamedTuple):
    """A form of a speech verb, the words that must follow it («внимание») and whether «не» must stand before it."""

    tail: tuple[str, ...]
    negated: bool
    government: frozenset[str]
    plural: bool
    gender: str | None
    gerund: bool


class _Phrase(NamedTuple):
    """The words behind the first one of a phrase, its kind and the case it governs."""

    tail: tuple[str, ...]
    kind: str
    case: str


def _rows() -> tuple[Row, ...]:
    return tuple(rows(DATA / "speech_verbs.csv", ("cue", "kind", "government", "example")))


@cache
def _tables() -> tuple[dict[str, list[_Verb]], dict[str, list[_Phrase]], frozenset[str]]:
    """Verb forms, first words of phrases, and the words without which a text holds no cue."""
    verbs: dict[str, list[_Verb]] = {}
    phrases: dict[str, list[_Phrase]] = {}
    triggers: set[str] = set()
    for row in _rows():
        government = frozenset(row.listed("government"))
        if row["kind"] not in KINDS:
            raise row.error(f"kind is one of {', '.join(KINDS)}")
        if not government or not government <= GOVERNMENT:
            raise row.error(f"government is some of {', '.join(sorted(GOVERNMENT))}")
        words = row["cue"].lower().split()
        if row["kind"] in ("noun", "naming"):
            continue
        if row["kind"] != "verb":
            for spelling in {tuple(words), tuple(word.replace("ё", "е") for word in words)}:
                phrases.setdefault(spelling[0], []).append(_Phrase(spelling[1:], row["kind"], next(iter(government))))
                triggers.add(max(spelling, key=len))
            continue
        negated = words[0] == "не"
        lemma, *tail = words[negated:]
        inflected = _forms(lemma)
        if not inflected:
            raise row.error(f"«{lemma}» is no verb or adjective the dictionary knows")
        for form, plural, gender, gerund in inflected:
            verbs.setdefault(form, []).append(_Verb(tuple(tail), negated, government, plural, gender, gerund))
            triggers.add(form)
    for found in (*verbs.values(), *phrases.values()):
        found.sort(key=lambda entry: -len(entry.tail))
    return verbs, phrases, frozenset(triggers)


@cache
def nouns() -> frozenset[str]:
    """The forms of nouns that name words said: «формулу», «словами»."""
    return frozenset(form for row in _rows() if row["kind"] == "noun" for form in forms(row["cue"]))


@cache
def naming() -> frozenset[str]:
    """The gerunds of verbs that give a name: «назвав»."""
    verbs = [row["cue"] for row in _rows() if row["kind"] == "naming"]
    return frozenset(form.word for verb in verbs for form in analyzer().parse(verb)[0].lexeme if form.tag.POS == "GRND")


def _forms(lemma: str) -> list[tuple[str, bool, str | None, bool]]:
    """The forms in which words are reported: past, third person, gerund («отметив»), «уверен»; each with number, gender, «is a gerund»."""
    found = {}
    for parse in analyzer().parse(lemma):
        participle = parse.tag.POS == "PRTF"  # убеждённый
        if parse.tag.POS not in ("INFN", "ADJF", "PRTF") or not (
            participle or parse.normal_form.replace("ё", "е") == lemma.replace("ё", "е")
        ):
            continue
        for form in parse.lexeme:
            gerund = form.tag.POS == "GRND"
            told = form.tag.POS == "VERB" and form.tag.mood == "indc" and (form.tag.tense == "past" or form.tag.person == "3per")
            if (
                ((told or gerund) and not participle)
                or form.tag.POS == "ADJS"
                or (participle and form.tag.POS == "PRTS" and "pssv" in form.tag)
            ):
                gender = {"masc": "m", "femn": "f", "neut": "n"}.get(form.tag.gender)
                for spelling in {form.word, form.word.replace("ё", "е")}:
                    found.setdefault(spelling, (spelling, form.tag.number == "plur", gender, gerund))
    return list(found.values())


@cache
def triggers() -> frozenset[str]:
    """The lower-case words without which a stretch of text attributes nothing to anybody."""
    return _tables()[2]


def is_speech_verb(form: str) -> bool:
    """Whether a form may report speech: «заявил», not «заявленный»."""
    return any(not verb.gerund for verb in _tables()[0].get(form.lower(), ()))


def is_source(phrase: str) -> bool:
    """Whether a cue names where a figure comes from («по данным», «со ссылкой на») and not who says something («по словам»)."""
    first, *_, last = phrase.lower().split()[:1] + phrase.lower().split()
    return any(known.kind == "source" and known.tail[-1:] in ((last,), ()) for known in _tables()[1].get(first, ()))


def find(tokens: list[Token], words: list[str]) -> list[Cue]:
    """The cues among tokens, left to right; `words` are their forms in lower case.

    >>> from svodka.text.tokens import tokenize
    >>> tokens = tokenize("По его словам, министр не исключил, что срок сдвинут")
    >>> [(cue.first, cue.last, cue.kind, cue.owner) for cue in find(tokens, [token.form.lower() for token in tokens])]
    [(0, 2, 'words', 'm'), (6, 6, 'verb', None)]
    """
    verbs, phrases, _ = _tables()
    found = []
    index = 0
    while index < len(words):
        word = words[index]
        cue = None
        if word in phrases:
            cue = _phrase(words, index, phrases[word])
        if cue is None and word in verbs:
            cue = _verb(words, index, verbs[word])
        if cue is not None:
            found.append(cue)
            index = cue.last
        index += 1
    return found


def _phrase(words: list[str], index: int, phrases: list[_Phrase]) -> Cue | None:
    """«по словам», with room for a possessive («по его словам») or an adjective («по предварительным данным») inside."""
    for phrase in phrases:
        place, owner = index + 1, None
        if phrase.tail and place < len(words) and words[place] != phrase.tail[0]:
            if words[place] in POSSESSIVE:
                owner = POSSESSIVE[words[place]]
            elif read(words[place]).pos != "ADJF":
                continue
            place += 1
        stop = place + len(phrase.tail)
        if tuple(words[place:stop]) == phrase.tail:
            return Cue(index, stop - 1, phrase.kind, frozenset({phrase.case}), False, None, owner)
    return None


def _verb(words: list[str], index: int, verbs: list[_Verb]) -> Cue | None:
    """A verb with the words it needs; «не заявил» reports nothing, «не исключил» does."""
    negation = index > 0 and words[index - 1] == "не"
    for verb in verbs:
        stop = index + 1 + len(verb.tail)
        if verb.negated == negation and tuple(words[index + 1 : stop]) == verb.tail:
            return Cue(index, stop - 1, "verb", verb.government, verb.plural, verb.gender, None, verb.gerund)
    return None
