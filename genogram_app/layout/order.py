"""Who stands left of whom: the order of partner chains in each row.

Starts from a walk through the family, then sweeps down and up (each chain goes
where its parents, or its children, have their middle), then moves single
chains while lines cross less for it. Birth order and partners' sides are worth
a set number of crossings.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from genogram_app.layout.chains import Partners, partners_of, turn_cost
from genogram_app.layout.crossings import crossings_of
from genogram_app.layout.extents import Options
from genogram_app.layout.kin import Kin
from genogram_app.model.ids import Id

#: Rows up to this long have each chain tried in every place; longer ones only next to its neighbours.
SIFTED = 90
#: So many rounds in a row without gain end the search, in small and in large families.
STALE = (2, 1)
PASSES = 4
#: What the lines to carers count beside those of birth.
CARE = 0.35
#: Families up to this size are tried from several starts.
SMALL = 400

Rows = list[list[int]]


@dataclass
class Orders:
    """The rows while they are being ordered: chains by number, people's places in their row."""

    kin: Kin
    options: Options
    blocks: list[list[int]]
    partners: Partners = field(init=False)
    row_of: list[int] = field(init=False)
    rows: Rows = field(init=False)
    place: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.partners = partners_of(self.kin)
        self.row_of = [self.kin.rows[block[0]] for block in self.blocks]
        self.rows = [[] for _ in range(max(self.row_of, default=-1) + 1)]
        self.place = [0.0] * len(self.kin.ids)
        self.block_of = {who: b for b, block in enumerate(self.blocks) for who in block}
        self._index()

    def _index(self) -> None:
        """Note for each chain the families above and below it, and each child's seat among its parents'."""
        self.above: list[list[tuple[int, int]]] = [[] for _ in self.blocks]
        self.below: list[list[int]] = [[] for _ in self.blocks]
        self.ranks: list[dict[int, int]] = [{} for _ in self.blocks]
        self.upper: list[tuple[int, ...]] = []
        self.family_row: list[int] = []
        self.families = [*self.kin.births, *self.kin.cares]
        self.births = len(self.kin.births)
        parents: dict[Id, int] = {}
        for f, brood in enumerate(self.families):
            row = max(self.kin.rows[who] for who in brood.partners)
            level = tuple(who for who in brood.partners if self.kin.rows[who] == row)
            self.upper.append(level)
            self.family_row.append(row)
            self.below[self.block_of[level[0]]].append(f)
            for seat, child in zip(brood.seats, brood.children, strict=True):
                block = self.block_of[child]
                self.above[block].append((f, child))
                if f < self.births:
                    self.ranks[block].setdefault(parents.setdefault(brood.parent, len(parents)), seat)

    # -- places -------------------------------------------------------------

    def set_row(self, row: int, blocks: list[int]) -> None:
        """Put a row's chains in an order and number its people."""
        self.rows[row] = blocks
        i = 0
        for b in blocks:
            for who in self.blocks[b]:
                self.place[who] = i
                i += 1

    def top(self, family: int) -> float:
        """Give where a family hangs from, among its row."""
        level = self.upper[family]
        return sum(self.place[who] for who in level) / len(level)

    def weight(self, family: int) -> float:
        """Give how much a family's lines count: those to carers less than those of birth."""
        return 1.0 if family < self.births else CARE

    def snapshot(self) -> tuple[Rows, list[list[int]]]:
        """Keep the order as it is now."""
        return [list(row) for row in self.rows], [list(block) for block in self.blocks]

    def restore(self, kept: tuple[Rows, list[list[int]]]) -> None:
        """Go back to an order that was kept."""
        rows, blocks = kept
        self.blocks = [list(block) for block in blocks]
        for r, row in enumerate(rows):
            self.set_row(r, list(row))


def ordered(kin: Kin, options: Options, blocks: list[list[int]]) -> list[list[list[int]]]:
    """Give each row's chains from left to right, each chain as its people."""
    orders = Orders(kin, options, blocks)
    best: tuple[float, tuple[Rows, list[list[int]]]] | None = None
    patience = STALE[len(kin.ids) > SMALL]
    for start in _starts(orders):
        orders.restore((start, blocks))
        last, stale = float("inf"), 0
        while stale < patience:
            _sweep(orders)
            _improve(orders)
            cost = total_cost(orders)
            stale = 0 if cost < last - 1e-9 else stale + 1
            last = min(last, cost)
            if best is None or cost < best[0] - 1e-9:
                best = cost, orders.snapshot()
            elif cost > best[0] * 1.5 + 10:
                break
    if best is not None:
        orders.restore(best[1])
    return [[orders.blocks[b] for b in row] for row in orders.rows]


# -- starts ----------------------------------------------------------------


