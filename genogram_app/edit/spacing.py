"""Room for figures that are put in a row: none comes to lie over another, nor over one that stays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

#: Air between neighbours where there was too little room, in points.
AIR = 6.0


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a figure stands along a line, and the room that it takes, in points.

    before, after: how far it reaches to each side of where it stands. over, under: from where to
    where it goes across the line. One that takes no room is in nobody's way.
    """

    at: float
    before: float = 0.0
    after: float = 0.0
    over: float = 0.0
    under: float = 0.0

    def abreast(self, other: Slot) -> bool:
        """Say whether two would lie over each other if they stood at one place of the line."""
        return self.over < other.under and other.over < self.under

    def need(self, then: Slot) -> float:
        """Give how far the next one has to stand from this one, if at all."""
        return self.after + then.before + AIR if self.abreast(then) else 0.0

    def hits(self, other: Slot) -> bool:
        """Say whether the two lie over each other."""
        near = (
            self.at - self.before < other.at + other.after and other.at - other.before < self.at + self.after
        )
        return near and self.abreast(other)


def closed_up(row: Sequence[Slot]) -> list[Slot]:
    """Give figures on one line places as near as can be to their own, in their order, none over another.

    Those that are in each other's way move apart to both sides.
    """
    offset, offsets = 0.0, list[float]()
    for number, slot in enumerate(row):
        offset += row[number - 1].need(slot) if number else 0.0
        offsets.append(offset)
    level = _rising([slot.at - off for slot, off in zip(row, offsets, strict=True)])
    return [replace(slot, at=at + off) for slot, at, off in zip(row, level, offsets, strict=True)]


def _rising(values: Iterable[float]) -> list[float]:
    """Give the values that never fall and are nearest to some: runs that fall become their mean."""
    runs: list[tuple[float, int]] = []
    for value in values:
        total, count = value, 1
        while runs and runs[-1][0] / runs[-1][1] > total / count:
            before = runs.pop()
            total, count = total + before[0], count + before[1]
        runs.append((total, count))
    return [total / count for total, count in runs for _ in range(count)]


def evenly(row: Sequence[Slot]) -> list[Slot]:
    """Give figures places at equal distances, in their order.

    The two outermost stay, unless some would lie over each other: then the row grows to both sides.
    """
    last = len(row) - 1
    even = (row[last].at - row[0].at) / last
    step = _least(row, even)
    if step == even:
        return [*(replace(slot, at=row[0].at + even * n) for n, slot in enumerate(row[:last])), row[last]]
    start = (row[0].at + row[last].at - step * last) / 2
    return [replace(slot, at=start + step * n) for n, slot in enumerate(row)]


def _least(row: Sequence[Slot], step: float) -> float:
    """Give the least equal distance, at least `step`, at which none lies over another."""
    widest = 2 * max(max(slot.before, slot.after) for slot in row) + AIR
    for number, slot in enumerate(row):
        for apart in range(1, len(row) - number):
            if step * apart >= widest:
                break
            step = max(step, slot.need(row[number + apart]) / apart)
    return step


def clear_of(row: Sequence[Slot], standing: Sequence[Slot]) -> list[Slot]:
    """Give a row in which nobody lies over those who stand there already: whoever did, moves past them."""
    taken, found = [*standing], list(row)
    blocked = [n for n, slot in enumerate(row) if any(slot.hits(other) for other in standing)]
    taken += [slot for n, slot in enumerate(row) if n not in set(blocked)]
    for number in blocked:
        ways = [_past(row[number], taken, way) for way in (1, -1)]
        found[number] = min(ways, key=lambda slot: abs(slot.at - row[number].at))
        taken.append(found[number])
    return found


def _past(slot: Slot, taken: Sequence[Slot], way: int) -> Slot:
    """Move a figure on one way until it lies over nobody."""
    while hit := [other for other in taken if slot.hits(other)]:
        if way > 0:
            slot = replace(slot, at=max(other.at + other.after for other in hit) + slot.before + AIR)
        else:
            slot = replace(slot, at=min(other.at - other.before for other in hit) - slot.after - AIR)
    return slot
