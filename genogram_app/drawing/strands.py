"""A line is strands and marks, laid along a route.

A `Line` says what a kind of line looks like, read from a card: it has no place.
`lay` puts it on a route and resolves its paints, so one description serves
every length and bend. All sizes are in points; paints are the theme's names
("ink", "harm" …).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import atan2, pi, remainder
from typing import Literal

from genogram_app.drawing.geometry import bounds
from genogram_app.drawing.primitives import Cap, Join, Outline, Path, Point, Step, Stroke
from genogram_app.drawing.routes import Route, offset, smooth
from genogram_app.drawing.shapes import moved, rotated, turned

Shape = Literal["straight", "zigzag", "saw", "wave", "arches", "steps", "bars"]

#: What has no waves that a bend could tangle.
_PLAIN: frozenset[Shape] = frozenset({"straight", "bars"})
#: A route that turns by more than this within a wave's height tangles its waves, in radians: 60 degrees.
SHARP = pi / 3

#: A stretch of a route, as shares of its length from 0 to 1.
Stretch = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Strand:
    """One stroke of a line.

    offset: how far to the right of the route it runs. amplitude: how far a
    zigzag, a wave, a step or a bar reaches to each side, arches to the left
    alone. wavelength: from peak to peak, or from bar to bar; it is stretched so
    that whole ones fit.
    """

    offset: float = 0.0
    shape: Shape = "straight"
    amplitude: float = 0.0
    wavelength: float = 0.0
    dash: tuple[float, ...] = ()
    width: float = 1.4
    paint: str = "ink"
    cap: Cap = "butt"

    @property
    def reach(self) -> float:
        """How far from the route its ink goes, in points."""
        side = 0.0 if self.shape == "straight" else abs(self.amplitude)
        return abs(self.offset) + side + self.width / 2


@dataclass(frozen=True, slots=True)
class LineMark:
    """A small shape on a line.

    outline: as drawn on a line that runs to the right through the origin.
    at: where, as a share of the route; shift: some points further on. turn:
    degrees clockwise. upright: not turned with the line. width: its stroke, or
    None; fill: a paint, or None. clear: how much of the line's strands is left
    out before and after the mark's place. every: on a line longer than this,
    in points, it stands again about that often, so that no long stretch is
    without it; 0: it stands once.
    """

    outline: Outline
    at: float = 0.5
    shift: float = 0.0
    turn: float = 0.0
    upright: bool = False
    width: float | None = 1.4
    paint: str = "ink"
    fill: str | None = None
    clear: tuple[float, float] = (0.0, 0.0)
    every: float = 0.0

    def along(self, length: float) -> tuple[LineMark, ...]:
        """Give the marks that stand for this one on a line of some length."""
        count = round(length / self.every) if self.every else 1
        if count < 2:
            return (self,)
        return tuple(replace(self, at=(number + 0.5) / count) for number in range(count))


@dataclass(frozen=True, slots=True)
class Line:
    """A kind of line: its strands, lowest first, and the marks over them."""

    strands: tuple[Strand, ...] = ()
    marks: tuple[LineMark, ...] = ()

    @property
    def reach(self) -> float:
        """How far from the route its strands go, in points: what a parallel lane must keep off."""
        return max((strand.reach for strand in self.strands), default=0.0)


def lay(
    line: Line, route: Sequence[Point], paints: Mapping[str, str], clear: Iterable[Stretch] = ()
) -> tuple[Path, ...]:
    """Draw a line along a route.

    clear: stretches to leave free of strands, for a label or a bridge. A route
    without length gives nothing. Raises KeyError for a paint that isn't there.
    """
    if len(set(route)) < 2:
        return ()
    course = Route(route)
    standing = _standing(line.marks, course)
    free = _free([*clear, *(_cleared(mark, course) for mark in standing)])
    strands = (_laid(strand, course, free, paints) for strand in line.strands)
    marks = (_placed(mark, course, paints) for mark in standing)
    return (*(path for path in strands if path.outline), *marks)


def _standing(marks: Iterable[LineMark], course: Route) -> list[LineMark]:
    """Give the marks where they stand; of one that stands often, none reaches into another’s room."""
    each = [mark.along(course.length) for mark in marks]
    kept = [_cleared(mark, course) for mark, *others in each if not others]
    rooms = [(start, end) for start, end in kept if start < end]
    return [
        mark
        for places in each
        for mark in places
        if len(places) == 1 or not any(_reaches(mark, start, end, course) for start, end in rooms)
    ]


def _reaches(mark: LineMark, start: float, end: float, course: Route) -> bool:
    """Say whether a mark lies in a stretch, or reaches into it."""
    half = bounds(rotated(mark.outline, mark.turn)).width / 2 / course.length if mark.outline else 0.0
    return start - half < mark.at + mark.shift / course.length < end + half


def _cleared(mark: LineMark, course: Route) -> Stretch:
    """Give the stretch that a mark keeps clear."""
    place, (before, after) = mark.at * course.length + mark.shift, mark.clear
    return (place - before) / course.length, (place + after) / course.length


def _free(taken: Iterable[Stretch]) -> list[Stretch]:
    """Give the stretches from 0 to 1 that none of the others takes."""
    free, begin = [], 0.0
    for start, end in sorted(taken):
        if end <= start:
            continue
        if start > begin:
            free.append((begin, min(start, 1.0)))
        begin = max(begin, end)
    return free if begin >= 1.0 else [*free, (begin, 1.0)]


def _laid(strand: Strand, course: Route, free: Iterable[Stretch], paints: Mapping[str, str]) -> Path:
    """Draw one strand on the free stretches."""
    # In a dash that is wider than long, like a ring's teeth, a round join would be a blob.
    join: Join = "bevel" if strand.dash and min(strand.dash) < strand.width else "round"
    stroke = Stroke(paints[strand.paint], strand.width, strand.dash, strand.cap, join)
    return Path(_steps(strand, course.points, tuple(free)), stroke)


@lru_cache(maxsize=4096)
def _steps(strand: Strand, course: tuple[Point, ...], free: tuple[Stretch, ...]) -> Outline:
    """Draw one strand's outline. Most lines of a sheet are the same after an edit."""
    beside = Route(offset(course, strand.offset))
    draw = _SHAPES[strand.shape]
    steps: list[Step] = []
    for start, end in free:
        points = beside.between(start * beside.length, end * beside.length)
        if points:
            piece = Route(points)
            if strand.shape in _PLAIN or _too_short(piece, strand, beside):
                steps += (draw if strand.shape in _PLAIN else _straight)(piece, strand)
            else:
                for part, swings in _paused(piece, strand):
                    steps += (draw if swings else _straight)(part, strand)
    return tuple(steps)


