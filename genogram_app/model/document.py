"""The document: everything that one file holds, in plain lists."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank, Day, Flag, Line, Number, Prose, Record, TextField, Value
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person, Theme
from genogram_app.model.ties import Bond, ChildOf, LivesIn, PartnerIn, Responsibility, Tie, Union

#: The number of the file's form. It grows when an old program would misread a new file.
SCHEMA = 1

#: A length on the sheet.
Points = Annotated[float, Field(strict=True)]

#: What stands inside a symbol, and how a pregnancy that ended early is drawn.
Inside = Literal["age", "born", "year", "nothing"]
Losses = Literal["dot", "cross"]
ViewKind = Literal["genogram", "ecomap", "combined"]
#: A sheet on which things have places: one of the three, or the family's own of it.
Ground = Literal["genogram", "ecomap", "combined", "family genogram", "family ecomap", "family combined"]
#: The family's own sheet of each kind, on which they stand once somebody is kept from the family.
FAMILY_GROUNDS: Mapping[ViewKind, Ground] = MappingProxyType(
    {"genogram": "family genogram", "ecomap": "family ecomap", "combined": "family combined"}
)


class GoTo(Record):
    """Whom to ring out of hours: a person or a service, and the number."""

    who: Id
    telephone: TextField = Blank.NOT_ASKED
    agreed: Line = ""
    checked: Day | None = None


class CaseDetails(Record):
    """What the sheet says about itself. `worker` is a service's id: whoever draws it."""

    reference: TextField = Blank.NOT_ASKED
    dated: Day | None = None
    review_due: Day | None = None
    worker: Id | None = None
    took_part: tuple[Line, ...] = ()
    themes: tuple[Theme, ...] = ()
    go_to: GoTo | None = None
    notes: Prose = ""


class Placement(Value):
    """Where something stands, in points from the sheet's origin; by hand, or proposed.

    both: the hand moved it for both readers, so the family's view may move it on.
    """

    x: Points
    y: Points
    by_hand: Flag = False
    both: Flag = False


class Page(Value):
    """The paper that the worker chose, and how the sheet is drawn on it.

    "auto" picks the paper that reads best. profile: a file of `resources/templates/`;
    empty is the worker's own default. What else is set turns that choice over.
    women_left, youngest_left: which of a couple, and of brothers and sisters, stands
    on the left, against the custom.
    """

    paper: Literal["auto", "A4", "A3"] = "auto"
    orientation: Literal["auto", "landscape", "portrait"] = "auto"
    profile: Line = ""
    inside: Inside | Literal[""] = ""
    losses: Losses | Literal[""] = ""
    colours: bool | None = None
    fills: bool | None = None
    women_left: Flag = False
    youngest_left: Flag = False


class Version(Value):
    """A frozen state of the document: the exact text of it, without versions."""

    number: Annotated[Number, Field(ge=1)]
    dated: Day
    worker: Line = ""
    note: Line = ""
    signed: Flag = False
    schema_number: Number
    digest: str
    content: str


class Document(Value):
    """The serialised form of a case."""

    schema_number: Number = SCHEMA
    details: CaseDetails
    people: tuple[Person, ...] = ()
    unions: tuple[Union, ...] = ()
    households: tuple[Household, ...] = ()
    agencies: tuple[Agency, ...] = ()
    partners: tuple[PartnerIn, ...] = ()
    children: tuple[ChildOf, ...] = ()
    living: tuple[LivesIn, ...] = ()
    bonds: tuple[Bond, ...] = ()
    ties: tuple[Tie, ...] = ()
    responsible: tuple[Responsibility, ...] = ()
    placements: dict[ViewKind, dict[Id, Placement]] = Field(default_factory=dict)
    family_placements: dict[ViewKind, dict[Id, Placement]] = Field(default_factory=dict)
    page: Page = Page()
    versions: tuple[Version, ...] = ()
