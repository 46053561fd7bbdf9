"""The list of recent cases: the latest first, each once, and no harm if it's lost."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from genogram_app.store.recent import Recent, RecentCases

NOON = datetime(2026, 3, 2, 12, 0)


def recent(number: int, review: date | None = None) -> Recent:
    return Recent(f"/cases/{number}.genogram", f"CF-{number}", NOON, review)


def test_the_latest_stands_first_and_each_once(tmp_path: Path) -> None:
    cases = RecentCases(tmp_path / "deep" / "recent.json")
    for number in (1, 2, 3, 1):
        cases.add(recent(number, date(2026, 6, number)))
    assert cases.all() == tuple(recent(number, date(2026, 6, number)) for number in (1, 3, 2))


def test_the_list_stays_short(tmp_path: Path) -> None:
    cases = RecentCases(tmp_path / "recent.json")
    for number in range(30):
        cases.add(recent(number))
    assert [case.reference for case in cases.all()] == [f"CF-{number}" for number in range(29, 17, -1)]


def test_a_case_can_be_taken_off(tmp_path: Path) -> None:
    cases = RecentCases(tmp_path / "recent.json")
    cases.add(recent(1))
    cases.add(recent(2))
    cases.forget("/cases/2.genogram")
    assert cases.all() == (recent(1),)


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"path": "x"}]', "null"])
def test_a_list_that_cannot_be_read_is_empty(tmp_path: Path, text: str) -> None:
    file = tmp_path / "recent.json"
    file.write_text(text)
    assert RecentCases(file).all() == ()


def test_a_list_that_cannot_be_kept_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cases = RecentCases(tmp_path / "file" / "recent.json")
    cases.add(recent(1))
    assert cases.all() == ()
