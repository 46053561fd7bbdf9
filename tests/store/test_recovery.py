"""What a crash would lose is kept, found again, and never another program's."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from genogram_app.errors import FileError
from genogram_app.model.base import Blank
from genogram_app.store.recovery import Recovery, left_over
from tests.store.families import counted, whole_case

NOON = datetime(2026, 3, 2, 12, 0)
HOME = Path(__file__).resolve().parents[2]
EDITING = """
import sys, time
from datetime import datetime
from pathlib import Path
from genogram_app.store.recovery import Recovery
from tests.store.families import whole_case
kept = Recovery(Path(sys.argv[1]), lambda: datetime(2026, 3, 2, 9, 30))
kept.keep(whole_case(), Path("/cases/Family.genogram"))
print("kept", flush=True)
time.sleep(60)
"""


def at_noon() -> datetime:
    return NOON


def editing(folder: Path) -> subprocess.Popen[str]:
    """Start a program that has a case open, and wait until it has kept it."""
    program = subprocess.Popen(
        [sys.executable, "-c", EDITING, str(folder)], cwd=HOME, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    assert program.stdout.readline() == "kept\n"
    return program


def killed(program: subprocess.Popen[str]) -> None:
    program.kill()
    program.communicate()


def test_after_a_kill_everything_is_there_and_not_before(tmp_path: Path) -> None:
    program = editing(tmp_path)
    try:
        assert left_over(tmp_path) == ()
    finally:
        killed(program)
    (left,) = left_over(tmp_path)
    assert (left.reference, left.kept.hour, left.source) == (
        "CF-1042",
        9,
        Path("/cases/Family.genogram").absolute(),
    )
    found = left.case(counted())
    assert (found.case, found.lost) == (whole_case(), ())


def test_a_place_that_was_told_from_one_folder_is_found_from_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    recovery = Recovery(tmp_path / "recovery", at_noon)
    recovery.keep(whole_case(), Path("family.genogram"))
    recovery._lock.release()  # as when its program dies
    monkeypatch.chdir(tmp_path.parent)
    (left,) = left_over(tmp_path / "recovery")
    assert left.source == tmp_path / "family.genogram"


def test_a_clean_close_leaves_nothing_behind(tmp_path: Path) -> None:
    with Recovery(tmp_path, at_noon) as kept:
        kept.keep(whole_case(), None)
        assert list(tmp_path.iterdir())
    assert list(tmp_path.iterdir()) == []


def test_after_a_save_nothing_is_kept_but_the_document_stays_ours(tmp_path: Path) -> None:
    kept = Recovery(tmp_path, at_noon)
    kept.keep(whole_case(), None)
    kept.clear()
    assert not list(tmp_path.glob("*.recovery"))
    kept.keep(whole_case(), None)
    assert list(tmp_path.glob("*.recovery"))
    kept.close()


def crashed(folder: Path, hours: int = 0) -> None:
    """Leave behind what a crash at some hour leaves."""
    kept = Recovery(folder, lambda: NOON + timedelta(hours=hours))
    kept.keep(whole_case(), None)
    kept._lock.release()


def test_what_is_left_is_listed_newest_first(tmp_path: Path) -> None:
    for hours in (1, 3, 2):
        crashed(tmp_path, hours)
    assert [left.kept.hour for left in left_over(tmp_path)] == [15, 14, 13]


def test_whoever_takes_it_first_has_it(tmp_path: Path) -> None:
    crashed(tmp_path)
    (left,) = left_over(tmp_path)
    mine = left.take(tmp_path, at_noon)
    assert left_over(tmp_path) == ()
    with pytest.raises(FileError, match="Another window"):
        left.take(tmp_path, at_noon)
    mine.close()
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_wanted_is_gone(tmp_path: Path) -> None:
    crashed(tmp_path)
    left_over(tmp_path)[0].forget()
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_snapshot_gives_what_can_be_read(tmp_path: Path) -> None:
    crashed(tmp_path)
    (file,) = tmp_path.glob("*.recovery")
    file.write_bytes(file.read_bytes()[:-400])
    (left,) = left_over(tmp_path)
    found = left.case(counted())
    assert found.case.family.people == whole_case().family.people
    assert found.lost


def test_a_snapshot_without_its_first_line_is_still_offered(tmp_path: Path) -> None:
    (tmp_path / "abc.recovery").write_bytes(b"\x00\x00")
    (left,) = left_over(tmp_path)
    assert left.reference == ""
    with pytest.raises(FileError):
        left.case(counted())


def test_only_the_reference_and_time_are_told_beforehand(tmp_path: Path) -> None:
    case = whole_case()
    kept = Recovery(tmp_path, at_noon)
    kept.keep(case.with_(details=case.details.put(reference=Blank.NOT_ASKED)), None)
    kept._lock.release()
    assert left_over(tmp_path)[0].reference == ""
    (file,) = tmp_path.glob("*.recovery")
    assert "Jay" not in file.name


@pytest.mark.skipif(os.name == "nt", reason="permissions of this kind are not Windows's")
def test_what_is_kept_is_for_its_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "recovery"
    with Recovery(folder, at_noon) as kept:
        kept.keep(whole_case(), None)
        (file,) = folder.glob("*.recovery")
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_made_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(FileError, match="Save often"):
        Recovery(tmp_path / "file" / "recovery", at_noon)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM of this kind")
def test_a_terminated_program_leaves_its_work_too(tmp_path: Path) -> None:
    program = editing(tmp_path)
    program.send_signal(signal.SIGTERM)
    program.communicate()
    assert len(left_over(tmp_path)) == 1


def test_what_was_half_written_when_its_program_died_is_taken_away(tmp_path: Path) -> None:
    crashed(tmp_path)
    (file,) = tmp_path.glob("*.recovery")
    (tmp_path / f".{file.name}.saving-1a2b").write_bytes(b"half of a family")
    (tmp_path / ".never.recovery.saving-3c4d").write_bytes(b"half of another")
    (tmp_path / "never.lock").touch()
    with Recovery(tmp_path, at_noon) as running:
        running.keep(whole_case(), None)
        busy = tmp_path / f".{running._path.name}.saving-5e6f"
        busy.write_bytes(b"being written")
        assert [left.path for left in left_over(tmp_path)] == [file]
        halves = [each.name for each in tmp_path.iterdir() if "saving" in each.name]
        assert halves == [busy.name]
        assert not (tmp_path / "never.lock").exists()
    assert not busy.exists()
    left_over(tmp_path)[0].forget()
    assert list(tmp_path.iterdir()) == []
