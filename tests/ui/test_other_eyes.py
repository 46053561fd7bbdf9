"""What is typed in the worker’s view is nowhere in the family’s, however it is left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from genogram_app.ui.controls.lines import SideLine, TextArea
from tests.ui.crashes import left_after
from tests.ui.shell import ShellRobot, shell
from tests.ui.stories import begin

#: Qt's platform without a screen has no window system for popups to ask.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

#: What is said of a widget, by the names that Qt gives.
_SAID = ("text", "plainText", "placeholderText", "accessibleName", "accessibleDescription", "toolTip")
#: Nobody understands this as a date, and no case holds it.
_MARK = "zqx"


def _told() -> str:
    """Give all that stands in any widget, seen or unseen, and in what each of them lists."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    widgets = QApplication.allWidgets()
    said = [str(each.property(name) or "") for each in widgets for name in _SAID]
    return "\n".join(said)


def _nowhere(robot: ShellRobot, mark: str) -> None:
    """Be sure that the family's window says nothing of it."""
    assert not robot.desk.by_worker
    assert mark not in _told()
    assert mark not in str([each for each in robot.desk.drafts.all if not each.by_worker])
    assert mark not in str(robot.desk.seen)


@pytest.fixture
def robot(qapp: object, tmp_path: Path) -> Iterator[ShellRobot]:
    """A robot at the family that is for practising, in the worker's view."""
    with shell(tmp_path) as robot:
        robot.window.practice()
        robot.key("Escape", "F6")
        yield robot


def _typed_in(page: QWidget) -> list[QWidget]:
    """Give what can be typed in on a page, in its order."""
    found = page.findChildren(QWidget)
    return [each for each in found if isinstance(each, SideLine | TextArea) and each.isVisible()]


@pytest.mark.parametrize("kind", ["CaseDetails", "Person"])
def test_what_is_typed_in_a_field_stays_in_its_view(qapp: object, tmp_path: Path, kind: str) -> None:
    """A date that isn't understood stood in the family's view, on the page of whom it was typed of."""
    with shell(tmp_path) as robot:
        begin(robot)
        robot.key("Escape", "F6")
        _type_in_each(robot, kind)


def _type_in_each(robot: ShellRobot, kind: str) -> None:
    robot.work.fill_panels()
    robot.work.folding.open("right")
    records = robot.desk.seen.family.records()
    keys = [each.id for each in records if type(each).__name__ == kind][:1]
    robot.desk.select(keys)
    for number in range(len(_typed_in(robot.work.inspector.page))):
        mark = f"{_MARK}{number} not his, dad says"
        robot.desk.select(keys)
        field = _typed_in(robot.work.inspector.page)[number]
        name = field.accessibleName()
        field.setFocus()
        assert field.hasFocus()
        robot.key("Ctrl+A")
        QApplication.clipboard().setText(mark)
        robot.key("Ctrl+V", "F6")
        _nowhere(robot, mark)
        robot.desk.select(keys)
        _nowhere(robot, mark)
        robot.key("F6")
        robot.desk.select(keys)
        if kind == "Person":  # a day of the case itself that isn't understood is kept nowhere yet
            assert mark in _told(), name


def test_a_search_is_left_with_its_view(robot: ShellRobot) -> None:
    """The family's list stayed filtered by the worker's words, which Ctrl+F showed."""
    robot.key("Ctrl+F")
    robot.type("Darren refuge")
    robot.key("F6", "Ctrl+F")
    _nowhere(robot, "refuge")
    robot.key("Ctrl+Z")
    _nowhere(robot, "refuge")
    assert robot.work.people.list.model().rowCount() > 1


@pytest.mark.parametrize("key", ["F6", "F9"])
def test_a_line_of_words_waits_for_its_view(robot: ShellRobot, key: str) -> None:
    """It was gone, without a word."""
    floats = robot.work.canvas.floats
    robot.work.canvas.start_telling()
    robot.type("dad Darren, refuge")
    robot.key(*(["F6"] if key == "F6" else ["F9", "F9"]))
    robot.window.activateWindow()
    _nowhere(robot, "refuge")
    robot.work.canvas.start_telling()
    robot.key("Ctrl+Z")
    _nowhere(robot, "refuge")
    robot.key("Escape", "F6")
    assert floats.telling
    assert floats.words == "dad Darren, refuge"


def test_a_line_that_was_set_aside_is_there_again_set_aside(robot: ShellRobot) -> None:
    canvas = robot.work.canvas
    canvas.start_telling()
    robot.type("dad Darren, refuge")
    canvas.floats.line.set_aside()
    robot.key("F6")
    _nowhere(robot, "refuge")
    robot.key("F6")
    assert canvas.floats.words == "dad Darren, refuge"
    assert not canvas.floats.telling
    canvas.start_telling()
    assert canvas.floats.telling
    assert canvas.floats.words == "dad Darren, refuge"


def test_what_was_said_to_the_worker_is_not_said_to_the_family(robot: ShellRobot) -> None:
    robot.work.messages.say(f"“{_MARK}” isn’t a date.")
    robot.key("F6")
    _nowhere(robot, _MARK)


def test_after_a_crash_a_date_waits_for_the_view_in_which_it_was_typed(qapp: object, tmp_path: Path) -> None:
    mark = f"{_MARK}, dad says 2014"

    def in_confidence(robot: ShellRobot) -> None:
        robot.key("Escape", "F6")
        robot.desk.select([robot.named("Jay")])
        robot.write("Born, or age", mark)
        robot.key("F6")

    left_after(tmp_path, in_confidence)
    with shell(tmp_path) as robot:
        robot.push("Go on with it")
        robot.work.fill_panels()
        robot.desk.select([robot.named("Jay")])
        _nowhere(robot, mark)
        robot.window.save()
        _nowhere(robot, mark)
        robot.key("F6")
        assert robot.field("Born, or age").property("text") == mark
