"""Corridors: how a ring reaches from some of its members to others without taking anybody else in.

Two whom nobody separates are wrapped together. Else a straight neck leads
between the others, as wide as there is room for; else the shortest way round
their corners.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from itertools import combinations, count, pairwise
from math import dist

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.crossings import cross
from genogram_app.layout.rings import ASIDE, Shape, area, bridge, neck, room

#: Half the width of a neck, the widest first; the last is for narrow gaps, and where the way has bends.
HALVES = (16.0, 11.0, 7.0, 4.5)
#: What a bend costs, to pass between a couple, and so much of what leads sideways, in points of detour.
BEND, BETWEEN, SIDEWAYS = 40.0, 150.0, 0.3
#: How far from a room's edge a neck begins, and how many places are tried along each side.
INSET, PLACES = 10.0, 5
#: A way may touch what it passes; so much nearer than a ring's air is still as near as it may come.
TOUCH, TOUCHING = 0.01, 0.5
#: Symbols whose tops differ by less than this stand in one row.
SAME_ROW = 10.0


@dataclass(frozen=True)
class Link:
    """What joins two rooms: as it is drawn, and what of it must stay whatever stands near."""

    soft: Shape
    firm: Shape


@dataclass(frozen=True)
class Field:
    """What lies in the way of a ring: boxes of others, and couples' bars that it had better not cross."""

    others: Sequence[Box]
    bars: Sequence[Polyline] = ()


def levelled(boxes: Sequence[Box], field: Field) -> list[Box]:
    """Give members' boxes, those who stand side by side in a row as high as one another."""
    ground = area(field.others, ASIDE)
    found = list(boxes)
    # Twice: who was looked at first may have to follow who came last.
    for i, j in [*combinations(range(len(boxes)), 2)] * 2:
        if abs(boxes[i].top - boxes[j].top) < SAME_ROW:
            both = found[i].union(found[j])
            if not area([both]).intersects(ground):
                found[i], found[j] = (
                    replace(box, top=both.top, bottom=both.bottom) for box in (found[i], found[j])
                )
    return found


def wrapped(a: Box, b: Box, field: Field, margin: float) -> Link | None:
    """Wrap two members together, with less air where there is little room; None where there is none."""
    ground = area(field.others, ASIDE)
    tight = area([a, b]).convex_hull
    if tight.intersects(ground):
        return None
    airs = (margin, margin / 2)
    ways = (bridge(room(a, air, field.others), room(b, air, field.others)) for air in airs)
    # A room comes as near to others as a ring may: that is no way through them.
    near = area(field.others, ASIDE - TOUCHING)
    return Link(next((way for way in ways if not way.intersects(near)), tight), tight)


def link_between(a: Box, b: Box, field: Field) -> Link | None:
    """Join two members' boxes by a neck clear of the others; None where there is no way."""
    for half in HALVES:
        if path := _straight(a, b, field, half):
            return _along(path, half)
    path = _bent(a, b, field, HALVES[-1])
    return _along(path, HALVES[-1]) if path else None


def link_through(a: Box, b: Box) -> Link:
    """Join two members' boxes straight through whoever stands between."""
    return _along((a.centre, b.centre), HALVES[-1])


def _along(path: Polyline, half: float) -> Link:
    shape = neck(path, half)
    return Link(shape, shape)


def _straight(a: Box, b: Box, field: Field, half: float) -> Polyline | None:
    """Give the shortest straight way that is clear and passes between no couple; None where there is none."""
    walls = _Walls(field, half + ASIDE)
    ways = sorted((_length(p, q), p, q) for p in _starts(a, half) for q in _starts(b, half))
    return next(((p, q) for _, p, q in ways if walls.clear(p, q) and not walls.between(p, q)), None)


def _starts(box: Box, half: float) -> list[Point]:
    """Give places in a box where a way may begin: along its edge, some way in."""
    inset = min(INSET + half, box.width / 2 - 1, box.height / 2 - 1)
    inner = box.grown(-inset)
    shares = [i / (PLACES - 1) for i in range(PLACES)]
    xs = [inner.left + inner.width * share for share in shares]
    ys = [inner.top + inner.height * share for share in shares]
    edges = [(x, y) for x in xs for y in (inner.top, inner.bottom)]
    return sorted({*edges, *((x, y) for y in ys for x in (inner.left, inner.right))})


def _length(a: Point, b: Point) -> float:
    """Give how long a way is; people stand in rows, so sideways ways are the longer for it."""
    return dist(a, b) + SIDEWAYS * abs(a[0] - b[0])


class _Walls:
    """What a way must keep clear of."""

    def __init__(self, field: Field, air: float) -> None:
        self.boxes = [other.grown(air - TOUCH) for other in field.others]
        self.bars = [leg for bar in field.bars for leg in pairwise(bar)]

    def corners(self) -> Iterator[Point]:
        """Go through the corners round which a way may turn."""
        for box in self.boxes:
            for x in (box.left - TOUCH, box.right + TOUCH):
                for y in (box.top - TOUCH, box.bottom + TOUCH):
                    if self.clear((x, y), (x, y)):
                        yield x, y

    def clear(self, p: Point, q: Point) -> bool:
        """Say whether the straight way between two points meets no wall."""
        return not any(meets(box, p, q) for box in self.boxes)

    def between(self, p: Point, q: Point) -> int:
        """Give how many couples' bars a straight way crosses."""
        return sum(cross(p, q, *bar) for bar in self.bars)


def meets(box: Box, p: Point, q: Point) -> bool:
    """Say whether a straight way passes through the inside of a box (Liang and Barsky)."""
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    (x, y), (u, v) = p, q
    if (x <= left and u <= left) or (x >= right and u >= right):
        return False
    if (y <= top and v <= top) or (y >= bottom and v >= bottom):
        return False
    start, end = 0.0, 1.0
    for at, step, low, high in ((x, u - x, left, right), (y, v - y, top, bottom)):
        if step:
            first, last = sorted(((low - at) / step, (high - at) / step))
            start, end = max(start, first), min(end, last)
    return start < end or (p == q and left < x < right and top < y < bottom)


def _bent(a: Box, b: Box, field: Field, half: float) -> Polyline | None:
    """Find the cheapest way round the others' corners (A*)."""
    walls = _Walls(field, half + ASIDE)
    goals = [place for place in _starts(b, half) if walls.clear(place, place)]
    nodes = [*walls.corners(), *goals]
    number = count()
    heap: list[tuple[float, int, float, Point, Point | None]] = []
    came: dict[Point, Point | None] = {}

    def reach(cost: float, here: Point, before: Point | None) -> None:
        left = min((dist(here, goal) for goal in goals), default=0.0)
        heappush(heap, (cost + left, next(number), cost, here, before))

    for place in _starts(a, half):
        if walls.clear(place, place):
            reach(0.0, place, None)
    while heap:
        _, _, cost, here, before = heappop(heap)
        if here in came:
            continue
        came[here] = before
        if here in goals:
            return _traced(came, here)
        for there in nodes:
            if there not in came and walls.clear(here, there):
                more = _length(here, there) + BEND + BETWEEN * walls.between(here, there)
                reach(cost + more, there, here)
    return None


def _traced(came: dict[Point, Point | None], end: Point) -> Polyline:
    path = [end]
    while (before := came[path[-1]]) is not None:
        path.append(before)
    return tuple(path[::-1])
