"""Whether two cases in a row tell the same, as after letters that were typed and taken back."""

from __future__ import annotations

from typing import Any

from genogram_app.family.case import Case
from genogram_app.model.base import Basis, Record
from genogram_app.model.document import CaseDetails, Placement


def tells_the_same(before: Case, after: Case) -> bool:
    """Say whether nothing is told anew but that the same was written again.

    When a field was written, and by whom, doesn't count, as its words are those from
    before; that the family may see it now does. Nor do proposed places count, nor the
    day of the sheet where nobody wrote it: they follow from what is done.
    """
    return _sheet(before) == _sheet(after) and _all_the_same(before, after)


def _sheet(case: Case) -> tuple[Any, ...]:
    return case.page, case.versions, case.kept, _by_hand(case)


def _by_hand(case: Case) -> dict[tuple[str, str], Placement]:
    places = ((view, key, at) for view, by_id in case.placements.items() for key, at in by_id.items())
    return {(view, key): at for view, key, at in places if at.by_hand}


def _all_the_same(before: Case, after: Case) -> bool:
    old = (before.details, *before.family.records())
    new = (_dated_like(before.details, after.details), *after.family.records())
    return len(old) == len(new) and all(map(_same, old, new))


def _dated_like(before: CaseDetails, after: CaseDetails) -> CaseDetails:
    written = before.basis_of("dated") != after.basis_of("dated")
    return after if written or before.dated == after.dated else after.put(dated=before.dated)


def _same(before: Record, after: Record) -> bool:
    if before is after:
        return True
    return _without_said(before) == _without_said(after) and all(
        _no_wider(before.basis_of(said.about), said.basis) for said in after.said
    )


def _without_said(record: Record) -> Record:
    return record.put(said=())


def _no_wider(before: Basis, after: Basis) -> bool:
    return before.shared or not after.shared
