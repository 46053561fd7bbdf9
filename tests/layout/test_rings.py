"""Rings of homes: round their members with their names, round nobody else, and drawn with a calm hand."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import atan2, degrees, dist, hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genogram_app.drawing.geometry import bounds, contains, flatten
from genogram_app.drawing.primitives import Box, Outline, Point
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.homes.enclosures import NEST
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.sheet.extents import Knot, Options, Trace
from genogram_app.layout.sheet.ground import dense
from genogram_app.layout.sheet.result import Layout
from genogram_app.model.dates import When
from genogram_app.model.document import Placement
from genogram_app.model.household import Household
from genogram_app.model.person import Life
from genogram_app.model.ties import LivesIn
from tests.layout.families import (
    OPTIONS,
    boxes,
    carter,
    children,
    extents_of,
    home,
    orderly,
    person,
    two_homes,
    union,
    wild,
)

HOMES = {"h1": (90.0, 11.0), "h2": (66.0, 11.0), "h3": (70.0, 11.0)}


def rim(box: Box, every: float = 4.0) -> Iterator[Point]:
    """Go round a box, its corners included."""
    corners = [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
    for (ax, ay), (bx, by) in pairwise([*corners, corners[0]]):
        count = max(1, int(dist((ax, ay), (bx, by)) // every))
        yield from ((ax + (bx - ax) * i / count, ay + (by - ay) * i / count) for i in range(count))


def misplaced(family: FamilyGraph, layout: Layout) -> list[tuple[str, str]]:
    """Give who of a home isn't wholly in its ring, and who is in one, even in part, and isn't owned up to."""
    found = []
    owned = {(warning.who[0], who) for warning in layout.warnings for who in warning.who[1:]}
    for key, ring in layout.rings.items():
        who = {edge.person for edge in family.edges(LivesIn) if edge.household == key}
        for one, box in boxes(layout, extents_of(family)).items():
            inside = [contains(ring, point) for point in rim(box.grown(-0.1))]
            if (one in who and not all(inside)) or (
                one not in who and any(inside) and (key, one) not in owned
            ):
                found.append((key, one))
    return found


def turning(ring: Outline) -> float:
    """Give how much a ring turns in all, in whole turns: 1 for a shape without hollows."""
    return sum(abs(turn) for turn in turns(ring)) / 360


def turns(ring: Outline) -> list[float]:
    """Give the turn at each point of a ring, in degrees."""
    found = []
    for line in flatten(ring):
        legs = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(line) if dist(a, b) > 0.05]
        for (ax, ay), (bx, by) in pairwise([*legs, legs[0]]):
            found.append(degrees(atan2(ax * by - ay * bx, ax * bx + ay * by)))
    return found


@settings(max_examples=60, deadline=None)
@given(wild())
def test_a_ring_holds_its_members_with_their_names_and_nobody_else_unless_it_says_so(
    family: FamilyGraph,
) -> None:
    assert misplaced(family, lay_out(family, "genogram", extents_of(family), {}, OPTIONS)) == []


@settings(max_examples=40, deadline=None)
@given(wild(), st.randoms(use_true_random=False))
def test_so_it_does_wherever_people_were_put_by_hand(family: FamilyGraph, chance: random.Random) -> None:
    cells = chance.sample([(x * 82.0, y * 66.0) for x in range(5) for y in range(4)], len(family.people))
    placed = {
        one.id: Placement(x=x, y=y, by_hand=True) for one, (x, y) in zip(family.people, cells, strict=True)
    }
    assert misplaced(family, lay_out(family, "genogram", extents_of(family), placed, OPTIONS)) == []


@settings(max_examples=30, deadline=None)
@given(orderly(), st.integers(1, 5), st.randoms(use_true_random=False))
def test_rings_have_no_sharp_corners(family: FamilyGraph, many: int, chance: random.Random) -> None:
    everybody = [one.id for one in family.people]
    family = family.changed(put=home("h1", *chance.sample(everybody, min(many, len(everybody)))))
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    if not layout.warnings:
        assert max(abs(turn) for turn in turns(layout.rings["h1"])) < 40


def test_a_family_under_one_roof_has_a_ring_without_hollows() -> None:
    people = [
        person("a", "man"),
        person("b", "woman"),
        *(person(f"c{i}", born=f"{2010 + i}") for i in range(3)),
    ]
    family = FamilyGraph.of(
        [
            *people,
            *union("u", "a", "b"),
            *children("u", "c0", "c1", "c2"),
            *home("h1", "a", "b", "c0", "c1", "c2"),
        ]
    )
    ring = lay_out(family, "genogram", extents_of(family), {}, OPTIONS).rings["h1"]
    assert turning(ring) == pytest.approx(1.0, abs=0.02)


def test_a_row_of_a_home_has_a_level_edge_however_tall_its_members() -> None:
    family = two_homes()
    extents = extents_of(family)
    extents["sam"] = replace(extents["sam"], half=(17.5, 17.5), box=Box(-30.0, -17.5, 30.0, 49.0))
    layout = lay_out(family, "genogram", extents, {}, OPTIONS)
    line = flatten(layout.rings["h1"])[0]
    low = max(y for _, y in line)
    assert [abs(a[0] - b[0]) for a, b in pairwise(line) if a[1] == b[1] == low and abs(a[0] - b[0]) > 60]


def test_two_far_apart_are_joined_by_a_calm_neck() -> None:
    layout = lay_out(carter(), "genogram", extents_of(carter()), {}, OPTIONS)
    assert layout.warnings == ()
    assert turning(layout.rings["h1"]) < 3.0


def test_homes_that_share_a_child_have_two_edges_round_it() -> None:
    family = two_homes()
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    x, _ = layout.places["sam"]
    low = [
        max(p[1] for line in flatten(ring) for p in line if abs(p[0] - x) < 20)
        for ring in layout.rings.values()
    ]
    assert max(low) - min(low) > 3


def placed(family: FamilyGraph, at: dict[str, Point], options: Options = OPTIONS) -> Layout:
    """Lay a family out with everybody put somewhere by hand."""
    fixed = {key: Placement(x=x, y=y, by_hand=True) for key, (x, y) in at.items()}
    return lay_out(family, "genogram", extents_of(family), fixed, options)


def held(ring: Outline, box: Box) -> float:
    """Give how much of a box a ring holds, as a share."""
    xs = [box.left + (i + 0.5) * box.width / 40 for i in range(40)]
    ys = [box.top + (i + 0.5) * box.height / 40 for i in range(40)]
    return sum(contains(ring, (x, y)) for x in xs for y in ys) / 1600


def gap(ring: Outline, box: Box) -> float:
    """Give how far a ring's edge stays from a box."""
    around = [point for line in flatten(ring) for leg in pairwise(line) for point in dense(leg, 1.0)]
    return min(
        hypot(max(box.left - x, 0, x - box.right), max(box.top - y, 0, y - box.bottom)) for x, y in around
    )


