"""Room between the rows of a sheet that has grown: whole rows move apart, and nobody within them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from statistics import median

from genogram_app.drawing.primitives import Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.kinship.kin import kin_of
from genogram_app.layout.lay_out import NO_LABELS
from genogram_app.layout.relationships.room import heads
from genogram_app.layout.sheet.bands import Bands
from genogram_app.layout.sheet.extents import Extent, Options, Size
from genogram_app.layout.standing.people import heights
from genogram_app.model.document import Placement
from genogram_app.model.ids import Id

#: Where a gap is short of less than this, rows stay (points).
SHORT = 0.5


def rows_apart(
    family: FamilyGraph,
    extents: Mapping[Id, Extent],
    placements: Mapping[Id, Placement],
    options: Options,
    labels: Mapping[Id, Size] = NO_LABELS,
) -> Iterator[dict[Id, Point]]:
    """Go through who might move where so that a gap between rows has room for its lines and words.

    First for each gap that is short of room, the shortest first, then for all of them. As few
    as can be move, and nobody who was placed by hand.
    """
    there = {person.id for person in family.people} & placements.keys() & extents.keys()
    kin = kin_of(family, options, there)
    rows = Bands({key: (placements[key].x, placements[key].y) for key in kin.ids}, extents).row_of
    kin = replace(kin, rows=tuple(rows[key] for key in kin.ids))
    over = heads(family, kin, labels, options)
    wanted = heights(kin, {key: placements[key].x for key in kin.ids}, extents, labels, over, options)
    stand: dict[int, list[float]] = defaultdict(list)
    for key, row in rows.items():
        stand[row].append(placements[key].y)
    short = _short([median(stand[row]) for row in sorted(stand)], wanted)
    level = {
        key: min(stand, key=lambda row: abs(median(stand[row]) - at.y)) for key, at in placements.items()
    }
    for lacks in _in_turn(short):
        if moved := _moved(placements, level, [0.0, *accumulate(lacks)]):
            yield moved


def _short(levels: Sequence[float], wanted: Sequence[float]) -> list[float]:
    """Give how much room each gap is short of. levels: where each row stands; wanted: where it might."""
    pairs = zip(pairwise(levels), pairwise(wanted), strict=True)
    lacks = [(low - high) - (under - over) for (over, under), (high, low) in pairs]
    return [lack if lack > SHORT else 0.0 for lack in lacks]


def _in_turn(short: Sequence[float]) -> Iterator[list[float]]:
    """Go through what to give to the gaps: to one alone, then to all."""
    several = [gap for gap, lack in enumerate(short) if lack]
    for one in sorted(several, key=lambda gap: (-short[gap], gap)) if len(several) > 1 else ():
        yield [lack if gap == one else 0.0 for gap, lack in enumerate(short)]
    yield list(short)


def _moved(
    placements: Mapping[Id, Placement], level: Mapping[Id, int], down: Sequence[float]
) -> dict[Id, Point]:
    """Give who moves with their rows. level: everybody's row; down: how far each moves if the first stays."""
    moves = {key: down[level[key]] for key in placements}
    held = {moves[key] for key, at in placements.items() if at.by_hand}
    if len(held) > 1:
        return {}
    still = min(held) if held else Counter(moves.values()).most_common(1)[0][0]
    return {
        key: (placements[key].x, round(placements[key].y + move - still, 2))
        for key, move in sorted(moves.items())
        if move != still
    }
