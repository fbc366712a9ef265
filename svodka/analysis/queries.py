"""From what was typed into the search field to what is looked for: words in all their forms, a text as written, an expression, a concept.

Texts are searched by RE2, which takes linear time whatever the expression; Python's own engine can be made to hang by a short one.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

import duckdb

from svodka.analysis.tree import tree
from svodka.errors import QueryError
from svodka.frames.store import Corpus
from svodka.text.morphology import ABBREVIATION, analyzer
from svodka.text.tokens import tokenize

# «уран; нефть», one a line; «\;» is the sign itself
SEPARATOR = re.compile(r"(?<!\\)[;\n]")
MOST = 8
# A reading of the typed word that is rarer is not meant: «для» is no form of «длить».
MEANT = 0.02
# A form is searched for when at least so many of its uses are of the word: «стали» is seldom steel, «среднего» is often «средний».
LIKELY = 0.05
# What stands before a word, and between two words of one sentence.
BEFORE = r"(?:^|[^\pL\pN_])"
BETWEEN = r"[^\pL\pN_]{1,5}"
SPACE = r"[\s\pZ]+"
SIGNS = {"е": "[её]", "-": "[-‑]", "'": "['’]"}
# An expression that fits nothing at one of these places fits nothing anywhere.
NOTHING = "ab a\nбв  1 я\n\n-x"
# What RE2 says is wrong, and our code for it.
FAULTS = {
    "missing )": "open",
    "unexpected )": "closed",
    "missing ]": "brackets",
    "no argument for repetition operator": "repeated",
    "bad repetition operator": "repeated",
    "invalid repetition size": "repeated",
    "invalid character class range": "range",
    "invalid character class": "range",
    "invalid escape sequence": "escape",
    "trailing \\": "escape",
    "invalid perl operator": "group",
    "invalid named capture group": "group",
}
CONCEPTS = """
SELECT concept, label_ru, label_en, count(mentions.start) AS n
FROM concepts LEFT JOIN mentions USING (concept) GROUP BY ALL ORDER BY n DESC, concept
"""


# «Токаева» is a form of the wine for the dictionary; the tables know whose name it is.
VOCABULARY = "SELECT DISTINCT lower(form) AS form, lemma FROM words"


class Query(NamedTuple):
    """One thing to look for: an RE2 expression whose first group is what is found, or concepts with all that lies below them.

    `whole`: what is found must not go on as a longer word; `inside`: it must not go beyond its sentence.
    """

    text: str
    pattern: str = ""
    whole: bool = False
    inside: bool = False
    concepts: tuple[str, ...] = ()


class Asked(NamedTuple):
    """The queries that can be searched for, in the order typed, and what is wrong with the others."""

    queries: tuple[Query, ...]
    errors: tuple[QueryError, ...]


def asked(corpus: Corpus, typed: str, mode: str = "lemma") -> Asked:
    """What was typed as queries, those typed twice taken once; `mode` is a key of MODES."""
    texts = [text.replace(r"\;", ";").strip() for text in SEPARATOR.split(typed)]
    good, bad = [], []
    for number, text in enumerate(dict.fromkeys(filter(None, texts))):
        try:
            if number >= MOST:
                raise QueryError("many", text)
            good.append(MODES[mode](corpus, text))
        except QueryError as error:
            bad.append(error)
    return Asked(tuple(good), tuple(bad))


def of_lemmas(corpus: Corpus, text: str) -> Query:
    """Words in any form, one after another in a sentence: «средний коридор» is «Среднего коридора»; numbers as written, signs are free."""
    words = [token for token in tokenize(text) if token.kind != "sign"]
    if not words:
        raise QueryError("wordless", text)
    found = [_any(_known(corpus, token.form)) if token.kind == "word" else re.escape(token.form) for token in words]
    return Query(text, f"(?i){BEFORE}({BETWEEN.join(found)})", whole=True, inside=True)


def of_form(corpus: Corpus, text: str) -> Query:
    """The text as written, whole words, whatever the capitals, spaces and dots of ё."""
    before = BEFORE if _is_word(text[0]) else ""
    found = SPACE.join(_written(word) for word in text.split())
    return Query(text, f"(?i){before}({found})", whole=_is_word(text[-1]))


def of_pattern(corpus: Corpus, text: str) -> Query:
    r"""A regular expression within a paragraph; `\w` and, at its ends, `\b` know Russian letters, which RE2's own do not.

    Raises QueryError for one that is malformed or could match nothing at all.
    """
    body = text.removeprefix(r"\b")
    before = BEFORE if body != text else ""
    whole = bool(re.search(r"(?<!\\)(?:\\\\)*\\b$", body))
    pattern = _translated(body[:-2] if whole else body, text)
    try:
        tried = corpus.query(
            "SELECT regexp_full_match('', $pattern) OR list_contains(regexp_extract_all($place, $pattern), '') AS nothing",
            {"pattern": f"(?i){pattern}", "place": NOTHING},
        )
    except duckdb.Error as error:
        raise _fault(text, str(error)) from error
    if tried["nothing"].iloc[0]:
        raise QueryError("empty", text)
    return Query(text, f"(?i){before}({pattern})", whole)


def concept(corpus: Corpus, text: str) -> str | None:
    """The name of a concept as it is written, where this is one: an id or a label in either language, case ignored; else None."""
    known = _labels(corpus).get(text.casefold())
    return known and known[1]


def of_concept(corpus: Corpus, text: str) -> Query:
    """A concept of the lexicon by its id or its label in either language, and all that lies below it."""
    known = _labels(corpus)
    if text.casefold() not in known:
        near = [label for label in known if text.casefold() in label][:3] or get_close_matches(text.casefold(), known, 3, 0.6)
        raise QueryError("concept.near" if near else "concept", text, ", ".join(known[label][1] for label in near))
    found, name = known[text.casefold()]
    return Query(name, concepts=tuple(tree(corpus).below([found])))


MODES: Mapping[str, Callable[[Corpus, str], Query]] = {
    "lemma": of_lemmas,
    "form": of_form,
    "pattern": of_pattern,
    "concept": of_concept,
}


@lru_cache(maxsize=2_000)
def forms(word: str) -> tuple[str, ...]:
    """The forms by which a word is found, whichever of its own forms is given; an abbreviation as it stands.

    >>> forms("Крыму"), forms("США"), "стать" in forms("стали"), "стали" in forms("сталь")
    (('крым', 'крыма', 'крыме', 'крымом', 'крыму'), ('сша',), True, False)
    """
    typed = word.lower()
    found = {typed}
    if not (word.isupper() and 1 < len(word) <= ABBREVIATION):
        for parse in analyzer().parse(typed):
            if _share(typed, parse.normal_form) >= MEANT:
                found.update(form.word for form in parse.lexeme if _share(form.word, parse.normal_form) >= LIKELY)
    return tuple(sorted(found))


@lru_cache(maxsize=50_000)
def _share(form: str, lemma: str) -> float:
    """How much of the uses of a form is of a lemma; of a word that the dictionary has not all of it."""
    if not analyzer().word_is_known(form):
        return 1.0
    return sum(parse.score for parse in analyzer().parse(form) if parse.normal_form == lemma)


def _known(corpus: Corpus, word: str) -> set[str]:
    """The forms of a word by the dictionary and by the lemmas that the tables give it."""
    lemmas, of_lemma = _vocabulary(corpus)
    told = lemmas.get(word.lower(), set()) | ({word.lower()} & of_lemma.keys())
    return {*forms(word)}.union(*(of_lemma[lemma] for lemma in told))


@lru_cache(maxsize=4)
def _vocabulary(corpus: Corpus) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The lemmas of every form of a corpus, and the forms of every lemma."""
    lemmas, of_lemma = defaultdict(set), defaultdict(set)
    for form, lemma in corpus.query(VOCABULARY).itertuples(index=False):
        lemmas[form].add(lemma)
        of_lemma[lemma].add(form)
    return dict(lemmas), dict(of_lemma)


