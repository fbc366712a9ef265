"""The deck of a briefing, read back and compared with what was shown."""

import shutil
import subprocess
import time
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pandas as pd
import pytest
import tiny
from PIL import Image, ImageFont
from pptx import Presentation
from pptx.oxml.ns import qn

from svodka.analysis.selection import Selection
from svodka.briefing import slides
from svodka.briefing.citing import FINGERPRINT, cited, footer
from svodka.briefing.item import Briefing, Item, Shot
from svodka.briefing.slides import Deck, Ground, Slide, Source
from svodka.charts import style
from svodka.charts.sheet import Series, Sheet
from svodka.errors import PictureError
from svodka.exhibits.exhibit import ROWS, Exhibit, Told
from svodka.export import pptx
from svodka.export.pptx import lettering, template
from svodka.export.pptx.lettering import Type
from svodka.wording import words

DAY = date(2026, 11, 26)
INK, PALE = "#1f5a7a", "#a9a497"
HOSTILE = "=1+1 <b>&amp;</b> ]]> \x00\x0b\x1f\ud800 {0} %s\nвторая\tстрока"
LONG = "Очень длинное название, которое не кончается и не кончается, " * 12
SHEETS = {
    "bars": Sheet("bars", ("a", "b"), ("уран", "нефть"), ("8 упоминаний", "3 упоминания"), (Series("Раз", (8.0, 3.0), INK),)),
    "stacked": Sheet(
        "stacked", ("a", "b"), ("уран", "нефть"), ("5", "2"), (Series("Ким", (4.0, None), INK), Series("Цой", (1.0, 2.0), PALE)),
    ),
    "ranges": Sheet(
        "ranges", ("a", "b", "c", "d"), ("до", "около", "свыше", "сколько-то"), ("до 3 млрд $", "9 млн $", "свыше 2 млрд $", "миллиарды $"),
        (Series("не менее", (None, 9e6, 2e9, None), INK), Series("не более", (3e9, 9e6, None, None), PALE)), "#,##0", True,
    ),
    "dots": Sheet(
        "dots", ("a", "b"), ("уран", "нефть"), ("1,5", "−0,5"),
        (Series("от", (1.0, None), INK), Series("значение", (1.5, -0.5), INK), Series("до", (2.25, None), INK)), "0.0",
    ),
    "lines": Sheet(
        "lines", ("a", "b"), ("ноябрь", "декабрь"), ("", ""), (Series("уран", (1.0, 2.5), INK), Series("нефть", (None, 3.0), PALE)), "0.0",
    ),
    "mirrored": Sheet(
        "mirrored", ("a", "b"), ("уран", "нефть"), ("", ""), (Series("Ким", (1.0, None), INK), Series("все", (2.0, 3.5), PALE)), "0.0",
    ),
}  # fmt: skip
WIDEST_FACE = Path("/usr/share/fonts/truetype/dejavu/DejaVuSerif-Bold.ttf")
QUOTE = tiny.quote(
    "Уран дорожает, и это надолго.", ((0, 4),), voice="Анна Ким", short="Ким", title="Цены", outlet="Вестник",
    published=pd.Timestamp("2025-12-01"), passage=3, passages=9,
)  # fmt: skip
SOURCE = Source("a1", "Цены", "Вестник", "https://example.org/1", pd.Timestamp("2025-12-01"), None, "a1.txt", "0" * 64)


def exhibit(sheet: Sheet | None = None, **other) -> Exhibit:
    table = pd.DataFrame({"label_ru": ["уран", "нефть"], "label_en": ["uranium", "oil"], "mentions": [8, 3]})
    made = Exhibit("tests.what", "Карточка", "что посчитано", table, object, (), lambda mark, limit: None, sheet=sheet and (lambda: sheet))
    return made._replace(**other)


def chart(sheet: Sheet | None, title: str = "Вывод одной фразой", kind: str = "chart", item: Item | None = None, **other) -> Slide:
    grounds = (Ground("a", "уран", "8 упоминаний", (QUOTE,), 4),)
    item = item or Item("1", kind)
    return Slide(item, kind, title, "что посчитано · 5 статей", "", "Как читать.", exhibit(sheet), grounds)._replace(**other)


