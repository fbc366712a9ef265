"""Which countries and routes are named, how often and by whom, and where they lie.

Where places lie is in data/geography.csv: for a country a point well inside it, for a waypoint the point where routes meet it;
degrees north and east. What lies in a country, and what stands for it («Токио»), counts as the country.
"""

from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from svodka.analysis import resources
from svodka.analysis.selection import NAMED, Selection, answer, named
from svodka.frames.store import Corpus
from svodka.knowledge import DATA, rows

# A route that is named only by a part of it is not named: TAP is drawn, the corridor it belongs to is not.
ROUTES = """
own AS (
    SELECT DISTINCT concept FROM kept_mentions WHERE kind = 'route'
),
counted AS (
    SELECT
        concept, sum(mentions)::BIGINT AS mentions, count(DISTINCT (article_id, passage)) AS passages,
        count(DISTINCT article_id) AS articles, count(DISTINCT voice_id) AS voices
    FROM named SEMI JOIN own USING (concept) GROUP BY concept
)
SELECT concept, label_ru, label_en, mentions, passages, articles, voices
FROM counted JOIN concepts USING (concept)
ORDER BY mentions DESC, concept
"""


class Point(NamedTuple):
    """A place on the map, in degrees; `iso3` is the ISO 3166 alpha-3 code of a country, empty for any other place."""

    lat: float
    lon: float
    iso3: str = ""


@lru_cache(maxsize=1)
def points() -> dict[str, Point]:
    """Place → where it lies, from data/geography.csv.

    Raises KnowledgeError where a coordinate is no number or not on the globe.
    """
    found = {}
    for row in rows(DATA / "geography.csv", ("place", "lat", "lon", "iso3")):
        try:
            point = Point(float(row["lat"]), float(row["lon"]), row["iso3"])
        except ValueError as error:
            raise row.error("lat and lon are degrees, like 43.65") from error
        if abs(point.lat) > 90 or abs(point.lon) > 180:
            raise row.error("lat is from -90 to 90, lon from -180 to 180")
        found[row["place"]] = point
    return found


@lru_cache(maxsize=1)
def waypoints() -> dict[str, tuple[str, ...]]:
    """Route → the places it leads through, in order, from data/lexicon/routes.csv."""
    columns = ("concept", "parent", "label_ru", "label_en", "waypoints", "terms", "metonyms", "not")
    return {row["concept"]: tuple(row.listed("waypoints")) for row in rows(DATA / "lexicon/routes.csv", columns)}


def countries(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """One row per country and voice that names it, the most named country first; `total`: its mentions by all voices.

    Columns: those of resources.by_voice, then `iso3, lat, lon`, which are unknown for a country that data/geography.csv does not have.
    """
    found = resources.by_voice(corpus, selection, kind="place")
    known = [points().get(concept) for concept in found["concept"]]
    return found.assign(
        iso3=pd.Series([point and point.iso3 for point in known], index=found.index, dtype=object),
        lat=[point.lat if point else float("nan") for point in known],
        lon=[point.lon if point else float("nan") for point in known],
    ).astype({"lat": float, "lon": float})


def routes(corpus: Corpus, selection: Selection) -> pd.DataFrame:
    """One row per route named by its own name, the most named first; a branch counts for the route it belongs to as well.

    Columns: `concept, label_ru, label_en, mentions, passages, articles, voices, path` (the points it leads through, in order, none where
    the lexicon has none).
    """
    found = answer(corpus, selection, NAMED, ROUTES, **named(corpus, ["route"], deep=True))
    paths = [[points()[place] for place in waypoints().get(concept, ()) if place in points()] for concept in found["concept"]]
    return found.assign(path=pd.Series(paths, index=found.index, dtype=object))
