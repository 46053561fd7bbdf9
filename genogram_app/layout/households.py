"""Household rings: round those who live together, and round nobody else where that can be."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.kinship import members
from genogram_app.layout.corridors import Field, Link, levelled, link_between, link_through, wrapped
from genogram_app.layout.ground import Ground, around, dense
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
    bars: Sequence[Polyline] = (),
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
        nested = max(rings_at.get(key, 0) for key in who)
        rings_at |= dict.fromkeys(who, nested + 1)
        shape = _clear_shape(people, everything, who, margin + NEST * nested, bars)
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
    points = [point for line in flatten(ring, 1.0) for point in dense(line, EVERY)]
    near = tuple((x, y) for x, y in points if any(box.grown(NEAR).contains((x, y)) for box in boxes))
    return near or tuple(points)


def _clear_shape(
    people: Ground, everything: Ground, who: Sequence[Id], margin: float, bars: Sequence[Polyline]
) -> Shape:
    """Give the shape of a home, round services only where these would be taken in."""
    shape = _shape(people, who, margin, bars)
    if set(_strangers(everything, shape, who)) <= people.boxes.keys():
        return shape
    return _shape(everything, who, margin, bars)


def _shape(ground: Ground, who: Sequence[Id], margin: float, bars: Sequence[Polyline]) -> Shape:
    """Give the shape that holds the members and, where that can be, nobody else."""
    boxes = [ground.boxes[key] for key in who]
    hull = around(boxes)
    assert hull is not None
    near = set(ground.near(hull.grown(WANDER))).difference(who)
    field = Field([ground.boxes[key] for key in sorted(near)], bars)
    boxes = levelled(boxes, field)
    links = _links(boxes, field, margin)
    soft = [*(room(box, margin, field.others) for box in boxes), *(link.soft for link in links)]
    firm = [*(area([box], LEAST) for box in boxes), *(link.firm for link in links)]
    return joined_up(soft, firm, area(field.others))


def _strangers(ground: Ground, shape: Shape, who: Sequence[Id]) -> tuple[Id, ...]:
    """Give who stands in a ring, wholly or in part, and doesn't live there."""
    near = set(ground.near(Box(*shape.bounds))).difference(who)
    return tuple(key for key in sorted(near) if shape.intersects(area([ground.boxes[key].grown(-TOUCH)])))


def _links(boxes: Sequence[Box], field: Field, margin: float) -> list[Link]:
    """Join all members: whoever nobody separates, then the nearest; straight through others at the last."""
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
        join(i, j, wrapped(boxes[i], boxes[j], field, margin))
    for i, j in pairs:
        if group[i] != group[j]:
            join(i, j, link_between(boxes[i], boxes[j], field))
    for i, j in pairs:
        if group[i] != group[j]:
            join(i, j, link_through(boxes[i], boxes[j]))
    return found


def _gap(a: Box, b: Box) -> float:
    across = max(a.left - b.right, b.left - a.right, 0.0)
    upright = max(a.top - b.bottom, b.top - a.bottom, 0.0)
    return across + upright