def deck(*shown: Slide, language: str = "ru", sources: tuple[Source, ...] = (SOURCE,), name: str = "Доклад") -> Deck:
    say = words(language)
    return Deck(name, shown, sources, say, style.light(say), "0123456789abcdef", DAY)


def read(made: Deck, picture=None) -> Presentation:
    return Presentation(BytesIO(pptx.deck(made, picture)))


def drawn(slide):
    return next(shape.chart for shape in slide.shapes if shape.has_chart)


def tables(slide) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in shape.table.rows] for shape in slide.shapes if shape.has_table]


def said(slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def notes(slide) -> str:
    return slide.notes_slide.notes_text_frame.text


def sheet_of(chart_) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(BytesIO(chart_.part.chart_workbook.xlsx_part.blob)).active


@pytest.mark.parametrize("kind", SHEETS)
def test_a_chart_has_the_numbers_of_its_sheet(kind):
    sheet = SHEETS[kind]
    plot = drawn(read(deck(chart(sheet))).slides[1]).plots[0]
    assert tuple(plot.categories) == sheet.categories
    found = {one.name: tuple(one.values) for one in plot.series}
    for index, series in enumerate(sheet.series):
        sign = -1 if kind == "mirrored" and index == 0 else 1
        assert found[series.name] == tuple(None if value is None else sign * value for value in series.values)


@pytest.mark.parametrize("kind", SHEETS)
def test_the_data_sheet_has_them_where_the_chart_looks(kind):
    """Whoever edits the data changes the cells that the chart refers to."""
    found = drawn(read(deck(chart(SHEETS[kind]))).slides[1])
    cells = sheet_of(found)
    for series in found.plots[0].series:
        reference = series._element.xpath("c:val/c:numRef/c:f")[0].text.removeprefix("Sheet1!").replace("$", "")
        listed = [row[0] for row in cells[reference]]
        for cell, value in zip(listed, series.values, strict=True):
            assert cell.data_type == "f" or cell.value == value
        named = series._element.xpath("c:tx/c:strRef/c:f")
        assert not named or cells[named[0].text.removeprefix("Sheet1!").replace("$", "")].value == series.name
    assert [cells.cell(row, 1).value for row in (2, 3)] == list(SHEETS[kind].categories[:2])


@pytest.mark.parametrize("kind", ["bars", "stacked", "ranges", "dots"])
def test_labels_say_the_value_in_words_and_stand_in_the_data_sheet(kind):
    found = drawn(read(deck(chart(SHEETS[kind]))).slides[1])
    last = list(found.plots[0].series)[-1]._element
    assert [text.text for text in last.xpath("c:dLbls//a:t")] == list(SHEETS[kind].said)
    cells = sheet_of(found)
    reference = next(node.text for node in last.iter() if node.tag.endswith("}f") and "2012/chart" in node.tag)
    kept = [row[0].value for row in cells[reference.removeprefix("Sheet1!").replace("$", "")]]
    assert kept == (["=SUM(B2:C2)", "=SUM(B3:C3)"] if kind == "stacked" else list(SHEETS[kind].said))


def test_the_first_row_is_on_top_and_a_logarithmic_axis_begins_below_the_smallest():
    found = drawn(read(deck(chart(SHEETS["ranges"]))).slides[1])
    assert found.category_axis.reverse_order
    assert found.value_axis.minimum_scale == 1e6
    assert found._chartSpace.xpath("//c:scaling/c:logBase/@val") == ["10"]
    assert found.plots[0].overlap == 100


def test_open_amounts_have_a_stub_and_intervals_have_whiskers():
    ranges = drawn(read(deck(chart(SHEETS["ranges"]))).slides[1])
    dots = drawn(read(deck(chart(SHEETS["dots"]))).slides[1])
    assert [node.text for node in ranges._chartSpace.xpath("//c:errBars/c:plus//c:v")] == ["2000000000.0"]
    assert [node.text for node in dots._chartSpace.xpath("//c:errBars/c:plus//c:v")] == ["0.75"]
    assert [node.text for node in dots._chartSpace.xpath("//c:errBars/c:minus//c:v")] == ["0.5"]


def test_the_left_side_of_mirrored_bars_hides_its_sign():
    found = drawn(read(deck(chart(SHEETS["mirrored"]))).slides[1])
    assert {labels.get("formatCode") for labels in found._chartSpace.xpath("//c:dLbls/c:numFmt")} == {"0.0;0.0"}
    assert not any(one.invert_if_negative for one in found.plots[0].series)


def test_a_legend_only_where_colours_mean_something():
    has = {kind: drawn(read(deck(chart(sheet))).slides[1]).has_legend for kind, sheet in SHEETS.items()}
    assert has == {"bars": False, "dots": False, "stacked": True, "ranges": True, "lines": True, "mirrored": True}


def test_at_most_twenty_rows_and_how_many_are_left():
    many = tuple(map(str, range(33)))
    sheet = Sheet("bars", many, many, many, (Series("Раз", tuple(map(float, range(33))), INK),))
    slide = read(deck(chart(sheet))).slides[1]
    assert len(drawn(slide).plots[0].categories) == ROWS
    assert words("ru")("card.rest", n=13) in said(slide)


def test_titles_subtitles_and_notes():
    item = Item("1", "chart", note="Начать с этого.")
    made = deck(chart(SHEETS["bars"], item=item, changed=("Появилось: уголь (2)",)))
    first, slide, sources = read(made).slides
    assert first.shapes.title.text == "Доклад"
    assert "26.11.2026" in said(first)
    assert slide.shapes.title.text == "Вывод одной фразой"
    assert "что посчитано · 5 статей" in said(slide)
    lines = notes(slide).split("\n")
    assert lines[0] == "Начать с этого."
    assert "уран — 8 упоминаний" in lines
    assert f"  • «{QUOTE.text}» — {cited(QUOTE, made.words)}" in lines
    assert lines.index("Как читать.") < lines.index("Появилось: уголь (2)")
    assert made.words("pptx.more_sentences", n=3) in lines
    assert "Цены" in said(sources)


def test_every_slide_has_foot_and_number():
    made = deck(chart(SHEETS["bars"], filters=("Темы: энергетика",)), Slide(Item("2", "section"), "section", "Деньги"))
    show = read(made)
    for number, slide in enumerate(show.slides, start=1):
        holes = {hole.placeholder_format.type.name: hole for hole in slide.placeholders}
        assert holes["SLIDE_NUMBER"].text_frame._txBody.xpath(".//a:fld/a:t")[0].text == str(number)
        assert made.stamp[:FINGERPRINT] in holes["FOOTER"].text
        assert "26.11.2026" in holes["FOOTER"].text
    assert footer(made.slides[0], made) in said(show.slides[1])


def test_two_items_beside_each_other_share_a_slide():
    made = deck(
        chart(SHEETS["bars"], "Слева"), chart(SHEETS["ranges"], "Справа", item=Item("2", "chart", beside=True)),
        chart(SHEETS["dots"], "Отдельно", item=Item("3", "chart", beside=True)),
    )  # fmt: skip
    show = read(made)
    assert len(show.slides) == 4
    assert sum(shape.has_chart for shape in show.slides[1].shapes) == 2
    assert "Слева" in said(show.slides[1])
    assert "Справа" in said(show.slides[1])
    assert show.slides[2].shapes.title.text == "Отдельно"


def test_a_picture_stands_where_nothing_native_is():
    image = BytesIO()
    Image.new("RGB", (300, 200), "white").save(image, "PNG")
    slide = read(deck(chart(None)), lambda shown: image.getvalue()).slides[1]
    picture = next(shape for shape in slide.shapes if shape.shape_type == 13)
    assert picture.width / picture.height == pytest.approx(1.5, rel=0.01)
    assert not tables(slide)


def _fails(shown: Exhibit) -> bytes:
    raise PictureError("missing", "no browser")


@pytest.mark.parametrize("picture", [None, lambda shown: None, _fails])
def test_without_a_picture_there_is_a_table_that_says_so(picture):
    slide = read(deck(chart(None)), picture).slides[1]
    assert tables(slide) == [[["Название", "Упоминаний"], ["уран", "8"], ["нефть", "3"]]]
    assert words("ru")("pptx.no_picture") in said(slide)
    listed = Sheet("picture", ("a", "b"), ("Япония", "Казахстан"), ("81", "50 · Ким 17"), ())
    assert tables(read(deck(chart(listed)), picture).slides[1])[0][1:] == [["Япония", "81"], ["Казахстан", "50 · Ким 17"]]


def test_a_table_continues_on_three_slides_at_most():
    long = pd.DataFrame({"label_ru": [f"строка {n}" for n in range(100)], "mentions": range(100)})
    slide = chart(None, kind="table", exhibit=exhibit(table=long))
    show = read(deck(slide))
    pages = [tables(one)[0] for one in list(show.slides)[1:-1]]
    assert len(pages) == 3
    assert [row[0] for page in pages for row in page[1:]] == [f"строка {n}" for n in range(sum(len(page) - 1 for page in pages))]
    left = 100 - sum(len(page) - 1 for page in pages)
    assert words("ru")("pptx.rows_left", n=left) in said(show.slides[3])
    assert "(2\xa0из\xa03)" in show.slides[2].shapes.title.text


def test_sentences_of_an_exhibit_that_speaks():
    told = (Told("a", "Уран называют чаще нефти."), Told("b", "О воде молчат все."))
    slide = read(deck(chart(None, exhibit=exhibit(told=told, draw=None)))).slides[1]
    assert all(one.text in said(slide) for one in told)


def test_a_quotation_is_whole_in_the_notes_and_its_marks_are_bold():
    ground = Ground("a1:0", "Анна Ким", "", (QUOTE,), 1)
    slide = read(deck(Slide(Item("1", "quote"), "quote", "Анна Ким", text=QUOTE.text, grounds=(ground,)))).slides[1]
    bold = [
        run.text for shape in slide.placeholders for line in shape.text_frame.paragraphs for run in line.runs
        if run.font.bold
    ]  # fmt: skip
    assert bold == ["Уран"]
    assert QUOTE.text in said(slide)
    assert [link.get(qn("r:id")) is not None for link in slide.shapes._spTree.iter(qn("a:hlinkClick"))] == [True]


def test_a_long_quotation_is_shortened_on_the_slide_with_its_mark_in_sight():
    text = "Долгая фраза тянется и тянется, " * 80 + "и вот уран, наконец, назван."
    start = text.index("уран")
    quote = QUOTE._replace(text=text, marks=((start, start + 4),))
    slide = read(deck(Slide(Item("1", "quote"), "quote", "Ким", text=text, grounds=(Ground("a", "Ким", "", (quote,), 1),)))).slides[1]
    shown = said(slide)
    assert "…" in shown
    assert "и вот уран" in shown
    assert text not in shown
    assert text in notes(slide)


def test_a_claim_says_what_may_be_said_and_shows_three_sentences():
    quotes = tuple(QUOTE._replace(text=f"Предложение номер {n}.", start=n) for n in range(5))
    claim = Slide(Item("1", "claim"), "claim", "Уран", "5 статей", "Уран назван 8 раз.", grounds=(Ground("a", "уран", "", quotes, 9),))
    slide = read(deck(claim)).slides[1]
    assert "Уран назван 8 раз." in said(slide)
    assert [f"Предложение номер {n}." in said(slide) for n in range(5)] == [True, True, True, False, False]
    assert all(quote.text in notes(slide) for quote in quotes)


def test_what_is_gone_says_so():
    gone = Slide(Item("1", "chart"), "chart", "Пропавшее", gone="Этого больше нет.", changed=("Этого больше нет.",))
    slide = read(deck(gone)).slides[1]
    assert "Этого больше нет." in said(slide)
    assert notes(slide).count("Этого больше нет.") == 1


def test_sources_once_each_with_links_that_may_be_opened():
    sources = tuple(SOURCE._replace(article_id=str(n), title=f"Статья {n}", url=f"https://example.org/{n}") for n in range(40))
    show = read(deck(sources=(*sources, SOURCE._replace(title="Опасная", url="javascript:alert(1)"))))
    pages = list(show.slides)[1:]
    text = "\n".join(map(said, pages))
    assert len(pages) > 1
    assert all(text.count(f"«Статья {n}»") == 1 for n in range(40))
    links = [rel.target_ref for slide in pages for rel in slide.part.rels.values() if rel.is_external]
    assert links == [source.url for source in sources]


def _everything(language: str = "ru", titles: tuple[str, ...] = ("Вывод", LONG, HOSTILE)) -> Deck:
    """Every kind of slide, with texts that are long, hostile or missing."""
    shown = []
    for title in titles:
        item = Item("1", "chart", note=HOSTILE if title != "Вывод" else "")
        quote = QUOTE._replace(text=title, voice=title, title=title, outlet=title, marks=((0, 5), (90, 95)))
        for sheet in SHEETS.values():
            count = 3 if title == LONG else 1
            ids = tuple(f"{n}" for n in range(count * len(sheet.ids)))
            series = tuple(one._replace(name=title, values=one.values * count) for one in sheet.series)
            sheet = sheet._replace(ids=ids, categories=(title,) * len(ids), said=(title,) * len(ids), series=series)
            grounds = (Ground("a", title, title, (quote,), 2),)
            shown.append(chart(sheet, title, item=item, filters=(title,) * 3, subtitle=title, grounds=grounds))
        table = pd.DataFrame({"label_ru": [title] * 40, "label_en": [title] * 40, "mentions": range(40)}, dtype=object)
        shown += [
            shown[-1]._replace(item=item._replace(beside=True)),
            chart(None, title, exhibit=exhibit(table=table)),
            chart(None, title, "table", exhibit=exhibit(table=table)),
            chart(None, title, exhibit=exhibit(told=[Told("a", title)] * 8)),
            chart(None, title, exhibit=exhibit(table=table.head(0), nothing=title)),
            Slide(item, "section", title),
            Slide(item, "quote", title, text=title, grounds=(Ground("a", title, "", (quote,), 1),)),
            Slide(item, "claim", title, title, title, grounds=(Ground("a", title, title, (quote,) * 3, 9),)),
            Slide(item, "claim", "", "", ""),
            Slide(item._replace(beside=True), "quote", title, text=title, grounds=(Ground("a", title, "", (quote,), 1),)),
            Slide(item, "chart", title, title, title, gone=title, changed=(title,)),
        ]
    sources = (SOURCE._replace(title=HOSTILE, url=f"https://example.org/{'x' * 400}"),) * 3
    return deck(*shown, language=language, sources=sources, name=HOSTILE)


@pytest.fixture(scope="module", params=["ru", "en"])
def everything(request):
    return read(_everything(request.param))


def test_nothing_is_outside_the_slide(everything):
    for slide in everything.slides:
        for shape in slide.shapes:
            assert min(shape.left, shape.top) >= 0
            assert min(shape.width, shape.height) > 0
            assert shape.left + shape.width <= everything.slide_width
            assert shape.top + shape.height <= everything.slide_height


def test_every_shape_has_a_text_in_its_place_and_no_placeholder_is_empty(everything):
    for slide in everything.slides:
        for shape in slide.shapes:
            assert shape._element.xpath(".//p:cNvPr")[0].get("descr")
            assert not shape.has_text_frame or shape.text_frame.text or shape.placeholder_format.type.name == "SLIDE_NUMBER"
            assert shape.has_text_frame or not shape.is_placeholder or shape.has_chart


def test_hostile_text_shows_as_characters_and_runs_nothing(everything):
    shown = "\n".join(map(said, everything.slides))
    assert "=1+1 <b>&amp;</b> ]]>  {0} %s вторая строка" in shown
    for slide in everything.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                cells = [cell for row in sheet_of(shape.chart).iter_rows() for cell in row]
                assert not [cell for cell in cells if cell.data_type == "f" and not cell.value.startswith(("=SUM", "=MAX", "=IF"))]


def test_ids_on_a_slide_are_unique(everything):
    for slide in everything.slides:
        ids = slide.shapes._spTree.xpath(".//p:cNvPr/@id")
        assert len(ids) == len(set(ids))


def test_properties_and_bytes():
    made = deck(chart(SHEETS["bars"]))
    data = pptx.deck(made)
    properties = Presentation(BytesIO(data)).core_properties
    assert (properties.title, properties.language, properties.modified) == ("Доклад", "ru-RU", datetime(2026, 11, 26))
    assert data == pptx.deck(made)


def test_an_empty_briefing_is_a_title():
    assert len(read(deck(sources=())).slides) == 1


def test_english():
    show = read(deck(chart(SHEETS["bars"]), language="en"))
    assert "26 Nov 2026" in said(show.slides[0])
    assert show.slides[-1].shapes.title.text == "Sources"
    assert show.core_properties.language == "en-GB"


def test_a_briefing_of_the_tiny_corpus():
    items = (
        Item("1", "chart", "overview.resources"), Item("2", "chart", "overview.coverage", selection=Selection(voices=("expert",))),
        Item("3", "chart", "investment.amounts", {"scale": "log"}), Item("4", "table", "investment.amounts"),
        Item("5", "claim", "overview.resources", mark="uranium"),
        Item("6", "quote", mark="news:0", shot=Shot("ru", "", "Порт ждёт груз.")),
    )  # fmt: skip
    made = slides.deck(tiny.corpus(), Briefing("b", "Доклад", items), words("ru"), DAY)
    show = read(made)
    for one, slide in zip(made.slides, list(show.slides)[1:], strict=False):
        assert slide.shapes.title.text == one.title
        for quote in one.quotes:
            assert f"«{quote.text}» — {cited(quote, made.words)}" in notes(slide)
    for one, slide in ((made.slides[index], show.slides[index + 1]) for index in range(3)):
        sheet = one.exhibit.sheet()
        assert tuple(drawn(slide).plots[0].categories) == sheet.categories[:ROWS]
    assert footer(made.slides[1], made) in said(show.slides[2])


def test_forty_items_are_fast():
    many = tuple(map(str, range(ROWS)))
    series = tuple(Series(f"Голос {n}", tuple(map(float, range(ROWS))), INK) for n in range(8))
    sheets = [*SHEETS.values(), Sheet("stacked", many, many, many, series)]
    made = deck(*(chart(sheets[number % len(sheets)]) for number in range(40)))
    begin = time.process_time()
    pptx.deck(made)
    assert time.process_time() - begin < 5


@pytest.mark.skipif(not WIDEST_FACE.exists(), reason="DejaVu Serif is not installed where Debian puts it")
@pytest.mark.parametrize("text", ["Самая крупная сумма — до 3 трлн иен", "Дипломатия и транспорт: кто о чём", "Up to $20bn is promised"])
def test_text_is_measured_by_the_widest_face_that_may_stand_in(text):
    """LibreOffice on Linux has DejaVu Serif for Georgia."""
    face = ImageFont.truetype(WIDEST_FACE, 100)
    taken = lettering.width(text, Type(100, bold=True, serif=True))
    assert 1 <= taken / face.getlength(text) < 1.15


def test_text_that_does_not_fit_is_set_smaller_and_then_shortened():
    room = (300, 50)
    assert lettering.fitted("Уран", Type(24), (24, 18), room)[:2] == ("Уран", Type(24))
    assert lettering.fitted("Уран дорожает, и это надолго, " * 2, Type(24), (24, 18), room).type.size == 18
    short = lettering.fitted("Уран дорожает, и это надолго, " * 9, Type(24), (24, 18), room)
    assert short.text.endswith("…")
    assert short.height <= 50


def test_the_template_is_what_its_program_makes():
    with ZipFile(template.PATH) as kept, ZipFile(BytesIO(template.made())) as fresh:
        assert {name: kept.read(name) for name in kept.namelist()} == {name: fresh.read(name) for name in fresh.namelist()}
    show = Presentation(template.PATH)
    assert [layout.name for layout in show.slide_layouts] == list(template.LAYOUTS)
    assert round(show.slide_width / show.slide_height, 3) == 1.778


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed: it makes the PDF that is counted")
def test_libreoffice_opens_every_slide(tmp_path):
    made = _everything(titles=(HOSTILE,))
    (tmp_path / "deck.pptx").write_bytes(pptx.deck(made))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "deck.pptx"]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = (tmp_path / "deck.pdf").read_bytes().count(b"/Type/Page/")
    assert pages == len(Presentation(tmp_path / "deck.pptx").slides)
