"""Relationship lines and ties: shallow arcs round whoever stands between.

Several between the same two lie side by side.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, product
from math import dist, hypot

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.drawing.routes import clipped, crossings, route_of
from genogram_app.drawing.shapes import polygon, rect
from genogram_app.layout.curves import Curve, bowed, outline, past, sampled, upright
from genogram_app.layout.extents import HAIRLINE, Extent, Trace
from genogram_app.layout.field import Field, Layer
from genogram_app.layout.ground import along
from genogram_app.layout.ink import MARK, Ink
from genogram_app.layout.probe import Probe
from genogram_app.layout.scenery import Scenery
from genogram_app.layout.ways import AIMS, ROWS_APART, SAME_ROW, Priced, Rows, down, level, over, under
from genogram_app.model.ids import Id

#: Air between a line and the symbol, or the words, at its end.
AIR = 3.0
#: Air between the inks of two lines.
APART = 4.0
#: Bows that are tried, as shares of the distance, and their limits in points.
BOWS = (0.03, 0.06, 0.1, 0.14, 0.19, 0.28, 0.4, 0.55)
LEAST, MOST = 7.0, 110.0
#: Bows between two who stand near each other, in points: lanes beside a couple's bar.
NEAR, CLOSE = 200.0, (10.0, 14.0, 18.0, 22.0, 26.0, 30.0, 36.0, 42.0, 50.0)
#: Where nothing shallow is clear: bows with their height nearer to one end, and wider ones.
LEANS = (0.6, -0.6)
WIDER = (30.0, 60.0, 90.0, 130.0, 170.0)
#: From what cost on the next kind of way is tried.
CLEAR, HARD = 9.0, 50.0
#: How far handles are pulled where nothing else is clear, and what a point of detour costs.
BENDS, BENT = (60.0, 30.0, 14.0), 0.3
#: What each sample costs that lies on somebody: the less of that, the better.
OVER_MORE = 2.0
#: What it costs that a mark lies on something.
MARKED = 12.0
#: How near a line passes beside somebody, and the widest bow for that.
BESIDE, WIDEST = 5.0, 200.0
#: Where along a plate lines end, as shares of half its width, and bows that are tried from there.
PLATE_AIMS, ASIDE_BOWS = (0.0, -0.35, 0.35, -0.7, 0.7), (0.0, 8.0, -8.0)
#: How steeply a line leaves one row for another.
STEEP = (0.7, 1.0, 1.3)
#: How fine an arc is flattened, and what a point of bow, of length and of aim costs.
FLAT, BOWED, LONG, AIMED = 0.25, 0.35, 0.05, 0.12
#: A ring is left at one of so many places, this far apart.
PLACES, DOORS_APART = 6, 18.0

#: How much better a line's way must be for it to go before others.
WORTH = 8.0
#: At a rough look, one sample in so many counts.
ROUGH = 4

#: A line, its one and its other end.
Ends = tuple[Id, Id, Id]
#: The same with its ends in order, and where it begins.
Line = tuple[Id, Id, Id, Id]


class Arcs:
    """The arcs of a sheet while they are drawn, among what is drawn already."""

    def __init__(
        self,
        places: Mapping[Id, Point],
        extents: Mapping[Id, Extent],
        doors: Mapping[Id, Sequence[Point]],
        scenery: Scenery,
        traces: Mapping[Id, Trace],
    ) -> None:
        """Take note of the sheet. doors: where on a household's ring a line may end."""
        self.places, self.extents, self.doors, self.scenery = places, extents, doors, scenery
        self.ink = Ink()
        self._drawn: dict[float, Field] = {}
        self.traces, self.rows = traces, Rows(places, extents)
        self.ways: dict[Id, Polyline] = {}
        self.costs: dict[Id, float] = {}

    def drawn(self, lines: Sequence[Ends]) -> dict[Id, Polyline]:
        """Draw lines given as (id, one end, other end); what has no end on the sheet is left out."""
        wanted = [
            (key, min(a, b), max(a, b), a)
            for key, a, b in lines
            if a != b and self._on_sheet(a) and self._on_sheet(b)
        ]
        order = sorted(wanted, key=lambda one: (self._span(one[1], one[2]), one))
        self._draw(order)
        for line in self._hard(order):
            self._draw_before(line, order)
        for key, route in self.ways.items():
            self.scenery.ink.add(key, route, self.traces.get(key, HAIRLINE))
        return {key: self._turned(key, start == a) for key, a, _, start in sorted(wanted) if key in self.ways}

    def _turned(self, key: Id, forth: bool) -> Polyline:
        return self.ways[key] if forth else self.ways[key][::-1]

    def _hard(self, order: Sequence[Line]) -> list[Line]:
        """Give the lines that found no good way, the worst first."""
        hard = [line for line in order if self.costs.get(line[0], 0.0) > HARD]
        return sorted(hard, key=lambda line: (-self.costs[line[0]], line))

    def _draw(self, order: Iterable[Line]) -> None:
        """Draw lines one after the other; note what each costs more than a free one."""
        for key, a, b, _ in order:
            trace = self.traces.get(key, HAIRLINE)
            cost, curve = self._best(a, b, trace)
            route = self._cut(route_of(outline(curve), FLAT), a, b)
            if len(route) > 1:
                self._put(key, route, cost - LONG * dist(curve[0], curve[-1]))

    def _draw_before(self, line: Line, order: Sequence[Line]) -> None:
        """Draw a line that found no good way once more, before those that it meets; keep what is better."""
        meets = self._met(line)
        others = [one for one in order if one[0] in meets]
        keys = [line[0], *(one[0] for one in others)]
        ways, costs = {key: self.ways[key] for key in keys}, {key: self.costs[key] for key in keys}
        self._take_out(keys)
        self._draw([line])
        # Where its way is hardly better for their absence, it isn't they who are in it.
        if self.costs[line[0]] < costs[line[0]] - WORTH:
            self._draw(others)
            if sum(self.costs[key] for key in keys) < sum(costs.values()) - 1e-9:
                return
        self._take_out(keys)
        for key in keys:
            self._put(key, ways[key], costs[key])

    def _put(self, key: Id, way: Polyline, cost: float) -> None:
        self.ways[key], self.costs[key] = way, cost
        self.ink.add(key, way, self.traces.get(key, HAIRLINE))

    def _met(self, line: Line) -> set[Id]:
        """Give the other lines that a line meets."""
        key = line[0]
        reach = self.traces.get(key, HAIRLINE).reach + APART
        met = {
            other.partition("/")[0] for leg in along(self.ways[key], reach) for other in self.ink.near(leg)
        }
        return met & self.ways.keys() - {key}

    def _take_out(self, keys: Iterable[Id]) -> None:
        for key in keys:
            self.ink.take_out(key)
            self.ink.take_out(key + MARK)

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
            apart = all(dist(point, other) >= DOORS_APART for other in found)
            if apart and not self.scenery.solid.at(*point):
                found.append(point)
        return found or near[:1]

    # -- choice --------------------------------------------------------------------

    def _best(self, a: Id, b: Id, trace: Trace) -> Priced:
        """Give the way that costs least between two, with its whole cost."""
        best: Priced = float("inf"), ((0.0, 0.0),) * 4
        ends = list(self._ends(a, b))
        probe = self._probe(a, b, trace)
        for clear, kind in ((CLEAR, self._shallow), (CLEAR, self._beside), (HARD, self._deep)):
            if best[0] - LONG * dist(best[1][0], best[1][-1]) <= clear:
                break
            for start, end in ends:
                best = self._tried(kind(start, end, (a, b), trace), probe, best, trace)
        return self._bent(best, probe, trace)

    def _probe(self, a: Id, b: Id, trace: Trace) -> Probe:
        """Look about on the sheet for a line of some breadth."""
        reach = round(trace.reach + APART)
        standing = self.scenery.field(reach)
        if reach not in self._drawn:
            self._drawn[reach] = Field([Layer("line", self.ink, reach)], standing.within)
        return Probe(standing, (a, b), OVER_MORE, drawn=self._drawn[reach])

    def _bent(self, best: Priced, probe: Probe, trace: Trace) -> Priced:
        """Bend a way that still meets something hard, as long as that helps."""
        for step in BENDS:
            before = float("inf")
            while (
                best[0] < before
                and len(best[1]) == 4
                and best[0] - LONG * dist(best[1][0], best[1][3]) > HARD
            ):
                before = best[0]
                best = self._tried(_pulled(best[1], step), probe, best, trace)
        return best

    def _tried(self, ways: Sequence[Priced], probe: Probe, best: Priced, trace: Trace) -> Priced:
        """Give the best of some ways and the best so far: the most promising at a rough look come first."""
        promising = sorted(
            (cost + probe.least(sampled(curve, ROUGH)), cost, curve) for cost, curve in ways if cost < best[0]
        )
        for least, cost, curve in promising:
            if least >= best[0]:
                break
            cost += probe.cost(sampled(curve), best[0] - cost)
            if cost < best[0] - 1e-9 and trace.knots:
                cost += self._marks(sampled(curve), probe.own, trace)
            if cost < best[0] - 1e-9:
                best = cost, curve
        return best

    def _marks(self, points: Sequence[Point], own: Collection[Id], trace: Trace) -> float:
        """Give what it costs that the marks on a line lie on something."""
        cost = 0.0
        for share, _, size in trace.knots:
            if 0.2 < share < 0.8:
                x, y = points[round((len(points) - 1) * share)]
                box = Box(x - size, y - size, x + size, y + size)
                cost += MARKED * sum(key not in own for key in self.scenery.solid.near(box))
                cost += MARKED * (len(self.scenery.ink.near(box)) + len(self.ink.near(box)))
        return cost

    def _shallow(self, start: Point, end: Point, own: tuple[Id, Id], trace: Trace) -> list[Priced]:
        """Give the ways that are tried first, the straight one before all."""
        span = dist(start, end)
        sizes = [max(LEAST, min(MOST, span * share)) for share in BOWS] + [*(CLOSE if span < NEAR else ())]
        bows = {side * size for size in sizes for side in (1, -1)} | {0.0}
        ways = [_priced(bowed(start, end, bow), bow) for bow in bows]
        if self._level(own):
            half = min(self.extents[key].half[1] for key in own)
            ways += [(cost + span * LONG, curve) for cost, curve in level(start, end, half)]
        return ways

    def _beside(self, start: Point, end: Point, own: tuple[Id, Id], trace: Trace) -> list[Priced]:
        """Give ways beside the own words and through gaps, over the heads of a row, and side by side."""
        ways = []
        for one, other in product(self._aims(own[0], start, end), self._aims(own[1], end, start)):
            aside = dist(one, start) + dist(other, end)
            ways += [_priced(bowed(one, other, bow), bow, aside) for bow in ASIDE_BOWS]
        ways += self._round(start, end, own, trace)
        if self._level(own):
            top = self._top(own)
            ways += over(start, end, top)
        else:
            ways += self._downwards(start, end, own, trace)
        return ways

    def _aims(self, key: Id, here: Point, there: Point) -> list[Point]:
        """Give where in a symbol, or along a service's plate, a line from somewhere may aim."""
        if key not in self.places:
            return [here]
        if self.extents[key].words is None:
            return [(here[0] + share * self.extents[key].half[0], here[1]) for share in PLATE_AIMS]
        return [_aside(here, there, aim) for aim in AIMS]

    def _level(self, own: tuple[Id, Id]) -> bool:
        """Say whether both ends are people who stand in one row."""
        a, b = own
        both = a in self.places and b in self.places and self.extents[a].words and self.extents[b].words
        return bool(both) and abs(self.places[a][1] - self.places[b][1]) < SAME_ROW

    def _top(self, own: tuple[Id, Id]) -> float:
        """Give the height of the highest symbol from one end to the other."""
        (ax, ay), (bx, _) = sorted(self.places[key] for key in own)
        row = [
            y - self.extents[key].half[1]
            for key, (x, y) in self.places.items()
            if ax <= x <= bx and abs(y - ay) < SAME_ROW
        ]
        return min(row)

    def _downwards(self, start: Point, end: Point, own: tuple[Id, Id], trace: Trace) -> list[Priced]:
        """Give ways from the higher to the lower end, turned as the line runs."""
        upper, lower = own
        if start[1] > end[1]:
            upper, lower, start, end = lower, upper, end, start
        extent = self.extents.get(upper)
        if extent is None or end[1] - start[1] < SAME_ROW:
            return []
        aims = AIMS if lower in self.places else (0.0,)
        found = []
        for aim in aims:
            goal = end[0] + aim, end[1]
            for cost, curve in down(start, extent, goal, self.rows, trace.reach):
                found.append((cost + abs(aim) * AIMED, curve if upper == own[0] else curve[::-1]))
        return found

    def _deep(self, start: Point, end: Point, own: tuple[Id, Id], trace: Trace) -> list[Priced]:
        """Give wide bows, such as have their height near one end, and ways through the gap between rows."""
        bows = {side * size for size in WIDER for side in (1, -1)}
        ways = [_priced(bowed(start, end, bow, lean), bow) for bow in bows for lean in (0.0, *LEANS)]
        if abs(start[1] - end[1]) > ROWS_APART:
            ways += [_priced(upright(start, end, share), 0.0) for share in STEEP]
        if self._level(own):
            a, b = own
            bottom = self.rows.bottoms[self.rows.row_at(start[1])]
            ways += under(start, self.extents[a], end, self.extents[b], bottom, trace.reach)
        return ways

    def _round(self, start: Point, end: Point, own: tuple[Id, Id], trace: Trace) -> list[Priced]:
        """Give ways that just pass whoever stands on the straight one, on either side."""
        keys = self.scenery.in_the_way(sampled(bowed(start, end, 0.0)), own)
        air = trace.reach + BESIDE
        bows = [bow for key in keys for bow in past(start, end, self.scenery.solid.boxes[key], air)]
        return [_priced(bowed(start, end, bow, lean), bow) for bow, lean in bows if abs(bow) < WIDEST]

    # -- ends ------------------------------------------------------------------------

    def _cut(self, route: Polyline, a: Id, b: Id) -> Polyline:
        """Let a line begin and end beside the symbols, or beside the words under them."""
        return clipped(route, self._way_out(route, a), self._way_out(route[::-1], b))

    def _way_out(self, route: Polyline, key: Id) -> float:
        if key not in self.places:
            return 0.0
        extent, place = self.extents[key], self.places[key]
        route = _start(route, place, extent.box.height + extent.box.width)
        route = tuple((x - place[0], y - place[1]) for x, y in route)
        way = max(crossings(route, _coarse(extent.outline)), default=0.0)
        # Where no way round the own words was free, a line begins under them.
        if extent.words is not None and any(_inside(extent, point) for point in route):
            way = max([way, *crossings(route, rect(extent.words))])
        return way + AIR


