"""Where people stand: a whole new arrangement, or newcomers beside those who stand already."""

from __future__ import annotations

from collections.abc import Mapping

from genogram_app.drawing.primitives import Point
from genogram_app.layout.bars import Bars
from genogram_app.layout.beside import Newcomers
from genogram_app.layout.descents import Descents
from genogram_app.layout.extents import Extent, Options, Size
from genogram_app.layout.genogram import across, down
from genogram_app.layout.ground import Ground
from genogram_app.layout.kin import Kin
from genogram_app.model.ids import Id

#: Rows are first drawn this far apart, to see how many bars lie between them.
FAR_APART = 10_000.0


def stand(
    kin: Kin,
    extents: Mapping[Id, Extent],
    labels: Mapping[Id, Size],
    options: Options,
    fixed: Mapping[Id, Point],
) -> dict[Id, Point]:
    """Give everybody's place, rounded to hundredths; the fixed ones exactly where they are."""
    standing = {key: fixed[key] for key in kin.ids if key in fixed}
    if len(standing) == len(kin.ids):
        return standing
    found = (
        Newcomers(kin, standing, extents, options).placed()
        if standing
        else _whole(kin, extents, labels, options)
    )
    return {key: standing.get(key, (round(x, 2), round(y, 2))) for key, (x, y) in found.items()}


def _whole(
    kin: Kin, extents: Mapping[Id, Extent], labels: Mapping[Id, Size], options: Options
) -> dict[Id, Point]:
    """Lay everybody out in rows, as far apart as the lines between them need."""
    x = across(kin, extents, labels, options)
    apart = [row * FAR_APART for row in range(max(kin.rows, default=-1) + 1)]
    tall = {key: (x[who], apart[kin.rows[who]]) for who, key in enumerate(kin.ids)}
    bars = Bars(kin, tall, extents, Ground.of(tall, extents)).drawn()
    tracks = Descents(kin, tall, extents, bars, options).depth
    lifts: dict[int, float] = {}
    for bar in bars.values():
        if len(bar.points) > 2:
            row = round(bar.points[0][1] / FAR_APART)
            lifts[row] = max(lifts.get(row, 0.0), apart[row] - bar.middle[1])
    ys = down(kin, extents, tracks, lifts, options)
    least = min((x[who] + extents[key].box.left for who, key in enumerate(kin.ids)), default=0.0)
    return {key: (x[who] - least, ys[kin.rows[who]]) for who, key in enumerate(kin.ids)}
