"""Who pays an amount of money, as far as its clause says so."""

from svodka.text.clauses import CASES, Atom
from svodka.text.entities import ENTITIES, QUOTES, entity, name_at
from svodka.text.reads import Read, read
from svodka.text.scene import Scene, cue, modifies


def payer(scene: Scene) -> Read[str] | None:
    """The one who pays: subject of an active verb, agent of a passive one, «от …», «китайские инвестиции», «грант ЕС»."""
    if scene.negated or scene.partitive:
        return None
    return agent_of_next_participle(scene) or (doer(scene) if pays(scene) else None) or source(scene) or owner(scene)


def pays(scene: Scene) -> bool:
    """Whether the subject pays: not one who «планирует занять»."""
    subjects = [action.subject for action in scene.actions]
    return "payer" in subjects and "recipient" not in subjects


def doer(scene: Scene) -> Read[str] | None:
    """The subject of an active predicate, the agent of a passive one; of a gerund or participle what it belongs to."""
    if scene.clause.kind == "participle":
        return agent(scene) if scene.passive else antecedent(scene)
    if scene.clause.kind == "gerund":
        return subject(scene.parent) if scene.parent else None
    if scene.clause.kind == "relative" and not scene.passive:
        return antecedent(scene) if relative_subject(scene) else subject(scene)
    return agent(scene) if scene.passive else subject(scene)


def subject(scene: Scene) -> Read[str] | None:
    """The subject of the predicate, or of the clause before where this one goes on without its own."""
    if scene.predicate is None:
        first = next((place for place in range(scene.at) if is_subject(scene, place)), None) if scene.gapped else None
        return entity(scene, first) if first is not None else None
    places = [*range(scene.predicate - 1, -1, -1), *range(scene.predicate + 1, len(scene.words))]
    for place in places:
        if place > scene.predicate and (scene.predicate < scene.at <= place or "accs" in scene.words[place].cases):
            continue
        if is_subject(scene, place):
            return None if coordinated(scene, place) else entity(scene, place)
    if scene.clause.kind in {"coordinate", "plain"} and scene.parent and not scene.parent.passive:
        return subject(scene.parent)
    return None


def is_subject(scene: Scene, place: int) -> bool:
    """Whether a word may be the subject: nominative, after no preposition, in no genitive, agreeing with the verb."""
    word, verb = scene.words[place], scene.verb
    if verb is None or modifies(word) or "nomn" not in word.cases or scene.preposition(place):
        return False
    if word.kind == "word" and word.pos not in {"NOUN", "NPRO", "LATN", "UNKN"}:
        return False
    head = scene.governor(place)
    if head is not None and ("gent" in word.cases or word.cases == CASES) and not apposed(head, word):
        return False
    return scene.predicate is None or agrees(word, verb)


def apposed(head: Atom, word: Atom) -> bool:
    """«компания Airbus», «банк «Алтын»»: the name stands beside the noun, it does not depend on it."""
    return cue(head, "firm") is not None and word.kind != "name" and word.form[:1].isupper()


def agrees(word: Atom, verb: Atom) -> bool:
    """Whether number and gender of a noun and of a verb can go together; a word without them goes with any."""
    nominative = [tags for tags in word.tags if "nomn" in tags]
    if not nominative or "Fixd" in nominative[0]:
        return True
    for feature in ({"sing", "plur"}, {"masc", "femn", "neut"}):
        wanted = feature & frozenset().union(*(tags for tags in verb.tags if verb.pos in tags))
        had = [feature & tags for tags in nominative]
        if wanted and all(one and not one & wanted for one in had):
            return False
    return True


def coordinated(scene: Scene, place: int) -> bool:
    """«Япония и Китай»: two share what only one could be said of; «, и Япония» begins a clause."""
    before = scene.words[place - 1] if place > 1 else None
    after = scene.words[place + 1] if place + 1 < len(scene.words) else None
    return any(word is not None and word.form.lower() == "и" for word in (before, after))


