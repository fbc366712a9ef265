"""The memo of a briefing, read back and compared with the deck."""

import re
import shutil
import subprocess
import time
from datetime import date
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from svodka.analysis import evidence
from svodka.analysis.selection import Selection
from svodka.briefing import citing, slides
from svodka.briefing.item import Briefing, Item, Shot
from svodka.exhibits.exhibit import ROWS
from svodka.export.docx import memo
from svodka.export.docx.pages import PLACES
from svodka.wording import words

DAY = date(2026, 11, 26)
HOSTILE = ("=1+1", "a\x00b\x1fc", "<b>&amp;</b>", "\ud800x", "]]>", "")
ITEMS = (
    Item("1", "section", title="Деньги"),
    Item("2", "chart", "investment.amounts", note="Сначала показать это"),
    Item("3", "chart", "overview.coverage", selection=Selection(resources=("uranium",))),
    Item("4", "table", "claims.ledger"),
    Item("5", "claim", "overview.resources", mark="uranium"),
    Item("6", "chart", "overview.findings"),
)


@pytest.fixture(scope="module", params=["ru", "en"])
def deck(request, seeds):
    row = evidence.of_mentions(seeds, Selection(), ["uranium"], limit=1).rows.iloc[0]
    start, stop = row["marks"][0]
    quote = Item("7", "quote", mark=f"{row.article_id}:{row.start}", options={"marks": f"{start}-{stop}"}, shot=Shot("ru", "", row.text))
    return slides.deck(seeds, Briefing("b", "Япония: деньги", (*ITEMS, quote)), words(request.param), DAY)


@pytest.fixture(scope="module")
def made(deck):
    return _read(memo(deck))


def _read(made: bytes) -> Document:
    return docx.Document(BytesIO(made))


def _lines(made: Document, *styles: str) -> list[str]:
    return [line.text for line in made.paragraphs if line.style.name in styles]


def test_headings_are_the_items_and_a_section_is_above_them(deck, made):
    say = deck.words
    assert _lines(made, "Title") == ["Япония: деньги"]
    assert _lines(made, "Heading 1") == ["Деньги", say("book.sources"), say("memo.notes")]
    assert _lines(made, "Heading 2")[:6] == [slide.title for slide in deck.slides[1:]]


def test_without_sections_the_items_are_the_first_level(seeds):
    plain = _read(memo(slides.deck(seeds, Briefing("b", "б", ITEMS[4:5]), words("ru"), DAY)))
    assert _lines(plain, "Heading 1")[0] == "Уран"


def test_a_table_has_every_row_of_the_chart_and_the_place_of_each(deck, made):
    shown = [slide for slide in deck.slides if slide.kind in ("chart", "table") and slide.exhibit.sheet]
    assert len(made.tables) == len(shown) == 3
    for table, slide in zip(made.tables, shown, strict=True):
        sheet, grounds = slide.exhibit.sheet(), {ground.mark: ground for ground in slide.grounds}
        rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
        assert [row[:2] for row in rows] == [list(row) for row in zip(sheet.categories, sheet.said, strict=True)][:ROWS]
        for row, mark in zip(rows, sheet.ids, strict=False):
            sources = [source.article_id for source in deck.sources]
            places = {1 + sources.index(quote.article_id) for quote in grounds[mark].quotes[:PLACES]}
            assert {int(number) for number in re.findall(r"\[(\d+)\]", row[2])} == places


def test_a_table_repeats_its_header_and_has_a_description(deck, made):
    for table in made.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) in [slide.title for slide in deck.slides]
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))


def test_quotations_are_whole_sentences_with_their_source(deck, made):
    quoted = [line for line in made.paragraphs if line.style.name == "Quote"]
    sources = _lines(made, "Citation")
    known = {quote.text: quote for slide in deck.slides for quote in slide.quotes}
    assert len(quoted) == len(sources) > 10
    for line, source in zip(quoted, sources, strict=True):
        quote = known[line.text]
        number = 1 + [source.article_id for source in deck.sources].index(quote.article_id)
        assert quote.voice in source
        assert citing.place(quote, deck.words) in source
        assert source.endswith(f"[{number}]")
    carried = {quote.text for slide in deck.slides if slide.kind in ("claim", "quote") for quote in slide.quotes}
    assert carried <= {line.text for line in quoted}


def test_counted_words_are_bold(deck, made):
    quote = deck.slides[-1].quotes[0]
    line = [line for line in made.paragraphs if line.style.name == "Quote" and line.text == quote.text][-1]
    assert [run.text for run in line.runs if run.bold] == [quote.text[start:stop] for start, stop in quote.marks]


def test_marks_that_overlap_repeat_no_letter(deck):
    slide = deck.slides[-1]
    quote = slide.quotes[0]._replace(marks=((0, 8), (2, 5), (4, 12), (900, 999)))
    again = _read(memo(deck._replace(slides=(slide._replace(grounds=(slide.grounds[0]._replace(quotes=(quote,)),)),))))
    line = next(line for line in again.paragraphs if line.style.name == "Quote")
    assert line.text == quote.text
    assert "".join(run.text for run in line.runs if run.bold) == quote.text[:12]


