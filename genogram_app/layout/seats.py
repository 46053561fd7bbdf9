"""Where in its row each block of people stands, and what that costs.

A block is a chain of partners, one person, or a clump of brothers and sisters
who have nobody of their own. Two blocks of a row cost as much as their lines
cross, so a block's cheapest place is found by walking along its row and adding
up what it costs to change places with each neighbour.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import inf

from genogram_app.layout.chains import Partners, turn_cost
from genogram_app.layout.crossings import crossings_of
from genogram_app.layout.extents import Options
from genogram_app.layout.kin import Brood, Kin

#: What the lines to carers count beside those of birth.
CARE = 0.35
#: Differences in cost smaller than this are none.
EVEN = 1e-9
#: A walk along a row ends where it costs this much more than the best place, and more for many lines.
FAR, FAR_EACH = 6.0, 3.0
#: Where no room is left between two places, a row is numbered afresh.
NARROW = 1e-7
#: How often a block is looked at, on average, before settling ends anyway.
VISITS = 40

#: Blocks' numbers, from left to right, for each row.
Rows = list[list[int]]


@dataclass(frozen=True)
class Snapshot:
    """An order as it was, to go back to."""

    rows: Rows
    blocks: list[tuple[int, ...]]
    left: list[float]
    width: list[float]


class Seats:
    """The rows while they are being ordered."""

    def __init__(
        self,
        kin: Kin,
        options: Options,
        partners: Partners,
        blocks: Sequence[Sequence[int]],
        broods: Sequence[Brood],
    ) -> None:
        """Begin with nobody seated. broods: those whose parents or carers are among the blocks' people."""
        self.blocks = [tuple(block) for block in blocks]
        self.row_of = [kin.rows[block[0]] for block in blocks]
        self.block_of = {who: b for b, block in enumerate(blocks) for who in block}
        self.rows: Rows = [[] for _ in range(max(self.row_of, default=-1) + 1)]
        self.seated = [False] * len(blocks)
        # Where a block begins in its row, and how much of the row it takes: places between any two others.
        self.left, self.width = [0.0] * len(blocks), [0.0] * len(blocks)
        self.place = dict.fromkeys(self.block_of, 0.0)
        self._hang(kin, broods)
        self.manner = [_manner(kin, options, partners, block) for block in blocks]
        self.elders = _elders(self, broods, options)
        self.chained = [len(block) > 1 and block[0] in partners for block in blocks]

    def _hang(self, kin: Kin, broods: Sequence[Brood]) -> None:
        """Note each block's families above and below."""
        count = len(self.blocks)
        broods = sorted(broods, key=lambda brood: brood.care)
        self.births = sum(not brood.care for brood in broods)
        self.above: list[list[tuple[int, int]]] = [[] for _ in range(count)]
        self.below: list[list[int]] = [[] for _ in range(count)]
        self.top = [0.0] * len(broods)
        self.parents: list[tuple[int, ...]] = []
        self.children: list[list[int]] = []
        self.home: list[int] = []
        for f, brood in enumerate(broods):
            row = max(kin.rows[who] for who in brood.partners)
            self.parents.append(tuple(who for who in brood.partners if kin.rows[who] == row))
            self.children.append([child for child in brood.children if kin.rows[child] == row + 1])
            self.home.append(self.block_of[self.parents[f][0]])
            self.below[self.home[f]].append(f)
            for child in self.children[f]:
                self.above[self.block_of[child]].append((f, child))
        self.kindred = [self._kindred(b) for b in range(count)]
        # Where a block's lines end above and below, those of birth and those to carers, in order.
        self.up: list[list[float]] = [[] for _ in range(count)]
        self.down: list[list[float]] = [[] for _ in range(count)]
        self.care: dict[int, tuple[list[float], list[float]]] = {
            b: ([], [])
            for b in range(count)
            if any(f >= self.births for f in (*self.below[b], *(f for f, _ in self.above[b])))
        }

    def _kindred(self, b: int) -> list[int]:
        """Give the blocks of a block's parents, carers and children."""
        above = (self.home[f] for f, _ in self.above[b])
        below = (self.block_of[child] for f in self.below[b] for child in self.children[f])
        return sorted({*above, *below})

    # -- sitting down and getting up -------------------------------------------

    def put(self, b: int, at: int) -> None:
        """Seat a block at a place of its row."""
        row = self.rows[self.row_of[b]]
        before = self.left[row[at - 1]] + self.width[row[at - 1]] if at else None
        after = self.left[row[at]] if at < len(row) else None
        row.insert(at, b)
        self.seated[b] = True
        start = before if before is not None else after - 1.0 if after is not None else 0.0
        room = after - start if after is not None else 1.0
        if room < NARROW:
            self._number(row)
        else:
            self.left[b], self.width[b] = start + room / 4, room / 2
            self._tell(b)

    def take(self, b: int) -> None:
        """Let a block get up."""
        self.rows[self.row_of[b]].remove(b)
        self.seated[b] = False
        for other in self.kindred[b]:
            self._look(other)

    def sit(self, b: int) -> None:
        """Seat a block where its lines cross least."""
        self._look(b)
        self.put(b, self.cheapest(b, len(self.rows[self.row_of[b]]) // 2, far=inf))
        self.turn(b)

    def shift(self, b: int, by: int) -> None:
        """Move a block past so many others, to the right or (below 0) to the left."""
        row = self.rows[self.row_of[b]]
        at = row.index(b)
        del row[at]
        self.put(b, at + by)

    def clear(self) -> None:
        """Let everybody get up."""
        self.rows = [[] for _ in self.rows]
        self.seated = [False] * len(self.blocks)

    def seat(self, rows: Rows) -> None:
        """Seat everybody as told."""
        self.seated = [True] * len(self.blocks)
        self.rows = [list(row) for row in rows]
        for row in self.rows:
            self._number(row)

    def _number(self, row: list[int]) -> None:
        """Give a row's blocks new places, in the order in which they sit."""
        for i, b in enumerate(row):
            self.left[b], self.width[b] = float(i), 0.5
            self._spread(b)
        for b in row:
            self._look(b)
            for other in self.kindred[b]:
                self._look(other)

    def _tell(self, b: int) -> None:
        """Work out where a block's people are, and tell its kindred."""
        self._spread(b)
        self._look(b)
        for other in self.kindred[b]:
            self._look(other)

    def _spread(self, b: int) -> None:
        """Work out where the people of a block are, and where their families hang from."""
        step = self.width[b] / (len(self.blocks[b]) + 1)
        for i, who in enumerate(self.blocks[b], 1):
            self.place[who] = self.left[b] + step * i
        for f in self.below[b]:
            level = self.parents[f]
            self.top[f] = sum([self.place[who] for who in level]) / len(level)

    def _look(self, b: int) -> None:
        """Note where a block's lines end, those of who is seated."""
        seated, births, top, place = self.seated, self.births, self.top, self.place
        above = [f for f, _ in self.above[b] if seated[self.home[f]]]
        below = [
            (f, place[child])
            for f in self.below[b]
            for child in self.children[f]
            if seated[self.block_of[child]]
        ]
        self.up[b] = sorted([top[f] for f in above if f < births])
        self.down[b] = sorted([end for f, end in below if f < births])
        if b in self.care:
            self.care[b] = (
                sorted([top[f] for f in above if f >= births]),
                sorted([end for f, end in below if f >= births]),
            )

    # -- what it costs -----------------------------------------------------------

    def dearer(self, a: int, b: int) -> float:
        """Give what it costs more that one block stands left of another than right of it."""
        cost = self.elders[a].get(b, 0.0) if self.elders[a] else 0.0
        if self.up[a] and self.up[b]:
            cost += balance(self.up[a], self.up[b])
        if self.down[a] and self.down[b]:
            cost += balance(self.down[a], self.down[b])
        if a in self.care or b in self.care:
            cost += CARE * self._care(a, b)
        return cost

    def _care(self, a: int, b: int) -> float:
        (up, down), (other_up, other_down) = self.care.get(a, _NONE), self.care.get(b, _NONE)
        above = balance(up, self.up[b]) + balance(self.up[a], other_up) + balance(up, other_up)
        below = balance(down, self.down[b]) + balance(self.down[a], other_down) + balance(down, other_down)
        return above + below

    def cheapest(self, b: int, at: int, far: float | None = None) -> int:
        """Give the cheapest place for a block that has got up; of several the one nearest to `at`.

        far: how much more a place may cost than the best before the walk ends.
        """
        row, dearer = self.rows[self.row_of[b]], self.dearer
        if far is None:
            far = FAR + FAR_EACH * (len(self.up[b]) + len(self.down[b]))
        best, cost, found = 0.0, 0.0, at
        for i in range(at, len(row)):
            cost += dearer(row[i], b)
            if cost < best - EVEN:
                best, found = cost, i + 1
            elif cost > best + far:
                break
        cost = 0.0
        for i in range(at - 1, -1, -1):
            cost += dearer(b, row[i])
            if cost < best - EVEN:
                best, found = cost, i
            elif cost > best + far:
                break
        return found

    def turn(self, b: int) -> bool:
        """Turn a block round if that costs less."""
        if len(self.blocks[b]) < 2 or self._leaning(b) <= EVEN:
            return False
        self.blocks[b] = self.blocks[b][::-1]
        self.manner[b] = -self.manner[b]
        self._tell(b)
        return True

    def _leaning(self, b: int) -> float:
        """Give what it costs more that a block stands as it does than turned round."""
        cost = self.manner[b]
        above = [(self.place[child], self.top[f]) for f, child in self.above[b] if self.seated[self.home[f]]]
        below = [(self.top[f], end) for f in self.below[b] for end in self._ends(f)]
        for lines in (above, below):
            if len(lines) > 1:
                cost += sum([_slant(one, other) for i, one in enumerate(lines) for other in lines[i + 1 :]])
        return cost

    def _ends(self, family: int) -> list[float]:
        return [self.place[child] for child in self.children[family] if self.seated[self.block_of[child]]]

    def cost_of_row(self, row: int) -> float:
        """Give what a row's order costs: its lines to the row below that cross, and elders out of order."""
        lines: list[tuple[float, float]] = []
        cared: list[tuple[float, float]] = []
        cost = 0.0
        for b in self.rows[row]:
            for f in self.below[b]:
                ends = lines if f < self.births else cared
                ends += [(self.top[f], self.place[child]) for child in self.children[f]]
            cost += sum([c / 2 for other, c in self.elders[b].items() if self.left[b] < self.left[other]])
            cost -= sum([c / 2 for other, c in self.elders[b].items() if self.left[b] > self.left[other]])
        crossed: float = crossings_of(lines)
        if cared:
            crossed += CARE * (crossings_of([*lines, *cared]) - crossed)
        return cost + crossed + sum([self.manner[b] for b in self.rows[row]]) / 2

    # -- settling ------------------------------------------------------------------

    def settle(self, restless: Iterable[int]) -> set[int]:
        """Move and turn blocks, and whom that touches, while somebody gains. Give the rows that changed."""
        waiting = deque(restless)
        queued = set(waiting)
        moved: set[int] = set()
        for _ in range(VISITS * len(self.blocks)):
            if not waiting:
                break
            b = waiting.popleft()
            queued.discard(b)
            if self._resettle(b):
                moved.add(self.row_of[b])
                fresh = [other for other in self.kindred[b] if other not in queued]
                waiting.extend(fresh)
                queued.update(fresh)
        return moved

    def _resettle(self, b: int) -> bool:
        """Move one block to its cheapest place, and turn it. Say whether anything changed."""
        row = self.rows[self.row_of[b]]
        at = row.index(b)
        del row[at]
        to = self.cheapest(b, at)
        if to == at:
            row.insert(at, b)
        else:
            self.put(b, to)
        return self.turn(b) or to != at

    # -- going back ------------------------------------------------------------------

    def snapshot(self) -> Snapshot:
        """Keep the order as it is now."""
        return Snapshot(
            [list(row) for row in self.rows], list(self.blocks), list(self.left), list(self.width)
        )

    def restore(self, kept: Snapshot) -> None:
        """Go back to an order that was kept, with everybody seated."""
        changed = [b for b, left in enumerate(kept.left) if self.left[b] != left or not self.seated[b]]
        changed += [b for b, block in enumerate(kept.blocks) if self.blocks[b] is not block]
        self.rows = [list(row) for row in kept.rows]
        for b in changed:
            if self.blocks[b] != kept.blocks[b]:
                self.manner[b] = -self.manner[b]
            self.blocks[b] = kept.blocks[b]
            self.left[b], self.width[b], self.seated[b] = kept.left[b], kept.width[b], True
        for b in changed:
            self._spread(b)
        for b in {*changed, *(other for one in changed for other in self.kindred[one])}:
            self._look(b)


_NONE: tuple[list[float], list[float]] = ([], [])


def balance(left: list[float], right: list[float]) -> int:
    """Give how many more pairs cross when the first ends, in order, stand left of the second than right."""
    if not left or not right:
        return 0
    if left[-1] < right[0]:
        return -len(left) * len(right)
    if left[0] > right[-1]:
        return len(left) * len(right)
    return sum([(a > b) - (a < b) for a in left for b in right])


def _slant(one: tuple[float, float], other: tuple[float, float]) -> int:
    """Give 1 for two lines that cross, -1 for two that would if one block were turned, else 0."""
    inner, outer = one[0] - other[0], one[1] - other[1]
    return (inner * outer < 0) - (inner * outer > 0)


def _manner(kin: Kin, options: Options, partners: Partners, block: Sequence[int]) -> float:
    """Give what it costs more, by custom, that a chain stands as it does than turned round."""
    if len(block) < 2 or block[0] not in partners:
        return 0.0
    line = list(block)
    return options.left_partner * (turn_cost(kin, partners, line) - turn_cost(kin, partners, line[::-1]))


def _elders(seats: Seats, broods: Sequence[Brood], options: Options) -> list[dict[int, float]]:
    """Give for each block what it costs more to stand left of each other one, by the order of birth."""
    ranks: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for brood in broods:
        for seat, child in zip(brood.seats, () if brood.care else brood.children, strict=False):
            b = seats.block_of[child]
            ranks.setdefault((brood.parent, seats.row_of[b]), []).append((seat, b))
    found: list[dict[int, float]] = [{} for _ in seats.blocks]
    for brothers in ranks.values():
        for seat, b in brothers:
            for other_seat, other in brothers:
                if b != other:
                    sign = (seat > other_seat) - (seat < other_seat)
                    found[b][other] = found[b].get(other, 0.0) + options.eldest_left * sign
    return found
