"""What ground each home's ring encloses: its members with air about them, and what joins them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Any, NamedTuple

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box
from genogram_app.layout.homes.corridors import (
    Bar,
    Field,
    Link,
    levelled,
    link_between,
    link_through,
    wrapped,
)
from genogram_app.layout.homes.edges import ON, clear_of, kept_off
from genogram_app.layout.homes.rings import (
    ASIDE,
    LEAST,
    Air,
    Shape,
    area,
    inside,
    joined_up,
    room,
    slabs,
)
from genogram_app.layout.sheet.ground import Ground, along, around
from genogram_app.model.ids import Id

#: Rings that share somebody lie this much further out, one round the other.
NEST = 6.0
#: How far from a home somebody is still minded when its ring finds its way.
WANDER = 90.0
#: How little overlap counts as none.
TOUCH = 0.05
#: How much of the narrower side must lie over against the other for two to be wrapped together.
FACING = 0.6
#: What it costs a ring to pass between two who live together elsewhere, in points of detour.
THROUGH = 100.0
#: How high the boxes are that stand for a ring's ground.
SLAB = 12.0


class Drawn(NamedTuple):
    """What is drawn already: couples' bars, which no ring had better pass between, and what it keeps off.

    signs: boxes that no edge runs over.
    """

    bars: Sequence[Bar] = ()
    lines: Sequence[Polyline] = ()
    signs: Sequence[Box] = ()


NOTHING = Drawn()


#: Who is to stand within each home.
Homes = Mapping[Id, Collection[Id]]


class Enclosure(NamedTuple):
    """The ground of a home: its shape, and upright boxes that cover it."""

    shape: Shape
    boxes: tuple[Box, ...]


def enclosed(
    homes: Homes,
    people: Ground,
    everything: Ground,
    margin: float,
    drawn: Drawn,
) -> dict[Id, Enclosure]:
    """Give the ground of each home, found the widest first: others find room beside it more easily.

    homes: who is to stand within. everything: people and services that stand already.
    """
    if not homes:
        return {}
    lines = _by_place(drawn.lines)
    airs, passes = _airs(homes, margin), [*drawn.bars, *_together(homes, people)]
    hulls = {key: _hull(people, who) for key, who in homes.items()}
    found: dict[Id, Enclosure] = {}
    for key in sorted(
        homes, key=lambda key: (-hulls[key].width * hulls[key].height, _depth(key, homes), key)
    ):
        reach = hulls[key].grown(WANDER)
        others = [other for other in found if not set(homes[other]).intersection(homes[key])]
        rings = [box for other in others for box in found[other].boxes if box.overlaps(reach)]
        shape = _clear_shape(people, everything, airs[key], passes, rings)
        for outer in _holding(key, homes):
            if outer in found:
                shape = inside(shape, found[outer].shape, [people.boxes[one] for one in homes[key]])
        shape = _off_edges(key, shape, found, everything, homes, lines, drawn.signs)
        found[key] = Enclosure(shape, slabs(shape, SLAB))
    return found


def _by_place(lines: Sequence[Polyline]) -> Any:
    """Give lines as shapes, found by where they are (a tree of shapely, which comes without types)."""
    from shapely import LineString, STRtree

    return STRtree([LineString(line) for line in lines])


def _off_edges(
    key: Id,
    shape: Shape,
    found: Mapping[Id, Enclosure],
    everything: Ground,
    homes: Mapping[Id, Collection[Id]],
    lines: Any,
    signs: Sequence[Box],
) -> Shape:
    """Move a ring's edge off others, off lines and off signs, nearer to nobody who lives elsewhere."""
    who = homes[key]
    around_it = Box(*shape.bounds).grown(ASIDE)
    others = [everything.boxes[one] for one in sorted(set(everything.near(around_it)).difference(who))]
    barred = [area(others, ASIDE)] if others else []
    barred += [found[other].shape for other in found if not set(who).intersection(homes[other])]
    held = area([everything.boxes[one] for one in who], LEAST)
    rings = [each.shape for each in found.values()]
    near = lines.geometries[sorted(lines.query(shape.boundary, predicate="dwithin", distance=ON))]
    shape = kept_off(shape, [*(ring.boundary for ring in rings), *near], rings, held, barred)
    reach = Box(*shape.bounds).grown(ON)
    return clear_of(shape, [area([sign]) for sign in signs if sign.overlaps(reach)], rings, held, barred)


def strangers_in(shape: Shape, ground: Ground, who: Collection[Id]) -> tuple[Id, ...]:
    """Give who stands in a ring, wholly or in part, and doesn't live there."""
    near = set(ground.near(Box(*shape.bounds))).difference(who)
    return tuple(key for key in sorted(near) if shape.intersects(area([ground.boxes[key].grown(-TOUCH)])))


def _holding(inner: Id, homes: Mapping[Id, Collection[Id]]) -> list[Id]:
    """Give the homes in which everybody of a home lives, and others as well, the fullest first."""
    outer = [key for key, who in homes.items() if set(homes[inner]) < set(who)]
    return sorted(outer, key=lambda key: (-len(homes[key]), key))


def _airs(homes: Mapping[Id, Collection[Id]], margin: float) -> dict[Id, dict[Id, Air]]:
    """Give the air about each member of each home: of several rings round somebody each lies further out.

    A home within another comes before it.
    """
    rings = Counter(one for who in homes.values() for one in who)
    before: Counter[Id] = Counter()
    found = {}
    for key, who in sorted(homes.items(), key=lambda home: _depth(home[0], homes), reverse=True):
        found[key] = {one: Air(margin + NEST * before[one], (before[one] + 1) / rings[one]) for one in who}
        before.update(who)
    return found


