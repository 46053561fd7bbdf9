"""Unions and every line between two: partners, parents and children, relationships, services."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from genogram_app.model.base import Blank, Flag, Line, Number, Prose, Record
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, More, Spell


class Union(Record):
    """A couple, or two who have a child: one spell for each state that it was in, oldest first.

    more: whether they have more children than are drawn.
    """

    spells: tuple[Spell, ...] = ()
    more: More | None = None
    notes: Prose = ""

    @property
    def kind(self) -> str:
        """Give the card of the state that it is in; empty where nobody knows."""
        return self.spells[-1].kind if self.spells else ""

    @property
    def since(self) -> DateField:
        """Give when that state began."""
        return self.spells[-1].since if self.spells else Blank.NOT_ASKED


class Edge(Record):
    """A record that joins two others: from `ENDS[0]` to `ENDS[1]`."""

    ENDS: ClassVar[tuple[str, str]] = ("a", "b")

    @property
    def ends(self) -> tuple[Id, Id]:
        """Give the ids that it joins."""
        return getattr(self, self.ENDS[0]), getattr(self, self.ENDS[1])

    def leads(self, other: Id) -> Id:
        """Give the far end, seen from one end."""
        start, end = self.ends
        return end if other == start else start


class PartnerIn(Edge):
    """One partner's place in a union. `order` says who is named first."""

    ENDS: ClassVar[tuple[str, str]] = ("person", "union")

    person: Id
    union: Id
    order: Number = 0


class Twin(Enum):
    """How somebody is like those who were born together with them."""

    IDENTICAL = "identical"
    NOT_IDENTICAL = "not identical"
    UNKNOWN = "unknown"


class ChildOf(Edge):
    """Whose child somebody is, or who looks after them: `kind` names a card.

    `parent` is a union, a single person or a service. `order` keeps the order
    of birth where dates don't tell it. Who were born together have the same
    `birth`, a mark of its own that is no word, and say how alike they are.
    """

    ENDS: ClassVar[tuple[str, str]] = ("child", "parent")

    child: Id
    parent: Id
    kind: str
    since: DateField | None = None
    until: DateField | None = None
    order: Number = 0
    birth: Line = ""
    twin: Twin | None = None
    notes: Line = ""


class Responsibility(Edge):
    """Parental responsibility: who has it for a child, in law. A service may share it."""

    ENDS: ClassVar[tuple[str, str]] = ("holder", "child")

    holder: Id
    child: Id
    since: DateField | None = None
    until: DateField | None = None
    notes: Line = ""


class LivesIn(Edge):
    """Someone's place in a household, for a time, all week or part of it."""

    ENDS: ClassVar[tuple[str, str]] = ("person", "household")

    person: Id
    household: Id
    since: DateField | None = None
    until: DateField | None = None
    part_time: Flag = False
    pattern: Line = ""


class Direction(Enum):
    """Which way a line goes. UNSET: nobody has said yet."""

    UNSET = "unset"
    FORTH = "a to b"
    BACK = "b to a"
    BOTH = "both ways"


class Bond(Edge):
    """A relationship's quality between two: people, a person and a service or a household.

    arrangement: of family time how often, how long and who watches, in words.
    """

    a: Id
    b: Id
    quality: str
    direction: Direction = Direction.UNSET
    arrangement: Line = ""
    since: DateField | None = None
    until: DateField | None = None
    notes: Prose = ""


class Tie(Edge):
    """What joins a service (`a`) to a person, a household or another service (`b`).

    `strength` and `strain` name cards of two independent axes; either may be
    empty. `direction` says where the support flows.
    """

    a: Id
    b: Id
    strength: str = ""
    strain: str = ""
    direction: Direction = Direction.UNSET
    since: DateField | None = None
    until: DateField | None = None
    notes: Prose = ""
