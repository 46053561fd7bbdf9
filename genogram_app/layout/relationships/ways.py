"""Ways that a relationship line may take: through the gaps of rows, beside a couple's bar, over heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise, product
from math import dist

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.sheet.curves import Curve
from genogram_app.layout.sheet.extents import Extent
from genogram_app.model.ids import Id

#: Who stands within this many points of a height stands in one row.
SAME_ROW = 30.0
#: Air between a line's ink and the figure that it passes.
AIR = 3.0
#: How much further off it passes where it would run along another.
WIDER = (0.0, 5.0, 10.0, 20.0)
#: How far below the top of the words a line is upright that has left the symbol sideways.
TURNED = 9.0
#: How far inside a row a line is upright already.
INSIDE = 4.0
#: How far from everybody in a row a line passes without minding it.
OPEN = 25.0
#: Gaps that are tried in a row, and how far a line may be led aside for one.
GAPS, ASIDE = 4, 220.0
#: Lanes over the heads of a row, in points over its symbols; where those lie under the words.
LANES = (9.0, 17.0, 25.0, 34.0, 42.0, 50.0, 60.0)
#: Where beside the middle of a symbol a line rises, and how it leans in doing so.
ASIDES, LEANS = (0.0, -5.0, -10.0, 7.0), (0.25, 0.0)
#: How much of the way a line takes to rise to its lane.
RISE = 0.4
#: At how many aims in a symbol lines end, and how far apart those lie.
AIMS = (0.0, 7.0, -7.0)
#: How far beside the middle level lanes run, as shares of half the symbol's height.
LEVELS = (0.45, 0.62, 0.75)
#: What a station costs, a point aside, a lane.
TURN, BENT, LANED = 1.5, 0.12, 5.0
#: How many ways down are tried at most.
MOST = 28
#: How high an arch over people who lie on each other rises, and the next over it.
HEAPED = 30.0
#: How a line arrives from above: slanting, or nearly upright, with what that costs.
SLANTING, STEEP = (0.3, 0.35), (0.04, 0.5)
ARRIVALS = ((0.0, SLANTING), (1.0, STEEP))

#: A way with what it costs by itself.
Priced = tuple[float, Curve]


class Rows:
    """The rows of a sheet, and the gaps between those who stand in them."""

    def __init__(self, places: Mapping[Id, Point], extents: Mapping[Id, Extent]) -> None:
        keys = sorted((places[key][1], key) for key in places if extents[key].words)
        boxes = [(y, extents[key].box.moved(*places[key])) for y, key in keys]
        self.rows: list[list[Box]] = []
        first = float("-inf")
        for y, box in boxes:
            if y - first > SAME_ROW:
                self.rows.append([])
                first = y
            self.rows[-1].append(box)
        self.tops = [min(box.top for box in row) for row in self.rows]
        self.bottoms = [max(box.bottom for box in row) for row in self.rows]

    def between(self, high: float, low: float) -> Iterator[int]:
        """Go through the rows that lie wholly between two heights."""
        for number, (top, bottom) in enumerate(zip(self.tops, self.bottoms, strict=True)):
            if high < top and bottom < low:
                yield number

    def passages(self, row: int, start: Point, end: Point, reach: float) -> list[tuple[Point, ...]]:
        """Give ways through a row as its upper and lower end; none is needed where nobody is near."""
        top, bottom = self.tops[row] + INSIDE, max(self.tops[row] + INSIDE + 1, self.bottoms[row])
        x = _level(start, end, (top + bottom) / 2)
        found: list[tuple[Point, ...]] = [((at, top), (at, bottom)) for at in self.gaps(row, x, reach)]
        open_way = all(abs(box.centre[0] - x) > box.width / 2 + OPEN for box in self.rows[row])
        return [(), *found[1:]] if open_way else found

    def gaps(self, row: int, x: float, reach: float) -> list[float]:
        """Give where a line can come through a row, the nearest to some x first."""
        taken = sorted((box.left - reach - AIR, box.right + reach + AIR) for box in self.rows[row])
        free: list[tuple[float, float]] = []
        here = float("-inf")
        for left, right in taken:
            if left > here:
                free.append((here, left))
            here = max(here, right)
        free.append((here, float("inf")))
        found = {min(max(x, left), right) for left, right in free}
        found |= {(left + right) / 2 for left, right in free if 0 < right - left < 60}
        near = [at for at in sorted(found, key=lambda at: (abs(at - x), at)) if abs(at - x) < ASIDE]
        return near[:GAPS]


def shoulders(place: Point, extent: Extent, reach: float) -> list[tuple[Point, Point]]:
    """Give on either side where a line goes down beside somebody's words: its upper and its lower end."""
    words = extent.words
    if words is None:
        return []
    x, y = place
    return [
        ((x + side, y + words.top + TURNED), (x + side, y + max(words.top + TURNED + 1, words.bottom)))
        for away in (reach + AIR + wider for wider in WIDER)
        for side in (words.left - away, words.right + away)
    ]


