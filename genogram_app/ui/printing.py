"""Printing and its preview, through the system: the very pages of the PDF."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QWidget

from genogram_app.export.document import Page, Placed, ReportSheets, Sheet
from genogram_app.export.pdf import write_pdf
from genogram_app.export.png import page_count, rasterised
from genogram_app.family.seen import Reader
from genogram_app.studio.publish import Publication, prepare, suggested_name
from genogram_app.ui.desk import Desk
from genogram_app.ui.paint import paint

#: Pages of running text are printed as pictures this fine, in dots an inch.
_DOTS = 300


def print_sheet(desk: Desk, parent: QWidget) -> None:
    """Ask for a printer and print what is seen: in the family's view, the family copy."""
    publication = prepared(desk)
    printer = printer_for(desk, publication)
    if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted:
        print_pages(printer, publication)


def preview_sheet(desk: Desk, parent: QWidget) -> None:
    """Show how the pages fall on paper."""
    publication = prepared(desk)
    dialog = QPrintPreviewDialog(printer_for(desk, publication), parent)
    dialog.setWindowTitle(desk.words.say("Pages"))
    dialog.resize(1000, 720)
    dialog.paintRequested.connect(lambda printer: print_pages(printer, publication))
    dialog.exec()


def prepared(desk: Desk) -> Publication:
    """Prepare the copy that whoever is looking may see."""
    view = desk.session.view
    words_page = view.reader is Reader.CASE_FILE
    return prepare(desk.scene, desk.session.case, view=view, words_page=words_page)


def printer_for(desk: Desk, publication: Publication) -> QPrinter:
    """Make a printer with the paper of the first page and a name that names nobody."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(suggested_name(desk.session.case, desk.as_at, ""))
    printer.setPageLayout(_layout(publication.pages[0]))
    return printer


def print_pages(printer: QPrinter, publication: Publication) -> None:
    """Print every page on paper of its own size, in points of the drawing."""
    painter = QPainter()
    printer.setPageLayout(_layout(publication.pages[0]))
    if not painter.begin(printer):
        return
    for number, page in enumerate(publication.pages):
        if number:
            printer.setPageLayout(_layout(page))
            printer.newPage()
        _print_page(printer, painter, page, publication)
    painter.end()


def _print_page(printer: QPrinter, painter: QPainter, page: Page, publication: Publication) -> None:
    scale = printer.resolution() / 72
    painter.save()
    painter.scale(scale, scale)
    if isinstance(page, Sheet):
        for placed in page.placed:
            _print_drawing(painter, placed)
    else:
        _print_report(printer, painter, page, publication)
    painter.restore()


def _print_drawing(painter: QPainter, placed: Placed) -> None:
    """Print the part of a drawing that a page shows."""
    shown = placed.shown
    painter.save()
    painter.translate(placed.left, placed.top)
    painter.scale(placed.scale, placed.scale)
    painter.translate(-shown.left, -shown.top)
    if placed.part is not None:
        painter.setClipRect(QRectF(shown.left, shown.top, shown.width, shown.height))
    paint(painter, placed.drawing)
    painter.restore()


def _print_report(printer: QPrinter, painter: QPainter, page: ReportSheets, publication: Publication) -> None:
    """Print running text as it falls in the PDF."""
    pdf = write_pdf((page,), publication.meta)
    for number in range(page_count(pdf)):
        if number:
            printer.newPage()
        picture = QImage.fromData(rasterised(pdf, _DOTS, number))
        painter.drawImage(QRectF(0, 0, page.width, page.height), picture)


def _layout(page: Page) -> QPageLayout:
    width, height = page.width, page.height
    upright = QSizeF(min(width, height), max(width, height))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    wide = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, wide, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
