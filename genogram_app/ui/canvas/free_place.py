"""Where something that floats stands beside what it is about, and covers as little as can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from genogram_app.drawing.primitives import Box, Point
from genogram_app.ui.canvas.spots import shared

#: How far it stands off, in pixels.
_GAP = 8.0
#: Covering a pixel of what it is about is as bad as this many of anybody else; and one of these
#: as standing a pixel further off.
_OWN = 10.0


def free_place(
    size: Point,
    near: Point,
    about: Sequence[Box],
    others: Sequence[Box],
    port: Box,
    keeps: Point | None = None,
) -> Point:
    """Give the left top corner for something of a size; everything in pixels.

    near: where one looks. about: what must stay in sight. others: what had better.
    port: what it may not stand beyond. keeps: where it stands already, which is kept while it covers nothing.
    """

    def cost(at: Point) -> float:
        box = box_at(at, size)
        hidden = _OWN * covered(box, about) + covered(box, others)
        return hidden + _off(near[0], box.left, box.right) + _off(near[1], box.top, box.bottom)

    here = [_within(keeps, size, port)] if keeps is not None else []
    if here and not covered(box_at(here[0], size), about):
        return here[0]
    return min((_within(at, size, port) for at in _candidates(size, near, about)), key=cost)


def box_at(corner: Point, size: Point) -> Box:
    """Give the box of a size from its left top corner."""
    return Box(corner[0], corner[1], corner[0] + size[0], corner[1] + size[1])


def covered(box: Box, others: Sequence[Box]) -> float:
    """Give how much of others a box covers, in square pixels."""
    return sum(shared(box, each) for each in others)


def step_aside(box: Box, over: Box, port: Box) -> Point | None:
    """Give the shortest way out from under something, within the port; None where there is none."""
    ways = (
        (over.left - _GAP - box.right, 0.0),
        (over.right + _GAP - box.left, 0.0),
        (0.0, over.top - _GAP - box.bottom),
        (0.0, over.bottom + _GAP - box.top),
    )
    free = [way for way in ways if _holds(port, box.moved(*way))]
    return min(free, key=lambda way: abs(way[0]) + abs(way[1]), default=None)


def _holds(port: Box, box: Box) -> bool:
    return port.contains((box.left, box.top)) and port.contains((box.right, box.bottom))


def _candidates(size: Point, near: Point, about: Sequence[Box]) -> Iterator[Point]:
    """Give places below, above and beside each, and all together."""
    (width, height), (x, y) = size, near
    whole = [about[0].union(each) for each in about[1:]]
    for box in (*about, *whole):
        across = (x - width / 2, box.left, box.right - width)
        down = (y - height / 2, box.top, box.bottom - height)
        yield from ((left, top) for top in (box.bottom + _GAP, box.top - height - _GAP) for left in across)
        yield from ((left, top) for left in (box.right + _GAP, box.left - width - _GAP) for top in down)
    yield x + _GAP, y + _GAP


def _within(at: Point, size: Point, port: Box) -> Point:
    left, top = min(at[0], port.right - size[0]), min(at[1], port.bottom - size[1])
    return max(left, port.left), max(top, port.top)


def _off(at: float, least: float, most: float) -> float:
    return max(least - at, at - most, 0.0)
