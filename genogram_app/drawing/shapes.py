"""Ready-made outlines, and outlines moved, scaled and turned.

All in points, y down. Closed shapes end in a "Z" step, so that strokes join.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import cos, radians, sin

from genogram_app.drawing.primitives import Box, Outline, Point, Step

#: How far a control point lies from a quarter circle's end, in radii.
KAPPA = 0.5522847498307936


def rect(box: Box) -> Outline:
    """Draw a box's edge, clockwise from its top left."""
    return polygon(
        ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
    )


def rounded_rect(box: Box, radius: float) -> Outline:
    """Draw a box's edge with round corners; the radius is cut to half the shorter side."""
    r = min(radius, box.width / 2, box.height / 2)
    if r <= 0:
        return rect(box)
    left, top, right, bottom = box.left, box.top, box.right, box.bottom
    k = r * (1 - KAPPA)
    return (
        ("M", left + r, top),
        ("L", right - r, top),
        ("C", right - k, top, right, top + k, right, top + r),
        ("L", right, bottom - r),
        ("C", right, bottom - k, right - k, bottom, right - r, bottom),
        ("L", left + r, bottom),
        ("C", left + k, bottom, left, bottom - k, left, bottom - r),
        ("L", left, top + r),
        ("C", left, top + k, left + k, top, left + r, top),
        ("Z",),
    )


def capsule(box: Box) -> Outline:
    """Draw a box with its shorter sides fully round."""
    return rounded_rect(box, min(box.width, box.height) / 2)


def ellipse(box: Box) -> Outline:
    """Draw the ellipse that touches a box's four sides, clockwise from its top."""
    x, y = box.centre
    kx, ky = box.width / 2 * KAPPA, box.height / 2 * KAPPA
    return (
        ("M", x, box.top),
        ("C", x + kx, box.top, box.right, y - ky, box.right, y),
        ("C", box.right, y + ky, x + kx, box.bottom, x, box.bottom),
        ("C", x - kx, box.bottom, box.left, y + ky, box.left, y),
        ("C", box.left, y - ky, x - kx, box.top, x, box.top),
        ("Z",),
    )


def circle(centre: Point, radius: float) -> Outline:
    """Draw a circle."""
    x, y = centre
    return ellipse(Box(x - radius, y - radius, x + radius, y + radius))


def polyline(points: Sequence[Point]) -> Outline:
    """Join points by straight lines, left open."""
    if not points:
        return ()
    (x, y), *rest = points
    return (("M", x, y), *(("L", *point) for point in rest))


def polygon(points: Sequence[Point]) -> Outline:
    """Join points by straight lines, closed."""
    return (*polyline(points), ("Z",)) if points else ()


def smooth_ring(points: Sequence[Point]) -> Outline:
    """Draw a closed curve without corners through at least three points (Catmull-Rom)."""
    if len(points) < 3:
        return polygon(points)
    count = len(points)
    steps: list[Step] = [("M", *points[0])]
    for i in range(count):
        before, here = points[i - 1], points[i]
        there, after = points[(i + 1) % count], points[(i + 2) % count]
        steps.append(("C", *_ahead(here, before, there), *_ahead(there, after, here), *there))
    return (*steps, ("Z",))


def _ahead(point: Point, behind: Point, ahead: Point) -> Point:
    """Give the control point of a smooth curve that leaves a point for the one ahead."""
    return point[0] + (ahead[0] - behind[0]) / 6, point[1] + (ahead[1] - behind[1]) / 6


def mapped(outline: Outline, place: Callable[[float, float], Point]) -> Outline:
    """Put every point of an outline elsewhere."""
    steps: list[Step] = []
    for step in outline:
        if step[0] == "C":
            _, ax, ay, bx, by, x, y = step
            steps.append(("C", *place(ax, ay), *place(bx, by), *place(x, y)))
        elif step[0] == "M":
            steps.append(("M", *place(step[1], step[2])))
        elif step[0] == "L":
            steps.append(("L", *place(step[1], step[2])))
        else:
            steps.append(step)
    return tuple(steps)


def moved(outline: Outline, dx: float, dy: float) -> Outline:
    """Shift an outline by (dx, dy) points."""
    return mapped(outline, lambda x, y: (x + dx, y + dy))


def scaled(outline: Outline, across: float, down: float | None = None) -> Outline:
    """Enlarge an outline about the origin; `down` is the same as `across` if left out."""
    downward = across if down is None else down
    return mapped(outline, lambda x, y: (x * across, y * downward))


def rotated(outline: Outline, degrees: float, about: Point = (0.0, 0.0)) -> Outline:
    """Turn an outline clockwise, as seen, by some degrees about a point."""
    return turned(outline, (cos(radians(degrees)), sin(radians(degrees))), about)


def turned(outline: Outline, along: Point, about: Point = (0.0, 0.0)) -> Outline:
    """Turn an outline so that what pointed right points along a unit vector."""
    c, s = along
    ox, oy = about
    return mapped(outline, lambda x, y: (ox + (x - ox) * c - (y - oy) * s, oy + (x - ox) * s + (y - oy) * c))
