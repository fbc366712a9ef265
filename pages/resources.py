"""Resources: what is named, how often and by whom, and with which countries and themes."""

import streamlit as st

from svodka.analysis import resources
from svodka.charts import resources as charts
from svodka.views import headlines, page, picks, show, switch

corpus, selection, words, style = page.ask()
generic = st.session_state.get("resources.generic", False)
totals = resources.totals(corpus, selection, generic=generic)
counts = resources.by_voice(corpus, selection, generic=generic)

show.headline(*headlines.resources(totals[totals["top"]], words))
left, right = page.columns()
with left:
    with st.container(horizontal=True, vertical_alignment="center"):
        measure = switch.choice("resources.measure", ["mentions", "rate"])
        st.toggle(words("resources.generic"), key="resources.generic", persist_state="session")
    picked = show.chart(
        charts.by_voice(counts, style, measure, show.ROWS), key="resources.by_voice", title=words("resources.card"),
        subtitle=headlines.counted(counts, words, f"resources.subtitle.{measure}"), table=counts, voices=counts,
    )  # fmt: skip
    concept = picks.concept(counts, picked)
    company = resources.named_with(corpus, selection, [concept] if concept else [])
    other = show.chart(
        charts.company(company.head(show.ROWS), style), key="resources.company", title=words("resources.with.card"),
        subtitle=words("resources.with.subtitle", label=picks.label(counts, concept, words)), table=company,
    )  # fmt: skip
with right:
    show.evidence(picks.of_concept(corpus, selection, counts, other or picked, words, "resources", company), page="resources")
