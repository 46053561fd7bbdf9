"""Labels: each on or beside what it names, never on anybody, on a plate, on a line or on another label.

A label must be unmistakably its own line's: it stands on the line, which is
interrupted for it, or close beside it and further from every other; folded into
more lines where that helps. Where no such place is free it stands further away,
and a thin line leads to it: no label ever covers a line of harm, nor another
line as long as it may be led to its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import dist, inf
from operator import itemgetter

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.drawing.routes import Route
from genogram_app.layout.names.label_places import (
    AIR,
    AROUND,
    Place,
    Waiting,
    Wishes,
    around_ends,
    beside_curve,
    beside_leg,
    box_at,
    ever_further,
    led_ends,
    nearest_edge,
    off_birth_line,
    on_curve,
    on_leg,
    on_open_ground,
    within_leg,
)
from genogram_app.layout.names.leaders import LEAST_LEADER, OVER_WORDS, crossed
from genogram_app.layout.names.ring_names import places_for
from genogram_app.layout.sheet.extents import HAIRLINE, Options, Size, Trace
from genogram_app.layout.sheet.field import LABEL
from genogram_app.layout.sheet.grid import Entry, Grid
from genogram_app.layout.sheet.ink import MARK
from genogram_app.layout.sheet.result import MEETING, Spot, UnionBar
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.model.ids import Id

#: How much further off than its own line others are; how near is beside it, and what it costs not to be.
CLEARLY, AT_LINE, AWAY = 1.5, 6.0, 40.0
#: What it costs to lie on a line, on the edge of a ring, near another line.
ON_LINE, ON_RING, NEAR_LINE = 80.0, 45.0, 25.0
#: What it costs to lie on the edge of a ring where words may stand further away.
ON_EDGE = 110.0
#: What it costs the name of a home to lie on the edge of another.
ON_ANOTHER = 40.0
#: What it costs to stand so near to somebody's words, or to another label, that both read as one text.
NEAR_WORDS, NEAR_LABEL, READ_AS_ONE = 2.5, 5.0, 5.0
#: What each further line costs into which a label is folded.
FOLDED = 1.5
#: From what cost on a label had better stand further away, with a line that leads to it.
LED_FROM = 16.0
#: How much of a bar that passes over others is interrupted for words: beside them they'd seem another's.
MOST_OF_BAR, BESIDE_BAR = 0.75, 3.0
#: From what cost on a label covers a line, so that any place further away is better; and what that may cost,
#: for each step outwards.
COVERS, DEARER = 80.0, 5.0
#: How many times as dear as a place that covers a line one further away may be: no thin line across a sheet.
TOO_FAR = 2.0
#: What it costs to stand at a further part of a child's line; where that is others' as well, and under it.
PART, ANOTHERS, UNDER_SHARED = 1.0, 12.0, 1.0
#: So much of a line is plain about the dot of a leader, to each side, in points.
PLAIN = 3.0


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

        leaders: whether labels may stand further away; not worth it where all are placed once more.
        """
        self.sizes, self.scenery, self.options = sizes, scenery, options
        self.leaders = leaders
        self.harm = {key for key, trace in options.traces.items() if trace.whole}
        self.spots: dict[Id, Spot] = {}
        self.rings: set[Id] = set()
        self.waiting: list[Waiting] = []

    def on_bar(self, key: Id, bar: UnionBar, own: Collection[Id] = ()) -> None:
        """Place a union's label: over its bar, else under it; under a single parent's name.

        Rather in one that passes over others' heads: such bars lie one over the other.
        """

        def wishes(size: Size) -> Iterator[Place]:
            over = len(bar.points) > MEETING
            if over:
                yield from within_leg(size, *off_birth_line(bar), MOST_OF_BAR)
            for place in beside_leg(size, self._trace(key), *bar.span):
                yield place._replace(cost=place.cost + BESIDE_BAR * over)

        self._place(key, wishes, [bar.points or (bar.middle, bar.middle)], {key, *own})

    def on_lines(
        self, key: Id, line: Polyline, shared: Sequence[Polyline] = (), links: Collection[Id] = ()
    ) -> None:
        """Place the label of a child's line of right angles.

        shared: what it shares with brothers and sisters: there stands what is said
        of them all, and hardly ever what is said of one. links: who shares that.
        """
        of_all = key in self.options.of_all
        parts, dear = ([*shared, line], PART) if of_all else ([line, *shared], ANOTHERS)
        legs = [(part, *leg) for part, one in enumerate(parts) for leg in pairwise(one) if leg[0] != leg[1]]
        xs = [x for one in shared if not of_all for x, _ in one]

        def wishes(size: Size) -> Iterator[Place]:
            for part, a, b in legs:
                for place in (*beside_leg(size, self._trace(key), a, b), *on_leg(size, a, b)):
                    under = xs and min(xs) < place.box.centre[0] < max(xs)
                    yield place._replace(cost=place.cost + dear * part + UNDER_SHARED * bool(under))

        self._place(key, wishes, parts if of_all else [line], {key, *links})

    def on_curve(self, key: Id, line: Polyline) -> None:
        """Place a relationship's label on its curve or beside it, the middle first."""
        if key in self.sizes and len(line) > 1:
            route, trace = Route(line), self._trace(key)

            def wishes(size: Size) -> Iterator[Place]:
                yield from beside_curve(size, trace, route)
                yield from on_curve(size, trace, route)

            self._place(key, wishes, [line], {key})

    def on_ring(self, key: Id, ring: Outline) -> None:
        """Place a household's name on its ring or just within it; led to it rather than over another."""
        self.rings.add(key)
        edges = list(flatten(ring))
        self._place(key, lambda size: places_for(ring, size), edges, {key}, ON_ANOTHER)

    def _trace(self, key: Id) -> Trace:
        return self.options.traces.get(key, HAIRLINE)

    def _shapes(self, key: Id) -> list[Size]:
        return [self.sizes[key], *self.options.folds.get(key, ())]

    # -- choice ----------------------------------------------------------------

    def _place(
        self,
        key: Id,
        wishes: Wishes,
        lines: Sequence[Polyline],
        own: set[Id],
        led_from: float = LED_FROM,
    ) -> None:
        """Place a label where it costs least; let it wait for the others where that is nowhere good."""
        if key not in self.sizes:
            return
        cost, found = self._best(key, wishes, own)
        lines = [line for line in lines if len(set(line)) > 1]
        if self.leaders and cost >= led_from and lines:
            self.waiting.append(Waiting(key, wishes, lines, own))
        elif place := found or self._nearest(key, wishes, own):
            self._put(key, place)

    def lead(self) -> None:
        """Place the labels that found no good place by their line, with a leader where that is better.

        What is said of harm has the first choice. Rather from far off than past somebody else.
        """
        for key, wishes, lines, own in sorted(self.waiting, key=lambda one: one.key not in self.harm):
            cost, found = self._best(key, wishes, own)
            led = self._led(key, lines, own, min(cost, OVER_WORDS))
            if led is None and cost >= COVERS:
                led = self._far(key, lines, own, cost)
            if led:
                self._put(key, *led)
            elif found:
                self._put(key, found)
        self.waiting.clear()

    def _put(self, key: Id, box: Box, leader: Polyline | None = None) -> None:
        self.spots[key] = Spot(box.centre, box, leader)
        self.scenery.solid.add(LABEL + key, box)
        if leader:
            self.scenery.ink.add(LABEL + key, leader)

    def take_up(self, keys: Iterable[Id]) -> None:
        """Take labels away again."""
        for key in keys:
            if self.spots.pop(key, None):
                self.scenery.solid.take_up(LABEL + key)
                self.scenery.ink.take_out(LABEL + key)

    def _best(self, key: Id, wishes: Wishes, own: set[Id]) -> tuple[float, Box | None]:
        """Give the cheapest free place in any shape with its cost; None where all are taken."""
        best, found = inf, None
        for folds, size in enumerate(self._shapes(key)):
            dear = FOLDED * folds
            cost, box = self._cheapest(wishes(size), own, best - dear)
            if box is not None:
                best, found = dear + cost, box
        return best, found

    def _cheapest(self, places: Iterable[Place], own: set[Id], most: float = inf) -> tuple[float, Box | None]:
        """Give the cheapest free place with its cost; None where none costs less than `most`."""
        best, found = most, None
        for dear, box, through in sorted(places, key=itemgetter(0)) if most > 0 else ():
            if dear >= best:
                break
            cost = dear + self._neighbours(box, own)
            if cost < best:
                cost += self._lines(box, own, through, best - cost)
            if cost < best:
                best, found = cost, box
        return best, found

    def _led(
        self, key: Id, lines: Sequence[Polyline], own: set[Id], most: float
    ) -> tuple[Box, Polyline] | None:
        """Give the cheapest place further away with the thin line from there; None where all cost more.

        On the edge of a ring only where it would else cover a line, or the thin line somebody.
        """
        free = self.scenery.solid, self.scenery.ink, self.scenery.rings
        found = self._led_among(free, key, lines, own, min(most, COVERS))
        return found or (self._led_among(free[:2], key, lines, own, most) if most > COVERS else None)

    def _led_among(
        self, free: Sequence[Grid], key: Id, lines: Sequence[Polyline], own: set[Id], most: float
    ) -> tuple[Box, Polyline] | None:
        """Give the cheapest place clear of some things, with its thin line; None where all cost more."""
        best, found = most, None
        shapes, ends = self._shapes(key), self._led_ends(lines, own)
        window = around_ends(ends, shapes[0])
        taken = {entry for grid in free for entry in grid.entries(window)}
        places = [
            (place.cost + folds, place)
            for folds, size in enumerate(shapes)
            for place in on_open_ground(ends, size, sorted(taken), window, most - folds)
        ]
        for cost, (_, box, end) in sorted(places, key=itemgetter(0)):
            if cost >= best:
                break
            leader = nearest_edge(box, end), end
            cost = self._led_cost(cost, box, leader, own, best)
            if cost < best:
                best, found = cost, (box, leader)
        return found

    def _led_ends(self, lines: Sequence[Polyline], own: set[Id]) -> list[tuple[float, Point]]:
        """Give to which points of lines a leader may go: where they run plain, as far as they do."""
        return led_ends(lines, lambda point: self._plain(point, own)) or led_ends(lines)

    def _plain(self, point: Point, own: set[Id]) -> bool:
        """Say whether a line shows its own stroke about a point: no mark on it, no other line."""
        there = self.scenery.ink.near(Box(*point, *point).grown(PLAIN))
        return not any(key.endswith(MARK) or key not in own for key in there)

    def _led_cost(self, dear: float, box: Box, leader: Polyline, own: set[Id], most: float) -> float:
        """Give what a place with a leader costs; gives up where that is over `most`."""
        if dist(*leader) < LEAST_LEADER:
            return inf
        cost = dear + self._neighbours(box, own) + self._edges(box, own)
        return cost + self._crossed(leader, own, most - cost) if cost < most else cost

    def _nearest(self, key: Id, wishes: Wishes, own: set[Id]) -> Box | None:
        """Give the nearest free place round the first wish: outside everything there is room."""
        first = min(wishes(self.sizes[key]), key=itemgetter(0), default=None)
        if first is None:
            return None
        rings = ([Place(0.0, box) for box in ring] for ring in ever_further(first.box))
        return next(box for ring in rings if (box := self._cheapest(ring, own)[1]) is not None)

    def _far(
        self, key: Id, lines: Sequence[Polyline], own: set[Id], most: float
    ) -> tuple[Box, Polyline] | None:
        """Give the cheapest place that covers no line, with the thin line from there: each step away costs.

        None where that costs far more than the place for which it would go.
        """
        best, found, far = inf, None, TOO_FAR * most
        ends = sorted(self._led_ends(lines, own))
        rings = zip(*(ever_further(box_at(ends[0][1], size)) for size in self._shapes(key)), strict=True)
        for number, ring in enumerate(rings, 1):
            if (dear := DEARER * number) >= best or dear > far:
                return found
            for folds, box in ((folds, box) for folds, boxes in enumerate(ring) for box in boxes):
                alone = FOLDED * folds + self._far_cost(box, own)
                for _, end in ends if alone < (limit := min(best - dear, far)) else ():
                    leader = nearest_edge(box, end), end
                    cost = alone + self._crossed(leader, own, limit - alone)
                    if cost < limit and dist(*leader) >= LEAST_LEADER:
                        limit, best, found = cost, dear + cost, (box, leader)
        raise AssertionError("outside everything there is room")

    def _far_cost(self, box: Box, own: set[Id]) -> float:
        """Give what a far place costs; infinite where it covers a line or the edge of a ring."""
        lines, edges = self._lines(box, own, False, inf), self._edges(box, own)
        covers = lines == inf or edges or set(self.scenery.ink.near(box)) - own
        return inf if covers else lines + self._neighbours(box, own)

    # -- what a place costs --------------------------------------------------------

    def _neighbours(self, box: Box, own: set[Id]) -> float:
        """Give what it costs to stand near words; infinite on somebody, on words or on a label."""
        cost = 0.0
        ring = bool(own & self.rings)
        close, entries = box.grown(AROUND), self.scenery.solid.entries(box.grown(READ_AS_ONE))
        if any(_on(entry, close) for entry in entries):
            return inf
        for entry in set(entries):
            if entry[4].startswith(LABEL):
                cost += NEAR_LABEL
            elif entry[4].endswith("/words") and not ring:
                cost += NEAR_WORDS
        return cost

    def _lines(self, box: Box, own: set[Id], through: bool, most: float) -> float:
        """Give what it costs to stand on lines and near others than the own; gives up over `most`.

        Infinite where that is on harm.
        """
        total = self._edges(box, own)
        clear, close = box.grown(CLEARLY), box.grown(CLEARLY if through else AIR + CLEARLY)
        cost: dict[Id, float] = {}
        near = through
        for entry in self.scenery.ink.entries(box.grown(AT_LINE)):
            key = entry[4]
            whose = key.partition("/")[0]
            mine = whose in own
            near |= mine
            if whose in self.harm and _on(entry, clear):
                return inf
            if total < most and _on(entry, close) and not (key in own and through):
                dear = ON_LINE if _on(entry, box) else 0.0 if mine else NEAR_LINE
                if dear > (known := cost.get(key, 0.0)):
                    total += dear - known
                    cost[key] = dear
        return total if near else total + AWAY

    def _edges(self, box: Box, own: set[Id]) -> float:
        """Give what it costs to stand on the edges of others' rings."""
        dear = ON_ANOTHER if own & self.rings else ON_EDGE if self.leaders else ON_RING
        return dear * len(set(self.scenery.rings.near(box)) - own)

    def _crossed(self, leader: Polyline, own: set[Id], most: float) -> float:
        """Give what it costs that a leader goes where it does; up to `most`."""
        return crossed(leader, own, self.harm, self.scenery, most)


def _on(entry: Entry, box: Box) -> bool:
    left, top, right, bottom, _ = entry
    return left < box.right and right > box.left and top < box.bottom and bottom > box.top
