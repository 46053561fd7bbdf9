"""Ways of lines that hold from one sheet to the next: where nothing has changed that they were found by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.relationships.arcs import APART, Arcs
from genogram_app.layout.relationships.paths import Sites, room
from genogram_app.layout.relationships.setting import Setting
from genogram_app.layout.relationships.ways import ASIDE, Priced
from genogram_app.layout.sheet.extents import Trace
from genogram_app.layout.sheet.grid import MOST
from genogram_app.layout.sheet.probe import Probe
from genogram_app.model.ids import Id

#: How far beside a line's ways somebody in a row between still matters to where that has gaps.
ROW_MARGIN = ASIDE + 120.0
#: How far beyond its ways a line's ink, and the marks on it, may reach.
AIR = 2 * MOST

#: What was there, by value: compared, never read.
There = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A way, and what it was found by.

    given: the line's ends, the symbols there, and from where the sheet is painted.
    tried: the box round every way that was tried. there: what stood and was drawn in it.
    """

    given: There
    tried: Box
    there: There
    way: Priced


#: Ways by both ends of a line and how broad it is; several where several lines join the same two.
Known = dict[tuple[Id, Id, Trace], list[Found]]


class RememberedArcs(Arcs):
    """Arcs that look up whether a line's way was found before, among the same things."""

    def __init__(self, setting: Setting, before: Known) -> None:
        """Take note of the sheet. before: what is known of the last one."""
        super().__init__(setting)
        self._before, self.known = before, Known()
        self._corners: list[Point] = []

    def _best(self, a: Id, b: Id, trace: Trace) -> Priced:
        key, given = (a, b, trace), self._given(a, b, trace)
        same = (found for found in self._before.get(key, ()) if found.given == given)
        found = next((one for one in same if self._there(one.tried, a, b, trace) == one.there), None)
        if found is None:
            self._corners = [point for pair in self._ends(a, b) for point in pair]
            way = super()._best(a, b, trace)
            tried = _hull(self._corners).grown(trace.reach + AIR)
            found = Found(given, tried, self._there(tried, a, b, trace), way)
        self.known.setdefault(key, []).append(found)
        return found.way

    def _given(self, a: Id, b: Id, trace: Trace) -> There:
        """Give what the ways of a line are made of, wherever they lead."""
        area = self._area(trace)
        return tuple(self._ends(a, b)), self.extents.get(a), self.extents.get(b), area.left, area.top

    def _area(self, trace: Trace) -> Box:
        return self.scenery.field(round(trace.reach + APART)).area

    def _there(self, box: Box, a: Id, b: Id, trace: Trace) -> There:
        """Give what is in a box, as far as the sheet is painted there, and the rows that a line passes."""
        area = self._area(trace)
        seen = min(box.right, area.right), min(box.bottom, area.bottom)
        grids = (self.scenery.solid, self.scenery.ink, self.scenery.rings, self.ink)
        joined = frozenset((key, self.joins.get(key)) for *_, key in self.ink.once(box))
        return *seen, joined, *(frozenset(grid.once(box)) for grid in grids), *self._rows(box, a, b)

    def _rows(self, box: Box, a: Id, b: Id) -> Iterator[There]:
        """Go through the rows in a box: how high each is, and where a line passes one, who stands there."""
        rows = self.tries.rows
        heights = [y for pair in self._ends(a, b) for _, y in pair]
        between = set(rows.between(min(heights), max(heights)))
        left, right = box.left - ROW_MARGIN, box.right + ROW_MARGIN
        for number, (top, bottom) in enumerate(zip(rows.tops, rows.bottoms, strict=True)):
            if top <= box.bottom and bottom >= box.top:
                row = rows.rows[number] if number in between else ()
                yield top, bottom, frozenset(one for one in row if one.right > left and one.left < right)

    def _searched(self, probe: Probe, starts: Sites, ends: Sites) -> list[Priced]:
        box = room(starts, ends)
        self._corners += [(box.left, box.top), (box.right, box.bottom)]
        return super()._searched(probe, starts, ends)

    def _tried(self, ways: Sequence[Priced], probe: Probe, best: Priced, trace: Trace) -> Priced:
        self._corners += [point for cost, curve in ways if cost < best[0] for point in curve]
        return super()._tried(ways, probe, best, trace)


def _hull(points: Sequence[Point]) -> Box:
    """Give the box round the handles of curves: no curve leaves it."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))
