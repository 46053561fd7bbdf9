"""The palette of lines leaves the two whom it is about in sight, on a small screen too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from genogram_app.drawing.primitives import Box
from genogram_app.ui.canvas.boxes import Boxes, box_of
from genogram_app.ui.canvas.choices import Ends
from genogram_app.ui.canvas.free_place import covered
from genogram_app.ui.canvas.palette import columns_beside, wide
from tests.robots import settle
from tests.ui.shell import ShellRobot

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]


@pytest.mark.parametrize(
    ("room", "ends", "columns"), [(1350, 900, 3), (1300, 50, 3), (667, 60, 2), (667, 300, 1), (400, 500, 1)]
)
def test_it_has_as_many_columns_as_leave_room_for_the_two(room: float, ends: float, columns: int) -> None:
    assert columns_beside(ends, room) == columns


def test_on_a_small_screen_it_covers_neither(robot: ShellRobot) -> None:
    """The screen of Qt's platform without one is 800 pixels wide: room for two columns beside somebody."""
    robot.window.practice()
    robot.window.resize(683, 384)
    settle(0.2)
    both = [robot.named("Lisa Carter"), robot.named("Darren Doyle")]
    canvas = robot.work.canvas
    robot.desk.select(both)
    canvas.perform("relate")
    settle(0.4)
    palette = canvas.floats.palette
    assert palette.width() == wide(2)
    assert not covered(box_of(palette.geometry()), Boxes(canvas).on_screen(*both))
    first, second, third = palette.offered()[:3]
    assert first.y() == second.y() < third.y()
    palette.activateWindow()
    down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
    for _ in range(2):
        palette.keyPressEvent(down)
    assert palette.focusWidget() is third
    palette.close()


def test_it_is_no_taller_than_what_is_found(robot: ShellRobot) -> None:
    robot.window.practice()
    both = [robot.named("Lisa Carter"), robot.named("Darren Doyle")]
    canvas = robot.work.canvas
    robot.desk.select(both)
    canvas.perform("relate")
    settle(0.2)
    palette = canvas.floats.palette
    for typed in ("e", "lived"):
        palette._filter.setText(typed)
        settle(0.05)
    assert len(palette.offered()) == 1
    assert palette.height() <= palette._list.height() + palette._list.y() + 40
    palette.close()


@pytest.mark.parametrize("room", [(1366, 768), (911, 512), (683, 384)])
@pytest.mark.parametrize("worker", [True, False])
def test_sentences_with_long_names_are_whole_and_on_the_screen(
    robot: ShellRobot, monkeypatch: pytest.MonkeyPatch, room: tuple[int, int], worker: bool
) -> None:
    robot.window.practice()
    if worker:
        robot.key("F6")
    palette = robot.work.canvas.floats.palette
    monkeypatch.setattr(palette, "_room", lambda: Box(8, 8, room[0] - 8, room[1] - 8))
    names = ("Muhammad Ibrahim Chaudhry-Hussain", "Muhammad Ibrahim Chaudhry-Hussain’s father")
    both = robot.named("Lisa Carter"), robot.named("Darren Doyle")
    robot.work.canvas.floats.ask_line(*both, QPoint(300, 200))
    palette._harm, palette._ends = True, Ends(*both, *names, people=True)
    palette._filter.setText("controls")
    palette._pick_first()
    settle(0.1)
    assert palette.width() <= room[0] - 16
    assert palette.height() <= room[1] - 16
    sentences = [each for each in palette.findChildren(QPushButton) if names[0] in each.accessibleName()]
    assert len(sentences) >= 2
    scrolled = palette._sentences._scrolls
    for each in sentences:
        assert " ".join(each.text().split()) == each.accessibleName()
        assert each.width() >= each.sizeHint().width()
        assert each.height() >= each.sizeHint().height()
        assert each.mapTo(scrolled, each.rect().topRight()).x() < scrolled.viewport().width()
    draw = next(each for each in palette.findChildren(QPushButton) if each.text() == "Draw it")
    assert palette.rect().contains(QRect(draw.mapTo(palette, QPoint(0, 0)), draw.size()))
    palette.close()


def test_a_key_that_was_on_its_way_when_it_closed_draws_nothing(robot: ShellRobot) -> None:
    robot.window.practice()
    robot.desk.select([robot.named("Lisa Carter"), robot.named("Darren Doyle")])
    before = robot.desk.session.case
    robot.work.canvas.perform("relate")
    palette = robot.work.canvas.floats.palette
    palette.close()
    palette.offered()[0].click()
    assert robot.desk.session.case is before
