"""Families in which much has ended, and whether what says so is seen: empty is good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import dist, hypot
from random import Random

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Box, Path, Point
from genogram_app.drawing.strands import Line, LineMark, lay
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.layout.sheet.extents import HAIRLINE
from genogram_app.layout.sheet.ink import knots
from genogram_app.model.dates import When
from genogram_app.model.ids import Id
from genogram_app.model.person import Spell
from genogram_app.model.ties import ChildOf
from genogram_app.picture.slashes import link_line, with_marks_at
from tests.builders import SHARED
from tests.layout.related import DAY, with_carers
from tests.layout.test_sample_sheets import Sheet
from tests.picture.sheets import scene

#: How far words may come onto a mark, and how finely a mark is looked along, in points.
SHAVED, FINE = 0.5, 1.0
Fault = tuple[str, Id, Id]


def much_ended(seed: int) -> Case:
    """Give a random family whose carers are mostly of once, and of whose couples many have parted."""
    case, chance, catalog = with_carers(seed), Random(seed + 11), scene().catalog
    over = sorted(key for key, card in catalog.unions.items() if card.stage == "ended")
    links = [
        link.put(since=When("2016"), until=When("2019"))
        for link in case.family.edges(ChildOf)
        if catalog.link(link.kind).care and chance.random() < 0.75
    ]
    unions = [
        union.put(spells=(Spell(kind=chance.choice(over), basis=SHARED),))
        for union in case.family.unions
        if chance.random() < 0.4
    ]
    return case.changed(put=[*links, *unions])


def marks_of_ends(sheet: Sheet) -> Iterator[tuple[Id, Sequence[Path]]]:
    """Go through the lines of couples and children that are over, each with the marks that say so."""
    catalog, layout, paints = scene().catalog, sheet.layout, scene().pen.theme.paints
    for link in sheet.family.edges(ChildOf):
        points, card = layout.descents.get(link.id, ()), catalog.link(link.kind)
        if len(points) > 1 and card.slash and not kinship.current(link, DAY):
            line = with_marks_at(link_line(card, ended=True), points, layout.marks.get(link.id, ()))
            yield link.id, lay(_bare(line.marks[-len(card.slash) :]), points, paints)
    for union in sheet.family.unions:
        bar, card = layout.bars.get(union.id), catalog.union(union.kind)
        if bar and len(bar.points) > 1 and card.stage == "ended":
            line = with_marks_at(card.line, bar.points, layout.marks.get(union.id, ()))
            yield union.id, lay(_bare(line.marks), bar.points, paints)


def _bare(marks: Sequence[LineMark]) -> Line:
    return Line((), tuple(marks))


def hidden_ends(sheet: Sheet) -> list[Fault]:
    """Give each mark of an end that lies on something else: on what, the line, and whose that is."""
    return sorted({fault for key, paths in marks_of_ends(sheet) for fault in _met(sheet, key, paths)})


def _met(sheet: Sheet, key: Id, paths: Sequence[Path]) -> Iterator[Fault]:
    ink = [
        (point, (path.stroke.width if path.stroke else 0.0) / 2) for path in paths for point in _dots(path)
    ]
    for other, box in _solid(sheet):
        if any(box.grown(half - SHAVED).contains(point) for point, half in ink):
            yield "words", key, other
    for other, line, reach in _lines(sheet, key):
        if any(_apart(point, a, b) < half + reach for point, half in ink for a, b in pairwise(line)):
            yield "line", key, other
    for other, box in _marks(sheet):
        if any(box.contains(point) for point, _ in ink):
            yield "mark", key, other
    for other, ring in sheet.layout.rings.items():
        edges = [leg for edge in flatten(ring) for leg in pairwise(edge)]
        if any(_apart(point, a, b) < half for point, half in ink for a, b in edges):
            yield "ring", key, other


def _dots(path: Path) -> Iterator[Point]:
    """Go finely along a mark."""
    for line in flatten(path.outline):
        for a, b in pairwise(line):
            count = max(1, int(dist(a, b) / FINE))
            yield from (
                (a[0] + (b[0] - a[0]) * i / count, a[1] + (b[1] - a[1]) * i / count) for i in range(count)
            )
            yield b


def _solid(sheet: Sheet) -> Iterator[tuple[str, Box]]:
    """Go through symbols, words and badges, and every label."""
    for who, place in sheet.layout.places.items():
        for name, part in sheet.measured.extents[who].parts.items():
            yield f"{who}/{name}", part.moved(*place)
    yield from ((f"label:{key}", spot.box) for key, spot in sheet.layout.labels.items())


def _lines(sheet: Sheet, own: Id) -> Iterator[tuple[Id, Polyline, float]]:
    """Go through others' lines, each with how far its ink goes to each side."""
    layout, traces = sheet.layout, sheet.measured.options.traces
    found = [(key, bar.points) for key, bar in layout.bars.items()]
    found += [*layout.descents.items(), *layout.bonds.items(), *layout.ties.items()]
    found += [
        (shared.links[0], line)
        for shared in layout.sibships
        if own not in shared.links
        for line in shared.lines
    ]
    for key, line in found:
        if key != own:
            yield key, line, traces.get(key, HAIRLINE).reach


def _marks(sheet: Sheet) -> Iterator[tuple[Id, Box]]:
    """Go through the marks of relationships."""
    for key, line in (*sheet.layout.bonds.items(), *sheet.layout.ties.items()):
        for x, y, size in knots(line, sheet.measured.options.traces[key]):
            yield key, Box(x - size, y - size, x + size, y + size)


def _apart(at: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    square = dx * dx + dy * dy
    part = ((at[0] - start[0]) * dx + (at[1] - start[1]) * dy) / square if square else 0.0
    part = min(1.0, max(0.0, part))
    return hypot(at[0] - start[0] - part * dx, at[1] - start[1] - part * dy)
