"""The pages as they fall on paper, each as wide and as high as its own paper is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from genogram_app.export.document import A3, Sheet
from genogram_app.ui.controls.plain import bare, button, dressed, label
from genogram_app.ui.controls.room import sized
from genogram_app.ui.controls.scrolled import RING, scrolled
from genogram_app.ui.paint import paint_page
from genogram_app.words import Words

#: What stands beside the pages: the desk at both sides, and the scroll bar.
_ROUND = 2 * 24 + 16 + RING


class PagesDialog(QDialog):
    """Shows the pages under each other, and prints them. print_pages: closes nothing, may ask."""

    def __init__(
        self, words: Words, pages: Sequence[Sheet], print_pages: Callable[[], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.say("Pages"))
        room = sized(self, 1000, 720).width() - _ROUND
        scale = room / max(page.width for page in pages)
        desk = dressed(QWidget(), "desk")
        column = bare(QVBoxLayout(desk), 16, 16)
        for number, page in enumerate(pages, 1):
            says = words.say("Page {number} of {count}", number=number, count=len(pages))
            column.addWidget(PageView(page, scale, says), 0, Qt.AlignmentFlag.AlignHCenter)
        area = scrolled(desk, words.say("Pages"))
        whole = bare(QVBoxLayout(self), 0)
        whole.addLayout(self._head(words, pages, print_pages))
        whole.addWidget(area, 1)
        area.setFocus()

    def _head(self, words: Words, pages: Sequence[Sheet], print_pages: Callable[[], object]) -> QHBoxLayout:
        row = bare(QHBoxLayout(), 8, 12)
        count, papers = words.count("{n} page", "{n} pages", len(pages)), _papers(words, pages)
        row.addWidget(label(words.say("{count}, {papers}", count=count, papers=papers), "hint"))
        row.addStretch(1)
        row.addWidget(button(words.say("Close"), self.reject))
        row.addWidget(button(words.say("Print…"), print_pages, "primary"))
        return row


class PageView(QWidget):
    """One page; it is painted only while it is in sight."""

    def __init__(self, page: Sheet, scale: float, says: str) -> None:
        super().__init__()
        self.page, self._scale = page, scale
        self.setFixedSize(round(page.width * scale), round(page.height * scale))
        self.setAccessibleName(says)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page on white paper."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.scale(self._scale, self._scale)
        paint_page(painter, self.page)
        painter.end()


def _papers(words: Words, pages: Sequence[Sheet]) -> str:
    """Say which papers the pages are on: "A4", or "A3 and A4"."""
    found = {"A3" if max(page.width, page.height) > max(A3) - 1 else "A4" for page in pages}
    return words.listed(sorted(found))
