"""The nearest arrangement with least distances: exact, and never out of order."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from genogram_app.layout.sheet.isotonic import nearest

NUMBER = st.floats(-1000, 1000)


Row = tuple[list[float], list[float], list[float], list[float]]


@st.composite
def rows(draw: st.DrawFn) -> Row:
    size = draw(st.integers(1, 8))
    wishes = draw(st.lists(NUMBER, min_size=size, max_size=size))
    weights = draw(st.lists(st.floats(0.1, 10), min_size=size, max_size=size))
    steps = draw(st.lists(st.floats(1, 100), min_size=size - 1, max_size=size - 1))
    slack = draw(st.lists(st.floats(0, 100), min_size=size, max_size=size))
    return wishes, weights, steps, slack


@given(rows())
def test_no_other_arrangement_is_nearer(
    row: tuple[list[float], list[float], list[float], list[float]],
) -> None:
    wishes, weights, steps, slack = row
    found = nearest(wishes, weights, steps)
    assert all(b - a >= step - 1e-6 for (a, b), step in zip(pairwise(found), steps, strict=True))

    def cost(places: list[float]) -> float:
        return sum(w * (p - q) ** 2 for w, p, q in zip(weights, places, wishes, strict=True))

    other = [slack[0] + min(wishes)]
    for step, more in zip(steps, slack[1:], strict=True):
        other.append(other[-1] + step + more)
    # A step towards any arrangement that is allowed never gains anything.
    part = [p + (q - p) * 1e-3 for p, q in zip(found, other, strict=True)]
    assert cost(found) <= cost(part) + 1e-6 * (1 + cost(found))


def test_wishes_that_can_all_be_met_are() -> None:
    assert nearest([0.0, 50.0, 90.0], [1.0, 2.0, 1.0], [40.0, 40.0]) == [0.0, 50.0, 90.0]


def test_two_with_the_same_wish_share_the_way() -> None:
    assert nearest([10.0, 10.0], [1.0, 1.0], [20.0]) == [0.0, 20.0]
