"""Which lines cross: one pair, which of many a way crosses, and how many between two rows."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Point
from genogram_app.layout.sheet.grid import Grid
from genogram_app.layout.sheet.ground import along
from genogram_app.model.ids import Id


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


def crossed(way: Sequence[Point], lines: Mapping[Id, Polyline], drawn: Grid) -> list[Id]:
    """Give which of some lines a way crosses. drawn: where they lie, by their keys."""
    near: dict[Id, list[tuple[Point, Point]]] = defaultdict(list)
    for leg, box in zip(pairwise(way), along(way), strict=True):
        for key in drawn.near(box):
            if key in lines:
                near[key].append(leg)
    return sorted(
        key
        for key, legs in near.items()
        if any(cross(*leg, *other) for other in pairwise(lines[key]) for leg in legs)
    )
