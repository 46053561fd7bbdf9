"""Services on a genogram: round its outside, each near whom it serves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, cos, dist, hypot, inf, pi, sin

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.homes.corridors import meets
from genogram_app.layout.sheet.crossings import cross
from genogram_app.layout.sheet.curves import bowed, sampled
from genogram_app.layout.sheet.extents import Extent, Options, Size
from genogram_app.layout.sheet.grid import Grid
from genogram_app.layout.sheet.ground import Ground, around, dense
from genogram_app.layout.sheet.ink import Ink
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.model.ids import Id

#: Air round a service's box, between it and a line, and between it and a ring.
AIR, FROM_LINE, FROM_RING = 14.0, 6.0, 18.0
#: How far from the symbol of whom it serves a service stands at least, in points, and what each that lacks
#: costs: of a shorter tie there is nothing between the rings at its ends, and one with marks is only marks.
#: The second is the 12 mm on which all kinds are told apart (tests/catalog/test_told_apart.py), and the ends.
APART, APART_MARKED, TOO_NEAR = 36.0, 14 * 72 / 25.4 + 6.0, 20.0
#: What each point costs that is too little to be seen of a tie, as other lines lie over it; how finely that
#: is looked at.
HIDDEN, STEPS = 6.0, 2.0
#: How fine places are tried, and how far from whom a service serves, in points.
STEP = 20.0
REACH_X, REACH_Y = 280.0, 200.0
#: What it costs that a tie crosses another or passes over a plate, that the sheet grows by a point in width
#: and in height, and that it outgrows the paper that holds it so far: what no longer fits on one is cut.
ON_TIE, WIDER, TALLER, OUTGROWN = 200.0, 0.5, 1.5, 8.0
#: How much of the paper's width and height is left to lines drawn later, and to a long key.
SPARE_WIDTH, SPARE_HEIGHT = 24.0, 115.0
#: How much more what a tie passes over counts here than when lines are drawn: a service can stand elsewhere.
ON_THE_WAY = 3.0
#: How many free places are looked at closely: so many in each direction, so many in all.
SECTORS, EACH, ALL = 8, 5, 26


#: From where to where something reaches, from left to right.
Stretch = tuple[float, float]


@dataclass(frozen=True)
class Target:
    """Whom a service is tied to: a person's middle, or places on a home's ring.

    apart: how far from the symbol there the service stands at least, in points.
    """

    key: Id
    points: tuple[Point, ...]
    apart: float = APART

    def nearest(self, spot: Point) -> Point:
        """Give the point that a tie from somewhere goes to."""
        return min(self.points, key=lambda point: (dist(point, spot), point))


class Services:
    """The services of a sheet while they find their places.

    Lines that are still to be drawn are noted in the scenery's ink, ties
    included, so that each service leaves room for those of the others.
    """

    def __init__(
        self,
        scenery: Scenery,
        rooms: Sequence[Box],
        extents: Mapping[Id, Extent],
        targets: Mapping[Id, Sequence[Target]],
        options: Options,
    ) -> None:
        self.scenery, self.extents, self.targets, self.options = scenery, extents, targets, options
        rooms_taken = Ground({str(i): room for i, room in enumerate(rooms)})
        self.kept_clear: tuple[tuple[Grid, float], ...] = (
            (scenery.solid, AIR),
            (scenery.ink, FROM_LINE),
            (scenery.rings, FROM_RING),
            (rooms_taken, FROM_RING),
        )
        self.family = around([*scenery.solid.boxes.values(), *rooms])
        self.paper = _paper(self.family, options.rooms)
        self.places: dict[Id, Point] = {}
        self.ties: dict[Id, list[tuple[Point, Point]]] = {}
        self.drawn = Ink()

    def placed(self, keys: Sequence[Id]) -> dict[Id, Point]:
        """Give services their places: in the order, of a few, in which the places of all cost least."""
        most_ties, *others = self._orders(keys)
        self._place_all(most_ties)
        if not any(self._in_the_way(key) for key in keys):
            return dict(self.places)
        found, least = dict(self.places), self._total()
        for order in others:
            self._place_all(order)
            if (total := self._total()) < least - 1e-9:
                found, least = dict(self.places), total
        self._take_up_all()
        for key, spot in found.items():
            self._stand(key, spot)
        return found

    def _orders(self, keys: Sequence[Id]) -> list[list[Id]]:
        """Give orders in which to place services: those of most ties first; from each side, begun at two."""
        across = sorted(keys, key=lambda key: (self._wish(key)[0], key))
        most_ties = sorted(keys, key=lambda key: (-len(self.targets[key]), key))
        begun = [order for way in (across, across[::-1]) for order in (way, [*way[1:], *way[:1]])]
        return [most_ties, *begun]

    def _wish(self, key: Id) -> Point:
        return middle_of([middle_of(target.points) for target in self.targets[key]] or [(0.0, 0.0)])

    def _place_all(self, order: Sequence[Id]) -> None:
        """Place services one after the other; who is in another's way then looks again."""
        self._take_up_all()
        for key in order:
            self._place(key)
        for key in order:
            if self._in_the_way(key):
                self._take_up(key)
                self._place(key)

    def _total(self) -> float:
        """Give what the places of all cost, each with all others where they stand."""
        return sum(self._cost_here(key) for key in sorted(self.places))

    def _cost_here(self, key: Id) -> float:
        spot = self.places[key]
        self._take_up(key)
        bounds = self.bounds or self.extents[key].box.moved(*spot)
        cost = self._cost(key, bounds, self.extents[key], spot, self.targets[key], inf)
        self._stand(key, spot)
        return cost

    def _place(self, key: Id) -> None:
        self._stand(key, self._best(key, self.extents[key], self.targets[key]))

    def _stand(self, key: Id, spot: Point) -> None:
        self.places[key] = spot
        self.scenery.solid.add(key, self.extents[key].box.moved(*spot))
        self.ties[key] = [(spot, target.nearest(spot)) for target in self.targets[key]]
        for tie in self.ties[key]:
            self.drawn.add(key, tie)
            self.scenery.ink.add(key, tie)

    def _take_up_all(self) -> None:
        for key in list(self.places):
            self._take_up(key)

    def _in_the_way(self, key: Id) -> bool:
        """Say whether a service stands on another's tie, or its own ties cross one or pass over anybody."""
        others = [tie for other, ties in self.ties.items() if other != key for tie in ties]
        here = self._plate(key)
        return any(meets(here, *tie) for tie in others) or any(
            any(cross(*tie, *other) for other in others)
            or self.scenery.in_the_way(sampled(bowed(*tie, 0.0)), (key, target.key))
            for tie, target in zip(self.ties[key], self.targets[key], strict=True)
        )

    def _plate(self, key: Id) -> Box:
        return self.extents[key].box.moved(*self.places[key])

    def _take_up(self, key: Id) -> None:
        del self.places[key], self.ties[key]
        for grid in (self.scenery.solid, self.scenery.ink, self.drawn):
            grid.take_out(key)

    @property
    def bounds(self) -> Box | None:
        """Give the box round everything that stands."""
        plates = [self._plate(key) for key in self.places]
        return around([*([self.family] if self.family else []), *plates])

    def _best(self, key: Id, extent: Extent, targets: Sequence[Target]) -> Point:
        bounds = self.bounds
        if bounds is None:
            return 0.0, 0.0
        wish = _on_edge(bounds, self.options.sectors.get(key, 0.0))
        if targets:
            wish = self._wish(key)
        spots = self._free_spots(bounds, extent, wish)
        best, found = float("inf"), spots[0]
        for spot in spots:
            cost = self._cost(key, bounds, extent, spot, targets, best)
            if cost < best:
                best, found = cost, spot
        if targets:
            return found
        return min(spots, key=lambda spot: (dist(spot, wish) + self._growth(bounds, extent, spot), spot))

    def _free_spots(self, bounds: Box, extent: Extent, wish: Point) -> list[Point]:
        """Give the nearest free places in each direction from a wish, over and under the sheet too."""
        box = extent.box
        levels = {wish[1] + STEP * i for i in range(-int(REACH_Y / STEP), int(REACH_Y / STEP) + 1)}
        levels |= {bounds.top - AIR - box.bottom - 1, bounds.bottom + AIR - box.top + 1}
        heights = sorted(levels)
        rows = zip(heights, self._taken(extent, wish[0], heights), strict=True)
        spots = [(x, y) for y, taken in rows for x in _free_on(taken, wish[0])]
        found: list[Point] = []
        count: Counter[int] = Counter()
        for x, y in sorted(spots, key=lambda spot: (dist(spot, wish), spot)):
            sector = int((atan2(y - wish[1], x - wish[0]) / (2 * pi) + 1) * SECTORS) % SECTORS
            count[sector] += 1
            if count[sector] <= EACH and len(found) < ALL:
                found.append((x, y))
        # Beyond everything there is always room.
        return found or [(wish[0], bounds.bottom + 2 * AIR + box.height)]

    def _taken(self, extent: Extent, wish: float, heights: Sequence[float]) -> list[list[Stretch]]:
        """Give for some heights, the highest first, the stretches where a box can't have its middle."""
        box = extent.box
        strip = Box(wish + box.left, heights[0] + box.top, wish + box.right, heights[-1] + box.bottom)
        strip = Box(strip.left - REACH_X, strip.top, strip.right + REACH_X, strip.bottom)
        found: list[set[Stretch]] = [set() for _ in heights]
        for grid, air in self.kept_clear:
            for left, top, right, bottom, _ in set(grid.entries(strip.grown(air))):
                first = bisect_right(heights, top - air - box.bottom)
                last = bisect_left(heights, bottom + air - box.top)
                for taken in found[first:last]:
                    taken.add((left - air - box.right, right + air - box.left))
        return list(map(sorted, found))

    def _cost(
        self, key: Id, bounds: Box, extent: Extent, spot: Point, targets: Sequence[Target], most: float
    ) -> float:
        box = extent.box.moved(*spot)
        cost = self._growth(bounds, extent, spot) + ON_TIE * len(self.drawn.near(box.grown(4.0)))
        for target in targets:
            end = target.nearest(spot)
            crossed = sum(cross(spot, end, *tie) for ties in self.ties.values() for tie in ties)
            cost += dist(spot, end) + ON_TIE * crossed + self._too_short(box, target)
            if cost >= most:
                return cost
            way, left = sampled(bowed(spot, end, 0.0)), (most - cost) / ON_THE_WAY
            cost += ON_THE_WAY * self.scenery.cost(way, (key, target.key), left)
        return cost

    def _too_short(self, box: Box, target: Target) -> float:
        """Give what it costs that a plate stands too near to whom it serves, or lines lie over its tie."""
        end = target.nearest(box.centre)
        symbol = self._symbol(target, end)
        gap = _between(box, symbol)
        if gap >= 2 * target.apart:
            return 0.0
        way = [point for point in dense((box.centre, end), STEPS) if not _in_either(point, box, symbol)]
        seen = STEPS * sum(not self.scenery.ink.at(*point) for point in way)
        return TOO_NEAR * max(0.0, target.apart - gap) + HIDDEN * max(0.0, min(target.apart, gap) - seen)

    def _symbol(self, target: Target, end: Point) -> Box:
        """Give the symbol to whose middle a tie goes; a point where that is on a ring."""
        (x, y), extent = end, self.extents.get(target.key)
        wide, high = extent.half if extent else (0.0, 0.0)
        return Box(x - wide, y - high, x + wide, y + high)

    def _growth(self, bounds: Box, extent: Extent, spot: Point) -> float:
        """Give what it costs that the sheet grows, most of all beyond its paper."""
        grown = bounds.union(extent.box.moved(*spot))
        cost = WIDER * (grown.width - bounds.width) + TALLER * (grown.height - bounds.height)
        if self.paper is None:
            return cost
        width, height = self.paper
        beyond = _beyond(grown.width, bounds.width, width) + _beyond(grown.height, bounds.height, height)
        return cost + OUTGROWN * beyond


