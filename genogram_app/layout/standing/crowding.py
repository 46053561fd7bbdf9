"""Whether a sheet still reads: nobody over anybody, children below their parents, couples in one row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from genogram_app.drawing.primitives import Box, Point
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.extents import Extent
from genogram_app.model.ids import Id
from genogram_app.model.ties import ChildOf

#: Boxes may touch by this much; a child is at least so far below, partners at most so far apart in height.
TOUCH, BELOW, LEVEL = 0.5, 30.0, 12.0


def faults(
    family: FamilyGraph,
    extents: Mapping[Id, Extent],
    places: Mapping[Id, Point],
    care_kinds: frozenset[str],
) -> int:
    """Count what a reader would trip over among what has a place."""
    there = {key: at for key, at in places.items() if key in family and key in extents}
    return sum(1 for _ in _overlaps(extents, there)) + sum(1 for _ in _askew(family, there, care_kinds))


def _overlaps(extents: Mapping[Id, Extent], there: Mapping[Id, Point]) -> Iterator[tuple[Box, Box]]:
    """Go through the pairs of figures that lie over each other, from left to right."""
    boxes = sorted(
        (extents[key].box.grown(-TOUCH).moved(*at) for key, at in there.items()),
        key=lambda box: (box.left, box.top),
    )
    for number, box in enumerate(boxes):
        for other in boxes[number + 1 :]:
            if other.left >= box.right:
                break
            if box.overlaps(other):
                yield box, other


def _askew(
    family: FamilyGraph, there: Mapping[Id, Point], care_kinds: frozenset[str]
) -> Iterator[tuple[Id, Id]]:
    """Go through the children who stand beside or above a parent, and couples in different rows."""
    for link in family.edges(ChildOf):
        for parent in kinship.parent_people(family, link):
            both = link.kind not in care_kinds and link.child in there and parent.id in there
            if both and there[link.child][1] - there[parent.id][1] < BELOW:
                yield link.child, parent.id
    for union in family.unions:
        row = [there[p.id][1] for p in kinship.partners(family, union.id) if p.id in there]
        if row and max(row) - min(row) > LEVEL:
            yield union.id, union.id
