"""The key that covers everything, pressed at any moment: dialogs, menus, a drag in hand, long work."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from genogram_app.ui.app import CoverKey
from genogram_app.ui.away import away
from genogram_app.ui.cover import Cover
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.fixture
def robot(qapp: QApplication, tmp_path: Path) -> Iterator[ShellRobot]:
    """A robot at a family of one, with the key watched as in the program."""
    with shell(tmp_path) as robot:
        key = CoverKey(robot.window)
        qapp.focusWindowChanged.connect(key.watch)
        key.watch(QGuiApplication.focusWindow())
        begin(robot)
        yield robot
        if robot.window.covers.on:
            robot.window.turn_cover()
        qapp.focusWindowChanged.disconnect(key.watch)


def press(key: Qt.Key = Qt.Key.Key_F9) -> None:
    """Press a key for whichever window has the keyboard, as a window system does."""
    wait_for(_has_keyboard, "no window has the keyboard")
    focused = QGuiApplication.focusWindow()
    assert focused is not None
    QTest.keyClick(focused, key)
    settle()


def _has_keyboard() -> bool:
    """Say whether a window has it that no other keeps from hearing."""
    modal, focused = QApplication.activeModalWidget(), QGuiApplication.focusWindow()
    return focused is not None and (modal is None or focused is modal.windowHandle())


def cover_of(robot: ShellRobot) -> Cover:
    assert robot.window.covers.on
    assert not robot.window.isVisible()
    return robot.window.covers._covers[0]


def test_one_press_covers_and_one_lifts(robot: ShellRobot) -> None:
    for _ in range(2):
        press()
        cover_of(robot)
        press()
        assert not robot.window.covers.on
        assert robot.window.isVisible()


@pytest.mark.parametrize("by_mouse", [True, False])
def test_a_dialog_is_covered_and_the_cover_can_be_lifted_again(robot: ShellRobot, by_mouse: bool) -> None:
    """A window that waits for a dialog hears no key and no click: so did the cover, for ever."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        press()
        lift = cover_of(robot).lift
        if by_mouse:
            window = cover_of(robot).windowHandle()
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=lift.geometry().center())
            settle()
        else:
            press()
        assert not robot.window.covers.on
        assert QApplication.activeModalWidget() is dialog
        robot.key("Escape")

    robot.answering(answer, lambda: robot.choose("File", "Export a dated copy…"))


def test_in_the_workers_view_every_dialog_closes_one_over_the_other(robot: ShellRobot) -> None:
    robot.key("F6")

    def over_it() -> None:
        press()
        cover_of(robot)

    def answer() -> None:
        robot.answering(over_it, lambda: robot.push("Save as…"))

    robot.answering(answer, lambda: robot.choose("File", "Export a dated copy…"))
    assert not robot.desk.by_worker
    press()
    assert QApplication.activeModalWidget() is None


def test_a_menu_closes(robot: ShellRobot) -> None:
    robot.sheet.click("Jay")
    robot.work._menu(QPoint(300, 300))
    wait_for(lambda: QApplication.activePopupWidget() is not None, "no menu opened")
    press()
    cover_of(robot)
    assert QApplication.activePopupWidget() is None


def test_what_is_in_the_hand_goes_back_to_its_place(robot: ShellRobot) -> None:
    before, canvas = robot.desk.session.case, robot.work.canvas
    robot.sheet.drag("Jay", by=(60, 20), drop=False)
    assert canvas.busy
    press()
    press()
    assert not canvas.busy
    robot.hand.release(robot.sheet.where("Jay"))
    robot.hand.move(robot.sheet.where("Jay") + QPoint(40, 40))
    assert not canvas.busy
    assert robot.desk.session.case is before


def test_a_line_that_is_being_pulled_is_let_go(robot: ShellRobot) -> None:
    robot.sheet.click("Jay")
    handle = robot.work.canvas.floats.handles.line
    start = handle.mapToGlobal(handle.rect().center())
    robot.hand.press(start)
    robot.hand.move(start + QPoint(60, 60))
    assert handle.is_pulled
    press()
    press()
    assert not handle.is_pulled
    assert not robot.work.canvas.busy


def test_a_line_of_words_of_the_workers_is_gone_when_it_is_shown_again(robot: ShellRobot) -> None:
    robot.key("F6")
    robot.key("W")
    robot.type("brother Tom 4")
    press()
    press()
    assert not robot.work.canvas.floats.words
    assert not robot.work.canvas.floats.line.open


def test_it_covers_while_one_waits_for_long_work(robot: ShellRobot) -> None:
    covered: list[bool] = []

    def look() -> None:
        press()
        covered.append(robot.window.covers.on)

    QTimer.singleShot(150, look)
    words = robot.desk.words
    away(robot.window, words, "Working…", lambda wanted: _until(lambda: bool(covered)), can_stop=False)
    assert covered == [True]
    assert robot.window.covers.on
    press()
    assert not robot.window.covers.on


def _until(done: Callable[[], bool], patience: float = 10.0) -> None:
    end = time.monotonic() + patience
    while not done() and time.monotonic() < end:
        time.sleep(0.01)


def test_what_is_open_for_the_worker_closes_before_the_family_looks(robot: ShellRobot) -> None:
    robot.key("B", "Escape")
    press(Qt.Key.Key_F6)
    assert robot.desk.by_worker
    first, second = sorted(person.id for person in robot.desk.seen.family.people)[:2]
    robot.work.canvas.ask_line(first, second, robot.work.canvas.rect().center().toPointF())
    assert robot.work.canvas.floats.palette.isVisible()
    press(Qt.Key.Key_F6)
    assert not robot.desk.by_worker
    assert QApplication.activePopupWidget() is None
    assert not robot.work.canvas.floats.palette.isVisible()
    robot.window.activateWindow()  # as a window manager does
    settle()
    press(Qt.Key.Key_F6)
    assert robot.desk.by_worker, "the key turned twice, or never again"
