"""The mark that tells what a relationship is stays clear of the other relationships about it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from genogram_app.drawing.primitives import Box
from genogram_app.layout.sheet.ink import knots
from genogram_app.model.base import Record
from genogram_app.model.ties import Bond, Direction
from tests.builders import SHARED, case_of, couple
from tests.layout.clarity import meets
from tests.layout.related import sheet_of
from tests.layout.test_sample_sheets import Sheet
from tests.picture.composed import MARRIED, born_to, man, woman

#: How far a line may graze the box round a mark, in points.
TOUCH = 2.0
#: What each of some relationships with a mark joins.
LINES = {
    "cares_for": ("owain", "sister"),
    "protective": ("owain", "mum"),
    "afraid_of": ("owain", "dad"),
    "time_supervised": ("dad", "owain"),
}


def four() -> list[Record]:
    return [
        man("dad", "Zbigniew", "1984"),
        woman("mum", "Siân", "1985"),
        man("owain", "Owain", "2015", subject=True),
        woman("sister", "Ffion", "2017"),
        *couple("pair", "dad", "mum", kind=MARRIED, since="2010"),
        *born_to("pair", "owain", "sister"),
    ]


def bond(kind: str) -> Bond:
    a, b = LINES[kind]
    return Bond(id=kind, a=a, b=b, quality=kind, direction=Direction.FORTH, basis=SHARED)


def through_marks(found: Sheet) -> Iterator[tuple[str, str]]:
    """Give relationships that run through another's mark, but at its ends."""
    traces, bonds = found.measured.options.traces, found.layout.bonds
    for whose, line in bonds.items():
        for x, y, size in knots(line, traces[whose], within=(0.2, 0.8)):
            box = Box(x, y, x, y).grown(size - TOUCH)
            yield from ((whose, other) for other, way in bonds.items() if other != whose and meets(way, box))


@pytest.mark.parametrize("count", [2, 3, 4])
def test_lines_upwards_pass_beside_the_mark_between_brother_and_sister(count: int) -> None:
    """“Keeps safe” passed through the mark of “cares for”: both were a blob."""
    for kinds in combinations(LINES, count):
        found = sheet_of(case_of(*four(), *map(bond, kinds)))
        assert list(through_marks(found)) == [], kinds
