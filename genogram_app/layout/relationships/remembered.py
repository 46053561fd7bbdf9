"""Ways of lines that hold from one sheet to the next: where nothing has changed that they were found by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.relationships.arcs import APART, Arcs, Bundle
from genogram_app.layout.relationships.paths import Sites, room
from genogram_app.layout.relationships.setting import Setting
from genogram_app.layout.relationships.ways import ASIDE, Priced
from genogram_app.layout.sheet.curves import Curve
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


#: Both ends of a line and how broad it is.
Kind = tuple[Id, Id, Trace]
#: Ways of lines; several where several lines join the same two.
Known = dict[Kind, list[Found]]


@dataclass(frozen=True, slots=True)
class Together:
    """Lines that were drawn together.

    begun: which they are, and what was drawn before them. among: for each kind of them the box round all
    that was tried, and what they were drawn among. ink: the lines there are now, in the order in which
    they were drawn last. found: the ways that were found on the way there.
    """

    begun: There
    among: Mapping[Kind, tuple[Box, There]]
    ways: Mapping[Id, Polyline]
    costs: Mapping[Id, float]
    ink: Sequence[Id]
    found: Sequence[tuple[Kind, Found]]


@dataclass
class Remembered:
    """What is known of the lines of a sheet."""

    ways: Known = field(default_factory=dict)
    together: list[Together] = field(default_factory=list)


class RememberedArcs(Arcs):
    """Arcs that look up whether lines were drawn among the same before: all together, else each way."""

    def __init__(self, setting: Setting, before: Remembered) -> None:
        """Take note of the sheet. before: what is known of the last one."""
        super().__init__(setting)
        self._before, self.known = before, Remembered()
        self._corners: list[Point] = []
        self._found: list[tuple[Kind, Found]] = []
        #: The box round all that was tried of those that are drawn now.
        self._tried_of: dict[Kind, Box] = {}

    def _draw_all(self, order: Sequence[Bundle]) -> None:
        traces = {key: self._trace(key) for key in self.joins}
        begun = order, [*self.ways.items()], dict(self.costs), dict(self.joins), traces
        same = (one for one in self._before.together if one.begun == begun)
        last = next((one for one in same if all(map(self._stands, one.among.items()))), None)
        if last is None:
            self._found, self._tried_of = [], {}
            super()._draw_all(order)
            last = self._drawn_now(begun)
        else:
            self._draw_again(last)
        self.known.together.append(last)

    def _stands(self, among: tuple[Kind, tuple[Box, There]]) -> bool:
        """Say whether everything is there among which a line was drawn, and nothing else."""
        kind, (tried, there) = among
        return (*self._given(*kind), *self._scenery(tried, *kind)) == there

    def _drawn_now(self, begun: There) -> Together:
        """Take note of all lines as they are drawn now."""
        among = {
            kind: (box, (*self._given(*kind), *self._scenery(box, *kind)))
            for kind, box in self._tried_of.items()
        }
        ink = [key for key in self.ink.by_key if key in self.ways]
        return Together(begun, among, dict(self.ways), dict(self.costs), ink, self._found)

    def _draw_again(self, last: Together) -> None:
        """Draw all lines as they were drawn, each in its turn."""
        self._take_out(self.ways)
        self.ways, self.costs = dict(last.ways), dict(last.costs)
        for key in last.ink:
            self._put(key, last.ways[key], last.costs[key])
        for kind, found in last.found:
            self.known.ways.setdefault(kind, []).append(found)

    def _best(self, a: Id, b: Id, trace: Trace) -> Priced:
        key, given = (a, b, trace), self._given(a, b, trace)
        same = (found for found in self._before.ways.get(key, ()) if found.given == given)
        found = next((one for one in same if self._there(one.tried, a, b, trace) == one.there), None)
        if found is None:
            self._corners = [point for pair in self._ends(a, b) for point in pair]
            way = super()._best(a, b, trace)
            tried = _hull(self._corners).grown(trace.reach + AIR)
            found = Found(given, tried, self._there(tried, a, b, trace), way)
        self.known.ways.setdefault(key, []).append(found)
        self._found.append((key, found))
        self._note(key, found.tried)
        return found.way

    def _meets(self, curve: Curve, trace: Trace, a: Id, b: Id) -> float:
        self._note((a, b, trace), _hull(curve).grown(trace.reach + AIR))
        return super()._meets(curve, trace, a, b)

    def _note(self, kind: Kind, tried: Box) -> None:
        """Take note of a box in which a line was tried."""
        before = self._tried_of.get(kind)
        self._tried_of[kind] = before.union(tried) if before else tried

    def _given(self, a: Id, b: Id, trace: Trace) -> There:
        """Give what the ways of a line are made of, wherever they lead."""
        area = self._area(trace)
        return tuple(self._ends(a, b)), self.extents.get(a), self.extents.get(b), area.left, area.top

    def _area(self, trace: Trace) -> Box:
        return self.scenery.field(round(trace.reach + APART)).area

    def _there(self, box: Box, a: Id, b: Id, trace: Trace) -> There:
        """Give what is in a box: of the sheet, and of the lines drawn so far."""
        joined = frozenset((key, self.joins.get(key), key in self.whole) for *_, key in self.ink.once(box))
        return joined, frozenset(self.ink.once(box)), *self._scenery(box, a, b, trace)

    def _scenery(self, box: Box, a: Id, b: Id, trace: Trace) -> There:
        """Give what of the sheet is in a box, as far as it is painted there, and rows that a line passes."""
        area = self._area(trace)
        seen = min(box.right, area.right), min(box.bottom, area.bottom)
        grids = self.scenery.solid, self.scenery.ink, self.scenery.rings
        return *seen, *(frozenset(grid.once(box)) for grid in grids), *self._rows(box, a, b)

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
