"""Small parts of the screens: what a pick shows, what a headline says, how a link and the session agree."""

import pandas as pd
import pytest
import tiny

from svodka.analysis import authors, investment, overview, resources
from svodka.analysis.selection import Selection
from svodka.charts import style
from svodka.views import headlines, link, picks
from svodka.views.show import html_table
from svodka.views.switch import Voice
from svodka.wording import words

ALL = Selection()
RU, EN = words("ru"), words("en")


@pytest.fixture(scope="module")
def corpus():
    return tiny.corpus()


@pytest.mark.parametrize("picked", [None, "", "nothing", "nothing|nobody"])
def test_an_unknown_pick_falls_back_to_the_first_row(corpus, picked):
    counts = resources.by_voice(corpus, ALL)
    behind = picks.of_concept(corpus, ALL, counts, picked, RU, "resources")
    assert behind.hint
    assert behind.found.places == counts["total"].iloc[0]


def test_a_picked_part_shows_the_words_of_that_voice_only(corpus):
    counts = resources.by_voice(corpus, ALL)
    for row in counts.itertuples():
        behind = picks.of_concept(corpus, ALL, counts, f"{row.concept}|{row.voice_id}", RU, "resources")
        assert behind.found.places == row.mentions
        assert set(behind.found.rows["voice_id"]) == {row.voice_id}
        assert not behind.hint


def test_a_picked_pair_names_both(corpus):
    counts = resources.by_voice(corpus, ALL)
    company = resources.named_with(corpus, ALL)
    row = company.iloc[0]
    behind = picks.of_concept(corpus, ALL, counts, f"{row['concept']}|{row['other']}", RU, "resources", company)
    assert behind.found.passages == row["passages"]
    assert " + " in behind.title


def test_a_picked_amount_and_a_picked_group(corpus):
    amounts, groups = investment.amounts(corpus, ALL), investment.by(corpus, ALL, "status")
    one = amounts["quantity_id"].iloc[-1]
    assert picks.of_amount(corpus, amounts, one, RU, "investment", groups).found.sentences == 1
    signed = groups[groups["key"] == "signed"].iloc[0]
    assert picks.of_amount(corpus, amounts, "signed", RU, "investment", groups).found.places >= signed["amounts"]


@pytest.mark.parametrize(("say", "start"), [(RU, "Самая крупная сумма"), (EN, "The largest amount")])
def test_headline_of_investment(corpus, say, start):
    title, lead = headlines.investment(investment.amounts(corpus, ALL), style.light(say))
    assert title.startswith(start)
    assert "20" in title
    assert lead


@pytest.mark.parametrize("say", [RU, EN])
def test_headlines_of_nothing_say_what_to_do(corpus, say):
    nothing = Selection(voices=("nobody",))
    told = [
        headlines.investment(investment.amounts(corpus, nothing), style.light(say)),
        headlines.resources(resources.totals(corpus, nothing), say),
        headlines.themes(overview.coverage(corpus, nothing), say),
    ]
    assert [lead for _, lead in told] == [say("empty.do")] * 3


@pytest.mark.parametrize(
    ("names", "joined"),
    [(["уран"], "уран"), (["уран", "уголь", "газ"], "уран, уголь и газ"), (["наука и вузы", "газ"], "наука и вузы; газ")],
)
def test_names_are_joined_as_the_language_does(names, joined):
    assert headlines._and(names, RU) == joined


def test_headline_of_an_author_names_what_is_distinct(corpus):
    profile = authors.profile(corpus, ALL, ["expert"])
    profile = profile.assign(distinct=profile.index == 0)
    title, lead = headlines.author(Voice("expert", "Эксперт", "Эксперт", "expert", 1, 30, ""), profile, RU)
    top = profile.iloc[0]
    assert (top["label_ru"].lower() in title.lower()) == (top["delta"] > 0)
    assert "30\u00a0слов" in lead


def test_a_table_is_escaped_and_written_in_the_language():
    shown = pd.DataFrame({"Голос": ["<b>x</b>", None], "Доля": [1234.5, float("nan")], "Да": [True, False]})
    page = html_table(shown, RU)
    assert "&lt;b&gt;x&lt;/b&gt;" in page
    assert "1234,50" in page
    assert page.count("<td></td>") == 3
    assert html_table(pd.DataFrame({"n": range(301)}), RU).count("<tr>") == 301


def test_every_key_of_a_link_belongs_to_a_page_or_to_all():
    pages = {"overview", "investment", "resources", "authors", "themes", "reader", "method", "claims"}
    assert {key.split(".")[0] for key in link.LINKED} <= pages | {"lang", "filter"}
    for page in pages:
        names = [name for key, (name, _) in link.LINKED.items() if link._belongs(key, page)]
        assert len(names) == len(set(names)), "two keys of one page would share a parameter"
