"""Open a window in a process of its own, and say when it had been painted and had answered a key.

`python -m benchmarks._window ours` opens the practice family through the program's own `main`; `bare` opens
an empty window. Nothing in the program knows of this: the one thing replaced is the start of the event loop,
so that the same watch is set on both windows. Prints two numbers: the clock (time.monotonic) when the
sheet stood painted for the second time, after a key; and how many dark pixels were then on it.
"""

from __future__ import annotations

import os
import sys
import time

# First, as when the program starts: it loads Qt, and takes Qt's watch off `import`.
import genogram_app.ui  # noqa: F401

# isort: split
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QGraphicsView, QMainWindow, QWidget

KEY = Qt.Key.Key_Down
DARK = 96  # of 255: text and lines, but no panel and no shade of paper
run_event_loop = QApplication.exec


def main(contestant: str) -> None:
    """Open one of the two windows, watched."""
    QApplication.exec = staticmethod(watch)  # type: ignore[method-assign]
    if contestant == "bare":
        open_bare_window()
    else:
        from genogram_app.start import main as open_program

        open_program(["--practice"])
    sys.exit("The window closed before it had answered a key.")


def open_bare_window() -> None:
    """Open what any PySide6 program must open at least."""
    application = QApplication(["bare"])
    window = QMainWindow()
    window.setCentralWidget(QWidget())
    window.resize(1280, 800)
    window.show()
    application.exec()


def watch() -> int:
    """Set the watch on the open window, then run the event loop as ever."""
    watcher = Watcher(sheet_of(open_window()))
    QTimer.singleShot(60_000, lambda: os._exit(3))  # a window that never answers ends with an error
    code = run_event_loop()
    del watcher
    return code


def open_window() -> QWidget:
    """Give the largest window shown."""
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    return max(shown, key=lambda widget: widget.width() * widget.height())


def sheet_of(window: QWidget) -> QWidget:
    """Give what the family is painted on: the canvas's viewport, else the middle of the window."""
    canvases: list[QAbstractScrollArea] = list(window.findChildren(QGraphicsView))
    if canvases:
        return canvases[0].viewport()
    middle = window.centralWidget() if isinstance(window, QMainWindow) else None
    return middle or window


class Watcher(QObject):
    """Waits for the first painting, presses a key, waits for the next, and tells the time."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__()
        self.sheet = sheet
        self.key_pressed = False
        sheet.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let every event pass, and act once a painting is over."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.tell if self.key_pressed else self.press_key)
        return False

    def press_key(self) -> None:
        """Press and release a key where the focus is, and ask for what it changed to be painted."""
        target = QApplication.focusWidget() or self.sheet
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(target, QKeyEvent(kind, KEY, Qt.KeyboardModifier.NoModifier))
        self.key_pressed = True
        self.sheet.update()

    def tell(self) -> None:
        """Print the time and what was to be seen, and end at once: closing is not measured."""
        now = time.monotonic()
        print(now, dark_pixels(self.sheet), flush=True)
        os._exit(0)


def dark_pixels(widget: QWidget) -> int:
    """Count the pixels of text and lines that a widget shows."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(grey < DARK for grey in bytes(image.constBits()))


if __name__ == "__main__":
    main(sys.argv[1])
