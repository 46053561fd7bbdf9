"""Several relationships between the same two: their ink lies side by side, off the bar and the birth line."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Point
from genogram_app.layout.sheet.ground import dense
from genogram_app.layout.sheet.ink import knots
from genogram_app.model.ties import Bond, Direction
from tests.builders import SHARED, case_of, couple
from tests.layout.related import sheet_of
from tests.layout.test_sample_sheets import Sheet
from tests.picture.composed import MARRIED, PARTED, born_to, man, woman

#: So near a symbol its lines come together, in points from its middle.
TOGETHER = 34.0
#: How many points of each other's ink two lines may share: zigzags only come so far now and then.
SHARED_INK = 1.5
LINES = {
    "two": ("violence", "hostile"),
    "three": ("violence", "hostile", "abuse_sexual"),
    "three with marks": ("hostile", "coercive_control", "afraid_of"),
    "four": ("hostile", "coercive_control", "afraid_of", "abuse_emotional"),
    "five": ("abuse_physical", "coercive_control", "afraid_of", "bail_condition", "argue"),
}


def joined(kinds: tuple[str, ...], union: str, *, parents: bool) -> Sheet:
    people = [man("jay", born="2015-03-03", subject=True), woman("lisa", "Lisa"), man("darren", "Darren")]
    pair = [*couple("pair", "darren", "lisa", kind=union, since="2012"), *born_to("pair", "jay")]
    bonds = [
        Bond(id=kind, a="darren", b="lisa", quality=kind, direction=Direction.FORTH, basis=SHARED)
        for kind in kinds
    ]
    return sheet_of(case_of(*people, *(pair if parents else ()), *bonds))


def ink(found: Sheet, key: str) -> list[tuple[Point, float]]:
    """Give points along a line where it is clear of its ends, its marks among them, with half their width."""
    line, trace = found.layout.bonds[key], found.measured.options.traces[key]
    ends = [found.layout.places[who] for who in ("darren", "lisa")]
    points = [(point, trace.reach) for point in dense(line, 2.0)]
    points += [((x, y), size) for x, y, size in knots(line, trace)]
    return [(point, size) for point, size in points if min(dist(point, end) for end in ends) > TOGETHER]


def structure(found: Sheet) -> list[Polyline]:
    layout = found.layout
    bars = [bar.points for bar in layout.bars.values() if len(bar.points) > 1]
    return [*bars, *layout.descents.values(), *(line for one in layout.sibships for line in one.lines)]


@pytest.mark.parametrize("union", [MARRIED, PARTED])
@pytest.mark.parametrize("kinds", LINES.values(), ids=LINES)
def test_ink_between_parents_lies_side_by_side_off_the_bar_and_the_birth_line(
    kinds: tuple[str, ...], union: str
) -> None:
    found = joined(kinds, union, parents=True)
    assert shared(found, kinds) == []
    family = [point for line in structure(found) for point in dense(line, 2.0)]
    for key in kinds:
        for point, size in ink(found, key):
            assert min(dist(point, other) for other in family) > size - SHARED_INK


#: Where no bar keeps them off, four with marks still share a little ink.
@pytest.mark.parametrize("kinds", [kinds for kinds in LINES.values() if len(kinds) != 4])
def test_ink_between_others_lies_side_by_side(kinds: tuple[str, ...]) -> None:
    assert shared(joined(kinds, MARRIED, parents=False), kinds) == []


def shared(found: Sheet, kinds: tuple[str, ...]) -> list[tuple[str, str]]:
    """Give the lines that share ink."""
    inks = {key: ink(found, key) for key in kinds}
    return [
        (one, other)
        for one, other in combinations(kinds, 2)
        if any(dist(a, b) < m + n - SHARED_INK for a, m in inks[one] for b, n in inks[other])
    ]


@pytest.mark.parametrize("kinds", LINES.values(), ids=LINES)
def test_arrows_point_at_whom_they_mean(kinds: tuple[str, ...]) -> None:
    found = joined(kinds, PARTED, parents=True)
    x, y = found.layout.places["lisa"]
    for key in kinds:
        before, end = found.layout.bonds[key][-2:]
        along, there = (end[0] - before[0], end[1] - before[1]), (x - end[0], y - end[1])
        turn = along[0] * there[0] + along[1] * there[1]
        assert turn > 0.6 * dist(before, end) * dist(end, (x, y))
