"""Amounts of money: what is said, by whom, and what each amount is."""

from svodka.exhibits import investment
from svodka.exhibits.catalogue import exhibit
from svodka.views import page, show, switch

asked = page.ask()
head = show.headline_place()
left, right = page.columns()
with left:
    amounts = exhibit("investment.amounts", asked, scale=switch.choice("investment.scale", ["log", "linear"]))
    show.exhibit(amounts)
    groups = exhibit("investment.groups", asked, by=switch.choice("investment.by", ["status", "payer", "recipient", "resource"], "field"))
    show.exhibit(groups)
head(*investment.headline(amounts, asked))
with right:
    show.evidence("investment", amounts, groups)
