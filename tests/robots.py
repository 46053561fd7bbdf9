"""Robots: hands that use the window as a person does, with mouse and keys alone.

A robot looks only to find where things are on the screen and to read what came
of it. `QtHand` sends events through Qt and works on any platform; `ScreenHand`
moves the real pointer and presses the real keys of an X display by xdotool.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QKeyCombination, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from genogram_app.model.ids import Id
from genogram_app.ui.canvas.view import Canvas
from genogram_app.ui.controls.lines import SideLine, TextArea
from genogram_app.ui.main_window import MainWindow
from genogram_app.ui.typing import PAUSE

#: How long a robot waits for what should come, in seconds: what comes is waited for no longer than it takes,
#: and a machine that does much else takes long.
PATIENCE = 60.0
#: How often events are dealt with at least, however long the first of them took.
_PASSES = 5
_MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
    "Alt": Qt.KeyboardModifier.AltModifier,
}


class Hand(Protocol):
    """Mouse and keyboard. Places are in pixels of the screen."""

    def press(self, place: QPoint, modifiers: str = "") -> None:
        """Press the left button somewhere."""

    def move(self, place: QPoint) -> None:
        """Move to a place."""

    def release(self, place: QPoint, modifiers: str = "") -> None:
        """Let the button go."""

    def double_click(self, place: QPoint) -> None:
        """Click twice on a place."""

    def key(self, key: str) -> None:
        """Press a key, such as "K", "Enter" or "Ctrl+Z"."""

    def type(self, text: str) -> None:
        """Type letters."""


class QtHand:
    """Sends mouse and key events through Qt to whatever is under the pointer or has the keyboard."""

    _holder: QWidget | None = None

    def press(self, place: QPoint, modifiers: str = "") -> None:
        """Press the left button somewhere."""
        self._holder = holder = _under(place)
        QTest.mousePress(holder, Qt.MouseButton.LeftButton, _held(modifiers), holder.mapFromGlobal(place))

    def move(self, place: QPoint) -> None:
        """Move to a place; while the button is down, for whoever was pressed."""
        holder = self._holder or _under(place)
        QTest.mouseMove(holder, holder.mapFromGlobal(place))
        settle()

    def release(self, place: QPoint, modifiers: str = "") -> None:
        """Let the button go."""
        holder, self._holder = self._holder or _under(place), None
        QTest.mouseRelease(holder, Qt.MouseButton.LeftButton, _held(modifiers), holder.mapFromGlobal(place))
        settle()

    def double_click(self, place: QPoint) -> None:
        """Click twice on a place."""
        self.press(place)
        self.release(place)
        under = _under(place)
        QTest.mouseDClick(under, Qt.MouseButton.LeftButton, _held(""), under.mapFromGlobal(place))
        settle()

    def key(self, key: str) -> None:
        """Press a key."""
        pressed = QKeyCombination.fromCombined(QKeySequence(key)[0].toCombined())  # type: ignore[index]
        QTest.keyClick(_focused(), pressed.key(), pressed.keyboardModifiers())
        settle()

    def type(self, text: str) -> None:
        """Type letters."""
        for letter in text:  # each goes to whoever has the keyboard by then
            QTest.keyClicks(_focused(), letter)
        settle()
        if isinstance(field := _focused(), SideLine | TextArea):
            wait_for(lambda: not field.typed.waits, "what was typed isn't handed on")


class ScreenHand:
    """Moves the pointer and presses the keys of the display itself."""

    def press(self, place: QPoint, modifiers: str = "") -> None:
        """Press the left button somewhere."""
        self.move(place)
        self._hold(modifiers, "keydown")
        _xdotool("mousedown", "1")

    def move(self, place: QPoint) -> None:
        """Move to a place."""
        _xdotool("mousemove", str(place.x()), str(place.y()))

    def release(self, place: QPoint, modifiers: str = "") -> None:
        """Let the button go."""
        self.move(place)
        _xdotool("mouseup", "1")
        self._hold(modifiers, "keyup")

    def double_click(self, place: QPoint) -> None:
        """Click twice on a place."""
        self.move(place)
        _xdotool("click", "--repeat", "2", "--delay", "60", "1")

    def key(self, key: str) -> None:
        """Press a key."""
        *held, last = key.replace("++", "+plus").split("+")
        named = {"Enter": "Return", "Space": "space"}.get(last, last if len(last) > 1 else last.lower())
        _xdotool("key", "+".join([*(name.lower() for name in held), named]))
        if len(last) == 1:
            settle(PAUSE + 0.1)  # else two letters would be a word

    def type(self, text: str) -> None:
        """Type letters."""
        _xdotool("type", "--delay", "12", text)

    @staticmethod
    def _hold(modifiers: str, what: str) -> None:
        for name in modifiers.split("+") if modifiers else ():
            _xdotool(what, name.lower())


class Typist:
    """Presses keys and types, and counts the gestures."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self.presses = 0

    def key(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.hand.key(key)
            self.presses += 1
            settle()
            wait_for(lambda: not _letter_waits(), "a letter didn't act")

    def type(self, text: str) -> None:
        """Type letters."""
        self.hand.type(text)
        settle()


class CanvasRobot(Typist):
    """Draws on a canvas by gestures, and counts them."""

    def __init__(self, canvas: Canvas, hand: Hand | None = None) -> None:
        super().__init__(hand or QtHand())
        self.canvas = canvas
        self._held_at = QPoint()

    # -- gestures ----------------------------------------------------------------------

    def click(self, whom: str, modifiers: str = "") -> None:
        """Click on somebody or something."""
        self._click(self.where(whom), modifiers)

    def click_empty(self) -> None:
        """Click where the paper is empty: in the corner of the page."""
        page = self.canvas.sheet.drawing.bounds
        corner = self.canvas.camera.from_page(_point(page.left + 6, page.bottom - 6)).toPoint()
        self._click(self.canvas.viewport().mapToGlobal(corner))

    def drag(self, whom: str, *, to: str = "", by: tuple[int, int] = (0, 0), drop: bool = True) -> None:
        """Drag somebody onto somebody, or by some pixels; without `drop` the button stays down."""
        start = self.where(whom)
        self._drag(start, self.where(to) if to else start + QPoint(*by), drop=drop)

    def band(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Draw a rubber band between two places of the viewport."""
        port = self.canvas.viewport()
        self._drag(port.mapToGlobal(QPoint(*start)), port.mapToGlobal(QPoint(*end)))

    def pull_line(self, *, to: str) -> None:
        """Drag from the relationship handle of whoever is selected onto somebody."""
        handle = self.button("Draw a relationship…")
        self._drag(_middle(handle), self.where(to))

    def push(self, label: str) -> None:
        """Click the button with a label."""
        self._click(_middle(self.button(label)))

    # -- looking -------------------------------------------------------------------------

    def where(self, whom: str) -> QPoint:
        """Find where somebody's symbol is on the screen."""
        return self.canvas.viewport().mapToGlobal(self.canvas.place_of(self.find(whom)))

    def find(self, whom: str) -> Id:
        """Find somebody, a service or a home by name."""
        family = self.canvas.session.seen.family
        records = [*family.people, *family.agencies, *family.households]
        found = [record.id for record in records if getattr(record, "name", None) == whom]
        assert found, f"nobody is called {whom}"
        return found[0]

    @property
    def selected(self) -> list[str]:
        """Name who is selected."""
        return [self.canvas.name_of(key) for key in self.canvas.selection]

    def button(self, label: str) -> QAbstractButton:
        """Find the visible button with a label, by its accessible name."""
        wait_for(lambda: self.buttons(label), f"there is no button “{label}”")
        return self.buttons(label)[0]

    @staticmethod
    def buttons(label: str) -> list[QAbstractButton]:
        """Find every visible button with a label."""
        widgets = QApplication.allWidgets()
        found = [w for w in widgets if isinstance(w, QAbstractButton) and w.isVisible()]
        return [button for button in found if button.accessibleName() == label or button.text() == label]

    # -- pieces --------------------------------------------------------------------------

    def _click(self, place: QPoint, modifiers: str = "") -> None:
        self.presses += 1
        self.hand.move(place)
        self.hand.press(place, modifiers)
        self.hand.release(place, modifiers)
        settle()

    def _drag(self, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
        self.presses += 1
        self.hand.move(start)
        self.hand.press(start)
        for share in (0.1, 0.3, 0.6, 0.9, 1.0):
            self.hand.move(start + (end - start) * share)
            settle()
        self._held_at = end
        if drop:
            self.drop()

    def drop(self) -> None:
        """Let go of what is being dragged."""
        self.hand.release(self._held_at)
        settle()


def settle(seconds: float = 0.02) -> None:
    """Let the window answer what it was sent."""
    end, passes = time.monotonic() + seconds, 0
    while passes < _PASSES or time.monotonic() < end:
        QApplication.processEvents()
        passes += 1


def wait_for(holds: Callable[[], object], otherwise: str) -> None:
    """Wait until something holds; fail with a sentence where it never does."""
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, otherwise
        settle(0.01)


def _letter_waits() -> bool:
    """Say whether a window waits to see if a letter is a command or begins a word."""
    windows = (window for window in QApplication.topLevelWidgets() if isinstance(window, MainWindow))
    return any(window.typing.waiting for window in windows)


def _xdotool(*command: str) -> None:
    subprocess.run(["xdotool", *command], check=True, env=os.environ)
    settle(0.06)


def _under(place: QPoint) -> QWidget:
    popup = QApplication.activePopupWidget()
    if popup is not None and popup.geometry().contains(place):
        return popup.childAt(popup.mapFromGlobal(place)) or popup
    widget = QApplication.widgetAt(place) or _beyond_the_screen(place)
    assert widget is not None, "the pointer is over no window"
    return widget


def _beyond_the_screen(place: QPoint) -> QWidget | None:
    """Find what lies at a place that a window covers but Qt's own small screen without a display doesn't."""
    uppermost = QApplication.activeModalWidget() or QApplication.activeWindow()
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    windows = shown if uppermost is None else [uppermost]
    over = [window for window in windows if window.geometry().contains(place)]
    return (over[-1].childAt(over[-1].mapFromGlobal(place)) or over[-1]) if over else None


def _focused() -> QWidget:
    popup, focused = QApplication.activePopupWidget(), QApplication.focusWidget()
    if popup is not None and (focused is None or not popup.isAncestorOf(focused)):
        focused = popup.focusWidget() or popup
    assert focused is not None, "nothing has the keyboard"
    return focused


def _held(modifiers: str) -> Qt.KeyboardModifier:
    held = Qt.KeyboardModifier.NoModifier
    for name in modifiers.split("+") if modifiers else ():
        held |= _MODIFIERS[name]
    return held


def _middle(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().center())


def _point(x: float, y: float) -> QPointF:

    return QPointF(x, y)
