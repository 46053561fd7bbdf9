"""A change ends one dated spell and starts the next; a correction overwrites."""

from __future__ import annotations

import pytest

from genogram_app.edit.agencies import end_agency
from genogram_app.edit.children import change_carers, end_link, link_children
from genogram_app.edit.households import (
    change_stay,
    close_household,
    make_household,
    move_in,
    move_out,
)
from genogram_app.edit.people import died, not_died, set_subject, was_born
from genogram_app.edit.records import correct
from genogram_app.edit.spells import change_state, correct_state, record_state, remove_state
from genogram_app.edit.ties import add_bond, add_tie, change_bond, change_tie, correct_bond, end_line
from genogram_app.edit.unions import end_union, join
from genogram_app.errors import NotFoundError, RefusedError
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.family.seen import View, seen
from genogram_app.model.agency import Agency, Involvement
from genogram_app.model.base import Blank, Share, Standing, Teller
from genogram_app.model.dates import When
from genogram_app.model.household import Household
from genogram_app.model.person import Life, Person, Spell
from genogram_app.model.ties import Bond, ChildOf, Direction, LivesIn, Tie, Union
from tests.builders import (
    HARMLESS,
    KINDS,
    PRIVATE,
    SHARED,
    TODAY,
    case_of,
    child,
    couple,
    home,
    person,
    stamp,
    three_of_them,
)

MARCH, JUNE = When("2025-03"), When("2025-06-14")


def kinds_and_ends(case: Case) -> list[tuple[str, str, str]]:
    spells = case.family.get(Union, "pair").spells
    return [(spell.kind, str(spell.since), str(spell.until)) for spell in spells]


def test_a_change_of_a_union_keeps_what_was() -> None:
    case = end_union(three_of_them(), stamp(), "pair", "apart", MARCH).case
    assert kinds_and_ends(case) == [("wed", "2010", "2025-03"), ("apart", "2025-03", "None")]


def test_a_correction_of_a_union_leaves_no_trace_of_a_change() -> None:
    case = correct_state(three_of_them(), stamp(), "pair", kind="partners").case
    assert kinds_and_ends(case) == [("partners", "2010", "None")]
    assert case.family.get(Union, "pair").spells[0].basis.recorded == TODAY


def test_an_earlier_state_is_written_before_the_present_one() -> None:
    case = record_state(three_of_them(), stamp(), "pair", "partners", When("2008"), When("2010")).case
    assert [kind for kind, _, _ in kinds_and_ends(case)] == ["partners", "wed"]
    assert kinds_and_ends(remove_state(case, stamp(), "pair", 0).case) == kinds_and_ends(three_of_them())


def test_a_change_before_what_it_ends_is_refused() -> None:
    with pytest.raises(RefusedError, match="before what it ends"):
        change_state(three_of_them(), stamp(), "pair", "apart", When("2001"))


def test_the_family_does_not_learn_by_a_date_what_it_may_not_see() -> None:
    """What the worker enters alone ends what was; the family learns neither the day nor what came."""
    case = end_union(three_of_them(), stamp(Share.CASE_FILE), "pair", "apart", MARCH).case
    family_sees = seen(case, View(as_at=TODAY, harmless=HARMLESS)).family.get(Union, "pair")
    assert [(spell.kind, spell.until) for spell in family_sees.spells] == [("wed", Blank.UNKNOWN)]
    assert kinds_and_ends(case) == [("wed", "2010", "2025-03"), ("apart", "2025-03", "None")]


def test_a_legal_status_changes_like_a_union() -> None:
    case = change_state(three_of_them(), stamp(), "jay", "first_order", MARCH).case
    case = change_state(case, stamp(), "jay", "second_order", JUNE, note="Family court").case
    legal = case.family.get(Person, "jay").legal
    assert [(spell.kind, spell.until) for spell in legal] == [("first_order", JUNE), ("second_order", None)]


