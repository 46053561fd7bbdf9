"""Close family in the light: who is lit, how far, and that nothing of it is on paper."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from genogram_app.edit import arrange
from genogram_app.family.kinship import close_family
from genogram_app.ui.canvas.items import rect_of
from genogram_app.ui.canvas.sheet_view import COMFORT
from tests.builders import case_of, child, person
from tests.robots import CanvasRobot, settle
from tests.ui.stage import canvas_with, small_family

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def robot(qtbot: QtBot) -> CanvasRobot:
    shown = canvas_with(small_family())
    qtbot.addWidget(shown)
    return CanvasRobot(shown)


def is_faint(robot: CanvasRobot, key: str) -> bool:
    return robot.canvas.board.items[key].opacity() < 0.5


def test_one_up_and_down_are_parents_siblings_children_and_partners() -> None:
    family = small_family().family
    assert close_family(family, "jay", 1) == {"jay", "mia", "lisa", "darren"}
    assert close_family(family, "jay", 2) == {"jay", "mia", "lisa", "darren", "gran"}
    assert close_family(family, "gran", 1) == {"gran", "lisa", "darren"}


def test_cousins_are_two_away_and_a_loop_ends() -> None:
    family = case_of(
        *(person(key) for key in ("gran", "mum", "aunt", "me", "cousin")),
        child("mum", "gran"),
        child("aunt", "gran"),
        child("me", "mum"),
        child("cousin", "aunt"),
        child("gran", "me"),
    ).family
    assert "cousin" in close_family(family, "me", 2)
    assert close_family(family, "me", 9) == {"gran", "mum", "aunt", "me", "cousin"}


def test_the_key_lights_close_family_then_more_then_everybody(robot: CanvasRobot) -> None:
    robot.click("Jay")
    robot.key("F5")
    assert is_faint(robot, "person:gran")
    assert is_faint(robot, "descent:lisa.of.gran")
    assert not is_faint(robot, "person:mia")
    assert not is_faint(robot, "descent:jay.of.pair")
    assert not is_faint(robot, "title")
    robot.key("F5")
    assert not is_faint(robot, "person:gran")
    robot.key("F5", "F5")
    assert not any(item.opacity() < 1 for item in robot.canvas.board.items.values())


def test_it_stays_through_a_step_and_0_ends_it(robot: CanvasRobot) -> None:
    robot.click("Jay")
    robot.key("F5")
    robot.drag("Mia", by=(30, 0))
    settle(0.4)
    assert is_faint(robot, "person:gran")
    robot.key("0")
    assert not is_faint(robot, "person:gran")


def test_nothing_of_it_is_drawn_on_the_sheet(robot: CanvasRobot) -> None:
    before = robot.canvas.sheet.drawing
    robot.click("Jay")
    robot.key("F5")
    assert robot.canvas.sheet.drawing is before
    assert not is_faint(robot, "union:pair")


def test_close_family_far_apart_are_not_looked_at_from_too_far_to_be_read(
    robot: CanvasRobot,
) -> None:
    """On a sheet of 1,000 one saw them at 11 %."""
    canvas = robot.canvas
    session = canvas.session
    session.do(arrange.place(session.case, session.ground, {"mia": (4000.0, 0.0)}))
    settle()
    canvas.select(("jay",))
    canvas.camera.look(0.1, canvas.camera.middle)
    said: list[str] = []
    canvas.message.connect(said.append)
    robot.key("F5")
    settle(0.4)
    assert canvas.camera.scale * canvas.sheet.transform.scale >= COMFORT - 0.01
    jay = canvas.node_of("jay")
    assert jay is not None
    assert canvas.sight().contains(canvas.camera.to_window(rect_of(jay.bounds)))
    assert "far apart" in said[-1]
