"""From one find of an article to the next, and the link to the place where one is."""

from html import escape
from typing import Any, NamedTuple
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from svodka.analysis import queries, search
from svodka.analysis.reading import in_sight
from svodka.charts.style import shortened
from svodka.exhibits.exhibit import Asked
from svodka.views import frame, link, page
from svodka.views.markup import literal
from svodka.wording import Words

# Letters of a query on its button: on a laptop, on a phone.
WIDE, NARROW = 32, 12


class Sought(NamedTuple):
    """The queries of the link that led here, as typed, and their places in the article: `start, stop`."""

    typed: str
    places: pd.DataFrame


def sought(asked: Asked, article_id: str) -> Sought:
    """What the search that led here finds in this article, the filters applied; nothing when the link carries no query."""
    _forget_former()
    typed, mode = st.session_state.get("reader.query") or "", st.session_state.get("reader.mode")
    found = queries.asked(asked.corpus, typed, mode if mode in queries.MODES else "lemma").queries
    if not found:
        return Sought("", pd.DataFrame({"start": [], "stop": []}, dtype="int64"))
    hits = search.hits(asked.corpus, asked.selection._replace(articles=(article_id,)), found)
    return Sought("; ".join(query.text for query in found), hits[["start", "stop"]].drop_duplicates("start").sort_values("start"))


def _forget_former() -> None:
    """A link that names an article names its query too: one of an earlier visit is not meant."""
    address = st.query_params
    if "read" in address and "q" not in address:
        st.session_state["reader.query"] = ""
    if "read" in address and "by" not in address:
        st.session_state["reader.mode"] = link.DEFAULTS["reader.mode"]


def bar(article_id: str, highlighted: pd.DataFrame, sought: Sought) -> None:
    """How to go from one find to the next, of the query that led here, else of what is highlighted; the link to the place."""
    say, at = frame.words(), page.whole("reader.at")
    listed = in_sight(sought.places if sought.typed else highlighted)
    before, after = [place for place in listed if place < at], [place for place in listed if place > at]
    number = say("reader.find", n=len(before) + 1, total=len(listed)) if at in listed else say("reader.finds", n=len(listed))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="reader-bar"):
        _jump("previous", "Left", before[-1] if before else None, say)
        st.html(f'<span class="sv-finds">{escape(number)}</span>', width="content")
        _jump("next", "Right", after[0] if after else None, say)
        if sought.typed:
            st.button(
                literal(say("search.quoted", text=shortened(sought.typed, NARROW if frame.style().narrow else WIDE))),
                key="reader.forget",
                icon=":material/close:",
                icon_position="right",
                help=say("reader.forget"),
                on_click=_forget,
            )
        _share(article_id, at, say)


def _jump(where: str, key: str, place: int | None, say: Words) -> None:
    st.button(
        say(f"reader.{where}"),
        key=f"reader.{where}",
        shortcut=key,
        disabled=place is None,
        on_click=_go,
        args=(place,),
    )


def _go(place: int) -> None:
    st.session_state["reader.at"] = str(place)


def _forget() -> None:
    st.session_state["reader.query"] = ""


def _share(article_id: str, at: int, say: Words) -> None:
    """The address of the asked sentence, or of the article, to be copied."""
    with (
        st.container(key="reader-link", width="content"),
        st.popover(say("reader.link"), icon=":material/link:", type="tertiary"),
    ):
        st.html(f'<p class="sv-note">{escape(say("reader.link.hint" if at < 0 else "reader.link.sentence"))}</p>')
        home = (st.context.url or "").split("?")[0]
        st.code(f"{home}?{urlencode(address(article_id) | ({'at': at} if at >= 0 else {}), doseq=True)}", language=None, wrap_lines=True)


def address(article_id: str) -> dict[str, Any]:
    """What a link into this article carries: the language, the filters, the query that led here."""
    return searched(st.session_state.get("reader.query") or "", st.session_state.get("reader.mode") or "lemma") | {"read": article_id}


def searched(typed: str, mode: str) -> dict[str, Any]:
    """What a link to the Reader carries of a search, language and filters with it; what goes without saying is left out."""
    query = {"q": typed} if typed else {}
    way = {"by": mode} if typed and mode != link.DEFAULTS["reader.mode"] else {}
    return link.parameters() | query | way
