"""What this program is, and how to begin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from genogram_app import __version__
from genogram_app.ui.controls.plain import bare, button, label
from genogram_app.words import Words

_STEPS = (
    ("Begin", "New genogram asks only the child’s name and birth. “?” is an answer."),
    (
        "Draw",
        "Select somebody: round buttons add parents, a partner, a child, a sibling. So do the keys.",
    ),
    ("Say how they get on", "Drag from the line button onto somebody else, or a service, and pick the line."),
    ("Ring a household", "Select those who live together and press H."),
    ("File it", "Export a dated copy: the family’s, or the case file’s. Nothing undated leaves the program."),
)


class _Pages(QDialog):
    """A small dialog of text."""

    def __init__(self, words: Words, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setFixedWidth(460)
        self._words = words
        self._column = bare(QVBoxLayout(self), 10, 24)
        self._column.addWidget(label(title, "title"))

    def _end(self) -> None:
        self._column.addSpacing(6)
        close = button(self._words.say("Close"), self.accept)
        self._column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


class AboutDialog(_Pages):
    """Names the program, its version and its licence."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words, words.say("About"), parent)
        version = words.say("Genogram, version {version}", version=__version__)
        for text, look in (
            (version, "strong"),
            (words.say("Genograms and ecomaps, drawn with the family."), ""),
            (
                words.say(
                    "It needs no network and sends nothing anywhere. Your files stay where you save them."
                ),
                "muted",
            ),
            (
                words.say(
                    "Under the MIT licence. Letters: Noto Sans (OFL). Icons: Lucide (ISC). Window: Qt (LGPL)."
                ),
                "muted",
            ),
        ):
            self._column.addWidget(label(text, look, wrap=True))
        self._end()


class GuideDialog(_Pages):
    """Says in five steps how a family is drawn."""

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(words, words.say("A family in five steps"), parent)
        for number, (heading, text) in enumerate(_STEPS, start=1):
            self._column.addWidget(label(f"{number}  {words.say(heading)}", "strong"))
            self._column.addWidget(label(words.say(text), "muted", wrap=True))
        self._end()
