"""Whether two states of a case give the same sheets: what is in notes alone isn't drawn."""

from __future__ import annotations

from typing import Any, TypeVar

from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.base import Record
from genogram_app.model.ties import Bond

R = TypeVar("R", bound=Record)
#: The field of a record that stands on no sheet but on a relationship's line; a case in words has it.
_NOTES = "notes"


def alike(one: Case, other: Case) -> bool:
    """Say whether two cases differ in nothing but notes."""
    return _rest(one) == _rest(other) and families_alike(one.family, other.family)


def families_alike(one: FamilyGraph, other: FamilyGraph) -> bool:
    """Say whether two families differ in nothing but notes."""
    if one is other:
        return True
    before, after = list(one.records()), list(other.records())
    return len(before) == len(after) and all(map(_records_alike, before, after))


def _records_alike(one: Record, other: Record) -> bool:
    return one is other or _bare(one) == _bare(other)


def _rest(case: Case) -> tuple[Any, ...]:
    return _bare(case.details), case.placements, case.page, case.versions, case.kept


def _bare(record: R) -> R:
    """Give a record without its notes; those of a relationship may stand on its line."""
    if isinstance(record, Bond):
        return record
    if not getattr(record, _NOTES, ""):
        return record if all(said.about != _NOTES for said in record.said) else _without(record)
    return _without(record, notes="")


def _without(record: R, **changes: Any) -> R:
    return record.put(**changes, said=tuple(said for said in record.said if said.about != _NOTES))
