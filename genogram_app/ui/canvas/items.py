"""What stands in the scene: one item for each node of a drawing, and the page under them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from genogram_app.drawing.primitives import Box, Group, Mark, Node, Text
from genogram_app.ui.canvas.look import Look, colour
from genogram_app.ui.paint import paint_node

#: Letters that would be lower than this on the screen, in pixels, are left out.
READABLE = 2.2
#: The largest text on a person; smaller than this on the screen there is nothing to read.
LETTERS = 10.5
#: And how broad lines are there at least, in pixels: of finer ones nothing would be seen.
SEEN = 0.7
#: How far halos and joins may reach beyond a node's bounds, in points.
MARGIN = 4.0
_UNDER = -1e9
_SHADOW = 10


def rect_of(box: Box) -> QRectF:
    """Give a box as Qt's kind of rectangle."""
    return QRectF(box.left, box.top, box.width, box.height)


def over_edges(painter: QPainter, exposed: QRectF) -> QRectF:
    """Give what is to be painted anew with the pixels through which its edge runs.

    On a screen whose scale is no whole number they would be mixed of what is under it and what
    was there before: a hairline of the desk stayed on the paper. The painter lets nothing past
    what is exposed.
    """
    pixel = 2 / max(painter.deviceTransform().m11(), 1e-6)
    return exposed.adjusted(-pixel, -pixel, pixel, pixel)


class NodeItem(QGraphicsItem):
    """Paints one node of the drawing, in points of the page."""

    def __init__(self, node: Node) -> None:
        super().__init__()
        self.node = node
        self._bare: Node | None = None
        self._bounds = rect_of(node.bounds.grown(MARGIN))
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption, False)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_node(self, node: Node) -> None:
        """Paint another value of the same node from now on."""
        self.prepareGeometryChange()
        self.node, self._bare = node, None
        self._bounds = rect_of(node.bounds.grown(MARGIN))
        self.update()

    def boundingRect(self) -> QRectF:
        """Give where the node's ink can be."""
        return self._bounds

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the node; from afar without letters that nobody could read, in lines that can be seen."""
        detail = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        if detail * LETTERS < READABLE:
            paint_node(painter, self.bare, SEEN / detail)
        else:
            paint_node(painter, self.node)

    @property
    def bare(self) -> Node:
        """Give the node without its letters."""
        if self._bare is None:
            self._bare = replace(self.node, marks=_without_letters(self.node.marks))
        return self._bare


def _without_letters(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    shapes = (mark for mark in marks if not isinstance(mark, Text))
    return tuple(
        replace(mark, marks=_without_letters(mark.marks)) if isinstance(mark, Group) else mark
        for mark in shapes
    )


class PageItem(QGraphicsItem):
    """The white page with a soft shadow, as it lies on the desk."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._page, self._paper, self._look = QRectF(), "#FFFFFF", look
        self.setZValue(_UNDER)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_page(self, page: QRectF, paper: str) -> None:
        """Lie under a drawing with these bounds."""
        if (page, paper) != (self._page, self._paper):
            self.prepareGeometryChange()
            self._page, self._paper = page, paper
            self.update()

    def boundingRect(self) -> QRectF:
        """Give the page and its shadow."""
        return self._page.adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Paint the shadow, where its edge is in sight, then the page."""
        exposed: QRectF = option.exposedRect
        if self._page.contains(exposed):
            painter.fillRect(over_edges(painter, exposed), colour(self._paper))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self._look.shadow, 0.022))
        for reach in (8, 5, 3, 1.2):
            painter.drawPath(self._ring(reach))
        painter.setBrush(colour(self._paper))
        painter.drawRect(self._page)

    def _ring(self, reach: float) -> QPainterPath:
        """Give the shadow that reaches so far round the page, without what the page hides."""
        ring = QPainterPath()
        ring.addRoundedRect(self._page.adjusted(-reach, -reach + 2, reach, reach + 2), reach, reach)
        ring.addRect(self._page.adjusted(4, 4, -4, -4))
        return ring
