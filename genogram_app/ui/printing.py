"""Printing and its preview, through the system: the very pages of the PDF."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QWidget

from genogram_app.export.document import Placed, Sheet
from genogram_app.export.flow import sheets
from genogram_app.family.seen import Reader
from genogram_app.studio.publish import Copy, prepare, suggested_name
from genogram_app.text.line import check
from genogram_app.ui.away import StoppedError, Wanted, away
from genogram_app.ui.desk import Desk
from genogram_app.ui.paint import paint


def print_sheet(desk: Desk, parent: QWidget) -> None:
    """Ask for a printer and print what is seen: in the family's view, the family copy. Raises UserError."""
    pages = _prepared_away(desk, parent)
    printer = printer_for(desk, pages)
    if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted:
        _print_away(printer, pages, desk, parent)


def preview_sheet(desk: Desk, parent: QWidget) -> None:
    """Show how the pages fall on paper. Raises UserError."""
    pages = _prepared_away(desk, parent)
    printer = printer_for(desk, pages)  # held here: the dialog doesn't, and would end the program without it
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(desk.words.say("Pages"))
    dialog.resize(1000, 720)
    dialog.paintRequested.connect(lambda printer: _preview_away(printer, pages, desk, dialog))
    dialog.exec()


def _prepared_away(desk: Desk, over: QWidget) -> tuple[Sheet, ...]:
    return away(over, desk.words, desk.words.say("Preparing the pages…"), lambda _: prepared(desk))


def _print_away(printer: QPrinter, pages: Sequence[Sheet], desk: Desk, over: QWidget) -> None:
    """Print while the window answers; stopped, the printer is told to forget it."""

    def work(wanted: Wanted) -> None:
        if not print_pages(printer, pages, wanted):
            printer.abort()

    away(over, desk.words, desk.words.say("Printing…"), work)


def _preview_away(printer: QPrinter, pages: Sequence[Sheet], desk: Desk, dialog: QDialog) -> None:
    """Paint the pages that the preview asks for; stopped, there is no preview."""
    try:
        away(
            dialog,
            desk.words,
            desk.words.say("Painting the pages…"),
            lambda wanted: print_pages(printer, pages, wanted),
        )
    except StoppedError:
        dialog.reject()


def prepared(desk: Desk) -> tuple[Sheet, ...]:
    """Prepare the copy that whoever is looking may see: every page as in the PDF, numbered alike.

    Raises UsageError where nobody would be on it, and GlyphError for letters that can't be
    drawn: before any printer is asked for.
    """
    view = desk.session.view
    words_page = view.reader is Reader.CASE_FILE
    publication = prepare(desk.scene, desk.session.case, view=view, words_page=words_page)
    pages = sheets(publication.pages, publication.meta.numbering)
    check(text for page in pages for placed in page.placed for text in placed.drawing.texts())
    return pages


def printer_for(desk: Desk, pages: Sequence[Sheet]) -> QPrinter:
    """Make a printer with the paper of the first page and a name: which copy it is, and nobody's."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    copy: Copy = "case-file" if desk.session.view.reader is Reader.CASE_FILE else "family"
    printer.setDocName(suggested_name(desk.session.case, desk.as_at, "", copy))
    printer.setPageLayout(_layout(pages[0]))
    return printer


def print_pages(printer: QPrinter, pages: Sequence[Sheet], wanted: Wanted = lambda: True) -> bool:
    """Print every page on paper of its own size, in points of the drawing; say whether all were.

    wanted: asked before each page.
    """
    painter = QPainter()
    printer.setPageLayout(_layout(pages[0]))
    if not painter.begin(printer):
        return True
    for number, page in enumerate(pages):
        if not wanted():
            break
        if number:
            printer.setPageLayout(_layout(page))
            printer.newPage()
        _print_page(printer, painter, page)
    painter.end()
    return wanted()


def _print_page(printer: QPrinter, painter: QPainter, page: Sheet) -> None:
    scale = printer.resolution() / 72
    painter.save()
    painter.scale(scale, scale)
    for placed in page.placed:
        _print_drawing(painter, placed)
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
    paint(painter, placed.drawing, placed.part)
    painter.restore()


def _layout(page: Sheet) -> QPageLayout:
    width, height = page.width, page.height
    upright = QSizeF(min(width, height), max(width, height))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    wide = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, wide, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
