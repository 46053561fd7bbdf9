"""What is drawn over the page while working, and never on paper: selection, guides, a line being drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QGraphicsPathItem, QGraphicsScene

from genogram_app.drawing.primitives import Node
from genogram_app.ui.canvas.items import rect_of
from genogram_app.ui.canvas.look import Look, colour, hair
from genogram_app.ui.paint import path_of

_OVER = 1e9
#: How far a stroke may reach beyond half its width on the screen, in pixels: its soft edge.
_SOFT = 1.0
_AIR = 3.0
_ROUND = 6.0


def edge_of(node: Node) -> QPainterPath:
    """Give the shape that goes round something selected, in points."""
    if node.hollow:
        return path_of(node.hit)
    path = QPainterPath()
    path.addRoundedRect(rect_of(node.bounds.grown(_AIR)), _ROUND, _ROUND)
    return path


def _height(node: Node) -> float:
    """Give where an outline is painted: over its node, but under a ring: a home's name stands on its ring."""
    return 0.0 if node.role == "ring" else _OVER


class Stroke(QGraphicsPathItem):
    """A path whose line is as wide on the screen however near one looks.

    Qt takes that width for points of the page: from afar the line reaches beyond what Qt
    clears when it goes, and would stay there.
    """

    def __init__(self, path: QPainterPath | None = None) -> None:
        super().__init__(path or QPainterPath())
        self._scale = 1.0

    def seen_at(self, scale: float) -> None:
        """Hear how many pixels a point takes."""
        if scale != self._scale:
            self.prepareGeometryChange()
            self._scale = scale

    def boundingRect(self) -> QRectF:
        """Give where its ink can be, in points."""
        reach = (self.pen().widthF() / 2 + _SOFT) / self._scale
        return self.path().controlPointRect().adjusted(-reach, -reach, reach, reach)


class Marks:
    """Outlines round what is selected, the rubber band, guides and the line being drawn."""

    def __init__(self, scene: QGraphicsScene, look: Look) -> None:
        self._scene, self._look = scene, look
        self._round: dict[str, Stroke] = {}
        self._scale = 1.0
        self._band = Stroke()
        self._band.setPen(hair(look.accent, 1))
        self._band.setBrush(colour(look.accent, 0.08))
        self._guides = self._path(hair_width=1.0, dashed=True)
        self._line = self._path(hair_width=2.5)
        self._tinted: list[Stroke] = []
        self._target = self._path(hair_width=2.5)
        self._target.setBrush(colour(look.accent, 0.12))
        for item in (self._band, self._guides, self._line, self._target):
            item.setZValue(_OVER)
            item.hide()
            scene.addItem(item)

    def seen_at(self, scale: float) -> None:
        """Hear how many pixels a point of the page takes now."""
        self._scale = scale
        always = (self._band, self._guides, self._line, self._target)
        for item in (*always, *self._round.values(), *self._tinted):
            item.seen_at(scale)

    def select(self, nodes: Mapping[str, Node], *, focused: bool) -> None:
        """Outline what is selected, by key; more strongly where the keyboard is."""
        for key in sorted(self._round.keys() - nodes.keys()):
            self._scene.removeItem(self._round.pop(key))
        for key, node in nodes.items():
            item = self._round.setdefault(key, Stroke())
            item.seen_at(self._scale)
            item.setPath(edge_of(node))
            item.setPen(hair(self._look.accent, 2 if focused else 1.5))
            item.setBrush(colour(self._look.accent, 0.16 if node.hollow and node.role != "ring" else 0.05))
            item.setZValue(_height(node))
            item.setPos(0, 0)
            if item.scene() is None:
                self._scene.addItem(item)

    def tint(self, nodes: Iterable[Node]) -> None:
        """Lay a light tint over what isn't on the sheet yet; none takes it away."""
        for item in self._tinted:
            self._scene.removeItem(item)
        self._tinted = []
        for node in nodes:
            item = Stroke(edge_of(node))
            item.seen_at(self._scale)
            ring = node.role == "ring"
            if not ring:  # what lives in it is tinted already
                item.setBrush(colour(self._look.accent, 0.10))
            self._tinted.append(item)
            item.setPen(hair(self._look.accent, 1))
            item.setZValue(_height(node))
            self._scene.addItem(item)

    def shift(self, keys: Iterable[str], dx: float, dy: float) -> None:
        """Let the outlines go along with what is dragged."""
        for key in keys:
            if key in self._round:
                self._round[key].setPos(dx, dy)

    def band(self, area: QRectF | None) -> None:
        """Show the rubber band, or put it away."""
        self._band.setVisible(area is not None)
        if area is not None:
            path = QPainterPath()
            path.addRect(area)
            self._band.setPath(path)

    def guides(self, lines: Iterable[QLineF]) -> None:
        """Show guide lines; none puts them away."""
        path = QPainterPath()
        for line in lines:
            path.moveTo(line.p1())
            path.lineTo(line.p2())
        self._show(self._guides, path)

    def line(self, start: QPointF | None, end: QPointF | None = None) -> None:
        """Show a line being drawn from somebody, or put it away."""
        path = QPainterPath()
        if start is not None and end is not None:
            path.moveTo(start)
            path.lineTo(end)
        self._show(self._line, path)

    def target(self, node: Node | None) -> None:
        """Outline where the line being drawn would end."""
        self._show(self._target, edge_of(node) if node else QPainterPath())

    def _path(self, *, hair_width: float, dashed: bool = False) -> Stroke:
        item = Stroke()
        pen = hair(self._look.accent, hair_width)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        item.setPen(pen)
        return item

    @staticmethod
    def _show(item: Stroke, path: QPainterPath) -> None:
        item.setPath(path)
        item.setVisible(not path.isEmpty())
