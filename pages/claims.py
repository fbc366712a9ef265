"""Claims: what is asserted about money, how many independent sources stand behind it, what contradicts and what only looks alike."""

from svodka.exhibits import claims
from svodka.exhibits.catalogue import exhibit
from svodka.views import page, show, switch

asked = page.ask()
head = show.headline_place()
left, right = page.columns()
with left:
    ledger = exhibit("claims.ledger", asked, show=switch.choice("claims.show", ["all", "confirmed", "disputed", "single", "incomparable"]))
    disagreements = exhibit("claims.disagreements", asked)
    picked = show.exhibit(ledger)
    show.exhibit(disagreements)
head(*claims.headline(ledger, asked))
with right:
    show.statement(asked.words("claims.confuse.card"), claims.alike(asked, ledger, picked))
    show.evidence("claims", ledger, disagreements)
