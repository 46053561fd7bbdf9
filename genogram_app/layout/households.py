"""Household rings: round those who live together, and round nobody else where that can be."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.drawing.routes import Route
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.kinship import members
from genogram_app.layout.corridors import Bar, Field, Link, levelled, link_between, link_through, wrapped
from genogram_app.layout.ground import Ground, along, around
from genogram_app.layout.result import Compromise
from genogram_app.layout.rings import LEAST, Shape, area, joined_up, outline_of, room, slabs
from genogram_app.model.ids import Id
from genogram_app.model.ties import Tie

#: Rings that share somebody lie this much further out, one round the other.
NEST = 6.0
#: How far from a home somebody is still minded when its ring finds its way.
WANDER = 90.0
#: How little overlap counts as none.
TOUCH = 0.05
#: How much of the narrower side must lie over against the other for two to be wrapped together.
FACING = 0.6
#: How high the boxes are that stand for a ring's ground.
SLAB = 12.0
#: How far apart the places lie at which a line may end, and how far from somebody who lives there.
EVERY, NEAR = 12.0, 30.0


@dataclass(frozen=True)
class Rings:
    """Rings by household, the ground within as upright boxes, and whom they wrongly take in or leave out.

    doors: the places on a ring at which a line may end: near those who live
    there all the time.
    """

    outlines: Mapping[Id, Outline]
    rooms: Mapping[Id, tuple[Box, ...]]
    doors: Mapping[Id, tuple[Point, ...]]
    compromises: tuple[Compromise, ...]


def residents(family: FamilyGraph, household: Id, ground: Ground) -> tuple[Id, ...]:
    """Give who lives in a household now and is on the sheet; who lived there, where nobody does."""
    places = members(family, household)
    now = [edge for edge in places if edge.until is None]
    return tuple(dict.fromkeys(edge.person for edge in now or places if edge.person in ground.boxes))


def rings_of(
    family: FamilyGraph,
    people: Ground,
    everything: Ground,
    margin: float,
    bars: Sequence[Bar] = (),
    elsewhere: Collection[Id] = (),
) -> Rings:
    """Draw a ring round each household that has anybody on the sheet.

    everything: also services that stand already. A ring goes round one where it
    would take it in; where not, no service changes it. bars: of couples, which
    a ring had better not pass between. elsewhere: who stands apart from the
    rest, as round an ecomap: a ring without somebody who lives there would tell
    a wrong story, so their homes have none unless something is tied to them.
    """
    outlines: dict[Id, Outline] = {}
    rooms: dict[Id, tuple[Box, ...]] = {}
    doors: dict[Id, tuple[Point, ...]] = {}
    compromises: list[Compromise] = []
    rings_at: dict[Id, int] = {}
    for household in family.households:
        who = residents(family, household.id, people)
        apart = _apart(family, household.id, elsewhere)
        if not who or (apart and not any(household.id in tie.ends for tie in family.edges(Tie))):
            continue
        if apart:
            compromises.append(Compromise("left out", (household.id, *apart)))
        airs = {key: margin + NEST * rings_at.get(key, 0) for key in who}
        rings_at |= {key: rings_at.get(key, 0) + 1 for key in who}
        shape = _clear_shape(people, everything, airs, bars)
        rooms[household.id] = slabs(shape, SLAB)
        outlines[household.id] = ring = outline_of(shape)
        part = {edge.person for edge in members(family, household.id) if edge.part_time}
        doors[household.id] = _doors(ring, [people.boxes[key] for key in who if key not in part])
        if strangers := _strangers(everything, shape, who):
            compromises.append(Compromise("ring", (household.id, *strangers)))
    return Rings(outlines, rooms, doors, tuple(compromises))


def _apart(family: FamilyGraph, household: Id, elsewhere: Collection[Id]) -> tuple[Id, ...]:
    """Give who lives in a home now and stands elsewhere."""
    now = (edge.person for edge in members(family, household) if edge.until is None)
    return tuple(dict.fromkeys(person for person in now if person in elsewhere))


def _doors(ring: Outline, boxes: Sequence[Box]) -> tuple[Point, ...]:
    points = [point for line in flatten(ring, 1.0) for point in _evenly(line)]
    near = tuple((x, y) for x, y in points if any(box.grown(NEAR).contains((x, y)) for box in boxes))
    return near or tuple(points)


def _evenly(line: Polyline) -> Iterator[Point]:
    """Go round a loop in even steps."""
    route = Route(line)
    steps = max(1, round(route.length / EVERY))
    return (route.at(route.length * i / steps)[0] for i in range(steps))


def _clear_shape(people: Ground, everything: Ground, airs: Mapping[Id, float], bars: Sequence[Bar]) -> Shape:
    """Give the shape of a home, round services only where these would be taken in."""
    shape = _shape(people, airs, bars)
    if set(_strangers(everything, shape, airs)) <= people.boxes.keys():
        return shape
    return _shape(everything, airs, bars)


def _shape(ground: Ground, airs: Mapping[Id, float], bars: Sequence[Bar]) -> Shape:
    """Give the shape that holds the members, with air about each, and, where that can be, nobody else."""
    boxes = [ground.boxes[key] for key in airs]
    hull = around(boxes)
    assert hull is not None
    near = set(ground.near(hull.grown(WANDER))).difference(airs)
    bars = _around(bars, hull, airs)
    # On somebody's own names a mark can't be helped.
    marks = [mark for bar in bars for mark in bar.marks if not any(map(mark.overlaps, boxes))]
    field = Field([ground.boxes[key] for key in sorted(near)], bars, marks)
    boxes = levelled(boxes, field)
    # Who stand side by side have as much air as one another.
    margins = [
        max(air for other, air in zip(boxes, airs.values(), strict=True) if _beside(box, other))
        for box in boxes
    ]
    links = _links(boxes, field, margins)
    rooms = [room(box, margin, field.others, field.marks) for box, margin in zip(boxes, margins, strict=True)]
    soft = [*rooms, *(link.soft for link in links)]
    firm = [*(area([box], LEAST) for box in boxes), *(link.firm for link in links)]
    return joined_up(soft, firm, field.taken, field.near, field.nearer)


def _around(bars: Sequence[Bar], hull: Box, who: Collection[Id]) -> list[Bar]:
    """Give the bars that a home's ring may come near, of couples who don't both live there."""
    reach = hull.grown(WANDER)
    return [
        bar
        for bar in bars
        if not bar.who.issubset(who) and any(leg.overlaps(reach) for leg in along(bar.line, 1.0))
    ]


def _strangers(ground: Ground, shape: Shape, who: Collection[Id]) -> tuple[Id, ...]:
    """Give who stands in a ring, wholly or in part, and doesn't live there."""
    near = set(ground.near(Box(*shape.bounds))).difference(who)
    return tuple(key for key in sorted(near) if shape.intersects(area([ground.boxes[key].grown(-TOUCH)])))


def _links(boxes: Sequence[Box], field: Field, margins: Sequence[float]) -> list[Link]:
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
            join(i, j, wrapped(boxes[i], boxes[j], field, (margins[i], margins[j])))
    rows = [_row(boxes, group, mine) for mine in group]
    for i, j in pairs:
        if not _beside(boxes[i], boxes[j]) and _under(rows[i], rows[j]):
            join(i, j, wrapped(boxes[i], boxes[j], field, (margins[i], margins[j])))
    for i, j in pairs:
        if group[i] != group[j]:
            join(i, j, link_between(boxes[i], boxes[j], field))
    for i, j in pairs:
        if group[i] != group[j]:
            join(i, j, link_through(boxes[i], boxes[j]))
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
