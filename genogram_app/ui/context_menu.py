"""What the menu on the sheet offers for what is selected, or for the sheet where nothing is."""

from __future__ import annotations

from genogram_app.edit.records import record_of
from genogram_app.edit.statements import share, unshare
from genogram_app.model.agency import Agency
from genogram_app.model.household import Household
from genogram_app.model.person import Person
from genogram_app.ui.desk import Desk

#: Commands by their id; anything else is a line between them.
_MENU = (
    "couple_state rename add_parents add_partner add_child add_own_child add_sibling add_half_sibling "
    "add_half_sibling_of_father - make_couple part_couple relate "
    "make_household end_line - set_subject set_go_to mark_died - confirm share unshare - copy duplicate - "
    "remove"
).split()
_SHARING = {"share": share, "unshare": unshare}
_OF_SHEET = "add_person add_agency - tidy fit - select_all paste copy_picture".split()


def offered(desk: Desk) -> list[str]:
    """Name the commands to offer, in their order: none that would leave all as it is."""
    return [name for name in _MENU if _changes(desk, name)] if desk.selection else list(_OF_SHEET)


def _changes(desk: Desk, name: str) -> bool:
    """Say whether a command does what it says: a line has no name, and what is shared needn't be again."""
    if name == "rename":
        records = (record_of(desk.seen, key) for key in desk.selection)
        return any(isinstance(each, Person | Agency | Household) for each in records)
    if name in _SHARING:
        case = desk.session.case
        return _SHARING[name](case, desk.selection).case is not case
    return True
