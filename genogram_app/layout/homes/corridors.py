"""Corridors: how a ring reaches from some of its members to others without taking anybody else in.

Two whom nobody separates are wrapped together. Else a straight neck leads
between the others, as wide as there is room for; else the shortest way round
their corners.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from heapq import heappop, heappush
from itertools import combinations, count, pairwise
from math import dist
from typing import NamedTuple

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.homes.rings import ASIDE, CLEAR, Air, Shape, area, bridge, neck, room
from genogram_app.layout.sheet.crossings import cross
from genogram_app.model.ids import Id

#: Half the width of a neck with the air on either side of it, the best first; the last are for narrow gaps.
NECKS = ((16.0, CLEAR), (11.0, CLEAR), (7.0, CLEAR), (4.5, CLEAR), (7.0, 6.0), (4.5, ASIDE))
#: Who stands nearer to a member than this may leave a neck no place to begin.
CLOSED = 8.0
#: What a bend costs, a point less of width and of air than the best, and so much of what leads sideways, in
#: points of detour.
BEND, NARROW, CLOSE, SIDEWAYS = 40.0, 8.0, 4.0, 0.3
#: How far from a room's edge a neck begins, and how many places are tried along each side.
INSET, PLACES = 10.0, 5
#: A way may touch what it passes; so much nearer than a ring's air is still as near as it may come.
TOUCH, TOUCHING = 0.01, 0.5
#: Symbols whose tops differ by less than this stand in one row.
SAME_ROW = 10.0


class Bar(NamedTuple):
    """A couple's bar, and the marks on it. toll: what it costs to lead a ring between the two."""

    who: frozenset[Id]
    line: Polyline
    toll: float
    marks: tuple[Box, ...] = ()


@dataclass(frozen=True)
class Link:
    """What joins two rooms: as it is drawn, and what of it must stay whatever stands near."""

    soft: Shape
    firm: Shape


@dataclass(frozen=True)
class Field:
    """What lies in the way of a ring: boxes of others, couples' bars, marks that no edge should hide.

    rings: the ground of rings round others, as upright boxes, of which rooms keep clear.
    """

    others: Sequence[Box]
    bars: Sequence[Bar] = ()
    marks: Sequence[Box] = ()
    rings: Sequence[Box] = ()

    @cached_property
    def taken(self) -> Shape:
        """The ground on which others stand."""
        return area(self.others)

    @cached_property
    def nearer(self) -> Shape:
        """The ground that no ring comes to, unless it must."""
        return area(self.others, ASIDE)

    @cached_property
    def near(self) -> Shape:
        """The ground that a ring had better not come to."""
        return area(self.others, CLEAR - TOUCHING)


def levelled(boxes: Sequence[Box], field: Field) -> list[Box]:
    """Give members' boxes, those who stand side by side in a row as high as one another."""
    found = list(boxes)
    # Twice: who was looked at first may have to follow who came last.
    for i, j in [*combinations(range(len(boxes)), 2)] * 2:
        if abs(boxes[i].top - boxes[j].top) < SAME_ROW:
            both = found[i].union(found[j])
            if not area([both]).intersects(field.nearer):
                found[i], found[j] = (
                    box._replace(top=both.top, bottom=both.bottom) for box in (found[i], found[j])
                )
    return found


def wrapped(a: Box, b: Box, field: Field, airs: tuple[Air, Air]) -> Link | None:
    """Wrap two members together, with less air where there is little room; None where there is none."""
    tight = area([a, b]).convex_hull
    if tight.intersects(field.nearer) or tight.intersects(area(field.marks)):
        return None
    for share in (1.0, 0.5):
        one, other = (
            room(box, replace(air, margin=share * air.margin), field.others, (*field.marks, *field.rings))
            for box, air in zip((a, b), airs, strict=True)
        )
        way = bridge(one, other)
        # A room may come nearer to others than a way between two.
        if way.intersection(field.near).difference(one).difference(other).area < TOUCHING:
            return Link(way, tight)
    return Link(tight, tight)


def link_between(a: Box, b: Box, field: Field) -> Link | None:
    """Join two members' boxes by the calmest neck clear of others: short, straight, wide; None without."""
    if (found := _neck(a, b, field)) or not (field.marks or field.rings):
        return found
    return _neck(a, b, replace(field, marks=(), rings=()))


