"""Ways of a simple shape that are tried for a line between two, kind by kind: shallow ones first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise, product
from math import atan2, dist, hypot

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.relationships.ways import AIMS, SAME_ROW, Priced, Rows, down, level, over
from genogram_app.layout.sheet.curves import Curve, bowed, sampled
from genogram_app.layout.sheet.extents import Extent, Trace
from genogram_app.model.ids import Id

#: Bows that are tried, as shares of the distance, and their limits in points.
BOWS = (0.03, 0.06, 0.1, 0.14, 0.19, 0.28, 0.4, 0.55)
LEAST, MOST = 7.0, 110.0
#: Bows between two who stand near each other, in points: lanes beside a couple's bar.
NEAR, CLOSE = 200.0, (10.0, 14.0, 18.0, 22.0, 26.0, 30.0, 36.0, 42.0, 50.0)
#: The least that is to be seen of a line between neighbours: the 12 mm on which all kinds are told apart
#: (tests/catalog/test_told_apart.py), and its end. Between two who stand as far apart, so much always is.
SEEN, FAR = 14 * 72 / 25.4, 90.0
#: Air between a line and the symbol at its end.
END_AIR = 3.0
#: Where along a plate lines end, as shares of half its width, and bows that are tried from there.
PLATE_AIMS, ASIDE_BOWS = (0.0, -0.35, 0.35, -0.7, 0.7), (0.0, 8.0, -8.0)
#: Where in a symbol searched ways set out, as shares of half its height: beside a couple's bar, too.
SITES = (0.0, 0.55, -0.55)
#: What a point of bow, of length, of aim and of detour costs, and a turn by a radian within a point.
BOWED, LONG, AIMED, BENT, SHARP = 0.35, 0.05, 0.12, 0.3, 120.0
#: What it costs to cross the line that hangs from a couple's bar.
HUNG = 20.0


class Tries:
    """What a line could do on a sheet, each way with what it costs by itself."""

    def __init__(self, places: Mapping[Id, Point], extents: Mapping[Id, Extent]) -> None:
        self.places, self.extents = places, extents
        self.rows = Rows(places, extents)

    def shallow(self, start: Point, end: Point, own: tuple[Id, Id], trace: Trace) -> list[Priced]:
        """Give the ways that are tried first, the straight one before all."""
        span = dist(start, end)
        sizes = [max(LEAST, min(MOST, span * share)) for share in BOWS] + [*(CLOSE if span < NEAR else ())]
        bows = {side * size for size in sizes for side in (1, -1)} | {0.0}
        ways = [_priced(bowed(start, end, bow), bow) for bow in bows]
        if self.level(own):
            half = min(self.extents[key].half[1] for key in own)
            ways += [(cost + span * LONG, curve) for cost, curve in level(start, end, half)]
        return self.to_be_seen(ways, own)

    def neighbours(self, own: tuple[Id, Id]) -> bool:
        """Say whether two stand level near each other, with nobody between them."""
        if not self.level(own) or dist(*(self.places[key] for key in own)) > NEAR:
            return False
        (ax, ay), (bx, _) = sorted(self.places[key] for key in own)
        return not any(ax < x < bx and abs(y - ay) < SAME_ROW for x, y in self.places.values())

    def to_be_seen(self, ways: list[Priced], own: tuple[Id, Id]) -> list[Priced]:
        """Leave out what is too short to tell what it means, between two who stand side by side."""
        if not self.level(own) or dist(*(self.places[key] for key in own)) > FAR:
            return ways
        return [way for way in ways if self._seen(way[1], own) > SEEN]

    def _seen(self, curve: Curve, own: tuple[Id, Id]) -> float:
        """Give how much of a way lies on neither symbol at its ends, in points."""
        symbols = [self.symbol(key) for key in own]
        free = [p for p in sampled(curve) if not any(symbol.contains(p) for symbol in symbols)]
        return sum(dist(a, b) for a, b in pairwise(free))

    def symbol(self, key: Id) -> Box:
        """Give the box of a symbol with the air about it."""
        (x, y), (half, high) = self.places[key], self.extents[key].half
        return Box(x - half, y - high, x + half, y + high).grown(END_AIR)

    def beside(self, start: Point, end: Point, own: tuple[Id, Id], trace: Trace) -> list[Priced]:
        """Give ways beside the own words and through gaps, over the heads of a row, and side by side."""
        ways = []
        for one, other in product(self._aims(own[0], start, end), self._aims(own[1], end, start)):
            aside = dist(one, start) + dist(other, end)
            ways += [_priced(bowed(one, other, bow), bow, aside) for bow in ASIDE_BOWS]
        if self.level(own):
            ways += over(start, end, self._top(own))
        else:
            ways += self._downwards(start, end, own, trace)
        return self.to_be_seen(ways, own)

    def _aims(self, key: Id, here: Point, there: Point) -> list[Point]:
        """Give where in a symbol, or along a service's plate, a line from somewhere may aim."""
        if key not in self.places:
            return [here]
        if self.extents[key].words is None:
            return [(here[0] + share * self.extents[key].half[0], here[1]) for share in PLATE_AIMS]
        return [_aside(here, there, aim) for aim in AIMS]

    def sites(self, key: Id, point: Point, *, aside: bool = False) -> dict[Point, float]:
        """Give from where a way may set out, with what that costs: a point, or places along a plate there.

        aside: over and under the middle of a symbol, too.
        """
        if key in self.places and self.extents[key].words is None:
            half = self.extents[key].half[0]
            return {(point[0] + share * half, point[1]): abs(share) * half * AIMED for share in PLATE_AIMS}
        half = self.extents[key].half[1] if aside and key in self.places else 0.0
        return {(point[0], point[1] + share * half): abs(share) * half * AIMED for share in SITES}

    def level(self, own: tuple[Id, Id]) -> bool:
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
        ways = down(start, extent, end, self.rows, trace.reach)
        return ways if upper == own[0] else [(cost, curve[::-1]) for cost, curve in ways]