def _between(one: Box, other: Box) -> float:
    """Give how far apart two boxes are at their nearest."""
    across = max(one.left - other.right, other.left - one.right, 0.0)
    down = max(one.top - other.bottom, other.top - one.bottom, 0.0)
    return hypot(across, down)


def _in_either(point: Point, one: Box, other: Box) -> bool:
    return one.contains(point) or other.contains(point)


def _free_on(taken: Sequence[Stretch], wish: float) -> Iterator[float]:
    """Go through free places at a height, in each gap those nearest to a wish. taken: from left to right."""
    right = wish - REACH_X
    for start, end in [*taken, (wish + REACH_X, wish + REACH_X)]:
        if start > right:
            x = max(right, min(wish, start))
            yield from (at for at in (x, x - STEP, x + STEP) if right <= at <= start)
        right = max(right, end)


def _paper(family: Box | None, rooms: Sequence[Size]) -> Size | None:
    """Give the room on the smallest paper that holds the family, with some to spare."""
    spared = ((width - SPARE_WIDTH, height - SPARE_HEIGHT) for width, height in rooms)
    holding = (room for room in spared if family and family.width <= room[0] and family.height <= room[1])
    return next(holding, None)


def _beyond(now: float, before: float, room: float) -> float:
    """Give by how much something grows beyond the room there is."""
    return max(0.0, now - max(before, room))


def middle_of(points: Sequence[Point]) -> Point:
    """Give the mean of some points."""
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _on_edge(bounds: Box, turn: float) -> Point:
    """Give the point at the edge of the sheet in a direction, in turns clockwise from the top."""
    x, y = bounds.centre
    return x + sin(turn * 2 * pi) * bounds.width / 2, y - cos(turn * 2 * pi) * bounds.height / 2


def targets_of(
    key: Id,
    ends: Mapping[Id, Sequence[Id]],
    places: Mapping[Id, Point],
    doors: Mapping[Id, Sequence[Point]],
    marked: Collection[Id] = (),
) -> list[Target]:
    """Give where those are whom a service is tied to. marked: to whom by a line with marks on it."""
    found = []
    for other in sorted(set(ends.get(key, ()))):
        apart = APART_MARKED if other in marked else APART
        if other in places:
            found.append(Target(other, (places[other],), apart))
        elif other in doors:
            found.append(Target(other, tuple(doors[other]), apart))
    return found
