"""One writer at a time, and the other is told who it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from genogram_app.errors import InUseError
from genogram_app.store.lock import DocumentLock, Holder

ME = Holder("J. Okafor", "LAPTOP-7", "09:40 on 2 March 2026")
YOU = Holder("M. Price", "LAPTOP-9", "09:41 on 2 March 2026")
HOME = Path(__file__).resolve().parents[2]
HOLDING = """
import sys, time
from pathlib import Path
from genogram_app.store.lock import DocumentLock, Holder
lock = DocumentLock(Path(sys.argv[1]), Holder("J. Okafor", "LAPTOP-7", "09:40"))
lock.acquire()
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "Family.genogram"
    path.write_text("{}")
    return path


def test_the_second_is_told_who_has_it(document: Path) -> None:
    with DocumentLock(document, ME), pytest.raises(InUseError) as refused:
        DocumentLock(document, YOU).acquire()
    assert "J. Okafor on LAPTOP-7, since 09:40 on 2 March 2026" in str(refused.value)


def test_after_closing_it_is_free_and_nothing_is_left_behind(document: Path) -> None:
    with DocumentLock(document, ME) as lock:
        assert lock.held
    assert list(document.parent.iterdir()) == [document]
    with DocumentLock(document, YOU) as lock:
        assert lock.held


def test_a_killed_program_holds_nothing(document: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(document)], cwd=HOME, stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    try:
        assert program.stdout.readline() == "held\n"
        with pytest.raises(InUseError, match="Okafor on LAPTOP-7"):
            DocumentLock(document, YOU).acquire()
    finally:
        program.kill()
        program.communicate()
    with DocumentLock(document, YOU) as lock:
        assert lock.held


def test_a_holder_that_cannot_be_read_is_somebody(document: Path) -> None:
    with DocumentLock(document, ME):
        document.with_name(".~Family.genogram.who").write_text("[]")
        with pytest.raises(InUseError, match="somebody else"):
            DocumentLock(document, YOU).acquire()


def test_giving_up_a_lock_twice_is_harmless(document: Path) -> None:
    lock = DocumentLock(document, ME)
    lock.release()
    lock.acquire()
    lock.release()
    lock.release()
    assert not lock.held
