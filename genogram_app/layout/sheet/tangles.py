"""How tangled a finished sheet is: which of two arrangements of one family reads better."""

from __future__ import annotations

from itertools import chain, pairwise

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.sheet.crossings import cross
from genogram_app.layout.sheet.grid import Grid
from genogram_app.layout.sheet.result import Layout

#: A home's ring that couldn't leave a stranger out is as bad as so many crossings.
COMPROMISE = 5


def tangles(layout: Layout) -> int:
    """Count the places where lines cross, and what couldn't be kept to, several times."""
    grid, legs = Grid(), list[tuple[Point, Point]]()
    crossings = 0
    for a, b in _legs(layout):
        box = Box(min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))
        crossings += sum(cross(a, b, *legs[int(key)]) for key in set(grid.near(box)))
        grid.enter(box.left, box.top, box.right, box.bottom, str(len(legs)))
        legs.append((a, b))
    return crossings + COMPROMISE * len(layout.warnings)


def _legs(layout: Layout) -> list[tuple[Point, Point]]:
    lines = chain(
        (bar.points for bar in layout.bars.values()),
        layout.descents.values(),
        (line for shared in layout.sibships for line in shared.lines),
        layout.bonds.values(),
        layout.ties.values(),
    )
    return [leg for line in lines for leg in pairwise(line)]