def _pulled(curve: Curve, step: float) -> list[Priced]:
    """Give curves with one handle, or both, pulled some points aside."""
    start, one, two, end = curve
    found: list[Priced] = []
    for x, y in ((step, 0.0), (-step, 0.0), (0.0, step), (0.0, -step)):
        near, far = (one[0] + x, one[1] + y), (two[0] + x, two[1] + y)
        for pulled in ((start, near, two, end), (start, one, far, end), (start, near, far, end)):
            found.append((LONG * dist(start, end) + BENT * _detour(pulled), pulled))
    return found


def _detour(curve: Curve) -> float:
    """Give how much longer the way over its handles is than the straight one."""
    return sum(dist(a, b) for a, b in pairwise(curve)) - dist(curve[0], curve[-1])


def _inside(extent: Extent, point: Point) -> bool:
    words = extent.words
    return words is not None and words.grown(-2.0).contains(point)


def _aside(here: Point, there: Point, aim: float) -> Point:
    """Give the point that lies some points beside one, seen from another."""
    span = dist(here, there) or 1.0
    return here[0] + (here[1] - there[1]) / span * aim, here[1] - (here[0] - there[0]) / span * aim


def _priced(curve: Curve, bow: float, aimed: float = 0.0) -> Priced:
    span = hypot(curve[-1][0] - curve[0][0], curve[-1][1] - curve[0][1])
    return abs(bow) * BOWED + span * LONG + aimed * AIMED, curve


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
