"""Lines that are drawn already, found quickly by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import dist

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box
from genogram_app.layout.grid import Entry, Grid
from genogram_app.model.ids import Id

#: The longest piece that a slanting line is cut into, so that its boxes lie close to it.
PIECE = 10.0


class Ink(Grid):
    """Lines by key, as upright boxes round short pieces."""

    def __init__(self, lines: Mapping[Id, Iterable[Polyline]] | None = None) -> None:
        super().__init__()
        for key, several in (lines or {}).items():
            for line in several:
                self.add(key, line)

    def add(self, key: Id, line: Polyline) -> None:
        """Draw one more line."""
        for left, top, right, bottom in pieces(line):
            self.enter(left, top, right, bottom, key)

    def across(self, row: Box) -> list[Entry]:
        """Give the pieces of lines in a row, however long it is."""
        return [
            entry
            for cell in self.cells.values()
            for entry in cell
            if entry[1] < row.bottom and entry[3] > row.top
        ]


def pieces(line: Polyline) -> Iterator[tuple[float, float, float, float]]:
    """Go through upright boxes along a line: whole legs where level or upright, else short ones."""
    for (ax, ay), (bx, by) in pairwise(line):
        level = ax == bx or ay == by
        count = 1 if level else max(1, int(dist((ax, ay), (bx, by)) / PIECE))
        dx, dy = (bx - ax) / count, (by - ay) / count
        for i in range(count):
            x, y, u, v = ax + dx * i, ay + dy * i, ax + dx * (i + 1), ay + dy * (i + 1)
            yield min(x, u), min(y, v), max(x, u), max(y, v)
