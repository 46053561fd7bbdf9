"""A menu of people and things, in which one types a name to get there."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

#: A letter that follows another within this time goes on with the same name, in seconds.
IN_A_ROW = 1.5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NamesMenu(QMenu):
    """Letters go to the entry that a word of begins so; Enter takes what is marked, and nothing else."""

    def __init__(self, parent: QWidget, clock: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._clock, self._last, self._typed = clock, float("-inf"), ""
        self.aboutToShow.connect(self._begin)

    def _begin(self) -> None:
        self._typed = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go where a name is typed; leave every other key to the menu."""
        if event.key() in _ENTER and self.activeAction() is None:
            event.accept()
        elif event.text().isalpha() or (self._typed and event.text() == " "):
            self._go_on(event.text())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _go_on(self, letter: str) -> None:
        now = self._clock()
        self._typed = letter if now - self._last > IN_A_ROW else self._typed + letter
        self._last = now
        found = next((each for each in self.actions() if _begins(each, self._typed.casefold())), None)
        if found is not None:
            self.setActiveAction(found)
        else:  # nobody is called so: Enter must not take whoever was marked before
            self.setActiveAction(None)  # type: ignore[arg-type]


def _begins(action: QAction, typed: str) -> bool:
    """Say whether an entry, or a word of it, begins as typed."""
    said = action.text().casefold()
    return not action.isSeparator() and (said.startswith(typed) or f" {typed}" in said)
