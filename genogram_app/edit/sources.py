"""Who says something and where it stands, put right without touching what is said."""

from __future__ import annotations

from typing import Any

from genogram_app.edit.records import record_of, with_record
from genogram_app.edit.result import Edit, Stamp
from genogram_app.edit.spells import with_state_based
from genogram_app.family.case import Case
from genogram_app.model.ids import Id
from genogram_app.words import Sentence

_LABEL = Sentence("Say who says so", quiet="Correct a detail")


def say_source(case: Case, stamp: Stamp, key: Id, *, merge: str = "", **changes: Any) -> Edit:
    """Say who says a record (`teller`, `told_by`) and where it stands (`standing`)."""
    record = record_of(case, key)
    told = record.put(basis=record.basis.put(recorded=stamp.today, **changes))
    return Edit(_LABEL, case if told == record else with_record(case, told), (), merge)


def say_source_of_state(
    case: Case, stamp: Stamp, key: Id, index: int, *, merge: str = "", **changes: Any
) -> Edit:
    """Say who says one state of a couple, or of somebody in law, and where it stands."""
    after = with_state_based(case, stamp, key, index, {"recorded": stamp.today} | changes)
    return Edit(_LABEL, after, (), merge)
