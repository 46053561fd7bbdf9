"""How a family that no paper holds is cut: into which parts, on which paper, in how large letters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from genogram_app.drawing.primitives import Box
from genogram_app.drawing.transform import Transform
from genogram_app.picture.compose import Sheet
from genogram_app.picture.paper import LARGEST_SCALE, MARGIN, SIZES, Paper, papers
from genogram_app.picture.story import held_together
from genogram_app.picture.tiling import Ink, Tile, Tiling, Uncut

#: The head of a part: whom it is about, when, which part. And the foot under it.
HEAD, FOOT = 32.0, 16.0
#: Room under the head and over the foot, and at the sides, for the arrows that say where a line goes on;
#: and what the sides take where it is said as well to whom.
GUTTER, SIDE, NAMED = 13.0, 26.0, 92.0
#: So near the edge of a page words may come, in points: printers leave out less.
EDGE = 13.0
#: What stands whole on one part; lines and rings are cut at its edge.
SOLID = frozenset({"person", "agency", "label"})
#: A family of more parts than this on the largest paper isn't tried on a smaller one, nor in larger letters.
MANY = 12
#: In which sizes larger letters are tried, and how many more lines may be cut for them.
LARGER, SPARE = (LARGEST_SCALE, 1.15, 1.0), 12.0


@dataclass(frozen=True)
class Plan:
    """A family cut for a paper; scale: how much larger than at least it is drawn there."""

    paper: Paper
    tiling: Tiling
    scale: float = 1.0

    @property
    def room(self) -> Box:
        """Give the room for a part on its page."""
        return room(self.paper)

    @cached_property
    def windows(self) -> dict[int, Box]:
        """Give what each page shows, in points of the layout: its part is in the middle."""
        return {tile.number: self._back(tile, self.room) for tile in self.tiling.tiles}

    @cached_property
    def sights(self) -> dict[int, Box]:
        """Give where words may stand on each page, in points of the layout: a little into its margins."""
        sight = Box(EDGE, self.room.top - GUTTER, self.paper.width - EDGE, self.room.bottom + GUTTER)
        return {tile.number: self._back(tile, sight) for tile in self.tiling.tiles}

    def page(self, tile: Tile) -> Box:
        """Give where the edges of a part's page lie, in points of the layout."""
        return self._back(tile, Box(0.0, 0.0, self.paper.width, self.paper.height))

    def place(self, number: int) -> Transform:
        """Give the way from points of the layout to the page of a part."""
        window, scale = self.windows[number], self.scale
        return Transform(scale, self.room.left - window.left * scale, self.room.top - window.top * scale)

    def _back(self, tile: Tile, box: Box) -> Box:
        """Give where a box of a part's page lies in the layout."""
        (x, y), (u, v), scale = tile.extent.centre, self.room.centre, self.scale
        return Box(
            x + (box.left - u) / scale,
            y + (box.top - v) / scale,
            x + (box.right - u) / scale,
            y + (box.bottom - v) / scale,
        )

    @property
    def merit(self) -> tuple[float, int]:
        """Give what it costs: few sheets, and little paper, counted in sheets of A4."""
        count = len(self.tiling.tiles)
        short, long = SIZES["A4"]
        return count * (1 + round(self.paper.width * self.paper.height / (short * long), 2)), count


def room(paper: Paper, side: float = SIDE) -> Box:
    """Give the room for a part on a page."""
    top, bottom = MARGIN + HEAD + GUTTER, paper.height - MARGIN - FOOT - GUTTER
    return Box(MARGIN + side, top, paper.width - MARGIN - side, bottom)


def plan_of(sheet: Sheet, lines: Sequence[Ink]) -> Plan:
    """Cut a family for the paper that needs the fewest sheets and wastes the least."""
    solids = [node.bounds for node in sheet.family.nodes if node.role in SOLID]
    uncut = Uncut(solids, [*lines, *held_together(sheet.case, sheet.layout)])
    allowed = papers(sheet.case.page)
    large = [_cut(uncut, paper) for paper in allowed if paper.name == allowed[-1].name]
    small = [paper for paper in allowed if paper.name != allowed[-1].name]
    if min(len(plan.tiling.tiles) for plan in large) > MANY:
        small = []
    return _enlarged(
        uncut, min([*large, *(_cut(uncut, paper) for paper in small)], key=lambda plan: plan.merit)
    )


def _cut(uncut: Uncut, paper: Paper) -> Plan:
    whole = room(paper)
    return Plan(paper, uncut.cut(whole.width, whole.height))


def _enlarged(uncut: Uncut, plan: Plan) -> Plan:
    """Draw as large as no more parts leave room for, with names beside arrows where those fit."""
    plain, roomy = plan.tiling, room(plan.paper, NAMED)
    if len(plain.tiles) > MANY:
        return plan
    for scale in LARGER:
        larger = uncut.cut(roomy.width / scale, roomy.height / scale)
        if len(larger.tiles) <= len(plain.tiles) and larger.cost <= plain.cost + SPARE:
            return replace(plan, tiling=larger, scale=_scale(larger, roomy))
    return replace(plan, scale=_scale(plain, plan.room))


def _scale(cut: Tiling, room: Box) -> float:
    """Give the scale, 1 or more, at which every part fits a room."""
    wide = max(tile.extent.width for tile in cut.tiles)
    tall = max(tile.extent.height for tile in cut.tiles)
    return max(1.0, min(LARGEST_SCALE, room.width / wide, room.height / tall))
