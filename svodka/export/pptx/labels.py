"""What stands beside and inside the marks of a native chart: words from the data sheet, numbers, the ends of intervals."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape

from pptx.enum.chart import XL_LABEL_POSITION
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt

from svodka.charts.style import Style
from svodka.export.pptx.book import Book, Column
from svodka.export.pptx.text import LOCALES, rgb

# A part of a bar this small, of the longest bar, has no room for its number.
SMALL = 0.035
C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
FIELD, RANGE = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}", "{02D57815-91ED-43cb-92C2-25804820EDAC}"
NOTHING_ELSE = "".join(f'<c:show{what} val="0"/>' for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"))


def values(series: Any, number: str, size: float, style: Style, position: Any) -> None:
    """The numbers themselves as labels."""
    labels = series.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = number, False
    labels.position = position
    labels.font.size, labels.font.color.rgb = Pt(size), rgb(style.ink)


def parts(series: Any, column: Column, longest: float, size: float, style: Style) -> None:
    """The number inside each part of a bar that has room for it, in the colour of the paper or in ink, whichever stands out."""
    values(series, "General", size, style, XL_LABEL_POSITION.CENTER)
    series.data_labels.font.size = Pt(max(8.0, size - 2))
    series.data_labels.font.color.rgb = rgb(style.paper if _dark(column.colour) else style.ink)
    labels = series.data_labels._element
    for row, value in reversed(list(enumerate(column.values))):
        if not value or value < longest * SMALL:
            labels.insert(0, parse_xml(f'<c:dLbl {nsdecls("c")}><c:idx val="{row}"/><c:delete val="1"/></c:dLbl>'))


def _dark(colour: str) -> bool:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue < 150


def words(series: Any, book: Book, position: str, size: float, style: Style) -> None:
    """Labels in words, taken from the last column of the data sheet: who changes a word there changes the label."""
    lang, ink = LOCALES[style.words.language], f'<a:solidFill><a:srgbClr val="{style.ink[1:].upper()}"/></a:solidFill>'
    points, cached = "", ""
    for row, label in enumerate(book.labels):
        said = escape(label)
        id_ = str(uuid5(NAMESPACE_URL, f"label {row}")).upper()
        points += (
            f'<c:dLbl><c:idx val="{row}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>'
            f'<a:fld id="{{{id_}}}" type="CELLRANGE"><a:rPr lang="{lang}" sz="{int(size * 100)}">{ink}</a:rPr><a:pPr/>'
            f"<a:t>{said}</a:t></a:fld>"
            f'<a:endParaRPr lang="{lang}"/></a:p></c:rich></c:tx><c:dLblPos val="{position}"/>{NOTHING_ELSE}'
            f'<c:extLst><c:ext uri="{FIELD}" {C15}><c15:dlblFieldTable/>'
            f'<c15:showDataLabelsRange val="1"/></c:ext></c:extLst></c:dLbl>'
        )
        cached += f'<c:pt idx="{row}"><c:v>{said}</c:v></c:pt>'
    look = (
        '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>'
        f'<a:defRPr sz="{int(size * 100)}">{ink}</a:defRPr></a:pPr><a:endParaRPr lang="{lang}"/></a:p></c:txPr>'
    )
    series._element.get_or_add_dLbls()
    series._element.replace(
        series._element.find(qn("c:dLbls")),
        parse_xml(
            f'<c:dLbls {nsdecls("c", "a")}>{points}{look}<c:dLblPos val="{position}"/>{NOTHING_ELSE}'
            f'<c:extLst><c:ext uri="{FIELD}" {C15}><c15:showDataLabelsRange val="1"/>'
            '<c15:showLeaderLines val="0"/></c:ext></c:extLst></c:dLbls>'
        ),
    )
    series._element.append(
        parse_xml(
            f'<c:extLst {nsdecls("c", "a")}><c:ext uri="{RANGE}" {C15}><c15:datalabelsRange>'
            f"<c15:f>{book.reference(len(book.columns))}</c15:f><c15:dlblRangeCache>"
            f'<c:ptCount val="{len(book.labels)}"/>{cached}</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>'
        )
    )


def whiskers(series: Any, book: Book, colour: str, plus: int, minus: int | None = None) -> None:
    """Intervals beside the values of a series, their lengths in columns of the data sheet; with one side only, an arrow that way."""
    sides = ""
    for side, index in (("plus", plus), ("minus", minus)):
        if index is not None:
            lengths = enumerate(book.columns[index].values)
            points = "".join(f'<c:pt idx="{row}"><c:v>{length!r}</c:v></c:pt>' for row, length in lengths if length is not None)
            sides += (
                f"<c:{side}><c:numRef><c:f>{book.reference(index)}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
                f'<c:ptCount val="{len(book.names)}"/>{points}</c:numCache></c:numRef></c:{side}>'
            )
    arrow = minus is None
    end = '<a:prstDash val="sysDash"/><a:tailEnd type="triangle"/>' if arrow else ""
    bars = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}><c:errBarType val="{"plus" if arrow else "both"}"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="{int(arrow)}"/>{sides}'
        f'<c:spPr><a:ln w="19050"><a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill>{end}</a:ln></c:spPr></c:errBars>'
    )
    series._element.find(qn("c:cat")).addprevious(bars)
