"""Numbers, amounts and messages as each language writes them."""

import re
import string

import pytest

from svodka.errors import KnowledgeError
from svodka.wording import LANGUAGES, Words, words

LATIN = re.compile(r"[A-Za-z]+")


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("ru", 3.7e9, "3,7 млрд"),
        ("en", 3.7e9, "3.7bn"),
        ("ru", 3e12, "3 трлн"),
        ("ru", 214e6, "214 млн"),
        ("en", 214e6, "214m"),
        ("ru", 86_000, "86 тыс."),
        ("ru", 12_300, "12 300"),
        ("ru", 999.5, "999,50"),
        ("ru", 0, "0"),
        ("ru", 2.5e15, "2500 трлн"),
        ("ru", 1_599_059.38, "1,599 млн"),
    ],
)
def test_scaled(language, value, written):
    assert words(language).scaled(value).replace("\u00a0", " ") == written


@pytest.mark.parametrize(
    ("language", "arguments", "written"),
    [
        ("ru", (3.7e9, None, "more", "USD"), "свыше 3,7 млрд $"),
        ("en", (3.7e9, None, "more", "USD"), "over $3.7bn"),
        ("ru", (None, 3e12, "up_to", "JPY"), "до 3 трлн иен"),
        ("ru", (9e9, 9e9, "about", "USD"), "около 9 млрд $"),
        ("ru", (2e9, 3e9, "range", "USD"), "2 млрд $ – 3 млрд $"),
        ("ru", (None, None, "vague", "USD", 1e9), "миллиарды $"),
        ("ru", (None, None, "vague", "XXX", 1e9), "миллиарды"),
        ("en", (None, None, "vague", "USD", 1e9), "billions, $"),
        ("en", (None, None, "vague", "XXX", 1e9), "billions"),
        ("ru", (5e6, 5e6, "exact", "QQQ"), "5 млн QQQ"),
    ],
)
def test_amount(language, arguments, written):
    assert words(language).amount(*arguments).replace("\u00a0", " ") == written


def test_plurals_and_numbers_in_messages():
    say = Words("ru", {"n": "{n:статья|статьи|статей}", "x": "{x} — {name}"})
    assert [say("n", n=n) for n in (1, 3, 12)] == ["1\u00a0статья", "3\u00a0статьи", "12\u00a0статей"]
    assert say("x", x=0.25, name="{y}") == "0,2 — {y}"


def test_an_unknown_message_is_an_error():
    with pytest.raises(KnowledgeError, match="no row «nothing»"):
        words("ru")("nothing")


def test_both_languages_ask_for_the_same_values():
    """A translation that forgets a hole would lose a number."""
    fields = [
        {key: {field for _, field, _, _ in string.Formatter().parse(text) if field} for key, text in words(language)._messages.items()}
        for language in LANGUAGES
    ]
    assert fields[0] == fields[1]


def test_no_latin_words_in_russian():
    """The Russian interface has no English words but names of formats and statistics."""
    allowed = {"CSV", "XLSX", "PPTX", "DOCX", "HTML", "PNG", "SVG", "UTF", "Excel", "Chrome", "Chromium", "seeds", "txt", "data", "csv"}
    allowed |= {"F", "B", "E", "N", "R", "T", "Home", "End", "Esc"}  # keys
    allowed |= {"b", "w"}  # expressions: \\b, \\w
    found = {key: set(LATIN.findall(_plain(text))) - allowed for key, text in words("ru")._messages.items()}
    stray = {key: foreign for key, foreign in found.items() if foreign}
    assert not stray


def _plain(text):
    return "".join(literal for literal, *_ in string.Formatter().parse(text))