def test_what_may_be_said_aloud_stands_by_itself(deck, made):
    assert _lines(made, "Intense Quote") == [slide.text for slide in deck.slides if slide.kind == "claim"]


def test_filters_are_said_where_they_are_set(deck, made):
    said = [line for line in _lines(made, "Caption") if line.startswith(deck.words("memo.filters", filters=""))]
    assert said == [deck.words("memo.filters", filters="; ".join(deck.slides[2].filters))]


def test_sources_are_numbered_and_every_reference_leads_to_one(deck, made):
    listed = _lines(made, "Bibliography")
    assert listed == [f"[{number}]\t{citing.listed(source, deck.words)}" for number, source in enumerate(deck.sources, start=1)]
    names = {mark.get(qn("w:name")) for mark in made.element.iter(qn("w:bookmarkStart"))}
    links = [link.get(qn("w:anchor")) for link in made.element.iter(qn("w:hyperlink"))]
    assert len([link for link in links if link]) > 20
    assert {link for link in links if link} <= names
    targets = [rel.target_ref for rel in made.part.rels.values() if rel.is_external]
    assert targets == [source.url for source in deck.sources if source.url]


def test_notes_stand_apart_after_the_sources(deck, made):
    texts = [line.text for line in made.paragraphs]
    assert texts.index("Сначала показать это") > texts.index(deck.words("memo.notes")) > texts.index(deck.words("book.sources"))
    heading = next(line for line in made.paragraphs if line.text == deck.words("memo.notes"))
    assert heading.paragraph_format.page_break_before


def test_paper_language_and_page_number(deck, made):
    section = made.sections[0]
    assert [round(side / Mm(1)) for side in (section.page_width, section.page_height)] == [210, 297]
    footer = section.footer.paragraphs[0]
    assert [field.get(qn("w:instr")) for field in footer._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert deck.stamp[:12] in footer.text
    language = {"ru": "ru-RU", "en": "en-US"}[deck.words.language]
    assert made.core_properties.language == language
    assert made.styles.element.find(f"{qn('w:docDefaults')}//{qn('w:lang')}").get(qn("w:val")) == language
    assert made.core_properties.title == "Япония: деньги"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_characters(deck, text):
    quote = deck.slides[1].quotes[0]._replace(text=text, voice=text, title=text, outlet=text, marks=((0, 3),))
    ground = deck.slides[1].grounds[0]._replace(name=text, quotes=(quote,))
    ill = deck.slides[1]._replace(title=text, subtitle=text, remark=text, grounds=(ground,), filters=(text,), changed=(text,))
    claim = deck.slides[4]._replace(title=text, text=text, grounds=(ground,))
    sources = tuple(source._replace(title=text, file=text, url="javascript:alert(1)") for source in deck.sources)
    again = _read(memo(deck._replace(name=text, slides=(ill._replace(item=ill.item._replace(note=text)), claim), sources=sources)))
    shown = text.replace("\x00", "").replace("\x1f", "").replace("\ud800", "")
    assert _lines(again, "Title") == [shown]
    assert _lines(again, "Intense Quote") == [shown]
    assert _lines(again, "Quote") == [shown, shown]
    assert not [rel for rel in again.part.rels.values() if rel.is_external]


def test_what_is_gone_says_so(seeds):
    items = (Item("1", "quote", mark="nobody:0", shot=Shot("ru", "Иванов", "Такого предложения нет.")), Item("2", "chart", "no.such"))
    gone = _read(memo(slides.deck(seeds, Briefing("b", "б", items), words("ru"), DAY)))
    assert _lines(gone, "Caption").count(words("ru")("briefing.gone")) == 2
    assert not _lines(gone, "Quote")


def test_an_empty_briefing_is_a_memo_too(seeds):
    empty = _read(memo(slides.deck(seeds, Briefing("b", ""), words("ru"), DAY)))
    assert _lines(empty, "Normal") == [words("ru")("briefing.empty.title")]
    assert not _lines(empty, "Heading 1")


def test_forty_items_in_three_seconds_and_always_the_same_bytes(seeds):
    items = [item._replace(item_id=f"{turn}.{item.item_id}") for turn in range(8) for item in ITEMS[1:]]
    many = slides.deck(seeds, Briefing("b", "Сорок", tuple(items)), words("ru"), DAY)
    start = time.process_time()
    first = memo(many)
    assert time.process_time() - start < 3
    assert len(_lines(_read(first), "Heading 1")) >= 40
    assert memo(many) == first


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_opens_it(deck, tmp_path):
    (tmp_path / "memo.docx").write_bytes(memo(deck))
    profile = (tmp_path / "profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        tmp_path / "memo.docx",
    ]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    assert (tmp_path / "memo.pdf").read_bytes().startswith(b"%PDF")
