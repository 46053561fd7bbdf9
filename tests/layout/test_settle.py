"""Room for those who join: neighbours step aside a little, nobody changes places, hands are obeyed."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.kinship.spans import BESIDE_DROP
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.settle import laid_round, room_made
from genogram_app.layout.sheet.rising import rising
from genogram_app.model.document import Placement
from genogram_app.model.ties import ChildOf, PartnerIn
from tests.layout.families import (
    OPTIONS,
    carter,
    children,
    extent,
    extents_of,
    orderly,
    overlaps,
    person,
    union,
)

Placed = dict[str, Placement]
numbers = st.lists(st.floats(-1e4, 1e4, allow_nan=False), min_size=1, max_size=12)


def placed(family: FamilyGraph, by_hand: frozenset[str] = frozenset()) -> Placed:
    layout = lay_out(family, "combined", extents_of(family), {}, OPTIONS)
    return {key: Placement(x=x, y=y, by_hand=key in by_hand) for key, (x, y) in layout.places.items()}


def joined(family: FamilyGraph, before: Placed) -> dict[str, tuple[float, float]]:
    """Give where everybody stands once room was made."""
    made = room_made(family, extents_of(family), before, OPTIONS)
    return {key: (at.x, at.y) for key, at in before.items()} | made


def rows(before: Placed, after: dict[str, tuple[float, float]]) -> list[tuple[list[str], list[str]]]:
    """Give each row's people from left to right, before and after."""
    found: dict[float, list[str]] = {}
    for key, at in before.items():
        found.setdefault(at.y, []).append(key)
    return [
        (sorted(keys, key=lambda key: before[key].x), sorted(keys, key=lambda key: after[key][0]))
        for keys in found.values()
    ]


@settings(max_examples=40, deadline=None)
@given(orderly(), st.integers(0, 100))
def test_a_child_finds_room_and_nobody_changes_places(family: FamilyGraph, chance: int) -> None:
    before = placed(family)
    parents = family.unions[chance % len(family.unions)].id
    bigger = family.changed(put=[person("zz", "", "1999"), *children(parents, "zz")])
    after = joined(bigger, before)
    extents = extents_of(bigger)
    assert overlaps({key: extents[key].box.moved(*at) for key, at in after.items()}) == []
    assert all(was == now for was, now in rows(before, after))
    assert {key: at[1] for key, at in after.items() if key in before} == {
        key: at.y for key, at in before.items()
    }


@settings(max_examples=30, deadline=None)
@given(orderly(), st.sets(st.integers(0, 30), max_size=3), st.integers(0, 100))
def test_who_was_placed_by_hand_does_not_move(family: FamilyGraph, which: set[int], chance: int) -> None:
    people = [each.id for each in family.people]
    held = frozenset(people[number % len(people)] for number in which)
    before = placed(family, held)
    parents = family.unions[chance % len(family.unions)].id
    bigger = family.changed(put=[person("zz", "", "1999"), *children(parents, "zz")])
    made = room_made(bigger, extents_of(bigger), before, OPTIONS)
    assert not held & made.keys()
    assert "zz" in made


def test_nobody_joins_between_two_partners() -> None:
    family = carter()
    before = placed(family)
    for union_ in family.unions:
        bigger = family.changed(put=[person("zz", "", "1999"), *children(union_.id, "zz")])
        after = joined(bigger, before)
        for couple in bigger.unions:
            pair = [edge.person for edge in bigger.into(PartnerIn, couple.id)]
            if len(pair) == 2 and after[pair[0]][1] == after[pair[1]][1] == after["zz"][1]:
                left, right = sorted(after[key][0] for key in pair)
                gap = [key for key, at in before.items() if left < at.x < right and at.y == after["zz"][1]]
                assert gap or not left < after["zz"][0] < right


def test_a_second_partner_stands_at_the_free_side() -> None:
    family = carter().changed(put=[person("new", "woman"), *union("u9", "pete", "new")])
    before = placed(carter())
    after = joined(family, before)
    assert after["new"][1] == before["pete"].y
    between = [
        key
        for key, at in after.items()
        if at[1] == after["new"][1]
        and min(after["new"][0], after["pete"][0]) < at[0] < max(after["new"][0], after["pete"][0])
    ]
    assert between == []


def test_where_there_is_room_nobody_moves() -> None:
    family = carter()
    before = placed(family)
    assert room_made(family, extents_of(family), before, OPTIONS) == {}


@given(numbers)
def test_what_rises_already_stays(values: list[float]) -> None:
    assert rising(sorted(values), [1.0] * len(values)) == sorted(values)


