"""Places in a row as near to their wishes as can be: an isotonic regression.

Exact in least squares and in linear time (pool adjacent violators).
"""

from __future__ import annotations

from collections.abc import Sequence


def nearest(wishes: Sequence[float], weights: Sequence[float], steps: Sequence[float]) -> list[float]:
    """Give places as near to the wishes as can be, each at least its step after the one before.

    steps: one shorter than wishes. Weights above 0.
    """
    if not wishes:
        return []
    offsets, total = [0.0], 0.0
    for step in steps:
        total += step
        offsets.append(total)
    pools: list[list[float]] = []  # sum of weight · wish, weight, how many
    for wish, weight, offset in zip(wishes, weights, offsets, strict=True):
        pool = [weight * (wish - offset), weight, 1.0]
        while pools and pools[-1][0] * pool[1] >= pool[0] * pools[-1][1]:
            last = pools.pop()
            pool = [last[0] + pool[0], last[1] + pool[1], last[2] + pool[2]]
        pools.append(pool)
    levels = [total / weight for total, weight, count in pools for _ in range(int(count))]
    return [level + offset for level, offset in zip(levels, offsets, strict=True)]
