"""Where the name of a home may stand: in a gap of its own ring's edge, just within it or close outside."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import dist

from genogram_app.drawing.geometry import flatten
from genogram_app.drawing.primitives import Outline, Point
from genogram_app.layout.names.label_places import Place, box_at
from genogram_app.layout.sheet.extents import Size

#: What it costs: not at the bottom, on a slanting edge, on an upright one, off the middle of its edge,
#: within the ring, close outside it, each point by which the words are longer than the edge is level.
HIGH, SLANTING, UPRIGHT, ASIDE, WITHIN, OUTSIDE, LONGER = 5.0, 6.0, 10.0, 4.0, 4.0, 7.0, 0.15
#: Edges shorter than this are part of a round corner; words keep so far from its ends.
SHORT, CORNER = 14.0, 8.0
#: How much an edge may rise for its length to count as level, and from where it counts as upright.
LEVEL, STEEP = 0.1, 1.0
#: How far words on an edge reach into the ring.
ON_EDGE = 7.0
#: From the edge to words within, to words close outside, and how fine places along an edge are tried.
AIR, CLOSE, EVERY = 4.0, 1.5, 8.0


def places_for(ring: Outline, size: Size) -> Iterator[Place]:
    """Go through places for a home's name, each with what it costs."""
    for line in flatten(ring):
        edges = [(a, b) for a, b in pairwise(line) if dist(a, b) >= SHORT]
        bottom = max((max(a[1], b[1]) for a, b in edges), default=0.0)
        inwards = 1 if sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(line)) > 0 else -1
        for a, b in edges:
            for cost, spot in _on_edge(a, b, size, bottom, inwards):
                yield Place(cost, box_at(spot, size), True)


def _on_edge(a: Point, b: Point, size: Size, bottom: float, inwards: int) -> Iterator[tuple[float, Point]]:
    """Go through places on one edge, and beside it within the ring."""
    width, height = size
    span, across, down = dist(a, b), abs(a[0] - b[0]), abs(a[1] - b[1])
    level = down <= LEVEL * across
    dear = UPRIGHT if down > STEEP * across else 0.0 if level else SLANTING
    dear += HIGH if max(a[1], b[1]) < bottom - 1 else 0.0
    dear += LONGER * max(0.0, width + 2 * CORNER - across) if level else 0.0
    reach = (width / 2 if level else height / 2) + CORNER
    nx, ny = inwards * (a[1] - b[1]) / span, inwards * (b[0] - a[0]) / span
    off = AIR + abs(nx) * width / 2 + abs(ny) * height / 2
    # Several lines hang outwards: within stand the names of those who live there.
    out = max(0.0, height / 2 - ON_EDGE) if level else 0.0
    for share in _shares(min(reach / span, 0.5), span):
        x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
        cost = dear + ASIDE * abs(share - 0.5)
        yield cost, (x - nx * out, y - ny * out)
        yield cost + WITHIN, (x + nx * off, y + ny * off)
        if level:
            yield cost + OUTSIDE, (x - nx * (off - AIR + CLOSE), y - ny * (off - AIR + CLOSE))


def _shares(reach: float, length: float) -> Iterator[float]:
    """Go along an edge from its middle outwards, as far as words of a reach may stand."""
    yield 0.5
    for step in range(1, int(length * (0.5 - reach) / EVERY) + 1):
        yield from (0.5 + side * step * EVERY / length for side in (-1, 1))
