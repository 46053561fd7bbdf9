"""Which boxes reach which place of a sheet, painted once, so that thousands of places can be looked up."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Mapping
from itertools import groupby
from typing import Generic, TypeAlias, TypeVar

from genogram_app.drawing.primitives import Box

Thing = TypeVar("Thing", bound=Hashable)

#: How finely places are told apart, in points.
FINE = 3.0
#: How far beyond everything a sheet is painted: further no line is led.
MARGIN = 320.0

#: Left, top, right, bottom, and what it is.
Painted = tuple[float, float, float, float, Thing]
#: Columns from one to before another.
Span = tuple[int, int]
Cells: TypeAlias = "array[int]"

#: How a cell's number is kept: where many lines lie over each other there are more than two bytes hold.
NUMBERS = "I"
#: From how many numbers on a raster isn't painted further for another sheet.
MOST = 1 << 14


class Raster(Generic[Thing]):
    """A sheet in small cells. Each cell has a number that stands for what is there; 0 for nothing."""

    def __init__(self, area: Box) -> None:
        self.area = area
        self.columns, self.rows = int(area.width / FINE) + 1, int(area.height / FINE) + 1
        self.cells: Cells = array(NUMBERS, [0]) * (self.columns * self.rows)
        #: What each number stands for.
        self.things: list[tuple[Thing, ...]] = [()]
        self._numbers: dict[tuple[Thing, ...], int] = {(): 0}
        self._more: dict[tuple[int, Thing], int] = {}

    @property
    def crowded(self) -> bool:
        """Say whether the numbers may soon run out, and it had better be painted afresh."""
        return len(self.things) > MOST

    def resized(self, area: Box) -> Raster[Thing]:
        """Give the raster for an area that begins where its own does; it is given up for it."""
        if area == self.area:
            return self
        other: Raster[Thing] = Raster(area)
        width = min(self.columns, other.columns)
        for row in range(min(self.rows, other.rows)):
            old, new = row * self.columns, row * other.columns
            other.cells[new : new + width] = self.cells[old : old + width]
        other.things, other._numbers, other._more = self.things, self._numbers, self._more
        return other

    def paint(self, boxes: Iterable[Painted[Thing]]) -> None:
        """Paint boxes; those of one thing that follow each other are merged row by row."""
        for thing, several in groupby(boxes, key=lambda box: box[4]):
            self._fill(self._spans(several), thing, self._with)

    def erase(self, boxes: Iterable[Painted[Thing]]) -> None:
        """Take boxes away again, all of each thing at once."""
        for thing, several in groupby(boxes, key=lambda box: box[4]):
            self._fill(self._spans(several), thing, self._without)

    def _spans(self, boxes: Iterable[Painted[Thing]]) -> dict[int, list[Span]]:
        """Give the columns that boxes take, by row."""
        spans: dict[int, list[Span]] = {}
        x, y = self.area.left, self.area.top
        for left, top, right, bottom, _ in boxes:
            a, b = max(0, int((left - x) / FINE + 0.5)), min(self.columns, int((right - x) / FINE + 0.5))
            rows = range(max(0, int((top - y) / FINE + 0.5)), min(self.rows, int((bottom - y) / FINE + 0.5)))
            for row in rows if a < b else ():
                if row in spans:
                    _extend(spans[row], a, b)
                else:
                    spans[row] = [(a, b)]
        return spans

    def _fill(
        self, spans: Mapping[int, Iterable[Span]], thing: Thing, become: Callable[[int, Thing], int]
    ) -> None:
        before = after = array(NUMBERS)
        for row, several in spans.items():
            for a, b in several:
                start, end = row * self.columns + a, row * self.columns + b
                # Most rows of a box lie over the same as the row above.
                if (here := self.cells[start:end]) != before:
                    before, after = here, self._become(here, thing, become)
                self.cells[start:end] = after

    def _become(self, cells: Cells, thing: Thing, become: Callable[[int, Thing], int]) -> Cells:
        """Give what becomes of some cells with a thing more or less."""
        new = {number: become(number, thing) for number in set(cells)}
        if len(new) > 1:
            return array(NUMBERS, [new[number] for number in cells])
        return array(NUMBERS, new.values()) * len(cells)

    def _with(self, number: int, thing: Thing) -> int:
        """Give the number for what another stands for and one thing more."""
        found = self._more.get((number, thing))
        if found is None:
            there = self.things[number]
            found = self._more[number, thing] = self._number(there if thing in there else (*there, thing))
        return found

    def _without(self, number: int, thing: Thing) -> int:
        """Give the number for what another stands for but for one thing."""
        return self._number(tuple(other for other in self.things[number] if other != thing))

    def _number(self, things: tuple[Thing, ...]) -> int:
        found = self._numbers.get(things)
        if found is None:
            found = self._numbers[things] = len(self.things)
            self.things.append(things)
        return found


def _extend(spans: list[Span], a: int, b: int) -> None:
    """Put one more span of columns into a row, joined to the last where they touch."""
    c, d = spans[-1]
    if a <= d and b >= c:
        spans[-1] = a if a < c else c, b if b > d else d
    else:
        spans.append((a, b))
