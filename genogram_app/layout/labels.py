"""Labels: each on or beside what it names, never on anybody, on a plate, on a line or on another label.

A label must be unmistakably its own line's: it stands on the line, which is
interrupted for it, or close beside it and further from every other; folded into
more lines where that helps. Where no such place is free it stands further away,
and a thin line leads to it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count, pairwise
from math import cos, dist, pi, sin
from operator import itemgetter
from typing import NamedTuple

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.drawing.routes import Route
from genogram_app.layout.extents import HAIRLINE, Options, Size, Trace
from genogram_app.layout.field import LABEL
from genogram_app.layout.grid import Entry
from genogram_app.layout.label_places import (
    AIR,
    AROUND,
    Place,
    beside_curve,
    beside_leg,
    further,
    on_curve,
    on_leg,
)
from genogram_app.layout.result import Spot, UnionBar
from genogram_app.layout.ring_names import places_for
from genogram_app.layout.scenery import Scenery
from genogram_app.model.ids import Id

#: How much further off than its own line others are; how near is beside it, and what it costs not to be.
CLEARLY, AT_LINE, AWAY = 1.5, 6.0, 40.0
#: What it costs to lie on a line, on the edge of a ring, near another line.
ON_LINE, ON_RING, NEAR_LINE = 60.0, 7.0, 10.0
#: What it costs the name of a home to lie on the edge of another.
ON_ANOTHER = 40.0
#: What it costs to stand so near to somebody's words, or to another label, that both read as one text.
NEAR_WORDS, NEAR_LABEL, READ_AS_ONE = 2.5, 5.0, 5.0
#: What each further line costs into which a label is folded.
FOLDED = 1.5
#: From what cost on a label had better stand further away, with a line that leads to it.
LED_FROM = 16.0
#: What it costs that a leader crosses a line; one of harm is never crossed.
LED_OVER, LEAST_LEADER = 5.0, 5.0
#: How fine the ring of places is in which a free one is looked for at last, and the step outwards.
TURNS, STEP = 16, 7.0


class Waiting(NamedTuple):
    """A label that hasn't found a good place: where it may stand, its lines, and what is its own."""

    key: Id
    places: Sequence[Place]
    lines: Sequence[Polyline]
    own: set[Id]


