"""Labels: each on or beside what it names, never on anybody, on a plate, on a line or on another label.

A label must be unmistakably its own line's: it stands on the line, which is
interrupted for it, or close beside it and further from every other. Where no
such place is free it stands further away, and a thin line leads to it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count, pairwise, product
from math import cos, dist, pi, sin

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.drawing.routes import Route
from genogram_app.layout.extents import HAIRLINE, Size, Trace
from genogram_app.layout.field import LABEL
from genogram_app.layout.grid import Entry
from genogram_app.layout.result import Spot, UnionBar
from genogram_app.layout.ring_names import places_for
from genogram_app.layout.scenery import Scenery
from genogram_app.model.ids import Id

#: Air between a label and its line, round a label, and how much further off other lines are.
AIR, AROUND, CLEARLY = 2.5, 0.5, 1.5
#: What it costs to lie on a line, on the edge of a ring, near another line.
ON_LINE, ON_RING, NEAR_LINE = 60.0, 7.0, 10.0
#: What it costs the name of a home to lie on the edge of another.
ON_ANOTHER = 40.0
#: What it costs not to be in the middle of its line; below a line; by the corner of a slanting one.
ASIDE, BELOW, CORNER = 5.0, 0.5, 1.5
#: Where along a line a label may stand.
SHARES = (0.5, *(0.5 + side * 0.05 * i for i in range(1, 9) for side in (-1, 1)))
CORNERS = ((1, -1), (-1, 1), (1, 1), (-1, -1))
#: What it costs to stand on an upright leg, or on one too short for the words.
UPRIGHT, SHORT = 3.0, 2.0
#: What it costs to interrupt the line, and how much of it at most.
THROUGH, MOST_OF_LINE = 2.0, 0.4
#: From what cost on a label had better stand further away, with a line that leads to it.
LED_FROM, LED, LED_FURTHER = 16.0, 14.0, 0.12
LED_SHARES, LED_STEPS, LED_TURNS = (0.5, 0.3, 0.7), (14.0, 26.0, 42.0, 64.0, 95.0), 12
LED_OVER, LEAST_LEADER = 4.0, 5.0
#: How fine the ring of places is in which a free one is looked for at last, and the step outwards.
TURNS, STEP = 16, 7.0

#: A place that a label would like with what it costs, and whether its line runs through it.
Place = tuple[float, Point, bool]


class Labels:
    """The labels of a sheet while they are placed, one after the other."""

    def __init__(
        self,
        sizes: Mapping[Id, Size],
        scenery: Scenery,
        traces: Mapping[Id, Trace] | None = None,
        *,
        leaders: bool = True,
    ) -> None:
        """Take note of the sheet.

        traces: how broad lines are. leaders: whether labels may stand further
        away; not worth the while where all are placed once more.
        """
        self.sizes, self.scenery, self.traces = sizes, scenery, traces or {}
        self.leaders = leaders
        self.spots: dict[Id, Spot] = {}
        self.rings: set[Id] = set()

    def on_bar(self, key: Id, bar: UnionBar, own: Collection[Id] = ()) -> None:
        """Place a union's label: over its bar, else under it; under a single parent's name."""
        if key in self.sizes:
            lines = [bar.points or (bar.middle, bar.middle)]
            self._place(key, self._beside_leg(key, *bar.span), lines, {key, *own})

    def on_lines(self, key: Id, lines: Sequence[Polyline], own: Collection[Id] = ()) -> None:
        """Place the label of a line of right angles, given in parts, the first part preferred."""
        if key in self.sizes:
            legs = [
                (part, leg) for part, line in enumerate(lines) for leg in pairwise(line) if leg[0] != leg[1]
            ]
            wishes = [
                (cost + part, spot, through)
                for part, leg in legs
                for cost, spot, through in (*self._beside_leg(key, *leg), *self._on_leg(key, *leg))
            ]
            self._place(key, wishes, lines, {key, *own})

    def on_curve(self, key: Id, line: Polyline) -> None:
        """Place a relationship's label on its curve or beside it, the middle first."""
        if key in self.sizes and len(line) > 1:
            route = Route(line)
            self._place(key, [*self._beside_curve(key, route), *self._through(key, route)], [line], {key})

    def on_ring(self, key: Id, ring: Outline) -> None:
        """Place a household's name on its ring, or just within it."""
        if key in self.sizes:
            self.rings.add(key)
            self._place(key, ((*wish, True) for wish in places_for(ring, self.sizes[key])), [], {key})

    # -- wishes --------------------------------------------------------------

    def _reach(self, key: Id) -> float:
        return self.traces.get(key, HAIRLINE).reach

    def _beside_leg(self, key: Id, a: Point, b: Point) -> Iterator[Place]:
        width, height = self.sizes[key]
        level = abs(a[1] - b[1]) <= abs(a[0] - b[0])
        dear = (0.0 if level else UPRIGHT) + (SHORT if level and dist(a, b) < width else 0.0)
        trace = self.traces.get(key, HAIRLINE)
        # Close to the line, or just clear of the marks on it.
        airs = (
            {AIR + trace.reach: 0.0, trace.breadth + AROUND: 0.4} if trace.knots else {AIR + trace.reach: 0.0}
        )
        for share, (air, further), side in product(SHARES, airs.items(), (-1, 1)):
            x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
            cost = dear + further + ASIDE * abs(share - 0.5) + (BELOW if side > 0 else 0.0)
            if level:
                yield cost, (x, y + side * (height / 2 + air)), False
            else:
                yield cost, (x - side * (width / 2 + air), y), False

    def _on_leg(self, key: Id, a: Point, b: Point) -> Iterator[Place]:
        """Give places on a level or upright leg that is much longer than what it is interrupted for."""
        width, height = self.sizes[key]
        level = abs(a[1] - b[1]) <= abs(a[0] - b[0])
        if (width if level else height) < MOST_OF_LINE * 1.5 * dist(a, b):
            for share in SHARES:
                spot = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
                yield THROUGH + ASIDE * abs(share - 0.5), spot, True

    def _beside_curve(self, key: Id, route: Route) -> Iterator[Place]:
        width, height = self.sizes[key]
        air = AIR + self._reach(key)
        for share in SHARES:
            (x, y), (ux, uy) = route.at(route.length * share)
            cost = ASIDE * abs(share - 0.5)
            out = abs(uy) * width / 2 + abs(ux) * height / 2 + air
            for side in (1, -1):
                yield cost, (x + uy * side * out, y - ux * side * out), False
            # Beside a slanting line a label fits by its corner.
            if abs(ux * uy) > 0.1:
                for across, down in CORNERS:
                    spot = x + across * (width / 2 + air), y + down * (height / 2 + air * 0.4)
                    yield CORNER + cost, spot, False

    def _through(self, key: Id, route: Route) -> Iterator[Place]:
        """Give places on a curve, where it is interrupted only for a part of its length."""
        width, height = self.sizes[key]
        whole = self.traces.get(key, HAIRLINE).whole
        for share in () if whole else SHARES:
            spot, (ux, uy) = route.at(route.length * share)
            along = min(width / max(abs(ux), 0.01), height / max(abs(uy), 0.01))
            if along < MOST_OF_LINE * route.length:
                yield THROUGH * abs(ux) + ASIDE * abs(share - 0.5), spot, True

    def _further(self, key: Id, lines: Sequence[Polyline]) -> Iterator[tuple[float, Point, Point]]:
        """Give places further away, each with the point of the line that a leader goes to."""
        width, height = self.sizes[key]
        for line in lines:
            route = Route(line)
            for share in LED_SHARES:
                (x, y), _ = route.at(route.length * share)
                for reach in LED_STEPS:
                    for i in range(LED_TURNS):
                        turn = 2 * pi * i / LED_TURNS
                        spot = x + sin(turn) * (reach + width / 2), y - cos(turn) * (reach + height / 2)
                        yield LED + LED_FURTHER * reach + abs(share - 0.5), spot, (x, y)

    # -- choice ----------------------------------------------------------------

    def _place(self, key: Id, places: Iterable[Place], lines: Sequence[Polyline], own: set[Id]) -> None:
        in_order = sorted(places)
        if not in_order:
            return
        cost, found = self._cheapest(key, in_order, own)
        leader: Polyline | None = None
        lines = [line for line in lines if len(set(line)) > 1]
        if self.leaders and cost >= LED_FROM and lines:
            dear, box, line = self._led(key, lines, own, cost)
            if box is not None and dear < cost:
                found, leader = box, line
        found = found or self._nearest(key, in_order[0][1], own)
        self.spots[key] = Spot(found.centre, found, leader)
        self.scenery.solid.add(LABEL + key, found)

    def _cheapest(self, key: Id, places: Sequence[Place], own: set[Id]) -> tuple[float, Box | None]:
        """Give the cheapest free place with its cost; None where somebody is in the way everywhere."""
        best: float = float("inf")
        found: Box | None = None
        for dear, spot, through in places:
            if dear >= best:
                break
            box = self._box(key, spot)
            if self.scenery.solid.near(box.grown(AROUND)):
                continue
            cost = dear + self._lines(box, own, through)
            if cost < best:
                best, found = cost, box
        return best, found

    def _led(
        self, key: Id, lines: Sequence[Polyline], own: set[Id], most: float
    ) -> tuple[float, Box | None, Polyline]:
        """Give the cheapest place further away with its cost, and the thin line from there."""
        best, found = most, None
        leader: Polyline = ()
        for dear, spot, end in sorted(self._further(key, lines)):
            if dear >= best:
                break
            box = self._box(key, spot)
            if self.scenery.solid.near(box.grown(AROUND)):
                continue
            start = _edge(box, end)
            cost = dear + self._under(box) + self._crossed((start, end), own)
            if cost < best and dist(start, end) >= LEAST_LEADER:
                best, found, leader = cost, box, (start, end)
        return best, found, leader

    def _nearest(self, key: Id, spot: Point, own: set[Id]) -> Box:
        """Give the nearest free place round a spot: there is always one outside everything."""
        for ring in count(1):
            reach = STEP * ring
            around = [(sin(2 * pi * i / TURNS), cos(2 * pi * i / TURNS)) for i in range(TURNS)]
            places = [(0.0, (spot[0] + 1.6 * reach * x, spot[1] - reach * y), False) for x, y in around]
            if (found := self._cheapest(key, places, own)[1]) is not None:
                return found
        raise AssertionError("outside everything there is room")

    def _box(self, key: Id, spot: Point) -> Box:
        (x, y), (width, height) = spot, self.sizes[key]
        return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    def _lines(self, box: Box, own: set[Id], through: bool) -> float:
        """Give what it costs to stand on lines and near others than the own."""
        air = CLEARLY if through else AIR + CLEARLY
        cost: dict[Id, float] = {}
        for entry in self.scenery.ink.entries(box.grown(air)):
            key = entry[4]
            on = _on(entry, box)
            if key in own and through:
                continue
            dear = ON_LINE if on else 0.0 if key in own else NEAR_LINE
            cost[key] = max(cost.get(key, 0.0), dear)
        dear = ON_ANOTHER if own & self.rings else ON_RING
        return sum(cost.values()) + dear * len(set(self.scenery.rings.near(box)) - own)

    def _under(self, box: Box) -> float:
        """Give what it costs to cover lines and rings."""
        return ON_LINE * len(self.scenery.ink.near(box)) + ON_RING * len(self.scenery.rings.near(box))

    def _crossed(self, leader: Polyline, own: set[Id]) -> float:
        """Give what it costs that a leader crosses lines and passes over somebody."""
        (ax, ay), (bx, by) = leader
        cost = 0.0
        crossed: set[Id] = set()
        for i in range(1, 8):
            x, y = ax + (bx - ax) * i / 8, ay + (by - ay) * i / 8
            spot = Box(x - 1, y - 1, x + 1, y + 1)
            cost += ON_LINE * len(self.scenery.solid.near(spot))
            crossed |= {key for key in self.scenery.ink.near(spot) if key.partition("/")[0] not in own}
        return cost + LED_OVER * len(crossed)


def _on(entry: Entry, box: Box) -> bool:
    left, top, right, bottom, _ = entry
    return left < box.right and right > box.left and top < box.bottom and bottom > box.top


def _edge(box: Box, there: Point) -> Point:
    """Give the point of a box that is nearest to one outside."""
    return min(max(there[0], box.left), box.right), min(max(there[1], box.top), box.bottom)
