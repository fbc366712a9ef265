"""The template of the decks: 16:9, the fonts and colours of the house, a layout for every kind of slide.

`python -m svodka.export.pptx.template` writes it anew to `template.pptx` beside this file, from the empty presentation of python-pptx.

Office programs know no list of fonts to fall back on: a theme names one face for headings and one for text. They are faces that Windows
and macOS bring along, both with Cyrillic, rather than PT Serif and PT Sans of the screen, which most offices lack: a missing face is
replaced by any other, wider one, and lines break where they should not. LibreOffice on Linux puts Liberation Sans, of the same widths,
in the place of Arial. Who has the faces of the house chooses them once, under the fonts of the theme; every text follows.
"""

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches

from svodka import wording
from svodka.charts import style as styles
from svodka.export.archive import timeless

PATH = Path(__file__).with_name("template.pptx")
HEADING, TEXT = "Georgia", "Arial"
WIDTH, HEIGHT = 13.333, 7.5
LEFT, FULL = 0.6, 12.133
HALF, SECOND = 5.9, 6.833
# Placeholders by what they hold.
SUBTITLE, BODY, NOTE, SECOND_TITLE, SECOND_SUBTITLE, SECOND_BODY, GROUNDS, FOOTER, NUMBER = range(10, 19)


class Hole(NamedTuple):
    """A placeholder: what it takes, its number, its place in inches, its type size and how it is written."""

    kind: str
    index: int
    left: float
    top: float
    width: float
    height: float
    size: int
    serif: bool = False
    bold: bool = False
    ink: str = "tx1"
    anchor: str = "t"


def _headed(size: int = 28) -> tuple[Hole, ...]:
    return (
        Hole("title", 0, LEFT, 0.35, FULL, 1.0, size, True, True, anchor="b"),
        Hole("body", SUBTITLE, LEFT, 1.4, FULL, 0.5, 14, ink="tx2"),
        Hole("body", NOTE, LEFT, 6.5, FULL, 0.36, 11, ink="tx2", anchor="b"),
    )


LAYOUTS: dict[str, tuple[Hole, ...]] = {
    "title": (
        Hole("title", 0, LEFT + 0.35, 1.9, 11.2, 2.1, 44, True, True, anchor="b"),
        Hole("body", SUBTITLE, LEFT + 0.35, 4.2, 11.2, 1.2, 18, ink="tx2"),
    ),
    "section": (Hole("title", 0, LEFT + 0.35, 2.4, 11.2, 2.2, 40, True, True, "bg1", "ctr"),),
    "chart": (*_headed(), Hole("chart", BODY, LEFT, 2.0, FULL, 4.5, 12)),
    "two charts": (
        Hole("title", 0, LEFT, 0.4, HALF, 1.1, 20, True, True, anchor="b"),
        Hole("body", SUBTITLE, LEFT, 1.52, HALF, 0.55, 11, ink="tx2"),
        Hole("chart", BODY, LEFT, 2.15, HALF, 4.35, 11),
        Hole("body", SECOND_TITLE, SECOND, 0.4, HALF, 1.1, 20, True, True, anchor="b"),
        Hole("body", SECOND_SUBTITLE, SECOND, 1.52, HALF, 0.55, 11, ink="tx2"),
        Hole("chart", SECOND_BODY, SECOND, 2.15, HALF, 4.35, 11),
        Hole("body", NOTE, LEFT, 6.5, FULL, 0.36, 11, ink="tx2", anchor="b"),
    ),
    "quote": (
        Hole("title", 0, LEFT + 0.35, 0.6, FULL - 0.7, 0.8, 20, bold=True, ink="accent1", anchor="b"),
        Hole("body", BODY, LEFT + 0.35, 1.6, FULL - 0.7, 3.7, 30, True, anchor="ctr"),
        Hole("body", SUBTITLE, LEFT + 0.35, 5.45, FULL - 0.7, 1.1, 14, ink="tx2"),
    ),
    "claim": (
        Hole("title", 0, LEFT, 0.4, FULL, 0.7, 20, bold=True, ink="accent1", anchor="b"),
        Hole("body", SUBTITLE, LEFT, 1.12, FULL, 0.36, 13, ink="tx2"),
        Hole("body", BODY, LEFT, 1.6, FULL, 2.0, 28, True, anchor="ctr"),
        Hole("body", GROUNDS, LEFT, 3.8, FULL, 2.65, 14),
        Hole("body", NOTE, LEFT, 6.5, FULL, 0.36, 11, ink="tx2", anchor="b"),
    ),
    "table": (*_headed(), Hole("tbl", BODY, LEFT, 2.0, FULL, 4.5, 12)),
    "sources": (Hole("title", 0, LEFT, 0.35, FULL, 1.0, 28, True, True, anchor="b"), Hole("body", BODY, LEFT, 1.7, FULL, 5.0, 15)),
}
FOOT = (
    Hole("ftr", FOOTER, LEFT, 6.97, FULL - 0.9, 0.3, 9, ink="tx2", anchor="ctr"),
    Hole("sldNum", NUMBER, LEFT + FULL - 0.8, 6.97, 0.8, 0.3, 9, ink="tx2", anchor="ctr"),
)
NAMES = {
    "title": "Title",
    "body": "Text",
    "chart": "Chart",
    "tbl": "Table",
    "ftr": "Footer",
    "sldNum": "Slide number",
}
# What the empty presentation of python-pptx brings along: a picture of itself and the settings of a printer.
UNWANTED = ("/thumbnail", "/printerSettings")
PAPERS = {"title": "bg2", "section": "accent1"}


