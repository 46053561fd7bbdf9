"""The window stays calm: the keyboard stays where one works, and a choice is written once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget

from genogram_app.family import kinship
from genogram_app.model.agency import Involvement
from genogram_app.model.person import Person
from genogram_app.model.ties import Bond
from genogram_app.ui.typing import IN_A_ROW
from tests.robots import CanvasRobot, settle, wait_for
from tests.ui.shell import ShellRobot, shell
from tests.ui.stage import canvas_with, small_family
from tests.ui.stories import begin

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def robot(qapp: object, tmp_path: Path) -> Iterator[ShellRobot]:
    """A robot before a new genogram, with the child selected, in the worker's view."""
    with shell(tmp_path) as made:
        begin(made)
        made.key("F6")
        yield made


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _labelled(name: str) -> QWidget:
    def found() -> list[QWidget]:
        return [w for w in QApplication.allWidgets() if w.isVisible() and w.accessibleName() == name]

    wait_for(found, f"nothing is called {name}")
    return found()[0]


def test_arrow_keys_go_past_symbols_and_one_is_written(robot: ShellRobot) -> None:
    row = _labelled("Drawn as")
    buttons = [each for each in row.children() if isinstance(each, QWidget)]
    undo, before = robot.desk.session.undoes, robot.desk.session.case
    buttons[0].setFocus()
    robot.key("Right", "Right")
    assert robot.desk.session.case is before
    robot.key("Enter")
    assert robot.desk.session.case is not before
    robot.key("Ctrl+Z")
    assert robot.desk.session.case is before
    assert robot.desk.session.undoes == undo


def test_arrow_keys_open_a_list_of_choices_and_one_is_written(robot: ShellRobot) -> None:
    robot.key("A")
    robot.type("head teacher")
    robot.key("Enter")
    box = _labelled("Where it stands with the family")
    assert isinstance(box, QComboBox)
    before = robot.desk.session.case
    box.setFocus()
    robot.key("Down", "Down", "Down")
    assert robot.desk.session.case is before
    robot.key("Enter")
    agency = robot.desk.session.case.family.agencies[0]
    assert agency.involvement is not Involvement.ACTIVE
    robot.key("Ctrl+Z")
    assert robot.desk.session.case is before


def test_one_enter_takes_the_service_that_was_found(robot: ShellRobot) -> None:
    robot.key("A")
    robot.type("head teacher")
    robot.key("Enter")
    assert [agency.job_title for agency in robot.desk.session.case.family.agencies] == ["head teacher"]


def test_undoing_an_addition_comes_back_to_whom_it_was_for(robot: ShellRobot) -> None:
    jay = robot.desk.selection
    robot.key("C", "Escape", "Ctrl+Z")
    assert robot.desk.selection == jay


def test_a_row_that_was_pressed_leads_to_its_page_with_the_keyboard(robot: ShellRobot) -> None:
    robot.key("H")
    robot.type("Home")
    robot.key("Enter")
    row = next(
        w
        for w in QApplication.allWidgets()
        if isinstance(w, QPushButton)
        and w.text() == ""
        and w.isVisible()
        and w.accessibleName().startswith("Jay")
    )
    robot.click(row)
    assert robot.work.inspector.page.isAncestorOf(_focused()) or _focused() is robot.work.inspector.page


def test_the_one_to_ring_is_asked_for_a_number(robot: ShellRobot) -> None:
    robot.key("Up")
    parent = robot.desk.selection
    robot.key("G")
    settle(IN_A_ROW + 0.1)
    assert _focused().accessibleName() == "Telephone"
    robot.type("0161 496 0000")
    robot.key("Enter")
    go_to = robot.desk.session.case.details.go_to
    assert go_to is not None
    assert go_to.telephone == "0161 496 0000"
    assert robot.desk.selection == parent
    assert _focused() is robot.work.canvas


def test_what_isnt_known_is_one_click_or_key_beside_each_empty_field(robot: ShellRobot) -> None:
    field = robot.field("Telephone")
    chip = _labelled("Telephone: won’t say")
    field.setFocus()
    assert chip.isVisible()
    _labelled("Telephone: not known").setFocus()
    robot.key("Right", "Right", "Space")
    person = robot.desk.context.one(Person)
    assert person is not None
    assert person.telephone.value == "declined"  # type: ignore[union-attr]


def test_parents_and_partners_without_a_name_are_called_by_kinship(robot: ShellRobot) -> None:
    robot.work.fill_panels()
    said = {w.accessibleName() for w in robot.work.inspector.findChildren(QPushButton)}
    assert any("Jay’s mother" in each and "Jay’s father" in each for each in said), said


def test_the_question_before_closing_names_the_case_by_its_reference(robot: ShellRobot) -> None:
    robot.key("Escape")
    robot.write("Case reference", "2026-117")
    said: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.text())
        robot.push("Go on drawing")

    robot.answering(answer, lambda: robot.key("Ctrl+W"))
    assert said == ["Save 2026-117 before closing?"]
    assert robot.window.workspace is not None


