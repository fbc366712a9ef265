"""Themes: who raises which, and what is named together in one paragraph."""

from svodka.analysis import overview, themes
from svodka.charts import themes as charts
from svodka.views import headlines, page, picks, show, switch

corpus, selection, words, style = page.ask()
grid = overview.coverage(corpus, selection)

show.headline(*headlines.themes(grid, words))
left, right = page.columns()
with left:
    measure = switch.choice("themes.measure", ["mentions", "rate"])
    picked = show.chart(
        charts.by_voice(grid, style, measure), key="themes.by_voice", title=words("themes.card"),
        subtitle=headlines.counted(grid, words, f"themes.subtitle.{measure}"), table=grid, remark=words("themes.remark"),
    )  # fmt: skip
    kind = switch.choice("themes.with", ["place", "resource", "theme"])
    pairs = themes.cooccurrence(corpus, selection, tuple({"theme": 0, kind: 0}))
    together = show.chart(
        charts.together(pairs, style, kind), key="themes.together", title=words("themes.together.card"),
        subtitle=words("themes.together.subtitle"), table=pairs, remark=words("themes.together.remark"),
    )  # fmt: skip
with right:
    show.evidence(picks.of_concept(corpus, selection, grid, together or picked, words, "themes", pairs), page="themes")