def _starts(orders: Orders) -> list[Rows]:
    """Give first orders: walks through the family from a few of its chains."""
    count = len(orders.blocks)
    by_weight = sorted(range(count), key=lambda b: (orders.row_of[b], -len(orders.below[b]), b))
    firsts = by_weight[:3] + by_weight[-1:] if len(orders.kin.ids) <= SMALL else by_weight[:1]
    return [_walk(orders, first, by_weight) for first in dict.fromkeys(firsts)]


def _walk(orders: Orders, first: int, others: list[int]) -> Rows:
    """Walk from chain to chain, parents and children before anybody else, and write each down in its row."""
    rows: Rows = [[] for _ in orders.rows]
    seen: set[int] = set()
    for start in (first, *others):
        stack = [start]
        while stack:
            here = stack.pop()
            if here not in seen:
                seen.add(here)
                rows[orders.row_of[here]].append(here)
                stack += [b for b in reversed(_next_to(orders, here)) if b not in seen]
    return rows


def _next_to(orders: Orders, block: int) -> list[int]:
    """Give the chains of a chain's parents and children, children who bring no other family first."""
    down = [orders.block_of[child] for f in orders.below[block] for child in orders.families[f].children]
    down.sort(key=lambda b: len(orders.above[b]) > 1)
    up = [orders.block_of[orders.upper[f][0]] for f, _ in orders.above[block]]
    return [*down, *up]


# -- sweeps ------------------------------------------------------------------


def _sweep(orders: Orders) -> None:
    """Go down and up once, each row sorted by the middle of what hangs it there."""
    for row in range(1, len(orders.rows)):
        _sort_row(orders, row, down=True)
    for row in range(len(orders.rows) - 2, -1, -1):
        _sort_row(orders, row, down=False)


def _sort_row(orders: Orders, row: int, down: bool) -> None:
    """Sort the chains of a row that something pulls; the rest keep their places."""
    chains = orders.rows[row]
    pull = {b: key for b in chains if (key := _pull(orders, b, down)) is not None}
    moving = iter(sorted(pull, key=lambda b: (pull[b], _birth_key(orders, b, down))))
    orders.set_row(row, [next(moving) if b in pull else b for b in chains])


def _pull(orders: Orders, block: int, down: bool) -> float | None:
    if down:
        places = [(orders.top(f), orders.weight(f)) for f, _ in orders.above[block]]
    else:
        places = [
            (sum(orders.place[c] for c in children) / len(children), orders.weight(f))
            for f in orders.below[block]
            if (children := orders.families[f].children)
        ]
    total = sum(weight for _, weight in places)
    return sum(place * weight for place, weight in places) / total if places else None


def _birth_key(orders: Orders, block: int, down: bool) -> tuple[int, int, int]:
    first = min(orders.ranks[block].items(), default=(0, 0)) if down else (0, 0)
    return (*first, block)


# -- local moves -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Ends:
    """Where a chain's lines end in the row above and the row below, and its children's ranks by family."""

    up: list[float]
    down: list[float]
    care_up: list[float]
    care_down: list[float]
    ranks: dict[int, int]


def _ends(orders: Orders, block: int) -> _Ends:
    row = orders.row_of[block]
    births, rows, place = orders.births, orders.kin.rows, orders.place
    up = [f for f, _ in orders.above[block] if orders.family_row[f] == row - 1]
    down = [
        (f, place[child])
        for f in orders.below[block]
        for child in orders.families[f].children
        if rows[child] == row + 1
    ]
    return _Ends(
        sorted(orders.top(f) for f in up if f < births),
        sorted(end for f, end in down if f < births),
        sorted(orders.top(f) for f in up if f >= births),
        sorted(end for f, end in down if f >= births),
        orders.ranks[block],
    )


def _balance(left: list[float], right: list[float]) -> int:
    """Give how many more pairs cross when the first ends stand left of the second than right."""
    if not left or not right:
        return 0
    if left[-1] < right[0]:
        return -len(left) * len(right)
    if left[0] > right[-1]:
        return len(left) * len(right)
    return sum((a > b) - (a < b) for a in left for b in right)


def _balance_all(a: _Ends, b: _Ends, options: Options) -> float:
    """Give what it costs more that one chain stands left of another than right of it."""
    cost: float = _balance(a.up, b.up) + _balance(a.down, b.down)
    if a.care_up or b.care_up:
        cost += CARE * (_balance(a.care_up, sorted([*b.up, *b.care_up])) + _balance(a.up, b.care_up))
    if a.care_down or b.care_down:
        cost += CARE * (
            _balance(a.care_down, sorted([*b.down, *b.care_down])) + _balance(a.down, b.care_down)
        )
    for f, rank in a.ranks.items():
        other = b.ranks.get(f, rank)
        if other != rank:
            cost += options.eldest_left if rank > other else -options.eldest_left
    return cost


