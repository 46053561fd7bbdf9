"""Two who were never a couple have no bar: a line from each meets where their child's begins."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.descent.bars import SAG
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.document import Placement
from tests.layout.families import OPTIONS, boxes, children, extents_of, person, union

#: The states that the made-up families are in are then those of two who were never a couple.
APART = replace(OPTIONS, apart_kinds=frozenset({"pair"}))


def _family(*more: str) -> FamilyGraph:
    parents = [person("darren", "man"), person("lisa", "woman")]
    family = [*parents, person("jay"), *union("u", "darren", "lisa"), *children("u", "jay")]
    return FamilyGraph.of([*family, *(person(key) for key in more), *(children("u", *more) if more else ())])


def _laid(family: FamilyGraph, *, apart: bool = True) -> Layout:
    return lay_out(family, "genogram", extents_of(family), {}, APART if apart else OPTIONS)


@pytest.mark.parametrize("more", [(), ("mia",)])
def test_their_lines_meet_under_the_way_between_them_where_the_child_s_begins(more: tuple[str, ...]) -> None:
    layout = _laid(_family(*more))
    first, middle, last = layout.bars["u"].points
    assert first[1] == last[1] == pytest.approx(middle[1] - SAG)
    assert first[0] < middle[0] < last[0]
    assert middle == layout.bars["u"].middle
    ink = [*layout.descents.values(), *(line for each in layout.sibships for line in each.lines)]
    assert middle in {line[0] for line in ink}


def test_their_lines_run_through_no_names() -> None:
    family = _family()
    layout = _laid(family)
    for key, box in boxes(layout, extents_of(family)).items():
        name = box.top + 2 * 14.0
        assert all(y <= name for x, y in layout.bars["u"].points if box.left < x < box.right), key


def _with_others_between() -> Layout:
    """Lay out two who were never a couple, put so that her husband and somebody else stand between them."""
    others = [person("ray", "man"), person("joe", "man"), *union("m", "ray", "lisa")]
    family = _family("mia").changed(put=others)
    extents = extents_of(family)
    hand = {"darren": (0.0, 0.0), "joe": (120.0, 0.0), "ray": (240.0, 0.0), "lisa": (360.0, 0.0)}
    placed = {key: Placement(x=x, y=y, by_hand=True) for key, (x, y) in hand.items()}
    return lay_out(family, "genogram", extents, placed, APART)


def test_over_the_heads_of_others_their_lines_meet_in_a_gap() -> None:
    layout = _with_others_between()
    points, middle = layout.bars["u"].points, layout.bars["u"].middle
    assert middle == points[3]
    top = min(y for _, y in points)
    assert middle[1] == pytest.approx(top + SAG)
    assert [y for _, y in points].count(top) == 4
    assert all(one[0] <= other[0] for one, other in pairwise(points))
    ink = [*layout.descents.values(), *(line for each in layout.sibships for line in each.lines)]
    assert middle in {line[0] for line in ink}
    for key, (x, _) in layout.places.items():
        assert abs(middle[0] - x) > 14.0 + SAG or key in ("jay", "mia"), key


def test_a_couple_has_a_straight_bar() -> None:
    assert len(_laid(_family(), apart=False).bars["u"].points) == 2
