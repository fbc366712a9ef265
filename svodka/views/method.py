"""What the Method page shows: the method as documented, and what this build left out."""

import streamlit as st

from svodka.frames.store import Corpus
from svodka.knowledge import ROOT
from svodka.wording import Words


@st.cache_data(max_entries=2, show_spinner=False)
def text(language: str) -> str:
    """The method in a language, from docs; its first heading is the title of the page and stays out."""
    document = (ROOT / f"docs/method.{language}.md").read_text(encoding="utf-8")
    return document.partition("\n")[2].strip()


def refused(corpus: Corpus, words: Words) -> list[str]:
    """The files that this build could not read, and why."""
    listed = [f"{file['file']}: {file['reason']}" for file in corpus.manifest.get("refused", [])]
    return listed or [words("method.refused.none")]
