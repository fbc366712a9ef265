"""What surrounds the pages: the language and the look in force, the sidebar with what the corpus is."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from svodka import wording
from svodka.analysis import overview
from svodka.charts import style as styles
from svodka.frames.store import Corpus
from svodka.views import link

THEME_SCRIPT = """<script>
(() => {{
  const folder = location.pathname.replace(/[^/]*$/, "");
  for (const page of {pages}) localStorage.setItem(`stActiveTheme-${{folder}}${{page}}-v2`, JSON.stringify("{theme}"));
  location.reload();
}})();
</script>"""
# The menu: sections and their pages, each with its icon; the overview has the root as its address.
SECTIONS = {
    "sections.survey": [("overview", "space_dashboard"), ("map", "public")],
    "sections.figures": [("investment", "payments"), ("resources", "diamond"), ("claims", "fact_check")],
    "sections.voices": [("authors", "record_voice_over"), ("themes", "grid_view"), ("words", "cloud")],
    "sections.sources": [("search", "search"), ("reader", "menu_book"), ("method", "rule")],
    "sections.meeting": [("briefing", "co_present")],
}


def language() -> str:
    """The language chosen, else the browser's when it is one of ours, else English for a stranger."""
    chosen = st.session_state.get("lang") or st.query_params.get("lang")
    if chosen in wording.LANGUAGES:
        return chosen
    locale = (st.context.locale or "ru")[:2].lower()
    return "ru" if locale in ("ru", "be", "kk", "ky", "uk", "uz", "tg", "az", "hy") else "en"


def words() -> wording.Words:
    """The wording in force."""
    return wording.words(language())


def style() -> styles.Style:
    """The look of charts in force: the browser's theme decides, and whether it is a phone's."""
    narrow = "Mobi" in st.context.headers.get("User-Agent", "")
    return (styles.dark if st.context.theme.type == "dark" else styles.light)(words(), narrow)


def look(static: Path) -> None:
    """Our own style sheet on top of Streamlit's theme, and the name of the house."""
    now = style()
    variables = {
        "paper": now.paper,
        "ink": now.ink,
        "muted": now.muted,
        "line": now.line,
        "wash": now.wash,
        "neutral": now.neutral,
        "accent": now.accent,
    }
    declared = "".join(f"--{name}:{value};" for name, value in variables.items())
    st.html(f"<style>:root{{{declared}}}\n{_sheet(static)}</style>")
    st.logo(str(static / ("logo-dark.svg" if now.dark else "logo-light.svg")), size="large")


@st.cache_data(max_entries=1)
def _sheet(static: Path) -> str:
    return (static / "svodka.css").read_text(encoding="utf-8")


def menu(sections: Mapping[str, Sequence[Page]], counts: Mapping[str, int]) -> None:
    """The pages by section, some with a number; every link carries language and filters, so that it can be opened in another tab."""
    say = words()
    with st.sidebar.container(key="menu", gap="xsmall"):
        for section, pages in sections.items():
            st.html(f'<p class="sv-section">{escape(say(section))}</p>')
            for page in pages:
                count = counts.get(page.url_path)
                st.page_link(page, label=f"{page.title} · {count}" if count else None, query_params=link.parameters(), width="stretch")


def sidebar(corpus: Corpus) -> None:
    """What the corpus is, below the menu; then the switches of language and theme."""
    say = words()
    with st.sidebar:
        st.caption(say("sidebar.corpus", **overview.counts(corpus)))
        st.segmented_control(
            say("sidebar.language"),
            wording.LANGUAGES,
            default=None if "lang" in st.session_state else language(),
            format_func={"ru": "Русский", "en": "English"}.get,
            key="lang",
            required=True,
            label_visibility="collapsed",
        )
        wanted = "Light" if style().dark else "Dark"
        if st.button(say(f"sidebar.theme.{wanted.lower()}"), key="theme", type="tertiary", icon=":material/contrast:"):
            addresses = ["", *(name for listed in SECTIONS.values() for name, _ in listed)]
            st.html(THEME_SCRIPT.format(pages=addresses, theme=wanted), unsafe_allow_javascript=True)
