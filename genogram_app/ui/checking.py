"""A word while symbols of one's own are being checked: for seconds no window would be there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from genogram_app.likeness import own
from genogram_app.words import words_in

#: From its words to its edges, in points of the screen.
MARGIN = 28


@contextmanager
def said_while_checking() -> Iterator[None]:
    """Say that symbols of one's own are being checked, from when that begins until it has ended."""
    said: list[QLabel] = []
    with own.telling(lambda: said.append(_notice())):
        yield
    for notice in said:
        notice.close()
        notice.deleteLater()


def _notice() -> QLabel:
    """Show the words by themselves. They are painted at once: what follows keeps the thread."""
    words = words_in()
    notice = QLabel(
        words.say("Your own symbols are being checked. It takes a few seconds, once after one has changed.")
    )
    notice.setWindowFlags(Qt.WindowType.SplashScreen)
    notice.setWindowTitle(words.say("Genogram"))
    notice.setMargin(MARGIN)
    notice.show()
    QApplication.processEvents()
    return notice
