"""Small pictures of cards for buttons, painted as they are on paper."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from genogram_app.catalog.cards import LineCard, PersonCard
from genogram_app.drawing.primitives import Box, Mark, Node
from genogram_app.drawing.strands import lay
from genogram_app.picture.pen import Pen
from genogram_app.picture.symbol import figure_of
from genogram_app.ui.paint import paint_node

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
    return QIcon(picture)
