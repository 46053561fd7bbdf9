"""Fingers and a pen on the sheet: tap, drag, rest for the menu, two fingers; handles that a finger meets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QPointingDeviceUniqueId, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from genogram_app.ui.canvas.fingers import LONG
from genogram_app.ui.canvas.view import Canvas
from tests.robots import CanvasRobot, settle, wait_for
from tests.ui.stage import canvas_with, small_family

#: Qt says so once of a pinch on its platform without a screen, and delivers it nevertheless.
pytestmark = pytest.mark.qt_log_ignore("could not find the target for gesture", extend=True)
#: Nine millimetres at 96 dots an inch.
_FINGER = 9 / 25.4 * 96
_SCREEN = QTest.createTouchDevice()


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[Canvas]:
    """A canvas with a small family; no two of its touches make a double one."""
    canvas = canvas_with(small_family())
    QTest.qWait(QApplication.doubleClickInterval() + 20)
    yield canvas
    canvas.deleteLater()


class Fingers:
    """Touches a canvas with up to two fingers; places are in pixels of its viewport."""

    def __init__(self, canvas: Canvas) -> None:
        self._port, self._down = canvas.viewport(), list[QPoint]()

    def press(self, *places: QPoint) -> None:
        """Put fingers on, one after the other."""
        for place in places:
            touch = QTest.touchEvent(self._port, _SCREEN)
            for number in range(len(self._down)):
                touch.stationary(number)
            touch.press(len(self._down), place, self._port).commit()
            self._down.append(place)
            settle()

    def move(self, *ways: QPoint) -> None:
        """Move each finger by some way, in a few steps."""
        begun = list(self._down)
        for share in (0.2, 0.4, 0.6, 0.8, 1.0):
            touch = QTest.touchEvent(self._port, _SCREEN)
            for number, (start, way) in enumerate(zip(begun, ways, strict=True)):
                self._down[number] = start + way * share
                touch.move(number, self._down[number], self._port)
            touch.commit()
            settle()

    def lift(self) -> None:
        """Take all fingers off."""
        touch = QTest.touchEvent(self._port, _SCREEN)
        for number, place in enumerate(self._down):
            touch.release(number, place, self._port)
        touch.commit()
        self._down.clear()
        settle()


def test_a_tap_selects_and_shows_handles_that_a_finger_meets(canvas: Canvas) -> None:
    robot, fingers = CanvasRobot(canvas), Fingers(canvas)
    robot.click("Jay")
    assert all(each.width() == 30 for each in canvas.floats.handles.buttons.values())
    fingers.press(canvas.place_of("gran"))
    fingers.lift()
    assert canvas.selection == ("gran",)
    shown = [each for each in canvas.floats.handles.buttons.values() if each.isVisible()]
    assert shown
    for each in shown:
        assert min(each.width(), each.height()) >= _FINGER
        assert not [
            other for other in shown if other is not each and other.geometry().intersects(each.geometry())
        ]
    robot.click("Jay")
    assert all(each.width() == 30 for each in canvas.floats.handles.buttons.values())


def test_a_finger_drags_somebody(canvas: Canvas) -> None:
    fingers = Fingers(canvas)
    before = canvas.place_of("gran")
    fingers.press(before)
    fingers.move(QPoint(60, 2))
    fingers.lift()
    assert canvas.session.case.placed("combined")["gran"].by_hand
    assert abs((canvas.place_of("gran") - before).x() - 60) < 20


def test_two_fingers_zoom_and_leave_what_the_first_began(canvas: Canvas) -> None:
    fingers, case = Fingers(canvas), canvas.session.case
    start, scale = canvas.place_of("gran"), canvas.camera.scale
    fingers.press(start)
    fingers.move(QPoint(30, 0))  # the first finger begins to drag Gran
    fingers.press(start + QPoint(130, 0))
    fingers.move(QPoint(-40, 0), QPoint(40, 0))
    fingers.lift()
    assert canvas.camera.scale > scale * 1.3
    assert canvas.session.case is case
    assert not canvas.busy


def test_two_fingers_pan(canvas: Canvas) -> None:
    fingers, scale = Fingers(canvas), canvas.camera.scale
    before = canvas.camera.from_page(QPointF(0, 0))
    fingers.press(QPoint(300, 300), QPoint(420, 300))
    fingers.move(QPoint(80, 50), QPoint(80, 50))
    fingers.lift()
    went = canvas.camera.from_page(QPointF(0, 0)) - before
    assert canvas.camera.scale == pytest.approx(scale, rel=0.02)
    assert went.x() == pytest.approx(80, abs=25)
    assert went.y() == pytest.approx(50, abs=25)


def test_a_finger_that_rests_opens_the_menu_of_what_is_under_it(canvas: Canvas) -> None:
    asked: list[QPoint] = []
    canvas.menu_requested.connect(asked.append)
    fingers, place = Fingers(canvas), canvas.place_of("gran")
    fingers.press(place)
    QTest.qWait(LONG + 100)
    wait_for(lambda: asked, "no menu was asked for")
    fingers.lift()
    assert canvas.selection == ("gran",)
    assert (asked[0] - canvas.viewport().mapToGlobal(place)).manhattanLength() <= 2


def test_a_finger_that_drags_and_then_rests_opens_no_menu(canvas: Canvas) -> None:
    asked: list[QPoint] = []
    canvas.menu_requested.connect(asked.append)
    fingers = Fingers(canvas)
    fingers.press(canvas.place_of("gran"))
    fingers.move(QPoint(60, 0))
    QTest.qWait(LONG + 100)
    fingers.lift()
    assert not asked


def test_a_mouse_button_that_is_held_opens_no_menu(canvas: Canvas) -> None:
    asked: list[QPoint] = []
    canvas.menu_requested.connect(asked.append)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.place_of("gran"))
    QTest.qWait(LONG + 100)
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.place_of("gran"))
    assert not asked


class Pen:
    """Strokes over a window as a tablet does: Qt makes a mouse of each event that nobody takes."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._device = QPointingDevice(
            "pen", 7, QInputDevice.DeviceType.Stylus, QPointingDevice.PointerType.Pen,
            QInputDevice.Capability.Position, 1, 1, "", QPointingDeviceUniqueId(),
        )  # fmt: skip

    def stroke(self, start: QPoint, way: QPoint) -> None:
        """Put the pen down at a place of the screen, draw some way and lift it."""
        kinds = QEvent.Type
        self._send(kinds.TabletPress, kinds.MouseButtonPress, start)
        for share in (0.2, 0.5, 0.8, 1.0):
            self._send(kinds.TabletMove, kinds.MouseMove, start + way * share)
        self._send(kinds.TabletRelease, kinds.MouseButtonRelease, start + way)

    def _send(self, of_pen: QEvent.Type, of_mouse: QEvent.Type, place: QPoint) -> None:
        window = self._canvas.window().windowHandle()
        assert window is not None
        none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        down = Qt.MouseButton.NoButton if of_mouse is QEvent.Type.MouseButtonRelease else left
        button = Qt.MouseButton.NoButton if of_mouse is QEvent.Type.MouseMove else left
        here, there = QPointF(window.mapFromGlobal(place)), QPointF(place)
        taken = QTabletEvent(of_pen, self._device, here, there, 0.7, 0, 0, 0, 0, 0, none, button, down)
        taken.ignore()
        QApplication.sendEvent(window, taken)
        assert not taken.isAccepted(), "Qt makes no mouse of a pen that a widget took"
        event = QMouseEvent(of_mouse, here, there, button, down, none, self._device)
        QApplication.sendEvent(window, event)
        settle()


