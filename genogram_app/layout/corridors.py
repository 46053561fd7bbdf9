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
    path = _path(xs, ys, a, b, walls)
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


def _path(
    xs: Sequence[float], ys: Sequence[float], a: Box, b: Box, walls: Sequence[Box]
) -> list[Point] | None:
    starts = [(i, j) for i, x in enumerate(xs) for j, y in enumerate(ys) if _inside(a, x, y)]
    best: dict[tuple[int, int, int], float] = {}
    order = count()
    heap: list[tuple[float, int, tuple[int, int, int], tuple[int, int, int] | None]] = [
        (0.0, next(order), (i, j, way), None) for i, j in starts for way in (0, 1)
    ]
    came: dict[tuple[int, int, int], tuple[int, int, int] | None] = {}
    while heap:
        cost, _, here, before = heappop(heap)
        if here in came:
            continue
        came[here] = before
        i, j, way = here
        if _inside(b, xs[i], ys[j]):
            return _trace(came, here, xs, ys)
        for di, dj in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            ni, nj, turn = i + di, j + dj, 0 if di else 1
            there = (ni, nj, turn)
            if not (0 <= ni < len(xs) and 0 <= nj < len(ys)) or there in came:
                continue
            if _walled((xs[i], ys[j]), (xs[ni], ys[nj]), walls):
                continue
            onward = cost + abs(xs[ni] - xs[i]) + abs(ys[nj] - ys[j]) + (TURN if turn != way else 0.0)
            if onward < best.get(there, float("inf")):
                best[there] = onward
                heappush(heap, (onward, next(order), there, here))
    return None


def _inside(box: Box, x: float, y: float) -> bool:
    return box.left + HALF <= x <= box.right - HALF and box.top + HALF <= y <= box.bottom - HALF


def _walled(p: Point, q: Point, walls: Sequence[Box]) -> bool:
    way = Box(min(p[0], q[0]), min(p[1], q[1]), max(p[0], q[0]), max(p[1], q[1])).grown(TOUCH / 2)
    return any(way.overlaps(wall) for wall in walls)


def _trace(
    came: dict[tuple[int, int, int], tuple[int, int, int] | None],
    end: tuple[int, int, int],
    xs: Sequence[float],
    ys: Sequence[float],
) -> list[Point]:
    path: list[Point] = []
    here: tuple[int, int, int] | None = end
    while here is not None:
        path.append((xs[here[0]], ys[here[1]]))
        here = came[here]
    return path[::-1]
