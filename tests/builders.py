"""Small families for tests, each made in a line or two.

case_of(person("jay"), person("lisa"), *couple("u", "lisa", "dad"), child("jay", "u"))
"""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

from genogram_app.edit.result import Kinds, Stamp
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.base import Basis, Blank, Record, Share
from genogram_app.model.dates import When
from genogram_app.model.document import CaseDetails
from genogram_app.model.household import Household
from genogram_app.model.ids import Id, NewId
from genogram_app.model.person import Person, Spell
from genogram_app.model.ties import ChildOf, LivesIn, PartnerIn, Union

TODAY = date(2026, 11, 22)
#: Cards that no folder has: the rooms below the catalogue take any name.
KINDS = Kinds(birth="born_to", mother="woman_card", father="man_card")
SHARED = Basis(recorded=date(2026, 1, 5), share=Share.SHARED)
PRIVATE = Basis(recorded=date(2026, 1, 5), share=Share.CASE_FILE)


#: Lines that a family copy may show: relationships, couples, child links and ties.
HARMLESS = frozenset("near far wed partners friends apart parted born_to fostered kin firm weak".split())


def counting(start: int = 1) -> NewId:
    """Give ids that count instead of being random."""
    numbers = itertools.count(start)
    return lambda letter: f"{letter}_{next(numbers)}"


def stamp(share: Share = Share.SHARED, **fields: Any) -> Stamp:
    """Give who enters: the family's view unless told otherwise, on the same day, with counted ids."""
    plain: dict[str, Any] = {"new_id": counting(), "harmless": HARMLESS}
    return Stamp(today=TODAY, share=share, **(plain | fields))


def person(key: Id, name: str = "", *, basis: Basis = SHARED, **fields: Any) -> Person:
    """Make somebody who is called after their id unless a name is given."""
    return Person(id=key, name=name or key.title(), basis=basis, **fields)


def couple(key: Id, *partners: Id, kind: str = "", since: str = "", basis: Basis = SHARED) -> list[Record]:
    """Make a union and its partners' places, in a state if one is named."""
    began = When(since) if since else Blank.NOT_ASKED
    spells = (Spell(kind=kind, basis=basis, since=began),) if kind else ()
    places = [
        PartnerIn(id=f"{key}.{who}", person=who, union=key, order=order, basis=basis)
        for order, who in enumerate(partners)
    ]
    return [Union(id=key, spells=spells, basis=basis), *places]


def child(who: Id, parent: Id, *, kind: str = KINDS.birth, basis: Basis = SHARED, **fields: Any) -> ChildOf:
    """Make the line from a child to a union, a person or a service."""
    return ChildOf(id=f"{who}.of.{parent}", child=who, parent=parent, kind=kind, basis=basis, **fields)


def home(key: Id, *living: Id, basis: Basis = SHARED) -> list[Record]:
    """Make a home and the places of those who live there."""
    stays = [LivesIn(id=f"{who}.in.{key}", person=who, household=key, basis=basis) for who in living]
    return [Household(id=key, name=key.title(), basis=basis), *stays]


def case_of(*records: Record) -> Case:
    """Make a case of records, its details shared."""
    return Case(CaseDetails(id="details", basis=SHARED, dated=TODAY), FamilyGraph.of(records))


def three_of_them() -> Case:
    """Jay with Lisa and Darren, who are married."""
    return case_of(
        person("jay", subject=True, born=When("2015-03-03")),
        person("lisa", gender=KINDS.mother),
        person("darren", gender=KINDS.father),
        *couple("pair", "lisa", "darren", kind="wed", since="2010"),
        child("jay", "pair"),
    )
