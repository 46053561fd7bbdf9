"""Where the program starts: a new genogram, an old one, what a crash left, and a family to try things on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from genogram_app.edit.text import LifeTold, read_life, read_name
from genogram_app.errors import NotUnderstoodError
from genogram_app.model.base import TextField
from genogram_app.store.recent import Recent, written
from genogram_app.store.recovery import LeftOver
from genogram_app.ui.controls.field import Field
from genogram_app.ui.controls.lines import SideLine
from genogram_app.ui.controls.plain import bare, button, dressed, emptied, label
from genogram_app.ui.controls.rows import Row, Section
from genogram_app.ui.icons import Picture
from genogram_app.ui.said_back import life_said_back
from genogram_app.words import Words

_FORM, _SIDE = 400, 360
#: From this width on, in pixels, there is room for both columns.
_BESIDE = _FORM + _SIDE + 24 + 2 * 32
#: So long before its day a review is shown as due.
_SOON = timedelta(days=14)


@dataclass(frozen=True)
class Doors:
    """What the start page leads to."""

    new: Callable[[TextField, LifeTold], object]
    open: Callable[[], object]
    open_recent: Callable[[Path], object]
    practice: Callable[[], object]
    recover: Callable[[LeftOver], object]
    forget: Callable[[LeftOver], object]
    not_saved: Callable[[LeftOver], str]
    warned: Callable[[LeftOver], str]
    called: Callable[[LeftOver], str]
    typed: Callable[[str, str], object]


class StartPage(QScrollArea):
    """Cases stand here by reference and time alone: whoever is in the room may read along."""

    def __init__(self, words: Words, doors: Doors, today: Callable[[], date]) -> None:
        super().__init__()
        self._words, self._doors, self._today = words, doors, today
        self._left: tuple[LeftOver, ...] = ()
        #: What tells cases of one reference apart, by their path.
        self._apart: dict[str, str] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        page = dressed(QWidget(), "desk")
        outer = bare(QVBoxLayout(page), 24, 32)
        outer.addStretch(2)
        middle = bare(QGridLayout(), 24)
        middle.addLayout(self._heading(), 0, 1, 1, 2)
        middle.addLayout(self._first_column(), 1, 1)
        self._middle, self._second = middle, QWidget()
        self._second.setLayout(self._second_column())
        middle.addWidget(self._second, 1, 2)
        middle.setColumnStretch(0, 1)
        middle.setColumnStretch(3, 1)
        outer.addLayout(middle)
        outer.addStretch(3)
        self.setWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what one goes on with below the form where there is no room beside it."""
        super().resizeEvent(event)
        place = (1, 2) if self.viewport().width() >= _BESIDE else (2, 1)
        at = self._middle.getItemPosition(self._middle.indexOf(self._second))
        if at[:2] != place:  # type: ignore[index]
            self._middle.removeWidget(self._second)
            self._middle.addWidget(self._second, *place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the key for undo to the window where nothing typed here can be taken back."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = isinstance(watched, QLineEdit) and watched.isUndoAvailable()
            if event.matches(QKeySequence.StandardKey.Undo) and not mine:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    # -- left: begin --------------------------------------------------------------------

    def _heading(self) -> QVBoxLayout:
        column = bare(QVBoxLayout(), 4)
        column.addWidget(label(self._words.say("Genogram"), "display"))
        column.addWidget(label(self._words.say("Draw a family, with the family."), "lead"))
        return column

    def _first_column(self) -> QVBoxLayout:
        column = bare(QVBoxLayout(), 16)
        self._recovery = bare(QVBoxLayout(), 8)
        column.addLayout(self._recovery)
        column.addWidget(self._new_card())
        column.addStretch(1)
        return column

    def _new_card(self) -> QWidget:
        say, card = self._words.say, dressed(QWidget(), "card")
        card.setFixedWidth(_FORM)
        column = bare(QVBoxLayout(card), 12, 24)
        column.addWidget(label(say("New genogram"), "title"))
        column.addWidget(
            label(
                say("Who is it about? Leave open what you don’t know: it shows as “?”."), "muted", wrap=True
            )
        )
        self.name = SideLine(lambda text: None, lambda: None)
        self.name.setPlaceholderText("?")
        self.born = SideLine(self._say_back, lambda: self._check(loud=True))
        self.born.setPlaceholderText("?")
        for line in (self.name, self.born):
            line.setProperty("look", "big")
            line.returnPressed.connect(self._start)
            line.installEventFilter(self)
            line.textChanged.connect(lambda _: self._doors.typed(self.name.text(), self.born.text()))
        self._born = Field(say("Date of birth, age, or when the baby is due"), self.born)
        column.addWidget(Field(say("Child’s name"), self.name))
        column.addWidget(self._born)
        self.start = button(say("Start drawing"), self._start, "primary")
        self.start.setMinimumHeight(28)
        column.addSpacing(4)
        column.addWidget(self.start)
        hint = say("Parents and grandparents are there, ready to fill in.")
        column.addWidget(label(hint, "hint", wrap=True))
        return card

    def write(self, name: str, born: str) -> None:
        """Have something written of the child, as if it were typed; nothing empties the form."""
        self.name.setText(name)
        self.born.setText(born)
        self._say_back(born)

    def _say_back(self, text: str) -> None:
        self._born.hint("")
        found = self._check(loud=False) if text.strip() else None
        self.born.say(life_said_back(self._words, found, self._today()) if found else "")

    def _check(self, *, loud: bool) -> LifeTold | None:
        """Read what was typed of the child's life; where it can't be read, say so, or wait."""
        try:
            return read_life(self.born.text(), self._today())
        except NotUnderstoodError as fault:
            if loud:
                self._born.hint(str(fault), wrong=True)
            return None

    def _start(self) -> None:
        life = self._check(loud=True)
        if life is not None:
            self._doors.new(read_name(self.name.text()), life)
            for line in (self.name, self.born):
                line.clear()
            self.born.say("")

    # -- right: go on -------------------------------------------------------------------

    def _second_column(self) -> QVBoxLayout:
        say, column = self._words.say, bare(QVBoxLayout(), 12)
        column.addWidget(
            self._tile(
                say("Open…"),
                say("A .genogram file, or one of another program"),
                "folder-open",
                self._doors.open,
            )
        )
        column.addWidget(
            self._tile(
                say("Practice family"),
                say("Made up, to try things on; yours stays as it is"),
                "graduation-cap",
                self._doors.practice,
            )
        )
        self._due = Section(say("Reviews due"), lambda path: self._doors.open_recent(Path(path)))
        self._recent = Section(say("Recent cases"), lambda path: self._doors.open_recent(Path(path)))
        column.addSpacing(4)
        for section in (self._due, self._recent):
            section.setFixedWidth(_SIDE)
            column.addWidget(section)
        column.addStretch(1)
        return column

    def _tile(self, says: str, hint: str, picture: str, act: Callable[[], object]) -> QPushButton:
        made = QPushButton()
        dressed(made, "tile")
        made.setFixedWidth(_SIDE)
        made.setAutoDefault(False)
        made.setAccessibleName(says)
        made.setAccessibleDescription(hint)
        made.clicked.connect(lambda: act())
        row = bare(QHBoxLayout(made), 14)
        row.setContentsMargins(16, 0, 16, 0)
        image = Picture(picture, QSize(24, 24), "accent")
        text = bare(QVBoxLayout(), 0)
        text.addStretch(1)
        text.addWidget(label(says, "strong"))
        text.addWidget(label(hint, "hint"))
        text.addStretch(1)
        row.addWidget(image)
        row.addLayout(text, 1)
        for each in made.findChildren(QWidget):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return made

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Show the cases that were open last, and those of them whose review is due, the earliest first."""
        self._apart = self._told_apart(recent)
        due = [(each.review_due, each) for each in recent if each.review_due is not None]
        soon = self._today() + _SOON
        rows = [self._due_row(day, each) for day, each in sorted(due, key=_first_due) if day <= soon]
        self._due.show_rows(rows)
        self._due.setVisible(bool(rows))
        opened = [self._row(each, self._moment(each.opened)) for each in recent]
        self._recent.show_rows(opened, self._words.say("none yet"))

    def _due_row(self, day: date, recent: Recent) -> Row:
        today = self._today()
        template = "overdue since {date}" if day < today else "due today" if day == today else "due {date}"
        said = self._words.say(template, date=self._words.short_day(day))
        return self._row(recent, said, strong=day <= today)

    def _row(self, recent: Recent, said: str, *, strong: bool = False) -> Row:
        told = " · ".join(filter(None, (said, self._apart.get(recent.path))))
        return Row(self._reference(recent), told, recent.path, strong=strong)

    def _told_apart(self, recent: Sequence[Recent]) -> dict[str, str]:
        """Say of cases of one reference when each was saved: a folder's name may be a family's.

        Those that were saved and opened in the same minute are numbered.
        """
        cases = Counter(each.reference for each in recent)
        alike = [each for each in recent if cases[each.reference] > 1]
        said = {each.path: self._saved(each) for each in alike}
        looks = [(each.reference, self._moment(each.opened), said[each.path]) for each in alike]
        for at, (each, look) in enumerate(zip(alike, looks, strict=True)):
            if looks.count(look) > 1:
                number = self._words.say("number {n}", n=looks[: at + 1].count(look))
                said[each.path] = " · ".join(filter(None, (look[-1], number)))
        return said

    def _saved(self, recent: Recent) -> str:
        when = written(recent)
        return self._words.say("saved {moment}", moment=self._moment(when)) if when is not None else ""

    def _reference(self, recent: Recent) -> str:
        return recent.reference or self._words.say("No reference")

    def _moment(self, when: datetime) -> str:
        day = self._words.say("today") if when.date() == self._today() else self._words.short_day(when.date())
        return f"{day}, {when:%H:%M}"

    # -- what a crash left ------------------------------------------------------------------

    def show_left_over(self, left: Sequence[LeftOver]) -> None:
        """Offer what wasn't saved when the program last stopped, by reference and time alone."""
        self._left = tuple(left)
        emptied(self._recovery)
        for each in left:
            self._recovery.addWidget(self._offer(each))

    def _offer(self, left: LeftOver) -> QWidget:
        say, card = self._words.say, dressed(QWidget(), "offer")
        card.setFixedWidth(_FORM)
        column = bare(QVBoxLayout(card), 8, 16)
        column.addWidget(label(say("Not saved when the program stopped"), "strong"))
        column.addWidget(label(self._doors.called(left), "muted"))
        if warning := self._doors.warned(left):
            column.addWidget(label(warning, "wrong", wrap=True))
        row = bare(QHBoxLayout(), 8)
        go_on = button(say("Go on with it"), lambda: self._doors.recover(left), "primary")
        row.addWidget(go_on)
        row.addWidget(button(say("Throw it away"), lambda: self._doors.forget(left)))
        changed = label("", "muted", wrap=True)
        changed.hide()
        ask = button(say("What changed?"), lambda: self._tell_changes(left, changed, ask, go_on), "quiet")
        row.addWidget(ask)
        row.addStretch(1)
        column.addWidget(changed)
        column.addLayout(row)
        return card

    def _tell_changes(self, left: LeftOver, changed: QLabel, ask: QPushButton, go_on: QPushButton) -> None:
        """Say it in numbers in place of the question; the keyboard goes where nothing is lost."""
        changed.setText(self._doors.not_saved(left))
        changed.show()
        if ask.hasFocus():
            go_on.setFocus(Qt.FocusReason.TabFocusReason)
        ask.hide()


def _first_due(row: tuple[date, Recent]) -> tuple[date, str]:
    return row[0], row[1].path
