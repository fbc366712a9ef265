"""The corpus in one screen: what is new to know, the largest amounts, the most named resources, who raises what."""

from svodka.analysis import investment, overview, resources
from svodka.charts import investment as money
from svodka.charts import resources as bars
from svodka.charts import themes
from svodka.views import findings, headlines, page, picks, show

corpus, selection, words, style = page.ask()
counts = overview.counts(corpus, selection)
grid = overview.coverage(corpus, selection)
totals = resources.totals(corpus, selection)
stated = investment.amounts(corpus, selection)
facts = findings.told(overview.facts(counts, grid, totals, stated))
amounts = overview.largest(stated)
named = overview.most_named(totals)

show.headline(*headlines.overview(counts, facts, words))
left, right = page.columns()
with left:
    show.facts(headlines.counts(counts, words))
    asked = findings.show(facts, stated, words)
    amount = show.chart(
        money.amounts(amounts, style), key="overview.amounts", title=words("overview.amounts"),
        subtitle=headlines.amounts(amounts, words, "log"), table=amounts, remark=words("investment.remark"),
    )  # fmt: skip
    resource = show.chart(
        bars.totals(named, style), key="overview.resources", title=words("overview.resources"),
        subtitle=words("overview.resources.subtitle"), table=named,
    )  # fmt: skip
    theme = show.chart(
        themes.by_voice(grid, style), key="overview.coverage", title=words("themes.card"),
        subtitle=headlines.counted(grid, words, "themes.subtitle.mentions"), table=grid, remark=words("themes.remark"),
    )  # fmt: skip
with right:
    picked = {"finding": asked, "amount": amount, "resource": resource, "theme": theme}
    show.evidence(picks.of_overview(corpus, selection, facts, amounts, named, grid, picked, words), page="overview")
