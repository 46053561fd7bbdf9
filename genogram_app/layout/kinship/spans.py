"""Chains as rigid spans: how far each member stands from the first, and where children hang."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.kinship.kin import Kin
from genogram_app.layout.sheet.extents import HAIRLINE, Extent, Options, Size, Trace
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond, LivesIn

#: Air on either side of the line that goes down between two partners' names.
BESIDE_DROP = 5.0
#: How much of that air an only child's line may take, to run straight.
SLIDE = 2.5
#: How much more air the line has on the side where a ring lies round the one alone, so that the ring's edge
#: and the line don't run on each other.
BESIDE_RING = 8.0
#: Air on either side of a label that lies on a couple's bar.
BESIDE_LABEL = 4.0
#: How much longer the bar of a couple is who have a relationship as well.
BESIDE_BAR = 24.0
#: How much longer it is for words between two homes, so that they stand on the edge of neither.
BETWEEN_HOMES = 16.0
#: Room for a mark in half of a bar: the child's line hangs from its middle.
MARKED = 34.0
#: How far apart several lines start from the same parents: one of them may be double.
ASIDE = 12.0


@dataclass(frozen=True, slots=True)
class Span:
    """A chain of people at fixed distances: `at` from the first, and how far it reaches to both sides."""

    people: tuple[int, ...]
    at: tuple[float, ...]
    left: float
    right: float


def span_of(
    kin: Kin,
    people: Sequence[int],
    between: Mapping[frozenset[int], Id],
    extents: Mapping[Id, Extent],
    labels: Mapping[Id, Size],
    options: Options,
) -> Span:
    """Measure a chain. between: the union of each two partners."""
    boxes = [extents[kin.ids[who]] for who in people]
    at = [0.0]
    for i, (a, b) in enumerate(pairwise(boxes)):
        union = between.get(frozenset(people[i : i + 2]))
        if union is None:
            at.append(at[-1] + a.box.right - b.box.left + options.gap)
            continue
        label = labels[union][0] + 2 * BESIDE_LABEL if union in labels else 0.0
        bar = a.half[0] + b.half[0] + max(options.bar, label)
        names = a.box.right - b.box.left + 2 * BESIDE_DROP + ASIDE * (kin.trunks.get(union, 1) - 1)
        at.append(at[-1] + max(names, bar))
    left = min(x + extent.box.left for x, extent in zip(at, boxes, strict=True))
    right = max(x + extent.box.right for x, extent in zip(at, boxes, strict=True))
    return Span(tuple(people), tuple(at), -left, right)


def drop_between(
    ax: float,
    a: Extent,
    bx: float,
    b: Extent,
    trunks: int = 1,
    apart: tuple[bool, bool] = (False, False),
    wish: float | None = None,
) -> float:
    """Give where lines go down between two neighbours: the middle, or as near as their names leave room.

    trunks: how many lines, side by side. apart: on which sides the ring of a home goes down
    beside the names, from which the line keeps off where there is room. wish: where an only child
    stands; taken where there is room, so that its line is straight.
    """
    beside = BESIDE_DROP + ASIDE * (trunks - 1) / 2
    least, most = ax + a.foot[1] + beside, bx + b.foot[0] - beside
    middle = (ax + a.half[0] + bx - b.half[0]) / 2
    if least > most:
        return (least + most) / 2
    least, most = _off_rings(least, most, apart)
    if wish is not None and trunks == 1 and least - SLIDE <= wish <= most + SLIDE:
        return wish
    return max(least, min(middle, most))


def _off_rings(least: float, most: float, apart: tuple[bool, bool]) -> tuple[float, float]:
    """Narrow the room of a line between two by the rings on its sides, as far as there is room."""
    if not any(apart):
        return least, most
    air = min(BESIDE_RING, (most - least) / sum(apart))
    return least + air * apart[0], most - air * apart[1]


def bars_with_more(
    family: FamilyGraph, labels: Mapping[Id, Size], traces: Mapping[Id, Trace]
) -> dict[Id, Size]:
    """Give the room for words on bars that have more: a mark, edges of homes, a relationship beside them."""
    related = {frozenset(bond.ends) for bond in family.edges(Bond)}
    homes, couples = _homes(family), kinship.couples(family)
    found: dict[Id, Size] = {}
    for union in family.unions:
        width, height = labels.get(union.id, (0.0, 0.0))
        pair = frozenset(couples.get(union.id, ()))
        if pair in related:
            width += BESIDE_BAR
        if union.id in labels and len({homes.get(who) for who in pair}) > 1 and pair <= homes.keys():
            width += BETWEEN_HOMES
        if traces.get(union.id, HAIRLINE).knots:
            width = max(width, MARKED)
        found[union.id] = width, height
    return found


def _homes(family: FamilyGraph) -> dict[Id, frozenset[Id]]:
    """Give the homes of everybody who has any."""
    found: dict[Id, set[Id]] = defaultdict(set)
    for stay in family.edges(LivesIn):
        found[stay.person].add(stay.household)
    return {who: frozenset(homes) for who, homes in found.items()}
