"""Somebody who is added to a sheet on which others stand already."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, permutations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from genogram_app.drawing.primitives import Box
from genogram_app.edit import carers
from genogram_app.family.graph import FamilyGraph
from genogram_app.layout.kinship.kin import kin_of
from genogram_app.layout.lay_out import lay_out
from genogram_app.layout.sheet.ground import Ground
from genogram_app.layout.sheet.ink import Ink
from genogram_app.layout.sheet.result import Layout
from genogram_app.layout.standing.beside import Newcomers, Wish
from genogram_app.model.agency import Agency
from genogram_app.model.base import Record
from genogram_app.model.document import Placement
from genogram_app.model.ties import ChildOf, Tie
from genogram_app.studio.session import Session
from tests.layout.drawn_step_by_step import named, told
from tests.layout.families import (
    OPTIONS,
    boxes,
    carter,
    children,
    extents_of,
    orderly,
    overlaps,
    person,
    union,
    wild,
)


def kept(layout: Layout) -> dict[str, Placement]:
    return {key: Placement(x=x, y=y, by_hand=False) for key, (x, y) in layout.places.items()}


def joined_by(family: FamilyGraph, *records: Record) -> tuple[Layout, Layout]:
    """Give the sheet before and after somebody joins, everybody else kept where they were."""
    before = lay_out(family, "combined", extents_of(family), {}, OPTIONS)
    bigger = family.changed(put=list(records))
    after = lay_out(bigger, "combined", extents_of(bigger), kept(before), OPTIONS)
    assert {key: after.places[key] for key in before.places} == before.places
    assert overlaps(boxes(after, extents_of(bigger))) == []
    return before, after


def test_a_brother_stands_away_from_his_sisters_partner_who_has_a_family_there() -> None:
    family = carter().changed(drop=["ann", "bob", "u6"])
    _, after = joined_by(family, person("rob", "man", "1990"), *children("u1", "rob"))
    (x, y), (pete, row) = after.places["rob"], after.places["pete"]
    assert pete < after.places["lisa"][0] < after.places["darren"][0]
    assert y == row
    assert pete - 320 < x < pete


@pytest.mark.parametrize(
    ("side", "row"),
    [("dad", "Al Rhys Kim Darren Lisa"), ("mum", "Darren Lisa Al Rhys Kim")],
)
@pytest.mark.parametrize("order", list(permutations(["brother Al 31", "brother Rhys 30", "sister Kim 28"])))
def test_aunts_and_uncles_stand_the_eldest_left_in_whatever_order_they_are_told(
    side: str, row: str, order: Sequence[str]
) -> None:
    session = told("; ".join(["mum Lisa 32; dad Darren 33", *(f"{side}'s {one}" for one in order)]))
    x = {name: session.standing.placed("genogram")[named(session, name)].x for name in row.split()}
    assert " ".join(sorted(x, key=x.__getitem__)) == row


def row_of(session: Session, *names: str) -> list[str]:
    """Give some people of one row as they stand, from left to right."""
    there = session.standing.placed("genogram")
    assert len({there[named(session, name)].y for name in names}) == 1
    return sorted(names, key=lambda name: there[named(session, name)].x)


def test_the_partner_of_today_stands_beside_her_and_inside_the_one_before() -> None:
    session = told("mum Nia 36; dad Huw 38; mum's ex-partner Gethin; mum's partner Dafydd 41")
    assert row_of(session, "Huw", "Nia", "Dafydd", "Gethin") == ["Huw", "Nia", "Dafydd", "Gethin"]


@pytest.mark.parametrize("who", ["Lisa", "Zoe", "Max"])
def test_carers_who_join_stand_not_between_brothers_and_sisters(who: str) -> None:
    session = told(
        "mum Lisa 32; dad Darren 33; mum's sister Zoe 26; mum's brother Max 22; mum's sister Ida 20"
    )
    before = {person.id for person in session.case.family.people}
    session.do(carers.add_carers(session.case, session.stamp, named(session, who), "foster", couple=True))
    there = session.standing.placed("genogram")
    row = there[named(session, "Lisa")].y
    aunts = [there[named(session, name)].x for name in ("Lisa", "Zoe", "Max", "Ida")]
    new = [there[person.id] for person in session.case.family.people if person.id not in before]
    assert len(new) == 2
    assert all(at.y != row or not min(aunts) < at.x < max(aunts) for at in new)


def test_carers_of_their_child_stand_beside_her_brothers_and_sisters() -> None:
    session = told("mum Lisa 32; dad Darren 33; mum's sister Zoe 26; mum's brother Max 22; sister Mia 5")
    jay = next(person.id for person in session.case.family.people if person.subject)
    before = {person.id for person in session.case.family.people}
    session.do(carers.add_carers(session.case, session.stamp, jay, "foster", couple=True))
    there = session.standing.placed("genogram")
    aunts = [there[named(session, name)].x for name in ("Lisa", "Zoe", "Max")]
    new = [there[person.id] for person in session.case.family.people if person.id not in before]
    assert len({there[named(session, "Lisa")].y, *(at.y for at in new)}) == 1
    assert all(not min(aunts) < at.x < max(aunts) for at in new)


def test_children_who_join_together_stand_together() -> None:
    session = told(
        "mum Nia 36; dad Huw 38; brother Osian 9; mum's ex-partner Rob; mum's partner Dafydd 41; "
        "Dafydd's kids Gwen 12 and Ifan 8"
    )
    row = row_of(session, "Osian", "Jay", "Gwen", "Ifan")
    assert abs(row.index("Gwen") - row.index("Ifan")) == 1


@pytest.mark.parametrize("parents", ["", "mum Fozia 40; dad Sajid 45; "])
@pytest.mark.parametrize(
    "line",
    [
        "brother Jo 9; sisters Ann 20, May 18 and Kay 15",
        "brother Jo 9; sisters Ann 20, May 18, Kay 15 and Sue 4; brothers Bill 17, Ham 13, Ur 7 and Ali 2",
        "brothers Ali 2 and Bill 17; sister Sue 4; brothers Ur 7, Jo 9 and Ham 13; sisters Kay 15 and Ann 20",
    ],
)
def test_brothers_and_sisters_told_together_stand_in_order_of_birth(parents: str, line: str) -> None:
    names = [name for name in "Ann May Bill Kay Ham Jo Ur Sue Ali".split() if f"{name} " in line]
    assert row_of(told(parents + line), *names) == names


def test_a_brother_stands_at_the_right_of_his_sister_who_is_with_nobody() -> None:
    family = FamilyGraph().changed(
        put=[person("ann"), *union("u", "ann"), person("bea", "", "2000"), *children("u", "bea")]
    )
    _, after = joined_by(family, person("cal", "", "2010"), *children("u", "cal"))
    (x, y), (bea, row) = after.places["cal"], after.places["bea"]
    assert y == row
    assert bea < x < bea + 160


def test_a_partner_stands_in_the_same_row_and_not_on_a_service() -> None:
    alone = carter().changed(drop=["ann", "bob", "u6"])
    family = alone.changed(put=[Agency(id="office", kind="any"), Tie(id="t", a="office", b="pete")])
    before = lay_out(family, "combined", extents_of(family), {}, OPTIONS)
    x, y = before.places["pete"]
    near = kept(before) | {"office": Placement(x=x - 80.0, y=y, by_hand=True)}
    bigger = family.changed(put=[person("new", "woman"), *union("u9", "pete", "new")])
    after = lay_out(bigger, "combined", extents_of(bigger), near, OPTIONS)
    assert after.places["new"][1] == y
    assert abs(after.places["new"][0] - x) < 340
    assert overlaps(boxes(after, extents_of(bigger))) == []


@settings(max_examples=40, deadline=None)
@given(orderly(), st.integers(0, 100))
def test_newcomers_move_nobody_stand_in_their_row_and_in_no_line(family: FamilyGraph, chance: int) -> None:
    parents = family.unions[chance % len(family.unions)].id
    before, after = joined_by(family, person("zz", "", "1999"), *children(parents, "zz"))
    x, y = after.places["zz"]
    others = [edge.child for edge in family.into(ChildOf, parents)]
    assert all(after.places[other][1] == y for other in others)
    box = extents_of(family.changed(put=[person("zz")]))["zz"].box.moved(x, y)
    for line in before.descents.values():
        for (ax, ay), (bx, by) in pairwise(line):
            leg = Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)).grown(0.1)
            assert not leg.overlaps(box)


@settings(max_examples=30, deadline=None)
@given(orderly() | wild(), st.integers(0, 99))
def test_whoever_is_next_belongs_as_near_as_anybody(family: FamilyGraph, chance: int) -> None:
    """Wishes are asked again only of the kin of whoever was placed: nobody else's become stronger."""
    extents, places = extents_of(family), lay_out(family, "genogram", extents_of(family), {}, OPTIONS).places
    kin = kin_of(family, OPTIONS)
    assume(kin.ids)
    one = kin.ids[chance % len(kin.ids)]
    newcomers = Newcomers(kin, {one: places[one]}, extents, Ground({}), Ink(), OPTIONS)
    stand, nobody = newcomers._stand, (9, ((0.0, 0.0), 0))

    def checked(who: int, wish: Wish) -> None:
        ranks = {
            number: (newcomers._wish(number) or nobody)[0]
            for number, key in enumerate(kin.ids)
            if key not in newcomers.places
        }
        assert who == min(ranks, key=lambda number: (ranks[number], number))
        stand(who, wish)

    newcomers._stand = checked  # type: ignore[method-assign]
    assert newcomers.placed().keys() == set(kin.ids)


def test_each_newcomer_of_many_is_asked_a_few_times_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    """A family of hundreds round one who was placed by hand once took half a minute."""
    put: list[Record] = [person("p000")]
    for n in range(1, 300):
        put += [person(f"p{n:03}"), *children(f"p{(n - 1) // 3:03}", f"p{n:03}")]
    asked: list[int] = []
    whole = Newcomers._wish

    def counted(newcomers: Newcomers, who: int) -> tuple[int, Wish] | None:
        asked.append(who)
        return whole(newcomers, who)

    monkeypatch.setattr(Newcomers, "_wish", counted)
    family = FamilyGraph.of(put)
    fixed = {"p150": Placement(x=0.0, y=0.0, by_hand=True)}
    lay_out(family, "genogram", extents_of(family), fixed, OPTIONS, places_only=True)
    assert len(asked) < 10 * 300
