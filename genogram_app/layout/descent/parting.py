"""Bars that read as one because a gap between rows is too low: each finds room where nobody stands.

Rows put by hand may leave less room than their bars take, though over or under a bar's own
stretch there is plenty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.descent.tracks import CLOSE, Wire
from genogram_app.layout.sheet.extents import Extent
from genogram_app.layout.sheet.ground import Ground, along
from genogram_app.layout.sheet.result import UnionBar
from genogram_app.model.ids import Id

#: Side by side for no more than so far, two bars are told apart (points).
APART = 10.0
#: Air between a bar and what it passes, and in what steps room is looked for.
AIR, STEP = 2.0, 1.0


@dataclass(slots=True)
class Run:
    """A bar at its height: whose it is, whose children hang from it, and between what heights it may run."""

    parent: Id
    children: frozenset[int]
    wire: Wire
    y: float
    least: float
    most: float

    def box(self, y: float) -> Box:
        """Give the stretch that it takes at some height."""
        return Box(self.wire.left, y, self.wire.right, y)

    def uprights(self, y: float) -> Iterator[Box]:
        """Give the lines that join it from above and below."""
        yield from (Box(x, min(self.least, y), x, y) for x in self.wire.tops)
        yield from (Box(x, y, x, max(self.most, y)) for x in self.wire.bottoms)

    def is_strange(self, other: Run) -> bool:
        """Say whether another is of other parents and children; carers' lines run side by side on purpose."""
        return self.parent != other.parent and self.children.isdisjoint(other.children)

    def may_meet(self, other: Run) -> bool:
        """Say whether another, with all that joins it, ever comes so near that the two might read as one."""
        return (
            self.wire.left - CLOSE < other.wire.right
            and other.wire.left - CLOSE < self.wire.right
            and min(self.least, self.y) - CLOSE < max(other.most, other.y)
            and min(other.least, other.y) - CLOSE < max(self.most, self.y)
        )


def in_the_way(
    places: Mapping[Id, Point], extents: Mapping[Id, Extent], bars: Mapping[Id, UnionBar]
) -> Ground:
    """Give what bars may not pass over: people, services, and couples' bars."""
    ground = Ground.of(places, extents)
    for key, bar in bars.items():
        for number, box in enumerate(along(bar.points)):
            ground.add(f"{key}/{number}", box)
    return ground


def part(runs: Sequence[Run], ground: Ground) -> None:
    """Move the bars that read as one with another, each as little as can be; who finds no room stays."""
    for run in sorted(runs, key=lambda run: (run.wire.right - run.wire.left, run.wire.left, run.y)):
        others = [other for other in runs if run.may_meet(other) and run.is_strange(other)]
        if not reads(run, run.y, others):
            run.y = next((y for y in _heights(run) if _is_free(run, y, others, ground)), run.y)


def _heights(run: Run) -> Iterator[float]:
    """Give the heights at which a bar may run, nearest first."""
    steps = int(max(run.y - run.least, run.most - run.y) / STEP)
    for step in range(1, steps + 1):
        for y in (run.y + step * STEP, run.y - step * STEP):
            if run.least + AIR <= y <= run.most - AIR:
                yield y


def _is_free(run: Run, y: float, others: Sequence[Run], ground: Ground) -> bool:
    """Say whether a bar passes nobody at some height, nor do the lines that join it."""
    return (
        reads(run, y, others)
        and ground.free(run.box(y).grown(AIR))
        and all(ground.free(leg) for leg in _changed(run, y))
    )


def _changed(run: Run, y: float) -> Iterator[Box]:
    """Give the lines that are longer with a bar at another height: by how much."""
    for x in run.wire.tops if y > run.y else run.wire.bottoms:
        yield Box(x, min(y, run.y), x, max(y, run.y))


def reads(run: Run, y: float, others: Sequence[Run]) -> bool:
    """Say whether a bar at some height, and what joins it, is told from all others."""
    return not any(_merge(run.box(y), other.box(other.y)) for other in others) and not any(
        _merge(mine, theirs)
        for other in others
        if other.least < max(y, run.most) and run.least < max(other.y, other.most)
        for mine in run.uprights(y)
        for theirs in other.uprights(other.y)
    )


def _merge(one: Box, other: Box) -> bool:
    """Say whether two lines of one direction run so near each other that they read as one."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return (across > APART and down > -CLOSE) or (down > APART and across > -CLOSE)
