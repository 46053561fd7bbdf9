"""Services on a genogram: round its outside, each near whom it serves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import cos, dist, pi, sin

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.extents import Extent, Options
from genogram_app.layout.ground import Ground, along
from genogram_app.model.ids import Id

#: Air round a service's box, and between it and a line.
AIR = 14.0
FROM_LINE = 5.0
#: How fine places are tried, and how far from whom a service serves, in points.
STEP = 16.0
REACH_X, REACH_Y = 260.0, 180.0
#: What it costs that a tie passes over somebody, crosses a line, that the sheet grows by a point.
OVER_SOMEBODY, OVER_LINE, GROWTH = 70.0, 5.0, 0.9
#: How many of the nearest places are looked at closely.
CLOSELY = 60


class Services:
    """The services of a sheet while they find their places."""

    def __init__(self, ground: Ground, ink: Ground, rooms: Sequence[Box], options: Options) -> None:
        self.ground, self.ink, self.options = ground, ink, options
        self.rooms = Ground({str(i): room for i, room in enumerate(rooms)})
        self.ties: list[tuple[Point, Point]] = []

    def place(self, key: Id, extent: Extent, targets: Sequence[Point]) -> Point:
        """Give a service its place and keep it taken."""
        found = self._best(key, extent, targets)
        self.ground.add(key, extent.box.moved(*found))
        self.ties += [(found, target) for target in targets]
        return found

    def _best(self, key: Id, extent: Extent, targets: Sequence[Point]) -> Point:
        bounds = self.ground.bounds()
        if bounds is None:
            return 0.0, 0.0
        wish = _middle(targets) if targets else _on_edge(bounds, self.options.sectors.get(key, 0.0))
        spots = sorted(
            set(_candidates(bounds, extent, wish)),
            key=lambda spot: (dist(spot, wish) + self._growth(bounds, extent, spot), spot),
        )
        near = islice((spot for spot in spots if self._free(extent, spot)), CLOSELY)
        return min(near, key=lambda spot: (self._cost(bounds, extent, spot, targets or [wish]), spot))

    def _free(self, extent: Extent, spot: Point) -> bool:
        box = extent.box.moved(*spot)
        return (
            self.ground.free(box.grown(AIR))
            and self.ink.free(box.grown(FROM_LINE))
            and self.rooms.free(box.grown(4))
        )

    def _growth(self, bounds: Box, extent: Extent, spot: Point) -> float:
        grown = bounds.union(extent.box.moved(*spot))
        return GROWTH * (grown.width - bounds.width + 1.4 * (grown.height - bounds.height))

    def _cost(self, bounds: Box, extent: Extent, spot: Point, targets: Sequence[Point]) -> float:
        cost = self._growth(bounds, extent, spot)
        box = extent.box.moved(*spot)
        cost += OVER_SOMEBODY * sum(any(leg.overlaps(box) for leg in _steps(*tie)) for tie in self.ties)
        for target in targets:
            over, lines = set(), set()
            for leg in _steps(spot, target):
                over |= {key for key in self.ground.near(leg) if not self.ground.boxes[key].contains(target)}
                lines |= set(self.ink.near(leg))
            cost += dist(spot, target) + OVER_SOMEBODY * len(over) + OVER_LINE * len(lines)
            cost += OVER_SOMEBODY * sum(_cross(spot, target, *tie) for tie in self.ties)
        return cost


def _candidates(bounds: Box, extent: Extent, wish: Point) -> Iterator[Point]:
    """Go through places near a wish, and along the outside of the sheet."""
    box = extent.box
    across = [wish[0] + STEP * i for i in range(-int(REACH_X / STEP), int(REACH_X / STEP) + 1)]
    upright = [wish[1] + STEP * i for i in range(-int(REACH_Y / STEP), int(REACH_Y / STEP) + 1)]
    yield from ((x, y) for x in across for y in upright)
    top, bottom = bounds.top - AIR - box.bottom, bounds.bottom + AIR - box.top
    left, right = bounds.left - AIR - box.right, bounds.right + AIR - box.left
    yield from ((x, y) for x in across for y in (top, bottom))
    yield from ((x, y) for x in (left, right) for y in upright)
    # Beyond everything there is always room.
    away = (box.width + box.height + 2 * AIR + 10.0) * 2
    yield from ((x, bounds.bottom + away) for x in across)


def _middle(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _on_edge(bounds: Box, turn: float) -> Point:
    """Give the point at the edge of the sheet in a direction, in turns clockwise from the top."""
    x, y = bounds.centre
    return x + sin(turn * 2 * pi) * bounds.width / 2, y - cos(turn * 2 * pi) * bounds.height / 2


def _steps(a: Point, b: Point) -> Iterator[Box]:
    count = max(1, int(dist(a, b) // 14))
    points = [(a[0] + (b[0] - a[0]) * i / count, a[1] + (b[1] - a[1]) * i / count) for i in range(count + 1)]
    return along(points)


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Say whether two straight ways cross."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def targets_of(
    key: Id, ends: Mapping[Id, Sequence[Id]], places: Mapping[Id, Point], rooms: Mapping[Id, Sequence[Box]]
) -> list[Point]:
    """Give where those stand whom a service is tied to, households by the middle of their rooms."""
    found = []
    for other in ends.get(key, ()):
        if other in places:
            found.append(places[other])
        elif rooms.get(other):
            found.append(_middle([room.centre for room in rooms[other]]))
    return found
