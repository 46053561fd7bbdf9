"""How often lines between two rows cross."""

from __future__ import annotations

from collections.abc import Sequence


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
