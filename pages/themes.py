"""Themes: who raises which, and what is named together in one paragraph or in the course of time."""

import streamlit as st

from svodka.exhibits import themes
from svodka.exhibits.catalogue import exhibit
from svodka.views import page, show, switch

asked = page.ask()
head = show.headline_place()
left, right = page.columns()
with left:
    voices = exhibit("themes.by_voice", asked, measure=switch.choice("themes.measure", ["mentions", "rate"]))
    show.exhibit(voices)
    with st.container(horizontal=True):
        view = switch.choice("themes.view", ["together", "network", "trend"])
        if view == "together":
            second = exhibit("themes.together", asked, kind=switch.choice("themes.with", ["place", "resource", "theme"]))
        elif view == "network":
            second = exhibit("themes.network", asked, kinds=switch.choice("themes.kinds", list(themes.KINDS)))
        else:
            second = exhibit("themes.trend", asked, part=switch.choice("themes.part", ["first", "second", "third"], "trend.part"))
    show.exhibit(second)
head(*themes.headline(voices, asked))
with right:
    show.evidence("themes", voices, second)
