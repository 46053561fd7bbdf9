"""How the sheet falls on paper, quietly over it: the edges of the pages, their margins, and the cuts."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QAction, QPainter, QPainterPath, QPen, QTransform
from PySide6.QtWidgets import (
    QGraphicsItem,
    QGraphicsPathItem,
    QGraphicsSimpleTextItem,
    QStyleOptionGraphicsItem,
    QWidget,
)

from genogram_app.drawing.geometry import flatten
from genogram_app.drawing.primitives import Outline
from genogram_app.ui.canvas.items import rect_of
from genogram_app.ui.canvas.look import colour, hair
from genogram_app.ui.canvas.sheet_view import SheetView
from genogram_app.ui.paint import path_of
from genogram_app.ui.shades import tone

if TYPE_CHECKING:
    from genogram_app.picture.falls import Fall

#: How long after a step the pages are worked out again, in milliseconds: drawing comes first.
AFTER = 200
#: Under what is selected and its handles, over all that is printed.
_OVER = 1e8
#: From the corner of a part to its words, in pixels.
_ASIDE, _ABOVE = 2.0, 18.0
#: What the words over the page need round it, in pixels.
_AIR = round(_ABOVE) + 2
#: How high the words' letters are, in pixels.
LETTERS = 12
#: How strongly the edges of the parts' pages are drawn: they lie over each other.
_QUIET = 0.35


class _Label(QGraphicsSimpleTextItem):
    """Words as large however near one looks: on paper in its accent, on the desk as the window is."""

    def __init__(self, says: str, *, accent: str, on_desk: bool) -> None:
        super().__init__(says)
        self._accent, self._on_desk = accent, on_desk
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setTransform(QTransform.fromTranslate(_ASIDE, -_ABOVE))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Write the words; the window may have turned dark since."""
        painter.setFont(self.font())
        painter.setPen(tone("muted") if self._on_desk else colour(self._accent))
        painter.drawText(self.boundingRect(), self.text())


class OnPaper(QObject):
    """Shows and hides the lines, and keeps from one time to the next whether they are shown."""

    def __init__(self, canvas: SheetView, switch: QAction, folder: Path) -> None:
        super().__init__(canvas)
        self._canvas, self._switch, self._folder = canvas, switch, folder
        self.items: list[QGraphicsItem] = []
        self._later = QTimer(self, singleShot=True, interval=AFTER)
        self._later.timeout.connect(self.draw)
        canvas.sheet_shown.connect(self._follow)
        self.on = _file(folder).exists()
        self._show()

    def turn(self) -> None:
        """Show the lines, or put them away; remember which."""
        self.on = not self.on
        _keep(self._folder, self.on)
        self._show()

    def draw(self) -> None:
        """Work out the pages of the sheet and draw them, if that is wanted."""
        self._clear()
        if not self.on:
            return
        from genogram_app.picture.falls import falls

        for fall in falls(self._canvas.sheet):
            self._draw(fall)

    def _show(self) -> None:
        self._switch.setChecked(self.on)
        self._canvas.camera.leave_air(_AIR if self.on else 0)
        self.draw()

    def _follow(self) -> None:
        """Put the lines of the sheet before away at once, and draw those of this one a little later."""
        self._clear()
        if self.on:
            self._later.start()

    def _clear(self) -> None:
        self._later.stop()
        for item in self.items:
            self._canvas.stage.removeItem(item)
        self.items = []
        self._canvas.viewport().update()  # a line as wide however far one looks reaches beyond what Qt clears

    def _draw(self, fall: Fall) -> None:
        accent = self._canvas.look.accent
        margins = QPainterPath()
        margins.addRect(rect_of(fall.margins))
        if not fall.number:
            self._add(QGraphicsPathItem(margins), _dashed(accent, _QUIET))
            self._words(fall, QPointF(fall.page.left, fall.page.top))
            return
        page = QPainterPath()
        page.addRect(rect_of(fall.page))
        self._add(QGraphicsPathItem(page), _dashed(accent, _QUIET))
        self._add(QGraphicsPathItem(path_of(fall.part)), hair(accent, 1.5))
        self._words(fall, _corner(fall.part))

    def _add(self, item: QGraphicsPathItem, pen: QPen) -> None:
        item.setPen(pen)
        self._put(item)

    def _words(self, fall: Fall, corner: QPointF) -> None:
        """Say over a corner which part it is, and on which paper; as large however near one looks."""
        item = _Label(self._said(fall), accent=self._canvas.look.accent, on_desk=not fall.number)
        font = self._canvas.font()
        font.setPixelSize(LETTERS)
        item.setFont(font)
        item.setPos(corner)
        self._put(item)

    def _said(self, fall: Fall) -> str:
        say = self._canvas.words.say
        lies = say("wide") if fall.paper.way_up == "landscape" else say("tall")
        paper = say("{paper}, {lies}", paper=fall.paper.name, lies=lies)
        return say("Part {number} · {paper}", number=fall.number, paper=paper) if fall.number else paper

    def _put(self, item: QGraphicsItem) -> None:
        item.setZValue(_OVER)
        item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._canvas.stage.addItem(item)
        self.items.append(item)


def _corner(part: Outline) -> QPointF:
    """Give the left end of a part's upper edge."""
    x, y = min((point for line in flatten(part) for point in line), key=lambda point: (point[1], point[0]))
    return QPointF(x, y)


def _dashed(name: str, strength: float) -> QPen:
    pen = hair(name, 1.0)
    pen.setColor(colour(name, strength))
    pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def _keep(folder: Path, on: bool) -> None:
    """Keep whether the lines are shown; that it can't be kept is no reason to stop anybody."""
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if on:
            _file(folder).touch()
        else:
            _file(folder).unlink(missing_ok=True)


def _file(folder: Path) -> Path:
    return folder / "on-paper"
