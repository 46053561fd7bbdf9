"""Where a part lies in the whole family: a small strip of all parts, this one filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from genogram_app.drawing.primitives import Box, Mark, Node, Path, Stroke
from genogram_app.drawing.shapes import rect
from genogram_app.drawing.transform import Transform
from genogram_app.picture.pen import SMALL_STRONG, Pen
from genogram_app.picture.plan import Plan
from genogram_app.picture.tiling import Tile

#: The strip is never wider than this, and a part with less height than this has no number, in points.
WIDEST, LEGIBLE = 260.0, 10.0


def where_it_lies(pen: Pen, plan: Plan, number: int, free: Box) -> tuple[Node, ...]:
    """Draw the strip at the right end of the room that the head leaves free; none for a single part."""
    tiles = plan.tiling.tiles
    if len(tiles) < 2:
        return ()
    whole = tiles[0].extent
    for tile in tiles:
        whole = whole.union(tile.extent)
    scale = min(free.height / whole.height, min(free.width, WIDEST) / whole.width)
    place = Transform(scale, free.right - whole.right * scale, free.centre[1] - whole.centre[1] * scale)
    # This part comes last: where parts reach into each other it is seen whole.
    order = sorted(tiles, key=lambda tile: (tile.number == number, tile.number))
    marks = tuple(mark for tile in order for mark in _part(pen, tile, place, here=tile.number == number))
    says = pen.words.say("Where part {number} lies in the whole family", number=number)
    return (Node("where", "note", says, marks, place.box(whole)),)


def _part(pen: Pen, tile: Tile, place: Transform, *, here: bool) -> Iterator[Mark]:
    box = place.box(tile.extent).grown(-0.8)
    yield Path(rect(box), Stroke(pen.paint("accent"), 0.7), pen.paint("accent" if here else "paper"))
    if box.height >= LEGIBLE and box.width >= LEGIBLE:
        paint = "paper" if here else "accent"
        style = replace(SMALL_STRONG, paint=paint)
        yield pen.text(str(tile.number), box.centre[0], box.centre[1] + 2.9, style, "middle")
