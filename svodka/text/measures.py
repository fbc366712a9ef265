"""What an amount of money is for: said by a noun beside it, by the subject of its clause, or by the verb."""

from svodka.text.scene import Scene, cue, modifies

NEAR = 3  # words after the verb where its subject may stand: «5 млрд долларов составил весь товарооборот»
REACH = 8  # words between an amount and the noun before it that says what it is
# A noun after these depends on something else: «потратила на погашение долга», «изъято из бюджета».
APART = frozenset({"в", "во", "на", "для", "из", "от", "под", "к", "за", "через", "по", "при", "после", "благодаря"})


def measure(scene: Scene) -> str | None:
    """What the money is: said by the noun after or before it, by the subject, or by the verb."""
    for said in (paid, noun_after, equal, manner, noun_before, verb_measure, noun_of_subject):
        found = said(scene)
        if found is not None:
            return found or None
    return None


def paid(scene: Scene) -> str | None:
    """«продала активы за 5 млн долларов»."""
    return "price" if scene.preposition(scene.at) == "за" and any(action.measure == "price" for action in scene.actions) else None


def noun_after(scene: Scene) -> str | None:
    """«5 млрд долларов прямых инвестиций», «млрд вложения»."""
    for place in range(scene.at + 1, min(scene.at + 4, len(scene.words))):
        word = scene.words[place]
        if scene.parted(place):
            break
        if found := cue(word, "sum"):
            return found.measure
        if not modifies(word):
            break
    return None


def equal(scene: Scene) -> str | None:
    """«5 млн долларов — это грант», «5 млн долларов являются грантом»."""
    after = scene.words[scene.at + 1 : scene.at + 3]
    found = cue(after[1], "sum") if len(after) == 2 and cue(after[0], "is") else None
    return found.measure if found else None


def manner(scene: Scene) -> str | None:
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
                    named.append(found.measure)
                elif not modifies(one) and one.form != "и":
                    break
            said += [(abs(place - scene.at), named)] if named else []
    if not said:
        return None
    named = min(said)[1]
    return named[0] if len(set(named)) == 1 else ""


def noun_before(scene: Scene) -> str | None:
    """«кредит на 5 млн долларов», «инвестиции в экономику на сумму …», «завод стоимостью …», back to the verb."""
    edge = scene.predicate if scene.predicate is not None and scene.predicate < scene.at else -1
    for place in range(scene.at - 1, max(edge, scene.at - REACH - 1), -1):
        found = sum_at(scene, place)
        if found:
            return found
    return None


def sum_at(scene: Scene, place: int) -> str | None:
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
    return adjective(scene, place) if cue(word, "carrier") and adjective(scene, place) else found.measure


def adjective(scene: Scene, place: int) -> str | None:
    """«торговый оборот», «инвестиционный портфель»."""
    before = scene.words[place - 1] if place else None
    found = cue(before, "kind") if before is not None else None
    return found.measure if found else None


def verb_measure(scene: Scene) -> str | None:
    """«вложила», «купила завод за …»; who «купил 5 млн долларов» told no price."""
    bare = not scene.preposition(scene.at)
    said = [action.measure for action in scene.actions if not (bare and action.kind == "act" and action.measure == "price")]
    return next((measure for measure in reversed(said) if measure), None)


def noun_of_subject(scene: Scene) -> str | None:
    """«товарооборот составил …», «объём взаимной торговли достиг …», «стоимость проекта — …»."""
    tells = scene.passive or any(action.kind == "be" or action.status == "estimated" for action in scene.actions)
    if scene.predicate is not None and not tells:
        return None
    edge = scene.at if scene.predicate is None else scene.predicate
    for place, word in enumerate(scene.words[: edge + NEAR]):
        if place == scene.at or "nomn" not in word.cases or modifies(word) or scene.preposition(place):
            continue
        if cue(word, "carrier"):
            return adjective(scene, place) or next(
                (found.measure for after in scene.words[place + 1 : edge] if (found := cue(after, "sum"))), None
            )
        if found := cue(word, "sum"):
            return found.measure
    return None
