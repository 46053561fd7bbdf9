"""Letters are commands for what is selected; words are written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from genogram_app.edit.history import History
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.ui.canvas.tools.relate import Relate
from genogram_app.ui.controls.lines import HELD, is_chosen_in, is_written_in
from genogram_app.ui.meanwhile import WrittenLater

if TYPE_CHECKING:
    from genogram_app.ui.workspace import Workspace

#: So long a letter waits before it acts, in seconds: one that follows sooner makes a word of both.
PAUSE = 0.3
#: A letter that follows another within this time belongs to the same word, in seconds.
IN_A_ROW = 0.8
#: Within this time after a letter opened a caret, a small letter goes on with the same word: nobody
#: sees a caret and answers it sooner. After a capital, which begins most words, a little longer.
UNSEEN, AT_ONCE = 0.15, 0.4
#: The command that opens a line for words: what follows is written there, so it needn't wait.
_FOR_WORDS = "tell"
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_SHIFTS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock)
#: Keys that are no letters, and commands on the sheet; where one chooses they go along, or do nothing.
_OTHERS = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Home)


class Typing(QObject):
    """Watches the keys that come to a window outside its text fields.

    A letter acts on what is selected, after a short pause; sooner where a capital after
    it begins a name, or another key is pressed. A letter that comes within the pause makes
    a word of both: nothing is done, and the word is written where it belongs, as the name
    of somebody who has none or in the line of words. One that comes soon after takes back
    what the first did, unless that opened a caret which has been seen.
    """

    def __init__(
        self,
        window: QWidget,
        work: Callable[[], Workspace | None],
        actions: Mapping[str, QAction],
        clock: Callable[[], float] = monotonic,
    ) -> None:
        super().__init__(window)
        self._window, self._work, self._clock = window, work, clock
        self._by_key = {key.toString(): each for each in actions.values() for key in each.shortcuts()}
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._act)
        self.pause = PAUSE
        self._kept_back = self._handed_on = False
        self._end()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    @property
    def waiting(self) -> bool:
        """Say whether a letter waits for what comes after it."""
        return self._pause.isActive()

    def _end(self) -> None:
        self._pause.stop()
        self._last = float("-inf")
        self._first = ""
        self._word = False
        self._action: QAction | None = None
        self._before: tuple[History, tuple[Id, ...]] | None = None
        self._caret: QWidget | None = None

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Watch whoever has the keyboard. To be watched twice is as once."""
        if new is None or new.window() is not self._window:
            self._end()
        elif not is_written_in(new):
            new.installEventFilter(self)
        elif self._first and self._in_a_row():
            self._caret, self._last = new, self._clock()
            new.installEventFilter(self)
        else:
            self._end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep back a key that belongs to a word, or that waits."""
        work = self._work()
        if work is None or not isinstance(event, QKeyEvent) or event.type() not in _KEYS:
            return False
        if isinstance(work.canvas.tool, Relate) and watched is work.canvas:
            return self._named(event)
        if isinstance(event, WrittenLater):
            self._end()
            return False
        if isinstance(watched, QWidget) and is_written_in(watched):
            return event.type() == QEvent.Type.KeyPress and self._written(watched, event, work)
        if isinstance(watched, QWidget) and is_chosen_in(watched) and _is_for_choices(event):
            return self._left_to_choices(watched, event, work)
        if event.type() == QEvent.Type.KeyPress:
            # It was judged before it could be a shortcut, and comes here when it wasn't one.
            return self._pressed(event, work)
        self._handed_on = False
        self._kept_back = self._keeps_back(event, work)
        if self._kept_back:
            event.accept()
        return self._kept_back

    def _named(self, event: QKeyEvent) -> bool:
        """Let letters name whom a line is drawn to: none is a command meanwhile."""
        self._end()
        if event.type() == QEvent.Type.ShortcutOverride and _is_letter(event):
            event.accept()
            return True
        return False

    def _left_to_choices(self, watched: QWidget, event: QKeyEvent, work: Workspace) -> bool:
        """Keep a key where one chooses from doing something to whoever is selected; say where it would."""
        self._end()
        event.accept()
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QAbstractButton):
            work.messages.say(work.desk.words.say(_HERE_ONE_CHOOSES))
        return event.type() == QEvent.Type.ShortcutOverride

    def _written(self, caret: QWidget, event: QKeyEvent, work: Workspace) -> bool:
        """Judge the first key for a caret that a letter opened: a small letter may go on with its word."""
        at_once = self._in_a_row(AT_ONCE if self._first.isupper() else UNSEEN)
        if event.key() in _SHIFTS:
            return False
        caret.removeEventFilter(self)
        if caret is self._caret and at_once and event.text().islower():
            self._write_word(event, work)
            return True
        self._end()
        return False

    # -- before a key acts ---------------------------------------------------------------------

    def _keeps_back(self, event: QKeyEvent, work: Workspace) -> bool:
        """Judge a key before it acts: say whether it is kept from acting."""
        if event.key() in _SHIFTS:
            return False
        letter = _is_letter(event)
        if self.waiting and not (letter and not self._begins_name(event)) and not _is_digit(event):
            if self._acted_elsewhere() and not event.modifiers() & HELD:
                self._handed_on = True
                return True
        elif letter or _is_digit(event):
            self._word = self._goes_on(work) and not self._begins_name(event)
            if self._word:
                return True
        if letter:
            return self._begin(event, work)
        self._end()
        return False

    def _begins_name(self, event: QKeyEvent) -> bool:
        """Say whether a capital after a small letter begins a name: no word is written so."""
        return self._first.islower() and event.text().isupper()

    def _acted_elsewhere(self) -> bool:
        """Let the letter act that waits; say whether the keyboard is somewhere else for it."""
        had_it = QApplication.focusWidget()
        self._act()
        return QApplication.focusWidget() is not had_it

    def _goes_on(self, work: Workspace) -> bool:
        """Say whether a key now would go on with a word."""
        return self._before is not None and self._in_a_row() and self._before[1] == work.desk.selection

    def _begin(self, event: QKeyEvent, work: Workspace) -> bool:
        """Let a letter wait that may begin a word; say whether it does."""
        selection, action = work.desk.selection, self._by_key.get(_key_of(event))
        self._end()
        if action is not None and action.objectName() == _FOR_WORDS and event.text().islower():
            return False  # also where nobody is selected: what comes next is written there
        self._first, self._before = event.text(), (work.desk.session.history, selection)
        self._last = self._clock()
        if selection:
            self._action = action
            self._pause.start(round(self.pause * 1000))
        else:
            work.messages.say(work.desk.words.say(_NOBODY), until_selected=True)
        return True

    # -- what a key does ------------------------------------------------------------------------

    def _act(self) -> None:
        """Do what the letter means that waited."""
        self._pause.stop()
        action, self._action = self._action, None
        work = self._work()
        if action is not None and action.isEnabled():
            action.trigger()
        elif action is not None and work is not None:
            work.messages.say(work.desk.words.say(_NOT_HERE), until_selected=True)

    def _pressed(self, event: QKeyEvent, work: Workspace) -> bool:
        kept_back = self._kept_back  # a key that is handed on is judged once more
        if self._handed_on:
            self._hand_on(event)
        elif self._word:
            self._write_word(event, work)
        return kept_back

    def _hand_on(self, event: QKeyEvent) -> None:
        """Give a key to whoever has the keyboard now."""
        caret = QApplication.focusWidget()
        self._end()
        if caret is not None:
            caret.removeEventFilter(self)
            QApplication.sendEvent(
                caret, QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            )

    def _write_word(self, event: QKeyEvent, work: Workspace) -> None:
        """Write what was typed where it belongs, as if the first letter had done nothing."""
        before, text = self._before, self._first + event.text()
        self._end()
        if before is not None:
            self._take_back(work, *before)
            _write(work, text)

    def _take_back(self, work: Workspace, before: History, selection: tuple[Id, ...]) -> None:
        """Undo what the first letter of a word did, without a trace."""
        work.canvas.floats.drop(aside=False)
        if work.canvas.busy:
            work.canvas.tool.cancel()
        work.desk.session.go_back_to(before)
        work.desk.select(selection)

    def _in_a_row(self, within: float = IN_A_ROW) -> bool:
        return self._clock() - self._last < within


_NOT_HERE = "That letter does nothing for whom is selected. Press / to find what does."
_HERE_ONE_CHOOSES = "Here one chooses. Press Escape to go to the sheet, where letters do something."
_NOBODY = "Nobody is selected. Click on somebody; or press Enter to tell in words, / to find a command."


def _write(work: Workspace, text: str) -> None:
    """Write what was typed where it belongs: as the name of whom has none, or in the line of words."""
    person = work.canvas.context.one(Person)
    if person is not None and not person.named:
        work.canvas.start_naming(person.id, text)
    else:
        work.canvas.start_telling(text)


def _is_for_choices(event: QKeyEvent) -> bool:
    """Say whether a key is a choice's where one chooses: a letter, a digit, one that removes, the first."""
    return not event.modifiers() & HELD and (event.text().isalnum() or event.key() in _OTHERS)


def _is_digit(event: QKeyEvent) -> bool:
    return event.text().isdigit() and not event.modifiers() & HELD


def _is_letter(event: QKeyEvent) -> bool:
    return event.text().isalpha() and not event.modifiers() & HELD and not event.isAutoRepeat()


def _key_of(event: QKeyEvent) -> str:
    return QKeySequence(event.keyCombination()).toString()
