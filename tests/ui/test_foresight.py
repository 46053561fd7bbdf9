"""What is told in words can be read on the sheet while it is told, and the sheet is as it was afterwards."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF

from genogram_app.ui.canvas.foresight import READABLE
from genogram_app.ui.canvas.items import rect_of
from genogram_app.ui.canvas.sheet_view import COMFORT
from genogram_app.ui.canvas.view import Canvas
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot
from tests.ui.stories import begin
from tests.ui.test_words_line import FAMILY, click_on_desk, line_of, told

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
#: The pixels that a screen of 1366 × 768 has at 200 %, without the window's own frame.
TWICE = (683, 372)


def letters(canvas: Canvas) -> float:
    """Give how many pixels a point of a figure takes."""
    return canvas.camera.scale * canvas.sheet.transform.scale


def seen(canvas: Canvas, name: str) -> bool:
    person = next(each for each in canvas.seen.family.people if each.name == name)
    node = canvas.node_of(person.id)
    assert node is not None
    port = QRectF(canvas.viewport().rect()).adjusted(-1, -1, 1, 1)
    return port.contains(canvas.camera.to_window(rect_of(node.bounds)))


def test_on_a_laptop_all_of_a_told_family_can_be_read(robot: ShellRobot) -> None:
    begin(robot)
    told(robot, FAMILY)
    settle(0.3)
    canvas = robot.work.canvas
    assert letters(canvas) >= 0.85 * COMFORT
    assert all(seen(canvas, name) for name in ("Jay", "Lisa", "Sheila"))


def test_at_200_percent_who_is_told_last_can_be_read(robot: ShellRobot) -> None:
    begin(robot)
    robot.window.resize(*TWICE)
    settle(0.1)
    robot.key("W")
    for words, name in (("mum Lisa 38, ", "Lisa"), ("gran Sheila 68 mum's mum, ", "Sheila")):
        robot.type(words)
        wait_for(lambda: line_of(robot).rested, "the sheet doesn't show what was typed")
        settle(0.3)
        assert letters(robot.work.canvas) >= READABLE
        assert seen(robot.work.canvas, name)


def test_the_bars_of_a_low_window_make_room_while_words_are_told(robot: ShellRobot) -> None:
    begin(robot)
    robot.window.resize(*TWICE)
    settle(0.1)
    robot.key("W")
    assert not robot.work.toolbar.isVisible()
    robot.key("Escape")
    assert robot.work.toolbar.isVisible()
    assert robot.work.status.isVisible()


def test_all_of_the_page_is_shown_again_at_the_end(robot: ShellRobot) -> None:
    begin(robot)
    canvas = robot.work.canvas
    assert canvas.camera.fitted
    told(robot, "mum Lisa")
    robot.key("Enter")
    settle(0.3)
    assert canvas.camera.fitted
    assert canvas.camera.scale == pytest.approx(canvas.camera.fitting()[0])


def test_whoever_looks_elsewhere_by_hand_isnt_led_back(robot: ShellRobot) -> None:
    begin(robot)
    told(robot, "mum Lisa, ")
    canvas = robot.work.canvas
    canvas.camera.pan(40, 0)
    scale = canvas.camera.scale
    robot.type("dad Tom")
    wait_for(lambda: line_of(robot).rested, "the sheet doesn't show what was typed")
    robot.key("Escape")
    settle(0.3)
    assert not canvas.camera.fitted
    assert canvas.camera.scale == pytest.approx(scale, rel=0.2)


@pytest.mark.parametrize("words", ["", "brother Tom 4"])
def test_the_click_that_leaves_the_line_selects_whom_it_is_on(robot: ShellRobot, words: str) -> None:
    begin(robot)
    told(robot, "mum Lisa, dad Darren")
    robot.key("Enter")
    robot.sheet.click("Darren")
    told(robot, words)
    settle(0.3)
    click_on_desk(robot, robot.sheet.where("Lisa"))
    assert robot.sheet.selected == ["Lisa"]
    assert robot.work.canvas.hasFocus()
    assert line_of(robot).field.text() == words


def test_a_line_that_is_set_aside_takes_no_more_room_than_its_words(robot: ShellRobot) -> None:
    begin(robot)
    line = told(robot, FAMILY)
    before = line.height()
    click_on_desk(robot)
    assert line.height() < before
    assert line.height() <= line.sizeHint().height()


def test_whose_side_it_is_told_from_is_read_to_the_end(robot: ShellRobot) -> None:
    begin(robot)
    told(robot, "mum Lisa Margaret Smith-Featherstonehaugh")
    robot.key("Enter")
    robot.sheet.click("Lisa Margaret Smith-Featherstonehaugh")
    line = told(robot, "sister")
    heading = line._heading
    assert heading.height() >= heading.heightForWidth(heading.width())
