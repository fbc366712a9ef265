"""The talk, driven by keys in a real browser."""

from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from conftest import serving

from svodka.briefing.item import Item
from svodka.briefing.store import Store


@pytest.fixture(scope="module")
def address(built, tmp_path_factory):
    """A server with a briefing of a section and two charts, and the address of its talk."""
    store = Store(tmp_path_factory.mktemp("briefings") / "briefings.sqlite")
    made = store.create("Доклад", "2026-01-01")
    items = (
        Item("1", "section", title="Деньги", note="начать с цифр"),
        Item("2", "chart", "investment.amounts", note="спросят о курсе"),
        Item("3", "chart", "overview.resources"),
    )
    store.change(made.briefing_id, lambda found: found._replace(items=items), "2026-01-01")
    with serving(built, SVODKA_BRIEFINGS=str(store.path)) as server:
        yield f"{server}/talk/{made.briefing_id}"


@pytest.fixture
def tab(browser):
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    page.wrong, page.outside = [], []
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.on("console", lambda message: page.wrong.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: page.outside.append(request.url) if "127.0.0.1" not in request.url else None)
    yield page
    assert page.wrong == []
    assert page.outside == []
    context.close()


def at(page) -> str:
    return page.locator(".count").inner_text()


def test_keys(tab, address):
    tab.goto(address)
    tab.wait_for_selector(".slide.now")
    assert at(tab) == "1 / 5"
    for key, place in [("ArrowRight", "2 / 5"), ("Space", "3 / 5"), ("ArrowLeft", "2 / 5"), ("End", "5 / 5"), ("ArrowRight", "5 / 5"),
                       ("Home", "1 / 5"), ("PageDown", "2 / 5")]:  # fmt: skip
        tab.keyboard.press(key)
        assert at(tab) == place, key
    assert tab.url.endswith("#2")
    tab.keyboard.press("b")
    assert tab.locator(".black.on").count() == 1
    tab.keyboard.press("b")
    assert tab.locator(".black.on").count() == 0


def test_evidence_of_the_slide_and_of_a_mark(tab, address):
    tab.goto(f"{address}#3")
    tab.wait_for_selector(".slide.now .main-svg")
    tab.keyboard.press("e")
    every = tab.locator(".evidence.open blockquote").count()
    assert every >= 5
    tab.keyboard.press("Escape")
    assert tab.locator(".evidence.open").count() == 0
    tab.wait_for_timeout(300)
    bar = tab.locator(".slide.now .bars .point path").last.bounding_box()
    tab.mouse.move(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    tab.wait_for_timeout(300)
    tab.mouse.click(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    tab.wait_for_selector(".evidence.open")
    assert 1 <= tab.locator(".evidence.open blockquote").count() < every
    assert tab.locator(".evidence.open mark").count() >= 1


def test_ratio_and_theme_change_under_the_hand(tab, address):
    tab.goto(f"{address}#2")
    tab.wait_for_selector(".slide.now")
    shape = "(() => { const box = document.querySelector('.stage').getBoundingClientRect(); return box.width / box.height; })()"
    assert abs(tab.evaluate(shape) - 16 / 9) < 0.01
    tab.keyboard.press("r")
    assert abs(tab.evaluate(shape) - 4 / 3) < 0.01
    paper = "getComputedStyle(document.querySelector('.stage')).backgroundColor"
    light = tab.evaluate(paper)
    tab.keyboard.press("t")
    tab.wait_for_url("**theme=dark**")
    tab.wait_for_selector(".slide.now")
    assert tab.evaluate(paper) != light
    assert at(tab) == "2 / 5"
    tab.keyboard.press("?")
    assert tab.locator(".help.on dt").count() >= 10


def test_the_letter_keys_work_in_a_russian_layout(tab, address):
    tab.goto(f"{address}#3")
    tab.wait_for_selector(".slide.now .main-svg")
    tab.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'у', code: 'KeyE', bubbles: true}))")
    assert tab.locator(".evidence.open").count() == 1


def test_notes_follow_in_a_second_window(tab, address):
    tab.goto(f"{address}#2")
    tab.wait_for_selector(".slide.now")
    with tab.context.expect_page() as opened:
        tab.keyboard.press("n")
    notes = opened.value
    notes.wait_for_selector(".notes h1")
    assert "начать с цифр" in notes.locator(".notes .note").inner_text()
    tab.keyboard.press("ArrowRight")
    notes.wait_for_function("document.querySelector('.notes .note').textContent.includes('спросят о курсе')")
    assert notes.locator(".notes .behind blockquote").count() >= 5
    notes.keyboard.press("ArrowRight")
    tab.wait_for_function("document.querySelector('.count').textContent.startsWith('4')")


@pytest.mark.parametrize(("ratio", "size"), [("16:9", (1366, 768)), ("4:3", (1024, 768)), ("16:9", (1920, 1080)), ("16:9", (800, 1000))])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_everything_stays_on_the_stage(tab, address, ratio, size, theme):
    tab.set_viewport_size({"width": size[0], "height": size[1]})
    tab.goto(f"{address}?ratio={ratio}&theme={theme}")
    tab.wait_for_selector(".slide.now")
    for _ in range(5):
        tab.wait_for_timeout(150)
        over = tab.evaluate(
            """() => { const stage = document.querySelector('.stage').getBoundingClientRect();
            return [...document.querySelectorAll('.slide.now h1, .slide.now p, .slide.now blockquote, .slide.now .main-svg, .slide.now li')]
                .filter(node => { const box = node.getBoundingClientRect();
                    return box.width && (box.right > stage.right + 1 || box.left < stage.left - 1 || box.bottom > stage.bottom + 1); })
                .map(node => node.textContent.slice(0, 50)); }"""
        )
        assert over == []
        tab.keyboard.press("ArrowRight")


def test_an_unknown_briefing_says_so(address):
    with pytest.raises(HTTPError, match="404") as error:
        urlopen(address.rsplit("/", 1)[0] + "/nothing")
    assert "Такого доклада нет" in error.value.read().decode()


def test_the_talk_is_closed_to_other_sites(address):
    with urlopen(address) as answer:
        assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
