"""Union bars: straight from partner to partner, over others' heads where somebody stands between.

Two who were never a couple have none: a line from each leads to where their child's begins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from math import inf

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.kinship.kin import Couple, Kin
from genogram_app.layout.kinship.spans import drop_between
from genogram_app.layout.sheet.edges import edge_towards, side_at, top_at
from genogram_app.layout.sheet.extents import HAIRLINE, Extent, Size, Trace
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import NO_TRACES, knots
from genogram_app.layout.sheet.result import UnionBar
from genogram_app.layout.sheet.rows import Rows
from genogram_app.model.ids import Id

#: Where partners' symbols differ in height by more than this, the bar slants.
LEVEL = 0.5
#: How far over the symbols a bar runs that passes somebody, and how far apart such bars lie.
LIFT = 9.0
#: How far under their middles the lines of two meet who were never a couple; they stay over the names.
SAG = 11.0
#: Air over and under the words that stand on such a bar.
ON_BAR = 3.5
#: How far over a straight bar its words stand clear of the marks on it.
OVER_MARK = 7.0
#: Where such a bar leaves a symbol, beside the middle; several so far apart, within so much of its half.
BESIDE, APART, REACH = 6.0, 5.0, 0.8
#: Between a name and the line that hangs under it.
UNDER = 2.0


@dataclass
class Bars:
    """The bars of a sheet while they are drawn. labels: sizes, by the id of the union that they name."""

    kin: Kin
    places: Mapping[Id, Point]
    extents: Mapping[Id, Extent]
    ground: Ground
    labels: Mapping[Id, Size] = field(default_factory=dict)
    traces: Mapping[Id, Trace] = field(default_factory=lambda: NO_TRACES)

    def __post_init__(self) -> None:
        self.lifted: list[Box] = []
        self.rows = Rows(self.ground.boxes)
        self.only_child: dict[int, float] = {}
        # The bars that leave somebody's symbol upwards to a side, the lowest first.
        self.risen: dict[tuple[Id, int], list[Id]] = defaultdict(list)
        # Who has a line from above, which comes to the middle of their symbol.
        self.under = {self.kin.ids[child] for brood in self.kin.broods for child in brood.children}
        self.parents = self._children()
        for couple, xs in self.parents.items():
            if len(xs) == 1:
                self.only_child[couple] = xs[0]

    def _children(self) -> dict[int, list[float]]:
        found: dict[int, list[float]] = defaultdict(list)
        for brood in self.kin.births:
            found[brood.couple] += [self.places[self.kin.ids[child]][0] for child in brood.children]
        return found

    def middles(self, unions: Collection[Id]) -> dict[Id, float]:
        """Give how far right children of some unions hang; no other bar changes that."""
        return {
            couple.id: self._bar(number, couple).middle[0]
            for number, couple in enumerate(self.kin.couples)
            if couple.id in unions
        }

    def drawn(self) -> dict[Id, UnionBar]:
        """Draw the bar of every union, the short ones first, so that long ones pass over them."""
        order = sorted(range(len(self.kin.couples)), key=lambda i: (self._reach(self.kin.couples[i]), i))
        bars = {self.kin.couples[i].id: self._bar(i, self.kin.couples[i]) for i in order}
        self._apart(bars)
        return dict(sorted(bars.items()))

    def _reach(self, couple: Couple) -> float:
        xs = [self.places[self.kin.ids[who]][0] for who in couple.partners]
        return max(xs) - min(xs)

    def _bar(self, number: int, couple: Couple) -> UnionBar:
        who = sorted(couple.partners, key=lambda i: self.places[self.kin.ids[i]])
        first, last = self.kin.ids[who[0]], self.kin.ids[who[-1]]
        a, b = self.extents[first], self.extents[last]
        (ax, ay), (bx, by) = self.places[first], self.places[last]
        if len(who) == 1:
            return UnionBar((), under((ax, ay), a))
        if couple.bare:
            return UnionBar((), ((ax + bx) / 2, (ay + by) / 2))
        if abs(ay - by) > LEVEL:
            return _met(self._slanted(first, last), couple)
        between = self._between(first, last, {self.kin.ids[i] for i in who})
        if between:
            outer = self.kin.ids[self.kin.outer(who[0], who[-1])]
            return _met(self._over([first, *between, last], outer, couple.id), couple)
        left, right = (ax + side_at(a.outline, 1), ay), (bx + side_at(b.outline, -1), by)
        self._keep_words(couple.id, left, right)
        points: Polyline = (left, right)
        trunks = self.kin.trunks.get(couple.id, 1)
        apart = self.kin.apart(who[0], who[-1])
        drop = drop_between(ax, a, bx, b, trunks, apart, self.only_child.get(number))
        if number in self.parents:
            points = _turned(points, drop, self.traces.get(couple.id, HAIRLINE))
        return _met(UnionBar(points, (drop, ay)), couple)

    def _keep_words(self, key: Id, left: Point, right: Point) -> None:
        """Let bars that pass over this one leave room for its words over its marks."""
        height = self.labels.get(key, (0.0, 0.0))[1]
        if height:
            top = left[1] - OVER_MARK - height - ON_BAR
            self.lifted.append(Box(left[0], top, right[0], left[1]))

    def _slanted(self, first: Id, last: Id) -> UnionBar:
        (ax, ay), (bx, by) = self.places[first], self.places[last]
        (cx, cy) = edge_towards(self.extents[first].outline, (bx - ax, by - ay))
        (dx, dy) = edge_towards(self.extents[last].outline, (ax - bx, ay - by))
        start, end = (ax + cx, ay + cy), (bx + dx, by + dy)
        return UnionBar((start, end), ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2))

    def _between(self, first: Id, last: Id, partners: set[Id]) -> list[Id]:
        """Give whoever's symbol stands on the straight way between two, from left to right."""
        (ax, y), (bx, _) = self.places[first], self.places[last]
        near = [key for key in self.rows.near(ax, y - 1, bx, y + 1) if key not in partners]
        return sorted(near, key=lambda key: (self.places[key], key))

    def _over(self, chain: list[Id], outer: Id, key: Id) -> UnionBar:
        """Lead a bar over the heads of whoever stands between, above other such bars and their words."""
        first, last = chain[0], chain[-1]
        (ax, y), (bx, _) = self.places[first], self.places[last]
        top = min(self.places[key][1] - self.extents[key].half[1] for key in chain) - LIFT
        half = max(LIFT, self.labels.get(key, (0.0, 0.0))[1] + 2 * ON_BAR) / 2
        left, right = ax + BESIDE, bx - BESIDE
        self.risen[first, 1].append(key)
        self.risen[last, -1].append(key)
        while below := [box for box in self.lifted if box.overlaps(Box(left, top - 1, right, top + half))]:
            top = min(box.top for box in below) - half
        self.lifted.append(Box(left - 1, top - half, right + 1, top + half))
        points = (
            (left, y + top_at(self.extents[first].outline, BESIDE)),
            (left, top),
            (right, top),
            (right, y + top_at(self.extents[last].outline, -BESIDE)),
        )
        return UnionBar(points, (self._gap(chain, outer), top))

    def _apart(self, bars: dict[Id, UnionBar]) -> None:
        """Set bars apart that leave a symbol upwards on one side: the lowest furthest out, so none cross."""
        for (who, side), keys in sorted(self.risen.items()):
            if len(keys) > 1:
                free = who not in self.under and (who, -side) not in self.risen
                out, step = _spread(len(keys), self.extents[who].half[0] * REACH, free=free)
                for number, key in enumerate(keys):
                    bars[key] = self._leaving(bars[key], who, side, side * (out - step * number))

    def _leaving(self, bar: UnionBar, who: Id, side: int, beside: float) -> UnionBar:
        """Give a bar over others' heads that leaves somebody's symbol so far beside its middle."""
        (x, y), (_, top) = self.places[who], bar.points[1]
        ends = (x + beside, y + top_at(self.extents[who].outline, beside)), (x + beside, top)
        points = (*ends, *bar.points[2:]) if side > 0 else (*bar.points[:-2], *ends[::-1])
        return replace(bar, points=points)

    def _gap(self, chain: list[Id], outer: Id) -> float:
        """Give where children hang: in the gap inside the outer partner."""
        a, b = (chain[0], chain[1]) if outer == chain[0] else (chain[-2], chain[-1])
        right = self.places[a][0] + self.extents[a].box.right
        return (right + self.places[b][0] + self.extents[b].box.left) / 2


