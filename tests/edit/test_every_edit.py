"""What holds for every edit, in the worker's view and in the family's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from genogram_app.edit.history import History
from genogram_app.edit.result import Stamp
from genogram_app.family.case import Case, to_document
from genogram_app.family.seen import View, comes_through, seen
from genogram_app.model.base import Basis, Blank, Record, Share, Teller
from genogram_app.model.document import GoTo
from genogram_app.model.ids import Id
from genogram_app.model.person import Spell, Theme
from genogram_app.model.ties import Direction
from genogram_app.store.codec import decode, encode
from tests.builders import HARMLESS, TODAY, counting, stamp
from tests.edit.every_edit import ROWS, SECRET, SECRET_DAY, Row, public_edits, rich_case

FAMILY = stamp(new_id=counting(100))
WORKER = stamp(Share.CASE_FILE, teller=Teller.AGENCY, told_by="the GP", new_id=counting(100))


def cases(*, rests: bool = True, shares: bool = True, by_worker: bool = True) -> list[Any]:
    """Give every row with who does it, but for those that a test isn't about."""
    return [
        pytest.param(row, who, id=f"{name} {number} {who.share.value}")
        for name, rows in sorted(ROWS.items())
        for number, row in enumerate(rows)
        for who in ([WORKER] if row.by_worker else [FAMILY, WORKER])
        if (rests or not row.rests) and (shares or not row.shares) and (by_worker or who is FAMILY)
    ]


class Told(NamedTuple):
    """One statement: of which record, about what, and what it rests on."""

    of: Id
    about: str
    value: Any
    basis: Basis


def records_of(case: Case) -> Iterator[Record]:
    """Go through every record, with the go-to person of the sheet and those who stand beside."""
    yield case.details
    beside = [account.value for account in case.details.accounts]
    yield from (each for each in (case.details.go_to, *beside) if isinstance(each, GoTo))
    yield from case.family.records()


def told_in(record: Record) -> Iterator[Told]:
    """Go through every statement of a record, each item of a list for itself."""
    for field in record.statements():
        value = getattr(record, field)
        if isinstance(value, tuple) and value and isinstance(value[0], Theme | Spell):
            yield from (each for item in value for each in _item(record, field, item))
        elif isinstance(value, GoTo):
            yield Told(record.id, field, value.who, record.basis_of(field))
        elif value not in (None, "", (), Blank.NOT_ASKED, Direction.UNSET, False):
            yield Told(record.id, field, value, record.basis_of(field))
    for quote in record.quotes:
        yield Told(record.id, "quotes", quote.words, quote.basis)
    for account in record.accounts:
        value = account.value.who if isinstance(account.value, GoTo) else account.value
        yield Told(record.id, account.about, value, account.basis)


def _item(record: Record, field: str, item: Theme | Spell) -> Iterator[Told]:
    words = (
        (item.words, item.part, item.phase) if isinstance(item, Theme) else (item.kind, item.since, item.note)
    )
    yield Told(record.id, field, words, item.basis)
    if isinstance(item, Spell) and item.until is not None:
        yield Told(record.id, f"{field} until", item.until, item.until_basis or item.basis)


def all_told(case: Case) -> list[Told]:
    return [told for record in records_of(case) for told in told_in(record)]


def is_fresh(basis: Basis, who: Stamp) -> bool:
    return basis.put(standing=None) == who.basis()


def test_the_table_has_every_edit() -> None:
    assert set(ROWS) == public_edits()


@pytest.mark.parametrize(("row", "who"), cases())
def test_it_does_something_and_undoing_gives_the_very_case(row: Row, who: Stamp) -> None:
    case = rich_case()
    data = encode(case)
    edit = row.do(case, who)
    assert edit.case is not case
    assert to_document(edit.case) != to_document(case)
    assert History.of(case).do(edit).undo().case is case
    assert encode(case) == data
    assert to_document(decode(encode(edit.case), "x.genogram")) == to_document(edit.case)


@pytest.mark.parametrize(("row", "who"), cases(rests=False))
def test_what_it_writes_is_stamped(row: Row, who: Stamp) -> None:
    case = rich_case()
    known = [told[1:] for told in all_told(case)]
    after = row.do(case, who).case
    for told in all_told(after):
        assert told[1:] in known or is_fresh(told.basis, who), told
    there = {record.id for record in records_of(case)}
    for record in records_of(after):
        assert record.id in there or is_fresh(record.basis, who), record


@pytest.mark.parametrize(("row", "who"), cases(by_worker=False))
def test_nothing_that_the_family_cannot_see_changes_or_vanishes(row: Row, who: Stamp) -> None:
    case = rich_case()
    after = row.do(case, who).case
    then = {record.id: record for record in records_of(after)}
    assert len(hidden_in(case)) > 20
    assert not hidden_in(case) - hidden_in(after)
    for record in records_of(case):
        if not comes_through(record, HARMLESS):
            assert then[record.id] == record


def hidden_in(case: Case) -> set[str]:
    """Give what only the worker sees, each in words that can be compared."""
    told = [(each, record) for record in records_of(case) for each in told_in(record)]
    return {str(each) for each, record in told if not (each.basis.shared and comes_through(record, HARMLESS))}


@pytest.mark.parametrize(("row", "who"), cases(shares=False))
def test_no_secret_comes_to_the_family(row: Row, who: Stamp) -> None:
    after = row.do(rich_case(), who).case
    data = encode(seen(after, View(as_at=TODAY, harmless=HARMLESS))).decode()
    assert SECRET not in data
    assert str(SECRET_DAY) not in data


def test_what_was_taken_out_in_the_family_s_view_is_gone_from_it() -> None:
    for row in ROWS["remove"]:
        edit = row.do(rich_case(), FAMILY)
        copy = seen(edit.case, View(as_at=TODAY, harmless=HARMLESS)).family
        before = seen(rich_case(), View(as_at=TODAY, harmless=HARMLESS)).family
        assert len(list(copy.records())) < len(list(before.records()))
