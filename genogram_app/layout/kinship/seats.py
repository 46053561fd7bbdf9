"""Where in its row each block of people stands, and what that costs.

Two blocks of a row cost as much as their lines cross, so a block's cheapest
place is found by walking along its row and adding up what it costs to change
places with each neighbour.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from genogram_app.layout.kinship.web import Web
from genogram_app.layout.sheet.crossings import crossings_of

#: What the lines to carers count beside those of birth.
CARE = 0.35
#: The same among brothers and sisters: so little that carers don't draw a child out of the order of birth.
CARE_AMONG = 0.1
#: Differences in cost smaller than this are none.
EVEN = 1e-9
#: A walk along a row ends where it costs this much more than the best place, and more for many lines.
FAR, FAR_EACH = 2.0, 1.0
#: Where no room is left between two places, a row is numbered afresh.
NARROW = 1e-10
#: How often a block is looked at, on average, before settling ends anyway.
VISITS = 40

#: Blocks' numbers, from left to right, for each row.
Rows = list[list[int]]
Ends = list[float]
NO_ENDS: tuple[Ends, Ends] = ([], [])


@dataclass(frozen=True)
class Snapshot:
    """An order as it was, to go back to."""

    rows: Rows
    blocks: list[tuple[int, ...]]
    left: list[float]
    width: list[float]


class Seats:
    """The rows while they are being ordered."""

    def __init__(self, web: Web) -> None:
        count = len(web.blocks)
        self.web = web
        self.blocks, self.manner = list(web.blocks), list(web.manner)
        # Where a block begins in its row, and how much of the row it takes: places between any two others.
        self.left, self.width = [0.0] * count, [0.0] * count
        self.place = dict.fromkeys(web.block_of, 0.0)
        self.top = [0.0] * len(web.home)
        # Where a block's lines end above and below, those of birth and those to carers, in order;
        # whose ends have moved since is stale, and looks where they are when next asked.
        self.up: list[Ends] = [[] for _ in range(count)]
        self.down: list[Ends] = [[] for _ in range(count)]
        self.care: dict[int, tuple[Ends, Ends]] = {
            b: NO_ENDS
            for b in range(count)
            if any(f >= web.births for f in (*web.below[b], *(f for f, _ in web.above[b])))
        }
        self.stale: set[int] = set()
        self.clear()

    # -- sitting down and getting up -------------------------------------------

    def clear(self) -> None:
        """Let everybody get up."""
        self.rows: Rows = [[] for _ in range(self.web.depth)]
        self.seated = [False] * len(self.blocks)
        self.latest = [0] * self.web.depth
        self.stale.update(range(len(self.blocks)))

    def seat(self, rows: Rows) -> None:
        """Seat everybody as told."""
        self.seated = [True] * len(self.blocks)
        self.rows = [list(row) for row in rows]
        for row in self.rows:
            self._number(row)

    def sit(self, b: int) -> None:
        """Seat a block where its lines cross least; of several places, near who sat down last."""
        row = self.web.row_of[b]
        self.latest[row] = self.cheapest(b, min(self.latest[row], len(self.rows[row])))
        self.put(b, self.latest[row])
        self.turn(b)

    def put(self, b: int, at: int) -> None:
        """Seat a block at a place of its row."""
        row = self.rows[self.web.row_of[b]]
        before = self.left[row[at - 1]] + self.width[row[at - 1]] if at else None
        after = self.left[row[at]] if at < len(row) else None
        row.insert(at, b)
        self.seated[b] = True
        start = before if before is not None else after - 1.0 if after is not None else 0.0
        room = after - start if after is not None else 1.0
        if room < NARROW:
            self._number(row)
        else:
            # Most sit down from left to right, so most of the room stays on the right.
            self.left[b], self.width[b] = start + room / 16, room / 16
            self._tell(b)

    def take(self, b: int) -> None:
        """Let a block get up."""
        row = self.rows[self.web.row_of[b]]
        del row[self._index(row, b)]
        self.seated[b] = False
        self.stale.update(self.web.kindred[b])

    def shift(self, b: int, by: int) -> None:
        """Move a block past so many others, to the right or (below 0) to the left."""
        row = self.rows[self.web.row_of[b]]
        at = self._index(row, b)
        del row[at]
        self.put(b, at + by)

    def _index(self, row: list[int], b: int) -> int:
        """Give where in its row a block sits: places rise from left to right."""
        return bisect_left(row, self.left[b], key=self.left.__getitem__)

    def _number(self, row: list[int]) -> None:
        """Give a row's blocks new places, in the order in which they sit."""
        for i, b in enumerate(row):
            self.left[b], self.width[b] = float(i), 0.5
            self._tell(b)

    def _tell(self, b: int) -> None:
        """Work out where a block's people are, and tell its kindred."""
        self._spread(b)
        self.stale.update(self.web.kindred[b])

    def _spread(self, b: int) -> None:
        """Work out where the people of a block are, and where their families hang from."""
        block, place = self.blocks[b], self.place
        step = self.width[b] / (len(block) + 1)
        at = self.left[b]
        for who in block:
            at += step
            place[who] = at
        for f in self.web.below[b]:
            level = self.web.parents[f]
            self.top[f] = (place[level[0]] + place[level[-1]]) / 2

    def _look(self, b: int) -> None:
        """Note where a block's lines end, those of who is seated."""
        web, seated, place, top = self.web, self.seated, self.place, self.top
        self.stale.discard(b)
        self.up[b] = sorted([top[f] for f in web.born_of[b] if seated[web.home[f]]])
        self.down[b] = sorted([place[child] for child in web.heirs[b] if seated[web.block_of[child]]])
        if b in self.care:
            up = sorted([top[f] for f, _ in web.above[b] if f >= web.births and seated[web.home[f]]])
            down = sorted([end for f in web.below[b] if f >= web.births for end in self._ends(f)])
            self.care[b] = up, down

    def _ends(self, family: int) -> Ends:
        """Give where the children of a family are, those who are seated."""
        place, seated, block_of = self.place, self.seated, self.web.block_of
        return [place[child] for child in self.web.children[family] if seated[block_of[child]]]

    # -- what it costs -----------------------------------------------------------

    def dearer(self, a: int, b: int) -> float:
        """Give what it costs more that one block stands left of another than right of it."""
        if a in self.stale:
            self._look(a)
        if b in self.stale:
            self._look(b)
        cost = self.web.elders[a].get(b, 0.0)
        if self.up[a] and self.up[b]:
            cost += balance(self.up[a], self.up[b])
        if self.down[a] and self.down[b]:
            cost += balance(self.down[a], self.down[b])
        if a in self.care or b in self.care:
            cost += self._care(a, b)
        return cost

    def _care(self, a: int, b: int) -> float:
        (up, down), (other_up, other_down) = self.care.get(a, NO_ENDS), self.care.get(b, NO_ENDS)
        above = balance(up, self.up[b]) + balance(self.up[a], other_up) + balance(up, other_up)
        below = balance(down, self.down[b]) + balance(self.down[a], other_down) + balance(down, other_down)
        return (CARE_AMONG if b in self.web.brothers[a] else CARE) * (above + below)

    def cheapest(self, b: int, at: int) -> int:
        """Give the cheapest place for a block that has got up; of several the one nearest to `at`."""
        row = self.rows[self.web.row_of[b]]
        if b in self.stale:
            self._look(b)
        right, passed = self._walked(b, row, range(at, len(row)), -1, 0.0)
        left, back = self._walked(b, row, range(at - 1, -1, -1), 1, right)
        return at - back if left < right else at + passed

    def _walked(self, b: int, row: list[int], way: range, sign: int, best: float) -> tuple[float, int]:
        """Walk past others, to the left with sign 1. Give the least cost met, and past how many that is."""
        # What `dearer` says, with all that is the block's own looked up once: most of the time goes here.
        stale, care, ups, downs = self.stale, self.care, self.up, self.down
        elders, up, down, cared = self.web.elders[b], ups[b], downs[b], b in care
        far = FAR + FAR_EACH * (len(up) + len(down))
        cost, found = 0.0, 0
        for count, i in enumerate(way, 1):
            other = row[i]
            if other in stale:
                self._look(other)
            due = elders.get(other, 0.0)
            if up and ups[other]:
                due += balance(up, ups[other])
            if down and downs[other]:
                due += balance(down, downs[other])
            if cared or other in care:
                due += self._care(b, other)
            cost += sign * due
            if cost < best - EVEN:
                best, found = cost, count
            elif cost > best + far:
                break
        return best, found

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
        web, cost = self.web, self.manner[b]
        above, below = web.above[b], web.below[b]
        if len(above) > 1 and web.chained[b]:
            lines = [(self.place[child], self.top[f]) for f, child in above if self.seated[web.home[f]]]
            cost += sum([_slant(one, other) for one, other in combinations(lines, 2)])
        if len(below) > 1:
            lines = [(self.top[f], end) for f in below for end in self._ends(f)]
            cost += sum([_slant(one, other) for one, other in combinations(lines, 2)])
        return cost

    def cost_of_row(self, row: int) -> float:
        """Give what a row's order costs: its lines to the row below that cross, and custom turned round."""
        web, top, place, left = self.web, self.top, self.place, self.left
        here = self.rows[row]
        cost = sum([self.manner[b] for b in here])
        cost += sum([due if left[a] < left[b] else -due for a, b, due in web.dues[row]])
        lines = [(top[f], place[child]) for b in here for f, child in web.lines[b]]
        crossed: float = crossings_of(lines)
        cared = [(top[f], place[child]) for b in here for f, child in web.charges[b]]
        if cared:
            crossed += CARE * (crossings_of([*lines, *cared]) - crossed)
        return cost + crossed

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
                moved.add(self.web.row_of[b])
                fresh = [other for other in self.web.kindred[b] if other not in queued]
                waiting.extend(fresh)
                queued.update(fresh)
        return moved

    def _resettle(self, b: int) -> bool:
        """Move one block to its cheapest place, and turn it. Say whether anything changed."""
        row = self.rows[self.web.row_of[b]]
        at = self._index(row, b)
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
        changed = {b for b, left in enumerate(kept.left) if self.left[b] != left or not self.seated[b]}
        turned = {b for b, block in enumerate(kept.blocks) if self.blocks[b] != block}
        self.rows = [list(row) for row in kept.rows]
        self.blocks, self.left, self.width = list(kept.blocks), list(kept.left), list(kept.width)
        self.seated = [True] * len(self.blocks)
        for b in turned:
            self.manner[b] = -self.manner[b]
        for b in changed | turned:
            self._tell(b)


def balance(left: Ends, right: Ends) -> int:
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
