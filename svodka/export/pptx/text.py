"""Text on a slide: paragraphs of runs in the faces of the theme, safe whatever an article holds."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Pt

from svodka.export.characters import address, cut, legal
from svodka.export.pptx.lettering import Type
from svodka.wording import Words

LOCALES = {"ru": "ru-RU", "en": "en-GB"}
# A line break would end the paragraph in one program and not in another.
SPACES = str.maketrans("\t\n\r\u2028\u2029", "     ")
# LibreOffice does not take the look of a footer from its layout.
FOOT_LOOK = '<a:solidFill><a:schemeClr val="{}"/></a:solidFill><a:latin typeface="+mn-lt"/>'
# Letters of a description that a screen reader reads out.
DESCRIBED = 1_000


class Run(NamedTuple):
    """A stretch of text in one look."""

    text: str
    bold: bool = False
    muted: bool = False
    serif: bool = False
    size: float | None = None
    link: str | None = None


class Box(NamedTuple):
    """A place on a slide, in EMU."""

    left: int
    top: int
    width: int
    height: int

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points."""
        return Emu(self.width).pt, Emu(self.height).pt


def box(shape: Any) -> Box:
    """Where a shape stands."""
    return Box(shape.left, shape.top, shape.width, shape.height)


def plain(text: str) -> str:
    """A text on one line, without characters that a file cannot hold."""
    return legal(text).translate(SPACES)


def write(frame: Any, paragraphs: Sequence[Sequence[Run]], of: Type | None, words: Words, gap: float = 0) -> None:
    """Fill a text frame, `gap` points between paragraphs; without a type the text has that of its placeholder."""
    frame.word_wrap = True
    for number, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if number and gap:
            paragraph.space_before = Pt(gap)
        for run in runs:
            _add(paragraph, run, of, words)


def _add(paragraph: Any, run: Run, of: Type | None, words: Words) -> None:
    added = paragraph.add_run()
    added.text = plain(run.text)
    added._r.get_or_add_rPr().set("lang", LOCALES[words.language])
    size = run.size or (of.size if of else None)
    if size:
        added.font.size = Pt(size)
    if run.bold:
        added.font.bold = True
    if run.muted:
        added.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    if run.serif:
        added.font.name = "+mj-lt"
    link = address(run.link)
    if link:
        added.hyperlink.address = link


def described(shape: Any, text: str) -> None:
    """Give a shape the text that a screen reader says in its place."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", cut(plain(text), DESCRIBED))


def textbox(slide: Any, at: Box, name: str) -> Any:
    """A new text box without margins."""
    made = slide.shapes.add_textbox(*at)
    made.name = name
    frame = made.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.TOP
    return made


def rgb(colour: str) -> RGBColor:
    """A `#rrggbb` colour."""
    return RGBColor.from_string(colour[1:].upper())


def foot(slide: Any, said: str, number: int, words: Words, holes: tuple[int, int], ink: str = "tx2") -> None:
    """The footer and the number of a slide, in the places of its layout."""
    lang = LOCALES[words.language]
    field = f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:rPr lang="{lang}"/><a:t>{number}</a:t></a:fld>'
    text = f'<a:pPr algn="l"/><a:r><a:rPr lang="{lang}" sz="900">{FOOT_LOOK.format(ink)}</a:rPr><a:t/></a:r>'
    for kind, index, inner in (("ftr", holes[0], text), ("sldNum", holes[1], field)):
        id_ = max(int(taken) for taken in slide.shapes._spTree.xpath("//p:cNvPr/@id")) + 1
        shape = parse_xml(
            f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{id_}" name="{kind} {id_}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{inner}</a:p></p:txBody></p:sp>"
        )
        if kind == "ftr":
            shape.xpath(".//a:t")[0].text = plain(said)
        shape.xpath(".//p:cNvPr")[0].set("descr", plain(said) if kind == "ftr" else str(number))
        slide.shapes._spTree.append(shape)
