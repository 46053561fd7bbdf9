"""Relationship lines and ties: shallow arcs round whoever stands between.

Several between the same two lie side by side.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import dist, inf

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.drawing.routes import clipped, crossings, route_of
from genogram_app.drawing.shapes import polygon, rect
from genogram_app.layout.relationships.paths import Sites, searched
from genogram_app.layout.relationships.tries import LONG, Tries, calm
from genogram_app.layout.relationships.ways import Priced
from genogram_app.layout.sheet.curves import outline, sampled
from genogram_app.layout.sheet.extents import HAIRLINE, Extent, Trace
from genogram_app.layout.sheet.field import Field, Layer
from genogram_app.layout.sheet.ground import along
from genogram_app.layout.sheet.ink import END, MARK, Ink, knots, pieces
from genogram_app.layout.sheet.probe import Probe
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.model.ids import Id

#: Air between a line and the symbol, or the words, at its end.
AIR = 3.0
#: Air between the inks of two lines.
APART = 4.0
#: From what cost on ways of another shape are tried, one is searched for, and a line is hard to draw.
CLEAR, SEARCHED, HARD = 9.0, 12.0, 50.0
#: What each sample costs that lies on somebody: the less of that, the better.
OVER_MORE = 2.0
#: What it costs that a mark lies on something, and of several lines together on a line; air about it.
MARKED, ON_LINE, MARK_AIR = 12.0, 30.0, 2.0
#: What it costs to go on or below a couple's bar from which a child's line hangs; from how far below the bar
#: that is looked for, and how far over it the ink of a way keeps.
HUNG, BELOW, OVER_BAR = 1000.0, 4.0, 9.0
#: What it costs to come to a symbol pointing past its middle, and from what cosine on that isn't so.
PAST, POINTING = 60.0, 0.7
#: How fine an arc is flattened.
FLAT = 0.25
#: A ring is left at one of so many places, this far apart.
PLACES, DOORS_APART = 6, 18.0

#: How much about its ends a line wants for itself.
ABOUT = 3.0
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
        self.traces, self.tries = traces, Tries(places, extents)
        self.ways: dict[Id, Polyline] = {}
        self.costs: dict[Id, float] = {}

    def drawn(self, lines: Sequence[Ends]) -> dict[Id, Polyline]:
        """Draw lines given as (id, one end, other end) among those drawn before.

        What has no end on the sheet is left out.
        """
        wanted = [
            (key, min(a, b), max(a, b), a)
            for key, a, b in lines
            if a != b and self._on_sheet(a) and self._on_sheet(b)
        ]
        counted = Counter((a, b) for _, a, b, _ in wanted)
        self.tries.several = {pair for pair, count in counted.items() if count > 1}
        order = sorted(wanted, key=lambda one: (self._span(one[1], one[2]), one))
        self._draw(order)
        for line in self._hard(order):
            self._draw_before(line, order)
        return {key: self._turned(key, start == a) for key, a, _, start in sorted(wanted) if key in self.ways}

    def leave(self) -> None:
        """Leave everything that was drawn in the scenery, for the labels to mind."""
        for key, route in self.ways.items():
            self.scenery.ink.add(key, route, self.traces.get(key, HAIRLINE))

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
                self._put(key, route, _excess((cost, curve)))

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
        for x, y in (way[0], way[-1]):
            self.ink.enter(x - ABOUT, y - ABOUT, x + ABOUT, y + ABOUT, key + END)

    def _met(self, line: Line) -> set[Id]:
        """Give the other lines that a line meets; where it meets none, those on its straight way."""
        key, a, b, _ = line
        reach = self.traces.get(key, HAIRLINE).reach + APART
        straight = (Box(*piece).grown(reach) for piece in pieces(next(self._ends(a, b))))
        return self._others(key, along(self.ways[key], reach)) or self._others(key, straight)

    def _others(self, key: Id, legs: Iterable[Box]) -> set[Id]:
        met = {other.partition("/")[0] for leg in legs for other in self.ink.near(leg)}
        return met & self.ways.keys() - {key}

    def _take_out(self, keys: Iterable[Id]) -> None:
        for key in keys:
            for part in ("", MARK, END):
                self.ink.take_out(key + part)

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
        floor = self._floor(a, b, trace)
        for kind in (self.tries.shallow, self.tries.beside):
            if _excess(best) > CLEAR:
                for start, end in ends:
                    ways = _kept_over(floor, kind(start, end, (a, b), trace))
                    best = self._tried(ways, probe, best, trace)
        if _excess(best) > SEARCHED:
            ways = _kept_over(floor, self._searched(probe, *self._sites(a, b)))
            best = self._tried(ways, probe, best, trace)
        return best

    def _floor(self, a: Id, b: Id, trace: Trace) -> float:
        """Give the height over which to keep where something hangs between two who stand level."""
        if not self.tries.arched((a, b)):
            return inf
        left, right = sorted((self.tries.symbol(key) for key in (a, b)), key=lambda box: box.left)
        lowest = max(left.centre[1], right.centre[1])
        if left.right >= right.left:
            return inf
        between = Box(left.right, lowest + BELOW, right.left, lowest + left.height / 2)
        return lowest - OVER_BAR - trace.breadth if self.scenery.ink.near(between) else inf

    def _searched(self, probe: Probe, starts: Sites, ends: Sites) -> list[Priced]:
        """Give the ways that a search over the sheet finds."""
        return [(calm(curve), curve) for curve in searched(probe, starts, ends)]

    def _sites(self, a: Id, b: Id) -> tuple[Sites, Sites]:
        """Give where a line may begin and where it may end, with what that costs."""
        starts: dict[Point, float] = {}
        ends: dict[Point, float] = {}
        for start, end in self._ends(a, b):
            starts |= self.tries.sites(a, start)
            ends |= self.tries.sites(b, end)
        return starts, ends

    def _probe(self, a: Id, b: Id, trace: Trace) -> Probe:
        """Look about on the sheet for a line of some breadth."""
        reach = round(trace.reach + APART)
        standing = self.scenery.field(reach)
        if reach not in self._drawn:
            self._drawn[reach] = Field([Layer("line", self.ink, reach)], standing.within)
        return Probe(standing, (a, b), OVER_MORE, drawn=self._drawn[reach])

    def _tried(self, ways: Sequence[Priced], probe: Probe, best: Priced, trace: Trace) -> Priced:
        """Give the best of some ways and the best so far: the most promising at a rough look come first."""
        promising = sorted(
            (cost + probe.least(sampled(curve, ROUGH)), cost, curve) for cost, curve in ways if cost < best[0]
        )
        for least, cost, curve in promising:
            if least >= best[0]:
                break
            cost += probe.cost(sampled(curve), best[0] - cost)
            if cost < best[0] - 1e-9:
                cost += self._seen(sampled(curve), probe.own, trace)
            if cost < best[0] - 1e-9:
                best = cost, curve
        return best

    def _seen(self, points: Sequence[Point], own: Collection[Id], trace: Trace) -> float:
        """Give what it costs where the marks on a way lie, and of several together, how it ends."""
        several = tuple(own) in self.tries.several
        if not several and not trace.knots:
            return 0.0
        symbols = [self.tries.symbol(key) for key in own if key in self.places]
        free = [point for point in points if not any(symbol.contains(point) for symbol in symbols)]
        if len(free) < 2:
            return 0.0
        if not several:
            return self._marks(free, own, trace, 0.0, MARKED)
        past = sum(_past(one, other, symbols) for one, other in (free[:2], free[-1:-3:-1]))
        return past + self._marks(free, own, trace, MARK_AIR, ON_LINE)

    def _marks(
        self, points: Sequence[Point], own: Collection[Id], trace: Trace, air: float, on_line: float
    ) -> float:
        """Give what it costs that the marks on a line lie on something, or on a line."""
        cost = 0.0
        for x, y, size in knots(points, trace, within=(0.2, 0.8)):
            box = Box(x, y, x, y).grown(size + air)
            cost += MARKED * sum(key not in own for key in self.scenery.solid.near(box))
            cost += on_line * (len(self.scenery.ink.near(box)) + len(self.ink.near(box)))
        return cost

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


def _excess(way: Priced) -> float:
    """Give what a way costs more than a free one."""
    cost, curve = way
    return cost - LONG * dist(curve[0], curve[-1])


def _kept_over(floor: float, ways: Iterable[Priced]) -> list[Priced]:
    """Let ways cost more that go below some height once they have begun."""
    return [(cost + HUNG * (max(y for _, y in curve[1:-1]) > floor), curve) for cost, curve in ways]


def _past(end: Point, before: Point, symbols: Iterable[Box]) -> float:
    """Give what it costs that a way comes to the nearest of some symbols pointing past its middle."""
    near = min((symbol.centre for symbol in symbols), key=lambda centre: dist(centre, end), default=end)
    (ax, ay), (bx, by), (x, y) = before, end, near
    length = dist(before, end) * dist(end, near) or 1.0
    return PAST * max(0.0, POINTING - ((bx - ax) * (x - bx) + (by - ay) * (y - by)) / length)


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
