"""Every symbol and line that the program knows, as on the printed sheet of symbols."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from genogram_app.studio.scene import Scene
from genogram_app.ui.clipboard import picture_of
from genogram_app.ui.controls.plain import bare, dressed, label
from genogram_app.ui.controls.room import sized
from genogram_app.ui.controls.scrolled import RING, scrolled

#: What stands beside the pages: the desk at both sides, and the scroll bar.
_ROUND = 2 * 16 + 16 + RING


class SymbolsDialog(QDialog):
    """Shows the pages of symbols under each other, and over them which of one's own aren't used, and why."""

    def __init__(self, scene: Scene, parent: QWidget) -> None:
        super().__init__(parent)
        from genogram_app.picture.symbols_sheet import symbols_sheet

        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(scene.words.say("All symbols"))
        wide = sized(self, 880, 700).width() - _ROUND
        page = dressed(QWidget(), "desk")
        pages = bare(QVBoxLayout(page), 16, 16)
        for reason in scene.catalog.refused:
            pages.addWidget(label(reason, "wrong", wrap=True))
        for drawing in symbols_sheet(scene.catalog, scene.theme, scene.words):
            picture = QPixmap.fromImage(picture_of(drawing))
            picture.setDevicePixelRatio(picture.width() / wide)
            shown = QLabel()
            shown.setPixmap(picture)
            shown.setAccessibleName(drawing.nodes[-1].says)
            shown.setAccessibleDescription(". ".join(node.says for node in drawing.nodes[:-1]))
            pages.addWidget(shown, 0, Qt.AlignmentFlag.AlignHCenter)
        bare(QVBoxLayout(self), 0).addWidget(scrolled(page, scene.words.say("All symbols")))
