"""Where a line that points at a symbol's middle, or beside it, meets the symbol's edge."""

from __future__ import annotations

from functools import lru_cache
from math import hypot

from genogram_app.drawing.primitives import Outline, Point
from genogram_app.drawing.routes import crossings

FAR = 10_000.0


@lru_cache(maxsize=8192)
def top_at(outline: Outline, beside: float) -> float:
    """Give the height of an outline's upper edge some points beside its middle."""
    return _first((beside, -FAR), (beside, 0.0), outline)[1]


@lru_cache(maxsize=8192)
def side_at(outline: Outline, side: int) -> float:
    """Give how far left (-1) or right (1) of its middle an outline's edge lies."""
    return _first((side * FAR, 0.0), (0.0, 0.0), outline)[0]


def edge_towards(outline: Outline, there: Point) -> Point:
    """Give the point of an outline's edge on the way from its middle to somewhere."""
    if there == (0.0, 0.0):
        return there
    span = hypot(*there)
    far = (there[0] / span * FAR, there[1] / span * FAR)
    return _first(far, (0.0, 0.0), outline)


def _first(start: Point, end: Point, outline: Outline) -> Point:
    """Give where the way from outside to the middle first meets an outline; the middle if it never does."""
    found = crossings((start, end), outline)
    if not found:
        return end
    share = found[0] / hypot(end[0] - start[0], end[1] - start[1])
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
