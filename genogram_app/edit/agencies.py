"""Services: adding one from its card, the worker and team, and ending a service's part."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from genogram_app.edit.records import called
from genogram_app.edit.result import Edit, Stamp
from genogram_app.edit.ties import new_tie
from genogram_app.family.case import Case
from genogram_app.model.agency import Agency, Involvement
from genogram_app.model.base import Blank, TextField
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField
from genogram_app.words import Sentence


def add_agency(
    case: Case,
    stamp: Stamp,
    kind: str,
    *,
    name: TextField = Blank.NOT_ASKED,
    job_title: str = "",
    ties_to: Iterable[Id] = (),
    strength: str = "",
) -> Edit:
    """Add a service, tied to whom it serves. `kind` and `strength` name cards."""
    agency = Agency(id=stamp.new_id("a"), basis=stamp.basis(), kind=kind, name=name, job_title=job_title)
    ties = [new_tie(stamp, agency.id, to, strength) for to in dict.fromkeys(ties_to)]
    return Edit(Sentence("Add a service"), case.changed(put=[agency, *ties]), (agency.id,))


def set_worker(
    case: Case,
    stamp: Stamp,
    kind: str,
    *,
    name: str,
    job_title: str,
    team: str = "",
    telephone: TextField = Blank.NOT_ASKED,
) -> Edit:
    """Put the worker and their team on the sheet, in one step, from the worker's own profile."""
    fields: dict[str, Any] = {
        "kind": kind,
        "contact": name,
        "job_title": job_title,
        "team": team,
        "telephone": telephone,
    }
    old = case.family.find(Agency, case.details.worker)
    worker = (
        old.tell(stamp.basis(), **fields)
        if old is not None
        else Agency(id=stamp.new_id("a"), basis=stamp.basis(), name=team or Blank.NOT_ASKED, **fields)
    )
    details = case.details.tell(stamp.basis(), worker=worker.id)
    after = case.changed(put=[worker]).with_(details=details)
    return Edit(Sentence("Put the worker on the sheet"), after, (worker.id,))


def end_agency(case: Case, stamp: Stamp, agency: Id, until: DateField = Blank.NOT_ASKED) -> Edit:
    """Say that a service no longer works with the family."""
    old = case.family.get(Agency, agency)
    ended = old.tell(stamp.basis(), involvement=Involvement.ENDED, until=until)
    label = Sentence.of("End the part of {name}", quiet="End a service's part", name=called(case, agency))
    return Edit(label, case.changed(put=[ended]), (agency,))
