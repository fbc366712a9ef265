"""Text of articles is data: every character of it shows as itself."""

import pytest

from svodka.views.markup import Mark, literal, marked


@pytest.mark.parametrize(
    ("text", "marks", "html"),
    [
        ("уран & нефть", [Mark(0, 4), Mark(7, 12, "money")], '<mark class="found">уран</mark> &amp; <mark class="money">нефть</mark>'),
        ("<img src=x>", [], "&lt;img src=x&gt;"),
        ("<b>уран</b>", [Mark(3, 7)], '&lt;b&gt;<mark class="found">уран</mark>&lt;/b&gt;'),
        ("зелёный водород", [Mark(8, 15), Mark(0, 15)], '<mark class="found">зелёный водород</mark>'),  # the longer one is shown
        ("уран", [Mark(0, 4, title='"><script>')], '<mark class="found" title="&quot;&gt;&lt;script&gt;">уран</mark>'),
        ("", [], ""),
    ],
)
def test_marked(text, marks, html):
    assert marked(text, marks) == html


@pytest.mark.parametrize("text", ["![x](http://a.b/c.png)", ":red[x]", "$a$", "~~x~~", "<b>", "`x`", "1. x", "# x", ":smile:", "a_b_c"])
def test_literal_escapes_every_sign_of_markdown(text):
    escaped = literal(text)
    assert escaped.replace("\\", "") == text
    assert all(escaped[at - 1] == "\\" for at, sign in enumerate(escaped) if sign in "![]():$~<>`#_")
