"""What is still to be asked, as a list in which each question leads to whom it is about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from genogram_app.practice.questions import Question
from genogram_app.ui.controls.plain import bare, dressed, label
from genogram_app.ui.controls.rows import Row, RowButton
from genogram_app.ui.controls.scrolled import scrolled
from genogram_app.ui.desk import Desk
from genogram_app.ui.panels.inspector.called import called

_WIDTH, _HEIGHT, _AIR = 440, 460, 8


class QuestionsPopup(QWidget):
    """Lists the questions; choosing one selects whom it is about, or the sheet itself."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dressed(self, "popup")
        self.setAccessibleName(desk.words.say("Still to ask"))
        self._desk = desk
        column = bare(QVBoxLayout(self), 8, 12)
        column.addWidget(label(desk.words.say("Still to ask"), "heading"))
        column.addWidget(label(desk.words.say("A question mark is honest; asking is better."), "hint"))
        inner = QWidget()
        self._rows = bare(QVBoxLayout(inner), 0)
        self.buttons: list[QPushButton] = [self._row(question) for question in desk.questions()]
        self._rows.addStretch(1)
        column.addWidget(scrolled(dressed(inner, "panel")))

    def _row(self, question: Question) -> QPushButton:
        there = question.about is not None and question.about in self._desk.seen.family
        detail = called(self._desk, question.about) if there and question.about else ""
        detail = "" if detail in question.says or detail == "?" else detail
        made = RowButton(Row(question.says, detail, question.about or ""), lambda: self._go(question))
        made.setToolTip(self._desk.words.say(question.source))
        made.setProperty("question", question.kind)
        self._rows.addWidget(made)
        return made

    def _go(self, question: Question) -> None:
        self.close()
        self._desk.select([question.about] if question.about else [], lead=True)

    def open_above(self, place: QPoint, room: QRect | None = None) -> None:
        """Open above a place, within the room that there is, with the keyboard on the first question."""
        room = (room or self.screen().availableGeometry()).adjusted(_AIR, _AIR, -_AIR, -_AIR)
        bottom, width = place.y() - _AIR, min(_WIDTH, room.width())
        wanted = 96 + sum(button.heightForWidth(width - 34) for button in self.buttons)
        self.setFixedSize(width, min(_HEIGHT, wanted, bottom - room.top()))
        self.move(max(room.left(), min(place.x(), room.right() + 1 - width)), bottom - self.height())
        self.show()
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along with Up and Down, choose with Enter, close with Escape."""
        focused = [number for number, each in enumerate(self.buttons) if each.hasFocus()]
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step and focused and 0 <= focused[0] + step < len(self.buttons):
            self.buttons[focused[0] + step].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused:
            self.buttons[focused[0]].click()
        else:
            super().keyPressEvent(event)
