"""How a sheet falls on paper, in points of the sheet: the edges of its pages, their margins, the cuts."""

from __future__ import annotations

from dataclasses import dataclass

from genogram_app.drawing.primitives import Box, Outline
from genogram_app.drawing.shapes import rect
from genogram_app.drawing.transform import Transform
from genogram_app.picture.compose import Sheet
from genogram_app.picture.continued import inks
from genogram_app.picture.paper import MARGIN, Paper
from genogram_app.picture.plan import Plan, plan_of
from genogram_app.picture.tiling import Tile
from genogram_app.picture.whereabouts import outline_of


@dataclass(frozen=True, slots=True)
class Fall:
    """One page on the sheet.

    number: 0 for a page that holds all of it, else which part it is. page: its edges; margins:
    what is printed lies within them. part: what of the family it shows, up to the cuts.
    """

    number: int
    paper: Paper
    page: Box
    margins: Box
    part: Outline


def falls(sheet: Sheet) -> tuple[Fall, ...]:
    """Give the pages of a sheet as they fall on it: one that holds it, or one for each part."""
    if sheet.fit.fits:
        page = sheet.drawing.bounds
        return (Fall(0, sheet.fit.paper, page, page.grown(-MARGIN), rect(page)),)
    plan = plan_of(sheet, inks(sheet.lines, sheet.layout))
    return tuple(_fall(sheet.transform, plan, tile) for tile in plan.tiling.tiles)


def _fall(place: Transform, plan: Plan, tile: Tile) -> Fall:
    page = plan.page(tile)
    margin = MARGIN / plan.scale
    return Fall(
        tile.number,
        plan.paper,
        place.box(page),
        place.box(page.grown(-margin)),
        place.outline(outline_of(tile)),
    )
