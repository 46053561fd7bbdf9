"""What is said over the sheet hides neither the child, nor who is selected, nor what is being written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton

from genogram_app.ui.canvas.boxes import Boxes
from genogram_app.ui.workspace import Workspace
from tests.robots import settle
from tests.ui.shell import ShellRobot
from tests.ui.stories import begin

pytestmark = [
    pytest.mark.usefixtures("qtbot"),
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]

LONG = "What a crash left is here: seven people, a home and two services that the file doesn’t hold yet."


def _hidden(work: Workspace) -> list[QRect]:
    """Give what a sentence hides of what it had better not."""
    said = work.messages.geometry()
    boxes = (
        QRect(round(box.left), round(box.top), round(box.width), round(box.height))
        for box in Boxes(work.canvas).in_mind()
    )
    return [box for box in boxes if box.intersects(said)]


@pytest.mark.parametrize("size", [(1366, 768), (910, 480), (683, 340)])
def test_a_sentence_hides_neither_the_child_nor_who_is_selected(
    robot: ShellRobot, size: tuple[int, int]
) -> None:
    robot.window.resize(*size)
    begin(robot)
    settle(0.05)
    work = robot.work
    for sentence in ("Done.", LONG):
        work.messages.say(sentence, undoable=True)
        assert work.messages.isVisible()
        assert not _hidden(work)
        assert work.canvas.rect().contains(work.messages.geometry())


def test_it_steps_aside_for_who_is_selected_or_brought_under_it(robot: ShellRobot) -> None:
    begin(robot)
    work = robot.work
    work.messages.say(LONG)
    before = work.messages.pos()
    under = work.messages.geometry().center() - work.canvas.place_of(robot.named("Jay"))
    work.canvas.camera.pan(under.x(), under.y())
    settle()
    assert work.messages.pos() != before
    assert not _hidden(work)


def test_it_stands_above_the_line_of_words(robot: ShellRobot) -> None:
    begin(robot)
    robot.key("W")
    robot.work.messages.say("Services are seen in the combined view and the ecomap.")
    assert not _hidden(robot.work)
    robot.key("Escape")
    robot.work.messages.say("Done.")
    assert robot.work.messages.geometry().center().y() > robot.work.canvas.height() // 2


def test_what_stays_comes_back_after_what_is_said_meanwhile_until_it_is_closed(robot: ShellRobot) -> None:
    begin(robot)
    messages = robot.work.messages
    messages.say("Two records couldn’t be read.", stays=True)
    assert not messages._timer.isActive()
    messages.say("Copied: paste it into a letter or a report.")
    assert messages._timer.isActive()
    messages._timer.timeout.emit()
    assert messages.isVisible()
    assert messages.accessibleName() == "Two records couldn’t be read."
    robot.key("F6")
    assert messages.accessibleName() == "Two records couldn’t be read."
    close = next(each for each in messages.findChildren(QAbstractButton) if each.accessibleName() == "Close")
    robot.click(close)
    assert not messages.isVisible()
    messages.say("Done.")
    messages._timer.timeout.emit()
    assert not messages.isVisible()
