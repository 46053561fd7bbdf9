"""One record of a case, wherever it is kept: finding it, naming it, putting the next one in its place."""

from __future__ import annotations

from typing import Any

from genogram_app.edit.beside import really_new, told
from genogram_app.edit.grown import refuse_unborn
from genogram_app.edit.result import Edit, Stamp
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.model.base import Record
from genogram_app.model.document import CaseDetails, GoTo
from genogram_app.model.ids import Id
from genogram_app.model.person import Life, Person
from genogram_app.model.ties import Edge, Union
from genogram_app.words import Sentence


def record_of(case: Case, key: Id) -> Record:
    """Give the record with an id: of the family, of the sheet's details, or the go-to person's."""
    details = case.details
    if key == details.id:
        return details
    if details.go_to is not None and key == details.go_to.id:
        return details.go_to
    return case.family.record(key)


def with_record(case: Case, record: Record) -> Case:
    """Give the case with one record in place of the one that has its id."""
    if isinstance(record, CaseDetails):
        return case.with_(details=record)
    if isinstance(record, GoTo):
        return case.with_(details=case.details.put(go_to=record))
    return case.changed(put=[record])


def called(case: Case, key: Id) -> str:
    """Name a record for the list of steps: "Lisa", "Lisa and Darren", "?"."""
    record = record_of(case, key)
    if isinstance(record, Union):
        return " and ".join(_name(person) for person in kinship.partners(case.family, key)) or "?"
    if isinstance(record, Edge):
        return " and ".join(called(case, end) for end in record.ends)
    if isinstance(record, GoTo):
        return called(case, record.who)
    return _name(record)


def _name(record: Record) -> str:
    if isinstance(record, Person) and record.known_as:
        return record.known_as
    name = getattr(record, "name", None)
    return name if isinstance(name, str) and name else "?"


def correct(case: Case, stamp: Stamp, key: Id, *, merge: str = "", **fields: Any) -> Edit:
    """Overwrite fields of a record: what stood there was wrong, or wasn't known.

    A field that stays as it was keeps its own basis; where all do, nothing is changed.
    What whoever enters can't see is kept beside. Raises RefusedError where somebody who has
    a child or a partner would be unborn.
    """
    record = record_of(case, key)
    fresh = really_new(record, stamp, fields)
    if fresh.get("life") is Life.UNBORN:
        refuse_unborn(case, stamp, key)
    label = _correction(fresh, called(case, key))
    if not fresh:
        return Edit(label, case, (key,), merge)
    return Edit(label, with_record(case, told(record, stamp, **fresh)), (key,), merge)


_CORRECTIONS = {
    "name": Sentence("Write the name {name}", quiet="Write a name"),
    "known_as": Sentence("Write what {name} is known as", quiet="Write a name"),
    "gender": Sentence("Change the symbol of {name}", quiet="Change a symbol"),
    "born": Sentence("Write when {name} was born", quiet="Write a date"),
    "died": Sentence("Write when {name} died", quiet="Write a date"),
    "telephone": Sentence("Write the telephone number of {name}", quiet="Write a telephone number"),
    "notes": Sentence("Write notes on {name}", quiet="Write notes"),
    "reference": Sentence("Write the case reference"),
    "review_due": Sentence("Write when the next review is due"),
    "dated": Sentence("Write the date of the sheet"),
    "took_part": Sentence("Write who took part"),
}
_ANY_CORRECTION = Sentence("Correct {name}", quiet="Correct a detail")


def _correction(fresh: dict[str, Any], name: str) -> Sentence:
    found = _CORRECTIONS.get(next(iter(fresh)), _ANY_CORRECTION) if len(fresh) == 1 else _ANY_CORRECTION
    written = fresh.get("name")
    return Sentence.of(found.template, quiet=found.quiet, name=written if isinstance(written, str) else name)
