"""Over whom relationships and ties run that aren't theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box, Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.extents import HAIRLINE, Extent, Trace
from genogram_app.layout.sheet.ground import dense
from genogram_app.layout.sheet.result import Layout
from genogram_app.layout.sheet.rows import Rows
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond, Tie

#: How far a line may graze somebody, and how far apart the points are at which it is looked at.
TOUCH, EVERY = 1.5, 2.0
#: So many of those points are looked at together.
STRETCH = 24
#: Air on both sides of a line together, and how much higher one of a row may stand than the next.
AIR, LEVEL = 6.0, 12.0


def passed_over(
    family: FamilyGraph, extents: Mapping[Id, Extent], layout: Layout
) -> frozenset[tuple[Id, Id]]:
    """Give the relationships that run over the symbol or words of somebody else than the two, and whose.

    Where ties are drawn, they too, and what runs over services.
    """
    people = {person.id for person in family.people} & layout.places.keys()
    there = layout.places.keys() if layout.ties else people
    rows = Rows({key: extents[key].box.moved(*layout.places[key]) for key in there})
    lines = {**layout.bonds, **layout.ties}
    return frozenset(
        (edge.id, key)
        for edge in (*family.edges(Bond), *family.edges(Tie))
        for key in _passed(lines.get(edge.id, ()), rows, extents, layout.places)
        if key not in edge.ends
    )


def _passed(
    line: Polyline, rows: Rows, extents: Mapping[Id, Extent], places: Mapping[Id, Point]
) -> Iterator[Id]:
    """Go through those over whose symbol or words a line runs, some several times."""
    points = dense(line, EVERY)
    for begin in range(0, len(points), STRETCH):
        stretch = points[begin : begin + STRETCH]
        xs, ys = [x for x, _ in stretch], [y for _, y in stretch]
        for key in rows.near(min(xs), min(ys), max(xs), max(ys)):
            if any(_runs_over(stretch, part.moved(*places[key])) for part in _body(extents[key])):
                yield key


def _body(extent: Extent) -> Iterator[Box]:
    return (extent.parts[name] for name in ("symbol", "words") if name in extent.parts)


def _runs_over(points: Sequence[Point], part: Box) -> bool:
    left, top, right, bottom = part.left + TOUCH, part.top + TOUCH, part.right - TOUCH, part.bottom - TOUCH
    return any(left <= x <= right and top <= y <= bottom for x, y in points)


def rooms(
    family: FamilyGraph, over: Iterable[tuple[Id, Id]], places: Mapping[Id, Point], traces: Mapping[Id, Trace]
) -> Iterator[dict[Id, float]]:
    """Go through who could have how much more room beside them for the lines that run over others.

    First those who are run over alone, then the lines' ends too, then all in the rows on their way.
    """
    for wider in (_over, _and_ends, _on_the_way):
        found: dict[Id, float] = {}
        for key, who in sorted(over):
            bond = family.get(Bond, key)
            for one in wider(bond, who, places):
                room = 2 * traces.get(key, HAIRLINE).reach + AIR
                found[one] = max(found.get(one, 0.0), room)
        if found:
            yield found


def _over(_: Bond, who: Id, __: Mapping[Id, Point]) -> Iterable[Id]:
    return (who,)


def _and_ends(bond: Bond, who: Id, _: Mapping[Id, Point]) -> Iterable[Id]:
    return (who, *bond.ends)


def _on_the_way(bond: Bond, _: Id, places: Mapping[Id, Point]) -> Iterable[Id]:
    heights = [places[key][1] for key in bond.ends if key in places] or [0.0]
    return [key for key, (_, y) in places.items() if min(heights) - LEVEL < y < max(heights) + LEVEL]
