"""How one state of a case or family differs from another, in numbers and ids: no name is among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from genogram_app.family.case import Case
from genogram_app.family.graph import FamilyGraph
from genogram_app.model.base import Record
from genogram_app.model.ids import Id
from genogram_app.model.person import Person


@dataclass(frozen=True)
class Change:
    """How many records are new, how many differ, how many are gone."""

    added: int
    changed: int
    gone: int

    def __bool__(self) -> bool:
        """Say whether anything changed."""
        return bool(self.added or self.changed or self.gone)


@dataclass(frozen=True)
class Difference:
    """What changed: of people, of all other records, the sheet's details by their fields, and places.

    The day on which a sheet was revised follows every step: it counts where nothing else changed.
    """

    people: Change
    others: Change
    details: tuple[str, ...]
    places: bool


def difference(before: Case, after: Case) -> Difference:
    """Compare two states of a case by their records' ids."""
    old, new = ({record.id: record for record in case.family.records()} for case in (before, after))
    people, others = _change(old, new, people=True), _change(old, new, people=False)
    was, now = before.details, after.details
    details = tuple(field for field in type(now).model_fields if getattr(was, field) != getattr(now, field))
    if people or others or len(details) > 1:
        details = tuple(field for field in details if field != "dated")
    places = (before.placements, before.page) != (after.placements, after.page)
    return Difference(people, others, details, places)


def _change(old: Mapping[Id, Record], new: Mapping[Id, Record], *, people: bool) -> Change:
    was = {key: record for key, record in old.items() if isinstance(record, Person) is people}
    now = {key: record for key, record in new.items() if isinstance(record, Person) is people}
    changed = sum(was[key] != now[key] for key in was.keys() & now.keys())
    return Change(len(now.keys() - was.keys()), changed, len(was.keys() - now.keys()))


def new_in(before: FamilyGraph, after: FamilyGraph) -> list[Id]:
    """Give the ids of all that is new or told anew in a family."""
    return [
        record.id
        for record in after.records()
        if record.id not in before or before.record(record.id) != record
    ]
