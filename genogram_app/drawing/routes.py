"""Routes: polylines along which lines are laid.

A route is a tuple of points. Distances along it are in points from its start.
"To the right" is the right hand of someone who walks along it: below a route
that runs from left to right.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import dist, hypot

from genogram_app.drawing.geometry import Polyline, contains, flatten
from genogram_app.drawing.primitives import Box, Outline, Point, Step
from genogram_app.drawing.shapes import polyline, rect

#: A polyline that turns by less than this at a point is meant as a curve (cosine of 18 degrees).
SLIGHT = 0.95

#: Where a polyline turns more sharply than this, its parallel is cut off, in offsets.
MITER_LIMIT = 3.0


class Route:
    """A polyline that knows its distances, for many look-ups along it.

    points: at least two, none twice in a row (repeats are dropped). Raises
    ValueError if it has no length.
    """

    def __init__(self, points: Sequence[Point]) -> None:
        self.points: Polyline = tuple(
            point for i, point in enumerate(points) if i == 0 or point != points[i - 1]
        )
        if len(self.points) < 2:
            raise ValueError("a route needs two different points")
        steps = (dist(a, b) for a, b in pairwise(self.points))
        self.distances: tuple[float, ...] = tuple(accumulate(steps, initial=0.0))

    @property
    def length(self) -> float:
        """Length in points."""
        return self.distances[-1]

    def at(self, distance: float) -> tuple[Point, Point]:
        """Give the point at a distance and the unit vector in which the route runs there.

        Before the start and after the end the first and last leg go on straight.
        """
        leg = min(max(bisect_right(self.distances, distance) - 1, 0), len(self.points) - 2)
        (ax, ay), (bx, by) = self.points[leg], self.points[leg + 1]
        span = self.distances[leg + 1] - self.distances[leg]
        ux, uy = (bx - ax) / span, (by - ay) / span
        along = distance - self.distances[leg]
        return (ax + ux * along, ay + uy * along), (ux, uy)

    def nearest(self, point: Point) -> float:
        """Give the distance at which the route comes nearest to a point."""
        return min(self._nearest(leg, point) for leg in range(len(self.points) - 1))[1]

    def _nearest(self, leg: int, point: Point) -> tuple[float, float]:
        """Give how near a leg comes to a point, and at what distance along the route."""
        start, begin, end = self.points[leg], self.distances[leg], self.distances[leg + 1]
        _, (ux, uy) = self.at(begin)
        along = (point[0] - start[0]) * ux + (point[1] - start[1]) * uy
        along = min(max(along, 0.0), end - begin)
        return dist((start[0] + ux * along, start[1] + uy * along), point), begin + along

    def beside(self, distance: float, right: float) -> Point:
        """Give the point that lies some points to the right of the route at a distance."""
        (x, y), (ux, uy) = self.at(distance)
        return x - uy * right, y + ux * right

    def between(self, start: float, end: float) -> Polyline:
        """Give the part between two distances; empty if there is none."""
        start, end = max(start, 0.0), min(end, self.length)
        if end - start <= 1e-9:
            return ()
        inner = [
            point
            for point, distance in zip(self.points, self.distances, strict=True)
            if start + 1e-9 < distance < end - 1e-9
        ]
        return (self.at(start)[0], *inner, self.at(end)[0])


def length(route: Sequence[Point]) -> float:
    """Give a polyline's length in points."""
    return sum(dist(a, b) for a, b in pairwise(route))


def route_of(path: Outline, tolerance: float = 0.02) -> Polyline:
    """Turn an open outline of one part into a route; `smooth` turns it back."""
    return flatten(path, tolerance)[0]


def arc(start: Point, end: Point, bow: float) -> Outline:
    """Draw a shallow arc, `bow` points to the right of the straight way at its middle.

    Never raises: with no bow it is the straight line.
    """
    (ax, ay), (bx, by) = start, end
    span = hypot(bx - ax, by - ay)
    if bow == 0 or span == 0:
        return (("M", ax, ay), ("L", bx, by))
    across = bow * 4 / 3
    nx, ny = -(by - ay) / span * across, (bx - ax) / span * across
    return (
        ("M", ax, ay),
        ("C", *_part(start, end, 0.28, nx, ny), *_part(start, end, 0.72, nx, ny), bx, by),
    )


def _part(start: Point, end: Point, share: float, nx: float, ny: float) -> Point:
    """Give the point at a share of the way, pushed aside."""
    return start[0] + (end[0] - start[0]) * share + nx, start[1] + (end[1] - start[1]) * share + ny


def offset(route: Sequence[Point], right: float) -> Polyline:
    """Give the parallel of a route, some points to its right; corners stay corners."""
    points = Route(route).points
    if right == 0:
        return points
    units = [_unit(a, b) for a, b in pairwise(points)]
    before, after = [units[0], *units], [*units, units[-1]]
    return tuple(_pushed(point, u, v, right) for point, u, v in zip(points, before, after, strict=True))