def _neck(a: Box, b: Box, field: Field) -> Link | None:
    best, found = float("inf"), None
    for half, air in NECKS:
        narrow = NARROW * (NECKS[0][0] - half) + CLOSE * (CLEAR - air)
        if way := _way(a, b, _Walls(field, half + air), half, best - narrow):
            best, found = way[0] + narrow, _along(way[1], half)
            if way[0] <= _length(way[1][0], way[1][-1]):
                # Straight, and between no couple: nothing narrower is better.
                break
    return found


def link_through(a: Box, b: Box, field: Field) -> Link:
    """Join two members' boxes past whoever doesn't stand on one of them; else straight through all."""
    aside = [box for box in field.others if not any(box.grown(CLOSED).overlaps(member) for member in (a, b))]
    way = _neck(a, b, Field(aside, field.bars))
    return way or _along((a.centre, b.centre), NECKS[-1][0])


def _along(path: Polyline, half: float) -> Link:
    shape = neck(path, half)
    return Link(shape, shape)


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
        self.boxes = [other.grown(air - TOUCH) for other in (*field.others, *field.marks)]
        self.bars = [(leg, bar.toll) for bar in field.bars for leg in pairwise(bar.line)]

    def corners(self) -> Iterator[Point]:
        """Go through the corners round which a way may turn."""
        for box in self.boxes:
            for x in (box.left - TOUCH, box.right + TOUCH):
                for y in (box.top - TOUCH, box.bottom + TOUCH):
                    if self.free((x, y)):
                        yield x, y

    def free(self, place: Point) -> bool:
        """Say whether a place lies in no wall."""
        return self.clear(place, place)

    def clear(self, p: Point, q: Point) -> bool:
        """Say whether the straight way between two points meets no wall."""
        left, right = (p[0], q[0]) if p[0] < q[0] else (q[0], p[0])
        top, bottom = (p[1], q[1]) if p[1] < q[1] else (q[1], p[1])
        return not any(
            meets(box, p, q)
            for box in self.boxes
            if box.left < right and box.right > left and box.top < bottom and box.bottom > top
        )

    def between(self, p: Point, q: Point) -> float:
        """Give what it costs to pass between the couples whose bars a straight way crosses."""
        return sum(cost for bar, cost in self.bars if cross(p, q, *bar))


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


def _way(a: Box, b: Box, walls: _Walls, half: float, most: float) -> tuple[float, Polyline] | None:
    """Find the cheapest way, straight or round the others' corners, with its cost; None that costs less."""
    starts, goals = ([place for place in _starts(box, half) if walls.free(place)] for box in (a, b))
    found = _straight(starts, goals, walls, most)
    return _bent(starts, goals, walls, found[0] if found else most) or found


def _straight(
    starts: Sequence[Point], goals: Sequence[Point], walls: _Walls, most: float
) -> tuple[float, Polyline] | None:
    """Find the cheapest way without a bend."""
    found = None
    for length, p, q in sorted((_length(p, q), p, q) for p in starts for q in goals):
        if length >= most:
            break
        if walls.clear(p, q) and (cost := length + walls.between(p, q)) < most:
            most, found = cost, (cost, (p, q))
    return found


def _bent(
    starts: Sequence[Point], goals: Sequence[Point], walls: _Walls, most: float
) -> tuple[float, Polyline] | None:
    """Find the cheapest way round the others' corners (A*, legs looked at only when their turn comes)."""
    if not any(dist(p, q) + BEND < most for p in starts for q in goals):
        return None
    nodes = {node: min(dist(node, goal) for goal in goals) for node in (*starts, *walls.corners(), *goals)}
    number = count()
    heap: list[tuple[float, int, float, Point, Point | None, bool]] = []
    came: dict[Point, Point | None] = {}

    def reach(cost: float, here: Point, before: Point | None, bends: int = 0, sure: bool = False) -> None:
        left = nodes[here] + BEND * bends
        if cost + left < most:
            heappush(heap, (cost + left, next(number), cost, here, before, sure))

    for place in starts:
        reach(0.0, place, None, 1, sure=True)
    while heap:
        _, _, cost, here, before, sure = heappop(heap)
        if here in came:
            continue
        if before and not sure:
            if walls.clear(before, here):
                reach(cost + walls.between(before, here), here, before, sure=True)
            continue
        came[here] = before
        if here in goals:
            return cost, _traced(came, here)
        for there in nodes:
            if there not in came:
                reach(cost + _length(here, there) + (BEND if before else 0.0), there, here)
    return None


def _traced(came: dict[Point, Point | None], end: Point) -> Polyline:
    path = [end]
    while (before := came[path[-1]]) is not None:
        path.append(before)
    return tuple(path[::-1])
