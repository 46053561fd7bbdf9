"""Dialogs on small screens, or with large letters: what doesn't fit is scrolled to."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QDialog, QLayout, QScrollArea, QVBoxLayout, QWidget

from genogram_app.ui.controls.plain import bare, dressed, hair
from genogram_app.ui.controls.scrolled import scrolled

#: What a window's title and the edges of the screen take, and a scroll bar's width, in pixels.
_FRAME, _BAR = 48, 12
#: Above and below what stays in sight, in pixels.
_AIR = 10


def available(window: QWidget) -> QRect:
    """Give what a window's screen has for windows."""
    return window.screen().availableGeometry()


def within_screen(dialog: QDialog, foot: QLayout | None = None, *, spare: int = 0) -> None:
    """Let a dialog that is taller than its screen be scrolled; one that fits stays as it is.

    foot: what stays in sight below: the buttons, the last in the dialog's own layout.
    spare: how much room a sentence may need that is said later, in pixels.
    """
    room = available(dialog).height() - _FRAME
    layout = dialog.layout()
    if layout is None or dialog.sizeHint().height() + spare <= room:
        return
    width, inner = dialog.sizeHint().width(), dressed(QWidget(), "panel")
    if foot is not None:
        layout.removeItem(foot)
        foot.setParent(None)
    inner.setLayout(layout)
    column = bare(QVBoxLayout(dialog), 0)
    column.addWidget(scrolled(inner))
    if foot is not None:
        margins = layout.contentsMargins()
        foot.setContentsMargins(margins.left(), _AIR, margins.right() + _BAR, _AIR)
        column.addWidget(hair())
        column.addLayout(foot)
    dialog.setFixedWidth(max(width, dialog.minimumWidth()) + _BAR)
    column.activate()  # else the least height of what is scrolled now is still the dialog's own
    dialog.resize(dialog.width(), room)


def as_tall_as_it_says(dialog: QDialog) -> None:
    """Give a dialog the height for the sentences that it shows now, so that none is cut."""
    layout = dialog.layout()
    first = layout.itemAt(0) if layout is not None else None
    if layout is None or first is None or isinstance(first.widget(), QScrollArea):
        return
    layout.activate()
    tall = layout.totalHeightForWidth(dialog.width())
    room = available(dialog).height() - _FRAME
    dialog.resize(dialog.width(), min(tall, room))


def sized(window: QWidget, width: int, height: int) -> QSize:
    """Give a window a size, or what the screen has; what is in it scrolls. Give the size that it has now."""
    room = available(window).size()
    window.resize(min(width, room.width()), min(height, room.height() - _FRAME))
    return window.size()


def centred(window: QWidget) -> None:
    """Put a window in the middle of its screen, its title with it: a system may leave that out."""
    room = available(window)
    beside, above = room.width() - window.width(), room.height() - _FRAME - window.height()
    window.move(room.left() + max(beside // 2, 0), room.top() + max(above // 2, 0))
