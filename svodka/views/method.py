"""What the Method page shows: the method as documented, and what this build left out."""

import pandas as pd
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


@st.cache_data(max_entries=2, show_spinner=False)
def accuracy(_words: Words, language: str) -> pd.DataFrame:
    """The first table of docs/accuracy.md, written by the benchmark: what was measured, counts, precision, recall, F1 with intervals."""
    document = (ROOT / "docs/accuracy.md").read_text(encoding="utf-8")
    lines = [line.strip("| ").split(" | ") for line in document.splitlines() if line.startswith("|")]
    header, rows = lines[0], []
    for line in lines[2:]:
        if len(line) != len(header):
            break
        what, *counts = line
        key = f"accuracy.{what}"
        rows.append(
            [
                _words(key) if _words.has(key) else what,
                *(cell.replace(".", ",").replace(" of ", " из ") if language == "ru" else cell for cell in counts),
            ]
        )
    return pd.DataFrame(
        rows, columns=["measured", "annotated", "found", "right", "precision", "recall", "f1", "values_right"][: len(header)]
    )
