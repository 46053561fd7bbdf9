"""Edges of several rings: one that runs on another is drawn in or led round it, so that both are seen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from genogram_app.layout.homes.rings import CHORDS, SOFT, Shape

#: Edges nearer to one another than this are one to the eye; how far apart they are then led, the best first.
ON, APART = 3.0, (4.0, 3.2)
#: How far two may run so: as they do where they cross.
CROSSING = 12.0
#: How little more ground of others counts as none.
SLIGHT = 0.5


def kept_off(shape: Shape, others: Sequence[Shape], held: Shape, barred: Sequence[Shape]) -> Shape:
    """Move a ring's edge off those of others, as far as there is room.

    others: rings that stay as they are. held: what the ring holds, whatever
    comes. barred: where it may not come further in than it is.
    """
    from shapely import unary_union

    edges = unary_union([other.boundary for other in others if other.distance(shape) < ON])
    if edges.is_empty:
        return shape
    near = edges.buffer(ON, quad_segs=2)
    for run in _runs(shape, near):
        beside = edges.intersection(run.buffer(ON + 1))
        zones = [beside.buffer(air, quad_segs=CHORDS) for air in APART]
        moved = [new for zone in zones for new in (shape.difference(zone), shape.union(zone))]
        eased = (_eased(new, held) for new in moved)
        fit = [new for new in eased if _fits(new, shape, others, barred)]
        shape = min((shape, *fit), key=lambda each: on_others(each, near))
    return shape


def on_others(shape: Shape, near: Shape) -> float:
    """Give how far a ring's edge runs on those of others, but for where it crosses them."""
    return float(sum(run.length for run in _runs(shape, near)))


def _runs(shape: Shape, near: Shape) -> Iterator[Shape]:
    """Go through the stretches of a ring's edge that lie on others' edges."""
    from shapely import line_merge

    on = shape.boundary.intersection(near)
    lines = line_merge(on) if on.geom_type == "MultiLineString" else on
    return (line for line in getattr(lines, "geoms", [lines]) if line.length > CROSSING)


def _eased(shape: Shape, held: Shape) -> Shape:
    """Take off slivers and make corners round; what the ring holds stays."""
    for air in (-SOFT, 2 * SOFT, -SOFT):
        shape = shape.buffer(air, quad_segs=CHORDS)
    return shape.union(held)


def _fits(new: Shape, old: Shape, others: Sequence[Shape], barred: Sequence[Shape]) -> bool:
    """Say whether a ring is whole still, within those that held it, and no further into what is barred."""
    return (
        new.geom_type == old.geom_type
        and len(getattr(new, "interiors", ())) == len(getattr(old, "interiors", ()))
        and all(new.intersection(each).area < old.intersection(each).area + SLIGHT for each in barred)
        and all(other.covers(new) for other in others if other.covers(old))
    )
