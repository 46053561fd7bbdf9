"""Undo and redo."""

from __future__ import annotations

from datetime import date

from genogram_app.edit.history import History
from genogram_app.edit.records import correct
from genogram_app.edit.same import tells_the_same
from genogram_app.model.base import Share
from genogram_app.model.document import Placement
from tests.builders import PRIVATE, SHARED, stamp, three_of_them


def typed(history: History, *names: str, merge: str = "") -> History:
    for name in names:
        history = history.do(correct(history.case, stamp(), "lisa", merge=merge, name=name))
    return history


def test_undo_gives_the_very_case_back_and_redo_the_very_next() -> None:
    first = three_of_them()
    done = typed(History.of(first), "A", "B")
    undone = done.undo().undo()
    assert undone.case is first
    assert undone.redo().redo().case is done.case
    assert undone.undo() is undone
    assert done.redo() is done


def test_typing_is_one_step_until_it_is_closed() -> None:
    history = typed(History.of(three_of_them()), "L", "Li", "Lis", merge="name lisa")
    assert len(history.past) == 1
    further = typed(history.closed(), "Lisb", merge="name lisa")
    assert len(further.past) == 2
    assert len(typed(history.undo().redo(), "Lisb", merge="name lisa").past) == 2


def test_steps_are_named_and_a_new_one_ends_the_future() -> None:
    history = typed(History.of(three_of_them()), "A")
    assert (history.undoes, history.redoes) == (history.present.label, None)
    back = history.undo()
    assert (back.undoes, back.redoes) == (None, history.present.label)
    assert typed(back, "B").redoes is None


def test_what_changes_nothing_is_no_step() -> None:
    history = History.of(three_of_them())
    assert typed(history, "Lisa") is history


def test_there_is_no_end_to_undoing() -> None:
    names = [f"Name {number}" for number in range(2000)]
    history = typed(History.of(three_of_them()), *names)
    assert len(history.past) == 2000


def test_letters_that_were_typed_and_taken_back_are_no_step() -> None:
    first = three_of_them()
    for share in Share:
        history = History.of(first)
        for name in ("L", "Lisa"):
            history = history.do(correct(history.case, stamp(share), "lisa", merge="m", name=name))
        assert history.case is first
        assert (history.past, history.undoes) == ((), None)
        assert len(typed(history, "Li", merge="m").past) == 1


def test_the_same_letters_are_a_step_where_the_family_sees_them_now() -> None:
    first = correct(three_of_them(), stamp(Share.CASE_FILE), "lisa", name="Liza").case
    history = typed(History.of(first), "L", "Liza", merge="m")
    assert len(history.past) == 1
    assert history.case.family.record("lisa").basis_of("name").shared


def test_a_step_that_was_not_typed_is_never_taken_for_one() -> None:
    assert len(typed(History.of(three_of_them()), "L", "Lisa").past) == 2


def test_the_same_words_that_the_family_sees_now_are_not_the_same() -> None:
    first = three_of_them()
    lisa = first.family.record("lisa")
    hidden, shared = (first.changed(put=[lisa.tell(basis, name="Lisa")]) for basis in (PRIVATE, SHARED))
    assert tells_the_same(shared, hidden)
    assert not tells_the_same(hidden, shared)
    assert not tells_the_same(first, first.changed(drop=["darren"]))
    moved = first.place("genogram", {"lisa": Placement(x=1, y=2, by_hand=True)})
    assert not tells_the_same(first, moved)


def test_the_day_of_the_sheet_counts_where_it_was_written() -> None:
    first = three_of_them()
    day = date(2026, 3, 2)
    by_itself = first.with_(details=first.details.put(dated=day))
    assert tells_the_same(first, by_itself)
    assert not tells_the_same(first, correct(first, stamp(), "details", dated=day).case)
