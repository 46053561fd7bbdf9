"""Ways that are tried for a line between two, kind by kind: shallow ones first, long ways round at last."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise, product
from math import dist, hypot

from genogram_app.drawing.primitives import Point
from genogram_app.layout.curves import Curve, bowed, past, sampled, upright
from genogram_app.layout.extents import Extent, Trace
from genogram_app.layout.scenery import Scenery
from genogram_app.layout.ways import AIMS, ROWS_APART, SAME_ROW, Priced, Rows, down, level, over, under
from genogram_app.model.ids import Id

#: Bows that are tried, as shares of the distance, and their limits in points.
BOWS = (0.03, 0.06, 0.1, 0.14, 0.19, 0.28, 0.4, 0.55)
LEAST, MOST = 7.0, 110.0
#: Bows between two who stand near each other, in points: lanes beside a couple's bar.
NEAR, CLOSE = 200.0, (10.0, 14.0, 18.0, 22.0, 26.0, 30.0, 36.0, 42.0, 50.0)
#: Where nothing shallow is clear: bows with their height nearer to one end, and wider ones.
LEANS = (0.6, -0.6)
WIDER = (30.0, 60.0, 90.0, 130.0, 170.0)
#: How near a line passes beside somebody, and the widest bow for that.
BESIDE, WIDEST = 5.0, 200.0
#: Where along a plate lines end, as shares of half its width, and bows that are tried from there.
PLATE_AIMS, ASIDE_BOWS = (0.0, -0.35, 0.35, -0.7, 0.7), (0.0, 8.0, -8.0)
#: How steeply a line leaves one row for another.
STEEP = (0.7, 1.0, 1.3)
#: What a point of bow, of length, of aim and of detour costs.
BOWED, LONG, AIMED, BENT = 0.35, 0.05, 0.12, 0.3


class Tries:
    """What a line could do on a sheet, each way with what it costs by itself."""

    def __init__(self, places: Mapping[Id, Point], extents: Mapping[Id, Extent], scenery: Scenery) -> None:
        self.places, self.extents, self.scenery = places, extents, scenery
        self.rows = Rows(places, extents)

    def shallow(self, start: Point, end: Point, own: tuple[Id, Id], trace: Trace) -> list[Priced]:
        """Give the ways that are tried first, the straight one before all."""
        span = dist(start, end)
        sizes = [max(LEAST, min(MOST, span * share)) for share in BOWS] + [*(CLOSE if span < NEAR else ())]
        bows = {side * size for size in sizes for side in (1, -1)} | {0.0}
        ways = [_priced(bowed(start, end, bow), bow) for bow in bows]
        if self._level(own):
            half = min(self.extents[key].half[1] for key in own)
            ways += [(cost + span * LONG, curve) for cost, curve in level(start, end, half)]
        return ways

    def beside(self, start: Point, end: Point, own: tuple[Id, Id], trace: Trace) -> list[Priced]:
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

    def deep(self, start: Point, end: Point, own: tuple[Id, Id], trace: Trace) -> list[Priced]:
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


def pulled(curve: Curve, step: float) -> list[Priced]:
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


def _aside(here: Point, there: Point, aim: float) -> Point:
    """Give the point that lies some points beside one, seen from another."""
    span = dist(here, there) or 1.0
    return here[0] + (here[1] - there[1]) / span * aim, here[1] - (here[0] - there[0]) / span * aim


def _priced(curve: Curve, bow: float, aimed: float = 0.0) -> Priced:
    span = hypot(curve[-1][0] - curve[0][0], curve[-1][1] - curve[0][1])
    return abs(bow) * BOWED + span * LONG + aimed * AIMED, curve
