"""Small pictures of cards for buttons, painted as they are on paper; in a dark window, light on dark."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from genogram_app.catalog.cards import LineCard, PersonCard
from genogram_app.drawing.primitives import Box, Mark, Node
from genogram_app.drawing.strands import lay
from genogram_app.picture.pen import Pen
from genogram_app.picture.symbol import figure_of
from genogram_app.ui.canvas.by_night import by_night
from genogram_app.ui.paint import paint_node
from genogram_app.ui.shades import DARK, LIGHT, Shade, worn

LINE = QSize(76, 26)
SYMBOL = QSize(26, 26)
#: Screens of up to three times the density show them sharp.
_SHARP = 3
_AIR = 6.0


def line_icon(pen: Pen, card: LineCard) -> QIcon:
    """Draw a line as it would be on the sheet."""
    half = LINE.width() / 2 - _AIR
    marks = lay(card.drawn(forth=card.directed == "required"), ((-half, 0.0), (half, 0.0)), pen.theme.paints)
    return _icon(LINE, marks, 1.0)


def symbol_icon(pen: Pen, card: PersonCard) -> QIcon:
    """Draw a person's symbol."""
    return _icon(SYMBOL, figure_of(pen, card), 0.72)


def _icon(size: QSize, marks: Iterable[Mark], scale: float) -> QIcon:
    day = tuple(marks)
    return QIcon(Preview({LIGHT: day, DARK: by_night(day)}, size, scale))


class Preview(QIconEngine):
    """Shows marks of paper, in the colours that go with the window's. size: in pixels."""

    def __init__(self, marks: Mapping[Shade, tuple[Mark, ...]], size: QSize, scale: float) -> None:
        super().__init__()
        self._marks, self._size, self._scale = marks, size, scale
        self._pictures: dict[Shade, QPixmap] = {}

    def _picture(self) -> QPixmap:
        """Give it large, in the colours of now."""
        shade = worn()
        if shade not in self._pictures:
            self._pictures[shade] = self._drawn(self._marks[shade])
        return self._pictures[shade]

    def _drawn(self, marks: tuple[Mark, ...]) -> QPixmap:
        picture = QPixmap(self._size * _SHARP)
        picture.setDevicePixelRatio(_SHARP)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self._size.width() / 2, self._size.height() / 2)
        painter.scale(self._scale, self._scale)
        paint_node(painter, Node("", "", "", marks, Box(0, 0, 0, 0)))
        painter.end()
        return picture

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint it, in its own proportions, in the middle of what there is."""
        size = self._picture().size().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(rect.center())
        painter.drawPixmap(place, self._small(size, painter.device().devicePixelRatio()))

    def _small(self, size: QSize, ratio: float) -> QPixmap:
        """Give it small: every dot of it counts, or a thin ring would come out broken."""
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        made = self._picture().scaled((size * ratio).expandedTo(QSize(1, 1)), keep, smooth)
        made.setDevicePixelRatio(ratio)
        return made

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Give it as a picture of some pixels."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, made.rect(), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        """Give another like it."""
        return Preview(self._marks, self._size, self._scale)
