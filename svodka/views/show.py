"""The parts a page is made of: headline, chart card with its table and downloads, the drawer with the evidence."""

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from svodka.exhibits import safe
from svodka.exhibits.exhibit import Asked, Behind, Exhibit
from svodka.exhibits.filters import named
from svodka.export import table as files
from svodka.knowledge import ROOT
from svodka.views import briefings, filters, frame, link, pictures, tables
from svodka.views.markup import joined
from svodka.views.parts import empty, html_table, legend, note, quotation

SENTENCES = 5
# On a phone the drawer stands below the charts: a fresh pick brings it into sight.
TO_DRAWER = "<script>document.querySelector('.st-key-evidence-{page}')?.scrollIntoView({{behavior: 'smooth'}});</script>"
COPY = """<button class="sv-copy" id="copy-{id}">{copy}</button>
<script>
document.getElementById('copy-{id}').onclick = () =>
  navigator.clipboard.writeText(document.getElementById('{id}').textContent);
</script>"""
PLOTLY = {
    "displayModeBar": False,
    "scrollZoom": False,
    "doubleClick": False,
    "responsive": True,
    "topojsonURL": "/app/static/topojson/",
}


def headline(title: str, lead: str = "") -> None:
    """The finding as the title of the page, and one sentence that says what is seen."""
    st.html(f'<header class="sv-head"><h1>{escape(title)}</h1><p>{escape(lead)}</p></header>')


def headline_place() -> Callable[[str, str], None]:
    """Where the headline will stand, for a page whose title depends on a switch below it."""
    place = st.container(key="headline")

    def fill(title: str, lead: str = "") -> None:
        with place:
            headline(title, lead)

    return fill


def statement(title: str, sentences: Sequence[str]) -> None:
    """A card of words: a title and a few sentences; nothing at all when there are none."""
    if sentences:
        told = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences)
        with st.container(border=True):
            st.html(f'<div class="sv-card"><h2>{escape(title)}</h2>{told}</div>')


def exhibit(shown: Exhibit) -> str | None:
    """A card with what an exhibit draws or tells, or its table, and its downloads; the id of its picked mark, if any."""
    page, what = shown.key.split(".")
    if shown.draw is None and not shown.told:
        return None
    with st.container(border=True, key=f"card-{page}-{what}"):
        head = f"<p>{escape(shown.subtitle)}</p>" if shown.subtitle else ""
        st.html(f'<div class="sv-card"><h2>{escape(shown.title)}</h2>{head}</div>')
        if shown.draw is None:
            _tell(shown)
        else:
            _draw(shown)
            _foot(shown)
    return picked(shown)


def picked(shown: Exhibit) -> str | None:
    """The id of the picked mark of an exhibit, if it is the one whose mark is picked."""
    page, what = shown.key.split(".")
    pick = st.session_state.get(f"{page}.pick") or ""
    return pick.removeprefix(f"{what}:") if pick.startswith(f"{what}:") else None


def _draw(shown: Exhibit) -> None:
    page, what = shown.key.split(".")
    say, drawn = frame.words(), shown.draw()
    if shown.voices is not None:
        legend(shown.voices)
    if st.session_state.get(f"{shown.key}.table"):
        st.html(html_table(files.labelled(shown.table, say), say))
    elif drawn.data:
        st.plotly_chart(
            drawn,
            key=shown.key,
            theme=None,
            on_select=lambda: _pick(page, what, shown.key),
            selection_mode="points",
            config=PLOTLY,
            alt=f"{shown.title}. {shown.finding} {shown.subtitle}",
            width="stretch",
        )
    else:
        empty(shown.nothing or say("empty.chart"), "" if shown.nothing else say("empty.do"))
    if shown.remark and drawn.data:
        note(shown.remark)


