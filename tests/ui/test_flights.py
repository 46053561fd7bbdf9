"""What a step moved glides to its place; Tidy of all or of the selection, and one undo."""

from __future__ import annotations

from math import dist

import pytest
from PySide6.QtWidgets import QProxyStyle, QStyle
from pytestqt.qtbot import QtBot

from genogram_app.edit.result import Edit
from genogram_app.ui.canvas.flight import LASTS
from genogram_app.words import Sentence
from tests.robots import CanvasRobot, settle, wait_for
from tests.ui.stage import canvas_with, small_family

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Still(QProxyStyle):
    """A desktop on which nothing moves."""

    def styleHint(self, *_: object) -> int:
        return 0


@pytest.fixture
def robot(qtbot: QtBot) -> CanvasRobot:
    shown = canvas_with(small_family())
    qtbot.addWidget(shown)
    return CanvasRobot(shown)


def test_who_a_step_moves_glides_to_their_place_and_arrives(robot: CanvasRobot) -> None:
    canvas = robot.canvas
    home = canvas.sheet.layout.places["gran"]
    robot.drag("Gran", by=(-120, 40))
    settle(LASTS / 1000)
    seen = canvas.place_of("gran")
    item = canvas.board.items["person:gran"]
    canvas.perform("undo")
    assert canvas.sheet.layout.places["gran"] == home
    assert not item.pos().isNull()
    assert dist(canvas.figures_seen()["gran"], seen.toTuple()) < 40
    wait_for(lambda: item.pos().isNull(), "she never arrived")
    assert all(other.opacity() == 1 and other.pos().isNull() for other in canvas.board.items.values())


def test_what_a_hand_let_go_does_not_come_from_where_it_was(robot: CanvasRobot) -> None:
    robot.drag("Gran", by=(-120, 40), drop=False)
    settle(0.1)
    before = robot.canvas.figures_seen()["gran"]
    robot.drop()
    assert dist(robot.canvas.figures_seen()["gran"], before) < 40


def test_where_no_movement_is_wanted_all_is_at_its_place_at_once(robot: CanvasRobot) -> None:
    still = Still()
    still.setParent(robot.canvas)  # a widget doesn't keep its style alive
    robot.canvas.setStyle(still)
    robot.drag("Gran", by=(-120, 40))
    robot.canvas.perform("undo")
    assert robot.canvas.board.items["person:gran"].pos().isNull()
    assert not robot.canvas.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)


def test_tidy_puts_right_only_what_is_selected_and_one_undo_takes_it_back(robot: CanvasRobot) -> None:
    session = robot.canvas.session
    kind = session.viewing.kind
    there = session.case.placed(kind)
    askew = {"jay": there["jay"].put(x=-90.0), "mia": there["mia"].put(x=600.0)}
    session.do(Edit(Sentence("Move"), session.case.place(kind, askew)))
    robot.canvas.fit()
    settle(0.3)
    before = session.case
    robot.click("Mia")
    robot.click("Jay", "Shift")
    robot.key("Ctrl+T")
    after = session.case.placed(kind)
    assert {key for key in after if after[key] != before.placed(kind)[key]} == {"jay", "mia"}
    assert abs(after["jay"].x - after["mia"].x) < 150
    robot.key("Ctrl+Z")
    assert session.case is before
