"""Making one outline of another: a second edge round it, rays across it."""

from __future__ import annotations

from math import cos, radians, sin

from genogram_app.drawing.geometry import bounds, flatten
from genogram_app.drawing.primitives import Outline, Point
from genogram_app.drawing.routes import crossings, offset
from genogram_app.drawing.shapes import mapped, polygon, polyline

#: Further out than any symbol's edge, in points.
_FAR = 1000.0


def grown(outline: Outline, gap: float) -> Outline:
    """Give an edge `gap` points outside a closed outline: corners stay corners, curves curves."""
    if any(step[0] == "C" for step in outline):
        return _swollen(outline, gap)
    corners = flatten(outline)[0][:-1]
    # Twice round, so that the first corner lies between two legs like the others.
    around = offset((corners[-1], *corners, corners[0]), gap if _clockwise(corners) < 0 else -gap)
    return polygon(around[1:-1])


def _swollen(outline: Outline, gap: float) -> Outline:
    """Scale a round outline about its middle, so that its box grows by the gap on each side."""
    box = bounds(outline)
    (x, y), across, down = box.centre, 1 + 2 * gap / box.width, 1 + 2 * gap / box.height
    return mapped(outline, lambda px, py: (x + (px - x) * across, y + (py - y) * down))


def _clockwise(corners: tuple[Point, ...]) -> float:
    """Give twice the area that corners enclose: positive if they run clockwise, as seen."""
    following = corners[1:] + corners[:1]
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(corners, following, strict=True))


def ray(outline: Outline, degrees: float, start: float) -> Outline:
    """Draw from a share of the way between origin and edge to the edge, at an angle.

    Degrees run clockwise from the right. Empty where the edge isn't met.
    """
    ux, uy = cos(radians(degrees)), sin(radians(degrees))
    found = crossings(((0.0, 0.0), (ux * _FAR, uy * _FAR)), outline)
    if not found:
        return ()
    edge = found[-1]
    return polyline(((ux * edge * start, uy * edge * start), (ux * edge, uy * edge)))
