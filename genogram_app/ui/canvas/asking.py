"""A light question beside what was just done: answered in a word, or left alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from genogram_app.drawing.primitives import Point
from genogram_app.edit.dates import read_date
from genogram_app.errors import NotUnderstoodError
from genogram_app.model.person import DateField
from genogram_app.picture import wording
from genogram_app.words import Words


class WhenAsked(QFrame):
    """Asks whether something happened, and when; going on leaves it.

    The keyboard stays where it was, so that undo and the arrow keys still do what they did.
    """

    #: It was answered, or somebody went on.
    left = Signal()

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent)
        self._over, self._words = parent, words
        self._today = date.min
        self._yes: Callable[[DateField | None], object] = lambda _: None
        self._where: Callable[[Point], Point] = lambda _: (0.0, 0.0)
        self.setObjectName("floating")
        self._question = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._note.setObjectName("quiet")
        self.when = QLineEdit(placeholderText=words.say("When, if known"))
        self.when.setAccessibleName(words.say("When"))
        self.when.textEdited.connect(self._say_back)
        self.when.returnPressed.connect(self._agree)
        self.yes = QPushButton(words.say("Yes"))
        self.yes.setObjectName("primary")
        self.yes.clicked.connect(self._agree)
        self.no = QPushButton(words.say("No, only on the sheet"))
        self.no.clicked.connect(self._leave)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for widget in (self.when, self.yes, self.no):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(6)
        for label in (self._question, self._note):
            column.addWidget(label)
        column.insertLayout(1, row)

    def ask(
        self,
        question: str,
        today: date,
        where: Callable[[Point], Point],
        yes: Callable[[DateField | None], object],
    ) -> None:
        """Ask at a place of the parent; `yes` is told the day, None where it isn't known.

        where: gives the left top corner for a size, both in pixels.
        """
        self._today, self._yes = today, yes
        self._question.setText(question)
        self.setAccessibleName(question)
        self.when.setText("")
        self._say_back()
        self.adjustSize()
        self._where = where
        self.stand()
        self.show()
        self.raise_()

    def stand(self) -> None:
        """Stand where it belongs, now that the sheet may have moved."""
        left, top = self._where((self.width(), self.height()))
        self.move(round(left), round(top))

    def _say_back(self) -> None:
        """Show how the day is understood."""
        try:
            day = self._day()
        except NotUnderstoodError:
            self._note.setText("…")
        else:
            self._note.setText(wording.when(self._words, day) if day is not None else "")
        self._note.setVisible(bool(self._note.text()))
        self.adjustSize()

    def _day(self) -> DateField | None:
        typed = self.when.text().strip()
        return read_date(typed, self._today, ages=False) if typed else None

    def _agree(self) -> None:
        try:
            day = self._day()
        except NotUnderstoodError as fault:
            self._note.setText(str(fault))
            self._note.setVisible(True)
            self.adjustSize()
            return
        self._leave()
        self._yes(day)

    def _leave(self) -> None:
        self.hide()
        self._over.setFocus()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
