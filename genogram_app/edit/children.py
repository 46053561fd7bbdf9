"""Whose child somebody is, and who looks after them: several sets at once, each with its dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from genogram_app.edit.lines import ended, goes_on, next_line
from genogram_app.edit.records import called
from genogram_app.edit.result import Edit, Kinds, Stamp
from genogram_app.edit.unions import new_union, union_between
from genogram_app.errors import RefusedError
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.base import Blank
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Person
from genogram_app.model.ties import ChildOf, Union
from genogram_app.words import Sentence


def link_children(
    case: Case,
    stamp: Stamp,
    kinds: Kinds,
    children: Iterable[Id],
    parents: Sequence[Id],
    *,
    kind: str = "",
    since: DateField | None = None,
    until: DateField | None = None,
) -> Edit:
    """Say whose children some people are, besides whoever else's they are.

    `parents` is a union, one person, a service, or the two partners of a couple;
    `kind` is how, by birth where nothing is said. Raises RefusedError where
    somebody would come to be their own forebear, or the same was already said.
    """
    case, parent = _parent(case, stamp, kinds, parents)
    kind = kind or kinds.birth
    wanted = tuple(children)
    links = []
    for child in wanted:
        _check(case, stamp, child, parent, kind)
        links.append(new_link(stamp, child, parent, kind, since=since, until=until))
    label = Sentence.of(
        "Make {child} a child of {parents}",
        quiet="Link a child",
        child=called(case, wanted[0]),
        parents=called(case, parent),
    )
    return Edit(label, case.changed(put=links), wanted)


def change_carers(
    case: Case,
    stamp: Stamp,
    kinds: Kinds,
    link: Id,
    when: DateField = Blank.NOT_ASKED,
    *,
    kind: str = "",
    parents: Sequence[Id] = (),
) -> Edit:
    """Move a child on, from a day: to other carers, or the same ones in another way."""
    old = case.family.get(ChildOf, link)
    case, parent = _parent(case, stamp, kinds, parents) if parents else (case, old.parent)
    _check_line(case.family, old.child, parent)
    changes = {"parent": parent} | ({"kind": kind} if kind else {})
    label = Sentence.of(
        "Change who looks after {child}",
        quiet="Change who looks after a child",
        child=called(case, old.child),
    )
    if goes_on(old, **changes):
        return Edit(label, case, (old.child,))
    before, started = next_line(stamp, old, when, **changes)
    return Edit(label, case.changed(put=[before, started]), (old.child,))


def end_link(case: Case, stamp: Stamp, link: Id, until: DateField = Blank.NOT_ASKED) -> Edit:
    """End a placement, or another way of being somebody's child that has ended."""
    old = case.family.get(ChildOf, link)
    label = Sentence.of(
        "End {child}'s time with {parents}",
        quiet="End a child's time with carers",
        child=called(case, old.child),
        parents=called(case, old.parent),
    )
    return Edit(label, case.changed(put=[ended(stamp, old, until)]), (old.child,))


def new_link(
    stamp: Stamp,
    child: Id,
    parent: Id,
    kind: str,
    *,
    since: DateField | None = None,
    until: DateField | None = None,
) -> ChildOf:
    """Make the line from a child to its parents."""
    return ChildOf(
        id=stamp.new_id("e"),
        basis=stamp.basis(),
        child=child,
        parent=parent,
        kind=kind,
        since=since,
        until=until,
    )


def birth_link(case: Case, stamp: Stamp, kinds: Kinds, child: Id) -> ChildOf | None:
    """Give a child's link to its parents by birth, of those that whoever is entering can see."""
    links = [link for link in kinship.links_up(case.family, child) if _sees_whole(case, stamp, link)]
    plain = (link for link in links if link.kind == kinds.birth)
    return next(plain, None) or next((link for link in links if is_birth(case.family, kinds, link)), None)


def is_birth(family: FamilyGraph, kinds: Kinds, link: ChildOf) -> bool:
    """Say whether somebody was born to those at the upper end of a link, one of a couple perhaps in doubt."""
    if link.kind in kinds.paternity.doubts:
        return family.find(Union, link.parent) is not None
    return link.kind == kinds.birth or link.kind in kinds.paternity.tested


def _sees_whole(case: Case, stamp: Stamp, link: ChildOf) -> bool:
    return stamp.sees(link) and stamp.sees(case.family.record(link.parent))


def descends(family: FamilyGraph, person: Id, forebear: Id) -> bool:
    """Say whether somebody is a child, a grandchild and so on of somebody. Loops don't matter."""
    seen: set[Id] = set()
    below = [forebear]
    while below:
        key = below.pop()
        children = [child.id for child in kinship.children_of(family, key) if child.id not in seen]
        seen.update(children)
        below.extend(children)
    return person in seen


def _parent(case: Case, stamp: Stamp, kinds: Kinds, parents: Sequence[Id]) -> tuple[Case, Id]:
    """Give the one node that stands for the parents, making two people a couple where they are none."""
    if len(parents) == 1:
        case.family.record(parents[0])
        return case, parents[0]
    if len(parents) != 2:
        raise RefusedError("Choose one person, a couple or a service as the parents. Nothing was changed.")
    first, second = parents
    if (found := union_between(case.family, first, second)) is not None and stamp.sees(found):
        return case, found.id
    records = new_union(stamp, kinds.couple, (first, second))
    return case.changed(put=records), records[0].id


def _check(case: Case, stamp: Stamp, child: Id, parent: Id, kind: str) -> None:
    _check_line(case.family, child, parent)
    for link in case.family.out_of(ChildOf, child):
        if stamp.sees(link) and link.parent == parent and link.kind == kind and link.until is None:
            raise RefusedError(f"{called(case, child)} is already drawn so. Nothing was changed.")


def _check_line(family: FamilyGraph, child: Id, parent: Id) -> None:
    """Refuse a line that would make somebody their own forebear."""
    family.get(Person, child)
    union = family.find(Union, parent)
    above = [person.id for person in kinship.partners(family, parent)] if union else [parent]
    if any(key == child or descends(family, key, child) for key in above):
        raise RefusedError("Nobody can be their own parent or grandparent. Nothing was changed.")
