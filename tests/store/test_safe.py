"""The good file stays, whatever goes wrong while a new one is written."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from genogram_app.errors import DamagedFileError, FileError
from genogram_app.store import codec, files, safe
from tests.store.families import whole_case

GOOD = b"the good old file\n"
NEW = b"the new file, rather longer than the old one\n" * 100


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "Family.genogram"
    path.write_bytes(GOOD)
    return path


def alone(target: Path) -> bool:
    return sorted(target.parent.iterdir()) == [target]


def test_a_new_file_and_a_replaced_one_hold_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "new.genogram"
    for data in (NEW, GOOD, b""):
        safe.write(path, data)
        assert path.read_bytes() == data
        assert alone(path)


def failing(number: int) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("step", ["open", "write", "fsync", "fstat", "replace"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
def test_a_failure_at_any_step_leaves_the_good_file(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, step, failing(number))
        with pytest.raises(FileError) as refused:
            safe.write(target, NEW)
    assert target.read_bytes() == GOOD
    assert alone(target)
    assert "What was saved before is unchanged." in str(refused.value)


def test_bytes_that_are_not_taken_are_noticed(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that says it wrote all and wrote less: the trap that Qt's own class falls into."""
    really = os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda file, data: really(file, data[:-7]) + 7)
        with pytest.raises(FileError, match="no room left"):
            safe.write(target, NEW)
    assert target.read_bytes() == GOOD


