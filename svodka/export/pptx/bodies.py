"""What fills the body of a slide: a native chart, a picture, a table, sentences, or why there is nothing."""

from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from typing import Any, NamedTuple

from svodka.briefing.citing import cited
from svodka.briefing.slides import Slide
from svodka.charts.style import Style
from svodka.errors import PictureError
from svodka.exhibits.exhibit import ROWS, Exhibit
from svodka.export.pptx import charts, tables
from svodka.export.pptx.lettering import Fitted, Type, fitted, height
from svodka.export.pptx.tables import GRIDS, Grid
from svodka.export.pptx.text import Box, Run, box, described, plain, textbox, write
from svodka.wording import Words

# Letters kept before the first marked word of a sentence that is too long to be shown whole.
LEAD = 60
GAP = 12
SENTENCES = (22, 20, 18, 16, 14, 13, 12, 11)


class Drawn(NamedTuple):
    """How bodies are written and drawn."""

    words: Words
    style: Style
    day: date
    picture: Callable[[Exhibit], bytes | None] | None


def put(slide: Any, holder: Any, one: Slide, how: Drawn) -> str:
    """Fill the place of a placeholder; what is to be said below it: rows left out, a picture that could not be made."""
    words, exhibit, place = how.words, one.exhibit, box(holder)
    sheet = exhibit.sheet() if exhibit and exhibit.sheet else None
    if one.kind == "chart" and not one.gone and sheet and charts.drawable(sheet):
        described(charts.put(holder, sheet, how.style, how.day), _alt(one, sheet.categories, sheet.said, words))
        return words("card.rest", n=len(sheet.ids) - ROWS) if len(sheet.ids) > ROWS else ""
    holder._element.getparent().remove(holder._element)
    if one.gone or one.kind not in ("chart", "table") or exhibit is None:
        return _text(slide, place, _spoken(one, words), words)
    if exhibit.told:
        return _text(slide, place, [told.text for told in exhibit.told], words)
    image = _picture(one, how)
    if image:
        return _image(slide, place, image, one)
    shown = pages(one, words, place.points, 1)
    if not shown:
        return _text(slide, place, [exhibit.nothing or words("briefing.empty")], words)
    missing = words("pptx.no_picture") if one.kind == "chart" else ""
    return " ".join(part for part in (missing, _table(slide, place, shown[0], one.title, words)) if part)


def pages(one: Slide, words: Words, room: tuple[float, float], most: int) -> list[Grid]:
    """The rows of an exhibit as tables of at most so many pages.

    A table is the whole answer; in the place of a chart stand its rows, each with its value in words.
    """
    sheet = one.exhibit.sheet() if one.exhibit.sheet else None
    listed = sheet and sheet.ids and (one.kind == "chart" or sheet.kind in GRIDS)
    grid = tables.of_sheet(sheet, words) if listed else tables.of_table(one.exhibit.table, words)
    return tables.pages(grid, room, most)


def page(slide: Any, holder: Any, grid: Grid, title: str, words: Words) -> str:
    """One page of a table in the place of a placeholder; what is left out."""
    place = box(holder)
    holder._element.getparent().remove(holder._element)
    return _table(slide, place, grid, title, words)


def marked(text: str, marks: Sequence[tuple[int, int]]) -> list[Run]:
    """A sentence as runs, what is marked in bold."""
    runs, at = [], 0
    for start, stop in sorted(marks):
        runs += [Run(text[at:start]), Run(text[max(at, start) : stop], bold=True)]
        at = max(at, stop)
    return [run for run in [*runs, Run(text[at:])] if run.text]


def window(
    text: str, marks: Sequence[tuple[int, int]], of: Type, sizes: Sequence[float], room: tuple[float, float]
) -> tuple[str, tuple[tuple[int, int], ...], Type]:
    """As much of a sentence as fits, its marks within it, and the type; a long one begins shortly before its first mark."""
    said = fitted(plain(text), of, sizes, room)
    first = min((start for start, _ in marks), default=0)
    if said.text != plain(text) and first > len(said.text) - LEAD:
        begin = text.rfind(" ", 0, first - LEAD) + 1
        moved = tuple((start - begin + 1, stop - begin + 1) for start, stop in marks)
        return _clipped(fitted(f"…{plain(text[begin:])}", of, sizes, room), moved)
    return _clipped(said, marks)


def _clipped(said: Fitted, marks: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...], Type]:
    most = len(said.text)
    return said.text, tuple((start, min(stop, most)) for start, stop in marks if 0 <= start < most), said.type


def _spoken(one: Slide, words: Words) -> list[str]:
    """What a slide says in sentences: why nothing is shown, what may be said aloud, or a quotation with its place."""
    if one.gone:
        return [one.gone, *([one.text] if one.text else [])]
    quoted = one.kind == "quote" and one.quotes
    return [words("quoted", text=one.text), cited(one.quotes[0], words)] if quoted else [one.text or words("briefing.empty")]


def _text(slide: Any, place: Box, sentences: Sequence[str], words: Words) -> str:
    """Sentences below each other, in the largest type in which all of them fit, each cut to its share otherwise."""
    wide, high = place.points
    said, room = [plain(sentence) for sentence in sentences], high - GAP * (len(sentences) - 1)
    types = [Type(size, serif=True) for size in SENTENCES]
    of = next((of for of in types if sum(height(one, of, wide) for one in said) <= room), types[-1])
    share = room if of != types[-1] else room / len(said)
    made = textbox(slide, place, "Text")
    write(made.text_frame, [[Run(fitted(one, of, (of.size,), (wide, share)).text, serif=True)] for one in said], of, words, GAP)
    described(made, " ".join(sentences))
    return ""


def _picture(one: Slide, how: Drawn) -> bytes | None:
    if one.kind != "chart" or how.picture is None or one.exhibit.draw is None or one.exhibit.table.empty:
        return None
    try:
        return how.picture(one.exhibit)
    except PictureError:
        return None


def _image(slide: Any, place: Box, image: bytes, one: Slide) -> str:
    """A picture in the middle of its place, as large as it fits."""
    made = slide.shapes.add_picture(BytesIO(image), place.left, place.top)
    scale = min(place.width / made.width, place.height / made.height)
    made.width, made.height = int(made.width * scale), int(made.height * scale)
    made.left, made.top = place.left + (place.width - made.width) // 2, place.top + (place.height - made.height) // 2
    described(made, f"{one.title}. {one.subtitle}")
    return ""


def _table(slide: Any, place: Box, grid: Grid, title: str, words: Words) -> str:
    described(tables.put(slide, place, grid, words), words("pptx.alt.table", title=title, rows=len(grid.rows)))
    left = [words("pptx.rows_left", n=grid.rows_left)] if grid.rows_left else []
    left += [words("pptx.columns_left", n=grid.columns_left)] if grid.columns_left else []
    return " ".join(left)


def _alt(one: Slide, names: Sequence[str], said: Sequence[str], words: Words) -> str:
    rows = "; ".join(f"{name}: {value}" if value else name for name, value in zip(names, said, strict=True))
    return words("pptx.alt.chart", title=one.title, rows=rows)
