"""Several rows of one generation, where one would be wider than wanted.

Who has children on the sheet stands in the lowest of a generation's rows, near
them; who has none stands above, so that of all lines only those to the lower
row pass between others. From left to right everybody stays in the order that
one row would have. Partners are never parted.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from math import ceil

from genogram_app.layout.kinship.kin import Kin
from genogram_app.layout.sheet.extents import Extent, Options
from genogram_app.model.ids import Id

#: No generation stands in more rows than this: which of them is whose would be lost.
MOST = 3
#: So much may a row be wider than its share: nothing but rounding.
ROUNDED = 0.5

#: Partners side by side, by number, and the chains of a row from left to right.
Chain = tuple[int, ...]
Row = Sequence[Chain]


def folded(
    kin: Kin, rows: Sequence[Row], extents: Mapping[Id, Extent], options: Options
) -> tuple[Kin, list[list[Chain]]]:
    """Give each generation in as many rows as keep it within `options.widest`, and who stands in which."""
    deals = [_deal(kin, row, extents, options) for row in rows]
    firsts = [0, *accumulate(max(deal, default=0) + 1 for deal in deals)]
    found: list[list[Chain]] = [[] for _ in range(firsts[-1])]
    for row, deal, first in zip(rows, deals, firsts, strict=False):
        for chain, level in zip(row, deal, strict=True):
            found[first + level].append(chain)
    level_of = {who: level for level, row in enumerate(found) for chain in row for who in chain}
    return replace(kin, rows=tuple(level_of[who] for who in range(len(kin.ids)))), found


def _deal(kin: Kin, row: Row, extents: Mapping[Id, Extent], options: Options) -> list[int]:
    """Give for each chain of a generation in which of its rows it stands."""
    wide = [sum(extents[kin.ids[who]].box.width + options.gap for who in chain) for chain in row]
    count = min(MOST, ceil(sum(wide) / options.widest))
    if count < 2:
        return [0] * len(row)
    held = _held(kin, row, options.together)
    if sum(wide[n] for n in held) > options.widest:
        held = _held(kin, row, ())
    filled = [0.0] * (count - 1) + [sum(wide[n] for n in held)]
    share, found = sum(wide) / count, [count - 1] * len(row)
    for run in _runs(kin, row, held):
        while run:
            level = min(range(count), key=lambda level: (round(filled[level]), level))
            part = _fitting(run, wide, share - filled[level])
            filled[level] += sum(wide[n] for n in part)
            found = [level if n in part else own for n, own in enumerate(found)]
            run = run[len(part) :]
    return found if min(filled) > 0 else [0] * len(row)


def _held(kin: Kin, row: Row, together: Collection[Id]) -> set[int]:
    """Give the chains that stay in the lowest row: who has children here, and who must stand together."""
    parents = {who for brood in kin.broods for who in brood.partners}
    kept = {who for who, key in enumerate(kin.ids) if key in together}
    return {n for n, chain in enumerate(row) if not parents.isdisjoint(chain) or not kept.isdisjoint(chain)}


def _runs(kin: Kin, row: Row, held: Collection[int]) -> list[list[int]]:
    """Give the others in runs of brothers and sisters side by side."""
    parents = [
        {brood.parent for brood in kin.births if not set(chain).isdisjoint(brood.children)} for chain in row
    ]
    runs: list[list[int]] = []
    for n in (n for n in range(len(row)) if n not in held):
        if not runs or parents[runs[-1][-1]].isdisjoint(parents[n]):
            runs.append([])
        runs[-1].append(n)
    return runs


def _fitting(run: Sequence[int], wide: Sequence[float], room: float) -> list[int]:
    """Give as many of a run as there is room for, one at least."""
    reach = accumulate(wide[n] for n in run)
    return list(run[: max(1, sum(end <= room + ROUNDED for end in reach))])
