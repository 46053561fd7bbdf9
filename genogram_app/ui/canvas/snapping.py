"""Snapping while dragging: into a row, under or over somebody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from genogram_app.drawing.primitives import Point
from genogram_app.model.ids import Id


@dataclass(frozen=True, slots=True)
class Snap:
    """Where something comes to stand, and with what it lines up: a row, a column, both or neither."""

    point: Point
    row: bool = False
    column: bool = False


def snapped(at: Point, others: Mapping[Id, Point], reach: float) -> Snap:
    """Give where something dragged to a point stands; `reach` in the same points, 0 snaps nothing."""
    x, y = at
    row = _near(y, (other[1] for other in others.values()), reach)
    column = _near(x, (other[0] for other in others.values()), reach / 2)
    point = (column if column is not None else x, row if row is not None else y)
    return Snap(point, row is not None, column is not None)


def _near(value: float, others: Iterable[float], reach: float) -> float | None:
    best = min(others, key=lambda other: (abs(other - value), other), default=None)
    return best if best is not None and abs(best - value) <= reach and reach > 0 else None
