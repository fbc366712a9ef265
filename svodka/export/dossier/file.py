"""A briefing as one HTML file that opens anywhere without a network: charts to click, every sentence behind them, search, print.

Nothing is fetched: plotly.js, the lands of maps and the typefaces are in the file, and its Content-Security-Policy allows no other source
and no script but its own.
"""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Any

from svodka.briefing import citing
from svodka.briefing.slides import Deck, Slide, Source
from svodka.charts import style as styles
from svodka.charts.style import FONT, SERIF, Style
from svodka.export import fonts, scripts
from svodka.export.characters import address, legal
from svodka.export.dossier import grounds
from svodka.export.dossier.darkness import INKS, counterparts
from svodka.export.dossier.items import Leaf, item
from svodka.export.picture import legend

# Marks in sight of a chart that cites none, and the inks of a picture.
FIRST = 8
PICTURES = ("paper", "ink", "muted")


def page(deck: Deck) -> bytes:
    """The whole file; the deck is one in the light style."""
    words = deck.words
    dark = styles.dark(words)
    figures = [scripts.figure(slide.exhibit.draw()) if _draws(slide) else None for slide in deck.slides]
    leaves = list(_leaves(deck, figures))
    items = "".join(item(leaf, deck) for leaf in leaves)
    body = legal(f'{_cover(deck)}{_aside(leaves, deck)}<main><section id="hits" hidden></section>{items}{_sources(deck)}</main>')
    data = scripts.literal(_data(deck, figures, dark))
    lands = scripts.geography([drawn for drawn in figures if drawn])
    run = [lands, scripts.library(), *map(scripts.source, ("picture.js", "dossier/dossier.js"))]
    html = f"""<!doctype html>
<html lang="{words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(_policy(run))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(legal(deck.name))}</title>
<style id="fonts">{fonts.rules(body + data)}</style>
<style>:root{{{_inks(deck.style)}}}
@media screen and (prefers-color-scheme: dark){{:root{{{_inks(dark)}}}}}
{scripts.source("dossier/dossier.css")}</style>
</head>
<body>
{body}
<script type="application/json" id="data">{data}</script>
{"".join(f"<script>{script}</script>" for script in run)}
</body>
</html>
"""
    return html.encode("utf-8")


def _policy(run: Sequence[str]) -> str:
    """What the page may load: nothing but what is in it, and no script but these."""
    allowed = {"default-src": "'none'", "img-src": "data:", "font-src": "data:", "style-src": "'unsafe-inline'"}
    closed = {"script-src": " ".join(map(scripts.fingerprint, run)), "base-uri": "'none'", "form-action": "'none'"}
    return "; ".join(f"{name} {value}" for name, value in (allowed | closed).items())


def _draws(slide: Slide) -> bool:
    return slide.kind == "chart" and not slide.gone and bool(slide.exhibit and slide.exhibit.draw and slide.exhibit.draw().data)


def _leaves(deck: Deck, figures: list[dict[str, Any] | None]) -> Iterator[Leaf]:
    """The items with their numbers: of a chart whose evidence nobody cites the first marks are in sight."""
    number = 0
    for place, (slide, drawn) in enumerate(zip(deck.slides, figures, strict=True), 1):
        number += slide.kind != "section"
        further = grounds.further(slide, drawn) if drawn else []
        cited = slide.grounds or further[:FIRST]
        height = int(drawn["layout"]["height"]) if drawn else 0
        yield Leaf(slide, place, number, cited, further if slide.grounds else further[FIRST:], height)


def _inks(style: Style) -> str:
    named = "".join(f"--{name}:{getattr(style, name)};" for name in INKS)
    return named + "".join(f"--voice-{rank}:{colour};" for rank, colour in enumerate(style.voices, 1))


def _cover(deck: Deck) -> str:
    words = deck.words
    sentences = {(quote.article_id, quote.start) for slide in deck.slides for quote in slide.quotes}
    items = sum(slide.kind != "section" for slide in deck.slides)
    counts = words("dossier.lead", items=items, sentences=len(sentences), articles=len(deck.sources))
    made = words("dossier.made", day=words.day(deck.day), stamp=deck.stamp[: citing.FINGERPRINT])
    return f'<header class="cover"><h1>{escape(deck.name)}</h1><p>{escape(counts)}</p><p class="about">{escape(made)}</p></header>'


def _aside(leaves: Sequence[Leaf], deck: Deck) -> str:
    """Search, what is shown, and the contents."""
    words = deck.words
    entries = "".join(map(_entry, leaves))
    last = f'<li><a href="#sources">{escape(words("dossier.sources"))}</a></li>' if deck.sources else ""
    notes = _switch("notes", words("dossier.notes"), on=True) if any(slide.item.note.strip() for slide in deck.slides) else ""
    return (
        f'<nav><label class="search"><span>{escape(words("dossier.search"))}</span><input type="search" autocomplete="off"></label>'
        f'<p class="found about" role="status"></p><div class="switches">{_switch("around", words("evidence.context"))}{notes}</div>'
        f'<h2>{escape(words("dossier.contents"))}</h2><ol class="contents">{entries}{last}</ol></nav>'
    )


def _entry(leaf: Leaf) -> str:
    link = f'<a href="#i{leaf.place}">{escape(leaf.slide.title)}</a>'
    if leaf.slide.kind == "section":
        return f'<li class="part">{link}</li>'
    return f'<li><span class="number">{leaf.number}</span>{link}</li>'


def _switch(name: str, said: str, on: bool = False) -> str:
    return f'<label><input type="checkbox" data-show="{name}"{" checked" if on else ""}> {escape(said)}</label>'


def _sources(deck: Deck) -> str:
    if not deck.sources:
        return ""
    listed = "".join(f'<li id="s{number}">{_source(source, deck)}</li>' for number, source in enumerate(deck.sources, 1))
    return f'<section class="item" id="sources"><h2>{escape(deck.words("dossier.sources"))}</h2><ol>{listed}</ol></section>'


def _source(source: Source, deck: Deck) -> str:
    """Its line, the address in it a link that is spelled out, and the fingerprint of its file."""
    line = escape(citing.listed(source, deck.words))
    link = address(source.url)
    if link:
        line = line.replace(escape(link.rstrip(".")), f'<a href="{escape(link)}" rel="noreferrer">{escape(link.rstrip("."))}</a>', 1)
    return f'{line} <span class="stamp">{escape(source.sha256[: citing.FINGERPRINT])}</span>'


def _data(deck: Deck, figures: list[dict[str, Any] | None], dark: Style) -> dict[str, Any]:
    """What the script draws and says; figures and what stands around them by the place of their item."""
    words = deck.words
    drawn = {str(place): figure for place, figure in enumerate(figures, 1) if figure}
    return {
        "figures": drawn,
        "about": {place: _about(deck.slides[int(place) - 1], deck) for place in drawn},
        "dark": counterparts(scripts.literal(drawn), deck.style, dark),
        "language": words.language,
        "sentences": words("count.sentences").split("|"),
        "item": words("dossier.item"),
        "nothing": words("search.nothing"),
        "rest": words("dossier.rest.hits", n="{n}"),
        "failed": words("dossier.failed"),
    }


def _about(slide: Slide, deck: Deck) -> dict[str, Any]:
    """What stands in a picture besides the plot."""
    named = {name: getattr(deck.style, name) for name in PICTURES} | {"sans": FONT, "serif": SERIF}
    said = {"title": slide.title, "subtitle": slide.subtitle, "source": citing.footer(slide, deck)}
    return said | named | {"legend": legend(slide.exhibit, deck.style)}
