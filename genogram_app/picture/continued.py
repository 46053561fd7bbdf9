"""Where a line is cut between two parts, and the small marks that say where it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import ceil, dist

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Box, Mark, Node, Outline, Path, Point, Stroke
from genogram_app.drawing.shapes import polyline
from genogram_app.drawing.transform import Transform
from genogram_app.layout.result import Layout
from genogram_app.picture.pen import SMALL_STRONG, Pen, extent_of, width_of
from genogram_app.picture.tiling import Ink, Tiling

#: A couple or a home that is torn apart is worse than a line that is cut.
COUPLE, HOME = 3, 2
#: A line is followed in steps of this many points.
STRIDE = 6.0
#: Cuts nearer than this are of one line: ink that lies over ink. Bars of two families are further apart.
NEAR = 2.0
#: How long an arrow is, how far it stays off the edge, and how far its barbs reach.
ARROW, GAP, BARB = 7.0, 2.0, 2.6
#: From the arrow to its words, how high those are, and from their foot to their baseline.
BESIDE, TALL, BASE = 3.0, 8.0, 1.5
#: How far along the edge the words may be moved out of the way; the arrow stays at its line's end.
SHIFTS = tuple(sign * step * 3.0 for step in range(17) for sign in (1, -1))

#: Which way a line goes on: (1, 0) to the right, (0, -1) up.
Way = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Continuation:
    """A place at the edge of a part where a line goes on in another: `at` in points of the layout.

    says: its words. shift: how far along the edge they stand from where they would.
    side: 1 where they stand right of an upright arrow, -1 left of it.
    """

    part: int
    at: Point
    way: Way
    to: int
    says: str = ""
    shift: float = 0.0
    side: int = 1

    @property
    def tip(self) -> Point:
        """Give where its arrow ends."""
        (x, y), (dx, dy) = self.at, self.way
        return x + dx * (GAP + ARROW), y + dy * (GAP + ARROW)

    @property
    def arrow(self) -> Box:
        """Give the room that its arrow takes, just beyond the end of its line."""
        (x, y), (u, v), (dx, dy) = self.at, self.tip, self.way
        wide, high = abs(dy) * BARB, abs(dx) * BARB
        return Box(min(x, u) - wide, min(y, v) - high, max(x, u) + wide, max(y, v) + high)

    @property
    def box(self) -> Box:
        """Give the room that its words take: beyond a level arrow, beside an upright one."""
        (x, y), (dx, dy) = self.tip, self.way
        wide, ahead = width_of(self.says, SMALL_STRONG), dx or self.side
        x, y = (x, y + self.shift) if dx else (x + self.shift, y - dy * ARROW / 2)
        left = x + BESIDE if ahead > 0 else x - BESIDE - wide
        return Box(left, y - TALL / 2, left + wide, y + TALL / 2)


def words_to(pen: Pen, part: int) -> str:
    """Say to which part a line goes on, as that part's head names it."""
    return pen.words.say("part {number}", number=part)


def inks(layout: Layout) -> list[Ink]:
    """Give every line of a layout, with how bad it is to cut it."""
    plain = [*layout.descents.values(), *layout.bonds.values(), *layout.ties.values()]
    plain += [points for shared in layout.sibships for points in shared.lines]
    bars = [Ink(bar.points, COUPLE) for bar in layout.bars.values()]
    rings = [Ink(edge, HOME) for ring in layout.rings.values() for edge in flatten(ring, 1.0)]
    return [ink for ink in (*map(Ink, plain), *bars, *rings) if len(ink.points) > 1]


def continuations(
    pen: Pen, tiling: Tiling, windows: Mapping[int, Box], lines: Iterable[Ink]
) -> dict[int, list[Continuation]]:
    """Give for each part where lines go on, each line once. windows: what each page shows of the layout."""
    eyes = _Eyes(tiling, windows)
    found = sorted(
        (replace(mark, says=words_to(pen, mark.to)) for line in lines for mark in _marks(eyes, line.points)),
        key=lambda mark: (mark.part, mark.way, mark.to, _along(mark), _out(mark)),
    )
    parts: dict[int, list[Continuation]] = {number: [] for number in windows}
    for (part, _, _), group in groupby(found, key=lambda mark: (mark.part, mark.way, mark.to)):
        parts[part] += _once(list(group))
    solids = {tile.number: tile.solids for tile in tiling.tiles}
    return {number: _placed(marks, solids[number]) for number, marks in parts.items()}


class _Eyes:
    """Tells on which part's page a point is seen."""

    def __init__(self, tiling: Tiling, windows: Mapping[int, Box]) -> None:
        self._tiling, self._windows = tiling, windows
        self._cores = {tile.number: tile.core(windows[tile.number]) for tile in tiling.tiles}

    def part(self, point: Point) -> int:
        """Give the number of the part that shows a point; 0 where none does."""
        tile = self._tiling.at(*point)
        return tile.number if tile and self._windows[tile.number].contains(point) else 0

    def whole(self, part: int, point: Point) -> bool:
        """Say whether a point is well within a part, with no step of a cut before it."""
        return part in self._cores and self._cores[part].contains(point)


