"""The bar below the sheet: which version, its dates, what is still to be asked, and how large it is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from genogram_app.ui.controls.plain import bare, button, dressed, icon_button, label, redress
from genogram_app.ui.desk import Desk

if TYPE_CHECKING:
    from genogram_app.ui.panels.questions import QuestionsPopup


#: Below this width, in pixels, only one of the dates is said.
_WIDE = 900


class StatusBar(QWidget):
    """Says where the sheet stands; the things to ask are the worker's alone."""

    def __init__(self, desk: Desk, perform: Callable[[str], object]) -> None:
        super().__init__()
        self._desk = desk
        dressed(self, "foot")
        self.setFixedHeight(44)
        self.setMinimumWidth(320)
        say, row = desk.words.say, bare(QHBoxLayout(self), 6)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(icon_button("users-round", say("List of people (F3)"), lambda: perform("fold_people")))
        row.addSpacing(4)
        self.version, self.dates = label("", "strong"), label("", "muted")
        self.asked = button("", self._open_questions, "ask")
        self.scale = label("", "muted")
        self.scale.setMinimumWidth(44)
        self.scale.setAlignment(self.scale.alignment().AlignCenter)
        row.addWidget(self.version)
        row.addSpacing(8)
        row.addWidget(self.dates)
        row.addSpacing(16)
        row.addWidget(self.asked)
        row.addStretch(1)
        row.addWidget(icon_button("minus", say("Smaller (Ctrl+−)"), lambda: perform("zoom_out")))
        row.addWidget(self.scale)
        row.addWidget(icon_button("plus", say("Larger (Ctrl++)"), lambda: perform("zoom_in")))
        fit = button(say("Fit"), lambda: perform("fit"), "quiet")
        fit.setToolTip(say("Show everything (0)"))
        row.addWidget(fit)
        row.addWidget(
            icon_button("file-text", say("What is selected (F4)"), lambda: perform("fold_selected"))
        )
        self.popup: QuestionsPopup | None = None
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show where the sheet stands now."""
        say, words, details = self._desk.words.say, self._desk.words, self._desk.seen.details
        number = len(self._desk.session.case.versions) + 1
        self.version.setText(say("Version {number}, draft", number=number))
        dated = say("dated {date}", date=words.day(self._desk.as_at))
        due = details.review_due
        late = due is not None and due < self._desk.today
        review = say("no review date") if due is None else say("review due {date}", date=words.day(due))
        if late and due is not None:
            review = say("review was due {date}", date=words.day(due))
        short = review if late else dated
        self.dates.setText(f"{dated} · {review}" if self.width() >= _WIDE else short)
        self.dates.setToolTip(f"{dated} · {review}")
        redress(self.dates, "wrong" if late else "muted")
        self._show_asked()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what there is room for."""
        super().resizeEvent(event)
        self.refresh()

    def _show_asked(self) -> None:
        count = len(self._desk.questions())
        self.asked.setVisible(self._desk.by_worker)
        says = self._desk.words.count("{n} thing to ask", "{n} things to ask", count)
        says = says if count else self._desk.words.say("Nothing left to ask")
        self.asked.setText(says)
        self.asked.setAccessibleName(says)
        self.asked.setEnabled(count > 0)

    def show_scale(self, scale: float) -> None:
        """Say how large the sheet is seen: 1 is as on paper at 96 dots an inch."""
        self.scale.setText(f"{round(scale * 72 / 96 * 100)} %")

    def _open_questions(self) -> None:
        from genogram_app.ui.panels.questions import QuestionsPopup

        self.popup = QuestionsPopup(self._desk, self)
        at = self.asked.mapToGlobal(QPoint(0, 0))
        self.popup.open_above(at)
