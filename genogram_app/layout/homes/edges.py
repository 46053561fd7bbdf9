"""Edges of several rings: one that runs on another, on a line or over a sign is drawn in or led round it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import atan2, dist, tau

from genogram_app.layout.homes.rings import CHORDS, SOFT, Shape, parts

#: Edges nearer to one another than this are one to the eye; how far apart they are then led, the best first.
ON, APART = 3.0, (4.0, 3.2)
#: How far two may run so: as they do where they cross.
CROSSING = 12.0
#: The least radius of a hollow that is left where an edge was moved, the best first.
HOLLOWS = (14.0, 6.0, SOFT)
#: What a whole turn more of an edge that winds costs, in points that it may run on another instead.
WINDING = 70.0
#: What it costs that a sign is taken in, as if whom it stands for lived there, in whole turns.
TAKEN_IN = 0.5
#: How many points less an edge has to run on others for it to be moved at all.
WORTH = 1.0
#: Steps of an edge shorter than this have no direction.
SPECK = 0.05
#: How little more ground of others counts as none.
SLIGHT = 0.5


def kept_off(
    shape: Shape, edges: Iterable[Shape], within: Sequence[Shape], held: Shape, barred: Sequence[Shape]
) -> Shape:
    """Move a ring's edge off those of others and off lines, as far as there is room and it stays calm.

    edges: what is drawn and stays as it is. within: rings that it doesn't leave
    where they hold it. held: what the ring holds, whatever comes. barred: where
    it may not come further in than it is.
    """
    close = [(edge, edge.buffer(ON, quad_segs=2)) for edge in edges if edge.distance(shape.boundary) < ON]
    near = [ground for _, ground in close]
    for edge, ground in close:
        for run in _runs(shape, ground):
            beside = edge.intersection(run.buffer(ON + 1))
            for hollow in HOLLOWS:
                moved = _moved(shape, beside, held, hollow)
                fit = [new for new in moved if _fits(new, shape, within, barred)]
                if (calm := _calmest(shape, fit, near)) is not shape:
                    shape = calm
                    break
    return shape


def clear_of(
    shape: Shape, signs: Iterable[Shape], within: Sequence[Shape], held: Shape, barred: Sequence[Shape]
) -> Shape:
    """Lead a ring's edge round signs that it runs over, each whole within or without, where there is room.

    within, held, barred: as in `kept_off`.
    """
    for sign in signs:
        if sign.distance(shape.boundary) < ON:
            zone = sign.buffer(ON + 1, quad_segs=CHORDS)
            ways = (shape.union(zone), shape.difference(zone))
            moved = [_eased(way, held, hollow) for way in ways for hollow in HOLLOWS]
            clear = [new for new in moved if sign.distance(new.boundary) >= ON - SLIGHT]
            fit = [new for new in clear if _fits(new, shape, within, barred)]
            shape = min(fit, key=lambda new: winding(new) + TAKEN_IN * new.covers(sign), default=shape)
    return shape


def _calmest(shape: Shape, moved: Iterable[Shape], near: Sequence[Shape]) -> Shape:
    """Give the ring whose edge runs on others less than it does and winds least, or as it is."""
    on = on_others(shape, near)
    best, cost = shape, on + WINDING * winding(shape)
    for new in moved:
        left = on_others(new, near)
        if left < on - WORTH and (its := left + WINDING * winding(new)) < cost:
            best, cost = new, its
    return best


def _moved(shape: Shape, beside: Shape, held: Shape, hollow: float) -> Iterator[Shape]:
    """Go through ways to move a ring's edge off a stretch that it runs beside."""
    for air in APART:
        zone = beside.buffer(air, quad_segs=CHORDS)
        yield _eased(shape.difference(zone), held, hollow)
        yield _eased(shape.union(zone), held, hollow)


def on_others(shape: Shape, near: Sequence[Shape]) -> float:
    """Give how far a ring's edge runs on others, but for where it crosses them. near: the ground of each."""
    return float(sum(run.length for each in near for run in _runs(shape, each)))


def _runs(shape: Shape, near: Shape) -> Iterator[Shape]:
    """Go through the stretches of a ring's edge that lie on another's."""
    from shapely import line_merge

    on = shape.boundary.intersection(near)
    lines = line_merge(on) if on.geom_type == "MultiLineString" else on
    return (line for line in getattr(lines, "geoms", [lines]) if line.length > CROSSING)


def winding(shape: Shape) -> float:
    """Give how much a ring's edge turns in all, in whole turns: 1 for one without hollows."""
    loops = (loop for part in parts(shape.simplify(SPECK)) for loop in (part.exterior, *part.interiors))
    return sum(abs(turn) for loop in loops for turn in _turns(loop)) / tau


def _eased(shape: Shape, held: Shape, hollow: float) -> Shape:
    """Take off slivers and make corners round; what the ring holds stays, with no notch beside it."""
    for air in (-SOFT, SOFT):
        shape = shape.buffer(air, quad_segs=CHORDS)
    shape = shape.union(held)
    for air in (hollow, -hollow):
        shape = shape.buffer(air, quad_segs=CHORDS)
    return shape.simplify(SPECK)


def _turns(loop: Shape) -> Iterator[float]:
    """Go through the turns of a loop at its points, in radians."""
    points = [here for here, there in pairwise(loop.coords) if dist(here, there) > SPECK]
    legs = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise([*points, *points[:2]])]
    for (ax, ay), (bx, by) in pairwise(legs):
        yield atan2(ax * by - ay * bx, ax * bx + ay * by)


def _fits(new: Shape, old: Shape, within: Sequence[Shape], barred: Sequence[Shape]) -> bool:
    """Say whether a ring is whole still, within those that held it, and no further into what is barred."""
    return (
        new.geom_type == old.geom_type
        and len(getattr(new, "interiors", ())) == len(getattr(old, "interiors", ()))
        and all(new.intersection(each).area < old.intersection(each).area + SLIGHT for each in barred)
        and all(other.covers(new) for other in within if other.covers(old))
    )
