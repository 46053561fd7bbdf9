"""What a drag shows before it is let go: figures follow at once, lines as fast as they can be drawn."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
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

    Lines take no more than half of the time and are drawn part by part, the one that
    waited longest first, so the hand is never kept waiting.
    """

    def __init__(
        self, board: Board, marks: Marks, scale: float, start: Spots, redraws: Iterable[Redraw]
    ) -> None:
        self._board, self._marks, self._scale = board, marks, scale
        self._parts = deque(redraws)
        self._stale = 0
        self._start = start
        self._wanted = start
        self._free_at = 0.0
        self._later = QTimer(singleShot=True)
        self._later.timeout.connect(self._draw_lines)

    def show(self, spots: Spots) -> None:
        """Show some figures elsewhere: themselves now, their lines now or in a moment."""
        self._wanted = spots
        self._stale = len(self._parts)
        self._shift()
        if self._free_at <= perf_counter():
            self._draw_lines()
        else:
            self._wait()

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
        """Draw the lines of one part; the others in a moment."""
        began = perf_counter()
        for node in self._parts[0](self._wanted):
            self._board.touch(node)
        self._parts.rotate(-1)
        self._stale -= 1
        ended = perf_counter()
        self._free_at = ended + (ended - began)
        if self._stale:
            self._wait()

    def _wait(self) -> None:
        self._later.start(max(0, round((self._free_at - perf_counter()) * 1000)))
