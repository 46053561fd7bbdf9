"""The pages of a sheet: one where a paper holds it, else a map and tiles cut in the gaps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from genogram_app.drawing.primitives import Box, Drawing, Group, Mark, Node, Path, Stroke
from genogram_app.drawing.shapes import rect
from genogram_app.drawing.transform import Transform
from genogram_app.family.case import Case
from genogram_app.family.seen import View
from genogram_app.picture.compose import AIR, Sheet
from genogram_app.picture.paper import MARGIN, Paper, tiles
from genogram_app.picture.pen import FIELD, KICKER, NUMBER, SMALL, Pen, width_of
from genogram_app.picture.titleblock import Block, copy_name, title, view_name

#: The head of a tile: whom it is about, when, which part. And the foot under it.
HEAD, FOOT = 38.0, 20.0
#: What stands whole on one tile, whatever reaches over its edge; lines and rings are cut there.
SOLID = frozenset({"person", "agency", "label"})
#: How much narrower tiles are tried, step by step, until what stands on them fits the paper.
STEP, MOST = 20, 400


def pages(pen: Pen, sheet: Sheet) -> tuple[Drawing, ...]:
    """Give the pages to print, each as large as its paper."""
    return (sheet.drawing,) if sheet.fit.fits else tiled(pen, sheet)


def tiled(pen: Pen, sheet: Sheet) -> tuple[Drawing, ...]:
    """Cut a family that no paper holds: first a page with the key and a map, then the parts."""
    paper = sheet.fit.paper
    parts = _parts(sheet.family, paper.inner_width, paper.inner_height - HEAD - FOOT)
    cover = _cover(pen, sheet, paper, [part for part, _ in parts])
    return (cover, *(_tile(pen, sheet, paper, part, n, len(parts)) for n, part in enumerate(parts, 1)))


def _parts(family: Drawing, width: float, height: float) -> list[tuple[Box, Box]]:
    """Cut a family into parts, each with the box of all that is drawn for it: no larger than the room."""
    solid = [node.bounds for node in family.nodes if node.role in SOLID]
    parts: list[tuple[Box, Box]] = []
    for spare in range(0, MOST, STEP):
        boxes = tiles(family.bounds, max(width - spare, MOST), max(height - spare, MOST), solid)
        parts = [(part, _whole(part, solid)) for part in boxes]
        if all(whole.width <= width and whole.height <= height for _, whole in parts):
            break
    return parts


def _whole(part: Box, solid: Sequence[Box]) -> Box:
    """Give a part's box with all of what belongs to it."""
    whole = part
    for box in solid:
        whole = whole.union(box) if _belongs(box, part) else whole
    return whole


def _belongs(box: Box, part: Box) -> bool:
    """Say whether something stands on a part: its middle does, so that it stands on one part alone."""
    x, y = box.centre
    return part.left <= x < part.right and part.top <= y < part.bottom


# -- one part -------------------------------------------------------------------


def _tile(pen: Pen, sheet: Sheet, paper: Paper, part: tuple[Box, Box], number: int, of: int) -> Drawing:
    cut, whole = part
    place = Transform(1.0, MARGIN - whole.left, MARGIN + HEAD - whole.top)
    pieces = (_piece(node, cut) for node in sheet.family.nodes)
    inside = [place.node(piece) for piece in pieces if piece is not None]
    furniture = [_head(pen, sheet, paper, number, of), _foot(pen, sheet, paper)]
    return replace(sheet.drawing, bounds=Box(0, 0, paper.width, paper.height), nodes=(*furniture, *inside))


def _piece(node: Node, cut: Box) -> Node | None:
    """Give what a part shows of a node: a figure or a label whole or not at all, a line up to the edge."""
    if node.role in SOLID:
        return node if _belongs(node.bounds, cut) else None
    return replace(node, marks=(Group(node.marks, rect(cut)),)) if node.bounds.overlaps(cut) else None


def _head(pen: Pen, sheet: Sheet, paper: Paper, number: int, of: int) -> Node:
    words, width = pen.words, paper.inner_width
    kicker = f"{view_name(pen, sheet.view)} · {copy_name(pen, sheet.view)}".upper()
    dated = words.say("Dated {day}", day=words.day(sheet.view.as_at))
    part = words.say("Part {number} of {of}", number=number, of=of)
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


# -- the map --------------------------------------------------------------------


def _cover(pen: Pen, sheet: Sheet, paper: Paper, parts: Sequence[Box]) -> Drawing:
    """Compose the first page: title block, the family in small without words, and the key."""
    top, bottom = sheet.blocks(paper.inner_width)
    room = Box(
        MARGIN,
        MARGIN + top.height + AIR,
        paper.width - MARGIN,
        paper.height - MARGIN - bottom.height - AIR,
    )
    nodes = [*_shifted(top, MARGIN, MARGIN), *_shifted(bottom, MARGIN, paper.height - MARGIN - bottom.height)]
    nodes.append(_map(pen, sheet.family, parts, room))
    return replace(sheet.drawing, bounds=Box(0, 0, paper.width, paper.height), nodes=tuple(nodes))


def _shifted(block: Block, dx: float, dy: float) -> list[Node]:
    return [Transform(1.0, dx, dy).node(node) for node in block.nodes]


def _map(pen: Pen, family: Drawing, parts: Sequence[Box], room: Box) -> Node:
    """Draw the whole family small, without words, under the numbered parts."""
    bounds = family.bounds
    scale = min(room.width / bounds.width, room.height / bounds.height)
    (x, y), (u, v) = bounds.centre, room.centre
    place = Transform(scale, u - x * scale, v - y * scale)
    shapes = [mark for node in family.painted() if node.role != "label" for mark in _wordless(node.marks)]
    marks: list[Mark] = [_thin(place.mark(mark)) for mark in shapes]
    for number, part in enumerate(parts, 1):
        box = place.box(part)
        marks.append(Path(rect(box), Stroke(pen.paint("accent"), 0.8)))
        wide = width_of(str(number), NUMBER)
        back = Box(box.left + 3, box.top + 3, box.left + wide + 11, box.top + 22)
        marks.append(Path(rect(back), None, pen.paint("paper")))
        marks.append(pen.text(str(number), box.left + 7, box.top + 17, NUMBER, paint="accent"))
    says = pen.words.count("The family is on {n} page.", "The family is on {n} pages.", len(parts))
    return Node("map", "map", says, tuple(marks), room)


def _wordless(marks: Sequence[Mark]) -> list[Mark]:
    return [mark for mark in marks if isinstance(mark, Path)]


def _thin(mark: Mark) -> Mark:
    """Keep a shrunken stroke from vanishing on paper."""
    if isinstance(mark, Path) and mark.stroke:
        return replace(mark, stroke=replace(mark.stroke, width=max(mark.stroke.width, 0.25)))
    return mark


def running_foot(pen: Pen, case: Case, view: View, page: Box) -> Drawing:
    """Draw what stands at the foot of every page of words: whom it is about, its date, which copy."""
    dated = pen.words.say("Dated {day}", day=pen.words.day(view.as_at))
    content = " · ".join([title(pen, case), dated, copy_name(pen, view), pen.words.say("copy with care")])
    marks = (pen.text(content, 56, page.height - MARGIN, SMALL),)
    node = Node("footer", "note", content, marks, page)
    return Drawing(page, (node,), pen.paint("paper"), title(pen, case), view.language)
