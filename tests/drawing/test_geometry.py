from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genogram_app.drawing import geometry
from genogram_app.drawing.primitives import Box, Outline
from genogram_app.drawing.shapes import circle, rect

numbers = st.floats(-500, 500)
points = st.tuples(numbers, numbers)


@given(points, points, points, points)
def test_bounds_of_a_curve_hold_it_and_no_more(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]
) -> None:
    outline: Outline = (("M", *a), ("C", *b, *c, *d))
    box = geometry.bounds(outline)
    seen = [geometry.on_curve((a, b, c, d), i / 400) for i in range(401)]
    assert all(box.grown(1e-6).contains(point) for point in seen)
    xs, ys = [x for x, _ in seen], [y for _, y in seen]
    near = 0.02 * max(box.width, box.height) + 1e-6
    assert (box.left, box.top) == pytest.approx((min(xs), min(ys)), abs=near)
    assert (box.right, box.bottom) == pytest.approx((max(xs), max(ys)), abs=near)


@given(points, points, points, points, st.floats(0.01, 5))
def test_a_flattened_curve_stays_within_its_tolerance(
    a: tuple[float, float],
    b: tuple[float, float],
    c: tuple[float, float],
    d: tuple[float, float],
    tolerance: float,
) -> None:
    (line,) = geometry.flatten((("M", *a), ("C", *b, *c, *d)), tolerance)
    assert line[0] == a
    assert line[-1] == d
    count = len(line) - 1
    for i in range(count):
        x, y = geometry.on_curve((a, b, c, d), (i + 0.5) / count)
        middle = ((line[i][0] + line[i + 1][0]) / 2, (line[i][1] + line[i + 1][1]) / 2)
        assert abs(x - middle[0]) <= tolerance * 1.01
        assert abs(y - middle[1]) <= tolerance * 1.01


def test_a_closed_part_ends_where_it_began() -> None:
    (line,) = geometry.flatten(rect(Box(0, 0, 4, 2)))
    assert line == ((0, 0), (4, 0), (4, 2), (0, 2), (0, 0))


def test_inside_a_ring_but_not_in_its_hole() -> None:
    ring = circle((0, 0), 10) + circle((0, 0), 5)
    assert geometry.contains(ring, (7, 0))
    assert not geometry.contains(ring, (0, 0))
    assert not geometry.contains(ring, (11, 0))


def test_bounds_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="empty outline"):
        geometry.bounds(())
