"""Small parts of the screens: tables, and how a link and the session agree."""

import pandas as pd

from svodka.analysis.selection import Selection
from svodka.views import frame, link
from svodka.views.parts import html_table
from svodka.wording import words

RU = words("ru")


def test_a_table_is_escaped_and_written_in_the_language():
    shown = pd.DataFrame({"Голос": ["<b>x</b>", None], "Доля": [1234.5, float("nan")], "Да": [True, False]})
    page = html_table(shown, RU)
    assert "&lt;b&gt;x&lt;/b&gt;" in page
    assert "1234,50" in page
    assert page.count("<td></td>") == 3
    assert html_table(pd.DataFrame({"n": range(301)}), RU).count("<tr>") == 301


def test_every_key_of_a_link_belongs_to_a_page_or_to_all():
    pages = {name for listed in frame.SECTIONS.values() for name, _ in listed}
    assert {key.split(".")[0] for key in link.LINKED} <= pages | {"lang", "filter"}
    for page in pages:
        names = [name for key, (name, _) in link.LINKED.items() if link._belongs(key, page)]
        assert len(names) == len(set(names)), "two keys of one page would share a parameter"


def test_a_link_to_an_item_carries_filters_switches_and_mark():
    found = link.to("investment", Selection(themes=("energy", "transport")), {"scale": "linear", "by": "status"}, "amounts:a:1-2")
    assert found == {"theme": ["energy", "transport"], "scale": ["linear"], "pick": ["amounts:a:1-2"]}
