"""A briefing as a talk: one page of the browser that fills the screen, an item a screen, driven by keys."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from svodka.analysis.evidence import Quote
from svodka.briefing import citing
from svodka.briefing.slides import Deck, Ground, Slide, screens
from svodka.charts.style import Style
from svodka.export import markup
from svodka.export import table as tables
from svodka.wording import Words

HERE = Path(__file__).parent
RATIOS = {"16:9": "16 / 9", "4:3": "4 / 3"}
# Sentences shown for one mark, rows of a table and letters of a quotation that a screen holds.
TOLD, ROWS, LETTERS = 5, 12, 420
# Letters that follow the last mark at least.
BEHIND = 60
KEYS = ("next", "back", "ends", "evidence", "black", "notes", "full", "ratio", "theme", "help", "leave")


def page(deck: Deck, ratio: str = "16:9", plotly: str = "plotly.js", topojson: str = "/app/static/topojson/") -> bytes:
    """The whole talk as one HTML page; `plotly` and `topojson` are the addresses of the drawing library and of the maps."""
    words, style = deck.words, deck.style
    shown = screens(deck)
    bodies = [_title(deck), *(_screen(one, deck) for one in shown), *([_sources(deck)] if deck.sources else [])]
    figures = "".join(_figure(f"{number}-{side}", slide) for number, one in enumerate(shown, 1) for side, slide in enumerate(one))
    sections = "".join(f'<section class="slide {kind}" data-number="{n}">{body}</section>' for n, (kind, body) in enumerate(bodies))
    html = f"""<!doctype html>
<html lang="{words.language}" data-ratio="{escape(ratio)}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(deck.name)}</title>
<style>:root{{{_inks(style)}--ratio:{RATIOS.get(ratio, RATIOS["16:9"])};}}
{(HERE / "talk.css").read_text(encoding="utf-8")}</style></head>
<body data-topojson="{escape(topojson)}">
<main class="stage">{sections}
<aside class="evidence" tabindex="-1" aria-live="polite"></aside>
<div class="bar"><i></i></div><div class="count"></div>
<nav><button data-do="back" aria-label="{escape(words("talk.back"))}">‹</button>
<button data-do="next" aria-label="{escape(words("talk.next"))}">›</button></nav></main>
<div class="black"></div>
{_help(words)}
{_notes(words)}
{figures}
<script src="{escape(plotly)}"></script>
<script>{(HERE / "talk.js").read_text(encoding="utf-8")}</script>
</body></html>"""
    return html.encode()


def _help(words: Words) -> str:
    """The keys and what they do."""
    listed = "".join(f"<dt>{escape(words(f'talk.key.{key}'))}</dt><dd>{escape(words(f'talk.{key}'))}</dd>" for key in KEYS)
    return f'<div class="help"><dl>{listed}</dl></div>'


def _notes(words: Words) -> str:
    """The second window: what comes next, the slide's title, its notes and evidence, and the time."""
    after = f'<p class="next">{escape(words("talk.after"))}: <b></b></p>'
    return f'<section class="notes">{after}<h1></h1><div class="note"></div><div class="behind"></div><time></time></section>'


def _inks(style: Style) -> str:
    return "".join(f"--{name}:{getattr(style, name)};" for name in ("paper", "ink", "muted", "line", "wash", "accent"))


def _title(deck: Deck) -> tuple[str, str]:
    words = deck.words
    about = " · ".join([words("talk.slides", n=len(deck.slides)), words("talk.sources", n=len(deck.sources)), words.day(deck.day)])
    return "title", f'<h1>{escape(deck.name)}</h1><p class="about">{escape(about)}</p>'


def _screen(shown: Sequence[Slide], deck: Deck) -> tuple[str, str]:
    first, words = shown[0], deck.words
    if first.kind == "section":
        return "section", f"<h1>{escape(first.title)}</h1>{_aside(shown, words, deck.style)}"
    bodies = "".join(_body(slide, words, deck.style) for slide in shown)
    foot = f"<footer>{escape(citing.footer(first, deck))}</footer>"
    return ("two" if len(shown) > 1 else first.kind), f'<div class="bodies">{bodies}</div>{foot}{_aside(shown, words, deck.style)}'


