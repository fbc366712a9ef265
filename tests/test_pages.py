"""Every page runs in both languages, with filters that leave little and filters that leave nothing."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from svodka.knowledge import ROOT

PAGES = [
    "overview", "map", "investment", "resources", "claims", "authors", "themes", "words", "search", "reader", "method", "briefing"
]  # fmt: skip
WITHOUT_CHARTS = ("reader", "method", "search", "briefing")


def opened(page: str, built, monkeypatch, **state) -> AppTest:
    """The page as a visitor finds it, with a state of the session."""
    monkeypatch.setenv("SVODKA_TABLES", str(built))
    monkeypatch.setenv("SVODKA_BRIEFINGS", str(built.parent / "briefings.sqlite"))
    app = AppTest.from_file(str(ROOT / "svodka/views/main.py"), default_timeout=60)
    for key, value in state.items():
        app.session_state[key] = value
    app.run()
    if page != "overview":
        app.switch_page(str(ROOT / f"pages/{page}.py")).run()
    return app


def said(app: AppTest) -> str:
    """Everything the page says in HTML, tags removed."""
    return re.sub(r"<[^>]+>", " ", " ".join(element.proto.body for element in app.get("html")))


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_page(page, language, built, monkeypatch):
    app = opened(page, built, monkeypatch, lang=language)
    assert not app.exception
    if page not in WITHOUT_CHARTS:
        assert app.get("plotly_chart")


@pytest.mark.parametrize("page", PAGES)
def test_empty_selection(page, built, monkeypatch, seeds):
    """A quoted voice and a resource it does not name leave nothing: the page says why and what to do."""
    pair = seeds.query(
        "SELECT voice_id, concept FROM voices, concepts WHERE kind = 'resource' AND role = 'quoted' "
        "AND (voice_id, concept) NOT IN (SELECT voice_id, concept FROM mentions) AND concept IN (SELECT concept FROM mentions) LIMIT 1"
    ).iloc[0]
    app = opened(page, built, monkeypatch, lang="ru", **{"filter.voices": [pair["voice_id"]], "filter.resources": [pair["concept"]]})
    assert not app.exception
    if page not in WITHOUT_CHARTS:
        assert "Уберите один из фильтров" in said(app)


@pytest.mark.parametrize("page", ["investment", "resources", "authors", "themes"])
def test_table_instead_of_chart(page, built, monkeypatch):
    app = opened(page, built, monkeypatch, lang="ru")
    toggle = next(toggle for toggle in app.toggle if toggle.key.endswith(".table"))
    before = len(app.get("plotly_chart"))
    toggle.set_value(True).run()
    assert not app.exception
    assert sum('class="sv-table"' in element.proto.body for element in app.get("html")) == 1
    assert len(app.get("plotly_chart")) == before - 1


def test_a_filter_that_the_corpus_does_not_know_is_said_and_dropped(built, monkeypatch):
    app = opened("overview", built, monkeypatch, lang="ru", **{"filter.themes": ["energy", "<b>nothing</b>"]})
    assert not app.exception
    assert app.session_state["filter.themes"] == ["energy"]
    assert "&lt;b&gt;nothing&lt;/b&gt;" in " ".join(element.proto.body for element in app.get("html"))


def test_questions_do_not_count_for_the_expert(built, monkeypatch, seeds):
    """«редкоземельных металлах» in badamov.txt is the journalist's word."""
    found = seeds.query("SELECT role FROM mentions JOIN voices USING (voice_id) WHERE article_id = 'badamov' AND concept = 'rare_earths'")
    assert list(found["role"]) == ["interviewer"]


def test_picked_amount_shows_its_sentence(built, monkeypatch, seeds):
    amount = seeds.query(
        "SELECT quantity_id, text FROM quantities WHERE article_id = 'yolchuev' AND kind = 'money' ORDER BY start LIMIT 1"
    ).iloc[0]
    app = opened("investment", built, monkeypatch, lang="ru", **{"investment.pick": f"amounts:{amount['quantity_id']}"})
    assert not app.exception
    marks = re.findall(r'<mark class="found">([^<]+)</mark>', " ".join(element.proto.body for element in app.get("html")))
    told = "SELECT claim_id FROM claim_quantities WHERE quantity_id = $id"
    same = seeds.query(
        f"SELECT text FROM quantities JOIN claim_quantities USING (quantity_id) WHERE claim_id IN ({told})", {"id": amount["quantity_id"]}
    )
    assert amount["text"] in marks
    assert sorted(marks) == sorted(same["text"])


def test_picked_claim_shows_every_sentence_and_what_it_is_not(built, monkeypatch, seeds):
    claim = seeds.query("SELECT claim_id, sources FROM claims WHERE verdict = 'incomparable' LIMIT 1").iloc[0]
    app = opened("claims", built, monkeypatch, lang="ru", **{"claims.pick": f"ledger:{claim['claim_id']}"})
    assert not app.exception
    assert "Источник один, как факт повторять нельзя" in said(app)
    assert "То же число, но различается: статус" in said(app)