def _any(listed: set[str]) -> str:
    """One of the words, the longest that stands there: «газа» is not «газ» and a rest."""
    return f"(?:{'|'.join(sorted({_written(form) for form in listed}, key=lambda form: (-len(form), form)))})"


def _written(text: str) -> str:
    """A text as an expression that finds it, with е for ё and the signs that look the same."""
    return "".join(SIGNS.get(sign, re.escape(sign)) for sign in text.lower().replace("ё", "е").replace("’", "'").replace("‑", "-"))


def _is_word(sign: str) -> bool:
    return sign.isalnum() or sign == "_"


def _translated(body: str, text: str) -> str:
    r"""An expression with `\w, \W` of all alphabets and `\s` of all spaces; a `\b` inside cannot be had."""
    pieces, inside, at = [], False, 0
    while at < len(body):
        piece = body[at : at + 2] if body[at] == "\\" else body[at]
        if piece in (r"\b", r"\B", r"\C"):
            raise QueryError("edge" if piece != r"\C" else "escape", text, piece)
        if piece in "[]":
            inside = piece == "["
        pieces.append(_letters(piece, inside))
        at += len(piece)
    return "".join(pieces)


def _letters(piece: str, inside: bool) -> str:
    among = {r"\w": r"\pL\pN_", r"\s": r"\s\pZ"}.get(piece)
    if among:
        return among if inside else f"[{among}]"
    return r"[^\pL\pN_]" if piece == r"\W" and not inside else piece


def _fault(text: str, said: str) -> QueryError:
    """What RE2 says in our words: «Invalid Input Error: missing ): (уран»."""
    said = said.split("Error: ", 1)[-1].strip()
    for fault, reason in FAULTS.items():
        if said.startswith(fault):
            return QueryError(reason, text, said[len(fault) :].lstrip(": ").removeprefix("(?i)") or text[-1])
    return QueryError("pattern", text, said)


@lru_cache(maxsize=4)
def _labels(corpus: Corpus) -> dict[str, tuple[str, str]]:
    """Every name of every concept in lower case: the id and the name as it is written; the most named concept wins a shared name."""
    known: dict[str, tuple[str, str]] = {}
    for row in corpus.query(CONCEPTS).itertuples():
        for name in (row.label_ru, row.label_en, row.concept):
            known.setdefault(name.casefold(), (row.concept, name))
    return known
