"""Whether a document hangs together: no id twice, no line that leads nowhere or to the wrong kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from genogram_app.family.case import LISTS
from genogram_app.model.agency import Agency
from genogram_app.model.base import Record
from genogram_app.model.document import Document
from genogram_app.model.household import Household
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond, ChildOf, Edge, LivesIn, PartnerIn, Responsibility, Tie, Union

Kinds = tuple[type[Record], ...]
_ANYBODY: Kinds = (Person, Household, Agency)
#: What may stand at each end of a line.
_ENDS: Mapping[type[Edge], tuple[Kinds, Kinds]] = {
    PartnerIn: ((Person,), (Union,)),
    ChildOf: ((Person,), (Union, Person, Agency)),
    LivesIn: ((Person,), (Household,)),
    Bond: (_ANYBODY, _ANYBODY),
    Tie: ((Agency,), _ANYBODY),
    Responsibility: ((Person, Agency), (Person,)),
}
_NAMES: Mapping[type[Edge], str] = {
    PartnerIn: "a place in a union",
    ChildOf: "a child's line",
    LivesIn: "a place in a household",
    Bond: "a relationship",
    Tie: "a line to a service",
    Responsibility: "parental responsibility",
}


def records(document: Document) -> Iterator[Record]:
    """Go through every record of the family's lists."""
    for name in LISTS:
        yield from getattr(document, name)


def fault_in(document: Document) -> str | None:
    """Say the first reason why a document doesn't hang together; None where it does."""
    found: dict[Id, Record] = {}
    for record in records(document):
        if record.id in found:
            return f"two records have the same id, {record.id}"
        found[record.id] = record
    return next((fault for record in found.values() if (fault := end_fault(record, found))), None)


def end_fault(record: Record, found: Mapping[Id, Record]) -> str | None:
    """Say why a line leads where it can't lead; None where it's sound or no line."""
    if not isinstance(record, Edge):
        return None
    for key, kinds in zip(record.ends, _ENDS[type(record)], strict=True):
        if key not in found:
            return f"{_NAMES[type(record)]} ({record.id}) leads to {key}, which isn't there"
        if not isinstance(found[key], kinds):
            return f"{_NAMES[type(record)]} ({record.id}) leads to {key}, which can't stand there"
    return None
