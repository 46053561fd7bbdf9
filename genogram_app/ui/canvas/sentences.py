"""The second step of the palette: the sentence that is true, who says so, and where it stands."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from genogram_app.catalog.cards import LineCard
from genogram_app.model.base import Standing, Teller
from genogram_app.model.ties import Direction
from genogram_app.ui.canvas.choices import Ends, Picked, Way, plainly, ways
from genogram_app.ui.canvas.toggles import Toggles
from genogram_app.ui.controls.broken import in_lines
from genogram_app.ui.controls.order import put_in_order
from genogram_app.ui.controls.plain import bare, dressed
from genogram_app.ui.controls.scrolled import scrolled
from genogram_app.words import Words

_EDGE = 16
#: Room for the scroll bar at the right.
_BAR = 12
#: What stands beside a sentence's words: the edges, the scroll bar, the button's own border and padding.
_ROUND_WORDS = 2 * _EDGE + _BAR + 32


class Sentences(QWidget):
    """Nothing is drawn until a sentence is picked; for a line of harm, until it is confirmed."""

    picked = Signal(object)
    back = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._card: LineCard | None = None
        self._group = QButtonGroup(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(words.say("Which is true?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 12, _EDGE, 12)
        column.setSpacing(6)
        self._heading = QLabel(words.say("Which is true?"))
        self._heading.setStyleSheet("font-weight: 600")
        column.addWidget(self._heading)
        column.addWidget(self._questions())
        column.addLayout(self._ending())
        column.addStretch(1)

    def _questions(self) -> QWidget:
        """Make what is scrolled where the screen is low; what ends it always stays in sight."""
        self._asked = dressed(QWidget(), "panel")
        column = bare(QVBoxLayout(self._asked), 6)
        self._sentences = bare(QVBoxLayout(), 6)
        column.addLayout(self._sentences)
        column.addWidget(self._sources())
        self._scrolls = scrolled(self._asked)
        return self._scrolls

    def _sources(self) -> QWidget:
        say = self._words.say
        self._about = QWidget()
        column = QVBoxLayout(self._about)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        self._teller = Toggles(_tellers(self._words), say("Who says so"), 4)
        standings = [(standing, say(standing.value)) for standing in Standing]
        self._standing = Toggles(standings, say("Where it stands"), 3)
        column.addWidget(_heading(say("Who says so")))
        column.addWidget(self._teller)
        column.addWidget(_heading(say("Where it stands")))
        column.addWidget(self._standing)
        note = QLabel(say("Left open, the line says “source ?”."))
        note.setObjectName("quiet")
        column.addWidget(note)
        return self._about

    def _ending(self) -> QLayout:
        row = QHBoxLayout()
        back = QPushButton(self._words.say("Back"))
        back.clicked.connect(self.back)
        self._draw = QPushButton(self._words.say("Draw it"))
        self._draw.setObjectName("primary")
        self._draw.setDefault(True)
        self._draw.clicked.connect(self._finish)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self._draw)
        return row

    def ask(self, card: LineCard, ends: Ends, width: int, height: int) -> None:
        """Ask which way a line goes; of harm also who says so and where it stands. Nothing is preset.

        width, height: the most that there is room for, in pixels.
        """
        self._card = card
        self._teller.clear()
        self._standing.clear()
        self._about.setVisible(card.harm)
        self._draw.setVisible(card.harm)
        self._draw.setEnabled(False)
        only = Way(plainly(card, ends, self._words), Direction.UNSET)
        self._show(ways(card, ends, self._words) or (only,), width)
        self._fit(height)

    def _fit(self, height: int) -> None:
        """Show all that is asked, or as much as there is room for; the rest is scrolled to."""
        self._scrolls.setFixedHeight(0)
        wanted, others = self._asked.sizeHint(), self.sizeHint().height()
        self._scrolls.setFixedHeight(min(wanted.height(), height - others))
        self._scrolls.setMinimumWidth(wanted.width() + _BAR)
        self._scrolls.verticalScrollBar().setValue(0)

    def begin(self) -> None:
        """Take the keyboard, on none of the sentences: not even Enter picks one that nobody went to."""
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the sentences with the arrow keys, the first of which leads to the first."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        buttons = self._group.buttons()
        here = next((number for number, each in enumerate(buttons) if each.hasFocus()), None)
        if not step or not buttons:
            super().keyPressEvent(event)
        elif here is None:
            buttons[0 if step > 0 else -1].setFocus(Qt.FocusReason.TabFocusReason)
        elif 0 <= here + step < len(buttons):
            buttons[here + step].setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self, found: tuple[Way, ...], width: int) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._sentences.removeWidget(button)
            button.hide()
            button.deleteLater()
        for way in found:
            button = QPushButton(self._asked)
            button.setStyleSheet("text-align: left")
            button.ensurePolished()  # in a family's view its letters are larger
            words = in_lines(way.says, button.fontMetrics(), width - _ROUND_WORDS)
            button.setText(words.replace("&", "&&"))
            button.setCheckable(True)
            button.setAccessibleName(way.says)
            button.setMinimumHeight(max(36, button.sizeHint().height()))
            button.setProperty("direction", way.direction.value)
            button.clicked.connect(self._answered)
            button.setAutoDefault(True)
            self._group.addButton(button)
            self._sentences.addWidget(button)
        put_in_order(self)

    def _answered(self) -> None:
        assert self._card is not None
        self._draw.setEnabled(True)
        if not self._card.harm:
            self._finish()

    def _finish(self) -> None:
        chosen = self._group.checkedButton()
        if chosen is None or self._card is None:
            return
        direction = Direction(chosen.property("direction"))
        teller, standing = (
            cast(Teller | None, self._teller.value),
            cast(Standing | None, self._standing.value),
        )
        self.picked.emit(Picked(self._card, direction, teller, standing))


def _tellers(words: Words) -> list[tuple[object, str]]:
    return [
        (Teller.CHILD, words.say("a child")),
        (Teller.ADULT, words.say("an adult")),
        (Teller.AGENCY, words.say("a service")),
        (Teller.WORKER, words.say("worker’s view")),
    ]


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("heading")
    return label
