"""One item of a dossier as HTML: its words, its chart, its evidence. Every text is escaped, the tags are ours alone."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

import numpy as np
import pandas as pd

from svodka.analysis.evidence import Quote
from svodka.briefing import citing
from svodka.briefing.slides import Deck, Ground, Slide
from svodka.exhibits.exhibit import Told
from svodka.export import table as tables
from svodka.export.markup import marked
from svodka.export.picture import legend
from svodka.wording import Words

# Rows of a table below a chart; the workbook holds them all.
ROWS = 200


class Leaf(NamedTuple):
    """An item ready to be written: its slide, its place and its number, the evidence in sight and that which waits for a click.

    Parts have no number. `height` is that of the figure in pixels; 0 where there is none.
    """

    slide: Slide
    place: int
    number: int
    cited: Sequence[Ground] = ()
    further: Sequence[Ground] = ()
    height: int = 0


def item(leaf: Leaf, deck: Deck) -> str:
    """The whole item: heading, what it shows or says, the evidence, the analyst's note, what changed and the filters."""
    slide, words = leaf.slide, deck.words
    if slide.kind == "section":
        return f'<section class="item part" id="i{leaf.place}"><h2>{escape(slide.title)}</h2>{_note(slide, words)}</section>'
    about = f'<p class="about">{escape(slide.subtitle)}</p>' if slide.subtitle else ""
    head = f'<header><h2><a class="number" href="#i{leaf.place}">{leaf.number}</a> {escape(slide.title)}</h2>{about}</header>'
    foot = f'<footer class="filters">{escape(words("dossier.filters", filters="; ".join(slide.filters)))}</footer>' if slide.filters else ""
    body = f'<p class="gone">{escape(slide.gone)}</p>' if slide.gone else _body(leaf, deck)
    parts = [head, body, _note(slide, words), _changed(slide, words), foot]
    return f'<section class="item {escape(slide.kind)}" id="i{leaf.place}" data-number="{leaf.number}">{"".join(parts)}</section>'


def _body(leaf: Leaf, deck: Deck) -> str:
    slide = leaf.slide
    if slide.kind == "quote":
        return "".join(_quoted(quote, deck, "large") for quote in slide.quotes)
    if slide.kind == "claim":
        aloud = f'<p class="aloud">{escape(slide.text)}</p>' if slide.text else ""
        return f"{aloud}{_evidence(leaf, deck)}" if leaf.cited else aloud
    if slide.kind == "table":
        seen = _table(slide, deck.words)
    elif not leaf.height:
        seen = _told(slide, deck)
    else:
        seen = _chart(leaf, deck)
    remark = f'<p class="remark">{escape(slide.remark)}</p>' if slide.remark else ""
    return f'<div class="pair"><div class="seen">{seen}{remark}</div>{_evidence(leaf, deck)}</div>'


def _chart(leaf: Leaf, deck: Deck) -> str:
    slide, words = leaf.slide, deck.words
    named = "".join(f'<li style="--voice:{colour}">{escape(name)}</li>' for name, colour in _voices(slide, deck))
    key = f'<ul class="legend">{named}</ul>' if named else ""
    alt = escape(" ".join(part for part in (slide.title, slide.subtitle) if part))
    buttons = "".join(_button(kind, words) for kind in ("png", "svg"))
    data = f'<details class="data"><summary>{escape(words("card.table"))}</summary>{_table(slide, words)}</details>'
    plot = f'<div class="plot" role="img" aria-label="{alt}" data-figure="{leaf.place}" style="min-height:{leaf.height}px"></div>'
    return f'{key}<div class="frame">{plot}</div><div class="tools">{buttons}</div>{data}'


def _button(kind: str, words: Words) -> str:
    return f'<button type="button" data-picture="{kind}" title="{escape(words(f"dossier.{kind}"))}">{kind.upper()}</button>'


def _voices(slide: Slide, deck: Deck) -> Iterable[tuple[str, str]]:
    """The legend, its colours as the style sheet names them."""
    names = {colour: _voice(rank) for rank, colour in enumerate(deck.style.voices, 1)}
    return [(name, names.get(colour, _voice(None))) for name, colour in legend(slide.exhibit, deck.style)]


def _voice(rank: int | None) -> str:
    return f"var(--voice-{rank},var(--neutral))"


def _told(slide: Slide, deck: Deck) -> str:
    """Sentences instead of a chart, each the way to its evidence."""
    if not slide.exhibit or not slide.exhibit.told:
        return f'<p class="gone">{escape((slide.exhibit.nothing if slide.exhibit else "") or deck.words("empty.chart"))}</p>'
    cited = {ground.mark for ground in slide.grounds}
    said = "".join(f'<li style="--voice:{_voice(told.rank)}">{_saying(told, told.mark in cited)}</li>' for told in slide.exhibit.told)
    return f'<ul class="told">{said}</ul>'


