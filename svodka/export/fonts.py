"""The typefaces of the house inside a file that must be readable anywhere: @font-face rules with the font itself in them."""

import re
import tomllib
from base64 import b64encode
from functools import cache
from typing import NamedTuple

from svodka.knowledge import ROOT

# The application and the files it writes are set in the same faces: they are declared once.
DECLARED = ROOT / ".streamlit/config.toml"
FILES = ROOT / "svodka/views/static/fonts"
BLOCK = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")


class Face(NamedTuple):
    """One file of a typeface: its family, weight and style, and the characters it has, as CSS writes them."""

    family: str
    weight: str
    style: str
    range: str
    file: str

    def has(self, character: str) -> bool:
        """Whether a character is in its range."""
        blocks = ((first, last or first) for first, last in BLOCK.findall(self.range))
        return any(int(first, 16) <= ord(character) <= int(last, 16) for first, last in blocks)

    def rule(self) -> str:
        """Its @font-face rule, with the file in it."""
        data = b64encode((FILES / self.file).read_bytes()).decode("ascii")
        return (
            f'@font-face{{font-family:"{self.family}";font-weight:{self.weight};font-style:{self.style};'
            f"unicode-range:{self.range};src:url(data:font/woff2;base64,{data}) format('woff2')}}"
        )


def rules(text: str, families: tuple[str, ...] = ("PT Sans", "PT Serif"), styles: tuple[str, ...] = ("normal",)) -> str:
    """The @font-face rules of those faces that a text needs: what has none of its characters is left out."""
    characters = set(text)
    wanted = (face for face in _faces() if face.family in families and face.style in styles)
    return "\n".join(face.rule() for face in wanted if any(map(face.has, characters)))


@cache
def _faces() -> tuple[Face, ...]:
    declared = tomllib.loads(DECLARED.read_text(encoding="utf-8"))["theme"]["fontFaces"]
    return tuple(
        Face(face["family"], face["weight"], face["style"], face["unicodeRange"], face["url"].rpartition("/")[2]) for face in declared
    )
