"""What a drag shows before it is let go: figures follow at once, lines as fast as they can be drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from time import perf_counter

from PySide6.QtCore import QPointF, QTimer

from genogram_app.drawing.primitives import Node, Point
from genogram_app.model.ids import Id
from genogram_app.ui.canvas.marks import Marks
from genogram_app.ui.canvas.reconcile import Board

Spots = Mapping[Id, Point]
#: Draws the lines and rings that change with some figures elsewhere.
Redraw = Callable[[Spots], tuple[Node, ...]]


class Preview:
    """Shows figures elsewhere on a page that stays where it is, until it is ended.

    Lines take no more than half of the time, so the hand is never kept waiting.
    """

    def __init__(self, board: Board, marks: Marks, scale: float, start: Spots, redraw: Redraw) -> None:
        self._board, self._marks, self._scale, self._redraw = board, marks, scale, redraw
        self._start = start
        self._wanted = start
        self._free_at = 0.0
        self._later = QTimer(singleShot=True)
        self._later.timeout.connect(self._draw_lines)

    def show(self, spots: Spots) -> None:
        """Show some figures elsewhere: themselves now, their lines now or in a moment."""
        self._wanted = spots
        self._shift()
        left = self._free_at - perf_counter()
        if left <= 0:
            self._draw_lines()
        else:
            self._later.start(round(left * 1000))

    def end(self) -> None:
        """Draw nothing more."""
        self._later.stop()

    def _shift(self) -> None:
        for key, (x, y) in self._wanted.items():
            start_x, start_y = self._start[key]
            by = QPointF(x - start_x, y - start_y) * self._scale
            for node in (f"person:{key}", f"agency:{key}"):
                if node in self._board.items:
                    self._board.items[node].setPos(by)
                    self._marks.shift((node,), by.x(), by.y())

    def _draw_lines(self) -> None:
        began = perf_counter()
        for node in self._redraw(self._wanted):
            self._board.touch(node)
        ended = perf_counter()
        self._free_at = ended + (ended - began)
