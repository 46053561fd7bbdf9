"""What one looks at stays in sight: close family when a panel comes, words on rings under the handles."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QPushButton, QWidget

from genogram_app.ui.canvas.boxes import Boxes, box_of
from genogram_app.ui.canvas.free_place import covered
from genogram_app.ui.canvas.items import rect_of
from genogram_app.ui.canvas.sheet_view import COMFORT
from genogram_app.ui.canvas.signs import Signs
from genogram_app.words import words_in
from tests.robots import settle
from tests.ui.shell import ShellRobot

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


def test_close_family_stays_in_sight_when_a_panel_comes_and_goes(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.desk.select([robot.named("Mia Doyle")])
    canvas = robot.work.canvas
    canvas.setFocus()
    robot.key("F5")
    for width in (1366, 900, 1366):
        robot.window.resize(width, 768)
        robot.key("F4")
        settle(0.3)
        sight = canvas.viewport().rect()
        for key in canvas.spotlight.lit:
            node = canvas.node_of(key)
            assert node is not None
            assert QRectF(sight).contains(canvas.camera.to_window(rect_of(node.bounds))), key


def test_whoever_panned_away_is_left_there(robot: ShellRobot) -> None:
    robot.window.practice()
    canvas = robot.work.canvas
    robot.desk.select([robot.named("Mia Doyle")])
    canvas.setFocus()
    robot.key("F5")
    settle(0.3)
    canvas.camera.pan(-90, 0)
    middle, scale = canvas.camera.middle, canvas.camera.scale
    robot.window.resize(1366, 700)
    settle(0.2)
    assert canvas.camera.scale == scale
    assert abs(canvas.camera.middle.x() - middle.x()) < 2


def test_signs_at_the_edges_of_a_narrow_window_dont_lie_over_each_other(qtbot: object) -> None:
    parent = QWidget()
    signs = Signs(parent, words_in(), lambda side: None)
    for width in (240, 500):
        parent.resize(width, 245)
        places = [(x, y) for x in (-50, width + 50) for y in (90, 100)]
        signs.update(QRect(0, 0, width, 245), places)
        left, right = (sign for sign in signs.buttons() if not sign.isHidden())
        assert isinstance(left, QPushButton)
        assert not left.geometry().intersects(right.geometry())
        assert (left.y() == right.y()) == (width == 500)
    parent.deleteLater()


def test_a_sign_steps_aside_for_whoever_stands_at_its_edge(qtbot: object) -> None:
    parent, port = QWidget(), QRect(0, 0, 800, 600)
    signs = Signs(parent, words_in(), lambda side: None)
    out = [(900.0, 300.0)]
    signs.update(port, out)
    (sign,) = (sign for sign in signs.buttons() if not sign.isHidden())
    middle = QRectF(sign.geometry()).center()
    assert abs(middle.y() - 300) < 1
    there = (middle.x(), middle.y())
    for places, in_mind in (([*out, there], []), (out, [box_of(sign.geometry())])):
        signs.update(port, places, in_mind)
        assert not sign.geometry().contains(middle.toPoint())
        signs.update(port, out)
    parent.deleteLater()


def test_whoever_is_led_to_on_a_big_sheet_is_seen_large_enough_to_be_read(robot: ShellRobot) -> None:
    robot.window.practice()
    canvas, who = robot.work.canvas, robot.named("Mia Doyle")
    canvas.camera.look(0.06, canvas.camera.middle)
    robot.desk.select([who])
    assert not any(button.isVisible() for button in canvas.floats.handles.buttons.values())
    robot.desk.select([who], lead=True)
    settle(0.4)
    node = canvas.node_of(who)
    assert node is not None
    assert canvas.camera.scale * canvas.sheet.transform.scale >= COMFORT - 0.01
    assert canvas.sight().contains(canvas.camera.to_window(rect_of(node.bounds)))
    assert any(button.isVisible() for button in canvas.floats.handles.buttons.values())


@pytest.mark.parametrize("scale", [0.5, 0.7, 1.0])
def test_no_handle_lies_over_the_words_on_a_ring(robot: ShellRobot, scale: float) -> None:
    robot.window.practice()
    canvas, boxes = robot.work.canvas, Boxes(robot.work.canvas)
    for name in ("Jay Carter", "Mia Doyle", "Ruby Carter", "Sheila Carter"):
        key = robot.named(name)
        canvas.camera.look(scale, canvas.middle_of(key))
        robot.desk.select([key])
        settle(0.05)
        words = [boxes.of(node) for node in canvas.board.nodes if node.key.startswith("label:ring:")]
        shown = [each for each in canvas.floats.handles.buttons.values() if each.isVisible()]
        assert shown, name
        for handle in shown:
            over = covered(box_of(handle.geometry()), words)
            assert not over, f"{handle.kind.name} of {name} covers {over:.0f} pixels of words"
