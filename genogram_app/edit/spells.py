"""Dated states of a union or of a child's legal status, and dated lines: changing and correcting them.

A *change* ends the one that held and starts the next. A *correction* says that
what was written was wrong.
"""

from __future__ import annotations

from typing import Any, TypeVar

from genogram_app.edit.records import called, with_record
from genogram_app.edit.result import Edit, Stamp
from genogram_app.errors import RefusedError
from genogram_app.family.case import Case
from genogram_app.model.base import Blank, Record, Said
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Person, Spell
from genogram_app.model.ties import Edge, Union
from genogram_app.words import Sentence

E = TypeVar("E", bound=Edge)
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
    """End the state that a union or a legal status is in and start the next."""
    owner = _owner(case, key)
    fresh = Spell(kind=kind, since=since, note=note, basis=stamp.basis())
    return _put(case, owner, (*_ended(stamp, spells_of(owner), since), fresh), _CHANGE)


def record_state(
    case: Case, stamp: Stamp, key: Id, kind: str, since: DateField, until: DateField | None
) -> Edit:
    """Write down an earlier state that wasn't known of; the present one stays as it is."""
    owner = _owner(case, key)
    spells = list(spells_of(owner))
    fresh = Spell(kind=kind, since=since, until=until, basis=stamp.basis())
    spells.insert(_place_in_time(spells, since), fresh)
    return _put(case, owner, tuple(spells), _CORRECT)


def correct_state(case: Case, stamp: Stamp, key: Id, index: int = -1, **fields: Any) -> Edit:
    """Overwrite a state: the last, or another by its number. With none there, write the first."""
    owner = _owner(case, key)
    spells = list(spells_of(owner))
    if not spells:
        return _put(case, owner, (Spell(**({"kind": ""} | fields), basis=stamp.basis()),), _CORRECT)
    corrected = spells[index].put(**fields)
    if corrected != spells[index]:
        spells[index] = corrected.put(basis=stamp.basis())
    return _put(case, owner, tuple(spells), _CORRECT)


def remove_state(case: Case, key: Id, index: int) -> Edit:
    """Take out a state that never was."""
    owner = _owner(case, key)
    spells = list(spells_of(owner))
    del spells[index]
    return _put(case, owner, tuple(spells), _CORRECT)


def spells_of(owner: Owner) -> tuple[Spell, ...]:
    """Give the dated states of a union, or of a person's legal status, oldest first."""
    return owner.spells if isinstance(owner, Union) else owner.legal


def next_line(stamp: Stamp, edge: E, when: DateField, **fresh: Any) -> tuple[E, E]:
    """End a dated line and start the next: give both. What goes on unchanged keeps its own basis."""
    ended = edge.tell(stamp.basis(), until=when)
    carried = {field: getattr(edge, field) for field in _carried(edge) if field not in fresh}
    said = tuple(Said(about=field, basis=edge.basis_of(field)) for field in sorted(carried))
    started = type(edge).model_validate(
        carried | fresh | {"id": stamp.new_id("e"), "since": when, "basis": stamp.basis(), "said": said}
    )
    return ended, started


def _carried(edge: Edge) -> list[str]:
    """Name what goes on from one spell of a line to the next: its ends, and what isn't blank."""
    gone = {"since", "until", "notes"}
    fields = [field for field in type(edge).statements() if field not in gone]
    plain = {field: type(edge).model_fields[field].default for field in fields}
    return [field for field in fields if getattr(edge, field) != plain[field]]


def _ended(stamp: Stamp, spells: tuple[Spell, ...], when: DateField) -> tuple[Spell, ...]:
    """End the last spell, unless its readers may not know: then the next one alone tells them."""
    if not spells or spells[-1].until is not None:
        return spells
    last = spells[-1]
    if isinstance(last.since, When) and isinstance(when, When) and when.order < last.since.order:
        raise RefusedError(
            "That change would come before what it ends. Nothing was changed. "
            "Correct the earlier date, or write this one down as an earlier state."
        )
    told_to_all_readers = stamp.basis().shared or not last.basis.shared
    return (*spells[:-1], last.put(until=when)) if told_to_all_readers else spells


def _place_in_time(spells: list[Spell], since: DateField) -> int:
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
