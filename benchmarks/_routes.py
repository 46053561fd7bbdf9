"""How good our own lines are: a second score, of what is really drawn between parents and children."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.ids import Id

#: Lines nearer than this run as one to the eye.
NEAR = 2.0

#: An upright or level stretch: whose it is, its height or x, from where to where.
Stretch = tuple[Id, float, float, float]


def through(layout: Layout, ground: Ground, box: tuple[float, float]) -> int:
    """Count the lines to children that run through a symbol at neither end of theirs."""
    count = 0
    for owner, line in _lines(layout):
        ends = (line[0], line[-1])
        met = {key for leg in pairwise(line) for key in ground.near(_inside(*leg))}
        count += any(not _at(layout.places[key], ends, box) for key in met if key != owner)
    return count


def merged(layout: Layout) -> int:
    """Count the pairs of families whose bars lie on each other."""
    levels: dict[int, list[Stretch]] = defaultdict(list)
    for sibship in layout.sibships:
        for line in sibship.lines:
            for (ax, ay), (bx, by) in pairwise(line):
                if ay == by and ax != bx:
                    levels[round(ay)].append((sibship.parent, ay, min(ax, bx), max(ax, bx)))
    return sum(_merged(sorted(some, key=lambda one: one[2:])) for some in levels.values())


def bends(layout: Layout) -> float:
    """Give the bends on the way to a child, in the mean, beside the corners of trunk, bar and stem."""
    shared = {link: sibship for sibship in layout.sibships for link in sibship.links}
    count = sum(max(0, len(line) - 2) for line in layout.descents.values())
    count += sum(max(0, len(line) - 2) for sibship in shared.values() for line in sibship.lines)
    return count / max(1, len(layout.descents))


def _lines(layout: Layout) -> Iterator[tuple[Id, Polyline]]:
    for link, line in layout.descents.items():
        yield link, line
    for sibship in layout.sibships:
        for line in sibship.lines:
            yield sibship.parent, line


def _inside(a: Point, b: Point) -> Box:
    """Give the box of a leg, a little thinner than what it may touch."""
    (ax, ay), (bx, by) = a, b
    return Box(min(ax, bx) - 0.1, min(ay, by) - 0.1, max(ax, bx) + 0.1, max(ay, by) + 0.1)


def _at(place: Point, ends: tuple[Point, Point], box: tuple[float, float]) -> bool:
    """Say whether a line begins or ends at a symbol, or between two who stand side by side."""
    return any(
        abs(x - place[0]) <= box[0] / 2 + NEAR and abs(y - place[1]) <= box[1] / 2 + NEAR for x, y in ends
    )


def _merged(stretches: list[Stretch]) -> int:
    """Count the pairs of different families' stretches, sorted from left to right, that overlap."""
    count = 0
    for i, (whose, y, _, right) in enumerate(stretches):
        for other, other_y, left, _ in stretches[i + 1 :]:
            if left > right - NEAR:
                break
            count += other != whose and abs(y - other_y) < NEAR
    return count
