"""The briefing as files and as a talk, made on demand."""

from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache
from html import escape

import streamlit as st

from svodka.briefing import slides
from svodka.briefing.item import Briefing, packed, unpacked
from svodka.briefing.slides import Deck
from svodka.export import docx, dossier, picture, pptx, xlsx
from svodka.frames.store import Corpus
from svodka.views import frame
from svodka.wording import Words


def bar(found: Briefing, corpus: Corpus) -> None:
    """The way to the full screen, and a button a format."""
    say = frame.words()
    makers: dict[str, Callable[[Deck], bytes]] = {
        "pptx": lambda deck: pptx.deck(deck, picture.album(deck)),
        "xlsx": lambda deck: xlsx.workbook(deck, corpus),
        "docx": docx.memo,
        "html": dossier.page,
    }
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="briefing-files"):
        theme = "dark" if frame.style().dark else "light"
        address = f"talk/{found.briefing_id}?lang={say.language}&theme={theme}"
        st.html(f'<a class="sv-present" href="{escape(address)}" target="_blank">▶&nbsp; {escape(say("briefing.present"))}</a>')
        for kind, make in makers.items():
            st.download_button(
                say(f"briefing.{kind}"),
                data=lambda make=make: make(_deck(found, corpus)),
                file_name=f"svodka-{found.briefing_id}.{kind}",
                key=f"briefing.{kind}",
                icon=":material/download:",
                on_click="ignore",
                disabled=not found.items,
                help=say(f"briefing.{kind}.help"),
            )


def _deck(found: Briefing, corpus: Corpus) -> Deck:
    return _made(corpus, found._replace(items=()), packed(found.items), frame.words(), datetime.now().date())


@lru_cache(maxsize=4)
def _made(corpus: Corpus, found: Briefing, items: str, words: Words, day: date) -> Deck:
    """The deck that all formats are made from, kept for the next of them."""
    return slides.deck(corpus, found._replace(items=unpacked(items)), words, day)