def made() -> bytes:
    """The template as a file."""
    show = Presentation()
    show.slide_width, show.slide_height = Emu(12_192_000), Emu(6_858_000)
    show.element.sldSz.attrib.pop("type", None)
    for owner in (show.part.package, show.part):
        for name, relation in list(owner._rels.items()):
            if relation.reltype.endswith(UNWANTED):
                owner._rels.pop(name)
    for spare in list(show.slide_layouts)[len(LAYOUTS) :]:
        show.slide_layouts.remove(spare)
    _theme(show)
    _master(show)
    for layout, (name, holes) in zip(show.slide_layouts, LAYOUTS.items(), strict=True):
        _layout(layout, name, holes)
    show.core_properties.title = show.core_properties.author = show.core_properties.last_modified_by = ""
    out = BytesIO()
    show.save(out)
    return timeless(out.getvalue())


def _theme(show: Presentation) -> None:
    style = styles.light(wording.words("en"))
    part = next(rel.target_part for rel in show.slide_master.part.rels.values() if rel.reltype.endswith("/theme"))
    theme = etree.fromstring(part.blob)
    inks = [style.ink, style.paper, style.muted, style.wash, *style.voices[:6], style.accent, style.voices[3]]
    for slot, ink in zip(theme.iter(*map(qn, ("a:clrScheme",))).__next__(), inks, strict=True):
        for old in list(slot):
            slot.remove(old)
        etree.SubElement(slot, qn("a:srgbClr"), val=ink[1:].upper())
    for tag, face in (("a:majorFont", HEADING), ("a:minorFont", TEXT)):
        fonts = next(theme.iter(qn(tag)))
        for old in list(fonts):
            fonts.remove(old)
        for script, typeface in (("a:latin", face), ("a:ea", ""), ("a:cs", "")):
            etree.SubElement(fonts, qn(script), typeface=typeface)
    theme.set("name", "Svodka")
    part._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)


