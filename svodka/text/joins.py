"""Numbers that belong together: ranges, changes, lists with one unit, amounts with coins, a currency said once in a sentence."""

from decimal import Decimal

from svodka.text import agreement, cues
from svodka.text.currencies import ONE
from svodka.text.drafts import Draft, word_before
from svodka.text.phrases import normal
from svodka.text.tokens import Token
from svodka.text.units import TIMES, Unit

DASHES = frozenset("-‑‒–—―−")
ELLIPSIS = 9  # tokens between «17,5» and «19,2 млрд» in «17,5, а в 2024-м — 19,2 млрд»
MILLION = 10**6
FAR = 60  # tokens
CLAUSE_ENDS = frozenset(".,;:!?()")
LENGTHS = frozenset({"метр", "километр", "сантиметр", "миллиметр", "дюйм"})
NUMBERS = frozenset({"digits", "words", "collective"})


def join(text: str, tokens: list[Token], drafts: list[Draft]) -> list[Draft]:
    """The drafts with what the neighbours lend them."""
    for rule in (_ranges, _lists, _coins, _currency_said_before, _currency_said_after, _times):
        drafts = rule(text, tokens, drafts)
    return drafts


def _between(tokens: list[Token], left: Draft, right: Draft) -> list[str]:
    """The words and signs between two amounts, without the dot of an abbreviation («300 тыс. до 1,2 млн»)."""
    forms = [token.form for token in tokens[left.last : right.first]]
    dotted = len(forms) > 1 and forms[0] == "." and not forms[1].istitle()
    return forms[1:] if dotted else forms


def _preposition(tokens: list[Token], draft: Draft) -> str:
    """The word before an amount, an adjective between them passed over: «с изначальных 50 до 145 тысяч»."""
    before = word_before(tokens, draft)
    return normal(tokens[draft.first - 2].form) if draft.first > 1 and agreement.modifies(before) else before


def _ranges(text: str, tokens: list[Token], drafts: list[Draft]) -> list[Draft]:
    """«от 2 до 3 млрд», «$2–3 млрд», «8 или 9 стран» are one quantity; «с $200 млн до $350 млн» are two."""
    found: list[Draft] = []
    for right in drafts:
        left = found[-1] if found else None
        link = _between(tokens, left, right) if left else []
        before = _preposition(tokens, left) if left else ""
        pair = left and _bounds(left, right)
        if link in (["до"], [",", "до"]) and before in ("на", "в"):  # вырос на 5 %, до 3 млн; в 2 раза, до 6 млн
            found.append(right._replace(ready=True))
            continue
        if pair:
            if link == ["до"] and before in ("с", "со"):
                found[-1:] = [pair[0], pair[1]._replace(ready=True)]
                continue
            first = _range_start(tokens, left, link, before)
            low, high = pair if pair[0].high >= 0 else sorted(pair, key=lambda draft: draft.low)  # −15…−20 °C
            if first is not None and low.high < high.low:
                whole = pair[1]._replace(first=first, low=low.low, high=high.high, shape="range", signed=low.signed or high.signed)
                found[-1:] = [whole]
                while len(found) > 1 and _continues_range(tokens, found[-2], found[-1]):
                    found[-2:] = [found[-1]._replace(first=found[-2].first, low=found[-2].low)]
                continue
        found.append(right)
    return found


def _continues_range(tokens: list[Token], left: Draft, right: Draft) -> bool:
    """«5—8—10 лет»: one more number before a range."""
    link = _between(tokens, left, right)
    alike = len(link) == 1 and link[0] in DASHES and right.low is not None
    return alike and left.unit is None and right.scale is None and _plain(left) and not left.year_like and left.high < right.low


def _range_start(tokens: list[Token], left: Draft, link: list[str], before: str) -> int | None:
    """Where the range begins when the words between and before the two numbers make one."""
    if (before, link) in (("от", ["до"]), ("между", ["и"])):
        return left.first - 1
    alike = len(link) == 1 and (link[0] in DASHES or link[0] in ("или", "либо", "…"))
    return left.first if alike else None


