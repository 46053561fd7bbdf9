"""One key covers everything: the window, its title, and whatever else is on the screens."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from genogram_app.ui.controls.plain import bare, button, dressed, label
from genogram_app.words import Words


class Cover(QWidget):
    """A calm sheet over one whole screen. Escape doesn't lift it; F9 or its button does."""

    lifted = Signal()

    def __init__(self, words: Words, beside: Cover | None = None) -> None:
        """Make it; beside: the cover of the first screen."""
        super().__init__(
            beside,
            Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint,
        )
        dressed(self, "cover")
        if beside is None:  # else whatever else is modal, and stays under it, would keep it from being lifted
            self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(words.say("Genogram"))
        self.setAccessibleName(words.say("The screen is covered"))
        column = bare(QVBoxLayout(self), 16)
        column.addStretch(1)
        column.addWidget(label(words.say("Covered"), "cover"), 0, Qt.AlignmentFlag.AlignHCenter)
        self.lift = button(words.say("Show again (F9)"), self.lifted.emit, "guard")
        column.addWidget(self.lift, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lift it with the key that covered; no other key does anything."""
        if event.key() == Qt.Key.Key_F9:
            self.lifted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay until it is lifted."""
        event.ignore()


class Covers:
    """A cover for each screen, while the screens are covered."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._covers: list[Cover] = []

    @property
    def on(self) -> bool:
        """Say whether the screens are covered."""
        return bool(self._covers)

    def turn(self, window: QWidget) -> None:
        """Cover every screen, or lift the covers and go back to the window and to what is open over it."""
        if self._covers:
            self._lift(window)
            return
        close_popups()
        for screen in QGuiApplication.screens():
            cover = Cover(self._words, self._covers[0] if self._covers else None)
            cover.lifted.connect(lambda: self._lift(window))
            cover.setGeometry(screen.geometry())
            cover.showFullScreen()
            self._covers.append(cover)
        window.hide()
        first = self._covers[0]
        first.activateWindow()
        first.setFocus()

    def _lift(self, window: QWidget) -> None:
        window.show()
        for cover in reversed(self._covers):
            cover.hide()
            cover.deleteLater()
        self._covers = []
        (QApplication.activeModalWidget() or window).activateWindow()


def dialogs() -> list[QWidget]:
    """Give every window that waits for an answer, the latest last; not the covers."""
    windows = [each for each in QApplication.topLevelWidgets() if each.isVisible() and each.isModal()]
    return sorted((each for each in windows if not isinstance(each, Cover)), key=_depth)


def _depth(widget: QWidget) -> int:
    """Give how many stand behind it, one opened over the other."""
    parent = widget.parentWidget()
    return 1 + _depth(parent.window()) if parent is not None else 0


def close_popups() -> None:
    """Close menus and whatever else lies over all windows, a cover too."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        if QApplication.activePopupWidget() is popup:
            popup.hide()
            return