def _marks(eyes: _Eyes, points: Polyline) -> Iterator[Continuation]:
    """Follow a line and tell where it leaves one part and comes into another."""
    left: Continuation | None = None
    here, part = points[0], eyes.part(points[0])
    for there in _followed(eyes, points):
        now = eyes.part(there)
        if now != part:
            way = _way(here, there)
            if part:
                left = Continuation(part, _edge(eyes, here, there, part), way, 0)
            if now and left and left.part != now:
                yield Continuation(left.part, left.at, left.way, now)
                yield Continuation(now, _edge(eyes, there, here, now), (-way[0], -way[1]), left.part)
            left = None if now else left
        here, part = there, now


def _followed(eyes: _Eyes, points: Polyline) -> Iterator[Point]:
    """Go along a line in short steps, but in one step where it stays well within a part."""
    for a, b in pairwise(points):
        part = eyes.part(a)
        steps = 1 if eyes.whole(part, a) and eyes.whole(part, b) else ceil(dist(a, b) / STRIDE)
        for n in range(1, steps + 1):
            yield a[0] + (b[0] - a[0]) * n / steps, a[1] + (b[1] - a[1]) * n / steps


def _way(here: Point, there: Point) -> Way:
    dx, dy = there[0] - here[0], there[1] - here[1]
    if abs(dx) >= abs(dy):
        return (1 if dx > 0 else -1), 0
    return 0, (1 if dy > 0 else -1)


def _edge(eyes: _Eyes, inside: Point, outside: Point, part: int) -> Point:
    """Give the last point of a part between two."""
    for _ in range(12):
        middle = (inside[0] + outside[0]) / 2, (inside[1] + outside[1]) / 2
        if eyes.part(middle) == part:
            inside = middle
        else:
            outside = middle
    return inside


def _along(mark: Continuation) -> float:
    return mark.at[1] if mark.way[0] else mark.at[0]


def _out(mark: Continuation) -> float:
    """Give how far out a mark lies, the way that its line goes on."""
    return mark.at[0] * mark.way[0] + mark.at[1] * mark.way[1]


def _once(marks: Sequence[Continuation]) -> list[Continuation]:
    """Keep one mark where ink lies over ink; lines side by side keep each its own."""
    found = list[Continuation]()
    for mark in marks:
        if all(dist(mark.at, other.at) > NEAR for other in found):
            found.append(mark)
    return found


def _placed(marks: Sequence[Continuation], solids: Sequence[Box]) -> list[Continuation]:
    """Move the words a little along their edge, until none lie over others or over anybody."""
    taken, found = [*solids, *(mark.arrow for mark in marks)], list[Continuation]()
    for mark in sorted(marks, key=lambda mark: (mark.way, _along(mark), mark.to)):
        tried = [replace(mark, shift=shift, side=side) for shift in SHIFTS for side in (1, -1)]
        free = (way for way in tried if not any(way.box.grown(0.5).overlaps(box) for box in taken))
        found.append(next(free, mark))
        taken.append(found[-1].box)
    return found


# -- drawn ------------------------------------------------------------------------


def node(pen: Pen, mark: Continuation, place: Transform) -> Node:
    """Draw a mark just beyond the end of its line: an arrow and the part it leads to."""
    mark = replace(mark, at=place.point(*mark.at))
    (x, y), (dx, dy), tip, box = mark.at, mark.way, mark.tip, mark.box
    stroke = Stroke(pen.paint("accent"), 1.0, cap="round")
    start = x + dx * GAP, y + dy * GAP
    marks: list[Mark] = [Path(polyline([start, tip]), stroke), Path(_head(tip, mark.way), stroke)]
    if mark.shift:
        marks.append(Path(polyline([tip, _foot(mark)]), replace(stroke, width=0.5)))
    marks.append(
        pen.text(mark.says, box.left, box.bottom - BASE, SMALL_STRONG, "start", halo=True, paint="accent")
    )
    says = pen.words.say("goes on in part {number}", number=mark.to)
    key = f"goes-on:{mark.part}:{x:.0f}:{y:.0f}:{mark.to}"
    return Node(key, "note", says, tuple(marks), extent_of(marks), depth=70)


def _foot(mark: Continuation) -> Point:
    """Give where a thin line from an arrow meets its words that were moved."""
    box, gap = mark.box, 1.0
    ahead = mark.way[0] or (1 if mark.shift > 0 else -1)
    return (box.left - gap if ahead > 0 else box.right + gap), box.centre[1]


def _head(tip: Point, way: Way) -> Outline:
    (x, y), (dx, dy) = tip, way
    back = (x - dx * BARB, y - dy * BARB)
    return polyline(
        [(back[0] - dy * BARB, back[1] - dx * BARB), tip, (back[0] + dy * BARB, back[1] + dx * BARB)]
    )
