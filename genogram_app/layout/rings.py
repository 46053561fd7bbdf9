"""The shape of a ring: upright rectangles joined, their outline traced, corners round."""

from __future__ import annotations

from collections.abc import Sequence
from math import copysign

from genogram_app.drawing.primitives import Box, Outline, Point, Step
from genogram_app.drawing.shapes import KAPPA

RADIUS = 12.0
#: Steps in an outline shorter than this are levelled where nothing is in the way.
NOTCH = 10.0

Grid = list[list[bool]]


def ring_round(boxes: Sequence[Box], others: Sequence[Box]) -> Outline:
    """Draw the outline round some boxes that touch, hollows filled where that takes in none of the others."""
    xs = sorted({x for box in boxes for x in (box.left, box.right)})
    ys = sorted({y for box in boxes for y in (box.top, box.bottom)})
    grid = [[_covered(boxes, *_middle(xs, ys, i, j)) for i in range(len(xs) - 1)] for j in range(len(ys) - 1)]
    filled = [list(row) for row in grid]
    _fill(filled, xs, ys, others)
    loops = _loops(filled, xs, ys)
    if len(loops) > 1:
        # Filling hollows must never close a ring round somebody who lives elsewhere.
        loops = min(_loops(grid, xs, ys), loops, key=len)
    steps: list[Step] = []
    for loop in loops:
        steps += _rounded(loop)
    return tuple(steps)


def _middle(xs: Sequence[float], ys: Sequence[float], i: int, j: int) -> Point:
    return (xs[i] + xs[i + 1]) / 2, (ys[j] + ys[j + 1]) / 2


def _covered(boxes: Sequence[Box], x: float, y: float) -> bool:
    return any(box.left < x < box.right and box.top < y < box.bottom for box in boxes)


def _fill(grid: Grid, xs: Sequence[float], ys: Sequence[float], others: Sequence[Box]) -> None:
    """Fill cells that lie between filled ones in a row or a column, and shallow notches, where free."""
    changed = True
    while changed:
        changed = False
        for j, row in enumerate(grid):
            for i, full in enumerate(row):
                cell = Box(xs[i], ys[j], xs[i + 1], ys[j + 1])
                if not full and _hollow(grid, xs, ys, i, j) and not any(cell.overlaps(o) for o in others):
                    row[i] = changed = True


def _hollow(grid: Grid, xs: Sequence[float], ys: Sequence[float], i: int, j: int) -> bool:
    column = [row[i] for row in grid]
    across = any(grid[j][:i]) and any(grid[j][i + 1 :])
    upright = any(column[:j]) and any(column[j + 1 :])
    narrow = xs[i + 1] - xs[i] < NOTCH and (any(grid[j][i - 1 : i]) or any(grid[j][i + 1 : i + 2]))
    low = ys[j + 1] - ys[j] < NOTCH and (any(column[max(j - 1, 0) : j]) or any(column[j + 1 : j + 2]))
    return across or upright or narrow or low


def _loops(grid: Grid, xs: Sequence[float], ys: Sequence[float]) -> list[list[Point]]:
    """Trace the edges of the filled cells, each loop with the filled side on its right, corners only."""
    onward: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def full(i: int, j: int) -> bool:
        return 0 <= j < len(grid) and 0 <= i < len(grid[j]) and grid[j][i]

    for j, row in enumerate(grid):
        for i, here in enumerate(row):
            if not here:
                continue
            edges = (
                (full(i, j - 1), (i, j), (i + 1, j)),
                (full(i + 1, j), (i + 1, j), (i + 1, j + 1)),
                (full(i, j + 1), (i + 1, j + 1), (i, j + 1)),
                (full(i - 1, j), (i, j + 1), (i, j)),
            )
            for inner, start, end in edges:
                if not inner:
                    onward.setdefault(start, []).append(end)
    loops = []
    while onward:
        start = min(onward)
        loops.append(_corners([(xs[i], ys[j]) for i, j in _follow(onward, start)]))
    return loops


def _follow(
    onward: dict[tuple[int, int], list[tuple[int, int]]], start: tuple[int, int]
) -> list[tuple[int, int]]:
    path = [start]
    before = None
    while True:
        here = path[-1]
        ways = onward[here]
        # Where two cells touch at a corner only, turn so that they stay one shape.
        there = ways.pop(_left_turn(before, here, ways) if len(ways) > 1 and before else 0)
        if not ways:
            del onward[here]
        if there == start:
            return path
        path.append(there)
        before = here


def _left_turn(before: tuple[int, int], here: tuple[int, int], ways: list[tuple[int, int]]) -> int:
    dx, dy = here[0] - before[0], here[1] - before[1]
    turns = [dx * (way[1] - here[1]) - dy * (way[0] - here[0]) for way in ways]
    return turns.index(min(turns))


def _corners(loop: list[Point]) -> list[Point]:
    """Leave out points on the way of a straight line."""
    count = len(loop)
    return [
        here
        for i, here in enumerate(loop)
        if not (loop[i - 1][0] == here[0] == loop[(i + 1) % count][0])
        and not (loop[i - 1][1] == here[1] == loop[(i + 1) % count][1])
    ]


def _rounded(loop: list[Point]) -> list[Step]:
    """Draw a closed line of right angles with round corners."""
    steps: list[Step] = []
    count = len(loop)
    for i, corner in enumerate(loop):
        before, after = loop[i - 1], loop[(i + 1) % count]
        r = min(RADIUS, _reach(before, corner) / 2, _reach(corner, after) / 2)
        start, end = _towards(corner, before, r), _towards(corner, after, r)
        steps.append(("L", *start) if steps else ("M", *start))
        c1, c2 = _towards(corner, before, r * (1 - KAPPA)), _towards(corner, after, r * (1 - KAPPA))
        steps.append(("C", *c1, *c2, *end))
    return [*steps, ("Z",)]


def _reach(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _towards(point: Point, there: Point, span: float) -> Point:
    """Go some points towards another corner, along an upright or level line."""
    dx, dy = there[0] - point[0], there[1] - point[1]
    return point[0] + (copysign(span, dx) if dx else 0.0), point[1] + (copysign(span, dy) if dy else 0.0)