def _unit(a: Point, b: Point) -> Point:
    """Give the unit vector from one point to another."""
    span = dist(a, b)
    return (b[0] - a[0]) / span, (b[1] - a[1]) / span


def _pushed(point: Point, u: Point, v: Point, right: float) -> Point:
    """Push a corner between two legs aside, so that both stay parallel to what they were."""
    nx, ny = -(u[1] + v[1]), u[0] + v[0]
    squared = nx * nx + ny * ny
    # 2 / |n|² is the miter's growth over the plain offset; a hairpin has none.
    growth = min(2 / squared, MITER_LIMIT) if squared > 1e-9 else 0.0
    if growth == 0.0:
        nx, ny, growth = -u[1], u[0], 1.0
    return point[0] + nx * right * growth, point[1] + ny * right * growth


def clipped(route: Sequence[Point], start: float = 0.0, end: float = 0.0) -> Polyline:
    """Cut `start` and `end` points of length off a route's two ends; may leave nothing."""
    if length(route) == 0:
        return ()
    measured = Route(route)
    return measured.between(start, measured.length - end)


def within(route: Sequence[Point], box: Box) -> list[tuple[float, float]]:
    """Give the stretches of a route that lie in a box, as shares of its length from 0 to 1."""
    if length(route) == 0:
        return []
    ways = Route(route)
    cuts = [0.0, *crossings(route, rect(box)), ways.length]
    return [
        (a / ways.length, b / ways.length)
        for a, b in pairwise(cuts)
        if b - a > 1e-9 and box.contains(ways.at((a + b) / 2)[0])
    ]


def trimmed(route: Sequence[Point], start: Outline = (), end: Outline = (), gap: float = 0.0) -> Polyline:
    """Let a route stop `gap` points short of the outlines that it leaves and reaches.

    An outline that the route doesn't begin (or end) inside is left alone, and
    an empty one is none. Gives an empty route where nothing is left between.
    """
    leave = _way_out(route, start)
    arrive = _way_out(tuple(reversed(route)), end)
    return clipped(route, 0.0 if leave is None else leave + gap, 0.0 if arrive is None else arrive + gap)


def _way_out(route: Sequence[Point], outline: Outline) -> float | None:
    """Give the distance at which a route that begins inside an outline last leaves it."""
    if not outline or not contains(outline, route[0]):
        return None
    found = crossings(route, outline)
    return found[-1] if found else length(route)


def crossings(route: Sequence[Point], outline: Outline) -> list[float]:
    """Give the distances along a route at which it crosses an outline, ascending."""
    sides = [side for line in flatten(outline) for side in pairwise(line)]
    found, gone = [], 0.0
    for a, b in pairwise(route):
        span = dist(a, b)
        found += [gone + share * span for c, d in sides if (share := _meeting(a, b, c, d)) is not None]
        gone += span
    return sorted(found)


def _meeting(a: Point, b: Point, c: Point, d: Point) -> float | None:
    """Give the share of the way from a to b at which it meets the side from c to d."""
    rx, ry, sx, sy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    cross = rx * sy - ry * sx
    if abs(cross) < 1e-12:
        return None
    t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross
    u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross
    return t if 0 <= t <= 1 and 0 <= u <= 1 else None


def smooth(points: Sequence[Point]) -> Outline:
    """Join points by lines, and by cubics where they turn so slightly that a curve was flattened."""
    if len(points) < 3:
        return polyline(points)
    legs = [_unit(a, b) for a, b in pairwise(points)]
    bends = [_bend(u, v) for u, v in pairwise(legs)]
    steps: list[Step] = [("M", *points[0])]
    for leg, before, after, a, b in zip(
        legs, [None, *bends], [*bends, None], points[:-1], points[1:], strict=True
    ):
        steps.append(_leg(leg, before, after, a, b))
    return tuple(steps)


def _bend(u: Point, v: Point) -> Point | None:
    """Give the direction in which a curve passes from one leg to the next, None at a corner."""
    turn = u[0] * v[0] + u[1] * v[1]
    if turn < SLIGHT or turn > 1 - 1e-9:
        return None
    size = hypot(u[0] + v[0], u[1] + v[1])
    return (u[0] + v[0]) / size, (u[1] + v[1]) / size


def _leg(leg: Point, before: Point | None, after: Point | None, a: Point, b: Point) -> Step:
    """Draw one leg: straight between corners, bent towards its curved ends."""
    if before is None and after is None:
        return ("L", *b)
    leaves = before or _mirrored(after or leg, leg)
    arrives = after or _mirrored(before or leg, leg)
    third = dist(a, b) / 3
    return (
        "C",
        a[0] + leaves[0] * third,
        a[1] + leaves[1] * third,
        b[0] - arrives[0] * third,
        b[1] - arrives[1] * third,
        *b,
    )


def _mirrored(way: Point, leg: Point) -> Point:
    """Mirror a direction in a leg: how an arc that ends in one direction began."""
    twice = 2 * (way[0] * leg[0] + way[1] * leg[1])
    return twice * leg[0] - way[0], twice * leg[1] - way[1]
