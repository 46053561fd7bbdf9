"""What a step moved glides to its new place, so that the eye can follow: Tidy, undo, whoever makes room."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEasingCurve, QPointF, QVariantAnimation
from PySide6.QtWidgets import QStyle, QWidget

from genogram_app.drawing.primitives import Point
from genogram_app.ui.canvas.hits import FIGURES
from genogram_app.ui.canvas.marks import Marks
from genogram_app.ui.canvas.reconcile import Board

#: How long a flight takes, in milliseconds, and the shortest way that is worth one, in points.
LASTS, WORTH = 260, 4.0


class Flight:
    """Lets figures glide from where they were seen; lines that are new come up meanwhile.

    Where the desktop wants no movement, everything is at its place at once.
    """

    def __init__(self, view: QWidget, board: Board, marks: Marks) -> None:
        self._view, self._board, self._marks = view, board, marks
        self._ways: Mapping[str, QPointF] = {}
        self._lines: tuple[str, ...] = ()
        self._glide: QVariantAnimation | None = None

    def start(self, ways: Mapping[str, Point]) -> None:
        """Let figures come from elsewhere: by node, how far off its place each was seen, in points."""
        self.land()
        far = {key: QPointF(x, y) for key, (x, y) in ways.items() if abs(x) + abs(y) > WORTH}
        lasts = self._view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._view)
        if not far or lasts <= 0 or not self._view.isVisible():
            return
        self._ways = far
        self._lines = tuple(
            key for key in self._board.changed if self._board.items[key].node.role not in FIGURES
        )
        glide = QVariantAnimation(self._view, startValue=0.0, endValue=1.0, duration=LASTS)
        glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide = glide
        glide.valueChanged.connect(self._show)
        glide.finished.connect(self.land)
        self._put(0.0)
        glide.start()

    def land(self) -> None:
        """Put everything at its place now."""
        if self._glide is None:
            return
        glide, self._glide = self._glide, None
        glide.stop()
        glide.deleteLater()
        self._put(1.0)

    def _show(self, share: float) -> None:
        if self._glide is not None:
            self._put(share)

    def _put(self, share: float) -> None:
        for key, way in self._ways.items():
            if key in self._board.items:
                left = way * (1.0 - share)
                self._board.items[key].setPos(left)
                self._marks.shift((key,), left.x(), left.y())
        for key in self._lines:
            if key in self._board.items:
                self._board.items[key].setOpacity(share * self._board.strength(key))