def _improve(orders: Orders) -> None:
    """Move and turn chains while that costs less; a row is looked at again when a neighbour changed."""
    last = len(orders.rows) - 1
    stale = set(range(last + 1))
    for _ in range(PASSES):
        for row in (*range(last + 1), *range(last - 1, -1, -1)):
            if row in stale:
                stale.discard(row)
                moved = _turn_row(orders, row)
                long = len(orders.rows[row]) > SIFTED
                moved |= _switch_row(orders, row) if long else _sift_row(orders, row)
                if moved:
                    stale |= {r for r in (row - 1, row + 1) if 0 <= r <= last}
        if not stale:
            return


def _sift_row(orders: Orders, row: int) -> bool:
    """Take each chain out of its row and put it back where it costs least."""
    chains = list(orders.rows[row])
    if len(chains) < 2:
        return False
    balance = _balances(orders, chains)
    moved = False
    for b in tuple(chains):
        at = chains.index(b)
        rest = chains[:at] + chains[at + 1 :]
        against = balance[b]
        gains, here = [0.0], 0.0
        for other in rest:
            here -= against[other]
            gains.append(here)
        least = min(gains)
        if least < gains[at] - 1e-9:
            to = min((i for i, gain in enumerate(gains) if gain == least), key=lambda i: abs(i - at))
            chains = [*rest[:to], b, *rest[to:]]
            moved = True
    if moved:
        orders.set_row(row, chains)
    return moved


def _balances(orders: Orders, chains: list[int]) -> dict[int, dict[int, float]]:
    """Give for each two chains of a row what it costs more that the first stands left."""
    ends = [_ends(orders, b) for b in chains]
    found: dict[int, dict[int, float]] = {b: {} for b in chains}
    for i, b in enumerate(chains):
        for j in range(i + 1, len(chains)):
            cost = _balance_all(ends[i], ends[j], orders.options)
            found[b][chains[j]] = cost
            found[chains[j]][b] = -cost
    return found


def _switch_row(orders: Orders, row: int) -> bool:
    """Exchange neighbours while that costs less."""
    chains = list(orders.rows[row])
    ends = {b: _ends(orders, b) for b in chains}
    moved, again = False, True
    while again:
        again = False
        for i in range(len(chains) - 1):
            a, b = chains[i], chains[i + 1]
            if _balance_all(ends[a], ends[b], orders.options) > 1e-9:
                chains[i], chains[i + 1] = b, a
                moved = again = True
    if moved:
        orders.set_row(row, chains)
    return moved


def _turn_row(orders: Orders, row: int) -> bool:
    """Turn each chain round where its own lines cross less for it."""
    turned = False
    for b in orders.rows[row]:
        line = orders.blocks[b]
        if len(line) > 1:
            first = orders.place[line[0]]
            if _inner_cost(orders, line[::-1], first) < _inner_cost(orders, line, first) - 1e-9:
                orders.blocks[b] = line[::-1]
                turned = True
            for i, who in enumerate(orders.blocks[b]):
                orders.place[who] = first + i
    return turned


def _inner_cost(orders: Orders, line: list[int], first: float) -> float:
    """Give what a chain's own order costs: crossings of its lines, and conventions turned round."""
    for i, who in enumerate(line):
        orders.place[who] = first + i
    block = orders.block_of[line[0]]
    up = sorted((orders.place[who], orders.top(f)) for f, who in orders.above[block])
    down = [
        (orders.top(f), orders.place[child])
        for f in orders.below[block]
        for child in orders.families[f].children
    ]
    crossed = _inversions([end for _, end in up]) + _inversions([end for _, end in sorted(down)])
    return crossed + orders.options.left_partner * turn_cost(orders.kin, orders.partners, line)


def _inversions(ends: list[float]) -> int:
    return sum(a > b for i, a in enumerate(ends) for b in ends[i + 1 :])


# -- the whole ------------------------------------------------------------------


def total_cost(orders: Orders) -> float:
    """Give what the whole order costs: crossings, and conventions turned round."""
    lines: dict[int, list[tuple[float, float]]] = defaultdict(list)
    turned = 0.0
    for f, brood in enumerate(orders.families):
        top, row = orders.top(f), orders.family_row[f]
        places = [orders.place[child] for child in brood.children]
        if f >= orders.births:
            turned += CARE * sum(abs(top - place) for place in places) / 10
            continue
        lines[row] += [(top, place) for place in places]
        turned += orders.options.eldest_left * sum(a > b for a, b in pairwise(places))
    for line in orders.blocks:
        if len(line) > 1:
            turned += orders.options.left_partner * turn_cost(orders.kin, orders.partners, line)
    return turned + sum(crossings_of(ends) for ends in lines.values())
