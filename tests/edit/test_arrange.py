"""Where things stand: what a hand placed stays."""

from __future__ import annotations

from genogram_app.edit.arrange import align, distribute, nudge, place, propose, tidy
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
