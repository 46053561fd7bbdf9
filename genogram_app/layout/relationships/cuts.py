"""Where lines begin and end: beside the symbols that they join, or beside the words under these."""

from __future__ import annotations

from functools import lru_cache
from math import dist
from typing import NamedTuple

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Outline, Point
from genogram_app.drawing.routes import clipped, crossings, route_of
from genogram_app.drawing.same import Same
from genogram_app.drawing.shapes import polygon, rect
from genogram_app.layout.sheet.curves import Curve, outline
from genogram_app.layout.sheet.extents import Extent

#: How fine a curve is flattened.
FLAT = 0.25
#: Air between a line and the symbol, or the words, at its end.
AIR = 3.0


class Stop(NamedTuple):
    """A figure at which a line ends: where it stands and how far it reaches about that."""

    place: Point
    extent: Same[Extent]


#: From one sheet to the next most lines run as before, and each is drawn several times on its way there.
@lru_cache(maxsize=1024)
def drawn(curve: Curve, start: Stop | None, end: Stop | None) -> Polyline:
    """Give the route of a line along a curve, from figure to figure."""
    return cut(route_of(outline(curve), FLAT), start, end)


def cut(route: Polyline, start: Stop | None, end: Stop | None) -> Polyline:
    """Let a line begin and end beside figures; where there is none it reaches its end."""
    return clipped(route, _way_out(route, start), _way_out(route[::-1], end))


def _way_out(route: Polyline, stop: Stop | None) -> float:
    """Give how far along a route, in points, its line comes out of the figure that it starts from."""
    if stop is None:
        return 0.0
    place, extent = stop.place, stop.extent.value
    route = _start(route, place, extent.box.height + extent.box.width)
    route = tuple((x - place[0], y - place[1]) for x, y in route)
    way = max(crossings(route, _coarse(extent.outline)), default=0.0)
    # Where no way round the own words was free, a line begins under them.
    if extent.words is not None and any(_inside(extent, point) for point in route):
        way = max([way, *crossings(route, rect(extent.words))])
    return way + AIR


def _inside(extent: Extent, point: Point) -> bool:
    words = extent.words
    return words is not None and words.grown(-2.0).contains(point)


@lru_cache(maxsize=4096)
def _coarse(outline: Outline) -> Outline:
    """Give an outline as straight sides, fine enough to stop a line at."""
    return tuple(step for line in flatten(outline, 0.5) for step in polygon(line))


def _start(route: Polyline, place: Point, reach: float) -> Polyline:
    """Give as much of a route as can lie on the figure that it starts from."""
    for i, point in enumerate(route):
        if dist(point, place) > reach:
            return route[: i + 1]
    return route
