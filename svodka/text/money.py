"""What an amount of money is, as far as its clause says so, and where: measure, status, payer, recipient, resource, place, period."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from svodka.text import payers, pronouns, recipients
from svodka.text.clauses import Atom, Clause, atoms, clauses
from svodka.text.dates import Date
from svodka.text.lexicon import Mention
from svodka.text.measures import measure
from svodka.text.quantities import Quantity
from svodka.text.reads import Read, read
from svodka.text.scene import CueWord, Scene, cue
from svodka.text.sentences import Span
from svodka.text.tokens import Token

Period = tuple[date | None, date | None]
NAMED = frozenset({"place", "organisation", "person", "resource"})
REACH = 8  # words between an amount and what is said of it before
# What money of a measure has come to once it is got.
RECEIVED = {"investment": "invested", "loan": "disbursed", "aid": "disbursed"}


class Facts(NamedTuple):
    """What the text says of one amount; None where it does not.

    measure: investment, loan, aid, trade, price, revenue, budget, debt, other. status: announced, pledged, signed,
    allocated, invested, disbursed, estimated. payer, recipient, resource, place: a concept of the lexicon, or a name
    as it is written. period_from, period_to: calendar days, both inside; None for a period told from a day that is not known
    («в ближайшие пять лет»), which has a span all the same.

    spans: where each fact that is not None was read, the period under «period»: the word that tells measure or status, the
    mention or name, the date; characters of the text, stop excluded. What is meant and not said («а Китай — 2 млрд») has the
    words of the clause before; the measure of a pronoun («он составил …») the noun it stands for, maybe a sentence before.
    """

    measure: str | None = None
    status: str | None = None
    payer: str | None = None
    recipient: str | None = None
    resource: str | None = None
    place: str | None = None
    period_from: date | None = None
    period_to: date | None = None
    spans: Mapping[str, Span] = MappingProxyType({})


def describe(
    text: str,
    quantity: Quantity,
    sentence: Span,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    dates: Sequence[Date],
    others: Sequence[Quantity] = (),
) -> Facts:
    """What the clause of an amount says of it; tokens, mentions, dates and others beyond the sentence do no harm.

    others are the quantities beside it, so that «3 млрд на дороги, 2 млрд на школы» is told apart. An amount that
    restates another («$20 млрд» for «3 трлн иен») has the facts of that one: describe that.
    """
    spans = [Atom(one.start, one.stop, text[one.start : one.stop], "date") for one in dates]
    spans += [Atom(one.start, one.stop, text[one.start : one.stop], "name", one.concept, one.kind) for one in mentions if one.kind in NAMED]
    apart = [one for one in others if one.kind == "money" and one.same_as is None]
    spans += [Atom(one.start, one.stop, text[one.start : one.stop], "amount") for one in apart]
    scene = scene_of(text, quantity, sentence, tokens, spans)
    if scene is None:
        return Facts()
    recipient = recipients.recipient(scene)
    payer = payers.payer(scene)
    told = {
        "measure": measure(scene) or pronouns.measure(text, sentence, scene),
        "status": status(scene),
        "payer": payer,
        "recipient": None if recipient and payer and recipient.value == payer.value else recipient,
        "resource": resource(scene),
        "place": recipients.place_of(scene),
        "period": period(scene, dates),
    }
    found = {fact: one for fact, one in told.items() if one}
    values = {fact: one.value for fact, one in found.items()}
    begin, end = values.pop("period", (None, None))
    return Facts(**values, period_from=begin, period_to=end, spans={fact: Span(one.start, one.stop) for fact, one in found.items()})


def scene_of(text: str, quantity: Quantity, sentence: Span, tokens: Sequence[Token], spans: list[Atom]) -> Scene | None:
    """The amount in its clause; None where the amount is not in the sentence."""
    inside = [token for token in tokens if sentence.start <= token.start and token.stop <= sentence.stop]
    start, stop = core(quantity, inside)
    whole = atoms(inside, [Atom(start, stop, text[start:stop], "money"), *(one for one in spans if beside(one, quantity, sentence))])
    found = clauses(whole)
    for index, atom in enumerate(whole):
        if atom.kind == "money":
            clause = next((one for one in found if index in one.atoms), Clause("plain", [index], None))
            return Scene(whole, found, clause, index)
    return None


def core(quantity: Quantity, tokens: list[Token]) -> tuple[int, int]:
    """The amount without the words in it that speak of it: «превысил 5 млн долларов», «млрд вложения»."""
    words = [Atom(token.start, token.stop, token.form, token.kind) for token in tokens if quantity.start <= token.start < quantity.stop]
    while len(words) > 1 and cue(words[0], "be", "act"):
        words.pop(0)
    while len(words) > 1 and cue(words[-1], "sum"):
        words.pop()
    return (words[0].start, words[-1].stop) if words else (quantity.start, quantity.stop)


def beside(one: Atom, quantity: Quantity, sentence: Span) -> bool:
    """Whether something is in the sentence and not in the amount («долларов США» is no place)."""
    return sentence.start <= one.start and one.stop <= sentence.stop and (one.stop <= quantity.start or quantity.stop <= one.start)


def status(scene: Scene) -> Read[str] | None:
    """How far the money has come: said by the verb and what hangs on it, by a participle, by «обязательства на …»."""
    if scene.negated or scene.partitive:
        return None
    child = payers.next_participle(scene)
    if child and child.actions and child.passive:
        return read(child.actions[0].status, child.actions[0])
    first = scene.actions[0] if scene.actions else None
    if first and first.kind == "say":
        return read(first.status, first)
    if first and first.kind == "act" and first.status:
        return read("announced" if ahead(scene) and first.status != "estimated" else first.status, first)
    if (found := modifier(scene)) or (found := estimate(scene)) or (found := of_subject(scene)):
        return found
    return read(come_to(scene, first), first) if first else None


def come_to(scene: Scene, action: CueWord) -> str | None:
    """«инвестиции составили …», «получил кредит на …»: what the verb means for money of this measure."""
    said = measure(scene)
    money = said.value if said else ""
    if action.kind == "be" and money == "investment":
        return "announced" if ahead(scene) else "invested" if scene.verb and scene.verb.may_be("past") else None
    if action.subject == "recipient":
        return "announced" if ahead(scene) else RECEIVED.get(money)
    return None


def ahead(scene: Scene) -> bool:
    """«вложит», «будет выделено»: still to come."""
    if scene.gapped:
        return ahead(scene.gapped)
    verb = scene.verb
    if verb is None:
        return False
    future = verb.pos == "VERB" and verb.may_be("VERB", "futr") and not verb.may_be("VERB", "pres")
    return future or any("быть" in word.lemmas and word.may_be("futr") for word in scene.words)


def modifier(scene: Scene) -> Read[str] | None:
    """«подписанные соглашения на 5 млрд», «выделенные 5 млн», «обязательства на 5 млрд»."""
    edge = scene.predicate if scene.predicate is not None and scene.predicate < scene.at else -1
    for place in range(scene.at - 1, max(edge, scene.at - REACH - 1), -1):
        word = scene.words[place]
        if word.pos == "PRTF" and word.may_be("PRTF", "pssv") and (found := cue(word, "act", "say")):
            return read(found.status, found)
        if word.pos == "NOUN" and (found := cue(word, "say")) and not scene.preposition(place):
            return read(found.status, found)
    return None


def of_subject(scene: Scene) -> Read[str] | None:
    """«сумма соглашений, подписанных в ходе визита, достигла …»: a participle clause between the subject and the verb."""
    for clause in scene.clauses:
        inside = clause.kind == "participle" and clause.parent is not None and scene.clauses[clause.parent] is scene.clause
        if inside and clause.atoms[0] < scene.amount:
            child = Scene(scene.sentence, scene.clauses, clause, clause.atoms[0])
            if child.passive and child.actions:
                return read(child.actions[0].status, child.actions[0])
    return None


def estimate(scene: Scene) -> Read[str] | None:
    """«по оценкам экономистов, …», «как ожидается, …»."""
    for clause in scene.clauses:
        if clause.kind == "subordinate" and scene.sentence[clause.atoms[0]].form == "как":
            said = [cue(scene.sentence[index], "act") for index in clause.atoms]
            if found := next((one for one in said if one and one.status == "estimated"), None):
                return read(found.status, found)
    for place, word in enumerate(scene.words):
        found = cue(word, "say") if word.pos == "NOUN" else None
        if found and found.status == "estimated" and scene.preposition(place) == "по":
            return read(found.status, found)
    return None


def resource(scene: Scene) -> Read[str] | None:
    """The one resource the clause names, after the amount if there is any; None where it names several."""
    own, shared = scene.scope
    after, before = [place for place in own if place > scene.at], [place for place in own if place < scene.at]
    for places in (after, before, shared):
        named = [place for place in places if scene.words[place].sort == "resource"]
        if named:
            nearest = scene.words[min(named, key=lambda place: abs(place - scene.at))]
            return read(nearest.concept, nearest) if len({scene.words[place].concept for place in named}) == 1 else None
    return None


def period(scene: Scene, dates: Sequence[Date]) -> Read[Period] | None:
    """The time the amount is for, by the nearest date of a month or more in the clause; «с 2015 года», «до 2030 года» are open."""
    spans = {(one.start, one.stop): one for one in dates if one.grain not in {"day", "days"}}
    for places in scene.scope:
        dated = [place for place in places if scene.words[place].kind == "date" and not of_something_else(scene, place)]
        found = [place for place in dated if (scene.words[place].start, scene.words[place].stop) in spans]
        if found:
            break
    else:
        return None
    place = min(found, key=lambda place: (abs(place - scene.at), -place))
    word = scene.words[place]
    nearest = spans[word.start, word.stop]
    before = scene.words[place - 1].form.lower() if place else ""
    days = None if before in {"до", "к"} else nearest.begin, None if before in {"с", "со"} else nearest.end
    return read(days, word)


def of_something_else(scene: Scene, place: int) -> bool:
    """«по сравнению с 2023 годом», «против 3 млн в 2020 году», «с момента основания в 2006 году»."""
    first = max(place - REACH, scene.at + 1 if scene.at < place else 0)
    return any(cue(word, "against") for word in scene.words[first:place])
