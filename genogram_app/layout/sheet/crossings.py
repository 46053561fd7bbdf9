"""Which lines cross: one pair, and how many between two rows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from genogram_app.drawing.primitives import Point


def crossings_of(lines: Iterable[tuple[float, float]]) -> int:
    """Count the crossings among lines given by their upper and lower ends; from one point none cross."""
    crossings = 0
    passed: list[float] = []
    for _, low in sorted(lines):
        at = bisect_right(passed, low)
        crossings += len(passed) - at
        passed.insert(at, low)
    return crossings


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Say whether two straight ways cross; where they only touch they don't."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
