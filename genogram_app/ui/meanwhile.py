"""A step that takes long: the sheet stays there to be looked at, and what is typed isn't lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from genogram_app.errors import UsageError
from genogram_app.ui.away import LOOK, Work, outcome
from genogram_app.ui.controls.plain import dressed, label
from genogram_app.words import Words

T = TypeVar("T")
#: So long a step may take before a sentence says that it does, in milliseconds.
_SAY_AFTER = 200
_FOOT = 20
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
#: What a hand does. It was meant for a sheet that is about to be another one.
_BY_HAND = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TouchEnd,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
    }
)
#: Covers the screens, whatever else is done.
_COVER = Qt.Key.Key_F9


class Meanwhile:
    """Has one step at a time worked out in a thread, while the window under it goes on painting.

    Keys that are pressed meanwhile are written where the caret stands afterwards; where there
    is none they are dropped, so that no letter acts on what nobody has seen yet. Escape stops.
    """

    def __init__(self, over: QWidget, words: Words) -> None:
        self._over, self._words = over, words
        self._stop: Callable[[], object] | None = None

    def do(self, says: str, work: Callable[[], T]) -> T:
        """Give what comes of a step.

        Raises what it raises, StoppedError, and UsageError while another is under way.
        """
        if self._stop is not None:
            raise UsageError("The last step is still being drawn. Wait a moment, and do it again.")
        thread = Work(lambda _: work())
        self._stop = thread.stopped.set
        holding = _Holding(thread.stopped.set)
        try:
            return outcome(thread, self._words, lambda: self._wait(says, thread, holding))
        finally:
            self._stop = None
            QTimer.singleShot(0, self._over, holding.give)

    def stop(self) -> None:
        """Stop the step that is under way, if one is: all stays as it was."""
        if self._stop is not None:
            self._stop()

    def _wait(self, says: str, thread: Work[T], holding: _Holding) -> None:
        loop, look, sentence = QEventLoop(), QTimer(interval=LOOK), _Sentence(says, self._over)
        look.timeout.connect(lambda: loop.quit() if thread.over else None)
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(holding)
        look.start()
        loop.exec()
        look.stop()
        application.removeEventFilter(holding)
        sentence.leave()


class _Holding(QObject):
    """Keeps keys until they may be written, and lets nothing else that a hand does come through."""

    def __init__(self, stop: Callable[[], object]) -> None:
        super().__init__()
        self._stop, self._held = stop, list[QKeyEvent]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what a hand does."""
        if isinstance(event, QKeyEvent) and event.type() in _KEYS:
            return self._hold(watched, event)
        if event.type() == QEvent.Type.Close and isinstance(watched, QWidget) and watched.isWindow():
            event.ignore()
            return True
        return event.type() in _BY_HAND and isinstance(watched, QWidget)

    def _hold(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == _COVER:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # so that it isn't tried as a shortcut
        elif event.type() == QEvent.Type.KeyPress and isinstance(watched, QWidget):
            if event.key() == Qt.Key.Key_Escape:
                self._held.clear()
                self._stop()
            else:
                self._held.append(event.clone())
        return True

    def give(self) -> None:
        """Give the keys to the caret that stands there now, one after the other, wherever it goes."""
        for event in self._held:
            caret = QApplication.focusWidget()
            if isinstance(caret, QLineEdit | QPlainTextEdit):
                QCoreApplication.sendEvent(caret, WrittenLater.of(event))
        self._held.clear()


class WrittenLater(QKeyEvent):
    """A key that was pressed some time before it comes: it begins no word with what came before it."""

    @classmethod
    def of(cls, event: QKeyEvent) -> WrittenLater:
        """Give such a key like another."""
        return cls(event.type(), event.key(), event.modifiers(), event.text())


class _Sentence(QWidget):
    """Says over the foot of a window what is being done."""

    def __init__(self, says: str, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        dressed(self, "toast")
        self._label = label(says, "guard")
        self._label.setParent(self)
        self._label.move(16, 8)
        self._label.adjustSize()
        self.setAccessibleName(says)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(self._label.width() + 32, self._label.height() + 16)
        self._later = QTimer(self, singleShot=True, interval=_SAY_AFTER)
        self._later.timeout.connect(self.say)
        self._later.start()

    def say(self) -> None:
        """Show it, in the middle of the foot."""
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - _FOOT)
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Go, and never come if it wasn't there yet."""
        self._later.stop()
        self.hide()
        self.deleteLater()
