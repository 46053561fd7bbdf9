"""Where to cut: through the gaps, across as few lines as can be, into as few pieces as can be.

What is to be cut lies in strips side by side (the rows of a family). A cut goes
through all of them, in each at the gap that suits best near one nominal place.
The nominal places are found by dynamic programming.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from genogram_app.picture.stairs import FAR

#: A stretch from start to end, in points along the way that is being cut.
Span = tuple[float, float]
#: How far a cut may step aside from its nominal place, and how far it stays off what it passes.
REACH, CLEAR = 64.0, 8.0
#: How many places are looked at in each strip, and how far a step aside is as bad as one cut line.
KEPT, ASKEW = 6, 200.0
#: Nominal places are tried at least this far apart, and at most this many of them.
STEP, MOST_PLACES = 8.0, 1000
#: What one more piece costs, in cut lines, and one that is left quite empty: pieces should be few and alike.
PIECE, EMPTINESS = 60.0, 10.0
#: What it costs to cut through something whole, and to make a piece that is too large.
HIT, TOO_LARGE = 50.0, 10_000.0


class Strip:
    """What lies in one strip: solids that no cut goes through, and lines that may be cut at a cost.

    A line that is twice as bad to cut is given twice.
    """

    def __init__(self, solids: Sequence[Span], lines: Sequence[Span]) -> None:
        self._starts = sorted(start for start, _ in lines)
        self._ends = sorted(end for _, end in lines)
        self._ink_starts = sorted([*self._starts, *(start for start, _ in solids)])
        self._ink_ends = sorted([*self._ends, *(end for _, end in solids)])
        by_end = sorted(solids, key=lambda span: span[1])
        self._solid_ends = [end for _, end in by_end]
        self._leftmost = [FAR]
        for start, _ in reversed(by_end):
            self._leftmost.append(min(self._leftmost[-1], start))
        self._leftmost.reverse()
        self._gaps = _gaps(solids)
        self._gap_ends = [end for _, end in self._gaps]
        self._lulls = _lulls(self._starts, self._ends)

    def crossings(self, at: float) -> int:
        """Count the lines that a cut goes through."""
        return bisect_left(self._starts, at) - bisect_right(self._ends, at)

    def count(self, at: float) -> int:
        """Count the solids that end before a cut: those that stay on its near side."""
        return bisect_right(self._solid_ends, at)

    def end_before(self, at: float) -> float:
        """Give where the ink before a cut ends."""
        found = bisect_right(self._ink_ends, at)
        return at if self.crossings(at) else self._ink_ends[found - 1] if found else -FAR

    def start_after(self, at: float) -> float:
        """Give where the ink after a cut starts, with the solids that a cut at hand leaves to it."""
        found = bisect_left(self._ink_starts, at)
        ink = at if self.crossings(at) else self._ink_starts[found] if found < len(self._ink_starts) else FAR
        return min(ink, self._leftmost[self.count(at)])

    def best(self, nominal: float) -> list[tuple[float, float]]:
        """Give the few best places for a cut near a nominal one, each with what it costs, the best first."""
        options = {at: self._cost(at, nominal) for at in self._near(nominal)}
        best = sorted((cost, at) for at, cost in options.items())[:KEPT]
        return best or [(HIT + self._cost(nominal, nominal), nominal)]

    def _cost(self, at: float, nominal: float) -> float:
        return self.crossings(at) + abs(at - nominal) / 400

    def _near(self, nominal: float) -> Iterator[float]:
        """Go through the places in gaps within reach of a nominal one."""
        for start, end in self._gaps[bisect_left(self._gap_ends, nominal - REACH) :]:
            if start > nominal + REACH:
                return
            clear = min(CLEAR, (end - start) / 2)
            first, last = max(start + clear, nominal - REACH), min(end - clear, nominal + REACH)
            yield from (min(max(nominal, start + clear), end - clear), first, last)
            yield from self._lulls[bisect_left(self._lulls, first) : bisect_right(self._lulls, last)]


def _lulls(starts: Sequence[float], ends: Sequence[float]) -> list[float]:
    """Give where lines have ended and the next one hasn't begun yet: the best places to cut."""
    found = []
    for end, later in pairwise([*sorted(set(ends)), FAR]):
        n = bisect_left(starts, end)
        start = starts[n] if n < len(starts) else FAR
        if start <= later:
            found.append(min((end + start) / 2, end + CLEAR))
    return found


