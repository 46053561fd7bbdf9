"""Services from presets, by kind of service with the jobs one may know there; and the worker's own team."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from genogram_app.catalog.cards import AgencyCard
from genogram_app.edit import agencies
from genogram_app.edit.spoken.jobs import in_a_line
from genogram_app.model.household import Household
from genogram_app.model.person import Person
from genogram_app.ui.controls.lines import SearchLine
from genogram_app.ui.controls.plain import bare, button, dressed, emptied, label
from genogram_app.ui.controls.rows import Row, RowButton
from genogram_app.ui.controls.scrolled import scrolled
from genogram_app.ui.desk import Desk
from genogram_app.ui.whom import called_in_a_sentence, looking

_WIDTH, _HEIGHT, _COLUMNS = 560, 480, 2


class ServicesPopup(QWidget):
    """A grid of services; choosing one puts it on the sheet, tied to whom is selected."""

    def __init__(
        self, desk: Desk, ask_profile: Callable[[], object], added: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dressed(self, "popup")
        self.setAccessibleName(desk.words.say("Add a service"))
        self._desk, self._ask_profile, self._added = desk, ask_profile, added
        self._say = desk.words.say
        self.setFixedWidth(_WIDTH)
        column = bare(QVBoxLayout(self), 8, 14)
        column.addWidget(label(self._say("Add a service"), "heading"))
        column.addWidget(label(self._whom(), "hint", wrap=True))
        self.search = SearchLine(
            self._say("Find a service or a job"), lambda _: self._fill(), self._go_to_first, self._take_first
        )
        column.addWidget(self.search)
        inner = dressed(QWidget(), "panel")
        self._groups = bare(QVBoxLayout(inner), 4)
        column.addWidget(scrolled(inner), 1)
        self._last = button(self._say("Worker and team…"), self._own, picture="briefcase-business")
        column.addWidget(self._last)
        self.buttons: list[QPushButton] = []
        self._fill()

    def _whom(self) -> str:
        look = looking(self._desk.session, self._desk.words)
        names = [called_in_a_sentence(look, each.id) for each in self._served()]
        if not names:
            return self._say("It stands on the sheet by itself. Select somebody first to tie it to them.")
        return self._say("It will be tied to {names}.", names=self._desk.words.listed(names))

    def _served(self) -> list[Person | Household]:
        context = self._desk.context
        return [*context.all(Person), *context.all(Household)]

    def _fill(self) -> None:
        """Show the services and jobs in which every word that was typed is found."""
        wanted = self.search.text().casefold().split()
        emptied(self._groups)
        self.buttons = []
        group = ""
        for card in self._desk.scene.catalog.agencies.values():
            named = self._say(card.label)
            jobs = [
                job
                for job in ("", *card.jobs)
                if all(w in f"{named} {self._say(job)}".casefold() for w in wanted)
            ]
            if jobs:
                if card.heading != group:
                    self._groups.addWidget(label(self._say(group := card.heading), "heading"))
                self._groups.addWidget(label(named.upper(), "section"))
                self._groups.addLayout(self._grid(card, jobs))
                self._groups.addSpacing(8)
        if not self.buttons:
            self._groups.addWidget(
                label(
                    self._say("No service of that name. Choose another kind and write its own."),
                    "muted",
                    wrap=True,
                )
            )
        self._groups.addStretch(1)
        for one, other in pairwise((self.search, *self.buttons, self._last)):
            self.setTabOrder(one, other)

    def _grid(self, card: AgencyCard, jobs: list[str]) -> QGridLayout:
        grid = bare(QGridLayout(), 0)
        grid.setHorizontalSpacing(12)
        for number, job in enumerate(jobs):
            says = self._say(job) if job else self._say("{kind}, nobody named", kind=self._say(card.label))
            first = bool(self.search.text().strip()) and not self.buttons
            row = Row(says, self._say("Enter"), strong=True) if first else Row(says)
            made = RowButton(row, partial(self._add, card, job))
            made.setAccessibleName(says)
            made.setProperty("card", card.id)
            self.buttons.append(made)
            grid.addWidget(made, number // _COLUMNS, number % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        return grid

    def _add(self, card: AgencyCard, job: str) -> None:
        served = [each.id for each in self._served()]
        title = in_a_line(self._say(job)) if job else ""
        self.close()
        done = self._desk.act(
            lambda case, stamp: agencies.add_agency(case, stamp, card.id, job_title=title, ties_to=served),
            go=True,
        )
        if done:
            self._added()

    def _go_to_first(self) -> None:
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _take_first(self) -> None:
        """Take the first that was found; before anything is typed, only go to it."""
        if self.search.text().strip() and self.buttons:
            self.buttons[0].click()
        else:
            self._go_to_first()

    def _own(self) -> None:
        self.close()
        self._ask_profile()

    def open_under(self, bar: QWidget) -> None:
        """Open under a bar, in the middle of the window, with the keyboard on the search."""
        room = bar.screen().availableGeometry().adjusted(8, 8, -8, -8)
        at = bar.mapToGlobal(QPoint((bar.width() - _WIDTH) // 2, bar.height() + 8))
        self.setFixedHeight(min(_HEIGHT, room.height()))
        top = max(room.top(), min(at.y(), room.bottom() - self.height()))
        self.move(max(room.left(), min(at.x(), room.right() - _WIDTH)), top)
        self.show()
        self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along with the arrow keys, choose with Enter, close with Escape."""
        focused = next((number for number, each in enumerate(self.buttons) if each.hasFocus()), None)
        steps = {
            Qt.Key.Key_Down: _COLUMNS,
            Qt.Key.Key_Up: -_COLUMNS,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Left: -1,
        }
        step = steps.get(Qt.Key(event.key()), 0)
        if focused is not None and step:
            to = min(max(focused + step, 0), len(self.buttons) - 1)
            self.buttons[to].setFocus(Qt.FocusReason.TabFocusReason)
        elif focused is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.buttons[focused].click()
        else:
            super().keyPressEvent(event)
