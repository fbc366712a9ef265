"""The clause an amount of money stands in, with the words around the amount that grammar joins to it."""

from functools import cached_property
from typing import NamedTuple

from svodka.text.clauses import Atom, Clause, is_predicate
from svodka.text.money_cues import cues


class CueWord(NamedTuple):
    """A cue of money_cues.py and where its word stands: characters of the text, stop excluded."""

    kind: str
    measure: str
    status: str
    subject: str
    start: int
    stop: int


class Scene:
    """One amount in its clause: `words` are the atoms of the clause, `at` is the place of the amount among them."""

    def __init__(self, sentence: list[Atom], found: list[Clause], clause: Clause, amount: int):
        self.sentence = sentence
        self.clauses = found
        self.clause = clause
        self.amount = amount
        self.words = [sentence[index] for index in clause.atoms]
        self.at = clause.atoms.index(amount)

    @cached_property
    def parent(self) -> "Scene | None":
        """The clause this one depends on or goes on from, seen from its last word."""
        if self.clause.parent is None:
            return None
        clause = self.clauses[self.clause.parent]
        before = [index for index in clause.atoms if index < self.clause.atoms[0]]
        return Scene(self.sentence, self.clauses, clause, before[-1]) if before else None

    @cached_property
    def scope(self) -> tuple[list[int], list[int]]:
        """The places of the words that speak of this amount, and of those said before the first where there are several.

        «В 2024 году на дороги дали 3 млрд, на школы — 2 млрд»: «на школы» speaks of the second, «в 2024 году» of both.
        """
        others = [place for place, word in enumerate(self.words) if word.kind == "amount"]
        low = max((place + 1 for place in others if place < self.at), default=0)
        high = min((place for place in others if place > self.at), default=len(self.words))
        if high < len(self.words):
            # «6 млрд — на воду» goes on over the dash, «6 млрд, на воду — 7 млрд» does not over the comma
            first = self.at + (2 if self.sentence[self.amount + 1].form != "," else 1)
            high = next((place for place in range(first, high) if self.parted(place)), high)
        return list(range(low, high)), list(range(min([self.at, *others]) if low else 0))

    @cached_property
    def predicate(self) -> int | None:
        """The place of the predicate: the nearest before the amount, else the nearest after it."""
        wanted = {"gerund": "GRND", "participle": "PRTF"}.get(self.clause.kind)
        places = [
            place for place, word in enumerate(self.words) if (word.pos == wanted and word.kind == "word" if wanted else is_predicate(word))
        ]
        # «были вложены»: the participle says what was done
        places = [place for place in places if "быть" not in self.words[place].lemmas] or places
        before = [place for place in places if place < self.at]
        return before[-1] if before else places[0] if places else None

    @cached_property
    def gapped(self) -> "Scene | None":
        """The clause whose predicate is meant: «Турция вложила 5 млрд, а Казахстан — 2 млрд»."""
        return self.parent if self.predicate is None and self.clause.kind == "coordinate" else None

    @cached_property
    def actions(self) -> list[CueWord]:
        """The cues of the predicate and of the infinitives that hang on it, in order: «пообещала направить» gives two."""
        if self.predicate is None:
            return self.gapped.actions if self.gapped else []
        found = [cue(self.words[self.predicate], "act", "say", "be")]
        owed = cue(self.words[self.predicate], "owe")
        if owed and not any(word.pos == "INFN" for word in self.words):
            return [owed]
        if found[0] is None:
            return []
        for place in range(self.predicate + 1, len(self.words)):
            word = self.words[place]
            if is_predicate(word) or (place > self.at and self.predicate < self.at):
                break
            if word.pos == "INFN":
                found.append(cue(word, "act", "say", "be"))
        return [one for one in found if one]

    @cached_property
    def negated(self) -> bool:
        """«не выделила», «если выделит», «выделила бы», «отказалась выделить»: it has not happened."""
        if self.predicate is None:
            return self.gapped is not None and self.gapped.negated
        forms = [word.form.lower() for word in self.words]
        if cue(self.words[self.predicate], "not"):
            return True
        return "бы" in forms or forms[0] == "если" or (self.predicate > 0 and forms[self.predicate - 1] == "не")

    @cached_property
    def partitive(self) -> bool:
        """«из 5 млн долларов освоили 3 млн»: what is done is done to the other amount."""
        return self.preposition(self.at) == "из" and any(word.kind == "amount" for word in self.words)

    @property
    def verb(self) -> Atom | None:
        """The predicate itself, or the one that is meant."""
        if self.predicate is None:
            return self.gapped.verb if self.gapped else None
        return self.words[self.predicate]

    @property
    def passive(self) -> bool:
        """«выделено», «инвестируется», «выделенный», but not «намерен», «собирается»: the subject does not act."""
        verb = self.verb
        if verb is None or verb.may_be("ADJS"):
            return False
        return "pssv" in verb.tags[0] or (verb.pos == "VERB" and verb.form.lower().endswith(("ся", "сь")) and not self.takes_part)

    @property
    def takes_part(self) -> bool:
        """«обязалась», «собирается»: reflexive in form only."""
        return any(action.kind == "say" for action in self.actions)

    def preposition(self, place: int) -> str:
        """The preposition a word depends on, over the adjectives and numbers between; empty when there is none."""
        for before in range(place - 1, -1, -1):
            word = self.words[before]
            if self.parted(before + 1):
                return ""
            if word.pos == "PREP":
                return word.form.lower()
            if not (modifies(word) or word.kind == "number" or word.form in '«"“„'):
                return ""
        return ""

    def parted(self, place: int) -> bool:
        """Whether a comma, a dash or a bracket stands before a word."""
        return self.clause.atoms[place] - self.clause.atoms[place - 1] > 1

    def governor(self, place: int, over_datives: bool = False) -> Atom | None:
        """The noun or name a word in the genitive depends on: the one before it and its adjectives; also over «(выделение) Китаю»."""
        for before in range(place - 1, -1, -1):
            word = self.words[before]
            if self.parted(before + 1):
                return None
            if over_datives and word.cases == {"datv"}:
                continue
            if word.pos == "NOUN" or (word.kind == "name" and not modifies(word)):
                return word
            if not (modifies(word) or word.form in '«"“„»”'):
                return None
        return None


def modifies(word: Atom) -> bool:
    """An adjective or participle, also one that is a name («японские»)."""
    return word.pos in {"ADJF", "PRTF"} and word.kind in {"word", "name"} and " " not in word.form


def cue(word: Atom, *kinds: str) -> CueWord | None:
    """The cue of one of these kinds that a word is, its likelier readings first."""
    for lemma in word.lemmas:
        for kind in kinds:
            found = cues().get(lemma, {}).get(kind)
            if found:
                return CueWord(*found, word.start, word.stop)
    return None
