"""A step in a big family: the window answers while it is worked out, and no key of it is lost."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from genogram_app.family.seen import Reader, number_seen
from genogram_app.model.dates import When
from genogram_app.studio import scene as scene_module
from genogram_app.studio.scene import Scene
from genogram_app.ui import turning
from genogram_app.ui.meanwhile import Meanwhile
from genogram_app.ui.panels import people
from genogram_app.ui.typing import IN_A_ROW
from genogram_app.words import words_in
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin
from tests.ui.test_away import Pulse, busy

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[threading.Thread]:
    """Have every sheet take most of a second, in a family of any size; tells in which threads."""
    found: list[threading.Thread] = []
    composed = Scene._compose

    def slowly(*given: object) -> object:
        found.append(threading.current_thread())
        busy(0.7)(lambda: True)
        return composed(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(Scene, "_compose", slowly)
    monkeypatch.setattr(Scene, "_made_alike", lambda *_: None)  # else a step back has its sheet at once
    return found


def begun(robot: ShellRobot, monkeypatch: pytest.MonkeyPatch, threads: list[threading.Thread]) -> None:
    begin(robot)
    monkeypatch.setattr(turning, "BIG", 2)
    threads.clear()


def naming_dilys(robot: ShellRobot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Type the name of somebody new; from now on every step takes a while."""
    begin(robot)
    robot.key("B")
    robot.type("Dilys")
    monkeypatch.setattr(turning, "BIG", 2)


def number(robot: ShellRobot) -> int:
    return len(robot.desk.session.case.family.people)


