"""Writing where somebody else may have written: what can't be seen is kept beside, never lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from genogram_app.edit.records import correct, record_of, with_record
from genogram_app.edit.result import Edit, Stamp
from genogram_app.family.case import Case
from genogram_app.model.base import Account, Record
from genogram_app.model.ids import Id


def write(case: Case, stamp: Stamp, key: Id, *, merge: str = "", **fields: Any) -> Edit:
    """Overwrite fields of a record; what whoever enters can't see becomes another account of the field.

    So nothing that is for the case file alone is lost by being written over in the family's view.
    """
    record = record_of(case, key)
    hidden = tuple(_account(record, field) for field in sorted(fields) if _is_hidden(record, stamp, field))
    ready = with_record(case, record.put(accounts=(*record.accounts, *hidden))) if hidden else case
    edit = correct(ready, stamp, key, merge=merge, **fields)
    return replace(edit, case=case) if edit.case is ready else edit


def _is_hidden(record: Record, stamp: Stamp, field: str) -> bool:
    plain = type(record).model_fields[field].default
    return not stamp.may_see(record.basis_of(field)) and getattr(record, field) != plain


def _account(record: Record, field: str) -> Account:
    return Account(about=field, value=getattr(record, field), basis=record.basis_of(field))
