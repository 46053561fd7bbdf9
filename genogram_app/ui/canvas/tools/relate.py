"""Drawing a relationship: from somebody to somebody, a service or a household."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from genogram_app.drawing.primitives import Node
from genogram_app.model.ids import Id
from genogram_app.ui.canvas.hits import FIGURES, id_of
from genogram_app.ui.canvas.tools.tool import Tool, Touch

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas

_ENDS = FIGURES | {"ring"}


class Relate(Tool):
    """Draws a line after the hand; let go, or clicked, on somebody, the palette opens there.

    The arrow keys choose the other end as well, and Enter opens the palette.
    """

    def __init__(self, canvas: Canvas, start: Id) -> None:
        super().__init__(canvas)
        self.start = start
        self.target: Id | None = None
        self._from = canvas.middle_of(start)
        self._first: QPointF | None = None
        canvas.viewport().setCursor(Qt.CursorShape.CrossCursor)
        canvas.setFocus()  # the keys that go on are those of the sheet
        canvas.tell(canvas.words.say("Choose the other one: click, or arrow keys and Enter. Escape stops."))

    def move(self, touch: Touch) -> None:
        """Let the line follow, and show whom it would reach."""
        self._first = self._first or touch.place
        node = touch.node if touch.node and touch.node.role in _ENDS and touch.record != self.start else None
        self._aim(node)
        self.canvas.marks.line(self._from, touch.point)

    def press(self, touch: Touch) -> None:
        """Nothing yet: it counts when it is let go."""

    def release(self, touch: Touch) -> None:
        """Ask which line it is, if this is somebody; a drag into nothing ends it."""
        self.move(touch)
        if self.target is not None:
            self._ask(touch.place)
        elif self._first is not None and _far(touch.place, self._first):
            self.cancel()

    def aim(self, key: Id) -> None:
        """Aim at somebody by the keyboard."""
        node = self.canvas.node_of(key)
        self._aim(node if key != self.start else None)
        self.canvas.marks.line(self._from, self.canvas.middle_of(key))

    def confirm(self) -> None:
        """Open the palette for whom the keyboard aims at."""
        if self.target is not None:
            self._ask(self.canvas.camera.from_page(self.canvas.middle_of(self.target)))

    def cancel(self) -> None:
        """Draw nothing."""
        self._clear()
        self.canvas.put_down()

    def _aim(self, node: Node | None) -> None:
        self.target = id_of(node.key) if node else None
        self.canvas.marks.target(node)

    def _ask(self, place: QPointF) -> None:
        start, target = self.start, self.target
        self._clear()
        self.canvas.put_down()
        assert target is not None
        self.canvas.ask_line(start, target, place)

    def _clear(self) -> None:
        self.canvas.marks.line(None)
        self.canvas.marks.target(None)
        self.canvas.viewport().unsetCursor()
        self.canvas.tell("")


def _far(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() > 3 * QApplication.startDragDistance()
