"""Method: definitions, formulae, the lexicon as used, what was refused, what the application cannot know."""

import streamlit as st

from svodka.analysis import options
from svodka.views import method, page, show

corpus, selection, words, style = page.ask()

show.headline(words("method.title"), words("method.lead"))
st.markdown(method.text(words.language))
show.table(
    method.accuracy(words, words.language),
    key="method.accuracy",
    title=words("method.accuracy"),
    subtitle=words("method.accuracy.subtitle"),
)
show.statement(words("method.refused"), method.refused(corpus, words))
show.table(options.lexicon(corpus), key="method.lexicon", title=words("method.lexicon"), subtitle=words("method.lexicon.subtitle"))
