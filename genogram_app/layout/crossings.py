"""Which lines cross: one pair, and how many between two rows."""

from __future__ import annotations

from collections.abc import Sequence

from genogram_app.drawing.primitives import Point


def crossings_of(lines: Sequence[tuple[float, float]]) -> int:
    """Count the crossings among lines given by their upper and lower ends (a tree of counts: n log n)."""
    bottoms = sorted({low for _, low in lines})
    at = {low: i + 1 for i, low in enumerate(bottoms)}
    tree = [0] * (len(bottoms) + 1)
    crossings = 0
    for seen, (_, low) in enumerate(sorted(lines)):
        i, before = at[low], 0
        while i:
            before += tree[i]
            i &= i - 1
        crossings += seen - before
        i = at[low]
        while i < len(tree):
            tree[i] += 1
            i += i & -i
    return crossings


def cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Say whether two straight ways cross; where they only touch they don't."""

    def side(p: Point, q: Point, r: Point) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0
