"""Find who and what is named in a text, each under one canonical name in the nominative: people, organisations, places."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from svodka.text import name_patterns, name_readings, name_titles, persons, quoted_names
from svodka.text.function_words import governed
from svodka.text.grammemes import is_known, is_name, readings
from svodka.text.lexicon import Concept, Lexicon, Mention
from svodka.text.morphology import read
from svodka.text.name_aliases import with_aliases
from svodka.text.name_context import cases_before, is_title, likely_case, opens_sentence, word_before
from svodka.text.name_model import Tagged
from svodka.text.named import Name, overlapping
from svodka.text.persons import Person
from svodka.text.roles import role
from svodka.text.tokens import Token, tokenize

__all__ = ["KINDS", "Name", "Namer"]

KINDS = {"person": "PER", "organisation": "ORG", "place": "LOC"}
THINGS = frozenset({"resource", "route"})

Tagger = Callable[[str, list[Token]], list[Tagged]]


class Namer:
    """Names of the lexicon, people by the grammar of names and, with a tagger, what a model adds to them.

    The lexicon and the grammar know canonical names, so the model yields where they overlap; it wins with a longer name around
    theirs, «Банк Казахстана» is no place, and where they only guess.
    """

    def __init__(self, lexicon: Lexicon, tagger: Tagger | None = None):
        self.lexicon = lexicon
        self.tagger = tagger
        concepts = lexicon.concepts.values()
        self._kinds = {concept.concept: _kind(concept) for concept in concepts if concept.kind in KINDS}
        self._labels = {(kind, lexicon.concepts[concept].label_ru): concept for concept, kind in self._kinds.items()}

    def find(
        self, text: str, tokens: list[Token] | None = None, mentions: list[Mention] | None = None, people: list[Person] | None = None
    ) -> list[Name]:
        """The names left to right, never overlapping; what was found in the text before may be given.

        >>> [name.name for name in Namer(Lexicon.load()).find("Из Казахстана вернулась Анна Шмидт")]
        ['Казахстан', 'Анна Шмидт']
        """
        tokens = tokenize(text) if tokens is None else tokens
        mentions = self.lexicon.find(text, tokens) if mentions is None else mentions
        people = persons.find(text) if people is None else people
        quoted = quoted_names.find(text)
        if self.tagger is None:
            return _merged(text, self._known(text, mentions, people), quoted, _titles(text, quoted))
        things = [mention for mention in mentions if mention.kind in THINGS]
        tagged = [found for found in self.tagger(text, tokens) if not _is_common(text, found) and not _is_thing(found, things)]
        tagged += [found for found in quoted if not overlapping(tagged, found.start, found.stop)]
        names = self._known(text, mentions, _undoubted(text, people, tagged))
        titles = _titles(text, [found for found in tagged if found.kind != "PER"])
        named = _people(text, [found for found in tagged if found.kind == "PER"], people)
        found = with_aliases(text, _merged(text, names, tagged, titles | named))
        return [name._replace(concept=name.concept or self._labels.get((name.kind, name.name))) for name in found]

    def _known(self, text: str, mentions: Iterable[Mention], people: Iterable[Person]) -> list[Name]:
        """What the lexicon and the grammar of names know: the longer stays, of equals that of the lexicon."""
        found = [
            Name(m.start, m.stop, self._kinds[m.concept], self._label(text, m), m.concept)
            for m in mentions
            if m.kind in KINDS and _is_name(text, m)
        ]
        found += [Name(one.start, one.stop, "PER", one.name, self._labels.get(("PER", one.name))) for one in people]
        kept: list[Name] = []
        for name in sorted(found, key=lambda name: (name.start, -name.stop)):
            if not kept or name.start >= kept[-1].stop:
                kept.append(name)
            elif name.stop - name.start > kept[-1].stop - kept[-1].start:
                kept[-1] = name
        return kept

    def _label(self, text: str, mention: Mention) -> str:
        """The label of what is named; a metonym is a name of its own: «из Пекина» names Пекин, though it means Китай."""
        if not mention.metonym:
            return self.lexicon.concepts[mention.concept].label_ru
        form = text[mention.start : mention.stop]
        return form if " " in form else read(form).lemma.title()


def _kind(concept: Concept) -> str:
    """A place called by what is an institution, «Европейский союз», is named as an organisation."""
    roles = [role(word) for word in concept.label_ru.split()] if concept.kind == "place" else []
    return "ORG" if any(found and found.suggests == "institution" for found in roles) else KINDS[concept.kind]


def _is_name(text: str, mention: Mention) -> bool:
    """Whether a mention names what it is of: «Япония», not «японцы», «Японский банк», the ship «Япония»."""
    form = text[mention.start : mention.stop]
    if not form[0].isupper() or mention.kind != "place":
        return form[0].isupper()
    if is_title(text, mention.start, mention.stop):
        return False
    return " " in form or (read(form).pos != "ADJF" and "anim" not in readings(form)[0])


def _is_common(text: str, found: Tagged) -> bool:
    """Whether the model takes a common word for a name: «СМИ», «IT-компании», the first of a sentence in «Воскресное заседание»."""
    form = text[found.start : found.stop]
    *_, last = form.split("-")
    if not last.isalpha() or is_title(text, found.start, found.stop):
        return False
    lower = text[found.stop : found.stop + 2].lstrip()[:1].islower()
    if role(last) is not None and (found.kind != "PER" or opens_sentence(text, found.start)):  # «Адвокат» may be somebody's surname
        return True
    return lower and is_known(form) and not any("NOUN" in tags for tags in readings(form))


def _is_thing(found: Tagged, things: Sequence[Mention]) -> bool:
    """Whether the lexicon knows it for a resource, «редкоземельные металлы (РЗМ)», or takes a place for a route."""
    around = overlapping(things, found.start, found.stop)
    kinds = {thing.kind for thing in around if thing.start <= found.start and found.stop <= thing.stop}
    return "resource" in kinds or ("route" in kinds and found.kind == "LOC")


def _undoubted(text: str, people: Iterable[Person], tagged: Iterable[Tagged]) -> list[Person]:
    """The people without those single words that stand for nobody fully named and that the model does not take for people."""
    sure = {(found.start, found.stop) for found in tagged if found.kind == "PER"}
    return [person for person in people if (person.start, person.stop) in sure or _is_fully_named(text[person.start : person.stop], person)]


def _is_fully_named(written: str, person: Person) -> bool:
    return " " in written or (" " in person.name and not written.isupper())


def _titles(text: str, tagged: Iterable[Tagged]) -> dict[Tagged, str]:
    """Organisations and places in the nominative that most of their forms in the text allow: «Яндексом» with «Яндекса» is Яндекс."""
    ways = {found: name_titles.readings(text[found.start : found.stop], _cases(text, found)) for found in tagged}
    votes = Counter(way for readings in ways.values() for way in readings)
    return {found: max(readings, key=lambda way: (votes[way], -readings.index(way))) for found, readings in ways.items()}


def _cases(text: str, found: Tagged) -> tuple[str, ...]:
    """The cases that a preposition asks for, else the one that is likely: the genitive behind a noun, «глава Банка Казахстана»."""
    word = word_before(text, found.start)
    likely = "gent" if word and read(word).pos == "NOUN" else likely_case(text, found.start, found.stop)
    return governed(word) or ((likely,) if likely else ())


def _people(text: str, tagged: Iterable[Tagged], known: Iterable[Person]) -> dict[Tagged, str]:
    """People only the model sees, in the nominative; a surname alone is the person so named whom the grammar knows."""
    by_surname: dict[str, str] = {}
    for person in known:
        if person.surname and person.name != person.surname:
            by_surname.setdefault(person.surname, person.name)
    ways = {found: _readings(text, found) for found in tagged}
    votes = Counter(way for readings in ways.values() for way in readings)
    chosen = {found: max(readings, key=lambda way: (votes[way], -readings.index(way))) for found, readings in ways.items()}
    for name in sorted(set(chosen.values())):
        if " " in name:
            by_surname.setdefault(name.split()[-1], name)
    return {found: next((by_surname[way] for way in ways[found] if way in by_surname), name) for found, name in chosen.items()}


def _readings(text: str, found: Tagged) -> tuple[str, ...]:
    """The nominatives of a name of a person, the likeliest first."""
    written = text[found.start : found.stop]
    words = [part.group() for part in persons.PART.finditer(written)]
    if not words or " ".join(words) != " ".join(written.split()):
        return (written,)
    slots = name_patterns.slots(words, 0, opening=False, role=True) if len(words) > 1 else (("surname", words[0]),)
    if len(slots) != len(words):
        slots = (*(("given", word) for word in words[:-1]), ("surname", words[-1]))
    cases = cases_before(text, found.start)[0]
    likely = "" if cases else likely_case(text, found.start, found.stop)
    return tuple(dict.fromkeys(reading.name for reading in name_readings.read(slots, cases, likely)))


def _merged(text: str, names: Sequence[Name], tagged: Iterable[Tagged], titles: Mapping[Tagged, str]) -> list[Name]:
    """Known names and those of the model, which yields to a known one but where it is the longer around it."""
    added: list[Name] = []
    outdone: set[Name] = set()
    for found in tagged:
        rivals = overlapping(names, found.start, found.stop)
        if not rivals:
            added.append(Name(*found, titles[found], None))
        elif _surrounds(text, found, rivals):
            outdone.update(rivals)
            added.append(_same(found, titles[found], rivals))
    return sorted([name for name in names if name not in outdone] + added)


def _same(found: Tagged, title: str, rivals: Iterable[Name]) -> Name:
    """The longer name; still that of a known one inside when it only adds «ОАО» or the rest of a person's names."""
    for name in rivals:
        if name.kind == found.kind and (name.name == title or (name.kind == "PER" and name.concept)):
            return name._replace(start=found.start, stop=found.stop)
    return Name(*found, title, None)


def _surrounds(text: str, found: Tagged, rivals: Sequence[Name]) -> bool:
    """Whether a name of the model is a longer one with known names inside: «Совет безопасности ООН», «улица Ивана Франко»."""
    inside = all(found.start <= name.start and name.stop <= found.stop for name in rivals)
    longer = found.stop - found.start > max(name.stop - name.start for name in rivals)
    if not inside or not longer or found.kind == "ORG":
        return inside and longer
    if found.kind == "LOC" and opens_sentence(text, found.start) and not is_name(text[found.start : found.stop].split()[0]):
        return False  # «Влияние Токио растёт»
    return len(rivals) == 1 and (found.kind == "LOC" or rivals[0].kind == "PER")
