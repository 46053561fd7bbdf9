"""Where a label may stand: beside its line, on it where it is interrupted, or further away with a leader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count, product
from math import cos, dist, hypot, pi, sin
from typing import NamedTuple

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.drawing.routes import Route
from genogram_app.layout.sheet.extents import Size, Trace
from genogram_app.layout.sheet.grid import Entry
from genogram_app.layout.sheet.raster import FINE, Raster
from genogram_app.layout.sheet.result import UnionBar
from genogram_app.model.ids import Id

#: Air between a label and its line, and round a label.
AIR, AROUND = 2.5, 0.5
#: What it costs not to be in the middle of its line; below a line; by the corner of a slanting one.
ASIDE, BELOW, CORNER = 5.0, 0.5, 1.5
#: Where along a line a label may stand; where on it, with enough of the line to both sides.
SHARES = (0.5, *(0.5 + side * 0.05 * i for i in range(1, 9) for side in (-1, 1)))
INNER = SHARES[:11]
#: From where on a line slants (the product of its parts), and how much nearer a label is tried there.
SLANT, CLOSER = 0.1, (0.5, 0.75, 1.0)
CORNERS = ((1, -1), (-1, 1), (1, 1), (-1, -1))
#: What it costs to stand on an upright leg, on one too short for the words, clear of the marks on a line.
UPRIGHT, SHORT, OFF_MARKS = 3.0, 2.0, 0.4
#: What it costs to interrupt the line, and how much of it at most.
THROUGH, MOST_OF_LINE = 2.0, 0.4
#: What it costs to be led to the line, each point of the way, and that again for each point of its length.
LED, LED_FURTHER, LED_AGAIN = 14.0, 0.1, 0.005
LED_SHARES = (0.5, 0.35, 0.65, 0.2, 0.8)
#: How far beside such a place the end may be, where the line doesn't run plain there.
LED_ASIDE = (0.0, -0.03, 0.03, -0.06, 0.06)
#: How far at most, and how finely open ground is looked at, in cells of its raster.
LED_MOST, LED_PACE = 95.0, 3
LED_DEAREST = (LED_FURTHER + LED_AGAIN * LED_MOST) * LED_MOST
#: How far from where children hang words in a bar stay, in points.
HANGS = 4.0
#: How fine the ring of places is in which a free one is looked for at last, and the step outwards.
TURNS, STEP = 16, 7.0


class Place(NamedTuple):
    """A place that a label would like, with what it costs, and whether its line runs through it."""

    cost: float
    box: Box
    through: bool = False


#: Gives the places that a label would like, for a shape that it may have.
Wishes = Callable[[Size], Iterable[Place]]


class Waiting(NamedTuple):
    """A label that hasn't found a good place: where it may stand, its lines, and what is its own."""

    key: Id
    wishes: Wishes
    lines: Sequence[Polyline]
    own: set[Id]


class Led(NamedTuple):
    """A place on open ground, with the point of its line to which a leader goes, and what that costs."""

    cost: float
    box: Box
    end: Point


def beside_leg(size: Size, trace: Trace, a: Point, b: Point) -> Iterator[Place]:
    """Go through places over and under a level leg, or to both sides of an upright one."""
    (width, height), level = size, _level(a, b)
    dear = (0.0 if level else UPRIGHT) + (SHORT if level and dist(a, b) < width else 0.0)
    # Close to the line, or just clear of the marks on it.
    airs = {AIR + trace.reach: 0.0} | ({trace.breadth + AROUND: OFF_MARKS} if trace.knots else {})
    for share, (air, further), side in product(SHARES, airs.items(), (-1, 1)):
        x, y = _at(a, b, share)
        cost = dear + further + ASIDE * abs(share - 0.5) + (BELOW if side > 0 else 0.0)
        if level:
            yield Place(cost, box_at((x, y + side * (height / 2 + air)), size))
        else:
            yield Place(cost, box_at((x - side * (width / 2 + air), y), size))


def on_leg(size: Size, a: Point, b: Point) -> Iterator[Place]:
    """Go through places on a level or upright leg that is much longer than what it is interrupted for."""
    width, height = size
    if (width if _level(a, b) else height) < MOST_OF_LINE * 1.5 * dist(a, b):
        for share in INNER:
            yield Place(THROUGH + ASIDE * abs(share - 0.5), box_at(_at(a, b, share), size), True)


def within_leg(size: Size, a: Point, b: Point, most: float) -> Iterator[Place]:
    """Go through places on a level leg, none beyond its ends, that take at most some share of it."""
    half = size[0] / 2 / (dist(a, b) or 1.0)
    if 2 * half < most:
        for share in (*(share for share in INNER if half < share < 1 - half), half, 1 - half):
            yield Place(ASIDE * abs(share - 0.5), box_at(_at(a, b, share), size), True)


def off_birth_line(bar: UnionBar) -> tuple[Point, Point]:
    """Give the longer part of a bar's span, to one side of where children hang."""
    (left, y), (right, _) = bar.span
    hung = bar.middle[0]
    return ((hung + HANGS, y), (right, y)) if hung - left < right - hung else ((left, y), (hung - HANGS, y))


