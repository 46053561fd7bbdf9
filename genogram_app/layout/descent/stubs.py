"""Short lines on from a family's own: to children who aren't drawn, to parents not named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.extents import Options
from genogram_app.layout.sheet.result import Sibship
from genogram_app.model.base import Blank
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, Union

#: How long a stub is, and the size of the sign at its end, in points.
STUB, UP, SIGN = 15.0, 10.0, 9.0
#: How far over a single child a stub leaves its line, and how far under a single parent.
OVER, UNDER = 9.0, 5.0
#: How far over the leg of one of those born together a sign stands, in points.
LEG = SIGN / 2 + 4.0


def around_stub(line: Polyline) -> Box:
    """Give the box round a stub and its sign: at its right end, or over an upright one."""
    (left, low), (right, y) = line[0], line[-1]
    if left == right:
        return Box(left - SIGN / 2, y - SIGN, left + SIGN / 2, low)
    return Box(left, y - SIGN / 2, right + SIGN, y + SIGN / 2)


def around_sign(line: Polyline) -> Box:
    """Give the box round the sign at the end of a stub."""
    (left, _), (right, y) = line[0], line[-1]
    if left == right:
        return Box(left - SIGN / 2, y - SIGN, left + SIGN / 2, y)
    return Box(right, y - SIGN / 2, right + SIGN, y + SIGN / 2)


class Stubs:
    """The stubs of a sheet: by parents for children who aren't drawn, by link for a parent not named."""

    def __init__(
        self,
        family: FamilyGraph,
        descents: Mapping[Id, Polyline],
        sibships: Sequence[Sibship],
        options: Options,
    ) -> None:
        self._family, self._descents, self._sibships = family, descents, sibships
        self._blood, self._birth = options.blood_kinds, options.blood_kinds | options.paternity.doubts

    def drawn(self) -> dict[Id, Polyline]:
        """Give every stub: to the right, or upwards where nobody's parents are on the sheet."""
        right = {key: ((x, y), (x + STUB, y)) for key, (x, y) in self._other_parents()}
        right |= {key: ((x, y), (x + self._clear_of_legs((x, y)), y)) for key, (x, y) in self._open_ends()}
        up = {key: ((x, y), (x, y - UP)) for key, (x, y) in self._no_parents()}
        return dict(sorted((right | up).items()))

    def _open_ends(self) -> Iterator[tuple[Id, Point]]:
        parents: list[Union | Person] = [*self._family.unions, *self._family.people]
        for key in [parent.id for parent in parents if parent.more]:
            links = [link for link in kinship.links_down(self._family, key) if self._is_drawn(link)]
            if links:
                yield key, self._right_end(key, links)

    def _clear_of_legs(self, at: Point) -> float:
        """Give how long a stub is: its sign stands over the legs of those born together that begin there."""
        x, y = at
        ends = [line[-1] for line in self._descents.values() if len(line) > 1 and line[-2] == at]
        legs = [(to_x - x, to_y - y) for to_x, to_y in ends if to_x > x and to_y > y]
        return max([STUB, *(min(dx, dx / dy * LEG) for dx, dy in legs)])

    def _is_drawn(self, link: ChildOf) -> bool:
        return len(self._descents.get(link.id, ())) > 1

    def _right_end(self, parent: Id, links: Sequence[ChildOf]) -> Point:
        """Give where the line of brothers and sisters ends on the right."""
        bars = [sibship.lines[-1] for sibship in self._sibships if sibship.parent == parent]
        if bars:
            return max([point for bar in bars for point in bar])
        x, y = self._descents[links[-1].id][-1]
        return x, y - OVER

    def _other_parents(self) -> Iterator[tuple[Id, Point]]:
        """Go through single parents by birth, each with a child of theirs."""
        done: set[Id] = set()
        couples = kinship.couples(self._family)
        alone = {union for union, partners in couples.items() if len(partners) == 1}
        alone.update(person.id for person in self._family.people)
        for link in self._family.edges(ChildOf):
            if link.parent in alone and link.parent not in done and self._is_alone(link):
                done.add(link.parent)
                x, y = self._start(link)
                yield link.id, (x, y + UNDER)

    def _is_alone(self, link: ChildOf) -> bool:
        """Say whether one parent's child hangs from them by birth, of whose other nothing was said."""
        if link.kind not in self._blood or not self._is_drawn(link) or self._has_other(link):
            return False
        # A couple of whom one is kept back from the reader looks like a parent alone: nothing tells of them.
        return self._family.get(Person, link.child).parents is not Blank.NONE

    def _has_other(self, link: ChildOf) -> bool:
        """Say whether a line leads from another parent by birth, sure or in doubt."""
        return any(
            other.parent != link.parent and other.kind in self._birth and other.parent in self._parents
            for other in kinship.links_up(self._family, link.child)
        )

    @cached_property
    def _parents(self) -> set[Id]:
        """Give every couple, person and service from whom a line to a child leads."""
        return {link.parent for link in self._family.edges(ChildOf) if self._is_drawn(link)}

    def _no_parents(self) -> Iterator[tuple[Id, Point]]:
        """Go through brothers and sisters neither of whose parents is on the sheet, each with a link."""
        for sibship in self._sibships:
            union = self._family.find(Union, sibship.parent)
            if union and not kinship.partners(self._family, union.id):
                (left, y), (right, _) = sibship.lines[-1][0], sibship.lines[-1][-1]
                yield sibship.links[0], ((left + right) / 2, y)

    def _start(self, link: ChildOf) -> Point:
        """Give where the line from a parent to its children begins."""
        for sibship in self._sibships:
            if link.id in sibship.links:
                return sibship.lines[0][0]
        return self._descents[link.id][0]
