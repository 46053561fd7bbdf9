"""Dated states of a union or of a child's legal status: changing and correcting them.

A *change* ends the one that held and starts the next. A *correction* says that
what was written was wrong. What whoever enters can't see is neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from genogram_app.edit.lines import refuse_before
from genogram_app.edit.records import called, with_record
from genogram_app.edit.result import Edit, Stamp
from genogram_app.edit.sight import hides_item
from genogram_app.errors import NotFoundError
from genogram_app.family.case import Case
from genogram_app.model.base import Basis, Blank, Record, Share
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Person, Spell
from genogram_app.model.ties import Union
from genogram_app.words import Sentence

Owner = Union | Person
_FIELDS: dict[type[Record], str] = {Union: "spells", Person: "legal"}
_CHANGE = {
    Union: Sentence("Change what {name} are to each other", quiet="Change a couple"),
    Person: Sentence("Change the legal status of {name}", quiet="Change a legal status"),
}
_CORRECT = {
    Union: Sentence("Correct what {name} are to each other", quiet="Correct a couple"),
    Person: Sentence("Correct the legal status of {name}", quiet="Correct a legal status"),
}


def change_state(
    case: Case, stamp: Stamp, key: Id, kind: str, since: DateField = Blank.NOT_ASKED, note: str = ""
) -> Edit:
    """End the state that a union or a legal status is in and start the next.

    The same from the same day on is no change. Raises RefusedError for a day
    before the state began, or before it ended.
    """
    owner = _owner(case, key)
    spells = spells_of(owner)
    fresh = Spell(kind=kind, since=since, note=note, basis=stamp.basis())
    last = _last_seen(stamp, owner)
    if last is not None and _says_the_same(spells[last], fresh):
        return _put(case, owner, spells, _CHANGE)
    return _put(case, owner, (*_ended(stamp, spells, last, since), fresh), _CHANGE)


def record_state(
    case: Case, stamp: Stamp, key: Id, kind: str, since: DateField, until: DateField | None
) -> Edit:
    """Write down an earlier state that wasn't known of; the present one stays as it is."""
    owner = _owner(case, key)
    refuse_before(since, until)
    spells = list(spells_of(owner))
    fresh = Spell(kind=kind, since=since, until=until, basis=stamp.basis())
    spells.insert(_place_in_time(spells, since), fresh)
    return _put(case, owner, tuple(spells), _CORRECT)


def correct_state(case: Case, stamp: Stamp, key: Id, index: int = -1, **fields: Any) -> Edit:
    """Overwrite a state: the last that whoever enters can see, or another by its number.

    With none there, write the first. A date of its end that they can't see is kept beside.
    """
    owner = _owner(case, key)
    spells = list(spells_of(owner))
    place = _last_seen(stamp, owner) if index == -1 else _checked(stamp, owner, index)
    if place is None:
        first = Spell(**({"kind": ""} | fields), basis=stamp.basis())
        return _put(case, owner, (*spells, first), _CORRECT)
    old = spells[place]
    fresh = _corrected(stamp, old, fields)
    kept = [_for_case_file(old)] if fresh.until != old.until and _hides_end(stamp, old) else []
    spells[place : place + 1] = [fresh, *kept]
    return _put(case, owner, tuple(spells), _CORRECT)


def remove_state(case: Case, stamp: Stamp, key: Id, index: int) -> Edit:
    """Take out a state that never was. One of which something can't be seen is kept for the case file."""
    owner = _owner(case, key)
    spells = list(spells_of(owner))
    place = _checked(stamp, owner, index)
    old = spells[place]
    spells[place : place + 1] = [_for_case_file(old)] if hides_item(stamp, old) else []
    return _put(case, owner, tuple(spells), _CORRECT)


def with_state_based(case: Case, stamp: Stamp, key: Id, index: int, changes: dict[str, Any]) -> Case:
    """Give the case in which one state rests on something else; the very same where nothing is new."""
    owner = _owner(case, key)
    spells = list(spells_of(owner))
    old = spells[_checked(stamp, owner, index)]
    spells[index] = old.put(basis=old.basis.put(**changes))
    same = spells[index] == old
    return case if same else with_record(case, owner.put(**{_FIELDS[type(owner)]: tuple(spells)}))


def spells_of(owner: Owner) -> tuple[Spell, ...]:
    """Give the dated states of a union, or of a person's legal status, oldest first."""
    return owner.spells if isinstance(owner, Union) else owner.legal


def _last_seen(stamp: Stamp, owner: Owner) -> int | None:
    """Give the number of the last state that whoever enters can see."""
    return max(stamp.states_of(owner), default=None)


def _checked(stamp: Stamp, owner: Owner, index: int) -> int:
    if index not in stamp.states_of(owner):
        raise NotFoundError("That is no longer there. Nothing was changed.")
    return index


def _says_the_same(old: Spell, fresh: Spell) -> bool:
    return (old.kind, old.since) == (fresh.kind, fresh.since) and fresh.note in ("", old.note)


def _ended(stamp: Stamp, spells: tuple[Spell, ...], last: int | None, when: DateField) -> tuple[Spell, ...]:
    """End the last state that can be seen, if it goes on; who said so is kept apart from its start."""
    if last is None:
        return spells
    old = spells[last]
    refuse_before(old.since, when)
    if old.until is not None:
        refuse_before(None if _hides_end(stamp, old) else old.until, when)
        return spells
    over = old.put(until=when, until_basis=stamp.basis())
    return (*spells[:last], over, *spells[last + 1 :])


def _corrected(stamp: Stamp, old: Spell, fields: dict[str, Any]) -> Spell:
    """Give a state with what is new in it; its start and its end each rest on who told them."""
    fresh = old.put(**fields)
    if fresh.until != old.until:
        fresh = fresh.put(until_basis=stamp.basis() if fresh.until is not None else None)
    elif fresh != old and old.until is not None:
        fresh = fresh.put(until_basis=_end_basis(old))
    if (fresh.kind, fresh.since, fresh.note) != (old.kind, old.since, old.note):
        fresh = fresh.put(basis=stamp.basis())
    return fresh


def _end_basis(spell: Spell) -> Basis:
    return spell.until_basis or spell.basis


def _hides_end(stamp: Stamp, spell: Spell) -> bool:
    return spell.until is not None and not stamp.may_see(_end_basis(spell))


def _for_case_file(spell: Spell) -> Spell:
    return spell.put(basis=spell.basis.put(share=Share.CASE_FILE))


def _place_in_time(spells: Sequence[Spell], since: DateField) -> int:
    """Give where an earlier state belongs: by its date, and always before the present one."""
    if not isinstance(since, When) or not spells:
        return 0
    later = (
        place
        for place, spell in enumerate(spells)
        if isinstance(spell.since, When) and spell.since.order > since.order
    )
    return min(next(later, len(spells)), len(spells) - 1)


def _owner(case: Case, key: Id) -> Owner:
    found = case.family.find(Union, key)
    return found if found is not None else case.family.get(Person, key)


def _put(case: Case, owner: Owner, spells: tuple[Spell, ...], labels: dict[Any, Sentence]) -> Edit:
    """Put the states in; each carries its own basis, so the record's stays as it is."""
    sentence = labels[type(owner)]
    label = Sentence.of(sentence.template, quiet=sentence.quiet, name=called(case, owner.id))
    if spells == spells_of(owner):
        return Edit(label, case, (owner.id,))
    changed = owner.put(**{_FIELDS[type(owner)]: spells})
    return Edit(label, with_record(case, changed), (owner.id,))