def _spread(count: int, reach: float, *, free: bool) -> tuple[float, float]:
    """Give how far out the first of several bars leaves a symbol, and how far apart they do.

    free: nothing else is above the symbol, so that they may leave it on both sides of its middle.
    """
    if free:
        out = min(max(BESIDE, APART * (count - 1) / 2), reach)
        return out, min(APART, 2 * out / (count - 1))
    out = min(BESIDE + APART * (count - 1), reach)
    return out, min(APART, out / count)


def _turned(bar: Polyline, drop: float, trace: Trace) -> Polyline:
    """Let a bar run from its other end where a mark on it would stand on the line to the children."""
    there, back = (_off(line, drop, trace) for line in (bar, bar[::-1]))
    return bar[::-1] if there < 0 and there < back else bar


def _off(bar: Polyline, drop: float, trace: Trace) -> float:
    """Give how far the marks on a bar stand off a place on it; less than 0 where one reaches it."""
    return min((abs(x - drop) - size for x, _, size in knots(bar, trace)), default=inf)


def _met(bar: UnionBar, couple: Couple) -> UnionBar:
    """Give two who were never a couple no bar: a line from each, which meet where their child's begins.

    Over others' heads both run level as far as the gap into which they come down.
    """
    if not couple.apart:
        return bar
    (x, y), (first, *turns, last) = bar.middle, bar.points
    middle = (x, y + SAG)
    if not turns:
        return UnionBar((first, middle, last), middle)
    left, right = turns
    half = min(SAG, x - left[0], right[0] - x)
    return UnionBar((first, left, (x - half, y), middle, (x + half, y), right, last), middle)


def under(place: Point, extent: Extent) -> Point:
    """Give where a line hangs from one person: under their names."""
    return place[0], place[1] + extent.box.bottom + UNDER
