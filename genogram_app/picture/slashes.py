"""Where the slash of a line that has ended stands: on that line alone, and under no words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from math import hypot

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.drawing.routes import Route
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.ids import Id

#: How much room a slash takes to each side, of other lines and bends of its own, and of words, in points.
ALONE, OFF_WORDS = 9.0, 6.0
#: Where along its line a slash may stand, as shares: the middle first.
SHARES = (0.5, *(0.5 + side * 0.02 * i for i in range(1, 23) for side in (-1, 1)))


def slash_at(layout: Layout, link: Id, points: Polyline) -> float:
    """Say where on a child's line its slash stands, as a share: the middle or the nearest clear place.

    Where none is clear, it stays in the middle.
    """
    route = Route(points)
    near = _box_round(points).grown(ALONE)
    legs = [leg for line in _others(layout, link) for leg in pairwise(line) if _box_round(leg).overlaps(near)]
    words = [spot.box.grown(OFF_WORDS) for spot in layout.labels.values() if spot.box.overlaps(near)]
    for share in SHARES:
        at, _ = route.at(share * route.length)
        bends = any(hypot(at[0] - x, at[1] - y) < ALONE for x, y in route.points[1:-1])
        if not bends and not any(box.contains(at) for box in words) and not _meets(at, legs):
            return share
    return 0.5


def _box_round(points: Iterable[Point]) -> Box:
    """Give the box round some points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def _others(layout: Layout, link: Id) -> Iterable[Polyline]:
    """Go through the lines of couples and children, without one child's own."""
    yield from (line for key, line in layout.descents.items() if key != link)
    yield from (line for shared in layout.sibships for line in shared.lines)
    yield from (bar.points for bar in layout.bars.values())


def _meets(at: Point, legs: Iterable[tuple[Point, Point]]) -> bool:
    """Say whether a slash at a point would reach another line."""
    return any(_apart(at, *leg) < ALONE for leg in legs)


def _apart(at: Point, start: Point, end: Point) -> float:
    """Give how far a point lies from a straight stretch."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    part = ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / square if square else 0.0
    part = min(1.0, max(0.0, part))
    return hypot(at[0] - start[0] - part * dx, at[1] - start[1] - part * dy)
