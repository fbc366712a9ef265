"""Amounts in a text: money, per cents, counts, measures, durations and ratios, with how exactly they are said.

What counts as what, beyond the obvious:

- «двумя соседями», «пяти государств» are counts; «один из», «одна страна», «оба», «первый», «несколько стран» are not.
- «в 2,5 раза», «вдвое» are ratios of «раз»; «треть населения», «на четверть», «две трети» are ratios of «доля» (0.33…);
  «два раза» is a count.
- «пара миллионов», «пара лет» are about two, «пара слов» is nothing; «десяток», «сотня», «тысяча» are exact; «сотни» are vague.
- Money whose currency is not stated («млрд вложения», «5 млрд крон» in a text that names no country) has the unit XXX.
- A lonely number is a quantity only when it is the whole text: a count of unit "".
"""

from decimal import Decimal
from typing import NamedTuple

from svodka.text import amounts, cues, currencies, joins, numberwords, shapes
from svodka.text.currencies import ONE
from svodka.text.drafts import Draft
from svodka.text.joins import DASHES
from svodka.text.tokens import Token, tokenize
from svodka.text.units import Unit

WINDOW = 8  # tokens looked back for the verb of «вырос в прошлом году до 5 млрд»
ANNOUNCED = 7  # tokens that may introduce the same money again: «(по текущему курсу — около …»
OPEN_ABOVE = frozenset({"more", "at_least"})
OPEN_BELOW = frozenset({"less", "up_to"})


class Quantity(NamedTuple):
    """One amount: `text[start:stop]` with the words of its shape, the number, the scale and the unit.

    `kind` is money, percent, count, measure, duration or ratio. `low` and `high` are the bounds, None where the shape
    (exact, about, range, more, at_least, less, up_to, vague) leaves them open; `unit` is the ISO 4217 code of money, «%», «п.п.»
    or the lemma of what is measured or counted; `scale` is the multiplier said in words (1e9 for «3,7 млрд»), None without;
    `same_as` is the place in the list of the amount that this one restates in another currency.
    """

    start: int
    stop: int
    kind: str
    low: float | None
    high: float | None
    shape: str
    unit: str
    scale: float | None
    same_as: int | None


def find(text: str, tokens: list[Token] | None = None) -> list[Quantity]:
    """The amounts of a text, sorted by place, never overlapping.

    >>> [(q.low, q.high, q.shape, q.unit) for q in find("свыше 3,7 млрд долларов и около 40 соглашений")]
    [(3700000000.0, None, 'more', 'USD'), (40.0, 40.0, 'about', 'соглашение')]
    """
    tokens = tokenize(text) if tokens is None else tokens
    found = amounts.find(text, tokens)
    if len(found) == 1 and found[0].unit is None and found[0].last - found[0].first == len(tokens):
        return [_quantity(tokens, found[0], "", None)]
    joined = [draft for draft in joins.join(text, tokens, found) if draft.unit is not None]
    shaped = _shaped(tokens, joined)
    return _linked(tokens, shaped, [_unit(tokens, draft, shaped) for draft in shaped])


def _shaped(tokens: list[Token], joined: list[Draft]) -> list[Draft]:
    """The drafts with the words around them that say how exact they are; these belong to the amount."""
    found: list[Draft] = []
    changed = None  # the unit of the last amount that a change led to
    for draft in joined:
        cue = None if draft.ready else shapes.before(tokens, draft.first)
        upto = cue is not None and tokens[cue[1]].form == "до"
        reached = draft.ready or (upto and _reached(tokens, draft, cue[1], changed))
        changed = draft.unit if reached else None
        if cue and not reached and _speaks(tokens, draft, cue[1], found):
            draft = draft._replace(first=cue[1], shape=cue[0] if draft.shape == "exact" else draft.shape)
        after = shapes.after(tokens, draft.last)
        if after and draft.shape == "exact" and not _number_at(tokens, after[1]):
            draft = draft._replace(last=after[1], shape=after[0])
        found.append(draft)
    return found


def _speaks(tokens: list[Token], draft: Draft, first: int, found: list[Draft]) -> bool:
    """Whether the cue is one of this amount: not in «в 10 раз больше, чем 5 лет назад», not «от» before agents («от 40 стран»)."""
    if found and first <= found[-1].last and (first < found[-1].last or found[-1].unit.kind in ("ratio", "percent")):
        return False
    return tokens[first].form.lower() != "от" or draft.unit.kind != "count"


