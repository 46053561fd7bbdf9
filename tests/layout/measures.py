"""What a finished sheet must keep to, as lists of what breaks it: empty is good."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import dist, hypot

from genogram_app.drawing.geometry import Polyline, flatten
from genogram_app.drawing.primitives import Box, Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.sheet.extents import Extent
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.ties import Bond, ChildOf, PartnerIn, Tie

Pair = tuple[str, str]


def parts(layout: Layout, extents: Mapping[str, Extent]) -> dict[str, Box]:
    """Give every symbol, block of words, badge and plate on the sheet."""
    return {
        f"{key}/{name}": part.moved(*place)
        for key, place in layout.places.items()
        for name, part in extents[key].parts.items()
    }


def covered_by_labels(layout: Layout, extents: Mapping[str, Extent]) -> list[Pair]:
    """Give labels that lie on somebody, on a plate or on another label."""
    spots = {key: spot.box.grown(-0.05) for key, spot in layout.labels.items()}
    others = parts(layout, extents)
    found = [(a, b) for a, box in spots.items() for b, other in others.items() if box.overlaps(other)]
    return found + [(a, b) for a, box in spots.items() for b in spots if a < b and box.overlaps(spots[b])]


def steps(line: Polyline, step: float = 3.0) -> Iterator[tuple[Point, Point]]:
    """Go along a line: points, each with the direction there."""
    for (ax, ay), (bx, by) in pairwise(line):
        span = dist((ax, ay), (bx, by))
        count = max(1, int(span // step))
        for i in range(count) if span else ():
            yield (
                (ax + (bx - ax) * i / count, ay + (by - ay) * i / count),
                ((bx - ax) / span, (by - ay) / span),
            )


def lines_over_people(family: FamilyGraph, layout: Layout, extents: Mapping[str, Extent]) -> list[Pair]:
    """Give relationships, ties and lines to children that run over somebody who isn't at their ends."""
    boxes = {key: box.grown(-1.5) for key, box in parts(layout, extents).items()}
    ends = {
        edge.id: set(edge.ends) for edge in (*family.edges(Bond), *family.edges(Tie), *family.edges(ChildOf))
    }
    for edge in family.edges(ChildOf):
        ends[edge.id] |= (
            {one.person for one in family.into(PartnerIn, edge.parent)} if _is_union(family, edge) else set()
        )
    lines = {**layout.bonds, **layout.ties, **layout.descents}
    return [
        (key, who)
        for key, line in lines.items()
        for who, box in boxes.items()
        if who.partition("/")[0] not in ends[key] and any(box.contains(point) for point, _ in steps(line))
    ]


def _is_union(family: FamilyGraph, edge: ChildOf) -> bool:
    return edge.parent in {union.id for union in family.unions}


def lines_in_one(layout: Layout, one: Mapping[str, Polyline], other: Mapping[str, Polyline]) -> list[Pair]:
    """Give pairs of lines that run along each other for more than 15 points."""
    found = []
    for a, first in one.items():
        there = list(steps(first))
        for b, second in other.items():
            if a != b and 3 * sum(any(_along(here, way) for way in there) for here in steps(second)) > 15:
                found.append((a, b))
    return found


def _along(here: tuple[Point, Point], there: tuple[Point, Point]) -> bool:
    ((x, y), (ux, uy)), ((a, b), (va, vb)) = here, there
    return hypot(x - a, y - b) < 3 and abs(ux * vb - uy * va) < 0.3


def plates_near_rings(
    layout: Layout, family: FamilyGraph, extents: Mapping[str, Extent], air: float
) -> list[Pair]:
    """Give services that stand nearer to a ring than some points."""
    plates = {
        one.id: extents[one.id].box.moved(*layout.places[one.id])
        for one in family.agencies
        if one.id in layout.places
    }
    edges = {
        key: [point for line in flatten(ring) for point, _ in steps(line)]
        for key, ring in layout.rings.items()
    }
    return [
        (plate, ring)
        for plate, box in plates.items()
        for ring, points in edges.items()
        if any(box.grown(air).contains(point) for point in points)
    ]
