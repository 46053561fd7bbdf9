"""People: who they are, as told."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field

from genogram_app.model.base import (
    Basis,
    Blank,
    BlankField,
    Flag,
    Line,
    Number,
    Prose,
    Record,
    TextField,
    Value,
)
from genogram_app.model.dates import When
from genogram_app.model.ids import Id

#: A date as told, or the reason why there is none.
DateField = When | BlankField


class Life(Enum):
    """Whether somebody is yet to be born, alive or dead, or was never born alive."""

    UNBORN = "unborn"
    LIVING = "living"
    DIED = "died"
    UNKNOWN = "unknown"
    MISCARRIAGE = "miscarriage"
    ECTOPIC = "ectopic"
    TERMINATION = "termination"
    STILLBIRTH = "stillbirth"


#: A pregnancy that ended before there was a child to be named; `born` is then the day it ended.
LOST = frozenset({Life.MISCARRIAGE, Life.ECTOPIC, Life.TERMINATION})


class More(Enum):
    """Whether there are more brothers and sisters than are drawn."""

    NONE = "no more"
    MAYBE = "perhaps more"
    SOME = "more, not drawn yet"


class Part(Enum):
    """Somebody's part in a theme: lived through it, caused it, or has the need."""

    LIVED_THROUGH = "lived through"
    CAUSED = "caused"
    OWN_NEED = "own need"


class Phase(Enum):
    """When a theme applies."""

    NOW = "now"
    PAST = "past"
    SUSPECTED = "suspected"


class Theme(Value):
    """Something that matters in this family, in words; its card names the everyday ones."""

    id: Id
    card: str = ""
    words: Line = ""
    part: Part | None = None
    phase: Phase | None = None
    basis: Basis = Basis()


class Spell(Value):
    """One dated state: a kind of union, a legal status. A change ends one and starts the next.

    until_basis: what its end rests on, where that was told apart from its start.
    """

    kind: str
    since: DateField = Blank.NOT_ASKED
    until: DateField | None = None
    note: Line = ""
    basis: Basis = Basis()
    until_basis: Basis | None = None


class Person(Record):
    """Someone in the family, known or not. `gender` names a card; empty is not known.

    surname_shown: whether a foster carer's surname may stand on a sheet.
    gender_at_birth: a card, where it was another; told only at somebody's own
    wish, and in no copy but the case file's. stands_for: how many people this
    one symbol stands for; 0 where nobody knows how many. came_from: "Poland,
    2012". cultures: two or more that they have lived in, in words. interpreter:
    whether one is needed for `languages`. more: whether they have more children
    alone than are drawn.
    """

    name: TextField = Blank.NOT_ASKED
    known_as: Line = ""
    surname_shown: Flag = False
    gender: str = ""
    gender_at_birth: str = ""
    stands_for: Annotated[Number, Field(ge=0)] = 1
    life: Life = Life.LIVING
    born: DateField = Blank.NOT_ASKED
    died: DateField = Blank.NOT_ASKED
    subject: Flag = False
    confidential: Flag = False
    role: Line = ""
    telephone: TextField = Blank.NOT_ASKED
    came_from: Line = ""
    cultures: Line = ""
    languages: Line = ""
    interpreter: Flag = False
    themes: tuple[Theme, ...] = ()
    legal: tuple[Spell, ...] = ()
    notes: Prose = ""
    #: Whether there are more, or none: an answer about the family round this person.
    parents: BlankField = Blank.NOT_ASKED
    partners: BlankField = Blank.NOT_ASKED
    siblings: BlankField = Blank.NOT_ASKED
    children: BlankField = Blank.NOT_ASKED
    more: More | None = None

    @property
    def named(self) -> bool:
        """Say whether any name is known."""
        return isinstance(self.name, str) and bool(self.name.strip("? "))

    @property
    def dead(self) -> bool:
        """Say whether this person has died."""
        return self.life is Life.DIED

    @property
    def unborn(self) -> bool:
        """Say whether this child is yet to be born; `born` is then the date it is due."""
        return self.life is Life.UNBORN

    @property
    def lost(self) -> bool:
        """Say whether this was a pregnancy that ended early."""
        return self.life in LOST

    @property
    def nameless(self) -> bool:
        """Say whether nobody would ask for a name: of a child not yet born, or never born alive."""
        return self.unborn or self.lost or self.life is Life.STILLBIRTH

    @property
    def several(self) -> bool:
        """Say whether this symbol stands for several people."""
        return self.stands_for != 1
