"""The guide, beside the sheet: the pages of `docs/guide/`, which come with the program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QPalette,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from genogram_app import places
from genogram_app.ui.controls.plain import bare, button, dressed
from genogram_app.ui.controls.room import centred, sized
from genogram_app.ui.controls.scrolled import RING
from genogram_app.ui.theme import FAMILY
from genogram_app.words import Words

_LINK = re.compile(r"\[([^]]+)\]\(([\w-]+\.md)\)")
#: How wide the list of pages and the text are, at most, in pixels; what stands round both.
_CONTENTS, _MEASURE, _MARGIN = 232, 660, 28
_EDGES = 2 * (_MARGIN + 12) + 16 + RING
#: Above and below a paragraph and a heading, in pixels.
_ROUND_TEXT, _ROUND_HEADING = (0, 10), (20, 8)
_LINE = 135.0
#: How tall a title in the list of pages is, in pixels.
_ROW = 34


def guide_pages() -> list[tuple[str, Path]]:
    """Give each page's title and file, in the order of the first page, which comes first."""
    first = places.guide() / "README.md"
    text = first.read_text(encoding="utf-8")
    title = text.splitlines()[0].removeprefix("# ")
    return [(title, first), *((says, first.with_name(name)) for says, name in _LINK.findall(text))]


def show_guide(words: Words, parent: QWidget) -> None:
    """Open the guide, or bring it to the front."""
    opened = parent.findChild(GuideWindow) or GuideWindow(words, parent)
    opened.show()
    opened.raise_()
    opened.activateWindow()


class GuideWindow(QDialog):
    """Shows the guide's pages and their titles; one can draw on while it is open."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.say("Guide"))
        self._pages = guide_pages()
        self.contents = QListWidget()
        for title, _ in self._pages:
            item = QListWidgetItem(title, self.contents)
            item.setSizeHint(QSize(0, _ROW))
        self.contents.setAccessibleName(words.say("Pages of the guide"))
        self.contents.setFixedWidth(_CONTENTS)
        dressed(self.contents, "contents")
        sized(self, 1000, 760)
        centred(self)
        self.page = GuidePage(words.say("Guide"), min(_MEASURE, self.width() - _CONTENTS - _EDGES))
        self.contents.currentRowChanged.connect(lambda row: self.page.open(self._pages[row][1]))
        self.page.sourceChanged.connect(self._follow)
        row = bare(QHBoxLayout(self), 0)
        row.addLayout(self._side(words))
        row.addWidget(self.page, 1)
        self.contents.setCurrentRow(0)
        self.contents.setFocus()

    def _side(self, words: Words) -> QVBoxLayout:
        side = bare(QVBoxLayout(), 8, 12)
        side.addWidget(self.contents, 1)
        ends = bare(QHBoxLayout(), 8)
        back = button(words.say("Back"), self.page.backward)
        back.setEnabled(False)
        self.page.backwardAvailable.connect(back.setEnabled)
        ends.addWidget(back)
        ends.addStretch(1)
        ends.addWidget(button(words.say("Close"), self.accept))
        side.addLayout(ends)
        return side

    def _follow(self, source: QUrl) -> None:
        """Mark the title of the page that a link led to."""
        files = [file.name for _, file in self._pages]
        if source.fileName() in files:
            self.contents.setCurrentRow(files.index(source.fileName()))


class GuidePage(QTextBrowser):
    """One page; pictures are never wider than it is."""

    def __init__(self, name: str, measure: int) -> None:
        super().__init__()
        self._measure = measure
        self.setAccessibleName(name)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(measure + 2 * _MARGIN)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(_MARGIN)
        self.sourceChanged.connect(lambda _: self._dress())

    def open(self, file: Path) -> None:
        """Show a page, unless it is shown already."""
        source = QUrl.fromLocalFile(str(file))
        if source != self.source():
            self.setSource(source)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Give what a page is made of; a picture smoothly made as wide as the text."""
        found = super().loadResource(kind, name)
        if kind != QTextDocument.ResourceType.ImageResource.value or not isinstance(found, QByteArray):
            return found
        image, wide = QImage.fromData(found), self._measure * self.devicePixelRatioF()
        if image.width() > wide:
            image = image.scaledToWidth(round(wide), Qt.TransformationMode.SmoothTransformation)
            image.setDevicePixelRatio(self.devicePixelRatioF())
        return image

    def _dress(self) -> None:
        block = self.document().begin()
        while block.isValid():
            runs = _runs(block)
            _space(block, picture=any(run.charFormat().isImageFormat() for run in runs))
            for run in runs:
                if run.charFormat().fontFixedPitch():
                    self._over(run, self._key())
            block = block.next()

    def _over(self, run: QTextFragment, look: QTextCharFormat) -> None:
        """Give a run another look."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(run.position())
        cursor.setPosition(run.position() + run.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(look)

    def _key(self) -> QTextCharFormat:
        """Give the look of a key's name."""
        look = QTextCharFormat()
        look.setFontFamilies([FAMILY])
        look.setFontFixedPitch(False)
        look.setFontWeight(600)
        look.setBackground(self.palette().color(QPalette.ColorRole.AlternateBase))
        return look


def _runs(block: QTextBlock) -> list[QTextFragment]:
    """Give the runs of a block, all before any of them is changed."""
    found, at = list[QTextFragment](), block.begin()
    while not at.atEnd():
        found.append(at.fragment())
        at += 1
    return found


def _space(block: QTextBlock, *, picture: bool) -> None:
    """Give a paragraph or a heading room above and below."""
    spaced, cursor = QTextBlockFormat(), QTextCursor(block)
    above, below = _ROUND_HEADING if block.blockFormat().headingLevel() else _ROUND_TEXT
    if cursor.currentTable() is None:
        spaced.setTopMargin(above)
        spaced.setBottomMargin(below)
    if not picture:
        spaced.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(spaced)
