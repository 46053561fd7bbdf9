"""A step that takes long: the sheet stays there to be looked at, and what is typed isn't lost."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from genogram_app.errors import UsageError
from genogram_app.ui.away import LOOK, Work, outcome
from genogram_app.ui.controls.lines import is_written_in
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
#: Keys that mean nothing without another.
_ONLY_HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta)
_DROPPED = "The last keys came while the sheet was being drawn, and did nothing. Look, and press them again."


class Meanwhile:
    """Has one step at a time worked out in a thread, while the window under it goes on painting.

    Keys that are pressed meanwhile are pressed afterwards, in their order: they are written where
    the caret stands then, and with Ctrl do what the window has for them. A letter that would act
    on what nobody has seen yet is dropped, with all after it, and that is told. Escape stops.
    """

    def __init__(self, over: QWidget, words: Words, tell: Callable[[str], object] = lambda _: None) -> None:
        self._over, self._words = over, words
        self._stop: Callable[[], object] | None = None
        self._holding = _Holding(over, self.stop, lambda: tell(words.say(_DROPPED)))

    def do(self, says: str, work: Callable[[], T]) -> T:
        """Give what comes of a step.

        Raises what it raises, StoppedError, and UsageError while another is under way.
        """
        if self._stop is not None:
            raise UsageError("The last step is still being drawn. Wait a moment, and do it again.")
        thread = Work(lambda _: work())
        self._stop = thread.stopped.set
        try:
            return outcome(thread, self._words, lambda: self._wait(says, thread))
        finally:
            self._stop = None
            QTimer.singleShot(0, self._over, self._give)

    def _give(self) -> None:
        """Give what was held back, unless one step led to the next."""
        if self._stop is None:
            self._holding.give()

    def stop(self) -> bool:
        """Stop the step that is under way: all stays as it was. Say whether one is."""
        if self._stop is None:
            return False
        self._stop()
        return True

    def _wait(self, says: str, thread: Work[T]) -> None:
        loop, look, sentence = QEventLoop(), QTimer(interval=LOOK), _Sentence(says, self._over)
        look.timeout.connect(lambda: loop.quit() if thread.over else None)
        self._holding.begin()
        look.start()
        loop.exec()
        look.stop()
        sentence.leave()


class _Holding(QObject):
    """Keeps keys until they may be written, and lets nothing else that a hand does come through.

    It goes on until the last key is given: one that comes sooner would overtake those before it.
    """

    def __init__(self, over: QWidget, stop: Callable[[], bool], dropped: Callable[[], object]) -> None:
        super().__init__(over)
        self._over, self._stop, self._dropped = over, stop, dropped
        self._held = deque[QEvent]()
        self._given: QEvent | None = None

    def begin(self) -> None:
        """Hold back what a hand does from now on. To begin twice is as once."""
        _application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what a hand does."""
        if event is self._given:
            return False
        if isinstance(event, QKeyEvent) and event.type() in _KEYS:
            return self._hold(event)
        if isinstance(event, QInputMethodEvent):  # as a letter with a roof is written on many keyboards
            self._held.append(event.clone())
            return True
        if event.type() == QEvent.Type.Close and isinstance(watched, QWidget) and watched.isWindow():
            event.ignore()
            return True
        return event.type() in _BY_HAND and isinstance(watched, QWidget)

    def _hold(self, event: QKeyEvent) -> bool:
        """Hold a key back; it comes to the window of the screen, before any widget is asked."""
        if event.key() == _COVER:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # so that it isn't tried as a shortcut
        elif event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self._stop():
                self._held.clear()
            else:
                self._held.append(event.clone())
        return True

    def give(self) -> None:
        """Give the keys one after the other, each to whoever has the keyboard then.

        One of them may begin a step that takes long too: what comes during that waits its turn.
        """
        if self._given is not None:
            return
        while self._held:
            self._given = event = _later(self._held.popleft())
            if not self._gives(event):
                self._held.clear()
                self._dropped()
        self._given = None
        _application().removeEventFilter(self)

    def _gives(self, event: QEvent) -> bool:
        """Give a key to the caret, or do what the window has for it; say whether it meant something."""
        caret = QApplication.focusWidget()
        if caret is not None and is_written_in(caret):
            QCoreApplication.sendEvent(caret, event)
            return True
        if not isinstance(event, QKeyEvent) or event.key() in _ONLY_HELD:
            return True
        return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier) and self._acts(event)

    def _acts(self, event: QKeyEvent) -> bool:
        if QApplication.activeModalWidget() is not None:
            return False
        keys = QKeySequence(event.keyCombination())
        actions = [each for each in self._over.window().actions() if keys in each.shortcuts()]
        action = next((each for each in actions if each.isEnabled()), None)
        if action is not None:
            action.trigger()
        return action is not None


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None
    return application


def _later(event: QEvent) -> QEvent:
    return WrittenLater.of(event) if isinstance(event, QKeyEvent) else event


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
