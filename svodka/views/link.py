"""Keep what is chosen and the address of the page the same, so that a link reopens exactly this view.

The address carries ids, never labels: a link made in Russian opens in English. Streamlit's own binding writes labels.
"""

from collections.abc import Mapping

import streamlit as st

from svodka.analysis.selection import Selection

# Session key → (query parameter, several values?). A key of a page goes into the address of that page only.
LINKED: Mapping[str, tuple[str, bool]] = {
    "lang": ("lang", False),
    "filter.articles": ("article", True),
    "filter.voices": ("voice", True),
    "filter.roles": ("role", True),
    "filter.themes": ("theme", True),
    "filter.resources": ("resource", True),
    "filter.countries": ("country", True),
    "overview.pick": ("pick", False),
    "investment.pick": ("pick", False),
    "investment.scale": ("scale", False),
    "investment.by": ("by", False),
    "claims.pick": ("pick", False),
    "claims.show": ("show", False),
    "resources.pick": ("pick", False),
    "resources.measure": ("measure", False),
    "resources.generic": ("generic", False),
    "resources.view": ("view", False),
    "resources.part": ("part", False),
    "authors.voice": ("who", False),
    "authors.also": ("also", True),
    "authors.other": ("with", False),
    "authors.roles": ("roles", True),
    "authors.kind": ("kind", False),
    "authors.show": ("show", False),
    "authors.pick": ("pick", False),
    "themes.pick": ("pick", False),
    "themes.measure": ("measure", False),
    "themes.with": ("with", False),
    "themes.view": ("view", False),
    "themes.kinds": ("kinds", False),
    "themes.part": ("part", False),
    "briefing.id": ("id", False),
    "briefing.item": ("item", False),
    "words.pick": ("pick", False),
    "map.pick": ("pick", False),
    "words.measure": ("measure", False),
    "words.items": ("items", False),
    "reader.article": ("read", False),
    "reader.at": ("at", False),
    "reader.query": ("q", False),
    "reader.mode": ("by", False),
    "search.query": ("q", False),
    "search.mode": ("by", False),
    "search.sort": ("sort", False),
    "search.width": ("width", False),
    "search.pick": ("pick", False),
}
# What stands when the address says nothing.
DEFAULTS: Mapping[str, str | list[str]] = {
    "investment.scale": "log",
    "investment.by": "status",
    "claims.show": "all",
    "resources.measure": "mentions",
    "resources.generic": "named",
    "resources.view": "company",
    "resources.part": "first",
    "authors.roles": ["author", "expert", "quoted"],
    "authors.kind": "theme",
    "authors.show": "words",
    "themes.measure": "mentions",
    "themes.with": "place",
    "themes.view": "together",
    "themes.kinds": "all",
    "themes.part": "first",
    "words.measure": "frequency",
    "words.items": "words",
    "reader.mode": "lemma",
    "search.mode": "lemma",
    "search.sort": "place",
    "search.width": "short",
}
WRITTEN = "_link.written"
PAGE = "_link.page"


def read(page: str) -> None:
    """Take over into the session what the address says, when it was typed, followed or went back; run before any widget."""
    address = {name: st.query_params.get_all(name) for name in st.query_params}
    moved, st.session_state[PAGE] = st.session_state.get(PAGE) != page, page
    if address == st.session_state.get(WRITTEN) or (moved and not address and WRITTEN in st.session_state):
        return
    for key, (name, several) in LINKED.items():
        if not _belongs(key, page):
            continue
        if name in address:
            st.session_state[key] = address[name] if several else address[name][-1]
        elif WRITTEN in st.session_state and not moved:
            st.session_state.pop(key, None)


def write(page: str) -> None:
    """Put into the address what the session says; run after the page."""
    address = {}
    for key, (name, several) in LINKED.items():
        value = st.session_state.get(key)
        if _belongs(key, page) and value and value != DEFAULTS.get(key):
            address[name] = [str(part) for part in value] if several else [str(value)]
    if address != {name: st.query_params.get_all(name) for name in st.query_params}:
        st.query_params.from_dict(address)
    st.session_state[WRITTEN] = address


def parameters() -> dict[str, list[str]]:
    """What a link to another page must carry to keep language and filters."""
    return {
        name: [str(part) for part in (st.session_state[key] if several else [st.session_state[key]])]
        for key, (name, several) in LINKED.items()
        if _belongs(key, "") and st.session_state.get(key)
    }


def to(page: str, selection: Selection, options: Mapping[str, str], pick: str) -> dict[str, list[str]]:
    """What a link must carry to open a page with these filters, switches and mark, in the language at hand."""
    keys = {f"filter.{kind}": list(ids) for kind, ids in selection._asdict().items() if ids}
    keys |= {f"{page}.{name}": [value] for name, value in options.items() if value != DEFAULTS.get(f"{page}.{name}")}
    keys |= {f"{page}.pick": [pick]} if pick else {}
    found = {LINKED[key][0]: values for key, values in keys.items() if key in LINKED}
    return found | {name: values for name, values in parameters().items() if name == "lang"}


def _belongs(key: str, page: str) -> bool:
    owner = key.split(".")[0]
    return owner in ("lang", "filter", page)
