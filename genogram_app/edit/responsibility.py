"""Parental responsibility: who has it for a child in law, from when to when."""

from __future__ import annotations

from genogram_app.edit.lines import ended
from genogram_app.edit.records import called
from genogram_app.edit.result import Edit, Stamp
from genogram_app.errors import RefusedError
from genogram_app.family.case import Case
from genogram_app.model.base import Blank
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Person
from genogram_app.model.ties import Responsibility
from genogram_app.words import Sentence


def give_responsibility(
    case: Case, stamp: Stamp, holder: Id, child: Id, since: DateField | None = None
) -> Edit:
    """Say that somebody, or a service, has parental responsibility for a child.

    Raises RefusedError where that was said already, or of the child itself.
    """
    case.family.get(Person, child)
    _check(case, stamp, holder, child)
    made = Responsibility(id=stamp.new_id("e"), basis=stamp.basis(), holder=holder, child=child, since=since)
    label = Sentence.of(
        "Give {holder} parental responsibility for {child}",
        quiet="Say who has parental responsibility",
        holder=called(case, holder),
        child=called(case, child),
    )
    return Edit(label, case.changed(put=[made]), (child,))


def end_responsibility(case: Case, stamp: Stamp, key: Id, until: DateField = Blank.NOT_ASKED) -> Edit:
    """Say that somebody's parental responsibility has ended, as by an adoption order."""
    old = case.family.get(Responsibility, key)
    label = Sentence.of(
        "End {holder}'s parental responsibility for {child}",
        quiet="Say who has parental responsibility",
        holder=called(case, old.holder),
        child=called(case, old.child),
    )
    return Edit(label, case.changed(put=[ended(stamp, old, until)]), (old.child,))


def _check(case: Case, stamp: Stamp, holder: Id, child: Id) -> None:
    if holder == child:
        raise RefusedError("Nobody has parental responsibility for themselves. Nothing was changed.")
    for held in case.family.out_of(Responsibility, holder):
        if held.child == child and held.until is None and stamp.sees(held):
            raise RefusedError(
                f"{called(case, holder)} already has it for {called(case, child)}. Nothing was changed."
            )
