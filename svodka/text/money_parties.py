"""Who pays, who gets and where, for one amount of money."""

from svodka.text.clauses import CASES, Atom
from svodka.text.grammemes import is_name, readings
from svodka.text.scene import Scene, cue, modifies

PAYERS = frozenset({"place", "organisation", "person"})
# What a person does with money of his own; a president who approves a project does not pay for it.
PRIVATE = frozenset({"investment", "aid", "price"})
QUOTES = "«»\"“”„"


def payer(scene: Scene) -> str | None:
    """The one who pays: subject of an active verb, agent of a passive one, «от …», «китайские инвестиции», «грант ЕС»."""
    if scene.negated:
        return None
    return (
        agent_of_next_participle(scene)
        or (doer(scene) if any(action.subject == "payer" for action in scene.actions) else None)
        or source(scene)
        or owner(scene)
    )


def recipient(scene: Scene) -> str | None:
    """The one who gets: «Узбекистану», «в экономику Казахстана», «инвестиции в Казахстан», subject of «получить», «инвестор Японии»."""
    if scene.negated:
        return None
    if scene.actions and scene.actions[-1].subject == "recipient" and not scene.passive:
        return subject(scene)
    return target(scene) or of_role(scene) or (of_role(scene.parent) if scene.parent and scene.clause.kind == "gerund" else None)


def doer(scene: Scene) -> str | None:
    """The subject of an active predicate, the agent of a passive one; of a gerund or participle what it belongs to."""
    if scene.clause.kind == "participle":
        return agent(scene) if scene.passive else antecedent(scene)
    if scene.clause.kind == "gerund":
        return subject(scene.parent) if scene.parent else None
    if scene.clause.kind == "relative" and not scene.passive:
        return antecedent(scene) if relative_subject(scene) else subject(scene)
    return agent(scene) if scene.passive else subject(scene)


def subject(scene: Scene) -> str | None:
    """The subject of the predicate, or of the clause before where this one goes on without its own."""
    if scene.predicate is None:
        return None
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
    word, verb = scene.words[place], scene.words[scene.predicate]
    if modifies(word) or "nomn" not in word.cases or scene.preposition(place):
        return False
    if word.kind == "word" and word.pos not in {"NOUN", "NPRO", "LATN", "UNKN"}:
        return False
    head = scene.governor(place)
    if head is not None and ("gent" in word.cases or word.cases == CASES) and not apposed(head, word):
        return False
    return agrees(word, verb)


def apposed(head: Atom, word: Atom) -> bool:
    """«компания Orano», «банк «Алтын»»: the name stands beside the noun, it does not depend on it."""
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


def entity(scene: Scene, place: int) -> str | None:
    """Whom a noun or name stands for: a concept, a name as written, the country of «правительство Японии»; None for «банк»."""
    word = scene.words[place]
    if word.sort == "person" and not any(action.measure in PRIVATE for action in scene.actions):
        return None
    if word.kind == "name":
        return word.concept if word.sort in PAYERS else None
    if cue(word, "body"):
        return country_of(scene, place)
    if cue(word, "firm"):
        return name_after(scene, place)
    return name_at(scene, place)


def country_of(scene: Scene, place: int) -> str | None:
    """«японское правительство», «власти Казахстана»."""
    before = scene.words[place - 1] if place else None
    if before is not None and before.sort == "place" and modifies(before):
        return before.concept
    for after in scene.words[place + 1 : place + 4]:
        if after.sort == "place" and "gent" in after.cases:
            return after.concept
        if after.pos != "NOUN" or "gent" not in after.cases:
            break
    return None


def name_after(scene: Scene, place: int) -> str | None:
    """«компания Orano», «холдинг «Алтын Групп»», «банк ВТБ»."""
    after = place + 1
    while after < len(scene.words) and scene.words[after].form in QUOTES:
        after += 1
    if after >= len(scene.words):
        return None
    word = scene.words[after]
    if word.kind == "name":
        return word.concept if word.sort == "organisation" else None
    if after > place + 1:
        return quoted(scene, after)
    return name_at(scene, after)


def quoted(scene: Scene, place: int) -> str | None:
    """The words up to the closing quote."""
    inside = []
    for word in scene.words[place : place + 6]:
        if word.form in QUOTES:
            return " ".join(one.form for one in inside)
        inside.append(word)
    return None