def calm(curve: Curve) -> float:
    """Give what a curve of several pieces costs by itself: length, detour, and how sharply it turns."""
    pieces = [curve[i : i + 4] for i in range(0, len(curve) - 1, 3)]
    return LONG * dist(curve[0], curve[-1]) + BENT * _detour(curve) + SHARP * sum(map(_sharpness, pieces))


def _detour(curve: Curve) -> float:
    """Give how much longer the way over its handles is than the straight one."""
    return sum(dist(a, b) for a, b in pairwise(curve)) - dist(curve[0], curve[-1])


def _sharpness(piece: Curve) -> float:
    """Give the square of the angle by which a piece turns, for each point of its length."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = piece
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    turn = atan2(ux * vy - uy * vx, ux * vx + uy * vy)
    return turn * turn / (dist(piece[0], piece[3]) or 1.0)


def _aside(here: Point, there: Point, aim: float) -> Point:
    """Give the point that lies some points beside one, seen from another."""
    span = dist(here, there) or 1.0
    return here[0] + (here[1] - there[1]) / span * aim, here[1] - (here[0] - there[0]) / span * aim


def _priced(curve: Curve, bow: float, aimed: float = 0.0) -> Priced:
    span = hypot(curve[-1][0] - curve[0][0], curve[-1][1] - curve[0][1])
    return abs(bow) * BOWED + span * LONG + aimed * AIMED, curve


def excess(way: Priced) -> float:
    """Give what a way costs more than a free one."""
    cost, curve = way
    return cost - LONG * dist(curve[0], curve[-1])


def kept_over(floor: float, ways: Iterable[Priced]) -> list[Priced]:
    """Let ways cost more that go below some height once they have begun."""
    return [(cost + HUNG * (max(y for _, y in curve[1:-1]) > floor), curve) for cost, curve in ways]