def _master(show: Presentation) -> None:
    master = show.slide_master._element
    tree = master.cSld.spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    holes = (
        Hole("title", 0, LEFT, 0.4, FULL, 0.98, 26, True, True, anchor="b"),
        Hole("body", 1, LEFT, 1.9, FULL, 4.6, 18),
        *FOOT,
    )
    for number, hole in enumerate(holes, start=2):
        tree.append(_shape(hole, number))
    tree.append(_rule(len(holes) + 2))
    styles_ = master.find(qn("p:txStyles"))
    for name in ("p:titleStyle", "p:bodyStyle", "p:otherStyle"):
        old = styles_.find(qn(name))
        for level in list(old):
            if level.tag == qn("a:lvl1pPr") and name != "p:otherStyle":
                old.replace(level, parse_xml(f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0" algn="l"><a:buNone/><a:defRPr/></a:lvl1pPr>'))


def _layout(layout: object, name: str, holes: tuple[Hole, ...]) -> None:
    element = layout._element
    for attribute in ("type", "preserve", "showMasterSp"):
        element.attrib.pop(attribute, None)
    element.set("preserve", "1")
    element.set("userDrawn", "1")
    layout.name = name
    shared = element.cSld
    tree = shared.spTree
    for shape in list(tree)[2:]:
        tree.remove(shape)
    for old in shared.findall(qn("p:bg")):
        shared.remove(old)
    if name in PAPERS:
        element.set("showMasterSp", "0")
        paper = f'<a:solidFill><a:schemeClr val="{PAPERS[name]}"/></a:solidFill>'
        shared.insert(0, parse_xml(f"<p:bg {nsdecls('p', 'a')}><p:bgPr>{paper}<a:effectLst/></p:bgPr></p:bg>"))
    foot = FOOT if name not in PAPERS else tuple(hole._replace(ink="bg1") if name == "section" else hole for hole in FOOT)
    for number, hole in enumerate((*holes, *foot), start=2):
        tree.append(_shape(hole, number))
    if name in ("title", "section", "quote"):
        tree.append(_bar(len(holes) + len(foot) + 2, "bg1" if name == "section" else "accent1", *_beside(name)))


def _beside(name: str) -> tuple[float, float]:
    return (1.6, 3.7) if name == "quote" else (2.0, 3.2)


def _shape(hole: Hole, number: int) -> object:
    """A placeholder with its place and its type."""
    face = "+mj-lt" if hole.serif else "+mn-lt"
    look = (
        f'<a:defRPr sz="{hole.size * 100}" b="{int(hole.bold)}"><a:solidFill><a:schemeClr val="{hole.ink}"/></a:solidFill>'
        f'<a:latin typeface="{face}"/></a:defRPr>'
    )
    side = "r" if hole.kind == "sldNum" else "l"
    field = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="ru-RU"/><a:t>‹#›</a:t></a:fld>'
    said = (
        field if hole.kind == "sldNum" else "" if hole.kind == "ftr" else f'<a:r><a:rPr lang="en-US"/><a:t>{NAMES[hole.kind]}</a:t></a:r>'
    )
    kind = 'type="title"' if hole.kind == "title" else f'type="{hole.kind}" sz="quarter" idx="{hole.index}"'
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="{NAMES[hole.kind]} {number}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr>{_place(hole.left, hole.top, hole.width, hole.height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{hole.anchor}">'
        "<a:normAutofit/></a:bodyPr>"
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{side}"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>{look}'
        "</a:lvl1pPr></a:lstStyle>"
        f"<a:p>{said}</a:p></p:txBody></p:sp>"
    )


def _bar(number: int, ink: str, top: float, height: float) -> object:
    """The upright bar beside a title or a quotation."""
    return _drawn(number, ink, LEFT, top, 0.06, height)


def _rule(number: int) -> object:
    """The hairline above the footer."""
    return _drawn(number, "bg2", LEFT, 6.92, FULL, 0.014)


def _drawn(number: int, ink: str, left: float, top: float, width: float, height: float) -> object:
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="Line {number}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{_place(left, top, width, height)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:schemeClr val="{ink}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )


def _place(left: float, top: float, width: float, height: float) -> str:
    edges = [int(Inches(inches)) for inches in (left, top, width, height)]
    return '<a:xfrm><a:off x="{}" y="{}"/><a:ext cx="{}" cy="{}"/></a:xfrm>'.format(*edges)


if __name__ == "__main__":
    PATH.write_bytes(made())
