"""The dashboard as a visitor uses it, in a real browser."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from conftest import serving
from openpyxl import load_workbook

PAGES = ["", "map", "investment", "resources", "claims", "authors", "themes", "words", "search?q=экономика", "reader", "method", "briefing"]
LATIN = re.compile(r"\b[A-Za-z]{3,}\b")


def click(visit, card: str, trace: str, number: int = 0) -> None:
    """Click a mark of a chart as a hand would: go there, wait, press."""
    mark = visit.page.locator(f".st-key-{card} .js-plotly-plot {trace}").nth(number)
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    visit.page.mouse.move(x, y)
    visit.page.wait_for_timeout(300)
    visit.page.mouse.click(x, y)
    visit.page.wait_for_timeout(500)
    visit.settle()


def evidence(visit, page: str) -> tuple[list[str], list[str]]:
    """The quoted sentences of the drawer and the words marked in them."""
    drawer = visit.page.locator(f".st-key-evidence-{page}")
    return drawer.locator("blockquote").all_inner_texts(), drawer.locator("blockquote mark").all_inner_texts()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.partition("?")[0] or "overview")
def test_direct_link_on_a_cold_server(page, built, browser):
    """The first visit after a start is a deep link: the page stands whole, nothing fails, nothing leaves the machine."""
    from conftest import Visit

    with serving(built) as address:
        context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="ru-RU")
        visit = Visit(context.new_page(), address).open(f"/{page}")
        assert visit.page.locator("h1").count() >= 1
        assert visit.page.locator(".st-key-menu").get_by_role("link", name="Инвестиции").count() == 1
        assert visit.errors == []
        assert visit.outside == []
        context.close()


@pytest.mark.parametrize(("page", "card", "trace"), [
    ("investment", "card-investment-amounts", ".bars .point path"),
    ("resources", "card-resources-by_voice", ".bars .point path"),
    ("claims", "card-claims-ledger", ".bars .point path"),
    ("authors", "card-authors-profile", ".bars .point path"),
    ("themes", "card-themes-by_voice", ".scatterlayer .points path"),
    ("words", "card-words-bars", ".bars .point path"),
    ("map", "card-map-countries", ".scattergeo .point"),
])  # fmt: skip
def test_click_leads_to_the_sentence_and_the_article(visit, page, card, trace):
    visit.open(f"/{page}")
    click(visit, card, trace)
    assert "pick=" in visit.page.url
    sentences, marks = evidence(visit, page)
    assert sentences
    assert marks
    assert any(marks[0] in sentence for sentence in sentences)
    visit.page.locator(f".st-key-evidence-{page}").get_by_role("link", name="читать в статье").first.click()
    visit.page.wait_for_url("**/reader?**")
    visit.settle()
    asked = visit.page.locator("#sv-at")
    assert " ".join(asked.inner_text().split()) == " ".join(sentences[0].split())
    assert asked.evaluate("node => { const box = node.getBoundingClientRect(); return box.top > 0 && box.top < innerHeight }")
    assert visit.errors == []
    assert visit.outside == []


def test_lines_of_a_search_leave_as_files(visit):
    visit.open("/search?q=экономика")
    lines = visit.page.locator(".sv-kwic a, a.sv-go").count()
    for kind in ("CSV", "XLSX"):
        with visit.page.expect_download(timeout=30_000) as waiting:
            visit.page.locator(f".st-key-search-lines-{kind.lower()}").get_by_role("button").click()
        content = Path(waiting.value.path()).read_bytes()
        if kind == "CSV":
            assert content.startswith(b"\xef\xbb\xbf")
            assert len(content.decode("utf-8-sig").strip().split("\r\n")) == lines + 1
        else:
            assert load_workbook(BytesIO(content)).worksheets[0].max_row == lines + 1
    assert visit.errors == []


def test_a_click_on_a_sentence_gives_the_link_to_it(visit):
    visit.open("/reader")
    paragraph = visit.page.locator(".sv-turn.answer p").nth(2)
    paragraph.scroll_into_view_if_needed()
    box = paragraph.bounding_box()
    visit.page.mouse.click(box["x"] + 60, box["y"] + box["height"] - 12)
    visit.page.wait_for_url("**at=**")
    visit.settle()
    said = visit.page.locator("#sv-at").inner_text()
    assert said
    assert said in paragraph.inner_text()
    visit.page.reload()
    visit.settle()
    assert visit.page.locator("#sv-at").inner_text() == said
    assert visit.errors == []


def test_two_amounts_have_two_sentences(visit):
    """A click shows the sentence of the clicked amount, not of its neighbour."""
    visit.open("/investment")
    seen = []
    for number in (0, 1):
        label = visit.page.locator(".st-key-card-investment-amounts .textpoint text").nth(number).text_content()
        click(visit, "card-investment-amounts", ".bars .point path", number)
        _, marks = evidence(visit, "investment")
        digits = re.search(r"\d+", label)
        assert digits is None or digits.group() in " ".join(marks)
        seen.append(marks)
    assert seen[0] != seen[1]


def test_filter_survives_page_and_reload(visit):
    visit.open("/resources")
    visit.page.get_by_role("button", name="Фильтры").click()
    visit.page.get_by_role("combobox", name="Темы").click()
    visit.page.get_by_role("option").first.click()
    visit.settle()
    visit.page.keyboard.press("Escape")
    chip = visit.page.locator('[class*="st-key-chip-themes"]')
    assert chip.count() == 1
    name = chip.inner_text()
    visit.page.get_by_role("link", name="Темы").click()
    visit.page.wait_for_url("**/themes?**")
    visit.settle()
    assert "theme=" in visit.page.url
    assert chip.inner_text() == name
    visit.page.get_by_role("link", name="Ресурсы").click()
    visit.settle()
    visit.page.reload()
    visit.settle()
    assert chip.inner_text() == name
    chip.get_by_role("button").click()
    visit.settle()
    assert chip.count() == 0
    assert "theme=" not in visit.page.url


def test_link_of_another_language_keeps_filters(visit):
    visit.open("/resources?lang=ru&theme=energy&resource=uranium")
    russian = visit.page.locator('[class*="st-key-chip-"]').all_inner_texts()
    visit.open("/resources?lang=en&theme=energy&resource=uranium")
    english = visit.page.locator('[class*="st-key-chip-"]').all_inner_texts()
    assert len(russian) == len(english) == 2
    assert russian != english


def test_unknown_values_of_a_link_are_named_and_dropped(visit):
    visit.open("/resources?theme=no_such_theme&pick=by_voice:nothing%7Cnobody")
    assert visit.page.get_by_text("no_such_theme").count() == 1
    assert visit.page.locator(".st-key-evidence-resources blockquote").count() > 0
    assert visit.errors == []


def test_language_switch(visit):
    visit.open("/investment")
    assert visit.page.get_by_role("heading", level=1).inner_text().startswith("Самая крупная")
    visit.page.get_by_text("English", exact=True).click()
    visit.settle()
    assert visit.page.get_by_role("heading", level=1).inner_text().startswith("The largest")
    visit.page.get_by_role("link", name="Resources").click()
    visit.settle()
    assert "lang=en" in visit.page.url


def test_theme_switch(visit):
    visit.open("/resources")
    visit.page.get_by_role("button", name="Тёмная тема").click()
    visit.page.wait_for_timeout(1500)
    visit.settle()
    background = visit.page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
    assert max(map(int, re.findall(r"\d+", background)[:3])) < 60
    assert visit.page.get_by_role("button", name="Светлая тема").count() == 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.partition("?")[0] or "overview")
def test_no_english_in_the_russian_interface(visit, page, seeds):
    """Words in Latin letters are names of the texts, formats, or the other language's own name; not the interface."""
    visit.open(f"/{page}")
    texts = " ".join(seeds.query("SELECT text FROM articles")["text"]) + " ".join(seeds.query("SELECT name FROM voices")["name"])
    texts += " ".join(seeds.query("SELECT label_ru FROM concepts")["label_ru"]) + " ".join(
        seeds.query("SELECT outlet || url AS s FROM articles")["s"].dropna()
    )
    allowed = set(LATIN.findall(texts)) | {"CSV", "XLSX", "PPTX", "DOCX", "HTML", "PNG", "SVG", "English"}
    main = visit.page.locator("[data-testid=stMain]").inner_text() + visit.page.locator("[data-testid=stSidebar]").inner_text()
    icons = {text for icon in visit.page.locator("[data-testid=stIconMaterial]").all_inner_texts() for text in LATIN.findall(icon)}
    if page == "method":
        main = visit.page.locator("h1").first.inner_text()
    assert set(LATIN.findall(main)) - allowed - icons == set()


