"""The briefing as its author works on it: which one, its items in order, the one in hand with its title and note."""

from collections.abc import Callable
from functools import lru_cache
from html import escape
from typing import Any

import streamlit as st

from svodka.briefing import slides
from svodka.briefing.item import Briefing, Item, changed, moved, packed, removed, unpacked
from svodka.charts.style import Style, shortened
from svodka.frames.store import Corpus
from svodka.knowledge import ROOT
from svodka.views import briefings, frame, link, tables
from svodka.views.markup import literal
from svodka.views.parts import empty, note, quotation
from svodka.wording import Words

ICONS = {"chart": "bar_chart", "table": "table", "quote": "format_quote", "claim": "record_voice_over", "section": "title"}
CHOSEN = "briefing.item"
LETTERS = 60


def choose(found: Briefing) -> None:
    """Which briefing, its name; a new one, undo, removal and its undoing."""
    say, store = frame.words(), briefings.store()
    names = {listed.briefing_id: literal(f"{listed.name} · {listed.items}") for listed in store.listed()}
    steps = store.steps(found.briefing_id)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="briefing-bar"):
        if len(names) > 1:
            st.selectbox(say("briefing.which"), list(names), format_func=names.get, key=briefings.CURRENT, on_change=_forget_item)
        key = f"briefing.name.{found.briefing_id}"
        st.session_state[key] = found.name
        st.text_input(say("briefing.name"), key=key, on_change=_rename, args=(key,), max_chars=120)
        st.button(say("briefing.new"), icon=":material/add:", on_click=_new)
        st.button(say("briefing.undo"), icon=":material/undo:", on_click=_undo, disabled=not steps, shortcut="Ctrl+Z", key="briefing.undo")
        st.button(say("briefing.remove"), icon=":material/delete:", type="tertiary", on_click=_remove_briefing, key="briefing.remove")


def restore() -> None:
    """The way back for a briefing that was removed a moment ago."""
    if gone := st.session_state.get("_briefing.removed"):
        st.button(frame.words()("briefing.restore"), icon=":material/undo:", on_click=_restore, args=(gone,))


def items(found: Briefing, corpus: Corpus) -> Item | None:
    """The items in order, a button each; the one in hand."""
    say, known = frame.words(), {kept.item_id: kept for kept in found.items}
    if st.session_state.get(CHOSEN) not in known:
        st.session_state[CHOSEN] = next(iter(known), None)
    with st.container(border=True, key="outline", gap="xsmall"):
        for number, kept in enumerate(found.items, start=1):
            made = now(corpus, kept)
            mark = f" :orange-badge[{say('briefing.changed')}]" if made.changed or made.gone else ""
            st.button(
                f"{number}. {literal(shortened(_called(made, say), LETTERS))}{mark}",
                key=f"briefing.item.{kept.item_id}",
                icon=f":material/{ICONS[kept.kind]}:",
                type="secondary" if kept.item_id == st.session_state[CHOSEN] else "tertiary",
                on_click=_choose,
                args=(kept.item_id,),
                width="stretch",
            )
        st.button(say("briefing.section.add"), icon=":material/title:", type="tertiary", on_click=_section)
    return known.get(st.session_state[CHOSEN])


def _called(made: slides.Slide, say: Words) -> str:
    """What an item is called in the list: its title, of a quotation its words."""
    said = say("quoted", text=made.text) if made.kind == "quote" and not made.item.title else made.title
    return said or say("briefing.section.untitled")


def now(corpus: Corpus, kept: Item) -> slides.Slide:
    """An item as it stands now, in the language and look of the visitor."""
    return _slide(corpus, frame.style(), packed([kept]))


@lru_cache(maxsize=256)
def _slide(corpus: Corpus, style: Style, kept: str) -> slides.Slide:
    return slides.slide(corpus, unpacked(kept)[0], style.words, style)


