"""The mark of a relationship stands on its own line: it slides off lines to children, bars and names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from genogram_app.drawing.primitives import Box
from genogram_app.drawing.routes import Route
from genogram_app.layout.relationships.sliding import SLIDES, slid
from genogram_app.layout.sheet.extents import Knot, Trace
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import MARK, Ink, knots
from genogram_app.layout.sheet.scenery import Scenery
from tests.layout.clarity import Clarity, meets
from tests.layout.related import random_family, sheet_of
from tests.layout.test_sample_sheets import Sheet

#: How far a line may graze the box round a mark, in points.
TOUCH = 1.0
#: A relationship that runs level, with one mark in its middle, and with one that comes again and again.
WAY = ((0.0, 0.0), (200.0, 0.0))
ONCE, AGAIN = Trace(knots=(Knot(0.5, 0.0, 6.0),)), Trace(knots=(Knot(0.5, 0.0, 6.0, every=100.0),))
ARROW = Knot(1.0, -3.0, 4.0)


def crossed_at(x: float, trace: Trace) -> tuple[dict[str, tuple[tuple[float, float], ...]], Scenery]:
    """Let a line to a child cross a relationship, and its marks slide."""
    ink = Ink({"child": [((x, -50.0), (x, 50.0))], "bond": [WAY]}, {"bond": trace})
    scenery = Scenery(Ground({}), ink, Ink())
    return slid({"bond": WAY}, {"bond": trace}, scenery), scenery


@pytest.mark.parametrize("x", [94.0, 100.0, 106.0])
def test_a_mark_slides_off_a_line_as_little_as_it_must(x: float) -> None:
    ((place, _),) = crossed_at(x, ONCE)[0]["bond"]
    assert 6.0 < abs(place - x) < 12.0
    assert abs(place - 100.0) < 16.0


def test_a_mark_that_stands_alone_stays() -> None:
    assert crossed_at(30.0, ONCE)[0] == {}


def test_of_marks_that_come_again_and_again_only_the_one_in_the_way_slides() -> None:
    (first, _), (second, _) = crossed_at(50.0, AGAIN)[0]["bond"]
    assert abs(first - 50.0) > 6.0
    assert second == 150.0


def test_the_ink_knows_where_a_mark_stands_now_and_the_arrow_at_the_end() -> None:
    found, scenery = crossed_at(100.0, Trace(knots=(*ONCE.knots, ARROW)))
    ((place, _),) = found["bond"]
    boxes = [Box(*entry[:4]) for entry in scenery.ink.by_key["bond" + MARK]]
    assert sorted(box.centre[0] for box in boxes) == pytest.approx([place, 197.0])


def on_the_family(found: Sheet) -> Iterator[tuple[str, str]]:
    """Give relationships with a mark that lies on a couple's bar or on a line to a child."""
    clarity = Clarity(found.family, found.layout, found.measured.extents, found.measured.options.traces)
    for key, way in found.layout.bonds.items():
        trace = found.measured.options.traces[key]
        sizes = [size for _, _, size in knots(way, trace, within=SLIDES)]
        moved = [(*place, sizes[0]) for place in found.layout.marks.get(key, ()) if sizes]
        for x, y, size in moved or knots(way, trace, within=SLIDES):
            box = Box(x, y, x, y).grown(size - TOUCH)
            lines = ((other, line) for other, several in clarity.structure.items() for line in several)
            yield from ((key, other) for other, line in lines if len(line) > 1 and meets(line, box))


@pytest.mark.parametrize("seed", [2, 16, 17, 18, 20, 35, 37, 38])
def test_no_mark_lies_on_the_familys_own_lines_where_its_line_has_a_free_stretch(seed: int) -> None:
    """On these sheets fourteen did."""
    assert list(on_the_family(sheet_of(random_family(seed)))) == []


@pytest.mark.parametrize("seed", [17, 20])
def test_marks_that_slid_stand_on_their_line(seed: int) -> None:
    found = sheet_of(random_family(seed)).layout
    moved = {key: found.marks[key] for key in found.bonds if key in found.marks}
    assert moved
    for key, places in moved.items():
        route = Route(found.bonds[key])
        for place in places:
            assert route.at(route.nearest(place))[0] == pytest.approx(place, abs=0.01)