def name_at(scene: Scene, place: int) -> str | None:
    """A name that no lexicon knows, as it is written: Latin words, or a capitalised word no dictionary explains."""
    low, high = place, place
    while low and named(scene, low - 1) and scene.words[low - 1].form.isascii() == scene.words[place].form.isascii():
        low -= 1
    while high + 1 < len(scene.words) and named(scene, high + 1) and scene.words[high + 1].form.isascii() == scene.words[place].form.isascii():
        high += 1
    return " ".join(word.form for word in scene.words[low : high + 1]) if named(scene, place) else None


def named(scene: Scene, place: int) -> bool:
    """Whether a word is part of a name: capitalised, and no common word; people named by surname alone are no payers."""
    word = scene.words[place]
    if word.kind != "word" or not word.form[:1].isupper() or word.pos in {"PREP", "CONJ", "NPRO", "PRCL", "ADJF"}:
        return False
    return word.form.isascii() or (is_name(word.form) and not {"Surn", "Name", "Patr"} & readings(word.form)[0])


def agent(scene: Scene) -> str | None:
    """«выделено Японией», «Японией выделено», «предоставленный Всемирным банком», «профинансировано JICA»."""
    before = scene.words[scene.predicate - 1] if scene.predicate else None
    if before is not None and before.sort in PAYERS and before.cases == {"ablt"} and not modifies(before):
        return before.concept
    for place in range(scene.predicate + 1, min(scene.predicate + 4, len(scene.words))):
        word = scene.words[place]
        if "ablt" in word.cases and not modifies(word) and not scene.preposition(place):
            if word.cases == CASES and place > scene.predicate + 1:
                return None
            return entity(scene, place)
    return None


def agent_of_next_participle(scene: Scene) -> str | None:
    """«5 млрд долларов, выделенных Японией»."""
    child = next_participle(scene)
    return agent(child) if child and child.passive and any(action.subject == "payer" for action in child.actions) else None


def next_participle(scene: Scene) -> Scene | None:
    """The participle clause that begins right after the amount."""
    for clause in scene.clauses:
        if clause.kind == "participle" and clause.atoms[0] == scene.amount + 2:
            return Scene(scene.sentence, scene.clauses, clause, clause.atoms[0])
    return None


def antecedent(scene: Scene) -> str | None:
    """The noun or name right before a relative or participle clause."""
    parent = scene.parent
    if parent is None:
        return None
    place = parent.at
    while place and parent.words[place].form in QUOTES:
        place -= 1
    word = parent.words[place]
    if word.kind == "name":
        return word.concept if word.sort in PAYERS and not modifies(word) else None
    return name_at(parent, place)


def relative_subject(scene: Scene) -> bool:
    """«компания, которая вложила»: the pronoun is the subject."""
    return any("который" in word.lemmas and "nomn" in word.cases and not scene.preposition(place) for place, word in enumerate(scene.words[:2]))


def source(scene: Scene) -> str | None:
    """«от Японии», «со стороны ЕС», «за счёт средств АБР», «из бюджета Казахстана», «по линии JICA»."""
    for place, word in enumerate(scene.words):
        if word.sort not in PAYERS or modifies(word) or "gent" not in word.cases:
            continue
        if scene.preposition(place) == "от":
            return word.concept
        head = scene.governor(place)
        if head and {"сторона", "линия", "средство", "счёт"}.intersection(head.lemmas):
            before = scene.words.index(head)
            if scene.preposition(before) in {"со", "с", "по", "за", "из"} or cue(scene.words[before - 1], "carrier"):
                return word.concept
        if head and cue(head, "treasury") and scene.preposition(scene.words.index(head)) == "из":
            return word.concept
    return None


def owner(scene: Scene) -> str | None:
    """«китайские инвестиции», «грант ЕС», «кредит Всемирного банка», «инвестиции Японии в Казахстан»."""
    for place, word in enumerate(scene.words):
        measure = cue(word, "sum")
        if measure is None or measure.measure not in {"investment", "loan", "aid"}:
            continue
        for before in range(place - 1, max(place - 3, -1), -1):
            one = scene.words[before]
            if one.sort == "place" and modifies(one):
                return one.concept
            if not modifies(one):
                break
        after = scene.words[place + 1] if place + 1 < len(scene.words) else None
        if after is not None and after.sort in {"place", "organisation"} and "gent" in after.cases and not modifies(after):
            following = scene.words[place + 2] if place + 2 < len(scene.words) else None
            into = following is not None and following.form.lower() in {"в", "во"}
            if after.sort == "organisation" or into or (measure.measure == "aid" and "datv" not in after.cases):
                return after.concept
    return None


