"""The sentences behind every mark of a chart, also behind those that a slide does not cite: in a file nothing can be asked later."""

from collections.abc import Iterable
from typing import Any

from svodka.briefing.slides import CITED, Ground, Slide, of_behind
from svodka.exhibits.exhibit import Behind, Exhibit
from svodka.wording import capital

# Sentences of a row from which those of its cells are taken; marks of a figure that are asked one by one, which takes a while each.
ROW, MOST = 400, 40


def further(slide: Slide, drawn: dict[str, Any]) -> list[Ground]:
    """The grounds of those marks of a figure that are not among the slide's own, the most important first."""
    cited = {ground.mark for ground in slide.grounds}
    order = {mark: number for number, mark in enumerate(slide.exhibit.marks)}
    left = sorted((mark for mark in marks(drawn) if mark not in cited), key=lambda mark: order.get(mark, len(order)))
    cells = _cells(slide.exhibit, left)
    asked = [mark for mark in left if mark not in cells][:MOST]
    found = cells | {mark: ground for mark in asked if (ground := _asked(slide.exhibit, mark))}
    return [found[mark] for mark in left if mark in found]


def marks(drawn: dict[str, Any]) -> list[str]:
    """The ids that the marks carry, each once."""
    data = (entry for trace in drawn["data"] for entry in trace.get("customdata") or ())
    return list(dict.fromkeys(str(entry[0]) for entry in data if isinstance(entry, list) and entry and entry[0]))


def _cells(shown: Exhibit, marks: Iterable[str]) -> dict[str, Ground]:
    """The grounds of cells «row|voice»: one question a row instead of one a cell."""
    wanted: dict[str, list[str]] = {}
    for mark in marks:
        row, _, voice = mark.partition("|")
        if voice:
            wanted.setdefault(row, []).append(voice)
    behinds = ((row, voices, shown.behind(row, ROW)) for row, voices in wanted.items())
    cells = ((behind, f"{row}|{voice}", voice) for row, voices, behind in behinds if behind for voice in voices)
    return {mark: ground for behind, mark, voice in cells if (ground := _cell(behind, mark, voice))}


def _cell(behind: Behind, mark: str, voice: str) -> Ground | None:
    """What one voice says of what stands behind a row."""
    own = [quote for quote in behind.found.quotes if quote.voice_id == voice]
    if not own:
        return None
    found = behind.found._replace(quotes=tuple(own[:CITED]), sentences=len(own))
    return of_behind(behind._replace(found=found), mark, f"{capital(behind.name)} · {own[0].short}", "")


def _asked(shown: Exhibit, mark: str) -> Ground | None:
    behind = shown.behind(mark, CITED)
    return of_behind(behind, mark, capital(behind.name or behind.title), "") if behind and behind.found.sentences else None
