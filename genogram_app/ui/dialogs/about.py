"""What this program is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from genogram_app import __version__
from genogram_app.ui.controls.plain import bare, button, label
from genogram_app.words import Words

_NO_NETWORK = "It needs no network and sends nothing anywhere. Your files stay where you save them."
_LICENCES = "Under the MIT licence. Letters: Noto Sans (OFL). Icons: Lucide (ISC). Window: Qt (LGPL)."


class AboutDialog(QDialog):
    """Names the program, its version and its licence."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.say("About"))
        self.setFixedWidth(460)
        column = bare(QVBoxLayout(self), 10, 24)
        column.addWidget(label(words.say("About"), "title"))
        for text, look in (
            (words.say("Genogram, version {version}", version=__version__), "strong"),
            (words.say("Genograms and ecomaps, drawn with the family."), ""),
            (words.say(_NO_NETWORK), "muted"),
            (words.say(_LICENCES), "muted"),
        ):
            column.addWidget(label(text, look, wrap=True))
        column.addSpacing(6)
        column.addWidget(button(words.say("Close"), self.accept), 0, Qt.AlignmentFlag.AlignRight)
