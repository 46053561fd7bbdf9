"""Where things stand: what a hand placed stays."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from genogram_app.drawing.primitives import Box
from genogram_app.edit.arrange import Axis, align, distribute, nudge, place, propose, tidy
from genogram_app.family.case import Case
from tests.builders import case_of, person

SPOTS = {"a": (0.0, 0.0), "b": (30.0, 4.0), "c": (100.0, 8.0)}


def laid_out() -> Case:
    return propose(case_of(*(person(key) for key in SPOTS)), "genogram", SPOTS)


def spots(case: Case) -> dict[str, tuple[float, float]]:
    return {key: (at.x, at.y) for key, at in sorted(case.placed("genogram").items())}


def by_hand(case: Case) -> set[str]:
    return {key for key, at in case.placed("genogram").items() if at.by_hand}


def test_a_proposal_moves_nothing_that_stands() -> None:
    case = laid_out()
    assert spots(case) == SPOTS
    assert not by_hand(case)
    assert propose(case, "genogram", {"a": (9.0, 9.0)}) is case


def test_what_a_hand_places_is_kept_through_a_tidy() -> None:
    case = place(laid_out(), "genogram", {"b": (50.0, 50.0)}).case
    assert by_hand(case) == {"b"}
    assert set(spots(tidy(case, "genogram").case)) == {"b"}
    assert not spots(tidy(case, "genogram", by_hand=True).case)
    assert set(spots(tidy(case, "genogram", ["a"]).case)) == {"b", "c"}


def test_each_view_keeps_its_own_places() -> None:
    case = place(laid_out(), "ecomap", {"a": (7.0, 7.0)}).case
    assert spots(case) == SPOTS


def test_nudging_is_one_step_while_it_lasts() -> None:
    once = nudge(laid_out(), "genogram", ["a", "b"], 2.0, 0.0)
    again = nudge(once.case, "genogram", ["b", "a"], 2.0, 0.0)
    assert once.merge == again.merge != ""
    assert spots(again.case)["a"] == (4.0, 0.0)
    assert by_hand(again.case) == {"a", "b"}


def test_aligning_and_spacing() -> None:
    assert {y for _, y in spots(align(laid_out(), "genogram", SPOTS, "y").case).values()} == {4.0}
    even = spots(distribute(laid_out(), "genogram", SPOTS, "x").case)
    assert [x for x, _ in even.values()] == [0.0, 50.0, 100.0]
    assert distribute(laid_out(), "genogram", ["a", "b"], "x").case == laid_out()


def test_what_moves_nowhere_is_no_step() -> None:
    case = place(laid_out(), "genogram", {"a": (1.0, 1.0)}).case
    assert place(case, "genogram", {"a": (1.0, 1.0)}).case is case


def _over_each_other(case: Case, boxes: Mapping[str, Box]) -> list[tuple[str, str]]:
    there = {key: boxes[key].moved(*at) for key, at in spots(case).items()}
    return [pair for pair in combinations(sorted(there), 2) if there[pair[0]].overlaps(there[pair[1]])]


def _standing(at: Mapping[str, tuple[float, float]]) -> Case:
    return propose(case_of(*(person(key) for key in at)), "genogram", at)


@given(data=st.data())
def test_nothing_comes_to_lie_over_another(data: st.DataObject) -> None:
    """Three generations in one row lay over each other."""
    size, sign = st.integers(4, 60), st.integers(-9, 9)
    keys = [f"p{number}" for number in range(data.draw(st.integers(3, 9)))]
    at = {key: (number % 3 * 130.0, number // 3 * 130.0) for number, key in enumerate(keys)}
    at = {key: (x + data.draw(sign) / 10, y + data.draw(sign) / 10) for key, (x, y) in at.items()}
    boxes = {
        key: Box(*(-float(data.draw(size)) for _ in "ab"), *(float(data.draw(size)) for _ in "ab"))
        for key in keys
    }
    case, chosen = _standing(at), data.draw(st.lists(st.sampled_from(keys), min_size=3, unique=True))
    assert not _over_each_other(case, boxes)
    axis: Axis = data.draw(st.sampled_from(("x", "y")))
    for step in (align, distribute):
        edit = step(case, "genogram", chosen, axis, boxes)
        assert not _over_each_other(edit.case, boxes), step
        stays = set(keys) - set(chosen)
        assert {key: spots(edit.case)[key] for key in stays} == {key: at[key] for key in stays}


def test_who_has_room_stays_where_they_are_along_the_row() -> None:
    at = {"gran": (0.0, 0.0), "mum": (10.0, 100.0), "dad": (200.0, 100.0), "jay": (5.0, 200.0)}
    box = Box(-20, -20, 20, 20)
    case = align(_standing(at), "genogram", at, "y", dict.fromkeys(at, box)).case
    found = spots(case)
    assert {y for _, y in found.values()} == {100.0}
    assert found["dad"] == (200.0, 100.0)
    assert sorted(found, key=lambda key: found[key]) == ["gran", "jay", "mum", "dad"]
    assert sum(found[key][0] for key in ("gran", "jay", "mum")) == 15.0


def test_a_row_with_too_little_room_grows_to_both_sides_and_stays_even() -> None:
    at = {"a": (0.0, 0.0), "b": (45.0, 0.0), "c": (90.0, 0.0)}
    boxes = {key: Box(-20, -20, 20 if key != "b" else 60, 20) for key in at}
    case = distribute(_standing(at), "genogram", at, "x", boxes).case
    found = [x for x, _ in spots(case).values()]
    assert found == [45.0 - 86.0, 45.0, 45.0 + 86.0]
