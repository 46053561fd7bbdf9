"""Household rings: round those who live together, and round nobody else where that can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from genogram_app.drawing.geometry import flatten
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.kinship import members
from genogram_app.layout.corridors import joined
from genogram_app.layout.ground import Ground, around, dense
from genogram_app.layout.result import Compromise
from genogram_app.layout.rings import ring_round
from genogram_app.model.ids import Id

#: Air between a ring and somebody who lives elsewhere.
ASIDE = 2.0
#: Rings that share somebody lie this much further out, one round the other.
NEST = 3.0
#: How far apart the places lie at which a line may end, and how far from somebody who lives there.
EVERY, NEAR = 12.0, 30.0


@dataclass(frozen=True)
class Rings:
    """Rings by household, the rectangles that they were made of, and whom they take in by mistake.

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


def rings_of(family: FamilyGraph, people: Ground, everything: Ground, margin: float) -> Rings:
    """Draw a ring round each household that has anybody on the sheet.

    everything: also services that stand already. A ring goes round one where it
    would take it in; where not, no service changes it.
    """
    outlines: dict[Id, Outline] = {}
    rooms: dict[Id, tuple[Box, ...]] = {}
    doors: dict[Id, tuple[Point, ...]] = {}
    taken_in: list[Compromise] = []
    rings_at: dict[Id, int] = {}
    for household in family.households:
        who = residents(family, household.id, people)
        if not who:
            continue
        nested = max(rings_at.get(key, 0) for key in who)
        rings_at |= dict.fromkeys(who, nested + 1)
        boxes, others = _clear_rooms(people, everything, who, margin + NEST * nested)
        rooms[household.id] = boxes
        outlines[household.id] = ring = ring_round(boxes, others)
        part = {edge.person for edge in members(family, household.id) if edge.part_time}
        doors[household.id] = _doors(ring, [people.boxes[key] for key in who if key not in part])
        strangers = tuple(key for key in sorted(set(_within(everything, boxes)) - set(who)))
        if strangers:
            taken_in.append(Compromise("ring", (household.id, *strangers)))
    return Rings(outlines, rooms, doors, tuple(taken_in))


def _doors(ring: Outline, boxes: Sequence[Box]) -> tuple[Point, ...]:
    points = [point for line in flatten(ring, 1.0) for point in dense(line, EVERY)]
    near = tuple((x, y) for x, y in points if any(box.grown(NEAR).contains((x, y)) for box in boxes))
    return near or tuple(points)


def _clear_rooms(
    people: Ground, everything: Ground, who: Sequence[Id], margin: float
) -> tuple[tuple[Box, ...], list[Box]]:
    """Give the rooms of a home, round services only where these would be taken in."""
    boxes, others = _rooms(people, who, margin)
    if set(_within(everything, boxes)) == set(_within(people, boxes)):
        return boxes, others
    return _rooms(everything, who, margin)


def _rooms(ground: Ground, who: Sequence[Id], margin: float) -> tuple[tuple[Box, ...], list[Box]]:
    """Give rectangles that hold the members, joined to one another, and what they must keep clear of."""
    hull = around([ground.boxes[key] for key in who])
    assert hull is not None
    near = [key for key in ground.near(hull.grown(120.0)) if key not in set(who)]
    others = [ground.boxes[key].grown(ASIDE) for key in sorted(near)]
    whole = hull.grown(margin)
    if not _hit(whole, others):
        return (whole,), others
    cells = [_roomy(ground.boxes[key], margin, [ground.boxes[key] for key in near]) for key in who]
    return (*cells, *_links(cells, others)), others


def _roomy(box: Box, margin: float, others: Sequence[Box]) -> Box:
    """Give a member's box with air round it, less where somebody else stands close."""
    left, top, right, bottom = (margin,) * 4
    for other in others:
        if not other.overlaps(box.grown(margin + ASIDE)):
            continue
        gaps = {
            "left": box.left - other.right,
            "right": other.left - box.right,
            "top": box.top - other.bottom,
            "bottom": other.top - box.bottom,
        }
        side = max(gaps, key=lambda name: gaps[name])
        air = max(0.0, gaps[side] - ASIDE)
        left = min(left, air) if side == "left" else left
        right = min(right, air) if side == "right" else right
        top = min(top, air) if side == "top" else top
        bottom = min(bottom, air) if side == "bottom" else bottom
    return Box(box.left - left, box.top - top, box.right + right, box.bottom + bottom)


def _links(cells: Sequence[Box], others: Sequence[Box]) -> list[Box]:
    """Join all cells, the nearest first; straight through whoever is in the way if there is no other."""
    group = list(range(len(cells)))
    found: list[Box] = []
    pairs = sorted(
        combinations(range(len(cells)), 2), key=lambda pair: (_gap(cells[pair[0]], cells[pair[1]]), pair)
    )
    for last_resort in (False, True):
        for i, j in pairs:
            if group[i] == group[j]:
                continue
            way = joined(cells[i], cells[j], others)
            if way is None and last_resort:
                way = joined(cells[i], cells[j], ())
            if way is not None:
                found += way
                group = [group[i] if g == group[j] else g for g in group]
    return found


def _gap(a: Box, b: Box) -> float:
    across = max(a.left - b.right, b.left - a.right, 0.0)
    upright = max(a.top - b.bottom, b.top - a.bottom, 0.0)
    return across + upright


def _hit(box: Box, others: Sequence[Box]) -> bool:
    return any(box.overlaps(other) for other in others)


def _within(ground: Ground, boxes: Sequence[Box]) -> list[Id]:
    return [key for box in boxes for key in ground.near(box)]
