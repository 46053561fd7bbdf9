"""Where lines cross, the lower one leaves a gap: never the family's own lines, never those of harm."""

from __future__ import annotations

import pytest

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.routes import Route
from genogram_app.layout.relationships.bridges import AIR, END, bridges, crossings
from genogram_app.layout.sheet.extents import Trace
from genogram_app.layout.sheet.result import Layout, UnionBar
from genogram_app.model.document import ViewKind
from tests.layout.test_sample_sheets import SHEETS, sheet

ACROSS: Polyline = ((0.0, 50.0), (100.0, 50.0))
DOWN: Polyline = ((50.0, 0.0), (50.0, 100.0))
BAR = {"couple": UnionBar(ACROSS, (50.0, 50.0))}
FINE, BROAD, HARM = Trace(0.8), Trace(3.0), Trace(5.0, whole=True)


def test_a_relationship_leaves_a_gap_for_a_couples_bar() -> None:
    found = bridges(Layout(bars=BAR, bonds={"fond": DOWN}), {"couple": FINE, "fond": BROAD})
    assert found.keys() == {"fond"}
    assert found["fond"][0] == pytest.approx((0.5 - 0.026, 0.5 + 0.026))
    assert FINE.reach + AIR == pytest.approx(2.6)


def test_harm_goes_over_everything_and_hides_no_line_of_the_family() -> None:
    assert bridges(Layout(bars=BAR, bonds={"hits": DOWN}), {"hits": HARM}) == {}
    both = bridges(Layout(bonds={"hits": DOWN, "fond": ACROSS}), {"hits": HARM, "fond": BROAD})
    assert both.keys() == {"fond"}


def test_the_finer_of_two_and_a_tie_go_under() -> None:
    traces = {"a": BROAD, "b": FINE}
    assert bridges(Layout(bonds={"a": DOWN, "b": ACROSS}), traces).keys() == {"b"}
    assert bridges(Layout(bonds={"b": DOWN}, ties={"a": ACROSS}), traces).keys() == {"a"}


def test_two_lines_side_by_side_are_crossed_in_one_gap() -> None:
    descents = {"one": DOWN, "two": ((54.0, 0.0), (54.0, 100.0)), "far": ((70.0, 0.0), (70.0, 100.0))}
    found = bridges(Layout(descents=descents, bonds={"fond": ACROSS}), {"fond": BROAD})
    assert len(found["fond"]) == 2


def test_ends_stay_whole_and_lines_along_each_other_get_no_gap() -> None:
    near = {"fond": ((50.0 - END, 10.0), (300.0, 10.0))}
    assert bridges(Layout(descents={"one": DOWN}, bonds=near), {}) == {}
    along = {"fond": ((0.0, 45.0), (100.0, 56.0))}
    assert bridges(Layout(bars=BAR, bonds=along), {}) == {}


def test_crossings_are_found_with_their_angle() -> None:
    ((distance, sine),) = crossings(ACROSS, ((20.0, 20.0), (80.0, 80.0)))
    assert distance == pytest.approx(50.0)
    assert sine == pytest.approx(0.5**0.5)


@pytest.mark.parametrize(("sample", "kind"), SHEETS)
def test_hardly_anything_of_a_line_is_left_out(sample: str, kind: ViewKind) -> None:
    found = sheet(sample, kind)
    layout, traces = found.layout, found.measured.options.traces
    for key, gaps in bridges(layout, traces).items():
        line = layout.bonds.get(key) or layout.ties[key]
        assert not traces[key].whole
        assert sum(end - start for start, end in gaps) * Route(line).length < max(
            20.0, 0.16 * Route(line).length
        )


def test_lines_of_the_practice_family_are_bridged() -> None:
    found = sheet("practice", "combined")
    assert len(bridges(found.layout, found.measured.options.traces)) >= 5
