"""How a sentence, an article and a whole briefing say where they come from."""

from svodka.analysis.evidence import Quote
from svodka.briefing.slides import Deck, Slide, Source
from svodka.wording import Words

# Letters of a fingerprint that people compare.
FINGERPRINT = 12


def cited(quote: Quote, words: Words) -> str:
    """«Иван Петров, эксперт · «Название», Вестник, 12.01.2026 · абзац 7 из 19»: what is not known is left out."""
    who = ", ".join([quote.voice, words(f"role.{quote.role}.one")])
    return " · ".join([who, _article(quote.article, quote.outlet, quote.published, words), place(quote, words)])


def place(quote: Quote, words: Words) -> str:
    """«абзац 7 из 19»."""
    return words("evidence.place", passage=quote.passage, passages=quote.passages)


def listed(source: Source, words: Words) -> str:
    """An article in a list of sources: title, outlet, day, address, file; that the day is not known is said."""
    day = words.day(source.published) if source.published is not None else source.published_note or words("cite.undated")
    parts = [words("quoted", text=source.title), source.outlet or words("unknown.outlet"), day, source.url, source.file]
    return ". ".join(str(part).rstrip(".") for part in parts if part) + "."


def footer(slide: Slide, deck: Deck) -> str:
    """The filters, the fingerprint of the corpus and the day: what the foot of a slide or page says."""
    chosen = "; ".join(slide.filters) or deck.words("provenance.none")
    return deck.words("cite.footer", filters=chosen, stamp=deck.stamp[:FINGERPRINT], day=deck.words.day(deck.day))


def _article(title: str, outlet: str | None, published: object, words: Words) -> str:
    day = words.day(published) if published is not None else None
    return ", ".join(part for part in (words("quoted", text=title), outlet, day) if part)
