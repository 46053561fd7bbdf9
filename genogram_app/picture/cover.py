"""The first page of a family in parts: title block, key, and a map with everyone on it, very small."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from genogram_app.drawing.primitives import Box, Drawing, Group, Mark, Node, Path, Point, Stroke
from genogram_app.drawing.shapes import circle, polyline, rect
from genogram_app.drawing.transform import Transform
from genogram_app.family.seen import View
from genogram_app.model.agency import Agency
from genogram_app.model.person import Person
from genogram_app.picture import wording
from genogram_app.picture.compose import ABOVE, AIR, Sheet
from genogram_app.picture.index import index_block
from genogram_app.picture.paper import MARGIN, Paper
from genogram_app.picture.pen import FIELD, NUMBER, SMALL, Pen, width_of
from genogram_app.picture.tiling import Tile, Tiling
from genogram_app.picture.titleblock import subjects_of
from genogram_app.picture.whereabouts import AROUND, LAP, around, outline_of

#: How much of the page the caption of the map takes, and the air between two strips of a map.
CAPTION, BETWEEN = 16.0, 18.0
#: From the map to the names under it.
INDEX = 30.0
#: How much of its room the map keeps where there are names under it.
MAP = 0.5
#: A wide family is shown in as few strips, and no more than so many, as make it this large.
STRIPS, LEGIBLE = 4, 0.2
#: How far from its place, as a share of a strip, one may end sooner or later so as to end with a part.
SNAP = 0.2
#: The map is never given less height than this while another paper gives more, in points.
LEAST = 150.0
#: How far the map shows more than the outline of a part, in points of the layout.
CLIP = 4.0
#: The dot at the child and at whom to ring, and how far from it the name may stand, in points.
DOT, DISTANCES = 3.4, (4.0, 14.0, 26.0, 40.0)


@dataclass(frozen=True, slots=True)
class Pin:
    """Somebody who must be found on the map: where, in points of the layout, and what is written there."""

    at: Point
    says: str
    dot: str
    ink: str


def cover(pen: Pen, sheet: Sheet, tiling: Tiling, papers: Sequence[Paper]) -> Drawing:
    """Compose the first page on the paper on which the map is largest, the earlier one of two alike."""
    paper = max(papers, key=lambda paper: _merit(sheet, tiling, paper))
    top, bottom = sheet.blocks(paper.inner_width)
    foot = paper.height - MARGIN - bottom.height
    nodes = [Transform(1.0, MARGIN, MARGIN).node(node) for node in top.nodes]
    nodes += _middle(pen, sheet, tiling, _room(sheet, paper))
    nodes += [Transform(1.0, MARGIN, foot).node(node) for node in bottom.nodes]
    return replace(sheet.drawing, bounds=Box(0, 0, paper.width, paper.height), nodes=tuple(nodes))


def _middle(pen: Pen, sheet: Sheet, tiling: Tiling, room: Box) -> Iterator[Node]:
    """Draw the map, and under it, unless that leaves too little of the map, who is on which part."""
    index = index_block(pen, sheet, tiling, room.width)
    least = room.height - INDEX - index.height
    fits = len(tiling.tiles) > 1 and least >= room.height * MAP
    of_map = room._replace(bottom=room.top + least) if fits else room
    tall = _tall(*_strips(sheet, tiling, of_map))
    spare = room.height - tall - (INDEX + index.height if fits else 0.0)
    top = room.top + spare * ABOVE
    yield _map(pen, sheet, tiling, Box(room.left, top, room.right, top + tall))
    for node in index.nodes if fits else ():
        yield Transform(1.0, room.left, top + tall + INDEX).node(node)


def _tall(strips: Sequence[Box], scale: float) -> float:
    """Give the height of a map."""
    return sum((strip.height + 2 * (AROUND + CLIP)) * scale for strip in strips) + BETWEEN * (len(strips) - 1)


def _merit(sheet: Sheet, tiling: Tiling, paper: Paper) -> tuple[bool, float]:
    room = _room(sheet, paper)
    return room.height >= LEAST, _strips(sheet, tiling, room)[1]


def _room(sheet: Sheet, paper: Paper) -> Box:
    """Give the room for the map on a paper."""
    top, bottom = sheet.blocks(paper.inner_width)
    head, foot = MARGIN + top.height + AIR + CAPTION, paper.height - MARGIN - bottom.height - AIR
    return Box(MARGIN, head, paper.width - MARGIN, max(foot, head + 1))


def _strips(sheet: Sheet, tiling: Tiling, room: Box) -> tuple[list[Box], float]:
    """Give the strips in which a family is shown, and at what scale: as few as make it large enough."""
    ways = [_strips_of(sheet.family.bounds, tiling, count) for count in range(1, STRIPS + 1)]
    scaled = [(strips, _scale(strips, room)) for strips in ways]
    large = (way for way in scaled if way[1] >= LEGIBLE)
    return next(large, max(scaled, key=lambda way: way[1]))


def _strips_of(whole: Box, tiling: Tiling, count: int) -> list[Box]:
    """Cut a family into strips, where a part begins if one does near by."""
    wide = whole.width / count
    starts = sorted(tile.extent.left for tile in tiling.tiles)
    inner = [_snapped(whole.left + wide * n, starts, wide * SNAP) for n in range(1, count)]
    edges = pairwise([whole.left, *inner, whole.right])
    return [_trimmed(Box(left, whole.top, right, whole.bottom), tiling) for left, right in edges]


def _trimmed(strip: Box, tiling: Tiling) -> Box:
    """Give a strip no higher than the parts in it."""
    inside = [tile.extent for tile in tiling.tiles if tile.extent.overlaps(strip.grown(LAP))]
    top, bottom = min((box.top for box in inside), default=0), max((box.bottom for box in inside), default=1)
    return Box(strip.left, max(strip.top, top), strip.right, min(strip.bottom, bottom))


def _snapped(at: float, starts: Sequence[float], reach: float) -> float:
    near = min(starts, key=lambda start: abs(start - at))
    return near if abs(near - at) <= reach else at


def _scale(strips: Sequence[Box], room: Box) -> float:
    wide = max(strip.width for strip in strips) + 2 * (_lap(strips) + CLIP)
    tall = sum(strip.height + 2 * (AROUND + CLIP) for strip in strips)
    return min(room.width / wide, (room.height - BETWEEN * (len(strips) - 1)) / tall)


def _lap(strips: Sequence[Box]) -> float:
    """Give how far strips reach into their neighbours: far enough to see everyone at the edge whole."""
    return LAP if len(strips) > 1 else AROUND


# -- the map ----------------------------------------------------------------------


def _map(pen: Pen, sheet: Sheet, tiling: Tiling, room: Box) -> Node:
    """Draw the whole family small, without words, under the numbered parts."""
    strips, scale = _strips(sheet, tiling, room)
    talls = [_tall([strip], scale) for strip in strips]
    y = room.top
    marks: list[Mark] = [pen.text(_caption(pen, tiling, sheet.view), room.left, room.top - 5, SMALL)]
    for strip, tall in zip(strips, talls, strict=True):
        left = room.centre[0] - strip.centre[0] * scale
        place = Transform(scale, left, y + (AROUND + CLIP - strip.top) * scale)
        marks += _strip(pen, sheet, tiling, strip, _lap(strips), place, room)
        y += tall + BETWEEN
    return Node("map", "map", _caption(pen, tiling, sheet.view), tuple(marks), room)


def _caption(pen: Pen, tiling: Tiling, view: View) -> str:
    words, count = pen.words, len(tiling.tiles)
    who = words.say("The whole family" if view.near is None else "Everybody on this sheet")
    if count == 1:
        return words.say("{who}. The next page shows it in full.", who=who)
    parts = words.say("{who}, in {n} parts.", who=who, n=count)
    return f"{parts} {words.say('Each number is a part, on a page of its own.')}"


def _strip(
    pen: Pen, sheet: Sheet, tiling: Tiling, core: Box, lap: float, place: Transform, room: Box
) -> Iterator[Mark]:
    """Draw a stretch of the family, its parts with their numbers, and whom one looks for."""
    shown = Box(core.left - lap, core.top - AROUND, core.right + lap, core.bottom + AROUND).grown(CLIP)
    nodes = [n for n in sheet.family.painted() if n.role != "label" and n.bounds.overlaps(shown)]
    ink = [_thin(place.mark(mark)) for node in nodes for mark in node.marks if isinstance(mark, Path)]
    tiles = [tile for tile in tiling.tiles if tile.extent.overlaps(shown)]
    edges = [Path(place.outline(outline_of(tile)), Stroke(pen.paint("accent"), 0.8)) for tile in tiles]
    yield Group((*ink, *edges), rect(place.box(shown)))
    taken = [place.box(node.bounds) for node in nodes if node.hit and not node.hollow]
    for pin in _pins(pen, sheet):
        if core.contains(pin.at):
            yield from _pinned(pen, pin, place, taken, room)
    for tile in tiles:
        if core.left <= tile.extent.centre[0] < core.right:
            yield from _numbered(pen, tile, tiling, place, taken)


def _thin(mark: Mark) -> Mark:
    """Keep a shrunken stroke from vanishing on paper."""
    if isinstance(mark, Path) and mark.stroke:
        return replace(mark, stroke=replace(mark.stroke, width=max(mark.stroke.width, 0.25)))
    return mark


def _numbered(pen: Pen, tile: Tile, tiling: Tiling, place: Transform, taken: list[Box]) -> Iterator[Mark]:
    """Set a part's number where nobody stands, on a plate of paper."""
    box = place.box(around(tile))
    style = replace(NUMBER, size=min(NUMBER.size, max(8.0, box.height * 0.4)))
    wide, tall = width_of(str(tile.number), style) + 4, style.size * 1.05
    corners = [
        (box.left + 2 + (box.width - wide - 4) * i / 12, box.top + 2 + (box.height - tall - 4) * j / 8)
        for j in range(9)
        for i in range(13)
    ]
    plates = [Box(x, y, x + wide, y + tall) for x, y in corners]
    free = (p for p in plates if not any(p.overlaps(t) for t in taken) and _within(tile, tiling, place, p))
    plate = next(free, plates[0])
    taken.append(plate)
    yield Path(rect(plate), None, pen.paint("paper"))
    base = plate.bottom - style.size * 0.2
    yield pen.text(str(tile.number), plate.centre[0], base, style, "middle", paint="accent")


