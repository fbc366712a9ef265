"""A briefing made by hand in a real browser: picked, ordered, noted, shown and written to files."""

from io import BytesIO
from pathlib import Path

import pytest
from conftest import Visit, serving
from openpyxl import load_workbook
from pptx import Presentation


@pytest.fixture
def desk(browser, built, tmp_path):
    """A server with no briefings yet, and a tab on it."""
    with serving(built, SVODKA_BRIEFINGS=str(tmp_path / "briefings.sqlite")) as address:
        context = browser.new_context(viewport={"width": 1366, "height": 900}, locale="ru-RU", accept_downloads=True)
        yield Visit(context.new_page(), address)
        context.close()


def pick(visit, place: str) -> None:
    visit.page.locator(f".st-key-{place}").get_by_role("button", name="В доклад").first.click()
    visit.page.get_by_text("Добавлено в").wait_for()
    visit.settle()


def test_from_pages_to_files(desk):
    """Six items from four pages; a title, a note, another order; full screen; a deck whose notes hold the sentences."""
    page = desk.page
    desk.open("/investment?theme=finance")
    pick(desk, "card-investment-amounts")
    pick(desk, "evidence-investment")
    desk.open("/resources")
    pick(desk, "card-resources-by_voice")
    desk.open("/claims")
    page.get_by_role("button", name="Сказать вслух").click()
    page.get_by_test_id("stPopoverBody").get_by_role("button", name="В доклад").click()
    desk.settle()
    desk.open("/themes")
    pick(desk, "card-themes-by_voice")
    assert page.get_by_role("link", name="Доклад · 5").count() == 1
    page.get_by_role("link", name="Доклад · 5").click()
    desk.settle()
    page.get_by_role("button", name="Добавить раздел").click()
    desk.settle()
    outline = page.locator(".st-key-outline")
    assert outline.get_by_role("button").count() == 7
    page.get_by_label("Заголовок слайда").fill("Деньги и недра")
    page.get_by_label("Заголовок слайда").press("Enter")
    desk.settle()
    for _ in range(5):
        page.get_by_role("button", name="Выше").click()
        desk.settle()
    assert outline.get_by_role("button").first.inner_text().endswith("1. Деньги и недра")
    outline.get_by_role("button").nth(1).click()
    desk.settle()
    page.get_by_label("Заметка докладчику").fill("Спросят о курсе")
    page.get_by_label("Заметка докладчику").press("Control+Enter")
    desk.settle()
    page.reload()
    desk.settle()
    assert page.get_by_label("Заметка докладчику").input_value() == "Спросят о курсе"

    with page.expect_download(timeout=90_000) as waiting:
        page.get_by_role("button", name="PPTX").click()
    show = Presentation(waiting.value.path())
    titles = [slide.shapes.title.text for slide in show.slides if slide.shapes.title]
    assert "Деньги и недра" in titles
    charts = [slide for slide in show.slides if any(shape.has_chart for shape in slide.shapes)]
    assert len(charts) == 3
    assert "Спросят о курсе" in charts[0].notes_slide.notes_text_frame.text
    assert "финансы" in " ".join(shape.text_frame.text for shape in charts[0].shapes if shape.has_text_frame).lower()
    with page.expect_download(timeout=60_000) as waiting:
        page.get_by_role("button", name="XLSX").click()
    assert len(load_workbook(BytesIO(Path(waiting.value.path()).read_bytes())).sheetnames) > 6

    with page.context.expect_page() as opened:
        page.get_by_text("Показать на весь экран").click()
    talk = opened.value
    talk.wait_for_selector(".slide.now")
    assert talk.locator(".count").inner_text() == "1 / 8"
    talk.keyboard.press("End")
    assert talk.locator(".slide.now.sources li").count() >= 3
    assert desk.errors == []
    assert desk.outside == []


def test_undo_and_removal(desk):
    page = desk.page
    desk.open("/resources")
    pick(desk, "card-resources-by_voice")
    desk.open("/briefing")
    page.get_by_role("button", name="Убрать").click()
    desk.settle()
    assert page.get_by_text("В этом докладе пока ничего нет").count() == 1
    page.get_by_role("button", name="Отменить").click()
    desk.settle()
    assert page.locator(".st-key-outline").get_by_role("button").count() == 2
    page.get_by_role("button", name="Удалить доклад").click()
    desk.settle()
    assert page.get_by_role("heading", level=1).inner_text() == "Доклад пока пуст"
    page.get_by_role("button", name="Вернуть удалённый доклад").click()
    desk.settle()
    assert page.locator(".st-key-outline").get_by_role("button").count() == 2
    link = page.url
    desk.open("/method")
    page.goto(link)
    desk.settle()
    assert page.locator(".st-key-outline").get_by_role("button").count() == 2


def test_an_item_opens_its_page_as_it_was(desk):
    page = desk.page
    desk.open("/investment?scale=linear&theme=finance")
    pick(desk, "card-investment-amounts")
    desk.open("/briefing")
    page.get_by_role("link", name="Открыть на странице").click()
    page.wait_for_url("**/investment?**")
    desk.settle()
    assert "scale=linear" in page.url
    assert "theme=finance" in page.url
