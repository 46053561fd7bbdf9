from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import atan2, dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genogram_app.drawing.geometry import bounds, flatten
from genogram_app.drawing.primitives import Point
from genogram_app.drawing.routes import Route, arc, length, route_of
from genogram_app.drawing.shapes import circle
from genogram_app.drawing.strands import Line, LineMark, Shape, Strand, lay
from genogram_app.drawing.svgpath import outline_of

PAINTS = {"ink": "#000000", "paper": "#ffffff"}
lengths = st.floats(5, 400)


def straight(span: float) -> tuple[Point, Point]:
    return (10.0, 20.0), (10.0 + span, 20.0)


@given(lengths, st.sampled_from(["zigzag", "wave"]), st.floats(3, 20), st.floats(1, 8))
def test_waves_begin_and_end_on_the_route_with_a_straight_lead(
    span: float, shape: Shape, wavelength: float, amplitude: float
) -> None:
    strand = Strand(shape=shape, wavelength=wavelength, amplitude=amplitude)
    (path,) = lay(Line((strand,)), straight(span), PAINTS)
    (line,) = flatten(path.outline)
    lead = min(wavelength / 2, span / 4)
    assert line[0] == pytest.approx((10, 20))
    assert line[1] == pytest.approx((10 + lead, 20))
    assert line[-2] == pytest.approx((10 + span - lead, 20))
    assert line[-1] == pytest.approx((10 + span, 20))


@given(lengths, st.floats(3, 20), st.floats(1, 8))
def test_a_zigzag_has_whole_waves_of_about_its_wavelength(
    span: float, wavelength: float, amplitude: float
) -> None:
    strand = Strand(shape="zigzag", wavelength=wavelength, amplitude=amplitude)
    (path,) = lay(Line((strand,)), straight(span), PAINTS)
    tops = [p for p in flatten(path.outline)[0] if p[1] == pytest.approx(20 - amplitude)]
    feet = [p for p in flatten(path.outline)[0] if p[1] == pytest.approx(20 + amplitude)]
    assert len(tops) == len(feet) >= 1
    steps = {round(b[0] - a[0], 6) for a, b in pairwise(tops)}
    assert all(wavelength * 0.65 <= step <= wavelength * 1.5 for step in steps)


def test_a_wave_reaches_its_amplitude_and_no_more() -> None:
    strand = Strand(shape="wave", wavelength=10, amplitude=4)
    (path,) = lay(Line((strand,)), straight(100), PAINTS)
    box = bounds(path.outline)
    assert [box.top, box.bottom] == pytest.approx([16, 24])


def test_bars_cross_the_line_evenly() -> None:
    strand = Strand(shape="bars", wavelength=7, amplitude=4)
    (path,) = lay(Line((strand,)), straight(70), PAINTS)
    bars = flatten(path.outline)
    assert len(bars) == 10
    assert [bar[0][0] for bar in bars] == pytest.approx([13.5 + 7 * i for i in range(10)])
    assert all(length(bar) == pytest.approx(8) for bar in bars)


def test_strands_run_side_by_side_along_a_bend() -> None:
    route = route_of(arc((0, 0), (120, 0), 20))
    outer, inner = lay(Line((Strand(offset=3), Strand(offset=-3))), route, PAINTS)
    turn = 2 * atan2(20 * 4 / 3, 0.28 * 120)
    longer = length(flatten(outer.outline)[0]) - length(flatten(inner.outline)[0])
    assert longer == pytest.approx(6 * turn, rel=0.05)


def test_a_mark_keeps_the_line_clear_and_dashes_begin_anew() -> None:
    mark = LineMark(circle((0, 0), 3.5), clear=(3.5, 5))
    line, drawn = lay(Line((Strand(dash=(5, 7)),), (mark,)), straight(100), PAINTS)
    before, after = flatten(line.outline)
    assert before[-1] == pytest.approx((56.5, 20))
    assert after[0] == pytest.approx((65, 20))
    assert line.stroke is not None
    assert line.stroke.dash == (5, 7)
    assert bounds(drawn.outline).centre == pytest.approx((60, 20))


def test_a_mark_turns_with_the_line_unless_it_is_upright() -> None:
    arrow = outline_of("M-7-3 0 0-7 3")
    down = ((0.0, 0.0), (0.0, 50.0))
    line = Line(
        marks=(LineMark(arrow, 1.0), LineMark(arrow, 0.5, upright=True), LineMark(arrow, 0, turn=180))
    )
    end, middle, start = (bounds(path.outline) for path in lay(line, down, PAINTS))
    assert [end.top, end.bottom] == pytest.approx([43, 50])
    assert [middle.left, middle.right] == pytest.approx([-7, 0])
    assert [start.top, start.bottom] == pytest.approx([0, 7])


