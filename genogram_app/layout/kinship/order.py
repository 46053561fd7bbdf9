"""Who stands left of whom: the order of partner chains in each row.

Everybody sits down beside their kin where their lines cross least, kin after
kin; whoever is better off elsewhere moves; what is still tangled is taken out
and seated again. Birth order and partners' usual sides are worth a set share
of a crossing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from genogram_app.layout.kinship.chains import Partners, partners_of
from genogram_app.layout.kinship.clumps import clumped, parts_of
from genogram_app.layout.kinship.kin import Brood, Kin
from genogram_app.layout.kinship.knots import Untangler
from genogram_app.layout.kinship.outside import stand_outside
from genogram_app.layout.kinship.seats import EVEN, Rows, Seats, Snapshot
from genogram_app.layout.kinship.walks import best_known, by_steps
from genogram_app.layout.kinship.web import Web
from genogram_app.layout.sheet.extents import Options

#: After so many tries without gain no more kin are taken out and seated again: so many for each block,
#: so many at most, and fewer in a large family, where each try costs more.
EACH, MOST, EFFORT = 1, 60, 30_000
#: In a family of more blocks than this one way of sitting down is the best by far, and the only one tried.
MANY = 3_000


class Order:
    """The finished order, in which chains may still move past others who don't mind."""

    def __init__(self, parts: list[Seats], depth: int) -> None:
        self.parts, self.depth = parts, depth
        self.part_of = {who: part for part in parts for who in part.web.block_of}

    def rows(self) -> list[list[tuple[int, ...]]]:
        """Give each row's chains from left to right, each as its people; families nothing joins in turn."""
        rows: list[list[tuple[int, ...]]] = [[] for _ in range(self.depth)]
        for part in self.parts:
            for row, line in zip(rows, part.rows, strict=False):
                row += [part.blocks[b] for b in line]
        return rows

    def shifted(self, who: int, passed: Sequence[int], right: bool) -> int:
        """Move somebody's chain past those of others, as far as that costs nothing. Give past how many."""
        part = self.part_of[who]
        b = part.web.block_of[who]
        count, cost = 0, 0.0
        for i, other in enumerate(passed, 1):
            if self.part_of[other] is not part:
                break
            o = part.web.block_of[other]
            cost += part.dearer(o, b) if right else part.dearer(b, o)
            if cost <= EVEN:
                count = i
        if count:
            part.shift(b, count if right else -count)
        return count


def ordered(kin: Kin, options: Options, blocks: list[list[int]]) -> Order:
    """Put a layout's blocks in order."""
    partners = partners_of(kin)
    parts = [
        _part(kin, options, partners, part, broods) for part, broods in parts_of(kin, clumped(kin, blocks))
    ]
    return Order(parts, max(kin.rows, default=-1) + 1)


def _part(
    kin: Kin, options: Options, partners: Partners, blocks: list[list[int]], broods: list[Brood]
) -> Seats:
    """Order one family."""
    seats = Seats(Web(kin, options, partners, blocks, broods))
    _start(seats)
    Untangler(seats).run(_patience(len(blocks)))
    singles = Seats(Web(kin, options, partners, _loosened(seats), broods))
    singles.seat(_rows(singles, seats))
    singles.settle([b for row in singles.rows for b in row])
    stand_outside(kin, singles)
    return singles


def _patience(count: int) -> int:
    """Give how many fruitless tries are enough for so many blocks."""
    return min(EACH * count, MOST, EFFORT // count)


def _start(seats: Seats) -> None:
    """Seat everybody, in a few ways, and keep the best of them."""
    best: tuple[float, Snapshot] | None = None
    for walk in _walks(seats.web):
        seats.clear()
        for b in walk:
            seats.sit(b)
        seats.settle([b for row in seats.rows for b in row])
        cost = sum(seats.cost_of_row(row) for row in range(len(seats.rows)))
        if best is None or cost < best[0] - EVEN:
            best = cost, seats.snapshot()
    if best is not None:
        seats.restore(best[1])


def _walks(web: Web) -> Iterator[Iterator[int]]:
    """Give a few ways through a family: from its top, and from who has most kin."""
    everybody = range(len(web.blocks))
    top = sorted(everybody, key=lambda b: (web.row_of[b], -len(web.below[b]), b))
    if len(everybody) <= MANY:
        busiest = max(everybody, key=lambda b: (len(web.kindred[b]), -b), default=0)
        yield by_steps(web.kindred, top)
        yield by_steps(web.kindred, [busiest, *top])
    yield best_known(web.kindred, top)


def _loosened(seats: Seats) -> list[tuple[int, ...]]:
    """Give the blocks with clumps of brothers and sisters taken apart."""
    return [
        part
        for b, block in enumerate(seats.blocks)
        for part in ([block] if seats.web.chained[b] else [(who,) for who in block])
    ]


def _rows(singles: Seats, seats: Seats) -> Rows:
    """Give the order of single blocks as that of the clumps has it."""
    people = ([who for b in row for who in seats.blocks[b]] for row in seats.rows)
    return [list(dict.fromkeys(singles.web.block_of[who] for who in row)) for row in people]
