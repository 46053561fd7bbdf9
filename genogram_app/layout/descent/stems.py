"""Where lines to children begin, so that who joins a row stands on the right side of them."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from genogram_app.drawing.primitives import Point
from genogram_app.layout.descent.bars import Bars
from genogram_app.layout.kinship.kin import Kin
from genogram_app.layout.sheet.extents import Extent
from genogram_app.layout.sheet.ground import Ground
from genogram_app.model.ids import Id


@dataclass(frozen=True, slots=True)
class Stem:
    """A line down to children: from whom, a union or one parent, and how far right it begins."""

    parent: Id
    x: float


def stems_of(
    kin: Kin, places: Mapping[Id, Point], extents: Mapping[Id, Extent], among: Container[Id]
) -> dict[Id, Stem]:
    """Give the lines of some, and of their brothers and sisters, from the parents of birth or adoption."""
    broods = [brood for brood in kin.births if any(kin.ids[child] in among for child in brood.children)]
    bars = Bars(kin, places, extents, Ground.of(places, extents))
    middles = bars.middles({brood.parent for brood in broods})
    found: dict[Id, Stem] = {}
    for brood in broods:
        alone = places[kin.ids[brood.partners[0]]][0]
        stem = Stem(brood.parent, middles.get(brood.parent, alone))
        for child in brood.children:
            found.setdefault(kin.ids[child], stem)
    return found


def crossed(mine: Stem, row: Sequence[Stem | None]) -> list[int]:
    """Count for each gap of a row, its ends too, the lines that one would cross that ends there."""
    others = [None if stem is None or stem.parent == mine.parent else stem.x - mine.x for stem in row]
    count = sum(1 for x in others if x is not None and x < 0)
    found = [count]
    for x in others:
        if x is not None:
            count += (x > 0) - (x < 0)
        found.append(count)
    return found
