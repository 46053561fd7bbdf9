"""Shallow curves between two points, sampled fast so that many can be tried."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import dist, hypot

from genogram_app.drawing.primitives import Outline, Point, Step

#: About how far apart samples lie, in points; and how many there are at most.
STEP, MOST = 6.0, 160
#: Where along the way the two handles of a bow stand.
FIRST, SECOND = 0.28, 0.72

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
