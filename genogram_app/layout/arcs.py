"""Relationship lines and ties: shallow arcs round whoever stands between.

Several between the same two lie side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import dist

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.drawing.routes import arc, clipped, crossings, length, route_of
from genogram_app.drawing.shapes import moved, polygon, rect
from genogram_app.layout.extents import Extent
from genogram_app.layout.ground import Ground
from genogram_app.model.ids import Id

#: Air between a line and the symbol, or the words, at its end.
AIR = 3.0
#: How far lines between the same two bow apart.
LANE = 12.0
#: Bows that are tried, as shares of the distance, and their limits in points.
BOWS = (0.0, 0.1, 0.18, 0.28, 0.4, 0.55)
LEAST, MOST = 10.0, 110.0
#: How fine an arc is flattened, and what a point of bow costs.
FLAT, BOWED = 0.25, 0.35
#: What it costs to pass over somebody, own words, other lines; to run along one.
OVER_SOMEBODY, OVER_WORDS, OVER_LINE, ALONG_LINE = 60.0, 12.0, 4.0, 5.0

Ends = tuple[Id, Id, Id]


class Arcs:
    """The arcs of a sheet while they are drawn, among what is drawn already."""

    def __init__(
        self,
        places: Mapping[Id, Point],
        extents: Mapping[Id, Extent],
        rings: Mapping[Id, Outline],
        ink: Iterable[Polyline],
    ) -> None:
        self.places, self.extents, self.rings = places, extents, rings
        self.ground = Ground.of_parts(places, extents)
        self.ink = Ground({})
        for line in ink:
            self._inked(line)

    def drawn(self, lines: Sequence[Ends]) -> dict[Id, Polyline]:
        """Draw lines given as (id, one end, other end); what has no end on the sheet is left out."""
        pairs: dict[tuple[Id, Id], list[Ends]] = defaultdict(list)
        for line in lines:
            if self._on_sheet(line[1]) and self._on_sheet(line[2]) and line[1] != line[2]:
                pairs[min(line[1], line[2]), max(line[1], line[2])].append(line)
        found: dict[Id, Polyline] = {}
        for (a, b), same in sorted(pairs.items(), key=lambda item: (self._span(*item[0]), item[0])):
            bows: list[float] = []
            for key, start, _ in sorted(same):
                bow, route = self._best(a, b, bows)
                if len(route) > 1:
                    bows.append(bow)
                    self._inked(route)
                    found[key] = route if start == a else route[::-1]
        return dict(sorted(found.items()))

    def _on_sheet(self, key: Id) -> bool:
        return key in self.places or key in self.rings

    def _span(self, a: Id, b: Id) -> float:
        start, end = self._ends(a, b)
        return dist(start, end)

    def _ends(self, a: Id, b: Id) -> tuple[Point, Point]:
        """Give where a line begins and ends: the middle of a symbol, the nearest point of a ring."""
        if a in self.places and b in self.places:
            return self.places[a], self.places[b]
        if a in self.places:
            return self.places[a], self._ring_point(b, self.places[a])
        if b in self.places:
            return self._ring_point(a, self.places[b]), self.places[b]
        first = flatten(self.rings[b])[0][0]
        start = self._ring_point(a, first)
        return start, self._ring_point(b, start)

    def _ring_point(self, household: Id, towards: Point) -> Point:
        points = [point for line in flatten(self.rings[household], 1.0) for point in _dense(line)]
        return min(points, key=lambda point: (dist(point, towards), point))

    def _best(self, a: Id, b: Id, taken: Sequence[float]) -> tuple[float, Polyline]:
        """Give the arc that costs least between two, and how far it bows."""
        start, end = self._ends(a, b)
        span = dist(start, end)
        sizes = [0.0] + [max(LEAST, min(MOST, span * share)) for share in BOWS[1:]]
        sizes += [LANE * i for i in range(1, len(taken) + 2)] if taken else []
        best: tuple[float, float, Polyline] = (float("inf"), 0.0, ())
        for bow in sorted(
            {side * size for size in sizes for side in (1, -1)}, key=lambda bow: (abs(bow), bow)
        ):
            if any(abs(bow - other) < LANE - 1e-9 for other in taken):
                continue
            if abs(bow) * BOWED >= best[0]:
                break
            route = self._cut(route_of(arc(start, end, bow), FLAT), a, b)
            cost = abs(bow) * BOWED + self._cost(route, a, b)
            if cost < best[0] - 1e-9:
                best = (cost, bow, route)
        return best[1], best[2]

    def _cut(self, route: Polyline, a: Id, b: Id) -> Polyline:
        """Let a line begin and end beside the symbols, or under the words below them."""
        return clipped(route, self._way_out(route, a), self._way_out(route[::-1], b))

    def _way_out(self, route: Polyline, key: Id) -> float:
        if key not in self.places:
            return 0.0
        extent = self.extents[key]
        reach = extent.box.height + extent.box.width
        route = _start(route, self.places[key], reach)
        found = crossings(route, moved(_coarse(extent.outline), *self.places[key]))
        way = (found[-1] if found else 0.0) + AIR
        words = _words(extent)
        if words is not None:
            through = crossings(route, rect(words.moved(*self.places[key])))
            if through and through[-1] < reach and self._leaves_below(route, key, way):
                way = max(way, through[-1] + AIR)
        return way

    def _leaves_below(self, route: Polyline, key: Id, way: float) -> bool:
        """Say whether a line leaves a symbol downwards, into the words."""
        left = clipped(route, way)
        return bool(left) and left[0][1] > self.places[key][1] + self.extents[key].half[1] * 0.6

    def _cost(self, route: Polyline, a: Id, b: Id) -> float:
        if len(route) < 2:
            return 1e6
        over: set[Id] = set()
        lines: set[Id] = set()
        along = words = 0
        for leg in _legs(route):
            over.update(key for key in self.ground.near(leg) if key.removesuffix("/words") not in (a, b))
            words += any(self._over_words(leg, key) for key in (a, b))
            met = set(self.ink.near(leg))
            along += len(met) > 0 and bool(met & lines)
            lines |= met
        cost = (
            OVER_SOMEBODY * len(over) + OVER_LINE * len(lines) + ALONG_LINE * along + OVER_WORDS * (words > 0)
        )
        return cost + length(route) * 0.02

    def _over_words(self, leg: Box, key: Id) -> bool:
        if key not in self.places:
            return False
        words = _words(self.extents[key])
        return words is not None and words.moved(*self.places[key]).overlaps(leg)

    def _inked(self, line: Polyline) -> None:
        for leg in _legs(line):
            self.ink.add(f"{len(self.ink.boxes)}", leg)


def _words(extent: Extent) -> Box | None:
    """Give the box of the words under a symbol."""
    return extent.parts[1] if len(extent.parts) > 1 else None


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


def _dense(line: Polyline) -> list[Point]:
    """Give points along a line, at most 12 points apart."""
    found: list[Point] = []
    for a, b in pairwise(line):
        count = max(1, int(dist(a, b) // 12))
        found += [(a[0] + (b[0] - a[0]) * i / count, a[1] + (b[1] - a[1]) * i / count) for i in range(count)]
    return found


def _legs(line: Polyline) -> list[Box]:
    """Give small boxes along a line, so that a slanting one doesn't count for its whole hull."""
    points = [*_dense(line), line[-1]]
    return [
        Box(min(a[0], b[0]) - 0.5, min(a[1], b[1]) - 0.5, max(a[0], b[0]) + 0.5, max(a[1], b[1]) + 0.5)
        for a, b in pairwise(points)
    ]
