"""Undo and redo."""

from __future__ import annotations

from genogram_app.edit.history import History
from genogram_app.edit.records import correct
from tests.builders import stamp, three_of_them


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