def test_the_window_answers_while_a_step_is_worked_out_back_and_forth(
    qtbot: QtBot, tmp_path: Path, threads: list[threading.Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    with shell(tmp_path) as robot:
        begun(robot, monkeypatch, threads)
        before, pulse = number(robot), Pulse()
        steps = {"B": before + 1, "Escape": before + 1, "Ctrl+Z": before, "Ctrl+Y": before + 1}
        for key, expected in steps.items():
            beats = pulse.beats
            robot.key(key)
            wait_for(lambda n=expected: number(robot) == n, "the step was not done")  # type: ignore[misc]
            assert key == "Escape" or pulse.beats - beats > 10
        assert len(threads) >= 2
        assert threading.main_thread() not in threads


def test_what_is_typed_meanwhile_is_the_name_of_whom_the_step_added(
    qtbot: QtBot, tmp_path: Path, threads: list[threading.Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    with shell(tmp_path) as robot:
        begun(robot, monkeypatch, threads)
        QTimer.singleShot(550, lambda: robot.type("mia"))
        robot.key("B")
        wait_for(lambda: robot.work.canvas.floats.naming, "no caret was opened")
        settle(0.1)
        caret = QApplication.focusWidget()
        assert isinstance(caret, QLineEdit)
        assert caret.text() == "mia"


def strike(robot: ShellRobot, *keys: str) -> None:
    """Press keys as a keyboard does: they come to the window of the screen, not to a widget."""
    for key in keys:
        pressed = QKeyCombination.fromCombined(QKeySequence(key)[0].toCombined())  # type: ignore[index]
        handle = robot.window.windowHandle()
        text = key.lower() if len(key) == 1 else ""
        if text:
            QTest.sendKeyEvent(
                QTest.KeyAction.Click, handle, pressed.key(), text, pressed.keyboardModifiers()
            )
        else:
            QTest.keyClick(handle, pressed.key(), pressed.keyboardModifiers())


AGE = ("3", "4")


@pytest.mark.parametrize("after", [0, 30, 200, 600, 750, 900])
def test_an_age_that_is_typed_in_any_phase_of_the_name_s_step_is_written(
    qtbot: QtBot, tmp_path: Path, threads: list[threading.Thread], monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    with shell(tmp_path) as robot:
        naming_dilys(robot, monkeypatch)
        QTimer.singleShot(after, partial(strike, robot, *AGE, "Return"))
        strike(robot, "Tab")
        editor = robot.work.canvas.floats.editor
        wait_for(lambda: not editor.open, f"Enter was dropped; in the fields: {editor.half_typed}")
        (added,) = [person for person in robot.desk.session.case.family.people if person.name == "Dilys"]
        assert isinstance(added.born, When)
        assert added.born.earliest is not None
        assert added.born.earliest.year in (1991, 1992)


def test_keys_that_come_just_after_a_step_do_not_overtake_those_before(
    qtbot: QtBot, tmp_path: Path, threads: list[threading.Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    with shell(tmp_path) as robot:
        naming_dilys(robot, monkeypatch)
        painted, canvas = robot.work.canvas.paint_at_once, robot.work.canvas
        left = list("234")

        def strikes_while_painting() -> None:
            painted()
            for digit in left:  # nothing else is done in between, as where a system's keys wait
                key, handle = QKeySequence(digit)[0].key(), robot.window.windowHandle()  # type: ignore[index]
                held = Qt.KeyboardModifier.NoModifier
                QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyPress, key, held, digit))
            left.clear()

        monkeypatch.setattr(canvas, "paint_at_once", strikes_while_painting)
        QTimer.singleShot(300, partial(strike, robot, "1"))
        strike(robot, "Tab")
        wait_for(lambda: len(canvas.floats.editor.born.text()) == 4, "digits are lost")
        assert canvas.floats.editor.born.text() == "1234"


def test_enter_on_a_gender_reached_meanwhile_finishes(
    qtbot: QtBot, tmp_path: Path, threads: list[threading.Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    with shell(tmp_path) as robot:
        naming_dilys(robot, monkeypatch)
        QTimer.singleShot(300, partial(strike, robot, *AGE, "Tab", "Return", "Ctrl+A"))
        strike(robot, "Tab")
        wait_for(lambda: not robot.work.canvas.floats.naming, "Enter was dropped")
        wait_for(lambda: len(robot.desk.selection) == number(robot), "not all are selected")


def test_what_a_keyboard_composes_meanwhile_is_written(
    qtbot: QtBot, tmp_path: Path, threads: list[threading.Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    def compose() -> None:
        caret = QApplication.focusObject()
        composed = QInputMethodEvent()
        composed.setCommitString("ŵ")
        QApplication.sendEvent(caret, composed)

    with shell(tmp_path) as robot:
        begun(robot, monkeypatch, threads)
        QTimer.singleShot(550, compose)
        QTimer.singleShot(650, partial(strike, robot, "Y"))
        robot.key("B")
        wait_for(lambda: robot.work.canvas.floats.naming, "no caret was opened")
        wait_for(lambda: robot.work.canvas.floats.editor.name.text() == "ŵy", "letters are lost")


def test_letters_pressed_meanwhile_do_nothing_where_no_caret_opens(
    qtbot: QtBot, tmp_path: Path, threads: list[threading.Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    with shell(tmp_path) as robot:
        begin(robot)
        robot.key("B")
        robot.key("Escape")
        monkeypatch.setattr(turning, "BIG", 2)
        before = number(robot)
        for after, key in ((200, "Delete"), (250, "S"), (300, "C")):
            QTimer.singleShot(after, partial(robot.key, key))
        robot.key("Ctrl+Z")
        wait_for(lambda: number(robot) == before - 1, "nothing was undone")
        settle(0.5)
        assert number(robot) == before - 1
        assert "press them again" in robot.work.messages.sentence.text()


def test_escape_stops_a_step_and_all_stays_as_it_was(
    qtbot: QtBot, tmp_path: Path, threads: list[threading.Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    with shell(tmp_path) as robot:
        begun(robot, monkeypatch, threads)
        case, selection = robot.desk.session.case, robot.desk.selection
        QTimer.singleShot(550, lambda: robot.key("Escape"))
        robot.key("B")
        wait_for(
            lambda: "Stopped." in robot.work.messages.sentence.text(), "nothing says that it was stopped"
        )
        assert robot.desk.session.case is case
        assert robot.desk.selection == selection
        settle(IN_A_ROW)  # else both letters are a word
        robot.key("B")
        wait_for(lambda: robot.work.canvas.floats.naming, "the next step was not done")


def test_covering_stops_a_step_of_the_worker_s(
    qtbot: QtBot, tmp_path: Path, threads: list[threading.Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    with shell(tmp_path) as robot:
        begin(robot)
        robot.key("F6")
        monkeypatch.setattr(turning, "BIG", 2)
        case = robot.desk.session.case
        QTimer.singleShot(550, robot.window.turn_cover)
        robot.key("B")
        wait_for(lambda: robot.window.covers.on, "nothing was covered")
        settle(1.0)
        assert not robot.desk.by_worker
        assert robot.desk.session.case is case
        robot.window.turn_cover()


def test_no_wait_tells_how_many_there_are_besides_those_seen(
    qtbot: QtBot, tmp_path: Path, threads: list[threading.Thread], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    with shell(tmp_path) as robot:
        begin(robot)
        robot.key("F6")
        for _ in range(2):
            robot.key("B")
            robot.key("Escape")
        session = robot.desk.session
        family = replace(session.view, reader=Reader.FAMILY)
        assert number_seen(session.case, family) < number(robot)
        monkeypatch.setattr(turning, "BIG", number(robot))
        monkeypatch.setattr(scene_module, "SHEETS", 1)  # the next is worked out anew
        monkeypatch.setattr(QProgressDialog, "show", lambda self: said.append(self.labelText()))
        robot.key("F6")
        assert not robot.desk.by_worker
        assert said == []
        robot.key("F6")
        assert said == ["Drawing the sheet…"]


def test_a_long_list_is_filled_once_the_window_has_answered(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "LONG", 1)
    with shell(tmp_path) as robot:
        begin(robot)
        robot.key("F6")
        listed = robot.work.people.list.model()
        wait_for(lambda: listed.rowCount() > 0, "nobody is listed")
        before = listed.rowCount()
        robot.key("B")
        wait_for(lambda: listed.rowCount() == before + 1, "the list doesn't show who was added")


def test_what_is_done_soon_says_nothing_afterwards(qtbot: QtBot) -> None:
    over = QWidget()
    over.show()
    assert Meanwhile(over, words_in()).do("Drawing…", lambda: busy(0.12)(lambda: True)) == "done"
    settle(0.4)
    assert not any(each.isVisible() for each in over.findChildren(QWidget))
    over.deleteLater()
