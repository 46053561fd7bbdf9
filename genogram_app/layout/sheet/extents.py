"""What layout is told: how big each figure and label is, and which lines mean what.

All sizes in points. Whoever draws measures; layout only places.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import inf
from types import MappingProxyType
from typing import NamedTuple

from genogram_app.drawing.primitives import Box, Outline
from genogram_app.drawing.shapes import rect
from genogram_app.family.from_each import Doubt, from_each
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.ids import Id
from genogram_app.model.paternity import NEVER_ASKED, Paternity

#: Width and height of a label.
Size = tuple[float, float]


@dataclass(frozen=True)
class Extent:
    """How big a person's figure or a service's box is, seen from the middle of its symbol.

    outline: the symbol's edge round (0, 0), where lines stop. box: symbol and
    all its words together, names below. half: half the symbol's width and
    height. badges: what stands beside or over the symbol. under: the words under
    it by themselves; None where that is all of the box that lies under the symbol.
    """

    outline: Outline
    half: Size
    box: Box
    badges: tuple[Box, ...] = ()
    under: Box | None = None

    @property
    def words(self) -> Box | None:
        """Give the box of the words under the symbol; None where there are none."""
        box = self.under or self.box
        if box.bottom <= self.half[1] + 1:
            return None
        return Box(box.left, self.half[1] + 1, box.right, box.bottom)

    @cached_property
    def foot(self) -> tuple[float, float]:
        """Give how far what hangs lower than the middle reaches to the left and to the right."""
        low = [box for box in self.parts.values() if box.bottom > 0]
        return min(box.left for box in low), max(box.right for box in low)

    @cached_property
    def parts(self) -> Mapping[str, Box]:
        """Give the symbol's own box ("symbol"), and those of its "words" and its badges ("badge0" …)."""
        words = self.words
        symbol = Box(-self.half[0], -self.half[1], self.half[0], self.half[1]) if words else self.box
        badges = {f"badge{number}": badge for number, badge in enumerate(self.badges)}
        return {"symbol": symbol} | ({"words": words} if words else {}) | badges

    @classmethod
    def of_box(cls, width: float, height: float) -> Extent:
        """Give the extent of a plain box with nothing beside it."""
        box = Box(-width / 2, -height / 2, width / 2, height / 2)
        return cls(rect(box), (width / 2, height / 2), box)


class Knot(NamedTuple):
    """Where a mark stands on a line, and how far it goes to each side.

    share: of the line's length. shift: so many points further on. every: on a
    line longer than this it stands again about that often; 0: it stands once.
    along: how far it goes along its line, with what it clears; 0: as far as to
    the sides. upright: whether it isn't turned with its line.
    """

    share: float
    shift: float
    size: float
    every: float = 0.0
    along: float = 0.0
    upright: bool = False

    def shares(self, length: float) -> list[float]:
        """Give where it stands on a line of some length (as `drawing.strands` puts marks)."""
        count = round(length / self.every) if self.every else 1
        return [(number + 0.5) / count for number in range(count)] if count > 1 else [self.share]


@dataclass(frozen=True, slots=True)
class Trace:
    """How much room a line's ink takes.

    reach: how far its strands go to each side of its route. knots: its marks.
    whole: whether words must never interrupt it.
    """

    reach: float = 0.8
    knots: tuple[Knot, ...] = ()
    whole: bool = False

    @property
    def once(self) -> tuple[Knot, ...]:
        """Give the marks that stand once: on lines of the family layout finds them a place."""
        return tuple(knot for knot in self.knots if not knot.every)

    @property
    def again(self) -> Trace:
        """Give the same line with no marks but those that come again and again."""
        return replace(self, knots=tuple(knot for knot in self.knots if knot.every))

    @property
    def at_ends(self) -> Trace:
        """Give the same line with no marks but those at its ends, such as arrows."""
        return replace(self, knots=tuple(knot for knot in self.knots if not 0.2 <= knot.share <= 0.8))

    @property
    def breadth(self) -> float:
        """How far from its route a line's ink goes, marks and all."""
        return max((self.reach, *(knot.size for knot in self.knots)))

    @property
    def turned(self) -> Trace:
        """Give the same line seen from its other end."""
        knots = tuple(knot._replace(share=1 - knot.share, shift=-knot.shift) for knot in self.knots)
        return replace(self, knots=knots)


#: A plain line.
HAIRLINE = Trace()


@dataclass(frozen=True)
class Options:
    """What layout needs to know of cards, and how much air there is between things.

    care_kinds: child links that don't pull a child out of its birth family.
    blood_kinds: child links whose ink a shared sibling bar wears. ended_kinds:
    states of a union that are over. apart_kinds: those of two who have a child and
    were never a couple. left_kinds: genders that stand on the left
    of a couple, and right_kinds on the right. youngest_left: whether brothers and sisters stand the youngest
    first. sectors: where round the sheet a service likes to stand, in
    turns clockwise from the top. traces: how much room the ink of each line takes.
    folds: how large labels are that may be folded into more lines, fewest first.
    widest: a generation that takes more width than this stands in several rows.
    together: who stands in one of those rows all the same, as far as it has room.
    of_all: child links whose label says the same of all children of those parents.
    paternity: the kinds of child links that ask who a parent is. doubts: links to
    couples one of whom is sure.
    """

    care_kinds: frozenset[str] = frozenset()
    blood_kinds: frozenset[str] = frozenset()
    ended_kinds: frozenset[str] = frozenset()
    apart_kinds: frozenset[str] = frozenset()
    left_kinds: frozenset[str] = frozenset()
    right_kinds: frozenset[str] = frozenset()
    youngest_left: bool = False
    sectors: Mapping[Id, float] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    #: Width and height that there are for the family on the papers that may be used.
    rooms: tuple[Size, ...] = ()
    traces: Mapping[Id, Trace] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    folds: Mapping[Id, tuple[Size, ...]] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    widest: float = inf
    together: frozenset[Id] = frozenset()
    of_all: frozenset[Id] = frozenset()
    paternity: Paternity = NEVER_ASKED
    doubts: tuple[Doubt, ...] = ()
    #: What it costs to turn a convention round, in crossings of lines.
    birth_order: float = 0.3
    left_partner: float = 0.2
    #: Air between neighbours in a row, families in a row, rows, tracks of a row gap.
    gap: float = 14.0
    family_gap: float = 20.0
    row_gap: float = 38.0
    track: float = 8.0
    #: Air between a ring and the figures within, and the least length of a couple's bar.
    ring_margin: float = 8.0
    bar: float = 26.0

    @property
    def loose_kinds(self) -> frozenset[str]:
        """Give the child links that place nobody whom a sure birth places: of care, and in doubt."""
        return self.care_kinds | self.paternity.doubts

    def drawn(self, family: FamilyGraph) -> FamilyGraph:
        """Give a family as its lines are drawn: of a couple one of whom is in doubt, one from each."""
        return from_each(family, self.doubts, self.paternity.birth)