def test_two_who_stand_aslant_are_joined_by_a_waist_and_two_who_face_each_other_are_not() -> None:
    family = FamilyGraph.of([person("a"), person("b"), *home("h1", "a", "b")])
    aslant = placed(family, {"a": (0.0, 0.0), "b": (150.0, 150.0)}).rings["h1"]
    assert turning(aslant) > 1.3
    assert held(aslant, Box(0.0, 0.0, 150.0, 150.0)) < 0.45
    for there in ((0.0, 150.0), (150.0, 0.0), (15.0, 150.0), (150.0, 15.0)):
        facing = placed(family, {"a": (0.0, 0.0), "b": there}).rings["h1"]
        assert turning(facing) == pytest.approx(1.0, abs=0.02)


def test_a_ring_passes_rather_between_two_who_have_parted_than_close_by_somebody() -> None:
    """On the left a gap of 18 points is open, on the right a wide one between a couple."""
    at = {
        "gran": (0.0, 0.0),
        "a": (-61.0, 120.0),
        "b": (0.0, 120.0),
        "c": (150.0, 120.0),
        "kid": (0.0, 240.0),
    }
    family = FamilyGraph.of([*map(person, at), *union("u", "b", "c"), *home("h1", "gran", "kid")])
    for ended in (frozenset[str](), frozenset({"pair"})):
        layout = placed(family, at, replace(OPTIONS, ended_kinds=ended))
        assert layout.warnings == ()
        assert any(contains(layout.rings["h1"], (x, 120.0)) for x in range(30, 120)) == bool(ended)


