"""Tracks: at which height each bar between two rows runs, so that none merges with another.

Channel routing: a wire has a stretch across and ends above and below it. Two
wires whose stretches overlap take different tracks, and the one whose ends the
other would cross less lies nearer to them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

#: Wires closer than this side by side count as one line to the eye.
CLOSE = 6.0
#: What it costs that two upright ends lie on top of each other, in crossings.
MERGED = 100


@dataclass(frozen=True, slots=True)
class Wire:
    """A bar in the gap over a row: its stretch, and the x of the upright lines that meet it.

    label: the height of what is written over it, in points.
    """

    zone: int
    left: float
    right: float
    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    label: float = 0.0

    @classmethod
    def joining(cls, zone: int, tops: Sequence[float], bottoms: Sequence[float], label: float = 0.0) -> Wire:
        """Give the wire that joins upright lines from above and below."""
        ends = [*tops, *bottoms]
        return cls(zone, min(ends), max(ends), tuple(tops), tuple(sorted(bottoms)), label)

    def met(self, x: float) -> Wire:
        """Give the wire as it is where one more line comes down to it."""
        return replace(self, left=min(self.left, x), right=max(self.right, x), tops=(*self.tops, x))


def tracks_of(wires: Sequence[Wire]) -> list[int]:
    """Give each wire's track, 0 being the lowest, for wires of one gap."""
    order = sorted(range(len(wires)), key=lambda i: (wires[i].left, wires[i].right, i))
    rivals = _rivals(wires, order)
    lower = _lower(wires, rivals)
    tracks = [-1] * len(wires)
    for i in _from_below(order, lower):
        taken = {tracks[j] for j in rivals[i] if tracks[j] >= 0}
        track = max((tracks[j] + 1 for j in lower[i] if tracks[j] >= 0), default=0)
        while track in taken:
            track += 1
        tracks[i] = track
    return tracks


def stretches_of(wires: Sequence[Wire]) -> list[tuple[float, float]]:
    """Give for each wire of one gap the stretch that it takes up with all beside, over and under it."""
    order = sorted(range(len(wires)), key=lambda i: (wires[i].left, wires[i].right, i))
    groups: list[list[int]] = []
    spans: list[tuple[float, float]] = []
    for i in order:
        wire = wires[i]
        if not spans or wire.left >= spans[-1][1] + CLOSE:
            groups.append([])
            spans.append((wire.left, wire.right))
        groups[-1].append(i)
        spans[-1] = spans[-1][0], max(spans[-1][1], wire.right)
    ends = {i: span for group, span in zip(groups, spans, strict=True) for i in group}
    return [ends[i] for i in range(len(wires))]


def _rivals(wires: Sequence[Wire], order: Sequence[int]) -> dict[int, list[int]]:
    """Give for each wire those whose stretch overlaps it."""
    rivals: dict[int, list[int]] = {i: [] for i in order}
    open_: list[int] = []
    for i in order:
        open_ = [j for j in open_ if wires[j].right + CLOSE > wires[i].left]
        for j in open_:
            rivals[i].append(j)
            rivals[j].append(i)
        open_.append(i)
    return rivals


def _lower(wires: Sequence[Wire], rivals: dict[int, list[int]]) -> dict[int, dict[int, int]]:
    """Give for each wire those that should rather lie below it than over it, and how much dearer over is."""
    lower: dict[int, dict[int, int]] = {i: {} for i in rivals}
    for i, others in rivals.items():
        for j in others:
            if i < j:
                over, under = _cost(wires[i], wires[j]), _cost(wires[j], wires[i])
                if over < under:
                    lower[i][j] = under - over
                elif under < over:
                    lower[j][i] = over - under
    return lower


def _from_below(order: Sequence[int], lower: dict[int, dict[int, int]]) -> list[int]:
    """Give the wires so that what should lie lower comes first; a circle is cut where that costs least."""
    left = {i: dict(lower[i]) for i in order}
    above: dict[int, list[int]] = {i: [] for i in order}
    for i, below in sorted(lower.items()):
        for j in below:
            above[j].append(i)
    ready = [i for i in reversed(order) if not left[i]]
    done: list[int] = []
    while left:
        here = ready.pop() if ready else min(left, key=lambda i: sum(left[i].values()))
        del left[here]
        done.append(here)
        for i in above[here]:
            if i in left:
                del left[i][here]
                if not left[i]:
                    ready.append(i)
    return done


def _cost(upper: Wire, lower: Wire) -> int:
    """Give what it costs that one wire lies above another: crossings, and ends that would merge."""
    bottoms = [x for x in upper.bottoms if lower.left - CLOSE < x < lower.right + CLOSE]
    tops = [x for x in lower.tops if upper.left - CLOSE < x < upper.right + CLOSE]
    # Ends that lie on top of each other lie within each other's stretch as well.
    return len(bottoms) + len(tops) + MERGED * sum([abs(x - y) < CLOSE for x in bottoms for y in tops])
