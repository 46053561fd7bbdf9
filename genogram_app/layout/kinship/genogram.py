"""The genogram: generations in rows, couples together, children under their own union."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf

from genogram_app.layout.kinship.chains import chains
from genogram_app.layout.kinship.columns import Columns
from genogram_app.layout.kinship.folding import folded
from genogram_app.layout.kinship.kin import Kin
from genogram_app.layout.kinship.order import ordered
from genogram_app.layout.kinship.spans import span_of
from genogram_app.layout.kinship.stand_ins import measured, with_stand_ins, without_stand_ins
from genogram_app.layout.sheet.extents import Extent, Options, Size
from genogram_app.model.ids import Id


def across(
    kin: Kin, extents: Mapping[Id, Extent], labels: Mapping[Id, Size], options: Options
) -> tuple[Kin, list[float]]:
    """Give everybody's x; and the family, its rows as they are where a wide generation has several."""
    whole = with_stand_ins(kin)
    if whole is not kin:
        whole, x = _across(whole, measured(whole, extents), labels, options)
        return without_stand_ins(kin, whole.rows), x[: len(kin.ids)]
    return _across(kin, extents, labels, options)


def _across(
    kin: Kin, extents: Mapping[Id, Extent], labels: Mapping[Id, Size], options: Options
) -> tuple[Kin, list[float]]:
    """Give the same of a family in which everybody who stands over somebody is on the sheet."""
    between = {frozenset(c.partners): c.id for c in kin.couples if len(c.partners) == 2}
    order = ordered(kin, options, chains(kin))
    rows = order.rows()
    if options.widest < inf:
        kin, rows = folded(kin, rows, extents, options)
    spans = [[span_of(kin, people, between, extents, labels, options) for people in row] for row in rows]
    # In folded rows nobody moves past others: the order is that of one row.
    return kin, Columns(kin, spans, extents, options, order if options.widest == inf else None).solved()


def down(
    kin: Kin,
    extents: Mapping[Id, Extent],
    stacks: Mapping[int, float],
    lifts: Mapping[int, float],
    options: Options,
) -> list[float]:
    """Give each row's y.

    stacks: how much more room the bars and labels over a row take than a single
    bar. lifts: how far over a row's middle other lines and labels reach.
    """
    depth = max(kin.rows, default=-1) + 1
    tops, bottoms = [0.0] * depth, [0.0] * depth
    for who, row in enumerate(kin.rows):
        box = extents[kin.ids[who]].box
        tops[row], bottoms[row] = max(tops[row], -box.top), max(bottoms[row], box.bottom)
    ys, y = [], 0.0
    for row in range(depth):
        top = max(tops[row], lifts.get(row, 0.0))
        if row:
            y += bottoms[row - 1] + options.row_gap + stacks.get(row, 0.0)
        ys.append(y + top)
        y += top
    return ys
