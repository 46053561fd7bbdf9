"""Letters are commands for what is selected; a word typed at nobody is none."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from genogram_app.family.case import Case
from genogram_app.model.ids import Id

if TYPE_CHECKING:
    from genogram_app.ui.workspace import Workspace

#: A letter that follows another within this time belongs to the same word, in seconds.
IN_A_ROW = 0.8
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Typing(QObject):
    """Watches the keys that come to a window outside its text fields.

    A letter acts at once, on what is selected. One that opens a caret hands over what
    follows. After one that opened none, a second in a row shows that a word is being
    typed: what the first did is taken back, and nothing acts until the word is over.
    """

    def __init__(
        self, window: QWidget, work: Callable[[], Workspace | None], clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(window)
        self._window, self._work, self._clock = window, work, clock
        self._last = float("-inf")
        self._word = False
        self._before: tuple[Case, tuple[Id, ...]] | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Watch whoever has the keyboard, unless it is written in. To be watched twice is as once."""
        if new is not None and new.window() is self._window and not _is_written_in(new):
            new.installEventFilter(self)
        else:
            self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back a key that belongs to a word."""
        work = self._work()
        if work is None or not isinstance(event, QKeyEvent) or event.type() not in _KEYS:
            return False
        if event.type() == QEvent.Type.KeyPress:
            # It was judged before it could be a shortcut, and comes here when it wasn't one.
            return self._word and _is_typed(event)
        if kept_back := self._keeps_back(event, work):
            event.accept()
        return kept_back

    def _keeps_back(self, event: QKeyEvent, work: Workspace) -> bool:
        in_word = self._before is not None and self._in_a_row() and event.text().isalnum()
        if (in_word and not event.modifiers() & _HELD) or _is_letter(event):
            return self._letter(work)
        if self._word and _is_typed(event) and self._in_a_row():
            self._last = self._clock()
            return True
        self._end()
        return False

    def _letter(self, work: Workspace) -> bool:
        """Judge a letter: say whether it is kept from acting."""
        session, selection = work.desk.session, work.desk.selection
        follows, self._last = self._in_a_row(), self._clock()
        if self._word and follows:
            return True
        if follows and self._before is not None and self._before[1] == selection:
            self._word = True
            self._take_back(work, self._before[0])
        else:
            self._word, self._before = not selection, (session.case, selection)
            if self._word:
                work.messages.say(work.desk.words.say(_NOBODY))
        return self._word

    def _take_back(self, work: Workspace, before: Case) -> None:
        """Undo what the first letter of a word did."""
        if work.canvas.busy:
            work.canvas.tool.cancel()
        if work.desk.session.case is not before:
            work.desk.session.undo()
        work.messages.say(work.desk.words.say(_WORD))

    def _in_a_row(self) -> bool:
        return self._clock() - self._last < IN_A_ROW

    def _end(self) -> None:
        self._last, self._word, self._before = float("-inf"), False, None


_NOBODY = "Nobody is selected. Click on somebody; or press Enter to tell in words, / to find a command."
_WORD = "That looked like a word, so nothing was done. Press Enter to write a name."


def _is_written_in(widget: QWidget) -> bool:
    """Say whether letters are for a widget itself: a line of text, or what floats over the page."""
    parent = widget.parentWidget()
    floats = parent is not None and parent.objectName() == "floating"
    return floats or isinstance(widget, QLineEdit | QPlainTextEdit)


def _is_letter(event: QKeyEvent) -> bool:
    return event.text().isalpha() and not event.modifiers() & _HELD and not event.isAutoRepeat()


def _is_typed(event: QKeyEvent) -> bool:
    """Say whether a key writes something, or takes back what was written."""
    if event.modifiers() & _HELD:
        return False
    return event.key() == Qt.Key.Key_Backspace or (event.text().isprintable() and bool(event.text()))
