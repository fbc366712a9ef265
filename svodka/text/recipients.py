"""Who gets an amount of money and where it goes, as far as its clause says so."""

from svodka.text.clauses import CASES, Atom
from svodka.text.entities import ENTITIES
from svodka.text.payers import coordinated, subject
from svodka.text.reads import Read, read
from svodka.text.scene import Scene, cue, modifies

# What a country has, so that its name says where.
OWNED = frozenset({"trade", "budget", "debt", "revenue"})


def recipient(scene: Scene) -> Read[str] | None:
    """The one who gets: «Узбекистану», «в экономику Казахстана», «инвестиции в Казахстан», subject of «получить», «инвестор Японии»."""
    if scene.negated:
        return None
    if scene.actions and scene.actions[-1].subject == "recipient" and not scene.passive:
        return subject(scene)
    return target(scene) or of_role(scene) or (of_role(scene.parent) if scene.parent and scene.clause.kind == "gerund" else None)


def target(scene: Scene) -> Read[str] | None:
    """«Узбекистану», «в Казахстан», «в экономику Казахстана», «для Казахстана»."""
    for place in [*scene.scope[0], *scene.scope[1]]:
        word = scene.words[place]
        if word.sort not in ENTITIES or modifies(word):
            continue
        preposition, head = scene.preposition(place), scene.governor(place)
        if preposition == "для" and "gent" in word.cases:
            return read(word.concept, word)
        into = word.sort == "place" and ("loct" not in word.cases or word.cases == CASES)
        if into and preposition in {"в", "во"} and after_money(scene, place):
            return read(word.concept, word)
        if head is not None and "gent" in word.cases and taken_in(scene, scene.words.index(head)):
            return read(word.concept, word)
        if not preposition and "datv" in word.cases and word.cases != CASES and given(scene, place, head):
            return read(word.concept, word)
    return None


def taken_in(scene: Scene, place: int) -> bool:
    """«в экономику (стран) …», «правительству …»: the noun before a name in the genitive is where the money goes."""
    noun = scene.words[place]
    if cue(noun, "body", "land"):
        preposition = scene.preposition(place)
        if (noun.cases == {"datv"} and not preposition) or preposition == "для":
            return True
    if cue(noun, "treasury"):
        return scene.preposition(place) in {"в", "во"}
    head = scene.governor(place)
    return head is not None and cue(noun, "land") is not None and taken_in(scene, scene.words.index(head))


def given(scene: Scene, place: int, head: Atom | None) -> bool:
    """Whether a dative is the one who is given: beyond doubt in form, or right after the verb that gives or the amount."""
    word = scene.words[place]
    giving = any(action.subject == "payer" and (action.kind in ("act", "owe") or action.status == "pledged") for action in scene.actions)
    if "gent" not in word.cases:
        return giving or (head is not None and cue(head, "sum") is not None)
    return giving and not scene.passive and scene.predicate == place - 1


def after_money(scene: Scene, place: int) -> bool:
    """«инвестиции (Китая, из Китая) в США», «вложила 5 млн долларов в США»: after the amount, the verb or the noun that says what it is."""
    for before in range(place - 2, max(place - 5, -1), -1):
        word = scene.words[before]
        if word.form.lower() == "из":
            continue
        if measure := cue(word, "sum"):
            return measure.measure in {"investment", "loan", "aid"}
        if word.kind == "money" or before == scene.predicate:
            return any(action.subject == "payer" for action in scene.actions)
        if word.kind != "name":
            return False
    return False


def of_role(scene: Scene) -> Read[str] | None:
    """«крупнейший инвестор Казахстана»."""
    for place, word in enumerate(scene.words[:-1]):
        after = scene.words[place + 1]
        if cue(word, "role") and after.sort == "place" and "gent" in after.cases and not modifies(after):
            return read(after.concept, after)
    return None


def place_of(scene: Scene) -> Read[str] | None:
    """Where it goes: «в Узбекистане», «на месторождения Казахстана» after the amount; the nearest after it, else before it."""
    own, shared = scene.scope
    after = [place for place in own if place > scene.at and is_place(scene, place)]
    before = [place for place in [*reversed(own), *reversed(shared)] if place < scene.at and is_place(scene, place)]
    found = after[:1] or [place for place in before if scene.preposition(place)][:1] or owners(scene)
    word = scene.words[found[0]] if found else None
    return read(word.concept, word) if word else None


def owners(scene: Scene) -> list[int]:
    """«экспорт Узбекистана», «внешний долг Кыргызстана», but not «товарооборот Казахстана и Китая», «торговля России с Китаем»."""
    for place, word in enumerate(scene.words[:-1]):
        measure, after = cue(word, "sum"), scene.words[place + 1]
        owned = measure is not None and measure.measure in OWNED and scene.preposition(place) != "из"
        if owned and after.sort == "place" and "gent" in after.cases and not modifies(after):
            return [] if coordinated(scene, place + 1) or with_another(scene, place + 2) else [place + 1]
    return []


def with_another(scene: Scene, place: int) -> bool:
    """«с Китаем», «со странами ЕС»: it belongs to both."""
    return place < len(scene.words) and scene.words[place].form.lower() in {"с", "со"}


def is_place(scene: Scene, place: int) -> bool:
    """Whether a place name says where."""
    word = scene.words[place]
    if word.sort != "place" or (place > scene.at and signing(scene, place)):
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


def signing(scene: Scene, place: int) -> bool:
    """«соглашения на 5 млрд подписали в Астане»: where it was signed, not where the money goes."""
    signed = any(action.status == "signed" for action in scene.actions)
    return signed and scene.predicate is not None and scene.at < scene.predicate < place


def chained(scene: Scene, place: int) -> bool:
    """«на модернизацию сетей …»: a genitive that hangs on a noun after «в» or «на»."""
    head = scene.governor(place)
    return head is not None and head.kind == "word" and scene.preposition(scene.words.index(head)) in {"в", "во", "на"}
