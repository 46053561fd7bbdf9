"""Edges of two homes stay apart, so that each is followed by eye in black and white."""

from __future__ import annotations

from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import LineString, Polygon, box, unary_union

from genogram_app.drawing.geometry import flatten
from genogram_app.drawing.primitives import Outline
from genogram_app.layout.descent.stubs import around_sign
from genogram_app.layout.homes.edges import ON, clear_of, kept_off, on_others, winding
from genogram_app.layout.homes.rings import Shape
from genogram_app.layout.sheet.result import ink_of
from tests.builders import case_of, couple, home
from tests.layout.related import sheet_of
from tests.layout.test_words_and_rings import with_homes
from tests.picture.composed import born_to, man, woman

EVERYWHERE = st.tuples(*(st.integers(0, 300) for _ in range(2)), *(st.integers(40, 160) for _ in range(2)))


def rooms(sides: list[tuple[int, int, int, int]]) -> Shape:
    """Give a round ring over some boxes, all joined to the first."""
    boxes = [box(x, y, x + wide, y + high) for x, y, wide, high in sides]
    ways = [unary_union([boxes[0].centroid.buffer(9), one.centroid.buffer(9)]).convex_hull for one in boxes]
    return unary_union([*boxes, *ways]).buffer(8)


def on_edge(shape: Shape, others: list[Shape]) -> float:
    """Give how far a ring's edge runs on others'."""
    return on_others(shape, [one.boundary.buffer(ON) for one in others])


def off(shape: Shape, others: list[Shape], held: Shape, barred: list[Shape]) -> Shape:
    """Move a ring's edge off those of others."""
    return kept_off(shape, [other.boundary for other in others], others, held, barred)


@settings(max_examples=60, deadline=None)
@given(*(st.lists(EVERYWHERE, min_size=1, max_size=3) for _ in range(3)), st.lists(EVERYWHERE, max_size=3))
def test_a_ring_moved_off_others_holds_whom_it_held_and_comes_no_nearer_to_strangers(
    mine: list[tuple[int, int, int, int]],
    first: list[tuple[int, int, int, int]],
    second: list[tuple[int, int, int, int]],
    strangers: list[tuple[int, int, int, int]],
) -> None:
    shape, others = rooms(mine), [rooms(first), rooms(second)]
    held = unary_union([box(x, y, x + wide, y + high) for x, y, wide, high in mine])
    barred = [box(x, y, x + wide, y + high) for x, y, wide, high in strangers]
    moved = off(shape, others, held, barred)
    assert moved.geom_type == "Polygon"
    assert moved.buffer(0.01).covers(held)
    assert all(moved.intersection(each).area <= shape.intersection(each).area + 8.0 for each in barred)
    assert on_edge(moved, others) <= on_edge(shape, others)


@pytest.mark.parametrize("aside", [-2, 0, 2])
def test_two_that_share_ground_have_edges_apart(aside: int) -> None:
    mine, other = rooms([(0, 0, 100, 80)]), rooms([(30, aside, 120, 80)])
    assert on_edge(mine, [other]) > 100
    assert on_edge(off(mine, [other], box(5, 5, 95, 75), []), [other]) == 0


def test_an_edge_is_led_out_where_it_cannot_be_drawn_in() -> None:
    mine, other = rooms([(0, 0, 100, 80)]), rooms([(30, 0, 120, 80)])
    moved = off(mine, [other], mine, [])
    assert moved.area > mine.area
    assert on_edge(moved, [other]) == 0


def test_where_neither_can_be_it_stays() -> None:
    mine, other = rooms([(0, 0, 100, 80)]), rooms([(30, 0, 120, 80)])
    assert off(mine, [other], mine, [mine.buffer(50).difference(mine)]).equals(mine)


def shape_of(outline: Outline) -> Shape:
    """Give the shape within an outline."""
    return unary_union([Polygon(line) for line in flatten(outline)])


def test_an_edge_keeps_off_a_line_that_runs_along_it_and_lets_one_cross() -> None:
    mine, held = rooms([(0, 0, 100, 80)]), box(5, 5, 95, 75)
    along, across = LineString([(107, -40), (107, 120)]), LineString([(50, -40), (50, 40)])
    moved = kept_off(mine, [along, across], [], held, [])
    assert moved.boundary.distance(LineString([(107, 5), (107, 75)])) > ON
    assert kept_off(mine, [across], [], held, []).equals(mine)


def test_lines_that_cross_an_edge_side_by_side_dont_move_it() -> None:
    mine = rooms([(0, 0, 100, 80)])
    lines = [LineString([(x, -40), (x, 40)]) for x in (50, 56, 62)]
    assert kept_off(mine, lines, [], box(5, 5, 95, 75), []).equals(mine)


@pytest.mark.parametrize("x", [95, 101, 106, 110])
def test_a_sign_on_an_edge_stands_whole_within_or_without(x: int) -> None:
    mine, sign = rooms([(0, 0, 100, 80)]), box(x, 30, x + 9, 39)
    moved = clear_of(mine, [sign], [], box(5, 5, 95, 75), [])
    assert sign.distance(moved.boundary) >= ON - 0.5
    assert winding(moved) < 2.0


def test_a_sign_on_an_edge_draws_a_ring_in_where_it_cannot_come_out() -> None:
    mine, sign = rooms([(0, 0, 100, 80)]), box(104, 30, 113, 39)
    barred = mine.buffer(50).difference(mine)
    moved = clear_of(mine, [sign], [], box(5, 5, 90, 75), [barred])
    assert not moved.intersects(sign)
    assert clear_of(mine, [sign], [], mine, [barred]).equals(mine)


def test_a_parent_not_named_is_asked_for_beside_no_edge_of_a_home() -> None:
    """The sign lay on the edge: it was cut, and nobody could say whether it is of that home."""
    sheet = sheet_of(
        case_of(
            woman("linda", "Linda", "1960"),
            man("pete", "Pete", "1985"),
            woman("gemma", "Gemma", "1987"),
            *couple("pair", "pete", "gemma"),
            woman("ruby", born="2018"),
            *born_to("linda", "pete"),
            *born_to("pair", "ruby"),
            *home("dads", "pete", "ruby", "linda"),
        )
    )
    (stub,) = sheet.layout.stubs.values()
    sign = around_sign(stub)
    edge = shape_of(sheet.layout.rings["dads"]).boundary
    assert edge.distance(box(sign.left, sign.top, sign.right, sign.bottom)) > 2


def test_rings_hardly_run_on_each_other_or_on_a_line_of_the_family_and_dont_wind() -> None:
    """On these sheets they did for 1,580 points of a line, and do for 190; on each other they do for 150."""
    others = own = 0.0
    wound: list[float] = []
    for seed in range(15):
        layout = sheet_of(with_homes(seed)).layout
        rings = [shape_of(ring) for _, ring in sorted(layout.rings.items())]
        others += sum(on_edge(one, [other]) for one, other in combinations(rings, 2))
        lines = chain.from_iterable(ink_of(layout.bars, layout.descents, layout.sibships).values())
        near = [LineString(line).buffer(ON) for line in lines]
        own += sum(on_others(ring, near) for ring in rings)
        wound += [winding(ring) for ring in rings]
    assert others <= 200
    assert own <= 250
    assert sum(wound) / len(wound) <= 2.05
