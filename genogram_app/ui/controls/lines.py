"""Lines and areas to type in, with room at the side for what was understood."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from genogram_app.ui.controls.plain import label, redress

_AIR = 10
#: A side that would leave less room than this to type in isn't shown, in pixels.
_ROOM = 90
#: What is typed is handed on once the hand rests so long, and so long after its first letter at the latest,
#: in milliseconds: keys never wait for a sheet that is drawn anew, and a crash loses little.
RESTS, LATEST = 300, 1000

#: A key that is pressed with one of these is a command, never a letter.
HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Typed(QObject):
    """Hands on what is typed once the hand rests. The sheet isn't drawn anew with each key."""

    def __init__(self, field: QWidget, hand_on: Callable[[], object]) -> None:
        super().__init__(field)
        self._hand_on = hand_on
        self._rest = QTimer(self, singleShot=True, interval=RESTS)
        self._latest = QTimer(self, singleShot=True, interval=LATEST)
        self._rest.timeout.connect(self.now)
        self._latest.timeout.connect(self.now)

    @property
    def waits(self) -> bool:
        """Say whether something that was typed isn't handed on yet."""
        return self._latest.isActive()

    def later(self) -> None:
        """Hear of a key: hand on what is typed soon."""
        self._rest.start()
        if not self.waits:
            self._latest.start()

    def now(self) -> None:
        """Hand on what waits, if anything does."""
        waits = self.waits
        self._rest.stop()
        self._latest.stop()
        if waits:
            self._hand_on()


class SideLine(QLineEdit):
    """A line with something said at its right end, such as an age. `left_it` is called when it is left."""

    def __init__(self, typed: Callable[[str], object], left_it: Callable[[], object]) -> None:
        super().__init__()
        self._side = label("", "hint")
        self._side.setParent(self)
        self._side.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._side.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._left_it = left_it
        self.typed = Typed(self, lambda: typed(self.text()))
        self.textEdited.connect(self.typed.later)

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something at the side."""
        self._side.setText(text)
        redress(self._side, "wrong" if wrong else "hint")
        self._settle()

    def show_text(self, text: str) -> None:
        """Show a text, unless somebody is typing here."""
        if not self.hasFocus() and text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def _settle(self) -> None:
        width = self._side.sizeHint().width()
        fits = bool(self._side.text()) and self.width() - width > _ROOM
        self._side.setVisible(fits)
        self._side.setGeometry(self.width() - width - _AIR, 0, width, self.height())
        self.setTextMargins(0, 0, width + _AIR if fits else 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is said at the right end."""
        super().resizeEvent(event)
        self._settle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the line was left, unless only for a menu."""
        super().focusOutEvent(event)
        self.typed.now()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._left_it()


class TextArea(QPlainTextEdit):
    """An area for a few lines, as tall as they need. Tab goes on to the next field."""

    def __init__(self, typed: Callable[[str], object], left_it: Callable[[], object], lines: int = 3) -> None:
        super().__init__()
        self._least, self._left_it, self._showing = lines, left_it, False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.typed = Typed(self, lambda: typed(self.toPlainText()))
        self.textChanged.connect(lambda: None if self._showing else self.typed.later())
        self.textChanged.connect(self._grow)
        self._grow()

    def show_text(self, text: str) -> None:
        """Show a text, unless somebody is typing here."""
        if not self.hasFocus() and text != self.toPlainText():
            self._showing = True
            self.setPlainText(text)
            self._showing = False

    def _grow(self) -> None:
        lines = min(12, max(self._least, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 22)

    def sizeHint(self) -> QSize:
        """Ask for no more width than there is."""
        return QSize(120, self.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the area was left."""
        super().focusOutEvent(event)
        self.typed.now()
        self._left_it()


class SearchLine(QLineEdit):
    """A line to find things with: Escape empties it, Down goes on to what was found, Enter takes it."""

    def __init__(
        self,
        hint: str,
        typed: Callable[[str], object],
        go_on: Callable[[], object],
        take: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._go_on, self._take = go_on, take or go_on
        self.setProperty("look", "search")
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)
        self.setClearButtonEnabled(True)
        self.textChanged.connect(lambda text: typed(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Down, take with Enter, give up with Escape."""
        if event.key() == Qt.Key.Key_Down:
            self._go_on()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def hand_on() -> None:
    """Have written what is being typed in a field, before anything is made of the case as it is."""
    focused = QApplication.focusWidget()
    if isinstance(focused, SideLine | TextArea):
        focused.typed.now()


def come_out_of_field() -> None:
    """Leave the field in which somebody types; the keyboard stays beside it, in no field.

    A field keeps what isn't understood as it is left: it must be while its own view is there.
    """
    focused = QApplication.focusWidget()
    beside = focused.parentWidget() if isinstance(focused, SideLine | TextArea) else None
    if beside is not None:
        beside.setFocus(Qt.FocusReason.OtherFocusReason)


def with_focus_in(widget: QWidget) -> bool:
    """Say whether somebody works in a widget or in one inside it."""
    focused = QApplication.focusWidget()
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))


def is_written_in(widget: QWidget) -> bool:
    """Say whether letters are for a widget itself: a line of text, or what floats over the page."""
    parent = widget.parentWidget()
    floats = parent is not None and parent.objectName() == "floating"
    return floats or isinstance(widget, QLineEdit | QPlainTextEdit)


def is_chosen_in(widget: QWidget) -> bool:
    """Say whether one chooses in a widget: letters there are for its choices, or for nothing."""
    if isinstance(widget, QAbstractButton):
        return widget.isCheckable()
    return isinstance(widget, QComboBox | QAbstractSpinBox | QAbstractSlider)
