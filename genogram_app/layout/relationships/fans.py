"""Several lines between the same two, allotted together: one within the other, so that no two share ink.

The first lies innermost. A line that is added later lies outside the others, which stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import cos, dist, radians, sin

from genogram_app.drawing.primitives import Point
from genogram_app.layout.sheet.curves import Curve, sampled
from genogram_app.layout.sheet.extents import Knot, Trace
from genogram_app.layout.sheet.ink import knots

#: Air between the inks of two lines, and where they set out.
AIR, BESIDE = 4.0, 2.0
#: So near the middle of a symbol its lines come together, as often as the symbol is wide.
TOGETHER = 1.2
#: So far from the middle of a symbol, in halves of its width, inks lie side by side; where they are many,
#: further off.
FANNED = 1.7
#: The steepest that the first line leaves; how far round they are fitted in, and go at most. In radians.
FIRST, FITTED, LAST = radians(40), radians(150), radians(175)
#: How much higher, and further round, a line is tried that still shares ink; and how often.
HIGHER, ROUND, TRIES = 2.0, radians(2), 40
#: How far its handles stand out from a symbol, as a share of its height; and from its top, of half its span.
SPRUNG, CROWNED = 0.75, 0.6
#: How far from the straight way the first may lie: so far, over what is written on a couple's bar.
OVER_WORDS = 20.0
BASES = (0.0, 9.0, OVER_WORDS, 32.0, 48.0)
#: What it costs each line to begin a point further out.
RAISED = 0.05

#: A point on a line, and how far its ink reaches there.
Inked = tuple[Point, float]


@dataclass(frozen=True, slots=True)
class Room:
    """Where a fan is drawn.

    base: how far from the straight way it begins. half: half the breadth of the
    symbols at the ends. seen: how long each line is at least, symbols left out.
    """

    base: float
    half: float
    seen: float


def fans(
    start: Point, end: Point, traces: Sequence[Trace], half: float, seen: float, *, above: bool
) -> Iterator[tuple[float, list[Curve]]]:
    """Go through allotments, each with what it costs by itself: a curve for every line.

    above: whether all go over the straight way. Else see `Room`.
    """
    for base in BASES:
        room, cost = Room(base, half, seen), RAISED * base * len(traces)
        sides = [_fanned(start, end, traces, room), _turned(start, end, traces, room)]
        if above:
            yield cost, sides[start > end]
        else:
            yield from ((cost, fan) for fan in (*sides, _parted(start, end, traces, room)))


def _turned(start: Point, end: Point, traces: Sequence[Trace], room: Room) -> list[Curve]:
    """Give a fan to the right of the straight way, by drawing it from the other end."""
    return [curve[::-1] for curve in _fanned(end, start, [trace.turned for trace in traces], room)]


def _parted(start: Point, end: Point, traces: Sequence[Trace], room: Room) -> list[Curve]:
    """Give every other line a way to the right."""
    found: list[Curve] = [()] * len(traces)
    found[::2] = _fanned(start, end, traces[::2], room)
    found[1::2] = _turned(start, end, traces[1::2], room)
    return found


def _fanned(start: Point, end: Point, traces: Sequence[Trace], room: Room) -> list[Curve]:
    """Give a curve for each line, to the left of the straight way."""
    span = dist(start, end)
    # Who was put down on somebody has lines too.
    ux, uy = ((end[0] - start[0]) / span, (end[1] - start[1]) / span) if span else (1.0, 0.0)
    return [
        tuple((start[0] + x * ux + y * uy, start[1] + x * uy - y * ux) for x, y in curve)
        for curve in _fan(span, tuple(traces), room)
    ]


def height(traces: Sequence[Trace]) -> float:
    """Give about how high a fan of some lines stands over the straight way."""
    return OVER_WORDS + sum(2 * crown(trace) + AIR for trace in traces)


@lru_cache(maxsize=512)
def _fan(span: float, traces: tuple[Trace, ...], room: Room) -> tuple[Curve, ...]:
    """Stack curves over a level way from (0, 0), upwards positive."""
    found: list[Curve] = []
    height, more, within = room.base, 0.0, list[Inked]()
    for number, (trace, (angle, last)) in enumerate(zip(traces, _angles(traces, room), strict=True)):
        if number:
            height += crown(traces[number - 1]) + AIR + crown(trace)
        elif room.base:
            height += crown(trace)
        for _ in range(TRIES):
            curve = _arch(span, min(last, angle + more * ROUND), height)
            ink, length = _inked(curve, span, trace, room.half)
            if length >= room.seen and not sharing(within, ink, AIR):
                break
            height, more = height + HIGHER, more + 1
        found.append(curve)
        within = ink
    return tuple(found)


def _angles(traces: Sequence[Trace], room: Room) -> list[tuple[float, float]]:
    """Give at which angle to the straight way each line leaves its symbol, and at which at most."""
    feet = [foot(trace) for trace in traces]
    first = min(FIRST, (feet[0] + AIR) / room.half) if room.base and room.half else 0.0
    steps = [one + BESIDE + other for one, other in pairwise(feet)]
    radius = max(FANNED * room.half, sum(steps) / (FITTED - first), 1.0)
    gone = list(accumulate(steps, initial=0.0))
    far = max(2 * TOGETHER * room.half, radius)
    return [(first + here / radius, LAST - (gone[-1] - here) / far) for here in gone]


def _arch(span: float, angle: float, height: float) -> Curve:
    """Rise from a symbol at some angle to a height in the middle, and down alike."""
    middle, rise = span / 2, SPRUNG * height
    x, y = rise * cos(angle), rise * sin(angle)
    crown = CROWNED * (middle - min(0.0, x))
    return (
        (0.0, 0.0),
        (x, y),
        (middle - crown, height),
        (middle, height),
        (middle + crown, height),
        (span - x, y),
        (span, 0.0),
    )


def crown(trace: Trace) -> float:
    """Give how far a line's ink goes in its middle, marks and all."""
    return max((trace.reach, *(knot.size for knot in trace.knots if not _at_an_end(knot))))


def foot(trace: Trace) -> float:
    """Give how far its ink goes at its ends, arrows and all."""
    return max((trace.reach, *(knot.size for knot in trace.knots if _at_an_end(knot))))


def _at_an_end(knot: Knot) -> bool:
    return not 0.2 <= knot.share <= 0.8


def _inked(curve: Curve, span: float, trace: Trace, half: float) -> tuple[list[Inked], float]:
    """Give the ink of a curve over a level way, and how much of it lies on neither symbol."""
    ends = (0.0, 0.0), (span, 0.0)
    free = [point for point in sampled(curve) if min(dist(point, end) for end in ends) > half + AIR]
    return inked(free, trace, ends, half), sum(dist(a, b) for a, b in pairwise(free))


def inked(points: Sequence[Point], trace: Trace, ends: Sequence[Point], half: float) -> list[Inked]:
    """Give points along a line with their ink, its marks among them, but where lines come together."""
    every = [(point, trace.reach) for point in points]
    every += [((x, y), size) for x, y, size in knots(points, trace)]
    near = 2 * half * TOGETHER
    return [one for one in every if min(dist(one[0], end) for end in ends) > near]


def sharing(one: Sequence[Inked], other: Sequence[Inked], air: float = 0.0) -> bool:
    """Say whether two lines come nearer each other than some air."""
    return any(dist(a, b) < m + n + air for a, m in one for b, n in other)
