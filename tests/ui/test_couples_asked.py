"""What two are to each other is asked where they stand, and whose child is added is said in full."""

from __future__ import annotations

import pytest

from genogram_app.family import kinship
from genogram_app.model.ties import Union
from tests.robots import settle, wait_for
from tests.ui.shell import ShellRobot
from tests.ui.stories import begin

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]

_ASK = "What they are to each other…"


def _parents(robot: ShellRobot) -> str:
    """Begin, and select the child's parents as a couple."""
    begin(robot)
    (link,) = kinship.links_up(robot.desk.session.case.family, robot.named("Jay"))
    robot.work.canvas.select((link.parent,))
    settle()
    return link.parent


def _offered(robot: ShellRobot) -> list[str]:
    palette = robot.work.canvas.floats.palette
    wait_for(palette.isVisible, "nothing is asked")
    return [each.accessibleName() for each in palette.offered()]


def test_a_couple_that_is_selected_is_asked_about_by_one_click(robot: ShellRobot) -> None:
    couple = _parents(robot)
    handles = robot.work.canvas.floats.handles.buttons
    assert {name for name, each in handles.items() if each.isVisible()} == {"child", "state"}
    robot.push(_ASK)
    offered = _offered(robot)
    assert offered[:2] == ["married", "civil partnership"]
    assert {"separated", "parents, never a couple"} <= set(offered)
    robot.push("separated")
    kind = robot.desk.session.case.family.get(Union, couple).kind
    assert robot.desk.session.catalog.union(kind).label == "separated"


def test_enter_asks_and_one_enter_too_many_marries_nobody(robot: ShellRobot) -> None:
    _parents(robot)
    before = robot.desk.session.case
    robot.work.canvas.setFocus()
    robot.key("Enter")
    assert _offered(robot)
    robot.key("Enter")
    assert robot.desk.session.case is before


def test_whose_child_is_added_is_said_with_both_parents(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("W")
    robot.type("mum Lisa, dad Darren")
    robot.key("Enter")
    floats = robot.work.canvas.floats
    robot.sheet.click("Lisa")
    robot.key("C")
    assert floats.editor.whom == "Child of Lisa and Darren"
    robot.key("Escape")
    robot.sheet.click("Lisa")
    robot.key("Shift+C")
    assert floats.editor.whom == "Child of Lisa; the other parent ?"
