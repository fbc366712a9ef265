"""Countries and routes on a quiet map: a disc's area is how often a country is named, a line is a route that is named."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import acos, asin, atan2, cos, degrees, radians, sin
from operator import mul
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from svodka.charts.style import FONT, Style, faded, figure, mixed, plain, shortened
from svodka.charts.window import Place, Window, window

# The width, and the least and the greatest height of the map, in pixels.
WIDE, NARROW = (545, 290, 400), (316, 230, 320)
SMALLEST, LARGEST, LARGEST_NARROW = 9.0, 52.0, 38.0
# Pixels of a letter and of a line of a label, letters of the longest one, routes drawn,
# and how far inside the edge stands what lies beyond it.
LETTER, LINE, LONGEST, ROUTES, ROUTES_NARROW, INSET = 6.9, 17.0, 22, 5, 1, 16.0
# A disc no larger than this may have its name at an angle: the name of a large one would stand far off.
AT_AN_ANGLE = 14.0
# So many countries are named before the routes are, the others where room is left.
FIRST = 4
# Of more countries than these all discs are smaller.
CROWD = 20
# In how many steps a route is followed, and where along it its name may stand.
SAMPLES = 40
STATIONS = tuple(share / 20 for share in (10, 8, 12, 6, 14, 5, 15, 7, 13, 9, 11, 4, 16, 3, 17))
SIDES = {
    "middle right": (1, 0),
    "middle left": (-1, 0),
    "top center": (0, -1),
    "bottom center": (0, 1),
    "top right": (1, -1),
    "bottom right": (1, 1),
    "top left": (-1, -1),
    "bottom left": (-1, 1),
}
# A line runs sideways: its name stands above or below it.
ROUTE_SIDES = {side: SIDES[side] for side in ("top center", "bottom center", "top right", "top left", "bottom right", "bottom left")}
# How far a mark is moved along the edge to be alone, in pixels.
STEPS = [sign * step for step in range(0, 200, 20) for sign in (1, -1)]
ARROWS = {(-1, 0): "← {}", (1, 0): "{} →", (0, -1): "↑ {}", (0, 1): "↓ {}"}

Box = tuple[float, float, float, float]
Path = Sequence[Any]


class Mark(NamedTuple):
    """What stands at one place of the map: its id, name and words for the tooltip, its place, its size in pixels."""

    id: str
    name: str
    hover: str
    lat: float
    lon: float
    size: float
    beyond: bool = False


def places(countries: pd.DataFrame, routes: pd.DataFrame, style: Style) -> go.Figure:
    """Discs with the id of a country, lines of the routes named most with a diamond that carries the route's id.

    `countries` and `routes` are answers of analysis.geography; the discs have the colour of the voice where only one names them. Places
    beyond the edge of the map stand hollow at its edge, with an arrow.
    """
    width, *heights = NARROW if style.narrow else WIDE
    known = countries[countries["lat"].notna()]
    lines = routes[routes["path"].map(len) > 1].head(ROUTES_NARROW if style.narrow else ROUTES)
    if known.empty and lines.empty:
        return figure(style, heights[0])
    heads = known.drop_duplicates("concept")
    seen = window(_shown(heads, lines), width, (heights[0], heights[1]))
    drawn = figure(style, round(seen.height))
    drawn.layout.margin.update(l=0, r=0, t=0, b=0)
    drawn.layout.geo = _ground(seen, style)
    marks = _discs(known, heads, seen, style)
    layout = Layout(seen, marks, lines["path"])
    order = sorted(marks, key=lambda one: (not one.beyond, -one.size, one.id))
    first = sum(mark.beyond for mark in marks) + FIRST
    for mark in order[:first]:
        layout.write(mark, SIDES)
    stops = [stop for row in lines.itertuples() if (stop := _stop(row, layout, style))]
    for mark in order[first:]:
        layout.write(mark, SIDES)
    one = known["voice_id"].nunique() == 1
    colour = style.voice(int(known["rank"].iloc[0])) if one else style.accent
    if len(lines):
        drawn.add_trace(_lines(lines, style))
    if marks:
        drawn.add_trace(_markers(marks, layout.labels, colour, style, "circle"))
    if stops:
        drawn.add_trace(_markers(stops, layout.labels, style.ink, style, "diamond"))
    return drawn


def _shown(heads: pd.DataFrame, lines: pd.DataFrame) -> list[Place]:
    """What the map tries to show: every country by its mentions, the ends of routes by theirs, and the route named most in any case."""
    total = float(heads["total"].sum())
    weights = [total + 1, *(float(count) for count in lines["mentions"][1:])]
    ends = [Place(at.lat, at.lon, weight) for path, weight in zip(lines["path"], weights, strict=False) for at in (path[0], path[-1])]
    return [Place(row.lat, row.lon, float(row.total)) for row in heads.itertuples()] + ends


def _ground(seen: Window, style: Style) -> dict:
    land = mixed(style.line, style.paper, 0.62)
    return {
        "scope": "world",
        "resolution": 50,
        "projection": {"type": "miller", "rotation": {"lon": (seen.west + seen.east) / 2}},
        "lonaxis": {"range": [seen.west, seen.east]},
        "lataxis": {"range": [seen.south, seen.north]},
        "showland": True,
        "landcolor": land,
        "showcountries": True,
        "countrycolor": mixed(style.neutral, style.paper, 0.6),
        "countrywidth": 0.7,
        "showlakes": True,
        "lakecolor": style.paper,
        "showcoastlines": False,
        "showocean": False,
        "showframe": False,
        "bgcolor": "rgba(0,0,0,0)",
    }


def _discs(known: pd.DataFrame, heads: pd.DataFrame, seen: Window, style: Style) -> list[Mark]:
    most = max(float(heads["total"].max()), 1.0) if len(heads) else 1.0
    largest = (LARGEST_NARROW if style.narrow else LARGEST) * min(1.0, (CROWD / max(len(heads), 1)) ** 0.3)
    voices = {concept: list(rows.itertuples()) for concept, rows in known.groupby("concept", sort=False)}
    marks = []
    for row in heads.itertuples():
        name = getattr(row, f"label_{style.words.language}")
        who = " · ".join(f"{plain(voice.short)} {style.words.number(voice.mentions)}" for voice in voices[row.concept][:4])
        hover = style.words("map.hover", label=plain(name), mentions=int(row.total), voices=len(voices[row.concept])) + f"<br>{who}"
        size = max(SMALLEST, largest * (float(row.total) / most) ** 0.5)
        marks.append(Mark(row.concept, name, hover, row.lat, row.lon, size))
    return _drawn_in(marks, seen)


def _drawn_in(marks: Sequence[Mark], seen: Window) -> list[Mark]:
    """The marks, those outside the window at its edge, moved along it until they have it to themselves."""
    inside = [mark for mark in marks if seen.within(mark.lat, mark.lon)]
    for mark in marks:
        if mark in inside:
            continue
        x, y = seen.edge(mark.lat, mark.lon, INSET)
        aside = x in (INSET, seen.width - INSET)
        spots = [(x, y + step) if aside else (x + step, y) for step in STEPS]
        spots = [spot for spot in spots if INSET <= spot[0] <= seen.width - INSET and INSET <= spot[1] <= seen.height - INSET]
        free = (spot for spot in spots if all(_distance(spot, seen.at(one.lat, one.lon)) > one.size / 2 + LINE for one in inside))
        lat, lon = seen.place(*next(free, (x, y)))
        inside.append(mark._replace(lat=lat, lon=lon, size=SMALLEST, beyond=True))
    return inside


def _stop(row: Any, layout: "Layout", style: Style) -> Mark | None:
    """The mark of a route, at that part of it where its name has room, else as far as can be from all other marks; None out of sight."""
    seen = layout.seen
    spots = [spot for spot in (_along(row.path, share) for share in STATIONS) if seen.within(*spot)]
    if not spots:
        return None
    name = getattr(row, f"label_{style.words.language}")
    hover = style.words("map.hover", label=plain(name), mentions=int(row.mentions), voices=int(row.voices))
    spots.sort(key=lambda spot: -min((_distance(seen.at(*spot), other) for other in layout.centres), default=0.0))
    stops = [Mark(row.concept, name, hover, *spot, SMALLEST) for spot in spots]
    free = [stop for stop in stops if layout.free(stop)]
    chosen = next((stop for stop in free if layout.write(stop, ROUTE_SIDES)), next(iter(free), None))
    if chosen:
        layout.add(chosen)
    return chosen


def _along(path: Path, share: float) -> tuple[float, float]:
    """The place at a share of a route's length, on the great circles that the map draws between its points."""
    globe = [_vector(point) for point in path]
    angles = [acos(max(-1.0, min(1.0, sum(map(mul, one, other))))) for one, other in pairwise(globe)]
    left = share * sum(angles)
    for (one, other), angle in zip(pairwise(globe), angles, strict=True):
        if left < angle:
            x, y, z = ((sin(angle - left) * a + sin(left) * b) / sin(angle) for a, b in zip(one, other, strict=True))
            return degrees(asin(max(-1.0, min(1.0, z)))), degrees(atan2(y, x))
        left -= angle
    return path[-1].lat, path[-1].lon


