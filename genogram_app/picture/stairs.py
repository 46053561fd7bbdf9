"""A cut in steps: how far across a sheet it lies at each place along it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from genogram_app.drawing.primitives import Point

FAR = 1e7
#: What a cut goes round: from, to (along it), and the two ends across it.
Solid = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stair:
    """A cut that lies at `values[n]` between `levels[n - 1]` and `levels[n]`, all in points.

    A cut from top to bottom has heights for levels, a cut from side to side
    has places from left to right.
    """

    levels: tuple[float, ...]
    values: tuple[float, ...]

    @staticmethod
    def straight(value: float) -> Stair:
        """Give a cut without a step."""
        return Stair((), (value,))

    def at(self, along: float) -> float:
        """Give how far across it lies at a place along it."""
        return self.values[bisect_right(self.levels, along)]

    def over(self, start: float, end: float) -> Sequence[float]:
        """Give every value it has between two places along it."""
        return self.values[bisect_right(self.levels, start) : bisect_left(self.levels, end) + 1]

    def points(self, start: float, end: float) -> list[Point]:
        """Give its corners between two places, as (along, across)."""
        inner = [level for level in self.levels if start < level < end]
        return [(along, self.at((a + b) / 2)) for a, b in pairwise([start, *inner, end]) for along in (a, b)]

    def round(self, before: Iterable[Solid], after: Iterable[Solid]) -> Stair:
        """Step aside for what stands before the cut and what stands after it, so that nothing is cut."""
        firsts = [s for s in before if min(self.over(s[0], s[1])) < s[3]]
        lasts = [s for s in after if max(self.over(s[0], s[1])) > s[2]]
        if not firsts and not lasts:
            return self
        levels = sorted({*self.levels, *(edge for s in (*firsts, *lasts) for edge in s[:2])})
        middles = [(a + b) / 2 for a, b in pairwise([levels[0] - 2, *levels, levels[-1] + 2])]
        return Stair(tuple(levels), tuple(self._aside(along, firsts, lasts) for along in middles))

    def _aside(self, along: float, firsts: Sequence[Solid], lasts: Sequence[Solid]) -> float:
        value = max([self.at(along), *(s[3] for s in firsts if s[0] < along < s[1])])
        return min([value, *(s[2] for s in lasts if s[0] < along < s[1])])