def _tell(shown: Exhibit) -> None:
    """Sentences, each with the button that shows its evidence."""
    page, what = shown.key.split(".")
    say, style = frame.words(), frame.style()
    for number, told in enumerate(shown.told):
        colour = style.accent if told.rank is None else style.voice(told.rank)
        text, source = st.columns([0.8, 0.2], vertical_alignment="center", gap="small")
        text.html(f'<p class="sv-finding" style="--voice:{colour}">{escape(told.text)}</p>')
        source.button(
            say("findings.evidence"), key=f"{shown.key}.{number}", type="tertiary", on_click=_ask, args=(page, f"{what}:{told.mark}")
        )


def _ask(page: str, pick: str) -> None:
    st.session_state[f"{page}.pick"] = pick
    st.session_state.pop(f"{page}.limit", None)


def table(listed: pd.DataFrame, *, key: str, title: str, subtitle: str) -> None:
    """A card with a table and its downloads."""
    shown = files.labelled(listed, frame.words())
    with st.container(border=True, key=f"card-{key.replace('.', '-')}"):
        st.html(f'<div class="sv-card"><h2>{escape(title)}</h2><p>{escape(subtitle)}</p></div>')
        st.html(html_table(shown, frame.words()))
        with st.container(horizontal=True, gap="small"):
            downloads(key, title, subtitle, lambda: shown)


def _foot(shown: Exhibit) -> None:
    say = frame.words()
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"foot-{shown.key.replace('.', '-')}"):
        as_table = st.toggle(say("card.table"), key=f"{shown.key}.table", persist_state="session")
        _into_briefing(f"{shown.key}.pick", briefings.pick, shown, "table" if as_table else "chart")
        with st.popover(say("card.download"), icon=":material/download:", type="tertiary"):
            downloads(shown.key, shown.title, shown.subtitle, lambda: files.labelled(shown.table, say))
            if shown.draw is not None and not as_table:
                _pictures(shown)


def _into_briefing(key: str, pick: Callable[..., None], *args: Any) -> None:
    """The button that puts something into the briefing at hand."""
    st.button(frame.words()("briefing.pick"), key=key, type="tertiary", icon=":material/bookmark_add:", on_click=pick, args=args)


def downloads(key: str, title: str, subtitle: str, shown: Callable[[], pd.DataFrame]) -> None:
    """The buttons for a table as files, which are made when they are asked for; `shown` gives it as labelled for the reader."""
    say = frame.words()
    makers = {"csv": lambda: files.csv(shown()), "xlsx": lambda: files.xlsx(shown(), title, [subtitle, *_provenance()])}
    for kind, make in makers.items():
        st.download_button(
            kind.upper(),
            data=make,
            file_name=f"svodka-{key.replace('.', '-')}.{kind}",
            key=f"{key}.{kind}",
            type="tertiary",
            icon=":material/download:",
            on_click="ignore",
            help=say(f"card.{kind}"),
        )


def _pictures(shown: Exhibit) -> None:
    """The chart as a picture; a link, so that what cannot be made says so in a tab of its own."""
    say, selection = frame.words(), filters.selection()
    links = "".join(
        f'<a href="{escape(pictures.address(shown, selection, say.language, kind))}" target="_blank">{kind.upper()}</a>'
        for kind in pictures.TYPES
    )
    st.html(f'<p class="sv-pictures">{escape(say("card.picture"))}: {links}</p>')


def _provenance() -> list[str]:
    """Where a downloaded table comes from, in words: the build and the filters."""
    asked = _asked()
    chosen = "; ".join(named(asked)) or asked.words("provenance.none")
    return [asked.words("provenance", stamp=asked.corpus.stamp[:12], filters=chosen)]


def _asked() -> Asked:
    return Asked(tables.corpus(), filters.selection(), frame.words(), frame.style())


def _pick(page: str, what: str, key: str) -> None:
    points = st.session_state[key]["selection"]["points"]
    ids = [point["customdata"][0] for point in points if point.get("customdata")]
    _ask(page, f"{what}:{ids[0]}" if ids else "")


