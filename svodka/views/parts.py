"""Small parts of the screens as HTML: remarks, empty states, legends, tables, quotations."""

from html import escape
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from svodka.analysis.evidence import Quote
from svodka.charts.style import Style
from svodka.views import frame
from svodka.views.markup import Mark, joined, marked
from svodka.wording import Words

# Rows of a table on the screen; the files hold them all.
TABLE_ROWS = 300


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


def quotation(quote: Quote, style: Style, around: bool = False) -> str:
    """One sentence of evidence as HTML: its voice and role above, its words marked, its neighbours if wanted, its place below."""
    say = frame.words()
    marks = [Mark(int(start), int(stop)) for start, stop in quote.marks]
    who = f'<b style="color:{style.voice(int(quote.rank))}">{escape(quote.short)}</b>'
    role = joined([say(f"role.{quote.role}.one"), say(f"turn.{quote.turn_kind}")])
    place = joined(
        [
            quote.outlet if isinstance(quote.outlet, str) else say("unknown.outlet"),
            say("evidence.place", passage=int(quote.passage), passages=int(quote.passages)),
        ]
    )
    before, after = (f"<i>{escape(neighbour)}</i>" if around and neighbour else "" for neighbour in (quote.before, quote.after))
    return (
        f'<figure class="sv-quote" style="--voice:{style.voice(int(quote.rank))}"><figcaption>{who} · {role}</figcaption>'
        f"<blockquote>{before} {marked(quote.text, marks)} {after}</blockquote><footer>{place}</footer></figure>"
    )
