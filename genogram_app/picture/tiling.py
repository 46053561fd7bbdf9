"""A family in parts: every figure, service and label whole in exactly one of them.

First the family is cut from side to side into rows of parts, in the gaps
between generations, then each row from top to bottom, in the gaps between
people. Where there is no gap a cut steps round what stands in its way.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.drawing.shapes import polygon
from genogram_app.model.ids import Id
from genogram_app.picture.cuts import HIT, Cut, Strip, candidates, choose
from genogram_app.picture.stairs import FAR, Solid, Stair

#: A cut keeps this far off a line that runs along it.
OFF = 3.0
#: How much of the lines over and under its people a part shows at least.
LEAD = 56.0
#: Of so many who stand in a row of parts, one may stand across the seam between two rows of people.
STRAY = 12
#: In how many places a seam between two rows of people is tried.
SEAMS = 9
#: The side of a cell in which neighbours are looked for.
CELL = 128.0

#: The boxes of pieces of lines, each with its weight.
Lines = Sequence[tuple[Box, int]]


@dataclass(frozen=True, slots=True)
class Ink:
    """A line that may be cut, and how bad that is: 1 is an ordinary line.

    ends: who is joined by it, in groups: the parents, then the children.
    """

    points: Polyline
    weight: int = 1
    ends: tuple[tuple[Id, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of the family, in points of the layout.

    left and right are cuts from top to bottom, top and bottom from side to
    side. solids: what is whole in it. extent: the box round its ink.
    """

    number: int
    left: Stair
    right: Stair
    top: Stair
    bottom: Stair
    solids: tuple[Box, ...]
    extent: Box

    def columns(self, window: Box) -> Outline:
        """Give the outline between its left and right cuts, within a window."""
        left = [(min(max(x, window.left), window.right), y) for y, x in _along(self.left, window)]
        right = [(min(max(x, window.left), window.right), y) for y, x in _along(self.right, window)]
        return polygon([*left, *reversed(right)])

    def rows(self, window: Box) -> Outline:
        """Give the outline between its upper and lower cuts, within a window."""
        top = [(x, max(y, window.top)) for x, y in self.top.points(window.left, window.right)]
        bottom = [(x, min(y, window.bottom)) for x, y in self.bottom.points(window.left, window.right)]
        return polygon([*top, *reversed(bottom)])

    def core(self, window: Box) -> Box:
        """Give a box that lies in it as a whole, without its steps."""
        return Box(
            max(window.left, *self.left.over(window.top, window.bottom)),
            max(window.top, *self.top.over(window.left, window.right)),
            min(window.right, *self.right.over(window.top, window.bottom)),
            min(window.bottom, *self.bottom.over(window.left, window.right)),
        )


def _along(stair: Stair, window: Box) -> list[Point]:
    return stair.points(window.top, window.bottom)


@dataclass(frozen=True, slots=True)
class Row:
    """Parts side by side, the cuts that bound them, and each one's tile where it holds anything."""

    top: Stair
    bottom: Stair
    cuts: tuple[Stair, ...]
    tiles: tuple[Tile | None, ...]


@dataclass(frozen=True, slots=True)
class Tiling:
    """A family cut into parts that cover it without overlap; cost: what its cuts go through, in lines."""

    rows: tuple[Row, ...]
    cost: float = 0.0

    @property
    def tiles(self) -> list[Tile]:
        """Give the parts that hold anything, in reading order."""
        return [tile for row in self.rows for tile in row.tiles if tile]

    def at(self, x: float, y: float) -> Tile | None:
        """Give the part in which a point lies; None in a part that holds nothing."""
        for row in self.rows:
            if y < row.bottom.at(x) or row is self.rows[-1]:
                column = bisect_right(row.cuts, x, key=lambda cut: cut.at(y)) - 1
                return row.tiles[min(max(column, 0), len(row.tiles) - 1)]
        return None


class Uncut:
    """A family that can be cut for several papers: where it may be cut is found once."""

    def __init__(self, solids: Iterable[Box], inks: Sequence[Ink]) -> None:
        self.solids, self.lines = merged(solids), _segments(inks)
        self._down = candidates([_strip_down(self.solids, self.lines)], [])
        self._across: dict[tuple[Cut, Cut], _Across] = {}

    def cut(self, width: float, height: float) -> Tiling:
        """Cut it into parts of at most width by height."""
        cuts = choose(self._down, height)
        rows, number, cost = list[Row](), 0, _cost(cuts)
        top = Stair.straight(-FAR)
        for ends, (own, later) in zip(pairwise(cuts), _dealt_down(self.solids, cuts), strict=True):
            if not own:
                continue
            bottom = Stair.straight(ends[1].places[0]).round(map(_level, own), map(_level, later))
            found = self._row(own, ends)
            chosen = choose(found.tried, width)
            rows.append(_row(own, found.seams, (top, bottom), ends, chosen, number))
            cost += _cost(chosen)
            number += sum(1 for tile in rows[-1].tiles if tile)
            top = bottom
        return Tiling(tuple(rows), cost)

    def _row(self, own: Sequence[Box], ends: tuple[Cut, Cut]) -> _Across:
        if ends not in self._across:
            self._across[ends] = _across(own, self.lines, ends)
        return self._across[ends]


