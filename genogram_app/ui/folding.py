"""The panels beside the sheet: folded away in the family's view, and where there is no room for both."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Literal, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from genogram_app.ui.controls.lines import with_focus_in

Side = Literal["left", "right"]
_SIDES: tuple[Side, ...] = get_args(Side)
_PLACE = {"left": 0, "right": 2}
_SHEET = 1
_OTHER: dict[Side, Side] = {"left": "right", "right": "left"}
#: How wide each part is at least, in pixels.
LEAST = {"left": 180, "middle": 300, "right": 328}
#: How wide the sheet stays where nobody asked for a panel.
COMFORT = 520


class Folding:
    """Shows as many panels as fit; whoever asks for one has it, and the other makes room.

    Each view has its panels as they were left in it. The family's begins with both
    folded away: the sheet is what lies on the table. The worker's is kept in
    `folder` from one time to the next.
    """

    def __init__(self, split: QSplitter, folder: Path) -> None:
        self._split, self._folder = split, folder
        #: What was asked for, the latest last; what wasn't is shown where the sheet has room besides.
        self._wanted: list[Side] = ["left", "right"]
        self._asked: set[Side] = set()
        self._by_worker = False
        self._folded: dict[bool, set[Side]] = {False: set(_SIDES), True: _read(folder)}

    def look(self, *, by_worker: bool) -> None:
        """Show the panels as they were when this view was left."""
        self._by_worker = by_worker
        self.settle()

    def settle(self) -> None:
        """Show what fits in the width that there is; who wrote in a panel that goes is back at the sheet."""
        writing = [self._panel(side) for side in _SIDES if with_focus_in(self._panel(side))]
        room = self._split.width()
        for side in reversed(self._wanted):
            left = LEAST["middle"] if side in self._asked else COMFORT
            shown = side not in self._folded[self._by_worker] and LEAST[side] + left <= room
            self._panel(side).setVisible(shown)
            room -= LEAST[side] if shown else 0
        if any(panel.isHidden() for panel in writing):
            self._part(_SHEET).setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, side: Side) -> None:
        """Have a panel there."""
        self._folded[self._by_worker].discard(side)
        self._asked.add(side)
        self._wanted = [_OTHER[side], side]
        self.settle()

    def turn(self, side: Side) -> bool:
        """Fold a panel away, or have it back; say whether it is there now."""
        if self._panel(side).isHidden():
            self.open(side)
        else:
            self._folded[self._by_worker].add(side)
            self.settle()
        return not self._panel(side).isHidden()

    def keep(self) -> None:
        """Keep which panels the worker folded away; that it can't be kept is no reason to stop anybody."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _file(self._folder).write_text(" ".join(sorted(self._folded[True])), encoding="ascii")

    def _panel(self, side: Side) -> QWidget:
        return self._part(_PLACE[side])

    def _part(self, place: int) -> QWidget:
        part = self._split.widget(place)
        assert part is not None
        return part


def _read(folder: Path) -> set[Side]:
    """Give which panels were folded away last time in the worker's view; none where that can't be read."""
    try:
        kept = _file(folder).read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return set()
    return {side for side in _SIDES if side in kept}


def _file(folder: Path) -> Path:
    return folder / "folded"
