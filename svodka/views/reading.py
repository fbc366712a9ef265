"""An article as HTML: who speaks beside the text, what was found highlighted by kind, the asked sentence in sight."""

from collections.abc import Collection, Mapping
from html import escape
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from svodka.analysis.reading import Reading
from svodka.charts.style import Style
from svodka.views import follow, frame, jumps, page
from svodka.views.markup import Mark, marked
from svodka.wording import Words

# The kinds of finds that can be switched on and off, and the kinds of the tables that each stands for.
KINDS = {
    "money": ("money",),
    "numbers": ("percent", "count", "measure", "duration", "ratio"),
    "resources": ("resource",),
    "places": ("place", "route"),
    "names": ("person", "organisation"),
    "themes": ("theme",),
    "dates": ("date",),
}
SHOWN = ["money", "numbers", "resources"]
# The place is named so that the script runs again when another one is asked for.
SCROLL = """<script>
/* {at} */
(document.querySelector('.sv-article mark.current') || document.getElementById('sv-at'))?.scrollIntoView({{block: 'center'}});
</script>"""


def ask_article(articles: pd.DataFrame, words: Words) -> str | None:
    """Which article to read: the one the link asks for, else the first; None when there are none."""
    names = {row["id"]: name(row, words) for row in articles.to_dict("records")}
    key, ids = "reader.article", list(names)
    if st.session_state.get(key) not in names:
        st.session_state[key] = next(iter(names), None)
    with st.container(horizontal=True, gap="small", key="reader-article"):
        place = ids.index(st.session_state[key]) if ids else 0
        _neighbour("before", "‹", ids[place - 1] if place else None, words)
        chosen = st.selectbox(
            words("reader.article"),
            ids,
            format_func=names.get,
            key=key,
            persist_state="session",
            on_change=_from_the_top,
            label_visibility="collapsed",
        )
        _neighbour("after", "›", ids[place + 1] if place + 1 < len(ids) else None, words)
    return chosen


def _neighbour(side: str, sign: str, article_id: str | None, words: Words) -> None:
    st.button(
        sign,
        key=f"reader.{side}",
        help=words(f"reader.article.{side}"),
        disabled=article_id is None,
        on_click=_turn_to,
        args=(article_id,),
    )


def _turn_to(article_id: str) -> None:
    st.session_state["reader.article"] = article_id
    _from_the_top()


def _from_the_top() -> None:
    st.session_state.pop("reader.at", None)


def name(article: dict[str, Any], words: Words) -> str:
    """How an article is called in a list: its title (its id when it has none) and where it appeared."""
    outlet = article["outlet"] if isinstance(article["outlet"], str) else words("unknown.outlet")
    return f"{article['label_ru']} · {outlet}"


def ask_kinds() -> list[str]:
    """Which finds to highlight."""
    say = frame.words()
    key = "reader.kinds"
    st.session_state.setdefault(key, SHOWN)
    return st.pills(
        say("reader.kinds"),
        list(KINDS),
        selection_mode="multi",
        format_func=lambda kind: say(f"reader.kinds.{kind}"),
        key=key,
        persist_state="session",
    )


def head(article: dict[str, Any], words: Words) -> tuple[str, str]:
    """The title of an article and the line of what is known about it; what is not known is said."""
    title = article["title"] if isinstance(article["title"], str) else words("reader.untitled", id=article["article_id"])
    known = [
        words(f"genre.{article['genre']}"),
        article["outlet"] if isinstance(article["outlet"], str) else words("unknown.outlet"),
        words.day(article["published"]) if article["published"] == article["published"] and article["published"] else words("unknown.date"),
        article["published_note"] if isinstance(article["published_note"], str) else None,
        words("authors.words", n=int(article["words"])),
        article["url"] if isinstance(article["url"], str) else None,
    ]
    return title, " · ".join(part for part in known if part)


def legend(kinds: Collection[str]) -> None:
    """The kinds that are switched on, each in its tint."""
    say = frame.words()
    marks = "".join(f'<mark class="kind-{KINDS[kind][0]}">{escape(say(f"reader.kinds.{kind}"))}</mark>' for kind in KINDS if kind in kinds)
    st.html(f'<div class="sv-legend">{marks}</div>')


def highlighted(reading: Reading, kinds: Collection[str]) -> pd.DataFrame:
    """The finds of the kinds that are switched on."""
    return reading.segments[reading.segments["kind"].isin({kind for group in kinds for kind in KINDS[group]})]