def tiling(solids: Iterable[Box], inks: Sequence[Ink], width: float, height: float) -> Tiling:
    """Cut a family into parts of at most width by height."""
    return Uncut(solids, inks).cut(width, height)


def _cost(cuts: Sequence[Cut]) -> float:
    return sum(cut.cost for cut in cuts[1:-1])


def _strip_down(solids: Sequence[Box], lines: Lines) -> Strip:
    crossed = [(box.top, box.bottom) for box, weight in lines for _ in range(weight)]
    return Strip([(box.top, box.bottom) for box in solids], crossed)


def _segments(inks: Sequence[Ink]) -> Lines:
    """Give the box of every piece of line, with a little room beside it, and its weight."""
    return [
        (Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])).grown(OFF), ink.weight)
        for ink in inks
        for a, b in pairwise(ink.points)
    ]


def _dealt_down(solids: Sequence[Box], cuts: Sequence[Cut]) -> list[tuple[list[Box], list[Box]]]:
    """Give for each row its own solids, and those below it."""
    levels = [cut.places[0] for cut in cuts[1:-1]]
    rows: list[list[Box]] = [[] for _ in cuts[1:]]
    for box in solids:
        rows[_first(levels, box.bottom)].append(box)
    return [(row, [box for later in rows[n + 1 :] for box in later]) for n, row in enumerate(rows)]


def _first(levels: Sequence[float], end: float) -> int:
    """Give the number of the first piece that ends at or after a place."""
    return next((n for n, level in enumerate(levels) if end <= level), len(levels))


def _level(box: Box) -> Solid:
    return box.left, box.right, box.top, box.bottom


def _upright(box: Box) -> Solid:
    return box.top, box.bottom, box.left, box.right


# -- one row ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Across:
    """Where a row may be cut from top to bottom, and the heights at which a cut may step aside."""

    seams: Sequence[float]
    tried: Sequence[Cut]


def _across(solids: Sequence[Box], lines: Lines, ends: tuple[Cut, Cut]) -> _Across:
    """Find the gaps between the people of a row."""
    above, below = ends
    lines = [(b, w) for b, w in lines if b.bottom > above.places[0] and b.top < below.places[0]]
    seams = _seams(solids, lines)
    strips = [_strip_across(solids, lines, span) for span in pairwise([-FAR, *seams, FAR])]
    # To step aside through somebody is as bad as to cut through them.
    standing = [*lines, *((box, int(HIT)) for box in solids)]
    return _Across(seams, candidates(strips, [_through(standing, y) for y in seams]))


def _row(
    solids: Sequence[Box],
    seams: Sequence[float],
    edges: tuple[Stair, Stair],
    ends: tuple[Cut, Cut],
    cuts: Sequence[Cut],
    number: int,
) -> Row:
    """Make the parts of a row between its cuts."""
    above, below = ends
    dealt = _dealt_across(solids, cuts, seams)
    stairs = _stairs(seams, cuts, dealt)
    tiles = list[Tile | None]()
    for n, own in enumerate(dealt):
        if not own:
            tiles.append(None)
            continue
        number += 1
        extent = Box(cuts[n].after, _top(own, above), cuts[n + 1].before, _bottom(own, below))
        tiles.append(Tile(number, stairs[n], stairs[n + 1], *edges, tuple(own), extent))
    return Row(*edges, tuple(stairs), tuple(tiles))


def _stairs(seams: Sequence[float], cuts: Sequence[Cut], dealt: Sequence[Sequence[Box]]) -> list[Stair]:
    """Give the cuts of a row in steps, round whatever stands in their way."""
    stairs = [Stair(tuple(seams), cut.places) for cut in cuts]
    upright = [[_upright(box) for box in part] for part in dealt]
    for n in range(1, len(stairs) - 1):
        stairs[n] = stairs[n].round(chain(*upright[:n]), chain(*upright[n:]))
    return stairs


