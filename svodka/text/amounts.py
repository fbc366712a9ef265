"""Numbers with the unit that stands beside each: the first step from a number to a quantity."""

from decimal import Decimal

from svodka.text import agreement, compounds, currencies, numberwords, numerals, refusals, shapes, units
from svodka.text.drafts import Draft
from svodka.text.gaps import joined, touch
from svodka.text.numerals import Numeral
from svodka.text.phrases import DOT
from svodka.text.tokens import Token
from svodka.text.units import Unit

PLURAL_LOCATIVE = ("ах", "ях")
INSIDE = ("через", "за", "на")  # лет через пять
MANY = ("много", "немало", "мало", "несколько", "сколько", "столько")
MILLION = Decimal(10**6)
SHARE = Unit("ratio", "доля")


def find(text: str, tokens: list[Token]) -> list[Draft]:
    """A draft for every number that may be one of a quantity, left to right, never overlapping."""
    found: list[Draft] = []
    floor = 0
    clock = -1  # where a time of day ends: «в 12 часов» goes on with «30 минут»
    for numeral, unit in _numbers(text, tokens):
        if numeral.first < floor:
            continue
        draft = _grown(numeral, unit) if unit else _measured(text, tokens, numeral, floor)
        if draft is None:
            continue
        if draft.first == clock or refusals.clock(tokens, draft):
            clock = draft.last
        elif not refusals.refused(tokens, draft) and not refusals.label(tokens, draft, floor):
            found.append(draft)
        floor = draft.last
    return found


def _numbers(text: str, tokens: list[Token]) -> list[tuple[Numeral, Unit | None]]:
    """All numbers, those grown together with their unit among them («тридцатилетний», «вдвое»)."""
    grown = [_fused(tokens, place) for place, token in enumerate(tokens) if token.kind == "word" and _is_fused(token.form)]
    plain = [(numeral, None) for numeral in numerals.find(text, tokens)]
    return sorted(plain + [pair for pair in grown if pair], key=lambda pair: pair[0].first) if grown else plain


def _is_fused(form: str) -> bool:
    word = numberwords.read(form)
    return word.role == "times" if word else compounds.fused(form) is not None


def _fused(tokens: list[Token], place: int) -> tuple[Numeral, Unit] | None:
    form = tokens[place].form
    if form[0].isupper() and place and tokens[place - 1].kind == "word":  # во время Шестидневной войны
        return None
    word = numberwords.read(form)
    if word:
        return Numeral(place, place + 1, word.low, word.low, None, "exact", "words", word.cases), units.TIMES
    value, unit = compounds.fused(form)
    last = place + 1
    if unit is None:
        unit, last = compounds.priced(tokens, last), last + 1
    return (Numeral(place, last, value, value, None, "exact", "words", frozenset()), unit) if unit else None


def _grown(numeral: Numeral, unit: Unit) -> Draft:
    return Draft(*numeral[:6], unit, numeral)


def _measured(text: str, tokens: list[Token], numeral: Numeral, floor: int) -> Draft | None:
    """The number with a sign before it or a unit after it; None when letters stick to it («5G», «HTML5»)."""
    draft = Draft(*numeral[:6], None, numeral)
    sign = currencies.before(tokens, numeral.first)
    sign = sign if sign and sign[1] >= floor else None
    if sign is None and touch(tokens, numeral.first) and tokens[numeral.first - 1].kind == "word":
        return None
    if numeral.kind == "compound":
        return _hyphenated(tokens, draft, sign)
    shape, place = _infix(tokens, numeral)
    found = _unit(text, tokens, numeral, place)
    if sign:
        return _priced(draft, sign, found)
    if found is None:
        if numeral.kind == "letter" or (touch(tokens, numeral.last) and tokens[numeral.last].kind == "word"):
            return None
        return _inverted(tokens, draft, floor) or _portion(tokens, draft)
    unit, last = found
    if numeral.kind == "letter" and unit.kind != "money":
        return None
    if numeral.kind == "fraction" and unit.kind == "count":
        return _portion(tokens, draft)
    return _grouped(draft._replace(last=last, unit=unit, shape=shape or draft.shape))


def _hyphenated(tokens: list[Token], draft: Draft, sign: tuple[currencies.Name, int] | None) -> Draft | None:
    """«20-процентный», «400-миллионный долларовый», «$2-миллиардный»."""
    scale = compounds.scaled(tokens, draft.last) if sign else None
    if sign and scale:
        value = draft.low * scale
        priced = draft._replace(first=sign[1], last=draft.last + 2, unit=units.money(sign[0]), signed=True)
        return priced._replace(low=value, high=value, scale=scale)
    found = compounds.hyphenated(tokens, draft.last)
    if found is None:
        return None
    factor, unit, last = found
    return draft._replace(low=draft.low * factor, high=draft.high * factor, unit=unit, last=last)


