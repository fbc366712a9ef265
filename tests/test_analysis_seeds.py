"""The answers on the five articles: what can be checked by reading them, and that a bar leads to as many places as it counts."""

import pytest
from tiny import rows

from svodka.analysis import authors, evidence, investment, options, quotes, reading, resources
from svodka.analysis.selection import Selection


def test_a_question_is_not_the_experts_emphasis(seeds):
    counted = resources.by_voice(seeds, Selection(articles=("badamov",)))
    assert "rare_earths" not in set(counted["concept"])
    asked = resources.by_voice(seeds, Selection(articles=("badamov",), roles=("interviewer",)))
    assert rows(asked[asked["concept"] == "rare_earths"], "role", "mentions") == [("interviewer", 1)]


@pytest.mark.parametrize("kind", ["resource", "theme", "place"])
def test_a_bar_leads_to_the_places_it_counts(seeds, kind):
    counted = resources.by_voice(seeds, Selection(), kind=kind)
    for row in counted[:: len(counted) // 6].itertuples():
        found = evidence.of_mentions(seeds, Selection(), [row.concept], [row.voice_id], limit=1_000)
        assert (found.places, found.passages, found.articles) == (row.mentions, row.passages, row.articles)
        assert sum(map(len, found.rows["marks"])) == row.mentions
        assert set(found.rows["voice_id"]) == {row.voice_id}


def test_two_concepts_lead_to_the_passages_that_name_both(seeds):
    for row in resources.named_with(seeds, Selection(), ["uranium"]).head(4).itertuples():
        assert evidence.of_together(seeds, Selection(), "uranium", row.other).passages == row.passages


def test_amounts_as_stated(seeds):
    amounts = investment.amounts(seeds, Selection())
    pledge = amounts[amounts["unit"] == "JPY"]
    assert rows(pledge, "text", "shape", "usd_by", "usd_high") == [("до 3 трлн иен", "up_to", "stated", 20e9)]
    assert list(pledge["restated"]) == [["порядка $20 млрд"]]
    vague = amounts[amounts["reason"] == "vague"]
    assert "млрд вложения" in set(vague["text"])
    assert amounts["value"].is_monotonic_decreasing or amounts["value"].isna().any()
    assert list(amounts["value"].dropna()) == sorted(amounts["value"].dropna(), reverse=True)


def test_the_middle_corridor_and_who_speaks_of_it(seeds):
    found = evidence.of_mentions(seeds, Selection(), ["middle_corridor"])
    assert set(found.rows["article_id"]) == {"badamov", "kasenov", "velizade", "yolchuev"}
    assert {"Транскаспийского международного транспортного маршрута", "Срединный коридор (ТМТМ)"} <= {
        row.text[start:stop] for row in found.rows.itertuples() for start, stop in row.marks
    }


def test_what_a_voice_stresses_it_says(seeds):
    for voice in authors.voices(seeds, Selection()).query("role in ('author', 'expert')").itertuples():
        told = quotes.quotes(seeds, Selection(), [voice.voice_id], limit=3).rows
        assert len(told) == 3
        assert set(told["voice_id"]) == {voice.voice_id}


def test_an_article_is_read_whole(seeds):
    for article_id in options.articles(seeds)["id"]:
        read = reading.article(seeds, article_id)
        paragraphs = read.stretches.groupby("passage")["text"].sum()
        assert list(paragraphs) == [line.strip() for line in read.article["text"].splitlines() if line.strip()]
        assert len(read.segments) > 20
