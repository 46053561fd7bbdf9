"""Household rings: round those who live together, and round nobody else where that can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from genogram_app.drawing.primitives import Box, Outline
from genogram_app.family.graph import FamilyGraph
from genogram_app.family.kinship import members
from genogram_app.layout.corridors import joined
from genogram_app.layout.ground import Ground, around
from genogram_app.layout.result import Compromise
from genogram_app.layout.rings import ring_round
from genogram_app.model.ids import Id

#: Air between a ring and somebody who lives elsewhere.
ASIDE = 2.0
#: Rings that share somebody lie this much further out, one round the other.
NEST = 3.0


@dataclass(frozen=True)
class Rings:
    """Rings by household, the rectangles that they were made of, and whom they take in by mistake."""

    outlines: Mapping[Id, Outline]
    rooms: Mapping[Id, tuple[Box, ...]]
    compromises: tuple[Compromise, ...]


def residents(family: FamilyGraph, household: Id, ground: Ground) -> tuple[Id, ...]:
    """Give who lives in a household now and is on the sheet; who lived there, where nobody does."""
    living = [edge for edge in members(family, household) if edge.person in ground.boxes]
    now = [edge for edge in living if edge.until is None]
    return tuple(dict.fromkeys(edge.person for edge in now or living))


def rings_of(family: FamilyGraph, ground: Ground, margin: float) -> Rings:
    """Draw a ring round each household that has anybody on the sheet."""
    outlines: dict[Id, Outline] = {}
    rooms: dict[Id, tuple[Box, ...]] = {}
    taken_in: list[Compromise] = []
    rings_at: dict[Id, int] = {}
    for household in family.households:
        who = residents(family, household.id, ground)
        if not who:
            continue
        nested = max(rings_at.get(key, 0) for key in who)
        rings_at |= dict.fromkeys(who, nested + 1)
        boxes, others = _rooms(ground, who, margin + NEST * nested)
        rooms[household.id] = boxes
        outlines[household.id] = ring_round(boxes, others)
        strangers = tuple(key for key in sorted(set(_within(ground, boxes)) - set(who)))
        if strangers:
            taken_in.append(Compromise("ring", (household.id, *strangers)))
    return Rings(outlines, rooms, tuple(taken_in))


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
