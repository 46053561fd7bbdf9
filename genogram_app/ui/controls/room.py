"""Dialogs on small screens, or with large letters: what doesn't fit is scrolled to."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from genogram_app.ui.controls.plain import bare, dressed

#: What a window's title and the edges of the screen take, and a scroll bar's width, in pixels.
_FRAME, _BAR = 48, 12


def within_screen(dialog: QDialog) -> None:
    """Let a dialog that is taller than its screen be scrolled; one that fits stays as it is."""
    room = dialog.screen().availableGeometry().height() - _FRAME
    layout = dialog.layout()
    if layout is None or dialog.sizeHint().height() <= room:
        return
    width, inner = dialog.sizeHint().width(), dressed(QWidget(), "panel")
    inner.setLayout(layout)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    bare(QVBoxLayout(dialog), 0).addWidget(area)
    dialog.setFixedWidth(max(width, dialog.minimumWidth()) + _BAR)
    dialog.resize(dialog.width(), room)


def as_tall_as_it_says(dialog: QDialog) -> None:
    """Give a dialog the height for the sentences that it shows now, so that none is cut."""
    layout = dialog.layout()
    first = layout.itemAt(0) if layout is not None else None
    if layout is None or first is None or isinstance(first.widget(), QScrollArea):
        return
    layout.activate()
    tall = layout.totalHeightForWidth(dialog.width())
    room = dialog.screen().availableGeometry().height() - _FRAME
    dialog.resize(dialog.width(), min(tall, room))


def sized(window: QWidget, width: int, height: int) -> QSize:
    """Give a window a size, or what the screen has; what is in it scrolls. Give the size that it has now."""
    room = window.screen().availableGeometry().size()
    window.resize(min(width, room.width()), min(height, room.height() - _FRAME))
    return window.size()
