"""Labels: each on or beside what it names, never on anybody, on a plate or on another label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, pairwise
from math import cos, dist, pi, sin

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.drawing.routes import Route
from genogram_app.layout.extents import Size
from genogram_app.layout.result import Spot, UnionBar
from genogram_app.layout.ring_names import places_for
from genogram_app.layout.scenery import LABEL, Scenery
from genogram_app.model.ids import Id

#: Air between a label and its line, and round a label.
AIR, AROUND = 3.0, 0.5
#: What it costs to lie on a line, on the edge of a ring; not in the middle of its line; below a line.
ON_LINE, ON_RING, ASIDE, BELOW = 8.0, 3.0, 5.0, 0.5
#: What it costs the name of a home to lie on the edge of another.
ON_ANOTHER = 40.0
#: Where along a line a label may stand, and how much further away, with what that costs.
SHARES = (0.5, *(0.5 + side * 0.06 * i for i in range(1, 8) for side in (-1, 1)))
FURTHER = ((0.0, 0.0), (6.0, 2.5), (13.0, 5.0))
CORNERS, CORNER = ((1, -1), (-1, 1), (1, 1), (-1, -1)), 1.0
#: What it costs to stand on an upright leg, or on one too short for the words.
UPRIGHT, SHORT = 8.0, 2.0
#: How fine the ring of places is in which a free one is looked for at last, and the step outwards.
TURNS, STEP = 16, 7.0

#: A place that a label would like, with what it costs.
Wish = tuple[float, Point]


class Labels:
    """The labels of a sheet while they are placed, one after the other."""

    def __init__(self, sizes: Mapping[Id, Size], scenery: Scenery) -> None:
        self.sizes, self.scenery = sizes, scenery
        self.spots: dict[Id, Spot] = {}
        self.rings: set[Id] = set()

    def on_bar(self, key: Id, bar: UnionBar) -> None:
        """Place a union's label: over its bar, else under it; under a single parent's name."""
        if key in self.sizes:
            legs = pairwise(bar.points) if bar.points else [(bar.middle, bar.middle)]
            longest = max(legs, key=lambda leg: dist(*leg))
            self._place(key, self._beside_leg(key, *longest))

    def on_lines(self, key: Id, lines: Iterable[Polyline]) -> None:
        """Place the label of a line of right angles, given in parts, the first part preferred."""
        if key in self.sizes:
            legs = [
                (part, leg) for part, line in enumerate(lines) for leg in pairwise(line) if leg[0] != leg[1]
            ]
            wishes = [(cost + part, spot) for part, leg in legs for cost, spot in self._beside_leg(key, *leg)]
            self._place(key, wishes)

    def on_curve(self, key: Id, line: Polyline) -> None:
        """Place a relationship's label beside its curve, the middle first."""
        if key in self.sizes and len(line) > 1:
            self._place(key, self._beside_curve(key, Route(line)))

    def on_ring(self, key: Id, ring: Outline) -> None:
        """Place a household's name on its ring, or just within it."""
        if key in self.sizes:
            self.rings.add(key)
            self._place(key, places_for(ring, self.sizes[key]))

    # -- wishes --------------------------------------------------------------

    def _beside_leg(self, key: Id, a: Point, b: Point) -> Iterator[Wish]:
        width, height = self.sizes[key]
        level = abs(a[1] - b[1]) <= abs(a[0] - b[0])
        dear = (0.0 if level else UPRIGHT) + (SHORT if level and dist(a, b) < width else 0.0)
        for share in SHARES:
            x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
            for away, further in FURTHER:
                for side in (-1, 1):
                    cost = dear + further + ASIDE * abs(share - 0.5) + (BELOW if side > 0 else 0.0)
                    if level:
                        yield cost, (x, y + side * (height / 2 + AIR + away))
                    else:
                        yield cost, (x - side * (width / 2 + AIR + away), y)

    def _beside_curve(self, key: Id, route: Route) -> Iterator[Wish]:
        width, height = self.sizes[key]
        for share in SHARES:
            (x, y), (ux, uy) = route.at(route.length * share)
            out = abs(uy) * width / 2 + abs(ux) * height / 2 + 2 * AIR
            for away, further in FURTHER:
                for side in (1, -1):
                    reach = side * (out + away)
                    yield further + ASIDE * abs(share - 0.5), (x + uy * reach, y - ux * reach)
            # Beside a slanting line a label fits by its corner.
            for across, down in CORNERS:
                spot = x + across * (width / 2 + AIR), y + down * (height / 2 + AIR)
                yield CORNER + ASIDE * abs(share - 0.5), spot

    # -- choice ----------------------------------------------------------------

    def _place(self, key: Id, wishes: Iterable[Wish]) -> None:
        in_order = sorted(wishes)
        if not in_order:
            return
        found = self._cheapest(key, in_order) or self._nearest(key, in_order[0][1])
        self.spots[key] = Spot(found.centre, found)
        self.scenery.solid.add(LABEL + key, found)

    def _cheapest(self, key: Id, wishes: Sequence[Wish]) -> Box | None:
        """Give the cheapest free place; None where somebody is in the way everywhere."""
        best, found = float("inf"), None
        for dear, spot in wishes:
            if dear >= best:
                break
            box = self._box(key, spot)
            if self.scenery.solid.near(box.grown(AROUND)):
                continue
            cost = dear + self._lines(key, box)
            if cost < best:
                best, found = cost, box
        return found

    def _nearest(self, key: Id, spot: Point) -> Box:
        """Give the nearest free place round a spot: there is always one outside everything."""
        for ring in count(1):
            reach = STEP * ring
            around = [(sin(2 * pi * i / TURNS), cos(2 * pi * i / TURNS)) for i in range(TURNS)]
            wishes = [(0.0, (spot[0] + 1.6 * reach * x, spot[1] - reach * y)) for x, y in around]
            if (found := self._cheapest(key, wishes)) is not None:
                return found
        raise AssertionError("outside everything there is room")

    def _box(self, key: Id, spot: Point) -> Box:
        (x, y), (width, height) = spot, self.sizes[key]
        return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)

    def _lines(self, key: Id, box: Box) -> float:
        lines, rings = self.scenery.ink.near(box), set(self.scenery.rings.near(box))
        dear = ON_ANOTHER if key in self.rings else ON_RING
        return ON_LINE * len(lines) + dear * len(rings - {key})
