"""The everyday tool: select, and begin to drag or to draw a rubber band."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from genogram_app.ui.canvas.tools.band import Band
from genogram_app.ui.canvas.tools.move import Move
from genogram_app.ui.canvas.tools.tool import Tool, Touch


class Pointer(Tool):
    """A click selects what is under it; a drag moves a figure, or draws a band on empty paper."""

    _pressed: Touch | None = None
    _keep_others = False

    def press(self, touch: Touch) -> None:
        """Select at once, so that one sees what one is about to drag."""
        self._pressed = touch
        record = touch.record
        selected = self.canvas.selection
        self._keep_others = record in selected and not touch.adds
        if record is None:
            if not touch.adds:
                self.canvas.select(())
        elif touch.adds:
            rest = tuple(key for key in selected if key != record)
            self.canvas.select(rest if record in selected else (*selected, record))
        elif record not in selected:
            self.canvas.select((record,))

    def move(self, touch: Touch) -> None:
        """Begin to drag once the hand has really moved."""
        if self._pressed is None or not _far(touch.place, self._pressed.place):
            return
        pressed, self._pressed = self._pressed, None
        if pressed.on_figure and pressed.record in self.canvas.selection:
            self.canvas.take(Move(self.canvas, pressed), touch)
        elif pressed.node is None or not pressed.on_figure:
            self.canvas.take(Band(self.canvas, pressed), touch)

    def release(self, touch: Touch) -> None:
        """A click on one of many selects that one alone."""
        if self._pressed is not None and self._keep_others and self._pressed.record:
            self.canvas.select((self._pressed.record,))
        if self._pressed is not None and self._pressed.node is None:
            self.canvas.tell_furniture(touch.point)
        self._pressed = None

    def cancel(self) -> None:
        """Forget the press; with none, select nothing."""
        if self._pressed is None:
            self.canvas.select(())
        self._pressed = None


def _far(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() >= QApplication.startDragDistance()