def show(reading: Reading, kinds: Collection[str], asked: tuple[int, int] | None, sought: jumps.Sought) -> None:
    """The whole article, a row a paragraph; what was searched for hides the finds it overlaps; the asked sentence is scrolled to."""
    style, at = frame.style(), page.whole("reader.at")
    places = sought.places.assign(kind="query", label_ru=sought.typed, label_en=sought.typed).to_dict("records")
    finds = [find for find in highlighted(reading, kinds).to_dict("records") if not _overlaps(find, places)]
    by_passage: dict[int, list[dict[str, Any]]] = {}
    for find in [*finds, *places, *_cues(reading)]:
        by_passage.setdefault(reading.passage(find["start"]), []).append(find | {"current": find["start"] == at})
    paragraphs, before, address = [], None, jumps.address(reading.article["article_id"])
    for passage, part in reading.stretches.groupby("passage"):
        stretches = part.to_dict("records")
        speaking = [(stretch["voice_id"], stretch["turn_kind"]) for stretch in stretches]
        number = _number(passage, stretches[0]["start"], address, style.words)
        paragraphs.append(
            _paragraph(stretches, by_passage.get(passage, []), reading.article["text"], asked, style, speaking == [before], number)
        )
        before = speaking[0] if len(set(speaking)) == 1 else None
    st.html(f'<article class="sv-article" lang="ru">{"".join(paragraphs)}</article>')
    if asked:
        st.html(SCROLL.format(at=at), unsafe_allow_javascript=True)
    follow.links()
    follow.points()


def _overlaps(find: Mapping[str, Any], places: list[dict[str, Any]]) -> bool:
    return any(place["start"] < find["stop"] and find["start"] < place["stop"] for place in places)


def _number(passage: int, start: int, address: dict[str, Any], say: Words) -> str:
    """The number of a paragraph, which is the link to it."""
    query, title = urlencode(address | {"at": start}, doseq=True), say("reader.paragraph", n=passage)
    return f'<a class="sv-go sv-number" target="_self" href="reader?{escape(query)}" title="{escape(title)}">{passage}</a>'


def _cues(reading: Reading) -> list[dict[str, Any]]:
    """The words that tell whose a quotation is, each as a find whose label is the voice."""
    told = reading.stretches.dropna(subset=["cue_start", "cue_stop"]).drop_duplicates(["cue_start", "cue_stop"])
    return [
        {"start": int(row.cue_start), "stop": int(row.cue_stop), "kind": "cue", "label_ru": row.voice, "label_en": row.voice}
        for row in told.itertuples()
    ]


def _paragraph(
    stretches: list[dict[str, Any]],
    finds: list[dict[str, Any]],
    text: str,
    asked: tuple[int, int] | None,
    style: Style,
    again: bool,
    number: str,
) -> str:
    """One paragraph; who speaks stands beside it unless they spoke in the one above; a quotation inside is underlined in its voice."""
    first, at, pieces = stretches[0], stretches[0]["start"], []
    for stretch in stretches:
        start, stop = stretch["start"], stretch["stop"]
        inside = [find for find in finds if start <= find["start"] and find["stop"] <= stop]
        marks = [_mark(find, start, style.words) for find in inside]
        spoken = _with_asked(stretch["text"], marks, asked and (asked[0] - start, asked[1] - start))
        quoted = stretch["voice_id"] != first["voice_id"]
        colour = style.voice(int(stretch["rank"]))
        pieces += [
            escape(text[at:start]),
            f'<q style="--voice:{colour}" title="{escape(stretch["voice"])}">{spoken}</q>' if quoted else spoken,
        ]
        at = stop
    aside = (
        "" if again else "".join(_speaker(stretch, style) for stretch in {stretch["voice_id"]: stretch for stretch in stretches}.values())
    )
    return (
        f'<section class="sv-turn {first["turn_kind"]}" style="--voice:{style.voice(int(first["rank"]))}">'
        f'<aside>{aside}{number}</aside><div><p data-start="{first["start"]}">{"".join(pieces)}</p></div></section>'
    )


def _speaker(stretch: dict[str, Any], style: Style) -> str:
    say = style.words
    kind = say(f"turn.{stretch['turn_kind']}") + ("" if stretch["certain"] else f" · {say('reader.uncertain')}")
    return f'<div><b style="color:{style.voice(int(stretch["rank"]))}">{escape(stretch["short"])}</b>{escape(kind)}</div>'


def _with_asked(text: str, marks: list[Mark], asked: tuple[int, int] | None) -> str:
    if not asked or asked[1] <= 0 or asked[0] >= len(text):
        return marked(text, marks)
    low, high = max(0, asked[0]), min(len(text), asked[1])
    parts = [
        marked(
            text[left:right],
            [mark._replace(start=mark.start - left, stop=mark.stop - left) for mark in marks if left <= mark.start and mark.stop <= right],
        )
        for left, right in ((0, low), (low, high), (high, len(text)))
    ]
    return f'{parts[0]}<span class="sv-at" id="sv-at">{parts[1]}</span>{parts[2]}'


def _mark(find: dict[str, Any], start: int, words: Words) -> Mark:
    kind = f"kind-{find['kind']}" + (" current" if find["current"] else "")
    return Mark(find["start"] - start, find["stop"] - start, kind, _tooltip(find, words))


def _tooltip(find: dict[str, Any], words: Words) -> str:
    label = find[f"label_{words.language}"]
    kind = words(f"kind.{find['kind']}")
    return f"{kind}: {label}" if isinstance(label, str) else kind
