"""Bands: the rows of figures as they stand, and the gaps between them through which lines go."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Mapping
from types import MappingProxyType

from genogram_app.drawing.primitives import Point
from genogram_app.layout.sheet.extents import Extent
from genogram_app.model.ids import Id

#: Figures whose middles differ in height by less than this stand in one row.
SAME_ROW = 24.0
#: Air between an upright line and what stands beside it.
CLEAR = 4.0
#: Air between two upright lines, so that the edge of a ring may pass one of them; where that is not to be
#: had, less. In what steps it is looked for.
LANES, STEP = (12.0, 6.0), 3.0
#: How far over a couple's bar the room for other lines begins.
OVER_BAR = 2.0
#: What it costs a line to pass between two partners, in points of detour.
THROUGH_COUPLE = 60.0


class Bands:
    """Rows found in where people stand, whether laid out or put there by hand."""

    def __init__(
        self,
        places: Mapping[Id, Point],
        extents: Mapping[Id, Extent],
        couples: frozenset[tuple[Id, Id]] = frozenset(),
        heads: Mapping[Id, float] = MappingProxyType({}),
    ) -> None:
        """Find the rows. heads: room that is wanted over somebody's symbol, in points."""
        self._wanted = heads
        self.heads: list[float] = []
        self.row_of: dict[Id, int] = {}
        self.tops: list[float] = []
        self.bottoms: list[float] = []
        self._boxes: list[list[tuple[float, float, Id]]] = []
        self._lanes: list[list[float]] = []
        self._lifted: list[list[tuple[float, float, float]]] = []
        self._couples = couples
        last = None
        for key in sorted(places, key=lambda key: (places[key][1], places[key][0], key)):
            x, y = places[key]
            if last is None or y - last > SAME_ROW:
                self._open()
                last = y
            self._put(key, extents[key], x, y)
        for boxes in self._boxes:
            boxes.sort()

    def _open(self) -> None:
        self.tops.append(float("inf"))
        self.bottoms.append(float("-inf"))
        self.heads.append(0.0)
        self._boxes.append([])
        self._lanes.append([])
        self._lifted.append([])

    def _put(self, key: Id, extent: Extent, x: float, y: float) -> None:
        row = self.row_of[key] = len(self.tops) - 1
        self.tops[row] = min(self.tops[row], y - extent.half[1])
        self.heads[row] = max(self.heads[row], self._wanted.get(key, 0.0))
        self.bottoms[row] = max(self.bottoms[row], y + extent.box.bottom)
        self._boxes[row].append((x + extent.box.left, x + extent.box.right, key))

    def room(self, zone: int) -> float:
        """Give the height of the gap over a row."""
        return self.tops[zone] - self.bottoms[zone - 1] if zone else float("inf")

    def lift(self, row: int, left: float, right: float, y: float) -> None:
        """Note a level line at some height over a row; one that runs through its figures is none."""
        if y < self.tops[row]:
            self._lifted[row].append((left, right, self.tops[row] - y + OVER_BAR))

    def head(self, row: int, left: float, right: float) -> float:
        """Give the room that is wanted over the figures of a row within a stretch."""
        lines = (over for start, end, over in self._lifted[row] if start < right and left < end)
        return max(self.heads[row], *lines, 0.0)

    def is_free(self, row: int, left: float, right: float) -> bool:
        """Say whether nobody of a row stands within a stretch."""
        return not any(left - CLEAR < edge and start < right + CLEAR for start, edge, _ in self._boxes[row])

    def take(self, row: int, x: float) -> None:
        """Keep an upright line's way taken: lines that pass the row stay off it."""
        insort(self._lanes[row], x)

    def way_through(self, row: int, start: float, end: float) -> float:
        """Give the x at which a line passes a row with the least detour, and keep it taken."""
        x = min(self._gaps(row, start, end), key=lambda found: (found[0], found[1]))[1]
        self.take(row, x)
        return x

    def _gaps(self, row: int, start: float, end: float) -> list[tuple[float, float]]:
        boxes = self._boxes[row]
        found = []
        right, before = float("-inf"), ""
        for left, edge, key in [*boxes, (float("inf"), float("inf"), "")]:
            if left - right >= 2 * CLEAR:
                x = self._lane(row, right + CLEAR, left - CLEAR, start, end)
                if x is not None:
                    couple = (before, key) in self._couples
                    detour = abs(x - start) + abs(x - end) + (THROUGH_COUPLE if couple else 0.0)
                    found.append((detour, x))
            if edge > right:
                right, before = edge, key
        return found

    def _lane(self, row: int, least: float, most: float, start: float, end: float) -> float | None:
        """Give a free x between two bounds: the start's own if it can be, else the nearest."""
        lanes = self._lanes[row]
        wish = max(least, min(start, most))
        for apart in LANES:
            for step in range(64):
                x = wish + (step + 1) // 2 * STEP * (1 if step % 2 else -1)
                at = bisect_left(lanes, x - apart)
                if least <= x <= most and not (at < len(lanes) and lanes[at] < x + apart):
                    return x
        return None
