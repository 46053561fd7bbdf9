"""The pages of a sheet: one where a paper holds it, with the key or before it, or a map and parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from genogram_app.drawing.primitives import Box, Drawing, Group, Node
from genogram_app.drawing.transform import Transform
from genogram_app.family.case import Case
from genogram_app.family.seen import View
from genogram_app.picture import continued
from genogram_app.picture.compose import Sheet
from genogram_app.picture.continued import Continuation, continuations, inks
from genogram_app.picture.cover import cover
from genogram_app.picture.paper import MARGIN, SIZES, Paper, papers
from genogram_app.picture.pen import FIELD, KICKER, SMALL, Pen
from genogram_app.picture.tiling import Ink, Tile, Tiling, tiling
from genogram_app.picture.titleblock import copy_name, title, view_name

#: The head of a part: whom it is about, when, which part. And the foot under it.
HEAD, FOOT = 32.0, 16.0
#: What letters at the foot reach below their line.
DESCENT = 3.0
#: Room under the head and over the foot, and at the sides, for the marks that say where a line goes on.
GUTTER, SIDE = 13.0, 26.0
#: What stands whole on one part; lines and rings are cut at its edge.
SOLID = frozenset({"person", "agency", "label"})
#: A family of more parts than this on the largest paper isn't tried on a smaller one.
MANY = 12


def pages(pen: Pen, sheet: Sheet) -> tuple[Drawing, ...]:
    """Give the pages to print, each as large as its paper."""
    if not sheet.fit.fits:
        return tiled(pen, sheet)
    return (sheet.drawing, key_page(pen, sheet)) if sheet.key_apart else (sheet.drawing,)


def key_page(pen: Pen, sheet: Sheet) -> Drawing:
    """Draw the key of a family that leaves it no room, on a page as the family's own."""
    paper = sheet.fit.paper
    place = Transform(1.0, MARGIN, MARGIN + HEAD)
    key = [place.node(node) for node in sheet.key(paper.inner_width).nodes]
    nodes = (_head(pen, sheet, paper, pen.words.say("Key to page 1")), *key, _foot(pen, sheet, paper))
    return replace(sheet.drawing, bounds=Box(0, 0, paper.width, paper.height), nodes=nodes)


def tiled(pen: Pen, sheet: Sheet) -> tuple[Drawing, ...]:
    """Cut a family that no paper holds: first a page with the key and a map, then the parts."""
    lines = inks(sheet.layout)
    plan = plan_of(sheet, lines)
    allowed = [paper for paper in papers(sheet.case.page) if paper.name == plan.paper.name]
    parts = _parts(pen, sheet, plan, continuations(pen, plan.tiling, plan.windows, lines))
    return (cover(pen, sheet, plan.tiling, allowed), *parts)


# -- the plan ---------------------------------------------------------------------


@dataclass(frozen=True)
class Plan:
    """A family cut for a paper."""

    paper: Paper
    tiling: Tiling

    @property
    def room(self) -> Box:
        """Give the room for a part on its page."""
        return room(self.paper)

    @property
    def windows(self) -> dict[int, Box]:
        """Give what each page shows, in points of the layout: its part is in the middle."""
        return {tile.number: self._window(tile) for tile in self.tiling.tiles}

    def _window(self, tile: Tile) -> Box:
        (x, y), (u, v) = tile.extent.centre, self.room.centre
        return self.room.moved(x - u, y - v)

    @property
    def merit(self) -> tuple[float, int]:
        """Give what it costs: few sheets, and little paper, counted in sheets of A4."""
        count = len(self.tiling.tiles)
        short, long = SIZES["A4"]
        return count * (1 + round(self.paper.width * self.paper.height / (short * long), 2)), count


def room(paper: Paper) -> Box:
    """Give the room for a part on a page."""
    top, bottom = MARGIN + HEAD + GUTTER, paper.height - MARGIN - FOOT - GUTTER
    return Box(MARGIN + SIDE, top, paper.width - MARGIN - SIDE, bottom)


def plan_of(sheet: Sheet, lines: list[Ink]) -> Plan:
    """Cut a family for the paper that needs the fewest sheets and wastes the least."""
    solids = [node.bounds for node in sheet.family.nodes if node.role in SOLID]
    allowed = papers(sheet.case.page)
    large = [_cut(paper, solids, lines) for paper in allowed if paper.name == allowed[-1].name]
    small = [paper for paper in allowed if paper.name != allowed[-1].name]
    if min(len(plan.tiling.tiles) for plan in large) > MANY:
        small = []
    return min([*large, *(_cut(paper, solids, lines) for paper in small)], key=lambda plan: plan.merit)


