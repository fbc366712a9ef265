"""Map and timeline: which countries and routes are named and by whom, which dates, and what lies ahead."""

from svodka.exhibits import map as maps
from svodka.exhibits.catalogue import exhibit
from svodka.views import page, show

asked = page.ask()
countries, by_voice, routes, timeline, ahead = (
    exhibit(f"map.{what}", asked) for what in ("countries", "by_voice", "routes", "timeline", "ahead")
)

show.headline(*maps.headline(countries, (routes, timeline, ahead), asked))
left, right = page.columns()
with left:
    for shown in (countries, timeline, ahead, by_voice, routes):
        show.exhibit(shown)
with right:
    show.evidence("map", countries, timeline, ahead, by_voice, routes)
