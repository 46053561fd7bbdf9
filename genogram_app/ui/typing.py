"""Letters are commands for what is selected; words are written."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from genogram_app.family.case import Case
from genogram_app.model.ids import Id
from genogram_app.model.person import Person

if TYPE_CHECKING:
    from genogram_app.ui.workspace import Workspace

#: A letter that follows another within this time belongs to the same word, in seconds.
IN_A_ROW = 0.8
#: Within this time after a capital that opened a caret, a small letter goes on with the same word.
AT_ONCE = 0.4
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock)
_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class Typing(QObject):
    """Watches the keys that come to a window outside its text fields.

    A letter acts at once, on what is selected. One that opens a caret hands over what
    follows. After one that opened none, or a capital that opened one, a small letter in a
    row shows that a word is being typed: what the first did is taken back, and the word is
    written where it belongs, as the name of somebody who has none or in the line of words.
    """

    def __init__(
        self, window: QWidget, work: Callable[[], Workspace | None], clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(window)
        self._window, self._work, self._clock = window, work, clock
        self._end()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def _end(self) -> None:
        self._last = float("-inf")
        self._first = ""
        self._held = self._word = False
        self._before: tuple[Case, tuple[Id, ...]] | None = None
        self._caret: QWidget | None = None

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Watch whoever has the keyboard. To be watched twice is as once."""
        if new is None or new.window() is not self._window:
            self._end()
        elif not _is_written_in(new):
            new.installEventFilter(self)
        elif self._first.isupper() and self._in_a_row():
            self._caret, self._last = new, self._clock()
            new.installEventFilter(self)
        else:
            self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back a key that belongs to a word."""
        work = self._work()
        if work is None or not isinstance(event, QKeyEvent) or event.type() not in _KEYS:
            return False
        if isinstance(watched, QWidget) and _is_written_in(watched):
            return event.type() == QEvent.Type.KeyPress and self._written(watched, event, work)
        if event.type() == QEvent.Type.KeyPress:
            # It was judged before it could be a shortcut, and comes here when it wasn't one.
            return self._pressed(event, work)
        if kept_back := self._keeps_back(event, work):
            event.accept()
        return kept_back

    def _written(self, caret: QWidget, event: QKeyEvent, work: Workspace) -> bool:
        """Judge the first key for a caret that a capital opened: a small letter goes on with its word."""
        first, at_once = caret is self._caret, self._in_a_row(AT_ONCE)
        if event.key() in _SHIFTS:
            return False
        caret.removeEventFilter(self)
        self._word = first and at_once and event.text().islower()
        if self._word:
            return self._pressed(event, work)
        self._end()
        return False

    def _keeps_back(self, event: QKeyEvent, work: Workspace) -> bool:
        """Judge a key before it acts: say whether it is kept from acting."""
        if _is_letter(event) or (_is_digit(event) and self._goes_on(work)):
            return self._letter(event, work)
        if event.key() not in _SHIFTS:
            self._end()
        return False

    def _letter(self, event: QKeyEvent, work: Workspace) -> bool:
        self._word = self._goes_on(work)
        if not self._word:
            selection = work.desk.selection
            self._first, self._held = event.text(), not selection
            self._before = work.desk.session.case, selection
            if self._held:
                work.messages.say(work.desk.words.say(_NOBODY))
        self._last = self._clock()
        return self._word or self._held

    def _goes_on(self, work: Workspace) -> bool:
        """Say whether a key now would go on with a word."""
        return self._before is not None and self._in_a_row() and self._before[1] == work.desk.selection

    def _pressed(self, event: QKeyEvent, work: Workspace) -> bool:
        if not self._word or self._before is None:
            return self._held
        before, text = self._before, self._first + event.text()
        self._end()
        self._take_back(work, *before)
        _write(work, text)
        return True

    def _take_back(self, work: Workspace, before: Case, selection: tuple[Id, ...]) -> None:
        """Undo what the first letter of a word did."""
        work.canvas.floats.drop()
        if work.canvas.busy:
            work.canvas.tool.cancel()
        if work.desk.session.case is not before:
            work.desk.session.undo()
        work.desk.select(selection)

    def _in_a_row(self, within: float = IN_A_ROW) -> bool:
        return self._clock() - self._last < within


_NOBODY = "Nobody is selected. Click on somebody; or press Enter to tell in words, / to find a command."


def _write(work: Workspace, text: str) -> None:
    """Write what was typed where it belongs: as the name of whom has none, or in the line of words."""
    person = work.canvas.context.one(Person)
    if person is not None and not person.named:
        work.canvas.start_naming(person.id, text)
    else:
        work.canvas.start_telling(text)


def _is_written_in(widget: QWidget) -> bool:
    """Say whether letters are for a widget itself: a line of text, or what floats over the page."""
    parent = widget.parentWidget()
    floats = parent is not None and parent.objectName() == "floating"
    return floats or isinstance(widget, QLineEdit | QPlainTextEdit)


def _is_digit(event: QKeyEvent) -> bool:
    return event.text().isdigit() and not event.modifiers() & _HELD


def _is_letter(event: QKeyEvent) -> bool:
    return event.text().isalpha() and not event.modifiers() & _HELD and not event.isAutoRepeat()
