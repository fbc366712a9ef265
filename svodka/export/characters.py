"""Texts of articles and users as the files of office programs may hold them."""

import re
from urllib.parse import urlsplit

# What XML 1.0 has no place for.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Letters of an address that every office program still opens.
ADDRESS = 2_000


def legal(text: str) -> str:
    """The text without the characters that a file of XML cannot hold: control characters and halves of a pair.

    >>> legal("уран\\x00\\ud800 и\\tнефть")
    'уран и\\tнефть'
    """
    return ILLEGAL.sub("", text).encode("utf-16-le", "ignore").decode("utf-16-le")


def cut(text: str, most: int) -> str:
    """The text, at most so many UTF-16 units of it, which is how office programs count letters.

    >>> cut("уран", 3), cut("🌍🌍", 3)
    ('ура', '🌍')
    """
    return text.encode("utf-16-le")[: 2 * most].decode("utf-16-le", "ignore")


def address(url: str | None) -> str | None:
    """The address where it may be a link: http and https, nothing that a program would run or open on the disk.

    >>> address("https://example.org/1"), address("javascript:alert(1)"), address("file:///etc/passwd"), address(None)
    ('https://example.org/1', None, None, None)
    """
    if not url or len(url) > ADDRESS or re.search(r"[\s\x00-\x1f]", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
