"""Where the marks and the slash of a child's line stand: on that line alone, and under no words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import hypot

from genogram_app.catalog.cards import LineCard
from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.drawing.routes import Route
from genogram_app.drawing.strands import Line, LineMark
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.ids import Id

#: How much room a slash takes to each side, of other lines and bends of its own, in points.
ALONE = 9.0
#: How far from words its middle stands where there is room, in points: half its length, and air.
OFF_WORDS = 8.5
#: How far from the edge of what a mark of its own line clears its middle stands, in points.
OWN = 3.5
#: Where along its line a slash may stand, as shares: the middle first.
SHARES = (0.5, *(0.5 + side * 0.02 * i for i in range(1, 23) for side in (-1, 1)))


def clearly_marked(card: LineCard, layout: Layout, link: Id, points: Polyline, *, ended: bool) -> Line:
    """Give a child's line with its marks and the slash that ends it, each where it lies on nothing else.

    The slash has the first choice. Marks that come again and again stay where they are.
    """
    still, once = _parted(card.line.marks)
    slash: list[LineMark] = []
    if ended and card.slash:
        aside = slash_at(layout, link, points, still) - card.slash[0].at
        slash = [replace(mark, at=mark.at + aside) for mark in card.slash]
    shift = slash_at(layout, link, points, [*still, *slash]) - once[0].at if once else 0.0
    marks = (*still, *(replace(mark, at=mark.at + shift) for mark in once))
    arrow = card.arrow if card.care and not ended else ()
    return Line(card.line.strands, (*marks, *arrow, *slash))


def _parted(marks: Iterable[LineMark]) -> tuple[list[LineMark], list[LineMark]]:
    """Give the marks that come again and again, then those that stand once."""
    every = list(marks)
    return [mark for mark in every if mark.every], [mark for mark in every if not mark.every]


def slash_at(layout: Layout, link: Id, points: Polyline, own: Sequence[LineMark] = ()) -> float:
    """Say where on a child's line a slash or a mark stands: the share nearest the middle that is clear.

    own: the marks that the line bears already. Where no place is clear, it stands off those alone; where
    words are near everywhere, as far from them as may be.
    """
    route = Route(points)
    taken = [room for mark in own for room in _rooms(mark, route.length)]
    free = [share for share in SHARES if not any(a < share * route.length < b for a, b in taken)]
    legs = _legs(layout, link, points)
    alone = [share for share in free if _alone(route, share, legs)]
    near = _box_round(points).grown(OFF_WORDS)
    words = [spot.box for spot in layout.labels.values() if spot.box.overlaps(near)]
    return max(alone or free, key=lambda share: _off(words, route.at(share * route.length)[0]), default=0.5)


def _off(words: Iterable[Box], at: Point) -> float:
    """Say how far from all words a point lies, up to what a slash wants; less than nothing within them."""
    x, y = at
    apart = (max(box.left - x, x - box.right, box.top - y, y - box.bottom) for box in words)
    return min(OFF_WORDS, min(apart, default=OFF_WORDS))


def _legs(layout: Layout, link: Id, points: Polyline) -> list[tuple[Point, Point]]:
    """Give the stretches of others' lines that come near one's own."""
    near = _box_round(points).grown(ALONE)
    return [leg for line in _others(layout, link) for leg in pairwise(line) if _box_round(leg).overlaps(near)]


def _alone(route: Route, share: float, legs: list[tuple[Point, Point]]) -> bool:
    """Say whether a place on a line is off its own bends and off all other lines."""
    at, _ = route.at(share * route.length)
    bends = any(hypot(at[0] - x, at[1] - y) < ALONE for x, y in route.points[1:-1])
    return not bends and not _meets(at, legs)


def _rooms(mark: LineMark, length: float) -> Iterator[tuple[float, float]]:
    """Give the stretches of a route, in points, where a slash would lie on a mark."""
    before, after = mark.clear
    for each in mark.along(length):
        place = each.at * length + each.shift
        yield place - before - OWN, place + after + OWN


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
