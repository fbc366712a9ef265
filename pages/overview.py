"""The corpus in one screen: what is new to know, the largest amounts, the most named resources, who raises what."""

from svodka.exhibits import overview
from svodka.exhibits.catalogue import exhibit
from svodka.views import page, show

asked = page.ask()
findings = exhibit("overview.findings", asked)
charts = [exhibit(f"overview.{what}", asked) for what in ("amounts", "resources", "coverage")]

show.headline(*overview.headline(findings, asked))
left, right = page.columns()
with left:
    show.facts(overview.counted(asked))
    for shown in (findings, *charts):
        show.exhibit(shown)
with right:
    show.evidence("overview", findings, *charts)
