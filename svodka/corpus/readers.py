"""Read the file of an article: bytes → text, whatever encoding it came in; what is no Russian article is refused in one sentence."""

import codecs
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from svodka.errors import ArticleError

SIZE = 5_000_000  # bytes: ten times a long book chapter
LINE = 200_000  # characters in one line
SAMPLE = 100_000  # characters looked at to tell the language
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
CYRILLIC_WORD = re.compile(r"[а-яё]{2,}", re.IGNORECASE)
# «РџСЂРёРІРµС‚»: UTF-8 read as Windows-1251 and saved again
MOJIBAKE = re.compile("(?:[РС][\u0080-\u04ff\u2010-\u2122°±µ¶·»№«]){4,}")
FREQUENT = frozenset("оеаинтсрвл")
ELSEWHERE = frozenset("әғқңөұүһіїєґўјљњћђџқҳҷӣӯ")


class Source(NamedTuple):
    """What a file holds, and the SHA-256 of its bytes in hexadecimal."""

    text: str
    sha256: str


def read(path: Path) -> Source:
    """The text of an article's file as it stands, line ends included.

    Raises ArticleError with the file's name, what is wrong and what to do.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise ArticleError(f"{path.name}: articles are read from {', '.join(READERS)} files; save it as plain text (UTF-8)")
    try:
        size = path.stat().st_size
        if size > SIZE:
            raise ArticleError(f"{path.name}: {size:,} bytes are too many for an article (the limit is {SIZE:,}); split it into articles")
        raw = path.read_bytes()
    except OSError as error:
        raise ArticleError(f"{path.name}: cannot be read ({error.strerror}); check that the file exists and may be opened") from error
    text = reader(raw, path.name)
    refuse_unfit(text, path.name)
    return Source(text, hashlib.sha256(raw).hexdigest())


def plain_text(raw: bytes, name: str) -> str:
    """The text of a .txt file: UTF-8 with or without its mark, UTF-16 with its mark, else Windows-1251."""
    if raw.startswith(codecs.BOM_UTF8):
        return _decoded(raw, "utf-8-sig", name)
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _decoded(raw, "utf-16", name)
    if b"\x00" in raw[:SAMPLE]:
        raise ArticleError(f"{name}: is a binary file, not text; save the article as plain text (UTF-8)")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if not raw[: error.start].isascii():
            raise ArticleError(f"{name}: is UTF-8 damaged at byte {error.start}; take the article from its source once more") from error
    text = raw.decode("cp1251", errors="replace")
    if not _is_russian_spelling(text):
        raise ArticleError(f"{name}: is neither UTF-8 nor Windows-1251 text; save the article as plain text (UTF-8)")
    return text


def _decoded(raw: bytes, encoding: str, name: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"{name}: begins like {encoding.upper()} but breaks off at byte {error.start}; save it again as UTF-8"
        ) from error


def _is_russian_spelling(text: str) -> bool:
    """Whether a decoded text has the letters of Russian in lower case as often as Russian does (KOI8-R and Mac do not pass)."""
    letters = [letter for letter in text[:SAMPLE] if letter.isalpha()]
    frequent = sum(letter in FREQUENT for letter in letters)
    return bool(letters) and frequent > 0.35 * len(letters) and "\ufffd" not in text[:SAMPLE] and not CONTROLS.search(text[:SAMPLE])


def refuse_unfit(text: str, name: str) -> None:
    """Raise ArticleError for a text that holds no Russian article: empty, binary, garbled, one endless line, another language."""
    if not text.strip():
        raise ArticleError(f"{name}: is empty; put the article's text into it")
    if max(map(len, text.splitlines())) > LINE:
        raise ArticleError(f"{name}: has a line of more than {LINE:,} characters, which is no article; break it into paragraphs")
    sample = text[:SAMPLE]
    controls = CONTROLS.search(sample)
    if controls:
        raise ArticleError(
            f"{name}: holds control characters (the first at character {controls.start()}), so it is no text; save it as plain text (UTF-8)"
        )
    if MOJIBAKE.search(sample):
        raise ArticleError(
            f"{name}: is garbled, UTF-8 that was read as Windows-1251 and saved again; take the article from its source once more"
        )
    lowered = sample.lower()
    counts = {letter: count for letter, count in Counter(lowered).items() if letter.isalpha()}
    letters = sum(counts.values())
    russian = sum(count for letter, count in counts.items() if "а" <= letter <= "я" or letter == "ё")
    foreign = sum(count for letter, count in counts.items() if letter in ELSEWHERE)
    if russian < 0.3 * letters or not CYRILLIC_WORD.search(sample):
        raise ArticleError(f"{name}: is not in Russian ({russian} of its first {letters} letters are); only Russian articles are read")
    if foreign > 0.02 * letters:
        letter = next(letter for letter in lowered if letter in ELSEWHERE)
        raise ArticleError(f"{name}: is Cyrillic but not Russian (it has the letter «{letter}»); only Russian articles are read")


READERS: dict[str, Callable[[bytes, str], str]] = {".txt": plain_text}
