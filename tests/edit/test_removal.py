"""What is taken out goes with all that only hangs on it."""

from __future__ import annotations

from genogram_app.edit.details import set_go_to
from genogram_app.edit.removal import remove
from genogram_app.family.case import Case
from genogram_app.model.document import Placement
from genogram_app.model.ties import Bond, ChildOf, PartnerIn
from tests.builders import SHARED, case_of, child, couple, home, person, stamp, three_of_them


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
