"""A key that comes to a choice is the choice's: it is no command on whoever is selected."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from genogram_app.model.base import Record, Teller
from genogram_app.model.person import Person
from genogram_app.ui.panels.inspector.inspector import PAGES
from tests.robots import settle
from tests.ui.shell import ShellRobot, shell

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
#: Keys of commands on whoever is selected, and of one that opens what services there are.
_KEYS = ("S", "D", "A", "Delete", "Backspace")


@pytest.fixture
def robot(qapp: object, tmp_path: Path) -> Iterator[ShellRobot]:
    """A robot before the practice family in the worker's view."""
    with shell(tmp_path) as made:
        made.window.practice()
        made.key("F6")
        yield made


def _choices(robot: ShellRobot) -> list[QWidget]:
    """Give every choice of the window that the keyboard comes to."""
    return [
        each
        for each in robot.window.findChildren(QWidget)
        if isinstance(each, QComboBox) or (isinstance(each, QAbstractButton) and each.isCheckable())
        if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def _one_of_each(robot: ShellRobot) -> list[Record]:
    found: dict[type[Record], Record] = {}
    for record in robot.desk.seen.family.records():
        if type(record).__name__ in PAGES:
            found.setdefault(type(record), record)
    return list(found.values())


def test_no_key_at_a_choice_does_anything_to_whoever_is_selected(robot: ShellRobot) -> None:
    case, held, kinds = robot.desk.session.case, 0, set[str]()
    for record in _one_of_each(robot):
        robot.desk.select([record.id])
        settle()
        for choice in _choices(robot):
            for key in _KEYS:
                choice.setFocus(Qt.FocusReason.TabFocusReason)
                robot.key(key)
                if (opened := QApplication.activePopupWidget()) is not None:
                    assert opened.parent() is choice, f"{key} at {choice.accessibleName()}"
                    opened.close()
                    settle()
                assert robot.desk.session.case is case, f"{key} at {choice.accessibleName()}"
                assert robot.desk.selection == (record.id,)
            held, kinds = held + 1, kinds | {type(choice).__name__}
    assert held > 20
    assert {"Picker", "QToolButton"} <= kinds


def test_a_letter_goes_to_the_choice_that_begins_with_it_and_enter_takes_it(robot: ShellRobot) -> None:
    robot.desk.select([robot.named("Lisa Carter")])
    told_by = robot.work.guard.teller
    told_by.setFocus(Qt.FocusReason.TabFocusReason)
    robot.key("m")
    assert robot.desk.session.teller is None
    robot.key("Enter")
    settle()
    assert robot.desk.session.teller is Teller.WORKER


def test_where_one_chooses_a_letter_says_where_it_would_do_something(robot: ShellRobot) -> None:
    robot.desk.select([robot.named("Lisa Carter")])
    robot.work.fill_panels()
    settle()
    buttons = [each for each in _choices(robot) if isinstance(each, QAbstractButton)]
    drawn_as = next(each for each in buttons if each.accessibleName().startswith("Drawn as"))
    drawn_as.setFocus(Qt.FocusReason.TabFocusReason)
    robot.key("d")
    assert "Press Escape to go to the sheet" in robot.work.messages.sentence.text()
    robot.key("Escape", "d")
    assert robot.desk.session.case.family.get(Person, robot.named("Lisa Carter")).dead


def test_in_the_list_of_people_letters_are_commands_on_whom_is_selected(robot: ShellRobot) -> None:
    robot.desk.select([robot.named("Lisa Carter")])
    robot.work.people.list.setFocus(Qt.FocusReason.TabFocusReason)
    robot.key("d")
    assert robot.desk.session.case.family.get(Person, robot.named("Lisa Carter")).dead
