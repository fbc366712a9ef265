"""Reader: an article with its voices and everything found in it, opened at the asked sentence."""

import streamlit as st

from svodka.analysis import options, reading
from svodka.views import jumps, page, show
from svodka.views import reading as reader

asked = page.ask()
head = show.headline_place()
article_id = reader.ask_article(options.articles(asked.corpus), asked.words)
kinds = reader.ask_kinds()
reader.legend(kinds)
article = reading.article(asked.corpus, article_id)
sentence = reading.sentence_at(asked.corpus, article_id, page.whole("reader.at"))
sought = jumps.sought(asked, article_id)
head(*reader.head(article.article, asked.words))
with st.container(border=True, key="card-reader"):
    jumps.bar(article_id, reader.highlighted(article, kinds), sought)
    reader.show(article, kinds, sentence, sought)