def test_a_bond_that_changes_ends_and_begins_anew() -> None:
    drawn = add_bond(three_of_them(), stamp(), "jay", "lisa", "near")
    changed = change_bond(drawn.case, stamp(new_id=lambda _: "e_new"), drawn.select[0], "far", MARCH)
    old, new = (changed.case.family.get(Bond, key) for key in (*drawn.select, *changed.select))
    assert (old.quality, old.until) == ("near", MARCH)
    assert (new.quality, new.since, new.until, new.ends) == ("far", MARCH, None, ("jay", "lisa"))


def test_a_bond_that_was_drawn_wrongly_is_overwritten() -> None:
    drawn = add_bond(three_of_them(), stamp(), "jay", "lisa", "near")
    case = correct_bond(drawn.case, stamp(), drawn.select[0], quality="far", direction=Direction.BACK).case
    (bond,) = case.family.edges(Bond)
    assert (bond.id, bond.quality, bond.direction) == (drawn.select[0], "far", Direction.BACK)


def test_harm_has_no_default() -> None:
    (bond,) = add_bond(three_of_them(), stamp(), "darren", "lisa", "harms").case.family.edges(Bond)
    assert (bond.direction, bond.basis.teller, bond.basis.standing) == (Direction.UNSET, None, None)
    told = add_bond(
        three_of_them(),
        stamp(Share.CASE_FILE, teller=Teller.ADULT, told_by="Lisa"),
        "darren",
        "lisa",
        "harms",
        direction=Direction.FORTH,
        standing=Standing.REPORTED,
    )
    (bond,) = told.case.family.edges(Bond)
    assert (bond.basis.teller, bond.basis.told_by, bond.basis.standing) == (
        Teller.ADULT,
        "Lisa",
        Standing.REPORTED,
    )


def test_where_a_bond_stands_can_be_corrected_alone() -> None:
    drawn = add_bond(three_of_them(), stamp(), "darren", "lisa", "harms")
    case = correct_bond(drawn.case, stamp(), drawn.select[0], standing=Standing.ADMITTED).case
    assert case.family.edges(Bond)[0].basis.standing is Standing.ADMITTED


def test_a_line_joins_two() -> None:
    with pytest.raises(RefusedError):
        add_bond(three_of_them(), stamp(), "jay", "jay", "near")
    with pytest.raises(RefusedError):
        join(three_of_them(), stamp(), "jay", "jay", "")


def test_a_tie_changes_and_ends() -> None:
    school = Agency(id="school", kind="any_kind", name="Hill School", basis=SHARED)
    drawn = add_tie(three_of_them().changed(put=[school]), stamp(), "school", "jay", strength="firm")
    changed = change_tie(
        drawn.case, stamp(new_id=lambda _: "e_new"), drawn.select[0], MARCH, strain="strained"
    )
    tie = changed.case.family.get(Tie, "e_new")
    assert (tie.strength, tie.strain, tie.since) == ("firm", "strained", MARCH)
    over = end_line(changed.case, stamp(), "e_new", JUNE).case
    assert over.family.get(Tie, "e_new").until == JUNE


def test_what_goes_on_unchanged_keeps_who_told_it() -> None:
    """A new spell in the family's view must not share what the worker alone had written."""
    case = case_of(person("jay"), person("ann"), child("jay", "ann", kind="fostered"))
    link = case.family.edges(ChildOf)[0]
    case = correct(case, stamp(Share.CASE_FILE), link.id, order=3).case
    edit = change_carers(case, stamp(new_id=lambda _: "e_new"), KINDS, link.id, MARCH, kind="guardian")
    new = edit.case.family.get(ChildOf, "e_new")
    assert (new.kind, new.order, new.parent) == ("guardian", 3, "ann")
    assert new.basis_of("kind").share is Share.SHARED
    assert new.basis_of("order").share is Share.CASE_FILE


def test_a_child_moves_on_to_other_carers() -> None:
    case = case_of(person("jay"), person("ann"), person("gran"), child("jay", "ann", kind="fostered"))
    edit = change_carers(case, stamp(), KINDS, "jay.of.ann", MARCH, kind="kin", parents=["gran"])
    old, new = edit.case.family.get(ChildOf, "jay.of.ann"), edit.case.family.get(ChildOf, "e_1")
    assert (old.until, new.parent, new.kind, new.since) == (MARCH, "gran", "kin", MARCH)
    ended = end_link(edit.case, stamp(), "e_1").case.family.get(ChildOf, "e_1")
    assert ended.until is Blank.NOT_ASKED
    assert not kinship.current(ended, TODAY)