def _saying(told: Told, cited: bool) -> str:
    return f'<button type="button" data-mark="{escape(told.mark)}">{escape(told.text)}</button>' if cited else escape(told.text)


def _table(slide: Slide, words: Words) -> str:
    shown = tables.labelled(slide.exhibit.table, words)
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in shown.columns)
    body = "".join(f"<tr>{''.join(_cell(cell, words) for cell in row)}</tr>" for row in shown.head(ROWS).itertuples(index=False, name=None))
    rest = f'<p class="about">{escape(words("card.rest", n=len(shown) - ROWS))}</p>' if len(shown) > ROWS else ""
    return f'<div class="rows" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{rest}'


def _cell(cell: object, words: Words) -> str:
    if cell is None or cell is pd.NaT or cell != cell:
        return "<td></td>"
    if isinstance(cell, bool | np.bool_):
        return f"<td>{escape(words('yes')) if cell else ''}</td>"
    if isinstance(cell, int | float | np.number):
        return f'<td class="n">{escape(words.number(float(cell), 2))}</td>'
    return f"<td>{escape(words.day(cell) if isinstance(cell, pd.Timestamp) else str(cell))}</td>"


def _evidence(leaf: Leaf, deck: Deck) -> str:
    """The sentences behind each mark, the first ones in sight; those of marks that are not cited wait for a click."""
    words = deck.words
    hint = f'<p class="about hint">{escape(words("dossier.hint"))}</p>' if leaf.height else ""
    cited = "".join(_ground(ground, deck, opened=not at) for at, ground in enumerate(leaf.cited))
    waiting = "".join(_ground(ground, deck, waits=True) for ground in leaf.further)
    none = f'<p class="about none" hidden>{escape(words("dossier.absent"))}</p>'
    label = escape(words("evidence.title"))
    return f'<aside class="evidence" aria-label="{label}" tabindex="0"><h3>{label}</h3>{hint}{cited}{waiting}{none}</aside>'


def _ground(ground: Ground, deck: Deck, opened: bool = False, waits: bool = False) -> str:
    said = f' <span class="said">{escape(ground.said)}</span>' if ground.said else ""
    rest = ground.sentences - len(ground.quotes)
    more = f'<p class="about">{escape(deck.words("dossier.rest", n=rest))}</p>' if rest > 0 else ""
    quotes = "".join(_quoted(quote, deck) for quote in ground.quotes)
    state = f"{' open' if opened else ''}{' hidden data-waits' if waits else ''}"
    return (
        f'<details class="ground" data-mark="{escape(ground.mark)}"{state}>'
        f"<summary><b>{escape(ground.name)}</b>{said}</summary>{quotes}{more}</details>"
    )


def _quoted(quote: Quote, deck: Deck, size: str = "") -> str:
    """A sentence with its voice above and its place below, which leads to the article in the list of sources."""
    words = deck.words
    number = next((at for at, source in enumerate(deck.sources, 1) if source.article_id == quote.article_id), None)
    said = ", ".join(part for part in (words("quoted", text=quote.article), quote.outlet, _day(quote, words)) if part)
    article = f'<a href="#s{number}">{escape(said)}</a>' if number else escape(said)
    who = f"<b>{escape(quote.voice)}</b> · {escape(words(f'role.{quote.role}.one'))} · {escape(words(f'turn.{quote.turn_kind}'))}"
    before, after = (f'<i class="around">{escape(text)} </i>' if text else "" for text in (quote.before, quote.after))
    sentence = f'<span class="sentence">{marked(quote.text, quote.marks)}</span>'
    return (
        f'<figure class="quote {size}" style="--voice:{_voice(quote.rank)}" data-place="{escape(quote.article_id)}:{quote.start}">'
        f"<figcaption>{who}</figcaption><blockquote>{before}{sentence} {after}</blockquote>"
        f'<p class="place">{article} · {escape(citing.place(quote, words))}</p></figure>'
    )


def _day(quote: Quote, words: Words) -> str:
    return words.day(quote.published) if quote.published is not None else ""


def _note(slide: Slide, words: Words) -> str:
    lines = "".join(f"<p>{escape(line)}</p>" for line in slide.item.note.splitlines() if line.strip())
    return f'<aside class="note"><h3>{escape(words("dossier.note"))}</h3>{lines}</aside>' if lines else ""


def _changed(slide: Slide, words: Words) -> str:
    if not slide.changed or slide.gone:
        return ""
    told = "".join(f"<li>{escape(line)}</li>" for line in slide.changed)
    return f'<details class="changed"><summary>{escape(words("dossier.changed"))}</summary><ul>{told}</ul></details>'
