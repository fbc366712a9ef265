"""What python-docx has no call for: fields, links and their targets, rows that are repeated, the description of a table."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph


def element(tag: str, *children: BaseOxmlElement, **attributes: str) -> BaseOxmlElement:
    """An element of WordprocessingML with its attributes and children."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    for child in children:
        made.append(child)
    return made


def field(paragraph: Paragraph, code: str) -> None:
    """A field that the office program fills in: PAGE, NUMPAGES."""
    run = element("r", element("t"))
    run[0].text = "1"
    paragraph._p.append(element("fldSimple", run, instr=code))


def link(paragraph: Paragraph, text: str, anchor: str = "", url: str = "") -> None:
    """A text that leads to a bookmark of the document or to an address of the web."""
    run = paragraph.add_run(text, "Hyperlink" if url else "Reference")
    made = element("hyperlink", **({"anchor": anchor, "history": "1"} if anchor else {}))
    if url:
        made.set(qn("r:id"), paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    paragraph._p.append(made)
    made.append(run._r)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """A place that links lead to, at the end of what the paragraph has so far."""
    paragraph._p.append(element("bookmarkStart", id=str(number), name=name))
    paragraph._p.append(element("bookmarkEnd", id=str(number)))


def language(paragraph: Paragraph, tag: str) -> None:
    """Mark all runs of a paragraph as written in a language, whatever that of the document."""
    for run in paragraph.runs:
        run._r.get_or_add_rPr().append(element("lang", val=tag))


def whole(row: _Row, is_head: bool = False) -> None:
    """A row that no page break divides; a head stands again on top of every page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(element("cantSplit"))
    if is_head:
        properties.append(element("tblHeader"))


def dressed(table: Table, colour: str, title: str, description: str) -> None:
    """Thin lines between the rows and none between the columns, fixed widths, and what a screen reader says before it reads the table."""
    lines = [element(side, val="single", sz="4", space="0", color=colour) for side in ("top", "bottom", "insideH")]
    airs = [element(side, w=width, type="dxa") for side, width in (("top", "50"), ("left", "60"), ("bottom", "50"), ("right", "120"))]
    properties = table._tbl.tblPr
    for tag in ("w:tblLayout", "w:tblLook"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    # in the order that the schema asks for
    properties.append(element("tblBorders", *lines))
    properties.append(element("tblLayout", type="fixed"))
    properties.append(element("tblCellMar", *airs))
    properties.append(element("tblLook", firstRow="1", noVBand="1"))
    properties.append(element("tblCaption", val=title))
    properties.append(element("tblDescription", val=description))
