"""The bar below the sheet: which version, its dates, what is still to be asked, and how large it is seen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from genogram_app.ui.controls.plain import bare, button, dressed, icon_button, label, redress
from genogram_app.ui.desk import Desk

if TYPE_CHECKING:
    from genogram_app.ui.panels.questions import QuestionsPopup


#: A day within so long from today needs no year.
_SOON = timedelta(days=330)


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
        self.asked = button("", self.open_questions, "ask")
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
        self._row = row
        self._wordings: list[tuple[str, str, str]] = []
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show where the sheet stands now."""
        count, dates = len(self._desk.questions()), self._dates()
        version = self._versions()
        asked = self._asked(count)
        self.asked.setVisible(self._desk.by_worker)
        self.asked.setAccessibleName(asked[0])
        self.asked.setEnabled(count > 0)
        self.dates.setToolTip(dates[0])
        redress(self.dates, "wrong" if self._late else "muted")
        self._wordings = [(version[0], each, asked[0]) for each in dates[:-1]]
        self._wordings += [(each, dates[-2], asked[1]) for each in version]
        self._wordings += [(version[1], dates[-1], asked[1])]
        self._say_what_fits()

    @property
    def _late(self) -> bool:
        due = self._desk.seen.details.review_due
        return due is not None and due < self._desk.today

    def _versions(self) -> tuple[str, str]:
        """Say which version this is, in full and in short."""
        number, say = len(self._desk.session.case.versions) + 1, self._desk.words.say
        return say("Version {number}, draft", number=number), say("Version {number}", number=number)

    def _asked(self, count: int) -> tuple[str, str]:
        """Say how much is still to be asked, in full and in short."""
        words = self._desk.words
        if not count:
            return words.say("Nothing left to ask"), words.say("Nothing to ask")
        full = words.count("{n} thing to ask", "{n} things to ask", count)
        return full, words.say("{n} to ask", n=count)

    def _dates(self) -> tuple[str, ...]:
        """Say when the sheet is dated and reviewed, with fewer words each time; last the review alone."""
        say, words, due = self._desk.words.say, self._desk.words, self._desk.seen.details.review_due
        full, short = words.day(self._desk.as_at), words.short_day(self._desk.as_at)
        dated = say("dated {date}", date=full), say("dated {date}", date=short)
        if due is None:
            none = say("no review date")
            return f"{dated[0]} · {none}", f"{dated[1]} · {none}", f"{short} · {none}", none
        says = "review was due {date}" if self._late else "review due {date}"
        review = say(says, date=words.day(due)), say(says, date=words.short_day(due))
        both = f"{dated[0]} · {review[0]}", f"{dated[1]} · {review[1]}"
        if self._late:
            return (*both, f"{short} · {review[1]}", review[1])
        soon = due - self._desk.today < _SOON
        brief = say("review {date}", date=words.day_and_month(due) if soon else words.short_day(due))
        return (*both, f"{short} · {brief}", brief)

    def event(self, event: QEvent) -> bool:
        """Say what there is room for, also where letters become larger."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._say_what_fits()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say what there is room for."""
        super().resizeEvent(event)
        self._say_what_fits()

    def _say_what_fits(self) -> None:
        """Say it in as many words as there is room for: no letter is cut."""
        parts = [each for each in (self.version, self.dates, self.asked) if not each.isHidden()]
        others = self._row.sizeHint().width() - sum(_wide(each, each.text()) for each in parts)
        room = self.width() - others
        says = next(
            (each for each in self._wordings if sum(map(_wide, parts, each)) <= room), self._wordings[-1]
        )
        self.version.setText(says[0])
        self.dates.setText(says[1])
        self.asked.setText(says[2])

    def show_scale(self, scale: float) -> None:
        """Say how large the sheet is seen: 1 is as on paper at 96 dots an inch."""
        self.scale.setText(f"{round(scale * 72 / 96 * 100)} %")

    def open_questions(self) -> None:
        """List what is still to be asked, or say that nothing is."""
        from genogram_app.ui.panels.questions import QuestionsPopup

        if not self._desk.questions():
            self._desk.said.emit(self._desk.words.say("Nothing left to ask"), False)
            return
        self.popup = QuestionsPopup(self._desk, self)
        at = self.asked.mapToGlobal(QPoint(0, 0))
        self.popup.open_above(at)


def _wide(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().horizontalAdvance(text)
