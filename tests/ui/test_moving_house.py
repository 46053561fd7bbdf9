"""Dragging somebody across the edge of a home's ring asks, lightly, whether they moved, and when."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from genogram_app.model.base import Blank
from genogram_app.model.dates import When
from genogram_app.model.household import Household
from genogram_app.model.ties import LivesIn
from genogram_app.ui.canvas.asking import WhenAsked
from genogram_app.ui.canvas.boxes import Boxes, box_of
from genogram_app.ui.canvas.crossing import Crossing, question
from genogram_app.ui.canvas.free_place import covered
from genogram_app.words import words_in
from tests.builders import case_of, home, person
from tests.robots import CanvasRobot, settle
from tests.ui.stage import canvas_with, small_family

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def robot(qtbot: QtBot) -> CanvasRobot:
    shown = canvas_with(small_family())
    qtbot.addWidget(shown)
    return CanvasRobot(shown)


def asked(robot: CanvasRobot) -> WhenAsked | None:
    found = robot.canvas.findChildren(WhenAsked)
    return next((each for each in found if each.isVisible()), None)


def write(question: WhenAsked, day: str) -> None:
    QTest.mouseClick(question.when, Qt.MouseButton.LeftButton)
    QTest.keyClicks(question.when, day)
    QTest.keyClick(question.when, Qt.Key.Key_Return)


def stays(robot: CanvasRobot, who: str) -> list[LivesIn]:
    return list(robot.canvas.session.case.family.out_of(LivesIn, robot.find(who)))


def test_out_of_the_ring_with_a_day_ends_the_stay(robot: CanvasRobot) -> None:
    robot.drag("Jay", by=(-260, 60))
    light = asked(robot)
    assert light is not None
    assert light.accessibleName() == "Did Jay move out of Nest?"
    write(light, "Mar 2026")
    assert [stay.until for stay in stays(robot, "Jay")] == [When("2026-03")]
    assert asked(robot) is None


def test_into_the_ring_begins_a_stay(robot: CanvasRobot) -> None:
    robot.drag("Mia", to="Jay")
    light = asked(robot)
    assert light is not None
    assert light.accessibleName() == "Did Mia move into Nest?"
    settle(0.4)  # the sheet comes to rest, and the question with it
    robot.push("Yes")
    assert [(stay.household, stay.until) for stay in stays(robot, "Mia")] == [("nest", None)]


def test_no_is_one_click_and_changes_nothing_but_the_place(robot: CanvasRobot) -> None:
    family = robot.canvas.session.case.family
    robot.drag("Jay", by=(-260, 60))
    settle(0.4)
    robot.push("No, only on the sheet")
    assert robot.canvas.session.case.family is family
    assert robot.canvas.hasFocus()


def test_going_on_leaves_the_question(robot: CanvasRobot) -> None:
    family = robot.canvas.session.case.family
    robot.drag("Jay", by=(-260, 60))
    robot.click("Lisa")
    assert asked(robot) is None
    assert robot.canvas.session.case.family is family


def test_a_day_that_cannot_be_read_is_said(robot: CanvasRobot) -> None:
    robot.drag("Jay", by=(-260, 60))
    light = asked(robot)
    assert light is not None
    write(light, "soonish")
    assert asked(robot) is light
    assert [stay.until for stay in stays(robot, "Jay")] == [None]


def test_without_a_day_it_is_still_to_be_asked(robot: CanvasRobot) -> None:
    robot.drag("Jay", by=(-260, 60))
    settle(0.4)  # the sheet comes to rest, and the question with it
    robot.push("Yes")
    assert [stay.until for stay in stays(robot, "Jay")] == [Blank.NOT_ASKED]


def test_a_whole_home_that_is_dragged_has_left_nobody(robot: CanvasRobot) -> None:
    robot.click("Jay")
    robot.click("Gran", "Shift")
    robot.drag("Gran", by=(-80, -30))
    settle()
    assert asked(robot) is None


def test_a_small_shift_within_the_ring_asks_nothing(robot: CanvasRobot) -> None:
    robot.drag("Jay", by=(-9, 4))
    assert asked(robot) is None


def test_undo_after_the_drag_is_not_typed_into_the_question(robot: CanvasRobot) -> None:
    before = robot.canvas.session.case
    robot.drag("Jay", by=(-260, 60))
    robot.canvas.perform("undo")
    assert robot.canvas.hasFocus()
    assert robot.canvas.session.case is before
    assert asked(robot) is None


def test_a_home_without_a_name_is_said_by_who_lives_there() -> None:
    case = case_of(person("jay", "Jay"), person("gran", "Gran"), *home("nest", "gran", "jay"))
    nest = case.family.get(Household, "nest").put(name=Blank.NOT_ASKED)
    case = case.changed(put=[nest])
    names = {"jay": "Jay", "gran": "Gran"}
    said = question(words_in(), case, Crossing(("jay",), left="nest"), names.__getitem__)
    assert said == "Did Jay move out of the home of Gran and Jay?"


def test_the_question_hides_nobody(robot: CanvasRobot) -> None:
    robot.drag("Jay", by=(-260, 60))
    light = asked(robot)
    assert light is not None
    settle(0.4)  # the sheet comes to rest
    people = Boxes(robot.canvas).on_screen(*(person.id for person in robot.canvas.seen.family.people))
    corner = robot.canvas.mapToGlobal(light.pos())
    over = box_of(QRect(corner, light.size()))
    assert not covered(over, people)