def _paused(route: Route, strand: Strand) -> Iterator[tuple[Route, bool]]:
    """Cut a route into where its waves swing and where they rest: not at hops or sharp bends, in a scrawl.

    A stretch between two bends that is too short for a whole wave rests too. Where no stretch is long
    enough waves swing all along, since without any the line would mean something else.
    """
    least = 2.0 * strand.wavelength
    swings = [(a, b) for a, b in _gaps(_sharp(route, strand.amplitude), route.length) if b - a >= least]
    begun = 0.0
    for a, b in swings or [(0.0, route.length)]:
        yield from _part(route, begun, a, False)
        yield from _part(route, a, b, True)
        begun = b
    yield from _part(route, begun, route.length, False)


def _part(route: Route, start: float, end: float, swings: bool) -> Iterator[tuple[Route, bool]]:
    if points := route.between(start, end):
        yield Route(points), swings


def _sharp(route: Route, amplitude: float) -> Iterator[Stretch]:
    """Go through the stretches, in points, in which a route turns too sharply for waves of an amplitude."""
    ways = [atan2(b[1] - a[1], b[0] - a[0]) for a, b in pairwise(route.points)]
    turns = [abs(remainder(b - a, 2 * pi)) for a, b in pairwise(ways)]
    places = route.distances[1:-1]
    for first, start in enumerate(places):
        last = bisect_right(places, start + 2 * amplitude)
        if sum(turns[first:last]) > SHARP:
            yield start - amplitude, places[last - 1] + amplitude


def _gaps(taken: Iterable[Stretch], length: float) -> Iterator[Stretch]:
    """Go through what some stretches leave of a length."""
    begun = 0.0
    for start, end in taken:
        if start > begun:
            yield begun, start
        begun = max(begun, end)
    if begun < length:
        yield begun, length


def _too_short(piece: Route, strand: Strand, whole: Route) -> bool:
    """Say whether waves in what a gap has left of a line would be a blot."""
    return strand.shape != "bars" and piece.length < min(1.5 * strand.wavelength, whole.length / 4)


def _straight(route: Route, _: Strand) -> Iterator[Step]:
    """Follow the route."""
    yield from smooth(route.points)


def _zigzag(route: Route, strand: Strand) -> Iterator[Step]:
    """Go from side to side, with a straight lead at either end."""
    lead, count, wave = _fitted(route, strand)
    yield from smooth(route.between(0, lead))
    for i in range(2 * count):
        side = strand.amplitude if i % 2 else -strand.amplitude
        yield ("L", *route.beside(lead + (i + 0.5) * wave / 2, side))
    yield from _tail(route, lead)