def test_people_move_from_home_to_home() -> None:
    case = case_of(person("jay"), person("lisa"), *home("flat", "jay", "lisa"), *home("grans"))
    moved = move_in(case, stamp(), "grans", ["jay"], MARCH, leaving="flat").case
    there = {(stay.household, stay.until) for stay in moved.family.out_of(LivesIn, "jay")}
    assert there == {("flat", MARCH), ("grans", None)}
    assert move_in(moved, stamp(), "grans", ["jay"]).case is moved
    back = move_out(moved, stamp(), "grans", ["jay"], JUNE).case
    assert all(stay.until is not None for stay in back.family.out_of(LivesIn, "jay"))


def test_a_home_is_made_of_people_and_may_be_for_weekends() -> None:
    edit = make_household(three_of_them(), stamp(), ["lisa", "jay"], name="Home", part_time={"jay"})
    stays = {stay.person: stay for stay in edit.case.family.edges(LivesIn)}
    assert {who: stay.part_time for who, stay in stays.items()} == {"lisa": False, "jay": True}
    later = change_stay(edit.case, stamp(new_id=lambda _: "e_new"), stays["jay"].id, MARCH, part_time=False)
    assert not later.case.family.get(LivesIn, "e_new").part_time
    assert later.case.family.get(LivesIn, stays["jay"].id).until == MARCH
    with pytest.raises(RefusedError):
        make_household(three_of_them(), stamp(), [])


def test_a_home_that_ends_is_left_by_all() -> None:
    case = close_household(case_of(person("jay"), *home("flat", "jay")), stamp(), "flat", JUNE).case
    assert case.family.get(Household, "flat").until == JUNE
    assert [stay.until for stay in case.family.edges(LivesIn)] == [JUNE]


def test_a_life_is_told() -> None:
    case = died(three_of_them(), stamp(), "darren", When("2019")).case
    assert (case.family.get(Person, "darren").life, case.family.get(Person, "darren").died) == (
        Life.DIED,
        When("2019"),
    )
    back = not_died(case, stamp(), "darren").case.family.get(Person, "darren")
    assert (back.life, back.died) == (Life.LIVING, Blank.NOT_ASKED)
    unborn = case.changed(put=[person("bump", life=Life.UNBORN, born=When("2026-12"))])
    born = was_born(unborn, stamp(), "bump", When("2026-11-20")).case.family.get(Person, "bump")
    assert (born.life, born.born) == (Life.LIVING, When("2026-11-20"))


@pytest.mark.parametrize("key", ["lisa", "darren"])
def test_whoever_has_a_child_or_a_partner_is_never_unborn(key: str) -> None:
    with pytest.raises(RefusedError, match="born already"):
        correct(three_of_them(), stamp(), key, life=Life.UNBORN, born=When("2027-03"))


def test_a_child_may_be_unborn() -> None:
    case = correct(three_of_them(), stamp(), "jay", life=Life.UNBORN).case
    assert case.family.get(Person, "jay").unborn


def test_several_children_may_be_the_subject() -> None:
    case = set_subject(three_of_them().changed(put=[person("kim")]), stamp(), ["jay", "kim"]).case
    assert [who.id for who in case.family.people if who.subject] == ["jay", "kim"]
    assert set_subject(case, stamp(), ["jay", "kim"]).case is case


def test_when_something_ended_is_for_the_case_file_if_the_worker_wrote_it() -> None:
    drawn = add_bond(three_of_them(), stamp(), "jay", "lisa", "near")
    case = end_line(drawn.case, stamp(Share.CASE_FILE), drawn.select[0], MARCH).case
    (bond,) = seen(case, View(as_at=TODAY, harmless=frozenset({"near"}))).family.edges(Bond)
    assert bond.until != MARCH


