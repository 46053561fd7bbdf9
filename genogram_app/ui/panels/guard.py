"""The dark band of the worker's view: nobody can overlook it, and it asks who is telling."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from genogram_app.model.base import Teller
from genogram_app.ui.controls.plain import bare, button, dressed, label
from genogram_app.ui.desk import Desk
from genogram_app.ui.panels.inspector.pickers import Picker

#: Below this width, in pixels, nothing is explained.
_WIDE = 1000
#: Who tells, as a social worker says it: nobody first, then in the order of `Teller`.
_TELLERS = ("nobody in particular", "the child", "an adult", "a service", "me")


class Guard(QWidget):
    """Says that what is entered is for the case file alone; who tells it is kept with each statement."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        dressed(self, "guard")
        self.setFixedHeight(40)
        self.setMinimumWidth(320)
        say, row = desk.words.say, bare(QHBoxLayout(self), 10)
        row.setContentsMargins(16, 0, 16, 0)
        row.addWidget(label(say("Worker’s view"), "guard"))
        self._explains = label(
            say("What you enter is for the case file alone until you share it."), "guard_text"
        )
        self._told_by = label(say("Told by"), "guard_text")
        row.addWidget(self._explains)
        row.addStretch(1)
        row.addWidget(self._told_by)
        tellers = zip((None, *Teller), map(say, _TELLERS), strict=True)
        told = [(teller, says, None) for teller, says in tellers]
        self.teller = dressed(Picker(told, lambda _: self._tell()), "guard")
        self.teller.setAccessibleName(say("Told by"))
        self.name = dressed(QLineEdit(), "guard")
        self.name.setPlaceholderText(say("name"))
        self.name.setAccessibleName(say("Told by, by name"))
        self.name.setFixedWidth(120)
        row.addWidget(self.teller)
        row.addWidget(self.name)
        row.addSpacing(8)
        row.addWidget(button(say("Back to family view"), lambda: desk.wanted.emit("worker_view"), "guard"))
        self.name.textEdited.connect(lambda _: self._tell())
        desk.changed.connect(self.refresh)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Explain where there is room for it."""
        super().resizeEvent(event)
        self._explains.setVisible(self.width() >= _WIDE)
        self._told_by.setVisible(self.width() >= _WIDE)

    def _tell(self) -> None:
        self._desk.session.telling(self.teller.value, self.name.text().strip())

    def refresh(self) -> None:
        """Be there in the worker's view only."""
        self.setVisible(self._desk.by_worker)
        session = self._desk.session
        self.teller.show_value(session.teller)
        if not self.name.hasFocus():
            self.name.setText(session.told_by)