def beside_curve(size: Size, trace: Trace, route: Route) -> Iterator[Place]:
    """Go through places to both sides of a curve, and by the corner of the label where it slants."""
    width, height = size
    air = AIR + trace.reach
    for share in SHARES:
        (x, y), (ux, uy) = route.at(route.length * share)
        cost = ASIDE * abs(share - 0.5)
        out = abs(uy) * width / 2 + abs(ux) * height / 2
        # A line that turns away leaves room for the label to come nearer.
        for side, closer in product((1, -1), CLOSER if abs(ux * uy) > SLANT else (1.0,)):
            away = side * (out * closer + air)
            yield Place(cost, box_at((x + uy * away, y - ux * away), size))
        if abs(ux * uy) > SLANT:
            for across, down in CORNERS:
                spot = x + across * (width / 2 + air), y + down * (height / 2 + air * 0.4)
                yield Place(CORNER + cost, box_at(spot, size))


def on_curve(size: Size, trace: Trace, route: Route) -> Iterator[Place]:
    """Go through places on a curve, where it is interrupted only for a part of its length."""
    width, height = size
    for share in () if trace.whole else INNER:
        spot, (ux, uy) = route.at(route.length * share)
        along = min(width / max(abs(ux), 0.01), height / max(abs(uy), 0.01))
        if along < MOST_OF_LINE * route.length:
            yield Place(THROUGH * abs(ux) + ASIDE * abs(share - 0.5), box_at(spot, size), True)


def led_ends(
    lines: Sequence[Polyline], plain: Callable[[Point], bool] = lambda _: True
) -> list[tuple[float, Point]]:
    """Give to which points of lines a leader may go, with what that costs: the middle first.

    plain: whether a line shows nothing but its own stroke about a point. Where it
    doesn't, the dot stands a little further on, or nowhere there.
    """
    found: dict[Point, float] = {}
    for route in map(Route, lines):
        for wish in LED_SHARES:
            shares = (wish + aside for aside in LED_ASIDE)
            near = ((abs(share - 0.5), route.at(route.length * share)[0]) for share in shares)
            if first := next((each for each in near if plain(each[1])), None):
                found.setdefault(first[1], first[0])
    return [(cost, point) for point, cost in found.items()]


def around_ends(ends: Sequence[tuple[float, Point]], size: Size) -> Box:
    """Give the box in which a label may stand that is led to one of some points."""
    xs, ys = [x for _, (x, _) in ends], [y for _, (_, y) in ends]
    box, far = Box(min(xs), min(ys), max(xs), max(ys)), LED_MOST + max(size)
    return box.grown(far)


def on_open_ground(
    ends: Sequence[tuple[float, Point]], size: Size, taken: Iterable[Entry], within: Box, most: float
) -> Iterator[Led]:
    """Go through places where a label covers nothing, each with the point to which a leader is cheapest.

    most: what costs as much or more is left out.
    """
    half, high = size[0] / 2, size[1] / 2
    x, y, dearest = half + AIR, high + AIR, min(LED_DEAREST, most - LED)
    ground: Raster[bool] = Raster(within)
    ground.paint((a - x, b - y, c + x, d + y, True) for a, b, c, d, _ in taken)
    for row in range(0, ground.rows, LED_PACE):
        height = within.top + row * FINE
        level = [(dear, max(abs(end[1] - height) - high, 0.0), end) for dear, end in ends]
        near = [one for one in level if one[0] + _led_far(one[1]) < dearest]
        if not near:
            continue
        cells = ground.cells[row * ground.columns : (row + 1) * ground.columns : LED_PACE]
        for column in (at for at, cell in enumerate(cells) if not cell):
            across = within.left + column * LED_PACE * FINE
            cost, end = min(
                (dear + _led_far(hypot(max(abs(end[0] - across) - half, 0.0), down)), end)
                for dear, down, end in near
            )
            if cost < dearest:
                yield Led(LED + cost, box_at((across, height), size), end)


def ever_further(box: Box) -> Iterator[list[Box]]:
    """Go through rings of places round a box, further and further away, without end."""
    ways = [(sin(2 * pi * i / TURNS), cos(2 * pi * i / TURNS)) for i in range(TURNS)]
    return ([box.moved(1.6 * STEP * ring * x, -STEP * ring * y) for x, y in ways] for ring in count(1))


def nearest_edge(box: Box, there: Point) -> Point:
    """Give the point of a box that is nearest to one outside."""
    return min(max(there[0], box.left), box.right), min(max(there[1], box.top), box.bottom)


def _led_far(far: float) -> float:
    """Give what it costs to be led so far."""
    return (LED_FURTHER + LED_AGAIN * far) * far


def _level(a: Point, b: Point) -> bool:
    return abs(a[1] - b[1]) <= abs(a[0] - b[0])


def _at(a: Point, b: Point, share: float) -> Point:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


def box_at(spot: Point, size: Size) -> Box:
    """Give the box of a label with its middle at a point."""
    (x, y), (width, height) = spot, size
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
