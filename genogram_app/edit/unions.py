"""Couples: making them and ending them. What they are to each other changes by dated states."""

from __future__ import annotations

from collections.abc import Iterable

from genogram_app.edit.records import called
from genogram_app.edit.result import Edit, Stamp
from genogram_app.edit.spells import change_state
from genogram_app.errors import RefusedError
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.base import Blank, Record
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Person, Spell
from genogram_app.model.ties import PartnerIn, Union
from genogram_app.words import Sentence


def new_union(
    stamp: Stamp, kind: str, partners: Iterable[Id], since: DateField = Blank.NOT_ASKED
) -> tuple[Record, ...]:
    """Make a union and its partners' places in it, the union first. Without a kind it says none."""
    spells = (Spell(kind=kind, since=since, basis=stamp.basis()),) if kind else ()
    union = Union(id=stamp.new_id("u"), basis=stamp.basis(), spells=spells)
    places = (new_place(stamp, person, union.id, order) for order, person in enumerate(partners))
    return (union, *places)


def new_place(stamp: Stamp, person: Id, union: Id, order: int) -> PartnerIn:
    """Make a partner's place in a union."""
    return PartnerIn(id=stamp.new_id("e"), basis=stamp.basis(), person=person, union=union, order=order)


def union_between(family: FamilyGraph, first: Id, second: Id) -> Union | None:
    """Give the latest union that two people share, if there is one."""
    shared = [
        union
        for union in kinship.unions_of(family, first)
        if second in {person.id for person in kinship.partners(family, union.id)}
    ]
    return shared[-1] if shared else None


def join(
    case: Case, stamp: Stamp, first: Id, second: Id, kind: str, since: DateField = Blank.NOT_ASKED
) -> Edit:
    """Make two people a couple. Raises RefusedError for somebody with themselves."""
    for key in (first, second):
        case.family.get(Person, key)
    if first == second:
        raise RefusedError("A couple is two people. Nothing was changed.")
    records = new_union(stamp, kind, (first, second), since)
    label = Sentence.of(
        "Make {a} and {b} a couple", quiet="Join a couple", a=called(case, first), b=called(case, second)
    )
    return Edit(label, case.changed(put=records), (records[0].id,))


def end_union(
    case: Case, stamp: Stamp, union: Id, ended_kind: str, when: DateField = Blank.NOT_ASKED
) -> Edit:
    """Say that a couple has parted, and how: `ended_kind` is what they are since then."""
    case.family.get(Union, union)
    return change_state(case, stamp, union, ended_kind, when)
