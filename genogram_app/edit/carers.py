"""Carers who aren't on the sheet yet: foster carers, adopters and others who look after a child."""

from __future__ import annotations

from genogram_app.edit.children import new_link
from genogram_app.edit.people import new_person
from genogram_app.edit.records import called
from genogram_app.edit.result import Edit, Stamp
from genogram_app.edit.unions import new_union
from genogram_app.family.case import Case
from genogram_app.model.base import Record
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.words import Sentence


def add_carers(case: Case, stamp: Stamp, child: Id, kind: str, *, couple: bool = False) -> Edit:
    """Add one carer of a child or a couple, not named yet, besides whoever else's child it is."""
    case.family.get(Person, child)
    people = [new_person(stamp) for _ in range(1 + couple)]
    records: list[Record] = [*people]
    parent = people[0].id
    if couple:
        union = new_union(stamp, "", [person.id for person in people])
        records += union
        parent = union[0].id
    records.append(new_link(stamp, child, parent, kind))
    label = Sentence.of("Add carers of {name}", quiet="Add carers", name=called(case, child))
    return Edit(label, case.changed(put=records), tuple(person.id for person in people))
