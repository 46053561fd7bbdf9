"""The panels beside the sheet, folded away where there is no room for both."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QSplitter, QWidget

Side = Literal["left", "right"]
_PLACE = {"left": 0, "right": 2}
_OTHER: dict[Side, Side] = {"left": "right", "right": "left"}
#: How wide each part is at least, in pixels.
LEAST = {"left": 180, "middle": 300, "right": 312}


class Folding:
    """Shows as many panels as fit; whoever asks for one has it, and the other makes room."""

    def __init__(self, split: QSplitter) -> None:
        self._split = split
        #: What was asked for, the latest last; what wasn't is shown where there is room.
        self._wanted: list[Side] = ["left", "right"]
        self._folded: set[Side] = set()

    def settle(self) -> None:
        """Show what fits in the width that there is."""
        room = self._split.width() - LEAST["middle"]
        for side in reversed(self._wanted):
            shown = side not in self._folded and LEAST[side] <= room
            self._panel(side).setVisible(shown)
            room -= LEAST[side] if shown else 0

    def open(self, side: Side) -> None:
        """Have a panel there."""
        self._folded.discard(side)
        self._wanted = [_OTHER[side], side]
        self.settle()

    def turn(self, side: Side) -> bool:
        """Fold a panel away, or have it back; say whether it is there now."""
        if self._panel(side).isHidden():
            self.open(side)
        else:
            self._folded.add(side)
            self.settle()
        return not self._panel(side).isHidden()

    def _panel(self, side: Side) -> QWidget:
        panel = self._split.widget(_PLACE[side])
        assert panel is not None
        return panel
