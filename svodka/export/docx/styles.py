"""The paper of a memo: A4, the styles of the house, its language, and a footer with the page number.

The faces are those of the deck (template.py says why not PT Serif and PT Sans, which most offices lack); the table of fonts names what Word
takes where even they are missing.
"""

from datetime import datetime

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle

from svodka.briefing.citing import FINGERPRINT
from svodka.briefing.slides import Deck
from svodka.charts.style import Style, light
from svodka.export.characters import legal
from svodka.export.docx.parts import field

SERIF, SANS = "Georgia", "Arial"
# Names of faces with Cyrillic letters to take instead, and the family that Word goes by when it has none of them.
FALLBACKS = {SERIF: ("PT Serif, DejaVu Serif, Times New Roman", "roman"), SANS: ("PT Sans, Liberation Sans, Helvetica", "swiss")}
# What the document cannot do without besides the styles made here.
USED = ("Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Caption", "Footer", "List Bullet", "Quote", "Intense Quote")
KEPT = ("Default Paragraph Font", "Normal Table", "No List", "Header")
LANGUAGES = {"ru": "ru-RU", "en": "en-US"}
TEXT_WIDTH = 165  # millimetres
FONT = '<w:font {ns} w:name="{name}"><w:altName w:val="{instead}"/><w:charset w:val="CC"/><w:family w:val="{family}"/></w:font>'
RULE = '<w:pBdr {ns}><w:left w:val="single" w:sz="18" w:space="10" w:color="{colour}"/></w:pBdr>'


def paper(deck: Deck) -> Document:
    """An empty document that looks like one of the house."""
    made = docx.Document()
    house = light(deck.words)
    _page(made)
    _language(made, LANGUAGES[deck.words.language])
    _fonts(made)
    _styles(made, house)
    _footer(made, deck)
    _properties(made, deck)
    return made


def _page(made: Document) -> None:
    section = made.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(25), Mm(210 - 25 - TEXT_WIDTH)
    section.top_margin, section.bottom_margin = Mm(22), Mm(22)


def _language(made: Document, language: str) -> None:
    """The language of the spelling checker, and Word's present way to lay out a page."""
    defaults = made.styles.element.find(qn("w:docDefaults")).find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    defaults.find(qn("w:lang")).set(qn("w:val"), language)
    for setting in made.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _fonts(made: Document) -> None:
    """Name the substitutes of the fonts in the font table."""
    part = next(part for part in made.part.package.iter_parts() if part.partname == "/word/fontTable.xml")
    table = parse_xml(part.blob)
    for name, (instead, family) in FALLBACKS.items():
        table.append(parse_xml(FONT.format(ns=nsdecls("w"), name=name, instead=instead, family=family)))
    part._blob = serialize_part_xml(table)


def _styles(made: Document, house: Style) -> None:
    _pruned(made)
    ink, muted, accent = house.ink, house.muted, house.accent
    _style(made, "Normal", SERIF, 10.5, ink, after=6, line=1.25)
    _style(made, "Title", SERIF, 24, ink, bold=True, after=4)
    _style(made, "Subtitle", SANS, 10, muted, after=18)
    _style(made, "Heading 1", SANS, 16, accent, bold=True, before=22, after=6)
    _style(made, "Heading 2", SANS, 12.5, ink, bold=True, before=16, after=4)
    _style(made, "Caption", SANS, 9, muted, after=6)
    _style(made, "Footer", SANS, 8.5, muted)
    _style(made, "List Bullet", SANS, 9.5, ink, after=3)
    quote = _style(made, "Quote", SERIF, 10.5, ink, before=8, after=2, line=1.25)
    aloud = _style(made, "Intense Quote", SERIF, 13, ink, before=4, after=8, line=1.25)
    citation = _style(made, "Citation", SANS, 8.5, muted, after=8)
    source = _style(made, "Bibliography", SANS, 9.5, ink, after=5)
    _style(made, "Table Text", SANS, 9.5, ink)
    head = _style(made, "Table Head", SANS, 9, muted, bold=True)
    for style in (quote, aloud, citation):
        style.paragraph_format.left_indent = Mm(6)
        style.paragraph_format.right_indent = Mm(4)
    for style, colour in ((quote, house.line), (citation, house.line), (aloud, house.accent)):
        _ruled(style, colour)
    for style in (quote, head, made.styles["Heading 1"], made.styles["Heading 2"]):
        style.paragraph_format.keep_with_next = True
    source.paragraph_format.left_indent, source.paragraph_format.first_line_indent = Mm(9), Mm(-9)
    source.paragraph_format.tab_stops.add_tab_stop(Mm(9))
    for name, colour in (("Hyperlink", accent), ("Reference", accent)):
        link = made.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        link.font.color.rgb, link.font.underline = RGBColor.from_string(colour[1:]), name == "Hyperlink"


def _pruned(made: Document) -> None:
    """The template has 160 styles that no memo uses; without them the list in Word is the one of the house."""
    used = {*KEPT, *USED}
    for style in list(made.styles):
        if style.name not in used:
            style.element.getparent().remove(style.element)
    for linked in list(made.styles.element.iter(qn("w:link"))):
        linked.getparent().remove(linked)


def _style(
    made: Document,
    name: str,
    font: str,
    size: float,
    ink: str,
    bold: bool = False,
    before: float = 0,
    after: float = 0,
    line: float = 1.1,
) -> BaseStyle:
    """A paragraph style of the document, made where the template has it not, free of what the template gave it."""
    styles = made.styles
    style = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    for tag in ("w:pBdr", "w:ind", "w:contextualSpacing", "w:tabs"):
        for old in style.element.findall(f"{qn('w:pPr')}/{qn(tag)}"):
            old.getparent().remove(old)
    for old in style.element.findall(qn("w:rPr")):
        style.element.remove(old)
    style.font.name, style.font.size, style.font.bold = font, Pt(size), bold
    style.font.color.rgb = RGBColor.from_string(ink[1:])
    fonts = style.element.rPr.rFonts
    for script in ("w:cs", "w:eastAsia"):
        fonts.set(qn(script), font)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), line
    form.widow_control = True
    style.hidden, style.quick_style = False, True
    return style


def _ruled(style: BaseStyle, colour: str) -> None:
    """A line at the left of a quotation and of what says whose it is."""
    style.element.get_or_add_pPr().insert_element_before(
        parse_xml(RULE.format(ns=nsdecls("w"), colour=colour[1:])),
        *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"),
    )


def _footer(made: Document, deck: Deck) -> None:
    """What the memo was made of, and the number of the page among all."""
    words = deck.words
    line = made.sections[0].footer.paragraphs[0]
    line.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(legal(words("memo.footer", name=deck.name, stamp=deck.stamp[:FINGERPRINT], day=words.day(deck.day))) + "\t")
    field(line, "PAGE")
    line.add_run(" / ")
    field(line, "NUMPAGES")


def _properties(made: Document, deck: Deck) -> None:
    about, day = made.core_properties, datetime(*deck.day.timetuple()[:3])
    about.title, about.language = legal(deck.name)[:255], LANGUAGES[deck.words.language]
    about.author = about.last_modified_by = deck.words("app.title")
    about.comments, about.created, about.modified, about.revision = "", day, day, 1
