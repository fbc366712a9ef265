"""Resources: what is named, how often and by whom, beside what, with which countries and when."""

import streamlit as st

from svodka.exhibits import resources
from svodka.exhibits.catalogue import exhibit
from svodka.views import page, show, switch

asked = page.ask()
head = show.headline_place()
left, right = page.columns()
with left:
    with st.container(horizontal=True, vertical_alignment="center"):
        measure = switch.choice("resources.measure", ["mentions", "rate"])
        generic = switch.choice("resources.generic", ["named", "all"])
    voices = exhibit("resources.by_voice", asked, measure=measure, generic=generic)
    show.exhibit(voices)
    with st.container(horizontal=True):
        view = switch.choice("resources.view", ["company", "by_country", "trend"])
        if view == "company":
            picked = (st.session_state.get("resources.pick") or "").partition(":")[2]
            second = exhibit("resources.company", asked, concept=picked.partition("|")[0])
        elif view == "by_country":
            second = exhibit("resources.by_country", asked, generic=generic)
        else:
            second = exhibit("resources.trend", asked, part=switch.choice("resources.part", ["first", "second", "third"], "trend.part"))
    show.exhibit(second)
head(*resources.headline(asked, generic))
with right:
    show.evidence("resources", voices, second)
