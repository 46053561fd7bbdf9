"""The cheapest way between two over a sheet, whatever stands there: a search from place to place.

For lines that find no good way among those of a simple shape.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from heapq import heappop, heappush
from math import dist, sqrt

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.sheet.curves import Curve
from genogram_app.layout.sheet.ground import dense
from genogram_app.layout.sheet.lattice import FAR, Lattice
from genogram_app.layout.sheet.probe import Probe
from genogram_app.layout.sheet.raster import FINE

#: How far apart the places are, in cells of the raster; and how much round the two ends is looked at.
PACE, ROOM, WIDER = 2, 80.0, 0.2
#: How far from its corners a way begins to turn, the calmest first; and how far towards them its handles go.
RADII, ROUND = (120.0, 60.0, 30.0, 15.0, 7.0), 0.85
#: What a corner costs; how much longer a slanting step is than a level one.
CORNER, DIAGONAL = 4.0, sqrt(2) - 1

#: Where a line may begin or end, with what it costs to do so there.
Sites = Mapping[Point, float]
#: The same by the number of the place.
Dear = Mapping[int, float]


def searched(probe: Probe, starts: Sites, ends: Sites) -> list[Curve]:
    """Give curves along the cheapest way from one of some points to one of others; none where none is."""
    lattice = probe.lattice(room(starts, ends), PACE)
    way = _cheapest(lattice, starts, ends)
    if not way:
        return []
    corners = _pulled(probe, way)
    return list(dict.fromkeys(_rounded(corners, radius) for radius in RADII))


def room(starts: Sites, ends: Sites) -> Box:
    """Give the part of the sheet that is looked at."""
    xs, ys = [x for x, _ in (*starts, *ends)], [y for _, y in (*starts, *ends)]
    box = Box(min(xs), min(ys), max(xs), max(ys))
    return box.grown(ROOM + WIDER * max(box.width, box.height))


def _cheapest(lattice: Lattice, starts: Sites, ends: Sites) -> list[Point]:
    """Give the corners of the cheapest way, its two ends among them."""
    first = {lattice.nearest(point): point for point in starts}
    last = {lattice.nearest(point): point for point in ends}
    places = _walked(
        lattice,
        {place: starts[point] for place, point in first.items()},
        {place: ends[point] for place, point in last.items()},
        _at_best(lattice, ends),
    )
    if len(places) < 2:
        return []
    turns = [b for a, b, c in zip(places, places[1:], places[2:], strict=False) if b - a != c - b]
    return [first[places[0]], *map(lattice.at, turns), last[places[-1]]]


def _walked(lattice: Lattice, first: Dear, last: Dear, at_best: Callable[[int], float]) -> list[int]:
    """Give the places of the cheapest way, one after the other (A*: Hart, Nilsson and Raphael 1968)."""
    costs, steps, best = lattice.costs, lattice.steps(), float("inf")
    known, came = [best] * len(costs), dict[int, int]()
    for place, cost in first.items():
        known[place] = cost
    todo = [(cost + at_best(place), place) for place, cost in sorted(first.items())]
    done, found = bytearray(len(costs)), -1
    while todo and todo[0][0] < best:
        here = heappop(todo)[1]
        if done[here]:
            continue
        done[here] = True
        gone = known[here]
        if here in last and gone + last[here] < best:
            found, best = here, gone + last[here]
        for step, length in steps:
            there = here + step
            cost = gone + length + costs[there]
            if cost < known[there] and cost < best:
                known[there], came[there] = cost, here
                heappush(todo, (cost + at_best(there), there))
    return _back(came, found)


def _back(came: Mapping[int, int], place: int) -> list[int]:
    """Give the places that led to one, the first of them first."""
    places = [place]
    while places[-1] in came:
        places.append(came[places[-1]])
    return places[::-1]


def _at_best(lattice: Lattice, ends: Sites) -> Callable[[int], float]:
    """Give what tells how cheap the way from a place to the nearest end is at best."""
    step, columns = lattice.step, lattice.columns
    # A place stands for what is up to a step from it.
    left, right = min(x for x, _ in ends) - step, max(x for x, _ in ends) + step
    top, bottom = min(y for _, y in ends) - step, max(y for _, y in ends) + step

    def at_best(place: int) -> float:
        x, y = lattice.left + place % columns * step, lattice.top + place // columns * step
        across = left - x if x < left else x - right if x > right else 0.0
        down = top - y if y < top else y - bottom if y > bottom else 0.0
        return FAR * (across + DIAGONAL * down if across > down else down + DIAGONAL * across)

    return at_best


def _pulled(probe: Probe, way: Sequence[Point]) -> list[Point]:
    """Leave out of a way whatever corners it is cheaper without."""
    best: list[tuple[float, list[Point]]] = [(0.0, [way[0]])]
    for last in range(1, len(way)):
        found, cost = list[Point](), float("inf")
        for first in range(last - 1, -1, -1):
            gone, before = best[first]
            here = gone + CORNER + FAR * dist(way[first], way[last])
            if here < cost:
                here += probe.cost(dense((way[first], way[last]), FINE), cost - here)
            if here < cost:
                found, cost = before, here
        best.append((cost, [*found, way[last]]))
    return best[-1][1]


def _rounded(points: Sequence[Point], radius: float) -> Curve:
    """Round the corners of a way: each from so far before it to so far behind it, or from leg to leg."""
    found = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        start, end = _on_leg(corner, before, radius), _on_leg(corner, after, radius)
        found += [*_straight(found[-1], start), _part(start, corner, ROUND), _part(end, corner, ROUND), end]
    return *found, *_straight(found[-1], points[-1])


def _on_leg(corner: Point, other: Point, radius: float) -> Point:
    return _part(corner, other, min(radius / (dist(corner, other) or 1.0), 0.5))


def _straight(start: Point, end: Point) -> tuple[Point, ...]:
    return (_part(start, end, 1 / 3), _part(start, end, 2 / 3), end) if dist(start, end) > 1e-6 else ()


def _part(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
