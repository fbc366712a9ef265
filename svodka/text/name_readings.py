"""Put the parts of a name into the nominative together: one case and one gender for all of them."""

from collections import Counter, defaultdict
from functools import lru_cache
from typing import NamedTuple

from svodka.text import name_forms
from svodka.text.name_patterns import Slots


class Found(NamedTuple):
    """A stretch read as a name: its parts by slot, the cases that its surroundings allow and the one they make likely."""

    start: int
    stop: int
    parts: Slots
    cases: tuple[str, ...]
    likely: str


class Reading(NamedTuple):
    """One way to read a name: canonical name and surname, case, gender and how likely it is."""

    name: str
    surname: str
    case: str
    gender: str
    score: float


@lru_cache(maxsize=50_000)
def read(parts: Slots, cases: tuple[str, ...], likely: str) -> tuple[Reading, ...]:
    """The ways to put a name into the nominative, all parts in one case and gender, the likeliest first."""
    readings = []
    for case in name_forms.CASES:
        for gender in ("m", "f"):
            words, score = [], 0.0
            for slot, word in parts:
                if slot in ("initials", "particle"):
                    words.append((slot, word))
                    continue
                kind = "given" if slot == "family" else slot
                forms = [form for form in name_forms.readings(word, kind) if form.case == case and form.gender in (gender, "mf")]
                if slot == "family" or (slot == "given" and not forms):
                    forms = forms or [name_forms.NameForm(name_forms.titled(word), case, gender, -0.8)]
                if not forms:
                    break
                best = max(forms, key=lambda form: (form.weight, form.nominative))
                words.append((slot, name_forms.titled(word) if slot == "family" else best.nominative))
                score += best.weight
            else:
                if cases:
                    score += 1.5 if case in cases else -1.5
                elif case == likely:
                    score += 0.4
                score += 0.05 if gender == "m" else 0.0
                readings.append(assembled(words, case, gender, score))
    if not readings:
        readings.append(assembled([(slot, name_forms.titled(word)) for slot, word in parts], "nomn", "m", 0.0))
    return tuple(sorted(readings, key=lambda reading: (-reading.score, reading.name)))


def assembled(words: list[tuple[str, str]], case: str, gender: str, score: float) -> Reading:
    """The canonical order: given name, particles, surname; a patronymic is left out where a surname is known."""
    by_slot = defaultdict(list)
    for slot, word in words:
        by_slot[slot].append(word)
    surname = " ".join(by_slot["particle"] + by_slot["surname"])
    if by_slot["family"]:
        return Reading(" ".join(by_slot["family"] + by_slot["given"]), by_slot["family"][0], case, gender, score)
    given = by_slot["given"] or by_slot["initials"]
    rest = [surname] if surname else by_slot["patronymic"]
    return Reading(" ".join(given + rest), surname, case, gender, score)


def chosen(found: Found, readings: tuple[Reading, ...], votes: Counter[str]) -> tuple[Found, Reading, bool]:
    """The reading that the whole text speaks for among those not much worse than the best one here."""
    near = [reading for reading in readings if reading.score > readings[0].score - 1.6]
    best = max(near, key=lambda reading: (votes[reading.name], reading.score, reading.name))
    subject = any(reading.case == "nomn" and reading.name == best.name and reading.score > readings[0].score - 2.2 for reading in near)
    return found, best, subject
