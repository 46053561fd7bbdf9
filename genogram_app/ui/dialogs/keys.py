"""Every key, on one page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from genogram_app.studio.commands import EDIT, FAMILY, FILE, SHEET, VIEW, in_group
from genogram_app.ui.actions import keys_of
from genogram_app.ui.controls.plain import bare, button, dressed, label
from genogram_app.ui.controls.room import sized
from genogram_app.ui.controls.scrolled import scrolled
from genogram_app.words import Words

_COLUMNS = ((FAMILY,), (EDIT, SHEET), (FILE, VIEW))
_ONE_COLUMN = ((FAMILY, EDIT, SHEET, FILE, VIEW),)
_WIDTH, _HEIGHT = 1080, 700
#: Between the words and the ring that shows where the keyboard is, in pixels.
_AIR = 12
_WALKING = (
    ("↑ ↓ ← →", "Walk the family"),
    ("Shift and ↑ ↓ ← →", "Select several"),
    ("Tab", "Go on to the next"),
    ("Enter", "Write the name"),
    ("Space and drag", "Move the sheet"),
    ("Ctrl and wheel", "Larger and smaller"),
)


class KeysDialog(QDialog):
    """Lists what each key does, in three columns; in one on a small screen."""

    def __init__(self, words: Words, show_guide: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = words
        self.setWindowTitle(words.say("Keys"))
        column = bare(QVBoxLayout(self), 16, 24)
        column.addWidget(label(words.say("Keys"), "title"))
        page = dressed(QWidget(), "panel")
        row = bare(QHBoxLayout(page), 32, _AIR)
        wide = sized(self, _WIDTH, _HEIGHT).width() == _WIDTH
        for groups in _COLUMNS if wide else _ONE_COLUMN:
            row.addLayout(self._column(groups, walking=EDIT in groups))
        column.addWidget(scrolled(page, words.say("Keys")))
        ends = bare(QHBoxLayout(), 8)
        guide = button(words.say("Guide"), self.accept)
        guide.clicked.connect(lambda: show_guide())
        ends.addWidget(guide)
        ends.addStretch(1)
        ends.addWidget(button(words.say("Close"), self.accept))
        column.addLayout(ends)

    def _column(self, groups: tuple[str, ...], *, walking: bool) -> QVBoxLayout:
        column = bare(QVBoxLayout(), 6)
        if walking:
            rows = [(keys, self._words.say(says)) for keys, says in _WALKING]
            self._table(column, self._words.say("On the sheet"), rows)
        for group in groups:
            commands = [command for command in in_group(group) if command.keys]
            rows = [(keys_of(command), self._words.say(command.label)) for command in commands]
            self._table(column, self._words.say(group), rows)
        column.addStretch(1)
        return column

    def _table(self, column: QVBoxLayout, heading: str, rows: list[tuple[str, str]]) -> None:
        column.addWidget(label(heading.upper(), "section"))
        grid = bare(QGridLayout(), 4)
        grid.setHorizontalSpacing(12)
        for number, (keys, says) in enumerate(rows):
            grid.addWidget(label(keys, "strong"), number, 0)
            grid.addWidget(label(says), number, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addSpacing(10)