def test_correcting_how_two_get_on_leaves_the_rest_to_whoever_told_it() -> None:
    told = SHARED.put(told_by="Sheila", standing=Standing.REPORTED)
    bond = Bond(id="b", a="jay", b="lisa", quality="near", since=MARCH, notes="So she says.", basis=told)
    now = stamp(Share.CASE_FILE, teller=Teller.CHILD, told_by="Jay")
    after = correct_bond(three_of_them().changed(put=[bond]), now, "b", quality="far").case.family.get(
        Bond, "b"
    )
    assert after.basis_of("quality") == after.basis == now.basis(Standing.REPORTED)
    assert {after.basis_of(field) for field in ("since", "notes", "a", "b")} == {told}


def test_the_end_of_a_line_is_never_said_twice() -> None:
    drawn = add_bond(three_of_them(), stamp(), "jay", "lisa", "near")
    over = end_line(drawn.case, stamp(), drawn.select[0], MARCH).case
    with pytest.raises(RefusedError, match="has ended already"):
        end_line(over, stamp(), drawn.select[0])
    anew = change_bond(over, stamp(new_id=lambda _: "e_new"), drawn.select[0], "near", JUNE).case
    lines = [(bond.until, bond.since) for bond in anew.family.edges(Bond)]
    assert sorted(map(str, lines)) == sorted(map(str, [(MARCH, None), (None, JUNE)]))
    with pytest.raises(RefusedError, match="before what it ends"):
        change_bond(over, stamp(), drawn.select[0], "far", When("2024"))


def test_a_placement_and_a_service_end_once() -> None:
    case = case_of(person("jay"), person("ann"), child("jay", "ann", kind="fostered", until=MARCH))
    with pytest.raises(RefusedError, match="has ended already"):
        end_link(case, stamp(), "jay.of.ann", JUNE)
    school = Agency(id="school", kind="any_kind", basis=SHARED, involvement=Involvement.ENDED, until=MARCH)
    with pytest.raises(RefusedError, match="no longer involved"):
        end_agency(case_of(school), stamp(), "school")


@pytest.mark.parametrize("when", [When("2010"), When("2018-12-31")])
def test_a_line_neither_changes_nor_ends_before_it_began(when: When) -> None:
    case = add_bond(three_of_them(), stamp(), "jay", "lisa", "near", since=When("2019")).case
    (bond,) = case.family.edges(Bond)
    with pytest.raises(RefusedError, match="before what it ends"):
        change_bond(case, stamp(), bond.id, "far", when)
    with pytest.raises(RefusedError, match="before what it ends"):
        end_line(case, stamp(), bond.id, when)
    assert change_bond(case, stamp(), bond.id, "far", When("2019-05")).case is not case


def test_a_refusal_gives_no_hidden_day_away() -> None:
    bond = Bond(id="b", a="jay", b="lisa", quality="near", basis=SHARED).tell(PRIVATE, since=When("2019"))
    case = end_line(three_of_them().changed(put=[bond]), stamp(), "b", When("2010")).case
    assert case.family.get(Bond, "b").until == When("2010")


def test_a_change_to_the_same_is_none() -> None:
    case = three_of_them()
    assert change_state(case, stamp(), "pair", "wed", When("2010")).case is case
    drawn = add_bond(case, stamp(), "jay", "lisa", "near").case
    assert change_bond(drawn, stamp(), drawn.family.edges(Bond)[0].id, "near", MARCH).case is drawn


def test_the_worker_s_change_closes_what_the_family_sees_and_says_who_told_the_end() -> None:
    now = stamp(Share.CASE_FILE, told_by="Court")
    case = change_state(three_of_them(), now, "pair", "apart", MARCH).case
    wed, apart = case.family.get(Union, "pair").spells
    assert (wed.until, wed.basis.shared, wed.until_basis) == (MARCH, True, now.basis())
    assert (apart.kind, apart.until, apart.until_basis) == ("apart", None, None)


