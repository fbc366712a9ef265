"""Speaker notes: what the analyst noted, and the sentence behind every number of the slide."""

from collections.abc import Iterable

from svodka.briefing.citing import cited
from svodka.briefing.slides import Ground, Quote, Slide
from svodka.wording import Words


def of(made: Slide, words: Words) -> list[str]:
    """The paragraphs of the notes: the note, the evidence mark by mark, how to read the slide, and what changed since it was picked."""
    told = made.item.note.splitlines()
    if made.grounds:
        told += _apart(told, words("evidence.title"))
    for ground in made.grounds:
        told += _ground(ground, words)
    if made.remark:
        told += [*_apart(told, words("pptx.remark")), made.remark]
    if made.changed or made.gone:
        told += [*_apart(told, words("book.changed")), *dict.fromkeys([*([made.gone] if made.gone else []), *made.changed])]
    return told


def sentence(quote: Quote, words: Words) -> str:
    """«Текст.» — чей, в какой статье, в каком абзаце."""
    return f"{words('quoted', text=quote.text)} — {cited(quote, words)}"


def _ground(ground: Ground, words: Words) -> Iterable[str]:
    more = ground.sentences - len(ground.quotes)
    return [
        " — ".join(part for part in (ground.name, ground.said) if part),
        *(f"  • {sentence(quote, words)}" for quote in ground.quotes),
        *([words("pptx.more_sentences", n=more)] if more > 0 else []),
    ]


def _apart(told: list[str], heading: str) -> list[str]:
    return ["", heading] if told else [heading]
