"""The clipboard: people for any sheet, and the sheet as a picture for Word; just what is seen."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from genogram_app.drawing.primitives import Drawing
from genogram_app.edit.copies import paste, taken
from genogram_app.errors import UsageError
from genogram_app.export.svg import write_svg
from genogram_app.store.codec import decode, encode
from genogram_app.ui.desk import Desk
from genogram_app.ui.paint import paint

#: The people's own form: a file of this program, whole and checked.
PEOPLE = "application/x-genogram"
_SCALE = 2.5
_MOST = 8000


def copy_people(desk: Desk) -> None:
    """Copy what is selected, as whoever is looking may see it, with what joins it."""
    data = QMimeData()
    data.setData(PEOPLE, encode(taken(desk.seen, desk.selection)))
    QGuiApplication.clipboard().setMimeData(data)


def paste_people(desk: Desk) -> None:
    """Put copied people on the sheet. Raises UserError where there are none, or none for these eyes."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(PEOPLE):
        raise UsageError("Nobody was copied yet. Select people and press Ctrl+C, here or in another window.")
    copied = decode(bytes(data.data(PEOPLE).data()), desk.words.say("What was copied"))
    desk.act(lambda case, stamp: paste(case, stamp, copied), go=True)


def copy_sheet(desk: Desk) -> None:
    """Copy the sheet as whoever is looking may see it; nothing else goes along."""
    drawing = desk.scene.sheet(desk.seen, desk.session.view).drawing
    data = QMimeData()
    data.setImageData(picture_of(drawing))
    data.setData("image/svg+xml", write_svg(drawing, with_fonts=True).encode())
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
