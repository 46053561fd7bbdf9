"""Where a part lies in the whole family: its outline, and a small strip of all parts, this one filled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from genogram_app.drawing.primitives import Box, Mark, Node, Outline, Path, Stroke
from genogram_app.drawing.shapes import rect
from genogram_app.drawing.transform import Transform
from genogram_app.picture.pen import SMALL_STRONG, Pen
from genogram_app.picture.plan import Plan
from genogram_app.picture.tiling import Tile

#: The strip is never wider than this, and a part with less height than this has no number, in points.
WIDEST, LEGIBLE = 260.0, 10.0
#: How far a part's outline stays off its ink, and how far from it its cut may be and be drawn, in
#: points of the layout.
AROUND, LAP = 5.0, 60.0


def outline_of(tile: Tile) -> Outline:
    """Give the outline of a part where parts are shown side by side."""
    return tile.columns(around(tile))


def around(tile: Tile) -> Box:
    """Give the box in which a part is outlined: to its cuts, where they are near its ink."""
    box = tile.extent.grown(AROUND)
    left = min(tile.left.over(box.top, box.bottom))
    right = max(tile.right.over(box.top, box.bottom))
    top, bottom = tile.top.over(box.left, box.right), tile.bottom.over(box.left, box.right)
    return Box(
        left if left > box.left - LAP else box.left,
        max(box.top, *top),
        right if right < box.right + LAP else box.right,
        min(box.bottom, *bottom),
    )


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