def _number_at(tokens: list[Token], place: int) -> bool:
    """Whether a number comes next: «600 случаев и [более половины]»."""
    return place < len(tokens) and (tokens[place].kind == "number" or numberwords.begins(tokens[place].form))


def _reached(tokens: list[Token], draft: Draft, place: int, changed: Unit | None) -> bool:
    """«вырос до 5 млрд», «снизил ставку до 21 %» name what was reached; «сократить издержки до 30 %» how far it may go.

    What goes on after such an amount is reached too: «снизится до 617 рублей, на ячмень — до 716 рублей».
    """
    if changed == draft.unit and tokens[place - 1].form in DASHES:
        return True
    between: list[str] = []
    for token in reversed(tokens[max(0, place - WINDOW) : place]):
        if token.form in (",", ".", ";", ":", "(", ")"):
            return False
        if cues.has("change", token.form):
            return draft.unit.kind != "percent" or not between or any(cues.has("level", form) for form in between)
        between.append(token.form)
    return False


def _unit(tokens: list[Token], draft: Draft, shaped: list[Draft]) -> str:
    """The name of the unit; a bare noun of several currencies is settled by what the text names."""
    if draft.unit.kind != "money" or draft.unit.noun is None:
        return draft.unit.name
    named = [other.unit.name for other in shaped if other.unit.kind == "money" and other.unit.noun is None]
    return currencies.settle(draft.unit.noun, draft.unit.name, named, tokens)


def _quantity(tokens: list[Token], draft: Draft, unit: str, same_as: int | None) -> Quantity:
    kind = draft.unit.kind if draft.unit else "count"
    low, high = draft.low, draft.high
    if low is not None and kind in ("count", "duration", "ratio") and unit:
        low, high = sorted((abs(low), abs(high)))
    size = draft.unit.size if draft.unit else ONE
    shape = "range" if draft.shape in ("exact", "about") and low != high else draft.shape
    return Quantity(
        tokens[draft.first].start,
        tokens[draft.last - 1].stop,
        kind,
        None if shape in OPEN_BELOW else _number(low, size),
        None if shape in OPEN_ABOVE else _number(high, size),
        shape,
        unit,
        _number(draft.scale, ONE),
        same_as,
    )


def _number(value: Decimal | None, size: Decimal) -> float | None:
    return None if value is None else float(value * size)


def _linked(tokens: list[Token], shaped: list[Draft], units: list[str]) -> list[Quantity]:
    """The quantities, each amount of money that repeats the one before it in another currency linked to it."""
    found: list[Quantity] = []
    for place, (draft, unit) in enumerate(zip(shaped, units, strict=True)):
        same_as = None
        if place and draft.unit.kind == "money" == shaped[place - 1].unit.kind:
            origin = found[-1].same_as if found[-1].same_as is not None else place - 1
            again = found[-1].same_as is not None and _continues(tokens, shaped[place - 1], draft)
            if unit not in (units[place - 1], units[origin]) and (again or _restates(tokens, shaped[place - 1], draft)):
                same_as = origin
        found.append(_quantity(tokens, draft, unit, same_as))
    return found


def _continues(tokens: list[Token], left: Draft, right: Draft) -> bool:
    """«(€4 млн, $5 млн)»: one more currency in the same brackets."""
    return [token.form for token in tokens[left.last : right.first]] in ([","], ["/"], ["или"])


def _restates(tokens: list[Token], left: Draft, right: Draft) -> bool:
    """«5 млрд тенге ($11 млн)», «3 трлн иен - порядка $20 млрд», «…, что составляет около …»."""
    place, stop = left.last, right.first
    if place < stop and tokens[place].form == ".":
        place += 1
    if place >= stop or stop - place > ANNOUNCED:
        return False
    opened = tokens[place].form
    if opened in "([" or opened in DASHES or opened in ",/":
        place += 1
    if place == stop:
        return opened in "([/" or (right.shape == "about" and _apart(tokens, right.last))
    after = cues.restates(tokens, place)
    if after is None:
        return False
    plain = all(token.form in DASHES or token.form == "." or token.kind == "word" for token in tokens[after:stop])
    return opened in "([" or plain


def _apart(tokens: list[Token], place: int) -> bool:
    """Whether the amount is set off on its right too: a dash, a bracket, the end of the sentence."""
    return place >= len(tokens) or tokens[place].kind == "sign"
