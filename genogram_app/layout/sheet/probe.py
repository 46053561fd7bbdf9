"""What it costs to lead a line along a way, past everything that is there already."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Set
from operator import add
from typing import NamedTuple

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.sheet.field import LABEL, Field, Thing
from genogram_app.layout.sheet.ink import END, MARK
from genogram_app.layout.sheet.lattice import Lattice
from genogram_app.layout.sheet.raster import FINE, NUMBERS, Raster
from genogram_app.model.ids import Id

#: What it costs to pass over somebody, and over a label.
OVER, ON_LABEL = 110.0, 12.0
#: What it costs to lie on the words of one's own end, and each sample of that; where a line that isn't drawn
#: yet would have to go round them.
OWN_WORDS, OWN_MORE, ROUND_WORDS = 130.0, 5.0, 20.0
#: What it costs to cross a line, or a ring, and to run along a line, or a ring (each sample).
LINE, RING, ALONG, ALONG_RING = 6.0, 1.5, 5.0, 4.0
#: What it costs that two lines cross that are never interrupted, as those of harm aren't: neither is told.
BOTH_WHOLE = 40.0
#: What it costs to come where another line begins or ends.
ON_END = 12.0
#: What it costs to hide a mark on a line, such as the slash that says it has ended.
ON_MARK = 25.0
#: What it costs to be at a place under the own words, where a way is searched.
WORDS_THERE = 60.0
#: How many samples in a row on one line are more than a crossing.
RUN = 3
#: How many samples on somebody cost in full what it costs to pass over them: fewer only graze.
GRAZE = 3

Keys = tuple[Id, ...]
#: Something by its key, and what it costs to meet it.
Dear = tuple[Id, float]


class Met(NamedTuple):
    """What a line meets at a place: its own symbol, own words, others, lines, edges of rings."""

    mine: bool
    words: Keys
    others: tuple[Dear, ...]
    lines: tuple[Dear, ...]
    edges: tuple[Dear, ...]


#: More than the numbers that there are in a raster.
MANY = 1 << 16
CLEAR = Met(False, (), (), (), ())


class Probe:
    """Tries many ways of one line on a sheet that stays as it is."""

    def __init__(
        self,
        standing: Field,
        own: Collection[Id],
        onward: float = 0.0,
        words: float = OWN_WORDS,
        drawn: Field | None = None,
        whole: Set[Id] = frozenset(),
    ) -> None:
        """Take note of the line.

        standing: what is there, as far as the line's ink reaches. own: what is at
        its ends. onward: what each further sample on somebody costs. words: what
        it costs to lie on the words of an end. drawn: what else is there, on the same area.
        whole: lines that are interrupted as little as this one.
        """
        self.own, self.onward, self.words = own, onward, words
        self.whole = whole
        self.standing, self.area = standing.now(), standing.area
        self.drawn = drawn.now() if drawn else None
        self._known = {0: CLEAR}

    def cost(self, way: Iterable[Point], most: float = float("inf")) -> float:
        """Give what it costs to lead the line along some points; gives up where that is over `most`."""
        over: dict[Id, int] = {}
        lines: dict[Id, int] = {}
        edges: dict[Id, int] = {}
        cost = 0.0
        for here in self._met(way):
            if here is CLEAR:
                lines = edges = {}
                continue
            for key in here.words:
                run = over[key] = over.get(key, 0) + 1
                cost += self.words if run == 1 else min(OWN_MORE, self.words)
            for key, dear in here.others:
                run = over[key] = over.get(key, 0) + 1
                cost += dear / GRAZE if run <= GRAZE else self.onward
            lines, more = _runs(() if here.mine else here.lines, lines, ALONG)
            edges, again = _runs(here.edges, edges, ALONG_RING)
            cost += more + again
            if cost > most:
                return cost
        return cost

    def least(self, way: Iterable[Point]) -> float:
        """Give what leading the line along a way costs at least, by some of the samples on it."""
        met: dict[Id, float] = {}
        for here in self._met(way):
            if here is not CLEAR:
                met.update((key, dear / GRAZE) for key, dear in here.others)
                if not here.mine:
                    met.update(here.lines)
        return sum(met.values())

    def lattice(self, box: Box, pace: int) -> Lattice:
        """Give what it costs to be at places in a box, one in so many cells each way."""
        area, columns, rows = self.area, self.standing.columns, self.standing.rows
        left, right = _cells(box.left - area.left, box.right - area.left, columns)
        top, bottom = _cells(box.top - area.top, box.bottom - area.top, rows)
        runs = [slice(row * columns + left, row * columns + right, pace) for row in range(top, bottom, pace)]
        costs = self._costs(self.standing, runs)
        if self.drawn:
            costs = map(add, costs, self._costs(self.drawn, runs))
        x, y = area.left + (left + 0.5) * FINE, area.top + (top + 0.5) * FINE
        return Lattice.roomy(x, y, pace * FINE, len(range(left, right, pace)), list(costs))

    def _costs(self, raster: Raster[Thing], runs: Iterable[slice]) -> Iterable[float]:
        """Go through what it costs to be in some cells, as far as one raster knows."""
        cells = array(NUMBERS)
        for run in runs:
            cells += raster.cells[run]
        onward = 1 if raster is self.drawn else MANY
        known = {
            here: self._there(self._known.get(here * onward) or self._meaning(here * onward))
            for here in set(cells)
        }
        return map(known.__getitem__, cells)

    def _there(self, here: Met) -> float:
        """Give about what it costs to come by a place, of several on the way through what is there."""
        cost = WORDS_THERE * len(here.words) + sum(dear / 2 for _, dear in here.others)
        if not here.mine:
            cost += sum(dear / 2 for _, dear in here.lines)
        return cost + sum(dear / 2 for _, dear in here.edges)

    def _met(self, way: Iterable[Point]) -> Iterator[Met]:
        """Go through what the line meets at some points."""
        standing, known = self.standing.cells, self._known
        drawn = self.drawn.cells if self.drawn else None
        left, top, right, bottom = self.area.left, self.area.top, self.area.right, self.area.bottom
        columns = self.standing.columns
        for x, y in way:
            if left <= x <= right and top <= y <= bottom:
                cell = int((y - top) / FINE) * columns + int((x - left) / FINE)
                both = standing[cell] * MANY + (drawn[cell] if drawn else 0)
                yield known.get(both) or self._meaning(both)
            else:
                yield CLEAR

    def _meaning(self, both: int) -> Met:
        """Give what the numbers of a cell mean to this line, and remember it."""
        standing, drawn = divmod(both, MANY)
        things = self.standing.things[standing] + (self.drawn.things[drawn] if self.drawn else ())
        words = tuple(key for kind, key in things if kind == "words" and self._own(key))
        others = tuple(
            (key, ON_END if kind == "line" else ON_LABEL if key.startswith(LABEL) else OVER)
            for kind, key in things
            if (key.endswith(END) if kind == "line" else kind == "part" and not self._own(key))
        )
        mine = any(kind == "symbol" and key in self.own for kind, key in things)
        lines = tuple(
            (key, ON_MARK if key.endswith(MARK) else BOTH_WHOLE if key in self.whole else LINE)
            for kind, key in things
            if kind == "line"
        )
        edges = tuple((key, RING) for kind, key in things if kind == "edge")
        found = self._known[both] = Met(mine, words, others, lines, edges)
        return found

    def _own(self, part: Id) -> bool:
        """Say whether a part is one that a line may begin at, or must at worst begin under."""
        whose, _, name = part.partition("/")
        return whose in self.own and not name.startswith("badge")


def _cells(start: float, end: float, count: int) -> tuple[int, int]:
    """Give the first cell of a stretch and the one after its last, of so many."""
    return max(0, int(start / FINE)), min(count, int(end / FINE) + 1)


def _runs(met: Iterable[Dear], before: dict[Id, int], onward: float) -> tuple[dict[Id, int], float]:
    """Give for how many samples in a row each line is met now, and what that costs."""
    runs, cost = {}, 0.0
    for key, dear in met:
        run = runs[key] = before.get(key, 0) + 1
        cost += dear if run == 1 else onward if run > RUN else 0.0
    return runs, cost
