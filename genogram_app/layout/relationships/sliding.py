"""Marks of relationships slide along their lines, off what else is drawn there.

A line may cross another; its mark, on a line to a child, would say something of the child's line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.drawing.routes import Route
from genogram_app.layout.descent.marks import as_one, room_at
from genogram_app.layout.sheet.extents import Knot, Trace
from genogram_app.layout.sheet.ink import MARK, knots
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.model.ids import Id

#: Between which shares of a line marks slide; those beyond, such as arrows, belong to its ends.
SLIDES = (0.2, 0.8)
#: How far from where it likes to be a mark goes at most, as a share of its line, or of what it has to itself
#: where it comes again and again; in which steps, in points.
FAR, STEP = 0.3, 2.0
#: Air about a mark, and between two of one line, in points.
AIR, APART = 1.0, 2.0
#: What it costs to lie on words or symbols, on another line, on another mark of its own, and a point aside.
ON_WORDS, ON_LINE, ON_OWN, ASIDE = 100.0, 60.0, 200.0, 0.2


class Sign(NamedTuple):
    """A mark as it likes to stand: how far along its line, how far aside at most, and how large it is."""

    wish: float
    aside: float
    knot: Knot


def slid(
    ways: Mapping[Id, Polyline], traces: Mapping[Id, Trace], scenery: Scenery
) -> dict[Id, tuple[Point, ...]]:
    """Give where the marks stand, by line, of the lines on which one had to move; note them in the ink.

    The shortest line has the first choice.
    """
    routes = {key: Route(way) for key, way in ways.items() if key in traces and len(set(way)) > 1}
    found: dict[Id, tuple[Point, ...]] = {}
    for key in sorted(routes, key=lambda key: (routes[key].length, key)):
        route, signs = routes[key], _signs(traces[key], routes[key].length)
        places = _places(key, route, signs, scenery)
        if places != [sign.wish for sign in signs]:
            found[key] = tuple(route.at(place)[0] for place in places)
            rooms = [_room(route, place, sign) for place, sign in zip(places, signs, strict=True)]
            _note(key, ways[key], traces[key], rooms, scenery)
    return found


def _signs(trace: Trace, length: float) -> list[Sign]:
    """Give the marks along a line that slide, at one place as one; none where two kinds share a line."""
    inner = [knot for knot in trace.knots if _slides(knot)]
    kinds = [list(group) for _, group in groupby(inner, key=lambda knot: (knot.share, knot.every))]
    return list(_each(as_one(kinds[0]), length)) if len(kinds) == 1 else []


def _each(knot: Knot, length: float) -> Iterator[Sign]:
    """Go through where a mark likes to stand on a line of some length."""
    shares = knot.shares(length)
    for share in shares:
        yield Sign(share * length, FAR * length / len(shares), knot)


def _places(key: Id, route: Route, signs: Sequence[Sign], scenery: Scenery) -> list[float]:
    """Give how far along its line each mark stands."""
    rooms = [_room(route, sign.wish, sign) for sign in signs]
    found: list[float] = []
    for number, sign in enumerate(signs):
        others = [room.grown(APART) for at, room in enumerate(rooms) if at != number]
        place = _best(key, route, sign, others, scenery)
        rooms[number] = _room(route, place, sign)
        found.append(place)
    return found


def _best(key: Id, route: Route, sign: Sign, others: Sequence[Box], scenery: Scenery) -> float:
    """Give the place nearest to where a mark likes to stand that lies on nothing, or on least."""
    best, found = float("inf"), sign.wish
    for step in range(int(sign.aside / STEP) + 1):
        if step * STEP * ASIDE >= best:
            break
        for place in (sign.wish - step * STEP, sign.wish + step * STEP)[: 2 if step else 1]:
            room = _room(route, place, sign)
            cost = step * STEP * ASIDE + ON_OWN * sum(map(room.overlaps, others)) + _met(key, room, scenery)
            if cost < best:
                best, found = cost, place
    return found


def _met(key: Id, room: Box, scenery: Scenery) -> float:
    """Give what it costs a mark of some line to take some room."""
    lines = {other.partition("/")[0] for other in scenery.ink.near(room.grown(AIR))} - {key}
    return ON_LINE * len(lines) + ON_WORDS * len(scenery.solid.near(room.grown(AIR)))


def _room(route: Route, place: float, sign: Sign) -> Box:
    return room_at(route, place + sign.knot.shift, sign.knot)


def _note(key: Id, way: Polyline, trace: Trace, rooms: Sequence[Box], scenery: Scenery) -> None:
    """Note where the marks of a line stand now; those at its ends are where they were."""
    at_ends = replace(trace, knots=tuple(knot for knot in trace.knots if not _slides(knot)))
    ends = [Box(x, y, x, y).grown(size) for x, y, size in knots(way, at_ends)]
    scenery.ink.take_out(key + MARK)
    for room in (*ends, *rooms):
        scenery.ink.enter(room.left, room.top, room.right, room.bottom, key + MARK)


def _slides(knot: Knot) -> bool:
    return SLIDES[0] <= knot.share <= SLIDES[1]