def test_the_family_s_change_touches_no_state_that_it_cannot_see() -> None:
    case = change_state(three_of_them(), stamp(Share.CASE_FILE), "pair", "apart", MARCH).case
    wed, apart = case.family.get(Union, "pair").spells
    after = change_state(case, stamp(), "pair", "friends", JUNE).case.family.get(Union, "pair").spells
    assert after[:2] == (wed, apart)
    assert (after[2].kind, after[2].basis.shared) == ("friends", True)
    fixed = correct_state(case, stamp(), "pair", kind="partners").case.family.get(Union, "pair").spells
    assert [spell.kind for spell in fixed] == ["partners", "apart"]


def test_the_start_and_the_end_of_a_state_are_corrected_apart() -> None:
    case = change_state(three_of_them(), stamp(told_by="Lisa"), "pair", "apart", MARCH).case
    now = stamp(told_by="Court")
    end = correct_state(case, now, "pair", 0, until=JUNE).case.family.get(Union, "pair").spells[0]
    assert (end.basis.told_by, end.until_basis) == ("", now.basis())
    start = correct_state(case, now, "pair", 0, since=When("2011")).case.family.get(Union, "pair").spells[0]
    assert start.until_basis is not None
    assert (start.basis.told_by, start.until_basis.told_by) == ("Court", "Lisa")


def test_who_moves_in_is_written_down_though_the_case_file_knew_it() -> None:
    """What the family says is never lost in silence, nor does it touch what they can't see."""
    case = case_of(person("jay"), *home("flat"), *home("flat", "jay", basis=PRIVATE)[1:])
    after = move_in(case, stamp(), "flat", ["jay"], MARCH).case
    stays = {stay.basis.share: stay for stay in after.family.out_of(LivesIn, "jay")}
    assert stays[Share.CASE_FILE] == case.family.edges(LivesIn)[0]
    assert stays[Share.SHARED].since == MARCH
    out = move_out(after, stamp(), "flat", ["jay"], JUNE).case
    assert out.family.get(LivesIn, "jay.in.flat") == stays[Share.CASE_FILE]


def test_whose_child_somebody_is_may_be_said_though_the_case_file_knew_it() -> None:
    case = case_of(person("jay"), person("ann"), child("jay", "ann", basis=PRIVATE))
    links = link_children(case, stamp(), KINDS, ["jay"], ["ann"]).case.family.edges(ChildOf)
    assert sorted(link.basis.share.value for link in links) == ["case file", "shared"]


def test_what_is_told_before_the_family_of_a_couple_in_a_state_of_harm_stands_beside_it() -> None:
    """The family doesn't see that state: it is neither ended nor overwritten, and what they say is shown."""
    harm = Spell(kind="harms", since=When("2012"), basis=SHARED)
    case = case_of(
        person("lisa"),
        person("darren"),
        *couple("pair", "lisa", "darren"),
        person("jay"),
        child("jay", "pair"),
    )
    case = case.changed(put=[case.family.get(Union, "pair").put(spells=(harm,))])
    for told in (
        change_state(case, stamp(), "pair", "apart"),
        correct_state(case, stamp(), "pair", kind="apart"),
    ):
        spells = told.case.family.get(Union, "pair").spells
        assert spells[0] == harm
        shown = seen(told.case, View(as_at=TODAY, harmless=HARMLESS)).family.get(Union, "pair").spells
        assert [spell.kind for spell in shown] == ["apart"]
    with pytest.raises(NotFoundError):
        correct_state(case, stamp(), "pair", 0, kind="apart")


def test_an_arrangement_isn_t_carried_over_and_the_same_again_is_arranged_anew() -> None:
    case = three_of_them()
    drawn = add_bond(case, stamp(), "jay", "darren", "far")
    told = correct(drawn.case, stamp(), drawn.select[0], arrangement="every other Saturday")
    assert told.case.family.get(Bond, drawn.select[0]).arrangement == "every other Saturday"
    for quality in ("far", "near"):
        after = change_bond(told.case, stamp(new_id=lambda _: "e_new"), drawn.select[0], quality, MARCH)
        before, now = (after.case.family.get(Bond, key) for key in (drawn.select[0], *after.select))
        assert (before.arrangement, before.until) == ("every other Saturday", MARCH)
        assert (now.quality, now.arrangement, now.until) == (quality, "", None)
    assert change_bond(drawn.case, stamp(), drawn.select[0], "far", MARCH).case is drawn.case
