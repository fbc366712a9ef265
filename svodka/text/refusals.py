"""Numbers with a unit beside them that are no quantities: years, days of a month, times of day, names of articles and parts."""

from svodka.text import agreement, cues, date_words, numberwords, units
from svodka.text.drafts import Draft, word_before
from svodka.text.phrases import DOT
from svodka.text.tokens import Token

RECENT_FROM, RECENT_TO = 1900, 2099
NOON = 12
MONTHS = 12
START = 8  # tokens looked back for «начало»
COUNTED = "LGPEWDJ"  # signs of units in dates
CLOCK_BEFORE = frozenset({"в", "к", "с"})
AFTERNOON_BEFORE = CLOCK_BEFORE | {"на", "до", "после", "около"}
QUOTES = '«»„“”"'
YEAR_BEFORE = frozenset({"в", "к", "с", "до", "от", "по", "за", "на", "после"})


def refused(tokens: list[Token], draft: Draft) -> bool:
    """Whether the draft is no quantity for one of the reasons below."""
    return any(rule(tokens, draft) for rule in RULES)


def clock(tokens: list[Token], draft: Draft) -> bool:
    """«в 19 часов», «с 9 часов утра», «19.58 мск»: a time of day."""
    if draft.unit is None or draft.unit.kind not in ("clock", "duration"):
        return False
    if draft.unit.kind == "clock":
        return True
    hours = draft.unit.name == "час" and draft.low == draft.high and draft.low is not None and draft.low <= 24
    if draft.numeral.kind == "digits" and draft.numeral.cases:  # после 20-ти часов работы
        return False
    form = tokens[draft.last - 1].form
    if hours and _begins(tokens, draft):
        return True
    return hours and form != "часах" and word_before(tokens, draft) in (AFTERNOON_BEFORE if draft.low > NOON else CLOCK_BEFORE)


def _begins(tokens: list[Token], draft: Draft) -> bool:
    """«начало — 13 часов 30 минут», «открытие: 10 часов»: the hour of what was named before."""
    if draft.first < 2 or tokens[draft.first - 1].form not in "—–-:":
        return False
    before = tokens[max(0, draft.first - START) : draft.first - 1]
    return any(cues.has("begins", token.form) for token in before) and not any(token.form in ".;,!?" for token in before)


def date(tokens: list[Token], draft: Draft) -> bool:
    """«19 декабря», «25 числа»."""
    return draft.unit is not None and draft.unit.kind == "date"


def part_of_a_date(tokens: list[Token], draft: Draft) -> bool:
    """«в течение ближайших пяти лет», «за последние 10 дней», «за девять месяцев 2025 года»: dates.find has them whole."""
    if draft.unit is None or draft.unit.kind != "duration" or not draft.first or draft.low is None:
        return False
    known = date_words.words()
    before, unit = tokens[draft.first - 1].form, known.signs.get(tokens[draft.last - 1].form, "")
    if draft.last - draft.numeral.last == 1 and unit and unit in COUNTED and known.signs.get(before, "") in ("A", "a"):
        return known.values[before] != "0"
    after = [token.form for token in tokens[draft.last : draft.last + 2]]
    year_next = len(after) == 2 and date_words.number_sign(after[0]) == "Y" and known.signs.get(after[1]) in ("G", "g", "-")
    return unit == "E" and draft.low == draft.high <= MONTHS and year_next


def century(tokens: list[Token], draft: Draft) -> bool:
    """«в 21 веке», «20 век»: a number in digits before one century is an ordinal."""
    if draft.unit is None or draft.unit.name != "век" or draft.numeral.kind != "digits":
        return False
    form = tokens[draft.last - 1].form
    single = agreement.readings(form)[:1]
    return not agreement.fits(form, tokens, draft.numeral) or any(one.number == "sing" and one.case != "gent" for one in single)


def year(tokens: list[Token], draft: Draft) -> bool:
    """«2025 год», «2010 г.», «в 988 году»; «в 2022 компаний стало меньше»; not «2000 лет», «21 год», «2022 человека»."""
    if draft.unit is None or draft.last == draft.numeral.last:  # лет 60
        return False
    last = tokens[draft.last - 1].form
    if draft.unit.name == "год" and draft.numeral.kind == "digits":
        return last not in ("лет", "ЛЕТ") and (draft.year_like or not agreement.fits(last, tokens, draft.numeral))
    if not draft.year_like:
        return False
    if last == "г":
        return True
    counted = draft.unit.kind == "count" and draft.unit.name not in units.labels()
    recent = RECENT_FROM < draft.low <= RECENT_TO and int(draft.low) % 100 != 0
    return counted and recent and word_before(tokens, draft) in YEAR_BEFORE


