"""The frame around every page: navigation, language and theme, the shared filters, the link that keeps them."""

import streamlit as st

from svodka.knowledge import ROOT
from svodka.views import briefings, filters, frame, link, tables

STATIC = ROOT / "svodka/views/static"

words = frame.words()
st.set_page_config(page_title=words("app.title"), page_icon=str(STATIC / "icon.svg"), layout="wide", initial_sidebar_state="auto")
menu = {
    section: [
        st.Page(
            ROOT / f"pages/{name}.py", title=words(f"{name}.menu"), icon=f":material/{icon}:", url_path=name, default=name == "overview"
        )
        for name, icon in listed
    ]
    for section, listed in frame.SECTIONS.items()
}
page = st.navigation([one for listed in menu.values() for one in listed], position="hidden")
name = page.url_path or "overview"
link.read(name)
frame.look(STATIC)
frame.menu(menu, {"briefing": briefings.count()})
corpus = tables.corpus()
frame.sidebar(corpus)
if name != "briefing":
    filters.bar(corpus)
briefings.notice()
try:
    page.run()
finally:
    link.write(name)
