"""Snapping while dragging: into a row, under or over somebody, as far from one as that one from the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from genogram_app.drawing.primitives import Point
from genogram_app.model.ids import Id

#: Two who stand in height so near to each other, in points, stand in one row.
LEVEL = 2.0


@dataclass(frozen=True, slots=True)
class Snap:
    """Where something comes to stand, and with what it lines up: a row, a column, both or neither.

    gaps: the equal distances along the row that it is a part of, each from x to x.
    """

    point: Point
    row: bool = False
    column: bool = False
    gaps: tuple[tuple[float, float], ...] = ()


def snapped(at: Point, others: Mapping[Id, Point], reach: float) -> Snap:
    """Give where something dragged to a point stands; `reach` in the same points, 0 snaps nothing."""
    x, y = at
    row = _near(y, (other[1] for other in others.values()), reach)
    column = _near(x, (other[0] for other in others.values()), reach / 2)
    level = row if row is not None else y
    point = (column if column is not None else x, level)
    if row is None or column is not None:
        return Snap(point, row is not None, column is not None)
    beside = sorted(other[0] for other in others.values() if abs(other[1] - level) <= LEVEL)
    even = _near(x, _even(beside, x), reach)
    if even is None:
        return Snap(point, row=True)
    return Snap((even, level), row=True, gaps=_equal(beside, even))


def _even(row: list[float], x: float) -> list[float]:
    """Give the places at which a row would go on evenly, or be parted in the middle, round an x."""
    left, right = [other for other in row if other < x], [other for other in row if other > x]
    found = [(left[-1] + right[0]) / 2] if left and right else []
    found += [2 * left[-1] - left[-2]] if len(left) > 1 else []
    found += [2 * right[0] - right[1]] if len(right) > 1 else []
    return found


def _equal(row: list[float], x: float) -> tuple[tuple[float, float], ...]:
    """Give the gap on either side of an x, and beside them, that are equally wide."""
    at = sorted([*row, x])
    index = at.index(x)
    near = list(pairwise(at[max(0, index - 2) : index + 3]))
    pairs = [(one, other) for one, other in pairwise(near) if x in (*one, *other) and _as_wide(one, other)]
    return tuple(dict.fromkeys(gap for pair in pairs for gap in pair))


def _as_wide(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs((one[1] - one[0]) - (other[1] - other[0])) < 0.5


def _near(value: float, others: Iterable[float], reach: float) -> float | None:
    best = min(others, key=lambda other: (abs(other - value), other), default=None)
    return best if best is not None and abs(best - value) <= reach and reach > 0 else None
