"""What differs between two states of a case, in numbers."""

from __future__ import annotations

from genogram_app.family.difference import Change, difference
from genogram_app.model.document import Placement
from tests.builders import case_of, child, couple, person

NOTHING = Change(0, 0, 0)
BEFORE = case_of(person("jay"), person("lisa"), person("dad"), *couple("u", "lisa", "dad"), child("jay", "u"))


def test_a_case_does_not_differ_from_itself() -> None:
    same = difference(BEFORE, BEFORE)
    assert (same.people, same.others, same.sheet) == (NOTHING, NOTHING, False)
    assert not same.people


def test_people_and_lines_that_came_changed_or_went_are_counted_apart() -> None:
    renamed = person("lisa", "Lisa Carter")
    after = BEFORE.with_(family=BEFORE.family.changed(put=[renamed, person("gran")], drop=["dad", "u.dad"]))
    found = difference(BEFORE, after)
    assert found.people == Change(added=1, changed=1, gone=1)
    assert found.others == Change(added=0, changed=0, gone=1)
    assert not found.sheet


def test_what_was_moved_alone_is_the_sheets() -> None:
    found = difference(BEFORE, BEFORE.place("genogram", {"jay": Placement(x=4.0, y=2.0)}))
    assert (found.people, found.others, found.sheet) == (NOTHING, NOTHING, True)
