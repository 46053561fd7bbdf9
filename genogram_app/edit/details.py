"""What the sheet says about itself: reference, dates, who took part, and whom to ring."""

from __future__ import annotations

from typing import Any

from genogram_app.edit.arrange import tidy
from genogram_app.edit.beside import told
from genogram_app.edit.records import called, correct
from genogram_app.edit.result import Edit, Stamp
from genogram_app.edit.sight import hides
from genogram_app.family.case import Case
from genogram_app.model.agency import Agency
from genogram_app.model.base import Account, Basis, Blank, Record, TextField
from genogram_app.model.document import CaseDetails, GoTo, Page
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.words import Sentence

#: What is about the paper alone.
_ON_PAPER = frozenset({"paper", "orientation"})
#: What is about who stands left of whom.
_SIDES = ("women_left", "youngest_left")


def correct_details(case: Case, stamp: Stamp, *, merge: str = "", **fields: Any) -> Edit:
    """Write the reference, the sheet's date, the next review, who took part, or notes."""
    return correct(case, stamp, case.details.id, merge=merge, **fields)


def set_go_to(
    case: Case, stamp: Stamp, who: Id, telephone: TextField = Blank.NOT_ASKED, agreed: str = ""
) -> Edit:
    """Make somebody, or a service, the one to ring out of hours.

    With no number given it is the one that they are known by now, where whoever
    enters can see it; who may see it there may see it here. Said again of the
    same one, only what is new is written.
    """
    record, old = case.family.record(who), case.details.go_to
    label = Sentence.of(
        "Make {name} the go-to person", quiet="Choose the go-to person", name=called(case, who)
    )
    if old is not None and old.who == who and not _is_hidden(case, stamp, old):
        fresh = _with_number(old, stamp, record, telephone)
    else:
        made = GoTo(id=stamp.new_id("g"), basis=stamp.basis(), who=who)
        fresh = _with_number(made, stamp, record, telephone)
    if agreed:
        fresh = told(fresh, stamp, agreed=agreed)
    return Edit(label, case if fresh is old else _with_go_to(case, stamp, fresh), (who,))


def _with_number(go_to: GoTo, stamp: Stamp, record: Record, given: TextField) -> GoTo:
    """Give the number that was given, or else the known one with what it rests on."""
    if given is not Blank.NOT_ASKED:
        return told(go_to, stamp, telephone=given)
    known, basis = _known_number(record)
    if known in (Blank.NOT_ASKED, go_to.telephone) or not stamp.may_see(basis):
        return go_to
    return go_to.tell(basis, telephone=known)


def _known_number(record: Record) -> tuple[TextField, Basis]:
    number = record.telephone if isinstance(record, Person | Agency) else Blank.NOT_ASKED
    return number, record.basis_of("telephone")


def _with_go_to(case: Case, stamp: Stamp, fresh: GoTo | None) -> Case:
    """Put the go-to person on the sheet; an earlier one who can't be seen, or not whole, is kept beside."""
    details = case.details
    old = details.go_to
    if old is not None and fresh is not None and old.id == fresh.id:
        return case.with_(details=details.put(go_to=fresh))
    if old is not None and _is_hidden(case, stamp, old) and stamp.may_see(details.basis_of("go_to")):
        details = _with_account(details, old)
    return case.with_(details=told(details, stamp, go_to=fresh))


def _is_hidden(case: Case, stamp: Stamp, go_to: GoTo) -> bool:
    return hides(stamp, go_to) or not stamp.sees(case.family.record(go_to.who))


def _with_account(details: CaseDetails, old: GoTo) -> CaseDetails:
    account = Account(about="go_to", value=old, basis=old.basis)
    return details.put(accounts=(*details.accounts, account))


def clear_go_to(case: Case, stamp: Stamp) -> Edit:
    """Say that there is no go-to person. One who can't be seen stays."""
    label = Sentence("Take the go-to person off the sheet")
    if case.details.go_to is None or not stamp.sees(case.details.go_to):
        return Edit(label, case)
    return Edit(label, _with_go_to(case, stamp, None))


def set_page(case: Case, **fields: Any) -> Edit:
    """Choose the paper and which way up it is, or how the sheet is drawn.

    Where left and right are turned over, everybody whom no hand has placed is laid out anew.
    """
    page = Page.model_validate(dict(case.page) | fields)
    label = "Choose the paper" if _ON_PAPER.issuperset(fields) else "Choose how it is drawn"
    if any(getattr(page, side) != getattr(case.page, side) for side in _SIDES):
        for ground in sorted(case.placements):
            case = tidy(case, ground).case
    return Edit(Sentence(label), case if page == case.page else case.with_(page=page))
