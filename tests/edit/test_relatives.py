"""Adding the people round somebody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from genogram_app.edit import births
from genogram_app.edit.children import descends, link_children
from genogram_app.edit.relatives import add_child, add_half_sibling, add_parents, add_partner, add_sibling
from genogram_app.edit.start import new_case
from genogram_app.errors import RefusedError
from genogram_app.family import kinship
from genogram_app.family.case import Case
from genogram_app.model.base import Blank, Share
from genogram_app.model.dates import When
from genogram_app.model.ids import Id, random_id
from genogram_app.model.person import Person
from genogram_app.model.ties import ChildOf, PartnerIn, Twin
from tests.builders import KINDS, PRIVATE, TODAY, case_of, child, couple, person, stamp, three_of_them


def parents_of(case: Case, who: Id) -> list[tuple[Id, ...]]:
    """Give the sets of parents of somebody."""
    links = kinship.links_up(case.family, who)
    return [tuple(parent.id for parent in kinship.parent_people(case.family, link)) for link in links]


def test_a_new_case_holds_three_generations() -> None:
    edit = new_case(stamp(), KINDS, "Jay", born=When("2015-03-03"))
    family = edit.case.family
    (jay,) = edit.select
    ((father, mother),) = parents_of(edit.case, jay)
    assert len(family.people) == 7
    assert family.get(Person, jay).subject
    for parent in (father, mother):
        assert len(parents_of(edit.case, parent)[0]) == 2
    others = [who for who in family.people if who.id != jay]
    assert {who.name for who in others} == {Blank.NOT_ASKED}
    assert family.get(Person, mother).gender == KINDS.mother
    assert edit.case.details.dated == TODAY


def test_every_record_of_a_new_case_says_when_it_was_told_and_who_may_see_it() -> None:
    for share in Share:
        case = new_case(stamp(share), KINDS, "Jay").case
        for record in (*case.family.records(), case.details):
            assert (record.basis.recorded, record.basis.share) == (TODAY, share)


def test_parents_join_a_parent_who_is_alone() -> None:
    case = case_of(person("jay"), person("lisa", gender=KINDS.mother), child("jay", "lisa"))
    edit = add_parents(case, stamp(), KINDS, "jay")
    ((first, second),) = parents_of(edit.case, "jay")
    assert (first, (second,)) == ("lisa", edit.select)
    assert edit.case.family.get(Person, second).gender == KINDS.father


def test_parents_join_a_couple_of_whom_one_is_missing() -> None:
    case = case_of(person("jay"), person("dan", gender=KINDS.father), *couple("u", "dan"), child("jay", "u"))
    edit = add_parents(case, stamp(), KINDS, "jay")
    assert parents_of(edit.case, "jay") == [("dan", *edit.select)]
    assert edit.case.family.get(Person, edit.select[0]).gender == KINDS.mother
    assert len(edit.case.family.unions) == 1


def test_a_third_parent_by_birth_is_refused() -> None:
    with pytest.raises(RefusedError, match="already has two parents"):
        add_parents(three_of_them(), stamp(), KINDS, "jay")


def test_parents_that_may_not_be_seen_are_not_given_away() -> None:
    """With the family looking on, adding parents must not answer that there are some already."""
    case = case_of(
        person("jay"),
        person("x", basis=PRIVATE),
        person("y", basis=PRIVATE),
        *couple("u", "x", "y", basis=PRIVATE),
        child("jay", "u", basis=PRIVATE),
    )
    edit = add_parents(case, stamp(Share.SHARED), KINDS, "jay")
    assert len(edit.select) == 2
    with pytest.raises(RefusedError):
        add_parents(case, stamp(Share.CASE_FILE), KINDS, "jay")


def test_a_partner_comes_in_a_union_of_which_nothing_is_said() -> None:
    edit = add_partner(three_of_them(), stamp(), KINDS, "lisa")
    unions = kinship.unions_of(edit.case.family, "lisa")
    assert [union.kind for union in unions] == ["wed", ""]
    assert kinship.partners_of(edit.case.family, "lisa")[1].id == edit.select[0]


@pytest.mark.parametrize(("parent", "expected"), [("pair", "pair"), ("lisa", "pair"), ("gran", "gran")])
def test_a_child_hangs_on_the_only_couple_or_on_the_person(parent: Id, expected: Id) -> None:
    case = three_of_them().changed(put=[person("gran")])
    edit = add_child(case, stamp(), KINDS, parent)
    (link,) = kinship.links_up(edit.case.family, edit.select[0])
    assert (link.parent, link.kind) == (expected, KINDS.birth)


def test_whose_child_it_is_among_several_partners_is_not_guessed() -> None:
    case = add_partner(three_of_them(), stamp(), KINDS, "lisa").case
    edit = add_child(case, stamp(new_id=lambda letter: f"{letter}_fresh"), KINDS, "lisa")
    (link,) = kinship.links_up(edit.case.family, edit.select[0])
    assert link.parent == "lisa"


def test_a_sibling_has_the_same_parents() -> None:
    edit = add_sibling(three_of_them(), stamp(), KINDS, "jay")
    assert parents_of(edit.case, edit.select[0]) == parents_of(edit.case, "jay")


def test_siblings_of_unknown_parents_need_no_invented_parents() -> None:
    edit = add_sibling(case_of(person("jay")), stamp(), KINDS, "jay")
    assert len(edit.case.family.people) == 2
    assert [who.id for who in kinship.siblings_of(edit.case.family, "jay")] == list(edit.select)
    both = add_parents(edit.case, stamp(new_id=lambda letter: f"{letter}_{id(object())}"), KINDS, "jay")
    assert parents_of(both.case, edit.select[0]) == parents_of(both.case, "jay")


def test_a_half_sibling_shares_one_parent_alone() -> None:
    edit = add_half_sibling(three_of_them(), stamp(), KINDS, "jay", "lisa")
    assert parents_of(edit.case, edit.select[0]) == [("lisa",)]
    assert "jay" in {who.id for who in kinship.siblings_of(edit.case.family, edit.select[0])}


def test_a_child_may_have_several_sets_of_parents_at_once() -> None:
    case = three_of_them().changed(put=[person("ann"), person("bob")])
    edit = link_children(
        case,
        stamp(),
        KINDS,
        ["jay"],
        ["ann", "bob"],
        kind="fostered",
        since=When("2024-05"),
        until=When("2025"),
    )
    assert sorted(parents_of(edit.case, "jay")) == [("ann", "bob"), ("lisa", "darren")]
    fostered = next(link for link in edit.case.family.out_of(ChildOf, "jay") if link.kind == "fostered")
    assert (fostered.since, fostered.until) == (When("2024-05"), When("2025"))


def test_carers_who_are_a_couple_already_stay_one_couple() -> None:
    case = three_of_them().changed(put=[person("kim")])
    edit = link_children(case, stamp(), KINDS, ["kim"], ["darren", "lisa"], kind="fostered")
    assert len(edit.case.family.unions) == 1
    assert len(edit.case.family.edges(PartnerIn)) == 2


def test_nobody_becomes_their_own_forebear() -> None:
    case = three_of_them()
    assert descends(case.family, "jay", "lisa")
    for parent in ("jay", "lisa"):
        with pytest.raises(RefusedError, match="their own parent"):
            link_children(case, stamp(), KINDS, ["lisa"], ["jay" if parent == "jay" else "pair"])


def test_what_is_drawn_already_is_not_drawn_twice() -> None:
    with pytest.raises(RefusedError, match="already"):
        link_children(three_of_them(), stamp(), KINDS, ["jay"], ["pair"])


def test_brothers_and_sisters_without_dates_stand_as_they_were_entered() -> None:
    entered = replace(stamp(), new_id=random_id)
    edit = new_case(entered, KINDS, "Jay")
    (jay,), case = edit.select, edit.case
    added = list[Id]()
    for _ in range(8):
        edit = add_sibling(case, entered, KINDS, jay)
        case, added = edit.case, [*added, *edit.select]
    (link,) = kinship.links_up(case.family, jay)
    assert [each.child for each in kinship.links_down(case.family, link.parent)] == [jay, *added]


def test_partners_without_dates_stand_as_they_were_entered() -> None:
    entered = replace(stamp(), new_id=random_id)
    case, added = case_of(person("dan")), list[Id]()
    for _ in range(8):
        edit = add_partner(case, entered, KINDS, "dan")
        case, added = edit.case, [*added, *edit.select]
    assert [each.id for each in kinship.partners_of(case.family, "dan")] == added


def test_who_is_born_together_with_a_twin_is_one_of_three() -> None:
    family = case_of(
        person("lisa"), *(record for key in "abc" for record in (person(key), child(key, "lisa")))
    )
    pair = births.born_together(family, stamp(), KINDS, ["a", "b"], Twin.IDENTICAL).case
    three = births.born_together(pair, stamp(), KINDS, ["b", "c"]).case.family
    links = three.edges(ChildOf)
    assert len({link.birth for link in links}) == 1
    assert {link.child: link.twin for link in links} == {
        "a": Twin.IDENTICAL,
        "b": Twin.UNKNOWN,
        "c": Twin.UNKNOWN,
    }
