"""Lines to children that could be taken for one another, or that run over somebody: empty is good."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.extents import Extent
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.ids import Id
from genogram_app.model.ties import ChildOf

#: Two families' lines nearer than this, side by side for more than so far, read as one line (points).
NEAR, FAR = 6.0, 10.0
#: Places are kept to hundredths.
ROUNDED = 0.05
#: Two that lie on each other do so sooner.
MERGED, FOR = 2.0, 2.0
#: How far a line may graze somebody's symbol or name.
TOUCH = 0.5


@dataclass(frozen=True, slots=True)
class Leg:
    """A straight piece of the lines from one set of parents, and whose children's it is."""

    parent: Id
    children: frozenset[Id]
    a: Point
    b: Point

    @property
    def level(self) -> bool:
        return self.a[1] == self.b[1]

    @property
    def at(self) -> float:
        return self.a[1] if self.level else self.a[0]

    @property
    def stretch(self) -> tuple[float, float]:
        low, high = sorted((self.a[not self.level], self.b[not self.level]))
        return low, high


def legs_of(family: FamilyGraph, layout: Layout) -> Iterator[Leg]:
    """Give every upright and level piece of the lines to children."""
    edges = {edge.id: edge for edge in family.edges(ChildOf)}
    lines: list[tuple[tuple[Id, ...], Polyline]] = [((key,), line) for key, line in layout.descents.items()]
    lines += [(sibship.links, line) for sibship in layout.sibships for line in sibship.lines]
    for links, line in lines:
        children = frozenset(edges[link].child for link in links)
        for a, b in pairwise(line):
            if a != b and (a[0] == b[0] or a[1] == b[1]):
                yield Leg(edges[links[0]].parent, children, a, b)


def taken_for_one(family: FamilyGraph, layout: Layout) -> list[tuple[Leg, Leg]]:
    """Give what runs side by side so near to what comes from other parents that both read as one."""
    legs = list(legs_of(family, layout))
    return [
        (one, other)
        for one, other in combinations(legs, 2)
        # Who is cared for elsewhere has their lines side by side on purpose.
        if one.parent != other.parent and one.children.isdisjoint(other.children) and _alike(one, other)
    ]


def _alike(one: Leg, other: Leg) -> bool:
    if one.level != other.level:
        return False
    gap = abs(one.at - other.at)
    shared = min(one.stretch[1], other.stretch[1]) - max(one.stretch[0], other.stretch[0])
    return (gap < NEAR - ROUNDED and shared > FAR) or (gap < MERGED and shared > FOR)


def over_somebody(family: FamilyGraph, layout: Layout, extents: Mapping[Id, Extent]) -> list[tuple[Leg, str]]:
    """Give lines to children that run through a symbol or a name."""
    parts = {
        f"{key}/{name}": part.moved(*place).grown(-TOUCH)
        for key, place in layout.places.items()
        for name, part in extents[key].parts.items()
        if name in ("symbol", "words")
    }
    return [
        (leg, part)
        for leg in legs_of(family, layout)
        for part, box in parts.items()
        if box.overlaps(_box(leg)) and part != f"{leg.parent}/symbol" and not _comes_to(leg, part)
    ]


def _comes_to(leg: Leg, part: str) -> bool:
    """Say whether it is the child's own symbol, at whose edge the line ends."""
    who, _, name = part.partition("/")
    return name == "symbol" and who in leg.children and not leg.level


def _box(leg: Leg) -> Box:
    (ax, ay), (bx, by) = leg.a, leg.b
    return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
