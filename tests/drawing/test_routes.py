from __future__ import annotations

from itertools import pairwise
from math import dist, hypot

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from genogram_app.drawing import routes
from genogram_app.drawing.geometry import bounds, flatten
from genogram_app.drawing.primitives import Box, Point
from genogram_app.drawing.shapes import circle, polyline, rect

numbers = st.floats(-200, 200)
points = st.tuples(numbers, numbers)
polylines = st.lists(points, min_size=2, max_size=8).filter(lambda line: routes.length(line) > 1)


def off(point: Point, line: tuple[Point, ...]) -> float:
    """Give how far a point lies from a polyline."""
    best = float("inf")
    for (ax, ay), (bx, by) in pairwise(line):
        span = (bx - ax) ** 2 + (by - ay) ** 2
        along = ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / span if span else 0.0
        along = min(max(along, 0.0), 1.0)
        best = min(best, dist(point, (ax + along * (bx - ax), ay + along * (by - ay))))
    return best


@given(polylines, st.floats(0, 1), st.floats(0, 1))
def test_a_part_is_as_long_as_was_asked(line: list[Point], one: float, other: float) -> None:
    route = routes.Route(line)
    start, end = sorted((one * route.length, other * route.length))
    assume(end - start > 1e-3)
    part = route.between(start, end)
    assert routes.length(part) == pytest.approx(end - start, abs=1e-6)
    assert part[0] == pytest.approx(route.at(start)[0])
    assert part[-1] == pytest.approx(route.at(end)[0])


@given(polylines, st.floats(0, 1))
def test_the_direction_is_a_unit_and_right_is_right(line: list[Point], share: float) -> None:
    route = routes.Route(line)
    (x, y), (ux, uy) = route.at(share * route.length)
    assert hypot(ux, uy) == pytest.approx(1)
    bx, by = route.beside(share * route.length, 5)
    assert hypot(bx - x, by - y) == pytest.approx(5)
    assert ux * (by - y) - uy * (bx - x) == pytest.approx(5)


@pytest.mark.parametrize("bow", [-40.0, -5.0, 5.0, 40.0])
def test_an_arc_bows_by_as_much_as_was_asked(bow: float) -> None:
    arc = routes.arc((0, 0), (100, 0), bow)
    box = bounds(arc)
    assert (box.bottom if bow > 0 else box.top) == pytest.approx(bow)
    assert box.width == pytest.approx(100)


@pytest.mark.parametrize("right", [-6.0, -2.0, 2.0, 6.0])
def test_the_parallel_of_an_arc_is_smooth_and_keeps_its_distance(right: float) -> None:
    middle = routes.route_of(routes.arc((0, 0), (120, 30), 20))
    beside = routes.offset(middle, right)
    assert all(abs(off(point, middle) - abs(right)) < 0.02 for point in beside[1:-1])
    legs = [routes.Route((a, b)).at(0)[1] for a, b in pairwise(beside)]
    assert all(u[0] * v[0] + u[1] * v[1] > 0.98 for u, v in pairwise(legs))


def test_the_parallel_of_a_corner_is_a_corner() -> None:
    beside = routes.offset([(0, 0), (10, 0), (10, 10)], 2)
    assert [value for point in beside for value in point] == pytest.approx([0, 2, 8, 2, 8, 10])


def test_a_hairpin_has_a_parallel_too() -> None:
    assert all(hypot(x, y) < 100 for x, y in routes.offset([(0, 0), (10, 0), (0, 0)], 2))


@given(st.floats(0, 6.28), st.floats(60, 200), st.floats(0, 5))
def test_a_line_stops_short_of_both_symbols(angle: float, far: float, gap: float) -> None:
    from math import cos, sin

    end = (far * cos(angle), far * sin(angle))
    box = Box(end[0] - 10, end[1] - 10, end[0] + 10, end[1] + 10)
    route = routes.trimmed([(0, 0), end], circle((0, 0), 14), rect(box), gap)
    assert hypot(*route[0]) == pytest.approx(14 + gap, abs=0.1)
    assert not box.grown(-0.01).contains(route[-1])
    reach = max(abs(route[-1][0] - end[0]), abs(route[-1][1] - end[1]))
    assert 10 - 0.01 <= reach <= 10 + gap + 0.01


def test_symbols_that_touch_leave_nothing_between() -> None:
    assert routes.trimmed([(0, 0), (20, 0)], circle((0, 0), 14), circle((20, 0), 14)) == ()
    assert routes.trimmed([(0, 0), (5, 0)], circle((0, 0), 14)) == ()
    assert routes.clipped([(3, 3), (3, 3)]) == ()


def test_a_route_that_begins_outside_is_left_alone() -> None:
    assert routes.trimmed([(0, 0), (20, 0)], circle((100, 0), 5)) == ((0, 0), (20, 0))


@given(st.floats(-40, 40), st.floats(50, 300))
def test_smoothing_undoes_flattening(bow: float, span: float) -> None:
    arc = routes.arc((0, 0), (span, 0), bow)
    rough = routes.route_of(arc, 0.2)
    again = flatten(routes.smooth(rough), 0.01)[0]
    true = flatten(arc, 0.01)[0]
    assert all(off(point, true) < 0.1 for point in again)


def test_smoothing_keeps_corners() -> None:
    corner = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]
    assert routes.smooth(corner) == polyline(corner)


def test_a_route_needs_a_length() -> None:
    with pytest.raises(ValueError, match="two different points"):
        routes.Route([(1, 1), (1, 1)])
