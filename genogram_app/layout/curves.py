"""Shallow curves between two points, sampled fast so that many can be tried."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import dist, hypot

from genogram_app.drawing.primitives import Box, Outline, Point, Step

#: About how far apart samples lie, in points; and how many there are at most.
STEP, MOST = 6.0, 160
#: Where along the way the two handles of a bow stand.
FIRST, SECOND = 0.28, 0.72

#: How far handles stand from the place that a curve is led through, and from its ends.
UPRIGHT, STRAIGHT = 0.45, 0.35

#: Start, two handles, end; further pieces go on from there, by three points each.
Curve = tuple[Point, ...]


def bowed(start: Point, end: Point, bow: float, lean: float = 0.0) -> Curve:
    """Bow some points to the right of the straight way, the height nearer the start (lean 1) or end (-1)."""
    (ax, ay), (bx, by) = start, end
    span = dist(start, end) or 1.0
    nx, ny = -(by - ay) / span * bow * 4 / 3, (bx - ax) / span * bow * 4 / 3
    one, two = 1 + lean, 1 - lean
    return (
        start,
        (ax + (bx - ax) * FIRST + nx * one, ay + (by - ay) * FIRST + ny * one),
        (ax + (bx - ax) * SECOND + nx * two, ay + (by - ay) * SECOND + ny * two),
        end,
    )


def past(start: Point, end: Point, box: Box, air: float) -> tuple[tuple[float, float], ...]:
    """Give bow and lean of the curves that pass a box on either side."""
    span = dist(start, end) or 1.0
    ux, uy = (end[0] - start[0]) / span, (end[1] - start[1]) / span
    corners = [(x - start[0], y - start[1]) for x in (box.left, box.right) for y in (box.top, box.bottom)]
    asides = [y * ux - x * uy for x, y in corners]
    shares = [min(0.85, max(0.15, (x * ux + y * uy) / span)) for x, y in corners]
    share = sum(shares) / len(shares)
    lean = 1 - 2 * share
    height = 4 * share * (1 - share) * ((1 - share) * (1 + lean) + share * (1 - lean))
    return ((max(asides) + air) / height, lean), ((min(asides) - air) / height, lean)


def upright(start: Point, end: Point, share: float) -> Curve:
    """Leave one row upright, cross in the gap, reach the other upright; flatter by a greater share."""
    down = (end[1] - start[1]) * share
    return start, (start[0], start[1] + down), (end[0], end[1] - down), end


def through(start: Point, way: Point, end: Point) -> Curve:
    """Lead a line upright through a gap between two people on its way from row to row."""
    (x, y), (ax, ay), (bx, by) = way, start, end
    return (
        start,
        (ax + (x - ax) * STRAIGHT, ay + (y - ay) * STRAIGHT),
        (x, y - (y - ay) * UPRIGHT),
        way,
        (x, y + (by - y) * UPRIGHT),
        (bx - (bx - x) * STRAIGHT, by - (by - y) * STRAIGHT),
        end,
    )


def outline(curve: Curve) -> Outline:
    """Draw a curve."""
    steps: list[Step] = [("M", *curve[0])]
    for one, two, end in zip(curve[1::3], curve[2::3], curve[3::3], strict=True):
        steps.append(("C", *one, *two, *end))
    return tuple(steps)


def sampled(curve: Curve, every: int = 1) -> list[Point]:
    """Give points along a curve, evenly in its parameter; or one of them in so many."""
    found: list[Point] = []
    for i in range(0, len(curve) - 1, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve[i : i + 4]
        around = hypot(bx - ax, by - ay) + hypot(cx - bx, cy - by) + hypot(dx - cx, dy - cy)
        weights = _weights(max(6, min(MOST, int(around / STEP))), every)
        found += [
            (ax * a + bx * b + cx * c + dx * d, ay * a + by * b + cy * c + dy * d) for a, b, c, d in weights
        ]
    return found


@lru_cache(maxsize=MOST + 1)
def _weights(count: int, every: int) -> Sequence[tuple[float, float, float, float]]:
    """Give for each sample how much each of the four points counts."""
    shares = [i / count for i in range(0, count + 1, every)]
    return tuple(((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3) for t in shares)
