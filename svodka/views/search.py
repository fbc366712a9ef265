"""The search field and what was found as lines: the word in the middle, its context on both sides, who says it, the way to the article."""

from collections.abc import Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from svodka.analysis import options, queries, search
from svodka.analysis import words as vocabulary
from svodka.analysis.queries import Query
from svodka.charts.style import Style
from svodka.errors import QueryError
from svodka.exhibits.exhibit import Asked
from svodka.export import table as files
from svodka.views import follow, jumps, parts, show, switch
from svodka.views.markup import joined, literal
from svodka.wording import Words

# Lines on the screen; the files hold them all.
LINES = 200
WIDTHS = {"short": 60, "long": 140, "sentence": None}
EXAMPLES = 3
COLUMNS = ["query", "before", "keyword", "after", "voice", "role", "title", "outlet", "published", "passage"]
TYPED = 500


def columns() -> tuple[st.delta_generator.DeltaGenerator, st.delta_generator.DeltaGenerator]:
    """The two columns of the page: who says it, and the lines, which need the room."""
    left, right = st.columns([0.25, 0.75], gap="medium")
    return left, right


def ask(asked: Asked) -> tuple[str, str]:
    """What is typed and how it is to be understood; with nothing typed, examples out of these articles."""
    say = asked.words
    with st.container(key="search", gap="small"):
        typed = st.text_input(
            say("search.field"),
            key="search.query",
            max_chars=TYPED,
            placeholder=say("search.placeholder"),
            icon=":material/search:",
            label_visibility="collapsed",
            persist_state="session",
            on_change=_forget,
        )
        mode = switch.choice("search.mode", list(queries.MODES))
        parts.note(say(f"search.hint.{mode}"))
        if not (typed or "").strip():
            _examples(asked, mode)
        elif mode != "concept" and (name := queries.concept(asked.corpus, typed.strip())):
            st.button(
                literal(say("search.concept", name=say("search.quoted", text=name))),
                key="search.concept",
                type="tertiary",
                icon=":material/arrow_forward:",
                on_click=_take,
                args=(name, "concept"),
            )
    return typed or "", mode


def _forget() -> None:
    st.session_state.pop("search.pick", None)


def _examples(asked: Asked, mode: str) -> None:
    listed = examples(asked, mode)
    if not listed:
        return
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="search-examples"):
        st.html(f'<span class="sv-note">{escape(asked.words("search.example"))}</span>', width="content")
        for number, example in enumerate(listed):
            st.button(literal(example), key=f"search.example.{number}", on_click=_take, args=(example, mode))


def _take(typed: str, mode: str) -> None:
    st.session_state["search.query"], st.session_state["search.mode"] = typed, mode
    _forget()


def examples(asked: Asked, mode: str) -> list[str]:
    """Queries that find something in these articles: their most frequent words or concepts, and the first two together."""
    if mode == "concept":
        offered = [getattr(options, kind)(asked.corpus) for kind in ("resources", "countries", "themes")]
        return [asked.words.label(rows.iloc[0]) for rows in offered if len(rows)]
    frequent = list(vocabulary.frequencies(asked.corpus, asked.selection, EXAMPLES)["word"])
    if mode == "pattern":
        return [rf"\b{word[: max(4, len(word) - 3)].lower()}\w*" for word in frequent]
    return [*frequent, "; ".join(frequent[:2])] if len(frequent) > 1 else frequent


def faults(errors: Sequence[QueryError], words: Words) -> None:
    """What is wrong with queries that cannot be searched for, a sentence each."""
    for error in errors:
        parts.note(words(f"search.error.{error.reason}", query=error.query, at=error.at))


def lines(asked: Asked, sought: Sequence[Query], typed: str, mode: str, number: int | None, voices: Sequence[str]) -> None:
    """The card with the lines: of all queries, or of the picked one and of the picked voice."""
    say, style = asked.words, asked.style
    chosen = sought if number is None else [sought[number]]
    counted = search.counts(asked.corpus, asked.selection, chosen)
    rows = counted.by_voice[counted.by_voice["voice_id"].isin(voices)] if voices else counted.by_voice
    total = int(rows["hits"].sum())
    with st.container(border=True, key="card-search-lines"):
        st.html(f'<div class="sv-card"><h2>{escape(say("search.lines"))}</h2><p>{escape(_told(total, say))}</p></div>')
        with st.container(horizontal=True, gap="small", key="search-switches"):
            sort = switch.choice("search.sort", list(search.ORDERS))
            width = switch.choice("search.width", list(WIDTHS))
        if number is not None:
            name = rows["short"].iloc[0] if voices else say("search.quoted", text=chosen[0].text)
            st.button(
                literal(say("search.only", name=name)), key="search.all", icon=":material/close:", icon_position="right", on_click=_forget
            )

        def found(limit: int | None) -> pd.DataFrame:
            return search.hits(asked.corpus, asked.selection, chosen, sort, WIDTHS[width], voices, limit)

        st.html(concordance(found(LINES), jumps.searched(typed, mode), style, whole=width != "short"))
        if (counted.totals["hits"] >= search.MOST).any():
            parts.note(say("search.cut", n=search.MOST))
        with st.container(horizontal=True, gap="small"):
            show.downloads("search.lines", say("search.lines"), _told(total, say), lambda: listed(found(None), chosen, say))
    follow.links()


def _told(total: int, say: Words) -> str:
    return say("search.lines.some", n=total, shown=LINES) if total > LINES else say("search.lines.all", n=total)


def concordance(hits: pd.DataFrame, parameters: dict[str, Any], style: Style, whole: bool = False) -> str:
    """Lines as HTML, each a link to its place in the Reader; `whole` context wraps, a short one stays on its line."""
    told = "".join(_line(hit, parameters, style) for hit in hits.to_dict("records"))
    return f'<ol class="sv-kwic{" whole" if whole else ""}" lang="ru">{told}</ol>'


def _line(hit: dict[str, Any], parameters: dict[str, Any], style: Style) -> str:
    say = style.words
    address = urlencode(parameters | {"read": hit["article_id"], "at": hit["start"]}, doseq=True)
    title = hit["title"] if isinstance(hit["title"], str) else say("reader.untitled", id=hit["article_id"])
    place = joined([hit["outlet"] if isinstance(hit["outlet"], str) else None, say("search.passage", n=hit["passage"])])
    return (
        f'<li style="--voice:{style.voice(int(hit["rank"]))}">'
        f'<a class="sv-go" target="_self" href="reader?{escape(address)}" title="{escape(title)}">'
        f'<span class="before">{escape(hit["before"])}</span><b>{escape(hit["keyword"])}</b>'
        f'<span class="after">{escape(hit["after"])}</span>'
        f'<span class="who"><i>{escape(hit["short"])}</i> · {place}</span></a></li>'
    )


def listed(hits: pd.DataFrame, sought: Sequence[Query], words: Words) -> pd.DataFrame:
    """The lines as the table of a file: the query, the context, the word, who says it and where."""
    return files.labelled(hits.assign(query=[sought[number].text for number in hits["query"]])[COLUMNS], words)