def _gaps(solids: Sequence[Span]) -> list[Span]:
    """Give the stretches where nothing solid stands, from one far end to the other."""
    found, reached = list[Span](), -FAR
    for start, end in sorted(solids):
        if start > reached:
            found.append((reached, start))
        reached = max(reached, end)
    return [*found, (reached, FAR)]


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut: its nominal place, its place in each strip, and what it costs.

    counts: the solids before it in each strip. before, after: where the ink on
    either side of it ends and starts.
    """

    nominal: float
    places: tuple[float, ...]
    cost: float
    counts: tuple[int, ...]
    before: float
    after: float

    def follows(self, other: Cut) -> bool:
        """Say whether it lies beyond another cut in every strip."""
        if self.nominal - other.nominal > 2 * (REACH + CLEAR):
            return True
        return all(mine >= theirs for mine, theirs in zip(self.places, other.places, strict=True))


def candidates(strips: Sequence[Strip], seams: Sequence[Sequence[float]]) -> list[Cut]:
    """Give the best cut near every place, from end to end, both far ends included.

    seams: for each two neighbouring strips, sorted, where lines lead from one to the other.
    """
    start, end = _cut(strips, -FAR, seams), _cut(strips, FAR, seams)
    step = max(STEP, (end.before - start.after) / MOST_PLACES)
    between = range(1, max(int((end.before - start.after) / step), 1))
    found = (_cut(strips, start.after + n * step, seams) for n in between)
    return [start, *{cut.places: cut for cut in found}.values(), end]


def choose(tried: Sequence[Cut], length: float) -> list[Cut]:
    """Choose the cuts that make few pieces of at most `length`, the far ends included.

    One more piece is better than a cut through the middle of the story (see `picture.story`).
    """
    return _path(tried, _chosen(tried, length))


def _cut(strips: Sequence[Strip], nominal: float, seams: Sequence[Sequence[float]]) -> Cut:
    cost, places = (0.0, (nominal,) * len(strips))
    if abs(nominal) < FAR:
        cost, places = _way_down(strips, nominal, seams)
    return Cut(
        nominal,
        places,
        cost,
        tuple(strip.count(at) for strip, at in zip(strips, places, strict=True)),
        max(strip.end_before(at) for strip, at in zip(strips, places, strict=True)),
        min(strip.start_after(at) for strip, at in zip(strips, places, strict=True)),
    )


def _way_down(
    strips: Sequence[Strip], nominal: float, seams: Sequence[Sequence[float]]
) -> tuple[float, tuple[float, ...]]:
    """Find the way through all strips that goes through the fewest lines, in the strips and between them."""
    ways: list[tuple[float, tuple[float, ...]]] = [(cost, (at,)) for cost, at in strips[0].best(nominal)]
    for strip, seam in zip(strips[1:], seams, strict=True):
        ways = [
            min(
                (so_far + cost + _between(seam, places[-1], at) + abs(places[-1] - at) / ASKEW, (*places, at))
                for so_far, places in ways
            )
            for cost, at in strip.best(nominal)
        ]
    return min(ways)


def _between(seam: Sequence[float], a: float, b: float) -> int:
    return abs(bisect_left(seam, a) - bisect_left(seam, b))


def _chosen(tried: Sequence[Cut], length: float) -> list[int]:
    """Give for each cut the one before it on the cheapest way there."""
    best, previous, first = [0.0], [0], 0
    for here, cut in enumerate(tried[1:], 1):
        while first < here - 1 and cut.before - tried[first].after > length + 4 * REACH:
            first += 1
        ways = [
            (best[n] + _way(tried[n], cut, length), n) for n in range(first, here) if cut.follows(tried[n])
        ]
        cost, source = min(ways, default=(len(tried) * TOO_LARGE, here - 1))
        best.append(cost)
        previous.append(source)
    return previous


def _way(last: Cut, cut: Cut, length: float) -> float:
    """Give what it costs to go on from one cut to another."""
    if cut.counts == last.counts:
        return cut.cost
    size = cut.before - last.after
    spare = 1 - size / length
    too_large = 0.0 if size <= length else TOO_LARGE * (1 - spare)
    return cut.cost + PIECE + EMPTINESS * spare * spare + too_large


def _path(tried: Sequence[Cut], previous: Sequence[int]) -> list[Cut]:
    found = [len(tried) - 1]
    while found[-1]:
        found.append(previous[found[-1]])
    return [tried[n] for n in reversed(found)]
