"""Places on a sheet, evenly apart, each with what it costs to be there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from genogram_app.drawing.primitives import Point

#: What a point of way costs; and a place beside a dear one, as a share of what it costs to be there.
FAR, NEAR = 0.15, 0.2


@dataclass(frozen=True)
class Lattice:
    """Places by number, row by row. Nobody may be at the outermost ones."""

    left: float
    top: float
    step: float
    columns: int
    costs: Sequence[float]

    @classmethod
    def roomy(cls, left: float, top: float, step: float, columns: int, costs: list[float]) -> Lattice:
        """Give places of which those beside dear ones cost something too: a way rather keeps clear."""
        level = list(map(max, costs, costs[1:] + costs[:1], costs[-1:] + costs[:-1]))
        around = map(max, level, level[columns:] + level[:columns], level[-columns:] + level[:-columns])
        beside = [NEAR * most for most in around]
        near = list(map(max, costs, beside))
        rows, never = len(near) // columns, float("inf")
        near[:columns] = near[-columns:] = [never] * columns
        near[::columns] = near[columns - 1 :: columns] = [never] * rows
        return cls(left, top, step, columns, near)

    def at(self, place: int) -> Point:
        """Give where a place is."""
        row, column = divmod(place, self.columns)
        return self.left + column * self.step, self.top + row * self.step

    def nearest(self, point: Point) -> int:
        """Give the place nearest to a point, but for the outermost."""
        rows = len(self.costs) // self.columns
        column, row = round((point[0] - self.left) / self.step), round((point[1] - self.top) / self.step)
        return min(max(row, 1), rows - 2) * self.columns + min(max(column, 1), self.columns - 2)

    def steps(self) -> list[tuple[int, float]]:
        """Give the steps to the eight neighbours, with what each costs."""
        around = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if x or y]
        return [(y * self.columns + x, FAR * hypot(x, y) * self.step) for x, y in around]
