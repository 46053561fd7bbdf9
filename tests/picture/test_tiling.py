"""A family cut into parts: nobody is cut, everybody is on one part, every part fits its page."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genogram_app.drawing.geometry import contains
from genogram_app.drawing.primitives import Box
from genogram_app.picture.tiling import Ink, Tiling, merged, tiling

WIDTH, HEIGHT = 700.0, 480.0


@st.composite
def scattered(draw: st.DrawFn) -> list[Box]:
    """Give boxes anywhere, some over others, as somebody might place them by hand."""
    place = st.tuples(st.integers(0, 2600), st.integers(0, 1500))
    size = st.tuples(st.integers(20, 110), st.integers(10, 80))
    found = draw(st.lists(st.tuples(place, size), min_size=1, max_size=60))
    return [Box(x, y, x + w, y + h) for (x, y), (w, h) in found]


@st.composite
def generations(draw: st.DrawFn) -> list[Box]:
    """Give rows of people of all widths, close together, each row a little uneven."""
    chance, boxes = random.Random(draw(st.integers(0, 10**6))), []
    for row in range(draw(st.integers(1, 9))):
        x = chance.uniform(0, 400)
        for _ in range(draw(st.integers(1, 25))):
            wide, drop = chance.uniform(40, 130), chance.uniform(0, 30)
            boxes.append(Box(x, row * 120 + drop, x + wide, row * 120 + drop + 70))
            x += wide + chance.uniform(1, 60)
    return boxes


@st.composite
def bricks(draw: st.DrawFn) -> list[Box]:
    """Give people like the bricks of a wall laid by a drunkard: no straight cut goes through anywhere."""
    chance = random.Random(draw(st.integers(0, 10**6)))
    corners = [(i * 100.0 + j * 37, j * 80.0 + i * 29) for i in range(20) for j in range(20)]
    return [Box(x, y, x + chance.uniform(50, 62), y + chance.uniform(40, 50)) for x, y in corners]


families = st.one_of(scattered(), generations(), bricks())


def lines_between(boxes: Sequence[Box]) -> list[Ink]:
    return [Ink((a.centre, b.centre)) for a, b in pairwise(boxes)]


def grid(box: Box) -> list[tuple[float, float]]:
    """Give points all over a box, just inside its edges too."""
    inner = box.grown(-0.01)
    return [
        (inner.left + inner.width * i / 6, inner.top + inner.height * j / 6)
        for i in range(7)
        for j in range(7)
    ]


def parts_of(cut: Tiling, box: Box) -> set[int]:
    return {tile.number if (tile := cut.at(*point)) else 0 for point in grid(box)}


@given(families)
@settings(max_examples=40, deadline=None)
def test_nobody_is_cut(boxes: list[Box]) -> None:
    cut = tiling(boxes, lines_between(boxes), WIDTH, HEIGHT)
    for box in boxes:
        found = parts_of(cut, box)
        assert len(found) == 1
        assert 0 not in found


@given(families)
@settings(max_examples=40, deadline=None)
def test_everybody_stands_on_exactly_one_part_and_no_part_is_empty(boxes: list[Box]) -> None:
    cut = tiling(boxes, lines_between(boxes), WIDTH, HEIGHT)
    dealt = [box for tile in cut.tiles for box in tile.solids]
    assert sorted(dealt, key=repr) == sorted(merged(boxes), key=repr)
    assert [tile.number for tile in cut.tiles] == list(range(1, len(cut.tiles) + 1))
    assert all(tile.solids for tile in cut.tiles)


@given(families)
@settings(max_examples=40, deadline=None)
def test_every_part_fits_its_page(boxes: list[Box]) -> None:
    whole = merged(boxes)
    cut = tiling(boxes, lines_between(boxes), WIDTH, HEIGHT)
    # What hangs together and is larger than a third of a page may be larger than what is left of one.
    if all(box.width < WIDTH / 3 and box.height < HEIGHT / 3 for box in whole):
        for tile in cut.tiles:
            assert tile.extent.width <= WIDTH + 0.01
            assert tile.extent.height <= HEIGHT + 0.01
            for box in tile.solids:
                assert tile.extent.union(box) == tile.extent


@given(families)
@settings(max_examples=20, deadline=None)
def test_the_outline_of_a_part_holds_its_people_and_nobody_else(boxes: list[Box]) -> None:
    cut = tiling(boxes, lines_between(boxes), WIDTH, HEIGHT)
    for tile in cut.tiles:
        window = tile.extent.grown(200)
        columns, rows = tile.columns(window), tile.rows(window)
        for box in merged(boxes):
            for point in grid(box)[::8]:
                inside = contains(columns, point) and contains(rows, point)
                assert inside == (box in tile.solids) or not window.contains(point)


def test_a_row_that_just_fits_is_not_cut() -> None:
    row = [Box(x, 0, x + 60, 70) for x in range(0, 680, 80)]
    assert len(tiling(row, lines_between(row), WIDTH, HEIGHT).tiles) == 1


def test_a_cut_goes_where_fewest_lines_are() -> None:
    """Two families side by side, joined by a single line: each is a part, though one is the larger."""
    columns = [[Box(x, y, x + 60, y + 60) for y in (0, 110)] for x in range(0, 810, 90)]
    one, two = ([box for column in family for box in column] for family in (columns[:3], columns[3:]))
    ties = [Ink((a.centre, b.centre)) for family in (one, two) for a in family for b in family if a != b]
    cut = tiling([*one, *two], [*ties, Ink((one[-1].centre, two[0].centre))], WIDTH, HEIGHT)
    assert [set(tile.solids) for tile in cut.tiles] == [set(one), set(two)]


@pytest.mark.parametrize("apart", range(200, 3000, 350))
def test_a_long_line_through_nowhere_makes_no_part(apart: int) -> None:
    """Two families, each nearly a page wide, with a line between them however long: two parts."""
    one = [Box(x, 0, x + 60, 60) for x in range(0, 600, 90)]
    two = [box.moved(600 + apart, 0) for box in one]
    cut = tiling([*one, *two], lines_between([*one, *two]), WIDTH, HEIGHT)
    assert [set(tile.solids) for tile in cut.tiles] == [set(one), set(two)]


def test_boxes_that_overlap_stay_together() -> None:
    assert merged([Box(0, 0, 10, 10), Box(30, 0, 40, 10), Box(8, 2, 32, 5)]) == [Box(0, 0, 40, 10)]


@pytest.mark.parametrize("count", [1, 7])
def test_the_same_family_is_cut_alike(count: int) -> None:
    boxes = [
        Box(x * 90.0, y * 120.0, x * 90.0 + 70, y * 120.0 + 60) for x in range(count * 5) for y in range(5)
    ]
    first, second = (tiling(order, [], WIDTH, HEIGHT) for order in (boxes, boxes[::-1]))
    assert first == second


def test_a_service_between_two_rows_does_not_bind_them_together() -> None:
    """Rows set off against each other, and one box between them: the cut still steps between the rows."""
    upper = [Box(x, 0, x + 80, 70) for x in range(0, 1000, 100)]
    lower = [Box(x + 50, 120, x + 130, 190) for x in range(0, 1000, 100)]
    service = Box(400, 75, 480, 115)
    first, second = tiling([*upper, *lower, service], [], WIDTH, HEIGHT).tiles
    assert first.right.at(35) != first.right.at(155)
    assert sorted([*first.solids, *second.solids], key=repr) == sorted([*upper, *lower, service], key=repr)


def test_a_cut_steps_aside_where_that_saves_lines() -> None:
    """Between the rows all lines run at the left; straight down the cut would go through them."""
    upper = [Box(x, 0, x + 60, 60) for x in (0, 100, 200, 300, 560, 660, 760, 860)]
    lower = [Box(x, 160, x + 60, 220) for x in (0, 100, 200, 300, 400, 720, 800, 880)]
    bars = [Ink(((330, 80.0 + n), (500, 80.0 + n))) for n in range(6)]
    cut = tiling([*upper, *lower], bars, WIDTH, HEIGHT)
    first, _ = cut.tiles
    assert cut.cost < len(bars)
    assert first.right.at(82) > 500 or first.right.at(82) < 330
