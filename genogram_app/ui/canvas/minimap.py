"""A small picture of a big sheet in its corner: who is where, and which part of it is in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from genogram_app.drawing.primitives import Node
from genogram_app.ui.canvas.hits import FIGURES
from genogram_app.ui.canvas.items import rect_of
from genogram_app.ui.canvas.look import colour, hair

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas

#: The largest it gets, in pixels, its distance from the corner, and from how many people on it is shown.
WIDTH, HEIGHT, AIR, BIG = 200, 130, 14, 40
#: The lowest it gets: a very wide sheet is shown higher than it is.
LOW = 44


class Minimap(QWidget):
    """Shown while a part of a big sheet is out of sight; a click or a drag on it looks there."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._nodes: tuple[Node, ...] = ()
        self._picture = QPixmap()
        self._small = QTransform()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(canvas.words.say("The whole sheet, small"))
        self.setToolTip(canvas.words.say("Click to look there"))
        self.hide()

    def follow(self) -> None:
        """Show itself if it helps, with the part that is in sight now."""
        canvas = self._canvas
        page, sight = rect_of(canvas.sheet.drawing.bounds), canvas.sight()
        people = sum(node.role in FIGURES for node in canvas.board.nodes)
        out_of_sight = not sight.adjusted(-1, -1, 1, 1).contains(canvas.camera.to_window(page))
        if people < BIG or not out_of_sight:
            self.hide()
            return
        across = min(WIDTH / page.width(), HEIGHT / page.height())
        down = max(across, LOW / page.height())
        self._small = QTransform.fromScale(across, down).translate(-page.left(), -page.top())
        self.resize(round(page.width() * across), round(page.height() * down))
        self.move(round(sight.right()) - self.width() - AIR, round(sight.bottom()) - self.height() - AIR)
        self.show()
        self.update()

    def seen(self) -> QRectF:
        """Give the part of the page that is in sight, in pixels of this widget."""
        camera, sight = self._canvas.camera, self._canvas.sight()
        part = QRectF(camera.to_page(sight.topLeft()), camera.to_page(sight.bottomRight()))
        return self._small.mapRect(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page, a dot for everybody, and a frame round what is in sight."""
        if self._nodes is not self._canvas.board.nodes or self._picture.size() != self.size():
            self._nodes = self._canvas.board.nodes
            self._picture = self._drawn()
        look = self._canvas.look
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setPen(hair(look.accent, 2))
        painter.setBrush(colour(look.accent, 0.1))
        painter.drawRect(self.seen().intersected(QRectF(self.rect())).adjusted(1, 1, -1, -1))
        painter.end()

    def _drawn(self) -> QPixmap:
        look = self._canvas.look
        picture = QPixmap(self.size())
        picture.fill(colour(look.surface))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(look.muted))
        for node in self._nodes:
            if node.role in FIGURES:
                painter.drawEllipse(self._small.map(rect_of(node.bounds).center()), 1.6, 1.6)
        painter.setPen(hair(look.edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
        painter.end()
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look there."""
        self._look_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look where the button is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look_at(event.position())

    def _look_at(self, place: QPointF) -> None:
        camera = self._canvas.camera
        camera.look_freely()
        back, _ = self._small.inverted()
        camera.look(camera.scale, back.map(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the release from the sheet underneath."""
