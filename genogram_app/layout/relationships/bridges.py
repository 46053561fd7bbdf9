"""Bridges: where two lines cross, the lower one is left out for a little, so that the eye follows both.

The family's own lines and lines of harm are never interrupted; where those two
cross, both go on, and of two families' lines one hops over the other (see `hops`).
A relationship goes over a service's tie, a broader line over a finer one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import hypot
from typing import NamedTuple

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.drawing.routes import Route
from genogram_app.drawing.strands import Stretch
from genogram_app.layout.sheet.extents import HAIRLINE, Trace
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.ids import Id

#: Air to each side of the upper line, and the longest gap to each side of a crossing, in points.
AIR, LONGEST = 1.8, 9.0
#: Lines that meet at less than this (sine of 20 degrees) run along each other: no gap helps.
SLIGHT = 0.34
#: How much at either end of a line stays whole, for its arrow.
END = 10.0
#: So near each other the boxes round two lines are taken to meet, in points: a level line's has no height.
NEAR = 2.0
#: A piece between two gaps that is shorter goes with them.
ISLAND = 2.5


class Rank(NamedTuple):
    """What goes over what: the greater one."""

    kind: int
    reach: float
    key: Id


#: Kinds of lines, the lowest first.
TIE, BOND, FAMILY, HARM = range(4)


class Way(NamedTuple):
    """A line as it is drawn."""

    rank: Rank
    points: Polyline
    box: Box


class Leg(NamedTuple):
    """A straight piece of a line, how far across it goes, and how far along the line it begins."""

    a: Point
    b: Point
    left: float
    right: float
    begin: float
    length: float


class Crossing(NamedTuple):
    """Where a line is crossed: how far along it, and the sine of the angle."""

    distance: float
    sine: float


def bridges(layout: Layout, traces: Mapping[Id, Trace]) -> dict[Id, tuple[Stretch, ...]]:
    """Give for relationships and ties the stretches to leave out, as shares of their length."""
    ways = list(_ways(layout, traces))
    found: dict[Id, tuple[Stretch, ...]] = {}
    for under in ways:
        if under.rank.kind < FAMILY:
            near = under.box.grown(NEAR)
            above = [over for over in ways if over.box.overlaps(near) and over.rank > under.rank]
            legs, length = _legs(under.points), Route(under.points).length
            gaps = sorted(gap for over in above for gap in _gaps(legs, length, over))
            if gaps:
                found[under.rank.key] = _joined(gaps, length)
    return found


def _ways(layout: Layout, traces: Mapping[Id, Trace]) -> Iterator[Way]:
    """Go through everything that is drawn as a line."""
    lines: dict[int, dict[Id, list[Polyline]]] = defaultdict(lambda: defaultdict(list))
    for key, bar in layout.bars.items():
        lines[FAMILY][key].append(bar.points)
    for key, stem in layout.descents.items():
        lines[FAMILY][key].append(stem)
    for sibship in layout.sibships:
        lines[FAMILY][sibship.links[0]] += sibship.lines
    lines[TIE] = defaultdict(list, {key: [line] for key, line in layout.ties.items()})
    for key, line in layout.bonds.items():
        lines[HARM if traces.get(key, HAIRLINE).whole else BOND][key].append(line)
    for kind, by_key in lines.items():
        for key, several in by_key.items():
            rank = Rank(kind, traces.get(key, HAIRLINE).reach, key)
            for points in several:
                if len(set(points)) > 1:
                    xs, ys = zip(*points, strict=True)
                    yield Way(rank, points, Box(min(xs), min(ys), max(xs), max(ys)))


def _gaps(under: Sequence[Leg], length: float, over: Way) -> Iterator[Stretch]:
    """Go through the gaps that one line leaves for another, in points along it."""
    for distance, sine in _crossings(under, over.points):
        half = (over.rank.reach + AIR) / sine if sine > SLIGHT else LONGEST
        if half < LONGEST and distance - half > END and distance + half < length - END:
            yield distance - half, distance + half


def crossings(line: Polyline, other: Polyline) -> Iterator[Crossing]:
    """Go through the places where a line crosses another."""
    return _crossings(_legs(line), other)


def _legs(line: Polyline) -> list[Leg]:
    """Give the straight pieces of a line."""
    found, gone = [], 0.0
    for a, b in pairwise(line):
        length = hypot(b[0] - a[0], b[1] - a[1])
        left, right = (a[0], b[0]) if a[0] < b[0] else (b[0], a[0])
        found.append(Leg(a, b, left, right, gone, length))
        gone += length
    return found


def _crossings(legs: Iterable[Leg], other: Polyline) -> Iterator[Crossing]:
    first, last = min(x for x, _ in other), max(x for x, _ in other)
    for a, b, left, right, begin, length in legs:
        for c, d in pairwise(other) if first <= right and last >= left else ():
            beside = (c[0] < left and d[0] < left) or (c[0] > right and d[0] > right)
            met = None if beside else _meeting(a, b, c, d)
            if met is not None:
                yield Crossing(begin + met[0] * length, met[1])


def _meeting(a: Point, b: Point, c: Point, d: Point) -> tuple[float, float] | None:
    """Give the share of the way from a to b at which it crosses another, and the sine of their angle."""
    rx, ry, sx, sy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    cross = rx * sy - ry * sx
    if abs(cross) < 1e-9:
        return None
    t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross
    u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross
    if not (0 <= t < 1 and 0 <= u <= 1):
        return None
    return t, abs(cross) / (hypot(rx, ry) * hypot(sx, sy))


def _joined(gaps: list[Stretch], length: float) -> tuple[Stretch, ...]:
    """Join gaps that leave hardly anything between them; give them as shares of a length."""
    found = [gaps[0]]
    for start, end in gaps[1:]:
        if start < found[-1][1] + ISLAND:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return tuple((start / length, end / length) for start, end in found)