def _cut(paper: Paper, solids: Iterable[Box], lines: list[Ink]) -> Plan:
    return Plan(paper, tiling(solids, lines, room(paper).width, room(paper).height))


# -- one part ---------------------------------------------------------------------


def _parts(pen: Pen, sheet: Sheet, plan: Plan, marks: dict[int, list[Continuation]]) -> Iterator[Drawing]:
    """Compose the page of each part."""
    whole = [node for node in sheet.family.nodes if node.role in SOLID]
    cut = [node for node in sheet.family.nodes if node.role not in SOLID]
    windows, tiles = plan.windows, plan.tiling.tiles
    owned = _dealt(whole, tiles)
    page = Box(0, 0, plan.paper.width, plan.paper.height)
    for tile in tiles:
        window = windows[tile.number]
        place = Transform(1.0, plan.room.left - window.left, plan.room.top - window.top)
        order = {node.key: node for node in owned[tile.number]}
        order |= {node.key: _clipped(node, tile, window) for node in cut if node.bounds.overlaps(window)}
        shown = [place.node(order[node.key]) for node in sheet.family.nodes if node.key in order]
        goes_on = [continued.node(pen, mark, place) for mark in marks[tile.number]]
        part = pen.words.say("Part {number} of {of}", number=tile.number, of=len(tiles))
        head = _head(pen, sheet, plan.paper, part)
        nodes = (head, *shown, *goes_on, _foot(pen, sheet, plan.paper))
        yield replace(sheet.drawing, bounds=page, nodes=nodes)


def _dealt(nodes: Iterable[Node], tiles: Iterable[Tile]) -> dict[int, list[Node]]:
    """Give for each part the figures, services and labels that stand on it."""
    boxes = [(box, tile.number) for tile in tiles for box in tile.solids]
    found: dict[int, list[Node]] = {tile.number: [] for tile in tiles}
    for node in nodes:
        number = next(n for box, n in boxes if _holds(box, node.bounds))
        found[number].append(node)
    return found


def _holds(outer: Box, inner: Box) -> bool:
    return (
        outer.left <= inner.left
        and outer.top <= inner.top
        and outer.right >= inner.right
        and outer.bottom >= inner.bottom
    )


def _clipped(node: Node, tile: Tile, window: Box) -> Node:
    """Give what a part shows of a line or a ring: up to its edge."""
    inside = Group(node.marks, tile.columns(window))
    return replace(node, marks=(Group((inside,), tile.rows(window)),))


def _head(pen: Pen, sheet: Sheet, paper: Paper, part: str) -> Node:
    """Say whom a page is about, of when, which copy and which part it is."""
    words, width = pen.words, paper.inner_width
    kicker = f"{view_name(pen, sheet.view)} · {copy_name(pen, sheet.view)}".upper()
    dated = words.say("Dated {day}", day=words.day(sheet.view.as_at))
    marks = (
        pen.text(kicker, 0, 8, KICKER),
        pen.text(title(pen, sheet.case), 0, 21, FIELD),
        pen.text(part, width, 8, FIELD, "end"),
        pen.text(dated, width, 21, SMALL, "end"),
        pen.rule(0, width, HEAD - 3),
    )
    node = Node("title", "title", f"{title(pen, sheet.case)}, {part}", marks, Box(0, 0, width, HEAD))
    return Transform(1.0, MARGIN, MARGIN).node(node)


def _foot(pen: Pen, sheet: Sheet, paper: Paper) -> Node:
    words = pen.words
    content = f"{copy_name(pen, sheet.view)} · {words.say('copy with care')}"
    y = paper.height - MARGIN - 4
    marks = (pen.text(content, MARGIN, y, SMALL),)
    return Node("footer", "note", content, marks, Box(MARGIN, y - 8, paper.width - MARGIN, y + 3))


def running_foot(pen: Pen, case: Case, view: View, page: Box) -> Drawing:
    """Draw what stands at the foot of every page of words: whom it is about, its date, which copy."""
    dated = pen.words.say("Dated {day}", day=pen.words.day(view.as_at))
    content = " · ".join([title(pen, case), dated, copy_name(pen, view), pen.words.say("copy with care")])
    marks = (pen.text(content, 56, page.height - MARGIN - DESCENT, SMALL),)
    node = Node("footer", "note", content, marks, page)
    return Drawing(page, (node,), pen.paint("paper"), title(pen, case), view.language)
