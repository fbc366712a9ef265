"""Whom a noun or a name in a clause stands for: a concept of the lexicon where it is mentioned, or a name as it is written."""

from svodka.text.grammemes import is_name, readings
from svodka.text.reads import Read, read
from svodka.text.scene import Scene, cue, modifies

ENTITIES = frozenset({"place", "organisation", "person"})
# What a person does with money of his own; a president who approves a project does not pay for it.
PRIVATE = frozenset({"investment", "aid", "price"})
QUOTES = '«»"“”„'


def entity(scene: Scene, place: int) -> Read[str] | None:
    """Whom a noun or name stands for: a concept, a name as written, the country of «правительство Японии»; None for «банк»."""
    word = scene.words[place]
    if word.sort == "person" and not any(action.measure in PRIVATE for action in scene.actions):
        return None
    if word.kind == "name":
        return read(word.concept, word) if word.sort in ENTITIES else None
    if cue(word, "body"):
        return country_of(scene, place)
    if cue(word, "firm"):
        return name_after(scene, place) or (country_of(scene, place) if word.may_be("plur", "nomn") else None)
    return name_at(scene, place)


def country_of(scene: Scene, place: int) -> Read[str] | None:
    """«японское правительство», «власти Казахстана», «китайские компании»."""
    before = scene.words[place - 1] if place else None
    if before is not None and before.sort == "place" and modifies(before):
        return read(before.concept, before)
    for after in scene.words[place + 1 : place + 4]:
        if after.sort == "place" and "gent" in after.cases:
            return read(after.concept, after)
        if after.pos != "NOUN" or "gent" not in after.cases:
            break
    return None


def name_after(scene: Scene, place: int) -> Read[str] | None:
    """«компания Airbus», «холдинг «Алтын Групп»», «банк ВТБ»."""
    after = place + 1
    while after < len(scene.words) and scene.words[after].form in QUOTES:
        after += 1
    if after >= len(scene.words):
        return None
    word = scene.words[after]
    if word.kind == "name":
        return read(word.concept, word) if word.sort == "organisation" else None
    if after > place + 1:
        return quoted(scene, after)
    return name_at(scene, after)


def quoted(scene: Scene, place: int) -> Read[str] | None:
    """The words up to the closing quote."""
    inside = []
    for word in scene.words[place : place + 6]:
        if word.form in QUOTES:
            return read(" ".join(one.form for one in inside), inside[0], inside[-1])
        inside.append(word)
    return None


def name_at(scene: Scene, place: int) -> Read[str] | None:
    """A name that no lexicon knows, as it is written: Latin words, or a capitalised word no dictionary explains."""
    if not named(scene, place):
        return None
    latin = scene.words[place].form.isascii()
    low, high = place, place
    while low and named(scene, low - 1) and scene.words[low - 1].form.isascii() == latin:
        low -= 1
    while high + 1 < len(scene.words) and named(scene, high + 1) and scene.words[high + 1].form.isascii() == latin:
        high += 1
    # «Rio Tinto Group»: the lexicon knows the beginning
    known = scene.words[low - 1] if low and latin else None
    if known is not None and known.sort == "organisation" and known.form.isascii():
        return read(known.concept, known)
    words = scene.words[low : high + 1]
    return read(" ".join(word.form for word in words), words[0], words[-1])


def named(scene: Scene, place: int) -> bool:
    """Whether a word is part of a name: capitalised, and no common word; people named by surname alone are no payers."""
    word = scene.words[place]
    if word.kind != "word" or not word.form[:1].isupper() or word.pos in {"PREP", "CONJ", "NPRO", "PRCL", "ADJF"}:
        return False
    return word.form.isascii() or (is_name(word.form) and not {"Surn", "Name", "Patr"} & readings(word.form)[0])
