"""A few buttons of which one at most is on; pressing it again switches it off."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QToolButton, QWidget


class Toggles(QWidget):
    """Choose one of a few values, or none."""

    def __init__(self, choices: Iterable[tuple[object, str]], name: str, columns: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        self._buttons: list[tuple[object, QToolButton]] = []
        for number, (value, label) in enumerate(choices):
            button = QToolButton()
            button.setText(label.replace("&", "&&"))
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {label}")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _=False, own=button: self._leave_only(own))
            self._buttons.append((value, button))
            grid.addWidget(button, number // columns, number % columns)
        grid.setColumnStretch(columns, 1)

    @property
    def value(self) -> object | None:
        """Give what is on; None where nothing is."""
        return next((value for value, button in self._buttons if button.isChecked()), None)

    def clear(self) -> None:
        """Switch all off."""
        for _, button in self._buttons:
            button.setChecked(False)

    def _leave_only(self, own: QToolButton) -> None:
        for _, button in self._buttons:
            if button is not own:
                button.setChecked(False)
