"""Untangling: take a few kin out of the order where lines cross, and seat them again one by one.

Moving one block at a time ends where every single move makes matters worse.
From there some kin who stand together get up at once and sit down again in
another order; whoever that touches moves up; and where lines cross no more
than before, that is the order to go on from. (Large neighbourhood search:
Shaw 1998, "ruin and recreate".)
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from genogram_app.layout.kinship.seats import EVEN, Seats

#: The same chances each time, so that the same family always gives the same sheet.
SEED = 1
#: How many blocks get up at once, at least and at most.
FEWEST, MOST = 2, 8
#: In how many of all tries they sit down in a chance order: what is likely best first finds less in the end.
BY_CHANCE = 0.25
#: So much less patience there is with what is out of turn than with what crosses.
TURNS = 0.4
#: What must be gained for a try to count.
GAIN = 0.1


class Untangler:
    """An order on its way to fewer crossings."""

    def __init__(self, seats: Seats) -> None:
        self.seats = seats
        self.chance = Random(SEED)
        self.costs = [seats.cost_of_row(row) for row in range(len(seats.rows))]
        self.kept = seats.snapshot()

    def run(self, patience: int) -> None:
        """Take kin out and seat them again, until so many tries in a row have gained nothing.

        First those whose lines cross, then, with less patience, brothers and sisters out of turn.
        """
        self._seat_again(self._knotted, patience)
        self._seat_again(self._out_of_turn, round(patience * TURNS))

    def _seat_again(self, whom: Callable[[], list[int]], patience: int) -> None:
        fruitless, ill_seated = 0, whom()
        while ill_seated and fruitless < patience:
            fruitless += 1
            gain = self._try(self._gathered(self._one_of(ill_seated)))
            if gain > GAIN:
                fruitless, ill_seated = 0, whom()

    def _one_of(self, blocks: list[int]) -> int:
        return blocks[int(self.chance.random() * len(blocks))]

    def _gathered(self, first: int) -> list[int]:
        """Give some kin who hang together, in a chance order."""
        size = FEWEST + int(self.chance.random() * (MOST - FEWEST + 1))
        group = [first]
        while len(group) < size:
            near = [b for b in self.seats.web.kindred[self._one_of(group)] if b not in group]
            near = near or [b for one in group for b in self.seats.web.kindred[one] if b not in group]
            if not near:
                break
            group.append(self._one_of(near))
        return sorted(group, key=lambda _: self.chance.random())

    def _try(self, group: list[int]) -> float:
        """Seat a group again. Give what that gains; where it costs more than before, all is as it was."""
        seats = self.seats
        moved = {seats.web.row_of[b] for b in group}
        for b in group:
            seats.take(b)
        self._sit_down(list(group))
        changed = self._changed(moved)
        if not changed:
            return 0.0
        # Who sat down again in a row that is as it was touches nobody.
        touching = [b for b in group if seats.web.row_of[b] in changed]
        moved |= seats.settle(sorted({*touching, *(o for b in touching for o in seats.web.kindred[b])}))
        touched = {row for other in self._changed(moved) for row in (other - 1, other) if row >= 0}
        if not touched:
            return 0.0
        costs = {row: seats.cost_of_row(row) for row in sorted(touched)}
        gain = sum(self.costs[row] - cost for row, cost in sorted(costs.items()))
        if gain < -EVEN:
            seats.restore(self.kept)
            return 0.0
        for row, cost in costs.items():
            self.costs[row] = cost
        self.kept = seats.snapshot()
        return gain

    def _changed(self, moved: set[int]) -> set[int]:
        """Give those of some rows that are not as they were."""
        seats, kept = self.seats, self.kept
        return {r for r in moved if seats.rows[r] != kept.rows[r] or self._turned(r)}

    def _sit_down(self, waiting: list[int]) -> None:
        """Seat some again, mostly the one next who has the largest share of their kin seated."""
        by_chance = self.chance.random() < BY_CHANCE
        while waiting:
            b = waiting[0] if by_chance else max(waiting, key=self._known)
            waiting.remove(b)
            self.seats.sit(b)

    def _known(self, b: int) -> float:
        """Give the share of somebody's kin who are seated."""
        kin = self.seats.web.kindred[b]
        return sum([self.seats.seated[o] for o in kin]) / len(kin)

    def _turned(self, row: int) -> bool:
        """Say whether somebody of a row stands turned round."""
        now, kept = self.seats.blocks, self.kept.blocks
        return any(now[b] is not kept[b] and now[b] != kept[b] for b in self.seats.rows[row])

    def _knotted(self) -> list[int]:
        """Give the blocks whose lines from above cross others."""
        seats = self.seats
        found: set[int] = set()
        for row in seats.rows:
            lines = sorted(
                (seats.top[f], seats.place[child], child)
                for b in row
                for f, child in (*seats.web.lines[b], *seats.web.charges[b])
            )
            found |= {seats.web.block_of[child] for child in _crossing(lines)}
        return sorted(found)

    def _out_of_turn(self) -> list[int]:
        """Give the blocks of brothers and sisters of whom a younger one stands left."""
        left, dues = self.seats.left, (due for row in self.seats.web.dues for due in row)
        return sorted(
            {b for one, other, due in dues if (left[one] < left[other]) == (due > 0) for b in (one, other)}
        )


def _crossing(lines: list[tuple[float, float, int]]) -> set[int]:
    """Give whose lines cross another, of lines in order of their upper ends."""
    found: set[int] = set()
    for some, sign in ((lines, 1), (lines[::-1], -1)):
        furthest = reached = -float("inf")
        top = None
        for upper, lower, who in some:
            if upper != top:
                top, furthest = upper, reached
            if sign * lower < furthest:
                found.add(who)
            reached = max(reached, sign * lower)
    return found