def test_a_pen_drags_somebody_in_one_step(canvas: Canvas) -> None:
    robot, pen = CanvasRobot(canvas), Pen(canvas)
    before = canvas.session.case
    at = before.placed("combined")["gran"].x
    pen.stroke(robot.where("Gran"), QPoint(70, 0))
    placed = canvas.session.case.placed("combined")["gran"]
    assert placed.by_hand
    assert placed.x > at
    assert not canvas.busy
    robot.key("Ctrl+Z")
    assert canvas.session.case is before


def test_a_pen_that_touches_only_selects(canvas: Canvas) -> None:
    before = canvas.session.case
    Pen(canvas).stroke(CanvasRobot(canvas).where("Gran"), QPoint(1, 1))
    assert canvas.selection == ("gran",)
    assert canvas.session.case is before


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_pen_draws_a_band_and_a_line(canvas: Canvas) -> None:
    robot, pen = CanvasRobot(canvas), Pen(canvas)
    corner = canvas.viewport().mapToGlobal(QPoint(4, 4))
    pen.stroke(corner, QPoint(canvas.viewport().width() - 10, canvas.viewport().height() - 10))
    assert {"jay", "mia", "lisa", "darren", "gran"} <= set(canvas.selection)
    robot.click("Lisa")
    handle = robot.button("Draw a relationship…")
    start = handle.mapToGlobal(handle.rect().center())
    pen.stroke(start, robot.where("Darren") - start)
    assert canvas.floats.palette.isVisible()
    canvas.floats.palette.close()
