"""The set-up script: it knows when it is done, and names what the system lacks in one line."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

HOME = Path(__file__).resolve().parent.parent


@pytest.fixture
def set_up(tmp_path: Path) -> ModuleType:
    """Load the script, with a `.venv` and a lock of its own."""
    spec = importlib.util.spec_from_file_location("set_up", HOME / ".ci" / "set_up.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.__dict__.update(
        LOCK=tmp_path / "requirements.lock", STAMP=tmp_path / "installed-from", PYTHON=Path(sys.executable)
    )
    module.LOCK.write_text("part==1\n")
    return module


def test_is_ready_only_for_the_lock_it_installed(set_up: ModuleType) -> None:
    assert not set_up.is_ready()
    set_up.STAMP.write_text(set_up.stamp())
    assert set_up.is_ready()
    set_up.LOCK.write_text("part==2\n")
    assert not set_up.is_ready()


def test_names_what_is_missing_in_one_line(
    set_up: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = {"libc.so.6": "libc6", "libnot-here.so.0": "libnot-here0", "no-such-program": "nosuch"}
    monkeypatch.setitem(set_up.WANTED, "run", wanted)
    monkeypatch.setattr(set_up, "apt_install", lambda packages: False)
    set_up.see_to_system("run")
    line = capsys.readouterr().err
    assert line.count("\n") == 1
    assert "sudo apt-get install libnot-here0 nosuch" in line
    assert "libc6" not in line


def test_a_family_needs_no_qt_where_nothing_can_be_shown(
    set_up: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(set_up, "is_ready", lambda: True)
    monkeypatch.setattr(set_up, "see_to_system", asked.append)
    monkeypatch.setattr(set_up.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert set_up.main("run") == 0
    assert asked == []
    monkeypatch.setenv("DISPLAY", ":1")
    assert set_up.main("run") == 0
    assert asked == ["run"]


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell")
@pytest.mark.parametrize("script", ["run", "test", "bench", "package", ".ci/set-up", ".ci/run", ".ci/lock"])
def test_the_shell_can_read_each_script(script: str) -> None:
    assert subprocess.run(["sh", "-n", HOME / script], capture_output=True).returncode == 0