def evidence(page: str, *shown: Exhibit, otherwise: Callable[[int], Behind] | None = None) -> None:
    """The drawer: the sentences behind the picked mark; with none picked `otherwise`, or those of the first mark of the first exhibit."""
    asked, limit = _asked(), sentences(page)
    for one in shown:
        mark = picked(one)
        if mark is not None and (behind := one.behind(mark, limit)):
            _drawer(behind, page, safe.of_mark(one, mark, behind, asked), (one, mark))
            return
    first = next(((one, one.marks[0]) for one in shown if one.marks), None)
    if otherwise is not None:
        _drawer(otherwise(limit), page, safe.of_exhibit(shown[0], asked), (shown[0], ""))
    elif first and (behind := first[0].behind(first[1], limit)):
        hint = behind.hint or asked.words("evidence.default")
        _drawer(behind._replace(hint=hint), page, safe.of_exhibit(first[0], asked), (first[0], ""))
    else:
        empty(asked.words("evidence.none"), asked.words("empty.do"))


def _drawer(behind: Behind, page: str, aloud: str, of: tuple[Exhibit, str]) -> None:
    """The sentences, each with its voice, its marked words, its place and the way to the article; what may be said aloud of them."""
    say, style = frame.words(), frame.style()
    found = behind.found
    pick = st.session_state.get(f"{page}.pick")
    if style.narrow and pick and st.session_state.get(f"{page}.seen") != pick:
        st.html(TO_DRAWER.format(page=page), unsafe_allow_javascript=True)
    st.session_state[f"{page}.seen"] = pick
    counts = say("evidence.counts", places=found.places, passages=found.passages, articles=found.articles)
    with st.container(key=f"evidence-{page}", gap="xsmall"):
        told = joined([counts if found.sentences else None, behind.hint])
        st.html(f'<div class="sv-drawer"><h2>{escape(behind.title)}</h2><p>{told}</p></div>')
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            with st.popover(say("safe.button"), icon=":material/record_voice_over:", type="tertiary"):
                st.html(f'<p class="sv-aloud" id="aloud-{page}">{escape(aloud)}</p>')
                st.html(COPY.format(id=f"aloud-{page}", copy=escape(say("safe.copy"))), unsafe_allow_javascript=True)
                _into_briefing(f"{page}.aloud.pick", briefings.pick, of[0], "claim", of[1])
            around = st.toggle(say("evidence.context"), key=f"{page}.context", persist_state="session")
        if not found.quotes:
            empty(say("evidence.none"), say("empty.do"))
        for quote in found.quotes:
            st.html(quotation(quote, style, around))
            with st.container(
                horizontal=True, gap="small", vertical_alignment="center", key=f"quote-{page}-{quote.article_id}-{quote.start}"
            ):
                st.page_link(
                    str(ROOT / "pages/reader.py"),
                    label=say("evidence.read"),
                    icon=":material/arrow_forward:",
                    icon_position="right",
                    query_params=link.parameters() | {"read": quote.article_id, "at": str(quote.start)},
                )
                _into_briefing(f"{page}.quote.{quote.article_id}.{quote.start}", briefings.pick_quote, quote)
        if found.sentences > len(found.quotes):
            st.button(
                say("evidence.more", n=found.sentences - len(found.quotes)),
                key=f"{page}.more",
                on_click=_more,
                args=(page,),
                type="tertiary",
            )


def sentences(page: str) -> int:
    """How many sentences the drawer of a page shows: more after each «show more», the usual number after a new pick."""
    return st.session_state.get(f"{page}.limit", SENTENCES)


def _more(page: str) -> None:
    st.session_state[f"{page}.limit"] = sentences(page) + 2 * SENTENCES


def facts(listed: Sequence[tuple[str, str]]) -> None:
    """Small figures with their names, in a line."""
    cells = "".join(f"<div><b>{escape(value)}</b><span>{escape(name)}</span></div>" for value, name in listed)
    st.html(f'<div class="sv-facts">{cells}</div>')
