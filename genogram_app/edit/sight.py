"""What whoever is entering doesn't have in front of them, and what of it hangs on what."""

from __future__ import annotations

from typing import Any

from genogram_app.edit.result import Stamp
from genogram_app.family.case import Case
from genogram_app.family.graph import EDGE_KINDS
from genogram_app.family.seen import shared_item, without_harm
from genogram_app.model.base import Account, Record
from genogram_app.model.document import GoTo
from genogram_app.model.ids import Id
from genogram_app.model.person import Spell, Theme
from genogram_app.model.ties import Edge


def holds_hidden(case: Case, stamp: Stamp, key: Id) -> bool:
    """Say whether something hidden stands in a record or hangs on it: a line, or that it is to be rung."""
    if stamp.sees_all:
        return False
    go_to = case.details.go_to
    rung = go_to is not None and key in (go_to.who, go_to.id) and hides(stamp, go_to)
    mentioned = any(mentioned_in(account) == key for account in case.details.accounts)
    in_lines = any(hides_line(case, stamp, line) for line in lines_at(case, key))
    return rung or mentioned or in_lines or hides(stamp, case.family.record(key))


def hides(stamp: Stamp, record: Record) -> bool:
    """Say whether a record, or something in it, can't be seen by whoever is entering."""
    if stamp.sees_all:
        return False
    if record.kept or record.accounts or not stamp.sees(record):
        return True
    if without_harm(record, stamp.harmless) is not record:
        return True
    fields = [getattr(record, field) for field in record.statements()]
    many = [item for field in (record.quotes, *fields) if isinstance(field, tuple) for item in field]
    return any(not stamp.may_see(said.basis) for said in record.said) or any(
        hides_item(stamp, item) for item in many
    )


def hides_item(stamp: Stamp, item: Any) -> bool:
    """Say whether a quote, a theme or a dated state, or something in it, can't be seen."""
    if stamp.sees_all:
        return False
    if not isinstance(item, Theme | Spell):
        basis = getattr(item, "basis", None)
        return basis is not None and not stamp.may_see(basis)
    shown = shared_item(item, stamp.harmless)
    if not isinstance(shown, Spell) or not isinstance(item, Spell):
        return shown is None
    return (shown.until, shown.note) != (item.until, item.note)


def hides_line(case: Case, stamp: Stamp, line: Edge) -> bool:
    """Say whether a line can't be seen, wholly or in part, or leads to what can't be."""
    return hides(stamp, line) or not all(stamp.sees(case.family.record(end)) for end in line.ends)


def lines_at(case: Case, key: Id) -> list[Edge]:
    """Give every line that leads to somebody or something."""
    return [line for kind in EDGE_KINDS for line in case.family.at(kind, key)]


def mentioned_in(account: Account) -> Id | None:
    """Give whom another account of the sheet's details names: a go-to person or a worker."""
    if isinstance(account.value, GoTo):
        return account.value.who
    return str(account.value) if account.about == "worker" and account.value else None
