"""Claims: what is asserted about money, how many independent sources stand behind it, what contradicts and what only looks alike."""

from svodka.analysis import claims, options
from svodka.charts import claims as charts
from svodka.views import claims as told
from svodka.views import headlines, page, show, switch

corpus, selection, words, style = page.ask()
listed = claims.claims(corpus, selection)
disagreements = claims.disagreements(corpus, selection)

show.headline(*told.headline(listed, words))
left, right = page.columns()
with left:
    verdict = switch.choice("claims.show", ["all", "confirmed", "disputed", "single", "incomparable"])
    kept = listed if verdict == "all" else listed[listed["verdict"] == verdict]
    picked = show.chart(
        charts.ledger(kept.head(show.ROWS), style), key="claims.ledger", title=words("claims.card"),
        subtitle=headlines.capped(told.subtitle(kept, words), len(kept), words), table=kept, remark=words("claims.remark"),
        nothing=words("claims.none") if len(listed) else "",
    )  # fmt: skip
    show.statement(words("claims.disagree.card"), told.disagreements(disagreements, style))
with right:
    if len(kept):
        claim = told.chosen(kept, picked)
        alike = claims.incomparable(corpus, selection, [claim["claim_id"]])
        card = told.card(corpus, claim, alike, style, len(options.articles(corpus)))
        show.statement(told.safe_title(claim, words), card.safe)
        show.statement(words("claims.confuse.card"), card.others)
        show.evidence(card.behind, page="claims")
