"""Authors: what a voice stresses against the others, passes over, says in which words, and how much money it names."""

from svodka.analysis import authors, investment
from svodka.analysis import words as lemmas
from svodka.charts import authors as charts
from svodka.charts import cloud
from svodka.charts import investment as money
from svodka.views import headlines, page, picks, show, switch

corpus, selection, words, style = page.ask()
voices = authors.voices(corpus, selection)
head = show.headline_place()
voice = switch.voice("authors.voice", voices)
colour = style.voice(voice.rank)
own = selection._replace(voices=(voice.id,))
profile = authors.profile(corpus, selection, [voice.id])
used = lemmas.frequencies(corpus, own, limit=60)
amounts = investment.amounts(corpus, own)

head(*headlines.author(voice, profile, words))
left, right = page.columns()
with left:
    theme = show.chart(
        charts.profile(profile.head(show.ROWS), style, colour), key="authors.profile", title=words("authors.card"),
        subtitle=words("authors.subtitle"), table=profile, remark=words("authors.remark"),
    )  # fmt: skip
    show.statement(words("authors.silent.card"), headlines.passed_over(authors.passed_over(profile), words))
    cloud_word = show.chart(
        cloud.words(used, style, colour), key="authors.cloud", title=words("authors.cloud.card"),
        subtitle=words("authors.cloud.subtitle", n=int(used["n"].sum()), words=voice.words), table=used,
    )  # fmt: skip
    word = show.chart(
        charts.words_used(used.head(15), style, colour), key="authors.words", title=words("authors.words.card"),
        subtitle=words("authors.words.subtitle"), table=used,
    )  # fmt: skip
    amount = show.chart(
        money.amounts(amounts.head(show.ROWS), style), key="authors.amounts", title=words("authors.amounts.card"),
        subtitle=headlines.amounts(amounts, words, "log"), table=amounts, nothing=words("authors.amounts.none"),
    )  # fmt: skip
with right:
    picked = {"theme": theme, "word": word or cloud_word, "amount": amount}
    show.evidence(picks.of_author(corpus, own, profile, amounts, picked, words, "authors"), page="authors")
