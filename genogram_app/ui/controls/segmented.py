"""A row of choices of which one is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from genogram_app.ui.controls.plain import bare, dressed


@dataclass(frozen=True)
class Choice:
    """One choice: what it stands for, what it says, its picture and a longer name."""

    value: Any
    says: str
    picture: QIcon | None = None
    means: str = ""


class Segmented(QWidget):
    """Choose one of a few.

    The arrow keys go along; `chosen` is called once, with a click, Space, Enter or when
    the keyboard leaves. Escape goes back to what was on.
    """

    def __init__(self, choices: Iterable[Choice], name: str, chosen: Callable[[Any], object]) -> None:
        super().__init__()
        dressed(self, "segments")
        self.setAccessibleName(name)
        self._chosen = chosen
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._values: list[Any] = []
        self._shown: Any = None
        row = bare(QHBoxLayout(self), 0, 1)
        for choice in choices:
            row.addWidget(self._button(choice, name), 1)
        self._group.idClicked.connect(self._choose)

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
        made.installEventFilter(self)
        self._group.addButton(made, len(self._values))
        self._values.append(choice.value)
        return made

    def show_value(self, value: Any) -> None:
        """Show which one is on; none where the value isn't among them."""
        self._shown = value if value in self._values else None
        self._group.setExclusive(False)
        for each in self._group.buttons():
            on = self._values[self._group.id(each)] == value
            each.setChecked(on)
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus if on else Qt.FocusPolicy.NoFocus)
        if value not in self._values:
            self._group.buttons()[0].setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._group.setExclusive(True)

    def show_words(self, on: bool) -> None:
        """Show the words beside the pictures, or the pictures alone."""
        styles = Qt.ToolButtonStyle
        for each in self._group.buttons():
            if isinstance(each, QToolButton):
                each.setToolButtonStyle(styles.ToolButtonTextBesideIcon if on else styles.ToolButtonIconOnly)

    @property
    def value(self) -> Any:
        """Give the value that is on, None where none is."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def button_for(self, value: Any) -> QToolButton | None:
        """Give the button of a value."""
        found = self._group.button(self._values.index(value)) if value in self._values else None
        return found if isinstance(found, QToolButton) else None

    def _choose(self, number: int) -> None:
        self._shown = self._values[number]
        self._chosen(self._shown)

    def _key(self, key: Qt.Key) -> bool:
        """Go along with the arrow keys, choose with Enter, go back with Escape; say whether it was one."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key, 0)
        if step:
            self._go_to((max(self._group.checkedId(), 0) + step) % len(self._values))
        elif self._left_open and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._group.checkedId())
        elif self._left_open and key == Qt.Key.Key_Escape:
            self.show_value(self._shown)
        else:
            return False
        return True

    @property
    def _left_open(self) -> bool:
        """Say whether the arrow keys went to another choice that wasn't chosen yet."""
        return bool(self.value != self._shown)

    def _go_to(self, number: int) -> None:
        other = self._group.button(number)
        other.setChecked(True)
        other.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the row; choose what they went to once the keyboard leaves it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()))
        left = event.type() == QEvent.Type.FocusOut and self._left_open
        if left and QApplication.focusWidget() not in self._group.buttons():
            self._choose(self._group.checkedId())
        return False
