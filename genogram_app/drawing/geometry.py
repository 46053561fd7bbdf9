"""Measures of outlines: bounds, flattening, what lies inside."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import ceil, hypot, sqrt

from genogram_app.drawing.primitives import Box, Outline, Point

#: Fine enough that a flattened curve looks smooth in print, in points.
TOLERANCE = 0.05

Polyline = tuple[Point, ...]
Cubic = tuple[Point, Point, Point, Point]


@lru_cache(maxsize=16384)
def bounds(outline: Outline) -> Box:
    """Give the smallest box round an outline, curves measured exactly.

    Raises ValueError if the outline is empty.
    """
    points = [point for part in pieces(outline) for point in _extremes(part)]
    if not points:
        points = [(step[1], step[2]) for step in outline if step[0] == "M"]
    if not points:
        raise ValueError("an empty outline has no bounds")
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def pieces(outline: Outline) -> Iterator[tuple[Point, Point] | Cubic]:
    """Go through an outline's lines (two points) and curves (four points), closing lines included."""
    start = here = (0.0, 0.0)
    for step in outline:
        if step[0] == "M":
            start = here = (step[1], step[2])
        elif step[0] == "L":
            there = (step[1], step[2])
            yield here, there
            here = there
        elif step[0] == "C":
            there = (step[5], step[6])
            yield here, (step[1], step[2]), (step[3], step[4]), there
            here = there
        else:
            if here != start:
                yield here, start
            here = start


def flatten(outline: Outline, tolerance: float = TOLERANCE) -> tuple[Polyline, ...]:
    """Turn an outline into polylines, one for each "M"; closed ones end where they begin."""
    lines: list[list[Point]] = []
    for step in outline:
        if step[0] == "M":
            lines.append([(step[1], step[2])])
        elif step[0] == "L":
            lines[-1].append((step[1], step[2]))
        elif step[0] == "C":
            curve = (lines[-1][-1], (step[1], step[2]), (step[3], step[4]), (step[5], step[6]))
            lines[-1].extend(_flat(curve, tolerance))
        elif lines[-1][-1] != lines[-1][0]:
            lines[-1].append(lines[-1][0])
    return tuple(tuple(line) for line in lines)


def contains(outline: Outline, point: Point) -> bool:
    """Say whether a point lies inside an outline (even-odd rule; open parts count as closed)."""
    x, y = point
    inside = False
    for line in flatten(outline):
        for (ax, ay), (bx, by) in zip(line, line[1:] + line[:1], strict=True):
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                inside = not inside
    return inside


def on_curve(curve: Cubic, t: float) -> Point:
    """Give the point of a cubic curve at t, 0 to 1."""
    u = 1 - t
    a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    p, q, r, s = curve
    return a * p[0] + b * q[0] + c * r[0] + d * s[0], a * p[1] + b * q[1] + c * r[1] + d * s[1]


def _flat(curve: Cubic, tolerance: float) -> list[Point]:
    """Give points along a curve, its first left out, no chord further off than the tolerance."""
    p, q, r, s = curve
    bend = max(
        hypot(p[0] - 2 * q[0] + r[0], p[1] - 2 * q[1] + r[1]),
        hypot(q[0] - 2 * r[0] + s[0], q[1] - 2 * r[1] + s[1]),
    )
    # A chord of 1/n of a cubic is never further off than 3/4 · bend / n².
    count = max(1, ceil(sqrt(0.75 * bend / tolerance)))
    return [*(on_curve(curve, i / count) for i in range(1, count)), s]


def _extremes(part: tuple[Point, Point] | Cubic) -> list[Point]:
    """Give points whose box is the box of a line or a curve."""
    if len(part) == 2:
        return list(part)
    turns = [t for axis in (0, 1) for t in _turning(*(point[axis] for point in part))]
    return [part[0], part[3], *(on_curve(part, t) for t in turns)]


def _turning(p: float, q: float, r: float, s: float) -> list[float]:
    """Give where, between 0 and 1, one coordinate of a cubic turns back."""
    a, b, c = -p + 3 * q - 3 * r + s, 2 * (p - 2 * q + r), q - p
    if abs(a) < 1e-12:
        roots = [-c / b] if abs(b) > 1e-12 else []
    elif (under := b * b - 4 * a * c) < 0:
        roots = []
    else:
        roots = [(-b - sqrt(under)) / (2 * a), (-b + sqrt(under)) / (2 * a)]
    return [t for t in roots if 0 < t < 1]