def test_a_ring_passes_rather_by_another_home_than_through_it() -> None:
    """Under "b" the gap is wider than over it, but somebody who lives with "b" stands beyond."""
    at = {"a": (0.0, 0.0), "b": (70.0, 0.0), "c": (140.0, 0.0), "over": (70.0, -100.0), "kid": (70.0, 140.0)}
    people = [person(key) for key in at]
    for together in (False, True):
        homes = [*home("h1", "a", "c"), *(home("h2", "b", "kid") if together else [])]
        ring = placed(FamilyGraph.of([*people, *homes]), at).rings["h1"]
        assert any(contains(ring, (70.0, y)) for y in range(40, 120)) == (not together)


def test_two_rings_round_somebody_in_a_narrow_gap_are_two() -> None:
    family = FamilyGraph.of([person("a"), person("b"), *home("h1", "a"), *home("h2", "a")])
    width = extents_of(family)["a"].box.width
    rings = placed(family, {"a": (0.0, 0.0), "b": (width + 14.0, 0.0)}).rings
    assert bounds(rings["h2"]).right - bounds(rings["h1"]).right > 2.0


@pytest.mark.parametrize(("apart", "free"), [(4.0, 1.9), (7.0, 4.9), (12.0, 4.9), (20.0, 4.9), (40.0, 23.0)])
def test_rings_of_neighbours_leave_room_between_them(apart: float, free: float) -> None:
    family = FamilyGraph.of([person("a"), person("b"), *home("h1", "a"), *home("h2", "b")])
    width = extents_of(family)["a"].box.width
    layout = placed(family, {"a": (0.0, 0.0), "b": (width + apart, 0.0)})
    right, left = bounds(layout.rings["h1"]).right, bounds(layout.rings["h2"]).left
    assert left - right >= free
    for key, ring in (("a", "h1"), ("b", "h2")):
        assert gap(layout.rings[ring], boxes(layout, extents_of(family))[key]) >= 0.9


def test_a_ring_hides_no_mark_that_says_that_two_have_parted() -> None:
    family = FamilyGraph.of(
        [person("a"), person("b"), *union("u", "a", "b"), *home("h1", "a"), *home("h2", "b")]
    )
    for share in (0.2, 0.3, 0.7, 0.8):
        slash = Trace(0.6, (Knot(share, 0.0, 6.0),))
        layout = placed(family, {"a": (0.0, 0.0), "b": (120.0, 0.0)}, replace(OPTIONS, traces={"u": slash}))
        (left, y), (right, _) = layout.bars["u"].points
        mark = left + share * (right - left)
        for ring in layout.rings.values():
            assert gap(ring, Box(mark - 3.0, y - 3.0, mark + 3.0, y + 3.0)) > 2.0


def test_only_beside_who_lives_in_two_homes_is_one_ring_further_out() -> None:
    family = two_homes()
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    figures = boxes(layout, extents_of(family))
    ring = bounds(layout.rings["h2"])
    assert figures["dad"].top - ring.top == pytest.approx(OPTIONS.ring_margin, abs=0.1)
    assert ring.bottom - figures["sam"].bottom == pytest.approx(OPTIONS.ring_margin + NEST, abs=0.1)


def test_in_the_ring_of_an_ended_home_is_who_lived_there_to_its_end_and_died_later() -> None:
    lived = [record for record in home("h1", "a", "b", "c") if isinstance(record, LivesIn)]
    ends = dict(zip("abc", (None, When("2008"), When("1995")), strict=True))
    stays = [stay.put(until=ends[stay.person]) for stay in lived]
    people = [person("a"), *(person(key).put(life=Life.DIED, died=When("2020")) for key in "bc")]
    family = FamilyGraph.of([*people, Household(id="h1", until=When("2008")), *stays])
    ring = placed(family, {"a": (0.0, 0.0), "b": (120.0, 0.0), "c": (300.0, 0.0)}).rings["h1"]
    assert [contains(ring, (x, 0.0)) for x in (0.0, 120.0, 300.0)] == [True, True, False]


@pytest.mark.parametrize(
    ("left", "ended", "within"),
    [
        ("2022-08-01", "2022-08-01", True),
        ("2022", "2022", True),
        ("2022-08", "2022-08-01", True),
        ("2022-08-01", "2022", True),
        ("2023", "2022-08-01", True),
        ("2022-07-31", "2022-08-01", False),
        ("2021", "2022", False),
    ],
)
def test_in_the_ring_of_an_ended_home_is_who_lived_there_to_its_last_day(
    left: str, ended: str, *, within: bool
) -> None:
    lived = [record for record in home("h1", "a", "b") if isinstance(record, LivesIn)]
    stays = [stay.put(until=When(left)) if stay.person == "b" else stay for stay in lived]
    family = FamilyGraph.of([person("a"), person("b"), Household(id="h1", until=When(ended)), *stays])
    ring = placed(family, {"a": (0.0, 0.0), "b": (120.0, 0.0)}).rings["h1"]
    assert [contains(ring, (x, 0.0)) for x in (0.0, 120.0)] == [True, within]


