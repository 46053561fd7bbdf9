"""A row of choices of which one is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from genogram_app.ui.controls.plain import bare, dressed


@dataclass(frozen=True)
class Choice:
    """One choice: what it stands for, what it says, its picture and a longer name."""

    value: Any
    says: str
    picture: QIcon | None = None
    means: str = ""


class Segmented(QWidget):
    """Choose one of a few; the arrow keys go along, and `chosen` is called with the value."""

    def __init__(self, choices: Iterable[Choice], name: str, chosen: Callable[[Any], object]) -> None:
        super().__init__()
        dressed(self, "segments")
        self.setAccessibleName(name)
        self._chosen = chosen
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._values: list[Any] = []
        row = bare(QHBoxLayout(self), 0, 1)
        for choice in choices:
            row.addWidget(self._button(choice, name), 1)
        self._group.idClicked.connect(lambda number: self._chosen(self._values[number]))

    def _button(self, choice: Choice, name: str) -> QToolButton:
        made = dressed(QToolButton(), "segment")
        made.setText(choice.says.replace("&", "&&"))
        made.setCheckable(True)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setAccessibleName(f"{name}: {choice.means or choice.says}")
        if choice.means:
            made.setToolTip(choice.means)
        if choice.picture is not None:
            made.setIcon(choice.picture)
            made.setIconSize(QSize(22, 22))
            if choice.says:
                made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus if self._values else Qt.FocusPolicy.TabFocus)
        self._group.addButton(made, len(self._values))
        self._values.append(choice.value)
        return made

    def show_value(self, value: Any) -> None:
        """Show which one is on; none where the value isn't among them."""
        self._group.setExclusive(False)
        for each in self._group.buttons():
            on = self._values[self._group.id(each)] == value
            each.setChecked(on)
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus if on else Qt.FocusPolicy.NoFocus)
        if value not in self._values:
            self._group.buttons()[0].setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.setExclusive(True)

    @property
    def value(self) -> Any:
        """Give the value that is on, None where none is."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def button_for(self, value: Any) -> QToolButton | None:
        """Give the button of a value."""
        found = self._group.button(self._values.index(value)) if value in self._values else None
        return found if isinstance(found, QToolButton) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along with the arrow keys."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            super().keyPressEvent(event)
            return
        number = (self._group.checkedId() + step) % len(self._values)
        other = self._group.button(number)
        other.setChecked(True)
        other.setFocus(Qt.FocusReason.TabFocusReason)
        self._chosen(self._values[number])
