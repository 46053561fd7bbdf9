"""What differs between two states of a case, in numbers."""

from __future__ import annotations

from datetime import date

from genogram_app.family.difference import Change, difference
from genogram_app.model.document import Placement
from tests.builders import case_of, child, couple, person

NOTHING = Change(0, 0, 0)
BEFORE = case_of(person("jay"), person("lisa"), person("dad"), *couple("u", "lisa", "dad"), child("jay", "u"))


def test_a_case_does_not_differ_from_itself() -> None:
    same = difference(BEFORE, BEFORE)
    assert (same.people, same.others, same.details, same.places) == (NOTHING, NOTHING, (), False)
    assert not same.people


def test_people_and_lines_that_came_changed_or_went_are_counted_apart() -> None:
    renamed = person("lisa", "Lisa Carter")
    after = BEFORE.with_(family=BEFORE.family.changed(put=[renamed, person("gran")], drop=["dad", "u.dad"]))
    found = difference(BEFORE, after)
    assert found.people == Change(added=1, changed=1, gone=1)
    assert found.others == Change(added=0, changed=0, gone=1)
    assert not found.details
    assert not found.places


def test_what_was_moved_alone_is_the_sheets() -> None:
    found = difference(BEFORE, BEFORE.place("genogram", {"jay": Placement(x=4.0, y=2.0)}))
    assert (found.people, found.others, found.details, found.places) == (NOTHING, NOTHING, (), True)


def test_details_are_told_beside_people_but_for_the_day_that_follows_every_step() -> None:
    dated = BEFORE.details.put(dated=date(2026, 11, 23))
    assert difference(BEFORE, BEFORE.with_(details=dated)).details == ("dated",)
    added = BEFORE.with_(family=BEFORE.family.changed(put=[person("gran")]), details=dated)
    assert difference(BEFORE, added).details == ()
    told = added.with_(details=dated.put(took_part=("Lisa",)))
    found = difference(BEFORE, told)
    assert (found.people.added, found.details) == (1, ("took_part",))
