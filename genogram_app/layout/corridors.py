"""Corridors: how a ring reaches from some of its members to others without taking anybody else in."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import count, pairwise

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.ground import around

#: Half the width of a corridor, and what a turn in it costs, in points of detour.
HALF = 4.5
TURN = 30.0
#: How far round two places a corridor may wander.
WANDER = 90.0
#: A corridor may touch what it passes; this much is not yet overlapping.
TOUCH = 0.01


def joined(a: Box, b: Box, others: Sequence[Box]) -> tuple[Box, ...] | None:
    """Give boxes that join two boxes clear of the others; None where there is no way."""
    hull = Box(min(a.left, b.left), min(a.top, b.top), max(a.right, b.right), max(a.bottom, b.bottom))
    if _clear(hull, others):
        return (hull,)
    straight = _straight(a, b)
    if straight and _clear(straight, others):
        return (straight,)
    return _winding(a, b, others)


def _clear(box: Box, others: Sequence[Box]) -> bool:
    return not any(box.overlaps(other) for other in others)


def _straight(a: Box, b: Box) -> Box | None:
    """Give what lies between two boxes that face each other."""
    left, right = max(a.left, b.left), min(a.right, b.right)
    top, bottom = max(a.top, b.top), min(a.bottom, b.bottom)
    if right - left >= 2 * HALF:
        return Box(left, min(a.bottom, b.bottom), right, max(a.top, b.top))
    if bottom - top >= 2 * HALF:
        return Box(min(a.right, b.right), top, max(a.left, b.left), bottom)
    return None


def _winding(a: Box, b: Box, others: Sequence[Box]) -> tuple[Box, ...] | None:
    """Find the shortest way of few turns, as boxes along it."""
    field = a.grown(WANDER)
    hull = around([field, b.grown(WANDER)])
    walls = [other.grown(HALF - TOUCH) for other in others if hull and other.overlaps(hull)]
    xs = _lines(
        [v for w in walls for v in (w.left - TOUCH, w.right + TOUCH)], a.left, a.right, b.left, b.right
    )
    ys = _lines(
        [v for w in walls for v in (w.top - TOUCH, w.bottom + TOUCH)], a.top, a.bottom, b.top, b.bottom
    )
    path = _Search(xs, ys, a, b, walls).path()
    if path is None:
        return None
    return tuple(
        Box(min(p[0], q[0]) - HALF, min(p[1], q[1]) - HALF, max(p[0], q[0]) + HALF, max(p[1], q[1]) + HALF)
        for p, q in pairwise(path)
    )


def _lines(edges: Sequence[float], *sides: float) -> list[float]:
    """Give the lines along which a corridor may run: beside walls, and through both ends."""
    (a, b, c, d) = sides
    ends = {(a + b) / 2, (c + d) / 2, a + HALF, b - HALF, c + HALF, d - HALF}
    return sorted({*edges, *ends})


#: A crossing of two lines, and whether the way there was level (0) or upright (1).
Step = tuple[int, int, int]


class _Search:
    """The search for the shortest way of few turns along lines, the most promising end first."""

    def __init__(
        self, xs: Sequence[float], ys: Sequence[float], start: Box, goal: Box, walls: Sequence[Box]
    ) -> None:
        self.xs, self.ys, self.start, self.goal = xs, ys, start, goal
        self.walls = [(wall.left, wall.top, wall.right, wall.bottom) for wall in walls]
        self.number = count()
        self.heap: list[tuple[float, int, float, Step, Step | None]] = []
        self.came: dict[Step, Step | None] = {}

    def path(self) -> list[Point] | None:
        """Give the corners of the way; None where there is none."""
        for i, x in enumerate(self.xs):
            for j, y in enumerate(self.ys):
                if _inside(self.start, x, y):
                    self._reach(0.0, (i, j, 0), None)
                    self._reach(0.0, (i, j, 1), None)
        while self.heap:
            _, _, cost, here, before = heappop(self.heap)
            if here in self.came:
                continue
            self.came[here] = before
            if _inside(self.goal, self.xs[here[0]], self.ys[here[1]]):
                return self._trace(here)
            self._go_on(cost, here)
        return None

    def _reach(self, cost: float, here: Step, before: Step | None) -> None:
        x, y, goal = self.xs[here[0]], self.ys[here[1]], self.goal
        left = max(goal.left - x, x - goal.right, 0.0) + max(goal.top - y, y - goal.bottom, 0.0)
        heappush(self.heap, (cost + left, next(self.number), cost, here, before))

    def _go_on(self, cost: float, here: Step) -> None:
        """Look at what lies next to a crossing in all four directions."""
        i, j, way = here
        x, y = self.xs[i], self.ys[j]
        for di, dj in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            there = i + di, j + dj, 0 if di else 1
            if not (0 <= there[0] < len(self.xs) and 0 <= there[1] < len(self.ys)) or there in self.came:
                continue
            u, v = self.xs[there[0]], self.ys[there[1]]
            if not self._walled(x, y, u, v):
                self._reach(cost + abs(u - x) + abs(v - y) + (TURN if there[2] != way else 0.0), there, here)

    def _walled(self, x: float, y: float, u: float, v: float) -> bool:
        left, right = (x, u) if x < u else (u, x)
        top, bottom = (y, v) if y < v else (v, y)
        left, top, right, bottom = left - TOUCH / 2, top - TOUCH / 2, right + TOUCH / 2, bottom + TOUCH / 2
        return any(a < right and c > left and b < bottom and d > top for a, b, c, d in self.walls)

    def _trace(self, end: Step) -> list[Point]:
        path: list[Point] = []
        here: Step | None = end
        while here is not None:
            path.append((self.xs[here[0]], self.ys[here[1]]))
            here = self.came[here]
        return path[::-1]


def _inside(box: Box, x: float, y: float) -> bool:
    return box.left + HALF <= x <= box.right - HALF and box.top + HALF <= y <= box.bottom - HALF