def _vector(point: Any) -> tuple[float, float, float]:
    lat, lon = radians(point.lat), radians(point.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    return ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5


class Layout:
    """Which rectangles of the map are taken, and the labels that found room: mark → label and the side it stands on."""

    def __init__(self, seen: Window, marks: Sequence[Mark], paths: Iterable[Path]):
        self.seen = seen
        self.labels: dict[str, tuple[str, str]] = {}
        self.centres = [seen.at(mark.lat, mark.lon) for mark in marks]
        self._taken = [(mark.id, _disc(mark, seen)) for mark in marks]
        self._lines = [seen.at(*_along(path, step / SAMPLES)) for path in paths for step in range(SAMPLES + 1)]

    def free(self, mark: Mark) -> bool:
        """Is there room for the mark itself?"""
        return self._free(mark.id, _disc(mark, self.seen))

    def add(self, mark: Mark) -> None:
        """Take the place of one more mark."""
        self.centres.append(self.seen.at(mark.lat, mark.lon))
        self._taken.append((mark.id, _disc(mark, self.seen)))

    def write(self, mark: Mark, sides: Mapping[str, tuple[int, int]]) -> bool:
        """Label a mark on the first side that has room, best where no route runs through."""
        label = _name(mark, self.seen)
        straight = mark.size > AT_AN_ANGLE
        boxes = {side: _box(mark, label, *way, self.seen) for side, way in sides.items() if not (straight and all(way))}
        open_sides = [side for side, box in boxes.items() if self._inside(box) and self._free(mark.id, box)]
        if not open_sides:
            return False
        side = min(open_sides, key=lambda one: self._crossed(boxes[one]))
        self.labels[mark.id] = (label, side)
        self._taken.append(("", boxes[side]))
        return True

    def _inside(self, box: Box) -> bool:
        return min(box[:2]) >= 0 and box[2] <= self.seen.width and box[3] <= self.seen.height

    def _crossed(self, box: Box) -> bool:
        return any(box[0] < x < box[2] and box[1] < y < box[3] for x, y in self._lines)

    def _free(self, id_: str, box: Box) -> bool:
        return all(owner == id_ or not _overlap(box, other) for owner, other in self._taken)


def _name(mark: Mark, seen: Window) -> str:
    name = shortened(mark.name, LONGEST)
    if not mark.beyond:
        return name
    x, y = seen.at(mark.lat, mark.lon)
    across = -1 if x <= INSET + 1 else 1 if x >= seen.width - INSET - 1 else 0
    return ARROWS[(across, 0) if across else (0, -1 if y < seen.height / 2 else 1)].format(name)


def _disc(mark: Mark, seen: Window) -> Box:
    (x, y), half = seen.at(mark.lat, mark.lon), mark.size / 2
    return x - half, y - half, x + half, y + half


def _box(mark: Mark, label: str, right: int, down: int, seen: Window) -> Box:
    x, y = seen.at(mark.lat, mark.lon)
    wide, half = len(label) * LETTER + 4, mark.size / 2 / 0.8 + 1  # as far as Plotly puts it
    left = x - wide / 2 if not right else x + half if right > 0 else x - half - wide
    top = y - LINE / 2 if not down else y + half if down > 0 else y - half - LINE
    return left, top, left + wide, top + LINE


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _lines(lines: pd.DataFrame, style: Style) -> go.Scattergeo:
    lats = [lat for path in lines["path"] for lat in (*(point.lat for point in path), None)]
    lons = [lon for path in lines["path"] for lon in (*(point.lon for point in path), None)]
    return go.Scattergeo(
        lat=lats, lon=lons, mode="lines", line={"color": faded(style.ink, 0.5), "width": 1.5, "dash": "dot"}, hoverinfo="skip"
    )


def _markers(marks: Sequence[Mark], sides: dict[str, tuple[str, str]], colour: str, style: Style, symbol: str) -> go.Scattergeo:
    disc = symbol == "circle"
    return go.Scattergeo(
        lat=[mark.lat for mark in marks],
        lon=[mark.lon for mark in marks],
        mode="markers+text",
        text=[plain(sides[mark.id][0]) if mark.id in sides else "" for mark in marks],
        textposition=[sides[mark.id][1] if mark.id in sides else "middle right" for mark in marks],
        textfont={"family": FONT, "size": 13 if disc else 12, "color": style.ink if disc else style.muted},
        marker={
            "symbol": symbol,
            "size": [mark.size for mark in marks],
            "color": [style.paper if mark.beyond else faded(colour, 0.55) if disc else colour for mark in marks],
            "line": {"color": colour if disc else style.paper, "width": 1.2},
            "opacity": 1,
        },
        customdata=[[mark.id] for mark in marks],
        hovertext=[mark.hover for mark in marks],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}, "textfont": {"color": style.ink if disc else style.muted}},
    )
