"""Where people stand: a whole new arrangement, or newcomers beside those who stand already."""

from __future__ import annotations

from collections.abc import Mapping

from genogram_app.drawing.primitives import Point
from genogram_app.layout.descent.bars import Bars
from genogram_app.layout.descent.descents import Descents
from genogram_app.layout.kinship.genogram import across, down
from genogram_app.layout.kinship.kin import Kin
from genogram_app.layout.sheet.extents import Extent, Options, Size
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import Ink
from genogram_app.layout.standing.beside import Newcomers
from genogram_app.model.ids import Id

#: Rows are first drawn this far apart, to see how many bars lie between them.
FAR_APART = 10_000.0


def stand(
    kin: Kin,
    extents: Mapping[Id, Extent],
    labels: Mapping[Id, Size],
    heads: Mapping[Id, float],
    options: Options,
    fixed: Mapping[Id, Point],
    lines: Ink | None = None,
) -> dict[Id, Point]:
    """Give everybody's place, rounded to hundredths; who is fixed, exactly where they are.

    heads: room that is wanted over somebody's symbol. fixed: also whatever else
    must not be covered. lines: those between who stands already.
    """
    mine = set(kin.ids)
    standing = {key: place for key, place in sorted(fixed.items()) if key in mine}
    if len(standing) == len(mine):
        return standing
    others = Ground.of({key: place for key, place in fixed.items() if key not in mine}, extents)
    if standing:
        found = Newcomers(kin, standing, extents, others, lines or Ink(), options).placed()
    else:
        found = _clear(_whole(kin, extents, labels, heads, options), extents, others, options.family_gap)
    return {key: standing.get(key, (round(x, 2), round(y, 2))) for key, (x, y) in found.items()}


def _clear(
    places: dict[Id, Point], extents: Mapping[Id, Extent], others: Ground, gap: float
) -> dict[Id, Point]:
    """Move a whole arrangement to the right of what it would cover."""
    boxes = [extents[key].box.moved(*place).grown(gap) for key, place in sorted(places.items())]
    beyond = others.bounds()
    if beyond is None or all(others.free(box) for box in boxes):
        return places
    shift = beyond.right - min(box.left for box in boxes)
    return {key: (x + shift, y) for key, (x, y) in places.items()}


def _whole(
    kin: Kin,
    extents: Mapping[Id, Extent],
    labels: Mapping[Id, Size],
    heads: Mapping[Id, float],
    options: Options,
) -> dict[Id, Point]:
    """Lay everybody out in rows, as far apart as the lines between them need."""
    kin, x = across(kin, extents, labels, options)
    ys = heights(kin, dict(zip(kin.ids, x, strict=True)), extents, labels, heads, options)
    least = min((x[who] + extents[key].box.left for who, key in enumerate(kin.ids)), default=0.0)
    return {key: (x[who] - least, ys[kin.rows[who]]) for who, key in enumerate(kin.ids)}


def heights(
    kin: Kin,
    x: Mapping[Id, float],
    extents: Mapping[Id, Extent],
    labels: Mapping[Id, Size],
    heads: Mapping[Id, float],
    options: Options,
) -> list[float]:
    """Give each row's y, as far apart as the lines between them need. x: how far right everybody stands."""
    apart = [row * FAR_APART for row in range(max(kin.rows, default=-1) + 1)]
    tall = {key: (x[key], apart[row]) for key, row in zip(kin.ids, kin.rows, strict=True)}
    bars = Bars(kin, tall, extents, Ground.of(tall, extents), labels).drawn()
    stacks = Descents(kin, tall, extents, bars, labels, heads, options).stacks
    lifts: dict[int, float] = {}
    for who, key in enumerate(kin.ids):
        reach = extents[key].half[1] + heads.get(key, 0.0)
        lifts[kin.rows[who]] = max(lifts.get(kin.rows[who], 0.0), reach)
    for bar in bars.values():
        if len(bar.points) > 2:
            row = round(bar.points[0][1] / FAR_APART)
            lifts[row] = max(lifts.get(row, 0.0), apart[row] - min(y for _, y in bar.points))
    return down(kin, extents, stacks, lifts, options)