def target(scene: Scene) -> str | None:
    """«Узбекистану», «в Казахстан», «в экономику Казахстана», «для Казахстана»."""
    for place, word in enumerate(scene.words):
        if word.sort not in PAYERS or modifies(word):
            continue
        preposition, head = scene.preposition(place), scene.governor(place)
        if preposition == "для" and "gent" in word.cases:
            return word.concept
        if preposition in {"в", "во"} and word.sort == "place" and after_money(scene, place) and ("loct" not in word.cases or word.cases == CASES):
            return word.concept
        if head is not None and "gent" in word.cases and taken_in(scene, scene.words.index(head)):
            return word.concept
        if not preposition and "datv" in word.cases and word.cases != CASES and given(scene, place, head):
            return word.concept
    return None


def taken_in(scene: Scene, place: int) -> bool:
    """«в экономику (стран) …», «правительству …»: the noun before a name in the genitive is where the money goes."""
    noun = scene.words[place]
    if cue(noun, "body") and noun.cases == {"datv"} and not scene.preposition(place):
        return True
    if cue(noun, "treasury"):
        return scene.preposition(place) in {"в", "во"}
    head = scene.governor(place)
    return head is not None and cue(noun, "land") is not None and taken_in(scene, scene.words.index(head))


def given(scene: Scene, place: int, head: Atom | None) -> bool:
    """Whether a dative is the one who is given: beyond doubt in form, or right after the verb that gives or the amount."""
    word = scene.words[place]
    if "gent" not in word.cases:
        return any(action.kind == "act" and action.subject == "payer" for action in scene.actions) or (head is not None and cue(head, "sum") is not None)
    return place > 0 and scene.predicate == place - 1 and any(action.subject == "payer" for action in scene.actions) and not scene.passive


def after_money(scene: Scene, place: int) -> bool:
    """«инвестиции (Китая) в США», «вложила 5 млн долларов в США»: after the amount, the verb or the noun that says what it is."""
    for before in range(place - 2, max(place - 4, -1), -1):
        word = scene.words[before]
        if word.kind == "money" or before == scene.predicate or (cue(word, "sum") and not cue(word, "carrier")):
            return cue(word, "sum") is None or cue(word, "sum").measure in {"investment", "loan", "aid"}
        if word.kind != "name":
            return False
    return False


def of_role(scene: Scene) -> str | None:
    """«крупнейший инвестор Казахстана»."""
    for place, word in enumerate(scene.words[:-1]):
        after = scene.words[place + 1]
        if cue(word, "role") and after.sort == "place" and "gent" in after.cases and not modifies(after):
            return after.concept
    return None


def place_of(scene: Scene) -> str | None:
    """Where it goes: «в Узбекистане», «на месторождения Казахстана» after the amount; the nearest after it, else before it."""
    after = [place for place in range(scene.at + 1, len(scene.words)) if is_place(scene, place)]
    before = [place for place in range(scene.at - 1, -1, -1) if is_place(scene, place) and scene.preposition(place)]
    found = after[:1] or before[:1]
    return scene.words[found[0]].concept if found else None


def is_place(scene: Scene, place: int) -> bool:
    """Whether a place name says where."""
    word = scene.words[place]
    if word.sort != "place":
        return False
    preposition, head = scene.preposition(place), scene.governor(place)
    if modifies(word):
        return place > scene.at and preposition in {"в", "во", "на"}
    if preposition in {"в", "во", "на"}:
        return "loct" in word.cases and not (word.cases == CASES and after_money(scene, place))
    if head is None or "gent" not in word.cases or place < scene.at or cue(head, "treasury", "sum", "role", "body"):
        return False
    if taken_in(scene, scene.words.index(head)):
        return False
    return scene.preposition(scene.words.index(head)) in {"в", "во", "на", "для"} or chained(scene, scene.words.index(head))


def chained(scene: Scene, place: int) -> bool:
    """«на модернизацию сетей …»: a genitive that hangs on a noun after «в» or «на»."""
    head = scene.governor(place)
    return head is not None and head.kind == "word" and scene.preposition(scene.words.index(head)) in {"в", "во", "на"}
