"""A sheet that goes on from the one before is the same as one drawn afresh."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genogram_app.drawing.geometry import Polyline
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout import making
from genogram_app.layout.descent import marks
from genogram_app.layout.descent.descents import Descents
from genogram_app.layout.descent.known_marks import Marked, Standing
from genogram_app.layout.homes.enclosures import Enclosure, enclosed
from genogram_app.layout.lay_out import family_lines, lay_out, relationship_lines
from genogram_app.layout.relationships.arcs import Arcs, Ends
from genogram_app.layout.relationships.kept import InPassing, Kept
from genogram_app.layout.relationships.ways import Priced
from genogram_app.layout.settle import room_made
from genogram_app.layout.sheet.curves import Curve
from genogram_app.layout.sheet.extents import Knot, Options, Trace
from genogram_app.layout.sheet.result import Layout
from genogram_app.layout.sheet.scenery import Scenery
from genogram_app.model.agency import Agency
from genogram_app.model.base import Record
from genogram_app.model.document import Placement, ViewKind
from genogram_app.model.ids import Id
from genogram_app.model.ties import Bond, ChildOf, Tie
from tests.layout.families import OPTIONS, carter, children, extents_of, orderly, person

Placed = dict[str, Placement]
VIEWS: tuple[ViewKind, ...] = ("combined", "genogram", "ecomap")
#: What is done to a sheet, and two numbers that say to whom.
Step = tuple[str, int, int]
steps = st.lists(
    st.tuples(
        st.sampled_from(["child", "bond", "more", "move", "away"]), st.integers(0, 99), st.integers(0, 99)
    ),
    min_size=1,
    max_size=4,
)


def stepped(family: FamilyGraph, places: Placed, step: Step, number: int) -> tuple[FamilyGraph, Placed]:
    """Give a family and its places after a step."""
    kind, a, b = step
    people = [one.id for one in family.people]
    one, other = people[a % len(people)], people[b % len(people)]
    put: list[Record] = []
    if kind == "child":
        put = [person(f"new{number}"), *children(family.unions[a % len(family.unions)].id, f"new{number}")]
    elif kind == "bond" and one != other:
        put = [Bond(id=f"bond{number}", a=one, b=other, quality="any")]
    elif kind == "move":
        at = places[one]
        places = places | {one: Placement(x=at.x + 3.0 * (b - 50), y=at.y, by_hand=True)}
    elif kind == "more" and (bonds := family.edges(Bond)):
        bond = bonds[a % len(bonds)]
        put = [Bond(id=f"bond{number}", a=bond.a, b=bond.b, quality="any")]
    elif kind == "away" and (bonds := family.edges(Bond)):
        family = family.changed(drop=[bonds[a % len(bonds)].id])
    family = family.changed(put=put)
    made = room_made(family, extents_of(family), places, OPTIONS)
    return family, places | {key: Placement(x=x, y=y) for key, (x, y) in made.items()}


def drawn(
    family: FamilyGraph, places: Placed, kept: Kept | None = None, view: ViewKind = "genogram"
) -> Layout:
    bonds = [bond.id for bond in family.edges(Bond)]
    broad = [Trace(0.4), Trace(3.0, (Knot(0.5, 0.0, 4.0),)), Trace(1.5)]
    ended = Trace(0.8, (Knot(0.5, 0.0, 6.0, along=4.0),))
    own = [record.id for record in (*family.unions, *family.edges(ChildOf))]
    traces = {key: broad[number % len(broad)] for number, key in enumerate(bonds)}
    options: Options = replace(OPTIONS, traces={**dict.fromkeys(own, ended), **traces})
    labels = dict.fromkeys(bonds[::2], (40.0, 9.0))
    return lay_out(family, view, extents_of(family), places, options, labels, kept=kept)


def same_after(family: FamilyGraph, todo: list[Step]) -> None:
    kept = Kept()
    layout = drawn(family, {}, kept)
    places = {key: Placement(x=x, y=y) for key, (x, y) in layout.places.items()}
    for number, step in enumerate(todo):
        family, places = stepped(family, places, step, number)
        assert drawn(family, places, kept) == drawn(family, places), (number, step)


@settings(max_examples=10, deadline=None)
@given(orderly(), steps)
def test_edits_of_any_family_give_the_same_sheet_as_drawn_afresh(
    family: FamilyGraph, todo: list[Step]
) -> None:
    bonds: list[Step] = [("bond", 3 * i, 7 * i + 1) for i in range(4)]
    same_after(family, [*bonds, *todo])


@settings(max_examples=6, deadline=None)
@given(steps)
def test_edits_among_homes_and_carers_give_the_same_sheet_as_drawn_afresh(todo: list[Step]) -> None:
    same_after(carter(), [("bond", 1, 11), ("bond", 5, 8), ("bond", 2, 6), *todo])


def test_one_sheet_after_another_with_services_is_the_same_as_drawn_afresh() -> None:
    """Services that are placed make a sheet larger after its family has been drawn."""
    kept = Kept()
    for services in ((), ("office",), ("office", "school"), ("clinic", "office", "school")):
        put: list[Record] = [Agency(id=key, kind="any") for key in services]
        put += [Tie(id=f"t-{key}", a=key, b="jay") for key in services]
        put += [
            Bond(id="b1", a="darren", b="lisa", quality="any"),
            Bond(id="b2", a="pat", b="jay", quality="any"),
        ]
        family = carter().changed(put=put)
        for view in VIEWS:
            assert drawn(family, {}, kept, view) == drawn(family, {}, None, view), (services, view)


def test_in_passing_no_way_is_searched_for_and_every_line_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search takes longer than a frame of a drag."""
    searches: list[object] = []

    def counted(*given: object) -> list[Curve]:
        searches.append(given)
        return []

    monkeypatch.setattr("genogram_app.layout.relationships.arcs.searched", counted)
    family = carter().changed(
        put=[Bond(id=f"b{a}{b}", a=a, b=b, quality="any") for a, b in combinations(("ron", "jay", "ann"), 2)]
    )
    whole = drawn(family, {})
    assert searches
    searches.clear()
    assert drawn(family, {}, InPassing()).bonds.keys() == whole.bonds.keys()
    assert not searches


