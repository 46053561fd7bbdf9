"""Values that never fall, as near to their wishes as can be: an isotonic regression by distances.

Exact (pool adjacent violators); `isotonic` is the one in least squares.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

#: Weights and places that differ by less are the same.
EVEN = 1e-9


def rising(wished: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Give the values that never fall and are nearest to those wished, by the sum of weighted distances.

    So few move, some of them further, where squares would let the whole row step aside a little.
    Exact (pool adjacent violators, each pool at its median); of several answers, the one in the middle.
    """
    if rises(wished):
        return list(wished)
    low = _pooled(wished, weights)
    high = _pooled([-value for value in reversed(wished)], list(reversed(weights)))
    return [(one - other) / 2 for one, other in zip(low, reversed(high), strict=True)]


def rises(values: Sequence[float]) -> bool:
    """Say whether values never fall."""
    return all(before <= after + EVEN for before, after in pairwise(values))


def _pooled(wished: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Give the lowest of the nearest values that never fall."""
    pools: list[tuple[float, list[tuple[float, float]]]] = []
    for value, weight in zip(wished, weights, strict=True):
        pool, level = [(value, weight)], value
        while pools and pools[-1][0] > level + EVEN:
            pool = sorted(pools.pop()[1] + pool)
            level = _median(pool)
        pools.append((level, pool))
    return [level for level, pool in pools for _ in pool]


def _median(pool: Sequence[tuple[float, float]]) -> float:
    """Give the lower median of values in order, each with its weight."""
    half = sum(weight for _, weight in pool) / 2
    passed = accumulate(weight for _, weight in pool)
    return next(value for (value, _), weight in zip(pool, passed, strict=True) if weight >= half - EVEN)
