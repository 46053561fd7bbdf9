"""What the sheet says about itself: reference, dates, who took part, and whom to ring."""

from __future__ import annotations

from typing import Any

from genogram_app.edit.records import called, correct
from genogram_app.edit.result import Edit, Stamp
from genogram_app.family.case import Case
from genogram_app.model.base import Blank, TextField
from genogram_app.model.document import GoTo, Page
from genogram_app.model.ids import Id
from genogram_app.words import Sentence


def correct_details(case: Case, stamp: Stamp, *, merge: str = "", **fields: Any) -> Edit:
    """Write the reference, the sheet's date, the next review, who took part, or notes."""
    return correct(case, stamp, case.details.id, merge=merge, **fields)


def set_go_to(
    case: Case, stamp: Stamp, who: Id, telephone: TextField = Blank.NOT_ASKED, agreed: str = ""
) -> Edit:
    """Make somebody, or a service, the one to ring out of hours.

    With no number given it is the one that they are known by now.
    """
    record = case.family.record(who)
    number = telephone if telephone is not Blank.NOT_ASKED else getattr(record, "telephone", telephone)
    go_to = GoTo(
        id=stamp.new_id("g"), basis=stamp.basis(), who=who, telephone=number, agreed=agreed, checked=None
    )
    label = Sentence.of(
        "Make {name} the go-to person", quiet="Choose the go-to person", name=called(case, who)
    )
    return Edit(label, case.with_(details=case.details.tell(stamp.basis(), go_to=go_to)), (who,))


def clear_go_to(case: Case, stamp: Stamp) -> Edit:
    """Say that there is no go-to person."""
    label = Sentence("Take the go-to person off the sheet")
    if case.details.go_to is None:
        return Edit(label, case)
    return Edit(label, case.with_(details=case.details.tell(stamp.basis(), go_to=None)))


def set_page(case: Case, **fields: Any) -> Edit:
    """Choose the paper and which way up it is."""
    page = Page.model_validate(dict(case.page) | fields)
    return Edit(Sentence("Choose the paper"), case if page == case.page else case.with_(page=page))
