"""Speaker notes: what the analyst noted, and the sentence behind every number of the slide."""

from collections.abc import Iterable

from svodka.analysis.evidence import Quote
from svodka.briefing.citing import cited
from svodka.briefing.slides import Ground, Slide
from svodka.wording import Words

# Sentences noted for one mark of a chart: who speaks cannot read more at a glance.
NOTED = 3


def of(made: Slide, words: Words) -> list[str]:
    """The paragraphs of the notes: the note, the evidence mark by mark, how to read the slide, and what changed since it was picked."""
    told = made.item.note.splitlines()
    if made.grounds:
        told += _apart(told, words("evidence.title"))
    most = NOTED if made.kind in ("chart", "table") else None
    for ground in made.grounds:
        told += _ground(ground, most, words)
    if made.remark:
        told += [*_apart(told, words("pptx.remark")), made.remark]
    if made.changed or made.gone:
        told += [*_apart(told, words("book.changed")), *dict.fromkeys([*([made.gone] if made.gone else []), *made.changed])]
    return told


def sentence(quote: Quote, words: Words) -> str:
    """«Текст.» — чей, в какой статье, в каком абзаце."""
    return f"{words('quoted', text=quote.text)} — {cited(quote, words)}"


def _ground(ground: Ground, most: int | None, words: Words) -> Iterable[str]:
    quotes = ground.quotes[:most]
    more = ground.sentences - len(quotes)
    return [
        " — ".join(part for part in (ground.name, ground.said) if part),
        *(f"  • {sentence(quote, words)}" for quote in quotes),
        *([words("pptx.more_sentences", n=more)] if more > 0 else []),
    ]


def _apart(told: list[str], heading: str) -> list[str]:
    return ["", heading] if told else [heading]
