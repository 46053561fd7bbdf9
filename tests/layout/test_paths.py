"""A way is searched over the sheet: the cheapest there is, round whoever stands there, and drawn calmly."""

from __future__ import annotations

from itertools import pairwise
from math import dist

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.relationships.paths import searched
from genogram_app.layout.sheet.curves import Curve, sampled
from genogram_app.layout.sheet.extents import Extent
from genogram_app.layout.sheet.field import Field, Layer
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import Ink
from genogram_app.layout.sheet.probe import Probe
from genogram_app.layout.sheet.scenery import Scenery

#: How far a line of this breadth keeps from what it passes.
REACH = 5.0
START, END = (0.0, 0.0), (300.0, 0.0)
FIGURE = Extent.of_box(30.0, 30.0)


def probe(boxes: dict[str, Box], ink: Ink | None = None, shift: Point = (0.0, 0.0)) -> Probe:
    """Look about among some boxes, figures at both ends, on a sheet that begins a little further off."""
    figures = Ground.of_parts({"a": START, "b": END}, {"a": FIGURE, "b": FIGURE})
    for key, box in boxes.items():
        figures.add(key, box)
    layers = [Layer("part", figures, REACH), Layer("line", ink or Ink(), REACH)]
    sheet = Box(-120.0 - shift[0], -200.0 - shift[1], 420.0, 260.0)
    return Probe(Field(layers, sheet), ("a", "b"))


def cheapest(looked: Probe) -> Curve:
    curves = searched(looked, {START: 0.0}, {END: 0.0})
    return min(curves, key=lambda curve: looked.cost(sampled(curve)))


def length(curve: Curve) -> float:
    points = sampled(curve)
    return sum(dist(a, b) for a, b in pairwise(points))


def test_where_nothing_is_in_the_way_the_line_is_straight() -> None:
    assert length(cheapest(probe({}))) < 300.5


def test_a_wall_is_passed_where_it_is_shorter() -> None:
    looked = probe({"wall": Box(140.0, -40.0, 160.0, 150.0)})
    curve = cheapest(looked)
    assert looked.cost(sampled(curve)) == 0.0
    assert min(y for _, y in sampled(curve)) < -40.0
    assert length(curve) < 330.0


def test_a_way_is_found_through_a_row_of_walls_with_gaps() -> None:
    walls = {
        "one": Box(60.0, -150.0, 75.0, 40.0),
        "two": Box(130.0, -40.0, 145.0, 150.0),
        "three": Box(200.0, -150.0, 215.0, 40.0),
    }
    looked = probe(walls)
    assert looked.cost(sampled(cheapest(looked))) == 0.0


def test_the_words_of_an_end_are_passed_beside() -> None:
    looked = probe({"a/words": Box(16.0, -12.0, 70.0, 12.0)})
    assert looked.cost(sampled(cheapest(looked))) == 0.0


def test_a_line_is_crossed_rather_than_gone_round_and_never_followed() -> None:
    across = probe({}, Ink({"line": [((150.0, -190.0), (150.0, 250.0))]}))
    assert length(cheapest(across)) < 303.0
    level = Ink({"line": [((40.0, 2.0), (260.0, 2.0))]})
    curve = cheapest(probe({}, level))
    beside = [y for x, y in sampled(curve) if 80.0 < x < 220.0]
    assert beside
    assert all(abs(y - 2.0) > REACH - 2.0 for y in beside)


def test_curves_of_one_way_differ_only_in_how_early_they_turn() -> None:
    looked = probe({"wall": Box(140.0, -40.0, 160.0, 150.0)})
    curves = searched(looked, {START: 0.0}, {END: 0.0})
    assert len(curves) > 1
    assert {(curve[0], curve[-1]) for curve in curves} == {(START, END)}
    assert sorted(map(length, curves)) == list(map(length, curves))


def test_where_the_sheet_begins_makes_no_difference() -> None:
    walls = {"one": Box(60.0, -150.0, 75.0, 40.0), "two": Box(130.0, -40.0, 145.0, 150.0)}
    here = [
        cheapest(probe(walls, shift=(x, y))) for x, y in ((0.0, 0.0), (1.0, 2.0), (7.3, 4.9), (100.0, 50.0))
    ]
    assert len(set(here)) == 1


def test_an_end_with_several_places_is_left_where_that_is_cheaper() -> None:
    looked = probe({"wall": Box(60.0, -100.0, 75.0, 100.0)})
    curves = searched(looked, {START: 0.0, (100.0, 0.0): 1.0}, {END: 0.0})
    assert {curve[0] for curve in curves} == {(100.0, 0.0)}


def test_a_broad_line_is_on_the_edge_of_a_ring_as_far_as_its_ink_goes() -> None:
    figures = Ground.of_parts({"a": START, "b": END}, {"a": FIGURE, "b": FIGURE})
    scenery = Scenery(figures, Ink(), Ink({"home": [((60.0, 5.0), (240.0, 5.0))]}))
    straight = [(float(x), 0.0) for x in range(30, 271, 3)]
    broad, fine = (Probe(scenery.field(reach), ("a", "b")).cost(straight) for reach in (9.0, 4.0))
    assert fine == 0.0
    assert broad > 100.0
