"""Areas that scroll: named where the keyboard comes to them, else passed over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from genogram_app.ui.controls.plain import dressed

#: What the ring takes that shows where the keyboard is, at both sides together, in pixels.
RING = 4


def scrolled(inner: QWidget, says: str = "") -> QScrollArea:
    """Make an area that scrolls, as wide as it is given.

    says: its name, where nothing inside takes the keyboard and the keys scroll; without one
    Tab goes to what is inside.
    """
    made = dressed(QScrollArea(), "scrolled" if says else "")
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setWidget(inner)
    if says:
        made.setAccessibleName(says)
    else:
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
