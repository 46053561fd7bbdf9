"""Lines that are drawn already, found quickly by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import dist
from types import MappingProxyType

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.drawing.routes import Route
from genogram_app.layout.sheet.extents import Trace
from genogram_app.layout.sheet.grid import CELL, Entry, Grid
from genogram_app.model.ids import Id

#: The longest piece that a slanting line is cut into, so that its boxes lie close to it.
PIECE = 6.0
#: How much of a line's breadth the boxes along a slanting one have.
SLANTED = 0.75


#: What the keys of a line's marks and of its two ends end with.
MARK, END = "/mark", "/end"
#: A route without ink: what lines are taken for where nobody says how broad they are.
BARE = Trace(reach=0.0)
NO_TRACES: Mapping[Id, Trace] = MappingProxyType({})


class Ink(Grid):
    """Lines by key, as upright boxes round short pieces."""

    def __init__(
        self,
        lines: Mapping[Id, Iterable[Polyline]] | None = None,
        traces: Mapping[Id, Trace] = NO_TRACES,
    ) -> None:
        super().__init__()
        for key, several in (lines or {}).items():
            for line in several:
                self.add(key, line, traces.get(key, BARE))

    def add(self, key: Id, line: Polyline, trace: Trace = BARE) -> None:
        """Draw one more line; the marks on it by a key of their own."""
        reach = trace.reach
        for left, top, right, bottom in pieces(line):
            # A level or upright piece is no longer for being broad; beside a slanting one a box is too much.
            if left != right and top != bottom:
                x = y = SLANTED * reach
            else:
                x, y = (reach, 0.0) if left == right else (0.0, reach)
            self.enter(left - x, top - y, right + x, bottom + y, key)
        for x, y, size in knots(line, trace):
            self.enter(x - size, y - size, x + size, y + size, key + MARK)

    def across(self, row: Box) -> list[Entry]:
        """Give the pieces of lines in a row, however long it is."""
        rows = range(int(row.top // CELL), int(row.bottom // CELL) + 1)
        return [
            entry
            for (_, number), cell in self.cells.items()
            if number in rows
            for entry in cell
            if entry[1] < row.bottom and entry[3] > row.top
        ]


def knots(
    line: Sequence[Point], trace: Trace, within: tuple[float, float] = (0.0, 1.0)
) -> Iterator[tuple[float, float, float]]:
    """Go through the marks on a line: where each stands, and how far it goes to each side.

    within: between which shares of its length the marks are wanted.
    """
    if trace.knots and len(set(line)) > 1:
        route = Route(tuple(line))
        for knot in trace.knots:
            for share in knot.shares(route.length):
                if within[0] <= share <= within[1]:
                    yield (*route.at(share * route.length + knot.shift)[0], knot.size)


def pieces(line: Polyline) -> Iterator[tuple[float, float, float, float]]:
    """Go through upright boxes along a line: whole legs where level or upright, else short ones."""
    for (ax, ay), (bx, by) in pairwise(line):
        level = ax == bx or ay == by
        count = 1 if level else max(1, int(dist((ax, ay), (bx, by)) / PIECE))
        dx, dy = (bx - ax) / count, (by - ay) / count
        for i in range(count):
            x, y, u, v = ax + dx * i, ay + dy * i, ax + dx * (i + 1), ay + dy * (i + 1)
            yield min(x, u), min(y, v), max(x, u), max(y, v)