def editor(found: Briefing, kept: Item, corpus: Corpus) -> None:
    """The item in hand: title, note, its place, what has changed since it was picked, the way back to its page."""
    say, made = frame.words(), now(corpus, kept)
    number = [one.item_id for one in found.items].index(kept.item_id)
    title, text = f"briefing.title.{kept.item_id}", f"briefing.note.{kept.item_id}"
    st.session_state[title], st.session_state[text] = kept.title, kept.note
    st.text_input(
        say("briefing.title"), key=title, placeholder=made.title, on_change=_edit, args=(kept.item_id, "title", title), max_chars=300
    )
    st.text_area(
        say("briefing.note"), key=text, placeholder=say("briefing.note.hint"), on_change=_edit, args=(kept.item_id, "note", text), height=90
    )
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        step = {"on_click": _move, "type": "tertiary"}
        st.button(
            say("briefing.up"), icon=":material/arrow_upward:", args=(kept.item_id, -1), disabled=not number, key="briefing.up", **step
        )
        last = number == len(found.items) - 1
        st.button(
            say("briefing.down"), icon=":material/arrow_downward:", args=(kept.item_id, 1), disabled=last, key="briefing.down", **step
        )
        st.button(
            say("briefing.drop"), icon=":material/delete:", type="tertiary", on_click=_drop, args=(kept.item_id,), key="briefing.drop"
        )
        if kept.key:
            page, _, what = kept.key.partition(".")
            st.page_link(
                str(ROOT / f"pages/{page}.py"),
                label=say("briefing.open"),
                icon=":material/open_in_new:",
                query_params=link.to(page, kept.selection, kept.options, f"{what}:{kept.mark}" if kept.mark else ""),
            )
        if number and "section" not in (kept.kind, found.items[number - 1].kind):
            beside = f"briefing.beside.{kept.item_id}"
            st.session_state[beside] = kept.beside
            st.toggle(say("briefing.beside"), key=beside, on_change=_edit, args=(kept.item_id, "beside", beside))
    if made.gone:
        empty(made.gone, "")
    if made.changed:
        with st.container(border=True, key="changed"):
            told = "".join(f"<p>{escape(line)}</p>" for line in made.changed)
            st.html(f'<div class="sv-card"><h2>{escape(say("briefing.changed.card"))}</h2>{told}</div>')
            if not made.gone:
                st.button(say("briefing.accept"), icon=":material/check:", on_click=_accept, args=(kept,))


def preview(made: slides.Slide) -> None:
    """The slide as it will be shown, with the sentences behind it."""
    say, style = frame.words(), frame.style()
    with st.container(border=True, key="preview"):
        about = f"<p>{escape(made.subtitle)}</p>" if made.subtitle else ""
        st.html(f'<div class="sv-card"><h2 class="sv-slide">{escape(made.title)}</h2>{about}</div>')
        if made.text:
            st.html(f'<p class="sv-aloud">{escape(made.text)}</p>')
        if made.kind in ("chart", "table") and made.exhibit and not made.gone:
            drawn = made.exhibit.draw() if made.exhibit.draw else None
            if drawn is not None and drawn.data:
                st.plotly_chart(drawn, key="briefing.preview", theme=None, config={"staticPlot": True}, alt=made.title)
            for told in made.exhibit.told:
                st.html(f'<p class="sv-finding">{escape(told.text)}</p>')
    if made.quotes:
        note(say("briefing.evidence", n=len(made.quotes)))
        for quote in made.quotes[:3]:
            st.html(quotation(quote, style))


def _choose(item_id: str) -> None:
    st.session_state[CHOSEN] = item_id


def _forget_item() -> None:
    st.session_state.pop(CHOSEN, None)


def _rename(key: str) -> None:
    name = st.session_state[key].strip()
    briefings.change(lambda found: found._replace(name=name or found.name))


def _new() -> None:
    _guarded(lambda: briefings.store().create(frame.words()("briefing.first"), briefings.now()).briefing_id)


def _restore(briefing_id: str) -> None:
    def put_back() -> str:
        briefings.store().remove(briefing_id, removed=False)
        st.session_state.pop("_briefing.removed", None)
        return briefing_id

    _guarded(put_back)


def _remove_briefing() -> None:
    def remove() -> None:
        st.session_state["_briefing.removed"] = st.session_state[briefings.CURRENT]
        briefings.store().remove(st.session_state[briefings.CURRENT])

    _guarded(remove)


def _guarded(step: Callable[[], str | None]) -> None:
    """Do a step of a callback that chooses another briefing; what goes wrong is told on the next run."""
    with briefings.told():
        chosen = step()
        _forget_item()
        st.session_state.pop(briefings.CURRENT, None)
        if chosen:
            st.session_state[briefings.CURRENT] = chosen


def _undo() -> None:
    with briefings.told():
        briefings.store().undo(st.session_state[briefings.CURRENT], briefings.now())


def _section() -> None:
    made = Item(briefings.new_id(), "section", title=frame.words()("briefing.section.untitled"))
    briefings.change(lambda found: found._replace(items=(*found.items, made)))
    st.session_state[CHOSEN] = made.item_id


def _edit(item_id: str, field: str, key: str) -> None:
    value: Any = st.session_state[key]
    briefings.change(lambda found: changed(found, item_id, **{field: value}))


def _move(item_id: str, by: int) -> None:
    briefings.change(lambda found: moved(found, item_id, by))


def _drop(item_id: str) -> None:
    briefings.change(lambda found: removed(found, item_id))


def _accept(kept: Item) -> None:
    corpus = tables.corpus()
    briefings.change(lambda found: changed(found, kept.item_id, shot=slides.shot(corpus, kept), stamp=corpus.stamp))
