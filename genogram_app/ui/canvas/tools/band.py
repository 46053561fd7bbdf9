"""The rubber band: everybody inside it is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from genogram_app.ui.canvas.hits import inside
from genogram_app.ui.canvas.tools.tool import Tool, Touch

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas


class Band(Tool):
    """Drawn from where the press was; with Shift or Ctrl it adds to what is selected."""

    def __init__(self, canvas: Canvas, start: Touch) -> None:
        super().__init__(canvas)
        self._start = start
        self._before = canvas.selection if start.adds else ()
        self._restore = canvas.selection

    def move(self, touch: Touch) -> None:
        """Stretch the band and select who is inside."""
        area = QRectF(self._start.point, touch.point).normalized()
        self.canvas.marks.band(area)
        found = inside(self.canvas.board.nodes, area)
        self.canvas.select(tuple(dict.fromkeys((*self._before, *found))))

    def release(self, touch: Touch) -> None:
        """Leave the band; the selection stays."""
        self.canvas.marks.band(None)
        self.canvas.put_down()

    def cancel(self) -> None:
        """Select what was selected before."""
        self.canvas.marks.band(None)
        self.canvas.select(self._restore)
        self.canvas.put_down()