def test_lines_are_drawn_again_as_they_were_where_nothing_changed_that_they_were_drawn_among(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A line by itself, and two between the same two; ways are tried again only beside what moved."""
    ends = ("ron", "jay"), ("darren", "lisa"), ("darren", "lisa"), ("pat", "ann")
    put = [Bond(id=f"b{number}", a=a, b=b, quality="any") for number, (a, b) in enumerate(ends)]
    family, kept = carter().changed(put=put), Kept()
    places = {key: Placement(x=x, y=y) for key, (x, y) in drawn(family, {}, kept).places.items()}
    looked: list[Id] = []
    best, fan = Arcs._best, Arcs._meets

    def counted(arcs: Arcs, a: Id, b: Id, trace: Trace) -> Priced:
        looked.append(a)
        return best(arcs, a, b, trace)

    def met(arcs: Arcs, curve: Curve, trace: Trace, a: Id, b: Id) -> float:
        looked.append(a)
        return fan(arcs, curve, trace, a, b)

    monkeypatch.setattr(Arcs, "_best", counted)
    monkeypatch.setattr(Arcs, "_meets", met)
    drawn(family, places, kept)
    looked.clear()
    far = max(at.x for at in places.values()) + 900.0
    family = family.changed(put=[person("stranger")])
    places |= {"stranger": Placement(x=far, y=places["jay"].y)}
    again = drawn(family, places, kept)
    assert not looked
    assert again == drawn(family, places)
    looked.clear()
    places |= {"lisa": Placement(x=places["lisa"].x + 9.0, y=places["lisa"].y)}
    moved = drawn(family, places, kept)
    assert looked
    assert moved == drawn(family, places)


def test_marks_are_placed_anew_only_where_something_changed_beside_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    family, kept = carter(), Kept()
    layout = drawn(family, {}, kept)
    places = {key: Placement(x=x, y=y) for key, (x, y) in layout.places.items()}
    placed: list[Id] = []
    whole = marks._standing

    def counted(marked: Marked, scenery: Scenery) -> Standing:
        placed.append(marked.key)
        return whole(marked, scenery)

    monkeypatch.setattr(marks, "_standing", counted)
    assert drawn(family, places, kept) == layout
    again = len(placed)
    moved = places | {"jay": Placement(x=places["jay"].x + 9.0, y=places["jay"].y)}
    drawn(family, moved, kept)
    beside = {edge.id for edge in family.edges(ChildOf) if edge.child == "jay"}
    assert beside <= set(placed[again:])
    assert again + len(placed[again:]) < len(layout.marks)


def test_lines_that_were_looked_at_are_not_worked_out_again_for_the_sheet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    family, kept = carter(), Kept()
    extents = extents_of(family)
    places = lay_out(family, "genogram", extents, {}, OPTIONS).places
    placed = {key: Placement(x=x, y=y) for key, (x, y) in places.items()}
    worked_out: list[Descents] = []
    whole = Descents.drawn

    def counted(lines: Descents) -> object:
        worked_out.append(lines)
        return whole(lines)

    monkeypatch.setattr(Descents, "drawn", counted)
    looked_at = family_lines(family, extents, places, OPTIONS, kept=kept)
    sheet = lay_out(family, "genogram", extents, placed, OPTIONS, kept=kept)
    assert (len(worked_out), looked_at.descents, looked_at.bars) == (1, sheet.descents, sheet.bars)
    moved = placed | {"jay": Placement(x=placed["jay"].x + 9.0, y=placed["jay"].y)}
    assert lay_out(family, "genogram", extents, moved, OPTIONS, kept=kept) == lay_out(
        family, "genogram", extents, moved, OPTIONS
    )
    assert len(worked_out) == 3


@pytest.mark.parametrize("view", ["genogram", "combined"])
def test_a_sheet_goes_on_from_relationships_that_were_looked_at(
    view: ViewKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies under them is drawn once, and a second sheet of the same is drawn afresh."""
    put: list[Record] = [Agency(id="office", kind="any"), Tie(id="t1", a="office", b="jay")]
    put += [
        Bond(id="b1", a="darren", b="lisa", quality="any"),
        Bond(id="b2", a="pat", b="jay", quality="any"),
    ]
    family, kept = carter().changed(put=put), Kept()
    places = {key: Placement(x=x, y=y) for key, (x, y) in drawn(family, {}, view=view).places.items()}
    afresh = lay_out(family, view, extents_of(family), places, OPTIONS)
    drawings: list[Arcs] = []
    whole = Arcs.drawn

    def counted(arcs: Arcs, lines: Sequence[Ends]) -> dict[str, Polyline]:
        drawings.extend([arcs] if any(key == "b1" for key, *_ in lines) else [])
        return whole(arcs, lines)

    monkeypatch.setattr(Arcs, "drawn", counted)
    there = {key: (at.x, at.y) for key, at in places.items()}
    looked_at = relationship_lines(family, view, extents_of(family), there, OPTIONS, kept=kept)
    for drawn_so_far in (1, 2):
        again = lay_out(family, view, extents_of(family), places, OPTIONS, kept=kept)
        assert again == afresh
        assert again.bonds == looked_at.bonds
        assert len(drawings) == drawn_so_far


def test_homes_are_enclosed_again_only_where_something_of_them_has_changed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[object] = []

    def counting(*made_of: Any) -> dict[Id, Enclosure]:
        asked.append(made_of)
        return enclosed(*made_of)

    monkeypatch.setattr(making, "enclosed", counting)
    family, kept = carter(), Kept()
    first = lay_out(family, "genogram", extents_of(family), {}, OPTIONS, kept=kept)
    at = {key: Placement(x=x, y=y) for key, (x, y) in first.places.items()}
    tied = family.changed(put=[Bond(id="bond", a="jay", b="lisa", quality="any")])
    second = lay_out(tied, "genogram", extents_of(family), at, OPTIONS, kept=kept)
    assert len(asked) == 1
    assert second.rings == first.rings
    at["baby"] = Placement(x=at["baby"].x + 40, y=at["baby"].y, by_hand=True)
    lay_out(tied, "genogram", extents_of(family), at, OPTIONS, kept=kept)
    assert len(asked) == 2
