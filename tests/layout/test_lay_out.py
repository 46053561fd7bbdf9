"""Layout as a whole: what must hold for any family, in any view."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genogram_app.drawing.geometry import contains
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.lay_out import lay_out
from genogram_app.model.agency import Agency
from genogram_app.model.base import Record
from genogram_app.model.document import Placement, ViewKind
from genogram_app.model.ties import Bond, ChildOf, LivesIn, PartnerIn, Tie
from tests.layout import measures
from tests.layout.families import (
    OPTIONS,
    boxes,
    carter,
    children,
    extents_of,
    home,
    looked_after,
    orderly,
    overlaps,
    person,
    three_partners,
    two_homes,
    union,
    wild,
)

VIEWS: tuple[ViewKind, ...] = ("genogram", "combined", "ecomap")
LABELS = {"u1": (60.0, 10.0), "h1": (90.0, 11.0), "u4": (62.0, 10.0)}


@settings(max_examples=60, deadline=None)
@given(wild())
def test_nobody_is_missing_and_nobody_overlaps(family: FamilyGraph) -> None:
    extents = extents_of(family)
    layout = lay_out(family, "genogram", extents, {}, OPTIONS)
    assert sorted(layout.places) == [one.id for one in family.people]
    assert overlaps(boxes(layout, extents)) == []


@settings(max_examples=120, deadline=None)
@given(st.one_of(looked_after(), wild()), st.sampled_from(VIEWS))
def test_every_view_of_any_family_can_be_laid_out(family: FamilyGraph, view: ViewKind) -> None:
    layout = lay_out(family, view, extents_of(family), {}, OPTIONS)
    assert {one.id for one in family.people if one.subject} <= layout.places.keys()
    below = [
        edge
        for edge in family.edges(ChildOf)
        if {edge.child, *_parents(family, edge)} <= layout.places.keys()
    ]
    assert {edge.id for edge in below} <= layout.descents.keys()


def _parents(family: FamilyGraph, edge: ChildOf) -> list[str]:
    """Give who a child hangs from: the partners of a union, or the one parent."""
    return [each.person for each in family.into(PartnerIn, edge.parent)] or [edge.parent]


def test_a_carer_of_children_of_two_generations_stands_above_both_in_an_ecomap() -> None:
    people = [person(key) for key in ("eldest", "gran", "sister", "mum")]
    records: list[Record] = [*people, person("mia", subject=True), person("jay", subject=True)]
    for parent, born in (
        ("eldest", ("gran", "sister")),
        ("gran", ("mum",)),
        ("sister", ("jay",)),
        ("mum", ("mia",)),
    ):
        records += children(parent, *born)
    records += [*children("gran", "jay", "mia", kind="cared"), *home("h", "gran", "jay", "mia")]
    family = FamilyGraph.of(records)
    layout = lay_out(family, "ecomap", extents_of(family), {}, OPTIONS)
    gran, jay, mia = (layout.places[key][1] for key in ("gran", "jay", "mia"))
    assert gran < jay < mia
    assert {"gran.jay.cared", "gran.mia.cared"} <= layout.descents.keys()


@settings(max_examples=30, deadline=None)
@given(wild(), st.sampled_from(VIEWS), st.randoms(use_true_random=False))
def test_the_same_family_gives_the_same_layout(
    family: FamilyGraph, view: ViewKind, chance: random.Random
) -> None:
    records = list(family.records())
    chance.shuffle(records)
    again = FamilyGraph.of(records)
    extents = extents_of(family)
    first = lay_out(family, view, extents, {}, OPTIONS)
    assert repr(first) == repr(lay_out(again, view, extents, {}, OPTIONS))


@settings(max_examples=40, deadline=None)
@given(orderly())
def test_couples_stand_side_by_side_and_children_one_row_below(family: FamilyGraph) -> None:
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    for key in (one.id for one in family.unions):
        bar = layout.bars[key]
        (left, y), (right, other) = bar.points
        assert y == other
        assert not [p for p in layout.places.values() if p[1] == y and left + 1 < p[0] < right - 1]
        assert left < bar.middle[0] < right
    rows = sorted({y for _, y in layout.places.values()})
    for sibship in layout.sibships:
        born = [layout.descents[link][-1][1] for link in sibship.links]
        assert len(set(born)) == 1
        above = rows.index(layout.bars[sibship.parent].middle[1])
        assert min(y for y in rows if y > born[0]) == rows[above + 1]


@settings(max_examples=40, deadline=None)
@given(wild(), st.randoms(use_true_random=False))
def test_placements_are_kept_and_newcomers_overlap_nobody(family: FamilyGraph, chance: random.Random) -> None:
    extents = extents_of(family)
    kept = [one.id for one in family.people if chance.random() < 0.5]
    cells = [(column * 90.0, row * 70.0) for column in range(-3, 4) for row in range(-3, 4)]
    chosen = chance.sample(cells, len(kept))
    placements = {
        key: Placement(x=x + 0.123456789, y=y, by_hand=True) for key, (x, y) in zip(kept, chosen, strict=True)
    }
    for view in VIEWS:
        layout = lay_out(family, view, extents, placements, OPTIONS)
        assert {key: layout.places[key] for key in placements} == {
            key: (place.x, place.y) for key, place in placements.items()
        }
        assert overlaps(boxes(layout, extents)) == []


@settings(max_examples=40, deadline=None)
@given(wild(), st.sampled_from(VIEWS), st.randoms(use_true_random=False))
def test_no_line_between_two_on_the_sheet_is_ever_left_out(
    family: FamilyGraph, view: ViewKind, chance: random.Random
) -> None:
    services = [Agency(id=f"service{i}", kind="school", name="Service") for i in range(3)]
    ends = [one.id for one in (*family.people, *family.households, *services)]
    pairs = [(chance.choice(ends), chance.choice(ends)) for _ in range(12)]
    bonds = [Bond(id=f"bond{i}", a=a, b=b, quality="close") for i, (a, b) in enumerate(pairs) if a != b]
    family = FamilyGraph.of([*family.records(), *services, *bonds])
    # Some were put down by hand, one on the other.
    heap = [one.id for one in family.people if chance.random() < 0.4]
    spots = {
        key: Placement(x=chance.choice([0, 0, 10]), y=chance.choice([0, 8]), by_hand=True) for key in heap
    }
    extents = extents_of(family)
    layout = lay_out(family, view, extents, spots, OPTIONS)
    there = {*layout.places, *layout.rings}
    assert set(layout.bonds) == {bond.id for bond in bonds if {bond.a, bond.b} <= there}
    for line in layout.bonds.values():
        assert len(line) > 1


def test_nobody_at_all_is_an_empty_sheet() -> None:
    for view in VIEWS:
        layout = lay_out(FamilyGraph(), view, {}, {}, OPTIONS)
        assert (layout.places, layout.bounds.width) == ({}, 0.0)


def test_three_partners_stand_in_order_of_time_with_their_own_children() -> None:
    family = three_partners()
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    row = sorted(("m1", "f", "m2", "m3"), key=lambda key: layout.places[key])
    assert row == ["m1", "m2", "f", "m3"]
    eldest_first = [layout.places[f"k{i}"][0] for i in range(5)]
    assert eldest_first == sorted(eldest_first)
    over = layout.bars["u1"]
    assert max(y for _, y in over.points[1:3]) < layout.places["m2"][1] - 14
    assert layout.places["m1"][0] < over.middle[0] < layout.places["m2"][0]


def test_a_child_in_care_is_drawn_once_with_every_set_of_parents() -> None:
    family = carter()
    extents = extents_of(family)
    layout = lay_out(family, "genogram", extents, {}, OPTIONS)
    ends = [layout.descents[key][-1] for key in ("u3.jay.born", "u6.jay.cared", "sheila.jay.cared")]
    x, y = layout.places["jay"]
    assert len({end[0] for end in ends}) == 3
    assert all(end[1] == y - 14 and abs(end[0] - x) <= 14 for end in ends)
    assert layout.places["lisa"][1] == layout.places["ann"][1] < y
    assert layout.bounds.width < 786
    assert layout.bounds.height < 400


def test_two_homes_share_a_child_and_take_in_nobody_else() -> None:
    family = two_homes()
    extents = extents_of(family)
    layout = lay_out(family, "genogram", extents, {}, OPTIONS)
    assert layout.warnings == ()
    homes = {"h1": {"mum", "new", "sam", "baby"}, "h2": {"dad", "sam"}}
    for key, who in homes.items():
        inside = {one for one, place in layout.places.items() if contains(layout.rings[key], place)}
        assert inside == who


@settings(max_examples=40, deadline=None)
@given(wild())
def test_a_ring_holds_all_its_members_and_names_whom_it_takes_in(family: FamilyGraph) -> None:
    extents = extents_of(family)
    layout = lay_out(family, "genogram", extents, {}, OPTIONS)
    for key, ring in layout.rings.items():
        who = {edge.person for edge in family.edges(LivesIn) if edge.household == key}
        inside = {one for one, place in layout.places.items() if contains(ring, place)}
        named = {one for warning in layout.warnings if warning.who[0] == key for one in warning.who[1:]}
        assert who <= inside <= who | named


def test_forty_brothers_and_sisters_stand_in_one_row_eldest_left() -> None:
    names = [f"c{i}" for i in range(40)]
    people = [person("a", "man"), person("b", "woman")]
    people += [person(name, born=str(1940 + i)) for i, name in enumerate(names)]
    family = FamilyGraph.of([*people, *union("u", "a", "b"), *children("u", *names)])
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    row = [layout.places[name][0] for name in names]
    assert all(b - a > 28 for a, b in pairwise(row))
    assert len({layout.places[name][1] for name in names}) == 1


def served(family: FamilyGraph) -> FamilyGraph:
    services = [Agency(id=f"a{i}", kind="service") for i in range(14)]
    ends = ["jay", "mia", "h1", "lisa", "darren", "sheila", "kelly"]
    ties = [Tie(id=f"t{i}", a=f"a{i}", b=ends[i % len(ends)]) for i in range(13)]
    return family.changed(put=[*services, *ties])


@pytest.mark.parametrize("view", ["combined", "ecomap"])
def test_services_stand_clear_of_people_and_homes_and_each_has_its_tie(view: ViewKind) -> None:
    family = served(carter())
    extents = extents_of(family)
    layout = lay_out(family, view, extents, {}, OPTIONS, LABELS)
    found = boxes(layout, extents)
    assert overlaps(found) == []
    assert {f"a{i}" for i in range(14)} <= layout.places.keys()
    assert sorted(layout.ties) == sorted(f"t{i}" for i in range(13))
    for service in (f"a{i}" for i in range(14)):
        assert not any(contains(ring, layout.places[service]) for ring in layout.rings.values())


def test_an_ecomap_has_the_childs_home_in_the_middle() -> None:
    family = served(carter())
    layout = lay_out(family, "ecomap", extents_of(family), {}, OPTIONS)
    assert "ron" not in layout.places
    assert list(layout.rings) == ["h1"]
    x, y = layout.bounds.centre
    assert abs(layout.places["sheila"][0] - x) < layout.bounds.width / 5
    around = [layout.places[f"a{i}"] for i in range(14)]
    assert min(p[0] for p in around) < layout.places["jay"][0] < max(p[0] for p in around)
    assert min(p[1] for p in around) < y < max(p[1] for p in around)


def test_a_genogram_leaves_services_out_except_those_that_look_after_a_child() -> None:
    family = served(carter()).changed(put=children("a3", "jay", kind="cared"))
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    assert [key for key in layout.places if key.startswith("a") and key != "ann"] == ["a3"]
    assert layout.descents["a3.jay.cared"][-1][1] == layout.places["jay"][1] - 14


def test_several_relationships_between_two_lie_side_by_side() -> None:
    bonds = [Bond(id=f"b{i}", a="lisa", b="darren", quality="any") for i in range(3)]
    family = carter().changed(put=bonds)
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    middles = sorted(route[len(route) // 2][1] for route in layout.bonds.values())
    assert all(b - a > 5 for a, b in pairwise(middles))
    bar = layout.bars["u4"].middle[1]
    assert all(abs(y - bar) > 3 for y in middles)


def test_rows_stand_as_far_apart_as_the_words_on_lines_between_them_need() -> None:
    carers = ("pat", "ann")
    records = [person(key) for key in ("jay", *carers)]
    links = [link for key in carers for link in children(key, "jay", kind="cared")]
    family = FamilyGraph.of([*records, *links])
    labels = {link.id: (60.0, 20.0) for link in links}
    found = [lay_out(family, "genogram", extents_of(family), {}, OPTIONS, said) for said in ({}, labels)]
    bare, worded = (layout.places["jay"][1] - layout.places["pat"][1] for layout in found)
    assert worded > bare + 12.0


def test_a_relationship_runs_the_way_it_was_told() -> None:
    there, back = (Bond(id="b", a=a, b=b, quality="any") for a, b in (("pat", "jay"), ("jay", "pat")))
    routes = []
    for bond in (there, back):
        family = carter().changed(put=[bond])
        routes.append(lay_out(family, "genogram", extents_of(family), {}, OPTIONS).bonds["b"])
    assert routes[0] == routes[1][::-1]


@settings(max_examples=60, deadline=None)
@given(wild(), st.sampled_from(VIEWS), st.data())
def test_labels_of_any_family_lie_on_nobody_and_on_no_other_label(
    family: FamilyGraph, view: ViewKind, data: st.DataObject
) -> None:
    keys = [one.id for one in family.people]
    ends = st.tuples(st.sampled_from(keys), st.sampled_from(keys)) if keys else st.nothing()
    pairs = data.draw(st.lists(ends, max_size=8)) if keys else []
    family = family.changed(
        put=[Bond(id=f"b{i}", a=a, b=b, quality="any") for i, (a, b) in enumerate(pairs) if a != b]
    )
    edges = (*family.unions, *family.households, *family.edges(ChildOf), *family.edges(Bond))
    labels = {edge.id: (30.0 + 25 * (i % 5), 11.0 * (1 + i % 2)) for i, edge in enumerate(edges)}
    extents = extents_of(family)
    layout = lay_out(family, view, extents, {}, OPTIONS, labels)
    assert measures.covered_by_labels(layout, extents) == []


@settings(max_examples=30, deadline=None)
@given(orderly())
def test_a_couples_bar_is_as_long_as_what_is_written_on_it(family: FamilyGraph) -> None:
    labels = {union.id: (120.0, 11.0) for union in family.unions}
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS, labels)
    for bar in layout.bars.values():
        assert bar.points[-1][0] - bar.points[0][0] >= 120


def test_labels_lie_on_nobody_and_on_no_other_label() -> None:
    family = served(carter())
    extents = extents_of(family)
    layout = lay_out(family, "genogram", extents, {}, OPTIONS, LABELS)
    assert sorted(layout.labels) == sorted(LABELS)
    assert measures.covered_by_labels(layout, extents) == []


def test_whom_somebody_lives_with_stands_beside_them_whenever_it_began() -> None:
    people = [person("f", "man"), *(person(f"m{i}", "woman") for i in (1, 2, 3))]
    unions = [union(f"u{i}", "f", f"m{i}", since=str(1990 + 5 * i)) for i in (1, 2, 3)]
    family = FamilyGraph.of([*people, *(record for one in unions for record in one), *home("h", "f", "m1")])
    layout = lay_out(family, "genogram", extents_of(family), {}, OPTIONS)
    row = sorted(("m1", "f", "m2", "m3"), key=lambda key: layout.places[key])
    assert abs(row.index("f") - row.index("m1")) == 1
    assert layout.warnings == ()
