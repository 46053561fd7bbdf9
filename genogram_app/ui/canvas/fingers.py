"""Fingers on the sheet: one taps, drags, or rests for the menu; two pan and zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QMouseEvent, QPointingDevice, QTouchEvent

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas

#: How long a finger rests until the menu opens, in milliseconds; how little it moves meanwhile, in pixels.
LONG, STILL = 600, 12.0
_PRESSES = QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick


class Fingers(QObject):
    """Watches what touches a canvas. What one finger does reaches the tools as the mouse's doing, by Qt."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        #: Whether the last to touch the sheet was a finger.
        self.touching = False
        self._over = False
        self._place = QPointF()
        self._timer = QTimer(self, singleShot=True, interval=LONG)
        self._timer.timeout.connect(self._rest)
        canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of fingers; keep from the tools what a gesture does that is no longer theirs."""
        if isinstance(event, QTouchEvent):
            if event.pointCount() > 1 and not self._over:
                self._end()
        elif isinstance(event, QMouseEvent):
            if event.type() in _PRESSES:
                self._press(event)
            return self._go_on(event)
        return False

    def _press(self, event: QMouseEvent) -> None:
        finger = event.pointerType() == QPointingDevice.PointerType.Finger
        self._over, self._place = False, event.position()
        if finger:
            self._timer.start()
        if finger != self.touching:
            self.touching = finger
            self._canvas.floats.handles.suit(finger=finger)

    def _go_on(self, event: QMouseEvent) -> bool:
        """Say whether the tools mustn't hear of it."""
        moved = (event.position() - self._place).manhattanLength() > STILL
        if moved or event.type() == QEvent.Type.MouseButtonRelease:
            self._timer.stop()
        return self._over

    def _end(self) -> None:
        """The first finger's gesture is over: what it began is as before."""
        self._over = True
        self._timer.stop()
        self._canvas.tool.cancel()

    def _rest(self) -> None:
        """Open the menu of what the finger rests on."""
        chosen = self._canvas.selection
        self._end()
        self._canvas.select(chosen)
        self._canvas.menu_requested.emit(self._canvas.viewport().mapToGlobal(self._place.toPoint()))
