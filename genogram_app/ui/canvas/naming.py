"""Writing on the sheet: name, age or date of birth, gender, where the person stands."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from genogram_app.catalog.cards import PersonCard
from genogram_app.catalog.load import Catalog
from genogram_app.edit.text import LifeTold, read_life, read_name
from genogram_app.errors import UserError
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import DateField, Person
from genogram_app.picture.pen import Pen
from genogram_app.studio.session import Session
from genogram_app.ui.canvas.previews import SYMBOL, symbol_icon
from genogram_app.ui.controls.lines import with_focus_in
from genogram_app.ui.said_back import life_said_back
from genogram_app.ui.whom import looking, who_is_new
from genogram_app.words import Words, facts

#: Writes fields of whoever is named; gives what went wrong, or nothing.
Write = Callable[[dict[str, Any]], str]


_DONE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


#: How wide the field for a name is, in pixels: at least, at most for a long one, and what is round it.
_NARROW, _WIDE, _ROUND = 132, 320, 24


class NameEditor(QFrame):
    """Name, Tab, age or date, Tab, gender; Enter is done, Escape leaves what wasn't written."""

    done = Signal(bool)
    #: The keyboard went to another part of the window.
    left = Signal()
    #: What is half typed here is something else, or nothing any more.
    typed = Signal()

    def __init__(self, parent: QWidget, pen: Pen, catalog: Catalog, write: Write) -> None:
        super().__init__(parent)
        self._pen, self._words, self._write = pen, pen.words, write
        self._session: Session | None = None
        self._who: Id = ""
        self._before: dict[QLineEdit, str] = {}
        self._open = self._unborn = False
        self._died: DateField | None = None
        self._gender_before = ""
        self.setObjectName("floating")
        say = self._words.say
        self.setAccessibleName(say("Name, age and gender"))
        self.name = self._field(say("Name"), say("Name, or ?"), _NARROW)
        self.name.textChanged.connect(self._widen)
        self.born = self._field(say("Age or date of birth"), say("Age or date"), 100)
        self._genders = [self._gender(card) for card in _genders(catalog)]
        self._whom = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._whom.setObjectName("heading")
        self._note = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._note.setObjectName("quiet")
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.born.textEdited.connect(self._say_back)
        self.done.connect(self.typed)
        for field in (self.name, self.born):
            field.textChanged.connect(self.typed)
        self.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        genders = QHBoxLayout()
        for widget in (self.name, self.born):
            row.addWidget(widget)
        for _, button in self._genders:
            genders.addWidget(button)
        genders.addStretch(1)
        for each in (row, genders, self._rows):
            each.setSpacing(4)
        self._rows.addLayout(row)
        self._rows.addLayout(genders)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(4)
        column.addWidget(self._whom)
        column.addLayout(self._rows)
        column.addWidget(self._note)

    def in_rows(self, rows: int) -> tuple[int, int]:
        """Stand in one row or in two; gives the size, in pixels."""
        ways = {1: QBoxLayout.Direction.LeftToRight, 2: QBoxLayout.Direction.TopToBottom}
        if self._rows.direction() != ways[rows]:
            self._rows.setDirection(ways[rows])
            self._column.invalidate()
        self.adjustSize()
        return self.width(), self.height()

    def _widen(self, text: str) -> None:
        """Be as wide as the name needs, and stay on the sheet."""
        needed = self.name.fontMetrics().horizontalAdvance(text) + _ROUND
        width = min(max(needed, _NARROW), _WIDE)
        if width == self.name.width():
            return
        self.name.setFixedWidth(width)
        self.adjustSize()
        sheet = self.parentWidget()
        if sheet is not None:
            self.move(max(0, min(self.x(), sheet.width() - self.width())), self.y())

    def _field(self, name: str, hint: str, width: int) -> QLineEdit:
        field = QLineEdit(placeholderText=hint)
        field.setAccessibleName(name)
        field.setFixedWidth(width)
        field.setFixedHeight(32)
        field.installEventFilter(self)
        return field

    def _gender(self, card: PersonCard) -> tuple[str, QToolButton]:
        label = self._words.say(card.label)
        button = QToolButton()
        button.setIcon(symbol_icon(self._pen, card))
        button.setIconSize(SYMBOL)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFixedSize(32, 32)
        button.setAccessibleName(label)
        button.setToolTip(label)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._keep_gender)
        button.installEventFilter(self)
        return card.id, button

    # -- opening and closing ------------------------------------------------------------

    def begin(self, session: Session, person: Person, name: str = "", born: str = "") -> None:
        """Open for somebody, with the caret in the name. name, born: what was typed and isn't written."""
        self._open = False
        self._session, self._who, self._unborn = session, person.id, person.unborn
        self._died = person.died if person.dead else None
        self._show_whom(person)
        self.name.setText(person.name if isinstance(person.name, str) else "")
        self.born.setText(_typed(self._words, person.born))
        self._before = {field: field.text() for field in (self.name, self.born)}
        self.name.setText(name or self.name.text())
        self.born.setText(born or self.born.text())
        for card, button in self._genders:
            button.setChecked(card == person.gender)
        if not any(card == person.gender for card, _ in self._genders):
            self._check_unknown()
        self._gender_before = self._gender_now
        self._say_back(self.born.text())
        self.show()
        self.raise_()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()
        self._open = True

    def _show_whom(self, person: Person) -> None:
        """Say above the fields who is named here, where nobody has a name for them yet."""
        assert self._session is not None
        self._whom.setText("" if person.named else who_is_new(looking(self._session, self._words), person))
        self._whom.setVisible(bool(self._whom.text()))

    def _check_unknown(self) -> None:
        self._genders[-1][1].setChecked(True)

    def finish(self) -> bool:
        """Write what was typed and close; stay open, and say why, where it can't be read."""
        if not self._open:
            return True
        if not self._keep(self.name) or not self._keep(self.born):
            return False
        self._keep_gender()
        self._close(True)
        return True

    def drop(self) -> None:
        """Close, and leave what wasn't written yet."""
        if self._open:
            self._close(False)

    def _close(self, kept: bool) -> None:
        self._open = False
        self.hide()
        self._empty()
        self.done.emit(kept)

    def _empty(self) -> None:
        """Leave nothing in it, nor for undoing, unseen though it is: the next view may be another’s."""
        for said in (self.name, self.born, self._whom, self._note):
            said.setText("")

    @property
    def open(self) -> bool:
        """Say whether somebody is being named."""
        return self._open

    @property
    def half_typed(self) -> tuple[Id, str, str]:
        """Give whose name, and age or date, stand here and aren't written yet; nobody's where all is."""
        fields = (self.name, self.born)
        if not self._open or all(field.text() == self._before[field] for field in fields):
            return "", "", ""
        return self._who, self.name.text(), self.born.text()

    @property
    def unread(self) -> tuple[str, str]:
        """Give what stands for name, and for age or date, and isn't written; nothing where all is."""
        typed = [
            field.text() if field.text() != self._before[field] else "" for field in (self.name, self.born)
        ]
        return typed[0], typed[1]

    @property
    def whom(self) -> str:
        """Give what is said above the fields."""
        return self._whom.text()

    @property
    def note(self) -> str:
        """Give what is said under the fields."""
        return self._note.text()

    # -- what is typed ------------------------------------------------------------------

    def _keep(self, field: QLineEdit) -> bool:
        """Write a field if it was changed; say whether all is well."""
        typed = field.text()
        if typed == self._before.get(field):
            return True
        try:
            wrong = self._write(self._read(field, typed))
        except UserError as error:
            wrong = str(error)
        if wrong:
            self._tell(wrong)
            field.setFocus()
            return False
        self._before[field] = typed
        return True

    @property
    def _gender_now(self) -> str:
        return next((card for card, button in self._genders if button.isChecked()), "")

    def _keep_gender(self) -> None:
        """Write the gender if it was changed: once, however many the arrow keys went past."""
        if self._gender_now != self._gender_before:
            self._gender_before = self._gender_now
            self._write({"gender": self._gender_now})

    def _read(self, field: QLineEdit, typed: str) -> dict[str, Any]:
        if field is self.name:
            return {"name": read_name(typed)}
        return self._life(typed).fields()

    def _life(self, typed: str) -> LifeTold:
        assert self._session is not None
        return read_life(typed, self._session.stamp.today, unborn=self._unborn, died=self._died)

    def _say_back(self, typed: str) -> None:
        """Say in words how a date is understood."""
        said = ""
        if typed.strip() and self._session is not None:
            with contextlib.suppress(UserError):  # half a date is none yet
                said = life_said_back(self._words, self._life(typed), self._session.stamp.today)
        self._tell(said)

    def _tell(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.adjustSize()

    # -- keys ------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter finish, Escape leave, Tab go from field to field and arrow keys from gender to gender."""
        if not isinstance(watched, QLineEdit) and isinstance(event, QKeyEvent) and event.text().strip():
            # A letter means nothing on a gender; least of all a command for whom is being named.
            event.accept()
            return True
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._look_who_has_it)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in _STEPS and not isinstance(watched, QLineEdit):
                return self._go_along(_STEPS[Qt.Key(key)])
            if key in _DONE:
                self.finish()
                return True
            if key == Qt.Key.Key_Escape:
                self.drop()
                return True
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                return self._tab(watched, back=key == Qt.Key.Key_Backtab)
        return super().eventFilter(watched, event)

    def _look_who_has_it(self) -> None:
        """Notice that the keyboard is in another part of the window, as in the list; not on the sheet."""
        has_it = QApplication.focusWidget()
        if not self._open or has_it is None or has_it.window() is not self.window():
            return
        sheet = self.parentWidget()
        if sheet is not None and not with_focus_in(sheet):
            self.left.emit()

    def _go_along(self, step: int) -> bool:
        at = next((number for number, (_, button) in enumerate(self._genders) if button.isChecked()), 0)
        button = self._genders[(at + step) % len(self._genders)][1]
        button.setChecked(True)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _tab(self, watched: QObject, *, back: bool) -> bool:
        chosen = next((button for _, button in self._genders if button.isChecked()), self._genders[0][1])
        stops: list[QWidget] = [self.name, self.born, chosen]
        at = next((number for number, stop in enumerate(stops) if stop is watched), len(stops) - 1)
        if isinstance(watched, QLineEdit) and not self._keep(watched):
            return True
        to = at + (-1 if back else 1)
        if to >= len(stops):
            self.finish()
        else:
            stops[max(to, 0)].setFocus(Qt.FocusReason.TabFocusReason)
            if isinstance(stops[max(to, 0)], QLineEdit):
                stops[max(to, 0)].selectAll()  # type: ignore[attr-defined]
        return True


def _genders(catalog: Catalog) -> list[PersonCard]:
    """Give the symbols that somebody can be drawn with, the one for not known last.

    A pet's isn't one key away from a child's: it is on the page of the person.
    """
    cards = [card for card in catalog.people.values() if not card.life and card.known and not card.animal]
    return sorted(cards, key=lambda card: card.default)


def _typed(words: Words, when: DateField) -> str:
    """Give a date as one might have typed it; nothing where there is none."""
    return facts.vague_date(words, when.edtf) if isinstance(when, When) else ""
