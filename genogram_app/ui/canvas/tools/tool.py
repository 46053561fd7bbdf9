"""What a tool is: it is told of presses, moves and releases until it is put down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from genogram_app.drawing.primitives import Node
from genogram_app.model.ids import Id
from genogram_app.ui.canvas.hits import FIGURES, id_of

if TYPE_CHECKING:
    from genogram_app.ui.canvas.view import Canvas


@dataclass(frozen=True)
class Touch:
    """Where the mouse, a finger or the pen is: on the page in points, in the viewport in pixels."""

    point: QPointF
    place: QPointF
    keys: Qt.KeyboardModifier
    node: Node | None

    @property
    def adds(self) -> bool:
        """Say whether it adds to what is selected."""
        return bool(self.keys & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))

    @property
    def record(self) -> Id | None:
        """Give the id of what it is on."""
        return id_of(self.node.key) if self.node else None

    @property
    def on_figure(self) -> bool:
        """Say whether it is on a person or a service."""
        return self.node is not None and self.node.role in FIGURES


class Tool:
    """Takes part in one gesture. What it doesn't care for it leaves."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas

    def press(self, touch: Touch) -> None:
        """Begin."""

    def move(self, touch: Touch) -> None:
        """Go on, pressed or not."""

    def release(self, touch: Touch) -> None:
        """End."""

    def cancel(self) -> None:
        """Leave everything as it was before."""
