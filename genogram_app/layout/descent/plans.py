"""What a line to children is planned as: where it starts, whom it leads to, and its ways between rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Point
from genogram_app.layout.kinship.kin import Brood
from genogram_app.model.ids import Id


@dataclass(frozen=True, slots=True)
class Hanging:
    """Children of one brood in one row: where their line starts, and where each of theirs ends.

    tops: how far across each of theirs leaves the bar: straight above its end,
    or for those who were born together all at one point.
    """

    brood: Brood
    start: Point | None
    start_row: int
    row: int
    ends: tuple[tuple[Id, Point], ...]
    tops: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A hanging's wires, first to last, and how x goes from each to the next."""

    hanging: Hanging
    wires: tuple[int, ...]
    xs: tuple[float, ...]


def tops_of(brood: Brood, ends: Sequence[tuple[Id, Point]]) -> tuple[float, ...]:
    """Give where the lines of a brood's children leave their bar."""
    births = dict(zip(brood.links, brood.births or brood.links, strict=True))
    together: dict[Id, list[float]] = defaultdict(list)
    for link, (x, _) in ends:
        together[births[link] or link].append(x)
    return tuple(fmean(together[births[link] or link]) for link, _ in ends)


def tidy(points: Polyline) -> Polyline:
    """Leave out points that repeat the one before."""
    return tuple(point for i, point in enumerate(points) if i == 0 or point != points[i - 1])
