"""Remember who spoke and who was named, so that «он подчеркнул» and «добавил министр» find their person."""

import re
from bisect import bisect_left

from svodka.text.persons import Person
from svodka.text.roles import role
from svodka.text.speaker import Speaker

WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
BREAK = re.compile(r"[.!?;:]\s|\n|—")
LEFT, RIGHT = 140, 80  # characters around a name in which an office of the person is looked for
NEAR = 1500  # characters behind which «он» is nobody's


class Memory:
    """What the text has told so far, read left to right."""

    def __init__(self, text: str, people: list[Person]):
        self.text = text
        self.people = people
        self.last: tuple[int, str, str] | None = None
        self._offices: dict[str, list[tuple[int, str, str]]] | None = None

    def resolve(self, speaker: Speaker, place: int) -> tuple[str, bool] | None:
        """The voice of a speaker and whether it is certain; None for a pronoun that may be anybody."""
        if speaker.name is not None:
            self.last = (place, speaker.name, speaker.gender or "")
            return speaker.name, True
        found = self._by_gender(speaker.gender or "", place) if speaker.pronoun else self._by_role(speaker, place)
        if found is not None:
            name, gender, certain = found
            self.last = (place, name, gender)
            return name, certain
        if speaker.pronoun:
            return None
        self.last = (place, str(speaker.role), speaker.gender or "m")
        return str(speaker.role), False

    def silent(self, gender: str | None, place: int) -> str | None:
        """The last speaker, for a verb without a subject («Также добавил, что»)."""
        if self.last is None or place - self.last[0] > NEAR or (gender in ("m", "f") and self.last[2] not in (gender, "")):
            return None
        return self.last[1]

    def _named(self, low: int, high: int, gender: str) -> list[Person]:
        """The people of one gender named between two places."""
        span = self.people[bisect_left(self.people, (low,)) : bisect_left(self.people, (high,))]
        return [person for person in span if person.gender == gender]

    def _by_gender(self, gender: str, place: int) -> tuple[str, str, bool] | None:
        """«он»: the last speaker unless another man has been named since; else the one man named lately."""
        if self.last is not None and place - self.last[0] <= NEAR and self.last[2] == gender:
            since = {person.name for person in self._named(self.last[0], place, gender)} - {self.last[1]}
            return self.last[1], gender, not since and self.last[1][0].isupper()
        if not gender:
            return None
        lately = self._named(max(0, place - NEAR), place, gender)
        if not lately:
            return None
        return lately[-1].name, gender, len({person.name for person in lately}) == 1

    def _by_role(self, speaker: Speaker, place: int) -> tuple[str, str, bool] | None:
        """«министр»: the person given that office before; «эксперт»: else the last speaker, which is a guess."""
        word = role(str(speaker.role).split()[0])
        if word is None:
            return None
        before = [entry for entry in self._by_office().get(word.word, []) if entry[0] < place]
        if before:
            return before[-1][1], before[-1][2], len({name for _, name, _ in before}) == 1
        vague = " " not in str(speaker.role) and word.suggests in ("expert", "journalist")
        if vague and self.last is not None and place - self.last[0] <= NEAR and self.last[2] in ("m", "f"):
            return self.last[1], self.last[2], False
        return None

    def _by_office(self) -> dict[str, list[tuple[int, str, str]]]:
        """Role word → the people called so, by place."""
        if self._offices is None:
            self._offices = {}
            for person in self.people:
                for word in _offices(self.text, person):
                    self._offices.setdefault(word, []).append((person.start, person.name, person.gender))
        return self._offices


def _offices(text: str, person: Person) -> list[str]:
    """The role words that stand with a name: «политолог, директор центра Пётр Цой», «Пётр Цой, директор центра»."""
    found: list[str] = []
    left = text[max(0, person.start - LEFT) : person.start]
    left = left[max((match.end() for match in BREAK.finditer(left)), default=0) :]
    right = text[person.stop : person.stop + RIGHT]
    cut = BREAK.search(right)
    behind = re.split(r"[,(]", right[: cut.start() if cut else None])[1:2] if right.startswith((",", " (")) else []
    for segments in (reversed(left.split(",")), behind):
        for segment in segments:
            roles = [role(word) for word in WORDS.findall(segment)]
            words = [entry.word for entry in roles if entry and entry.suggests not in ("institution", "medium")]
            if not words:
                break
            found += words
    return found