def place_in_line(tokens: list[Token], draft: Draft) -> bool:
    """«272 километр», «5 день»: a noun in the nominative singular makes the number an ordinal."""
    if draft.unit is None or draft.unit.kind not in ("measure", "duration") or draft.numeral.kind != "digits":
        return False
    form = tokens[draft.last - 1].form
    single = draft.last - draft.numeral.last == 1
    return single and agreement.nominative(form) and not agreement.fits(form, tokens, draft.numeral)


def label(tokens: list[Token], draft: Draft, floor: int) -> bool:
    """«статья 5», «п. 3»: the number is a name, whatever noun comes next; the word is looked for after the amount before."""
    place = draft.first - 1
    if place > 0 and tokens[place].form == DOT:
        place -= 1
    named = place >= floor and cues.has("label", tokens[place].form)
    return named and (draft.unit is None or draft.unit.kind in ("count", "duration"))


def numbered(tokens: list[Token], draft: Draft) -> bool:
    """«ученик 2 класса», «с 3 квартала 2024 года» in digits: the second form, the third quarter; «четверть финала»."""
    kind = draft.numeral.kind
    if draft.unit is None or draft.unit.kind == "percent" or kind not in ("digits", "fraction"):
        return False
    noun = draft.last if kind == "fraction" else draft.last - 1
    if noun >= len(tokens) or not cues.has("numbered", tokens[noun].form):
        return False
    owner = agreement.noun(tokens[draft.first - 1].form) if draft.first else False
    year_next = draft.last < len(tokens) and tokens[draft.last].kind == "number"
    return kind == "fraction" or owner or year_next


def one(tokens: list[Token], draft: Draft) -> bool:
    """«одна страна», «1 группа», «в один день», «ни одного доллара»: no amount; «один доллар», «1 человек» are."""
    if draft.low != 1 or draft.high != 1 or draft.numeral.scale or draft.unit is None or draft.numeral.last - draft.numeral.first != 1:
        return False
    if draft.numeral.kind == "digits":
        return draft.unit.kind == "count" and draft.unit.name not in units.labels()
    if numberwords.read(tokens[draft.numeral.first].form) is None:  # однодневный
        return False
    before = word_before(tokens, draft)
    return draft.unit.kind in ("count", "ratio") or before in ("ни", "не") or (before in ("в", "за") and draft.unit.kind == "duration")


def pair(tokens: list[Token], draft: Draft) -> bool:
    """«пара слов», «пару раз»: no number of anything; «пару лет», «пару миллионов» are."""
    return draft.numeral.kind == "pair" and draft.unit is not None and draft.unit.kind in ("count", "ratio")


def portion_of_time(tokens: list[Token], draft: Draft) -> bool:
    """«во второй половине», «первая треть», «половина восьмого»: a part with a number of its own is no share."""
    if draft.numeral.kind != "fraction" or draft.numeral.last - draft.numeral.first > 1:
        return False
    place = draft.numeral.first
    before = agreement.readings(tokens[place - 1].form) if place and tokens[place - 1].kind == "word" else ()
    after = numberwords.ordinal(tokens[draft.last].form) if draft.last < len(tokens) else None
    return after is not None or any(reading.pos in agreement.MODIFIERS for reading in before)


def heading(tokens: list[Token], draft: Draft) -> bool:
    """«(млн руб.)», «выручка, млн долларов», «в тыс. тонн»: the unit of a table, not an amount; nor a scale left by a bad number."""
    if draft.numeral.kind != "vague" or not draft.first:
        return False
    before = tokens[draft.first - 1]
    return before.kind == "number" or (not draft.numeral.cases and before.form in ("(", ",", "в"))


def quoted(tokens: list[Token], draft: Draft) -> bool:
    """«клуб „16 тонн“», «роман „Двенадцать стульев“»: a name made of a number and a noun."""
    if not draft.first or draft.last >= len(tokens) or draft.unit is None:
        return False
    inside = tokens[draft.first - 1].form in QUOTES and tokens[draft.last].form in QUOTES
    return inside and draft.unit.kind in ("count", "measure", "duration")


RULES = (date, part_of_a_date, century, year, place_in_line, numbered, one, pair, portion_of_time, heading, quoted)
