"""Dragging people and services: previewed, snapped to rows, one step on release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, Qt

from genogram_app.edit.arrange import place
from genogram_app.ui.canvas.crossing import crossing
from genogram_app.ui.canvas.snapping import Snap, snapped
from genogram_app.ui.canvas.tools.tool import Tool, Touch

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas


#: Equal gaps are shown so far under the middle of a row, with ends so long, in points of the page.
_BELOW, _TICK = -26.0, 4.0


class Move(Tool):
    """Moves all selected figures alike. Alt drags freely, without snapping."""

    def __init__(self, canvas: Canvas, start: Touch) -> None:
        super().__init__(canvas)
        self._start = start
        places = canvas.sheet.layout.places
        self._held = touch_id(start)
        self._from = {key: places[key] for key in canvas.selection if key in places}
        self._rest = {key: at for key, at in places.items() if key not in self._from}
        self._by = (0.0, 0.0)
        canvas.begin_preview(tuple(self._from))

    def move(self, touch: Touch) -> None:
        """Show everything as it would be if it were let go here."""
        if self._held not in self._from:
            return
        scale = self.canvas.sheet.transform.scale
        went = (touch.point - self._start.point) / scale
        x, y = self._from[self._held]
        free = bool(touch.keys & Qt.KeyboardModifier.AltModifier)
        reach = 0.0 if free else 8.0 / (self.canvas.camera.scale * scale)
        snap = snapped((x + went.x(), y + went.y()), self._rest, reach)
        self._by = (snap.point[0] - x, snap.point[1] - y)
        self.canvas.preview(self._spots())
        self.canvas.marks.guides(self._guides(snap))

    def release(self, touch: Touch) -> None:
        """Let go: one step."""
        spots = self._spots()
        self._end()
        if self._by == (0.0, 0.0):
            return
        session, layout = self.canvas.session, self.canvas.sheet.layout
        across = crossing(session.seen.family, layout, spots)
        if self.canvas.do(place(session.standing, session.ground, spots)) and across is not None:
            self.canvas.floats.ask_moved(across, touch.place.toPoint())

    def cancel(self) -> None:
        """Put everything back."""
        self._end()
        self.canvas.refresh()

    def _end(self) -> None:
        self.canvas.marks.guides(())
        self.canvas.end_preview()
        self.canvas.put_down()

    def _spots(self) -> dict[str, tuple[float, float]]:
        dx, dy = self._by
        return {key: (round(x + dx, 2), round(y + dy, 2)) for key, (x, y) in self._from.items()}

    def _guides(self, snap: Snap) -> list[QLineF]:
        """Draw a guide through what it lines up with, over all of what is in sight."""
        page = self.canvas.sheet.drawing.bounds
        x, y = self.canvas.sheet.transform.point(*snap.point)
        lines = []
        if snap.row:
            lines.append(QLineF(QPointF(page.left, y), QPointF(page.right, y)))
        if snap.column:
            lines.append(QLineF(QPointF(x, page.top), QPointF(x, page.bottom)))
        return [*lines, *(line for gap in snap.gaps for line in self._gap(gap, snap.point[1]))]

    def _gap(self, gap: tuple[float, float], y: float) -> list[QLineF]:
        """Draw one of several equal gaps under a row: a line from middle to middle, with an end at each."""
        transform = self.canvas.sheet.transform
        ends = [QPointF(*transform.point(x, y)) + QPointF(0, _BELOW) for x in gap]
        tick = QPointF(0, _TICK)
        return [QLineF(*ends), *(QLineF(end - tick, end + tick) for end in ends)]


def touch_id(touch: Touch) -> str:
    """Give what is held; there is always something, or no drag would have begun."""
    assert touch.record is not None
    return touch.record
