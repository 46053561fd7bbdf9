"""Homes that are cut between parts: each part shows its share up to one straight edge, not in steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from genogram_app.drawing.geometry import bounds, contains, flatten
from genogram_app.drawing.primitives import Box, Node, Outline, Point
from genogram_app.family import kinship
from genogram_app.model.ids import Id
from genogram_app.picture.compose import Sheet
from genogram_app.picture.tiling import Tile

#: For each home the parts that show it, and how much of it.
Shares = Mapping[Id, Mapping[int, Box]]


@dataclass(frozen=True, slots=True)
class Torn:
    """Where a part's share of a home ends: `way` from there it goes on in part `to`."""

    home: Id
    part: int
    to: int
    at: Point
    way: tuple[int, int]


def homes_in(node: Node) -> list[Id]:
    """Give the homes that a piece of a ring belongs to, by its key: "ring:a", "ring-shared:a:b"."""
    return node.key.split(":")[1:]


def rings_of(sheet: Sheet, tiles: Sequence[Tile]) -> Shares:
    """Give for each home the parts on which somebody of it stands, and how far it is shown there."""
    places = sheet.layout.places
    found: dict[Id, dict[int, Box]] = {}
    for home, outline in sheet.layout.rings.items():
        who = [place.person for place in kinship.members(sheet.case.family, home)]
        # Who lived there once may stand elsewhere, where they live now.
        there = [places[key] for key in who if key in places and contains(outline, places[key])]
        whole = bounds(outline).grown(1.0)
        found[home] = {
            tile.number: _share(tile, whole)
            for tile in tiles
            if any(box.contains(place) for place in there for box in tile.solids)
        }
    return found


def _share(tile: Tile, whole: Box) -> Box:
    """Give the part of a box that a tile shows: as far as it reaches anywhere along the box."""
    return Box(
        max(whole.left, min(tile.left.over(whole.top, whole.bottom))),
        max(whole.top, min(tile.top.over(whole.left, whole.right))),
        min(whole.right, max(tile.right.over(whole.top, whole.bottom))),
        min(whole.bottom, max(tile.bottom.over(whole.left, whole.right))),
    )


def torn(sheet: Sheet, tiles: Sequence[Tile], rings: Shares) -> Iterator[Torn]:
    """Go through the places where a home goes on in another part, each told on both of the two."""
    rows = {tile.number: tile.top for tile in tiles}
    for home, shares in sorted(rings.items()):
        outline = sheet.layout.rings[home]
        for one, other in pairwise(sorted(shares)):
            beside = rows[one] is rows[other]
            way = (1, 0) if beside else (0, 1)
            here, there = _end(outline, shares[one], way), _end(outline, shares[other], (-way[0], -way[1]))
            if here and there:
                yield Torn(home, one, other, here, way)
                yield Torn(home, other, one, there, (-way[0], -way[1]))


def _end(outline: Outline, share: Box, way: tuple[int, int]) -> Point | None:
    """Give the middle of the edge at which a share ends, at its widest there; None where it isn't cut."""
    dx, dy = way
    at = (share.right if dx > 0 else share.left) if dx else (share.bottom if dy > 0 else share.top)
    spans = [span for loop in flatten(outline, 1.0) for span in _across(loop, at, upright=bool(dx))]
    if not spans:
        return None
    start, end = max(spans, key=lambda span: span[1] - span[0])
    return (at, (start + end) / 2) if dx else ((start + end) / 2, at)


def _across(loop: Sequence[Point], at: float, *, upright: bool) -> list[tuple[float, float]]:
    """Give the stretches of a straight line that lie within a closed loop."""
    points = loop if upright else [(y, x) for x, y in loop]
    hits = sorted(
        a[1] + (b[1] - a[1]) * (at - a[0]) / (b[0] - a[0])
        for a, b in pairwise(points)
        if (a[0] <= at) != (b[0] <= at)
    )
    return list(zip(hits[::2], hits[1::2], strict=False))
