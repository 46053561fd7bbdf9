"""What is taken out goes with all that only hangs on it."""

from __future__ import annotations

import pytest

from genogram_app.edit.details import set_go_to
from genogram_app.edit.removal import remove
from genogram_app.family.case import Case
from genogram_app.family.seen import View, seen
from genogram_app.model.base import Account, Basis, Record, Share, Teller
from genogram_app.model.document import Placement
from genogram_app.model.ties import Bond, ChildOf, PartnerIn
from genogram_app.words import words_in
from tests.builders import (
    HARMLESS,
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


def ids(case: Case) -> set[str]:
    return {record.id for record in case.family.records()}


def test_a_union_left_with_nobody_to_join_goes_too() -> None:
    case = case_of(person("ann"), person("bob"), *couple("u", "ann", "bob"))
    assert ids(remove(case, stamp(), ["bob"]).case) == {"ann"}


def test_a_child_keeps_the_parent_who_stays() -> None:
    case = remove(three_of_them(), stamp(), ["darren"]).case
    assert ids(case) == {"jay", "lisa", "pair", "pair.lisa", "jay.of.pair"}


def test_brothers_and_sisters_stay_so_without_their_parents() -> None:
    case = three_of_them().changed(put=[person("kim"), child("kim", "pair")])
    after = remove(case, stamp(), ["lisa", "darren"]).case
    assert {link.parent for link in after.family.edges(ChildOf)} == {"pair"}
    assert "pair" not in ids(remove(after, stamp(), ["kim"]).case)


def test_a_couple_that_never_was_leaves_each_their_children() -> None:
    after = remove(three_of_them(), stamp(), ["pair"]).case
    assert not after.family.edges(PartnerIn)
    assert {(link.child, link.parent) for link in after.family.edges(ChildOf)} == {
        ("jay", "lisa"),
        ("jay", "darren"),
    }


def test_an_empty_home_goes() -> None:
    case = case_of(person("jay"), person("lisa"), *home("flat", "jay", "lisa"))
    assert "flat" in ids(remove(case, stamp(), ["jay"]).case)
    assert ids(remove(case, stamp(), ["jay", "lisa"]).case) == set()


def test_lines_places_and_mentions_go() -> None:
    case = three_of_them().changed(put=[Bond(id="b", a="jay", b="lisa", quality="near", basis=SHARED)])
    case = set_go_to(case, stamp(), "lisa").case.place("genogram", {"lisa": Placement(x=1, y=2)})
    after = remove(case, stamp(), ["lisa"]).case
    assert "b" not in ids(after)
    assert after.details.go_to is None
    assert "lisa" not in after.placed("genogram")


def test_what_is_not_there_changes_nothing() -> None:
    case = three_of_them()
    assert remove(case, stamp(), ["nobody"]).case is case


def seen_ids(case: Case) -> set[str]:
    return ids(seen(case, View(as_at=TODAY, harmless=HARMLESS)))


def harm(basis: Basis = PRIVATE) -> Bond:
    return Bond(id="harm", a="darren", b="lisa", quality="harms", basis=basis)


HIDDEN: dict[str, list[Record]] = {
    "a line of harm": [harm()],
    "a line of harm that was shared by mistake": [harm(SHARED)],
    "a private note": [person("darren").tell(PRIVATE, notes="Not to be told")],
    "another account": [
        person("darren", accounts=(Account(about="name", value="D", basis=PRIVATE),)),
    ],
    "whose child he is": [person("gran"), child("darren", "gran", basis=PRIVATE)],
}


@pytest.mark.parametrize("hidden", HIDDEN.values(), ids=list(HIDDEN))
def test_the_family_takes_away_nothing_of_the_worker_s(hidden: list[Record]) -> None:
    case = three_of_them().changed(put=hidden)
    edit = remove(case, stamp(), ["darren"])
    assert not seen_ids(edit.case) & {"darren", "pair.darren", "harm"}
    assert {"jay", "lisa", "pair", "jay.of.pair"} <= seen_ids(edit.case)
    assert ids(edit.case) == ids(case)
    assert words_in().sentence(edit.label, quiet=True) == "Remove"


def test_what_hides_nothing_is_taken_out_for_good_and_so_is_all_by_the_worker() -> None:
    assert "darren" not in ids(remove(three_of_them(), stamp(), ["darren"]).case)
    case = three_of_them().changed(put=[harm()])
    assert not ids(remove(case, stamp(Share.CASE_FILE), ["darren"]).case) & {"darren", "harm"}


def test_a_home_with_a_hidden_address_stays_in_the_case_file_when_the_last_one_goes() -> None:
    flat, *stays = home("flat", "jay")
    case = case_of(person("jay"), flat.tell(PRIVATE, address="1 High Street"), *stays)
    after = remove(case, stamp(), ["jay"]).case
    assert ids(after) == {"flat"}
    assert not seen_ids(after)


def test_whom_to_ring_in_the_case_file_is_not_taken_away_by_the_family() -> None:
    case = set_go_to(three_of_them(), stamp(Share.CASE_FILE), "darren", "01632 960001").case
    after = remove(case, stamp(), ["darren"]).case
    assert after.details.go_to == case.details.go_to
    assert "darren" not in seen_ids(after)


def test_whose_children_they_are_without_the_couple_rests_on_whoever_says_so() -> None:
    told = SHARED.put(told_by="Sheila")
    case = three_of_them().changed(put=[child("jay", "pair", basis=told)])
    now = stamp(Share.CASE_FILE, teller=Teller.CHILD, told_by="Jay")
    links = remove(case, now, ["pair"]).case.family.edges(ChildOf)
    assert [link.basis for link in links] == [now.basis()] * 2
    assert {link.basis_of("kind") for link in links} == {told}
