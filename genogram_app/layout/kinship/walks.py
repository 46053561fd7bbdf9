"""In what order people sit down: kin after kin, so that each finds its place beside those it belongs to."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush


def by_steps(kindred: Sequence[Sequence[int]], firsts: Sequence[int]) -> Iterator[int]:
    """Go from somebody to their kin, then to theirs; then on to whoever is left, in the order given."""
    seen: set[int] = set()
    for first in firsts:
        waiting = deque([first] if first not in seen else [])
        seen.add(first)
        while waiting:
            here = waiting.popleft()
            yield here
            fresh = [other for other in dict.fromkeys(kindred[here]) if other not in seen]
            seen.update(fresh)
            waiting.extend(fresh)


def best_known(kindred: Sequence[Sequence[int]], firsts: Sequence[int]) -> Iterator[int]:
    """Go on to whoever has the largest share of their kin behind them; of several, to the first found."""
    behind = [0] * len(kindred)
    seen: set[int] = set()
    found = 0
    waiting: list[tuple[float, int, int]] = []
    for first in firsts:
        heappush(waiting, (0.0, found, first))
        while waiting:
            _, _, here = heappop(waiting)
            if here not in seen:
                seen.add(here)
                yield here
                for other in kindred[here]:
                    found += 1
                    behind[other] += 1
                    heappush(waiting, (-behind[other] / len(kindred[other]), found, other))