def _saw(route: Route, strand: Strand) -> Iterator[Step]:
    """Rise slowly to one side and fall straight back to the other, with a lead at either end."""
    lead, count, wave = _fitted(route, strand)
    yield from smooth(route.between(0, lead))
    for i in range(count):
        end = lead + (i + 1) * wave
        yield ("L", *route.beside(end, -strand.amplitude))
        yield ("L", *route.beside(end, strand.amplitude if i + 1 < count else 0.0))
    yield from _tail(route, lead)


def _square(route: Route, strand: Strand) -> Iterator[Step]:
    """Go up and down in square steps, with a straight lead at either end."""
    lead, count, wave = _fitted(route, strand)
    yield from smooth(route.between(0, lead))
    for i in range(2 * count):
        side = strand.amplitude if i % 2 else -strand.amplitude
        yield ("L", *route.beside(lead + i * wave / 2, side))
        yield ("L", *route.beside(lead + (i + 1) * wave / 2, side))
    yield from _tail(route, lead)


def _arches(route: Route, strand: Strand) -> Iterator[Step]:
    """Go in bows to the left, with a straight lead at either end."""
    lead, count, wave = _fitted(route, strand)
    yield from smooth(route.between(0, lead))
    for i in range(count):
        start, height = lead + i * wave, -strand.amplitude * 4 / 3
        rise, fall = route.beside(start, height), route.beside(start + wave, height)
        yield ("C", *rise, *fall, *route.beside(start + wave, 0.0))
    yield from _tail(route, lead)


def _wave(route: Route, strand: Strand) -> Iterator[Step]:
    """Swing from side to side, with a straight lead at either end."""
    lead, count, wave = _fitted(route, strand)
    yield from smooth(route.between(0, lead))
    for i in range(4 * count):
        yield _quarter(route, lead + i * wave / 4, wave / 4, strand.amplitude, i % 4)
    yield from _tail(route, lead)


def _quarter(route: Route, start: float, span: float, amplitude: float, which: int) -> Step:
    """Draw a quarter of a sine wave as a cubic (Hermite form of the sine)."""
    side = -amplitude if which < 2 else amplitude
    slope = pi / 6
    heights = (slope, 1.0, 1.0) if which % 2 == 0 else (1.0, slope, 0.0)
    a, b, end = (
        route.beside(start + span * share, side * height)
        for share, height in zip((1 / 3, 2 / 3, 1.0), heights, strict=True)
    )
    return ("C", *a, *b, *end)


def _bars(route: Route, strand: Strand) -> Iterator[Step]:
    """Draw short strokes across the route, evenly spaced."""
    count = max(1, round(route.length / strand.wavelength))
    for i in range(count):
        place = (i + 0.5) * route.length / count
        yield ("M", *route.beside(place, -strand.amplitude))
        yield ("L", *route.beside(place, strand.amplitude))


_SHAPES: dict[Shape, Callable[[Route, Strand], Iterator[Step]]] = {
    "straight": _straight,
    "zigzag": _zigzag,
    "saw": _saw,
    "wave": _wave,
    "arches": _arches,
    "steps": _square,
    "bars": _bars,
}


def _fitted(route: Route, strand: Strand) -> tuple[float, int, float]:
    """Give the lead at each end, the number of waves between and their length.

    The lead is half a wavelength, less on a short route, so that one wave at
    least is always seen.
    """
    lead = min(strand.wavelength / 2, route.length / 4)
    room = route.length - 2 * lead
    count = max(1, round(room / strand.wavelength))
    return lead, count, room / count


def _tail(route: Route, lead: float) -> Iterator[Step]:
    """Go on from where the waves end to the end of the route."""
    first, *rest = smooth(route.between(route.length - lead, route.length))
    yield ("L", first[1], first[2]) if first[0] == "M" else first
    yield from rest


def _placed(mark: LineMark, course: Route, paints: Mapping[str, str]) -> Path:
    """Put a mark at its place, turned with the line."""
    (x, y), along = course.at(mark.at * course.length + mark.shift)
    outline = rotated(mark.outline, mark.turn) if mark.turn else mark.outline
    if not mark.upright:
        outline = turned(outline, along)
    stroke = None if mark.width is None else Stroke(paints[mark.paint], mark.width)
    fill = None if mark.fill is None else paints[mark.fill]
    return Path(moved(outline, x, y), stroke, fill)
