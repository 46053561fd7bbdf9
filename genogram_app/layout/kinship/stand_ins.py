"""Stand-ins for parents who aren't on the sheet, while it is put in order.

Brothers and sisters of whose parents nothing is known belong together like any
others. Nothing else would hold them: their lines hang from nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from genogram_app.layout.kinship.kin import Brood, Kin
from genogram_app.layout.sheet.extents import Extent
from genogram_app.model.ids import Id

#: How wide and high a stand-in is.
DOT = 1.0


def with_stand_ins(kin: Kin) -> Kin:
    """Give the family with one parent, the last of all people, for each brood of several who have none here.

    Where they stand over the topmost row, every row is one further down.
    """
    orphans = [brood for brood in kin.broods if _is_orphaned(brood)]
    if not orphans:
        return kin
    over = [min(kin.rows[child] for child in brood.children) - 1 for brood in orphans]
    shift = -min(0, *over)
    first = len(kin.ids)
    parents = {brood.parent: (first + i,) for i, brood in enumerate(orphans)}
    return replace(
        kin,
        ids=(*kin.ids, *parents),
        rows=tuple(row + shift for row in (*kin.rows, *over)),
        leans_left=(*kin.leans_left, *(False for _ in orphans)),
        leans_right=(*kin.leans_right, *(False for _ in orphans)),
        broods=tuple(
            brood._replace(partners=parents[brood.parent]) if _is_orphaned(brood) else brood
            for brood in kin.broods
        ),
    )


def _is_orphaned(brood: Brood) -> bool:
    return not brood.care and not brood.partners and len(brood.children) > 1


def measured(kin: Kin, extents: Mapping[Id, Extent]) -> Mapping[Id, Extent]:
    """Give the extents of everybody of a family, its stand-ins too."""
    new = {key: Extent.of_box(DOT, DOT) for key in kin.ids if key not in extents}
    return {**extents, **new} if new else extents


def without_stand_ins(kin: Kin, rows: Sequence[int]) -> Kin:
    """Give the family itself, in such of some rows as anybody of it stands in."""
    mine = rows[: len(kin.ids)]
    number = {row: i for i, row in enumerate(sorted(set(mine)))}
    return replace(kin, rows=tuple(number[row] for row in mine))