def test_marks_may_stand_side_by_side() -> None:
    slash = outline_of("M-3.5 3.5 3.5-3.5")
    line = Line((Strand(),), (LineMark(slash, shift=-2), LineMark(slash, shift=2)))
    _, one, other = lay(line, straight(100), PAINTS)
    assert bounds(other.outline).left - bounds(one.outline).left == pytest.approx(4)


def test_a_label_leaves_the_line_clear() -> None:
    (path,) = lay(Line((Strand(),)), straight(100), PAINTS, clear=[(0.4, 0.6), (0.5, 0.7)])
    before, after = flatten(path.outline)
    assert [before[-1][0], after[0][0]] == pytest.approx([50, 80])


def test_nothing_is_left_where_all_is_clear() -> None:
    assert lay(Line((Strand(),)), straight(100), PAINTS, clear=[(-1, 2)]) == ()
    assert lay(Line((Strand(),)), ((1, 1), (1, 1)), PAINTS) == ()


def test_an_unknown_paint_is_an_error() -> None:
    with pytest.raises(KeyError, match="gold"):
        lay(Line((Strand(paint="gold"),)), straight(100), PAINTS)


def test_the_reach_counts_offset_amplitude_and_ink() -> None:
    line = Line((Strand(offset=-3, width=1), Strand(shape="zigzag", amplitude=4, wavelength=8, width=2)))
    assert line.reach == 5


def test_a_mark_that_stands_often_keeps_out_of_the_room_of_one_that_stands_once() -> None:
    often, once = LineMark(circle((0, 0), 2), every=50), LineMark(circle((0, 0), 3), at=0.17, clear=(10, 10))
    line = Line((Strand(),), (often, once))
    _, *marks = lay(line, straight(150), PAINTS)
    assert [round(bounds(mark.outline).centre[0]) for mark in marks] == [85, 135, 36]


@pytest.mark.parametrize("shape", ["zigzag", "saw", "wave", "arches", "steps"])
def test_the_stub_before_a_gap_is_straight(shape: Shape) -> None:
    strand = Strand(shape=shape, amplitude=6, wavelength=13)
    gap = LineMark(circle((0, 0), 2), at=0.12, clear=(10, 10))
    path, _ = lay(Line((strand,), (gap,)), straight(200), PAINTS)
    stub, rest = flatten(path.outline)
    assert {y for _, y in stub} == {20.0}
    assert len({round(y) for _, y in rest}) > 1


def _dense(line: Sequence[Point]) -> Iterator[Point]:
    way = Route(line)
    return (way.at(place / 2)[0] for place in range(int(2 * way.length)))


@pytest.mark.parametrize("shape", ["steps", "zigzag", "saw", "wave", "arches"])
def test_waves_rest_on_a_hop_and_at_a_sharp_bend(shape: Shape) -> None:
    """A step line that hopped over another was a scrawl of spikes there."""
    hop = route_of(arc((100, 0), (112, 0), 5))
    route = ((0.0, 0.0), *hop, (200.0, 0.0), (200.0, 100.0))
    (path,) = lay(Line((Strand(shape=shape, wavelength=10, amplitude=3),)), route, PAINTS)
    ink = [point for line in flatten(path.outline) for point in _dense(line)]
    ways = Route(route)
    beside = [dist(point, ways.at(ways.nearest(point))[0]) for point in ink]
    near = [dist(point, (106, 0)) < 8 or dist(point, (200, 0)) < 2.5 for point in ink]
    assert max(far for far, rests in zip(beside, near, strict=True) if rests) < 0.3
    assert max(beside) > 2.5


@pytest.mark.parametrize(
    "route", [tuple((x * 12.0, x % 2 * 12.0) for x in range(8)), route_of(arc((0, 0), (120, 0), 30))]
)
def test_waves_swing_all_along_where_they_would_rest_everywhere_and_on_a_gentle_bend(
    route: tuple[Point, ...],
) -> None:
    (path,) = lay(Line((Strand(shape="wave", wavelength=10, amplitude=3),)), route, PAINTS)
    assert len(flatten(path.outline)) == 1
    assert sum(step[0] == "C" for step in path.outline) >= 4 * 10
