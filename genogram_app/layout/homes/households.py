"""Household rings: round those who live together, and round nobody else where that can be."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.drawing.routes import Route
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.kinship import homes_of, members, staying
from genogram_app.layout.homes.enclosures import NOTHING, Drawn, Enclosure, Homes, enclosed, strangers_in
from genogram_app.layout.homes.rings import outline_of
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.result import Compromise
from genogram_app.model.ids import Id
from genogram_app.model.ties import LivesIn, Tie

#: How far apart the places lie at which a line may end, and how far from somebody who lives there.
EVERY, NEAR = 12.0, 30.0


#: What gives the ground of each home, as `enclosed` does.
Enclose = Callable[[Homes, Ground, Ground, float, Drawn], Mapping[Id, Enclosure]]


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
    """Give who is on the sheet and lives in a household, or did to its end; else who ever lived there.

    Somebody who has died lives nowhere now; in a home that ended before, they are with the others. Who left
    with its end while others stayed, as a child leaves carers, stands in the ring of the home they have now.
    """
    places = staying(family, household) or members(family, household)
    if any(edge.until is None for edge in places):
        places = tuple(edge for edge in places if edge.until is None or not _has_moved(family, edge))
    return tuple(dict.fromkeys(edge.person for edge in places if edge.person in ground.boxes))


def _has_moved(family: FamilyGraph, stay: LivesIn) -> bool:
    """Say whether somebody lives in another home now: a ring is round them there."""
    homes = homes_of(family, stay.person)
    return any(edge.until is None and edge.household != stay.household for edge, _ in homes)


def rings_of(
    family: FamilyGraph,
    people: Ground,
    everything: Ground,
    margin: float,
    drawn: Drawn = NOTHING,
    elsewhere: Collection[Id] = (),
    enclose: Enclose = enclosed,
) -> Rings:
    """Draw a ring round each household that has anybody on the sheet.

    everything: also services that stand already. A ring goes round one where it
    would take it in; where not, no service changes it. elsewhere: who stands
    apart from the rest, as round an ecomap: a ring without somebody who lives
    there would tell a wrong story, so their homes have none unless something is
    tied to them. enclose: what finds the ground of each.
    """
    homes: dict[Id, tuple[Id, ...]] = {}
    compromises: list[Compromise] = []
    for household in family.households:
        who = residents(family, household.id, people)
        apart = _apart(family, household.id, elsewhere)
        if who and (not apart or any(household.id in tie.ends for tie in family.edges(Tie))):
            homes[household.id] = who
            compromises += [Compromise("left out", (household.id, *apart))] if apart else []
    grounds = enclose(homes, people, everything, margin, drawn)
    outlines = {key: outline_of(grounds[key].shape) for key in homes}
    doors = {}
    for key, who in homes.items():
        part = {edge.person for edge in members(family, key) if edge.part_time}
        doors[key] = _doors(outlines[key], [people.boxes[one] for one in who if one not in part])
        if strangers := strangers_in(grounds[key].shape, everything, who):
            compromises.append(Compromise("ring", (key, *strangers)))
    return Rings(outlines, {key: grounds[key].boxes for key in homes}, doors, tuple(compromises))


def _apart(family: FamilyGraph, household: Id, elsewhere: Collection[Id]) -> tuple[Id, ...]:
    """Give who lives in a home, or did to its end, and stands elsewhere."""
    now = (edge.person for edge in staying(family, household))
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
