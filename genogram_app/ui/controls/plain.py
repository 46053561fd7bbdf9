"""Labels, buttons and lines in the window's style. Names are plain text: never markup."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar
from unicodedata import bidirectional, combining, normalize

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QToolButton, QWidget

from genogram_app.ui.icons import icon

W = TypeVar("W", bound=QWidget)
L = TypeVar("L", bound=QLayout)
#: Letters that aren't an accent on another, as one writes them on a keyboard that has none of them.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i"})


def label(text: str = "", look: str = "", *, wrap: bool = False) -> QLabel:
    """Make a label of plain text."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return dressed(made, look)


def from_the_left(text: str) -> str:
    """Let a sentence that begins with a name in Arabic or Hebrew letters be read from the left.

    Else the whole of it would be turned round, and with it who lives with whom.
    """
    strong = (kind for kind in map(bidirectional, text) if kind in ("L", "R", "AL"))
    return text if next(strong, "L") == "L" else f"\u200e{text}"


def plainly(text: str) -> str:
    """Give a text as it is searched: small letters without accents, the apostrophe that is on the keys."""
    apart = normalize("NFKD", text.casefold().replace("’", "'").translate(_PLAIN))
    return "".join(letter for letter in apart if not combining(letter))


def button(
    text: str, act: Callable[[], object], look: str = "", *, picture: str = "", tone: str = "ink"
) -> QPushButton:
    """Make a button that says what it does."""
    made = QPushButton((" " if picture else "") + text.replace("&", "&&"))
    made.setAutoDefault(False)
    made.setAccessibleName(text)
    if picture:
        made.setIcon(icon(picture, tone))
        made.setIconSize(QSize(16, 16))
    made.clicked.connect(lambda: act())
    return dressed(made, look)


def icon_button(
    picture: str,
    says: str,
    act: Callable[[], object],
    *,
    size: int = 16,
    look: str = "icon",
    tone: str = "muted",
) -> QToolButton:
    """Make a button that is an icon; `says` is its tooltip and its name for a screen reader."""
    made = QToolButton()
    made.setIcon(icon(picture, tone))
    made.setIconSize(QSize(size, size))
    made.setToolTip(says)
    made.setAccessibleName(says)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.clicked.connect(lambda: act())
    return dressed(made, look)


def dressed(widget: W, look: str) -> W:
    """Give a widget its look in the style sheet."""
    if look:
        widget.setProperty("look", look)
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
    return widget


def redress(widget: QWidget, look: str) -> None:
    """Change a widget's look."""
    if widget.property("look") != look:
        widget.setProperty("look", look)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def hair() -> QFrame:
    """Make a thin line between parts."""
    return dressed(QFrame(), "hair")


def bare(layout: L, spacing: int = 8, margin: int = 0) -> L:
    """Give a layout even spacing and no margin but what is said."""
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            emptied(inner)
