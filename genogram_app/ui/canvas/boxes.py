"""Where figures are seen, as boxes in pixels: what floats keeps clear of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtWidgets import QFrame

from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Box, Node, Path, Point
from genogram_app.model.ids import Id
from genogram_app.ui.canvas.free_place import box_at, covered, free_place
from genogram_app.ui.canvas.hits import FIGURES
from genogram_app.ui.canvas.items import rect_of

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas


#: What floats stands this far within the window, in pixels.
AIR = 8.0


class Boxes:
    """Measures what a canvas shows, in pixels of its viewport or of the screen."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas

    def of(self, node: Node) -> Box:
        """Give the box of all that shows a figure, name and all."""
        return self._box(rect_of(node.bounds))

    def symbol(self, node: Node) -> Box:
        """Give the box of the figure alone, without its name."""
        first = next((mark for mark in node.marks if isinstance(mark, Path)), None)
        return self._box(rect_of(bounds(first.outline) if first else node.bounds))

    def in_mind(self) -> list[Box]:
        """Give the child whom it is about, who is selected and what is being written: nothing hides these."""
        canvas = self._canvas
        children = (person.id for person in canvas.seen.family.people if person.subject)
        nodes = map(canvas.node_of, dict.fromkeys((*children, *canvas.selection)))
        written = (each for each in canvas.findChildren(QFrame, "floating") if each.isVisible())
        return [self.of(node) for node in nodes if node is not None] + [box_of(w.geometry()) for w in written]

    def others(self, node: Node, near: Box) -> list[Box]:
        """Give everybody else and all services that reach into a box."""
        area = self._canvas.camera.to_page_area(QRectF(near.left, near.top, near.width, near.height))
        on_page = Box(area.left(), area.top(), area.right(), area.bottom()).grown(1.0)
        figures = (o for o in self._canvas.board.nodes if o.role in FIGURES and o.key != node.key)
        boxes = (self.of(figure) for figure in figures if figure.bounds.overlaps(on_page))
        return [box for box in boxes if box.overlaps(near)]

    def labels(self, near: Box) -> list[Box]:
        """Give the words on rings and lines that reach into a box."""
        boxes = (self.of(node) for node in self._canvas.board.nodes if node.role == "label")
        return [box for box in boxes if box.overlaps(near)]

    def beside(self, keys: Iterable[Id], near: Point, size: Point) -> Point:
        """Give the left top corner for something of a size beside some figures, off everybody's name."""
        nodes = [node for key in keys if (node := self._canvas.node_of(key)) is not None]
        about = [self.of(node) for node in nodes]
        others = [box for node in nodes[:1] for box in self.others(node, self.port) if box not in about]
        return free_place(size, near, about, others, self.port.grown(-AIR))

    def over_label(self, node: Node, in_rows: Callable[[int], Point]) -> tuple[int, Point]:
        """Give in how many rows something stands, and where, to hide nobody's name but a figure's own.

        in_rows: gives its size in one row or two.
        """
        symbol, port = self.symbol(node), self.port.grown(-AIR)
        others = self.others(node, self.of(node).grown(in_rows(1)[0]))
        tried = []
        for rows in (1, 2):
            size = in_rows(rows)
            at = free_place(size, (symbol.centre[0], symbol.bottom), [symbol], others, port)
            tried.append((size[0] > port.width, covered(box_at(at, size), [symbol, *others]), rows, at))
            if not any(tried[-1][:2]):
                break
        *_, rows, at = min(tried)
        return rows, at

    @property
    def port(self) -> Box:
        """Give what is in sight."""
        rect = self._canvas.viewport().rect()
        return Box(0, 0, rect.width(), rect.height())

    def on_screen(self, *keys: Id) -> list[Box]:
        """Give where some figures stand on the screen."""
        nodes = [node for key in keys if (node := self._canvas.node_of(key)) is not None]
        return [self.of(node).moved(*self._corner) for node in nodes]

    @property
    def port_on_screen(self) -> Box:
        """Give what is in sight, on the screen."""
        return self.port.moved(*self._corner)

    @property
    def _corner(self) -> tuple[int, int]:
        return self._canvas.viewport().mapToGlobal(QPoint(0, 0)).toTuple()

    def _box(self, area: QRectF) -> Box:
        seen = self._canvas.camera.to_window(area)
        return Box(seen.left(), seen.top(), seen.right(), seen.bottom())


def box_of(rect: QRect) -> Box:
    """Give Qt's kind of rectangle as a box."""
    return Box(rect.x(), rect.y(), rect.x() + rect.width(), rect.y() + rect.height())
