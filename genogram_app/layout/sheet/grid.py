"""Upright boxes on the sheet, found quickly by place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from genogram_app.drawing.primitives import Box
from genogram_app.model.ids import Id

CELL = 40.0
#: How near something counts as being at a point, and how near at most anybody asks.
REACH, MOST = 3.1, 11.0

#: Left, top, right, bottom, and whose it is.
Entry = tuple[float, float, float, float, Id]


class Grid:
    """Boxes in cells, sorted in when somebody first asks."""

    def __init__(self) -> None:
        #: Every box by its key, and how often boxes came or went.
        self.by_key: dict[Id, list[Entry]] = defaultdict(list)
        self.changes = 0
        self._waiting: list[Entry] = []
        self._cells: dict[tuple[int, int], list[Entry]] = defaultdict(list)

    @property
    def cells(self) -> dict[tuple[int, int], list[Entry]]:
        """Give the boxes by cell, for whoever asks very often."""
        if self._waiting:
            cells = self._cells
            for entry in self._waiting:
                left, top, right, bottom, _ = entry
                # As `_held` has it, written out: of all that layout does on a sheet, this is done most.
                rows = range(int((top - MOST) // CELL), int((bottom + MOST) // CELL) + 1)
                for column in range(int((left - MOST) // CELL), int((right + MOST) // CELL) + 1):
                    for row in rows:
                        cells[column, row].append(entry)
            self._waiting.clear()
        return self._cells

    def enter(self, left: float, top: float, right: float, bottom: float, key: Id) -> None:
        """Put one more box down; several may have one key."""
        entry = left, top, right, bottom, key
        self._waiting.append(entry)
        self.by_key[key].append(entry)
        self.changes += 1

    def take_out(self, key: Id) -> None:
        """Take up whatever has a key."""
        if entries := self.by_key.pop(key, None):
            self.changes += 1
            cells = self.cells
            held = {
                cell for left, top, right, bottom, _ in entries for cell in _held(left, top, right, bottom)
            }
            for cell in held:
                cells[cell] = [entry for entry in cells[cell] if entry[4] != key]

    def near(self, box: Box) -> list[Id]:
        """Give everything that overlaps a box, once each."""
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        cells = self.cells
        found: dict[Id, None] = {}
        for cell in _cells(left, top, right, bottom):
            for a, b, c, d, key in cells.get(cell, ()):
                if a < right and c > left and b < bottom and d > top:
                    found[key] = None
        return list(found)

    def entries(self, box: Box) -> list[Entry]:
        """Give every box that overlaps a box; one may come several times."""
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        cells = self.cells
        return [
            entry
            for cell in _cells(left, top, right, bottom)
            for entry in cells.get(cell, ())
            if entry[0] < right and entry[2] > left and entry[1] < bottom and entry[3] > top
        ]

    def once(self, box: Box) -> list[Entry]:
        """Give every box that overlaps a box, for who asks so seldom that nothing need be sorted in."""
        left, top, right, bottom = box.left, box.top, box.right, box.bottom
        return [
            entry
            for entries in self.by_key.values()
            for entry in entries
            if entry[0] < right and entry[2] > left and entry[1] < bottom and entry[3] > top
        ]

    def at(self, x: float, y: float) -> list[Id]:
        """Give everything within `REACH` points of a point; what has several boxes may come twice."""
        cell = self.cells.get((int(x // CELL), int(y // CELL)), ())
        return [k for a, b, c, d, k in cell if a - REACH < x < c + REACH and b - REACH < y < d + REACH]


def _held(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    """Go through the cells that hold a box."""
    return _cells(left - MOST, top - MOST, right + MOST, bottom + MOST)


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    rows = range(int(top // CELL), int(bottom // CELL) + 1)
    for column in range(int(left // CELL), int(right // CELL) + 1):
        for row in rows:
            yield column, row
