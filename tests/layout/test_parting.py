"""Bars that read as one are looked for among those alone that may ever come near each other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from genogram_app.layout.descent.parting import Run, reads
from genogram_app.layout.descent.tracks import Wire

levels = st.integers(0, 60).map(float)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """A bar between two heights, with a line from above and lines to its children."""
    least, most = sorted((draw(levels), draw(levels)))
    tops, bottoms = draw(st.lists(levels, max_size=1)), draw(st.lists(levels, min_size=1, max_size=3))
    y = draw(st.integers(int(least), int(most)))
    return Run("", frozenset(), Wire.joining(0, tops, bottoms), float(y), least, most)


@given(runs(), runs(), st.integers(0, 60))
def test_bars_that_may_not_meet_are_told_apart_at_every_height(one: Run, other: Run, at: int) -> None:
    y = min(max(float(at), one.least), one.most)
    assert one.may_meet(other) == other.may_meet(one)
    assert one.may_meet(other) or reads(one, y, [other])
