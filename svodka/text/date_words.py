"""What a token can be in a date: every token becomes one sign, so that a rule about dates is a regular expression over signs.

«9 мая 2017 г.» is DAY MONTH YEAR SIGN DOT, written `1MYg.`; what no date has is `_`.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from svodka.knowledge import DATA, rows
from svodka.text.grammemes import inflected, readings
from svodka.text.tokens import Token

NOTHING = "_"
# Kind of word in data/dates.csv → its sign. Numbers and punctuation have theirs in `number_sign` and `PUNCTUATION`.
SIGNS = {
    "no date": NOTHING,
    "month": "M",
    "short month": "m",
    "season": "S",
    "relative day": "T",
    "year": "G",
    "years": "P",
    "year sign": "g",
    "years sign": "p",
    "years of age": "L",
    "sort of year": "y",
    "decade": "J",
    "century": "C",
    "centuries sign": "c",
    "quarter": "Q",
    "quarter sign": "k",
    "quarter letter": "q",
    "half": "H",
    "half letter": "h",
    "half of": "U",
    "part": "B",
    "months": "E",
    "week": "W",
    "days": "D",
    "this": "A",
    "span": "a",
    "that": "t",
    "same": "s",
    "some": "n",
    "decade name": "Z",
    "cardinal": "N",
    "ordinal": "O",
    "ordinal ending": "o",
    "decade ending": "x",
    "in": "в",
    "to": "к",
    "until": "д",
    "from": "с",
    "off": "о",
    "through": "п",
    "on": "н",
    "over": "з",
    "after": "л",
    "between": "м",
    "and": "и",
    "or": "и",
    "letter н": "e",
    "letter э": "э",
    "letter т": "z",
    "course": "w",
    "release": "v",
    "unit": "u",
}
PUNCTUATION = dict.fromkeys("-‐‑‒–—−", "-") | {sign: sign for sign in ".,:/()"} | dict.fromkeys("%‰°№$€₽₸£¥", "u")
UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
# Centuries to XXIX, also with a Cyrillic Х or І in them.
ROMAN = {
    spelling: tens * 10 + unit
    for tens in range(3)
    for unit, units in enumerate(UNITS)
    for spelling in ("X" * tens + units, ("X" * tens + units).replace("X", "Х"), ("X" * tens + units).replace("I", "І"))
    if spelling
}
DOTTED = re.compile(
    r"(?P<full>\d{1,2}\.\d{1,2}\.\d{4})|(?P<short>\d{2}\.\d{2}\.\d{2})|(?P<iso>\d{4}\.\d{2}\.\d{2})"
    r"|(?P<month>\d{2}\.(?:19|20)\d{2})|(?P<pair>\d{2}\.\d{2})"
)
DOTTED_SIGNS = {"full": "F", "short": "f", "iso": "i", "month": "r", "pair": "b"}
FIRST_YEAR, LAST_YEAR = 1000, 2199
# Words that are tokenised with a hyphen inside: «январь-март», «XIX-XX», «два-три».
JOINED, HYPHEN, PART = frozenset("MRN"), re.compile("[-‑]"), re.compile(r"\w+|\W")


class Words(NamedTuple):
    """Spelling → sign and spelling → value, the spellings in lower case, with a capital and in capitals."""

    signs: dict[str, str]
    values: dict[str, str]


@cache
def words() -> Words:
    """The words of data/dates.csv and data/numerals.csv in all their forms; of two readings the earlier row's holds."""
    signs, values = dict(PUNCTUATION), {}

    def add(forms: set[str], sign: str, value: str) -> None:
        for form in forms | {form.replace("ё", "е") for form in forms}:
            for spelling in (form, form.capitalize(), form.upper()) if len(form) > 1 else (form, form.upper()):
                signs.setdefault(spelling, sign)
                values.setdefault(spelling, value)

    for spelling, number in ROMAN.items():
        signs[spelling], values[spelling] = "R", str(number)
    for row in rows(DATA / "dates.csv", ("word", "kind", "value", "inflect")):
        if row["kind"] not in SIGNS:
            raise row.error(f"unknown kind «{row['kind']}»; known: {', '.join(SIGNS)}")
        add(inflected(row["word"], row["inflect"]) if row["inflect"] else {row["word"]}, SIGNS[row["kind"]], row["value"])
    for row in rows(DATA / "numerals.csv", ("word", "value", "role", "forms", "ordinal", "prefix")):
        if row["role"] in {"digit", "teen", "ten", "hundred"} or row["value"] == "1e3":
            add(inflected(row["word"], "NUMR") | inflected(row["word"], "NOUN") | set(row.listed("forms")), "N", row["value"])
            add(inflected(row["ordinal"], "ADJF sing"), "O", row["value"])
    return Words(signs, values)


def number_sign(form: str) -> str:
    """The sign of a number by its digits: 1 may be a day or a month, 2 a day, t a tens digit and a day, 9 a short year, …"""
    if form.isdigit():
        value = int(form)
        if len(form) == 4:
            return "Y" if FIRST_YEAR <= value <= LAST_YEAR else NOTHING
        if len(form) == 3:
            return "3" if value >= 100 else NOTHING
        if len(form) > 2:
            return NOTHING
        if value and value % 10 == 0:
            return "1" if value == 10 else "t" if value <= 30 else "6"
        if value == 0:
            return "0" if form == "00" else NOTHING
        return "1" if value <= 12 else "2" if value <= 31 else "9"
    match = DOTTED.fullmatch(form)
    return DOTTED_SIGNS[match.lastgroup] if match else NOTHING


def separated(tokens: list[Token]) -> list[Token]:
    """The tokens with «январь-март», «XIX-XX» and «два-три» taken apart at the hyphen.

    >>> from svodka.text.tokens import tokenize
    >>> [token.form for token in separated(tokenize("за январь-март по-японски"))]
    ['за', 'январь', '-', 'март', 'по-японски']
    """
    known = words().signs
    apart = []
    for token in tokens:
        hyphened = token.kind == "word" and ("-" in token.form or "‑" in token.form)
        if hyphened and JOINED.issuperset(known.get(part, NOTHING) for part in HYPHEN.split(token.form)):
            parts = PART.finditer(token.form)
            apart += [Token(token.start + part.start(), token.start + part.end(), part.group(), "word") for part in parts]
        else:
            apart.append(token)
    return apart


def signs(tokens: list[Token]) -> str:
    """One sign a token; a four-digit number that counts something («2025 тонн») is no year.

    >>> from svodka.text.tokens import tokenize
    >>> signs(tokenize("Завод открыт 9 мая 2017 г., выпуск 2025 тонн"))
    '__1MYg.,___'
    """
    known = words().signs
    line = [known.get(token.form, NOTHING) if token.kind != "number" else number_sign(token.form) for token in tokens]
    for index in range(len(line) - 1, -1, -1):
        if line[index] in "ox" and (not index or tokens[index - 1].stop < tokens[index].start):
            line[index] = NOTHING
        elif line[index] == "Y" and index + 1 < len(line):
            after = line[index + 1]
            if after in "uz" or (after == NOTHING and is_counted(tokens[index + 1].form)):
                line[index] = NOTHING
    return "".join(line)


@lru_cache(maxsize=50_000)
def is_counted(form: str) -> bool:
    """Whether a word may be what a number before it counts: «километров», «километрах», but not «цены», «США», «экспорт»."""
    if not form.islower():
        return False
    plural = [tags for tags in readings(form) if "plur" in tags and not tags.isdisjoint({"NOUN", "ADJF", "PRTF"})]
    return bool(plural) and not any("nomn" in tags for tags in plural)
