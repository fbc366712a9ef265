"""Sentences as HTML: the text escaped, the tags ours alone."""

from collections.abc import Iterable
from html import escape


def marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """The escaped text with `<mark>` around the stretches; of two that overlap the first is shown.

    >>> marked("нефть < газ", [(0, 5)])
    '<mark>нефть</mark> &lt; газ'
    """
    pieces, at = [], 0
    for start, stop in sorted(marks):
        if start >= at:
            pieces += [escape(text[at:start]), f"<mark>{escape(text[start:stop])}</mark>"]
            at = stop
    return "".join([*pieces, escape(text[at:])])
