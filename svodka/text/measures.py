"""What an amount of money is for: said by a noun beside it, by the subject of its clause, or by the verb."""

from svodka.text.reads import Read, read
from svodka.text.scene import Scene, cue, modifies

NEAR = 3  # words after the verb where its subject may stand: «5 млрд долларов составил весь товарооборот»
REACH = 8  # words between an amount and the noun before it that says what it is
# A noun after these depends on something else: «потратила на погашение долга», «изъято из бюджета».
APART = frozenset({"в", "во", "на", "для", "из", "от", "под", "к", "за", "через", "по", "при", "после", "благодаря"})


def measure(scene: Scene) -> Read[str] | None:
    """What the money is: said by the noun after or before it, by the subject, or by the verb."""
    for said in (paid, noun_after, equal, manner, noun_before, verb_measure, noun_of_subject):
        found = said(scene)
        if found is not None:
            return found if found.value else None
    return None


def paid(scene: Scene) -> Read[str] | None:
    """«продала активы за 5 млн долларов»."""
    sold = next((action for action in scene.actions if action.measure == "price"), None)
    return read("price", sold) if sold and scene.preposition(scene.at) == "за" else None


def noun_after(scene: Scene) -> Read[str] | None:
    """«5 млрд долларов прямых инвестиций», «млрд вложения»."""
    for place in range(scene.at + 1, min(scene.at + 4, len(scene.words))):
        word = scene.words[place]
        if scene.parted(place):
            break
        if found := cue(word, "sum"):
            return read(found.measure, found)
        if not modifies(word):
            break
    return None


def equal(scene: Scene) -> Read[str] | None:
    """«5 млн долларов — это грант», «5 млн долларов являются грантом»."""
    after = scene.words[scene.at + 1 : scene.at + 3]
    found = cue(after[1], "sum") if len(after) == 2 and cue(after[0], "is") else None
    return read(found.measure, found) if found else None


def manner(scene: Scene) -> Read[str] | None:
    """«в виде гранта», «в качестве кредита», the nearest; «в виде кредитов и грантов» is neither, which is an empty answer."""
    said = []
    for place, word in enumerate(scene.words):
        if cue(word, "manner") and scene.preposition(place) in {"в", "во"}:
            named = []
            for after in range(place + 1, min(place + 6, len(scene.words))):
                one = scene.words[after]
                if scene.parted(after):
                    break
                if found := cue(one, "sum"):
                    named.append(Read(found.measure, found.start, found.stop))
                elif not modifies(one) and one.form != "и":
                    break
            said += [(abs(place - scene.at), named)] if named else []
    if not said:
        return None
    named = min(said)[1]
    return named[0] if len({one.value for one in named}) == 1 else named[0]._replace(value="")


def noun_before(scene: Scene) -> Read[str] | None:
    """«кредит на 5 млн долларов», «инвестиции в экономику на сумму …», «завод стоимостью …», back to the verb."""
    edge = scene.predicate if scene.predicate is not None and scene.predicate < scene.at else -1
    for place in range(scene.at - 1, max(edge, scene.at - REACH - 1), -1):
        found = sum_at(scene, place)
        if found:
            return found
    return None


def sum_at(scene: Scene, place: int) -> Read[str] | None:
    """What a noun makes of the amount, unless it depends on something else («рост экспорта», «из бюджета»)."""
    word = scene.words[place]
    found = cue(word, "sum")
    if found is None:
        return adjective(scene, place) if cue(word, "carrier") else None
    if "datv" in word.cases and word.cases.isdisjoint({"nomn", "accs", "gent"}) and not scene.preposition(place):
        return None  # «задолжала бюджету»
    head = scene.governor(place, over_datives=True)
    if scene.preposition(place) in APART or (head is not None and "gent" in word.cases and not cue(head, "carrier", "say", "deed")):
        return None
    return (adjective(scene, place) if cue(word, "carrier") else None) or read(found.measure, found)


def adjective(scene: Scene, place: int) -> Read[str] | None:
    """«торговый оборот», «инвестиционный портфель»."""
    before = scene.words[place - 1] if place else None
    found = cue(before, "kind") if before is not None else None
    return read(found.measure, found) if found else None


def verb_measure(scene: Scene) -> Read[str] | None:
    """«вложила», «купила завод за …»; who «купил 5 млн долларов» told no price."""
    bare = not scene.preposition(scene.at)
    said = [action for action in scene.actions if not (bare and action.kind == "act" and action.measure == "price")]
    return next((read(action.measure, action) for action in reversed(said) if action.measure), None)


def noun_of_subject(scene: Scene) -> Read[str] | None:
    """«товарооборот составил …», «объём взаимной торговли достиг …», «стоимость проекта — …»."""
    tells = scene.passive or any(action.kind == "be" or action.status == "estimated" for action in scene.actions)
    if scene.predicate is not None and not tells:
        return None
    edge = scene.at if scene.predicate is None else scene.predicate
    for place, word in enumerate(scene.words[: edge + NEAR]):
        if place == scene.at or "nomn" not in word.cases or modifies(word) or scene.preposition(place):
            continue
        if cue(word, "carrier"):
            of = next((found for after in scene.words[place + 1 : edge] if (found := cue(after, "sum"))), None)
            return adjective(scene, place) or (read(of.measure, of) if of else None)
        if found := cue(word, "sum"):
            return read(found.measure, found)
    return None
