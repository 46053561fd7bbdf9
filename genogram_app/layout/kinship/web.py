"""The blocks of one family and the lines between them, whatever their order.

A block is a chain of partners, one person, or a clump of brothers and sisters
who have nobody of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from genogram_app.layout.kinship.chains import Partners, turn_cost
from genogram_app.layout.kinship.kin import Brood, Kin
from genogram_app.layout.sheet.extents import Options

#: What it costs that one block stands left of another rather than right of it.
Dues = list[dict[int, float]]


class Web:
    """Blocks by number, families by number (those of birth first), people as the layout numbers them."""

    def __init__(
        self,
        kin: Kin,
        options: Options,
        partners: Partners,
        blocks: Sequence[Sequence[int]],
        broods: Sequence[Brood],
    ) -> None:
        """Take note of some blocks. broods: those whose parents or carers are among their people."""
        self.blocks = [tuple(block) for block in blocks]
        self.row_of = [kin.rows[block[0]] for block in blocks]
        self.depth = max(self.row_of, default=-1) + 1
        self.block_of = {who: b for b, block in enumerate(blocks) for who in block}
        broods = sorted(broods, key=lambda brood: brood.care)
        self.births = sum(not brood.care for brood in broods)
        self._hang(kin, broods)
        # Turned round where that unties its lines: partners, and twins of whom each has carers of their own.
        self.chained = [
            len(block) > 1 and (block[0] in partners or len({f for f, _ in self.above[b]}) > 1)
            for b, block in enumerate(blocks)
        ]
        self.kindred = [self._kindred(b) for b in range(len(blocks))]
        self.manner = [_manner(kin, options, partners, block) for block in blocks]
        self.elders = self._elders(broods, options)
        #: For each block those that hold a brother or sister, which birth puts in order.
        self.brothers = [frozenset(others) for others in self.elders]
        self.dues = self._dues()

    def _hang(self, kin: Kin, broods: Sequence[Brood]) -> None:
        """Note the families: parents of the row they hang from, that row's block, children one row below."""
        self.parents_of = {
            child: brood.partners for brood in broods if not brood.care for child in brood.children
        }
        self.parents: list[tuple[int, ...]] = []
        self.children: list[list[int]] = []
        self.home: list[int] = []
        self.above: list[list[tuple[int, int]]] = [[] for _ in self.blocks]
        self.below: list[list[int]] = [[] for _ in self.blocks]
        # Each block's lines to children, and those to children in its care: family and child.
        self.lines: list[list[tuple[int, int]]] = [[] for _ in self.blocks]
        self.charges: list[list[tuple[int, int]]] = [[] for _ in self.blocks]
        for f, brood in enumerate(broods):
            row = max(kin.rows[who] for who in brood.partners)
            self.parents.append(tuple(who for who in brood.partners if kin.rows[who] == row))
            self.children.append(self._below(kin, brood, row + 1))
            self.home.append(self.block_of[self.parents[f][0]])
            self.below[self.home[f]].append(f)
            lines = self.lines if f < self.births else self.charges
            lines[self.home[f]] += [(f, child) for child in self.children[f]]
            for child in self.children[f]:
                self.above[self.block_of[child]].append((f, child))
        self.born_of = [[f for f, _ in above if f < self.births] for above in self.above]
        self.heirs = [[child for _, child in lines] for lines in self.lines]

    def _below(self, kin: Kin, brood: Brood, row: int) -> list[int]:
        """Give a brood's children in a row; for those cared for further down, their forebears there."""
        here = list(brood.children)
        if brood.care:
            for _ in range(max(kin.rows[child] for child in here) - row):
                parents = [self.parents_of.get(one, ()) if kin.rows[one] > row else (one,) for one in here]
                here = [one for some in parents for one in some]
        return [one for one in here if kin.rows[one] == row]

    def _kindred(self, b: int) -> list[int]:
        """Give the blocks of a block's parents, carers and children."""
        above = (self.home[f] for f, _ in self.above[b])
        below = (self.block_of[child] for f in self.below[b] for child in self.children[f])
        return sorted({*above, *below})

    def _elders(self, broods: Sequence[Brood], options: Options) -> Dues:
        """Give for each block what it costs more to stand left of each other one, by the order of birth."""
        ranks: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for brood in broods[: self.births]:
            for seat, child in zip(brood.seats, brood.children, strict=True):
                b = self.block_of[child]
                ranks.setdefault((brood.parent, self.row_of[b]), []).append((seat, b))
        found: Dues = [{} for _ in self.blocks]
        for brothers in ranks.values():
            for seat, b in brothers:
                for other_seat, other in brothers:
                    if b != other:
                        sign = (seat > other_seat) - (seat < other_seat)
                        found[b][other] = found[b].get(other, 0.0) + options.birth_order * sign
        return found

    def part(self, b: int, others: Iterable[int], due: float) -> None:
        """Let it cost more from now on that a block stands left of others (below 0: right of them)."""
        for other in others:
            self.elders[b][other] = self.elders[b].get(other, 0.0) + due
            self.elders[other][b] = self.elders[other].get(b, 0.0) - due
        self.dues = self._dues()

    def _dues(self) -> list[list[tuple[int, int, float]]]:
        """Give for each row the blocks that birth puts in order, and what it costs that the first is left."""
        found: list[list[tuple[int, int, float]]] = [[] for _ in range(self.depth)]
        for a, others in enumerate(self.elders):
            found[self.row_of[a]] += [(a, b, due) for b, due in others.items() if a < b]
        return found


def _manner(kin: Kin, options: Options, partners: Partners, block: Sequence[int]) -> float:
    """Give what it costs more, by custom, that a chain stands as it does than turned round."""
    if len(block) < 2 or block[0] not in partners:
        return 0.0
    line = list(block)
    return options.left_partner * (turn_cost(kin, partners, line) - turn_cost(kin, partners, line[::-1]))
