"""Small pictures of cards for buttons, painted as they are on paper."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap

from genogram_app.catalog.cards import LineCard, PersonCard
from genogram_app.drawing.primitives import Box, Mark, Node
from genogram_app.drawing.strands import lay
from genogram_app.picture.pen import Pen
from genogram_app.picture.symbol import figure_of
from genogram_app.ui.paint import paint_node
from genogram_app.ui.shades import DARK, worn

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
    picture = QPixmap(size * _SHARP)
    picture.setDevicePixelRatio(_SHARP)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(size.width() / 2, size.height() / 2)
    painter.scale(scale, scale)
    paint_node(painter, Node("", "", "", tuple(marks), Box(0, 0, 0, 0)))
    painter.end()
    return QIcon(OnPaper(picture))


class OnPaper(QIconEngine):
    """Shows a picture drawn for white paper: in a dark window, on a slip of it."""

    def __init__(self, picture: QPixmap) -> None:
        super().__init__()
        self._picture = picture

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint it, in its own proportions, in the middle of what there is."""
        size = self._picture.size().scaled(rect.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(rect.center())
        if worn() is DARK:
            _slip(painter, rect)
        painter.drawPixmap(place, self._small(size, painter.device().devicePixelRatio()))

    def _small(self, size: QSize, ratio: float) -> QPixmap:
        """Give it small: every dot of it counts, or a thin ring would come out broken."""
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        made = self._picture.scaled((size * ratio).expandedTo(QSize(1, 1)), keep, smooth)
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
        return OnPaper(self._picture)


def _slip(painter: QPainter, rect: QRect) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRoundedRect(rect, 0.15 * rect.height(), 0.15 * rect.height())
