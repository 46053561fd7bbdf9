"""Marks on the bar of a couple have air from symbols and from the line that goes down to the children."""

from __future__ import annotations

from dataclasses import replace

import pytest

from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.settle import room_made
from genogram_app.layout.sheet.extents import Knot, Options, Trace
from genogram_app.layout.sheet.ink import knots
from genogram_app.layout.sheet.result import UnionBar
from genogram_app.model.document import Placement
from tests.layout.families import OPTIONS, children, extent, person, union

#: A mark nearly as broad as the "?" of a couple of whom nothing is known, at the same place.
MARK = Trace(0.8, (Knot(0.27, 0.0, 5.4),))
MARKED: Options = replace(OPTIONS, traces={"u": MARK})
WIDTHS = (20.0, 40.0, 90.0)


def parents() -> FamilyGraph:
    people = [person("dad", "man"), person("mum", "woman"), person("kid")]
    return FamilyGraph.of([*people, *union("u", "dad", "mum"), *children("u", "kid")])


def bar_of(dad: float, mum: float) -> UnionBar:
    """Give the bar of two whose words are so wide."""
    extents = {"dad": extent("man", dad), "mum": extent("woman", mum), "kid": extent()}
    return lay_out(parents(), "genogram", extents, {}, MARKED).bars["u"]


@pytest.mark.parametrize("dad", WIDTHS)
@pytest.mark.parametrize("mum", WIDTHS)
def test_a_mark_stands_off_both_symbols_and_off_the_line_to_the_children(dad: float, mum: float) -> None:
    bar = bar_of(dad, mum)
    ((x, _, size),) = knots(bar.points, MARK)
    near = [bar.points[0][0], bar.points[-1][0], bar.middle[0]]
    assert min(abs(x - other) for other in near) >= size + 3.0


def test_a_couple_who_stand_too_close_for_the_mark_part_a_little() -> None:
    extents = {key: extent("", 20.0) for key in ("dad", "mum", "kid")}
    close = {"dad": (0.0, 0.0), "mum": (54.0, 0.0), "kid": (27.0, 90.0)}
    before = {key: Placement(x=x, y=y) for key, (x, y) in close.items()}
    assert not {"dad", "mum"} & room_made(parents(), extents, before, OPTIONS).keys()
    made = room_made(parents(), extents, before, MARKED)
    x = {key: made.get(key, close[key])[0] for key in ("dad", "mum")}
    assert x["mum"] - x["dad"] >= 28.0 + 40.0