def down(
    start: Point, extent: Extent, end: Point, rows: Rows, reach: float, *, beside: bool = True
) -> list[Priced]:
    """Give ways from somebody down to somebody else: beside the own words, then through gaps of rows."""
    exits: list[tuple[Point, ...]] = list(shoulders(start, extent, reach)) if beside else []
    between = list(rows.between(start[1] + extent.box.bottom, end[1]))
    found: list[Priced] = []
    for first in exits or [()]:
        here = first[-1] if first else start
        options = [rows.passages(row, here, end, reach) for row in between]
        for pairs in islice(product(*options), 30):
            stations = [*first, *(point for pair in pairs for point in pair)]
            price = _price(start, stations, end)
            found += [
                (price + dear, led(start, stations, end, bool(first), arrival)) for dear, arrival in ARRIVALS
            ]
    return sorted(found)[:MOST]


def _price(start: Point, stations: Sequence[Point], end: Point) -> float:
    points = [start, *stations, end]
    away = sum(abs(b[0] - a[0]) for a, b in pairwise(points)) - abs(end[0] - start[0])
    return TURN * len(stations) + BENT * away + 0.05 * sum(dist(a, b) for a, b in pairwise(points))


def _level(start: Point, end: Point, y: float) -> float:
    """Give the x at which the straight way passes a height."""
    return start[0] + (end[0] - start[0]) * (y - start[1]) / (end[1] - start[1])


def led(
    start: Point, stations: Sequence[Point], end: Point, sideways: bool, arrival: Point = SLANTING
) -> Curve:
    """Lead a line through stations, upright at each; sideways: the first lies beside the start.

    arrival: how far the last handle stands back from the end, as shares of the last piece's width and height.
    """
    points: list[Point] = [start]
    here = start
    for number, (x, y) in enumerate(stations):
        (ax, ay), dx, dy = here, x - here[0], y - here[1]
        if number == 0 and sideways:
            points += [(ax + 0.6 * dx, ay + 0.22 * dy), (x, y - 0.55 * dy)]
        elif number == 0:
            points += [(ax + 0.35 * dx, ay + 0.35 * dy), (x, y - 0.45 * dy)]
        else:
            points += [(ax, ay + 0.5 * dy), (x, y - 0.5 * dy)]
        points.append((x, y))
        here = x, y
    (ax, ay), (bx, by) = here, end
    points += [
        (ax, ay + (by - ay) * 0.45) if stations else (ax + (bx - ax) * 0.35, ay + (by - ay) * 0.35),
        (bx - (bx - ax) * arrival[0], by - (by - ay) * arrival[1]),
        end,
    ]
    return tuple(points)


def level(start: Point, end: Point, half: float) -> list[Priced]:
    """Give straight lanes over and under the straight way between two who stand level."""
    return [
        (abs(share) * 4, _straight((start[0], start[1] + half * share), (end[0], end[1] + half * share)))
        for size in LEVELS
        for share in (size, -size)
    ]


def _straight(start: Point, end: Point) -> Curve:
    (ax, ay), (bx, by) = start, end
    third = (bx - ax) / 3, (by - ay) / 3
    return start, (ax + third[0], ay + third[1]), (bx - third[0], by - third[1]), end


def arched(heap: Box, number: int) -> Curve:
    """Give an arch over what lies on each other, the higher the more of them there are."""
    left, right = heap.centre[0] - heap.width / 4, heap.centre[0] + heap.width / 4
    height = heap.top - HEAPED * (number + 1)
    return (left, heap.top), (left, height), (right, height), (right, heap.top)


def over(start: Point, end: Point, top: float) -> list[Priced]:
    """Give ways that rise from two who stand in one row to a lane over the heads between them."""
    if start[0] > end[0]:
        return [(cost, curve[::-1]) for cost, curve in over(end, start, top)]
    found = []
    for lane in LANES:
        for aim in ASIDES:
            for lean in LEANS:
                a, b = (start[0] + aim, start[1]), (end[0] - aim, end[1])
                dear = LANED + lane * 0.25 + abs(aim) * 0.15 + (0.0 if lean else 1.0)
                found.append((dear, _lifted(a, b, top - lane, lean)))
    return sorted(found)


def _lifted(start: Point, end: Point, y: float, lean: float) -> Curve:
    (ax, ay), (bx, by) = start, end
    turn = min((bx - ax) * RISE, 70.0)
    left, right = (ax + turn, y), (bx - turn, y)
    third = (right[0] - left[0]) / 3
    return (
        start,
        (ax + lean * turn, ay + (y - ay) * 0.75),
        (ax + 0.5 * turn, y),
        left,
        (left[0] + third, y),
        (right[0] - third, y),
        right,
        (bx - 0.5 * turn, y),
        (bx - lean * turn, by + (y - by) * 0.75),
        end,
    )
