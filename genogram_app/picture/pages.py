"""The pages of a sheet: one where a paper holds it, with the key or before it, or a map and parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from genogram_app.drawing.primitives import Box, Drawing, Group, Node
from genogram_app.drawing.shapes import rect
from genogram_app.drawing.transform import Transform
from genogram_app.family.case import Case
from genogram_app.family.seen import View
from genogram_app.picture import continued
from genogram_app.picture.compose import Sheet
from genogram_app.picture.continued import Continuation, continuations, inks
from genogram_app.picture.cover import cover
from genogram_app.picture.cut_rings import Shares, homes_in, rings_of, torn
from genogram_app.picture.paper import MARGIN, Paper, papers
from genogram_app.picture.pen import FIELD, KICKER, SMALL, Pen, width_of
from genogram_app.picture.plan import HEAD, SOLID, Plan, plan_of
from genogram_app.picture.tiling import Tile
from genogram_app.picture.titleblock import copy_name, title, view_name
from genogram_app.picture.whereabouts import where_it_lies
from genogram_app.text.line import shortened

#: What letters at the foot reach below their line.
DESCENT = 3.0
#: What stays free beside the words of a part's head.
AIR = 24.0
#: How much of a page's width its head has for the names of those whom it is about.
NAMED = 0.6
#: Where the foot of a page of words begins, and what the number of the page takes, in points.
FOOT_LEFT, PAGE_NUMBER = 56.0, 70.0


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
    lines = inks(sheet.lines, sheet.layout)
    plan = plan_of(sheet, lines)
    allowed = [paper for paper in papers(sheet.case.page) if paper.name == plan.paper.name]
    tiles = plan.tiling.tiles
    rings = rings_of(sheet, tiles)
    marks = continuations(pen, sheet, plan, lines, torn(sheet, tiles, rings))
    parts = _parts(pen, sheet, plan, rings, marks)
    return (cover(pen, sheet, plan.tiling, allowed), *parts)


# -- one part ---------------------------------------------------------------------


def _parts(
    pen: Pen, sheet: Sheet, plan: Plan, rings: Shares, marks: Mapping[int, Sequence[Continuation]]
) -> Iterator[Drawing]:
    """Compose the page of each part."""
    tiles = plan.tiling.tiles
    owned = _dealt((node for node in sheet.family.nodes if node.role in SOLID), tiles)
    page = Box(0, 0, plan.paper.width, plan.paper.height)
    for tile in tiles:
        place = plan.place(tile.number)
        shown = _shown(sheet, tile, plan.windows[tile.number], owned[tile.number], rings)
        goes_on = [place.node(continued.node(pen, mark)) for mark in marks[tile.number]]
        part = pen.words.say("Part {number} of {of}", number=tile.number, of=len(tiles))
        head = _head(pen, sheet, plan.paper, part)
        where = where_it_lies(pen, plan, tile.number, _free(pen, sheet, plan.paper, part))
        nodes = (head, *where, *map(place.node, shown), *goes_on, _foot(pen, sheet, plan.paper))
        yield replace(sheet.drawing, bounds=page, nodes=nodes)


def _shown(sheet: Sheet, tile: Tile, window: Box, owned: Sequence[Node], rings: Shares) -> list[Node]:
    """Give what a part shows, in order: its own people whole, lines and homes up to its edge."""
    own, found = {node.key for node in owned}, list[Node]()
    for node in sheet.family.nodes:
        if node.role in SOLID:
            found += [node] if node.key in own else []
        elif node.role == "ring":
            found += _ring(node, [rings[home].get(tile.number) for home in homes_in(node)], window)
        elif node.bounds.overlaps(window):
            found.append(_clipped(node, tile, window))
    return found


def _ring(node: Node, edges: Sequence[Box | None], window: Box) -> list[Node]:
    """Give what a part shows of a home: all that it has of it, up to one straight edge."""
    clips = [edge for edge in edges if edge]
    if len(clips) < len(edges):
        return []
    marks = node.marks
    for clip in (*clips, window):
        marks = (Group(marks, rect(clip)),)
    return [replace(node, marks=marks)]


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
    width, (kicker, name, dated) = paper.inner_width, _heading(pen, sheet, paper)
    marks = (
        pen.text(kicker, 0, 8, KICKER),
        pen.text(name, 0, 21, FIELD),
        pen.text(part, width, 8, FIELD, "end"),
        pen.text(dated, width, 21, SMALL, "end"),
        pen.rule(0, width, HEAD - 3),
    )
    node = Node("title", "title", f"{name}, {part}", marks, Box(0, 0, width, HEAD))
    return Transform(1.0, MARGIN, MARGIN).node(node)


def _free(pen: Pen, sheet: Sheet, paper: Paper, part: str) -> Box:
    """Give the room that the head leaves free between its words."""
    kicker, name, dated = _heading(pen, sheet, paper)
    left = max(width_of(kicker, KICKER), width_of(name, FIELD))
    right = max(width_of(part, FIELD), width_of(dated, SMALL))
    free = Box(MARGIN + left + AIR, MARGIN, paper.width - MARGIN - right - AIR, MARGIN + HEAD - 7)
    return free


def _heading(pen: Pen, sheet: Sheet, paper: Paper) -> tuple[str, str, str]:
    """Give which copy a page is, whom it is about, as far as there is room, and of when."""
    kicker = f"{view_name(pen, sheet.view)} · {copy_name(pen, sheet.view)}".upper()
    dated = pen.words.say("Dated {day}", day=pen.words.day(sheet.view.as_at))
    name = shortened(title(pen, sheet.case), FIELD.size, paper.inner_width * NAMED, FIELD.face)
    return kicker, name, dated


def _foot(pen: Pen, sheet: Sheet, paper: Paper) -> Node:
    words = pen.words
    content = f"{copy_name(pen, sheet.view)} · {words.say('copy with care')}"
    y = paper.height - MARGIN - 4
    marks = (pen.text(content, MARGIN, y, SMALL),)
    return Node("footer", "note", content, marks, Box(MARGIN, y - 8, paper.width - MARGIN, y + 3))


def running_foot(pen: Pen, case: Case, view: View, page: Box) -> Drawing:
    """Draw what stands at the foot of every page of words: whom it is about, its date, which copy."""
    dated = pen.words.say("Dated {day}", day=pen.words.day(view.as_at))
    rest = "".join(f" · {part}" for part in (dated, copy_name(pen, view), pen.words.say("copy with care")))
    room = page.width - 2 * FOOT_LEFT - PAGE_NUMBER - width_of(rest, SMALL)
    content = shortened(title(pen, case), SMALL.size, room, SMALL.face) + rest
    marks = (pen.text(content, FOOT_LEFT, page.height - MARGIN - DESCENT, SMALL),)
    node = Node("footer", "note", content, marks, page)
    return Drawing(page, (node,), pen.paint("paper"), title(pen, case), view.language)
