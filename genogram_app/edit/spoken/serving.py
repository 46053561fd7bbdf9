"""A service that somebody has, or who does a job in one; the child's social worker is the sheet's."""

from __future__ import annotations

from typing import Any

from genogram_app.edit import agencies, ties
from genogram_app.edit.result import Edit
from genogram_app.edit.spoken.grammar import Served, UnclearError
from genogram_app.edit.spoken.jobs import in_a_line
from genogram_app.edit.spoken.saying import BLANKS
from genogram_app.edit.spoken.telling import Telling
from genogram_app.model.agency import Agency
from genogram_app.model.ids import Id
from genogram_app.model.ties import Tie
from genogram_app.words import Sentence


def served(telling: Telling, clause: Served) -> tuple[Telling, tuple[str, ...], Id]:
    """Give the telling with a service and its tie, how that is said back, and whose it is."""
    key = _whose(telling, clause)
    known = [each for each in telling.sight.family.agencies if _is(each, clause)]
    says = _said(telling, clause, key)
    if not known and _is_sheets_worker(telling, clause, key):
        after = _as_worker(telling, clause, key)
        return after, (f"{says} {telling.teller.words.say('(the sheet’s worker)')}",), key
    if not known:
        return telling.after(_added(telling, clause, key)), (says,), key
    if any(tie.leads(known[0].id) == key for tie in telling.sight.family.at(Tie, known[0].id)):
        return telling, (says,), key
    return telling.after(ties.add_tie(telling.case, telling.teller.stamp, known[0].id, key)), (says,), key


def _whose(telling: Telling, clause: Served) -> Id:
    key = telling.owner(clause.whose) if clause.whose else telling.about
    if key is None:
        raise UnclearError(Sentence("Whose? Choose somebody on the sheet first."))
    if clause.whose is None and telling.beside is not None:
        either = tuple(f"{telling.named(each)}’s" for each in (key, telling.beside))
        raise UnclearError(Sentence("Whose? It can be of either."), either, front=True)
    return key


def _is_sheets_worker(telling: Telling, clause: Served, key: Id) -> bool:
    """Say whether it is the child's social worker, by name, while the sheet names none."""
    named = clause.service.workers and isinstance(clause.name, str)
    return named and telling.sight.person(key).subject and telling.case.details.worker is None


def _as_worker(telling: Telling, clause: Served, key: Id) -> Telling:
    stamp, service = telling.teller.stamp, clause.service
    given: dict[str, Any] = {"telephone": clause.telephone} if clause.telephone else {}
    edit = agencies.set_worker(
        telling.case, stamp, service.card, name=str(clause.name), job_title=in_a_line(service.job), **given
    )
    after = telling.after(edit)
    return after.after(ties.add_tie(after.case, stamp, edit.select[0], key))


def _added(telling: Telling, clause: Served, to: Id) -> Edit:
    """Add a service by its own name, or by that of who does a job in it."""
    service, named = clause.service, "contact" if clause.service.job else "name"
    fields: dict[str, Any] = {named: clause.name, "job_title": in_a_line(service.job)}
    if clause.telephone:
        fields["telephone"] = clause.telephone
    return agencies.add_agency(telling.case, telling.teller.stamp, service.card, ties_to=[to], **fields)


def _said(telling: Telling, clause: Served, key: Id) -> str:
    whose = f"{telling.named(key)}’s" if clause.whose else ""
    named = clause.name if isinstance(clause.name, str) else BLANKS[clause.name]
    return " ".join(part for part in (whose, clause.service.says, named, clause.telephone) if part)


def _is(agency: Agency, clause: Served) -> bool:
    """Say whether a service on the sheet is the one that is told of."""
    called = agency.contact if clause.service.job else agency.name
    if agency.kind != clause.service.card or not isinstance(called, str) or not isinstance(clause.name, str):
        return False
    return called.casefold() == clause.name.casefold()
