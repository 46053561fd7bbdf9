"""A file that somebody else changes while it is open here is never replaced without a question."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from genogram_app.store import files
from tests.builders import case_of, person
from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def changed(robot: ShellRobot, tmp_path: Path) -> Path:
    """Give the file of an open case, to which Mia was added here and in which stands Zoe's family now."""
    begin(robot)
    path = tmp_path / "case.genogram"
    assert robot.window.save_in(path)
    _add_mia(robot)
    _put_zoe_in(path)
    return path


def _add_mia(robot: ShellRobot) -> None:
    robot.key("B")
    robot.type("Mia")
    robot.key("Enter")


def _put_zoe_in(path: Path) -> None:
    files.save(case_of(person("zoe", subject=True)), path)


def _names(path: Path) -> list[str]:
    return [str(each.name) for each in files.read(path).family.people]


def _answered(robot: ShellRobot, button: str, said: list[str] | None = None) -> None:
    """Save, and answer the question with a button."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        if said is not None:
            said.append(box.text())
        next(each for each in box.buttons() if each.text().replace("&", "") == button).click()

    robot.answering(answer, lambda: robot.key("Ctrl+S"))


def test_nothing_is_replaced_until_somebody_says_so(robot: ShellRobot, changed: Path) -> None:
    said: list[str] = []
    _answered(robot, "Go on drawing", said)
    assert said[0].startswith("case.genogram was changed by somebody else since it was opened here.")
    assert _names(changed) == ["Zoe"]
    assert robot.desk.session.dirty
    assert robot.named("Mia")
    assert not list(changed.parent.glob("*before*"))
    assert not list(changed.parent.glob(".*.saving-*"))


def test_what_could_not_be_replaced_is_asked_about_again(robot: ShellRobot, changed: Path) -> None:
    changed.chmod(0o444)
    _answered(robot, "Replace")
    assert not list(changed.parent.glob("*before*"))
    changed.chmod(0o644)
    said: list[str] = []
    _answered(robot, "Go on drawing", said)
    assert said[0].startswith("case.genogram was changed by somebody else")
    assert _names(changed) == ["Zoe"]


def test_what_is_replaced_is_kept_beside(robot: ShellRobot, changed: Path) -> None:
    _answered(robot, "Replace")
    assert "Mia" in _names(changed)
    assert _names(changed.with_name("case (before).genogram")) == ["Zoe"]
    assert "case (before).genogram" in robot.work.messages.sentence.text()
    assert not robot.desk.session.dirty
    robot.key("B")
    robot.key("Ctrl+S")  # nobody changed it since: no question
    assert not robot.desk.session.dirty


def test_a_copy_leaves_the_other_where_it_is(
    robot: ShellRobot, changed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = changed.with_name("copy.genogram")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    _answered(robot, "Save as a copy")
    assert "Mia" in _names(copy)
    assert _names(changed) == ["Zoe"]
    assert robot.desk.session.path == copy


def test_a_case_that_was_opened_is_asked_about_too(robot: ShellRobot, tmp_path: Path) -> None:
    path = tmp_path / "case.genogram"
    files.save(case_of(person("jay", subject=True)), path)
    robot.window.open(path)
    robot.key("F6")
    _add_mia_to_the_child(robot)
    _put_zoe_in(path)
    _answered(robot, "Go on drawing")
    assert _names(path) == ["Zoe"]


def _add_mia_to_the_child(robot: ShellRobot) -> None:
    robot.desk.select((robot.named("Jay"),))
    _add_mia(robot)
    assert robot.desk.session.dirty


def test_a_file_that_was_taken_away_is_written_again(robot: ShellRobot, changed: Path) -> None:
    changed.unlink()
    robot.key("Ctrl+S")
    assert "Mia" in _names(changed)


def test_a_name_that_gets_our_ending_replaces_nothing(robot: ShellRobot, tmp_path: Path) -> None:
    begin(robot)
    _put_zoe_in(tmp_path / "case.genogram")
    robot.answering(lambda: robot.file_named(tmp_path / "case"), lambda: robot.key("Ctrl+S"))
    assert _names(tmp_path / "case.genogram") == ["Zoe"]
    assert "“case.genogram” is there already" in robot.work.messages.sentence.text()


@pytest.fixture
def after_crash(qapp: object, tmp_path: Path) -> Iterator[ShellRobot]:
    """A robot that goes on with what a crash left of a saved case, in whose file is another family now."""
    recovery = tmp_path / "data" / "recovery"
    with shell(tmp_path) as robot:
        begin(robot)
        robot.window.save_in(tmp_path / "case.genogram")
        _add_mia(robot)
        robot.work.opened.kept.flush()
        shutil.copy(next(recovery.glob("*.recovery")), tmp_path / "kept")
    shutil.copy(tmp_path / "kept", recovery / "left.recovery")
    _put_zoe_in(tmp_path / "case.genogram")
    with shell(tmp_path) as robot:
        robot.push("Go on with it")
        yield robot


def test_after_a_crash_the_file_is_asked_about_too(after_crash: ShellRobot, tmp_path: Path) -> None:
    path = tmp_path / "case.genogram"
    _answered(after_crash, "Go on drawing")
    assert _names(path) == ["Zoe"]
    _answered(after_crash, "Replace")
    assert "Mia" in _names(path)
    assert _names(tmp_path / "case (before).genogram") == ["Zoe"]


def test_opening_takes_away_what_a_kill_left_half_written(robot: ShellRobot, tmp_path: Path) -> None:
    path, half = tmp_path / "case.genogram", tmp_path / ".case.genogram.saving-0123abcd"
    files.save(case_of(person("jay", subject=True)), path)
    half.write_bytes(b"half a family")
    os.utime(half, (time.time() - 300,) * 2)
    robot.window.open(path)
    assert not half.exists()
