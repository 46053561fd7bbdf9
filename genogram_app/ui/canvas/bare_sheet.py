"""What an empty sheet says: that nobody is on it for this reader, and where the others may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from genogram_app.family.seen import Reader
from genogram_app.ui.canvas.hits import FIGURES
from genogram_app.ui.controls.plain import bare, button, dressed, label

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas

_WIDEST, _AIR = 440, 24


class BareSheet(QWidget):
    """Stands in the middle of a sheet on which there is nothing to see.

    Before the family it says the same whether anything is kept from them or nothing is there.
    """

    def __init__(self, canvas: Canvas, perform: Callable[[str], object]) -> None:
        super().__init__(canvas)
        self._canvas, self._perform = canvas, perform
        say = canvas.words.say
        dressed(self, "offer")
        self._column = column = bare(QVBoxLayout(self), 12)
        column.setContentsMargins(20, 16, 20, 16)
        self.sentence = label("", "", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.workers = button(say("Worker’s view (F6)"), lambda: self._do("worker_view"))
        self.add = button(say("Add somebody"), lambda: self._do("add_person"))
        column.addWidget(self.sentence)
        row = bare(QHBoxLayout(), 8)
        row.addStretch(1)
        row.addWidget(self.workers)
        row.addWidget(self.add)
        row.addStretch(1)
        column.addLayout(row)
        canvas.sheet_shown.connect(self.follow)
        canvas.viewport().installEventFilter(self)
        self.follow()

    def follow(self) -> None:
        """Say what the sheet that is shown needs said, or nothing."""
        canvas = self._canvas
        if any(node.role in FIGURES for node in canvas.sheet.drawing.nodes):
            self.hide()
            return
        say, before_family = canvas.words.say, canvas.sheet.view.reader is Reader.FAMILY
        unshared = say("Nothing is on the family’s sheet yet. What isn’t shared is in the worker’s view.")
        self.sentence.setText(unshared if before_family else say("Nobody is on this sheet yet."))
        self.setAccessibleName(self.sentence.text())
        self.workers.setVisible(before_family)
        self._place()
        self.show()

    def _do(self, command: str) -> None:
        """Do a command with the keyboard on the sheet: here it would be lost with this word."""
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._perform(command)

    def _place(self) -> None:
        port = self._canvas.viewport().geometry()
        self.setFixedWidth(max(1, min(_WIDEST, port.width() - 2 * _AIR)))
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))
        self.move(port.center() - self.rect().center())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the middle of the window's sheet."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