def _bounds(left: Draft, right: Draft) -> tuple[Draft, Draft] | None:
    """The two numbers in the unit and scale they share, when they can be bounds of one range or change."""
    if not _plain(left) or not _plain(right):
        return None
    if right.unit is None and left.signed and right.scale:
        right = right._replace(unit=left.unit, signed=True)
    if right.unit is None or (left.unit is not None and left.unit[:3] != right.unit[:3]):
        return None
    if left.unit is None and left.year_like:
        return None
    return _scaled(left, right), right


def _plain(draft: Draft) -> bool:
    """Whether it is a number that is no guess and not vague."""
    number = draft.numeral.kind in NUMBERS or draft.numeral.kind in ("letter", "compound")
    return number and draft.shape == "exact" and draft.low == draft.high


def _scaled(left: Draft, right: Draft) -> Draft:
    """The left number in the unit and, when it has no scale of its own, the scale of the right one: «2–3 млрд»."""
    own = left.unit is not None and not left.signed
    scale = right.scale
    if own or left.scale or scale is None or (right.low is not None and left.low > right.low / scale and left.low >= 100):
        return left._replace(unit=right.unit)
    return left._replace(low=left.low * scale, high=left.high * scale, scale=scale, unit=right.unit)


def _lists(text: str, tokens: list[Token], drafts: list[Draft]) -> list[Draft]:
    """«10, 20 и 30 млн рублей», «17,5, а в 2024-м — 19,2 млрд долларов»: the unit said once, each with its own number."""
    found = list(drafts)
    closed = False  # a comma joins only what «и» closes: «10, 20 и 30», not «в доме 5, 10 человек»
    for place in range(len(found) - 2, -1, -1):
        left, right = found[place], found[place + 1]
        link = _between(tokens, left, right)
        conjunction = link in (["и"], ["или"], ["либо"], ["или", "даже"])
        if left.signed and right.unit is None and right.scale and conjunction:
            found[place + 1] = right._replace(unit=left.unit, signed=True)
            found[place] = _scaled(left, found[place + 1])
            closed = True
            continue
        if left.unit is not None or right.unit is None or right.signed or not _lends(left, right):
            closed = False
            continue
        if conjunction or (closed and link == [","]) or _elliptic(link, left) or _sides(tokens, left, right, link):
            found[place] = _shared(left, right)
            closed = True
        else:
            closed = False
    return found


def _lends(left: Draft, right: Draft) -> bool:
    """Whether the left is a number that may take the unit: not a year, not «один»."""
    one = left.numeral.kind == "words" and left.low == 1
    if left.scale is not None and right.unit.kind in ("percent", "ratio"):  # 7,5 млрд, или 12 % бюджета
        return False
    return left.numeral.kind in NUMBERS and right.numeral.kind in NUMBERS and not left.year_like and not one


def _sides(tokens: list[Token], left: Draft, right: Draft, link: list[str]) -> bool:
    """«10 на 15 метров»: length and width; not «с 10 на 15 метров»."""
    size = right.unit.kind == "measure" and right.unit.name in LENGTHS and left.numeral.kind == right.numeral.kind == "digits"
    return link == ["на"] and size and left.scale is None and word_before(tokens, left) not in ("с", "со", "от")


def _elliptic(link: list[str], left: Draft) -> bool:
    """«…, а в 2024-м — …»: a new clause that repeats neither verb nor unit; after a scale «а» may be left out."""
    if len(link) > ELLIPSIS or link[:1] != [","] or (left.scale is None and link[1:2] not in (["а"], ["и"], ["но"])):
        return False
    return (len(link) == 2 or link[-1] in DASHES) and not {".", ";", ":", "(", ")"} & set(link)


def _shared(left: Draft, right: Draft) -> Draft:
    scale = right.scale if left.scale is None and left.low < 1000 else None
    factor = scale or Decimal(1)
    return left._replace(low=left.low * factor, high=left.high * factor, scale=left.scale or scale, unit=right.unit)


def _coins(text: str, tokens: list[Token], drafts: list[Draft]) -> list[Draft]:
    """«6 рублей 35 копеек», «10 лари и 50 тетри»: one amount."""
    found: list[Draft] = []
    for right in drafts:
        left = found[-1] if found else None
        near = left is not None and _between(tokens, left, right) in ([], ["."], ["и"], [","])
        coins = right.low * right.unit.size if near and _money(left) and _money(right) else None
        if coins is not None and right.unit.size < left.unit.size == 1 > coins:
            found[-1] = left._replace(last=right.last, low=left.low + coins, high=left.high + coins)
        else:
            found.append(right)
    return found