def _body(slide: Slide, words: Words, style: Style) -> str:
    head = f'<h1>{escape(slide.title)}</h1><p class="about">{escape(slide.subtitle)}</p>'
    if slide.gone:
        return f'<article>{head}<p class="gone">{escape(slide.gone)}</p></article>'
    if slide.kind == "quote":
        quote = slide.quotes[0]
        return f"<article>{_quoted(quote, words, style)}</article>"
    if slide.kind == "claim":
        carried = "".join(_quoted(quote, words, style) for quote in slide.quotes[:2])
        return f'<article>{head}<p class="aloud">{escape(slide.text)}</p><div class="carried">{carried}</div></article>'
    if slide.exhibit and slide.exhibit.told:
        told = "".join(f"<li>{escape(one.text)}</li>" for one in slide.exhibit.told)
        return f'<article>{head}<ul class="told">{told}</ul></article>'
    if slide.kind == "table":
        return f"<article>{head}{_table(slide, words)}</article>"
    return f'<article>{head}<div class="plot"><div></div></div><p class="remark">{escape(slide.remark)}</p></article>'


def _table(slide: Slide, words: Words) -> str:
    """The rows as the chart says them, else the first columns of the table."""
    sheet = slide.exhibit.sheet() if slide.exhibit.sheet else None
    if sheet:
        rows = [(name, said) for name, said in zip(sheet.categories, sheet.said, strict=True)]
    else:
        shown = tables.labelled(slide.exhibit.table, words)
        rows = [tuple(_written(cell, words) for cell in row[:5]) for row in shown.itertuples(index=False, name=None)]
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows[:ROWS])
    rest = f'<p class="about">{escape(words("card.rest", n=len(rows) - ROWS))}</p>' if len(rows) > ROWS else ""
    return f"<table><tbody>{body}</tbody></table>{rest}"


def _written(cell: object, words: Words) -> str:
    if cell is None or cell != cell:
        return ""
    return words.number(float(cell)) if isinstance(cell, int | float) else str(cell)


def _aside(shown: Sequence[Slide], words: Words, style: Style) -> str:
    """What the audience does not see at once: the evidence of each mark, and the presenter's notes."""
    notes = "".join(f"<p>{escape(line)}</p>" for slide in shown for line in slide.item.note.splitlines() if line)
    grounds = "".join(_ground(ground, words, style) for slide in shown for ground in slide.grounds)
    return f'<template class="behind">{grounds}</template><template class="note">{notes}</template>'


def _ground(ground: Ground, words: Words, style: Style) -> str:
    said = f" — {escape(ground.said)}" if ground.said else ""
    told = ground.quotes[:TOLD]
    rest = ground.sentences - len(told)
    more = f'<p class="about">{escape(words("talk.more", n=rest))}</p>' if rest > 0 else ""
    quotes = "".join(_quoted(quote, words, style) for quote in told)
    return f'<div data-mark="{escape(ground.mark)}"><h2>{escape(ground.name)}{said}</h2>{quotes}{more}</div>'


def _quoted(quote: Quote, words: Words, style: Style) -> str:
    colour = f' style="--voice:{style.voice(quote.rank)}"'
    cite = escape(citing.cited(quote, words))
    return f"<figure{colour}><blockquote>{marked(quote)}</blockquote><figcaption>{cite}</figcaption></figure>"


def marked(quote: Quote) -> str:
    """The sentence, escaped, its found words in `<mark>`; a very long one cut with an ellipsis behind its last mark."""
    text, room = quote.text, max(LETTERS, max((stop for _, stop in quote.marks), default=0) + BEHIND)
    cut = text if len(text) <= room else text[:room].rsplit(" ", 1)[0] + "…"
    return markup.marked(cut, quote.marks)


def _sources(deck: Deck) -> tuple[str, str]:
    listed = "".join(f"<li>{escape(citing.listed(source, deck.words))}</li>" for source in deck.sources)
    return "sources", f"<h1>{escape(deck.words('talk.sources.title'))}</h1><ol>{listed}</ol>"


def _figure(name: str, slide: Slide) -> str:
    """The data of a chart; `<` is written so that no text of an article can end the script."""
    if slide.kind != "chart" or slide.gone or not (slide.exhibit and slide.exhibit.draw):
        return ""
    data = slide.exhibit.draw().to_json().replace("<", "\\u003c")
    return f'<script type="application/json" class="figure" data-for="{name}">{data}</script>'
