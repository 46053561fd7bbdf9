"""What layout gives: where everything is. Points, y down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import dist
from types import MappingProxyType
from typing import Any

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.model.ids import Id

#: So many points has a bar of two lines that meet.
MEETING = 3


@dataclass(frozen=True, slots=True)
class UnionBar:
    """The line between two partners, and the point from which their children hang.

    A union with one known partner has a bar of no points; its `middle` lies
    under that partner's name. With three or more partners the bar passes them all.
    Of two who were never a couple it is two lines that meet in the middle; none where
    their only children have a line from each.
    """

    points: Polyline
    middle: Point

    @property
    def span(self) -> tuple[Point, Point]:
        """Give the stretch that words about the two stand beside: the longest, over two lines that meet."""
        if len(self.points) == MEETING:
            return self.points[0], self.points[-1]
        return max(pairwise(self.points or (self.middle, self.middle)), key=lambda leg: dist(*leg))


@dataclass(frozen=True, slots=True)
class Sibship:
    """The ink that several child links share: the way down from the parents, and the bar.

    links: the child links that hang from it, the one whose ink it wears first.
    lines: polylines to be drawn in that ink. Each link's own stem is in `Layout.descents`.
    """

    parent: Id
    links: tuple[Id, ...]
    lines: tuple[Polyline, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label stands: the middle of its text, and the box that was kept for it.

    leader: where it couldn't stand at its line, a thin line from the box to a
    point on the line.
    """

    centre: Point
    box: Box
    leader: Polyline | None = None


@dataclass(frozen=True, slots=True)
class Compromise:
    """Something that couldn't be drawn as it should: `kind` of it, and whom it touches."""

    kind: str
    who: tuple[Id, ...]


def _nothing() -> Mapping[Id, Any]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Layout:
    """Where everything is.

    places: the middle of each person's symbol and of each service's box, to
    hundredths unless placed by hand; who isn't in the view isn't in it. bars:
    by union. descents: by child link, from the parents (or from the shared bar)
    to the edge of the child's symbol. sibships: ink that several links share.
    stubs: short lines to who isn't drawn (see `layout.stubs`).
    bonds, ties: by id, from edge to edge, curves flattened. rings: by household.
    marks: where on the lines of couples and children the signs that come once stand,
    by line: one point for those that like to stand at one place; and where those of a
    relationship stand that had to slide along it. labels: by the id of what they name.
    bounds: round everything. warnings: what couldn't be kept to, such as a ring round
    somebody who lives elsewhere.
    """

    places: Mapping[Id, Point] = field(default_factory=_nothing)
    bars: Mapping[Id, UnionBar] = field(default_factory=_nothing)
    descents: Mapping[Id, Polyline] = field(default_factory=_nothing)
    sibships: tuple[Sibship, ...] = ()
    stubs: Mapping[Id, Polyline] = field(default_factory=_nothing)
    bonds: Mapping[Id, Polyline] = field(default_factory=_nothing)
    ties: Mapping[Id, Polyline] = field(default_factory=_nothing)
    rings: Mapping[Id, Outline] = field(default_factory=_nothing)
    marks: Mapping[Id, tuple[Point, ...]] = field(default_factory=_nothing)
    labels: Mapping[Id, Spot] = field(default_factory=_nothing)
    bounds: Box = Box(0.0, 0.0, 0.0, 0.0)
    warnings: tuple[Compromise, ...] = ()


def ink_of(
    bars: Mapping[Id, UnionBar], stems: Mapping[Id, Polyline], shared: Sequence[Sibship]
) -> dict[Id, list[Polyline]]:
    """Give the family's own lines by whose they are."""
    found = {key: [bar.points] for key, bar in bars.items() if bar.points}
    found |= {key: [line] for key, line in stems.items()}
    for sibship in shared:
        found[sibship.links[0]] = [*found[sibship.links[0]], *sibship.lines]
    return found
