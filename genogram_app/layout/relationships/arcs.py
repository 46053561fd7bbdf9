"""Relationship lines and ties: shallow arcs round whoever stands between.

Several between the same two are allotted together: see `fans`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import dist, inf

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.drawing.routes import route_of
from genogram_app.drawing.same import Same
from genogram_app.layout.relationships.cuts import AIR, FLAT, Stop, drawn
from genogram_app.layout.relationships.fans import fans, inked, sharing
from genogram_app.layout.relationships.paths import Sites, searched
from genogram_app.layout.relationships.setting import Setting
from genogram_app.layout.relationships.shoulders import beside_words
from genogram_app.layout.relationships.tries import SEEN, Tries, calm, excess, kept_over
from genogram_app.layout.relationships.ways import Priced, arched
from genogram_app.layout.sheet.crossings import crossed
from genogram_app.layout.sheet.curves import Curve, outline, sampled
from genogram_app.layout.sheet.extents import HAIRLINE, Trace
from genogram_app.layout.sheet.field import Field, Layer
from genogram_app.layout.sheet.ground import along, around, dense
from genogram_app.layout.sheet.ink import END, MARK, Ink, knots, pieces
from genogram_app.layout.sheet.probe import Probe
from genogram_app.model.ids import Id

#: Air between the inks of two lines.
APART = 3.0
#: From what cost on ways of another shape are tried, a line is drawn once more before those that it meets,
#: a way is searched for, and a line is hard to draw.
CLEAR, AGAIN, SEARCHED, HARD = 9.0, 10.0, 12.0, 50.0
#: From how far a line's ink reaches it has hardly room between a couple's bar and the words under a symbol.
BROAD = 4.0
#: What each sample costs that lies on somebody: the less of that, the better.
OVER_MORE = 2.0
#: What it costs that a mark lies on something, an arrow on the words at its own end, and that two lines
#: between the same two share ink.
MARKED, ARROW, SHARED = 12.0, 20.0, 100.0
#: What it costs besides to cross a line, not merely to come by; and one that has an end in common: in the
#: order in which their other ends stand, lines to one person need not cross.
ACROSS, TWISTED = 3.0, 12.0
#: Where a line that hangs from a couple's bar is looked for, from how far below the bar, and how far over it
#: the ink of a way keeps there.
BELOW, OVER_BAR = 4.0, 9.0
#: A ring is left at one of so many places, this far apart.
PLACES, DOORS_APART = 6, 18.0

#: How much about its ends a line wants for itself.
ABOUT = 3.0
#: How much better a line's way must be for it to go before others.
WORTH = 8.0
#: So many points apart is looked whether lines share ink; and how little air between them is as bad.
FINELY, CLOSE = 2.0, 2.0
#: At a rough look, one sample in so many counts.
ROUGH = 4

#: How much shorter a line to a ring must be than another to be drawn before it, in points.
LETS_BY = 110.0

NONE: frozenset[Id] = frozenset()
#: A line, its one and its other end.
Ends = tuple[Id, Id, Id]
#: The same with its ends in order, and where it begins.
Line = tuple[Id, Id, Id, Id]
#: All lines between the same two.
Bundle = Sequence[Line]


class Arcs:
    """The arcs of a sheet while they are drawn, among what is drawn already."""

    def __init__(self, setting: Setting) -> None:
        self.places, self.extents, self.doors = setting.places, setting.extents, setting.doors
        self.scenery, self.traces = setting.scenery, setting.traces
        self.ink = Ink()
        self.whole = frozenset(key for key, trace in self.traces.items() if trace.whole)
        self._drawn: dict[float, Field] = {}
        self.tries = Tries(self.places, self.extents)
        self.ways: dict[Id, Polyline] = {}
        self.costs: dict[Id, float] = {}
        self.joins: dict[Id, tuple[Id, Id]] = {}

    def drawn(self, lines: Sequence[Ends]) -> dict[Id, Polyline]:
        """Draw lines given as (id, one end, other end) among those drawn before.

        What has no end on the sheet is left out.
        """
        wanted = [
            (key, min(a, b), max(a, b), a)
            for key, a, b in lines
            if a != b and self._on_sheet(a) and self._on_sheet(b)
        ]
        self.joins |= {key: (a, b) for key, a, b, _ in wanted}
        if wanted:
            self._draw_all(self._bundled(wanted))
        return {key: self._turned(key, start == a) for key, a, _, start in sorted(wanted) if key in self.ways}

    def _draw_all(self, order: Sequence[Bundle]) -> None:
        """Draw bundles; those that found no good way once more, before those that they meet."""
        self._draw(order)
        for bundle in self._poor(order):
            self._draw_before(bundle, order)

    def _bundled(self, lines: Sequence[Line]) -> list[Bundle]:
        """Give the lines of each two together, the shortest first."""
        found: dict[tuple[Id, Id], list[Line]] = defaultdict(list)
        for line in sorted(lines):
            found[line[1], line[2]].append(line)
        return sorted(found.values(), key=lambda bundle: (self._turn(*bundle[0][1:3]), bundle))

    def _turn(self, a: Id, b: Id) -> float:
        """Give when a line is drawn, the least first: one to a ring lets others go before it."""
        return self._span(a, b) + (0.0 if a in self.places and b in self.places else LETS_BY)

    def leave(self) -> None:
        """Leave everything that was drawn in the scenery, for the labels to mind."""
        for key, route in self.ways.items():
            self.scenery.ink.add(key, route, self._trace(key))

    def _turned(self, key: Id, forth: bool) -> Polyline:
        return self.ways[key] if forth else self.ways[key][::-1]

    def _poor(self, order: Sequence[Bundle]) -> list[Bundle]:
        """Give the bundles in which a line found no good way, the worst first."""
        worst = [(max(self.costs.get(line[0], 0.0) for line in bundle), bundle) for bundle in order]
        return [bundle for cost, bundle in sorted(worst, key=lambda one: (-one[0], one[1])) if cost > AGAIN]

    def _draw(self, order: Iterable[Bundle]) -> None:
        """Draw bundles one after the other; note what each line costs more than a free one."""
        for bundle in order:
            draw = self._together if len(bundle) > 1 else self._one_by_one
            draw(bundle)

    def _one_by_one(self, bundle: Bundle) -> None:
        for key, a, b, _ in bundle:
            cost, curve = self._best(a, b, self._trace(key))
            self._lead(key, curve, a, b, excess((cost, curve)))

    def _lead(self, key: Id, curve: Curve, a: Id, b: Id, cost: float) -> None:
        """Draw a line along a curve, from symbol to symbol."""
        route = drawn(curve, self._stop(a), self._stop(b))
        self._put(key, route if len(route) > 1 else self._heaped(a, b), cost)

    def _stop(self, key: Id) -> Stop | None:
        return Stop(self.places[key], Same(self.extents[key])) if key in self.places else None

    def _heaped(self, a: Id, b: Id) -> Polyline:
        """Give a line over two who were put down on each other: it is never left out."""
        start, end = next(self._ends(a, b))
        symbols = [self.tries.symbol(key) for key in (a, b) if key in self.places]
        heap = around(symbols) or Box(*start, *start).grown(AIR)
        begun = sum(heap.grown(AIR).contains(way[0]) for way in self.ways.values())
        way = route_of(outline(arched(heap, begun)), FLAT)
        return way if start <= end else way[::-1]

    def _trace(self, key: Id) -> Trace:
        """Give a line's trace as it runs from the first of its two ends."""
        trace, (start, end) = self.traces.get(key, HAIRLINE), self.joins.get(key, ("", ""))
        return trace if start <= end else trace.turned

    def _draw_before(self, bundle: Bundle, order: Sequence[Bundle]) -> None:
        """Draw lines that found no good way once more, before those that they meet; keep what is better."""
        meets = {key for line in bundle for key in self._met(line)}
        others = [one for one in order if one != bundle and any(line[0] in meets for line in one)]
        first = [line[0] for line in bundle if line[0] in self.ways]
        keys = [*first, *(line[0] for one in others for line in one if line[0] in self.ways)]
        ways, costs = {key: self.ways[key] for key in keys}, {key: self.costs[key] for key in keys}
        self._take_out(keys)
        self._draw([bundle])
        # Where its way is hardly better for their absence, it isn't they who are in it.
        if sum(self.costs[key] - costs[key] for key in first) < -WORTH:
            self._draw(others)
            if sum(self.costs[key] for key in keys) < sum(costs.values()) - 1e-9:
                return
        self._restore(ways, costs)

    def _restore(self, ways: Mapping[Id, Polyline], costs: Mapping[Id, float]) -> None:
        self._take_out(ways)
        for key in ways:
            self._put(key, ways[key], costs[key])

    # -- several between the same two ---------------------------------------------

    def _together(self, bundle: Bundle) -> None:
        """Draw several lines between two: neighbours' in a fan, others' where one by one they share ink."""
        pair = bundle[0][1], bundle[0][2]
        if self.tries.neighbours(pair) and self._fanned(bundle, HARD * len(bundle)):
            return
        self._one_by_one(bundle)
        keys = [line[0] for line in bundle if line[0] in self.ways]
        if shared := self._shared(keys, pair):
            ways, costs = {key: self.ways[key] for key in keys}, {key: self.costs[key] for key in keys}
            self._take_out(keys)
            if not self._fanned(bundle, sum(costs.values()) + SHARED * shared):
                self._restore(ways, costs)

    def _fanned(self, bundle: Bundle, most: float) -> bool:
        """Draw several lines between two as a fan where that costs less than `most`; say whether it does."""
        _, a, b, _ = bundle[0]
        best, met, curves = min(self._fans(a, b, [self._trace(line[0]) for line in bundle]))
        if best < most:
            for (key, *_), curve, cost in zip(bundle, curves, met, strict=True):
                self._lead(key, curve, a, b, cost)
        return best < most

    def _fans(
        self, a: Id, b: Id, traces: Sequence[Trace]
    ) -> Iterator[tuple[float, list[float], list[Curve]]]:
        """Go through ways for several lines together, with what they cost in all and each of them meets."""
        ends = next(self._ends(a, b))
        level = self.tries.level((a, b))
        for cost, curves in fans(*ends, traces, self._half(a, b), SEEN, above=level):
            met = self._meet(curves, traces, a, b)
            yield cost + sum(met), met, curves
        for cost, curves in () if level else self._beside_words(a, b, traces):
            met = self._meet(curves, traces, a, b)
            ways = [sampled(curve) for curve in curves]
            yield cost + sum(met) + SHARED * self._sharing(ways, traces, (a, b)), met, curves

    def _beside_words(self, a: Id, b: Id, traces: Sequence[Trace]) -> Iterator[tuple[float, list[Curve]]]:
        """Go through ways for several lines beside the words of the upper of two people."""
        upper, lower = sorted((a, b), key=lambda key: self.places[key][1] if key in self.places else inf)
        if lower in self.places and (words := self.extents[upper].words):
            start, end = self.places[upper], self.places[lower]
            half = min(self.extents[key].half[1] for key in (a, b))
            for cost, curves in beside_words(start, words.moved(*start), end, traces, half):
                yield cost, curves if upper == a else [curve[::-1] for curve in curves]

    def _meet(self, curves: Sequence[Curve], traces: Sequence[Trace], a: Id, b: Id) -> list[float]:
        """Give for several curves what it costs each that it passes what is there."""
        return [self._meets(curve, trace, a, b) for curve, trace in zip(curves, traces, strict=True)]

    def _meets(self, curve: Curve, trace: Trace, a: Id, b: Id) -> float:
        """Give what it costs that a curve passes what is there."""
        probe, points = self._probe(a, b, trace), sampled(curve)
        return probe.cost(points) + self._crossed(points, probe.own, trace)

    def _shared(self, keys: Sequence[Id], own: tuple[Id, Id]) -> int:
        """Count the pairs of some lines between the same two that share ink."""
        ways = [dense(self.ways[key], FINELY) for key in keys]
        return self._sharing(ways, [self._trace(key) for key in keys], own)

    def _sharing(self, ways: Sequence[Sequence[Point]], traces: Sequence[Trace], own: tuple[Id, Id]) -> int:
        """Count the pairs of some ways between the same two that share ink."""
        ends, half = next(self._ends(*own)), self._half(*own)
        inks = [inked(way, trace, ends, half) for way, trace in zip(ways, traces, strict=True)]
        return sum(sharing(one, other, CLOSE) for one, other in combinations(inks, 2))

    def _half(self, a: Id, b: Id) -> float:
        """Give half the breadth of the broader symbol of two."""
        return max((self.extents[key].half[1] for key in (a, b) if key in self.places), default=0.0)

    def _put(self, key: Id, way: Polyline, cost: float) -> None:
        self.ways[key], self.costs[key] = way, cost
        self.ink.add(key, way, self._trace(key))
        for x, y in (way[0], way[-1]):
            self.ink.enter(x - ABOUT, y - ABOUT, x + ABOUT, y + ABOUT, key + END)

    def _met(self, line: Line) -> set[Id]:
        """Give the other lines that a line meets; where it meets none, those on its straight way."""
        key, a, b, _ = line
        reach = self._trace(key).reach + APART
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
        probe, floor = self._probe(a, b, trace), self._floor(a, b, trace)
        for kind in (self.tries.shallow, self.tries.beside):
            if excess(best) > CLEAR:
                for start, end in ends:
                    ways = kept_over(floor, kind(start, end, (a, b), trace))
                    best = self._tried(ways, probe, best, trace)
        for least, aside in ((SEARCHED, False), (HARD if trace.reach > BROAD else inf, True)):
            if excess(best) > least:
                found = self._searched(probe, *self._sites(a, b, aside=aside))
                ways = kept_over(floor, self.tries.to_be_seen(found, (a, b)))
                best = self._tried(ways, probe, best, trace)
        return best

    def _floor(self, a: Id, b: Id, trace: Trace) -> float:
        """Give the height over which to keep where something hangs between two who stand side by side."""
        if not self.tries.neighbours((a, b)):
            return inf
        left, right = sorted((self.tries.symbol(key) for key in (a, b)), key=lambda box: box.left)
        lowest = max(left.centre[1], right.centre[1])
        between = Box(left.right, lowest + BELOW, right.left, lowest + left.height / 2)
        hung = between.width > 0 and self.scenery.ink.near(between)
        return lowest - OVER_BAR - trace.breadth if hung else inf

    def _searched(self, probe: Probe, starts: Sites, ends: Sites) -> list[Priced]:
        """Give the ways that a search over the sheet finds."""
        return [(calm(curve), curve) for curve in searched(probe, starts, ends)]

    def _sites(self, a: Id, b: Id, *, aside: bool) -> tuple[Sites, Sites]:
        """Give where a line may begin and where it may end, with what that costs.

        aside: beside the middle of symbols, too, as a broad one must between a couple's bar and the words.
        """
        starts: dict[Point, float] = {}
        ends: dict[Point, float] = {}
        for start, end in self._ends(a, b):
            starts |= self.tries.sites(a, start, aside=aside)
            ends |= self.tries.sites(b, end, aside=aside)
        return starts, ends

    def _probe(self, a: Id, b: Id, trace: Trace) -> Probe:
        """Look about on the sheet for a line of some breadth."""
        reach = round(trace.reach + APART)
        standing = self.scenery.field(reach)
        if reach not in self._drawn:
            self._drawn[reach] = Field([Layer("line", self.ink, reach)], standing.within)
        whole = self.whole if trace.whole else NONE
        return Probe(standing, (a, b), OVER_MORE, drawn=self._drawn[reach], whole=whole)

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
                cost += self._crossed(sampled(curve), probe.own, trace)
            if cost < best[0] - 1e-9:
                best = cost, curve
        return best

    def _crossed(self, points: Sequence[Point], own: Collection[Id], trace: Trace) -> float:
        """Give what it costs besides that a way, or a mark on it, lies on something, or on a line."""
        symbols = [self.tries.symbol(key) for key in own if key in self.places]
        free = [point for point in points if not any(symbol.contains(point) for symbol in symbols)]
        cost = sum(
            ACROSS if set(own).isdisjoint(self.joins.get(key, ())) else TWISTED
            for key in crossed(free, self.ways, self.ink)
        )
        for x, y, size in knots(free, trace, within=(0.2, 0.8)) if len(free) > 1 else ():
            box = Box(x, y, x, y).grown(size)
            cost += MARKED * sum(key not in own for key in self.scenery.solid.near(box))
            cost += MARKED * (len(self.scenery.ink.near(box)) + len(self.ink.near(box)))
        return cost + ARROW * self._arrows_on_words(free, own, trace)

    def _arrows_on_words(self, free: Sequence[Point], own: Collection[Id], trace: Trace) -> int:
        """Count the arrows of a way that touch the words at its own ends."""
        words = {f"{key}/words" for key in own}
        boxes = (Box(x, y, x, y).grown(size) for x, y, size in knots(free, trace.at_ends))
        return sum(not words.isdisjoint(self.scenery.solid.near(box)) for box in boxes)
