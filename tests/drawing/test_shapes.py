from __future__ import annotations

from math import hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genogram_app.drawing import geometry, shapes
from genogram_app.drawing.primitives import Box
from genogram_app.drawing.routes import length

sizes = st.floats(1, 500)
places = st.floats(-1000, 1000)
boxes = st.builds(lambda x, y, w, h: Box(x, y, x + w, y + h), places, places, sizes, sizes)


def near(one: Box, other: Box, by: float = 1e-6) -> bool:
    pairs = zip(
        (one.left, one.top, one.right, one.bottom),
        (other.left, other.top, other.right, other.bottom),
        strict=True,
    )
    return all(abs(a - b) <= by for a, b in pairs)


@given(boxes, st.floats(0, 300))
def test_shapes_of_a_box_fill_exactly_that_box(box: Box, radius: float) -> None:
    for shape in (
        shapes.rect(box),
        shapes.rounded_rect(box, radius),
        shapes.capsule(box),
        shapes.ellipse(box),
    ):
        assert near(geometry.bounds(shape), box)
        assert shape[-1] == ("Z",)


@given(sizes)
def test_a_circle_is_round(radius: float) -> None:
    (line,) = geometry.flatten(shapes.circle((3, 4), radius), 0.01)
    assert all(abs(hypot(x - 3, y - 4) - radius) < radius * 0.0004 + 0.01 for x, y in line)
    assert length(line) == pytest.approx(2 * pi * radius, rel=0.02)


@given(boxes, st.floats(-360, 360))
def test_turning_and_turning_back_is_nothing(box: Box, degrees: float) -> None:
    shape = shapes.ellipse(box)
    back = shapes.rotated(shapes.rotated(shape, degrees, box.centre), -degrees, box.centre)
    assert near(geometry.bounds(back), box, 1e-5)


def test_turning_is_clockwise_as_seen() -> None:
    assert shapes.rotated((("M", 1.0, 0.0),), 90)[0][1:] == pytest.approx((0.0, 1.0))
    assert shapes.turned((("M", 1.0, 0.0),), (0.0, 1.0))[0][1:] == pytest.approx((0.0, 1.0))


def test_moving_and_enlarging() -> None:
    box = geometry.bounds(shapes.moved(shapes.scaled(shapes.rect(Box(0, 0, 2, 3)), 10, 2), 5, 7))
    assert box == Box(5, 7, 25, 13)


def test_a_smooth_ring_goes_through_its_points_without_corners() -> None:
    points = [(0.0, 0.0), (40.0, -10.0), (70.0, 30.0), (20.0, 60.0)]
    ring = shapes.smooth_ring(points)
    curves = [step for step in ring if step[0] == "C"]
    assert [step[5:] for step in curves] == [*points[1:], points[0]]
    for one, other, point in zip(curves, curves[1:], points[1:], strict=False):
        before = (point[0] - one[3], point[1] - one[4])
        after = (other[1] - point[0], other[2] - point[1])
        assert before == pytest.approx(after)


def test_a_ring_of_two_points_is_a_line_there_and_back() -> None:
    assert shapes.smooth_ring([(0, 0), (5, 5)]) == (("M", 0, 0), ("L", 5, 5), ("Z",))