class Labels:
    """The labels of a sheet while they are placed, one after the other."""

    def __init__(
        self,
        sizes: Mapping[Id, Size],
        scenery: Scenery,
        options: Options,
        *,
        leaders: bool = True,
    ) -> None:
        """Take note of the sheet.

        leaders: whether labels may stand further away; not worth the while
        where all are placed once more.
        """
        self.sizes, self.scenery, self.options = sizes, scenery, options
        self.leaders = leaders
        self.spots: dict[Id, Spot] = {}
        self.rings: set[Id] = set()
        self.waiting: list[Waiting] = []

    def on_bar(self, key: Id, bar: UnionBar, own: Collection[Id] = ()) -> None:
        """Place a union's label: over its bar, else under it; under a single parent's name."""
        lines = [bar.points or (bar.middle, bar.middle)]
        self._place(key, lambda size: beside_leg(size, self._trace(key), *bar.span), lines, {key, *own})

    def on_lines(self, key: Id, lines: Sequence[Polyline], own: Collection[Id] = ()) -> None:
        """Place the label of a line of right angles, given in parts, the first part preferred."""
        legs = [(part, *leg) for part, line in enumerate(lines) for leg in pairwise(line) if leg[0] != leg[1]]

        def wishes(size: Size) -> Iterator[Place]:
            for part, a, b in legs:
                for place in (*beside_leg(size, self._trace(key), a, b), *on_leg(size, a, b)):
                    yield place._replace(cost=place.cost + part)

        self._place(key, wishes, lines, {key, *own})

    def on_curve(self, key: Id, line: Polyline) -> None:
        """Place a relationship's label on its curve or beside it, the middle first."""
        if key in self.sizes and len(line) > 1:
            route, trace = Route(line), self._trace(key)

            def wishes(size: Size) -> Iterator[Place]:
                yield from beside_curve(size, trace, route)
                yield from on_curve(size, trace, route)

            self._place(key, wishes, [line], {key})

    def on_ring(self, key: Id, ring: Outline) -> None:
        """Place a household's name on its ring, or just within it."""
        self.rings.add(key)
        self._place(key, lambda size: places_for(ring, size), [], {key})

    def _trace(self, key: Id) -> Trace:
        return self.options.traces.get(key, HAIRLINE)

    def _shapes(self, key: Id) -> list[Size]:
        return [self.sizes[key], *self.options.folds.get(key, ())]

    # -- choice ----------------------------------------------------------------

    def _place(
        self, key: Id, wishes: Callable[[Size], Iterable[Place]], lines: Sequence[Polyline], own: set[Id]
    ) -> None:
        """Place a label where it costs least, or let it wait until those that are content have their places.

        wishes: gives places for each shape that it may have.
        """
        in_order = self._in_order(key, wishes) if key in self.sizes else []
        if not in_order:
            return
        cost, found = self._cheapest(in_order, own)
        lines = [line for line in lines if len(set(line)) > 1]
        if self.leaders and cost >= LED_FROM and lines:
            self.waiting.append(Waiting(key, in_order, lines, own))
        else:
            self._put(key, found or self._nearest(in_order[0].box, own))

    def lead(self) -> None:
        """Place the labels that found no good place by their line, with a leader where that is better."""
        for key, in_order, lines, own in self.waiting:
            cost, found = self._cheapest(in_order, own)
            led = self._led(key, lines, own, cost) or (found or self._nearest(in_order[0].box, own), None)
            self._put(key, *led)
        self.waiting.clear()

    def _put(self, key: Id, box: Box, leader: Polyline | None = None) -> None:
        self.spots[key] = Spot(box.centre, box, leader)
        self.scenery.solid.add(LABEL + key, box)

    def _in_order(self, key: Id, wishes: Callable[[Size], Iterable[Place]]) -> list[Place]:
        """Give the places for a label in each of its shapes, the dearest last."""
        places = [
            place._replace(cost=place.cost + FOLDED * folds) if folds else place
            for folds, size in enumerate(self._shapes(key))
            for place in wishes(size)
        ]
        return sorted(places, key=itemgetter(0))

    def _cheapest(self, places: Sequence[Place], own: set[Id]) -> tuple[float, Box | None]:
        """Give the cheapest free place with its cost; None where somebody is in the way everywhere."""
        best: float = float("inf")
        found: Box | None = None
        for dear, box, through in places:
            if dear >= best:
                break
            cost = dear + self._neighbours(box, own)
            if cost < best:
                cost += self._lines(box, own, through)
            if cost < best:
                best, found = cost, box
        return best, found

    def _led(
        self, key: Id, lines: Sequence[Polyline], own: set[Id], most: float
    ) -> tuple[Box, Polyline] | None:
        """Give the cheapest place further away with the thin line from there; None where all cost more."""
        best, found = most, None
        places = [place for size in self._shapes(key) for place in further(size, lines)]
        for dear, box, end in sorted(places, key=itemgetter(0)):
            if dear >= best:
                break
            start = _edge(box, end)
            cost = dear + self._neighbours(box, own)
            if cost < best and dist(start, end) >= LEAST_LEADER:
                cost += self._under(box) + self._crossed((start, end), own)
                if cost < best:
                    best, found = cost, (box, (start, end))
        return found

    def _nearest(self, first: Box, own: set[Id]) -> Box:
        """Give the nearest free place round a wish: there is always one outside everything."""
        for ring in count(1):
            reach = STEP * ring
            around = [(sin(2 * pi * i / TURNS), cos(2 * pi * i / TURNS)) for i in range(TURNS)]
            places = [Place(0.0, first.moved(1.6 * reach * x, -reach * y)) for x, y in around]
            if (found := self._cheapest(places, own)[1]) is not None:
                return found
        raise AssertionError("outside everything there is room")

    # -- what a place costs --------------------------------------------------------

    def _neighbours(self, box: Box, own: set[Id]) -> float:
        """Give what it costs to stand near words; infinite on somebody, on words or on a label."""
        cost = 0.0
        ring = bool(own & self.rings)
        close = box.grown(AROUND)
        for entry in set(self.scenery.solid.entries(box.grown(READ_AS_ONE))):
            if _on(entry, close):
                return float("inf")
            if entry[4].startswith(LABEL):
                cost += NEAR_LABEL
            elif entry[4].endswith("/words") and not ring:
                cost += NEAR_WORDS
        return cost

    def _lines(self, box: Box, own: set[Id], through: bool) -> float:
        """Give what it costs to stand on lines and near others than the own."""
        close = box.grown(CLEARLY if through else AIR + CLEARLY)
        cost: dict[Id, float] = {}
        near = through
        for entry in self.scenery.ink.entries(box.grown(AT_LINE)):
            key = entry[4]
            mine = key.partition("/")[0] in own
            near |= mine
            if _on(entry, close) and not (key in own and through):
                dear = ON_LINE if _on(entry, box) else 0.0 if mine else NEAR_LINE
                cost[key] = max(cost.get(key, 0.0), dear)
        dear = ON_ANOTHER if own & self.rings else ON_RING
        away = 0.0 if near else AWAY
        return sum(cost.values()) + away + dear * len(set(self.scenery.rings.near(box)) - own)

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
            crossed |= {key.partition("/")[0] for key in self.scenery.ink.near(spot)} - own
        return cost + sum(ON_LINE if self._trace(key).whole else LED_OVER for key in crossed)


def _on(entry: Entry, box: Box) -> bool:
    left, top, right, bottom, _ = entry
    return left < box.right and right > box.left and top < box.bottom and bottom > box.top


def _edge(box: Box, there: Point) -> Point:
    """Give the point of a box that is nearest to one outside."""
    return min(max(there[0], box.left), box.right), min(max(there[1], box.top), box.bottom)
