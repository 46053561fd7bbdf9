"""Writing where somebody else may have written: what can't be seen is kept beside, never lost."""

from __future__ import annotations

from typing import Any, TypeVar

from genogram_app.edit.result import Stamp
from genogram_app.errors import RefusedError
from genogram_app.model.base import Account, Blank, Record, Said
from genogram_app.model.ties import Direction

R = TypeVar("R", bound=Record)
#: The fields of which a view may show a part.
_CUT = frozenset({"name", "known_as"})
#: What stands in a field of which nothing was said.
_NOTHING: tuple[Any, ...] = (None, "", (), Blank.NOT_ASKED, Direction.UNSET)


def told(record: R, stamp: Stamp, **fields: Any) -> R:
    """Give the record with fields told anew; the very record where nothing in it is new.

    What whoever enters can't see becomes another account of its field, so nothing that
    is for the case file alone is lost by being written over in the family's view. Raises
    RefusedError for a name of which the view shows only a part.
    """
    fresh = really_new(record, stamp, fields)
    if not fresh:
        return record
    if record.id in stamp.cut and _CUT.intersection(fresh):
        raise RefusedError(
            "Part of this name is kept off every sheet and this view. Nothing was changed. "
            "Write the name in the worker's view."
        )
    hidden = [_account(record, field) for field in sorted(fresh) if _is_hidden(record, stamp, field)]
    ready = record.put(accounts=(*record.accounts, *hidden)) if hidden else record
    return ready.tell(stamp.basis(), **fresh)


def really_new(record: Record, stamp: Stamp, fields: dict[str, Any]) -> dict[str, Any]:
    """Leave out what wouldn't change, compared as it would be kept.

    The same again is new where whoever enters can't see that it stands there already.
    """
    checked = record.put(**fields)
    same = {
        field
        for field in fields
        if getattr(checked, field) == getattr(record, field) and stamp.may_see(record.basis_of(field))
    }
    return {field: value for field, value in fields.items() if field not in same}


def with_pinned(record: R, fields: set[str]) -> R:
    """Let fields keep what they rest on, whatever the record is to rest on from now on."""
    said = {each.about: each.basis for each in record.said}
    said |= {field: record.basis_of(field) for field in told_fields(record) & fields}
    return record.put(said=tuple(Said(about=about, basis=said[about]) for about in sorted(said)))


def told_fields(record: Record) -> set[str]:
    """Name the fields in which something stands."""
    plain = type(record).model_fields
    return {field for field in record.statements() if getattr(record, field) != plain[field].default}


def _is_hidden(record: Record, stamp: Stamp, field: str) -> bool:
    return not stamp.may_see(record.basis_of(field)) and getattr(record, field) not in _NOTHING


def _account(record: Record, field: str) -> Account:
    return Account(about=field, value=getattr(record, field), basis=record.basis_of(field))
