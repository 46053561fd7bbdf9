"""The clipboard: people for any sheet, and the sheet as a picture for Word; just what is seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QWidget

from genogram_app.drawing.primitives import Drawing
from genogram_app.edit.copies import NOTHING_TO_PASTE, paste, taken
from genogram_app.errors import UsageError
from genogram_app.export.document import DocumentMeta, Placed, Sheet
from genogram_app.export.svg import write_svg
from genogram_app.store.codec import decode, encode
from genogram_app.ui.away import away
from genogram_app.ui.desk import Desk
from genogram_app.ui.paint import paint
from genogram_app.ui.turning import BIG

#: The people's own form: a file of this program, whole and checked.
PEOPLE = "application/x-genogram"
_NOBODY_COPIED = "Nobody was copied yet. Select people and press Ctrl+C, here or in another window."
_SCALE = 2.5
_MOST = 8000
_POINTS_A_METRE = 72 / 0.0254


def copy_people(desk: Desk) -> None:
    """Copy what is selected, as whoever is looking may see it, with what joins it."""
    data = QMimeData()
    data.setData(PEOPLE, encode(taken(desk.seen, desk.selection)))
    QGuiApplication.clipboard().setMimeData(data)


def paste_people(desk: Desk) -> None:
    """Put copied people on the sheet. Raises UserError where there are none, or none for these eyes."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(PEOPLE):
        raise UsageError(_NOBODY_COPIED if desk.by_worker else NOTHING_TO_PASTE)
    copied = decode(bytes(data.data(PEOPLE).data()), desk.words.say("What was copied"))
    desk.act(lambda case, stamp: paste(case, stamp, copied), go=True)


@dataclass(frozen=True)
class Pictures:
    """A sheet in every form that some program pastes: dots, and two that stay sharp at any size."""

    dots: QImage
    svg: bytes
    pdf: bytes


def copy_sheet(desk: Desk, over: QWidget) -> None:
    """Copy the sheet as whoever is looking may see it; nothing else goes along. Raises UserError."""
    sheet = desk.scene.sheet(desk.session.drawn, desk.session.view)
    if len(sheet.case.family.people) < BIG:
        made = pictures_of(sheet.drawing, desk.as_at)
    else:
        says = desk.words.say("Painting the picture…")
        made = away(over, desk.words, says, lambda _: pictures_of(sheet.drawing, desk.as_at))
    data = QMimeData()
    data.setImageData(made.dots)
    data.setData("image/svg+xml", made.svg)
    data.setData("application/pdf", made.pdf)
    QGuiApplication.clipboard().setMimeData(data)


def pictures_of(drawing: Drawing, dated: date) -> Pictures:
    """Paint a drawing in every form. It may be done in any thread."""
    from genogram_app.export.pdf import write_pdf

    bounds = drawing.bounds
    page = Sheet(bounds.width, bounds.height, (Placed(drawing),))
    meta = DocumentMeta(drawing.title, datetime.combine(dated, time(12), UTC), language=drawing.language)
    svg = write_svg(drawing, with_fonts=True).encode()
    return Pictures(picture_of(drawing), svg, write_pdf([page], meta))


def picture_of(drawing: Drawing) -> QImage:
    """Paint a drawing on white paper."""
    bounds = drawing.bounds
    scale = min(_SCALE, _MOST / max(bounds.width, bounds.height))
    image = QImage(round(bounds.width * scale), round(bounds.height * scale), QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(scale * _POINTS_A_METRE))  # so that it is pasted as large as it is on paper
    image.setDotsPerMeterY(round(scale * _POINTS_A_METRE))
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-bounds.left, -bounds.top)
    paint(painter, drawing)
    painter.end()
    return image
