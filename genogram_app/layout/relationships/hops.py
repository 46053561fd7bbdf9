"""Hops: where the lines of two families cross, one goes over the other in a small arch.

A plain crossing reads as a joint, and a child as another couple's. The line
that runs level rises over the one that runs down, but one without breaks over a
dashed one, of whose arch little would be seen; where it has no room for an arch,
the other one goes round it. Lines of one family never hop over each other: where
they meet, they are joined. A couple's own line lies still.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from itertools import pairwise
from math import cos, dist, pi, sin
from types import MappingProxyType
from typing import NamedTuple

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.drawing.routes import Route
from genogram_app.drawing.strands import Stretch
from genogram_app.layout.relationships.bridges import crossings
from genogram_app.layout.sheet.result import Layout, Sibship
from genogram_app.model.ids import Id

#: How high an arch is, and how far beside what it goes over its feet stand, in points.
RADIUS = 4.0
#: How far the feet stay off the ends of their stretch and off what joins it, in points.
OFF = 1.0
#: A line that turns or ends so near another one meets it rather than crosses it, in points.
MEETS = 2.0
#: A quarter of an arch in so many straight pieces: each turns so little that they are drawn as a curve.
PIECES = 6


class Key(NamedTuple):
    """Which line: a link's by its id; a couple's; or the one of so many that a sibship shares."""

    kind: str
    of: Id
    number: int = 0


BAR, DESCENT, SHARED = "bar", "descent", "shared"


class Leg(NamedTuple):
    """A straight stretch of a line: from `a` to `b`, the first of which lies so far along the line."""

    line: Key
    family: Id
    a: Point
    b: Point
    begin: float
    box: Box

    @property
    def flat(self) -> bool:
        """Say whether it runs across rather than down."""
        left, top, right, bottom = self.box
        return right - left >= bottom - top


def with_hops(layout: Layout, parents: Mapping[Id, Id], dashed: Set[Id] = frozenset()) -> Layout:
    """Give a layout in which the lines of families hop over those of others.

    parents: by link, the couple or the one whose child it makes somebody.
    dashed: the links whose line has breaks.
    """
    lines = {key: (family or parents.get(key.of, key.of), points) for key, family, points in _lines(layout)}
    legs = [leg for key, (family, points) in lines.items() for leg in _legs(key, family, points)]
    words = [spot.box for spot in layout.labels.values()]
    hops = _hops(legs, _ends(legs), words, dashed)
    return _put_back(layout, {key: hopped(lines[key][1], hops[key]) for key in sorted(hops)})


def _lines(layout: Layout) -> Iterator[tuple[Key, Id, Polyline]]:
    """Go through the lines of couples and children, each with its family where the layout names it."""
    for key, bar in sorted(layout.bars.items()):
        yield Key(BAR, key), key, bar.points
    for key, points in sorted(layout.descents.items()):
        yield Key(DESCENT, key), "", points
    for shared in layout.sibships:
        for number, points in enumerate(shared.lines):
            yield Key(SHARED, shared.links[0], number), shared.parent, points


def _put_back(layout: Layout, drawn: Mapping[Key, Polyline]) -> Layout:
    """Give a layout with some of its lines as they are drawn."""
    descents = {key: drawn.get(Key(DESCENT, key), points) for key, points in layout.descents.items()}
    sibships = tuple(replace(shared, lines=_drawn(shared, drawn)) for shared in layout.sibships)
    return replace(layout, descents=MappingProxyType(descents), sibships=sibships)


def _drawn(shared: Sibship, drawn: Mapping[Key, Polyline]) -> tuple[Polyline, ...]:
    """Give the lines that children share as they are drawn."""
    return tuple(drawn.get(Key(SHARED, shared.links[0], i), line) for i, line in enumerate(shared.lines))


def _legs(line: Key, family: Id, points: Polyline) -> Iterator[Leg]:
    """Go through the straight stretches of a line."""
    gone = 0.0
    for a, b in pairwise(points):
        if a != b:
            box = Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
            yield Leg(line, family, a, b, gone, box)
            gone += dist(a, b)


def _ends(legs: Iterable[Leg]) -> dict[Id, tuple[Point, ...]]:
    """Give for each family the points where its stretches begin and end: corners and joints."""
    found: dict[Id, dict[Point, None]] = defaultdict(dict)
    for leg in legs:
        found[leg.family] |= {leg.a: None, leg.b: None}
    return {family: tuple(points) for family, points in found.items()}


# -- which, and where -----------------------------------------------------------------


def _hops(
    legs: Sequence[Leg], ends: Mapping[Id, Sequence[Point]], words: Sequence[Box], dashed: Set[Id]
) -> dict[Key, list[Stretch]]:
    """Give the lines that go over others, and the stretches of them that do, in points along each."""
    found: dict[Key, list[Stretch]] = defaultdict(list)
    for flat, steep in _across(legs):
        over = next(crossings((flat.a, flat.b), (steep.a, steep.b)), None)
        under = next(crossings((steep.a, steep.b), (flat.a, flat.b)), None)
        if over is None or under is None:
            continue
        at = Route((flat.a, flat.b)).at(over.distance)[0]
        if any(_near(at, ends[leg.family], MEETS) for leg in (flat, steep)):
            continue
        either = [(flat, over.distance), (steep, under.distance)]
        for leg, along in sorted(either, key=lambda each: each[0].line.of in dashed):
            if _has_room(leg, at, along, ends[leg.family], words):
                found[leg.line].append((leg.begin + along - RADIUS, leg.begin + along + RADIUS))
                break
    return found


def _across(legs: Sequence[Leg]) -> Iterator[tuple[Leg, Leg]]:
    """Go through the stretches of different families that may cross, the one that runs across first."""
    steep = sorted((leg for leg in legs if not leg.flat), key=lambda leg: (leg.box.left, leg.line, leg.begin))
    lefts = [leg.box.left for leg in steep]
    widest = max((leg.box.width for leg in steep), default=0.0)
    for flat in legs:
        if flat.flat:
            for other in steep[bisect_left(lefts, flat.box.left - widest) :]:
                if other.box.left > flat.box.right:
                    break
                apart = other.box.top > flat.box.bottom or other.box.bottom < flat.box.top
                if not apart and other.family != flat.family:
                    yield flat, other


def _has_room(leg: Leg, at: Point, along: float, joints: Iterable[Point], words: Iterable[Box]) -> bool:
    """Say whether an arch over a point of a stretch is clear of its ends, of joints and of words."""
    reach = RADIUS + OFF
    within = reach <= along <= dist(leg.a, leg.b) - reach
    arch = Box(at[0], at[1], at[0], at[1]).grown(RADIUS)
    still = leg.line.kind == BAR
    return within and not still and not _near(at, joints, reach) and not any(w.overlaps(arch) for w in words)


def _near(at: Point, points: Iterable[Point], reach: float) -> bool:
    """Say whether one of some points lies nearer than that."""
    return any(dist(at, point) < reach for point in points)


# -- their way ----------------------------------------------------------------------------


def hopped(points: Polyline, stretches: Iterable[Stretch]) -> Polyline:
    """Give a line that leaves its way in arches, upwards or to the right, on stretches of it, in points."""
    route, way, done = Route(points), list[Point](), 0.0
    for start, end in _joined(stretches):
        way += [*route.between(done, start), *_arch(route, start, end)]
        done = end
    way += route.between(done, route.length)
    return tuple(dict.fromkeys((round(x, 4), round(y, 4)) for x, y in way))


def _joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Join arches whose feet would meet: one goes over all that is crossed there."""
    found: list[Stretch] = []
    for start, end in sorted(stretches):
        if found and start < found[-1][1] + OFF:
            found[-1] = found[-1][0], max(found[-1][1], end)
        else:
            found.append((start, end))
    return found


def _arch(route: Route, start: float, end: float) -> Iterator[Point]:
    """Go along an arch: a quarter of a circle up, level over what it crosses, a quarter down."""
    up = _side(route, start)
    angles = [i * pi / 2 / PIECES for i in range(PIECES + 1)]
    for angle in angles:
        yield route.beside(start + RADIUS * (1 - cos(angle)), up * RADIUS * sin(angle))
    for angle in reversed(angles):
        yield route.beside(end - RADIUS * (1 - cos(angle)), up * RADIUS * sin(angle))


def _side(route: Route, start: float) -> int:
    """Say on which hand of a line its arches lie: 1 on its right one."""
    _, (ux, uy) = route.at(start)
    right = -uy, ux
    return 1 if right[0] - right[1] > 0 else -1
