"""Take a sentence with an amount apart: words with their grammar, and the clauses they belong to."""

from typing import NamedTuple

from svodka.text.grammemes import is_known, lemmas, readings
from svodka.text.tokens import Token

CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
NOMINAL = frozenset({"NOUN", "ADJF", "PRTF", "NPRO"})
EDGES = frozenset({",", ";", ":", "(", ")", "-", "–", "—"})
# After these the sentence returns to what they interrupt: «компания, которая вложила 5 млн, построит завод».
RETURNING = frozenset({"relative", "participle", "gerund"})
COORDINATORS = frozenset({"а", "но", "и", "или", "однако", "зато", "да", "либо"})


class Atom(NamedTuple):
    """One word, sign, amount, date or name of a sentence.

    kind: word, number, sign, money, amount (other money), date, name; concept and sort are those of the lexicon's mention that it is.
    """

    start: int
    stop: int
    form: str
    kind: str
    concept: str | None = None
    sort: str | None = None

    @property
    def tags(self) -> tuple[frozenset[str], ...]:
        """The grammemes of its readings; a name of several words has those of its first."""
        return readings(self.form.split()[0]) if self.kind in {"word", "name"} else ()

    @property
    def lemmas(self) -> tuple[str, ...]:
        """The dictionary forms of its readings."""
        return lemmas(self.form) if self.kind == "word" else ()

    @property
    def pos(self) -> str:
        """The likeliest part of speech; empty for what is no word."""
        return next((str(tag) for tag in self.tags[0] if tag.isupper() and len(tag) == 4), "") if self.tags else ""

    @property
    def cases(self) -> frozenset[str]:
        """The cases it may stand in: all for a word without forms («Токио», «ЦА», «Airbus»)."""
        head = self.form.split()[0]
        if self.tags and head.isupper() and len(head) > 1 and not is_known(head):
            return CASES
        if not self.tags or "Fixd" in self.tags[0] or not any(NOMINAL & tags for tags in self.tags):
            return CASES if self.kind == "name" or (self.tags and self.pos in {"LATN", "UNKN"}) else frozenset()
        return CASES & frozenset().union(*(tags for tags in self.tags if NOMINAL & tags))

    def may_be(self, *grammemes: str) -> bool:
        """Whether one of its readings has all these grammemes."""
        return any(tags.issuperset(grammemes) for tags in self.tags)


class Clause(NamedTuple):
    """The atoms of one clause by index, left to right; kind: plain, coordinate, relative, subordinate, gerund, participle."""

    kind: str
    atoms: list[int]
    parent: int | None


def atoms(tokens: list[Token], spans: list[Atom]) -> list[Atom]:
    """The tokens of a sentence with amounts, dates and names as one atom each; of spans that overlap the earlier and longer stays."""
    found: list[Atom] = []
    kept = iter([*sorted(spans, key=lambda span: (span.start, -span.stop)), None])
    span, done = next(kept), 0
    for token in tokens:
        while span is not None and span.start < done:
            span = next(kept)
        if token.start < done:
            continue
        if span is not None and token.start >= span.start:
            found.append(span)
            done = span.stop
        else:
            found.append(Atom(token.start, token.stop, token.form, token.kind))
    return found


def is_predicate(atom: Atom) -> bool:
    """A finite verb, a short form or «нужно»."""
    return atom.kind == "word" and atom.pos in {"VERB", "PRTS", "ADJS", "PRED"}


def clauses(sentence: list[Atom]) -> list[Clause]:
    """The clauses of a sentence; a piece without a predicate of its own belongs to the clause it stands in."""
    found: list[Clause] = []
    current = None
    for piece in pieces(sentence):
        kind = kind_of([sentence[index] for index in piece], first=current is None)
        if current is not None and kind == "plain":
            has_own = any(is_predicate(sentence[index]) for index in piece)
            home = current
            above = found[home].parent
            if has_own and above is not None and (found[home].kind in RETURNING or not has_verb(sentence, found[above])):
                home = above
            if not has_own or not has_verb(sentence, found[home]):
                found[home].atoms.extend(piece)
                current = home
                continue
            kind = "coordinate"
        parent = current
        found.append(Clause(kind, list(piece), parent))
        current = len(found) - 1
    return found


def has_verb(sentence: list[Atom], clause: Clause) -> bool:
    """Whether a clause has a predicate or an infinitive."""
    return any(is_predicate(sentence[index]) or sentence[index].pos == "INFN" for index in clause.atoms)


def pieces(sentence: list[Atom]) -> list[list[int]]:
    """What stands between commas, dashes, colons and brackets."""
    found: list[list[int]] = [[]]
    for index, atom in enumerate(sentence):
        if atom.kind == "sign" and atom.form in EDGES:
            found.append([])
        else:
            found[-1].append(index)
    return [piece for piece in found if not empty([sentence[index] for index in piece if sentence[index].kind != "sign"])]


def empty(words: list[Atom]) -> bool:
    """Nothing but signs, or an aside of one verb («напомним»)."""
    return not words or (len(words) == 1 and words[0].pos == "VERB")


def kind_of(piece: list[Atom], first: bool) -> str:
    """What kind of clause a piece begins; «plain» when nothing marks it."""
    words = [atom for atom in piece if atom.kind == "word"]
    if not words or first:
        return "plain"
    opener = words[0].form.lower()
    if any("который" in atom.lemmas for atom in words[:3]):
        return "relative"
    if opener in COORDINATORS:
        return "coordinate" if opener not in {"и", "или", "да", "либо"} else "plain"
    if words[0].pos == "CONJ" or opener in {"где", "куда", "откуда"}:
        return "subordinate"
    if not any(is_predicate(atom) for atom in words):
        if any(atom.pos == "GRND" for atom in words[:3]):
            return "gerund"
        if any(atom.pos == "PRTF" for atom in words[:2]):
            return "participle"
    return "plain"