def _depth(key: Id, homes: Mapping[Id, Collection[Id]]) -> int:
    """Say within how many others a home lies."""
    return len(_holding(key, homes))


def _together(homes: Mapping[Id, Collection[Id]], people: Ground) -> Iterator[Bar]:
    """Go through neighbours of one home, between whom no other ring had better pass."""
    for who in homes.values():
        at = {one: people.boxes[one].centre for one in who}
        for a, b in pairwise(sorted(who, key=lambda one: (at[one][1], at[one]))):
            yield Bar(frozenset({a, b}), (at[a], at[b]), THROUGH)


def _hull(ground: Ground, who: Collection[Id]) -> Box:
    """Give the box round some people."""
    hull = around([ground.boxes[key] for key in who])
    assert hull is not None
    return hull


def _clear_shape(
    people: Ground, everything: Ground, airs: Mapping[Id, Air], bars: Sequence[Bar], rings: Sequence[Box]
) -> Shape:
    """Give the shape of a home, round services only where these would be taken in."""
    shape = _shape(people, airs, bars, rings)
    if set(strangers_in(shape, everything, airs)) <= people.boxes.keys():
        return shape
    return _shape(everything, airs, bars, rings)


def _shape(ground: Ground, airs: Mapping[Id, Air], bars: Sequence[Bar], rings: Sequence[Box]) -> Shape:
    """Give the shape that holds the members, with air about each, and, where that can be, nobody else."""
    boxes = [ground.boxes[key] for key in airs]
    field = _field(ground, airs, bars, rings)
    boxes = levelled(boxes, field)
    # Who stand side by side have as much air as one another.
    beside = [
        max(
            (air for other, air in zip(boxes, airs.values(), strict=True) if _beside(box, other)), key=_margin
        )
        for box in boxes
    ]
    links = _links(boxes, field, beside)
    marks = (*field.marks, *field.rings)
    rooms = [room(box, air, field.others, marks) for box, air in zip(boxes, beside, strict=True)]
    soft = [*rooms, *(link.soft for link in links)]
    firm = [*(area([box], LEAST) for box in boxes), *(link.firm for link in links)]
    return joined_up(soft, firm, field.taken, field.near, field.nearer)


def _margin(air: Air) -> float:
    return air.margin


def _field(ground: Ground, who: Collection[Id], bars: Sequence[Bar], rings: Sequence[Box]) -> Field:
    """Give what lies in the way of a home's ring."""
    hull, boxes = _hull(ground, who), [ground.boxes[key] for key in who]
    near = sorted(set(ground.near(hull.grown(WANDER))).difference(who))
    bars = _around(bars, hull, who)
    # On somebody's own names a mark can't be helped.
    marks = [mark for bar in bars for mark in bar.marks if not any(map(mark.overlaps, boxes))]
    clear = [ring for ring in rings if not any(map(ring.overlaps, boxes))]
    return Field([ground.boxes[key] for key in near], bars, marks, clear)


def _around(bars: Sequence[Bar], hull: Box, who: Collection[Id]) -> list[Bar]:
    """Give the bars that a home's ring may come near, of couples who don't both live there."""
    reach = hull.grown(WANDER)
    return [
        bar
        for bar in bars
        if not bar.who.issubset(who) and any(leg.overlaps(reach) for leg in along(bar.line, 1.0))
    ]


def _links(boxes: Sequence[Box], field: Field, airs: Sequence[Air]) -> list[Link]:
    """Join all members: side by side, rows over one another, then by necks; at the last through others."""
    pairs = sorted(
        combinations(range(len(boxes)), 2), key=lambda pair: (_gap(boxes[pair[0]], boxes[pair[1]]), pair)
    )
    group = list(range(len(boxes)))
    found: list[Link] = []

    def join(i: int, j: int, link: Link | None) -> None:
        if link is not None:
            found.append(link)
            group[:] = [group[i] if g == group[j] else g for g in group]

    for i, j in pairs:
        if _beside(boxes[i], boxes[j]):
            join(i, j, wrapped(boxes[i], boxes[j], field, (airs[i], airs[j])))
    rows = [_row(boxes, group, mine) for mine in group]
    for i, j in pairs:
        if not _beside(boxes[i], boxes[j]) and _under(rows[i], rows[j]):
            join(i, j, wrapped(boxes[i], boxes[j], field, (airs[i], airs[j])))
    for i, j in pairs:
        if group[i] != group[j]:
            join(i, j, link_between(boxes[i], boxes[j], field))
    for i, j in pairs:
        if group[i] != group[j]:
            join(i, j, link_through(boxes[i], boxes[j], field))
    return found


def _beside(a: Box, b: Box) -> bool:
    """Say whether two boxes lie side by side for at least a good part of the lower one's height."""
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return shared >= FACING * min(a.height, b.height)


def _under(a: Box, b: Box) -> bool:
    """Say whether of two boxes one lies under the other for at least a good part of the narrower's width."""
    shared = min(a.right, b.right) - max(a.left, b.left)
    return shared >= FACING * min(a.width, b.width)


def _row(boxes: Sequence[Box], group: Sequence[int], mine: int) -> Box:
    """Give the box round those of one group."""
    found = around([box for box, one in zip(boxes, group, strict=True) if one == mine])
    assert found is not None
    return found


def _gap(a: Box, b: Box) -> float:
    across = max(a.left - b.right, b.left - a.right, 0.0)
    upright = max(a.top - b.bottom, b.top - a.bottom, 0.0)
    return across + upright
