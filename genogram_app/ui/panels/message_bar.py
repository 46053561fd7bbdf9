"""A sentence over the foot of the sheet, or wherever it hides nobody; with a way back where there is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from genogram_app.drawing.primitives import Box
from genogram_app.ui.canvas.free_place import box_at, covered
from genogram_app.ui.controls.lines import with_focus_in
from genogram_app.ui.controls.plain import bare, button, dressed, from_the_left, icon_button, label
from genogram_app.words import Words

#: How long a sentence stays, in milliseconds: time to read it twice.
_STAYS, _PER_LETTER = 4000, 60
_FOOT = 20


class MessageBar(QWidget):
    """Says one sentence at a time and goes away by itself."""

    def __init__(
        self,
        over: QWidget,
        words: Words,
        undo: Callable[[], object],
        clear_of: Callable[[], Sequence[Box]] = tuple,
    ) -> None:
        """Make it over something. clear_of: gives what it had better not cover, in pixels of that."""
        super().__init__(over)
        self._over, self._take_back, self._until_selected = over, undo, False
        self._stays = ""
        self._clear_of = clear_of
        dressed(self, "toast")
        self._row = row = bare(QHBoxLayout(self), 12)
        row.setContentsMargins(16, 8, 8, 8)
        self.sentence = label("", "guard", wrap=True)
        self.undo = button(words.say("Undo"), self._undo, "guard")
        row.addWidget(self.sentence, 1)
        row.addWidget(self.undo)
        row.addWidget(icon_button("x", words.say("Close"), self._close, tone="guard_muted"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._hide)
        over.installEventFilter(self)
        self.hide()

    def say(
        self, sentence: str, *, undoable: bool = False, until_selected: bool = False, stays: bool = False
    ) -> None:
        """Say a sentence; `undoable` offers the way back. Until somebody is selected, or until it is read.

        stays: until it is closed; what else is said meanwhile stands in its place for a while.
        """
        self._until_selected = until_selected
        if stays:
            self._stays = sentence
        if not sentence:
            self.hide()
            return
        self.sentence.setText(from_the_left(sentence))
        self.setAccessibleName(sentence)
        self.undo.setVisible(undoable)
        self._place()
        self.show()
        self.raise_()
        if sentence == self._stays:
            self._timer.stop()
        else:
            self._timer.start(_STAYS + _PER_LETTER * len(sentence))

    def forget(self) -> None:
        """Say nothing any more, nor keep what was said, but for what stays: it was for another reader."""
        self.hide()
        self.sentence.setText("")
        self.setAccessibleName("")
        self._hide()

    def selected(self) -> None:
        """Hear that somebody is selected: what was asked for is done, else they are kept in sight."""
        if self._until_selected:
            self._hide()
        self.step_aside()

    def step_aside(self) -> None:
        """Stand elsewhere if it covers now what it had better not."""
        here = self.geometry()
        if self.isVisible() and covered(
            box_at((here.x(), here.y()), here.size().toTuple()), self._clear_of()
        ):
            self._stand()

    def take_back(self, sentence: str) -> None:
        """Say it no longer, if it is what stands here."""
        if self.accessibleName() == sentence:
            self._hide()

    def _hide(self) -> None:
        """Go away, or say again what stays."""
        self.say(self._stays)

    def _close(self) -> None:
        if self.accessibleName() == self._stays:
            self._stays = ""
        self._hide()

    def _undo(self) -> None:
        if with_focus_in(self):
            self._over.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hide()
        self._take_back()

    def _place(self) -> None:
        room = self._over.width() - 48
        wide = self.sentence.fontMetrics().horizontalAdvance(self.sentence.text()) + (
            150 if self.undo.isVisibleTo(self) else 80
        )
        self.setFixedWidth(max(120, min(room, 720, wide)))
        self._row.activate()
        height = self._row.heightForWidth(self.width()) if self._row.hasHeightForWidth() else 0
        self.resize(self.width(), max(height, 44))
        self._stand()

    def _stand(self) -> None:
        """Stand at the foot in the middle, else in the corner or at the top where it hides least."""
        kept, size = self._clear_of(), self.size().toTuple()
        best = min(self._places(), key=lambda at: covered(box_at(at, size), kept))
        self.move(*best)

    def _places(self) -> Iterator[tuple[int, int]]:
        right, foot = (self._over.width() - self.width(), self._over.height() - self.height() - _FOOT)
        for down in (foot, _FOOT):
            yield from ((across, down) for across in (right // 2, _FOOT, right - _FOOT))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the foot of the sheet."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
