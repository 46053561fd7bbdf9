"""The one door, and how the open case is looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from genogram_app.catalog.load import load
from genogram_app.edit.arrange import propose
from genogram_app.edit.people import add_person
from genogram_app.edit.records import correct
from genogram_app.edit.removal import remove
from genogram_app.edit.result import Edit
from genogram_app.edit.ties import add_bond
from genogram_app.family.case import Case
from genogram_app.family.seen import Reader, View
from genogram_app.model.base import Share, Teller
from genogram_app.model.ties import Bond
from genogram_app.studio.session import News, Session, Told
from genogram_app.studio.viewing import Viewing
from genogram_app.words import Sentence
from tests.builders import TODAY, counting, three_of_them

FILE = Path("somewhere.genogram")


def opened(case: Case | None = None, path: Path | None = FILE) -> Session:
    return Session(case or three_of_them(), load(), today=lambda: TODAY, path=path, new_id=counting())


def rename(session: Session, name: str, merge: str = "") -> None:
    session.do(correct(session.case, session.stamp, "lisa", name=name, merge=merge))


def test_a_file_is_clean_until_something_changes_and_again_after_undo() -> None:
    session = opened()
    assert not session.dirty
    rename(session, "Liza")
    assert session.dirty
    session.undo()
    assert not session.dirty
    session.redo()
    session.saved(FILE)
    assert not session.dirty
    session.undo()
    assert session.dirty


def test_what_was_never_saved_is_unsaved() -> None:
    session = opened(path=None)
    assert session.dirty
    session.saved(FILE)
    assert (session.dirty, session.path) == (False, FILE)


def test_what_changed_while_it_was_being_written_is_unsaved() -> None:
    session = opened()
    rename(session, "Liza")
    written = session.case
    rename(session, "Elizabeth")
    session.saved(FILE, written)
    assert session.dirty


def test_saving_and_leaving_a_field_close_the_step_that_is_being_typed() -> None:
    session = opened()
    rename(session, "L", merge="typing")
    session.saved(FILE)
    rename(session, "Li", merge="typing")
    session.close_step()
    rename(session, "Lis", merge="typing")
    rename(session, "Lisb", merge="typing")
    session.undo()
    assert session.seen.family.record("lisa").model_dump()["name"] == "Li"
    session.undo()
    assert not session.dirty


def test_a_name_typed_back_leaves_the_file_clean() -> None:
    def settle(
        case: Case, view: View, *, edited: bool = False, room: bool = False, stood: Case | None = None
    ) -> Case:
        return propose(case, view.kind, {person.id: (1.0, 2.0) for person in case.family.people})

    tomorrow = TODAY + timedelta(days=1)
    session = Session(three_of_them(), load(), today=lambda: tomorrow, path=FILE, settle=settle)
    for name in ("L", "Li", "Lisa"):
        rename(session, name, merge="typing")
    assert (session.dirty, session.undoes) == (False, None)


def test_it_starts_in_the_family_view_and_what_is_entered_there_is_shared() -> None:
    session = opened()
    by_family = session.stamp.share
    session.look(Viewing(reader=Reader.CASE_FILE))
    assert (by_family, session.stamp.share) == (Share.SHARED, Share.CASE_FILE)


def test_who_is_telling_is_kept_in_the_worker_view_alone() -> None:
    session = opened()
    session.look(Viewing(reader=Reader.CASE_FILE))
    session.telling(Teller.CHILD, "Jay")
    assert (session.stamp.teller, session.stamp.told_by) == (Teller.CHILD, "Jay")
    session.look(Viewing())
    session.look(Viewing(reader=Reader.CASE_FILE))
    assert (session.stamp.teller, session.stamp.told_by) == (None, "")


def test_the_family_cannot_remove_a_line_of_harm_with_who_it_is_about() -> None:
    session = opened()
    session.look(Viewing(reader=Reader.CASE_FILE))
    harm = sorted(session.catalog.harm)[0]
    session.do(add_bond(session.case, session.stamp, "darren", "lisa", harm))
    session.look(Viewing())
    session.do(remove(session.case, session.stamp, ["darren"]))
    assert "darren" not in session.seen.family
    session.look(Viewing(reader=Reader.CASE_FILE))
    assert [bond.quality for bond in session.seen.family.edges(Bond)] == [harm]


def test_lines_of_harm_are_never_seen_in_the_family_view() -> None:
    session = opened()
    harm = sorted(session.catalog.harm)[0]
    session.do(add_bond(session.case, session.stamp, "darren", "lisa", harm))
    assert session.case.family.edges(Bond)
    assert not session.seen.family.edges(Bond)
    session.look(replace(session.viewing, reader=Reader.CASE_FILE))
    assert session.seen.family.edges(Bond)


def test_what_is_seen_is_made_once_for_each_case_and_view() -> None:
    session = opened()
    assert session.seen is session.seen
    before = session.seen
    rename(session, "Liza")
    assert session.seen is not before


def test_listeners_hear_what_to_select_until_they_stop() -> None:
    session, heard = opened(), list[Told]()
    stop = session.listen(heard.append)
    edit = add_person(session.case, session.stamp)
    session.do(edit)
    session.undo()
    session.redo()
    session.look(Viewing(kind="ecomap"))
    session.saved(FILE)
    stop()
    session.undo()
    assert heard == [
        Told(News.CASE, edit.select),
        Told(News.CASE, ()),
        Told(News.CASE, edit.select),
        Told(News.VIEW),
        Told(News.FILE),
    ]


def test_what_comes_back_after_a_removal_is_selected() -> None:
    """Nothing was, and whoever had pressed Delete by mistake had to look for what they had worked on."""
    session, heard = opened(), list[Told]()
    session.listen(heard.append)
    session.do(remove(session.case, session.stamp, ["jay", "lisa"]), ("jay", "lisa"))
    session.undo()
    session.redo()
    assert [told.select for told in heard] == [(), ("jay", "lisa"), ()]


def test_each_step_is_settled_before_it_is_kept() -> None:
    def settle(
        case: Case, view: View, *, edited: bool = False, room: bool = False, stood: Case | None = None
    ) -> Case:
        return propose(case, view.kind, {person.id: (1.0, 2.0) for person in case.family.people})

    session = Session(three_of_them(), load(), today=lambda: TODAY, settle=settle)
    rename(session, "Liza")
    assert set(session.case.placed("genogram")) == {"jay", "lisa", "darren"}
    session.undo()
    assert not session.case.placed("genogram")


def test_what_the_worker_wrote_is_not_taken_back_in_the_family_view() -> None:
    session = Session(three_of_them(), load(), today=lambda: TODAY)
    session.look(Viewing(reader=Reader.CASE_FILE))
    rename(session, "Liza")
    written = session.case
    session.look(Viewing())
    assert session.undoes is None
    session.undo()
    assert session.case is written
    session.look(Viewing(reader=Reader.CASE_FILE))
    session.undo()
    session.look(Viewing())
    assert session.redoes is None
    session.redo()
    assert session.case is not written


def test_a_date_that_the_worker_sets_is_the_sheets_date() -> None:
    session = Session(three_of_them(), load(), today=lambda: TODAY)
    before = TODAY - timedelta(days=30)
    session.do(Edit(Sentence("Date"), session.case.with_(details=session.case.details.put(dated=before))))
    assert session.case.details.dated == before
    rename(session, "Liza")
    assert session.case.details.dated == TODAY
