"""Brothers and sisters who stand together anyway, as one block.

Those who have nobody of their own, and those who were born together: whoever
stood between twins would seem to be born with them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from genogram_app.layout.kinship.kin import Brood, Kin
from genogram_app.layout.kinship.walks import by_steps
from genogram_app.model.ids import Id

Blocks = list[list[int]]


def clumped(kin: Kin, blocks: Sequence[list[int]]) -> Blocks:
    """Join the blocks of single people of a row whose only line goes up to the same parents, eldest first.

    Carers may have children of several generations, each of whom stands in their own row.
    """
    above: dict[int, list[int]] = {}
    for f, brood in enumerate((*kin.births, *kin.draws)):
        for child in brood.children:
            above.setdefault(child, []).append(f)
    tied = {who for brood in (*kin.births, *kin.draws) for who in brood.partners}

    def loose(block: list[int]) -> bool:
        families = above.get(block[0], [])
        free = len(block) == 1 and block[0] not in tied and len(families) == 1
        return free and families[0] < len(kin.births)

    found: Blocks = []
    clumps: dict[tuple[int, int], list[int]] = {}
    for block in _with_twins(kin, blocks, loose):
        if not loose(block):
            found.append(block)
            continue
        where = above[block[0]][0], kin.rows[block[0]]
        if where in clumps:
            clumps[where].append(block[0])
        else:
            clumps[where] = list(block)
            found.append(clumps[where])
    for (f, _), clump in clumps.items():
        seat = {child: i for i, child in enumerate(kin.births[f].children)}
        clump.sort(key=seat.__getitem__)
    return found


def _with_twins(kin: Kin, blocks: Sequence[list[int]], loose: Callable[[list[int]], bool]) -> Blocks:
    """Join the blocks of single people born together, where not all of them stand together anyway."""
    births = {
        child: mark
        for brood in kin.births
        for child, mark in zip(brood.children, brood.births, strict=False)
        if mark
    }
    twins: dict[tuple[Id, int], Blocks] = {}
    for block in blocks:
        if len(block) == 1 and block[0] in births:
            twins.setdefault((births[block[0]], kin.rows[block[0]]), []).append(block)
    apart = {mark for mark, same in twins.items() if len(same) > 1 and not all(map(loose, same))}
    joined = {who: mark for mark in apart for (who,) in twins[mark]}
    found: Blocks = [block for block in blocks if block[0] not in joined]
    return [*found, *([who for (who,) in twins[mark]] for mark in sorted(apart))]


def parts_of(kin: Kin, blocks: Blocks) -> list[tuple[Blocks, list[Brood]]]:
    """Give the families that nothing joins, largest first: the blocks of each, and its broods."""
    block_of = {who: b for b, block in enumerate(blocks) for who in block}
    broods = [*kin.births, *kin.draws]
    tied: list[list[int]] = [[] for _ in blocks]
    for brood in broods:
        first = block_of[brood.partners[0]]
        for who in (*brood.partners, *brood.children):
            tied[first].append(block_of[who])
            tied[block_of[who]].append(first)
    part_of = [-1] * len(blocks)
    parts: list[tuple[Blocks, list[Brood]]] = []
    for start in range(len(blocks)):
        if part_of[start] < 0:
            found = list(by_steps(tied, [start]))
            for b in found:
                part_of[b] = len(parts)
            parts.append(([blocks[b] for b in sorted(found)], []))
    for brood in broods:
        parts[part_of[block_of[brood.partners[0]]]][1].append(brood)
    return sorted(parts, key=lambda part: -sum(map(len, part[0])))
