"""Reader: an article with its voices and everything found in it, opened at the asked sentence."""

import streamlit as st

from svodka.analysis import options, reading
from svodka.views import page, show
from svodka.views import reading as reader

corpus, selection, words, style = page.ask()
head = show.headline_place()
article_id = reader.ask_article(options.articles(corpus), words)
kinds = reader.ask_kinds()
reader.legend(kinds)
article = reading.article(corpus, article_id)
asked = reading.sentence_at(corpus, article_id, page.whole("reader.at"))
head(*reader.head(article.article, words))
with st.container(border=True, key="card-reader"):
    reader.show(article, kinds, asked)
