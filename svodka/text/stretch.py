"""A stretch of text taken apart once: tokens, sentences, speech cues and the people named in it."""

from bisect import bisect_left, bisect_right

from svodka.text import speech_cues
from svodka.text.morphology import read
from svodka.text.persons import Person
from svodka.text.sentences import Span, sentences
from svodka.text.speech_cues import Cue
from svodka.text.tokens import TOKEN, Token


class Stretch:
    """A stretch of text, as a rule a paragraph; all places are those of the whole text.

    people: index of a name's first token → person; ends: index behind a name → index of its first token; named: the indices
    of all tokens in names.
    """

    def __init__(self, text: str, start: int, stop: int, people: list[Person]):
        self.text, self.start, self.stop = text, start, stop
        self.tokens = [Token(match.start(), match.end(), match.group(), match.lastgroup) for match in TOKEN.finditer(text, start, stop)]
        self.words = [token.form.lower() for token in self.tokens]
        self.sentences = [Span(start + span.start, start + span.stop) for span in sentences(text[start:stop])]
        self.cues = speech_cues.find(self.tokens, self.words)
        self._starts = [token.start for token in self.tokens]
        self._cue_starts = [cue.first for cue in self.cues]
        self.people: dict[int, Person] = {}
        self.ends: dict[int, int] = {}
        self.named: set[int] = set()
        for person in people[bisect_left(people, (start,)) : bisect_left(people, (stop,))]:
            first, behind = self.index(person.start), self.after(person)
            self.people[first] = person
            self.ends[behind] = first
            self.named.update(range(first, behind))

    def index(self, place: int) -> int:
        """The index of the first token at or behind a place in the text."""
        return bisect_left(self._starts, place)

    def after(self, person: Person) -> int:
        """The index of the first token behind a person's name."""
        return bisect_left(self._starts, person.stop)

    def is_verb(self, index: int) -> bool:
        """Whether a token is a finite verb and no part of a name."""
        return index not in self.named and self.tokens[index].kind == "word" and read(self.words[index]).pos == "VERB"

    def cues_between(self, low: int, high: int) -> list[Cue]:
        """The cues that begin among the tokens from low to high."""
        return self.cues[bisect_left(self._cue_starts, low) : bisect_left(self._cue_starts, high)]

    def sentence(self, place: int) -> Span:
        """The sentence that holds a place, or the next one; the empty end of the stretch behind the last."""
        number = bisect_right(self.sentences, place, key=lambda span: span.stop)
        return self.sentences[number] if number < len(self.sentences) else Span(self.stop, self.stop)

    def last_begun(self, place: int) -> Span:
        """The last sentence that begins at or before a place; the empty beginning of the stretch when there is none."""
        number = bisect_right(self.sentences, place, key=lambda span: span.start) - 1
        return self.sentences[number] if number >= 0 else Span(self.start, self.start)