@pytest.mark.parametrize("size", [(1366, 768), (390, 844)], ids=["laptop", "phone"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.partition("?")[0] or "overview")
def test_nothing_runs_over_the_edge(browser, server, page, size):
    from conftest import Visit

    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]}, locale="ru-RU", is_mobile=size[0] < 500, has_touch=size[0] < 500
    )
    visit = Visit(context.new_page(), server).open(f"/{page}")
    wide = visit.page.evaluate(
        """() => [...document.querySelectorAll('h1, h2, p, blockquote, .js-plotly-plot')].filter(node => {
            const box = node.getBoundingClientRect();
            return box.width > 0 && (box.right > innerWidth + 1 || (box.left < 0 && box.right > 1));
        }).map(node => node.textContent.slice(0, 60))"""
    )
    context.close()
    assert wide == []


def test_hostile_article_shows_as_characters(browser, tmp_path):
    """Markdown, tags, formulas and links of an article load and run nothing."""
    from conftest import Visit

    from svodka.frames.build import build

    source = tmp_path / "articles"
    source.mkdir()
    hostile = '![x](http://beacon.invalid/x.png) <img src=http://beacon.invalid/y.png> $a_1$ :red[уран] ~~нефть~~ =HYPERLINK("http://beacon.invalid")'
    (source / "hostile.txt").write_text(
        f":red[Итоги] $x$ {hostile}\nАвтор: Иван Петров\n"
        + f"Компания вложила 5 млрд долларов в уран {hostile}. Казахстан продаёт уран и нефть, Япония покупает уран.\n" * 5,
        encoding="utf-8",
    )
    build(source, tmp_path / "tables")
    with serving(tmp_path / "tables", source) as address:
        context = browser.new_context(viewport={"width": 1366, "height": 900}, locale="ru-RU")
        visit = Visit(context.new_page(), address)
        for page in PAGES:
            visit.open(f"/{page}")
            assert visit.outside == [], page
            assert visit.errors == [], page
        visit.open("/reader")
        assert ":red[уран]" in visit.page.locator("article").inner_text()
        visit.open("/resources?article=hostile")
        assert ":red[Итоги] $x$" in visit.page.locator('[class*="st-key-chip-articles"]').inner_text()
        context.close()
