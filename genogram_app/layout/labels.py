"""Labels: each on or beside what it names, where it covers nobody and no other label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import dist

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.drawing.routes import Route
from genogram_app.layout.extents import Size
from genogram_app.layout.ground import Ground, along
from genogram_app.layout.result import Spot, UnionBar
from genogram_app.model.ids import Id

#: Air between a label and its line.
AIR = 3.0
#: What it costs to lie on somebody, on another label, on a line, and to come later among the wishes.
ON_SOMEBODY, ON_LABEL, ON_LINE, LATER = 50.0, 40.0, 6.0, 0.4
SHARES = (0.5, 0.38, 0.62, 0.26, 0.74, 0.15, 0.85)


class Labels:
    """The labels of a sheet while they are placed, one after the other."""

    def __init__(self, sizes: Mapping[Id, Size], ground: Ground, lines: Iterable[Polyline]) -> None:
        self.sizes, self.ground = sizes, ground
        self.ink = Ground({})
        for line in lines:
            for leg in along(line, 0.3) if _level(line) else _small(line):
                self.ink.add(str(len(self.ink.boxes)), leg)
        self.taken = Ground({})
        self.spots: dict[Id, Spot] = {}

    def on_bar(self, key: Id, bar: UnionBar) -> None:
        """Place a union's label: over its bar, else under it; under a single parent's name."""
        if key in self.sizes:
            legs = pairwise(bar.points) if bar.points else [(bar.middle, bar.middle)]
            a, b = max(legs, key=lambda leg: dist(*leg))
            self._place(key, self._beside_leg(key, a, b))

    def on_line(self, key: Id, line: Polyline) -> None:
        """Place the label of a line of right angles: along its longest level leg, else an upright one."""
        if key in self.sizes and len(line) > 1:
            legs = sorted(pairwise(line), key=lambda leg: (leg[0][1] != leg[1][1], -dist(*leg)))
            self._place(key, (spot for a, b in legs for spot in self._beside_leg(key, a, b)))

    def on_curve(self, key: Id, line: Polyline) -> None:
        """Place a relationship's label beside its curve, the middle first."""
        if key in self.sizes and len(line) > 1:
            self._place(key, self._beside_curve(key, Route(line)))

    def on_ring(self, key: Id, ring: Outline) -> None:
        """Place a household's name on its ring, on a level stretch: below first, else above."""
        if key in self.sizes:
            self._place(key, self._on_edges(key, ring), on_line=True)

    # -- wishes --------------------------------------------------------------

    def _beside_leg(self, key: Id, a: Point, b: Point) -> Iterator[Point]:
        width, height = self.sizes[key]
        level = abs(a[1] - b[1]) <= abs(a[0] - b[0])
        for share in SHARES:
            x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
            for side in (-1, 1):
                if level:
                    yield x, y + side * (height / 2 + AIR)
                else:
                    yield x - side * (width / 2 + AIR), y

    def _beside_curve(self, key: Id, route: Route) -> Iterator[Point]:
        width, height = self.sizes[key]
        for share in SHARES:
            (x, y), (ux, uy) = route.at(route.length * share)
            out = abs(uy) * width / 2 + abs(ux) * height / 2 + 2 * AIR
            for side in (1, -1):
                yield x + side * uy * out, y - side * ux * out

    def _on_edges(self, key: Id, ring: Outline) -> Iterator[Point]:
        width = self.sizes[key][0] + 16
        legs = [leg for line in flatten(ring) for leg in pairwise(line) if leg[0][1] == leg[1][1]]
        wide = [leg for leg in legs if abs(leg[0][0] - leg[1][0]) >= width] or legs
        for a, b in sorted(wide, key=lambda leg: (-leg[0][1], leg)):
            room = abs(a[0] - b[0]) - width
            for share in (0.5, 0.0, 1.0, 0.25, 0.75) if room > 0 else (0.5,):
                yield min(a[0], b[0]) + width / 2 + room * share, a[1]

    # -- choice ----------------------------------------------------------------

    def _place(self, key: Id, wishes: Iterable[Point], on_line: bool = False) -> None:
        width, height = self.sizes[key]
        best: tuple[float, Spot] | None = None
        for number, (x, y) in enumerate(wishes):
            box = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
            cost = self._cost(box, on_line) + LATER * number
            if best is None or cost < best[0]:
                best = cost, Spot((x, y), box)
        if best is not None:
            self.spots[key] = best[1]
            self.taken.add(key, best[1].box)

    def _cost(self, box: Box, on_line: bool) -> float:
        cost = ON_SOMEBODY * sum(1 for _ in self.ground.near(box))
        cost += ON_LABEL * sum(1 for _ in self.taken.near(box))
        lines = sum(1 for _ in self.ink.near(box))
        return cost + ON_LINE * lines * (0.5 if on_line else 1.0)


def _level(line: Polyline) -> bool:
    return all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(line))


def _small(line: Polyline) -> list[Box]:
    """Give small boxes along a slanting line."""
    boxes = []
    for a, b in pairwise(line):
        count = max(1, int(dist(a, b) // 8))
        points = [
            (a[0] + (b[0] - a[0]) * i / count, a[1] + (b[1] - a[1]) * i / count) for i in range(count + 1)
        ]
        boxes += list(along(points, 0.3))
    return boxes