def _top(own: Sequence[Box], above: Cut) -> float:
    return max(above.after, min(box.top for box in own) - LEAD)


def _bottom(own: Sequence[Box], below: Cut) -> float:
    return min(below.before, max(box.bottom for box in own) + LEAD)


def _seams(solids: Sequence[Box], lines: Lines) -> list[float]:
    """Give the heights between the rows of people at which a cut may step aside.

    Nobody stands across them, or in a stretch without such a height only a few.
    """
    clear = [lull for lull in _lulls(solids, 0) if _high(lull)]
    stray = [lull for lull in _lulls(solids, len(solids) // STRAY) if _high(lull)]
    # A service between two rows leaves no clear height there; elsewhere the clear ones are enough.
    stray = [lull for lull in stray if not any(lull[0] <= top <= lull[1] for top, _ in clear)]
    return [_seam(solids, lines, lull) for lull in sorted([*clear, *stray])]


def _high(lull: tuple[float, float]) -> bool:
    return lull[1] - lull[0] > 2 * OFF


def _seam(solids: Sequence[Box], lines: Lines, lull: tuple[float, float]) -> float:
    """Give the height within a lull at which fewest stand and fewest lines pass."""
    top, bottom = lull
    tried = [top + (bottom - top) * (n + 1) / (SEAMS + 1) for n in range(SEAMS)]
    return min(tried, key=lambda y: (_over(solids, y), len(_through(lines, y))))


def _lulls(solids: Sequence[Box], few: int) -> Iterator[tuple[float, float]]:
    """Go through the heights at which no more than a few stand, between those at which more do."""
    edges = sorted([(box.top, 1) for box in solids] + [(box.bottom, -1) for box in solids])
    count, began = 0, FAR
    for y, step in edges:
        before, count = count, count + step
        if before > few >= count:
            began = y
        elif before <= few < count and began < FAR:
            yield began, y


def _over(solids: Sequence[Box], y: float) -> int:
    """Count what stands across a height."""
    return sum(box.top < y < box.bottom for box in solids)


def _through(lines: Lines, y: float) -> list[float]:
    return sorted(box.left for box, weight in lines if box.top < y < box.bottom for _ in range(weight))


def _strip_across(solids: Sequence[Box], lines: Lines, span: Sequence[float]) -> Strip:
    top, bottom = span
    inside = [(box.left, box.right) for box in solids if box.top < bottom and box.bottom > top]
    crossed = [(b.left, b.right) for b, w in lines if b.top < bottom and b.bottom > top for _ in range(w)]
    return Strip(inside, crossed)


def _dealt_across(solids: Sequence[Box], cuts: Sequence[Cut], seams: Sequence[float]) -> list[list[Box]]:
    """Give the solids of each part of a row."""
    parts: list[list[Box]] = [[] for _ in cuts[1:]]
    for box in solids:
        strip = bisect_right(seams, box.centre[1])
        parts[_first([cut.places[strip] for cut in cuts[1:-1]], box.right)].append(box)
    return parts


# -- what belongs together -----------------------------------------------------------


def merged(boxes: Iterable[Box]) -> list[Box]:
    """Join boxes that overlap, until none do: a name and the label that lies over it stay together."""
    apart = _Apart()
    for box in sorted(boxes, key=_reading):
        apart.add(box)
    return sorted(apart.boxes, key=_reading)


def _reading(box: Box) -> tuple[float, ...]:
    return box.top, box.left, box.bottom, box.right


class _Apart:
    """Boxes of which no two overlap, found again by the cells of a grid that they touch."""

    def __init__(self) -> None:
        self.boxes: set[Box] = set()
        self._cells: dict[tuple[int, int], set[Box]] = {}

    def add(self, box: Box) -> None:
        """Add a box, joined with all that it overlaps."""
        while touching := {other for other in self._near(box) if other.overlaps(box)}:
            for other in touching:
                self._remove(other)
                box = box.union(other)
        self.boxes.add(box)
        for cell in _cells(box):
            self._cells.setdefault(cell, set()).add(box)

    def _near(self, box: Box) -> set[Box]:
        return {other for cell in _cells(box) for other in self._cells.get(cell, ())}

    def _remove(self, box: Box) -> None:
        self.boxes.discard(box)
        for cell in _cells(box):
            self._cells[cell].discard(box)


def _cells(box: Box) -> list[tuple[int, int]]:
    across = range(int(box.left // CELL), int(box.right // CELL) + 1)
    down = range(int(box.top // CELL), int(box.bottom // CELL) + 1)
    return [(x, y) for x in across for y in down]
