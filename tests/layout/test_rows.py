"""Boxes found along rows are those that asking each of them finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from genogram_app.drawing.primitives import Box
from genogram_app.layout.sheet.rows import Rows

spots = st.tuples(*(st.integers(-200, 200) for _ in range(2)), *(st.integers(0, 150) for _ in range(2)))
boxes = spots.map(lambda spot: Box(spot[0], spot[1], spot[0] + spot[2], spot[1] + spot[3]))


@given(st.lists(boxes, max_size=30), boxes)
def test_what_overlaps_a_box_is_found_wherever_it_stands(there: list[Box], wanted: Box) -> None:
    standing = {f"box{number}": box for number, box in enumerate(there)}
    found = Rows(standing).near(wanted.left, wanted.top, wanted.right, wanted.bottom)
    assert sorted(found) == sorted(key for key, box in standing.items() if box.overlaps(wanted))