def agent(scene: Scene) -> Read[str] | None:
    """«выделено Японией», «Японией выделено», «предоставленный Всемирным банком», «профинансировано JICA»."""
    if scene.predicate is None:
        return None
    before = scene.words[scene.predicate - 1] if scene.predicate else None
    if before is not None and before.sort in ENTITIES and before.cases == {"ablt"} and not modifies(before):
        return read(before.concept, before)
    for place in range(scene.predicate + 1, min(scene.predicate + 4, len(scene.words))):
        word = scene.words[place]
        if "ablt" in word.cases and not modifies(word) and not scene.preposition(place):
            if word.cases == CASES and place > scene.predicate + 1:
                return None
            return entity(scene, place)
    return None


def agent_of_next_participle(scene: Scene) -> Read[str] | None:
    """«5 млрд долларов, выделенных Японией»."""
    child = next_participle(scene)
    return agent(child) if child and child.passive and any(action.subject == "payer" for action in child.actions) else None


def next_participle(scene: Scene) -> Scene | None:
    """The participle clause that begins right after the amount."""
    for clause in scene.clauses:
        if clause.kind == "participle" and clause.atoms[0] == scene.amount + 2:
            return Scene(scene.sentence, scene.clauses, clause, clause.atoms[0])
    return None


def antecedent(scene: Scene) -> Read[str] | None:
    """The noun or name right before a relative or participle clause."""
    parent = scene.parent
    if parent is None:
        return None
    place = parent.at
    while place and parent.words[place].form in QUOTES:
        place -= 1
    word = parent.words[place]
    if word.kind == "name":
        return read(word.concept, word) if word.sort in ENTITIES and not modifies(word) else None
    return name_at(parent, place)


def relative_subject(scene: Scene) -> bool:
    """«компания, которая вложила»: the pronoun is the subject."""
    first = scene.words[0]
    return "который" in first.lemmas and "nomn" in first.cases


def source(scene: Scene) -> Read[str] | None:
    """«от Японии», «со стороны ЕС», «за счёт средств АБР», «из бюджета Казахстана», «по линии JICA»."""
    for place, word in enumerate(scene.words):
        if word.sort not in ENTITIES or modifies(word) or "gent" not in word.cases:
            continue
        if scene.preposition(place) == "от":
            return read(word.concept, word)
        head = scene.governor(place)
        if head and {"сторона", "линия", "средство", "счёт"}.intersection(head.lemmas):
            before = scene.words.index(head)
            if scene.preposition(before) in {"со", "с", "по", "за", "из"} or cue(scene.words[before - 1], "carrier"):
                return read(word.concept, word)
        if head and cue(head, "treasury") and scene.preposition(scene.words.index(head)) == "из":
            return read(word.concept, word)
    return None


def owner(scene: Scene) -> Read[str] | None:
    """«китайские инвестиции», «грант ЕС», «кредит Всемирного банка», «инвестиции Японии в Казахстан», «инвестиции из Японии»."""
    for place, word in enumerate(scene.words):
        measure = cue(word, "sum")
        if measure is None or measure.measure not in {"investment", "loan", "aid"}:
            continue
        for before in range(place - 1, max(place - 3, -1), -1):
            one = scene.words[before]
            if one.sort == "place" and modifies(one):
                return read(one.concept, one)
            if not modifies(one):
                break
        after = scene.words[place + 1] if place + 1 < len(scene.words) else None
        if after is not None and after.sort in {"place", "organisation"} and "gent" in after.cases and not modifies(after):
            following = scene.words[place + 2] if place + 2 < len(scene.words) else None
            into = following is not None and following.form.lower() in {"в", "во"}
            if after.sort == "organisation" or into or (measure.measure == "aid" and "datv" not in after.cases):
                return read(after.concept, after)
        origin = scene.words[place + 2] if place + 2 < len(scene.words) else None
        if after is not None and after.form.lower() == "из" and origin is not None and origin.sort == "place" and not modifies(origin):
            return read(origin.concept, origin)
    return None
