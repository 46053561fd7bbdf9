"""How much room people want about them for the lines between them, before anybody is placed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from genogram_app.drawing.primitives import Box
from genogram_app.family import kinship
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.kinship.kin import Kin
from genogram_app.layout.relationships.fans import height
from genogram_app.layout.relationships.tries import END_AIR, SEEN
from genogram_app.layout.sheet.extents import HAIRLINE, Extent, Options, Size, Trace
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond

#: How much room somebody has on either side for each two lines to those further down, in points, besides
#: half of what the broader ones' ink takes.
BESIDE_WORDS = 3.0
#: So far apart stand two symbols between which a straight line is long enough to be told.
TOLD = SEEN + 2 * END_AIR


def with_room(
    family: FamilyGraph, kin: Kin, extents: Mapping[Id, Extent], options: Options
) -> dict[Id, Extent]:
    """Give figures with room beside them for the lines that they have."""
    row, traces = dict(zip(kin.ids, kin.rows, strict=True)), options.traces
    down: dict[Id, list[float]] = defaultdict(list)
    up: set[Id] = set()
    for bond in family.edges(Bond):
        if row.keys() >= set(bond.ends) and row[bond.a] != row[bond.b]:
            upper, lower = sorted(bond.ends, key=lambda key: row[key])
            down[upper].append(traces.get(bond.id, HAIRLINE).reach)
            up.add(lower)
    found = dict(extents)
    for key in _passed(family, up, traces):
        found[key] = _apart(extents[key], options.gap)
    for key, reaches in down.items():
        room = BESIDE_WORDS * (len(reaches) // 2 + 1) + sum(sorted(reaches, reverse=True)[::2])
        under = found[key].under
        found[key] = replace(
            found[key], box=_broader(found[key].box, room), under=under and _broader(under, room)
        )
    return found


def _passed(family: FamilyGraph, up: set[Id], traces: Mapping[Id, Trace]) -> Iterator[Id]:
    """Go through brothers and sisters who have a line with a mark between them, and lines upwards beside it.

    Where they stand close, it is an arch over the gap, and lines upwards could only pass through its mark.
    """
    for bond in family.edges(Bond):
        if up.isdisjoint(bond.ends) or not traces.get(bond.id, HAIRLINE).knots:
            continue
        if any(other.id == bond.b for other in kinship.siblings_of(family, bond.a)):
            yield from bond.ends


def _apart(extent: Extent, gap: float) -> Extent:
    """Give a figure at least so broad that a straight line to somebody like it, a gap away, is told."""
    least = extent.half[0] + (TOLD - gap) / 2
    box = extent.box
    return replace(extent, box=Box(min(box.left, -least), box.top, max(box.right, least), box.bottom))


def _broader(box: Box, room: float) -> Box:
    """Give a box with room on either side."""
    return Box(box.left - room, box.top, box.right + room, box.bottom)


def heads(family: FamilyGraph, kin: Kin, labels: Mapping[Id, Size], options: Options) -> dict[Id, float]:
    """Give the room that relationships within a row, and what is written on them, want over symbols."""
    row = dict(zip(kin.ids, kin.rows, strict=True))
    pairs: dict[frozenset[Id], list[Id]] = defaultdict(list)
    for bond in family.edges(Bond):
        if row.get(bond.a, -1) == row.get(bond.b, -2):
            pairs[frozenset(bond.ends)].append(bond.id)
    found: dict[Id, float] = {}
    for pair, bonds in pairs.items():
        traces = [options.traces.get(bond, HAIRLINE) for bond in bonds]
        over = height(traces) if len(bonds) > 1 else 2 * traces[0].reach
        words = max(labels.get(bond, (0.0, 0.0))[1] for bond in bonds)
        for key in sorted(pair):
            found[key] = max(found.get(key, 0.0), over + words)
    return found
