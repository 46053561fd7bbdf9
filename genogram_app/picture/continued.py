"""Where a line is cut between two parts, and the small marks that say where it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from math import ceil, dist

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Anchor, Box, Mark, Node, Outline, Path, Point, Stroke
from genogram_app.drawing.shapes import polyline
from genogram_app.drawing.transform import Transform
from genogram_app.layout.result import Layout
from genogram_app.picture.pen import SMALL_STRONG, Pen, extent_of, width_of
from genogram_app.picture.tiling import Ink, Tiling

#: A couple or a home that is torn apart is worse than a line that is cut.
COUPLE, HOME = 3, 2
#: A line is followed in steps of this many points.
STRIDE = 6.0
#: Marks nearer than this say it once.
NEAR = 20.0
#: How long an arrow is, how far it stays off the edge, and how far its barbs reach.
ARROW, GAP, BARB = 7.0, 2.0, 2.6
#: From the line down to the baseline of a number under it and to the number's foot, across to a
#: number beside it, and how high that is.
BASE, UNDER, BESIDE, TALL = 11.0, 14.0, 5.0, 11.0
#: How far along its edge a mark may be moved out of the way.
SHIFTS = (0.0, 6.0, -6.0, 12.0, -12.0, 18.0, -18.0, 24.0, -24.0, 36.0, -36.0, 48.0, -48.0)

#: Which way a line goes on: (1, 0) to the right, (0, -1) up.
Way = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Continuation:
    """A place at the edge of a part where a line goes on in another: `at` in points of the layout.

    side: 1 where the number stands under the arrow or right of it, -1 over it or left of it.
    """

    part: int
    at: Point
    way: Way
    to: int
    side: int = 1

    @property
    def box(self) -> Box:
        """Give the room that its arrow and its number take."""
        (x, y), (dx, dy) = self.at, self.way
        wide = max(width_of(str(self.to), SMALL_STRONG), ARROW)
        if dx:
            left = x + GAP if dx > 0 else x - GAP - wide
            over, under = (BARB, UNDER) if self.side > 0 else (UNDER, BARB)
            return Box(left, y - over, left + wide, y + under)
        top = y if dy > 0 else y - TALL
        left = x - BARB if self.side > 0 else x - BESIDE - wide
        return Box(left, top, left + BARB + BESIDE + wide, top + TALL)


def inks(layout: Layout) -> list[Ink]:
    """Give every line of a layout, with how bad it is to cut it."""
    plain = [*layout.descents.values(), *layout.bonds.values(), *layout.ties.values()]
    plain += [points for shared in layout.sibships for points in shared.lines]
    bars = [Ink(bar.points, COUPLE) for bar in layout.bars.values()]
    rings = [Ink(edge, HOME) for ring in layout.rings.values() for edge in flatten(ring, 1.0)]
    return [ink for ink in (*map(Ink, plain), *bars, *rings) if len(ink.points) > 1]


def continuations(
    tiling: Tiling, windows: Mapping[int, Box], lines: Iterable[Ink]
) -> dict[int, list[Continuation]]:
    """Give for each part where lines go on, each place once. windows: what each page shows of the layout."""
    eyes = _Eyes(tiling, windows)
    found = sorted(
        (mark for line in lines for mark in _marks(eyes, line.points)),
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


def _put(mark: Continuation, along: float, out: float) -> Continuation:
    dx, dy = mark.way
    at = (out * dx, along) if dx else (along, out * dy)
    return Continuation(mark.part, at, mark.way, mark.to)


def _once(marks: Sequence[Continuation]) -> list[Continuation]:
    """Join marks that lie close together and say the same."""
    clusters: list[list[Continuation]] = []
    for mark in marks:
        if clusters and _along(mark) - _along(clusters[-1][-1]) <= NEAR:
            clusters[-1].append(mark)
        else:
            clusters.append([mark])
    return [_put(group[0], sum(map(_along, group)) / len(group), max(map(_out, group))) for group in clusters]


def _placed(marks: Sequence[Continuation], solids: Sequence[Box]) -> list[Continuation]:
    """Move marks a little along their edge, until none lies over another or over anybody."""
    taken, found = list(solids), list[Continuation]()
    for mark in sorted(marks, key=lambda mark: (mark.way, _along(mark), mark.to)):
        tried = [
            replace(_put(mark, _along(mark) + shift, _out(mark)), side=side)
            for shift in SHIFTS
            for side in (1, -1)
        ]
        free = (way for way in tried if not any(way.box.grown(1).overlaps(box) for box in taken))
        found.append(next(free, mark))
        taken.append(found[-1].box)
    return found


# -- drawn ------------------------------------------------------------------------


def node(pen: Pen, mark: Continuation, place: Transform) -> Node:
    """Draw a mark just beyond the edge of its part: an arrow and the number of the part it leads to."""
    x, y = place.point(*mark.at)
    dx, dy = mark.way
    start, tip = (x + dx * GAP, y + dy * GAP), (x + dx * (GAP + ARROW), y + dy * (GAP + ARROW))
    stroke = Stroke(pen.paint("accent"), 1.0, cap="round")
    marks: list[Mark] = [Path(polyline([start, tip]), stroke), Path(_head(tip, mark.way), stroke)]
    anchor: Anchor = "end" if (dx or mark.side) < 0 else "start"
    if dx:
        left, base = x + dx * GAP, y + (BASE if mark.side > 0 else -BARB - 1)
    else:
        left, base = x + mark.side * BESIDE, y + dy * (GAP + ARROW / 2) + 3
    marks.append(pen.text(str(mark.to), left, base, SMALL_STRONG, anchor, halo=True, paint="accent"))
    says = pen.words.say("goes on in part {number}", number=mark.to)
    key = f"goes-on:{mark.part}:{mark.at[0]:.0f}:{mark.at[1]:.0f}:{mark.to}"
    return Node(key, "note", says, tuple(marks), extent_of(marks), depth=70)


def _head(tip: Point, way: Way) -> Outline:
    (x, y), (dx, dy) = tip, way
    back = (x - dx * BARB, y - dy * BARB)
    return polyline(
        [(back[0] - dy * BARB, back[1] - dx * BARB), tip, (back[0] + dy * BARB, back[1] + dx * BARB)]
    )
