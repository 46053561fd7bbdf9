"""What is typed and not entered yet: put by as its view is left, and written or asked about before saving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from genogram_app.store.half_typed import NOTHING, Draft, HalfTyped
from genogram_app.studio.viewing import Viewing
from genogram_app.ui.canvas.half_typed import go_on, half_typed
from genogram_app.ui.canvas.view import Canvas
from genogram_app.ui.controls.lines import come_out_of_field
from genogram_app.ui.desk import Desk
from genogram_app.ui.drafts import WORKER, part_of

_NO_DATE = "This date isn’t understood: mend it, or empty its field."
_TOO_LONG = "This name has no room: shorten it, or empty its field."
_LINE_LEFT = "The line of words isn’t done: answer it, or Escape drops it."
_LINE_THERE = "A line of words isn’t done in the family’s view: F6 goes back to it."


class PutBy:
    """Gives what is typed and not entered for recovery, and opens what came back once its view is there.

    write_in: puts the keyboard on a field of what is selected, in the panel beside the sheet.
    """

    def __init__(self, desk: Desk, canvas: Canvas, write_in: Callable[[str], QWidget | None]) -> None:
        self._desk, self._canvas, self._write_in = desk, canvas, write_in
        self._came_back: list[HalfTyped] = []
        self._to_open: tuple[Draft, ...] = ()
        self._put_by_before_looking()
        desk.changed.connect(self._open)

    def half_typed(self) -> HalfTyped:
        """Give what is typed and not entered; what came back and waits for its view, too."""
        half, *others = [*filter(None, (half_typed(self._canvas), *self._came_back))] or [NOTHING]
        return replace(half, drafts=self._desk.drafts.all, others=tuple(others))

    def go_on_with(self, half: HalfTyped) -> None:
        """Open what was half typed before a crash: in the view in which it was typed, once that is there."""
        self._desk.drafts.bring_back(half.drafts)
        self._came_back = [replace(half, drafts=(), others=()), *half.others]
        self._to_open = half.drafts
        self._open()

    def written_down(self) -> bool:
        """Put what is half typed on the sheet; say so, and False, where something can't be yet."""
        floats = self._canvas.floats
        if floats.naming and not floats.finish_naming():
            return False
        self._leave_field()
        if self._asks_to_mend():
            return False
        if floats.finish_words():
            return True
        self._desk.said.emit(self._desk.words.say(_LINE_LEFT), False)
        self._canvas.start_telling()
        return False

    def all_on_sheet(self) -> bool:
        """Put what is half typed on the sheet before a copy is made; say so, and False, where it can't be.

        For the case file copy that is also the line which waits in the family's view; not the other way
        round: that the worker has begun something is nothing for the family.
        """
        if not self.written_down():
            return False
        waits = any(half.words.strip() and not half.by_worker for half in self._came_back)
        if waits and self._desk.by_worker:
            self._desk.said.emit(self._desk.words.say(_LINE_THERE), False)
            return False
        return True

    def _leave_field(self) -> None:
        """Have the field written in which somebody types: it is when it is left."""
        typed_in = QApplication.focusWidget()
        if isinstance(typed_in, QLineEdit | QPlainTextEdit) and self._canvas.window().isAncestorOf(typed_in):
            typed_in.clearFocus()
            if typed_in.isVisible():
                typed_in.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asks_to_mend(self) -> bool:
        """Lead to what can't be written, if such stands on a page of this view; say whether so."""
        desk = self._desk
        draft = next(iter(desk.drafts.unread(by_worker=desk.by_worker)), None)
        if draft is None:
            return False
        self._open_page(draft)
        why = _TOO_LONG if part_of(draft) == "name" else _NO_DATE
        desk.said.emit(desk.words.say(why), False)
        return True

    # -- from view to view ---------------------------------------------------------------------------

    def _put_by_before_looking(self) -> None:
        """Have what is half typed put by for its view before that is left for another."""
        session = self._canvas.session
        look = session.before_look

        def before(viewing: Viewing) -> None:
            turns = viewing.by_worker != session.viewing.by_worker
            if turns:
                come_out_of_field()
            else:
                self._canvas.floats.names.leave()
            look(viewing)
            half = half_typed(self._canvas)
            if turns and half:
                self._came_back.append(half)

        session.before_look = before

    def _open(self) -> None:
        """Open what was typed in this view and isn't entered, once it is there."""
        self._open_draft()
        here = [each for each in self._came_back if each.by_worker == self._desk.by_worker]
        self._came_back = [each for each in self._came_back if each not in here]
        for half in filter(None, here):
            go_on(self._canvas, half)

    def _open_draft(self) -> None:
        """Show the page on which somebody was writing last, once it is there in this view."""
        here = [each for each in self._to_open if each.by_worker == self._desk.by_worker]
        if here:
            self._to_open = tuple(each for each in self._to_open if each not in here)
            self._open_page(here[-1])

    def _open_page(self, draft: Draft) -> None:
        """Show where a draft was written: the dialog for the worker's own details waits for the window."""
        if draft.field.startswith(WORKER):
            QTimer.singleShot(0, self._desk, self._desk.profile.emit)
            return
        self._desk.select([draft.record] if draft.record in self._desk.seen.family else [])
        self._write_in(part_of(draft))