def test_whom_no_ring_can_avoid_is_named() -> None:
    people = [person(key) for key in ("a", "b", "c")]
    family = FamilyGraph.of([*people, *home("h1", "a", "c")])
    at = {"a": (0.0, 0.0), "b": (3.0, 2.0), "c": (200.0, 0.0)}
    placed = {key: Placement(x=x, y=y, by_hand=True) for key, (x, y) in at.items()}
    layout = lay_out(family, "genogram", extents_of(family), placed, OPTIONS)
    assert [(warning.kind, warning.who) for warning in layout.warnings] == [("ring", ("h1", "b"))]
    assert misplaced(family, layout) == []


def test_the_measures_find_what_they_look_for() -> None:
    family = two_homes()
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    moved = Layout(places={**layout.places, "grandad": layout.places["mum"]}, rings=layout.rings)
    assert ("h1", "grandad") in misplaced(family, moved)
    away = Layout(places={**layout.places, "sam": (-500.0, 0.0)}, rings=layout.rings)
    assert {("h1", "sam"), ("h2", "sam")} <= set(misplaced(family, away))
    square: Outline = (("M", 0.0, 0.0), ("L", 9.0, 0.0), ("L", 9.0, 9.0), ("L", 0.0, 9.0), ("Z",))
    assert turning(square) == pytest.approx(1.0)
    assert max(turns(square)) == pytest.approx(90.0)


def test_the_name_of_a_home_stands_on_its_own_edge_or_within() -> None:
    for family in (carter(), two_homes()):
        layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS, HOMES)
        for key, ring in layout.rings.items():
            box = layout.labels[key].box
            edge = [point for line in flatten(ring) for a, b in pairwise(line) for point in ((a), (b))]
            assert contains(ring, box.centre) or any(box.grown(30.0).contains(point) for point in edge)
            for other, outline in layout.rings.items():
                if other != key:
                    assert not any(box.contains(p) for line in flatten(outline) for p in line)


def test_a_home_within_another_is_nested_wholly_inside_its_ring() -> None:
    people = [person(key) for key in ("gran", "mum", "al", "bo", "cy")]
    born = [*children("gran", "mum"), *children("mum", "al", "bo", "cy")]
    everybody, some = ("gran", "mum", "al", "bo", "cy"), ("mum", "al")
    for outer, inner in (("h1", "h2"), ("h2", "h1")):
        family = FamilyGraph.of([*people, *born, *home(outer, *everybody), *home(inner, *some)])
        layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
        rings = layout.rings
        (edge,) = flatten(rings[inner])
        assert [point for point in dense(edge, 2.0) if not contains(rings[outer], point)] == []
        assert misplaced(family, layout) == []


@pytest.mark.parametrize("member", ["a", "b"])
def test_the_line_to_a_child_keeps_off_the_ring_of_the_parent_it_lives_with(member: str) -> None:
    family = FamilyGraph.of(
        [
            *(person(who) for who in ("a", "b", "c", "d")),
            *union("u", "a", "b"),
            *children("u", "c", "d"),
            *home("h1", member, "c", "d"),
        ]
    )
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS, {"u": (24.0, 8.0)})
    ((top, bar),) = [line for shared in layout.sibships for line in shared.lines if line[0][0] == line[1][0]]
    edge = [place for line in flatten(layout.rings["h1"]) for place in dense(line, 1.0)]
    beside = [x for x, y in edge if top[1] < y < bar[1] - 12]
    assert beside
    assert min(abs(x - top[0]) for x in beside) > 3


def test_a_ring_goes_round_whoever_it_can_though_somebody_stands_on_a_member() -> None:
    """One who lay over a child left the way no place to begin, and it led straight through the mother."""
    family = FamilyGraph.of(
        [*(person(key) for key in ("gran", "mum", "dad", "jay")), *home("h1", "gran", "jay")]
    )
    at = {"gran": (0.0, 0.0), "mum": (0.0, 100.0), "dad": (10.0, 206.0), "jay": (0.0, 200.0)}
    assert [warning.who for warning in placed(family, at).warnings] == [("h1", "dad")]
