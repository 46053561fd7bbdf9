"""Where a line is cut between two parts, and the small marks that say where it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, groupby, pairwise
from math import ceil, dist

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Mark, Node, Outline, Path, Point, Stroke
from genogram_app.drawing.shapes import polyline
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.result import Layout
from genogram_app.layout.sheet.rising import rising
from genogram_app.model.ids import Id
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond, ChildOf, Tie
from genogram_app.picture.compose import Sheet
from genogram_app.picture.cut_rings import Torn
from genogram_app.picture.lines import called
from genogram_app.picture.pen import SMALL, SMALL_STRONG, Pen, extent_of, width_of
from genogram_app.picture.plan import Plan
from genogram_app.picture.tiling import Ink
from genogram_app.text.line import wrap

#: A couple that is torn apart is worse than a line that is cut.
COUPLE = 3
#: A line is followed in steps of this many points.
STRIDE = 6.0
#: Cuts nearer than this are of one line: ink that lies over ink. Bars of two families are further apart.
NEAR = 2.0
#: How long an arrow is, how far it stays off the edge, and how far its barbs reach.
ARROW, GAP, BARB = 7.0, 2.0, 2.6
#: From the arrow to its words, how high a line of those is, and from its foot to its baseline.
BESIDE, TALL, BASE = 3.0, 10.0, 2.5
#: So many names stand by an arrow; of more, the first and how many others.
NAMES = 2
#: A name wider than this goes on in a second line, in points.
LONGEST = 80.0
#: How far along the edge the words may be moved out of the way; the arrow stays at its line's end.
SHIFTS = tuple(sign * step * 3.0 for step in range(33) for sign in (1, -1))

#: Which way a line goes on: (1, 0) to the right, (0, -1) up.
Way = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Continuation:
    """A place at the edge of a part where a line goes on in another: `at` in points of the layout.

    who: whom the line leads to there. says: its words, one line under the other. shift: how
    far along the edge they stand from where they would. side: 1 where they stand right of an
    upright arrow, -1 left of it.
    """

    part: int
    at: Point
    way: Way
    to: int
    who: tuple[Id, ...] = ()
    says: tuple[str, ...] = ()
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
        wide, ahead = max(width_of(part, SMALL_STRONG) for part in self.says), dx or self.side
        tall = TALL * len(self.says)
        x, y = (x, y + self.shift) if dx else (x + self.shift, y - dy * ARROW / 2)
        left = x + BESIDE if ahead > 0 else x - BESIDE - wide
        return Box(left, y - tall / 2, left + wide, y + tall / 2)


def words_to(pen: Pen, part: int) -> str:
    """Say to which part a line goes on, as that part's head names it."""
    return pen.words.say("part {number}", number=part)


def inks(family: FamilyGraph, layout: Layout) -> list[Ink]:
    """Give every line of a layout, with how bad it is to cut it and whom it joins."""
    found = [Ink(bar.points, COUPLE, (_couple(family, key),)) for key, bar in layout.bars.items()]
    for key, points in layout.descents.items():
        ends = _generations(family, [key])
        found.append(Ink((*points, *_places(layout, ends[1])), ends=ends))
    for shared in layout.sibships:
        ends = _generations(family, shared.links)
        found += [Ink(points, ends=ends) for points in shared.lines]
    joined = {bond.id: (bond.a, bond.b) for bond in family.edges(Bond)}
    joined |= {tie.id: (tie.a, tie.b) for tie in family.edges(Tie)}
    for key, points in (*layout.bonds.items(), *layout.ties.items()):
        a, b = joined[key]
        found.append(Ink((*_places(layout, [a]), *points, *_places(layout, [b])), ends=(joined[key],)))
    return [ink for ink in found if len(ink.points) > 1]


def _places(layout: Layout, who: Sequence[Id]) -> list[Point]:
    """Give where some stand: a line is followed to its end in their middle, which may lie in another part."""
    return [layout.places[key] for key in who if key in layout.places]


def _couple(family: FamilyGraph, union: Id) -> tuple[Id, ...]:
    return tuple(person.id for person in kinship.partners(family, union))


def _generations(family: FamilyGraph, links: Sequence[Id]) -> tuple[tuple[Id, ...], ...]:
    """Give the parents and the children of some links of one brood."""
    edges = [family.get(ChildOf, key) for key in links]
    parents = _couple(family, edges[0].parent) or (edges[0].parent,)
    return parents, tuple(edge.child for edge in edges)


def continuations(
    pen: Pen, sheet: Sheet, plan: Plan, lines: Iterable[Ink], homes: Iterable[Torn] = ()
) -> dict[int, list[Continuation]]:
    """Give for each part where lines and homes go on, each line once."""
    eyes = _Eyes(plan)
    marks = [_told(eyes, sheet, ink, mark) for ink in lines for mark in _marks(eyes, ink.points)]
    marks.sort(key=lambda mark: (mark.part, mark.way, mark.to, _along(mark), _out(mark)))
    parts: dict[int, list[Continuation]] = {number: [] for number in plan.windows}
    for (part, _, _), group in groupby(marks, key=lambda mark: (mark.part, mark.way, mark.to)):
        parts[part] += _once(list(group))
    for home in homes:
        parts[home.part].append(Continuation(home.part, home.at, home.way, home.to, (home.home,)))
    solids = {tile.number: tile.solids for tile in plan.tiling.tiles}
    return {
        number: _Words(pen, sheet, solids[number], plan.sights[number]).placed(found)
        for number, found in parts.items()
    }


