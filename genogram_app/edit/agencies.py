"""Services: adding one from its card, the worker and team, and ending a service's part."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from genogram_app.edit.beside import told
from genogram_app.edit.lines import ended
from genogram_app.edit.records import called
from genogram_app.edit.result import Edit, Stamp
from genogram_app.edit.ties import new_tie
from genogram_app.errors import RefusedError
from genogram_app.family.case import Case
from genogram_app.model.agency import Agency, Involvement
from genogram_app.model.base import Blank, TextField
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField
from genogram_app.words import Sentence


def add_agency(
    case: Case,
    stamp: Stamp,
    kind: str,
    *,
    name: TextField = Blank.NOT_ASKED,
    contact: TextField = Blank.NOT_ASKED,
    job_title: str = "",
    telephone: TextField = Blank.NOT_ASKED,
    ties_to: Iterable[Id] = (),
    strength: str = "",
) -> Edit:
    """Add a service, tied to whom it serves. `kind` and `strength` name cards."""
    agency = Agency(
        id=stamp.new_id("a"),
        basis=stamp.basis(),
        kind=kind,
        name=name,
        contact=contact,
        job_title=job_title,
        telephone=telephone,
    )
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
    """Put the worker and their team on the sheet, in one step, from the worker's own profile.

    The same worker's details are corrected. Another worker is a change: the part
    of the one before ends today, and theirs begins.
    """
    fields: dict[str, Any] = {
        "kind": kind,
        "contact": name,
        "job_title": job_title,
        "team": team,
        "telephone": telephone,
    }
    label = Sentence("Put the worker on the sheet")
    old = _worker(case, stamp)
    if old is not None and _is_the_same(old, name):
        after = _corrected(old, stamp, fields)
        return Edit(label, case if after is old else case.changed(put=[after]), (old.id,))
    since = None if old is None else When.on(stamp.today)
    fresh = Agency(
        id=stamp.new_id("a"), basis=stamp.basis(), name=team or Blank.NOT_ASKED, since=since, **fields
    )
    put = [fresh] if old is None or _is_over(old) else [_over(stamp, old, When.on(stamp.today)), fresh]
    details = told(case.details, stamp, worker=fresh.id)
    return Edit(label, case.changed(put=put).with_(details=details), (fresh.id,))


def end_agency(case: Case, stamp: Stamp, agency: Id, until: DateField = Blank.NOT_ASKED) -> Edit:
    """Say that a service no longer works with the family. Raises RefusedError where it doesn't already."""
    old = case.family.get(Agency, agency)
    if _is_over(old):
        raise RefusedError(f"{called(case, agency)} is no longer involved already. Nothing was changed.")
    label = Sentence.of("End the part of {name}", quiet="End a service's part", name=called(case, agency))
    return Edit(label, case.changed(put=[_over(stamp, old, until)]), (agency,))


def _worker(case: Case, stamp: Stamp) -> Agency | None:
    """Give the worker who is on the sheet, where whoever enters can see them."""
    found = case.family.find(Agency, case.details.worker)
    return found if found is not None and stamp.sees(found) else None


def _is_the_same(worker: Agency, name: str) -> bool:
    """Say whether it is the same worker, or nobody was named yet."""
    known = worker.contact
    return not isinstance(known, str) or known.casefold() == name.strip().casefold()


def _corrected(worker: Agency, stamp: Stamp, fields: dict[str, Any]) -> Agency:
    """Give the worker with other details. Where the service is called after the team, it follows."""
    named = {"name": fields["team"]} if fields["team"] and worker.name in (worker.team, *Blank) else {}
    return told(worker, stamp, **fields, **named)


def _is_over(agency: Agency) -> bool:
    return agency.involvement is Involvement.ENDED


def _over(stamp: Stamp, agency: Agency, until: DateField) -> Agency:
    """End a service's part. A day of its end that is written already, as one to come may be, stays."""
    if agency.until is not None:
        return told(agency, stamp, involvement=Involvement.ENDED)
    return ended(stamp, agency, until, involvement=Involvement.ENDED)
