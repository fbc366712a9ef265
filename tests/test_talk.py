"""The talk as a page: what is on every screen, and that no text of an article becomes markup."""

import json
import re
from datetime import date

import pytest
import tiny

from svodka.briefing import slides
from svodka.briefing.item import Briefing, Item, Shot
from svodka.export import talk
from svodka.export.talk import screens
from svodka.wording import words

RU = words("ru")
ITEMS = (
    Item("1", "section", title="Недра </script><b>x</b>"),
    Item("2", "chart", "overview.resources", note="сказать про уран\nи про уголь"),
    Item("3", "table", "overview.resources"),
    Item("4", "claim", "overview.resources", mark="uranium"),
)


@pytest.fixture(scope="module")
def deck():
    corpus = tiny.corpus()
    said = corpus.query("SELECT text FROM articles WHERE article_id = 'news'")["text"].iloc[0].split("\n")[0]
    quote = Item("5", "quote", mark="news:0", shot=Shot("ru", "Автор", said))
    return slides.deck(corpus, Briefing("x", "Доклад <i>", (*ITEMS, quote)), RU, date(2026, 1, 31))


@pytest.fixture(scope="module")
def page(deck):
    return talk.page(deck).decode()


def test_a_screen_an_item_with_title_and_sources(deck, page):
    assert len(re.findall(r'<section class="slide ', page)) == len(deck.slides) + 2
    for slide in deck.slides:
        assert screens.escape(slide.title if slide.kind != "quote" else slide.text) in page


def test_every_mark_carries_its_sentences(deck, page):
    chart = deck.slides[1]
    for ground in chart.grounds:
        part = re.search(rf'<div data-mark="{re.escape(ground.mark)}">(.*?)</div>', page).group(1)
        assert part.count("<blockquote>") == len(ground.quotes)


def test_the_chart_is_the_one_of_the_screen(deck, page):
    kept = re.search(r'class="figure" data-for="2-0">(.*?)</script>', page).group(1)
    assert json.loads(kept)["data"] == json.loads(deck.slides[1].exhibit.draw().to_json())["data"]


def test_notes_are_not_on_the_screen(page):
    assert '<template class="note"><p>сказать про уран</p><p>и про уголь</p></template>' in page


def test_text_is_never_markup(page):
    assert "<b>x</b>" not in page
    assert "<i>" not in page.replace('<div class="bar"><i></i></div>', "")
    assert page.count("</script>") == page.count("<script")


def test_nothing_is_fetched_from_elsewhere(page):
    assert not re.findall(r'(?:src|href)=["\']?(?:https?:)?//', page)


def test_marks_in_a_sentence_that_overlap_or_run_long():
    quote = tiny.quote("а" * 30 + " " + "слово " * 200, ((0, 3), (2, 5)))
    told = screens.marked(quote)
    assert told.startswith("<mark>ааа</mark>")
    assert told.count("<mark>") == 1
    assert told.endswith("…")
    assert len(told) < 500


@pytest.mark.parametrize(("asked", "kept"), [("16:9", "16 / 9"), ("4:3", "4 / 3"), ('"><script>', "16 / 9")])
def test_ratio(deck, asked, kept):
    page = talk.page(deck, asked).decode()
    assert f"--ratio:{kept};" in page
    assert '"><script>"' not in page
