"""The parts a page is made of: headline, chart card with its table and downloads, the drawer with the evidence."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from svodka.charts.style import Style
from svodka.export import table as files
from svodka.knowledge import ROOT
from svodka.views import frame, link, tables
from svodka.views.markup import Mark, joined, marked
from svodka.wording import Words

if TYPE_CHECKING:
    from svodka.views.picks import Behind

SENTENCES = 5
# Rows of a chart: more would be no picture any more; the table and the files hold them all.
ROWS = 20
# Rows of a table on the screen; the files hold them all.
TABLE_ROWS = 300
# On a phone the drawer stands below the charts: a fresh pick brings it into sight.
TO_DRAWER = "<script>document.querySelector('.st-key-evidence-{page}')?.scrollIntoView({{behavior: 'smooth'}});</script>"
PLOTLY = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "responsive": True}


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


def note(text: str) -> None:
    """A quiet remark in small type; any text is shown as its characters."""
    st.html(f'<p class="sv-note">{escape(text)}</p>')


def empty(why: str, do: str) -> None:
    """What stands where nothing can be shown: why, and what to do."""
    then = f"<p>{escape(do)}</p>" if do else ""
    st.html(f'<div class="sv-empty"><strong>{escape(why)}</strong>{then}</div>')


def legend(voices: pd.DataFrame) -> None:
    """The voices of an answer with their colours, for charts whose marks cannot carry names."""
    style = frame.style()
    named = voices.drop_duplicates("voice_id").sort_values("rank")
    dots = "".join(f'<span><i style="background:{style.voice(int(row.rank))}"></i>{escape(row.short)}</span>' for row in named.itertuples())
    st.html(f'<div class="sv-legend">{dots}</div>')


def chart(
    drawn: go.Figure,
    *,
    key: str,
    title: str,
    subtitle: str,
    table: pd.DataFrame,
    alt: str = "",
    remark: str = "",
    voices: pd.DataFrame | None = None,
    nothing: str = "",
) -> str | None:
    """A card with a chart, or its table, and its downloads; the id of the picked mark of this chart, if any.

    `key` is «page.what»; the figure's marks carry their id first in `customdata`.
    """
    page, what = key.split(".")
    say = frame.words()
    shown = files.labelled(table, say)
    with st.container(border=True, key=f"card-{page}-{what}"):
        st.html(f'<div class="sv-card"><h2>{escape(title)}</h2><p>{escape(subtitle)}</p></div>')
        if voices is not None:
            legend(voices)
        if st.session_state.get(f"{key}.table"):
            st.html(html_table(shown, say))
        elif drawn.data:
            st.plotly_chart(
                drawn,
                key=key,
                theme=None,
                on_select=lambda: _pick(page, what, key),
                selection_mode="points",
                config=PLOTLY,
                alt=alt or f"{title}. {subtitle}",
                width="stretch",
            )
        else:
            empty(nothing or say("empty.chart"), "" if nothing else say("empty.do"))
        if remark and drawn.data:
            note(remark)
        _card_foot(key, title, subtitle, shown)
    picked = st.session_state.get(f"{page}.pick") or ""
    return picked.removeprefix(f"{what}:") if picked.startswith(f"{what}:") else None


def table(listed: pd.DataFrame, *, key: str, title: str, subtitle: str) -> None:
    """A card with a table and its downloads."""
    shown = files.labelled(listed, frame.words())
    with st.container(border=True, key=f"card-{key.replace('.', '-')}"):
        st.html(f'<div class="sv-card"><h2>{escape(title)}</h2><p>{escape(subtitle)}</p></div>')
        st.html(html_table(shown, frame.words()))
        with st.container(horizontal=True, gap="small"):
            _downloads(key, title, subtitle, shown)


def html_table(shown: pd.DataFrame, words: Words) -> str:
    """A table whose header stays in sight, numbers written as the language writes them; long ones end with how many rows are left."""
    head = "".join(f"<th>{escape(str(name))}</th>" for name in shown.columns)
    body = "".join(
        f"<tr>{''.join(_cell(cell, words) for cell in row)}</tr>" for row in shown.head(TABLE_ROWS).itertuples(index=False, name=None)
    )
    rest = f"<caption>{escape(words('card.rest', n=len(shown) - TABLE_ROWS))}</caption>" if len(shown) > TABLE_ROWS else ""
    return f'<div class="sv-table" tabindex="0"><table>{rest}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(cell: Any, words: Words) -> str:
    if cell is None or cell != cell or cell is pd.NaT:
        return "<td></td>"
    if isinstance(cell, bool | np.bool_):
        return f"<td>{words('yes') if cell else ''}</td>"
    if isinstance(cell, int | float | np.number):
        return f'<td class="n">{escape(words.number(float(cell), 2))}</td>'
    return f"<td>{escape(words.day(cell) if isinstance(cell, pd.Timestamp) else str(cell))}</td>"


def _card_foot(key: str, title: str, subtitle: str, shown: pd.DataFrame) -> None:
    say = frame.words()
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"foot-{key.replace('.', '-')}"):
        st.toggle(say("card.table"), key=f"{key}.table", persist_state="session")
        _downloads(key, title, subtitle, shown)


def _downloads(key: str, title: str, subtitle: str, shown: pd.DataFrame) -> None:
    say = frame.words()
    makers = {"csv": lambda: files.csv(shown), "xlsx": lambda: files.xlsx(shown, title, [subtitle, *tables.provenance()])}
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


def _pick(page: str, what: str, key: str) -> None:
    points = st.session_state[key]["selection"]["points"]
    ids = [point["customdata"][0] for point in points if point.get("customdata")]
    st.session_state[f"{page}.pick"] = f"{what}:{ids[0]}" if ids else None
    st.session_state.pop(f"{page}.limit", None)


def evidence(behind: "Behind", page: str) -> None:
    """The drawer: the sentences behind what was picked, each with its voice, its marked words, its place and the way to the article."""
    say, style = frame.words(), frame.style()
    found, title, hint = behind
    picked = st.session_state.get(f"{page}.pick")
    if style.narrow and picked and st.session_state.get(f"{page}.seen") != picked:
        st.html(TO_DRAWER.format(page=page), unsafe_allow_javascript=True)
    st.session_state[f"{page}.seen"] = picked
    counts = say("evidence.counts", places=found.places, passages=found.passages, articles=found.articles)
    with st.container(key=f"evidence-{page}", gap="xsmall"):
        st.html(f'<div class="sv-drawer"><h2>{escape(title)}</h2><p>{joined([counts if found.sentences else None, hint])}</p></div>')
        if found.rows.empty:
            empty(say("evidence.none"), say("empty.do"))
        for row in found.rows.to_dict("records"):
            st.html(quotation(row, style))
            st.page_link(
                str(ROOT / "pages/reader.py"),
                label=say("evidence.read"),
                icon=":material/arrow_forward:",
                icon_position="right",
                query_params=link.parameters() | {"read": row["article_id"], "at": str(row["start"])},
            )
        if found.sentences > len(found.rows):
            st.button(
                say("evidence.more", n=found.sentences - len(found.rows)), key=f"{page}.more", on_click=_more, args=(page,), type="tertiary"
            )


def sentences(page: str) -> int:
    """How many sentences the drawer of a page shows: more after each «show more», the usual number after a new pick."""
    return st.session_state.get(f"{page}.limit", SENTENCES)


def _more(page: str) -> None:
    st.session_state[f"{page}.limit"] = sentences(page) + 2 * SENTENCES


def quotation(row: Mapping[str, Any], style: Style) -> str:
    """One sentence of evidence as HTML: its voice and role above, its words marked, its place below."""
    say = frame.words()
    marks = [Mark(int(start), int(stop)) for start, stop in row["marks"]]
    who = f'<b style="color:{style.voice(int(row["rank"]))}">{escape(row["short"])}</b>'
    role = joined([say(f"role.{row['role']}.one"), say(f"turn.{row['turn_kind']}")])
    place = joined(
        [
            row["outlet"] if isinstance(row["outlet"], str) else say("unknown.outlet"),
            say("evidence.place", passage=int(row["passage"]), passages=int(row["passages"])),
        ]
    )
    return (
        f'<figure class="sv-quote" style="--voice:{style.voice(int(row["rank"]))}"><figcaption>{who} · {role}</figcaption>'
        f"<blockquote>{marked(row['text'], marks)}</blockquote><footer>{place}</footer></figure>"
    )


def facts(listed: Sequence[tuple[str, str]]) -> None:
    """Small figures with their names, in a line."""
    cells = "".join(f"<div><b>{escape(value)}</b><span>{escape(name)}</span></div>" for value, name in listed)
    st.html(f'<div class="sv-facts">{cells}</div>')
