"""Relationship lines and ties: shallow arcs round whoever stands between.

Several between the same two lie side by side.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import dist

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Outline, Point
from genogram_app.drawing.routes import clipped, crossings, route_of
from genogram_app.drawing.shapes import polygon, rect
from genogram_app.layout.curves import Curve, bowed, outline, past, sampled, through, upright
from genogram_app.layout.extents import Extent
from genogram_app.layout.scenery import Scenery
from genogram_app.model.ids import Id

#: Air between a line and the symbol, or the words, at its end.
AIR = 3.0
#: How far lines between the same two bow apart.
LANE = 12.0
#: Bows that are tried, as shares of the distance, and their limits in points.
BOWS = (0.03, 0.06, 0.1, 0.14, 0.19, 0.28, 0.4, 0.55)
LEAST, MOST = 7.0, 110.0
#: Where nothing shallow is clear: bows with their height nearer to one end, and wider ones.
LEANS = (0.6, -0.6)
WIDER = (30.0, 60.0, 90.0, 130.0, 170.0)
CLEAR = 80.0
#: How near a line passes beside somebody, and the widest bow for that.
BESIDE, WIDEST = 6.5, 200.0
#: What it costs to be led through a gap beside the straight way, a point.
DETOUR = 0.3
#: How steeply a line leaves one row for another, and from which difference in height on.
STEEP, ROWS_APART = (0.7, 1.0, 1.3), 60.0
#: How fine an arc is flattened, and what a point of bow and of length costs.
FLAT, BOWED, LONG = 0.25, 0.35, 0.05
#: A ring is left at one of so many places, this far apart.
PLACES, APART = 6, 18.0

Ends = tuple[Id, Id, Id]
#: A curve with how far it bows, and what that costs.
Way = tuple[float, float, Curve]
NOTHING: Way = (float("inf"), 0.0, ((0.0, 0.0),) * 4)


class Arcs:
    """The arcs of a sheet while they are drawn, among what is drawn already."""

    def __init__(
        self,
        places: Mapping[Id, Point],
        extents: Mapping[Id, Extent],
        doors: Mapping[Id, Sequence[Point]],
        scenery: Scenery,
    ) -> None:
        """Take note of the sheet. doors: where on a household's ring a line may end."""
        self.places, self.extents, self.doors, self.scenery = places, extents, doors, scenery

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
                _, bow, curve = self._best(a, b, bows)
                route = self._cut(route_of(outline(curve), FLAT), a, b)
                if len(route) > 1:
                    bows.append(bow)
                    self.scenery.ink.add(key, route)
                    found[key] = route if start == a else route[::-1]
        return dict(sorted(found.items()))

    def _on_sheet(self, key: Id) -> bool:
        return key in self.places or key in self.doors

    # -- where lines begin and end -----------------------------------------------

    def _span(self, a: Id, b: Id) -> float:
        return dist(*next(self._ends(a, b)))

    def _ends(self, a: Id, b: Id) -> Iterator[tuple[Point, Point]]:
        """Go through where a line may begin and end: the middle of a symbol, near points of a ring."""
        if a in self.places and b in self.places:
            yield self.places[a], self.places[b]
        elif a in self.places:
            yield from ((self.places[a], point) for point in self._ring_points(b, self.places[a]))
        elif b in self.places:
            yield from ((point, self.places[b]) for point in self._ring_points(a, self.places[b]))
        else:
            start = self._ring_points(a, self.doors[b][0])[0]
            yield from ((start, point) for point in self._ring_points(b, start))

    def _ring_points(self, household: Id, towards: Point) -> list[Point]:
        """Give a few points of a ring, the nearest first, none under a label."""
        near = sorted(self.doors[household], key=lambda point: (dist(point, towards), point))
        found: list[Point] = []
        for point in near:
            if len(found) == PLACES:
                break
            if all(dist(point, other) >= APART for other in found) and not self.scenery.solid.at(*point):
                found.append(point)
        return found or near[:1]

    # -- choice --------------------------------------------------------------------

    def _best(self, a: Id, b: Id, taken: Sequence[float]) -> Way:
        """Give the way that costs least between two, with its whole cost."""
        ends = list(self._ends(a, b))
        best = NOTHING
        for start, end in ends:
            best = self._tried(_shallow(start, end, taken), (a, b), best)
        if best[0] - LONG * dist(best[2][0], best[2][-1]) > CLEAR:
            for start, end in ends:
                ways = _deep(start, end, taken)
                if not taken:
                    ways += [*self._round(start, end, (a, b)), *self._between(start, end, (a, b))]
                best = self._tried(sorted(ways), (a, b), best)
        return best

    def _round(self, start: Point, end: Point, own: tuple[Id, Id]) -> list[Way]:
        """Give ways that just pass whoever stands on the straight one, on either side."""
        keys = self.scenery.in_the_way(sampled(bowed(start, end, 0.0)), own)
        bows = [bow for key in keys for bow in past(start, end, self.scenery.solid.boxes[key], BESIDE)]
        return _in_order([(bow, bowed(start, end, bow, lean)) for bow, lean in bows if abs(bow) < WIDEST])

    def _between(self, start: Point, end: Point, own: tuple[Id, Id]) -> list[Way]:
        """Give ways through the gaps on either side of whoever stands in a row between."""
        keys = self.scenery.in_the_way(sampled(bowed(start, end, 0.0)), own)
        who = dict.fromkeys(key.partition("/")[0] for key in keys)
        low, high = min(start[1], end[1]) + ROWS_APART, max(start[1], end[1]) - ROWS_APART
        found = []
        for key in (key for key in who if key in self.places and low < self.places[key][1] < high):
            box = self.extents[key].box.moved(*self.places[key])
            for x in (box.left - BESIDE, box.right + BESIDE):
                gap = x, box.centre[1]
                cost = (dist(start, gap) + dist(gap, end)) * LONG + DETOUR * abs(
                    x - _level(start, end, gap[1])
                )
                found.append((cost, 0.0, through(start, gap, end)))
        return found

    def _tried(self, ways: Sequence[Way], own: tuple[Id, Id], best: Way) -> Way:
        for cost, bow, curve in ways:
            if cost >= best[0]:
                break
            cost += self.scenery.cost(sampled(curve), own, best[0] - cost)
            if cost < best[0] - 1e-9:
                best = cost, bow, curve
        return best

    # -- ends ------------------------------------------------------------------------

    def _cut(self, route: Polyline, a: Id, b: Id) -> Polyline:
        """Let a line begin and end beside the symbols, or beside the words under them."""
        return clipped(route, self._way_out(route, a), self._way_out(route[::-1], b))

    def _way_out(self, route: Polyline, key: Id) -> float:
        if key not in self.places:
            return 0.0
        extent, place = self.extents[key], self.places[key]
        reach = extent.box.height + extent.box.width
        route = _start(route, place, reach)
        route = tuple((x - place[0], y - place[1]) for x, y in route)
        found = crossings(route, _coarse(extent.outline))
        if extent.words is not None:
            found += [way for way in crossings(route, rect(extent.words)) if way < reach]
        return max(found, default=0.0) + AIR