def test_what_two_are_to_each_other_is_said_by_keyboard_alone(robot: ShellRobot) -> None:
    family = robot.desk.session.case.family
    parents = kinship.links_up(family, robot.named("Jay"))[0].parent
    robot.key("Escape")
    for _ in range(40):
        if robot.desk.selection == (parents,):
            break
        robot.key("Tab")
    before = robot.desk.session.case
    robot.key("Enter")
    assert _focused().objectName() == "filter"
    robot.type("married")
    robot.key("Enter")
    assert robot.desk.session.case is not before
    assert _focused() is robot.work.canvas
    assert robot.desk.selection == (parents,)


def test_each_menu_opens_with_alt_and_a_letter_of_its_own(robot: ShellRobot) -> None:
    titles = [action.text() for action in robot.window.menuBar().actions()]
    letters = [title[title.index("&") + 1].casefold() for title in titles]
    assert titles[0] == "&File"
    assert len(set(letters)) == len(letters)


def test_the_sentence_that_asks_for_the_other_one_goes_with_escape(robot: ShellRobot) -> None:
    robot.key("R")
    assert robot.work.messages.isVisible()
    robot.key("Escape")
    assert not robot.work.messages.isVisible()


def test_the_list_keeps_its_order_while_it_is_gone_along(robot: ShellRobot) -> None:
    robot.key("B", "Escape")
    robot.key("B", "Escape")
    robot.work.people.list.setFocus()
    entries = robot.work.people._rows.entries
    last = next(
        entry.key
        for entry in reversed(entries)
        if (entry.unknown and "brother" in entry.says) or "sister" in entry.says
    )
    robot.desk.select([last])
    robot.key("S")
    assert [entry.key for entry in robot.work.people._rows.entries] == [entry.key for entry in entries]


def test_the_worker_is_asked_for_name_job_team_and_telephone(robot: ShellRobot) -> None:
    def answer() -> None:
        robot.write("Your name", "Hannah Lowe")
        robot.write("Team", "Team 2")
        robot.key("Enter")

    robot.key("A")
    robot.answering(answer, lambda: robot.push("Worker and team…"))
    names = [
        label.text()
        for label in robot.work.inspector.findChildren(QLabel)
        if label.property("look") == "label" and label.isVisible()
    ]
    assert names[:4] == ["Worker’s name", "Job title, in full", "Team", "Telephone"]
    robot.write("Team", "North")
    agency = robot.desk.session.case.family.agencies[0]
    assert (agency.name, agency.team) == ("North", "North")


def test_gender_is_written_once_and_letters_on_it_do_nothing(qtbot: object) -> None:
    canvas = canvas_with(small_family(), by_worker=True)
    try:
        robot = CanvasRobot(canvas)
        before = canvas.session.case
        robot.click("Jay")
        robot.key("F2", "Tab", "Tab", "Left", "D", "S")
        assert canvas.session.case is before
        robot.key("Left", "Space")
        assert canvas.session.case is not before
        canvas.session.undo()
        assert canvas.session.case is before
    finally:
        canvas.close()


def test_no_line_of_harm_is_picked_by_enter_alone(qtbot: object) -> None:
    canvas = canvas_with(small_family(), by_worker=True)
    try:
        robot = CanvasRobot(canvas)
        robot.click("Lisa")
        robot.pull_line(to="Darren")
        robot.type("control")
        robot.key("Enter", "Enter", "Enter")
        assert not robot.button("Draw it").isEnabled()
        assert not canvas.session.case.family.edges(Bond)
        robot.key("Down", "Down", "Enter")
        wait_for(lambda: robot.button("Draw it").isEnabled(), "no sentence was picked")
    finally:
        canvas.floats.palette.close()
        canvas.close()


def test_the_palette_has_no_empty_room_above_its_heading(qtbot: object) -> None:
    canvas = canvas_with(small_family())
    try:
        robot = CanvasRobot(canvas)
        robot.click("Lisa")
        robot.pull_line(to="Darren")
        palette = canvas.floats.palette
        line = palette.findChild(QLineEdit, "filter")
        assert isinstance(line, QLineEdit)
        assert line.geometry().top() - palette.heading.geometry().bottom() <= 12
    finally:
        canvas.floats.palette.close()
        canvas.close()


def test_an_answered_field_has_no_gap_and_nothing_moves_away_when_it_is_left(robot: ShellRobot) -> None:
    below = robot.field("Born, or age")

    def gap() -> int:
        settle()
        name = robot.field("Name")
        return below.mapToGlobal(below.rect().topLeft()).y() - name.mapToGlobal(name.rect().bottomLeft()).y()

    below.setFocus()
    closed = gap()
    robot.field("Name").setFocus()
    opened = gap()
    assert opened - closed >= 32  # the row of blanks, which took that room while it wasn’t shown
    below.setFocus()
    assert gap() == opened
