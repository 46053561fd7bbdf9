"""Relationships between two, and ties to services: adding, changing, correcting and ending them."""

from __future__ import annotations

from typing import Any

from genogram_app.edit.beside import told, told_fields, with_pinned
from genogram_app.edit.lines import ended, goes_on, next_line
from genogram_app.edit.records import called
from genogram_app.edit.result import Edit, Stamp
from genogram_app.errors import NotFoundError, RefusedError
from genogram_app.family.case import Case
from genogram_app.model.agency import Agency
from genogram_app.model.base import Blank, Standing
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField
from genogram_app.model.ties import Bond, Direction, Tie
from genogram_app.words import Sentence


def add_bond(
    case: Case,
    stamp: Stamp,
    a: Id,
    b: Id,
    quality: str,
    *,
    direction: Direction = Direction.UNSET,
    since: DateField | None = None,
    standing: Standing | None = None,
) -> Edit:
    """Draw a relationship. Which way it goes, who says so and where it stands are never guessed."""
    _check_two(case, a, b)
    bond = Bond(
        id=stamp.new_id("e"),
        basis=stamp.basis(standing),
        a=a,
        b=b,
        quality=quality,
        direction=direction,
        since=since,
    )
    label = _between(case, a, b, "Draw how {a} and {b} get on", "Draw a relationship")
    return Edit(label, case.changed(put=[bond]), (bond.id,))


def change_bond(
    case: Case,
    stamp: Stamp,
    bond: Id,
    quality: str,
    when: DateField = Blank.NOT_ASKED,
    *,
    direction: Direction = Direction.UNSET,
    standing: Standing | None = None,
) -> Edit:
    """Say that a relationship became another: the old one ends on a day and the next begins.

    How often they meet isn't carried over; where it was said, the same again is arranged anew.
    """
    old = case.family.get(Bond, bond)
    label = _between(case, old.a, old.b, "Change how {a} and {b} get on", "Change a relationship")
    same = goes_on(old, quality=quality, direction=direction) and not old.arrangement
    if same and standing in (None, old.basis.standing):
        return Edit(label, case, (bond,))
    before, started = next_line(stamp, old, when, quality=quality, direction=direction, arrangement="")
    started = started.put(basis=stamp.basis(standing))
    return Edit(label, case.changed(put=[before, started]), (started.id,))


def correct_bond(
    case: Case, stamp: Stamp, bond: Id, *, standing: Standing | None = None, **fields: Any
) -> Edit:
    """Overwrite a relationship that was drawn wrongly: it never was so.

    The record rests on whoever says how they get on; every other field keeps what it rests on.
    """
    old = case.family.get(Bond, bond)
    label = _between(case, old.a, old.b, "Correct how {a} and {b} get on", "Correct a relationship")
    fresh = {field: value for field, value in fields.items() if getattr(old, field) != value}
    if not fresh and standing in (None, old.basis.standing):
        return Edit(label, case, (bond,))
    after = told(old, stamp, **fresh)
    if standing is not None or "quality" in fresh:
        after = with_pinned(after, told_fields(after) - {"quality"})
        after = _without_said(after, "quality").put(basis=stamp.basis(standing or old.basis.standing))
    return Edit(label, case.changed(put=[after]), (bond,))


def _without_said(bond: Bond, field: str) -> Bond:
    """Let a field rest on what the record rests on."""
    return bond.put(said=tuple(said for said in bond.said if said.about != field))


def add_tie(
    case: Case,
    stamp: Stamp,
    service: Id,
    to: Id,
    *,
    strength: str = "",
    strain: str = "",
    direction: Direction = Direction.UNSET,
    since: DateField | None = None,
) -> Edit:
    """Tie a service to a person, a home or another service."""
    case.family.get(Agency, service)
    _check_two(case, service, to)
    tie = new_tie(stamp, service, to, strength, strain, direction, since)
    label = _between(case, service, to, "Tie {a} to {b}", "Add a tie to a service")
    return Edit(label, case.changed(put=[tie]), (tie.id,))


def new_tie(
    stamp: Stamp,
    service: Id,
    to: Id,
    strength: str = "",
    strain: str = "",
    direction: Direction = Direction.UNSET,
    since: DateField | None = None,
) -> Tie:
    """Make a tie from a service."""
    return Tie(
        id=stamp.new_id("e"),
        basis=stamp.basis(),
        a=service,
        b=to,
        strength=strength,
        strain=strain,
        direction=direction,
        since=since,
    )


def change_tie(case: Case, stamp: Stamp, tie: Id, when: DateField = Blank.NOT_ASKED, **fields: Any) -> Edit:
    """Say that a tie became stronger, weaker, strained and so on, from a day."""
    old = case.family.get(Tie, tie)
    label = _between(case, old.a, old.b, "Change the tie of {a} and {b}", "Change a tie to a service")
    if goes_on(old, **fields):
        return Edit(label, case, (tie,))
    before, started = next_line(stamp, old, when, **fields)
    return Edit(label, case.changed(put=[before, started]), (started.id,))


def end_line(case: Case, stamp: Stamp, line: Id, until: DateField = Blank.NOT_ASKED) -> Edit:
    """Say that a relationship or a tie is over. It stays on the record, as ended.

    Raises RefusedError where it is over already: its end is corrected, not said anew.
    """
    old = case.family.record(line)
    if not isinstance(old, Bond | Tie):
        raise NotFoundError("That is neither a relationship nor a tie. Nothing was changed.")
    label = _between(case, old.a, old.b, "End what joins {a} and {b}", "End a line")
    return Edit(label, case.changed(put=[ended(stamp, old, until)]), (line,))


def _check_two(case: Case, a: Id, b: Id) -> None:
    for key in (a, b):
        case.family.record(key)
    if a == b:
        raise RefusedError("A line joins two. Nothing was changed.")


def _between(case: Case, a: Id, b: Id, template: str, quiet: str) -> Sentence:
    return Sentence.of(template, quiet=quiet, a=called(case, a), b=called(case, b))