def _money(draft: Draft) -> bool:
    return draft.unit is not None and draft.unit.kind == "money" and _plain(draft)


def _currency_said_before(text: str, tokens: list[Token], drafts: list[Draft]) -> list[Draft]:
    """«выручка — 10 млрд рублей, прибыль — 2 млрд»: a number with a scale and nothing to count is money again.

    The amount before may stand one sentence back («ущерб был 200 млн рублей. Через год — 1,3 млрд»), in the same paragraph.
    """
    found: list[Draft] = []
    for right in drafts:
        left = next((draft for draft in reversed(found) if draft.unit is None or draft.unit.kind not in ("percent", "ratio")), None)
        money = left is not None and left.unit is not None and left.unit.kind == "money"
        lacks = right.unit is None and right.scale is not None and right.low is not None
        repeated = lacks and money and _between(tokens, left, right) == ["("] and (left.low, left.high) == (right.low, right.high)
        if repeated:  # 12 500 000 рублей (двенадцать миллионов пятьсот тысяч)
            continue
        if money and lacks and _ends(text, tokens, left, right) <= 1 and not _counts(tokens, right) and not _people(tokens, right):
            found.append(right._replace(unit=left.unit._replace(size=ONE)))
        else:
            found.append(right)
    return found


def _currency_said_after(text: str, tokens: list[Token], drafts: list[Draft]) -> list[Draft]:
    """«вырос на 3 млрд и составил 15 млрд рублей», «с 200 млн в 2020 году до 350 млн евро»: the same the other way round."""
    found = list(drafts)
    for place in range(len(found) - 2, -1, -1):
        left, right = found[place], found[place + 1]
        lacks = left.unit is None and left.scale is not None and left.low is not None and left.scale >= MILLION
        money = right.unit is not None and right.unit.kind == "money" and right.scale is not None
        near = lacks and money and right.first - left.last <= ELLIPSIS
        if near and not _ends(text, tokens, left, right) and not _counts(tokens, left) and not _people(tokens, left):
            found[place] = left._replace(unit=right.unit)
    return found


def _times(text: str, tokens: list[Token], drafts: list[Draft]) -> list[Draft]:
    """«в 2–3 раза», «вдвое» are ratios, «три раза» is a count."""
    return [
        draft._replace(unit=Unit("count", draft.unit.name))
        if draft.unit == TIMES and draft.last - draft.first > 1 and word_before(tokens, draft) not in ("в", "во")
        else draft
        for draft in drafts
    ]


def _ends(text: str, tokens: list[Token], left: Draft, right: Draft) -> int:
    """How many sentences end between the two, many where a paragraph does or where they stand far apart."""
    if right.first - left.last > FAR or "\n" in text[tokens[left.first].start : tokens[right.first].start]:
        return FAR
    ends = [place for place in range(left.last, right.first) if tokens[place].form in (".", "!", "?")]
    return sum(tokens[place].form != "." or tokens[place + 1].form[0].isupper() for place in ends)


def _people(tokens: list[Token], draft: Draft) -> bool:
    """«3 млн получили прививку», «население — 5 млн»: the clause tells that it is people who are counted."""
    low, high = draft.first, draft.last
    while low and tokens[low - 1].form not in CLAUSE_ENDS and draft.first - low < ELLIPSIS:
        low -= 1
    while high < len(tokens) and tokens[high].form not in CLAUSE_ENDS and high - draft.last < ELLIPSIS:
        high += 1
    return any(
        token.kind == "word" and cues.has("people", token.form) for token in (*tokens[low : draft.first], *tokens[draft.last : high])
    )


def _counts(tokens: list[Token], draft: Draft) -> bool:
    """Whether a noun or adjective follows that the number may go with, although it does not agree."""
    if draft.last >= len(tokens) or tokens[draft.last].kind != "word":
        return False
    return any(reading.pos in ("NOUN", *agreement.MODIFIERS) for reading in agreement.readings(tokens[draft.last].form))
