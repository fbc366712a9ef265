"""The part of the world a map shows, and where its places stand on the screen, in the Miller projection."""

from collections.abc import Sequence
from math import atan, degrees, exp, log, pi, radians, tan
from typing import NamedTuple

# A window leaves out, at its edge, at most this share of what it has to show, where that makes it at most this much of its former size.
LEFT_OUT, SMALLER = 0.06, 0.72
# Never closer than this many degrees from edge to edge, and this much air around the outermost places.
NARROWEST, AIR = 24.0, 0.09
NORTHERNMOST, SOUTHERNMOST = 84.0, -58.0


class Place(NamedTuple):
    """A place and its weight: what counts when a window cannot hold everything."""

    lat: float
    lon: float
    weight: float


class Window(NamedTuple):
    """A rectangle of the map: west and east in degrees (east beyond 180 across the date line), south and north, and its pixels."""

    west: float
    east: float
    south: float
    north: float
    width: float
    height: float

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Pixels from the left and from the top; a place outside the window lies outside its pixels."""
        across = self.width / (self.east - self.west)
        up = self.height / (_up(self.north) - _up(self.south))
        return (self.turned(lon) - self.west) * across, (_up(self.north) - _up(lat)) * up

    def turned(self, lon: float) -> float:
        """The longitude as this window counts it: the way round that comes nearest to its middle."""
        middle = (self.west + self.east) / 2
        return middle + (lon - middle + 180) % 360 - 180

    def within(self, lat: float, lon: float) -> bool:
        """Is the place in the window?"""
        return self.west <= self.turned(lon) <= self.east and self.south <= lat <= self.north

    def edge(self, lat: float, lon: float, inset: float) -> tuple[float, float]:
        """The pixels nearest to a place beyond the edge, so many pixels inside."""
        x, y = self.at(lat, lon)
        return min(max(x, inset), self.width - inset), min(max(y, inset), self.height - inset)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Latitude and longitude at pixels from the left and from the top."""
        up = _up(self.north) - y / self.height * (_up(self.north) - _up(self.south))
        return _down(up), self.west + x / self.width * (self.east - self.west)


def window(places: Sequence[Place], width: float, heights: tuple[float, float]) -> Window:
    """The window that shows the places, without the few that would make everything else small.

    It is so many pixels wide and, between the two heights, as high as the places need.
    """
    kept, spared = list(places), LEFT_OUT * sum(place.weight for place in places)
    while fewer := _fewer(kept, spared):
        spared -= sum(place.weight for place in kept) - sum(place.weight for place in fewer)
        kept = fewer
    return _shaped(_box(kept), width, heights)


def _fewer(places: list[Place], spared: float) -> list[Place]:
    """The places without the outermost ones of one side, no heavier than is spared; none where that makes the window little smaller."""
    west = _box(places)[0]
    rests = []
    for side in (lambda place: (place.lon - west) % 360, lambda place: place.lat):
        for order in (sorted(places, key=side), sorted(places, key=side, reverse=True)):
            left = spared
            while len(order) > 1 and order[0].weight <= left:
                left -= order[0].weight
                order = order[1:]
                rests.append(order)
    best = min(rests, key=lambda rest: _area(_box(rest)), default=[])
    return best if best and _area(_box(best)) <= SMALLER * _area(_box(places)) else []


def _box(places: Sequence[Place]) -> tuple[float, float, float, float]:
    """West, east (beyond 180 across the date line), south, north of the places; the widest empty stretch of longitudes stays outside."""
    lons = sorted(place.lon for place in places)
    if not lons:
        return -170.0, 190.0, SOUTHERNMOST, NORTHERNMOST
    gaps = [(after - before, after) for before, after in zip(lons, [*lons[1:], lons[0] + 360], strict=True)]
    west = max(gaps)[1] % 360
    west = west - 360 if west > 180 else west
    east = west + 360 - max(gaps)[0]
    return west, east, min(place.lat for place in places), max(place.lat for place in places)


def _area(box: tuple[float, float, float, float]) -> float:
    west, east, south, north = box
    return max(east - west, NARROWEST) * max(_up(north) - _up(south), radians(NARROWEST) / 2)


def _shaped(box: tuple[float, float, float, float], width: float, heights: tuple[float, float]) -> Window:
    """The box with air around it, widened to a shape that the picture may have."""
    west, east, low, high = box[0], box[1], _up(box[2]), _up(box[3])
    across = max((east - west) * (1 + 2 * AIR), NARROWEST)
    up = (high - low) * (1 + 4 * AIR)
    height = min(max(width * up / radians(across), heights[0]), heights[1])
    across = min(max(across, degrees(up) * width / height), 360.0)
    up = radians(across) * height / width
    middle, centre = (west + east) / 2, (low + high) / 2
    top = min(centre + up / 2, _up(NORTHERNMOST))
    bottom = max(top - up, _up(SOUTHERNMOST))
    top = min(bottom + up, _up(NORTHERNMOST))
    return Window(middle - across / 2, middle + across / 2, _down(bottom), _down(top), width, height)


def _up(lat: float) -> float:
    return 1.25 * log(tan(pi / 4 + 0.4 * radians(lat)))


def _down(y: float) -> float:
    return degrees(2.5 * atan(exp(0.8 * y)) - 0.625 * pi)
