"""The dossier opened from the disk with the network off: it draws, shows the sentence behind a mark, searches, prints, gives pictures."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from svodka.briefing import slides
from svodka.briefing.item import Briefing, Item
from svodka.export import dossier
from svodka.wording import words

ITEMS = (
    Item("1", "section", title="Ресурсы"),
    Item("2", "chart", "overview.resources", note="Спросят про уран"),
    Item("3", "chart", "overview.coverage"),
    Item("4", "claim", "overview.resources", mark="uranium"),
)


@pytest.fixture(scope="module")
def deck(seeds) -> slides.Deck:
    return slides.deck(seeds, Briefing("b", "Доклад", ITEMS), words("ru"), date(2026, 1, 15))


@pytest.fixture(scope="module")
def file(deck, tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("dossier") / "доклад.html"
    path.write_bytes(dossier.page(deck))
    return path


class Opened:
    """The file in a tab that has no network, and what went wrong there or was asked of others."""

    def __init__(self, page: Page, file: Path):
        self.page = page
        self.wrong: list[str] = []
        page.on("console", lambda message: self.wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.wrong.append(str(error)))
        page.on("request", lambda asked: self.wrong.append(asked.url) if not asked.url.startswith(("file:", "data:", "blob:")) else None)
        page.goto(file.as_uri())
        page.locator("#i2 .main-svg").first.wait_for()

    def click(self, target: Locator) -> None:
        """Click a mark as a hand does: the drawing lies under a layer that takes the clicks of the whole chart."""
        target.evaluate("node => node.scrollIntoView({block: 'center', behavior: 'instant'})")
        box = target.bounding_box()
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.page.wait_for_timeout(250)
        self.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    def opened(self, item: str) -> list[str]:
        """The marks whose sentences are in sight."""
        return self.page.locator(f"{item} .ground[open]:not([hidden])").evaluate_all("all => all.map(one => one.dataset.mark)")


def tab(browser: Browser, file: Path, **options) -> Opened:
    context = browser.new_context(**{"viewport": {"width": 1366, "height": 768}, "locale": "ru-RU", "color_scheme": "light"} | options)
    context.set_offline(True)
    return Opened(context.new_page(), file)


@pytest.fixture
def opened(browser, file) -> Iterator[Opened]:
    made = tab(browser, file)
    yield made
    made.page.context.close()


def test_it_opens_without_a_network_and_draws(opened):
    opened.page.locator("#i3").scroll_into_view_if_needed()
    opened.page.locator("#i3 .main-svg").first.wait_for()
    assert opened.page.locator("h1").inner_text() == "Доклад"
    assert opened.wrong == []


def test_a_click_on_a_mark_opens_its_sentences(opened, deck):
    second = deck.slides[1].grounds[1]
    assert opened.opened("#i2") == [deck.slides[1].grounds[0].mark]
    opened.click(opened.page.locator("#i2 .plot .trace.bars").last.locator(".point path").nth(1))
    opened.page.locator("#i2 .ground.picked").wait_for()
    assert opened.opened("#i2") == [second.mark]
    assert opened.page.locator("#i2 .picked .sentence").first.inner_text() == second.quotes[0].text
    assert opened.wrong == []


def test_a_click_on_a_disc_opens_what_one_voice_says(opened):
    opened.page.locator("#i3").scroll_into_view_if_needed()
    opened.page.locator("#i3 .main-svg").first.wait_for()
    opened.click(opened.page.locator("#i3 .plot .scatterlayer .point").first)
    picked = opened.page.locator("#i3 .ground.picked")
    picked.wait_for()
    assert "|" in picked.get_attribute("data-mark")
    assert len(set(picked.locator("figcaption b").all_inner_texts())) == 1


def test_search_counts_and_leads_to_the_item(opened, deck):
    quotes = {(quote.article_id, quote.start): quote for slide in deck.slides for quote in slide.quotes}
    cited = sum("уран" in quote.text.lower() for quote in quotes.values())
    opened.page.locator("[type=search]").fill("УРАН")
    opened.page.locator("#hits .quote").first.wait_for()
    found = opened.page.locator("#hits .sentence").all_inner_texts()
    assert len(found) >= cited > 3
    assert all("уран" in text.lower() for text in found)
    assert re.sub(r"\D", "", opened.page.locator(".found").inner_text()) == str(len(found))
    assert {text.lower() for text in opened.page.locator("#hits .sentence mark").all_inner_texts()} == {"уран"}
    opened.page.locator("#hits .way a").first.click()
    assert opened.page.url.rpartition("#")[2].startswith("i")
    opened.page.locator("[type=search]").fill("ничегоподобного")
    opened.page.locator("#hits .quote").first.wait_for(state="detached")
    assert opened.page.locator(".found").inner_text() == words("ru")("search.nothing")


def test_notes_and_neighbours_are_switched(opened):
    note, around = opened.page.locator("#i2 .note"), opened.page.locator("#i2 .ground[open] .around").first
    assert (note.is_visible(), around.is_visible()) == (True, False)
    opened.page.locator("[data-show=notes]").uncheck()
    opened.page.locator("[data-show=around]").check()
    assert (note.is_visible(), around.is_visible()) == (False, True)


@pytest.mark.parametrize("kind", ["png", "svg"])
def test_a_chart_is_saved_as_a_picture(opened, kind, tmp_path):
    with opened.page.expect_download() as waiting:
        opened.page.locator(f"#i2 [data-picture={kind}]").click()
    waiting.value.save_as(tmp_path / "picture")
    made = (tmp_path / "picture").read_bytes()
    if kind == "png":
        assert made.startswith(b"\x89PNG")
        assert int.from_bytes(made[16:20]) == 2400
    else:
        assert "Самые называемые ресурсы</text>" in made.decode()
    assert opened.wrong == []


def test_by_night_the_charts_are_dark_and_on_paper_light(browser, file):
    made = tab(browser, file, color_scheme="dark")
    page = made.page
    name = "#i2 .plot .textpoint text, #i2 .plot .text text"
    ink = "([node]) => getComputedStyle(node).fill"
    night, sheet = page.locator(name).evaluate_all(ink), page.locator("body").evaluate("node => getComputedStyle(node).backgroundColor")
    assert (night, sheet) == ("rgb(233, 229, 219)", "rgb(21, 24, 28)")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(name).evaluate_all(ink) == "rgb(34, 38, 43)"
    assert page.locator(".ground:not([data-waits]):not([open])").count() == 0
    assert page.locator("#i3 .main-svg").first.evaluate("node => node.getBoundingClientRect().width") == 672
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen", color_scheme="dark")
    assert len(made.opened("#i2")) == 1
    assert made.wrong == []
    page.context.close()


def test_a_phone_needs_no_sideways_scrolling(browser, file):
    made = tab(browser, file, viewport={"width": 390, "height": 844})
    assert made.page.evaluate("document.documentElement.scrollWidth") == 390
    made.page.context.close()