def test_bytes_that_come_back_changed_are_noticed(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.write
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", lambda file, data: really(file, bytes(data).swapcase()))
        with pytest.raises(FileError, match="gave back something else"):
            safe.write(target, NEW)
    assert target.read_bytes() == GOOD
    assert alone(target)


def test_a_short_write_is_gone_on_with(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    really = os.write
    monkeypatch.setattr(os, "write", lambda file, data: really(file, data[:100]))
    safe.write(target, NEW)
    assert target.read_bytes() == NEW


def test_what_cannot_be_read_back_is_never_given_the_name(target: Path) -> None:
    def refuse(data: bytes) -> None:
        raise DamagedFileError("no family")

    with pytest.raises(DamagedFileError):
        safe.write(target, NEW, refuse)
    assert target.read_bytes() == GOOD
    assert alone(target)


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "genogram-test", str(folder)]
    try:
        mounted = subprocess.run(command, capture_output=True).returncode == 0
    except OSError:
        mounted = False
    if not mounted:
        pytest.skip("a tiny disk can't be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_costs_nothing_that_was_saved(tiny_disk: Path) -> None:
    path = tiny_disk / "Family.genogram"
    case = whole_case()
    files.save(case, path)
    good = path.read_bytes()
    (tiny_disk / "filler").write_bytes(b"x" * (64 * 1024 - len(good) - 4096 * 3))
    large = case.with_(details=case.details.put(notes="long " * 8000))
    with pytest.raises(FileError, match="no room left on the disk"):
        files.save(large, path)
    assert path.read_bytes() == good
    assert files.read(path) == case
    assert sorted(p.name for p in tiny_disk.iterdir()) == ["Family.genogram", "filler"]


AS_NOBODY = """
import os, sys
from pathlib import Path
from genogram_app.errors import FileError
from genogram_app.store import safe
os.setgid(65534)
os.setuid(65534)
try:
    safe.write(Path(sys.argv[1]), b"new")
except FileError as error:
    print(error)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become nobody")
def test_a_folder_that_may_only_be_read_says_so() -> None:
    folder = Path("/tmp") / f"genogram-readonly-{os.getpid()}"
    folder.mkdir(mode=0o755)
    path = folder / "Family.genogram"
    try:
        path.write_bytes(GOOD)
        home = Path(__file__).resolve().parents[2]
        command = [sys.executable, "-c", AS_NOBODY, str(path)]
        result = subprocess.run(command, cwd=home, capture_output=True, text=True, timeout=60)
        assert "may only be read" in result.stdout, result.stderr
        assert path.read_bytes() == GOOD
        assert alone(path)
    finally:
        path.unlink()
        folder.rmdir()


def test_a_file_marked_read_only_is_respected(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(FileError, match="may only be read"):
        safe.write(target, NEW)
    assert target.read_bytes() == GOOD


@pytest.mark.parametrize(
    ("path", "says"),
    [("nowhere/x.genogram", "isn't there"), (".", "folder of that name"), ("x" * 300, "name is too long")],
)
def test_a_place_that_cannot_be_says_why(tmp_path: Path, path: str, says: str) -> None:
    with pytest.raises(FileError, match=says):
        safe.write(tmp_path / path, NEW)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="only Linux has a folder that keeps nothing")
def test_a_folder_that_keeps_nothing_is_not_said_to_be_missing() -> None:
    with pytest.raises(FileError, match="nothing can be kept in the folder /proc"):
        safe.write(Path("/proc/x.genogram"), NEW)


@pytest.mark.skipif(os.name == "nt", reason="permissions of this kind are not Windows's")
def test_permissions_are_kept_and_private_files_are_private(target: Path) -> None:
    target.chmod(0o640)
    safe.write(target, NEW)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    safe.write(target.with_name("own"), NEW, private=True)
    assert stat.S_IMODE(target.with_name("own").stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_followed_and_stays_a_link(tmp_path: Path, target: Path) -> None:
    link = tmp_path / "links" / "Family.genogram"
    link.parent.mkdir()
    link.symlink_to(target)
    safe.write(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW
    assert list(link.parent.iterdir()) == [link]


def test_what_a_power_cut_left_is_taken_away_later(target: Path) -> None:
    old = target.with_name(".Other.genogram.saving-00000000")
    fresh = target.with_name(".Family.genogram.saving-11111111")
    theirs = target.with_name(".notes.saving-up")
    for left in (old, fresh, theirs):
        left.write_bytes(b"half a family")
    for left in (old, theirs):
        os.utime(left, (0, 0))
    safe.write(target, NEW)
    assert not old.exists()
    assert fresh.exists()
    assert theirs.exists()


HALF_WAY = """
import sys, time
from pathlib import Path
from genogram_app.store import safe
def wait(found):
    print("half way", flush=True)
    time.sleep(60)
safe.write(Path(sys.argv[1]), b"half a family", wait)
"""


@pytest.mark.skipif(os.name == "nt", reason="there a file that is being written can't be taken away")
def test_what_a_killed_program_left_goes_at_once_and_what_a_living_one_writes_stays(target: Path) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", HALF_WAY, str(target)], stdout=subprocess.PIPE, text=True
    )
    try:
        assert program.stdout is not None
        assert program.stdout.readline() == "half way\n"
        (half,) = safe.half_written(target)
        a_minute_ago = time.time() - 60
        os.utime(half, (a_minute_ago, a_minute_ago))
        safe.sweep(target.parent)
        assert half.exists()
    finally:
        program.kill()
        program.communicate()
    safe.sweep(target.parent)
    assert not half.exists()
    assert target.read_bytes() != b"half a family"


def test_saving_returns_only_when_the_file_reads_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, case = tmp_path / "Family.genogram", whole_case()
    files.save(case, path)
    assert files.read(path) == case
    other = case.with_(details=case.details.put(notes="new"))
    monkeypatch.setattr(codec, "decode", lambda data, name: case)
    with pytest.raises(FileError, match="couldn't be read back"):
        files.save(other, path)
    assert path.read_bytes() == codec.encode(case)


@pytest.mark.parametrize(("path", "says"), [("none.genogram", "There is no file"), (".", "is a folder")])
def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path, path: str, says: str) -> None:
    with pytest.raises(FileError, match=says):
        files.read(tmp_path / path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of Unix")
def test_only_ordinary_files_are_read(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe.genogram")
    for endless in (pipe, Path("/dev/zero")):
        with pytest.raises(FileError, match="a device or a pipe"):
            files.read(endless)


SAVING = """
import itertools, sys
from pathlib import Path
from genogram_app.store import files
from tests.store.families import whole_case
case, path = whole_case(), Path(sys.argv[1])
for number in itertools.count():
    files.save(case.with_(details=case.details.put(notes=f"{number} " * 2000)), path)
    print(number, flush=True)
"""


def test_killed_at_any_moment_the_file_is_whole(tmp_path: Path) -> None:
    """Saved is saved: what was told as saved is there, whole, and at most one more."""
    path, home = tmp_path / "Family.genogram", Path(__file__).resolve().parents[2]
    for _ in range(4):
        program = subprocess.Popen(
            [sys.executable, "-c", SAVING, str(path)], cwd=home, stdout=subprocess.PIPE, text=True
        )
        try:
            assert program.stdout is not None
            told = [program.stdout.readline() for _ in range(3)]
        finally:
            program.kill()
            rest, _ = program.communicate()
        last = int([*told, *rest.splitlines(keepends=True)][-1])
        found = int(files.read(path).details.notes.split()[0])
        assert found in (last, last + 1)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are of Unix")
def test_what_is_no_file_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(pipe := tmp_path / "pipe.genogram")
    with pytest.raises(FileError, match="device or a pipe"):
        safe.write(pipe, b"x")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]
