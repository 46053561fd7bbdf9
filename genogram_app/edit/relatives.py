"""Adding the people round somebody: parents, a partner, children, brothers and sisters."""

from __future__ import annotations

from dataclasses import replace

from genogram_app.edit.beside import told
from genogram_app.edit.children import birth_link, new_link
from genogram_app.edit.people import new_person
from genogram_app.edit.records import called
from genogram_app.edit.result import Edit, Kinds, Stamp
from genogram_app.edit.unions import new_place, new_union
from genogram_app.errors import RefusedError
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.model.base import Record
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, Union
from genogram_app.words import Sentence

_WHOLE = 2  # parents by birth


def add_parents(case: Case, stamp: Stamp, kinds: Kinds, child: Id) -> Edit:
    """Add the parents by birth that aren't there yet, not named yet. The mother is selected first.

    Raises RefusedError where both are there.
    """
    person = case.family.get(Person, child)
    link = birth_link(case, stamp, kinds, child)
    if link is None or not kinship.parent_people(case.family, link):
        records, added = _both_parents(case, stamp, kinds, child, link)
    else:
        records, added = _other_parent(case, stamp, kinds, link)
    label = Sentence.of("Add parents of {name}", quiet="Add parents", name=called(case, person.id))
    return Edit(label, case.changed(put=records), added)


def missing_parents(case: Case, stamp: Stamp, kinds: Kinds, child: Id) -> int:
    """Count the parents by birth who aren't on the sheet."""
    link = birth_link(case, stamp, kinds, child)
    return _WHOLE - (min(_WHOLE, len(kinship.parent_people(case.family, link))) if link else 0)


def add_partner(case: Case, stamp: Stamp, kinds: Kinds, person: Id) -> Edit:
    """Add a partner, not named yet, in a new union."""
    case.family.get(Person, person)
    partner = new_person(stamp)
    union = new_union(stamp, kinds.couple, (person, partner.id))
    label = Sentence.of("Add a partner of {name}", quiet="Add a partner", name=called(case, person))
    return Edit(label, case.changed(put=[partner, *union]), (partner.id,))


def add_child(
    case: Case, stamp: Stamp, kinds: Kinds, parent: Id, *, alone: bool = False, kind: str = ""
) -> Edit:
    """Add a child, not named yet, to a couple or to a person.

    A person's child is their only couple's. With no partner, or several, or
    `alone`, it is theirs, and who the other parent is isn't said yet. kind: how it is
    theirs, by birth where nothing is said.
    """
    child = new_person(stamp)
    above = parent if alone else _couple_of(case, stamp, parent)
    link = new_link(stamp, child.id, above, kind or kinds.birth)
    label = Sentence.of("Add a child of {name}", quiet="Add a child", name=called(case, parent))
    return Edit(label, case.changed(put=[child, link]), (child.id,))


def add_sibling(case: Case, stamp: Stamp, kinds: Kinds, person: Id, *, kind: str = "") -> Edit:
    """Add a brother or sister of the same parents, who need not be on the sheet; by birth, or a `kind`."""
    fresh: list[Record] = [sibling := new_person(stamp)]
    link = birth_link(case, stamp, kinds, person)
    if link is None:
        parents = new_union(stamp, "", ())[0]
        fresh += [parents, new_link(stamp, person, parents.id, kinds.birth)]
    parent = link.parent if link else fresh[1].id
    fresh.append(new_link(stamp, sibling.id, parent, kind or kinds.birth))
    label = Sentence.of(
        "Add a brother or sister of {name}", quiet="Add a brother or sister", name=called(case, person)
    )
    return Edit(label, case.changed(put=fresh), (sibling.id,))


def add_half_sibling(case: Case, stamp: Stamp, kinds: Kinds, person: Id, parent: Id) -> Edit:
    """Add a half-brother or half-sister through one parent; the other parent isn't said."""
    case.family.get(Person, parent)
    added = add_child(case, stamp, kinds, parent, alone=True)
    label = Sentence.of(
        "Add a half-brother or half-sister of {name}",
        quiet="Add a brother or sister",
        name=called(case, person),
    )
    return replace(added, label=label)


def _couple_of(case: Case, stamp: Stamp, parent: Id) -> Id:
    if case.family.find(Union, parent) is not None:
        return parent
    case.family.get(Person, parent)
    unions = [union for union in kinship.unions_of(case.family, parent) if stamp.sees(union)]
    return unions[0].id if len(unions) == 1 else parent


def _both_parents(
    case: Case, stamp: Stamp, kinds: Kinds, child: Id, link: ChildOf | None
) -> tuple[list[Record], tuple[Id, ...]]:
    """Make both parents: over the child alone, or over all who hang on a union without partners."""
    father = new_person(stamp, gender=kinds.father)
    mother = new_person(stamp, gender=kinds.mother)
    if link is not None and case.family.find(Union, link.parent) is not None:
        places = [new_place(stamp, who.id, link.parent, order) for order, who in enumerate((father, mother))]
        return [father, mother, *places], (mother.id, father.id)
    union = new_union(stamp, kinds.couple, (father.id, mother.id))
    fresh = new_link(stamp, child, union[0].id, kinds.birth)
    return [father, mother, *union, fresh], (mother.id, father.id)


def _other_parent(
    case: Case, stamp: Stamp, kinds: Kinds, link: ChildOf
) -> tuple[list[Record], tuple[Id, ...]]:
    """Make the parent who is missing beside the one who is there."""
    there = kinship.parent_people(case.family, link)
    if len(there) >= _WHOLE:
        raise RefusedError(
            f"{called(case, link.child)} already has two parents by birth. Nothing was changed. "
            "Foster, adoptive and other carers can be added as a set of their own."
        )
    other = new_person(stamp, gender=_other_gender(kinds, there[0]))
    if case.family.find(Union, link.parent) is not None:
        return [other, new_place(stamp, other.id, link.parent, 1)], (other.id,)
    union = new_union(stamp, kinds.couple, (there[0].id, other.id))
    moved = told(link, stamp, parent=union[0].id)
    return [other, *union, moved], (other.id,)


def _other_gender(kinds: Kinds, parent: Person) -> str:
    pairs = {kinds.mother: kinds.father, kinds.father: kinds.mother}
    return pairs.get(parent.gender, "") if parent.gender else ""
