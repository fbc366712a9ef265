"""What the interface says, in Russian and in English: messages from `messages.csv` beside this file, numbers, amounts and dates."""

from datetime import date, datetime
from functools import cache
from math import floor, isnan, log10
from pathlib import Path
from string import Formatter
from typing import Any

from svodka.errors import KnowledgeError
from svodka.knowledge import rows

LANGUAGES = ("ru", "en")
MESSAGES = Path(__file__).with_name("messages.csv")
NBSP = "\u00a0"
SCALES = {"ru": {12: "трлн", 9: "млрд", 6: "млн", 3: "тыс."}, "en": {12: "tn", 9: "bn", 6: "m", 3: "k"}}
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "RUB": "₽", "CNY": "¥", "KZT": "₸", "UAH": "₴", "KRW": "₩", "INR": "₹", "TRY": "₺"}
AMBIGUOUS_SIGNS = {"CNY", "JPY"}


def plural(number: float, forms: list[str]) -> str:
    """The form that goes with a number: Russian has three («статья, статьи, статей»), English two.

    >>> [plural(n, ["статья", "статьи", "статей"]) for n in (1, 2, 5, 11, 21, 2.5)]
    ['статья', 'статьи', 'статей', 'статей', 'статья', 'статьи']
    """
    if len(forms) == 2:
        return forms[0] if number == 1 else forms[1]
    if number != int(number):
        return forms[1]
    last, teen = int(number) % 10, int(number) % 100
    if last == 1 and teen != 11:
        return forms[0]
    return forms[1] if last in (2, 3, 4) and teen not in (12, 13, 14) else forms[2]


def capital(text: str) -> str:
    """The text with its first letter in upper case and the rest untouched.

    >>> capital("уран из КНР")
    'Уран из КНР'
    """
    return text[:1].upper() + text[1:]


def inline(label: str) -> str:
    """A common noun as it stands inside a sentence: «Редкоземельные металлы» → «редкоземельные металлы», «ИИ» stays.

    >>> inline("Редкоземельные металлы"), inline("ИИ и роботы")
    ('редкоземельные металлы', 'ИИ и роботы')
    """
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


class _Filler(Formatter):
    """Fill a message: `{n}` is a number as the language writes it, `{n:статья|статьи|статей}` adds the form, `{n:|s}` is allowed too."""

    def __init__(self, words: "Words"):
        self.words = words

    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            return f"{self.words.number(value)}{NBSP}{plural(value, format_spec.split('|'))}"
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self.words.number(value)
        return format(value, format_spec)


class Words:
    """One language of the interface."""

    def __init__(self, language: str, messages: dict[str, str]):
        self.language = language
        self._messages = messages
        self._filler = _Filler(self)

    def __call__(self, key: str, **values: Any) -> str:
        """The message filed under a key, its holes filled; an unknown key is an error, never an empty label."""
        if key not in self._messages:
            raise KnowledgeError(f"messages.csv has no row «{key}»")
        return self._filler.format(self._messages[key], **values)

    def has(self, key: str) -> bool:
        """Is there such a message?"""
        return key in self._messages

    def label(self, row: Any) -> str:
        """The label of a row that carries both `label_ru` and `label_en`."""
        return row[f"label_{self.language}"]

    def number(self, value: float, digits: int = 1) -> str:
        """A number as the language groups and points it.

        >>> words("ru").number(1234567), words("en").number(1234567), words("ru").number(3.66)
        ('1\\xa0234\\xa0567', '1,234,567', '3,7')
        """
        text = f"{value:,.0f}" if float(value).is_integer() else f"{value:,.{digits}f}"
        if self.language == "en":
            return text
        grouped = text.replace(",", NBSP).replace(".", ",").replace("-", "−")
        return grouped.replace(NBSP, "") if abs(value) < 10_000 else grouped

    def scaled(self, value: float) -> str:
        """A large number with its scale word: «3,7 млрд», «3.7bn»."""
        exponent = 0 if value == 0 else min(12, 3 * (floor(log10(abs(value)) + 1e-9) // 3))
        if exponent < 6 and (exponent < 3 or (self.language == "ru" and value % 1000)):
            return self.number(value, 2)
        short = value / 10**exponent
        written = f"{short:.4g}" if abs(short) < 1000 else f"{short:.0f}"
        written = written.replace(".", ",") if self.language == "ru" else written
        gap = NBSP if self.language == "ru" else ""
        return f"{written}{gap}{SCALES[self.language][exponent]}"

    def money(self, value: float, unit: str) -> str:
        """An amount of money: «3,7 млрд $», «$3.7bn», «3 трлн JPY»."""
        sign = SIGNS.get(unit) if unit not in AMBIGUOUS_SIGNS else None
        if unit == "XXX":
            return self.scaled(value)
        if self.language == "en" and sign:
            return f"{sign}{self.scaled(value)}"
        return f"{self.scaled(value)}{NBSP}{sign or self.currency(unit)}"

    def currency(self, unit: str) -> str:
        """The name of a currency behind an amount («иен»), or its code when no name is kept."""
        key = f"currency.{unit}"
        return self(key) if self.has(key) else unit

    def amount(self, low: float | None, high: float | None, shape: str, unit: str, scale: float | None = None) -> str:
        """A quantity of money with its shape: «свыше 3,7 млрд $», «2–3 млрд $», «миллиарды $»."""
        low, high = (None if value is None or isnan(value) else value for value in (low, high))
        if low is None and high is None:
            return self._vague(unit, scale)
        if shape == "range" and low is not None and high is not None and low != high:
            first, second = self.money(low, unit), self.money(high, unit)
            return f"{first} – {second}"
        value = high if low is None else low
        return self(f"shape.{shape}", value=self.money(value, unit)) if self.has(f"shape.{shape}") else self.money(value, unit)

    def _vague(self, unit: str, scale: float | None) -> str:
        if not scale or isnan(scale):
            return self("vague.none")
        return self(f"vague.{floor(log10(scale) + 1e-9):d}", unit=self.unit_sign(unit)).strip(f" ,{NBSP}")

    def unit_sign(self, unit: str) -> str:
        """The sign of a currency where it has an unambiguous one, else its name; nothing for money of no stated currency."""
        if unit == "XXX":
            return ""
        return SIGNS[unit] if unit in SIGNS and unit not in AMBIGUOUS_SIGNS else self.currency(unit)

    def day(self, value: date | datetime | None) -> str:
        """A calendar day: «19.12.2025», «19 Dec 2025»; «не указано» for None."""
        if value is None or value != value:
            return self("unknown")
        return f"{value:%d.%m.%Y}" if self.language == "ru" else f"{value:%d %b %Y}"


@cache
def words(language: str) -> Words:
    """The wording of one language, from messages.csv.

    Raises KnowledgeError when a key stands twice or a translation is missing.
    """
    messages: dict[str, str] = {}
    for row in rows(MESSAGES, ("key", *LANGUAGES)):
        if row["key"] in messages:
            raise row.error(f"the key «{row['key']}» stands twice")
        if not row[language]:
            raise row.error(f"the key «{row['key']}» has no text in «{language}»")
        messages[row["key"]] = row[language]
    return Words(language, messages)
