"""Where the marks on the lines of couples and children stand: each on its own line alone, and under no words.

A mark says something of its line, the slash that the line has ended. On another line's
stroke, or half under a name, it says so of the wrong one, or nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import groupby
from math import fsum, inf
from types import MappingProxyType
from typing import NamedTuple

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.drawing.routes import Route
from genogram_app.layout.descent.known_marks import KnownMarks, Marked, Standing
from genogram_app.layout.sheet.extents import Knot, Trace
from genogram_app.layout.sheet.grid import Grid
from genogram_app.layout.sheet.ink import MARK, Ink, knots
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.model.ids import Id

#: How far a mark stands off others' ink and off a bend of its own line at least, and where there is room.
AIR, ALONE = 2.0, 6.0
#: How far apart two marks of one line stand, and how far from its ends, where an arrow may be.
APART, AT_END = 2.0, 4.0
#: What it costs to lie on words or symbols, and on another mark of its own.
ON_WORDS, ON_OWN = 100.0, 200.0
#: What it costs to lie on another line, to graze one, to be near one.
ON_LINE, AT_LINE, NEAR_LINE = 60.0, 24.0, 12.0
#: What it costs to stand at a bend, and on the edge of a ring.
AT_BEND, ON_RING = 45.0, 8.0
#: What it costs to stand aside, for the whole length of a line; how finely places are looked at, in points.
ASIDE, STEP = 10.0, 2.0
NOWHERE: Mapping[Id, tuple[Point, ...]] = MappingProxyType({})
#: How much further across than down a leg goes that is taken for level.
SLANT = 4.0


class Place(NamedTuple):
    """Where a mark may stand: how far along its line, and the room that it takes there."""

    along: float
    box: Box


def stand_alone(
    lines: Mapping[Id, Polyline],
    shared: Iterable[Collection[Id]],
    traces: Mapping[Id, Trace],
    scenery: Scenery,
    before: Mapping[Id, tuple[Point, ...]] = NOWHERE,
    since: Collection[Id] = (),
    known: KnownMarks | None = None,
) -> dict[Id, tuple[Point, ...]]:
    """Give where each sign stands, by line, of marks that stand once; note them in the ink.

    lines: bars of couples and lines to children. shared: the child links that share ink. What stood
    there of these marks `before` stays where it is clear of what was drawn `since`; the rest is taken
    up. The shortest line has the first choice. known: makes it faster, never different.
    """
    together = {key: frozenset(links) for links in shared for key in links}
    marked = [
        Marked(key, line, traces[key], together.get(key, frozenset({key})))
        for key, line in lines.items()
        if key in traces and traces[key].once and len(set(line)) > 1
    ]
    drawn = _of(since, scenery.ink)
    anew = [one for one in marked if one.key not in before or not _is_clear(one.key, drawn, scenery)]
    for one in anew:
        scenery.ink.take_out(one.key + MARK)
    order = sorted(anew, key=lambda one: (Route(one.line).length, one.key))
    if known is not None:
        known.begin(order, scenery)
    return {**before, **{one.key: _noted(_found(one, scenery, known), scenery) for one in order}}


def _of(keys: Collection[Id], ink: Ink) -> Grid:
    """Give the ink of some lines alone, with their marks."""
    found = Grid()
    for key, entries in ink.by_key.items():
        if key.partition("/")[0] in keys:
            for entry in entries:
                found.enter(*entry)
    return found


def _is_clear(key: Id, drawn: Grid, scenery: Scenery) -> bool:
    """Say whether the marks of a line stand apart from everything solid, and from what was drawn since."""
    boxes = [Box(*entry[:4]) for entry in scenery.ink.by_key.get(key + MARK, ())]
    return not any(drawn.near(box.grown(ALONE)) or scenery.solid.near(box.grown(AIR)) for box in boxes)


def _found(marked: Marked, scenery: Scenery, known: KnownMarks | None) -> Standing:
    """Give where the marks of one line stand, as it is known or else looked for."""
    if known is None:
        return _standing(marked, scenery)
    return known.of(marked) or known.found(_standing(marked, scenery))


def _noted(standing: Standing, scenery: Scenery) -> tuple[Point, ...]:
    """Note in the ink where the marks of a line stand, and give it."""
    for box in standing.boxes:
        scenery.ink.enter(box.left, box.top, box.right, box.bottom, standing.marked.key + MARK)
    return standing.points


def _standing(marked: Marked, scenery: Scenery) -> Standing:
    """Give where the marks of one line stand: the last, which says that it is over, chooses first."""
    route = Route(marked.line)
    taken = [Box(x, y, x, y).grown(size) for x, y, size in knots(marked.line, marked.trace.again)]
    found: list[Point] = []
    boxes: list[Box] = []
    tried: list[Box] = []
    for knot in reversed(_signs(marked.trace.once)):
        place = _best(marked, knot, route, taken, scenery, tried)
        taken.append(place.box.grown(APART))
        found.append(route.at(place.along - knot.shift)[0])
        boxes.append(place.box)
    return Standing(marked, tuple(reversed(found)), tuple(boxes), reduce(Box.union, tried))


def _signs(knots: Sequence[Knot]) -> list[Knot]:
    """Take the marks that like to stand at one place as one sign, such as the two halves of a shield."""
    return [as_one(list(group)) for _, group in groupby(knots, key=lambda knot: knot.share)]


def as_one(knots: Sequence[Knot]) -> Knot:
    """Give the room of several marks at one place as that of one."""
    left = min(knot.shift - (knot.along or knot.size) for knot in knots)
    right = max(knot.shift + (knot.along or knot.size) for knot in knots)
    size, upright = max(knot.size for knot in knots), any(knot.upright for knot in knots)
    return knots[0]._replace(shift=(left + right) / 2, along=(right - left) / 2, size=size, upright=upright)


def _best(
    marked: Marked, knot: Knot, route: Route, taken: Sequence[Box], scenery: Scenery, tried: list[Box]
) -> Place:
    """Give the place nearest to where a mark would like to stand that lies on nothing else, or on least.

    tried: the room round each place that is looked at is noted in it.
    """
    wish = knot.share * route.length + knot.shift
    best, found = inf, Place(wish, room_at(route, wish, knot))
    tried.append(found.box.grown(ALONE))
    for along in _places(wish, route.length):
        cost = ASIDE * abs(along - wish) / route.length
        if cost >= best:
            break
        place = Place(along, room_at(route, along, knot))
        tried.append(place.box.grown(ALONE))
        for due in _dues(place, marked, route, taken, scenery):
            cost += due
            if cost >= best:
                break
        if cost < best:
            best, found = cost, place
    return found


def _places(wish: float, length: float) -> Iterator[float]:
    """Go through places along a line, the nearest to a wish first."""
    steps = int(max(wish, length - wish) / STEP) + 1
    for step in range(steps):
        for along in (wish + step * STEP, wish - step * STEP)[: 2 if step else 1]:
            if 0 < along < length:
                yield along


def room_at(route: Route, along: float, knot: Knot) -> Box:
    """Give the room of a mark at a place of its line, as it is turned with it."""
    (x, y), (ux, uy) = route.at(along)
    half, across = knot.along or knot.size, knot.size
    level, steep = abs(uy) < abs(ux) / SLANT, abs(ux) < abs(uy) / SLANT
    if level:
        wide, high = half, across
    elif steep:
        wide, high = across, half
    else:
        wide = high = max(half, across)
    return Box(x - wide, y - high, x + wide, y + high)


def _dues(
    place: Place, marked: Marked, route: Route, taken: Sequence[Box], scenery: Scenery
) -> Iterator[float]:
    """Go through what it costs a mark to stand somewhere, what is soonest found out first."""
    box = place.box
    near, on = box.grown(ALONE), box.grown(AIR)
    ends = min(place.along, route.length - place.along)
    yield AT_BEND * (ends < AT_END + box.width / 2 or any(map(near.contains, route.points[1:-1])))
    yield ON_OWN * sum(box.overlaps(other) for other in taken)
    met: dict[Id, float] = {}
    for left, top, right, bottom, key in scenery.ink.entries(near):
        if key.partition("/")[0] not in marked.own:
            ink = Box(left, top, right, bottom)
            dear = ON_LINE if box.overlaps(ink) else AT_LINE if on.overlaps(ink) else NEAR_LINE
            met[key] = max(met.get(key, 0.0), dear)
    yield sum(met.values())
    yield ON_WORDS * fsum(_share(box, Box(*entry[:4])) for entry in scenery.solid.entries(on))
    yield ON_RING * len(set(scenery.rings.near(box)))


def _share(box: Box, other: Box) -> float:
    """Give how much of a mark is under words: at least half, for touching them is bad enough."""
    across = min(box.right, other.right) - max(box.left, other.left)
    down = min(box.bottom, other.bottom) - max(box.top, other.top)
    return 0.5 + max(0.0, across) * max(0.0, down) / (box.width * box.height)
