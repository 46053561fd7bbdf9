"""Where two families' lines cross, one hops over the other; lines of one family meet and are joined."""

from __future__ import annotations

import pytest

from genogram_app.drawing.geometry import Polyline
from genogram_app.drawing.primitives import Box
from genogram_app.layout.relationships.hops import RADIUS, hopped, with_hops
from genogram_app.layout.sheet.result import Layout, Sibship, Spot, UnionBar

ACROSS: Polyline = ((0.0, 50.0), (100.0, 50.0))
DOWN: Polyline = ((50.0, 0.0), (50.0, 100.0))
PARENTS = {"a": "theirs", "b": "others", "c": "others"}


def brood(line: Polyline) -> tuple[Sibship, ...]:
    return (Sibship("theirs", ("a",), (line,)),)


def highest(line: Polyline) -> tuple[float, float]:
    return min(line, key=lambda point: point[1])


def test_the_bar_of_one_family_rises_over_the_stem_of_another() -> None:
    found = with_hops(Layout(sibships=brood(ACROSS), descents={"b": DOWN}), PARENTS)
    ((line,),) = (shared.lines for shared in found.sibships)
    assert found.descents["b"] == DOWN
    assert (line[0], line[-1]) == (ACROSS[0], ACROSS[-1])
    assert highest(line) == pytest.approx((50.0, 50.0 - RADIUS))
    assert all(abs(x - 50.0) <= RADIUS + 0.001 for x, y in line if y != 50.0)


def test_lines_of_one_family_are_joined_and_never_hop() -> None:
    layout = Layout(sibships=brood(ACROSS), descents={"a": ((50.0, 50.0), (50.0, 100.0)), "d": DOWN})
    found = with_hops(layout, PARENTS | {"d": "theirs"})
    assert found.sibships == layout.sibships
    assert found.descents == layout.descents


def test_an_arch_keeps_off_joints_or_the_other_line_goes_round() -> None:
    beside = {"a": ((53.0, 50.0), (53.0, 100.0)), "b": DOWN}
    found = with_hops(Layout(sibships=brood(ACROSS), descents=beside), PARENTS)
    assert found.sibships == brood(ACROSS)
    assert max(x for x, _ in found.descents["b"]) == pytest.approx(50.0 + RADIUS)


def test_an_arch_keeps_off_words() -> None:
    words = {"said": Spot((45.0, 44.0), Box(35.0, 40.0, 49.0, 48.0))}
    layout = Layout(sibships=brood(ACROSS), descents={"b": DOWN}, labels=words)
    assert with_hops(layout, PARENTS) == layout


def test_a_line_that_ends_at_another_doesnt_cross_it() -> None:
    layout = Layout(sibships=brood(ACROSS), descents={"b": ((50.0, 0.0), (50.0, 51.0))})
    assert with_hops(layout, PARENTS) == layout


def test_a_stem_goes_round_a_couples_line_which_lies_still() -> None:
    layout = Layout(bars={"theirs": UnionBar(ACROSS, (20.0, 50.0))}, descents={"b": DOWN})
    found = with_hops(layout, PARENTS)
    assert found.bars == layout.bars
    assert max(x for x, _ in found.descents["b"]) == pytest.approx(50.0 + RADIUS)


def test_one_arch_goes_over_stems_that_stand_side_by_side() -> None:
    stems = {"b": DOWN, "c": ((56.0, 0.0), (56.0, 100.0))}
    ((line,),) = (
        shared.lines for shared in with_hops(Layout(sibships=brood(ACROSS), descents=stems), PARENTS).sibships
    )
    top = [x for x, y in line if y == pytest.approx(50.0 - RADIUS)]
    assert (min(top), max(top)) == (50.0, 56.0)


def test_a_line_that_runs_back_arches_upwards_as_well() -> None:
    assert highest(hopped(ACROSS[::-1], [(46.0, 54.0)]))[1] == pytest.approx(50.0 - RADIUS)


def test_a_line_without_breaks_goes_over_a_dashed_one() -> None:
    layout = Layout(sibships=brood(ACROSS), descents={"b": DOWN})
    found = with_hops(layout, PARENTS, {"a"})
    assert found.sibships == layout.sibships
    assert max(x for x, _ in found.descents["b"]) == pytest.approx(50.0 + RADIUS)
    assert with_hops(layout, PARENTS, {"a", "b"}).descents == layout.descents
