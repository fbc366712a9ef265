"""Amounts of money: what is said, by whom, and what each amount is."""

from svodka.analysis import investment
from svodka.charts import investment as charts
from svodka.views import headlines, page, picks, show, switch

corpus, selection, words, style = page.ask()
amounts = investment.amounts(corpus, selection)
left_out = investment.left_out(corpus, selection)

show.headline(*headlines.investment(amounts, style))
left, right = page.columns()
with left:
    scale = switch.choice("investment.scale", ["log", "linear"])
    picked = show.chart(
        charts.amounts(amounts.head(show.ROWS), style, scale == "log"), key="investment.amounts", title=words("investment.card"),
        subtitle=headlines.amounts(amounts, words, scale), table=amounts, remark=headlines.left_out(left_out, words),
    )  # fmt: skip
    field = switch.choice("investment.by", ["status", "payer", "recipient", "resource"], "field")
    groups = investment.by(corpus, selection, field)
    group = show.chart(
        charts.groups(groups.head(show.ROWS), style, field), key="investment.groups",
        title=words("investment.by.card", field=words(f"field.{field}")), subtitle=words("investment.by.subtitle"), table=groups,
    )  # fmt: skip
with right:
    show.evidence(picks.of_amount(corpus, amounts, picked or group, words, "investment", groups), page="investment")
