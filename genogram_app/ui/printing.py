"""Printing and its preview, through the system: the very pages of the PDF."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPaintEngine, QPainter, QTransform
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from genogram_app.export.document import Sheet
from genogram_app.export.flow import sheets
from genogram_app.family.seen import Reader
from genogram_app.studio.publish import Copy, prepare, suggested_name
from genogram_app.text.line import check
from genogram_app.ui.away import Wanted, away
from genogram_app.ui.desk import Desk
from genogram_app.ui.paint import paint_page
from genogram_app.ui.turning import BIG


def print_sheet(desk: Desk, parent: QWidget) -> None:
    """Ask for a printer and print what is seen: in the family's view, the family copy. Raises UserError."""
    _ask_and_print(_prepared_away(desk, parent), desk, parent)


def preview_sheet(desk: Desk, parent: QWidget) -> None:
    """Show how the pages fall on paper. Raises UserError.

    The system's own preview knows one paper for all pages: it cuts what stands upright after what is wide.
    """
    from genogram_app.ui.dialogs.pages import PagesDialog

    pages = _prepared_away(desk, parent)
    dialog = PagesDialog(desk.words, pages, lambda: _ask_and_print(pages, desk, dialog), parent)
    dialog.exec()


def _prepared_away(desk: Desk, over: QWidget) -> tuple[Sheet, ...]:
    """Prepare the pages; a big family's while the window answers."""
    if _is_small(desk):
        return prepared(desk)
    return away(over, desk.words, desk.words.say("Preparing the pages…"), lambda _: prepared(desk))


def _ask_and_print(pages: Sequence[Sheet], desk: Desk, parent: QWidget) -> None:
    printer = printer_for(desk, pages)
    if QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted:
        _print_away(printer, pages, desk, parent)


def _print_away(printer: QPrinter, pages: Sequence[Sheet], desk: Desk, over: QWidget) -> None:
    """Print, many pages while the window answers; stopped, the printer is told to forget it."""

    def work(wanted: Wanted) -> None:
        if not print_pages(printer, pages, wanted):
            printer.abort()

    if _is_small(desk):
        work(lambda: True)
    else:
        away(over, desk.words, desk.words.say("Printing…"), work)


def _is_small(desk: Desk) -> bool:
    """Say whether few are seen: how many there are besides is told by no wait."""
    return desk.session.number_in(desk.session.viewing) < BIG


def prepared(desk: Desk) -> tuple[Sheet, ...]:
    """Prepare the copy that whoever is looking may see: every page as in the PDF, numbered alike.

    Raises UsageError where nobody would be on it, and GlyphError for letters that can't be
    drawn: before any printer is asked for.
    """
    publication = prepare(desk.scene, desk.session.case, view=desk.session.view)
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

    A printer that takes but one paper for a job has the others turned on the first page's.
    wanted: asked before each page.
    """
    painter, changes = QPainter(), may_change_paper(printer)
    printer.setPageLayout(_layout(pages[0]))
    if not painter.begin(printer):
        return True
    for number, page in enumerate(pages):
        if not wanted():
            break
        if number:
            if changes:
                printer.setPageLayout(_layout(page))
            printer.newPage()
        _print_page(printer, painter, page, page if changes else pages[0])
    painter.end()
    return wanted()


def may_change_paper(printer: QPrinter) -> bool:
    """Say whether each page of a job may have a paper of its own: in Qt, only where it prints by PDF."""
    return printer.paintEngine().type() is QPaintEngine.Type.Pdf


def _print_page(printer: QPrinter, painter: QPainter, page: Sheet, paper: Sheet) -> None:
    scale = printer.resolution() / 72
    painter.save()
    painter.scale(scale, scale)
    painter.setTransform(turned_on(page, paper), combine=True)
    paint_page(painter, page)
    painter.restore()


def turned_on(page: Sheet, paper: Sheet) -> QTransform:
    """Give how a page lies in the middle of another page's paper: turned by a quarter where it must be."""
    way = QTransform()
    if page.width <= paper.width + 1 and page.height <= paper.height + 1:
        return way.translate((paper.width - page.width) / 2, (paper.height - page.height) / 2)
    way.translate((paper.width + page.height) / 2, (paper.height - page.width) / 2)
    return way.rotate(90)


def _layout(page: Sheet) -> QPageLayout:
    width, height = page.width, page.height
    upright = QSizeF(min(width, height), max(width, height))
    size = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    wide = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    layout = QPageLayout(size, wide, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
