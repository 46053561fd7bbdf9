"""The shape of a ring: the rooms of those who live together, and what joins them, in one soft curve."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from genogram_app.drawing.geometry import bounds, flatten
from genogram_app.drawing.primitives import Box, Outline, Step

#: How round a room's corners are, how wide the flare where a neck meets a room, the least radius anywhere.
RADIUS, FLARE, SOFT = 22.0, 24.0, 4.0
#: Air between a ring and somebody who lives elsewhere: as it likes to be, and the least.
CLEAR, ASIDE = 12.0, 3.0
#: What stays free in a gap between neighbours, each of whom may have a ring.
BOTH = 5.0
#: Air between a ring and another, or a mark on a bar that leaves it; how near to names it comes for that.
BESIDE, OFF_NAMES = 3.0, 2.0
#: How far a ring keeps within another that holds everybody of it.
WITHIN = 4.0
#: The least air round a member; how much rounder than its air a corner can be.
LEAST, AT_CORNERS = 1.0, 3.3
#: How fine arcs are: so many chords in a quarter turn.
CHORDS = 12

#: A shape of shapely, which comes without types; it takes its time to start, so only rings import it.
Shape = Any


@dataclass(frozen=True, slots=True)
class Air:
    """How far a ring's edge likes to be from a member, and what share of a narrow gap it takes for that.

    Of two rings round somebody the inner one takes half of what the outer one takes.
    """

    margin: float
    share: float = 1.0


def room(box: Box, air: Air, others: Sequence[Box] = (), marks: Sequence[Box] = ()) -> Shape:
    """Give somebody's room in a ring: a box with air about it, less where somebody or a mark is close."""
    left, top, right, bottom = _airs(box, air, others, marks)
    airy = Box(box.left - left, box.top - top, box.right + right, box.bottom + bottom)
    # The box's own corners stay within the round ones.
    radius = min(RADIUS, AT_CORNERS * min(left, top, right, bottom), airy.width / 2 - 1, airy.height / 2 - 1)
    return area([airy.grown(-radius)], radius)


def _airs(
    box: Box, air: Air, others: Sequence[Box], marks: Sequence[Box]
) -> tuple[float, float, float, float]:
    """Give the air to the left of a box, over it, to its right and under it."""
    airs = [air.margin] * 4
    for other in others:
        if other.overlaps(box.grown(2 * air.margin + BOTH)):
            side, gap = _between(box, other)
            airs[side] = min(airs[side], max(air.share * (gap - BOTH) / 2, LEAST))
    for mark in marks:
        if mark.overlaps(box.grown(air.margin + BESIDE)):
            side, gap = _between(box, mark)
            # Better over a mark than on somebody's name.
            if gap - BESIDE > OFF_NAMES:
                airs[side] = min(airs[side], gap - BESIDE)
    left, top, right, bottom = airs
    return left, top, right, bottom


def _between(box: Box, other: Box) -> tuple[int, float]:
    """Give on which side of a box another lies, and how far off."""
    gaps = [box.left - other.right, box.top - other.bottom, other.left - box.right, other.top - box.bottom]
    side = gaps.index(max(gaps))
    return side, gaps[side]


def bridge(a: Shape, b: Shape) -> Shape:
    """Give the shape that wraps two rooms and what lies between."""
    from shapely import GeometryCollection

    return GeometryCollection([a, b]).convex_hull


def neck(path: Sequence[tuple[float, float]], half: float) -> Shape:
    """Give a way from room to room, so wide to each side."""
    from shapely import LineString

    return LineString(path).buffer(half, quad_segs=CHORDS)


def area(boxes: Sequence[Box], air: float = 0.0) -> Shape:
    """Give the ground under some boxes, with round air about it."""
    from shapely import box, unary_union

    ground = [box(*_sides(each)) for each in boxes]
    whole = ground[0] if len(ground) == 1 else unary_union(ground)
    return whole.buffer(air, quad_segs=CHORDS) if air else whole


def joined_up(
    soft: Sequence[Shape], firm: Sequence[Shape], taken: Shape, near: Shape, nearer: Shape
) -> Shape:
    """Give one soft shape, pushed round whoever lives elsewhere.

    soft: rooms and links with air about them. firm: what the ring holds,
    whatever stands in its way. taken: where others stand. near: where only
    rooms and links come. nearer: where not even they come.
    """
    from shapely import unary_union

    whole = unary_union([*soft, *firm])
    flared = whole.buffer(FLARE, quad_segs=CHORDS).buffer(-FLARE, quad_segs=CHORDS)
    free = flared.difference(near).union(whole.difference(nearer))
    eased = free
    for air in (SOFT, -2 * SOFT, SOFT):
        eased = eased.buffer(air, quad_segs=CHORDS)
    held = unary_union(firm)
    return unary_union([_filled(part, taken) for part in parts(eased.union(held)) if part.intersects(held)])


def inside(shape: Shape, outer: Shape, boxes: Sequence[Box]) -> Shape:
    """Draw a ring in, so that it lies wholly within another; as it was where that would part its members."""
    drawn_in = shape.intersection(outer.buffer(-WITHIN, quad_segs=CHORDS))
    for air in (-SOFT, 2 * SOFT, -SOFT):
        drawn_in = drawn_in.buffer(air, quad_segs=CHORDS)
    whole = drawn_in.geom_type == "Polygon" and drawn_in.covers(area([box.grown(-LEAST) for box in boxes]))
    return drawn_in if whole else shape


def _filled(part: Shape, taken: Shape) -> Shape:
    """Fill the holes in which nobody stands."""
    from shapely import Polygon

    holes = [hole for hole in part.interiors if Polygon(hole).intersects(taken)]
    return Polygon(part.exterior, holes)


def outline_of(shape: Shape) -> Outline:
    """Give the outline of a shape, to hundredths of a point."""
    steps: list[Step] = []
    for part in parts(shape.simplify(0.02).normalize()):
        for loop in (part.exterior, *part.interiors):
            first, *rest = [(round(x, 2), round(y, 2)) for x, y in loop.coords[:-1]]
            steps += [("M", *first), *(("L", *point) for point in rest), ("Z",)]
    return tuple(steps)


def common(one: Outline, other: Outline) -> Outline:
    """Give the outline of what two rings both hold; empty where that is nothing."""
    if not bounds(one).overlaps(bounds(other)):
        return ()
    return outline_of(_shape_of(one).intersection(_shape_of(other)))


def gap(one: Outline, other: Outline) -> float:
    """Give how far apart two rings are, in points; 0 where they meet."""
    return float(_shape_of(one).distance(_shape_of(other)))


def _shape_of(outline: Outline) -> Shape:
    """Give the shape of an outline, holes left out (even-odd rule)."""
    from shapely import Polygon

    shape = Polygon()
    for loop in flatten(outline):
        shape = shape.symmetric_difference(Polygon(loop).buffer(0))
    return shape


def slabs(shape: Shape, height: float) -> tuple[Box, ...]:
    """Give upright boxes that cover a shape, each so high."""
    from shapely import clip_by_rect

    left, top, right, bottom = shape.bounds
    count = int((bottom - top) // height) + 1
    bands = (clip_by_rect(shape, left, top + i * height, right, top + (i + 1) * height) for i in range(count))
    return tuple(Box(*part.bounds) for band in bands for part in parts(band))


def parts(shape: Shape) -> list[Shape]:
    """Give the shapes that a shape is made of."""
    return [part for part in getattr(shape, "geoms", [shape]) if part.geom_type == "Polygon" and part.area]


def _sides(box: Box) -> tuple[float, float, float, float]:
    return box.left, box.top, box.right, box.bottom