def _shallow(start: Point, end: Point, taken: Sequence[float]) -> list[Way]:
    """Give the ways that are tried first, the straight one before all."""
    span = dist(start, end)
    sizes = [max(LEAST, min(MOST, span * share)) for share in BOWS]
    sizes += [LANE * i for i in range(1, len(taken) + 2)] if taken else []
    bows = {side * size for size in sizes for side in (1, -1)} | {0.0}
    return _in_order([(bow, bowed(start, end, bow)) for bow in _free(bows, taken)])


def _deep(start: Point, end: Point, taken: Sequence[float]) -> list[Way]:
    """Give wide bows, such as have their height near one end, and ways through the gap between rows."""
    bows = _free({side * size for size in WIDER for side in (1, -1)}, taken)
    ways = [(bow, bowed(start, end, bow, lean)) for bow in bows for lean in (0.0, *LEANS)]
    if abs(start[1] - end[1]) > ROWS_APART and not taken:
        ways += [(0.0, upright(start, end, share)) for share in STEEP]
    return _in_order(ways)


def _level(start: Point, end: Point, y: float) -> float:
    """Give the x at which the straight way passes a height."""
    return start[0] + (end[0] - start[0]) * (y - start[1]) / (end[1] - start[1])


def _free(bows: set[float], taken: Sequence[float]) -> list[float]:
    """Leave out bows too near to others between the same two."""
    return [bow for bow in sorted(bows) if all(abs(bow - other) >= LANE - 1e-9 for other in taken)]


def _in_order(ways: Sequence[tuple[float, Curve]]) -> list[Way]:
    """Put the cheapest first."""
    found = [(abs(bow) * BOWED + dist(curve[0], curve[-1]) * LONG, bow, curve) for bow, curve in ways]
    return sorted(found)


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
