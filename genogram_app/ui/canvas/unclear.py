"""What of a line of words isn't understood: why, with what would make it clear one click beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from genogram_app.edit.spoken.left import Left
from genogram_app.ui.controls.plain import button, emptied, from_the_left
from genogram_app.words import Words

#: So many pieces are said at first, one by one; the others at a click.
_MOST = 3
_GAP = 6


class Unclear(QScrollArea):
    """Says one piece a row; where there is no room for all of them they are scrolled to, none is cut."""

    #: An answer was chosen: the piece, and the words.
    chosen = Signal(object, str)
    #: It needs more room, or less.
    grew = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._shown: tuple[Left, ...] = ()
        self._whole = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = _part()
        self._rows = QVBoxLayout(inner)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(_GAP)
        self.setWidget(inner)
        self.hide()

    @property
    def any(self) -> bool:
        """Say whether anything is asked."""
        return bool(self._shown)

    def show_all(self, left: Sequence[Left]) -> None:
        """Show what is left; what is shown already stays: a hand may be on its way to an answer."""
        if tuple(left) == self._shown:
            return
        self._shown = tuple(left)
        self._whole = self._whole and bool(left)
        self._fill()

    def leave_out(self, height: int, width: int) -> None:
        """Take so much less room than all rows need in a width, in pixels: one row at least."""
        first = self._rows.itemAt(0)
        row = first.widget() if first is not None else None
        least = row.sizeHint().height() if row is not None else 0
        self.setFixedHeight(max(least, self._rows.heightForWidth(width) - height) if self.any else 0)

    def _fill(self) -> None:
        emptied(self._rows)
        most = len(self._shown) if self._whole else _MOST
        rows = [self._row(each) for each in self._shown[:most]]
        if (more := len(self._shown) - most) > 0:
            rows.append(self._more(more))
        for row in rows:
            self._rows.addWidget(row)
            row.show()  # else it would have no room yet
        self.setVisible(self.any)

    def _more(self, number: int) -> QWidget:
        row = _part()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(button(self._words.count("and {n} more", "and {n} more", number), self._open))
        line.addStretch(1)
        return row

    def _open(self) -> None:
        """Show the others, too, until nothing is asked any more; the keyboard goes to the first of them."""
        self._whole = True
        self._fill()
        self.grew.emit()
        first = self._rows.itemAt(_MOST)
        row = first.widget() if first is not None else None
        answer = row.findChild(QPushButton) if row is not None else None
        if answer is not None:
            answer.setFocus(Qt.FocusReason.TabFocusReason)

    def _row(self, left: Left) -> QWidget:
        row = _part()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        why = self._words.sentence(left.why)
        said = self._words.say("“{words}”: {why}", words=left.text, why=why)
        label = QLabel(from_the_left(said), textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        label.setObjectName("quiet")
        line.addWidget(label, 1)
        for option in left.options:
            choice = QPushButton(option)
            choice.setAutoDefault(False)
            choice.clicked.connect(partial(self._choose, left, option))
            line.addWidget(choice)
        return row

    def _choose(self, left: Left, option: str, _checked: bool = False) -> None:
        self.chosen.emit(left, option)


def _part() -> QWidget:
    """Make a part of what floats: letters here are words, too."""
    made = QWidget()
    made.setObjectName("floating")
    return made