def _within(tile: Tile, tiling: Tiling, place: Transform, plate: Box) -> bool:
    box = plate.grown(2)
    corners = [(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
    return all(tiling.at(*place.back(*corner)) is tile for corner in corners)


# -- whom one looks for --------------------------------------------------------------


def _pins(pen: Pen, sheet: Sheet) -> list[Pin]:
    """Give the children whom the sheet is about, and whom to ring out of hours."""
    case, places = sheet.case, sheet.layout.places
    pins = [
        Pin(places[child.id], wording.name(pen.words, child), "accent", "accent")
        for child in subjects_of(case)
        if child.id in places
    ]
    go_to = case.details.go_to
    if go_to and go_to.who in places:
        found = case.family.find(Person, go_to.who), case.family.find(Agency, go_to.who)
        who = wording.name(pen.words, found[0]) if found[0] else _service(pen, found[1])
        says = pen.words.say("{name}, to ring out of hours", name=who)
        pins.append(Pin(places[go_to.who], says, "go_to_edge", "go_to_ink"))
    return pins


def _service(pen: Pen, agency: Agency | None) -> str:
    return wording.text(pen.words, agency.name) if agency else "?"


def _pinned(pen: Pen, pin: Pin, place: Transform, taken: list[Box], room: Box) -> Iterator[Mark]:
    """Mark somebody with a dot and the name, set where it hides as few as can be."""
    x, y = place.point(*pin.at)
    wide, tall = width_of(pin.says, FIELD) + 4, FIELD.size * 1.2
    tried = [
        Box(left, top, left + wide, top + tall)
        for far in DISTANCES
        for top in (y + far + DOT, y - far - DOT - tall)
        for left in (max(min(right, room.right) - wide, room.left) for right in (x + wide / 2, x + wide, x))
    ]
    # What reaches out of the room is as bad as what lies over somebody.
    box = min(tried, key=lambda box: sum(_shared(box, o) for o in taken) + wide * tall - _shared(box, room))
    taken.append(box)
    stroke = Stroke(pen.paint(pin.dot), 0.8)
    end = box.top if box.top > y else box.bottom
    yield Path(polyline([(x, y), (min(max(x, box.left), box.right), end)]), stroke)
    yield Path(circle((x, y), DOT + 1.2), None, pen.paint("paper"))
    yield Path(circle((x, y), DOT), None, pen.paint(pin.dot))
    yield pen.text(pin.says, box.centre[0], box.bottom - 2.4, FIELD, "middle", halo=True, paint=pin.ink)


def _shared(a: Box, b: Box) -> float:
    """Give the area that two boxes share."""
    across = min(a.right, b.right) - max(a.left, b.left)
    down = min(a.bottom, b.bottom) - max(a.top, b.top)
    return max(across, 0.0) * max(down, 0.0)