@given(st.lists(st.tuples(st.integers(-9, 9), st.sampled_from([0.2, 1.0])), max_size=7))
def test_levels_never_fall_and_nothing_rising_is_nearer(wished: list[tuple[int, float]]) -> None:
    values, weights = [float(value) for value, _ in wished], [weight for _, weight in wished]
    found = rising(values, weights)
    assert all(a <= b + 1e-9 for a, b in pairwise(found))
    assert _moved(found, values, weights) < _least(values, weights) + 1e-6


def _moved(levels: list[float], values: list[float], weights: list[float]) -> float:
    return sum(w * abs(a - b) for a, b, w in zip(levels, values, weights, strict=True))


def _least(values: list[float], weights: list[float]) -> float:
    """Give what has to be moved at least: some nearest answer stands on the values themselves."""
    steps = sorted(set(values))
    least = [0.0] * len(steps)  # by the level of the last one
    for value, weight in zip(values, weights, strict=True):
        least = [min(least[: i + 1]) + weight * abs(level - value) for i, level in enumerate(steps)]
    return min(least, default=0.0)


def test_who_is_in_the_way_moves_and_not_the_whole_row() -> None:
    assert rising([0.0, 0.0, 0.0, -30.0, 5.0], [1.0] * 5) == [0.0, 0.0, 0.0, 0.0, 5.0]
    assert rising([0.0, 40.0, 10.0], [1.0] * 3) == [0.0, 25.0, 25.0]


def test_a_new_arrangement_comes_to_where_the_hand_put_somebody() -> None:
    fresh = {"a": (0.0, 0.0), "b": (100.0, 0.0), "c": (50.0, 90.0)}
    held = {"b": Placement(x=400.0, y=30.0, by_hand=True)}
    assert laid_round(fresh, held, ["a", "b", "c"]) == {"a": (300.0, 30.0), "c": (350.0, 120.0)}


# -- whose child is whose ------------------------------------------------------------------


@given(st.permutations(["lisa", "kelly", "tasha"]), st.lists(st.sampled_from(["lisa", "kelly", "tasha"])))
@settings(max_examples=60, deadline=None)
def test_a_child_of_one_partner_joins_no_other_partners_children(
    mothers: list[str], whose: list[str]
) -> None:
    """Partners and children come one after the other, in any order, as they are told."""
    family = FamilyGraph().changed(put=[person("darren", "man")])
    places: Placed = {}
    for number, mother in enumerate([*mothers, *whose]):
        if number < len(mothers):
            put = [person(mother, "woman"), *union(f"u-{mother}", "darren", mother)]
        else:
            put = [person(f"c{number}", "", "2000"), *children(f"u-{mother}", f"c{number}")]
        family = family.changed(put=put)
        places = drawn_on(family, places)
    under = [key for _, key in sorted((places[link.child].x, link.parent) for link in family.edges(ChildOf))]
    assert sum(one != other for one, other in pairwise(under)) == max(len(set(under)) - 1, 0), under


def drawn_on(family: FamilyGraph, before: Placed) -> Placed:
    """Give where everybody stands after one step of drawing: room is made, then the rest is placed."""
    roomy = before | {
        key: Placement(x=x, y=y)
        for key, (x, y) in room_made(family, extents_of(family), before, OPTIONS).items()
    }
    layout = lay_out(family, "genogram", extents_of(family), roomy, OPTIONS)
    return {key: Placement(x=x, y=y) for key, (x, y) in layout.places.items()}


def test_a_line_to_children_has_air_between_names_that_grew() -> None:
    family = (
        FamilyGraph()
        .changed(put=[person("dad", "man"), person("mum", "woman"), *union("u", "dad", "mum"), person("kid")])
        .changed(put=children("u", "kid"))
    )
    before = placed(family)
    wide = {key: extent("", 90.0) if key != "kid" else extent() for key in extents_of(family)}
    for grown in (dict.fromkeys(("mum",), wide["mum"]), wide):
        extents = extents_of(family) | grown
        made = room_made(family, extents, before, OPTIONS)
        x = {key: made.get(key, (before[key].x, 0.0))[0] for key in ("dad", "mum")}
        air = abs(x["mum"] - x["dad"]) - (extents["mum"].box.width + extents["dad"].box.width) / 2
        assert air >= 2 * BESIDE_DROP - 0.1


def test_what_is_written_on_a_bar_later_finds_room_there() -> None:
    family = FamilyGraph().changed(
        put=[person("dad", "man"), person("mum", "woman"), *union("u", "dad", "mum")]
    )
    before = placed(family)
    made = room_made(family, extents_of(family), before, OPTIONS, {"u": (120.0, 10.0)})
    x = {key: made.get(key, (before[key].x, 0.0))[0] for key in before}
    assert abs(x["mum"] - x["dad"]) >= 120.0 + 28.0
    again = {key: Placement(x=made.get(key, (at.x, at.y))[0], y=at.y) for key, at in before.items()}
    assert room_made(family, extents_of(family), again, OPTIONS, {"u": (120.0, 10.0)}) == {}
