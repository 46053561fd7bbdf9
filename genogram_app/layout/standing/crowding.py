"""Whether a sheet still reads: nobody over anybody, children below their parents, couples in one row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from genogram_app.drawing.primitives import Box, Point
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.extents import Extent
from genogram_app.layout.standing.fault import Fault, Way
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
    return sum(1 for _ in crowdings(family, extents, places, care_kinds))


def crowdings(
    family: FamilyGraph,
    extents: Mapping[Id, Extent],
    places: Mapping[Id, Point],
    care_kinds: frozenset[str],
) -> Iterator[Fault]:
    """Go through what a reader would trip over among what has a place."""
    there = {key: at for key, at in places.items() if key in family and key in extents}
    for pair in map(frozenset, _overlaps(extents, there)):
        yield Fault(Way.OVER_EACH_OTHER, pair, pair)
    yield from _askew(family, there, care_kinds)


def _overlaps(extents: Mapping[Id, Extent], there: Mapping[Id, Point]) -> Iterator[tuple[Id, Id]]:
    """Go through the pairs of figures that lie over each other, from left to right."""
    boxes = sorted(_shrunk(extents[key].box, at, key) for key, at in there.items())
    for number, (_, top, right, bottom, key) in enumerate(boxes, 1):
        for at in range(number, len(boxes)):
            left, over, _, under, other = boxes[at]
            if left >= right:
                break
            if over < bottom and under > top:
                yield key, other


def _shrunk(box: Box, place: Point, key: Id) -> tuple[float, float, float, float, Id]:
    """Give the left, top, right and bottom of a figure's box, less what may touch, and whose it is."""
    x, y = place[0] + TOUCH, place[1] + TOUCH
    return box.left + x, box.top + y, box.right + x - 2 * TOUCH, box.bottom + y - 2 * TOUCH, key


def _askew(family: FamilyGraph, there: Mapping[Id, Point], care_kinds: frozenset[str]) -> Iterator[Fault]:
    """Go through the children who stand beside or above a parent, and couples in different rows."""
    couples, people = kinship.couples(family), {person.id for person in family.people}
    for link in family.edges(ChildOf):
        alone = [link.parent] if link.parent in people else []
        for parent in couples.get(link.parent, alone):
            both = link.kind not in care_kinds and link.child in there and parent in there
            if both and there[link.child][1] - there[parent][1] < BELOW:
                yield Fault(Way.NOT_BELOW, frozenset((link.child, parent)), frozenset((link.child,)))
    for union, couple in couples.items():
        row = [there[who][1] for who in couple if who in there]
        if row and max(row) - min(row) > LEVEL:
            yield Fault(Way.NOT_LEVEL, frozenset((union,)), frozenset(couple))