def _infix(tokens: list[Token], numeral: Numeral) -> tuple[str | None, int]:
    """«20 с лишним лет», «5 и более лет», «100+ стран», and the dot of «2,2 млн. рублей»."""
    found = shapes.after(tokens, numeral.last)
    if found and (tokens[numeral.last].kind == "word" or touch(tokens, numeral.last)):
        return found
    place = numeral.last
    short = numeral.scale is not None and not numeral.cases and tokens[place - 1].kind == "word"
    dotted = short and place + 1 < len(tokens) and tokens[place].form == DOT and not tokens[place + 1].form.istitle()
    return None, place + dotted


def _unit(text: str, tokens: list[Token], numeral: Numeral, place: int) -> tuple[Unit, int] | None:
    """The unit that begins at this token and the place after it: a name of one, or the noun that is counted."""
    if not joined(text, tokens, place):
        return None
    found = units.after(tokens, place) or _bracketed(tokens, place) or _told_behind(tokens, numeral, place)
    if found is None and not (place == numeral.last and touch(tokens, place)):
        noun = agreement.counted(text, tokens, numeral, place)
        found = noun and (units.after(tokens, noun.place) or (Unit("count", noun.lemma), noun.last))
    if found is None:
        return None
    unit, last = found
    if unit.kind == "money" and unit.name == currencies.UNKNOWN and unit.noun is None and (numeral.scale or 0) < MILLION:
        unit = Unit("count", agreement.readings(tokens[last - 1].form)[0].lemma)  # 40 инвестиций
    return unit, last


def _bracketed(tokens: list[Token], place: int) -> tuple[Unit, int] | None:
    """«30 миллиардов (долларов)»: the currency added in brackets."""
    found = units.after(tokens, place + 1) if tokens[place].form == "(" else None
    if found is None or found[0].kind != "money" or found[1] >= len(tokens) or tokens[found[1]].kind != "sign":
        return None
    return found[0], found[1] + (tokens[found[1]].form == ")")


def _told_behind(tokens: list[Token], numeral: Numeral, place: int) -> tuple[Unit, int] | None:
    """«19 млрд в американской валюте», «5 млн в рублях»: the currency told behind a preposition."""
    if numeral.scale is None or tokens[place].form != "в" or place + 1 >= len(tokens):
        return None
    code = currencies.of_country(tokens, place + 1)
    named = currencies.names().after(tokens, place + 1) if tokens[place + 1].form.endswith(PLURAL_LOCATIVE) else None
    name = currencies.Name(code) if code else named and named[0]
    return (units.money(name), place) if name else None


def _priced(draft: Draft, sign: tuple[currencies.Name, int], found: tuple[Unit, int] | None) -> Draft:
    """«$3,7 млрд», and «$3,7 млрд долларов» said twice."""
    name, first = sign
    again = found is not None and found[0].kind == "money" and found[0].name == name.code
    last = found[1] if again else draft.numeral.last
    return _grouped(draft._replace(first=first, last=last, unit=units.money(name), signed=True))


def _grouped(draft: Draft) -> Draft:
    """«15,250 рублей» and «94,456 человек» are thousands, «2,345 км» and «20.000 %» are not."""
    other = draft.numeral.other
    if other is None or draft.unit is None:
        return draft
    whole = draft.unit.kind in ("money", "count")
    wanted = max(other, draft.low) if whole else min(other, draft.low)
    if draft.unit.kind == "measure" and other < draft.low:  # 4.500 км
        wanted = draft.low
    return draft._replace(low=wanted, high=wanted)


def _inverted(tokens: list[Token], draft: Draft, floor: int) -> Draft | None:
    """«лет пять», «человек сто», «лет через пять»: the unit before its number makes a guess."""
    numeral = draft.numeral
    place = numeral.first - (numeral.first > 0 and tokens[numeral.first - 1].form in INSIDE)
    found = units.before(tokens, place)
    if found is None or numeral.kind not in ("digits", "words") or draft.year_like:
        return None
    unit, first = found
    form = tokens[first].form
    single = first == place - 1 >= floor and len(form) > 2 and unit.kind not in ("date", "clock")
    before = tokens[first - 1].form if first else ""
    if not single or not agreement.fits(form, tokens, numeral) or agreement.modifies(before) or before in MANY:
        return None
    return draft._replace(first=first, unit=unit, shape="about")


def _portion(tokens: list[Token], draft: Draft) -> Draft:
    """«треть населения», «на четверть», «более половины», «две трети»: a share; otherwise the number stays without unit."""
    numeral = draft.numeral
    if numeral.kind != "fraction":
        return draft
    place = numeral.first
    before = tokens[place - 1].form if place else ""
    follows = agreement.readings(tokens[numeral.last].form) if numeral.last < len(tokens) else ()
    whole = any(reading.case == "gent" for reading in follows)
    said = numeral.last - numeral.first > 1 or before == "на" or shapes.before(tokens, place) is not None
    return draft._replace(unit=SHARE) if whole or said else draft
