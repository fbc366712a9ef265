"""Words: which words and phrases are used, how often, and who says them more than the others."""

import streamlit as st

from svodka.exhibits import words
from svodka.exhibits.catalogue import exhibit
from svodka.views import page, parts, show, switch

asked = page.ask()
head = show.headline_place()
left, right = page.columns()
with left:
    with st.container(horizontal=True, vertical_alignment="center"):
        measure = switch.choice("words.measure", ["frequency", "distinctiveness"])
        items = switch.choice("words.items", ["words", "phrases"])
    cloud, bars = (exhibit(f"words.{what}", asked, measure=measure, items=items) for what in ("cloud", "bars"))
    with st.container(horizontal=True, key="words-beside"):
        with st.container():
            show.exhibit(cloud)
        with st.container():
            show.exhibit(bars)
    with st.expander(asked.words("words.stop.card"), key="words-stop"):
        parts.note(words.stop_list(asked.words))
        st.download_button(
            asked.words("words.stop.download"), data=words.stop_file, file_name=words.FILE.name, mime="text/csv", key="words.stop.csv",
            type="tertiary", icon=":material/download:", on_click="ignore",
        )  # fmt: skip
head(*words.headline(cloud, asked))
with right:
    show.evidence("words", cloud, bars)
