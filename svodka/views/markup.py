"""Safe HTML: text of articles is escaped character by character, the tags are ours alone."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple


class Mark(NamedTuple):
    """A stretch of a text to highlight; `kind` becomes a class, `colour` (if any) the underline, `title` the tooltip."""

    start: int
    stop: int
    kind: str = "found"
    title: str = ""


def marked(text: str, marks: Iterable[Mark]) -> str:
    """The escaped text with `<mark>` around the stretches; of two that overlap the one that starts first, then the longer, is shown.

    >>> marked("нефть < газ", [Mark(0, 5)])
    '<mark class="found">нефть</mark> &lt; газ'
    """
    pieces, at = [], 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.stop)):
        if mark.start < at:
            continue
        title = f' title="{escape(mark.title)}"' if mark.title else ""
        pieces.append(escape(text[at : mark.start]))
        pieces.append(f'<mark class="{escape(mark.kind)}"{title}>{escape(text[mark.start : mark.stop])}</mark>')
        at = mark.stop
    pieces.append(escape(text[at:]))
    return "".join(pieces)


def joined(parts: Sequence[str | None], separator: str = " · ") -> str:
    """The parts that say something, escaped and joined."""
    return separator.join(escape(part) for part in parts if part)


MARKDOWN_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]()<>#+-.!|~:$&"})


def literal(text: str) -> str:
    """A text of an article or a link as Markdown that shows its characters, for labels that Streamlit renders as Markdown.

    >>> print(literal("$1 — :red[x]"))
    \\$1 — \\:red\\[x\\]
    """
    return text.translate(MARKDOWN_SIGNS)
