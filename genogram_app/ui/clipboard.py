"""The sheet as a picture for Word: as fine dots and as a drawing, just what is seen."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from genogram_app.drawing.primitives import Drawing
from genogram_app.export.svg import write_svg
from genogram_app.ui.desk import Desk
from genogram_app.ui.paint import paint

_SCALE = 2.5
_MOST = 8000


def copy_sheet(desk: Desk) -> None:
    """Copy the sheet as whoever is looking may see it; nothing else goes along."""
    drawing = desk.scene.sheet(desk.seen, desk.session.view).drawing
    data = QMimeData()
    data.setImageData(picture_of(drawing))
    data.setData("image/svg+xml", write_svg(drawing).encode())
    QGuiApplication.clipboard().setMimeData(data)


def picture_of(drawing: Drawing) -> QImage:
    """Paint a drawing on white paper."""
    bounds = drawing.bounds
    scale = min(_SCALE, _MOST / max(bounds.width, bounds.height))
    image = QImage(round(bounds.width * scale), round(bounds.height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-bounds.left, -bounds.top)
    paint(painter, drawing)
    painter.end()
    return image
