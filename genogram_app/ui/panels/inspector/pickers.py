"""Buttons that open a menu, and boxes to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QComboBox, QPushButton

from genogram_app.ui.controls.menu import NamesMenu
from genogram_app.ui.controls.plain import button
from genogram_app.ui.controls.rows import Offer, fill_menu

_GOING = frozenset(
    (
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Return,
        Qt.Key.Key_Enter,
    )
)


def menu_button(says: str, offers: Callable[[], Sequence[Offer]]) -> QPushButton:
    """Make a button that opens a menu; what it offers is asked for when it opens."""
    made = button(says, lambda: None)
    menu = NamesMenu(made)
    menu.aboutToShow.connect(lambda: fill_menu(menu, offers()))
    made.setMenu(menu)
    return made


class Picker(QComboBox):
    """A box to choose one of several from, with pictures.

    Keys open it and go along, letters to what begins with them; only what is chosen with
    Enter or a click counts. Turning the wheel over it changes nothing.
    """

    def __init__(
        self, choices: Sequence[tuple[Any, str, QIcon | None]], picked: Callable[[Any], object]
    ) -> None:
        super().__init__()
        self._values = [value for value, *_ in choices]
        self.setIconSize(QSize(64, 22))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        for _value, says, picture in choices:
            if picture is None:
                self.addItem(says)
            else:
                self.addItem(picture, says)
        self.activated.connect(lambda number: picked(self._values[number]))

    def show_value(self, value: Any) -> None:
        """Show which one is chosen; nothing where the value isn't among them."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    @property
    def value(self) -> Any:
        """Give the value that is chosen, None where none is."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with the keys that would else change the value at once."""
        if event.key() in _GOING or event.text().strip():
            self.showPopup()
            self.view().keyboardSearch(event.text().strip())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: Any) -> None:
        """Let the wheel scroll the page."""
        event.ignore()
