"""Several lines down beside somebody's words: none touches the words or shares another's ink."""

from __future__ import annotations

from itertools import combinations

import pytest

from genogram_app.drawing.primitives import Box, Point
from genogram_app.layout.relationships.fans import inked, sharing
from genogram_app.layout.relationships.shoulders import beside_words
from genogram_app.layout.sheet.curves import sampled
from genogram_app.layout.sheet.extents import Knot, Trace
from tests.layout.clarity import between

START, WORDS, HALF = (0.0, 0.0), Box(-24.0, 17.0, 24.0, 42.0), 14.0
FINE, BROAD = Trace(reach=2.0), Trace(reach=5.5, knots=(Knot(1.0, -3.0, 6.0),))


@pytest.mark.parametrize("end", [(0.0, 96.0), (-80.0, 96.0), (60.0, 110.0)])
@pytest.mark.parametrize("traces", [(FINE, FINE), (FINE, BROAD), (BROAD, BROAD), (FINE, BROAD, FINE)])
def test_lines_beside_words_lie_apart_and_off_them(traces: tuple[Trace, ...], end: Point) -> None:
    found = list(beside_words(START, WORDS, end, traces, HALF))
    for _, curves in found:
        for curve, trace in zip(curves, traces, strict=True):
            assert between(tuple(sampled(curve)), WORDS) > trace.reach
    assert any(not _touching(curves, traces, end) for _, curves in found)


def test_what_lies_further_off_costs_more() -> None:
    one, several = beside_words(START, WORDS, (0.0, 96.0), (FINE,), HALF), (FINE, BROAD, BROAD)
    cheapest = min(cost for cost, _ in one)
    assert all(cost > cheapest for cost, _ in beside_words(START, WORDS, (0.0, 96.0), several, HALF))


def _touching(curves: list[tuple[Point, ...]], traces: tuple[Trace, ...], end: Point) -> bool:
    inks = [
        inked(sampled(curve), trace, (START, end), HALF) for curve, trace in zip(curves, traces, strict=True)
    ]
    return any(sharing(one, other) for one, other in combinations(inks, 2))