def _told(eyes: _Eyes, sheet: Sheet, ink: Ink, mark: Continuation) -> Continuation:
    """Say whom a line leads to in the other part: the parents, or else the children."""
    places = sheet.layout.places
    there = [
        tuple(key for key in group if key in places and eyes.part(places[key]) == mark.to)
        for group in ink.ends
    ]
    return replace(mark, who=next(filter(None, there), ()))


class _Eyes:
    """Tells on which part's page a point is seen."""

    def __init__(self, plan: Plan) -> None:
        self._tiling, self._windows = plan.tiling, plan.windows
        self._cores = {tile.number: tile.core(self._windows[tile.number]) for tile in self._tiling.tiles}

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
        same = next((n for n, other in enumerate(found) if dist(mark.at, other.at) <= NEAR), None)
        if same is None:
            found.append(mark)
        else:
            found[same] = replace(found[same], who=tuple(dict.fromkeys((*found[same].who, *mark.who))))
    return found


def _near_each_other(marks: Sequence[Continuation]) -> Iterator[list[Continuation]]:
    """Go through level marks, sorted from the top, in runs that end at about the same place across."""
    run: list[Continuation] = []
    for mark in marks:
        if run and abs(mark.at[0] - run[-1].at[0]) > LONGEST:
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


class _Words:
    """Finds words for the marks of a part, and room for them."""

    def __init__(self, pen: Pen, sheet: Sheet, solids: Sequence[Box], sight: Box) -> None:
        self._pen, self._family = pen, sheet.case.family
        self._taken, self._sight = list(solids), sight

    def placed(self, marks: Sequence[Continuation]) -> list[Continuation]:
        """Give marks their words, moved a little along the edge until none hides anything."""
        self._taken += [mark.arrow for mark in marks]
        ordered = sorted(marks, key=lambda mark: (mark.way, _along(mark), mark.to))
        return [self._room(mark) for mark in self._stacked(ordered)]

    def _stacked(self, marks: Sequence[Continuation]) -> Iterator[Continuation]:
        """Move the words of level arrows that end near each other apart, none further than another."""
        for level, group in groupby(marks, key=lambda mark: mark.way[0]):
            if not level:
                yield from group
                continue
            for stack in _near_each_other(list(group)):
                tall = [TALL * len(self._ways(mark)[0]) + 1.0 for mark in stack]
                ends = list(accumulate(tall))
                middles = [end - own / 2 for end, own in zip(ends, tall, strict=True)]
                wished = [mark.at[1] - middle for mark, middle in zip(stack, middles, strict=True)]
                for mark, top, middle in zip(stack, rising(wished, [1.0] * len(stack)), middles, strict=True):
                    yield replace(mark, shift=round(top + middle - mark.at[1], 2))

    def _room(self, mark: Continuation) -> Continuation:
        """Give the words of a mark with as many names as there is room for."""
        tried = [
            replace(mark, says=says, shift=shift, side=side)
            for says in self._ways(mark)
            for shift in (mark.shift, *SHIFTS)
            for side in (1, -1)
        ]
        bare = replace(mark, says=self._ways(mark)[-1], shift=0.0)
        found = next((way for way in tried if self._free(way.box)), bare)
        self._taken.append(found.box)
        return found

    def _free(self, box: Box) -> bool:
        within = self._sight.union(box) == self._sight
        return within and not any(box.grown(0.5).overlaps(other) for other in self._taken)

    def _ways(self, mark: Continuation) -> list[tuple[str, ...]]:
        """Give what a mark may say, the fullest first, at last no more than the part."""
        words, to = self._pen.words, words_to(self._pen, mark.to)
        names = [self._name(key) for key in mark.who if self._named(key)]
        found = [(*chain(*names), to)] if 0 < len(names) <= NAMES else []
        if len(names) > 1:
            more = words.count("and {n} other", "and {n} others", len(names) - 1)
            found.append((*names[0], more, to))
        return [*found, (to,)]

    def _named(self, key: Id) -> bool:
        person = self._family.find(Person, key)
        return person is None or person.named

    def _name(self, key: Id) -> list[str]:
        return wrap(called(self._pen, self._family, key), SMALL.size, LONGEST, grace=2)


# -- drawn ------------------------------------------------------------------------


def node(pen: Pen, mark: Continuation) -> Node:
    """Draw a mark just beyond the end of its line: an arrow, whom it leads to and in which part."""
    (x, y), (dx, dy), tip, box = mark.at, mark.way, mark.tip, mark.box
    stroke = Stroke(pen.paint("accent"), 1.0, cap="round")
    start = x + dx * GAP, y + dy * GAP
    marks: list[Mark] = [Path(polyline([start, tip]), stroke), Path(_head(tip, mark.way), stroke)]
    if mark.shift:
        marks.append(Path(polyline([tip, _foot(mark)]), replace(stroke, width=0.5)))
    left = (dx or mark.side) > 0
    for number, part in enumerate(reversed(mark.says)):
        base, style = box.bottom - BASE - number * TALL, SMALL if number else SMALL_STRONG
        x, paint = (box.left if left else box.right), "" if number else "accent"
        marks.append(pen.text(part, x, base, style, "start" if left else "end", halo=True, paint=paint))
    says = pen.words.say("goes on in part {number}", number=mark.to)
    told = ": ".join(part for part in (says, ", ".join(mark.says[:-1])) if part)
    key = f"goes-on:{mark.part}:{mark.at[0]:.0f}:{mark.at[1]:.0f}:{mark.to}"
    return Node(key, "note", told, tuple(marks), extent_of(marks), depth=70)


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
